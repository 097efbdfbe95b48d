/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-view-private.h"
#include "pivot-region-neighbour.h"

static int
find_nearest_to_middle (PivotMapView *self)
{
  PivotCamera camera = _pivot_map_view_read_camera (self);

  return self->index != NULL ? pivot_geo_index_nearest (self->index, camera.u, camera.v, 1.0) : -1;
}

static void
walk (PivotMapView *self,
      double        dx,
      double        dy)
{
  PivotGeometry *geometry = _pivot_map_view_get_geometry (self);
  int region;

  if (geometry == NULL || !_pivot_map_view_is_ready (self))
    return;

  region = self->hovered >= 0 ? pivot_region_neighbour_find (geometry, self->hovered, dx, dy) : find_nearest_to_middle (self);
  if (region < 0)
    return;

  _pivot_map_view_hover (self, region);
  _pivot_map_view_reveal (self, region);
}

static gboolean
clear_hover (PivotMapView *self)
{
  if (self->hovered < 0)
    return GDK_EVENT_PROPAGATE;

  _pivot_map_view_hover (self, -1);

  return GDK_EVENT_STOP;
}

static gboolean
handle_plain_key (PivotMapView *self,
                  guint         keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, -1, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, 1, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, 0, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 0, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      _pivot_map_view_zoom_by_step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      _pivot_map_view_zoom_by_step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      pivot_map_view_fit (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      return clear_hover (self);

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (PivotMapView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  /* The buttons on the map have keys of their own. */
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter || keyval == GDK_KEY_space)
    {
      if (self->hovered < 0 || (modifiers & ~GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;

      _pivot_map_view_activate (self, self->hovered, (modifiers & GDK_CONTROL_MASK) != 0);
      return GDK_EVENT_STOP;
    }

  return modifiers == 0 ? handle_plain_key (self, keyval) : GDK_EVENT_PROPAGATE;
}

void
_pivot_map_view_init_keys (PivotMapView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

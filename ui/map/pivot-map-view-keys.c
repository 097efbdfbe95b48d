/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-compat.h"
#include "pivot-map-view-private.h"
#include "pivot-region-neighbour.h"

/* After so long without another letter a new name begins. */
#define TYPING_TIME_MS 1200

/* A screen reader hears of the region: at once where GTK can speak, else because the description of what has the focus changes. */
static void
speak (PivotMapView *self,
       int           region)
{
  g_autofree char *text = NULL;

  if (self->describe != NULL && region >= 0)
    text = self->describe (region, self->guide_data);
  if (text == NULL || pivot_widget_announce (GTK_WIDGET (self), text))
    return;

  self->spoken = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fall_silent (PivotMapView *self)
{
  if (!self->spoken)
    return;

  self->spoken = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description != NULL ? self->description : "", -1);
}

static void
go_to_region (PivotMapView *self,
              int           region)
{
  if (region < 0 || !_pivot_map_view_is_ready (self))
    return;

  self->hovered_by_keys = TRUE;
  _pivot_map_view_hover (self, region);
  _pivot_map_view_reveal (self, region);
  speak (self, region);
}

static void
seek (PivotMapView *self,
      PivotMapSeek  how,
      const char   *typed)
{
  if (self->seek != NULL)
    go_to_region (self, self->seek (self->hovered, how, typed, self->guide_data));
}

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
  go_to_region (self, region);
}

static gboolean
clear_hover (PivotMapView *self)
{
  fall_silent (self);
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

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      seek (self, PIVOT_MAP_SEEK_HIGHEST, NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      seek (self, PIVOT_MAP_SEEK_LOWEST, NULL);
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
handle_alt_key (PivotMapView *self,
                guint         keyval)
{
  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  seek (self, keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? PIVOT_MAP_SEEK_HIGHER : PIVOT_MAP_SEEK_LOWER, NULL);

  return GDK_EVENT_STOP;
}

static gboolean
forget_typed_cb (gpointer data)
{
  PivotMapView *self = data;

  self->typed_id = 0;
  g_string_truncate (self->typed, 0);

  return G_SOURCE_REMOVE;
}

/* Letters, and what is not the first: a name may have a space or a hyphen. */
static gboolean
type_name (PivotMapView *self,
           const char   *text)
{
  if (self->typed->len == 0 && !g_unichar_isalpha (g_utf8_get_char (text)))
    return GDK_EVENT_PROPAGATE;

  g_string_append (self->typed, text);
  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->typed_id = g_timeout_add (TYPING_TIME_MS, forget_typed_cb, self);
  seek (self, PIVOT_MAP_SEEK_NAME, self->typed->str);

  return GDK_EVENT_STOP;
}

/* A letter that no input method has taken. */
static gboolean
type_key (PivotMapView *self,
          guint         keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if (letter == 0 || !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (letter, text);

  return type_name (self, text);
}

static gboolean
activate_hovered (PivotMapView *self,
                  gboolean      toggle)
{
  if (self->hovered < 0)
    return GDK_EVENT_PROPAGATE;

  _pivot_map_view_activate (self, self->hovered, toggle);
  speak (self, self->hovered);

  return GDK_EVENT_STOP;
}

/* What an input method makes of the keys: Chinese names, and all keys that give one character. */
static void
committed_cb (PivotMapView *self,
              const char   *text)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)) || type_name (self, text) == GDK_EVENT_STOP)
    return;

  if (g_str_equal (text, " "))
    activate_hovered (self, FALSE);
  else if (g_utf8_strlen (text, 2) == 1)
    handle_plain_key (self, gdk_unicode_to_keyval (g_utf8_get_char (text)));
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

  if (keyval == GDK_KEY_Escape && _pivot_map_view_cancel_band (self))
    return GDK_EVENT_STOP;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter || keyval == GDK_KEY_space)
    {
      if ((modifiers & ~GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;

      return activate_hovered (self, (modifiers & GDK_CONTROL_MASK) != 0);
    }

  if (modifiers == GDK_ALT_MASK)
    return handle_alt_key (self, keyval);

  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  if (handle_plain_key (self, keyval))
    {
      /* Whoever goes elsewhere begins another name. */
      g_string_truncate (self->typed, 0);
      return GDK_EVENT_STOP;
    }

  return type_key (self, keyval);
}

void
_pivot_map_view_init_keys (PivotMapView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  g_autoptr(GtkIMContext) context = gtk_im_multicontext_new ();

  self->typed = g_string_new (NULL);
  gtk_im_context_set_client_widget (context, GTK_WIDGET (self));
  g_signal_connect_swapped (context, "commit", G_CALLBACK (committed_cb), self);
  gtk_event_controller_key_set_im_context (GTK_EVENT_CONTROLLER_KEY (key), context);
  self->im_context = g_steal_pointer (&context);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

void
_pivot_map_view_dispose_keys (PivotMapView *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  if (self->im_context != NULL)
    gtk_im_context_set_client_widget (self->im_context, NULL);
  g_clear_object (&self->im_context);
  if (self->typed != NULL)
    g_string_free (g_steal_pointer (&self->typed), TRUE);
  g_clear_pointer (&self->description, g_free);
}

/**
 * pivot_map_view_set_guide:
 * @self: a map view
 * @seek_func: (nullable): finds regions by rank and name
 * @describe: (nullable): says what is spoken of a region
 * @user_data: for both
 *
 * Lets the keyboard go by what only others know of the regions.
 */
void
pivot_map_view_set_guide (PivotMapView         *self,
                          PivotMapSeekFunc      seek_func,
                          PivotMapDescribeFunc  describe,
                          gpointer              user_data)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  self->seek = seek_func;
  self->describe = describe;
  self->guide_data = user_data;
}

/**
 * pivot_map_view_set_description:
 * @self: a map view
 * @text: (nullable): what the map shows, in words
 *
 * Sets what a screen reader says of the map. While the keyboard is on a region, that is what is said.
 */
void
pivot_map_view_set_description (PivotMapView *self,
                                const char   *text)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  g_free (self->description);
  self->description = g_strdup (text);
  if (!self->spoken || self->hovered < 0)
    {
      self->spoken = TRUE;
      fall_silent (self);
    }
}

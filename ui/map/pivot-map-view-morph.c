/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-layout.h"
#include "pivot-map-view-private.h"

#define MORPH_TIME (400 * G_TIME_SPAN_MILLISECOND)
/* Of more regions than this the shapes in between take longer to draw than anybody sees them. */
#define MAX_MORPHED 1000

/* Shapes on the way, in the colours of those that they become. Without labels: those would jump. */
static PivotRegions *
make_between (PivotMapView *self,
              double        progress)
{
  g_autoptr(PivotGeometry) geometry = pivot_morph_get (self->morph, progress);
  PivotRegions *regions = pivot_regions_new (geometry);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    if (pivot_regions_get_color (self->regions, i) != NULL)
      pivot_regions_set_fill (regions, i, pivot_regions_get_kind (self->regions, i),
                              pivot_regions_get_color (self->regions, i));

  return regions;
}

static void
show_regions (PivotMapView *self,
              PivotRegions *regions)
{
  pivot_region_layer_set_regions (self->region_layer, regions);
  pivot_overlay_layer_set_regions (self->overlay_layer, regions);
  pivot_overlay_layer_set_selected (self->overlay_layer, (const guint *) (gpointer) self->selected->data, self->selected->len);
  pivot_overlay_layer_set_hovered (self->overlay_layer, self->hovered);
}

static gboolean
morph_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  PivotMapView *self = PIVOT_MAP_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  g_autoptr(PivotRegions) between = NULL;
  double progress;

  if (self->morph_start == 0)
    self->morph_start = now;
  progress = (now - self->morph_start) / (double) MORPH_TIME;

  if (progress >= 1)
    {
      self->morph_id = 0;
      g_clear_pointer (&self->morph, pivot_morph_free);
      show_regions (self, self->regions);
      return G_SOURCE_REMOVE;
    }

  /* Slow at both ends. */
  between = make_between (self, progress * progress * (3 - 2 * progress));
  show_regions (self, between);

  return G_SOURCE_CONTINUE;
}

/* Regions are as they should be at once; what is drawn follows. */
void
_pivot_map_view_stop_morph (PivotMapView *self)
{
  if (self->morph_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->morph_id);
  self->morph_id = 0;
  g_clear_pointer (&self->morph, pivot_morph_free);
}

/**
 * pivot_map_view_change_layout:
 * @self: a map view
 * @regions: (nullable): the same regions in other shapes (a reference is taken)
 *
 * Shows the same regions laid out in another way. What was hovered and selected stays so, and the shapes turn into each other, unless
 * there are very many or the person wants no animations.
 */
void
pivot_map_view_change_layout (PivotMapView *self,
                              PivotRegions *regions)
{
  g_autoptr(PivotGeometry) before = NULL;
  g_autoptr(GArray) selected = NULL;
  PivotGeometry *after;
  PivotCamera camera;
  int hovered;

  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  after = regions != NULL ? pivot_regions_get_geometry (regions) : NULL;
  if (_pivot_map_view_get_geometry (self) != NULL)
    before = pivot_geometry_ref (_pivot_map_view_get_geometry (self));
  if (before == NULL || after == NULL || before == after ||
      pivot_geometry_get_n_regions (before) != pivot_geometry_get_n_regions (after))
    {
      pivot_map_view_set_regions (self, regions);
      return;
    }

  camera = _pivot_map_view_read_camera (self);
  hovered = self->hovered;
  selected = g_array_copy (self->selected);
  pivot_map_view_set_regions (self, regions);
  self->hovered = hovered;
  g_array_append_vals (self->selected, selected->data, selected->len);
  _pivot_map_view_fit_from (self, &camera);

  if (_pivot_map_view_wants_animation (self) && pivot_geometry_get_n_regions (after) <= MAX_MORPHED)
    {
      g_autoptr(PivotRegions) between = NULL;

      self->morph = pivot_morph_new (before, after);
      self->morph_start = 0;
      self->morph_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), morph_cb, NULL, NULL);
      between = make_between (self, 0);
      show_regions (self, between);
    }
  else
    show_regions (self, self->regions);
}

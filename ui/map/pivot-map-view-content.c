/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-view-private.h"

/* Beside the pointer; beside what the keyboard or another view has come to when the pointer is elsewhere. */
void
_pivot_map_view_place_tooltip (PivotMapView *self)
{
  double x = self->pointer_x, y = self->pointer_y;

  if (!self->pointer_inside && (self->hovered < 0 || !pivot_map_view_locate (self, self->hovered, &x, &y)))
    return;

  pivot_map_tooltip_set_position (self->tooltip, x, y);
}

void
_pivot_map_view_show_hovered (PivotMapView *self,
                              int           region)
{
  self->hovered = region;
  pivot_overlay_layer_set_hovered (self->overlay_layer, region);
  _pivot_map_view_place_tooltip (self);
}

/**
 * pivot_map_view_set_regions:
 * @self: a map view
 * @regions: (nullable): regions in the Mercator unit square (a reference is taken)
 *
 * Shows regions. With the same geometry as before, hover, selection and camera stay; with another, hover and selection are cleared
 * and the map fits it unless somebody has moved the map.
 */
void
pivot_map_view_set_regions (PivotMapView *self,
                            PivotRegions *regions)
{
  PivotGeometry *geometry;
  gboolean same_shapes;

  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  if (self->regions == regions)
    return;

  _pivot_map_view_stop_morph (self);
  geometry = regions != NULL ? pivot_regions_get_geometry (regions) : NULL;
  same_shapes = _pivot_map_view_get_geometry (self) == geometry;

  if (regions != NULL)
    pivot_regions_ref (regions);
  g_clear_pointer (&self->regions, pivot_regions_unref);
  self->regions = regions;
  pivot_region_layer_set_regions (self->region_layer, regions);
  pivot_overlay_layer_set_regions (self->overlay_layer, regions);

  if (same_shapes)
    return;

  self->hovered = -1;
  g_array_set_size (self->selected, 0);
  g_clear_pointer (&self->index, pivot_geo_index_free);
  if (geometry != NULL)
    self->index = pivot_geo_index_new (geometry);
  _pivot_map_view_resize_camera (self);
}

/**
 * pivot_map_view_set_backdrop:
 * @self: a map view
 * @geometry: (nullable): land around the regions, in the Mercator unit square (a reference is taken)
 *
 * Shows another backdrop.
 */
void
pivot_map_view_set_backdrop (PivotMapView  *self,
                             PivotGeometry *geometry)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  pivot_region_layer_set_backdrop (self->region_layer, geometry);
}

/**
 * pivot_map_view_set_scale_bar:
 * @self: a map view
 * @visible: whether distances mean anything
 *
 * Shows or hides the scale bar.
 */
void
pivot_map_view_set_scale_bar (PivotMapView *self,
                              gboolean      visible)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->scale_bar), visible);
}

/**
 * pivot_map_view_set_style:
 * @self: a map view
 * @style: colours, font and scale (copied)
 *
 * Draws in another style.
 */
void
pivot_map_view_set_style (PivotMapView     *self,
                          const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (style != NULL);

  pivot_region_layer_set_style (self->region_layer, style);
  pivot_overlay_layer_set_style (self->overlay_layer, style);
  pivot_scale_bar_set_style (self->scale_bar, style);
  pivot_map_tooltip_set_style (self->tooltip, style);
}

/**
 * pivot_map_view_set_hovered:
 * @self: a map view
 * @region: number of a region, or −1
 *
 * Shows which region is hovered in any view. Emits nothing.
 */
void
pivot_map_view_set_hovered (PivotMapView *self,
                            int           region)
{
  PivotGeometry *geometry;

  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  geometry = _pivot_map_view_get_geometry (self);
  g_return_if_fail (region < 0 || (geometry != NULL && (guint) region < pivot_geometry_get_n_regions (geometry)));

  if (self->hovered != region)
    _pivot_map_view_show_hovered (self, MAX (region, -1));
}

/**
 * pivot_map_view_set_lit:
 * @self: a map view
 * @regions: (array length=n): numbers of regions (copied)
 * @n: how many
 *
 * Shows which regions are pointed at together in another view, as a class of the legend. Emits nothing.
 */
void
pivot_map_view_set_lit (PivotMapView *self,
                        const guint  *regions,
                        guint         n)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (regions != NULL || n == 0);

  pivot_overlay_layer_set_lit (self->overlay_layer, regions, n);
}

/**
 * pivot_map_view_set_selected:
 * @self: a map view
 * @regions: (array length=n): numbers of regions (copied)
 * @n: how many
 *
 * Shows what is selected. Emits nothing.
 */
void
pivot_map_view_set_selected (PivotMapView *self,
                             const guint  *regions,
                             guint         n)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (regions != NULL || n == 0);

  g_array_set_size (self->selected, 0);
  g_array_append_vals (self->selected, regions, n);
  pivot_overlay_layer_set_selected (self->overlay_layer, regions, n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.fit-selection", n > 0);
}

/**
 * pivot_map_view_set_padding:
 * @self: a map view
 * @padding: px
 *
 * Sets how much is left free around what is fitted.
 */
void
pivot_map_view_set_padding (PivotMapView *self,
                            double        padding)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (padding >= 0);

  self->padding = padding;
}

/**
 * pivot_map_view_set_tooltip:
 * @self: a map view
 * @markup: (nullable): text with Pango markup, or %NULL to hide it
 *
 * Shows a card beside the pointer, or beside the hovered region when the pointer is not on the map.
 */
void
pivot_map_view_set_tooltip (PivotMapView *self,
                            const char   *markup)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  _pivot_map_view_place_tooltip (self);
  pivot_map_tooltip_set_markup (self->tooltip, markup);
}

/**
 * pivot_map_view_fit_regions:
 * @self: a map view
 * @regions: (array length=n): numbers of regions
 * @n: how many
 *
 * Shows some regions as large as they go. Does nothing before the view has a size, or if none of them has a shape.
 */
void
pivot_map_view_fit_regions (PivotMapView *self,
                            const guint  *regions,
                            guint         n)
{
  PivotGeometry *geometry;
  PivotBox area = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (regions != NULL || n == 0);

  geometry = _pivot_map_view_get_geometry (self);

  for (guint i = 0; geometry != NULL && i < n; i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, regions[i]);

      if (box.x0 > box.x1)
        continue;
      area.x0 = MIN (area.x0, box.x0);
      area.y0 = MIN (area.y0, box.y0);
      area.x1 = MAX (area.x1, box.x1);
      area.y1 = MAX (area.y1, box.y1);
    }

  _pivot_map_view_fit_box (self, &area);
}

/**
 * pivot_map_view_locate:
 * @self: a map view
 * @region: number of a region
 * @x: (out): px of the widget
 * @y: (out): px of the widget
 *
 * Finds where a region's label point is on the view.
 *
 * Returns: whether it is within the view
 */
gboolean
pivot_map_view_locate (PivotMapView *self,
                       guint         region,
                       double       *x,
                       double       *y)
{
  PivotGeometry *geometry;
  cairo_matrix_t matrix;
  double radius;
  PivotBox box;

  g_return_val_if_fail (PIVOT_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  geometry = _pivot_map_view_get_geometry (self);
  g_return_val_if_fail (geometry != NULL && region < pivot_geometry_get_n_regions (geometry), FALSE);

  box = pivot_geometry_get_box (geometry, region);
  if (box.x0 > box.x1 || !_pivot_map_view_is_ready (self))
    return FALSE;

  pivot_geometry_get_label (geometry, region, x, y, &radius);
  _pivot_map_view_get_matrix (self, &matrix);
  cairo_matrix_transform_point (&matrix, x, y);

  return *x >= 0 && *y >= 0 && *x < gtk_widget_get_width (GTK_WIDGET (self)) && *y < gtk_widget_get_height (GTK_WIDGET (self));
}

guint
_pivot_map_view_get_n_renders (PivotMapView *self)
{
  g_return_val_if_fail (PIVOT_IS_MAP_VIEW (self), 0);

  return pivot_region_layer_get_n_renders (self->region_layer);
}

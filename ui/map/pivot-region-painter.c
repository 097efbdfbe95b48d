/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-painter.h"

#include <cairo.h>
#include <math.h>

#include "pivot-map-edge.h"
#include "pivot-region-painter-private.h"

/* All in px at scale 1. */
#define BORDER_WIDTH 0.8
#define COAST_WIDTH 0.7
/* What reaches past the picture's edge is drawn this far, so that no line ends within it. */
#define MARGIN 16.0

/* Cairo's best is twice as slow here, and nobody can tell the difference: 60 against 33 ms for a picture of 1792 × 1200 px. Files of
 * outlines are not smoothed at all. */
#define ANTIALIAS CAIRO_ANTIALIAS_FAST

double
_pivot_region_painter_get_tolerance (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  double x_scale, y_scale, dx = 1, dy = 0;

  /* A file may be looked at from near. */
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0.2;

  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  cairo_user_to_device_distance (cr, &dx, &dy);

  return 0.6 / MAX (hypot (dx, dy) * x_scale, 0.1);
}

gboolean
_pivot_color_is_dark (const GdkRGBA *color)
{
  /* Perceived lightness by the luma of ITU-R BT.601: good enough to choose between black and white text. */
  return 0.299 * color->red + 0.587 * color->green + 0.114 * color->blue < 0.52;
}

static PivotBox
get_window (const PivotStyle *style,
            double            width,
            double            height)
{
  double margin = MARGIN * style->scale;

  return (PivotBox) { -margin, -margin, width + margin, height + margin };
}

static void
fill_values (PivotRegions    *regions,
             PivotRingReader *reader,
             cairo_t         *cr)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  const GdkRGBA *current = NULL;

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      const GdkRGBA *color = pivot_regions_get_color (regions, i);
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (color == NULL || !pivot_ring_reader_sees (reader, &box))
        continue;

      if (current == NULL || !gdk_rgba_equal (current, color))
        gdk_cairo_set_source_rgba (cr, color);
      current = color;
      if (_pivot_region_painter_trace_shape (geometry, i, reader, NULL, cr))
        cairo_fill (cr);
    }
}

static void
stroke_borders (PivotGeometry   *geometry,
                PivotRingReader *reader,
                cairo_t         *cr,
                const GdkRGBA   *color,
                double           line_width)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (!pivot_ring_reader_sees (reader, &box))
        continue;

      _pivot_region_painter_trace_outline (geometry, i, reader, cr);
      cairo_stroke (cr);
    }
}

/**
 * pivot_region_painter_draw:
 * @regions: what to draw
 * @cr: where to
 * @style: colours and scale
 * @to_px: from the geometry's plane to pixels; scale and translation only
 * @width: width of the picture, px
 * @height: its height, px
 *
 * Draws regions: colours, hatching, borders, and a marker for a region that would be smaller than 8 px. Vertices nearer than
 * 0.6 device pixels to the last one are left out, and so is what lies outside the picture.
 */
void
pivot_region_painter_draw (PivotRegions         *regions,
                           cairo_t              *cr,
                           const PivotStyle     *style,
                           const cairo_matrix_t *to_px,
                           double                width,
                           double                height)
{
  g_auto(PivotRingReader) reader = { 0 };
  g_autoptr(GArray) markers = NULL;
  PivotBox window;

  g_return_if_fail (regions != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (to_px != NULL);

  window = get_window (style, width, height);
  pivot_ring_reader_init (&reader, to_px, &window, _pivot_region_painter_get_tolerance (cr));

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_antialias (cr, ANTIALIAS);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  _pivot_region_painter_fill_no_data (regions, &reader, style, cr);
  fill_values (regions, &reader, cr);
  _pivot_region_painter_hatch_classes (regions, &reader, style, cr);
  _pivot_region_painter_hatch_bounds (regions, &reader, style, cr);
  stroke_borders (pivot_regions_get_geometry (regions), &reader, cr, &style->region_line, BORDER_WIDTH * style->scale);
  _pivot_region_painter_mark_regions (regions, &reader, style, cr);

  markers = _pivot_region_painter_list_markers (regions, &reader, style);
  for (guint i = 0; markers != NULL && i < markers->len; i++)
    _pivot_region_painter_draw_marker (regions, g_array_index (markers, guint, i), &reader, style, cr);
  _pivot_region_painter_edge_supposed (regions, to_px, &window, style, cr);
  cairo_restore (cr);
}

/**
 * pivot_region_painter_draw_backdrop:
 * @geometry: the shapes around what the map is about
 * @cr: where to
 * @style: colours and scale
 * @to_px: from the geometry's plane to pixels; scale and translation only
 * @width: width of the picture, px
 * @height: its height, px
 *
 * Draws land that carries no figures. Where it was cut out of a larger map it fades, see pivot_map_edge_draw().
 */
void
pivot_region_painter_draw_backdrop (PivotGeometry        *geometry,
                                    cairo_t              *cr,
                                    const PivotStyle     *style,
                                    const cairo_matrix_t *to_px,
                                    double                width,
                                    double                height)
{
  g_auto(PivotRingReader) reader = { 0 };
  PivotBox window;

  g_return_if_fail (geometry != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (to_px != NULL);

  window = get_window (style, width, height);
  pivot_ring_reader_init (&reader, to_px, &window, _pivot_region_painter_get_tolerance (cr));

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_antialias (cr, ANTIALIAS);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  gdk_cairo_set_source_rgba (cr, &style->land);
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (pivot_ring_reader_sees (&reader, &box) && _pivot_region_painter_trace_shape (geometry, i, &reader, NULL, cr))
        cairo_fill (cr);
    }
  stroke_borders (geometry, &reader, cr, &style->land_line, COAST_WIDTH * style->scale);
  cairo_restore (cr);
  pivot_map_edge_draw (geometry, cr, style, to_px, width, height);
}

static void
stroke_cased (cairo_t          *cr,
              const PivotStyle *style,
              const GdkRGBA    *color,
              double            line_width)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &style->casing);
  cairo_set_line_width (cr, line_width + 2 * style->scale);
  /* Two thirds of the casing lie under the line. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke_preserve (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

/**
 * pivot_region_painter_draw_outline:
 * @regions: the regions
 * @region: number of the one to draw
 * @cr: where to
 * @style: colours and scale
 * @to_px: from the geometry's plane to pixels; scale and translation only
 * @width: width of the picture, px
 * @height: its height, px
 * @color: of the line
 * @line_width: of the line, px; its casing adds 1 px × scale on each side
 *
 * Draws the outline of one region over its casing; a ring around the label point if it is smaller than 8 px.
 */
void
pivot_region_painter_draw_outline (PivotRegions         *regions,
                                   guint                 region,
                                   cairo_t              *cr,
                                   const PivotStyle     *style,
                                   const cairo_matrix_t *to_px,
                                   double                width,
                                   double                height,
                                   const GdkRGBA        *color,
                                   double                line_width)
{
  g_auto(PivotRingReader) reader = { 0 };
  PivotGeometry *geometry;
  PivotBox window, box;

  g_return_if_fail (regions != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL && to_px != NULL && color != NULL);

  geometry = pivot_regions_get_geometry (regions);
  g_return_if_fail (region < pivot_geometry_get_n_regions (geometry));

  box = pivot_geometry_get_box (geometry, region);
  if (box.x0 > box.x1)
    return;

  window = get_window (style, width, height);
  pivot_ring_reader_init (&reader, to_px, &window, _pivot_region_painter_get_tolerance (cr));

  cairo_save (cr);
  cairo_new_path (cr);
  if (_pivot_region_painter_is_small (&reader, style, &box))
    _pivot_region_painter_trace_ring (geometry, region, &reader, style, cr);
  else
    _pivot_region_painter_trace_outline (geometry, region, &reader, cr);
  stroke_cased (cr, style, color, line_width);
  cairo_restore (cr);
}

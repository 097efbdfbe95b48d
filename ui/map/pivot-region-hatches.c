/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-painter-private.h"

/* All in px at scale 1. */
#define HATCH_STEP 5.0
#define HATCH_WIDTH 1.1
#define BOUND_STEP 9.0
#define BOUND_WIDTH 1.0

static void
set_bound_color (cairo_t       *cr,
                 const GdkRGBA *fill)
{
  if (_pivot_color_is_dark (fill))
    cairo_set_source_rgba (cr, 1, 1, 1, 0.5);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0.32);
}

/* A limit has its colour, and sparse lines over it that fall the other way than those of no data. */
void
_pivot_region_painter_hatch_bounds (PivotRegions     *regions,
                                    PivotRingReader  *reader,
                                    const PivotStyle *style,
                                    cairo_t          *cr)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  g_auto(PivotHatch) hatch = { 0 };

  pivot_hatch_init (&hatch, BOUND_STEP * style->scale, FALSE, reader->x0, reader->y0);
  cairo_set_line_width (cr, BOUND_WIDTH * style->scale);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (pivot_regions_get_kind (regions, i) != PIVOT_REGION_BOUND || !pivot_ring_reader_sees (reader, &box))
        continue;

      if (!_pivot_region_painter_trace_shape (geometry, i, reader, &hatch, cr))
        continue;

      cairo_new_path (cr);
      pivot_hatch_trace (&hatch, cr);
      set_bound_color (cr, pivot_regions_get_color (regions, i));
      cairo_stroke (cr);
    }
}

/* One direction of the second channel. Regions of a class follow each other rarely, so the hatch is set up for each anew. */
static void
hatch_region (PivotRegions        *regions,
              guint                region,
              const PivotHatching *hatching,
              gboolean             rising,
              PivotRingReader     *reader,
              const PivotStyle    *style,
              cairo_t             *cr)
{
  g_auto(PivotHatch) hatch = { 0 };
  double step = rising ? hatching->rising : hatching->falling;

  if (step <= 0)
    return;

  pivot_hatch_init (&hatch, step * style->scale, rising, reader->x0, reader->y0);
  if (!_pivot_region_painter_trace_shape (pivot_regions_get_geometry (regions), region, reader, &hatch, cr))
    return;

  cairo_new_path (cr);
  pivot_hatch_trace (&hatch, cr);
  pivot_hatching_set_color (hatching, cr, pivot_regions_get_color (regions, region));
  cairo_stroke (cr);
}

void
_pivot_region_painter_hatch_classes (PivotRegions     *regions,
                                     PivotRingReader  *reader,
                                     const PivotStyle *style,
                                     cairo_t          *cr)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);

  cairo_set_line_width (cr, style->scale);
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotHatching hatching = pivot_regions_get_hatching (regions, i);
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (pivot_regions_get_color (regions, i) == NULL || (hatching.rising <= 0 && hatching.falling <= 0) ||
          !pivot_ring_reader_sees (reader, &box))
        continue;

      hatch_region (regions, i, &hatching, TRUE, reader, style, cr);
      hatch_region (regions, i, &hatching, FALSE, reader, style, cr);
    }
}

void
_pivot_region_painter_fill_no_data (PivotRegions     *regions,
                                    PivotRingReader  *reader,
                                    const PivotStyle *style,
                                    cairo_t          *cr)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  g_auto(PivotHatch) hatch = { 0 };

  pivot_hatch_init (&hatch, HATCH_STEP * style->scale, TRUE, reader->x0, reader->y0);
  cairo_set_line_width (cr, HATCH_WIDTH * style->scale);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (pivot_regions_get_kind (regions, i) != PIVOT_REGION_NO_DATA || !pivot_ring_reader_sees (reader, &box))
        continue;

      if (!_pivot_region_painter_trace_shape (geometry, i, reader, &hatch, cr))
        continue;

      gdk_cairo_set_source_rgba (cr, &style->no_data);
      cairo_fill (cr);
      pivot_hatch_trace (&hatch, cr);
      gdk_cairo_set_source_rgba (cr, &style->no_data_line);
      cairo_stroke (cr);
    }
}

/**
 * pivot_region_painter_draw_no_data:
 * @cr: where to
 * @style: colours and scale
 * @x: left edge, px
 * @y: upper edge, px
 * @width: px
 * @height: px
 *
 * Fills a rectangle with the hatching of no data, as on the map.
 */
void
pivot_region_painter_draw_no_data (cairo_t          *cr,
                                   const PivotStyle *style,
                                   double            x,
                                   double            y,
                                   double            width,
                                   double            height)
{
  const double corners[] = { x, y, x + width, y, x + width, y + height, x, y + height };
  g_auto(PivotHatch) hatch = { 0 };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);

  pivot_hatch_init (&hatch, HATCH_STEP * style->scale, TRUE, x + width / 2, y + height / 2);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  gdk_cairo_set_source_rgba (cr, &style->no_data);
  cairo_fill (cr);
  pivot_hatch_add_ring (&hatch, corners, G_N_ELEMENTS (corners) / 2);
  pivot_hatch_trace (&hatch, cr);
  cairo_set_line_width (cr, HATCH_WIDTH * style->scale);
  gdk_cairo_set_source_rgba (cr, &style->no_data_line);
  cairo_stroke (cr);
  cairo_restore (cr);
}

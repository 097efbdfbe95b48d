/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-painter-private.h"

/* All in px at scale 1. */
#define SMALL_REGION 8.0
#define RING_RADIUS 7.0

gboolean
_pivot_region_painter_is_small (const PivotRingReader *reader,
                                const PivotStyle      *style,
                                const PivotBox        *box)
{
  return MAX (reader->xx * (box->x1 - box->x0), reader->yy * (box->y1 - box->y0)) < SMALL_REGION * style->scale;
}

gboolean
_pivot_region_painter_trace_shape (const PivotGeometry *geometry,
                                   guint                region,
                                   PivotRingReader     *reader,
                                   PivotHatch          *hatch,
                                   cairo_t             *cr)
{
  gboolean any = FALSE;

  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    {
      PivotBox box = pivot_geometry_get_polygon_box (geometry, region, p);

      if (!pivot_ring_reader_sees (reader, &box))
        continue;

      for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
        {
          guint n, n_points;
          const double *ring = pivot_geometry_get_ring (geometry, region, p, r, &n);
          const double *points = pivot_ring_reader_fill (reader, ring, n, &n_points);

          if (points == NULL)
            continue;

          cairo_move_to (cr, points[0], points[1]);
          for (guint i = 1; i < n_points; i++)
            cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
          cairo_close_path (cr);
          if (hatch != NULL)
            pivot_hatch_add_ring (hatch, points, n_points);
          any = TRUE;
        }
    }

  return any;
}

void
_pivot_region_painter_trace_outline (const PivotGeometry *geometry,
                                     guint                region,
                                     PivotRingReader     *reader,
                                     cairo_t             *cr)
{
  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    {
      PivotBox box = pivot_geometry_get_polygon_box (geometry, region, p);

      if (!pivot_ring_reader_sees (reader, &box))
        continue;

      for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
        {
          guint n;
          const double *ring = pivot_geometry_get_ring (geometry, region, p, r, &n);

          pivot_ring_reader_trace (reader, ring, n, cr);
        }
    }
}

void
_pivot_region_painter_trace_ring (const PivotGeometry   *geometry,
                                  guint                  region,
                                  const PivotRingReader *reader,
                                  const PivotStyle      *style,
                                  cairo_t               *cr)
{
  double x, y, unused;

  pivot_geometry_get_label (geometry, region, &x, &y, &unused);
  cairo_arc (cr, reader->x0 + reader->xx * x, reader->y0 + reader->yy * y, RING_RADIUS * style->scale, 0, 2 * G_PI);
}

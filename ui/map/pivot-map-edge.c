/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-edge.h"

/* px at scale 1 over which land fades. */
#define FADE 64.0
/* The part of a side that land must lie along for the side to be where somebody cut it, and not its farthest cape. */
#define CUT_PART 0.01

typedef enum
{
  SIDE_LEFT,
  SIDE_TOP,
  SIDE_RIGHT,
  SIDE_BOTTOM,
  N_SIDES,
} Side;

static void
add_ring (const double   *ring,
          guint           n,
          const PivotBox *extent,
          double          lengths[N_SIDES])
{
  for (guint i = 0; i + 1 < n; i++)
    {
      const double *a = ring + 2 * i, *b = a + 2;

      if (a[0] == b[0] && a[0] == extent->x0)
        lengths[SIDE_LEFT] += ABS (a[1] - b[1]);
      else if (a[0] == b[0] && a[0] == extent->x1)
        lengths[SIDE_RIGHT] += ABS (a[1] - b[1]);
      else if (a[1] == b[1] && a[1] == extent->y0)
        lengths[SIDE_TOP] += ABS (a[0] - b[0]);
      else if (a[1] == b[1] && a[1] == extent->y1)
        lengths[SIDE_BOTTOM] += ABS (a[0] - b[0]);
    }
}

/* Which sides of the extent the shapes were cut along. */
static void
find_cuts (PivotGeometry  *geometry,
           const PivotBox *extent,
           gboolean        cut[N_SIDES])
{
  double lengths[N_SIDES] = { 0 };

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, i); p++)
      {
        guint n;
        const double *ring = pivot_geometry_get_ring (geometry, i, p, 0, &n);

        add_ring (ring, n, extent, lengths);
      }

  for (Side side = 0; side < N_SIDES; side++)
    cut[side] = lengths[side] > CUT_PART * (side == SIDE_LEFT || side == SIDE_RIGHT ? extent->y1 - extent->y0
                                                                                    : extent->x1 - extent->x0);
}

/* Paints a band that is opaque at the edge and clear at its inner end. */
static void
draw_band (cairo_t       *cr,
           const GdkRGBA *color,
           gboolean       upright,
           double         edge,
           double         inner,
           double         width,
           double         height)
{
  cairo_pattern_t *fade = upright ? cairo_pattern_create_linear (edge, 0, inner, 0)
                                  : cairo_pattern_create_linear (0, edge, 0, inner);
  double from = MIN (edge, inner), to = MAX (edge, inner);

  cairo_pattern_add_color_stop_rgba (fade, 0, color->red, color->green, color->blue, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, color->red, color->green, color->blue, 0);
  if (upright)
    cairo_rectangle (cr, from, 0, to - from, height);
  else
    cairo_rectangle (cr, 0, from, width, to - from);
  cairo_set_source (cr, fade);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
}

/**
 * pivot_map_edge_draw:
 * @geometry: shapes that have been drawn
 * @cr: where
 * @style: colours and scale
 * @to_px: from the geometry's plane to pixels; scale and translation only
 * @width: width of the picture, px
 * @height: its height, px
 *
 * Where a file of shapes was cut out of a larger one, its land ends in a straight line as no coast does. There it fades into the
 * ground instead. Nothing is drawn where shapes end by themselves.
 */
void
pivot_map_edge_draw (PivotGeometry        *geometry,
                     cairo_t              *cr,
                     const PivotStyle     *style,
                     const cairo_matrix_t *to_px,
                     double                width,
                     double                height)
{
  PivotBox extent;
  double edges[N_SIDES], inner[N_SIDES];
  gboolean cut[N_SIDES];

  g_return_if_fail (geometry != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (to_px != NULL);

  extent = pivot_geometry_get_extent (geometry);
  if (extent.x0 >= extent.x1 || extent.y0 >= extent.y1)
    return;

  /* A line has half its width outside. */
  edges[SIDE_LEFT] = to_px->x0 + to_px->xx * extent.x0 - style->scale;
  edges[SIDE_RIGHT] = to_px->x0 + to_px->xx * extent.x1 + style->scale;
  edges[SIDE_TOP] = to_px->y0 + to_px->yy * extent.y0 - style->scale;
  edges[SIDE_BOTTOM] = to_px->y0 + to_px->yy * extent.y1 + style->scale;
  inner[SIDE_LEFT] = edges[SIDE_LEFT] + FADE * style->scale;
  inner[SIDE_RIGHT] = edges[SIDE_RIGHT] - FADE * style->scale;
  inner[SIDE_TOP] = edges[SIDE_TOP] + FADE * style->scale;
  inner[SIDE_BOTTOM] = edges[SIDE_BOTTOM] - FADE * style->scale;
  if (inner[SIDE_LEFT] <= 0 && inner[SIDE_RIGHT] >= width && inner[SIDE_TOP] <= 0 && inner[SIDE_BOTTOM] >= height)
    return;

  find_cuts (geometry, &extent, cut);
  cairo_save (cr);
  cairo_new_path (cr);
  for (Side side = 0; side < N_SIDES; side++)
    if (cut[side])
      draw_band (cr, &style->background, side == SIDE_LEFT || side == SIDE_RIGHT, edges[side], inner[side], width, height);
  cairo_restore (cr);
}

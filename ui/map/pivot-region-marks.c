/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-region-painter-private.h"

/* All in px at scale 1. */
#define MARKER_RADIUS 4.5
#define EDGE_WIDTH 8.0
#define EDGE_TOLERANCE 7.0

/* With more small regions than this, and more than a quarter of all, markers would hide the map. That all are counted and not
 * those in sight lets a picture be drawn in pieces. */
#define MAX_MARKERS 12

double
_pivot_region_painter_get_marker_radius (const PivotStyle *style)
{
  return MARKER_RADIUS * style->scale;
}

static gboolean
is_in_window (const PivotRingReader *reader,
              const PivotBox        *box)
{
  PivotBox px = pivot_ring_reader_map_box (reader, box);

  return px.x0 <= reader->window.x1 && px.x1 >= reader->window.x0 &&
         px.y0 <= reader->window.y1 && px.y1 >= reader->window.y0;
}

GArray *
_pivot_region_painter_list_markers (PivotRegions          *regions,
                                    const PivotRingReader *reader,
                                    const PivotStyle      *style)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  g_autoptr(GArray) markers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_regions = pivot_geometry_get_n_regions (geometry);
  guint n_small = 0;

  for (guint i = 0; i < n_regions; i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (box.x0 > box.x1 || !_pivot_region_painter_is_small (reader, style, &box))
        continue;

      n_small++;
      if (is_in_window (reader, &box))
        g_array_append_val (markers, i);
    }

  if (n_small > MAX_MARKERS && n_small > n_regions / 4)
    return NULL;

  return g_steal_pointer (&markers);
}

/* A place whose class is a matter of the method: a dashed outline over the border. */
void
_pivot_region_painter_mark_regions (PivotRegions     *regions,
                                    PivotRingReader  *reader,
                                    const PivotStyle *style,
                                    cairo_t          *cr)
{
  const double dashes[] = { 4 * style->scale, 3 * style->scale };
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      /* Where there is no room for a dash there is none for its meaning either. */
      if (!pivot_regions_get_marked (regions, i) || !pivot_ring_reader_sees (reader, &box) ||
          _pivot_region_painter_is_small (reader, style, &box))
        continue;

      _pivot_region_painter_trace_outline (geometry, i, reader, cr);
      cairo_set_dash (cr, NULL, 0, 0);
      gdk_cairo_set_source_rgba (cr, &style->casing);
      cairo_set_line_width (cr, 2.6 * style->scale);
      cairo_stroke_preserve (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      gdk_cairo_set_source_rgba (cr, &style->foreground);
      cairo_set_line_width (cr, 1.4 * style->scale);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* What is assumed keeps its colour and gets an edge that nothing else has; where there is only a marker, a ring around that. Strokes
 * across a coast in all its detail would be a thicket, so the edge follows it roughly. */
void
_pivot_region_painter_edge_supposed (PivotRegions         *regions,
                                     const cairo_matrix_t *to_px,
                                     const PivotBox       *window,
                                     const PivotStyle     *style,
                                     cairo_t              *cr)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  g_auto(PivotRingReader) own = { 0 };
  PivotRingReader *reader = &own;

  pivot_ring_reader_init (reader, to_px, window, EDGE_TOLERANCE * style->scale);
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);

      if (!pivot_regions_get_supposed (regions, i) || box.x0 > box.x1)
        continue;

      cairo_new_path (cr);
      if (_pivot_region_painter_is_small (reader, style, &box))
        _pivot_region_painter_trace_ring (geometry, i, reader, style, cr);
      else if (pivot_ring_reader_sees (reader, &box))
        _pivot_region_painter_trace_outline (geometry, i, reader, cr);
      pivot_hatch_stroke_edge (cr, style, EDGE_WIDTH * style->scale);
    }
}

void
_pivot_region_painter_draw_marker (PivotRegions          *regions,
                                   guint                  region,
                                   const PivotRingReader *reader,
                                   const PivotStyle      *style,
                                   cairo_t               *cr)
{
  const GdkRGBA *color = pivot_regions_get_color (regions, region);
  double radius = MARKER_RADIUS * style->scale;
  double x, y, unused;

  pivot_geometry_get_label (pivot_regions_get_geometry (regions), region, &x, &y, &unused);
  x = reader->x0 + reader->xx * x;
  y = reader->y0 + reader->yy * y;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, color != NULL ? color : &style->no_data);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->region_line);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);

  if (pivot_regions_get_kind (regions, region) == PIVOT_REGION_VALUE)
    return;

  /* There is no room for a hatch: one line through the circle says the same, in the hatch's direction. */
  cairo_move_to (cr, x - radius * G_SQRT2 / 2, y + (color == NULL ? 1 : -1) * radius * G_SQRT2 / 2);
  cairo_line_to (cr, x + radius * G_SQRT2 / 2, y - (color == NULL ? 1 : -1) * radius * G_SQRT2 / 2);
  cairo_stroke (cr);
}

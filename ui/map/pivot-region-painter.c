/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-painter.h"

#include <cairo.h>
#include <math.h>

#include "pivot-hatch.h"
#include "pivot-map-edge.h"
#include "pivot-region-painter-private.h"

/* All in px at scale 1. */
#define BORDER_WIDTH 0.8
#define COAST_WIDTH 0.7
#define HATCH_STEP 5.0
#define HATCH_WIDTH 1.1
#define BOUND_STEP 9.0
#define BOUND_WIDTH 1.0
#define MARKER_RADIUS 4.5
#define SMALL_REGION 8.0
#define RING_RADIUS 7.0
#define EDGE_WIDTH 8.0
#define EDGE_TOLERANCE 7.0
/* What reaches past the picture's edge is drawn this far, so that no line ends within it. */
#define MARGIN 16.0

/* Cairo's best is twice as slow here, and nobody can tell the difference: 60 against 33 ms for a picture of 1792 × 1200 px. Files of
 * outlines are not smoothed at all. */
#define ANTIALIAS CAIRO_ANTIALIAS_FAST

/* With more small regions than this, and more than a quarter of all, markers would hide the map. That all are counted and not
 * those in sight lets a picture be drawn in pieces. */
#define MAX_MARKERS 12

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

double
_pivot_region_painter_get_marker_radius (const PivotStyle *style)
{
  return MARKER_RADIUS * style->scale;
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

static gboolean
is_small (const PivotRingReader *reader,
          const PivotStyle      *style,
          const PivotBox        *box)
{
  return MAX (reader->xx * (box->x1 - box->x0), reader->yy * (box->y1 - box->y0)) < SMALL_REGION * style->scale;
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

      if (box.x0 > box.x1 || !is_small (reader, style, &box))
        continue;

      n_small++;
      if (is_in_window (reader, &box))
        g_array_append_val (markers, i);
    }

  if (n_small > MAX_MARKERS && n_small > n_regions / 4)
    return NULL;

  return g_steal_pointer (&markers);
}

/* Puts the visible rings of a region on the path, and into the hatch if there is one. */
static gboolean
trace_shape (const PivotGeometry *geometry,
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

static void
trace_outline (const PivotGeometry *geometry,
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
      if (trace_shape (geometry, i, reader, NULL, cr))
        cairo_fill (cr);
    }
}

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
static void
hatch_bounds (PivotRegions     *regions,
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

      if (!trace_shape (geometry, i, reader, &hatch, cr))
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
  if (!trace_shape (pivot_regions_get_geometry (regions), region, reader, &hatch, cr))
    return;

  cairo_new_path (cr);
  pivot_hatch_trace (&hatch, cr);
  pivot_hatching_set_color (hatching, cr, pivot_regions_get_color (regions, region));
  cairo_stroke (cr);
}

static void
hatch_classes (PivotRegions     *regions,
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

/* A place whose class is a matter of the method: a dashed outline over the border. */
static void
mark_regions (PivotRegions     *regions,
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
      if (!pivot_regions_get_marked (regions, i) || !pivot_ring_reader_sees (reader, &box) || is_small (reader, style, &box))
        continue;

      trace_outline (geometry, i, reader, cr);
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
static void
edge_supposed (PivotRegions         *regions,
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
      double x, y, unused;

      if (!pivot_regions_get_supposed (regions, i) || box.x0 > box.x1)
        continue;

      cairo_new_path (cr);
      if (is_small (reader, style, &box))
        {
          pivot_geometry_get_label (geometry, i, &x, &y, &unused);
          cairo_arc (cr, reader->x0 + reader->xx * x, reader->y0 + reader->yy * y, RING_RADIUS * style->scale, 0, 2 * G_PI);
        }
      else if (pivot_ring_reader_sees (reader, &box))
        trace_outline (geometry, i, reader, cr);
      pivot_hatch_stroke_edge (cr, style, EDGE_WIDTH * style->scale);
    }
}

static void
fill_no_data (PivotRegions     *regions,
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

      if (!trace_shape (geometry, i, reader, &hatch, cr))
        continue;

      gdk_cairo_set_source_rgba (cr, &style->no_data);
      cairo_fill (cr);
      pivot_hatch_trace (&hatch, cr);
      gdk_cairo_set_source_rgba (cr, &style->no_data_line);
      cairo_stroke (cr);
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

      trace_outline (geometry, i, reader, cr);
      cairo_stroke (cr);
    }
}

static void
draw_marker (PivotRegions          *regions,
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
  fill_no_data (regions, &reader, style, cr);
  fill_values (regions, &reader, cr);
  hatch_classes (regions, &reader, style, cr);
  hatch_bounds (regions, &reader, style, cr);
  stroke_borders (pivot_regions_get_geometry (regions), &reader, cr, &style->region_line, BORDER_WIDTH * style->scale);
  mark_regions (regions, &reader, style, cr);

  markers = _pivot_region_painter_list_markers (regions, &reader, style);
  for (guint i = 0; markers != NULL && i < markers->len; i++)
    draw_marker (regions, g_array_index (markers, guint, i), &reader, style, cr);
  edge_supposed (regions, to_px, &window, style, cr);
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

      if (pivot_ring_reader_sees (&reader, &box) && trace_shape (geometry, i, &reader, NULL, cr))
        cairo_fill (cr);
    }
  stroke_borders (geometry, &reader, cr, &style->land_line, COAST_WIDTH * style->scale);
  cairo_restore (cr);
  pivot_map_edge_draw (geometry, cr, style, to_px, width, height);
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
  if (is_small (&reader, style, &box))
    {
      double x, y, unused;

      pivot_geometry_get_label (geometry, region, &x, &y, &unused);
      cairo_arc (cr, reader.x0 + reader.xx * x, reader.y0 + reader.yy * y, RING_RADIUS * style->scale, 0, 2 * G_PI);
    }
  else
    trace_outline (geometry, region, &reader, cr);

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
  cairo_restore (cr);
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

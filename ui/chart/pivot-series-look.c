/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-look.h"

#define HATCH_SPACING 5.0

typedef struct
{
  const char *light, *dark;
  double      dashes[4];
  int         n_dashes;
  PivotMarker marker;
} Slot;

/* Each colour has a contrast of at least 3 : 1 to the paper. The first three differ in lightness as well, so that bars of up to
 * three series are told apart in grey; lines have dashes and markers of their own besides. */
static const Slot slots[PIVOT_SERIES_SLOTS] = {
  { "#173f7a", "#4585dc", { 0 }, 0, PIVOT_MARKER_DISC },
  { "#cf8100", "#f8cf3c", { 5, 2.5 }, 2, PIVOT_MARKER_SQUARE },
  { "#0b7d68", "#3fb89a", { 1.5, 2 }, 2, PIVOT_MARKER_UP },
  { "#a2295f", "#e0679f", { 7, 2, 1.5, 2 }, 4, PIVOT_MARKER_DIAMOND },
  { "#6b5fc7", "#a99cf5", { 3, 1.5 }, 2, PIVOT_MARKER_DOWN },
  { "#d9542b", "#ff8a65", { 9, 3 }, 2, PIVOT_MARKER_CROSS },
  { "#4a4a52", "#d7d6dc", { 1, 1.2 }, 2, PIVOT_MARKER_PLUS },
  { "#2f8fb8", "#6cc4e8", { 4, 1.5, 1, 1.5 }, 4, PIVOT_MARKER_BAR },
};

/**
 * pivot_series_look_init:
 * @look: (out caller-allocates): the look
 * @style: how drawings look
 * @slot: number of the series; beyond the last look they begin anew
 *
 * Gets how a series is told apart from others.
 */
void
pivot_series_look_init (PivotSeriesLook  *look,
                        const PivotStyle *style,
                        guint             slot)
{
  const Slot *from = &slots[slot % PIVOT_SERIES_SLOTS];

  g_return_if_fail (look != NULL && style != NULL);

  *look = (PivotSeriesLook) { .n_dashes = from->n_dashes, .marker = from->marker };
  memcpy (look->dashes, from->dashes, sizeof look->dashes);
  gdk_rgba_parse (&look->color, style->dark ? from->dark : from->light);
}

static void
trace_polygon (cairo_t *cr,
               double   x,
               double   y,
               double   radius,
               int      n,
               double   turn)
{
  for (int i = 0; i < n; i++)
    {
      double angle = turn + 2 * G_PI * i / n;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr,
             double   x,
             double   y,
             double   size,
             double   turn)
{
  for (int i = 0; i < 4; i++)
    {
      double angle = turn + G_PI / 2 * i;

      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + size * cos (angle), y + size * sin (angle));
    }
}

/* TRUE if the shape has an inside. */
static gboolean
trace_marker (cairo_t     *cr,
              PivotMarker  marker,
              double       x,
              double       y,
              double       size)
{
  cairo_new_path (cr);
  switch (marker)
    {
    case PIVOT_MARKER_SQUARE:
      cairo_rectangle (cr, x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
      return TRUE;
    case PIVOT_MARKER_UP:
      trace_polygon (cr, x, y + size * 0.15, size * 1.25, 3, -G_PI / 2);
      return TRUE;
    case PIVOT_MARKER_DIAMOND:
      trace_polygon (cr, x, y, size * 1.2, 4, 0);
      return TRUE;
    case PIVOT_MARKER_DOWN:
      trace_polygon (cr, x, y - size * 0.15, size * 1.25, 3, G_PI / 2);
      return TRUE;
    case PIVOT_MARKER_CROSS:
      trace_cross (cr, x, y, size * 1.3, G_PI / 4);
      return FALSE;
    case PIVOT_MARKER_PLUS:
      trace_cross (cr, x, y, size * 1.3, 0);
      return FALSE;
    case PIVOT_MARKER_BAR:
      cairo_rectangle (cr, x - size * 1.1, y - size * 0.45, size * 2.2, size * 0.9);
      return TRUE;
    case PIVOT_MARKER_DISC:
    default:
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      return TRUE;
    }
}

/**
 * pivot_marker_draw:
 * @cr: where to draw
 * @marker: a shape
 * @x: its middle
 * @y: its middle
 * @size: from the middle to the rim
 * @hollow: whether it stands for a limit, not for a figure
 * @color: its colour
 * @paper: what is under it: its rim, and its inside if @hollow
 * @line: width of lines
 *
 * Draws a marker.
 */
void
pivot_marker_draw (cairo_t       *cr,
                   PivotMarker    marker,
                   double         x,
                   double         y,
                   double         size,
                   gboolean       hollow,
                   const GdkRGBA *color,
                   const GdkRGBA *paper,
                   double         line)
{
  gboolean solid = trace_marker (cr, marker, x, y, size);

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, solid ? 2 * line : 3.5 * line);
  gdk_cairo_set_source_rgba (cr, paper);
  cairo_stroke_preserve (cr);

  if (!solid || hollow)
    {
      if (solid)
        cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, color);
      cairo_set_line_width (cr, 1.75 * line);
      cairo_stroke (cr);
      return;
    }

  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

/**
 * pivot_hatch_box:
 * @cr: where to draw
 * @box: what is hatched
 * @color: colour of the lines
 * @scale: how large lines are
 *
 * Draws slanted lines over a box: no data, or a limit.
 */
void
pivot_hatch_box (cairo_t                 *cr,
                 const cairo_rectangle_t *box,
                 const GdkRGBA           *color,
                 double                   scale)
{
  /* Closer lines would be one surface, and at scale 0 there would be no end of them. */
  double step = MAX (HATCH_SPACING * scale, 1.0);

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, scale);
  for (double at = box->x - box->height; at < box->x + box->width; at += step)
    {
      cairo_move_to (cr, at, box->y + box->height);
      cairo_line_to (cr, at + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

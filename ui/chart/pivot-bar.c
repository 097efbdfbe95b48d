/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-bar.h"
#include "pivot-hatch.h"

#define STUB_WIDTH 22.0
#define HATCH_SPACING 4.0
#define EDGE_WIDTH 3.5
#define LEAST_WIDTH 1.5    /* a bar of a figure near zero is still seen */

/* Fills the current path with slanted lines. */
static void
hatch (cairo_t       *cr,
       const GdkRGBA *color,
       double         x,
       double         y,
       double         width,
       double         height,
       double         scale)
{
  double spacing = HATCH_SPACING * scale;

  cairo_save (cr);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, scale);
  for (double at = x - height; at < x + width; at += spacing)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stub (cairo_t          *cr,
           const PivotStyle *style,
           double            x,
           double            y,
           double            width,
           double            height)
{
  cairo_rectangle (cr, x, y, width, height);
  gdk_cairo_set_source_rgba (cr, &style->no_data);
  cairo_fill_preserve (cr);
  hatch (cr, &style->no_data_line, x, y, width, height, style->scale);

  cairo_rectangle (cr, x + style->scale / 2, y + style->scale / 2, width - style->scale, height - style->scale);
  gdk_cairo_set_source_rgba (cr, &style->no_data_line);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);
}

/* The three sides of a bar but that at x1: where the value is, it stays open. */
static void
trace_open (cairo_t *cr,
            double   x0,
            double   x1,
            double   y,
            double   height)
{
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x0, y);
  cairo_line_to (cr, x0, y + height);
  cairo_line_to (cr, x1, y + height);
}

static void
draw_value (cairo_t          *cr,
            const PivotStyle *style,
            const PivotBar   *bar,
            double            x0,
            double            x1,
            double            y,
            double            height)
{
  double line = style->scale;
  double inset = line / 2;
  double sign = x1 < x0 ? -1 : 1;
  GdkRGBA outline;

  if (fabs (x1 - x0) < LEAST_WIDTH * style->scale)
    x1 = x0 + sign * LEAST_WIDTH * style->scale;

  pivot_color_mix (&bar->color, &style->foreground, 0.45, &outline);
  cairo_rectangle (cr, MIN (x0, x1), y, fabs (x1 - x0), height);

  if (bar->bound)
    {
      GdkRGBA pale;

      pivot_color_mix (&bar->color, &style->paper, 0.75, &pale);
      gdk_cairo_set_source_rgba (cr, &pale);
      cairo_fill_preserve (cr);
      hatch (cr, &outline, MIN (x0, x1), y, fabs (x1 - x0), height, style->scale);
      trace_open (cr, x0 + sign * inset, x1, y + inset, height - line);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &bar->color);
      cairo_fill (cr);
      cairo_rectangle (cr, MIN (x0, x1) + inset, y + inset, MAX (0, fabs (x1 - x0) - line), height - line);
    }

  gdk_cairo_set_source_rgba (cr, &outline);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);

  if (bar->supposed)
    {
      double half = MIN (EDGE_WIDTH, height / 3) * style->scale / 2;

      cairo_rectangle (cr, MIN (x0, x1) + half, y + half, MAX (0, fabs (x1 - x0) - 2 * half), height - 2 * half);
      pivot_hatch_stroke_edge (cr, style, 2 * half);
    }
}

/**
 * pivot_bar_draw:
 * @cr: where to draw
 * @style: how it looks
 * @bar: what to draw
 * @width: width of the track
 * @height: height of the track
 *
 * Draws one bar of a ranking: a value, a limit (hatched, with an open end) or a missing value (a hatched stub).
 */
void
pivot_bar_draw (cairo_t          *cr,
                const PivotStyle *style,
                const PivotBar   *bar,
                double            width,
                double            height)
{
  double inset, thickness, zero;

  g_return_if_fail (cr != NULL && style != NULL && bar != NULL);

  if (width < 1 || height < 1)
    return;

  inset = floor (height * 0.14);
  thickness = height - 2 * inset;
  zero = floor (bar->zero * (width - style->scale)) + style->scale / 2;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);

  if (bar->missing)
    draw_stub (cr, style, bar->zero > 0 && bar->zero < 1 ? zero : 0, inset,
               MIN (STUB_WIDTH * style->scale, width), thickness);
  else
    draw_value (cr, style, bar, CLAMP (bar->from, 0, 1) * width, CLAMP (bar->to, 0, 1) * width, inset, thickness);

  if (bar->zero >= 0 && bar->zero <= 1)
    {
      gdk_cairo_set_source_rgba (cr, &style->axis);
      cairo_set_line_width (cr, style->scale);
      cairo_move_to (cr, zero, 0);
      cairo_line_to (cr, zero, height);
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}

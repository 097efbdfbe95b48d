/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-sign.h"

#include <math.h>

/* How much of the colour is left in what another source adds. */
#define PALE 0.3
#define STRIPE_STEP 4.0

static void
trace_polygon (cairo_t *cr,
               double   x,
               double   y,
               double   radius,
               guint    corners,
               double   first)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = first + 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Shapes differ in reach so that they look equally large. */
void
pivot_sign_trace (cairo_t        *cr,
                  PivotSignShape  shape,
                  double          x,
                  double          y,
                  double          radius)
{
  cairo_new_path (cr);
  switch (shape)
    {
    case PIVOT_SIGN_HOUSE:
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y - radius * 0.1);
      cairo_line_to (cr, x + radius * 0.72, y - radius * 0.1);
      cairo_line_to (cr, x + radius * 0.72, y + radius * 0.85);
      cairo_line_to (cr, x - radius * 0.72, y + radius * 0.85);
      cairo_line_to (cr, x - radius * 0.72, y - radius * 0.1);
      cairo_line_to (cr, x - radius, y - radius * 0.1);
      cairo_close_path (cr);
      break;
    case PIVOT_SIGN_TRIANGLE:
      trace_polygon (cr, x, y + radius * 0.2, radius * 1.12, 3, -G_PI / 2);
      break;
    case PIVOT_SIGN_SQUARE:
      cairo_rectangle (cr, x - radius * 0.82, y - radius * 0.82, radius * 1.64, radius * 1.64);
      break;
    case PIVOT_SIGN_HEXAGON:
      trace_polygon (cr, x, y, radius * 1.02, 6, 0);
      break;
    case PIVOT_SIGN_DIAMOND:
      trace_polygon (cr, x, y, radius * 1.08, 4, 0);
      break;
    case PIVOT_SIGN_CIRCLE:
    default:
      cairo_arc (cr, x, y, radius * 0.92, 0, 2 * G_PI);
    }
}

static void
fill_stripes (cairo_t       *cr,
              const GdkRGBA *color,
              double         x,
              double         y,
              double         width,
              double         height,
              double         scale)
{
  double step = STRIPE_STEP * scale;

  for (double at = -height; at < width; at += step)
    {
      cairo_move_to (cr, x + at, y + height);
      cairo_line_to (cr, x + at + height, y);
    }
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, step * 0.36);
  cairo_stroke (cr);
}

/* Fills the path of cr, which lies in the box, as the sign says. */
static void
fill_pattern (cairo_t          *cr,
              const PivotStyle *style,
              const PivotSign  *sign,
              double            x,
              double            y,
              double            width,
              double            height)
{
  GdkRGBA first = sign->color;
  GdkRGBA second = sign->second;
  GdkRGBA stripe;

  if (sign->added)
    {
      pivot_color_mix (&style->paper, &sign->color, PALE, &first);
      pivot_color_mix (&style->paper, &sign->second, PALE, &second);
    }

  cairo_save (cr);
  cairo_clip (cr);
  switch (sign->fill)
    {
    case PIVOT_SIGN_STRIPED:
      pivot_color_mix (&first, &style->paper, sign->added ? 0.8 : 0.62, &stripe);
      gdk_cairo_set_source_rgba (cr, &first);
      cairo_paint (cr);
      fill_stripes (cr, &stripe, x, y, width, height, style->scale);
      break;
    case PIVOT_SIGN_HALVED:
      gdk_cairo_set_source_rgba (cr, &first);
      cairo_rectangle (cr, x, y, width / 2, height);
      cairo_fill (cr);
      gdk_cairo_set_source_rgba (cr, &second);
      cairo_rectangle (cr, x + width / 2, y, width / 2, height);
      cairo_fill (cr);
      break;
    case PIVOT_SIGN_PLAIN:
    case PIVOT_SIGN_SOLID:
    default:
      gdk_cairo_set_source_rgba (cr, &first);
      cairo_paint (cr);
    }
  cairo_restore (cr);
}

/* An exclamation mark in a disc, at the upper right. */
static void
draw_badge (cairo_t          *cr,
            const PivotStyle *style,
            double            x,
            double            y,
            double            radius)
{
  static const GdkRGBA ground = { 0.96f, 0.76f, 0.07f, 1 };
  static const GdkRGBA ink = { 0.1f, 0.1f, 0.1f, 1 };

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius * 1.3, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, radius * 0.36);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x, y - radius * 0.58);
  cairo_line_to (cr, x, y + radius * 0.08);
  cairo_stroke (cr);
  cairo_arc (cr, x, y + radius * 0.55, radius * 0.2, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
stroke_outline (cairo_t          *cr,
                const PivotStyle *style,
                const PivotSign  *sign,
                double            width)
{
  const double dash[] = { 2.4 * style->scale, 1.8 * style->scale };

  if (sign->added)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  gdk_cairo_set_source_rgba (cr, &sign->color);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * pivot_sign_draw: (skip)
 * @cr: where to draw
 * @style: how it looks
 * @sign: what it tells
 * @x: its middle
 * @y: its middle
 * @radius: how far it reaches
 *
 * Draws the sign of an event, set off from what is under it.
 */
void
pivot_sign_draw (cairo_t          *cr,
                 const PivotStyle *style,
                 const PivotSign  *sign,
                 double            x,
                 double            y,
                 double            radius)
{
  cairo_save (cr);

  pivot_sign_trace (cr, sign->shape, x, y, radius);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3.5 * style->scale);
  cairo_stroke_preserve (cr);
  fill_pattern (cr, style, sign, x - radius * 1.2, y - radius * 1.2, radius * 2.4, radius * 2.4);
  pivot_sign_trace (cr, sign->shape, x, y, radius);
  stroke_outline (cr, style, sign, 1.3 * style->scale);

  if (sign->disputed)
    draw_badge (cr, style, x + radius * 0.85, y - radius * 0.75, radius * 0.62);

  cairo_restore (cr);
}

/**
 * pivot_sign_draw_bar: (skip)
 * @cr: where to draw
 * @style: how it looks
 * @sign: what it tells
 * @box: the bar
 * @lasting: whether it took so long; else the time is not known better
 *
 * Draws the time of an event.
 */
void
pivot_sign_draw_bar (cairo_t                 *cr,
                     const PivotStyle        *style,
                     const PivotSign         *sign,
                     const cairo_rectangle_t *box,
                     gboolean                 lasting)
{
  double inset = 0.5 * style->scale;
  double left = box->x + inset, right = box->x + box->width - inset;
  double top = box->y + inset, bottom = box->y + box->height - inset;
  GdkRGBA fill;

  pivot_color_mix (&style->paper, &sign->color, lasting ? 0.34 : 0.16, &fill);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);

  /* What lasted has both ends; what is only known roughly fades into dotted ones. */
  cairo_set_line_width (cr, 1 * style->scale);
  gdk_cairo_set_source_rgba (cr, &sign->color);
  if (lasting)
    cairo_rectangle (cr, left, top, right - left, bottom - top);
  else
    {
      const double dash[] = { 1.5 * style->scale, 1.5 * style->scale };

      cairo_set_dash (cr, dash, 2, 0);
      cairo_move_to (cr, left, top);
      cairo_line_to (cr, left, bottom);
      cairo_move_to (cr, right, top);
      cairo_line_to (cr, right, bottom);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * pivot_sign_fill_box: (skip)
 * @cr: where to draw
 * @style: how it looks
 * @sign: what it tells
 * @box: what to fill
 *
 * Fills a box as the sign of a party is filled.
 */
void
pivot_sign_fill_box (cairo_t                 *cr,
                     const PivotStyle        *style,
                     const PivotSign         *sign,
                     const cairo_rectangle_t *box)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  fill_pattern (cr, style, sign, box->x, box->y, box->width, box->height);
}

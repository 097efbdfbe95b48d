/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-sign.h"

#include <math.h>

/* How much of the colour is left in what another source adds. */
#define PALE 0.3
#define STRIPE_STEP 4.0
#define STRIPE_PART 0.4
#define SOFT 0.08

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

/* Stripes at 45° as a gradient that repeats: without a clip, which must not be recorded (see pivot-picture.h). The edges of the
 * stripes are a little soft, as lines would be. */
static cairo_pattern_t *
new_stripes (const GdkRGBA *ground,
             const GdkRGBA *stripe,
             double         part,
             double         step,
             double         x,
             double         y)
{
  double across = step * G_SQRT2 / 2;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x, y, x + across, y + across);
  const struct { double at; const GdkRGBA *color; } stops[] = {
    { 0, ground }, { 1 - part - SOFT, ground }, { 1 - part + SOFT, stripe }, { 1 - SOFT, stripe }, { 1, ground },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i].at, stops[i].color->red, stops[i].color->green,
                                       stops[i].color->blue, stops[i].color->alpha);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);

  return pattern;
}

static cairo_pattern_t *
new_halves (const GdkRGBA *left,
            const GdkRGBA *right,
            double         x,
            double         width)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x, 0, x + width, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0.5, left->red, left->green, left->blue, left->alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 0.5, right->red, right->green, right->blue, right->alpha);

  return pattern;
}

/* Fills the path of cr, which begins at (x, y) and is so wide, as the sign says. long_box: halves would look like two parts. */
static void
fill_pattern (cairo_t          *cr,
              const PivotStyle *style,
              const PivotSign  *sign,
              double            x,
              double            y,
              double            width,
              gboolean          long_box)
{
  GdkRGBA first = sign->color;
  GdkRGBA second = sign->second;
  GdkRGBA stripe;
  cairo_pattern_t *pattern = NULL;

  if (sign->added)
    {
      pivot_color_mix (&style->paper, &sign->color, PALE, &first);
      pivot_color_mix (&style->paper, &sign->second, PALE, &second);
    }

  pivot_color_mix (&first, &style->paper, sign->added ? 0.8 : 0.62, &stripe);
  if (sign->fill == PIVOT_SIGN_STRIPED)
    pattern = new_stripes (&first, &stripe, STRIPE_PART, STRIPE_STEP * style->scale, x, y);
  else if (sign->fill == PIVOT_SIGN_HALVED && long_box)
    pattern = new_stripes (&first, &second, 0.5, 2 * STRIPE_STEP * style->scale, x, y);
  else if (sign->fill == PIVOT_SIGN_HALVED)
    pattern = new_halves (&first, &second, x, width);

  if (pattern != NULL)
    cairo_set_source (cr, pattern);
  else
    gdk_cairo_set_source_rgba (cr, &first);
  cairo_fill (cr);
  g_clear_pointer (&pattern, cairo_pattern_destroy);
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
  fill_pattern (cr, style, sign, x - radius * 1.2, y - radius * 1.2, radius * 2.4, FALSE);
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
  fill_pattern (cr, style, sign, box->x, box->y, box->width, TRUE);
}

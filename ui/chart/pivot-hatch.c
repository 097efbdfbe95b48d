/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-hatch.h"

#include "pivot-style.h"

#include <math.h>

/* Where a ring crosses a line of the hatch. With across = x ± y and along = x ∓ y, line number n is across = n · step · √2. */
typedef struct
{
  int    line;
  double along;
} Crossing;

void
pivot_hatch_init (PivotHatch *self,
                  double      step,
                  gboolean    rising,
                  double      x0,
                  double      y0)
{
  *self = (PivotHatch) {
    .step = step * G_SQRT2,
    .rising = rising,
    .x0 = x0,
    .y0 = y0,
    .crossings = g_array_new (FALSE, FALSE, sizeof (Crossing)),
  };
}

void
pivot_hatch_clear (PivotHatch *self)
{
  g_clear_pointer (&self->crossings, g_array_unref);
}

static void
add_edge (PivotHatch   *self,
          const double *a,
          const double *b)
{
  double sign = self->rising ? 1 : -1;
  double across_a = ((a[0] - self->x0) + sign * (a[1] - self->y0)) / self->step;
  double across_b = ((b[0] - self->x0) + sign * (b[1] - self->y0)) / self->step;
  double along_a = (a[0] - self->x0) - sign * (a[1] - self->y0);
  double along_b = (b[0] - self->x0) - sign * (b[1] - self->y0);

  /* The lower end belongs to the edge and the upper one does not, so that a corner on a line counts once. */
  for (double line = ceil (MIN (across_a, across_b)); line < MAX (across_a, across_b); line++)
    {
      double t = (line - across_a) / (across_b - across_a);
      Crossing crossing = { (int) line, along_a + t * (along_b - along_a) };

      g_array_append_val (self->crossings, crossing);
    }
}

void
pivot_hatch_add_ring (PivotHatch   *self,
                      const double *points,
                      guint         n)
{
  for (guint i = 0; i < n; i++)
    add_edge (self, points + 2 * i, points + 2 * ((i + 1) % n));
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  const Crossing *one = a, *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;

  return (one->along > other->along) - (one->along < other->along);
}

static void
get_point (const PivotHatch *self,
           const Crossing   *crossing,
           double           *x,
           double           *y)
{
  double across = crossing->line * self->step;
  double sign = self->rising ? 1 : -1;

  *x = self->x0 + (across + crossing->along) / 2;
  *y = self->y0 + sign * (across - crossing->along) / 2;
}

void
pivot_hatch_trace (PivotHatch *self,
                   cairo_t    *cr)
{
  const Crossing *crossings = (const Crossing *) (gpointer) self->crossings->data;

  g_array_sort (self->crossings, compare_crossings);

  /* A closed ring crosses a line an even number of times: each pair is a stretch inside. */
  for (guint i = 0; i + 1 < self->crossings->len; i += 2)
    {
      double x, y;

      get_point (self, &crossings[i], &x, &y);
      cairo_move_to (cr, x, y);
      get_point (self, &crossings[i + 1], &x, &y);
      cairo_line_to (cr, x, y);
    }

  g_array_set_size (self->crossings, 0);
}

/* Dark on light and light on dark, by the luma of ITU-R BT.601. */
static GdkRGBA
choose_color (const GdkRGBA *under)
{
  if (0.299 * under->red + 0.587 * under->green + 0.114 * under->blue < 0.52)
    return (GdkRGBA) { 1, 1, 1, 0.62 };

  return (GdkRGBA) { 0, 0, 0, 0.5 };
}

void
pivot_hatching_set_color (const PivotHatching *hatching,
                          cairo_t             *cr,
                          const GdkRGBA       *under)
{
  const GdkRGBA line = hatching->line.alpha > 0 ? hatching->line : choose_color (under);

  cairo_set_source_rgba (cr, line.red, line.green, line.blue, line.alpha);
}

void
pivot_hatching_get_color (const GdkRGBA *under,
                          GdkRGBA       *line)
{
  const GdkRGBA over = choose_color (under);

  pivot_color_mix (under, &over, over.alpha, line);
  line->alpha = 1;
}

static void
draw_lines (double                   step,
            gboolean                 rising,
            cairo_t                 *cr,
            const cairo_rectangle_t *box)
{
  const double corners[] = {
    box->x, box->y, box->x + box->width, box->y, box->x + box->width, box->y + box->height, box->x, box->y + box->height,
  };
  g_auto(PivotHatch) hatch = { 0 };

  if (step <= 0)
    return;

  pivot_hatch_init (&hatch, step, rising, box->x + box->width / 2, box->y + box->height / 2);
  pivot_hatch_add_ring (&hatch, corners, G_N_ELEMENTS (corners) / 2);
  pivot_hatch_trace (&hatch, cr);
}

void
pivot_hatching_draw (const PivotHatching     *hatching,
                     cairo_t                 *cr,
                     const GdkRGBA           *under,
                     double                   scale,
                     const cairo_rectangle_t *box)
{
  cairo_save (cr);
  cairo_new_path (cr);
  draw_lines (hatching->rising * scale, TRUE, cr, box);
  draw_lines (hatching->falling * scale, FALSE, cr, box);
  pivot_hatching_set_color (hatching, cr, under);
  cairo_set_line_width (cr, scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * pivot_hatch_stroke_edge: (skip)
 * @cr: where to draw; its path is the edge
 * @style: how it looks
 * @width: of the edge, px
 *
 * Draws the edge of what is assumed and in no source: short strokes across it, light and dark in turn, so that it is seen on every
 * colour. Unlike the hatching of no data it leaves the colour inside as it is.
 */
void
pivot_hatch_stroke_edge (cairo_t          *cr,
                         const PivotStyle *style,
                         double            width)
{
  const double dashes[] = { 1.7 * style->scale, 2.3 * style->scale };

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  gdk_cairo_set_source_rgba (cr, &style->casing);
  cairo_set_line_width (cr, width + style->scale);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess-plot.h"

#include <math.h>
#include <string.h>

#define WIDTH 400
#define HEIGHT 300

static PivotGuessPlot *
new_plot (double last)
{
  PivotGuessPlot *plot = pivot_guess_plot_new ();
  const PivotGuessPoint points[] = {
    { 2000, 10, "2000", "a" }, { 2001, 20, "2001", "b" }, { 2002, last, "2002", "c" }, { 2003, last, "2003", "d" },
  };

  pivot_guess_plot_set_points (plot, points, G_N_ELEMENTS (points), 2);
  pivot_guess_plot_set_range (plot, 0, 100);
  pivot_guess_plot_set_texts (plot, "Y", "Data", "D");

  return plot;
}

static cairo_surface_t *
draw (PivotGuessPlot *plot)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &style, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_alike (PivotGuessPlot *one,
          PivotGuessPlot *other)
{
  cairo_surface_t *a = draw (one), *b = draw (other);
  gboolean alike = memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                           (gsize) cairo_image_surface_get_stride (a) * HEIGHT) == 0;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);

  return alike;
}

/* Not a pixel of what is hidden is drawn before the reveal. */
static void
test_hidden (void)
{
  g_autoptr(PivotGuessPlot) hidden = new_plot (NAN), one = new_plot (70), other = new_plot (40);

  g_assert_true (is_alike (hidden, one));
  g_assert_true (is_alike (one, other));
  pivot_guess_plot_set_revealed (one, 1);
  g_assert_false (is_alike (one, other));
  pivot_guess_plot_set_revealed (other, 1);
  g_assert_false (is_alike (one, other));
  pivot_guess_plot_set_revealed (other, 0);
  g_assert_true (is_alike (hidden, other));
}

/* Where a guess is drawn is where the pointer draws it. */
static void
test_point (void)
{
  g_autoptr(PivotGuessPlot) plot = new_plot (NAN);
  const double values[] = { NAN, NAN, 35, 80 };
  const PivotGuessLine line = { values, { 1, 0, 0, 1 }, "●" };
  PivotStyle style;
  double x, y, value;
  guint point;

  pivot_style_init_light (&style);
  pivot_guess_plot_set_lines (plot, &line, 1);
  for (guint i = 2; i < 4; i++)
    {
      g_assert_true (pivot_plot_locate (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, i, &x, &y));
      g_assert_true (pivot_guess_plot_to_point (plot, &style, WIDTH, HEIGHT, x + 3, y, &point, &value));
      g_assert_cmpuint (point, ==, i);
      g_assert_cmpfloat_with_epsilon (value, values[i], 1e-6);
      g_assert_true (pivot_guess_plot_to_point (plot, &style, WIDTH, HEIGHT, x, -1000, &point, &value));
      g_assert_cmpfloat (value, ==, 100);
    }
  /* What is shown is not to be drawn. */
  g_assert_true (pivot_plot_locate (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, 1, &x, &y));
  g_assert_false (pivot_guess_plot_to_point (plot, &style, WIDTH, HEIGHT, x, y, &point, &value));
}

static void
test_keys (void)
{
  g_autoptr(PivotGuessPlot) plot = new_plot (NAN);
  static const struct { int from, dx, to; } cases[] = { { -1, 1, 2 }, { -1, -1, 3 }, { 2, 1, 3 }, { 3, 1, 3 }, { 2, -1, 2 }, { 0, 1, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (plot), cases[i].from, cases[i].dx, 0), ==, cases[i].to);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/guess-plot/hidden", test_hidden);
  g_test_add_func ("/chart/guess-plot/point", test_point);
  g_test_add_func ("/chart/guess-plot/keys", test_keys);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-bars-plot.h"

#include <math.h>

#define WIDTH 300
#define HEIGHT 140
#define N 3

static const PivotBarsRow rows[N] = {
  { 7, 40, FALSE, { 1, 0, 0, 1 }, "Far", "40", "Far: 40" },
  { 2, 30, FALSE, { 0, 1, 0, 1 }, "Mid", "30", "Mid: 30" },
  { 5, 20, FALSE, { 0, 0, 1, 1 }, "Near", "20", "Near: 20" },
};

static PivotPlot *
new_plot (double   base,
          gboolean cut)
{
  PivotBarsPlot *plot = pivot_bars_plot_new ();

  pivot_bars_plot_set_rows (plot, rows, N);
  pivot_bars_plot_set_base (plot, base, "base", cut);
  pivot_bars_plot_set_title (plot, "What");
  pivot_bars_plot_set_description (plot, "Three bars");

  return PIVOT_PLOT (plot);
}

/* How many px of each row's colour there are in its middle line. */
static void
measure_bars (PivotPlot *plot,
              guint      lengths[N])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_plot_draw (plot, cr, &style, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  for (guint i = 0; i < N; i++)
    {
      const guint32 color = 0xff000000 | (guint32) (rows[i].color.red * 255) << 16 | (guint32) (rows[i].color.green * 255) << 8 |
                            (guint32) (rows[i].color.blue * 255);
      const guint8 *data = cairo_image_surface_get_data (surface);
      double x, y;

      g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, rows[i].id, &x, &y));
      lengths[i] = 0;
      for (int at = 0; at < WIDTH; at++)
        lengths[i] += ((const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface)))[at] == color;
    }
  cairo_surface_destroy (surface);
}

static void
assert_ratio (guint  one,
              guint  other,
              double ratio)
{
  g_assert_cmpuint (other, >, 10);
  /* An outline of a px at each end is not of the bar's colour. */
  g_assert_cmpfloat_with_epsilon ((one + 2.0) / (other + 2.0), ratio, 0.08);
}

/* From zero, bars are as long as their numbers are great; cut, they are as long as what is left. */
static void
test_lengths (void)
{
  static const struct { double base; gboolean cut; double first, second; } cases[] = {
    { 0, FALSE, 2, 1.5 },
    { 10, TRUE, 3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotPlot) plot = new_plot (cases[i].base, cases[i].cut);
      guint lengths[N];

      measure_bars (plot, lengths);
      assert_ratio (lengths[0], lengths[2], cases[i].first);
      assert_ratio (lengths[1], lengths[2], cases[i].second);
    }
}

/* A base inside: bars go both ways. */
static void
test_both_ways (void)
{
  g_autoptr(PivotPlot) plot = new_plot (30, FALSE);
  guint lengths[N];
  PivotStyle style;
  double left, right, y;

  pivot_style_init_light (&style);
  measure_bars (plot, lengths);
  assert_ratio (lengths[0], lengths[2], 1);
  g_assert_cmpuint (lengths[1], <, 3);
  g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 7, &right, &y));
  g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 5, &left, &y));
  g_assert_cmpfloat (left + 20, <, right);
}

static void
test_find (void)
{
  g_autoptr(PivotPlot) plot = new_plot (0, FALSE);
  g_autofree char *mark = pivot_plot_describe_mark (plot, 2);
  g_autofree char *text = pivot_plot_describe (plot);
  g_autofree guint *ids = NULL;
  PivotStyle style;
  double x, y;
  guint n;

  pivot_style_init_light (&style);
  for (guint i = 0; i < N; i++)
    {
      g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, rows[i].id, &x, &y));
      g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, x, y, 1), ==, (int) rows[i].id);
    }
  g_assert_false (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 99, &x, &y));
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, 5, 1, 1), ==, -1);
  g_assert_cmpstr (mark, ==, "Mid: 30");
  g_assert_cmpstr (text, ==, "Three bars");

  g_assert_cmpint (pivot_plot_step (plot, -1, 0, 1), ==, 7);
  g_assert_cmpint (pivot_plot_step (plot, 7, 0, 1), ==, 2);
  g_assert_cmpint (pivot_plot_step (plot, 5, 0, 1), ==, 5);
  g_assert_cmpint (pivot_plot_step (plot, 5, 0, -1), ==, 2);

  ids = pivot_plot_query (plot, &style, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, &n);
  g_assert_cmpuint (n, ==, N);
}

static void
test_empty (void)
{
  g_autoptr(PivotPlot) plot = PIVOT_PLOT (pivot_bars_plot_new ());
  PivotStyle style;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  pivot_style_init_light (&style);
  pivot_plot_draw (plot, cr, &style, WIDTH, HEIGHT);
  g_assert_cmpint (pivot_plot_step (plot, -1, 0, 1), ==, -1);
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, 100, 50, 10), ==, -1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bars-plot/lengths", test_lengths);
  g_test_add_func ("/bars-plot/both-ways", test_both_ways);
  g_test_add_func ("/bars-plot/find", test_find);
  g_test_add_func ("/bars-plot/empty", test_empty);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scatter-fixture.h"

/* Where points are, how they are found and what is said of them. */

/* A place is where its numbers say: three points fix the scale, and a fourth must fit it. */
static void
test_linear (Fixture       *fixture,
             gconstpointer  unused)
{
  double x0, y0, x1, y1, x2, y2;

  locate (fixture, 7, &x0, &y0);
  locate (fixture, 3, &x1, &y1);
  locate (fixture, 40, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x1, (x0 + x2) / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon ((y0 - y2) / (y0 - y1), 1.0 / 8, 1e-9);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < N_THREE; i++)
    {
      double x, y;
      g_autofree guint *ids = NULL;
      guint n;

      locate (fixture, three[i].id, &x, &y);
      g_assert_cmpint (pivot_plot_find (fixture->plot, &fixture->style, WIDTH, HEIGHT, x, y, 1), ==, three[i].id);
      g_assert_cmpint (pivot_plot_find (fixture->plot, &fixture->style, WIDTH, HEIGHT, x + 12, y - 12, 20), ==, three[i].id);
      g_assert_cmpint (pivot_plot_find (fixture->plot, &fixture->style, WIDTH, HEIGHT, x + 12, y - 12, 16), ==, -1);

      /* From any corner to any other. */
      ids = pivot_plot_query (fixture->plot, &fixture->style, WIDTH, HEIGHT, x + 1, y - 1, x - 1, y + 1, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (ids[0], ==, three[i].id);
    }
}

static void
test_query (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree guint *all = NULL;
  guint n;

  all = pivot_plot_query (fixture->plot, &fixture->style, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (all[0], ==, 3);
  g_assert_cmpuint (all[1], ==, 7);
  g_assert_cmpuint (all[2], ==, 40);

  g_assert_null (pivot_plot_query (fixture->plot, &fixture->style, WIDTH, HEIGHT, 0, 0, 2, 2, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_step (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct { int from, dx, dy, to; } rows[] = {
    { -1, 1, 0, 7 }, { 7, 1, 0, 3 }, { 3, 1, 0, 40 }, { 40, 1, 0, 40 },
    { -1, -1, 0, 40 }, { 40, -1, 0, 3 }, { 7, -1, 0, 7 },
    { -1, 0, -1, 7 }, { 7, 0, -1, 40 }, { 40, 0, -1, 3 }, { 3, 0, -1, 3 },
    { -1, 0, 1, 3 }, { 3, 0, 1, 40 },
    { 99, 1, 0, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (pivot_plot_step (fixture->plot, rows[i].from, rows[i].dx, rows[i].dy), ==, rows[i].to);
}

static void
test_describe (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *own = pivot_plot_describe (fixture->plot);
  g_autofree char *mark = pivot_plot_describe_mark (fixture->plot, 40);
  g_autofree char *given = NULL;

  g_assert_cmpstr (own, ==, "Scatter plot of “Height, %” against “Width, %” with 3 points.");
  g_assert_cmpstr (mark, ==, "East: 2 against > 9");
  g_assert_null (pivot_plot_describe_mark (fixture->plot, 99));

  pivot_scatter_plot_set_description (PIVOT_SCATTER_PLOT (fixture->plot), "Taller is not wider.");
  given = pivot_plot_describe (fixture->plot);
  g_assert_cmpstr (given, ==, "Taller is not wider.");
}

/* Twice as big a type moves the plot's edge, and the same layout serves another surface. */
static void
test_scale (Fixture       *fixture,
            gconstpointer  unused)
{
  double x, y, scaled_x, scaled_y;

  locate (fixture, 7, &x, &y);
  fixture->style.scale = 2;
  locate (fixture, 7, &scaled_x, &scaled_y);
  g_assert_cmpfloat (scaled_x, >, x + 5);
  g_assert_cmpfloat (scaled_y, <, y - 10);

  fixture->style.scale = 1;
  locate (fixture, 7, &scaled_x, &scaled_y);
  g_assert_cmpfloat (scaled_x, ==, x);
}

static void
count (guint *n)
{
  (*n)++;
}

/* What changes the base, what the overlay, and what nothing. */
static void
test_signals (Fixture       *fixture,
              gconstpointer  unused)
{
  PivotScatterPlot *plot = PIVOT_SCATTER_PLOT (fixture->plot);
  guint n_changed = 0, n_overlay = 0;

  g_signal_connect_swapped (plot, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (plot, "overlay-changed", G_CALLBACK (count), &n_overlay);

  pivot_plot_set_hovered (fixture->plot, 3);
  pivot_plot_set_hovered (fixture->plot, 3);
  pivot_plot_set_selected (fixture->plot, (guint[]) { 3, 7 }, 2);
  pivot_plot_set_selected (fixture->plot, (guint[]) { 7, 3 }, 2);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (n_overlay, ==, 2);
  g_assert_true (pivot_plot_is_selected (fixture->plot, 7));
  g_assert_cmpuint (pivot_plot_get_n_selected (fixture->plot), ==, 2);

  pivot_scatter_plot_set_titles (plot, "Width, %", "Height, %");
  pivot_scatter_plot_set_caption (plot, NULL);
  pivot_scatter_plot_set_parity (plot, FALSE, NULL);
  pivot_scatter_plot_set_line (plot, FALSE, 3, 4);
  g_assert_cmpuint (n_changed, ==, 0);

  pivot_scatter_plot_set_caption (plot, "n = 3");
  pivot_scatter_plot_set_titles (plot, "Width", "Height, %");
  pivot_scatter_plot_set_parity (plot, TRUE, NULL);
  pivot_scatter_plot_set_line (plot, TRUE, 3, 4);
  pivot_scatter_plot_set_points (plot, three, 2);
  g_assert_cmpuint (n_changed, ==, 5);
  g_assert_cmpuint (n_overlay, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = {
    { "linear", test_linear },
    { "find", test_find },
    { "query", test_query },
    { "step", test_step },
    { "describe", test_describe },
    { "scale", test_scale },
    { "signals", test_signals },
  };

  g_test_init (&argc, &argv, NULL);
  add_cases (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

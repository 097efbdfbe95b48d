/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-histogram-plot.h"

#include <math.h>

#define WIDTH 216
#define HEIGHT 84

static const double values[] = { 0, 1, 1, 2, 2, 2, 6, 10, NAN, INFINITY };
static const PivotHistogramBreak breaks[] = { { 1.5, "1.5", "1.5 %" }, { 4, "4", "4 %" }, { 5, "5", NULL } };
static const GdkRGBA colors[] = { { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { 0, 0, 1, 1 }, { 1, 0, 1, 1 } };

static PivotHistogramPlot *
new_plot (void)
{
  PivotHistogramPlot *plot = pivot_histogram_plot_new ();

  pivot_histogram_plot_set_values (plot, values, G_N_ELEMENTS (values));
  pivot_histogram_plot_set_breaks (plot, breaks, G_N_ELEMENTS (breaks), colors);
  pivot_histogram_plot_set_ends (plot, "0", "10");

  return plot;
}

static cairo_surface_t *
draw (PivotHistogramPlot *plot,
      gboolean            dark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PivotStyle style;
  const char *folder = g_getenv ("PIVOT_TEST_PICTURES");

  if (dark)
    pivot_style_init_dark (&style);
  else
    pivot_style_init_light (&style);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &style, WIDTH, HEIGHT);
  pivot_plot_draw_overlay (PIVOT_PLOT (plot), cr, &style, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  if (folder != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s%s.png", folder, strrchr (g_test_get_path (), '/') + 1, dark ? "-dark" : "");

      cairo_surface_write_to_png (surface, path);
    }

  return surface;
}

/* How many pixels of a colour there are between two places. */
static guint
count_color (cairo_surface_t *surface,
             guint32          color,
             int              x0,
             int              x1)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = x0; x < x1; x++)
      n += pixels[y * WIDTH + x] == color;

  return n;
}

/* Each class's bars stand where the class is, and a class without values has none. */
static void
test_bars (void)
{
  static const guint32 inks[] = { 0xffff0000, 0xff00ff00, 0xff0000ff, 0xffff00ff };

  for (int dark = 0; dark < 2; dark++)
    {
      g_autoptr(PivotHistogramPlot) plot = new_plot ();
      cairo_surface_t *surface = draw (plot, dark);
      PivotStyle style;
      double at[5];

      pivot_style_init_light (&style);
      at[0] = 0;
      at[4] = WIDTH;
      for (guint i = 0; i < 3; i++)
        at[i + 1] = pivot_histogram_plot_to_x (plot, &style, WIDTH, breaks[i].value);

      for (guint i = 0; i < 4; i++)
        {
          guint inside = count_color (surface, inks[i], floor (at[i]), ceil (at[i + 1]));

          if (i == 2)
            g_assert_cmpuint (inside, ==, 0);
          else
            g_assert_cmpuint (inside, >, 20);
          g_assert_cmpuint (inside, ==, count_color (surface, inks[i], 0, WIDTH));
        }
      cairo_surface_destroy (surface);
    }
}

static void
test_conversion (void)
{
  g_autoptr(PivotHistogramPlot) plot = new_plot ();
  PivotStyle style;
  double min, max;

  pivot_style_init_light (&style);
  pivot_histogram_plot_get_range (plot, &min, &max);
  g_assert_cmpfloat (min, ==, 0);
  g_assert_cmpfloat (max, ==, 10);

  for (double value = 0; value <= 10; value += 0.25)
    g_assert_cmpfloat_with_epsilon (pivot_histogram_plot_to_value (plot, &style, WIDTH,
                                                                   pivot_histogram_plot_to_x (plot, &style, WIDTH, value)),
                                    value, 1e-9);
  g_assert_cmpfloat (pivot_histogram_plot_to_value (plot, &style, WIDTH, -100), ==, 0);
  g_assert_cmpfloat (pivot_histogram_plot_to_value (plot, &style, WIDTH, 1000), ==, 10);

  /* One value only: an axis all the same. */
  pivot_histogram_plot_set_values (plot, values + 1, 2);
  pivot_histogram_plot_get_range (plot, &min, &max);
  g_assert_cmpfloat (min, <, 1);
  g_assert_cmpfloat (max, >, 1);
}

static void
test_find (void)
{
  g_autoptr(PivotHistogramPlot) plot = new_plot ();
  PivotStyle style;
  double x, y;

  pivot_style_init_light (&style);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_assert_true (pivot_plot_locate (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, i, &x, &y));
      g_assert_cmpfloat_with_epsilon (x, pivot_histogram_plot_to_x (plot, &style, WIDTH, breaks[i].value), 1e-9);
      g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x + 2, y, 6), ==, i);
      g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x - 2, 20, 6), ==, i);
    }
  g_assert_false (pivot_plot_locate (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, 3, &x, &y));

  x = pivot_histogram_plot_to_x (plot, &style, WIDTH, 8);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x, 30, 6), ==, PIVOT_HISTOGRAM_CLASS + 3);
  x = pivot_histogram_plot_to_x (plot, &style, WIDTH, 0.5);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x, 30, 6), ==, PIVOT_HISTOGRAM_CLASS);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x, HEIGHT + 1, 6), ==, -1);
}

/* Handles that lie on each other are taken apart again: to the right the last of them moves, to the left the first. */
static void
test_find_pile (void)
{
  static const PivotHistogramBreak pile[] = { { 12, "12", NULL }, { 13, "13", NULL } };
  g_autoptr(PivotHistogramPlot) plot = new_plot ();
  PivotStyle style;
  double x;

  pivot_style_init_light (&style);
  pivot_histogram_plot_set_breaks (plot, pile, G_N_ELEMENTS (pile), colors);
  x = pivot_histogram_plot_to_x (plot, &style, WIDTH, 10);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x - 1, 30, 6), ==, 0);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, x + 1, 30, 6), ==, 1);
}

static void
test_step (void)
{
  g_autoptr(PivotHistogramPlot) plot = new_plot ();
  PivotPlot *base = PIVOT_PLOT (plot);

  g_assert_cmpint (pivot_plot_step (base, -1, 1, 0), ==, 0);
  g_assert_cmpint (pivot_plot_step (base, -1, -1, 0), ==, 2);
  g_assert_cmpint (pivot_plot_step (base, 1, 1, 0), ==, 2);
  g_assert_cmpint (pivot_plot_step (base, 2, 1, 0), ==, 2);
  g_assert_cmpint (pivot_plot_step (base, 0, -1, 0), ==, 0);
}

static void
test_words (void)
{
  g_autoptr(PivotHistogramPlot) plot = new_plot ();
  g_autofree char *text = pivot_plot_describe (PIVOT_PLOT (plot));
  g_autofree char *mark = pivot_plot_describe_mark (PIVOT_PLOT (plot), 1);

  g_assert_cmpstr (text, ==, "Histogram of 8 values. Break 1: 1.5 %. Break 2: 4 %. Break 3: 5.");
  g_assert_cmpstr (mark, ==, "Break 2 of 3: 4 %");
  g_assert_null (pivot_plot_describe_mark (PIVOT_PLOT (plot), 3));
}

/* What is pointed at looks another way, and the midpoint is marked only inside the values. */
static void
test_states (void)
{
  static const struct { int hovered; double midpoint; gboolean same; } states[] = {
    { -1, NAN, TRUE },
    { 1, NAN, FALSE },
    { PIVOT_HISTOGRAM_CLASS + 1, NAN, FALSE },
    { -1, 3, FALSE },
    { -1, 30, TRUE },
  };
  g_autoptr(PivotHistogramPlot) reference = new_plot ();
  cairo_surface_t *plain = draw (reference, FALSE);
  gsize size = cairo_image_surface_get_stride (plain) * HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(PivotHistogramPlot) plot = new_plot ();
      cairo_surface_t *surface;

      pivot_histogram_plot_set_midpoint (plot, states[i].midpoint);
      pivot_plot_set_hovered (PIVOT_PLOT (plot), states[i].hovered);
      surface = draw (plot, FALSE);
      g_assert_cmpint (memcmp (cairo_image_surface_get_data (plain), cairo_image_surface_get_data (surface), size) == 0, ==,
                       states[i].same);
      cairo_surface_destroy (surface);
    }
  cairo_surface_destroy (plain);
}

static void
test_empty (void)
{
  g_autoptr(PivotHistogramPlot) plot = pivot_histogram_plot_new ();
  cairo_surface_t *surface = draw (plot, FALSE);
  PivotStyle style;

  pivot_style_init_light (&style);
  g_assert_cmpuint (count_color (surface, 0, 0, WIDTH), ==, WIDTH * HEIGHT);
  g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &style, WIDTH, HEIGHT, 50, 30, 6), ==, -1);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram-plot/bars", test_bars);
  g_test_add_func ("/histogram-plot/conversion", test_conversion);
  g_test_add_func ("/histogram-plot/find", test_find);
  g_test_add_func ("/histogram-plot/find-pile", test_find_pile);
  g_test_add_func ("/histogram-plot/step", test_step);
  g_test_add_func ("/histogram-plot/words", test_words);
  g_test_add_func ("/histogram-plot/states", test_states);
  g_test_add_func ("/histogram-plot/empty", test_empty);

  return g_test_run ();
}

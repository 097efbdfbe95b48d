/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ramp-plot.h"
#include "pivot-strip-plot.h"
#include "pivot-thirds-plot.h"

#include <math.h>

#define WIDTH 220
#define HEIGHT 170

/* The small plots of the legend: what is drawn at a mark is found there again, and the arrow keys come to every mark. */

static void
assert_found (PivotPlot *plot,
              guint      id)
{
  PivotStyle style;
  double x, y;

  pivot_style_init_light (&style);
  g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, id, &x, &y));
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, x, y, 20), ==, (int) id);
}

static gboolean
has_ink (PivotPlot *plot)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  gboolean any = FALSE;
  PivotStyle style;

  pivot_style_init_dark (&style);
  pivot_plot_draw (plot, cr, &style, WIDTH, HEIGHT);
  pivot_plot_draw_overlay (plot, cr, &style, WIDTH, HEIGHT);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < HEIGHT * cairo_image_surface_get_stride (surface); i++)
    any |= data[i] != 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return any;
}

static void
test_thirds (void)
{
  g_autoptr(PivotThirdsPlot) thirds = pivot_thirds_plot_new ();
  PivotPlot *plot = PIVOT_PLOT (thirds);
  const char * const cuts[] = { "4.64", "5.40" };
  PivotThirdsCell cells[PIVOT_THIRDS_CELLS] = { 0 };

  g_assert_false (has_ink (plot));
  g_assert_cmpint (pivot_plot_step (plot, -1, 1, 0), ==, -1);

  for (guint i = 0; i < PIVOT_THIRDS_CELLS; i++)
    cells[i] = (PivotThirdsCell) { { i / 9.0, 0.5, 0.5, 1 }, { i % 3 * 4, 0 }, i, i == 5 ? "middle right" : "cell" };
  pivot_thirds_plot_set_cells (thirds, cells);
  pivot_thirds_plot_set_titles (thirds, "one", "other");
  pivot_thirds_plot_set_cuts (thirds, cuts, cuts);
  g_assert_true (has_ink (plot));
  for (guint i = 0; i < PIVOT_THIRDS_CELLS; i++)
    assert_found (plot, i);

  /* From the bottom left: up is to a higher third, and at the edge it ends. */
  g_assert_cmpint (pivot_plot_step (plot, -1, 1, 0), ==, 0);
  g_assert_cmpint (pivot_plot_step (plot, 0, 0, -1), ==, 3);
  g_assert_cmpint (pivot_plot_step (plot, 3, 1, 0), ==, 4);
  g_assert_cmpint (pivot_plot_step (plot, 8, 1, 0), ==, 8);
  g_assert_cmpint (pivot_plot_step (plot, 2, 0, 1), ==, 2);

  {
    g_autofree char *text = pivot_plot_describe_mark (plot, 5);

    g_assert_cmpstr (text, ==, "middle right");
  }
}

static void
test_ramp (void)
{
  g_autoptr(PivotRampPlot) ramp = pivot_ramp_plot_new ();
  PivotPlot *plot = PIVOT_PLOT (ramp);
  const GdkRGBA colors[] = { { 1, 1, 1, 1 }, { 0, 0, 0.4, 1 } };
  const PivotRampMark marks[] = { { 7, 10, "ten" }, { 3, -5, "least" }, { 12, 2, "two" } };

  pivot_ramp_plot_set_scale (ramp, -5, 10, colors, G_N_ELEMENTS (colors));
  pivot_ramp_plot_set_marks (ramp, marks, G_N_ELEMENTS (marks));
  pivot_ramp_plot_set_midpoint (ramp, 0);
  pivot_plot_set_hovered (plot, 12);
  g_assert_true (has_ink (plot));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_found (plot, marks[i].id);

  /* By value, whatever the order they came in. */
  g_assert_cmpint (pivot_plot_step (plot, -1, 1, 0), ==, 3);
  g_assert_cmpint (pivot_plot_step (plot, 3, 1, 0), ==, 12);
  g_assert_cmpint (pivot_plot_step (plot, 12, 1, 0), ==, 7);
  g_assert_cmpint (pivot_plot_step (plot, 7, 1, 0), ==, 7);

  /* All values the same: still drawn, and found. */
  pivot_ramp_plot_set_scale (ramp, 2, 2, colors, G_N_ELEMENTS (colors));
  pivot_ramp_plot_set_marks (ramp, &marks[2], 1);
  g_assert_true (has_ink (plot));
  assert_found (plot, 12);
}

static void
test_strip (void)
{
  g_autoptr(PivotStripPlot) strip = pivot_strip_plot_new ();
  PivotPlot *plot = PIVOT_PLOT (strip);
  PivotStripMark marks[40];
  PivotStyle style;
  double x, high, low;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    marks[i] = (PivotStripMark) { 100 + i, 1 - i / 40.0, { 0, 0, 1, 1 }, "ZJ", "Zhejiang" };
  pivot_strip_plot_set_marks (strip, marks, G_N_ELEMENTS (marks));
  pivot_plot_set_hovered (plot, 101);
  g_assert_true (has_ink (plot));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    assert_found (plot, marks[i].id);
  g_assert_cmpint (pivot_plot_step (plot, -1, 1, 0), ==, 100);
  g_assert_cmpint (pivot_plot_step (plot, -1, -1, 0), ==, 139);
  g_assert_cmpint (pivot_plot_step (plot, 139, 1, 0), ==, 139);

  /* A larger share reaches higher. */
  pivot_style_init_light (&style);
  pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 100, &x, &high);
  pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 139, &x, &low);
  g_assert_cmpfloat (high, <, low);
}

/* However wide the strip is, what stands below its bars reads as words of their own. */
static void
test_strip_labels (void)
{
  g_autoptr(PivotStripPlot) strip = pivot_strip_plot_new ();
  PivotStripMark marks[16];
  PivotStyle style;
  guint n_labels = 0;

  pivot_style_init_light (&style);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    marks[i] = (PivotStripMark) { 100 + i, 0, { 1, 1, 1, 1 }, "M", "Macao" };
  pivot_strip_plot_set_marks (strip, marks, G_N_ELEMENTS (marks));

  for (int width = 120; width < 300; width += 7)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, HEIGHT);
      cairo_t *cr = cairo_create (image);
      int blank = G_MAXINT / 2;

      pivot_plot_draw (PIVOT_PLOT (strip), cr, &style, width, HEIGHT);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      /* Columns with ink in the middle of the letters; an M has no gap. */
      for (int x = 0; x < width; x++)
        {
          gboolean ink = FALSE;

          for (int y = HEIGHT - 9; y < HEIGHT - 4; y++)
            ink |= cairo_image_surface_get_data (image)[y * cairo_image_surface_get_stride (image) + 4 * x + 3] > 40;
          if (ink && blank > 0)
            {
              g_assert_cmpint (blank, >=, 2);
              n_labels++;
            }
          blank = ink ? 0 : blank + 1;
        }
      cairo_surface_destroy (image);
    }
  g_assert_cmpuint (n_labels, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend-plots/thirds", test_thirds);
  g_test_add_func ("/legend-plots/ramp", test_ramp);
  g_test_add_func ("/legend-plots/strip", test_strip);
  g_test_add_func ("/legend-plots/strip-labels", test_strip_labels);

  return g_test_run ();
}

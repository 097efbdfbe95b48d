/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scatter-fixture.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* What is drawn. */

static void
test_points (Fixture       *fixture,
             gconstpointer  unused)
{
  cairo_surface_t *surface = draw (fixture, FALSE);
  double x, y, west_x, west_y, east_x, east_y;

  locate (fixture, 7, &west_x, &west_y);
  locate (fixture, 40, &east_x, &east_y);
  locate (fixture, 3, &x, &y);
  g_assert_true (has_color (surface, west_x, west_y, &three[0].color));
  g_assert_true (has_color (surface, x, y, &three[1].color));

  /* A limit is hollow: paper in the middle, colour around it. */
  g_assert_true (has_color (surface, east_x, east_y, &fixture->style.paper));
  g_assert_true (has_color (surface, east_x + 4, east_y, &three[2].color));

  /* Right is more, and so is up. */
  g_assert_cmpfloat (west_x, <, x);
  g_assert_cmpfloat (x, <, east_x);
  g_assert_cmpfloat (y, <, east_y);
  g_assert_cmpfloat (east_y, <, west_y);

  cairo_surface_destroy (surface);
}

static void
test_nothing_outside (Fixture       *fixture,
                      gconstpointer  unused)
{
  const guint selected[] = { 3, 40 };
  cairo_surface_t *surface;

  pivot_plot_set_selected (fixture->plot, selected, 2);
  pivot_plot_set_hovered (fixture->plot, 40);
  surface = draw (fixture, TRUE);

  for (int y = 0; y < HEIGHT + 20; y++)
    for (int x = 0; x < WIDTH + 20; x++)
      if (x >= WIDTH || y >= HEIGHT)
        g_assert_cmphex (pixel_at (surface, x, y), ==, 0);

  cairo_surface_destroy (surface);
}

static void
test_parity (Fixture       *fixture,
             gconstpointer  unused)
{
  cairo_surface_t *without = draw (fixture, FALSE);
  cairo_surface_t *with;
  double x0, y0, x1, y1, x, y;

  pivot_scatter_plot_set_parity (PIVOT_SCATTER_PLOT (fixture->plot), TRUE, NULL);
  with = draw (fixture, FALSE);

  /* x = y = 3 from the places of (1, 1), (5, 9) and (9, 2). */
  locate (fixture, 7, &x0, &y0);
  locate (fixture, 3, &x1, &y1);
  x = x0 + (x1 - x0) * 2 / 4;
  y = y0 + (y1 - y0) * 2 / 8;
  g_assert_true (has_color (with, x, y, &fixture->style.reference));
  g_assert_false (has_color (without, x, y, &fixture->style.reference));

  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

/* The fitted line goes through its values, is dashed, and ends with the points. */
static void
test_line (Fixture       *fixture,
           gconstpointer  unused)
{
  cairo_surface_t *without = draw (fixture, FALSE);
  cairo_surface_t *with;
  double x0, y0, x1, y1;
  guint n_ink = 0, n_gaps = 0;

  pivot_scatter_plot_set_line (PIVOT_SCATTER_PLOT (fixture->plot), TRUE, 5, 0);
  with = draw (fixture, FALSE);
  locate (fixture, 7, &x0, &y0);
  locate (fixture, 3, &x1, &y1);

  /* y = 5 is half way between those of the two. */
  for (int x = (int) x0 + 2; x < (int) x1 - 8; x++)
    {
      if (has_color (with, x, (y0 + y1) / 2, &fixture->style.reference))
        n_ink++;
      else
        n_gaps++;
    }
  g_assert_cmpuint (n_ink, >, 30);
  g_assert_cmpuint (n_gaps, >, 10);

  g_assert_cmpuint (count_differences (without, with, 0, 0, (int) x0 - 4, HEIGHT), ==, 0);

  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

/* Hover changes pixels in its box alone. */
static void
test_hover_box (Fixture       *fixture,
                gconstpointer  unused)
{
  const guint ids[] = { 7, 3, 40 };
  cairo_surface_t *base = draw (fixture, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cairo_rectangle_t box;
      cairo_surface_t *hovered;

      pivot_plot_set_hovered (fixture->plot, ids[i]);
      g_assert_true (pivot_plot_get_hover_extents (fixture->plot, &fixture->style, WIDTH, HEIGHT, &box));
      hovered = draw (fixture, TRUE);

      g_assert_cmpuint (count_differences (base, hovered, (int) box.x, (int) box.y, (int) (box.x + box.width),
                                           (int) (box.y + box.height)), >, 50);
      g_assert_cmpuint (count_differences (base, hovered, 0, 0, WIDTH, HEIGHT), ==,
                        count_differences (base, hovered, (int) box.x, (int) box.y, (int) (box.x + box.width),
                                           (int) (box.y + box.height)));
      cairo_surface_destroy (hovered);
    }

  pivot_plot_set_hovered (fixture->plot, 99);
  g_assert_false (pivot_plot_get_hover_extents (fixture->plot, &fixture->style, WIDTH, HEIGHT, &(cairo_rectangle_t) { 0 }));
  cairo_surface_destroy (base);
}

/* What is selected keeps its colour in a ring; the rest pales. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  unused)
{
  const guint selected[] = { 3 };
  cairo_surface_t *surface;
  double x, y;

  pivot_plot_set_selected (fixture->plot, selected, 1);
  surface = draw (fixture, TRUE);

  locate (fixture, 3, &x, &y);
  g_assert_true (has_color (surface, x, y, &three[1].color));
  g_assert_true (has_color (surface, x + 5, y, &fixture->style.selection));
  locate (fixture, 7, &x, &y);
  g_assert_false (has_color (surface, x, y, &three[0].color));

  cairo_surface_destroy (surface);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  PivotScatterPlot *plot = PIVOT_SCATTER_PLOT (fixture->plot);
  const PivotScatterPoint nowhere = { 1, NAN, 2, { 1, 0, 0, 1 }, FALSE, FALSE, "a", "a" };
  cairo_surface_t *bare, *text;
  g_autofree char *description = NULL;
  guint n;

  pivot_scatter_plot_set_points (plot, &nowhere, 1);
  bare = draw (fixture, TRUE);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (pixel_at (bare, x, y), ==, to_pixel (&fixture->style.paper));

  pivot_scatter_plot_set_empty (plot, "No place has both values");
  text = draw (fixture, TRUE);
  g_assert_cmpuint (count_differences (bare, text, WIDTH / 4, HEIGHT / 3, WIDTH * 3 / 4, HEIGHT * 2 / 3), >, 100);
  description = pivot_plot_describe (fixture->plot);
  g_assert_cmpstr (description, ==, "No place has both values");

  g_assert_cmpint (pivot_plot_find (fixture->plot, &fixture->style, WIDTH, HEIGHT, 9, 9, 1000), ==, -1);
  g_assert_cmpint (pivot_plot_step (fixture->plot, -1, 1, 0), ==, -1);
  g_assert_null (pivot_plot_query (fixture->plot, &fixture->style, WIDTH, HEIGHT, 0, 0, 999, 999, &n));
  g_assert_false (pivot_plot_locate (fixture->plot, &fixture->style, WIDTH, HEIGHT, 1, &(double) { 0 }, &(double) { 0 }));

  cairo_surface_destroy (bare);
  cairo_surface_destroy (text);
}

/* One point, points on each other, huge, tiny and negative numbers, and sizes too small for any of it. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  unused)
{
  static const double rows[][4] = {
    { 0, 0, 0, 0 }, { 5, 5, 5, 5 }, { -3, -3, 4, 4 }, { 1e300, 1e300, -1e300, -1e300 },
    { 1e-300, 1e-300, 2e-300, 2e-300 }, { 1e9, 3, 1e9 + 1, 4 }, { -1, -2, -30, -40 },
  };
  static const int sizes[][2] = { { 420, 300 }, { 160, 120 }, { 40, 20 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        const PivotScatterPoint points[] = {
          { 0, rows[i][0], rows[i][1], { 1, 0, 0, 1 }, FALSE, FALSE, "a", NULL },
          { 1, rows[i][2], rows[i][3], { 0, 0, 1, 1 }, FALSE, FALSE, NULL, NULL },
        };
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 400);
        cairo_t *cr = cairo_create (surface);
        double x, y;

        pivot_scatter_plot_set_points (PIVOT_SCATTER_PLOT (fixture->plot), points, 2);
        pivot_scatter_plot_set_parity (PIVOT_SCATTER_PLOT (fixture->plot), TRUE, "same");
        pivot_scatter_plot_set_line (PIVOT_SCATTER_PLOT (fixture->plot), TRUE, 1, 2);
        pivot_plot_set_selected (fixture->plot, (guint[]) { 0 }, 1);
        pivot_plot_set_hovered (fixture->plot, 1);
        pivot_plot_draw (fixture->plot, cr, &fixture->style, sizes[k][0], sizes[k][1]);
        pivot_plot_draw_overlay (fixture->plot, cr, &fixture->style, sizes[k][0], sizes[k][1]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

        g_assert_true (pivot_plot_locate (fixture->plot, &fixture->style, sizes[k][0], sizes[k][1], 0, &x, &y));
        g_assert_true (isfinite (x) && isfinite (y));

        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* Many points are stamped on an image and traced on anything else: both must look alike. */
static void
test_many (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree PivotScatterPoint *points = g_new0 (PivotScatterPoint, 400);
  cairo_surface_t *stamped, *traced;
  cairo_t *cr;
  guint n_off = 0;

  for (guint i = 0; i < 400; i++)
    points[i] = (PivotScatterPoint) { i, i % 20, i / 20, { i % 3 * 0.5, 0.4, 0.8, 1 }, i % 5 == 0, FALSE, NULL, NULL };
  pivot_scatter_plot_set_points (PIVOT_SCATTER_PLOT (fixture->plot), points, 400);
  stamped = draw (fixture, FALSE);

  /* A group of its own is not an image that may be written to. */
  traced = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH + 20, HEIGHT + 20);
  cr = cairo_create (traced);
  cairo_push_group (cr);
  pivot_plot_draw (fixture->plot, cr, &fixture->style, WIDTH, HEIGHT);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_destroy (cr);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 one = pixel_at (stamped, x, y);
        guint32 other = pixel_at (traced, x, y);

        for (int shift = 0; shift < 24; shift += 8)
          n_off += ABS ((int) (one >> shift & 0xff) - (int) (other >> shift & 0xff)) > 140;
      }

  /* Stamps lie on whole pixels, so edges differ by up to half of one. */
  g_assert_cmpuint (n_off, <, WIDTH * HEIGHT / 100);
  g_assert_cmpuint (count_differences (stamped, traced, 0, 0, WIDTH, HEIGHT), >, 0);

  cairo_surface_destroy (stamped);
  cairo_surface_destroy (traced);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A file holds outlines only, of many points too. */
static void
test_svg (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autofree PivotScatterPoint *points = g_new0 (PivotScatterPoint, 400);

  for (guint i = 0; i < 400; i++)
    points[i] = (PivotScatterPoint) { i, i % 20, i / 20, { 1, 0, 0, 1 }, FALSE, FALSE, "x", NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GString) svg = g_string_new (NULL);
      cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, svg, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      pivot_plot_set_selected (fixture->plot, (guint[]) { 3 }, 1);
      pivot_plot_draw (fixture->plot, cr, &fixture->style, WIDTH, HEIGHT);
      pivot_plot_draw_overlay (fixture->plot, cr, &fixture->style, WIDTH, HEIGHT);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      cairo_surface_destroy (surface);

      g_assert_nonnull (strstr (svg->str, "</svg>"));
      g_assert_nonnull (strstr (svg->str, "<path"));
      g_assert_null (strstr (svg->str, "<image"));

      pivot_scatter_plot_set_points (PIVOT_SCATTER_PLOT (fixture->plot), points, 400);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = {
    { "points", test_points },
    { "nothing-outside", test_nothing_outside },
    { "parity", test_parity },
    { "line", test_line },
    { "hover-box", test_hover_box },
    { "selection", test_selection },
    { "empty", test_empty },
    { "odd", test_odd },
    { "many", test_many },
    { "svg", test_svg },
  };

  g_test_init (&argc, &argv, NULL);
  add_cases (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}

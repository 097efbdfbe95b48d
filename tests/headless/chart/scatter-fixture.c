/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scatter-fixture.h"

#include <math.h>

const PivotScatterPoint three[N_THREE] = {
  { 7, 1, 1, { 1, 0, 0, 1 }, FALSE, FALSE, "West", "West: 1 against 1" },
  { 3, 5, 9, { 0, 1, 0, 1 }, FALSE, FALSE, "North", "North: 9 against 5" },
  { 40, 9, 2, { 0, 0, 1, 1 }, TRUE, FALSE, "East", "East: 2 against > 9" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  dark)
{
  PivotScatterPlot *plot = pivot_scatter_plot_new ();

  if (GPOINTER_TO_INT (dark))
    pivot_style_init_dark (&fixture->style);
  else
    pivot_style_init_light (&fixture->style);

  pivot_scatter_plot_set_points (plot, three, N_THREE);
  pivot_scatter_plot_set_titles (plot, "Width, %", "Height, %");
  fixture->plot = PIVOT_PLOT (plot);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->plot);
}

void
add_cases (const Case *cases,
           guint       n)
{
  for (int dark = 0; dark < 2; dark++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *path = g_strdup_printf ("/scatter-plot/%s/%s", dark ? "dark" : "light", cases[i].name);

        g_test_add (path, Fixture, GINT_TO_POINTER (dark), set_up, cases[i].test, tear_down);
      }
}

cairo_surface_t *
draw (Fixture  *fixture,
      gboolean  overlay)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH + 20, HEIGHT + 20);
  cairo_t *cr = cairo_create (surface);

  pivot_plot_draw (fixture->plot, cr, &fixture->style, WIDTH, HEIGHT);
  if (overlay)
    pivot_plot_draw_overlay (fixture->plot, cr, &fixture->style, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)))[x];
}

guint32
to_pixel (const GdkRGBA *color)
{
  return 0xff000000u | (guint32) lround (color->red * 255) << 16 |
         (guint32) lround (color->green * 255) << 8 | (guint32) lround (color->blue * 255);
}

gboolean
has_color (cairo_surface_t *surface,
           double           x,
           double           y,
           const GdkRGBA   *color)
{
  guint32 wanted = to_pixel (color);

  for (int row = (int) y - 1; row <= (int) y + 1; row++)
    for (int column = (int) x - 1; column <= (int) x + 1; column++)
      {
        guint32 pixel = pixel_at (surface, column, row);
        int off = 0;

        for (int shift = 0; shift < 24; shift += 8)
          off = MAX (off, ABS ((int) (pixel >> shift & 0xff) - (int) (wanted >> shift & 0xff)));
        if (off < 40)
          return TRUE;
      }

  return FALSE;
}

guint
count_differences (cairo_surface_t *one,
                   cairo_surface_t *other,
                   int              x0,
                   int              y0,
                   int              x1,
                   int              y1)
{
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      n += pixel_at (one, x, y) != pixel_at (other, x, y);

  return n;
}

void
locate (Fixture *fixture,
        guint    id,
        double  *x,
        double  *y)
{
  g_assert_true (pivot_plot_locate (fixture->plot, &fixture->style, WIDTH, HEIGHT, id, x, y));
}

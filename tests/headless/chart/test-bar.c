/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-bar.h"

#define WIDTH 200
#define HEIGHT 18

/* What there must be at given places of the middle row. */
typedef struct
{
  const char *name;
  PivotBar    bar;
  int         filled[2];   /* from, to: the bar's colour in all of it; 0, 0: nowhere */
  int         bare[2];     /* from, to: nothing */
  int         zero;        /* a zero line here; −1: none */
} Row;

#define RED { 1, 0, 0, 1 }

static const Row rows[] = {
  { "value", { 0, 0.5, 0, FALSE, FALSE, RED }, { 4, 96 }, { 104, 200 }, 0 },
  { "full", { 0, 1, 0, FALSE, FALSE, RED }, { 4, 196 }, { 0, 0 }, 0 },
  { "beyond", { 0, 7, 0, FALSE, FALSE, RED }, { 4, 196 }, { 0, 0 }, 0 },
  { "nothing", { 0, 0, 0, FALSE, FALSE, RED }, { 0, 0 }, { 5, 200 }, 0 },
  { "below-zero", { 0.5, 0.2, 0.5, FALSE, FALSE, RED }, { 44, 96 }, { 104, 200 }, 99 },
  { "no-zero", { 0, 0.5, -1, FALSE, FALSE, RED }, { 4, 96 }, { 104, 200 }, -1 },
  { "bound", { 0, 0.5, 0, TRUE, FALSE, RED }, { 0, 0 }, { 104, 200 }, 0 },
  { "missing", { 0, 0, 0, FALSE, TRUE, RED }, { 0, 0 }, { 26, 200 }, 0 },
};

static const guint32 *
draw (cairo_surface_t **surface,
      const PivotBar   *bar)
{
  PivotStyle style;
  cairo_t *cr;

  pivot_style_init_light (&style);
  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH + 16, HEIGHT);
  cr = cairo_create (*surface);
  pivot_bar_draw (cr, &style, bar, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (*surface);

  return (const guint32 *) (gconstpointer) cairo_image_surface_get_data (*surface);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  cairo_surface_t *surface;
  const guint32 *pixels = draw (&surface, &row->bar);
  const guint32 *middle = pixels + HEIGHT / 2 * (WIDTH + 16);

  for (int x = row->filled[0]; x < row->filled[1]; x++)
    g_assert_cmphex (middle[x], ==, 0xffff0000);
  for (int x = row->bare[0]; x < row->bare[1]; x++)
    g_assert_cmphex (middle[x], ==, 0);
  for (int x = WIDTH; x < WIDTH + 16; x++)
    g_assert_cmphex (middle[x], ==, 0);

  /* The zero line is higher than the bar. */
  for (int x = 0; x < WIDTH; x++)
    g_assert_cmpint (pixels[x] != 0, ==, x == row->zero);

  cairo_surface_destroy (surface);
}

/* What is assumed has an edge of short strokes along all of it, and its colour inside. */
static void
test_supposed (void)
{
  for (int supposed = 0; supposed < 2; supposed++)
    {
      PivotBar bar = { 0, 0.5, -1, FALSE, FALSE, RED, supposed };
      cairo_surface_t *surface;
      const guint32 *pixels = draw (&surface, &bar);
      guint n_turns = 0;

      for (int x = 8; x < 90; x++)
        {
          g_assert_cmphex (pixels[HEIGHT / 2 * (WIDTH + 16) + x], ==, 0xffff0000);
          n_turns += pixels[3 * (WIDTH + 16) + x] != pixels[3 * (WIDTH + 16) + x + 1];
        }
      g_assert_cmpint (n_turns > 20, ==, supposed);
      cairo_surface_destroy (surface);
    }
}

/* A limit has edges along it, as a figure has, but no edge where a figure ends. */
static void
test_open_end (void)
{
  for (int bound = 0; bound < 2; bound++)
    {
      const PivotBar bar = { 0, 0.5, 0, bound, FALSE, RED };
      cairo_surface_t *surface;
      const guint32 *pixels = draw (&surface, &bar);
      const guint32 *edge = pixels + 2 * (WIDTH + 16);
      guint n_changes = 0;

      for (int x = 5; x < 95; x++)
        g_assert_cmphex (edge[x], ==, edge[x + 1]);
      for (int y = 3; y < HEIGHT - 4; y++)
        n_changes += pixels[y * (WIDTH + 16) + 99] != pixels[(y + 1) * (WIDTH + 16) + 99];
      if (bound)
        g_assert_cmpuint (n_changes, >, 2);
      else
        g_assert_cmpuint (n_changes, ==, 0);

      cairo_surface_destroy (surface);
    }
}

/* Neither a limit nor a missing value looks like a figure: both are hatched. */
static void
test_hatched (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cairo_surface_t *surface;
      const guint32 *middle = draw (&surface, &rows[i].bar) + HEIGHT / 2 * (WIDTH + 16);
      guint n_changes = 0;

      if (!rows[i].bar.bound && !rows[i].bar.missing)
        {
          cairo_surface_destroy (surface);
          continue;
        }

      for (int x = 2; x < 18; x++)
        n_changes += middle[x] != middle[x + 1];
      g_assert_cmpuint (n_changes, >, 6);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/bar/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/bar/supposed", test_supposed);
  g_test_add_func ("/bar/open-end", test_open_end);
  g_test_add_func ("/bar/hatched", test_hatched);

  return g_test_run ();
}

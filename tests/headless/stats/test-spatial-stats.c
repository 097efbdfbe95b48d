/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-random.h"
#include "pivot-spatial-stats.h"

#include "reference-grid.h"

#include <string.h>

#define WIDTH 10
#define HEIGHT 8
#define N_PLACES (WIDTH * HEIGHT)

/* A grid of places with up to four neighbours each. */
typedef struct
{
  guint      *offsets;
  guint      *neighbours;
  PivotLinks  links;
} Grid;

static void
grid_clear (Grid *grid)
{
  g_free (grid->offsets);
  g_free (grid->neighbours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static void
grid_init (Grid  *grid,
           guint  width,
           guint  height)
{
  guint n = 0;

  grid->offsets = g_new0 (guint, width * height + 1);
  grid->neighbours = g_new (guint, 4 * width * height);
  for (guint k = 0; k < width * height; k++)
    {
      if (k >= width)
        grid->neighbours[n++] = k - width;
      if (k % width > 0)
        grid->neighbours[n++] = k - 1;
      if (k % width + 1 < width)
        grid->neighbours[n++] = k + 1;
      if (k + width < width * height)
        grid->neighbours[n++] = k + width;
      grid->offsets[k + 1] = n;
    }
  grid->links = (PivotLinks) { width * height, grid->offsets, grid->neighbours };
}

static void
fill (double   *values,
      gboolean  missing)
{
  for (guint k = 0; k < N_PLACES; k++)
    values[k] = missing && (k % 7 == 3 || k == 1 || k == 8) ? NAN : (k * 37 + 11) % 101 + 3.0 * (k % 8);
}

/* The same or both not there. */
static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else if (tolerance <= 0)
    g_assert_cmpfloat (value, ==, expected);
  else
    g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static PivotCluster
quadrant_of (char letter)
{
  switch (letter)
    {
    case 'H': return PIVOT_CLUSTER_HIGH_HIGH;
    case 'L': return PIVOT_CLUSTER_LOW_LOW;
    case 'h': return PIVOT_CLUSTER_HIGH_LOW;
    case 'l': return PIVOT_CLUSTER_LOW_HIGH;
    default: return PIVOT_CLUSTER_MISSING;
    }
}

/* O'Neill's pcg32-demo: seed 42, stream 54. */
static void
test_random (void)
{
  static const guint32 expected[] = { 0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e };
  guint counts[7] = { 0 };
  PivotRandom random;

  pivot_random_init (&random, 42, 54);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (pivot_random_next (&random), ==, expected[i]);

  for (guint i = 0; i < 70000; i++)
    counts[pivot_random_below (&random, 7)]++;
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (ABS ((int) counts[i] - 10000), <, 400);
}

/* Every order of three comes up, and as often as any other. */
static void
test_shuffle (void)
{
  guint counts[27] = { 0 }, n_orders = 0;
  PivotRandom random;

  pivot_random_init (&random, 7, 1);
  for (guint i = 0; i < 60000; i++)
    {
      guint numbers[] = { 0, 1, 2 };

      pivot_random_shuffle (&random, numbers, G_N_ELEMENTS (numbers));
      g_assert_cmpuint (numbers[0] + numbers[1] + numbers[2], ==, 3);
      counts[numbers[0] * 9 + numbers[1] * 3 + numbers[2]]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        g_assert_cmpint (ABS ((int) counts[i] - 10000), <, 400);
        n_orders++;
      }
  g_assert_cmpuint (n_orders, ==, 6);
}

static void
test_reference (gconstpointer data)
{
  const Reference *reference = data;
  g_auto (Grid) grid = { 0 };
  g_autoptr (GError) error = NULL;
  double values[N_PLACES], lags[N_PLACES];
  PivotLocalMoran locals[N_PLACES];
  guint counts[N_PLACES];
  guint n_links = 0;
  PivotMoran moran;

  grid_init (&grid, WIDTH, HEIGHT);
  fill (values, strcmp (reference->name, "grid") != 0);

  g_assert_true (pivot_spatial_moran (&grid.links, values, 9999, 1, NULL, &moran, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (moran.n, ==, reference->n);
  g_assert_cmpuint (moran.n_missing, ==, N_PLACES - reference->n);
  g_assert_cmpuint (moran.n_islands, ==, reference->n_islands);
  g_assert_cmpuint (moran.n_links, ==, reference->n_links);
  g_assert_cmpuint (moran.n_permutations, ==, 9999);
  assert_near (moran.i, reference->i, 1e-12);
  assert_near (moran.expected, reference->expected, 1e-15);
  /* The permutations are others than R's: within five standard errors of 10,000. */
  assert_near (moran.mean, reference->mean, 5e-3);
  assert_near (moran.sd, reference->sd, 5e-3);
  assert_near (moran.p_greater, reference->p_greater, 5e-3);
  assert_near (moran.p_less, reference->p_less, 5e-3);
  assert_near (moran.p_two_sided, 2 * fmin (moran.p_greater, moran.p_less), 1e-12);

  pivot_spatial_lag (&grid.links, values, lags, counts);
  g_assert_true (pivot_spatial_local (&grid.links, values, 9999, 1, 0.05, NULL, locals, &error));
  for (guint k = 0; k < N_PLACES; k++)
    {
      gboolean island = !isnan (values[k]) && counts[k] == 0;

      g_test_message ("place %u: p %g, exactly %g", k, locals[k].p, reference->folded[k]);
      assert_near (lags[k], reference->lag[k], 1e-12);
      assert_near (locals[k].lag, reference->lag[k], 1e-12);
      assert_near (locals[k].i, reference->local[k], 1e-12);
      assert_near (locals[k].p, island ? NAN : reference->folded[k], 0.02);
      g_assert_cmpint (locals[k].quadrant, ==,
                       island ? PIVOT_CLUSTER_ISLAND : quadrant_of (reference->quadrants[k]));
      if (island || isnan (values[k]))
        g_assert_cmpint (locals[k].cluster, ==, locals[k].quadrant);
      else
        g_assert_cmpint (locals[k].cluster, ==, locals[k].p <= 0.05 ? locals[k].quadrant : PIVOT_CLUSTER_NONE);
      n_links += counts[k];
    }
  g_assert_cmpuint (n_links, ==, reference->n_links);
}

/* A seed gives the same p always, and another seed another. */
static void
test_seed (void)
{
  g_auto (Grid) grid = { 0 };
  double values[N_PLACES];
  PivotLocalMoran locals[2][N_PLACES];
  PivotMoran morans[3];

  grid_init (&grid, WIDTH, HEIGHT);
  fill (values, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pivot_spatial_moran (&grid.links, values, 499, 7, NULL, &morans[i], NULL));
      g_assert_true (pivot_spatial_local (&grid.links, values, 499, 7, 0.05, NULL, locals[i], NULL));
    }
  g_assert_true (pivot_spatial_moran (&grid.links, values, 499, 8, NULL, &morans[2], NULL));
  g_assert_cmpmem (&morans[0], sizeof morans[0], &morans[1], sizeof morans[1]);
  g_assert_cmpfloat (morans[0].mean, !=, morans[2].mean);
  for (guint k = 0; k < N_PLACES; k++)
    {
      assert_near (locals[0][k].p, locals[1][k].p, 0);
      g_assert_cmpint (locals[0][k].cluster, ==, locals[1][k].cluster);
    }

  /* Written down, so that nobody changes the permutations unawares: a printed p must come out again. */
  g_assert_cmpfloat_with_epsilon (morans[0].p_less * 500, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (morans[0].mean, -0.0132106219, 1e-9);
}

typedef struct
{
  const char *name;
  guint       n;
  double      values[4];
  gboolean    linked;   /* each place with the next */
} Degenerate;

static const Degenerate degenerates[] = {
  { "empty", 0, { 0 }, TRUE },
  { "one", 1, { 3 }, TRUE },
  { "all-missing", 3, { NAN, NAN, NAN }, TRUE },
  { "one-of-three", 3, { NAN, 2, NAN }, TRUE },
  { "constant", 4, { 0.1, 0.1, 0.1, 0.1 }, TRUE },
  { "constant-large", 4, { 1e15 + 0.3, 1e15 + 0.3, 1e15 + 0.3, 1e15 + 0.3 }, TRUE },
  { "no-links", 4, { 1, 2, 3, 4 }, FALSE },
};

static void
test_degenerate (gconstpointer data)
{
  const Degenerate *degenerate = data;
  guint offsets[5] = { 0 };
  guint neighbours[8];
  PivotLinks links = { degenerate->n, offsets, neighbours };
  PivotLocalMoran locals[4];
  PivotMoran moran;
  guint n = 0;

  for (guint i = 0; i < degenerate->n; i++)
    {
      if (degenerate->linked && i > 0)
        neighbours[n++] = i - 1;
      if (degenerate->linked && i + 1 < degenerate->n)
        neighbours[n++] = i + 1;
      offsets[i + 1] = n;
    }

  g_assert_true (pivot_spatial_moran (&links, degenerate->values, 99, 1, NULL, &moran, NULL));
  g_assert_true (isnan (moran.i));
  g_assert_true (isnan (moran.p_greater) && isnan (moran.p_less) && isnan (moran.p_two_sided));
  g_assert_cmpuint (moran.n + moran.n_missing, ==, degenerate->n);

  g_assert_true (pivot_spatial_local (&links, degenerate->values, 99, 1, 0.05, NULL, locals, NULL));
  for (guint i = 0; i < degenerate->n; i++)
    {
      gboolean missing = isnan (degenerate->values[i]);
      gboolean island = !missing && isnan (locals[i].lag);

      g_assert_true (isnan (locals[i].p));
      g_assert_cmpint (locals[i].cluster, ==,
                       missing ? PIVOT_CLUSTER_MISSING : island ? PIVOT_CLUSTER_ISLAND : PIVOT_CLUSTER_NONE);
      g_assert_cmpint (locals[i].quadrant, ==, locals[i].cluster);
    }
}

/* What permutations cannot change is no evidence: of two places, and of one that stands on the mean itself. */
static void
test_ties (void)
{
  static const double two[] = { 0.1, 0.7 }, five[] = { -1, -2, 0, 3, 0 };
  static const guint offsets[] = { 0, 1, 3, 5, 7, 8 }, neighbours[] = { 1, 0, 2, 1, 3, 2, 4, 3 };
  static const guint pair_offsets[] = { 0, 1, 2 }, pair_neighbours[] = { 1, 0 };
  const PivotLinks pair = { 2, pair_offsets, pair_neighbours }, path = { 5, offsets, neighbours };
  PivotLocalMoran locals[5];
  PivotMoran moran;

  g_assert_true (pivot_spatial_moran (&pair, two, 99, 1, NULL, &moran, NULL));
  assert_near (moran.i, -1, 1e-12);
  g_assert_cmpfloat (moran.p_greater, ==, 1);
  g_assert_cmpfloat (moran.p_less, ==, 1);
  g_assert_cmpfloat (moran.p_two_sided, ==, 1);

  g_assert_true (pivot_spatial_local (&path, five, 99, 1, 0.05, NULL, locals, NULL));
  assert_near (locals[2].i, 0, 1e-12);
  g_assert_cmpfloat (locals[2].p, ==, 1);
  g_assert_cmpint (locals[2].cluster, ==, PIVOT_CLUSTER_NONE);
}

/* Values that alternate are as unlike their neighbours as can be; and the largest doubles do not overflow. */
static void
test_extremes (void)
{
  static const double scales[] = { 1e-300, 1, 1e150, 1e307 };
  g_auto (Grid) grid = { 0 };
  double values[N_PLACES];
  PivotMoran moran;

  grid_init (&grid, WIDTH, HEIGHT);
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      for (guint k = 0; k < N_PLACES; k++)
        values[k] = (k / WIDTH + k % WIDTH) % 2 == 0 ? scales[s] : -scales[s];

      g_assert_true (pivot_spatial_moran (&grid.links, values, 99, 1, NULL, &moran, NULL));
      assert_near (moran.i, -1, 1e-12);
      assert_near (moran.p_greater, 1, 0);
      assert_near (moran.p_less, 0.01, 1e-12);
    }
}

static void
test_cancelled (void)
{
  g_auto (Grid) grid = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double values[N_PLACES];
  PivotLocalMoran locals[N_PLACES];
  PivotMoran moran;

  grid_init (&grid, WIDTH, HEIGHT);
  fill (values, FALSE);
  g_cancellable_cancel (cancellable);

  g_assert_false (pivot_spatial_moran (&grid.links, values, 99, 1, cancellable, &moran, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (pivot_spatial_local (&grid.links, values, 99, 1, 0.05, cancellable, locals, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Many places are asked for within a second; here with room for slow machines and sanitizers. */
static void
test_many (void)
{
  g_auto (Grid) grid = { 0 };
  g_autofree double *values = g_new (double, 4600);
  g_autofree PivotLocalMoran *locals = g_new (PivotLocalMoran, 4600);
  PivotMoran moran;
  double global, local;

  grid_init (&grid, 100, 46);
  for (guint k = 0; k < 4600; k++)
    values[k] = sin (k % 100 / 10.0) + cos (k / 100 / 7.0) + g_test_rand_double ();

  g_test_timer_start ();
  g_assert_true (pivot_spatial_moran (&grid.links, values, 999, 1, NULL, &moran, NULL));
  global = g_test_timer_elapsed ();
  g_test_timer_start ();
  g_assert_true (pivot_spatial_local (&grid.links, values, 999, 1, 0.05, NULL, locals, NULL));
  local = g_test_timer_elapsed ();
  g_test_message ("4,600 places, 999 permutations: global %.0f ms, local %.0f ms", 1000 * global, 1000 * local);

  g_assert_cmpfloat (moran.i, >, 0.5);
  assert_near (moran.p_greater, 0.001, 1e-12);
  if (g_test_perf ())
    g_assert_cmpfloat (global + local, <, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spatial-stats/random", test_random);
  g_test_add_func ("/spatial-stats/shuffle", test_shuffle);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_strconcat ("/spatial-stats/reference/", references[i].name, NULL);

      g_test_add_data_func (path, &references[i], test_reference);
    }
  for (guint i = 0; i < G_N_ELEMENTS (degenerates); i++)
    {
      g_autofree char *path = g_strconcat ("/spatial-stats/degenerate/", degenerates[i].name, NULL);

      g_test_add_data_func (path, &degenerates[i], test_degenerate);
    }
  g_test_add_func ("/spatial-stats/seed", test_seed);
  g_test_add_func ("/spatial-stats/ties", test_ties);
  g_test_add_func ("/spatial-stats/extremes", test_extremes);
  g_test_add_func ("/spatial-stats/cancelled", test_cancelled);
  g_test_add_func ("/spatial-stats/many", test_many);

  return g_test_run ();
}

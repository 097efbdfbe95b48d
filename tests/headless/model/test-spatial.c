/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-spatial-stats.h"

#include "tiny-dataset.h"

#include "reference-provinces.h"

#include <math.h>

/* Moran's I of the bundled places with the neighbours that the boundaries give. */

static PivotDataset *bundled;

typedef struct
{
  GArray    *offsets;
  GArray    *neighbours;
  PivotLinks links;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  PivotGeometry *geometry = pivot_dataset_get_boundaries (bundled);
  guint offset = 0;

  fixture->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->neighbours = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (fixture->offsets, offset);

  for (guint i = 0; i < pivot_dataset_get_n_places (bundled); i++)
    {
      guint n;
      const guint *neighbours = pivot_geometry_get_neighbours (geometry, i, &n);

      g_array_append_vals (fixture->neighbours, neighbours, n);
      offset += n;
      g_array_append_val (fixture->offsets, offset);
    }

  fixture->links = (PivotLinks) {
    pivot_dataset_get_n_places (bundled), (const guint *) fixture->offsets->data, (const guint *) fixture->neighbours->data
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_array_unref (fixture->offsets);
  g_array_unref (fixture->neighbours);
}

static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

static char
letter_of (PivotCluster quadrant)
{
  static const char letters[PIVOT_N_CLUSTERS] = {
    [PIVOT_CLUSTER_MISSING] = 'N', [PIVOT_CLUSTER_ISLAND] = 'I', [PIVOT_CLUSTER_NONE] = '-',
    [PIVOT_CLUSTER_HIGH_HIGH] = 'H', [PIVOT_CLUSTER_LOW_LOW] = 'L',
    [PIVOT_CLUSTER_HIGH_LOW] = 'h', [PIVOT_CLUSTER_LOW_HIGH] = 'l',
  };

  return letters[quadrant];
}

static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  const Reference *reference = data;
  guint n;
  const double *values = pivot_measure_get_numbers (pivot_dataset_find_measure (bundled, reference->name), &n);
  g_autofree PivotLocalMoran *locals = g_new (PivotLocalMoran, n);
  PivotMoran moran;

  g_assert_cmpuint (n, ==, N_REFERENCE);

  g_assert_true (pivot_spatial_moran (&fixture->links, values, 9999, 1, NULL, &moran, NULL));
  g_assert_cmpuint (moran.n, ==, reference->n);
  g_assert_cmpuint (moran.n_islands, ==, reference->n_islands);
  g_assert_cmpuint (moran.n_links, ==, reference->n_links);
  assert_near (moran.i, reference->i, 1e-12);
  assert_near (moran.expected, reference->expected, 1e-15);
  assert_near (moran.mean, reference->mean, 6e-3);
  assert_near (moran.sd, reference->sd, 5e-3);
  assert_near (moran.p_greater, reference->p_greater, 7e-3);
  assert_near (moran.p_less, reference->p_less, 7e-3);

  g_assert_true (pivot_spatial_local (&fixture->links, values, 9999, 1, 0.05, NULL, locals, NULL));
  for (guint i = 0; i < n; i++)
    {
      gboolean island = locals[i].quadrant == PIVOT_CLUSTER_ISLAND;

      g_test_message ("%s: p %g, exactly %g", pivot_place_get_id (pivot_dataset_get_place (bundled, i)), locals[i].p,
                      reference->folded[i]);
      assert_near (locals[i].lag, reference->lag[i], 1e-9 * fmax (1, fabs (reference->lag[i])));
      assert_near (locals[i].i, reference->local[i], 1e-12);
      assert_near (locals[i].p, reference->folded[i], 0.02);
      if (island)
        g_assert_cmpstr (pivot_place_get_id (pivot_dataset_get_place (bundled, i)), ==, "CN-HI");
      else
        g_assert_cmpint (letter_of (locals[i].quadrant), ==, reference->quadrants[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_strconcat ("/spatial/reference/", references[i].name, NULL);

      g_test_add (path, Fixture, &references[i], set_up, test_reference, tear_down);
    }

  status = g_test_run ();
  g_assert_finalize_object (bundled);

  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stats.h"

#include "reference-pairs.h"

#include <string.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-9 * fmax (1, fabs ((double) (b))))

static void
test_summary_reference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (summary_references); i++)
    {
      const SummaryReference *reference = &summary_references[i];
      PivotSummary summary;

      pivot_stats_summary (sets[reference->set].values, sets[reference->set].n, &summary);
      g_assert_cmpuint (summary.n, ==, sets[reference->set].n);
      g_assert_cmpuint (summary.n_missing, ==, 0);
      g_assert_cmpfloat (summary.min, ==, reference->min);
      g_assert_cmpfloat (summary.max, ==, reference->max);
      assert_near (summary.sum, reference->sum);
      assert_near (summary.mean, reference->mean);
      assert_near (summary.sd, reference->sd);
    }
}

static void
test_summary_missing (void)
{
  const double values[] = { NAN, 3, NAN, -1, 4, NAN };
  PivotSummary summary;

  pivot_stats_summary (values, G_N_ELEMENTS (values), &summary);
  g_assert_cmpuint (summary.n, ==, 3);
  g_assert_cmpuint (summary.n_missing, ==, 3);
  g_assert_cmpfloat (summary.min, ==, -1);
  g_assert_cmpfloat (summary.max, ==, 4);
  g_assert_cmpfloat (summary.sum, ==, 6);
  g_assert_cmpfloat (summary.mean, ==, 2);
  assert_near (summary.sd, sqrt (7));

  pivot_stats_summary (values, 1, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
  g_assert_true (isnan (summary.min) && isnan (summary.max) && isnan (summary.mean) && isnan (summary.sd));
  g_assert_cmpfloat (summary.sum, ==, 0);

  pivot_stats_summary (NULL, 0, &summary);
  g_assert_cmpuint (summary.n + summary.n_missing, ==, 0);

  pivot_stats_summary (values + 1, 1, &summary);
  g_assert_cmpfloat (summary.mean, ==, 3);
  g_assert_true (isnan (summary.sd));
}

/* NIST's StRD sets NumAcc3 and NumAcc4, and one further still: 1001 values, the first 1000000.2 (10000000.2), then .1
 * and .3 by turns. The certified standard deviation is 0.1 for both; the one-pass formula gets it wrong. What is left when
 * the base is taken off has the same deviation to the last digits. */
static void
test_summary_precision (void)
{
  const double bases[] = { 1e6, 1e7, 1e12 };

  for (guint k = 0; k < G_N_ELEMENTS (bases); k++)
    {
      double values[1001];
      double rests[1001];
      double ulp = bases[k] * 2.3e-16;
      PivotSummary summary;
      PivotSummary rest;

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          values[i] = bases[k] + (i == 0 ? 0.2 : i % 2 == 1 ? 0.1 : 0.3);
          rests[i] = values[i] - bases[k];
        }

      pivot_stats_summary (values, G_N_ELEMENTS (values), &summary);
      pivot_stats_summary (rests, G_N_ELEMENTS (rests), &rest);
      g_assert_cmpfloat_with_epsilon (summary.mean, bases[k] + 0.2, 2 * ulp);
      g_assert_cmpfloat_with_epsilon (summary.sd, 0.1, 2 * ulp);
      g_assert_cmpfloat_with_epsilon (summary.sd, rest.sd, 1e-13);
    }
}

/* They cannot get into a dataset, but nothing may fall over them. */
static void
test_infinite (void)
{
  const double values[] = { 1, INFINITY, -INFINITY, 2, NAN, 1e308, 1e308 };
  guint ranks[G_N_ELEMENTS (values)];
  double mid[G_N_ELEMENTS (values)];
  PivotSummary summary;
  PivotLine line;

  pivot_stats_summary (values, G_N_ELEMENTS (values), &summary);
  g_assert_cmpuint (summary.n, ==, 6);
  g_assert_cmpuint (pivot_stats_rank (values, G_N_ELEMENTS (values), TRUE, ranks), ==, 6);
  g_assert_cmpuint (ranks[1], ==, 1);
  pivot_stats_mid_ranks (values, G_N_ELEMENTS (values), mid);
  g_assert_cmpfloat (mid[1], ==, 6);
  pivot_stats_pearson (values, mid, G_N_ELEMENTS (values), NULL);
  g_assert_false (pivot_stats_line (values, mid, G_N_ELEMENTS (values), &line));
}

/* R 4.2.2: quantile (faithful$eruptions, p, type = 7) and so on. */
static void
test_quantile (void)
{
  const double few[] = { 1, 2, 4, 8 };
  guint n;
  g_autofree double *sorted = pivot_stats_sorted (eruptions, G_N_ELEMENTS (eruptions), &n);

  assert_near (pivot_stats_quantile (sorted, n, 0.25), 2.16275);
  assert_near (pivot_stats_quantile (sorted, n, 0.5), 4);
  assert_near (pivot_stats_quantile (sorted, n, 0.9), 4.7);

  g_assert_cmpfloat (pivot_stats_quantile (few, 4, 0), ==, 1);
  g_assert_cmpfloat (pivot_stats_quantile (few, 4, 1), ==, 8);
  assert_near (pivot_stats_quantile (few, 4, 0.5), 3);
  assert_near (pivot_stats_quantile (few, 4, 0.1), 1.3);
  g_assert_cmpfloat (pivot_stats_quantile (few, 1, 0.7), ==, 1);
  g_assert_true (isnan (pivot_stats_quantile (NULL, 0, 0.5)));
}

/* A position that is whole but for rounding is on the value: class breaks must not miss what they stand on. 100 × 0.55 is
 * 55.00000000000001, 100 × 0.58 is 57.99999999999999. */
static void
test_quantile_exact (void)
{
  double values[1001];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i / 7.0;

  for (guint i = 0; i <= 100; i++)
    {
      g_assert_cmpfloat (pivot_stats_quantile (values, 101, i / 100.0), ==, values[i]);
      g_assert_cmpfloat (pivot_stats_quantile (values, 1001, i * 0.01), ==, values[i * 10]);
    }
}

static void
test_sorted (void)
{
  const double values[] = { 3, NAN, -1, 2, NAN, 3, 0 };
  const double expected[] = { -1, 0, 2, 3, 3 };
  guint n;
  g_autofree double *sorted = pivot_stats_sorted (values, G_N_ELEMENTS (values), &n);
  g_autofree double *none = NULL;

  g_assert_cmpmem (sorted, n * sizeof *sorted, expected, sizeof expected);
  none = pivot_stats_sorted (NULL, 0, &n);
  g_assert_nonnull (none);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_ranks (void)
{
  const double values[] = { 5, NAN, 7, 5, 1, 7, 7, 0 };
  const guint descending[] = { 4, 0, 1, 4, 6, 1, 1, 7 };
  const guint ascending[] = { 3, 0, 5, 3, 2, 5, 5, 1 };
  const double mid[] = { 3.5, NAN, 6, 3.5, 2, 6, 6, 1 };
  guint ranks[G_N_ELEMENTS (values)];
  double mid_ranks[G_N_ELEMENTS (values)];

  g_assert_cmpuint (pivot_stats_rank (values, G_N_ELEMENTS (values), TRUE, ranks), ==, 7);
  g_assert_cmpmem (ranks, sizeof ranks, descending, sizeof descending);
  g_assert_cmpuint (pivot_stats_rank (values, G_N_ELEMENTS (values), FALSE, ranks), ==, 7);
  g_assert_cmpmem (ranks, sizeof ranks, ascending, sizeof ascending);
  g_assert_cmpuint (pivot_stats_rank (NULL, 0, FALSE, NULL), ==, 0);

  pivot_stats_mid_ranks (values, G_N_ELEMENTS (values), mid_ranks);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (isnan (mid[i]) ? isnan (mid_ranks[i]) : mid_ranks[i] == mid[i]);
}

static void
test_pairs (gconstpointer data)
{
  const PairReference *reference = data;
  PivotLine line;
  guint n;

  assert_near (pivot_stats_pearson (reference->x, reference->y, reference->n, &n), reference->pearson);
  g_assert_cmpuint (n, ==, reference->n);
  assert_near (pivot_stats_spearman (reference->x, reference->y, reference->n, &n), reference->spearman);
  g_assert_cmpuint (n, ==, reference->n);
  g_assert_true (pivot_stats_line (reference->x, reference->y, reference->n, &line));
  g_assert_cmpuint (line.n, ==, reference->n);
  assert_near (line.intercept, reference->intercept);
  assert_near (line.slope, reference->slope);
  assert_near (line.r, reference->pearson);
  assert_near (line.r2, reference->pearson * reference->pearson);
}

static void
test_pairs_missing (void)
{
  const double x[] = { 1, NAN, 2, 3, 4, NAN };
  const double y[] = { 3, 9, 5, 7, NAN, NAN };
  PivotLine line;
  guint n;

  g_assert_cmpfloat_with_epsilon (pivot_stats_pearson (x, y, G_N_ELEMENTS (x), &n), 1, 1e-15);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (pivot_stats_spearman (x, y, G_N_ELEMENTS (x), NULL), 1, 1e-15);
  g_assert_true (pivot_stats_line (x, y, G_N_ELEMENTS (x), &line));
  g_assert_cmpuint (line.n, ==, 3);
  assert_near (line.slope, 2);
  assert_near (line.intercept, 1);
}

/* No correlation is made up where there is none to be had. 0.1 added up thrice is not 0.3, so its mean is not
 * quite 0.1. */
static void
test_pairs_undefined (void)
{
  const double same[] = { 0.1, 0.1, 0.1 };
  const double other[] = { 1, 2, 3 };
  const double none[] = { NAN, NAN, NAN };
  PivotLine line;
  guint n;

  g_assert_true (isnan (pivot_stats_pearson (same, other, 3, &n)));
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (isnan (pivot_stats_pearson (other, same, 3, NULL)));
  g_assert_true (isnan (pivot_stats_spearman (other, same, 3, NULL)));
  g_assert_true (isnan (pivot_stats_pearson (other, other, 1, NULL)));
  g_assert_true (isnan (pivot_stats_pearson (other, none, 3, &n)));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (pivot_stats_spearman (NULL, NULL, 0, &n)));

  g_assert_false (pivot_stats_line (same, other, 3, &line));
  g_assert_false (pivot_stats_line (other, other, 1, &line));
  g_assert_cmpuint (line.n, ==, 1);
  g_assert_false (pivot_stats_line (NULL, NULL, 0, &line));

  g_assert_true (pivot_stats_line (other, same, 3, &line));
  g_assert_cmpfloat (line.slope, ==, 0);
  assert_near (line.intercept, 0.1);
  g_assert_true (isnan (line.r) && isnan (line.r2));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/summary/reference", test_summary_reference);
  g_test_add_func ("/stats/summary/missing", test_summary_missing);
  g_test_add_func ("/stats/summary/precision", test_summary_precision);
  g_test_add_func ("/stats/infinite", test_infinite);
  g_test_add_func ("/stats/quantile", test_quantile);
  g_test_add_func ("/stats/quantile/exact", test_quantile_exact);
  g_test_add_func ("/stats/sorted", test_sorted);
  g_test_add_func ("/stats/ranks", test_ranks);

  for (guint i = 0; i < G_N_ELEMENTS (pair_references); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/pairs/", pair_references[i].name, NULL);

      g_test_add_data_func (path, &pair_references[i], test_pairs);
    }
  g_test_add_func ("/stats/pairs/missing", test_pairs_missing);
  g_test_add_func ("/stats/pairs/undefined", test_pairs_undefined);

  return g_test_run ();
}

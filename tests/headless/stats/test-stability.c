/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stability.h"

#include <math.h>

/* Each value's place is in the tail of its own: whatever the classing, the outlier is on top and the rest are not. */
static void
test_outlier (void)
{
  static const double values[] = { 1, 2, NAN, 3, 4, 5, 6, 7, 8, 100, INFINITY };
  PivotStability results[G_N_ELEMENTS (values)];
  guint n = pivot_stability_compute (values, G_N_ELEMENTS (values), 5, NAN, results);

  g_assert_cmpuint (n, ==, PIVOT_STABILITY_CLASSINGS);
  g_assert_cmpuint (n, ==, 41);

  g_assert_cmpfloat (results[9].top, ==, 1);
  g_assert_cmpfloat (results[0].top, ==, 0);
  g_assert_true (isnan (results[2].top) && isnan (results[2].spread));
  g_assert_true (isnan (results[10].top));
  g_assert_false (results[2].depends || results[10].depends);

  /* 8 is in the upper half of the quantiles and with all the rest in equal classes. */
  g_assert_true (results[8].depends);
  g_assert_cmpfloat (results[8].top, >, 0);
  g_assert_cmpfloat (results[8].top, <, 1);
}

/* Two heaps: with two classes all methods agree, and nothing depends on the choice. */
static void
test_heaps (void)
{
  static const double values[] = { 0, 0, 0, 0, 10, 10, 10, 10 };
  PivotStability results[G_N_ELEMENTS (values)];

  g_assert_cmpuint (pivot_stability_compute (values, 8, 2, NAN, results), ==, PIVOT_STABILITY_CLASSINGS);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_false (isnan (results[i].top));
      g_assert_cmpfloat (results[i].spread, <=, 1);
    }
  g_assert_cmpfloat (results[7].top, >, 0.9);
  g_assert_cmpfloat (results[0].top, ==, 0);
}

static void
test_nothing (void)
{
  static const double values[] = { NAN, NAN };
  PivotStability results[2];

  g_assert_cmpuint (pivot_stability_compute (values, 2, 5, NAN, results), ==, 0);
  g_assert_true (isnan (results[0].top) && isnan (results[1].spread));
  g_assert_cmpuint (pivot_stability_compute (NULL, 0, 5, NAN, NULL), ==, 0);
}

/* The same written down another way, one value and one classing at a time. */
static void
compare (const double *values,
         guint         n,
         guint         n_classes,
         double        midpoint)
{
  g_autofree PivotStability *results = g_new (PivotStability, n);

  g_assert_cmpuint (pivot_stability_compute (values, n, n_classes, midpoint, results), ==, 41);

  for (guint i = 0; i < n; i++)
    {
      guint n_top = 0;
      double low = 2, high = -1;

      for (int m = PIVOT_METHOD_QUANTILE; m < PIVOT_METHOD_MANUAL && !isnan (values[i]); m++)
        for (guint k = 2; k <= 9; k++)
          {
            g_autoptr (PivotClasses) classes = pivot_classes_new (values, n, m, k, midpoint);
            int n_made = (int) pivot_classes_get_n (classes);
            int class = pivot_classes_find (classes, values[i]);

            if (m != PIVOT_METHOD_BOX || k == 2)
              n_top += class == n_made - 1;
            if (k == n_classes)
              {
                low = MIN (low, (class + 0.5) / n_made);
                high = MAX (high, (class + 0.5) / n_made);
              }
          }

      if (isnan (values[i]))
        {
          g_assert_true (isnan (results[i].top));
          continue;
        }
      g_assert_cmpfloat_with_epsilon (results[i].top, n_top / 41.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (results[i].spread, (high - low) * n_classes, 1e-12);
      g_assert_cmpint (results[i].depends, ==, (high - low) * n_classes > 0.999999);
    }
}

static void
test_directly (void)
{
  for (guint round = 0; round < 12; round++)
    {
      double values[40];

      for (guint i = 0; i < 40; i++)
        {
          double value = g_test_rand_double_range (-1, 1);

          values[i] = i % 11 == 5 ? NAN : round % 3 == 0 ? value : round % 3 == 1 ? exp (5 * value) : floor (4 * value);
        }
      compare (values, 40, 2 + round % 8, round % 2 == 0 ? NAN : 0.1);
    }
}

static void
test_many (void)
{
  g_autofree double *values = g_new (double, 4600);
  g_autofree PivotStability *results = g_new (PivotStability, 4600);
  double elapsed;

  for (guint i = 0; i < 4600; i++)
    values[i] = exp (g_test_rand_double_range (-3, 3));

  g_test_timer_start ();
  g_assert_cmpuint (pivot_stability_compute (values, 4600, 5, NAN, results), ==, 41);
  elapsed = g_test_timer_elapsed ();
  g_test_message ("4,600 values: %.0f ms", 1000 * elapsed);
  if (g_test_perf ())
    g_assert_cmpfloat (elapsed, <, 0.2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stability/outlier", test_outlier);
  g_test_add_func ("/stability/heaps", test_heaps);
  g_test_add_func ("/stability/nothing", test_nothing);
  g_test_add_func ("/stability/directly", test_directly);
  g_test_add_func ("/stability/many", test_many);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stability.h"

#include <math.h>

static const PivotMethod methods[] = {
  PIVOT_METHOD_QUANTILE,
  PIVOT_METHOD_EQUAL,
  PIVOT_METHOD_NATURAL,
  PIVOT_METHOD_STANDARD,
  PIVOT_METHOD_PRETTY,
  PIVOT_METHOD_BOX,
};

/* Where each value stands so far among the classings with the present number of classes: from 0 below the lowest class to
 * 1 above the highest. */
typedef struct
{
  double low;
  double high;
} Range;

static void
count_classing (const PivotClasses *classes,
                const double       *values,
                guint               n_values,
                PivotStability     *results,
                Range              *ranges)
{
  guint n = pivot_classes_get_n (classes);

  for (guint i = 0; i < n_values; i++)
    {
      int found = isfinite (values[i]) ? pivot_classes_find (classes, values[i]) : -1;

      if (found < 0)
        continue;

      if (found + 1 == (int) n)
        results[i].top++;

      if (ranges != NULL)
        {
          double position = (found + 0.5) / n;

          ranges[i].low = fmin (ranges[i].low, position);
          ranges[i].high = fmax (ranges[i].high, position);
        }
    }
}

static void
finish (const double   *values,
        guint           n_values,
        guint           n_classes,
        const Range    *ranges,
        PivotStability *results)
{
  for (guint i = 0; i < n_values; i++)
    {
      PivotStability *result = &results[i];

      if (!isfinite (values[i]))
        continue;

      result->top /= PIVOT_STABILITY_CLASSINGS;
      result->spread = (ranges[i].high - ranges[i].low) * n_classes;
      /* Thirds and sevenths do not add up to whole classes exactly. */
      result->depends = result->spread >= 1 - 1e-9;
    }
}

/**
 * pivot_stability_compute: (skip)
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @n_classes: the present number of classes, %PIVOT_CLASSES_MIN…%PIVOT_CLASSES_MAX
 * @midpoint: NaN, or the value that parts low from high, as for [ctor@Classes.new]
 * @results: (out caller-allocates) (array length=n_values): one for each value
 *
 * Tries all ways of classing values and says how much each value's class depends on the way.
 *
 * The ways are the methods that make breaks by themselves, with each number of classes; the box map, which always has
 * six, counts once. A class is the highest if it is the last of its classing, even where no value is in it, as may be with
 * outliers or round breaks. Since methods may make more or fewer classes than asked for, the class of a value is compared
 * by where its middle stands between the lowest end (0) and the highest (1); the spread is the distance of the two
 * farthest apart times @n_classes.
 *
 * Returns: how many classings were counted: %PIVOT_STABILITY_CLASSINGS, or 0 if no value is finite
 */
guint
pivot_stability_compute (const double   *values,
                         guint           n_values,
                         guint           n_classes,
                         double          midpoint,
                         PivotStability *results)
{
  g_autofree Range *ranges = g_new (Range, MAX (n_values, 1));
  guint n_counted = 0;

  g_return_val_if_fail ((values != NULL && results != NULL) || n_values == 0, 0);
  g_return_val_if_fail (n_classes >= PIVOT_CLASSES_MIN && n_classes <= PIVOT_CLASSES_MAX, 0);

  for (guint i = 0; i < n_values; i++)
    {
      gboolean there = isfinite (values[i]);

      results[i] = (PivotStability) { there ? 0 : NAN, there ? 0 : NAN, FALSE };
      ranges[i] = (Range) { INFINITY, -INFINITY };
    }

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    for (guint k = PIVOT_CLASSES_MIN; k <= PIVOT_CLASSES_MAX; k++)
      {
        gboolean box = methods[m] == PIVOT_METHOD_BOX;
        g_autoptr (PivotClasses) classes = NULL;

        if (box && k != n_classes)
          continue;

        classes = pivot_classes_new (values, n_values, methods[m], k, midpoint);
        if (classes == NULL)
          return 0;

        count_classing (classes, values, n_values, results, k == n_classes ? ranges : NULL);
        n_counted++;
      }

  finish (values, n_values, n_classes, ranges, results);

  return n_counted;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-classes.h"

#include "pivot-breaks-private.h"
#include "pivot-stats.h"

#include <math.h>

/* Invariants: n ≥ 1; breaks ascend, and only the last two may be equal, where the last class is a single
 * value; the counts add up to the values that are there, all of which lie between the outermost breaks. */
struct _PivotClasses
{
  gatomicrefcount ref_count;
  PivotBreaks     breaks;
  guint           counts[PIVOT_CLASSES_MAX];
  guint           n_missing;
};

G_DEFINE_ENUM_TYPE (PivotMethod, pivot_method,
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_QUANTILE, "quantile"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_EQUAL, "equal"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_NATURAL, "natural"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_STANDARD, "standard"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_BOX, "box"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_PRETTY, "pretty"),
                    G_DEFINE_ENUM_VALUE (PIVOT_METHOD_MANUAL, "manual"))

G_DEFINE_BOXED_TYPE (PivotClasses, pivot_classes, pivot_classes_ref, pivot_classes_unref)

/* A part of the range of values: far below any figure that is printed, far above the error of a few sums. */
#define NOISE 1e-12

typedef guint (*InnerFunc) (const double *sorted,
                            guint         n,
                            guint         n_classes,
                            double       *inner);

static guint
count_distinct (const double *sorted,
                guint         n)
{
  guint distinct = 0;

  for (guint i = 0; i < n; i++)
    if (i == 0 || sorted[i] != sorted[i - 1])
      distinct++;

  return distinct;
}

/* Classes each side of the midpoint by itself. A side gets classes by its share of the distinct values, one
 * at least. */
static guint
split_inner (InnerFunc     func,
             const double *sorted,
             guint         n,
             guint         n_classes,
             double        midpoint,
             double       *inner)
{
  guint n_below = _pivot_breaks_bisect (sorted, n, midpoint);
  double share = (double) count_distinct (sorted, n_below) / count_distinct (sorted, n);
  guint k_below = CLAMP ((guint) (n_classes * share + 0.5), 1, n_classes - 1);
  guint n_inner = func (sorted, n_below, k_below, inner);

  inner[n_inner++] = midpoint;
  return n_inner + func (sorted + n_below, n - n_below, n_classes - k_below, inner + n_inner);
}

static void
set_inner (PivotBreaks  *breaks,
           InnerFunc     func,
           const double *sorted,
           guint         n,
           guint         n_classes,
           double        midpoint)
{
  double inner[PIVOT_CLASSES_MAX];
  guint n_inner;

  if (isnan (midpoint))
    n_inner = func (sorted, n, n_classes, inner);
  else
    n_inner = split_inner (func, sorted, n, n_classes, midpoint, inner);

  _pivot_breaks_manual (breaks, sorted, n, inner, n_inner);
}

static void
set_breaks (PivotBreaks  *breaks,
            const double *sorted,
            guint         n,
            PivotMethod   method,
            guint         n_classes,
            double        midpoint)
{
  switch (method)
    {
    case PIVOT_METHOD_EQUAL:
      _pivot_breaks_equal (breaks, sorted, n, n_classes, midpoint);
      break;

    case PIVOT_METHOD_NATURAL:
      set_inner (breaks, _pivot_breaks_natural, sorted, n, n_classes, midpoint);
      break;

    case PIVOT_METHOD_STANDARD:
      _pivot_breaks_standard (breaks, sorted, n, n_classes, midpoint);
      break;

    case PIVOT_METHOD_BOX:
      _pivot_breaks_box (breaks, sorted, n);
      break;

    case PIVOT_METHOD_PRETTY:
      _pivot_breaks_pretty (breaks, sorted, n, n_classes, midpoint);
      break;

    case PIVOT_METHOD_QUANTILE:
    case PIVOT_METHOD_MANUAL:
    default:
      set_inner (breaks, _pivot_breaks_quantile, sorted, n, n_classes, midpoint);
      break;
    }
}

/* The finite values, ascending (transfer full). */
static double *
sort_finite (const double *values,
             guint         n_values,
             guint        *n)
{
  g_autofree double *finite = g_new (double, MAX (n_values, 1));
  guint n_finite = 0;

  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      finite[n_finite++] = values[i];

  return pivot_stats_sorted (finite, n_finite, n);
}

static PivotClasses *
create (const PivotBreaks *breaks,
        const double      *sorted,
        guint              n,
        guint              n_missing)
{
  PivotClasses *self = g_new0 (PivotClasses, 1);
  guint begin = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->breaks = *breaks;
  self->n_missing = n_missing;

  for (guint i = 0; i < breaks->n; i++)
    {
      guint end = i + 1 == breaks->n ? n : _pivot_breaks_bisect (sorted, n, breaks->values[i + 1]);

      self->counts[i] = end - begin;
      begin = end;
    }

  return self;
}

/* A break that differs from a value by the noise of arithmetic alone is that value: 7.64 − 5.99 belongs to the class that begins
 * with 1.65, though in doubles it falls short of it. */
static void
snap (PivotBreaks  *breaks,
      const double *sorted,
      guint         n,
      double        midpoint)
{
  double noise = NOISE * (sorted[n - 1] - sorted[0]);

  for (guint i = 1; i < breaks->n; i++)
    {
      guint first = _pivot_breaks_bisect (sorted, n, breaks->values[i - 1]);
      guint above = _pivot_breaks_bisect (sorted, n, breaks->values[i]);

      /* The class below keeps a value of its own. */
      if (above > first && breaks->values[i] != midpoint && breaks->values[i] - sorted[above - 1] < noise &&
          sorted[above - 1] > sorted[first])
        breaks->values[i] = sorted[above - 1];
    }
}

/**
 * pivot_classes_new:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @method: how to class them
 * @n_classes: how many classes, %PIVOT_CLASSES_MIN…%PIVOT_CLASSES_MAX
 * @midpoint: NaN, or the value that parts low from high
 *
 * Classes values.
 *
 * - Quantile: as many values in each class as can be, breaks of type 7 (see [func@stats_quantile]). Equal
 *   values stay together, and a class that gets none is left out.
 * - Equal: classes of one width from the lowest to the highest value.
 * - Natural: the least sum of squared deviations from the class means (Fisher 1958; the criterion of Jenks
 *   1977), exact. A break is the lowest value of the class above it.
 * - Standard: one standard deviation a class, about the mean; those outside the data are left out.
 * - Box: quarters and outliers (more than 1.5 times the interquartile range beyond the quartiles). Six
 *   classes whatever @n_classes; a class of outliers that has none ends in infinity. Fewer only where
 *   quartiles coincide.
 * - Pretty: round breaks, as R's pretty(): about @n_classes, more or fewer; the ends lie outside the data.
 * - Manual: has no breaks of its own yet and starts from quantiles; see [ctor@Classes.new_manual].
 *
 * A midpoint counts where it lies strictly between the lowest and the highest value, and not for a box. One
 * break is then exactly on it. Equal: classes of one width to both sides, reaching beyond the data at one
 * end. Standard: about the midpoint instead of the mean, an odd number less one. Quantile and natural: each
 * side is classed by itself, with classes by its share of distinct values.
 *
 * Returns: (transfer full) (nullable): the classes; %NULL if no value is finite
 */
PivotClasses *
pivot_classes_new (const double *values,
                   guint         n_values,
                   PivotMethod   method,
                   guint         n_classes,
                   double        midpoint)
{
  g_autofree double *sorted = NULL;
  PivotBreaks breaks = { 0 };
  guint n;

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (n_classes >= PIVOT_CLASSES_MIN && n_classes <= PIVOT_CLASSES_MAX, NULL);

  sorted = sort_finite (values, n_values, &n);
  if (n == 0)
    return NULL;

  if (!(midpoint > sorted[0] && midpoint < sorted[n - 1]))
    midpoint = NAN;

  if (sorted[0] == sorted[n - 1])
    _pivot_breaks_manual (&breaks, sorted, n, NULL, 0);
  else
    {
      set_breaks (&breaks, sorted, n, method, n_classes, midpoint);
      /* The fences of a box lie a hair beyond the values on them, which are no outliers. */
      if (method != PIVOT_METHOD_BOX)
        snap (&breaks, sorted, n, midpoint);
    }

  return create (&breaks, sorted, n, n_values - n);
}

/**
 * pivot_classes_new_manual:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @inner_breaks: (array length=n_inner): breaks between classes, in any order
 * @n_inner: how many; 0 for a single class
 *
 * Classes values by breaks that somebody chose.
 *
 * The outer ends are those of the data. Breaks that are equal, not finite, or leave no value to one side
 * count for nothing, and so do those that would make more than %PIVOT_CLASSES_MAX classes, from the highest
 * down.
 *
 * Returns: (transfer full) (nullable): the classes; %NULL if no value is finite
 */
PivotClasses *
pivot_classes_new_manual (const double *values,
                          guint         n_values,
                          const double *inner_breaks,
                          guint         n_inner)
{
  g_autofree double *sorted = NULL;
  g_autofree double *inner = NULL;
  PivotBreaks breaks = { 0 };
  guint n;

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (inner_breaks != NULL || n_inner == 0, NULL);

  sorted = sort_finite (values, n_values, &n);
  if (n == 0)
    return NULL;

  inner = sort_finite (inner_breaks, n_inner, &n_inner);
  _pivot_breaks_manual (&breaks, sorted, n, inner, n_inner);

  return create (&breaks, sorted, n, n_values - n);
}

/**
 * pivot_classes_ref:
 * @self: classes
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
PivotClasses *
pivot_classes_ref (PivotClasses *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pivot_classes_unref:
 * @self: (transfer full): classes
 *
 * Gives a reference back.
 */
void
pivot_classes_unref (PivotClasses *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * pivot_classes_get_n:
 * @self: classes
 *
 * Returns: how many classes there are, 1…%PIVOT_CLASSES_MAX
 */
guint
pivot_classes_get_n (const PivotClasses *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->breaks.n;
}

/**
 * pivot_classes_get_lower:
 * @self: classes
 * @i: a class, from 0
 *
 * Returns: the lowest value that belongs to the class; −∞ for a box's low outliers where there are none
 */
double
pivot_classes_get_lower (const PivotClasses *self,
                         guint               i)
{
  g_return_val_if_fail (self != NULL && i < self->breaks.n, NAN);

  return self->breaks.values[i];
}

/**
 * pivot_classes_get_upper:
 * @self: classes
 * @i: a class, from 0
 *
 * Returns: where the class ends; only the last class holds this value itself. +∞ for a box's high outliers
 *   where there are none
 */
double
pivot_classes_get_upper (const PivotClasses *self,
                         guint               i)
{
  g_return_val_if_fail (self != NULL && i < self->breaks.n, NAN);

  return self->breaks.values[i + 1];
}

/**
 * pivot_classes_get_count:
 * @self: classes
 * @i: a class, from 0
 *
 * Returns: how many of the values are in the class
 */
guint
pivot_classes_get_count (const PivotClasses *self,
                         guint               i)
{
  g_return_val_if_fail (self != NULL && i < self->breaks.n, 0);

  return self->counts[i];
}

/**
 * pivot_classes_get_missing:
 * @self: classes
 *
 * Returns: how many of the values were not there, or not finite
 */
guint
pivot_classes_get_missing (const PivotClasses *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_missing;
}

/**
 * pivot_classes_find:
 * @self: classes
 * @value: any value
 *
 * Finds the class of a value, by bisection.
 *
 * Returns: the class, from 0; the first or last for a value beyond the ends; −1 for NaN
 */
int
pivot_classes_find (const PivotClasses *self,
                    double              value)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, -1);

  if (isnan (value))
    return -1;

  high = self->breaks.n - 1;
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (value < self->breaks.values[middle])
        high = middle - 1;
      else
        low = middle;
    }

  return low;
}

/**
 * pivot_classes_get_middle:
 * @self: classes
 * @midpoint: a value
 *
 * Counts the classes that lie wholly below a value, for a diverging palette.
 *
 * Returns: 0…n
 */
int
pivot_classes_get_middle (const PivotClasses *self,
                          double              midpoint)
{
  int below = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->breaks.n; i++)
    {
      /* The last class holds its upper end as well, so it must end before. */
      if (i + 1 < self->breaks.n ? self->breaks.values[i + 1] <= midpoint : self->breaks.values[i + 1] < midpoint)
        below++;
    }

  return below;
}

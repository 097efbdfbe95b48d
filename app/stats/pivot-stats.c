/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stats.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

typedef struct
{
  double value;
  guint  index;
} Item;

/* A running sum with Neumaier's compensation: the error stays near one rounding, however many terms there are. */
typedef struct
{
  double sum;
  double lost;
} Sum;

static void
sum_add (Sum    *sum,
         double  term)
{
  double total = sum->sum + term;

  if (fabs (sum->sum) >= fabs (term))
    sum->lost += (sum->sum - total) + term;
  else
    sum->lost += (term - total) + sum->sum;

  sum->sum = total;
}

static double
sum_get (const Sum *sum)
{
  /* Past the largest double the compensation is infinity less infinity and says nothing. */
  return isfinite (sum->sum) ? sum->sum + sum->lost : sum->sum;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *x = a;
  const Item *y = b;

  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;

  return (x->index > y->index) - (x->index < y->index);
}

/* The values that are there with their places, ascending. */
static Item *
sort_items (const double *values,
            guint         n_values,
            guint        *n)
{
  Item *items = g_new (Item, MAX (n_values, 1));

  *n = 0;
  for (guint i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      items[(*n)++] = (Item) { values[i], i };

  qsort (items, *n, sizeof *items, compare_items);
  return items;
}

/* The sample standard deviation in a second pass. The sum of the deviations, nought but for rounding, corrects it
 * (Chan, Golub & LeVeque 1983, "Algorithms for Computing the Sample Variance", eq. 1.7). */
static double
compute_sd (const double *values,
            guint         n_values,
            guint         n,
            double        mean)
{
  Sum squares = { 0 };
  Sum deviations = { 0 };
  double rest;

  if (n < 2)
    return NAN;

  for (guint i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      {
        double deviation = values[i] - mean;

        sum_add (&squares, deviation * deviation);
        sum_add (&deviations, deviation);
      }

  rest = sum_get (&deviations);
  return sqrt (MAX (sum_get (&squares) - rest * rest / n, 0) / (n - 1));
}

/**
 * pivot_stats_summary:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @summary: (out caller-allocates): where the result goes
 *
 * Describes a list of values.
 *
 * The standard deviation is that of a sample (divided by n − 1). Where no value is there, minimum, maximum
 * and mean are NaN and the sum is 0.
 */
void
pivot_stats_summary (const double *values,
                     guint         n_values,
                     PivotSummary *summary)
{
  Sum sum = { 0 };

  g_return_if_fail (values != NULL || n_values == 0);
  g_return_if_fail (summary != NULL);

  *summary = (PivotSummary) { .min = NAN, .max = NAN, .mean = NAN, .sd = NAN };

  for (guint i = 0; i < n_values; i++)
    {
      if (isnan (values[i]))
        {
          summary->n_missing++;
          continue;
        }

      summary->n++;
      summary->min = fmin (summary->min, values[i]);
      summary->max = fmax (summary->max, values[i]);
      sum_add (&sum, values[i]);
    }

  summary->sum = sum_get (&sum);
  if (summary->n == 0)
    return;

  /* Between its limits even where rounding would have it outside. */
  summary->mean = CLAMP (summary->sum / summary->n, summary->min, summary->max);
  summary->sd = summary->min == summary->max && summary->n > 1
                ? 0
                : compute_sd (values, n_values, summary->n, summary->mean);
}

/**
 * pivot_stats_quantile:
 * @sorted: (array length=n): values in ascending order, without NaN
 * @n: how many
 * @p: the share of values below, 0…1
 *
 * Gets a quantile by linear interpolation: type 7 of Hyndman & Fan (1996), "Sample Quantiles in Statistical
 * Packages".
 *
 * This is what R and spreadsheets give unless told otherwise. A position that misses a value by rounding only
 * is taken to be on it, so that a class break made of quantiles does not cut off the value it stands on.
 *
 * Returns: the quantile; NaN if there is no value
 */
double
pivot_stats_quantile (const double *sorted,
                      guint         n,
                      double        p)
{
  double position;
  double rest;
  guint low;

  g_return_val_if_fail (sorted != NULL || n == 0, NAN);
  g_return_val_if_fail (!(p < 0 || p > 1), NAN);

  if (n == 0 || isnan (p))
    return NAN;

  position = (n - 1) * p;
  if (fabs (position - round (position)) <= 4 * DBL_EPSILON * n)
    position = round (position);

  low = (guint) position;
  rest = position - low;
  if (rest <= 0 || low + 1 >= n || sorted[low] == sorted[low + 1])
    return sorted[MIN (low, n - 1)];

  return (1 - rest) * sorted[low] + rest * sorted[low + 1];
}

/**
 * pivot_stats_sorted:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @n: (out): how many are there
 *
 * Copies the values that are there in ascending order.
 *
 * Returns: (transfer full) (array length=n): the copy
 */
double *
pivot_stats_sorted (const double *values,
                    guint         n_values,
                    guint        *n)
{
  double *sorted;

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  sorted = g_new (double, MAX (n_values, 1));
  *n = 0;
  for (guint i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      sorted[(*n)++] = values[i];

  qsort (sorted, *n, sizeof *sorted, compare_doubles);
  return sorted;
}

/**
 * pivot_stats_rank:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @descending: whether the highest value has rank 1, rather than the lowest
 * @ranks: (out caller-allocates) (array length=n_values): the ranks, 0 for a missing value
 *
 * Ranks values as in a competition: equal ones share the best rank, and the next is as far down as there are
 * better ones.
 *
 * Returns: how many values have a rank
 */
guint
pivot_stats_rank (const double *values,
                  guint         n_values,
                  gboolean      descending,
                  guint        *ranks)
{
  g_autofree Item *items = NULL;
  guint n;

  g_return_val_if_fail (values != NULL || n_values == 0, 0);
  g_return_val_if_fail (ranks != NULL || n_values == 0, 0);

  for (guint i = 0; i < n_values; i++)
    ranks[i] = 0;

  items = sort_items (values, n_values, &n);
  for (guint i = 0; i < n; i++)
    {
      const Item *item = &items[descending ? n - 1 - i : i];
      const Item *better = i == 0 ? NULL : &items[descending ? n - i : i - 1];

      ranks[item->index] = better != NULL && better->value == item->value ? ranks[better->index] : i + 1;
    }

  return n;
}

/**
 * pivot_stats_mid_ranks:
 * @values: (array length=n_values): the values; NaN is a missing one
 * @n_values: how many
 * @ranks: (out caller-allocates) (array length=n_values): the ranks, 1 for the lowest; NaN for a missing value
 *
 * Ranks values so that equal ones share the mean of the ranks they take up together.
 */
void
pivot_stats_mid_ranks (const double *values,
                       guint         n_values,
                       double       *ranks)
{
  g_autofree Item *items = NULL;
  guint n;

  g_return_if_fail (values != NULL || n_values == 0);
  g_return_if_fail (ranks != NULL || n_values == 0);

  for (guint i = 0; i < n_values; i++)
    ranks[i] = NAN;

  items = sort_items (values, n_values, &n);
  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && items[end].value == items[start].value; end++)
        ;
      for (guint i = start; i < end; i++)
        ranks[items[i].index] = (start + 1 + end) / 2.0;
    }
}

/* The sums that correlation and regression are made of. */
typedef struct
{
  PivotSummary x, y;
  double       xx, xy, yy; /* about the means */
} Moments;

/* Copies the pairs of which neither is missing, x first, then y (transfer full). */
static double *
copy_pairs (const double *x,
            const double *y,
            guint         n_values,
            guint        *n)
{
  double *pairs = g_new (double, MAX ((gsize) n_values, 1) * 2);
  guint count = 0;

  for (guint i = 0; i < n_values; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      pairs[count++] = x[i];

  *n = count;
  for (guint i = 0; i < n_values; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      pairs[count++] = y[i];

  return pairs;
}

static void
compute_moments (const double *x,
                 const double *y,
                 guint         n,
                 Moments      *moments)
{
  Sum xx = { 0 };
  Sum xy = { 0 };
  Sum yy = { 0 };

  pivot_stats_summary (x, n, &moments->x);
  pivot_stats_summary (y, n, &moments->y);

  for (guint i = 0; i < n; i++)
    {
      double dx = x[i] - moments->x.mean;
      double dy = y[i] - moments->y.mean;

      sum_add (&xx, dx * dx);
      sum_add (&xy, dx * dy);
      sum_add (&yy, dy * dy);
    }

  moments->xx = sum_get (&xx);
  moments->xy = sum_get (&xy);
  moments->yy = sum_get (&yy);
}

static double
correlate (const Moments *moments)
{
  double r;

  /* Not xx == 0: rounding may leave the mean of equal values a little off. */
  if (moments->x.n < 2 || moments->x.min == moments->x.max || moments->y.min == moments->y.max)
    return NAN;

  r = moments->xy / (sqrt (moments->xx) * sqrt (moments->yy));
  return isnan (r) ? NAN : CLAMP (r, -1.0, 1.0);
}

/**
 * pivot_stats_pearson:
 * @x: (array length=n_values): one variable; NaN is a missing value
 * @y: (array length=n_values): the other
 * @n_values: how many pairs
 * @n: (out) (optional): how many pairs are complete
 *
 * Gets the product-moment correlation of the complete pairs.
 *
 * Returns: −1…1; NaN for fewer than two pairs or where one variable does not vary
 */
double
pivot_stats_pearson (const double *x,
                     const double *y,
                     guint         n_values,
                     guint        *n)
{
  g_autofree double *pairs = NULL;
  Moments moments;
  guint count;

  g_return_val_if_fail ((x != NULL && y != NULL) || n_values == 0, NAN);

  pairs = copy_pairs (x, y, n_values, &count);
  if (n != NULL)
    *n = count;

  compute_moments (pairs, pairs + count, count, &moments);
  return correlate (&moments);
}

/**
 * pivot_stats_spearman:
 * @x: (array length=n_values): one variable; NaN is a missing value
 * @y: (array length=n_values): the other
 * @n_values: how many pairs
 * @n: (out) (optional): how many pairs are complete
 *
 * Gets the rank correlation of the complete pairs: Pearson's of their mid-ranks, which is right with ties as well.
 *
 * Returns: −1…1; NaN for fewer than two pairs or where one variable does not vary
 */
double
pivot_stats_spearman (const double *x,
                      const double *y,
                      guint         n_values,
                      guint        *n)
{
  g_autofree double *pairs = NULL;
  g_autofree double *ranks = NULL;
  guint count;

  g_return_val_if_fail ((x != NULL && y != NULL) || n_values == 0, NAN);

  pairs = copy_pairs (x, y, n_values, &count);
  ranks = g_new (double, MAX ((gsize) count, 1) * 2);
  if (n != NULL)
    *n = count;

  pivot_stats_mid_ranks (pairs, count, ranks);
  pivot_stats_mid_ranks (pairs + count, count, ranks + count);
  return pivot_stats_pearson (ranks, ranks + count, count, NULL);
}

/**
 * pivot_stats_line:
 * @x: (array length=n_values): what explains; NaN is a missing value
 * @y: (array length=n_values): what is explained
 * @n_values: how many pairs
 * @line: (out caller-allocates): where the result goes
 *
 * Fits y = intercept + slope · x to the complete pairs by ordinary least squares.
 *
 * Returns: %FALSE if there is no such line: fewer than two pairs, or x does not vary. Then only n is to be used
 */
gboolean
pivot_stats_line (const double *x,
                  const double *y,
                  guint         n_values,
                  PivotLine    *line)
{
  g_autofree double *pairs = NULL;
  Moments moments;
  guint n;

  g_return_val_if_fail ((x != NULL && y != NULL) || n_values == 0, FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  pairs = copy_pairs (x, y, n_values, &n);
  *line = (PivotLine) { .n = n, .intercept = NAN, .slope = NAN, .r = NAN, .r2 = NAN };

  compute_moments (pairs, pairs + n, n, &moments);
  if (n < 2 || moments.x.min == moments.x.max)
    return FALSE;

  line->slope = moments.y.min == moments.y.max ? 0 : moments.xy / moments.xx;
  line->intercept = moments.y.mean - line->slope * moments.x.mean;
  line->r = correlate (&moments);
  line->r2 = line->r * line->r;
  return isfinite (line->slope) && isfinite (line->intercept);
}

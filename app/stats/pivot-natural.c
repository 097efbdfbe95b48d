/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Natural breaks: the classes with the least sum of squared deviations from their means, found exactly
 * (Fisher 1958, "On Grouping for Maximum Homogeneity"; the criterion of Jenks 1977). The best first j values
 * in k classes extend the best first i in k − 1, and the best i never moves down when j moves up; so each of
 * the k layers is filled by divide and conquer in O(n log n) instead of Fisher's O(n²) (Wang & Song 2011,
 * "Ckmeans.1d.dp"; Grønlund et al. 2017, arXiv:1701.07204). */

#include "config.h"

#include "pivot-breaks-private.h"

#include <math.h>

/* Distinct values in ascending order, as running sums: that of a class is the difference of two. Index 0 is
 * nothing. */
typedef struct
{
  guint   n;
  double *values; /* n of them, as given */
  double *weight; /* n + 1: how many values */
  double *sum;    /* n + 1: of values less their mean, over their range */
} Points;

typedef struct
{
  const Points *points;
  const double *before;  /* n + 1: the best gain of the first j in one class fewer */
  double       *after;   /* n + 1: … in this many */
  guint        *split;   /* n + 1: and where the last class of those begins */
} Layer;

static void
points_clear (Points *points)
{
  g_free (points->values);
  g_free (points->weight);
  g_free (points->sum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Points, points_clear)

/* Sums about the mean keep their digits where the values are large and close together. */
static void
points_init (Points       *points,
             const double *sorted,
             guint         n)
{
  double range = MAX (sorted[n - 1] / 2 - sorted[0] / 2, G_MINDOUBLE);
  double shift = 0;

  for (guint i = 0; i < n; i++)
    shift += ((sorted[i] / 2 - sorted[0] / 2) / range - shift) / (i + 1);

  points->n = 0;
  points->values = g_new (double, n);
  points->weight = g_new (double, (gsize) n + 1);
  points->sum = g_new (double, (gsize) n + 1);
  points->weight[0] = points->sum[0] = 0;

  for (guint i = 0; i < n; i++)
    {
      double term = (sorted[i] / 2 - sorted[0] / 2) / range - shift;

      if (i == 0 || sorted[i] != sorted[i - 1])
        {
          points->values[points->n] = sorted[i];
          points->n++;
          points->weight[points->n] = points->weight[points->n - 1];
          points->sum[points->n] = points->sum[points->n - 1];
        }
      points->weight[points->n] += 1;
      points->sum[points->n] += term;
    }
}

/* What a class of the points begin … end − 1 takes off the sum of squares: its weight times its mean squared.
 * The squares themselves are the same for any partition, so they are left out, and with them the cancellation
 * of the usual formula. */
static inline double
get_gain (const Points *points,
          guint         begin,
          guint         end)
{
  double sum = points->sum[end] - points->sum[begin];

  return sum * sum / (points->weight[end] - points->weight[begin]);
}

/* Finds the best split of the first end points with the last class beginning in first … last; of equals the
 * lowest. */
static void
find_split (Layer *layer,
            guint  end,
            guint  first,
            guint  last)
{
  double best = -1;
  guint where = first;

  for (guint begin = first; begin <= MIN (last, end - 1); begin++)
    {
      double gain = layer->before[begin] + get_gain (layer->points, begin, end);

      if (gain > best)
        {
          best = gain;
          where = begin;
        }
    }

  layer->after[end] = best;
  layer->split[end] = where;
}

/* Fills the layer for low … high; the splits of these lie in first … last. The recursion is as deep as log₂ n. */
static void
fill_layer (Layer *layer,
            guint  low,
            guint  high,
            guint  first,
            guint  last)
{
  guint middle;

  if (low > high)
    return;

  middle = low + (high - low) / 2;
  find_split (layer, middle, first, last);
  fill_layer (layer, low, middle - 1, first, layer->split[middle]);
  fill_layer (layer, middle + 1, high, layer->split[middle], last);
}

/* Where the second, third, … of k classes begin, as indices of points. */
static void
find_classes (const Points *points,
              guint         k,
              guint        *begins)
{
  gsize size = (gsize) points->n + 1;
  g_autofree double *gains = g_new (double, size * 2);
  g_autofree guint *splits = g_new (guint, size * (k - 1));
  double *before = gains;
  double *after = gains + size;

  for (guint end = 1; end <= points->n; end++)
    before[end] = get_gain (points, 0, end);

  for (guint layer = 2; layer <= k; layer++)
    {
      Layer context = { points, before, after, splits + size * (layer - 2) };
      double *swap = before;

      /* Each class has at least one point; of the last layer only its end is wanted. */
      fill_layer (&context, layer == k ? points->n : layer, points->n, layer - 1, points->n - 1);
      before = after;
      after = swap;
    }

  for (guint layer = k, end = points->n; layer >= 2; layer--)
    {
      end = splits[size * (layer - 2) + end];
      begins[layer - 2] = end;
    }
}

/*
 * _pivot_breaks_natural:
 * @sorted: (array length=n): finite values, ascending, at least one
 * @n: how many
 * @n_classes: how many classes at most
 * @inner: (out caller-allocates): room for @n_classes − 1 breaks
 *
 * Finds natural breaks. A break is the lowest value of the class above it; equal values are never parted, and
 * there are as many classes as distinct values where these are fewer.
 *
 * Returns: how many breaks
 */
guint
_pivot_breaks_natural (const double *sorted,
                       guint         n,
                       guint         n_classes,
                       double       *inner)
{
  g_auto (Points) points = { 0 };
  guint begins[PIVOT_CLASSES_MAX];
  guint k;

  points_init (&points, sorted, n);
  k = MIN (n_classes, points.n);
  if (k < 2)
    return 0;

  find_classes (&points, k, begins);
  for (guint i = 0; i < k - 1; i++)
    inner[i] = points.values[begins[i]];

  return k - 1;
}

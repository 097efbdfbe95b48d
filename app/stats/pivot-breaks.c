/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every way to class values but natural breaks. */

#include "config.h"

#include "pivot-breaks-private.h"
#include "pivot-stats.h"

#include <float.h>
#include <math.h>

/* What lies this share of a step beyond a break is rounding. */
#define SLACK 1e-10

static void
start (PivotBreaks *breaks,
       double       lower)
{
  breaks->values[0] = lower;
  breaks->n = 0;
}

/* Adds a class up to upper; nothing if it would have no width, or there are enough. */
static void
extend (PivotBreaks *breaks,
        double       upper)
{
  if (breaks->n < PIVOT_CLASSES_MAX && upper > breaks->values[breaks->n])
    breaks->values[++breaks->n] = upper;
}

/* Adds the last class. It may have no width: then it holds the highest value, which a break lies on. */
static void
finish (PivotBreaks *breaks,
        double       upper)
{
  if (breaks->n == PIVOT_CLASSES_MAX)
    breaks->n--;
  breaks->values[++breaks->n] = upper;
}

guint
_pivot_breaks_bisect (const double *sorted,
                      guint         n,
                      double        value)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (sorted[middle] < value)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/* The step with which classes of one width, one break of them on the midpoint, cover the data, and no more
 * than n_classes are needed. It is the least of the steps with which a classes just reach down and the others
 * reach up. */
static double
find_step_about (double low,
                 double high,
                 double midpoint,
                 guint  n_classes)
{
  double step = INFINITY;

  for (guint below = 1; below < n_classes; below++)
    step = fmin (step, fmax ((midpoint - low) / below, (high - midpoint) / (n_classes - below)));

  return step;
}

/* A tenth is not a binary fraction, three tenths times it is not 0.3; but three over ten is. */
static double
multiply_step (double i,
               double step)
{
  double inverse = round (1 / step);

  return step < 1 && fabs (inverse * step - 1) < SLACK ? i / inverse : i * step;
}

/* Breaks at whole steps from the anchor that cover the data. FALSE if they are too many, or lost in rounding. */
static gboolean
set_steps (PivotBreaks *breaks,
           double       low,
           double       high,
           double       anchor,
           double       step)
{
  double first = floor ((low - anchor) / step + SLACK);
  double last = ceil ((high - anchor) / step - SLACK);

  if (!(fabs (first) < 1 / DBL_EPSILON && last - first >= 1 && last - first <= PIVOT_CLASSES_MAX))
    return FALSE;

  start (breaks, anchor + multiply_step (first, step));
  for (guint i = 1; i <= (guint) (last - first); i++)
    extend (breaks, anchor + multiply_step (first + i, step));

  return breaks->n == (guint) (last - first);
}

/* What the outermost breaks miss by rounding only; the data must not fall outside. */
static void
cover (PivotBreaks *breaks,
       double       low,
       double       high)
{
  breaks->values[0] = fmin (breaks->values[0], low);
  breaks->values[breaks->n] = fmax (breaks->values[breaks->n], high);
}

/* The i-th of n − 1 inner breaks. The product first: a whole number of steps then stays whole. */
static double
divide_range (double low,
              double high,
              guint  i,
              guint  n)
{
  double product = (high - low) * i;

  return isfinite (product) ? low + product / n : low / n * (n - i) + high / n * i;
}

void
_pivot_breaks_equal (PivotBreaks  *breaks,
                     const double *sorted,
                     guint         n,
                     guint         n_classes,
                     double        midpoint)
{
  double low = sorted[0];
  double high = sorted[n - 1];

  if (!isnan (midpoint))
    {
      if (set_steps (breaks, low, high, midpoint, find_step_about (low, high, midpoint, n_classes)))
        cover (breaks, low, high);
      else
        _pivot_breaks_manual (breaks, sorted, n, &midpoint, 1);
      return;
    }

  start (breaks, low);
  for (guint i = 1; i < n_classes; i++)
    extend (breaks, divide_range (low, high, i, n_classes));
  finish (breaks, high);
}

/* The round number nearest to a step: 1, 2, 5 or 10 times a power of ten. The bounds are where the rule of
 * R's pretty () changes over with its high.u.bias = 1.5 and u5.bias = 2.75: (2 + h) / (1 + h) and so on. */
static double
find_round_step (double step)
{
  double base = pow (10, floor (log10 (step)));
  double share = step / base;

  return base * (share <= 1.4 ? 1 : share <= 2.8 ? 2 : share <= 7 ? 5 : 10);
}

/* As R's pretty (): about as many classes as asked for, more or fewer; but never more than a palette has
 * colours. The ends are round as well, so they lie a little outside the data. */
void
_pivot_breaks_pretty (PivotBreaks  *breaks,
                      const double *sorted,
                      guint         n,
                      guint         n_classes,
                      double        midpoint)
{
  double low = sorted[0];
  double high = sorted[n - 1];
  double anchor = isnan (midpoint) ? 0 : midpoint;

  for (guint wanted = n_classes; wanted > 0; wanted--)
    if (set_steps (breaks, low, high, anchor, find_round_step (high / wanted - low / wanted)))
      {
        cover (breaks, low, high);
        return;
      }

  _pivot_breaks_equal (breaks, sorted, n, n_classes, midpoint);
}

/* One standard deviation a class, about the mean: with an even number of classes a break is on it, with an
 * odd one the middle class has it at its centre. Six classes are GeoDa's standard deviation map (Anselin,
 * "GeoDa Workbook: Basic Mapping"), breaks at −2 … 2. Where the data end sooner, there are fewer. About a
 * midpoint the number is made even. */
void
_pivot_breaks_standard (PivotBreaks  *breaks,
                        const double *sorted,
                        guint         n,
                        guint         n_classes,
                        double        midpoint)
{
  PivotSummary summary;
  double center = midpoint;

  pivot_stats_summary (sorted, n, &summary);

  if (isnan (midpoint))
    center = summary.mean;
  else
    n_classes -= n_classes % 2;

  start (breaks, summary.min);
  for (guint i = 1; i < n_classes; i++)
    {
      double inner = center + (i - n_classes / 2.0) * summary.sd;

      if (inner <= summary.max)
        extend (breaks, inner);
    }
  finish (breaks, summary.max);
}

/* GeoDa's box map: the quarters of the data, and apart from them what lies more than 1.5 times the distance
 * of the quartiles beyond these. Six classes always, so that a colour means the same on each map: a class of
 * outliers that has none reaches to infinity, as in R's classInt. Only where quartiles coincide are there
 * fewer. */
void
_pivot_breaks_box (PivotBreaks  *breaks,
                   const double *sorted,
                   guint         n)
{
  double quartiles[3];
  double reach;
  double below;
  double above;

  for (guint i = 0; i < 3; i++)
    quartiles[i] = pivot_stats_quantile (sorted, n, (i + 1) / 4.0);

  reach = 1.5 * (quartiles[2] - quartiles[0]);
  below = quartiles[0] - reach;
  /* An outlier lies beyond the fence, not on it. */
  above = nextafter (quartiles[2] + reach, INFINITY);

  start (breaks, below <= sorted[0] ? -INFINITY : sorted[0]);
  extend (breaks, below);
  for (guint i = 0; i < 3; i++)
    extend (breaks, quartiles[i]);
  extend (breaks, above);
  finish (breaks, above > sorted[n - 1] ? INFINITY : sorted[n - 1]);
}

void
_pivot_breaks_manual (PivotBreaks  *breaks,
                      const double *sorted,
                      guint         n,
                      const double *inner,
                      guint         n_inner)
{
  start (breaks, sorted[0]);
  for (guint i = 0; i < n_inner; i++)
    if (inner[i] <= sorted[n - 1])
      extend (breaks, inner[i]);
  finish (breaks, sorted[n - 1]);
}

/* Equal values stay together, so a class may get no value at all; it is then left out. */
guint
_pivot_breaks_quantile (const double *sorted,
                        guint         n,
                        guint         n_classes,
                        double       *inner)
{
  guint n_inner = 0;
  guint begin = 0;

  for (guint i = 1; i < n_classes; i++)
    {
      double value = pivot_stats_quantile (sorted, n, (double) i / n_classes);
      guint end = _pivot_breaks_bisect (sorted, n, value);

      if (end == 0)
        continue;
      if (end > begin)
        n_inner++;
      inner[n_inner - 1] = value;
      begin = end;
    }

  return n_inner;
}

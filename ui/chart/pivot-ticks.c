/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Talbot, Lin & Hanrahan (2010), "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes",
 * IEEE TVCG 16(6). Ticks are start + i · j · q · 10^z; all good combinations are weighed for simplicity,
 * coverage and density. Bounds on what a combination can reach end the search early. The legibility of labels
 * is left to the drawing and counts as 1. */

#include "config.h"

#include "pivot-ticks.h"

#include <math.h>

#define SIMPLICITY 0.25
#define COVERAGE   0.20
#define DENSITY    0.50
#define LEGIBILITY 0.05

/* A range this share of its values, or this small, is taken for a single value: no label could tell the ticks
 * apart. */
#define MIN_SHARE 1e-11
#define MIN_RANGE 1e-290
#define MAX_VALUE 1e290

#define MAX_SKIP 20
#define MAX_DECIMALS 300

/* Nice numbers, the best first. */
static const double nice[] = { 1, 5, 2, 2.5, 4, 3 };

typedef struct
{
  double score;
  double start;     /* in units of q · 10^z */
  guint  skip;      /* j: the step in these units */
  guint  q;         /* index in nice */
  int    power;     /* z */
  guint  n;
} Candidate;

typedef struct
{
  double    min, max;
  guint     wanted;
  Candidate best;
} Search;

static double
weigh (double simplicity,
       double coverage,
       double density)
{
  return SIMPLICITY * simplicity + COVERAGE * coverage + DENSITY * density + LEGIBILITY;
}

/* i · q · 10^z. Dividing by a power of ten that is a whole number rounds once: 3 / 10 is 0.3, 3 × 0.1 is not. */
static double
get_value (double i,
           guint  q,
           int    power)
{
  return power < 0 ? i * nice[q] / pow (10, -power) : i * nice[q] * pow (10, power);
}

static double
get_simplicity (guint    q,
                guint    skip,
                gboolean has_zero)
{
  return 1 - q / (G_N_ELEMENTS (nice) - 1.0) - skip + (has_zero ? 1 : 0);
}

static double
get_coverage (const Search *search,
              double        first,
              double        last)
{
  double tenth = 0.1 * (search->max - search->min);
  double low = (search->min - first) / tenth;
  double high = (search->max - last) / tenth;

  return 1 - 0.5 * (low * low + high * high);
}

static double
get_coverage_max (const Search *search,
                  double        span)
{
  double range = search->max - search->min;
  double excess = span > range ? (span - range) / 2 / (0.1 * range) : 0;

  return 1 - excess * excess;
}

static double
get_density (const Search *search,
             guint         n,
             double        first,
             double        last)
{
  double is = (n - 1) / (last - first);
  double target = (search->wanted - 1) / (fmax (last, search->max) - fmin (first, search->min));

  return 2 - fmax (is / target, target / is);
}

static double
get_density_max (const Search *search,
                 guint         n)
{
  return n >= search->wanted ? 2 - (n - 1.0) / (search->wanted - 1) : 1;
}

static void
try_start (Search          *search,
           const Candidate *candidate)
{
  double end = candidate->start + (double) candidate->skip * (candidate->n - 1);
  double first = get_value (candidate->start, candidate->q, candidate->power);
  double last = get_value (end, candidate->q, candidate->power);
  gboolean has_zero = first <= 0 && last >= 0 && fmod (candidate->start, candidate->skip) == 0;
  double score = weigh (get_simplicity (candidate->q, candidate->skip, has_zero),
                        get_coverage (search, first, last),
                        get_density (search, candidate->n, first, last));

  if (score > search->best.score)
    {
      search->best = *candidate;
      search->best.score = score;
    }
}

/* Tries every power of ten with which n ticks are about as long as the range, and every place for the first. */
static void
try_powers (Search    *search,
            Candidate *candidate,
            double     simplicity,
            double     density)
{
  double skip = candidate->skip;
  double delta = (search->max - search->min) / (candidate->n + 1) / skip / nice[candidate->q];

  for (candidate->power = (int) ceil (log10 (delta)); ; candidate->power++)
    {
      double step = get_value (skip, candidate->q, candidate->power);
      double reach = skip * (candidate->n - 1);
      double from = floor (search->max / step) * skip - reach;
      double to = ceil (search->min / step) * skip;

      if (weigh (simplicity, get_coverage_max (search, step * (candidate->n - 1)), density) < search->best.score)
        return;

      for (candidate->start = from; candidate->start <= to; candidate->start++)
        try_start (search, candidate);
    }
}

static void
search_ticks (Search *search)
{
  search->best.score = -2;

  for (guint skip = 1; skip <= MAX_SKIP; skip++)
    for (guint q = 0; q < G_N_ELEMENTS (nice); q++)
      {
        double simplicity = get_simplicity (q, skip, TRUE);

        if (weigh (simplicity, 1, 1) < search->best.score)
          return;

        for (guint n = 2; n <= PIVOT_TICKS_MAX; n++)
          {
            Candidate candidate = { .skip = skip, .q = q, .n = n };
            double density = get_density_max (search, n);

            if (weigh (simplicity, 1, density) < search->best.score)
              break;

            try_powers (search, &candidate, simplicity, density);
          }
      }
}

static gboolean
is_whole (const PivotTicks *ticks,
          guint             decimals)
{
  double unit = pow (10, decimals);

  for (guint i = 0; i < ticks->n; i++)
    if (fabs (ticks->values[i] * unit - round (ticks->values[i] * unit))
        > 1e-4 * unit * fabs (ticks->values[1] - ticks->values[0]))
      return FALSE;

  return TRUE;
}

/* Makes two values from what may be none, one, or too many to tell apart. */
static void
mend_range (double *min,
            double *max)
{
  if (!isfinite (*min) || !isfinite (*max))
    {
      double one = isfinite (*min) ? *min : isfinite (*max) ? *max : 0.5;

      *min = *max = one;
    }

  if (*min > *max)
    {
      double swap = *min;

      *min = *max;
      *max = swap;
    }

  *min = CLAMP (*min, -MAX_VALUE, MAX_VALUE);
  *max = CLAMP (*max, -MAX_VALUE, MAX_VALUE);

  if (*max - *min < fmax (MIN_RANGE, MIN_SHARE * fmax (fabs (*min), fabs (*max))))
    {
      double middle = *min / 2 + *max / 2;
      double half = fabs (middle) < MIN_RANGE ? 0.5 : fabs (middle) / 2;

      *min = middle - half;
      *max = middle + half;
    }
}

/**
 * pivot_ticks_init:
 * @ticks: (out caller-allocates): where the result goes
 * @min: the least value shown, in any unit
 * @max: the greatest
 * @wanted: about how many ticks there should be
 *
 * Places ticks on an axis after Talbot, Lin & Hanrahan (2010).
 *
 * The ticks ascend, at equal steps of a round number. The first and last may lie a little inside or outside
 * the range: an axis either takes the ticks in, or leaves those outside away. Any range will do: one of no
 * length is widened about its value, and one with an end that is not finite counts as its other end only.
 */
void
pivot_ticks_init (PivotTicks *ticks,
                  double      min,
                  double      max,
                  guint       wanted)
{
  Search search = { 0 };

  g_return_if_fail (ticks != NULL);

  mend_range (&min, &max);
  search.min = min;
  search.max = max;
  search.wanted = CLAMP (wanted, 2, PIVOT_TICKS_MAX - 2);
  search_ticks (&search);

  *ticks = (PivotTicks) { .n = search.best.n };
  for (guint i = 0; i < ticks->n; i++)
    ticks->values[i] = get_value (search.best.start + (double) i * search.best.skip, search.best.q, search.best.power);

  while (ticks->decimals < MAX_DECIMALS && !is_whole (ticks, ticks->decimals))
    ticks->decimals++;
}

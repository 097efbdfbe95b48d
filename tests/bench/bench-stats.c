/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What classing costs, against sorting the same values: the least that any method must do. CPU time, medians. */

#include "config.h"

#include "pivot-classes.h"
#include "pivot-stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_VALUES 100000
#define N_CLASSES 7
#define N_RUNS 7
#define TARGET 40.0

typedef double (*ValueFunc) (GRand *rand);

typedef struct
{
  const char *name;
  ValueFunc   func;
} Distribution;

static double
get_uniform (GRand *rand)
{
  return g_rand_double (rand);
}

static double
get_normal (GRand *rand)
{
  double sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (rand);

  return sum - 6;
}

static double
get_skewed (GRand *rand)
{
  return exp (3 * get_normal (rand));
}

static double
get_tied (GRand *rand)
{
  return floor (g_rand_double (rand) * 1000);
}

static double
get_clumped (GRand *rand)
{
  return 1e9 + g_rand_int_range (rand, 0, N_CLASSES) + g_rand_double (rand) * 0.2;
}

static const Distribution distributions[] = {
  { "uniform", get_uniform },
  { "normal", get_normal },
  { "skewed", get_skewed },
  { "tied", get_tied },
  { "clumped", get_clumped },
};

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static double
time_sort (const double *values)
{
  g_autofree double *copy = g_new (double, N_VALUES);
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start;

      memcpy (copy, values, N_VALUES * sizeof *copy);
      start = get_cpu_ms ();
      qsort (copy, N_VALUES, sizeof *copy, compare_doubles);
      times[i] = get_cpu_ms () - start;
    }

  return get_median (times);
}

static double
time_classes (const double *values,
              PivotMethod   method)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_cpu_ms ();
      g_autoptr (PivotClasses) classes = pivot_classes_new (values, N_VALUES, method, N_CLASSES, NAN);

      times[i] = get_cpu_ms () - start;
    }

  return get_median (times);
}

static gboolean
report (const char   *name,
        const double *values,
        PivotMethod   method,
        double        baseline)
{
  double ms = time_classes (values, method);

  g_print ("%s: %.2f ms, baseline %.2f ms, ratio %.2f (target %g)\n", name, ms, baseline, ms / baseline, TARGET);
  return ms / baseline <= TARGET;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree double *values = g_new (double, N_VALUES);
  gboolean kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (distributions); i++)
    {
      g_autofree char *natural = g_strconcat ("natural breaks, ", distributions[i].name, NULL);
      g_autofree char *quantile = g_strconcat ("quantiles, ", distributions[i].name, NULL);
      double baseline;

      for (guint k = 0; k < N_VALUES; k++)
        values[k] = distributions[i].func (rand);

      baseline = time_sort (values);
      kept &= report (natural, values, PIVOT_METHOD_NATURAL, baseline);
      kept &= report (quantile, values, PIVOT_METHOD_QUANTILE, baseline);
    }

  return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}

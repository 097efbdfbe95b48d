/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pure functions over arrays of doubles. NaN means missing: skipped, and counted in n. */

typedef struct
{
  guint  n;        /* values that are there */
  guint  n_missing;
  double min, max, sum, mean;
  double sd;       /* sample standard deviation (n − 1); NaN for n < 2 */
} PivotSummary;

typedef struct
{
  guint  n;         /* complete pairs */
  double intercept, slope;
  double r;         /* Pearson; NaN where undefined (n < 2 or no variation) */
  double r2;
} PivotLine;

void     pivot_stats_summary   (const double *values, guint n_values, PivotSummary *summary);
/* Type 7 of Hyndman & Fan; no NaN in sorted. */
double   pivot_stats_quantile  (const double *sorted, guint n, double p);
/* A copy without NaN, ascending (transfer full). */
double  *pivot_stats_sorted    (const double *values, guint n_values, guint *n);
/* Competition ranks, 1 = highest (descending) or lowest; ties share the best rank; 0 for missing. Returns how many. */
guint    pivot_stats_rank      (const double *values, guint n_values, gboolean descending, guint *ranks);
/* Mid-ranks (ties averaged) as Spearman needs them; NaN stays NaN. */
void     pivot_stats_mid_ranks (const double *values, guint n_values, double *ranks);
double   pivot_stats_pearson   (const double *x, const double *y, guint n_values, guint *n);
double   pivot_stats_spearman  (const double *x, const double *y, guint n_values, guint *n);
/* Least squares; FALSE if undefined. */
gboolean pivot_stats_line      (const double *x, const double *y, guint n_values, PivotLine *line);

G_END_DECLS

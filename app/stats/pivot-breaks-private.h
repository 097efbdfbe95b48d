/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"

G_BEGIN_DECLS

/* Breaks in the making: values[0…n], n classes between them. Both ends are set first; what is appended lies
 * in between. */
typedef struct
{
  double values[PIVOT_CLASSES_MAX + 1];
  guint  n;
} PivotBreaks;

/* sorted: finite values, ascending, at least one. n_classes: PIVOT_CLASSES_MIN…MAX. midpoint: NaN, or
 * strictly inside the values. In all of them a class is [lower, upper), the last also its upper end. */
void _pivot_breaks_equal    (PivotBreaks *breaks, const double *sorted, guint n, guint n_classes, double midpoint);
void _pivot_breaks_pretty   (PivotBreaks *breaks, const double *sorted, guint n, guint n_classes, double midpoint);
void _pivot_breaks_standard (PivotBreaks *breaks, const double *sorted, guint n, guint n_classes, double midpoint);
void _pivot_breaks_box      (PivotBreaks *breaks, const double *sorted, guint n);
void _pivot_breaks_manual   (PivotBreaks *breaks, const double *sorted, guint n, const double *inner, guint n_inner);

/* These write the inner breaks of n_classes or fewer, ascending, each more than sorted[0]; and return how
 * many there are. */
guint _pivot_breaks_quantile (const double *sorted, guint n, guint n_classes, double *inner);
guint _pivot_breaks_natural  (const double *sorted, guint n, guint n_classes, double *inner);

/* Where the first of the values lies that is not less than value: 0…n. */
guint _pivot_breaks_bisect   (const double *sorted, guint n, double value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"

G_BEGIN_DECLS

/* Quantile, equal, natural, standard and pretty with 2 … 9 classes each, and the box map once. */
#define PIVOT_STABILITY_CLASSINGS (5 * (PIVOT_CLASSES_MAX - PIVOT_CLASSES_MIN + 1) + 1)

/* What a reader of one classed map cannot see: how much of a value's class is the classing's doing. */
typedef struct
{
  double   top;      /* share of all classings that put the value into their highest class, 0…1; NaN: missing */
  double   spread;   /* how far apart the methods put it at the present number of classes, in classes; NaN: missing */
  gboolean depends;  /* by one class or more */
} PivotStability;

/* Returns how many classings there are: 0 or PIVOT_STABILITY_CLASSINGS. */
guint pivot_stability_compute (const double *values, guint n_values, guint n_classes, double midpoint,
                               PivotStability *results);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-what-if.h"

G_BEGIN_DECLS

/* Whether it is known how many units a share stands for. */
typedef enum
{
  PIVOT_PARITY_UNITS_KNOWN,
  PIVOT_PARITY_NO_WHOLE,      /* it is no share of a whole, as far as the dataset says */
  PIVOT_PARITY_NO_TOTAL,      /* of a whole of which the dataset has no count */
  PIVOT_PARITY_LIMITS,        /* some number is a limit, not a figure */
  PIVOT_PARITY_BEYOND,        /* no number of units is enough: the other share is everything */
} PivotParityUnits;

/* A share of a place against another share of it. */
typedef struct
{
  PivotMeasure    *share;      /* that would have to change */
  PivotMeasure    *other;      /* that it would have to reach */
  double           number;     /* of share, percent */
  double           other_number;
  double           ratio;      /* number ÷ other_number; NaN if that is 0 */
  PivotParityUnits units;
  PivotMeasure    *count;      /* of what share is made: firms; NULL unless known */
  double           total;      /* units in all; NaN unless known */
  double           have;       /* units of the place; NaN unless known */
  double           change;     /* units to add, or if negative to take away, so that both are the same; whole; NaN unless known */
  double           part;       /* the same in percent of all units there are; NaN for PIVOT_PARITY_NO_WHOLE, _LIMITS and _BEYOND */
  PivotMeasure    *input;      /* what a what-if of share supposes: share itself, or what it is derived from; NULL: nothing */
} PivotParity;

/* Whole units that have to be added to have of total, so that they make percent of the new total. Infinite if none are enough. */
double    pivot_parity_solve    (double have, double total, double percent, guint decimals);
/* The two shares a view compares, if it does. */
gboolean  pivot_parity_choose   (PivotDataset *dataset, PivotMeasure *measure, PivotMeasure *against,
                                 PivotMeasure **share, PivotMeasure **other);
/* FALSE if a place lacks one of them. */
gboolean  pivot_parity_find     (PivotDataset *dataset, PivotMeasure *share, PivotMeasure *other, guint place, PivotParity *parity);
/* How many more units share has, if it is supposed to be something else. NaN unless known. */
double    pivot_parity_units_of (const PivotParity *parity, double number);

G_END_DECLS

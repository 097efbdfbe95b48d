/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"
#include "pivot-measure.h"

G_BEGIN_DECLS

/* What the data decide, so that nobody is asked, or told to be wrong, about what they leave open. A limit ("> 9.0") decides where
 * all that it allows lies on one side; a number that is "about" so much, and a missing one, decide nothing. */

/* 1: the first is greater; −1: it is less; 0: they are equal, or it is not decided. */
int      pivot_certainty_compare   (const PivotValue *one, const PivotValue *other);
/* The class of a value; −1 if it has none or might be of several. */
int      pivot_certainty_get_class (const PivotClasses *classes, const PivotValue *value);
/* Whether a place may be put in order among others: it has a value that is greater than, less than or exactly equal to
 * that of each of them. Others without a value are not looked at. */
gboolean pivot_certainty_has_rank  (PivotMeasure *measure, guint place, const guint *others, guint n_others);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"
#include "pivot-guess.h"

G_BEGIN_DECLS

/* How near a guess comes to the data. Places without a value, and those whose limits leave open where they stand, are not counted. */
typedef struct
{
  guint  n;        /* places or points that were guessed and are known */
  guint  n_right;  /* exactly; of RANK a place among its equals, of LINE 0 */
  double score;    /* of RANK and CLASSES Spearman's rank correlation; of LINE the mean absolute difference; NaN: undefined */
} PivotPredictionScore;

/* Places that may be guessed, ascending: out of some, or of all for NULL (transfer full). */
guint    *pivot_prediction_get_places (PivotMeasure *measure, PivotGuessKind kind, const PivotClasses *classes,
                                       const guint *out_of, guint n_out_of, guint *n) G_GNUC_WARN_UNUSED_RESULT;
/* The classes that a guess was asked for. */
PivotClasses *pivot_prediction_get_classes (PivotMeasure *measure, const PivotGuess *guess) G_GNUC_WARN_UNUSED_RESULT;
/* Of a guess of ranks or classes: guess minus truth by place, NaN where it is not known or was not guessed; n_places long. A place
 * that stands anywhere among its equals is right. (transfer full) */
double   *pivot_prediction_compare    (PivotDataset *dataset, const PivotGuess *guess, PivotPredictionScore *score) G_GNUC_WARN_UNUSED_RESULT;
/* Of a guess of a line. */
void      pivot_prediction_score_line (PivotDataset *dataset, const PivotGuess *guess, PivotPredictionScore *score);
/* Of two scores of one kind, which is better comes first: −1, 0, 1. */
int       pivot_prediction_order      (PivotGuessKind kind, const PivotPredictionScore *one, const PivotPredictionScore *other);

G_END_DECLS

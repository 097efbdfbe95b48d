/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_QUIZ_FIND,       /* a name is given, the place is pointed at on the map */
  PIVOT_QUIZ_NAME,       /* a place is marked, its name is chosen */
  PIVOT_QUIZ_HIGHER,     /* two places, one measure */
  PIVOT_QUIZ_NEIGHBOUR,  /* a place that borders on another is pointed at */
  PIVOT_N_QUIZ_KINDS
} PivotQuizKind;

/* A question of a quiz, about places by their numbers. Immutable. */
#define PIVOT_TYPE_QUIZ_QUESTION (pivot_quiz_question_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizQuestion, pivot_quiz_question, PIVOT, QUIZ_QUESTION, GObject)

/* place: what the question is about, −1 for none. choices, right: copied. */
PivotQuizQuestion *pivot_quiz_question_new         (PivotQuizKind kind, int place, PivotMeasure *measure, const guint *choices,
                                                    guint n_choices, const guint *right, guint n_right) G_GNUC_WARN_UNUSED_RESULT;
PivotQuizKind      pivot_quiz_question_get_kind    (PivotQuizQuestion *self);
int                pivot_quiz_question_get_place   (PivotQuizQuestion *self);
PivotMeasure      *pivot_quiz_question_get_measure (PivotQuizQuestion *self);            /* (transfer none); NULL unless values are compared */
const guint       *pivot_quiz_question_get_choices (PivotQuizQuestion *self, guint *n);  /* none: the whole map is the choice */
const guint       *pivot_quiz_question_get_right   (PivotQuizQuestion *self, guint *n);  /* at least one */
gboolean           pivot_quiz_question_accepts     (PivotQuizQuestion *self, int place); /* −1: never */

G_END_DECLS

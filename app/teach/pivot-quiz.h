/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-quiz-question.h"

G_BEGIN_DECLS

#define PIVOT_QUIZ_MAX_QUESTIONS 50
#define PIVOT_QUIZ_ALL_KINDS ((1u << PIVOT_N_QUIZ_KINDS) - 1)

/* What a quiz is drawn from. */
typedef struct
{
  guint64       seed;     /* the same plan over the same dataset draws the same questions */
  guint         length;   /* 1 … PIVOT_QUIZ_MAX_QUESTIONS */
  guint         kinds;    /* bits 1 << PivotQuizKind */
  PivotMeasure *measure;  /* to compare by; NULL: nothing is compared */
} PivotQuizPlan;

/* Questions about the places of a dataset: a GListModel of PivotQuizQuestion. Immutable. No question is asked twice, none has a
 * doubtful answer, and none is about a value that is missing. */
#define PIVOT_TYPE_QUIZ (pivot_quiz_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuiz, pivot_quiz, PIVOT, QUIZ, GObject)

/* There may be fewer questions than planned, even none: a dataset of two places has little to ask about. */
PivotQuiz         *pivot_quiz_new             (PivotDataset *dataset, const PivotQuizPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
guint              pivot_quiz_get_n_questions (PivotQuiz *self);
PivotQuizQuestion *pivot_quiz_get_question    (PivotQuiz *self, guint position); /* (transfer none); NULL past the end */
/* Whether the value of one place is surely higher than that of another, as they are printed and within their bounds. */
gboolean           pivot_quiz_is_higher       (PivotMeasure *measure, guint place, guint other);

G_END_DECLS

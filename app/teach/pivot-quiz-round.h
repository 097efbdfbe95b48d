/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-quiz.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Languages of places' names, in the order of the words of PIVOT_OPTION_QUIZ_NAMES. */
typedef enum { PIVOT_QUIZ_NAMES_OWN, PIVOT_QUIZ_NAMES_EN, PIVOT_QUIZ_NAMES_ZH, PIVOT_QUIZ_NAMES_BOTH } PivotQuizNames;

#define PIVOT_QUIZ_DEFAULT_LENGTH 10

/* A quiz that goes on: what was asked and answered. All of it stands in the session's options, so that it is undone, restored and
 * repeated with the rest of the view; this reads and writes them. Signal: changed. */
#define PIVOT_TYPE_QUIZ_ROUND (pivot_quiz_round_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizRound, pivot_quiz_round, PIVOT, QUIZ_ROUND, GObject)

PivotQuizRound    *pivot_quiz_round_new          (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
PivotSession      *pivot_quiz_round_get_session  (PivotQuizRound *self);                 /* (transfer none) */
PivotQuiz         *pivot_quiz_round_get_quiz     (PivotQuizRound *self);                 /* (transfer none); NULL: none has begun */
guint64            pivot_quiz_round_get_seed     (PivotQuizRound *self);
/* What the next quiz will be like. */
guint              pivot_quiz_round_get_length   (PivotQuizRound *self);
void               pivot_quiz_round_set_length   (PivotQuizRound *self, guint length);
guint              pivot_quiz_round_get_kinds    (PivotQuizRound *self);
void               pivot_quiz_round_set_kinds    (PivotQuizRound *self, guint kinds);
PivotQuizNames     pivot_quiz_round_get_names    (PivotQuizRound *self);
void               pivot_quiz_round_set_names    (PivotQuizRound *self, PivotQuizNames names);

/* Draws questions with the measure that the session shows; FALSE if there is nothing to ask. */
gboolean           pivot_quiz_round_begin        (PivotQuizRound *self, guint64 seed);
void               pivot_quiz_round_leave        (PivotQuizRound *self);
guint              pivot_quiz_round_get_position (PivotQuizRound *self);                 /* past the last: the result is shown */
PivotQuizQuestion *pivot_quiz_round_get_question (PivotQuizRound *self);                 /* that is shown (transfer none); or NULL */
/* A place, or −1 for “don't know”. The first answer counts. */
void               pivot_quiz_round_answer       (PivotQuizRound *self, int place);
gboolean           pivot_quiz_round_get_answer   (PivotQuizRound *self, guint position, int *place); /* FALSE: not answered yet */
void               pivot_quiz_round_next         (PivotQuizRound *self);
/* Of one kind; PIVOT_N_QUIZ_KINDS: of all. */
guint              pivot_quiz_round_count_asked  (PivotQuizRound *self, PivotQuizKind kind);
guint              pivot_quiz_round_count_right  (PivotQuizRound *self, PivotQuizKind kind);

G_END_DECLS

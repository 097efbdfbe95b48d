/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-quiz-round.h"

G_BEGIN_DECLS

/* What came out of a quiz: the score, the score of each kind, every question with its answer. */
#define PIVOT_TYPE_QUIZ_RESULT (pivot_quiz_result_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizResult, pivot_quiz_result, PIVOT, QUIZ_RESULT, GtkWidget)

GtkWidget *pivot_quiz_result_new    (PivotQuizRound *round) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_quiz_result_update (PivotQuizResult *self); /* the round is elsewhere */

G_END_DECLS

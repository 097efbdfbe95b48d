/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-quiz-round.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The map of a quiz: it shows what the question marks and, once answered, what was right, and it never gives a name away before.
 * Signal: chosen (guint place). */
#define PIVOT_TYPE_QUIZ_MAP (pivot_quiz_map_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizMap, pivot_quiz_map, PIVOT, QUIZ_MAP, GtkWidget)

GtkWidget *pivot_quiz_map_new       (PivotQuizRound *round) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_quiz_map_set_style (PivotQuizMap *self, const PivotStyle *style);
void       pivot_quiz_map_update    (PivotQuizMap *self); /* the round is elsewhere */

G_END_DECLS

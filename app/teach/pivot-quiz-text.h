/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-quiz-round.h"

G_BEGIN_DECLS

/* The words of a quiz, translated (transfer full unless const). */
const char *pivot_quiz_text_kind        (PivotQuizKind kind);                                 /* "Find the place" */
/* "Zhejiang", "浙江", or "Zhejiang 浙江" */
char       *pivot_quiz_text_place       (PivotDataset *dataset, guint place, PivotQuizNames names);
char       *pivot_quiz_text_ask         (PivotDataset *dataset, PivotQuizQuestion *question, PivotQuizNames names);
/* What is said of an answer. place: −1, the question was passed over. */
char       *pivot_quiz_text_judge       (PivotDataset *dataset, PivotQuizQuestion *question, int place, PivotQuizNames names);
/* The right answer, in short: the places that are right. */
char       *pivot_quiz_text_right       (PivotDataset *dataset, PivotQuizQuestion *question, PivotQuizNames names);
/* Where a place lies, for those who cannot see the map; its own name is not given away. names_too: its neighbours are named. */
char       *pivot_quiz_text_where       (PivotDataset *dataset, guint place, gboolean names_too, PivotQuizNames names);
/* All questions with answers and marks, a tab between columns, a line each, with a heading. */
char       *pivot_quiz_text_sheet       (PivotQuizRound *round);

G_END_DECLS

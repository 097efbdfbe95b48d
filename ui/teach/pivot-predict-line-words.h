/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-line-question.h"
#include "pivot-prediction.h"

G_BEGIN_DECLS

/* The guess of a line in words (all transfer full). Before the reveal no value that is hidden is looked at. */
char *pivot_predict_line_x           (const PivotPoint *point);                     /* "2018", "December 2018" */
char *pivot_predict_line_title       (const PivotLineQuestion *question);           /* "Internet users (million people)" */
char *pivot_predict_line_sentence    (const PivotLineQuestion *question, guint point, const PivotGuess *guess, gboolean revealed);
char *pivot_predict_line_description (const PivotLineQuestion *question, const PivotGuess *guess, gboolean revealed);
char *pivot_predict_line_score_text  (const PivotLineQuestion *question, const PivotPredictionScore *score);

G_END_DECLS

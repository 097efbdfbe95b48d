/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-prediction.h"
#include "pivot-regions.h"
#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* A guess about the measure of the session, drawn and said. Before the reveal nothing here looks at a value but to tell which places
 * can be guessed. Pure functions. */

/* The places that are to be ranked, in an order of no meaning (transfer full). */
guint        *pivot_predict_ranked_places      (PivotSession *session, guint *n) G_GNUC_WARN_UNUSED_RESULT;
/* Colours of the classes that are guessed; returns how many. */
guint         pivot_predict_guess_colors       (PivotSession *session, const PivotStyle *style, const PivotClasses *classes,
                                                GdkRGBA colors[PIVOT_CLASSES_MAX]);
/* classes: that are offered. guess: NULL for none yet. revealed: 0, what was guessed, to 1, what is true. */
PivotRegions *pivot_predict_guess_regions      (PivotSession *session, const PivotStyle *style, PivotGuessKind kind,
                                                const PivotClasses *classes, const PivotGuess *guess,
                                                double revealed) G_GNUC_WARN_UNUSED_RESULT;
/* Guess minus truth: one end of the colours is guessed too high, the other too low. */
PivotRegions *pivot_predict_difference_regions (PivotSession *session, const PivotStyle *style, const PivotGuess *guess) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_predict_difference_ends    (const PivotStyle *style, GdkRGBA *too_low, GdkRGBA *right, GdkRGBA *too_high);

/* Speech and text (transfer full). */
char         *pivot_predict_guess_sentence     (PivotSession *session, PivotGuessKind kind, const PivotClasses *classes,
                                                const PivotGuess *guess, guint place, gboolean revealed);
char         *pivot_predict_score_text         (const PivotPredictionScore *score);
char         *pivot_predict_class_range        (PivotMeasure *measure, const PivotClasses *classes, guint class_index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-line-question.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The chart that the line of a series is drawn into, by pointer or keys. Before the reveal it holds no value that is hidden.
 *
 * Signal: drawn (gpointer guess: the PivotGuess as it is now). */
#define PIVOT_TYPE_PREDICT_LINE (pivot_predict_line_get_type ())
G_DECLARE_FINAL_TYPE (PivotPredictLine, pivot_predict_line, PIVOT, PREDICT_LINE, GtkWidget)

typedef struct
{
  const PivotGuess *guess;
  const char       *sign;
  GdkRGBA           color;
} PivotPredictTeamLine;

GtkWidget *pivot_predict_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* lines: the team's own first; team: whose guess is drawn. revealed: 0 to 1; from is_fixed on nothing can be drawn. Takes the question. */
void       pivot_predict_line_show (PivotPredictLine *self, PivotLineQuestion *question, const char *team,
                                    const PivotPredictTeamLine *lines, guint n_lines, gboolean is_fixed, double revealed,
                                    const PivotStyle *style);

G_END_DECLS

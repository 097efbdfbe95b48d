/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-line-question.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Which series is asked about, and from which point on it is hidden. */
#define PIVOT_TYPE_PREDICT_LINE_SETUP (pivot_predict_line_setup_get_type ())
G_DECLARE_FINAL_TYPE (PivotPredictLineSetup, pivot_predict_line_setup, PIVOT, PREDICT_LINE_SETUP, GtkWidget)

/* What the session asks; NULL if no series can be asked about (transfer full). */
PivotLineQuestion *pivot_predict_line_get_question (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget         *pivot_predict_line_setup_new    (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
void               pivot_predict_line_setup_update (PivotPredictLineSetup *self);

G_END_DECLS

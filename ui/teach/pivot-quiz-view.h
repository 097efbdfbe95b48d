/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* A quiz about places: what to ask, a question at a time, the result. Where it is stands in the session. */
#define PIVOT_TYPE_QUIZ_VIEW (pivot_quiz_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizView, pivot_quiz_view, PIVOT, QUIZ_VIEW, GtkWidget)

GtkWidget *pivot_quiz_view_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

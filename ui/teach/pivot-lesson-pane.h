/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The lesson at hand: its title, what can be done with it, its steps, and the texts of the step at hand. */
#define PIVOT_TYPE_LESSON_PANE (pivot_lesson_pane_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonPane, pivot_lesson_pane, PIVOT, LESSON_PANE, GtkWidget)

GtkWidget *pivot_lesson_pane_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

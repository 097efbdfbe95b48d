/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The steps of the lesson at hand. The one that is selected is the step at hand; dragging, or Alt+Up and Alt+Down, moves it, Delete
 * takes it out, Return replays the lesson from there. */
#define PIVOT_TYPE_LESSON_STEPS (pivot_lesson_steps_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonSteps, pivot_lesson_steps, PIVOT, LESSON_STEPS, GtkWidget)

GtkWidget *pivot_lesson_steps_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

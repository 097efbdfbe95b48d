/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-lesson-recorder.h"

G_BEGIN_DECLS

/* What can be done with lessons, as actions of a window: new, open, save, copy, close, record, replay, and what is done to steps.
 * They are about the lesson and the step at hand in the classroom.
 *
 * Properties (explicit notify, read only): replaying. Signals: failed (text, GFile, list of PivotProblem or NULL, GError), when
 * something could not be done; nothing is lost by then; restored (text), when lessons are back that were not saved before the program
 * ended. */
#define PIVOT_TYPE_LESSON_DESK (pivot_lesson_desk_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonDesk, pivot_lesson_desk, PIVOT, LESSON_DESK, GObject)

/* window: an action map that outlives it. settings: where open lessons are remembered, or NULL. */
PivotLessonDesk     *pivot_lesson_desk_new           (GtkApplicationWindow *window, PivotSession *session,
                                                      GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
PivotClassroom      *pivot_lesson_desk_get_classroom (PivotLessonDesk *self); /* (transfer none); made when first asked for */
PivotLessonRecorder *pivot_lesson_desk_get_recorder  (PivotLessonDesk *self); /* (transfer none) */
gboolean             pivot_lesson_desk_get_replaying (PivotLessonDesk *self);
gboolean             pivot_lesson_desk_has_unsaved   (PivotLessonDesk *self);
void                 pivot_lesson_desk_open          (PivotLessonDesk *self, GFile *file);
/* Asks about what is not saved, lesson by lesson, and closes the window when all is answered; not if anything is to stay. */
void                 pivot_lesson_desk_close_window  (PivotLessonDesk *self);
void                 pivot_lesson_desk_remember      (PivotLessonDesk *self); /* which lessons are open, for the next start */

G_END_DECLS

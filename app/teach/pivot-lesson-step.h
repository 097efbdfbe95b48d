/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One step of a lesson: a view of the program, and what is said about it.
 *
 * Properties (read-write, explicit notify; strings are never NULL): title, text (what the class reads), notes (what only the
 * teacher reads), question, view (view JSON, "{}" for the view of a new session), strokes (what was drawn over the page, a JSON
 * array), guesses (what the class guessed, a JSON array). */
#define PIVOT_TYPE_LESSON_STEP (pivot_lesson_step_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonStep, pivot_lesson_step, PIVOT, LESSON_STEP, GObject)

PivotLessonStep *pivot_lesson_step_new          (const char      *view) G_GNUC_WARN_UNUSED_RESULT;
PivotLessonStep *pivot_lesson_step_copy         (PivotLessonStep *self) G_GNUC_WARN_UNUSED_RESULT;

const char      *pivot_lesson_step_get_title    (PivotLessonStep *self);
void             pivot_lesson_step_set_title    (PivotLessonStep *self,
                                                 const char      *title);
const char      *pivot_lesson_step_get_text     (PivotLessonStep *self);
void             pivot_lesson_step_set_text     (PivotLessonStep *self,
                                                 const char      *text);
const char      *pivot_lesson_step_get_notes    (PivotLessonStep *self);
void             pivot_lesson_step_set_notes    (PivotLessonStep *self,
                                                 const char      *notes);
const char      *pivot_lesson_step_get_question (PivotLessonStep *self);
void             pivot_lesson_step_set_question (PivotLessonStep *self,
                                                 const char      *question);
const char      *pivot_lesson_step_get_view     (PivotLessonStep *self);
void             pivot_lesson_step_set_view     (PivotLessonStep *self,
                                                 const char      *view);
const char      *pivot_lesson_step_get_strokes  (PivotLessonStep *self);
void             pivot_lesson_step_set_strokes  (PivotLessonStep *self,
                                                 const char      *strokes);
const char      *pivot_lesson_step_get_guesses  (PivotLessonStep *self);
void             pivot_lesson_step_set_guesses  (PivotLessonStep *self,
                                                 const char      *guesses);

G_END_DECLS

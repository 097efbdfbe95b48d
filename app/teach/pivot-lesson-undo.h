/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"

G_BEGIN_DECLS

/* Takes back what was done to the steps of a lesson: their order, what was added and removed, their views. Texts have the undo of
 * the field they are typed in.
 *
 * Properties (explicit notify, read only): can-undo, can-redo. */
#define PIVOT_TYPE_LESSON_UNDO (pivot_lesson_undo_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonUndo, pivot_lesson_undo, PIVOT, LESSON_UNDO, GObject)

/* The one that belongs to a lesson, made when it is first asked for (transfer none). */
PivotLessonUndo *pivot_lesson_undo_get  (PivotLesson *lesson);
PivotLessonUndo *pivot_lesson_undo_new  (PivotLesson *lesson) G_GNUC_WARN_UNUSED_RESULT; /* lesson: outlives it */
void             pivot_lesson_undo_note (PivotLessonUndo *self); /* before a change */
void             pivot_lesson_undo_undo (PivotLessonUndo *self);
void             pivot_lesson_undo_redo (PivotLessonUndo *self);

G_END_DECLS

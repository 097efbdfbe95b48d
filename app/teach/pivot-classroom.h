/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* What is at hand in front of a class: the lessons, and the step of one of them that is being taught. Those that come with the
 * dataset, one a part of its story, stand first and are made anew with every dataset; others stay.
 *
 * Properties (explicit notify): lessons (read only, a GListModel of PivotLesson), lesson (the one at hand, NULL for none),
 * position (of its step at hand, from 0). */
#define PIVOT_TYPE_CLASSROOM (pivot_classroom_get_type ())
G_DECLARE_FINAL_TYPE (PivotClassroom, pivot_classroom, PIVOT, CLASSROOM, GObject)

PivotClassroom  *pivot_classroom_new            (PivotSession   *session) G_GNUC_WARN_UNUSED_RESULT;
PivotSession    *pivot_classroom_get_session    (PivotClassroom *self); /* (transfer none) */
GListModel      *pivot_classroom_get_lessons    (PivotClassroom *self); /* (transfer none) */
guint            pivot_classroom_get_n_supplied (PivotClassroom *self); /* how many came with the dataset */
void             pivot_classroom_add            (PivotClassroom *self, PivotLesson *lesson);
void             pivot_classroom_remove         (PivotClassroom *self, PivotLesson *lesson);

PivotLesson     *pivot_classroom_get_lesson     (PivotClassroom *self); /* (transfer none); NULL: none is at hand */
guint            pivot_classroom_get_position   (PivotClassroom *self);
PivotLessonStep *pivot_classroom_get_step       (PivotClassroom *self); /* at hand (transfer none); NULL: none */
/* lesson: one of the list, or NULL. A position past its end is its last step. */
void             pivot_classroom_take           (PivotClassroom *self, PivotLesson *lesson, guint position);

G_END_DECLS

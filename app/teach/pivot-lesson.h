/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-lesson-step.h"

G_BEGIN_DECLS

/* A lesson: a title, and steps in their order. It is a GListModel of PivotLessonStep.
 *
 * Properties (read-write, explicit notify): title (never NULL), dataset (id of the dataset it was made with, may be NULL).
 * Signal: changed, after any change of the lesson or of a step. */
#define PIVOT_TYPE_LESSON (pivot_lesson_get_type ())
G_DECLARE_FINAL_TYPE (PivotLesson, pivot_lesson, PIVOT, LESSON, GObject)

PivotLesson     *pivot_lesson_new            (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* A part of the story as a lesson: a step of it for each of its steps, its questions with the last. */
PivotLesson     *pivot_lesson_new_from_story (PivotDataset *dataset, PivotStory *story) G_GNUC_WARN_UNUSED_RESULT;

const char      *pivot_lesson_get_title      (PivotLesson *self);
void             pivot_lesson_set_title      (PivotLesson *self, const char *title);
const char      *pivot_lesson_get_dataset    (PivotLesson *self);
void             pivot_lesson_set_dataset    (PivotLesson *self, const char *id);

guint            pivot_lesson_get_n_steps    (PivotLesson *self);
PivotLessonStep *pivot_lesson_get_step       (PivotLesson *self, guint position); /* (transfer none); NULL past the end */
void             pivot_lesson_insert         (PivotLesson *self, guint position, PivotLessonStep *step); /* past the end: appends */
void             pivot_lesson_remove         (PivotLesson *self, guint position);
void             pivot_lesson_move           (PivotLesson *self, guint from, guint to); /* to: its position afterwards */

G_END_DECLS

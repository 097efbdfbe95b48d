/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-lesson-step.h"

G_BEGIN_DECLS

#define PIVOT_LESSON_MAX_STEPS 2000

/* A lesson: a title, and steps in their order. It is a GListModel of PivotLessonStep.
 *
 * Properties (read-write, explicit notify): title (never NULL), dataset (id of the dataset it was made with, may be NULL), file
 * (GFile it was last read from or saved to, may be NULL), modified (whether it has changed since: any change sets it).
 * Signal: changed, after any change of the lesson or of a step. */
#define PIVOT_TYPE_LESSON (pivot_lesson_get_type ())
G_DECLARE_FINAL_TYPE (PivotLesson, pivot_lesson, PIVOT, LESSON, GObject)

PivotLesson     *pivot_lesson_new            (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* A part of the story as a lesson: a step of it for each of its steps, its questions with the last. */
PivotLesson     *pivot_lesson_new_from_story (PivotDataset *dataset, PivotStory *story) G_GNUC_WARN_UNUSED_RESULT;
/* The same title and steps, of its own; in no file, and not modified. */
PivotLesson     *pivot_lesson_copy           (PivotLesson *self) G_GNUC_WARN_UNUSED_RESULT;

const char      *pivot_lesson_get_title      (PivotLesson *self);
void             pivot_lesson_set_title      (PivotLesson *self, const char *title);
const char      *pivot_lesson_get_dataset    (PivotLesson *self);
void             pivot_lesson_set_dataset    (PivotLesson *self, const char *id);
/* Title and digest of that dataset when the lesson was made; NULL if they are not known. */
const char      *pivot_lesson_get_dataset_title  (PivotLesson *self);
const char      *pivot_lesson_get_dataset_digest (PivotLesson *self);
void             pivot_lesson_set_origin     (PivotLesson *self, const char *id, const char *title, const char *digest);
void             pivot_lesson_set_origin_dataset (PivotLesson *self, PivotDataset *dataset);
GFile           *pivot_lesson_get_file       (PivotLesson *self); /* (transfer none) */
void             pivot_lesson_set_file       (PivotLesson *self, GFile *file);
gboolean         pivot_lesson_get_modified   (PivotLesson *self);
void             pivot_lesson_set_modified   (PivotLesson *self, gboolean modified);

guint            pivot_lesson_get_n_steps    (PivotLesson *self);
PivotLessonStep *pivot_lesson_get_step       (PivotLesson *self, guint position); /* (transfer none); NULL past the end */
void             pivot_lesson_insert         (PivotLesson *self, guint position, PivotLessonStep *step); /* past the end: appends */
void             pivot_lesson_remove         (PivotLesson *self, guint position);
void             pivot_lesson_move           (PivotLesson *self, guint from, guint to); /* to: its position afterwards */
gboolean         pivot_lesson_find           (PivotLesson *self, PivotLessonStep *step, guint *position);
/* Other steps in the place of all; steps it has may be among them. */
void             pivot_lesson_set_steps      (PivotLesson *self, GPtrArray *steps);

G_END_DECLS

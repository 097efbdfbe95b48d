/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-problem.h"

G_BEGIN_DECLS

/* A lesson as a file: lines of JSON, a header and then a step a line (data/FORMAT.md says what is in them). Each step has its view
 * whole, so that a line stands for itself, wherever it is moved to. */
#define PIVOT_LESSON_FORMAT "org.pivot.Lesson"
#define PIVOT_LESSON_VERSION 1
#define PIVOT_LESSON_EXTENSION ".pivot-lesson"
#define PIVOT_LESSON_MAX_SIZE (16 * 1024 * 1024)

/* Whether the bytes are those of a lesson or of what was one; by their beginning. */
gboolean     pivot_lesson_file_knows       (const char *text, gsize length);
/* NULL and problems if anything is not as it should be. name: of the file, for messages. */
PivotLesson *pivot_lesson_file_parse       (const char *text, gsize length, const char *name,
                                            PivotProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *pivot_lesson_file_write       (PivotLesson *lesson) G_GNUC_WARN_UNUSED_RESULT;
/* A copy of a lesson that is not saved: it says in which file the lesson is saved, if in any. */
GBytes      *pivot_lesson_file_write_backup (PivotLesson *lesson) G_GNUC_WARN_UNUSED_RESULT;
/* One step as its line, without the line's end. */
char        *pivot_lesson_file_write_step  (PivotLessonStep *step) G_GNUC_WARN_UNUSED_RESULT;

/* Reads in a worker. problems (optional, transfer full): a list of PivotProblem, NULL if the file could not be read at all. */
void         pivot_lesson_file_load_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);
PivotLesson *pivot_lesson_file_load_finish (GAsyncResult *result, GListModel **problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PivotLesson *pivot_lesson_file_load        (GFile *file, GListModel **problems, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a copy: a lesson that is modified, and in the file that the copy says. */
PivotLesson *pivot_lesson_file_load_backup (GFile *copy, GListModel **problems, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Saves the lesson as it is now, in a worker, wholly or not at all. What could not be read again is not written. The lesson's own
 * file and modified are left to the caller. */
void         pivot_lesson_file_save_async  (PivotLesson *lesson, GFile *file, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gboolean     pivot_lesson_file_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS

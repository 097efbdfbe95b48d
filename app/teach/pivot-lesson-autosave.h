/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-backups.h"

G_BEGIN_DECLS

#define PIVOT_LESSON_AUTOSAVE_DELAY 3000 /* ms */

/* Keeps a copy of each lesson while it is not saved, so that the end of the program by whatever cause loses no more than the last
 * seconds. A copy is written in a worker some time after a change, with all that has changed until then; while nothing changes,
 * nothing happens.
 *
 * That a lesson is not modified does not yet mean that it is in its file: whoever saves or gives up a lesson says so.
 *
 * Signals: failed (GError), when a copy could not be written; not again before one could. */
#define PIVOT_TYPE_LESSON_AUTOSAVE (pivot_lesson_autosave_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonAutosave, pivot_lesson_autosave, PIVOT, LESSON_AUTOSAVE, GObject)

PivotLessonAutosave *pivot_lesson_autosave_new            (GFile *folder, guint delay) G_GNUC_WARN_UNUSED_RESULT; /* delay: ms */
void                 pivot_lesson_autosave_add            (PivotLessonAutosave *self, PivotLesson *lesson); /* more than once: no matter */
/* The lesson is in its file, or what has changed is not wanted. What has changed since is another change. */
void                 pivot_lesson_autosave_settle         (PivotLessonAutosave *self, PivotLesson *lesson);
/* The lesson is no more: as settle, and it is not looked at any longer. */
void                 pivot_lesson_autosave_remove         (PivotLessonAutosave *self, PivotLesson *lesson);
/* Takes over what programs that run no more have left: see pivot_lesson_backups_take(). Their lessons are added. */
void                 pivot_lesson_autosave_restore_async  (PivotLessonAutosave *self, GCancellable *cancellable,
                                                           GAsyncReadyCallback callback, gpointer user_data);
GPtrArray           *pivot_lesson_autosave_restore_finish (PivotLessonAutosave *self, GAsyncResult *result,
                                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"

G_BEGIN_DECLS

/* The folder where copies of unsaved lessons lie, for the case that the program does not come to its end.
 *
 * A copy is a lesson's file that says in its header where the lesson is saved. It belongs to one running program, which holds a lock
 * beside it; the kernel lets go of that lock whatever ends the program, and then the copy may be taken by the next. So programs that
 * run side by side, and do not know of each other, leave each other's copies alone.
 *
 * All functions wait for the disk and may be called in any thread. */
#define PIVOT_TYPE_LESSON_BACKUPS (pivot_lesson_backups_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonBackups, pivot_lesson_backups, PIVOT, LESSON_BACKUPS, GObject)

/* A copy that a program has left behind. */
typedef struct
{
  char        *name;      /* for the other functions; NULL if the copy is not to be written over: what is damaged, or was not read */
  GFile       *file;      /* the copy itself */
  gint64       time;      /* when it was written, in µs since 1970 */
  PivotLesson *lesson;    /* modified, with the file it is saved in; NULL if it could not be read */
  GListModel  *problems;  /* what is wrong with it, or NULL */
  GError      *error;     /* NULL if there is a lesson */
} PivotLessonBackup;

PivotLessonBackups *pivot_lesson_backups_new    (GFile *folder) G_GNUC_WARN_UNUSED_RESULT; /* on a disk here; need not exist */
/* name: of the copy to write over, NULL for a new one. Its name (transfer full), NULL on error. */
char               *pivot_lesson_backups_write  (PivotLessonBackups *self, const char *name, GBytes *bytes,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            pivot_lesson_backups_remove (PivotLessonBackups *self, const char *name, GError **error);
/* Takes over the copies of programs that run no more (transfer full, of PivotLessonBackup, the oldest first). Those that hold nothing
 * that is not saved are removed; damaged ones are set aside, in a folder of their own. */
GPtrArray          *pivot_lesson_backups_take   (PivotLessonBackups *self) G_GNUC_WARN_UNUSED_RESULT;

void                pivot_lesson_backup_free    (PivotLessonBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLessonBackup, pivot_lesson_backup_free)

G_END_DECLS

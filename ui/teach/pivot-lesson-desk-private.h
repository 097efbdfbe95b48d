/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-autosave.h"
#include "pivot-lesson-desk.h"

G_BEGIN_DECLS

struct _PivotLessonDesk
{
  GObject               parent_instance;

  GtkApplicationWindow *window;      /* which owns the desk; NULL once it is gone, while a worker still has the desk */
  PivotSession         *session;
  GSettings            *settings;    /* or NULL */
  PivotClassroom       *classroom;   /* NULL until it is first asked for */
  PivotLessonRecorder  *recorder;
  GCancellable         *cancellable;
  PivotPage             last_page;   /* that was shown before the desk */
  gboolean              replaying;
  gboolean              show_later;  /* the desk is to be shown once there is a dataset */
  guint                 n_loading;   /* lessons that are being read */
  gboolean              closing;     /* the window is to be closed once all questions are answered */
  PivotLesson          *asked;       /* about which a question is open, or NULL */
  PivotLessonAutosave  *autosave;
  PivotLesson          *restored;    /* the newest of those that were not saved before the program ended, or NULL */
  gboolean              looked_back; /* whether there are such lessons */
};

/* What is told when it is done: the lesson is saved, or it is not. */
typedef void (*PivotLessonDeskSaved) (PivotLessonDesk *self, PivotLesson *lesson, gboolean saved);

const char  *_pivot_lesson_desk_get_title (PivotLesson *lesson); /* for people */
PivotLesson *_pivot_lesson_desk_find_open (PivotLessonDesk *self, GFile *file); /* (transfer none); NULL if it is not open */
gboolean _pivot_lesson_desk_is_own       (PivotLessonDesk *self, PivotLesson *lesson);
void     _pivot_lesson_desk_show         (PivotLessonDesk *self, PivotLesson *lesson, guint position); /* at hand, on the desk */
void     _pivot_lesson_desk_fail         (PivotLessonDesk *self, const char *text, GFile *file, GListModel *problems, GError *error);
void     _pivot_lesson_desk_update       (PivotLessonDesk *self); /* which actions can be done */
void     _pivot_lesson_desk_add_autosave (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_export   (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_files    (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_steps    (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_replay   (PivotLessonDesk *self);
void     _pivot_lesson_desk_follow_lessons (PivotLessonDesk *self);
void     _pivot_lesson_desk_restore      (PivotLessonDesk *self); /* lessons that were open */
void     _pivot_lesson_desk_restore_unsaved (PivotLessonDesk *self); /* lessons that were not saved */
void     _pivot_lesson_desk_set_enabled  (PivotLessonDesk *self, const char *action, gboolean enabled);
void     _pivot_lesson_desk_end_replay   (PivotLessonDesk *self);

G_END_DECLS

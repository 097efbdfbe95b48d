/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-desk.h"

G_BEGIN_DECLS

struct _PivotLessonDesk
{
  GObject               parent_instance;

  GtkApplicationWindow *window;      /* which owns the desk */
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
};

/* What is told when it is done: the lesson is saved, or it is not. */
typedef void (*PivotLessonDeskSaved) (PivotLessonDesk *self, PivotLesson *lesson, gboolean saved);

gboolean _pivot_lesson_desk_is_own       (PivotLessonDesk *self, PivotLesson *lesson);
void     _pivot_lesson_desk_show         (PivotLessonDesk *self, PivotLesson *lesson, guint position); /* at hand, on the desk */
void     _pivot_lesson_desk_fail         (PivotLessonDesk *self, const char *text, GFile *file, GListModel *problems, GError *error);
void     _pivot_lesson_desk_update       (PivotLessonDesk *self); /* which actions can be done */
void     _pivot_lesson_desk_add_export   (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_files    (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_steps    (PivotLessonDesk *self);
void     _pivot_lesson_desk_add_replay   (PivotLessonDesk *self);
void     _pivot_lesson_desk_restore      (PivotLessonDesk *self);
void     _pivot_lesson_desk_set_enabled  (PivotLessonDesk *self, const char *action, gboolean enabled);
void     _pivot_lesson_desk_end_replay   (PivotLessonDesk *self);

G_END_DECLS

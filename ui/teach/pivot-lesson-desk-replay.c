/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-lesson-fit.h"

/* Replaying: the view of the step at hand is shown, and the step at hand is another. */

static void
show_step (PivotLessonDesk *self)
{
  PivotLessonStep *step = pivot_classroom_get_step (self->classroom);

  if (step != NULL && pivot_session_get_dataset (self->session) != NULL)
    pivot_lesson_fit_show (self->session, step);
}

static void
set_replaying (PivotLessonDesk *self,
               gboolean         replaying)
{
  if (self->replaying == replaying)
    return;

  self->replaying = replaying;
  _pivot_lesson_desk_update (self);
  g_object_notify (G_OBJECT (self), "replaying");
}

static void
replay (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);

  set_replaying (self, TRUE);
  show_step (self);
}

static void
move (PivotLessonDesk *self,
      int              by)
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  int to = (int) pivot_classroom_get_position (self->classroom) + by;

  if (lesson == NULL || to < 0 || to >= (int) pivot_lesson_get_n_steps (lesson))
    return;

  pivot_classroom_take (self->classroom, lesson, (guint) to);
  show_step (self);
}

static void
replay_next (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  move (PIVOT_LESSON_DESK (user_data), 1);
}

static void
replay_previous (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  move (PIVOT_LESSON_DESK (user_data), -1);
}

static void
replay_end (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  _pivot_lesson_desk_end_replay (PIVOT_LESSON_DESK (user_data));
}

static const GActionEntry entries[] = {
  { "replay-lesson", replay },
  { "replay-next", replay_next },
  { "replay-previous", replay_previous },
  { "replay-end", replay_end },
};

/* A lesson that is no longer at hand is no longer replayed. What is on screen stays. */
void
_pivot_lesson_desk_end_replay (PivotLessonDesk *self)
{
  set_replaying (self, FALSE);
}

void
_pivot_lesson_desk_add_replay (PivotLessonDesk *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
}

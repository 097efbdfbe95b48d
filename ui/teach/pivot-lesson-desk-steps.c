/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-lesson-undo.h"
#include "pivot-lesson-words.h"

/* What is done to the steps of the lesson at hand. Everything can be taken back. */

/* What was shown before the desk was: all of a view but the page stays as it was. */
static char *
make_view (PivotLessonDesk *self)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autofree char *view = pivot_session_to_json (self->session);

  pivot_session_set_dataset (session, pivot_session_get_dataset (self->session));
  pivot_session_apply_json (session, view, FALSE, NULL);
  if (pivot_session_get_page (session) == PIVOT_PAGE_TEACH)
    pivot_session_set_page (session, self->last_page);

  return pivot_session_to_json (session);
}

static PivotLesson *
begin_change (PivotLessonDesk *self)
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);

  pivot_lesson_undo_note (pivot_lesson_undo_get (lesson));

  return lesson;
}

static void
end_change (PivotLessonDesk *self,
            guint            position)
{
  pivot_classroom_take (self->classroom, pivot_classroom_get_lesson (self->classroom), position);
  _pivot_lesson_desk_update (self);
}

static void
add_step (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = begin_change (self);
  guint n = pivot_lesson_get_n_steps (lesson);
  guint position = n > 0 ? pivot_classroom_get_position (self->classroom) + 1 : 0;
  g_autofree char *view = make_view (self);
  g_autofree char *title = pivot_lesson_words_for_view (pivot_session_get_dataset (self->session), view);
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (view);

  pivot_lesson_step_set_title (step, title);
  pivot_lesson_insert (lesson, position, step);
  end_change (self, position);
}

static void
take_view (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  g_autofree char *view = make_view (self);

  begin_change (self);
  pivot_lesson_step_set_view (pivot_classroom_get_step (self->classroom), view);
  end_change (self, pivot_classroom_get_position (self->classroom));
}

static void
copy_step (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = begin_change (self);
  guint position = pivot_classroom_get_position (self->classroom);
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_copy (pivot_lesson_get_step (lesson, position));

  pivot_lesson_insert (lesson, position + 1, step);
  end_change (self, position + 1);
}

static void
remove_step (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = begin_change (self);
  guint position = pivot_classroom_get_position (self->classroom);

  pivot_lesson_remove (lesson, position);
  end_change (self, position);
}

/* From one position to another. */
static void
move_step (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  guint from, to, n = pivot_lesson_get_n_steps (lesson);

  g_variant_get (parameter, "(uu)", &from, &to);
  if (from >= n || to >= n || from == to)
    return;

  begin_change (self);
  pivot_lesson_move (lesson, from, to);
  end_change (self, to);
}

static void
move_by (PivotLessonDesk *self,
         int              by)
{
  int from = (int) pivot_classroom_get_position (self->classroom), to = from + by;

  if (to >= 0 && to < (int) pivot_lesson_get_n_steps (pivot_classroom_get_lesson (self->classroom)))
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "move-lesson-step", g_variant_new ("(uu)", from, to));
}

static void
raise_step (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  move_by (PIVOT_LESSON_DESK (user_data), -1);
}

static void
lower_step (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  move_by (PIVOT_LESSON_DESK (user_data), 1);
}

static void
walk (PivotLessonDesk *self,
      void           (*go) (PivotLessonUndo *undo))
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  guint position = pivot_classroom_get_position (self->classroom);

  go (pivot_lesson_undo_get (lesson));
  end_change (self, position);
}

static void
undo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  walk (PIVOT_LESSON_DESK (user_data), pivot_lesson_undo_undo);
}

static void
redo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  walk (PIVOT_LESSON_DESK (user_data), pivot_lesson_undo_redo);
}

static const GActionEntry entries[] = {
  { "add-lesson-step", add_step },
  { "take-lesson-view", take_view },
  { "copy-lesson-step", copy_step },
  { "remove-lesson-step", remove_step },
  { "move-lesson-step", move_step, "(uu)" },
  { "raise-lesson-step", raise_step },
  { "lower-lesson-step", lower_step },
  { "undo-lesson", undo },
  { "redo-lesson", redo },
};

void
_pivot_lesson_desk_add_steps (PivotLessonDesk *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
}

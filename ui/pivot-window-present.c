/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include "pivot-present-story.h"

/* Whoever looks at the story presents it from there, though a lesson may lie on the desk: there always does once the desk was seen. */
static gboolean
wants_story (PivotWindow *self)
{
  return pivot_session_get_page (self->session) == PIVOT_PAGE_STORY && !pivot_lesson_desk_get_replaying (self->desk);
}

/* What is presented: the lesson at hand, else the story from the step that the session is at. */
static PivotLesson *
find_lesson (PivotWindow *self,
             guint       *position)
{
  PivotClassroom *classroom = _pivot_window_get_classroom (self);
  PivotLesson *lesson = pivot_classroom_get_lesson (classroom);
  PivotStoryPlace place;

  *position = pivot_classroom_get_position (classroom);
  if (lesson != NULL && !wants_story (self))
    return g_object_ref (lesson);
  if (!pivot_present_story_place (self->session, &place) || place.part >= pivot_classroom_get_n_supplied (classroom))
    return NULL;

  *position = place.index;

  return g_list_model_get_item (pivot_classroom_get_lessons (classroom), place.part);
}

/* Another dataset knows nothing of what is presented. */
static void
dataset_cb (PivotWindow *self)
{
  if (self->stage != NULL)
    pivot_stage_end (self->stage);
}

static void
ended_cb (PivotWindow *self)
{
  g_clear_object (&self->stage);
}

static void
present (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  guint position = 0;
  g_autoptr(PivotLesson) lesson = dataset != NULL ? find_lesson (self, &position) : NULL;
  g_autoptr(PivotPresentation) presentation = NULL;

  if (self->stage != NULL || lesson == NULL || pivot_lesson_get_n_steps (lesson) == 0)
    return;

  presentation = pivot_presentation_new (dataset, lesson, position);
  self->stage = pivot_stage_new (GTK_WINDOW (self), presentation, self->theme);
  g_signal_connect_object (self->stage, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}

void
_pivot_window_add_present (PivotWindow *self)
{
  static const GActionEntry entries[] = { { "present", present } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "notify::dataset", G_CALLBACK (dataset_cb), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson.h"

/* Lessons made from something else: a part of the story, another lesson. */

/* The questions of a part, one to a line. */
static char *
join_questions (PivotStory *story)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pivot_story_get_n_questions (story); i++)
    {
      if (i > 0)
        g_string_append_c (string, '\n');
      g_string_append (string, pivot_text_get (pivot_story_get_question (story, i)));
    }

  return g_string_free (string, FALSE);
}

/**
 * pivot_lesson_new_from_story:
 * @dataset: what the story is about
 * @story: a part of its story
 *
 * Makes a lesson of a part of the story, in the language of this process: a step of it for each of the part's steps. What the
 * part is about stands in the notes of the first, its questions in the last.
 *
 * Returns: (transfer full): a lesson
 */
PivotLesson *
pivot_lesson_new_from_story (PivotDataset *dataset,
                             PivotStory   *story)
{
  PivotLesson *self;
  GListModel *steps;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_STORY (story), NULL);

  self = pivot_lesson_new (pivot_text_get (pivot_story_get_title (story)));
  pivot_lesson_set_dataset (self, pivot_dataset_get_id (dataset));
  steps = pivot_story_get_steps (story);
  n = g_list_model_get_n_items (steps);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStep) from = g_list_model_get_item (steps, i);
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (pivot_step_get_view (from));

      pivot_lesson_step_set_title (step, pivot_text_get (pivot_step_get_title (from)));
      pivot_lesson_step_set_text (step, pivot_text_get (pivot_step_get_text (from)));
      if (i == 0)
        pivot_lesson_step_set_notes (step, pivot_text_get (pivot_story_get_summary (story)));
      if (i == n - 1)
        {
          g_autofree char *questions = join_questions (story);

          pivot_lesson_step_set_question (step, questions);
        }
      pivot_lesson_insert (self, G_MAXUINT, step);
    }
  pivot_lesson_set_modified (self, FALSE);

  return self;
}

/**
 * pivot_lesson_copy:
 * @self: a lesson
 *
 * Makes a lesson with the same title and steps of its own, in no file.
 *
 * Returns: (transfer full): a lesson
 */
PivotLesson *
pivot_lesson_copy (PivotLesson *self)
{
  PivotLesson *copy;

  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  copy = pivot_lesson_new (pivot_lesson_get_title (self));
  pivot_lesson_set_origin (copy, pivot_lesson_get_dataset (self), pivot_lesson_get_dataset_title (self),
                           pivot_lesson_get_dataset_digest (self));
  for (guint i = 0; i < pivot_lesson_get_n_steps (self); i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_copy (pivot_lesson_get_step (self, i));

      pivot_lesson_insert (copy, G_MAXUINT, step);
    }
  pivot_lesson_set_modified (copy, FALSE);

  return copy;
}

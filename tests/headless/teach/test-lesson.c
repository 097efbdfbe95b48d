/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-lesson.h"
#include "../finalize.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static char *
read_titles (PivotLesson *lesson)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pivot_lesson_get_n_steps (lesson); i++)
    g_string_append (string, pivot_lesson_step_get_title (pivot_lesson_get_step (lesson, i)));

  return g_string_free (string, FALSE);
}

static void
test_edit (void)
{
  PivotLesson *lesson = pivot_lesson_new ("Growth");
  const char *letters[] = { "a", "b", "c", "d" };
  g_autofree char *moved = NULL, *back = NULL, *removed = NULL;
  guint n_changed = 0;

  g_signal_connect_swapped (lesson, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (NULL);

      g_assert_cmpstr (pivot_lesson_step_get_view (step), ==, "{}");
      g_assert_cmpstr (pivot_lesson_step_get_notes (step), ==, "");
      pivot_lesson_step_set_title (step, letters[i]);
      pivot_lesson_insert (lesson, G_MAXUINT, step);
    }
  g_assert_cmpuint (n_changed, ==, 4);

  pivot_lesson_move (lesson, 0, 2);
  moved = read_titles (lesson);
  g_assert_cmpstr (moved, ==, "bcad");
  pivot_lesson_move (lesson, 3, 0);
  back = read_titles (lesson);
  g_assert_cmpstr (back, ==, "dbca");
  pivot_lesson_remove (lesson, 1);
  removed = read_titles (lesson);
  g_assert_cmpstr (removed, ==, "dca");
  g_assert_cmpuint (n_changed, ==, 7);

  pivot_lesson_step_set_notes (pivot_lesson_get_step (lesson, 0), "slowly");
  g_assert_cmpuint (n_changed, ==, 8);
  pivot_lesson_step_set_notes (pivot_lesson_get_step (lesson, 0), "slowly");
  g_assert_cmpuint (n_changed, ==, 8);
  g_assert_null (pivot_lesson_get_step (lesson, 3));

  assert_finalize_soon (lesson);
}

/* Each part of the bundled story is a lesson, with nothing left out. */
static void
test_story (void)
{
  PivotDataset *dataset = load_bundled ();
  GListModel *stories = pivot_dataset_get_stories (dataset);

  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);
      g_autoptr(PivotLesson) lesson = pivot_lesson_new_from_story (dataset, story);
      GListModel *steps = pivot_story_get_steps (story);
      guint n = pivot_lesson_get_n_steps (lesson);

      g_assert_cmpstr (pivot_lesson_get_title (lesson), ==, pivot_text_get (pivot_story_get_title (story)));
      g_assert_cmpstr (pivot_lesson_get_dataset (lesson), ==, pivot_dataset_get_id (dataset));
      g_assert_cmpuint (n, ==, g_list_model_get_n_items (steps));
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(PivotStep) step = g_list_model_get_item (steps, j);

          g_assert_cmpstr (pivot_lesson_step_get_view (pivot_lesson_get_step (lesson, j)), ==, pivot_step_get_view (step));
        }
      g_assert_nonnull (strstr (pivot_lesson_step_get_question (pivot_lesson_get_step (lesson, n - 1)),
                                pivot_text_get (pivot_story_get_question (story, 0))));
    }

  assert_finalize_soon (dataset);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/edit", test_edit);
  g_test_add_func ("/lesson/story", test_story);

  return g_test_run ();
}

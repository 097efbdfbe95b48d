/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-classroom.h"
#include "../finalize.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static PivotLesson *
new_lesson (const char *title,
            guint       n_steps)
{
  PivotLesson *lesson = pivot_lesson_new (title);

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (NULL);

      pivot_lesson_insert (lesson, G_MAXUINT, step);
    }

  return lesson;
}

static void
test_at_hand (void)
{
  PivotSession *session = pivot_session_new ();
  PivotClassroom *classroom = pivot_classroom_new (session);
  g_autoptr(PivotLesson) lesson = new_lesson ("Growth", 3);
  guint n_lesson = 0, n_position = 0;

  g_signal_connect_swapped (classroom, "notify::lesson", G_CALLBACK (count_cb), &n_lesson);
  g_signal_connect_swapped (classroom, "notify::position", G_CALLBACK (count_cb), &n_position);
  g_assert_null (pivot_classroom_get_lesson (classroom));
  g_assert_null (pivot_classroom_get_step (classroom));

  pivot_classroom_add (classroom, lesson);
  pivot_classroom_take (classroom, lesson, 9);
  g_assert_true (pivot_classroom_get_lesson (classroom) == lesson);
  g_assert_cmpuint (pivot_classroom_get_position (classroom), ==, 2);
  g_assert_true (pivot_classroom_get_step (classroom) == pivot_lesson_get_step (lesson, 2));
  g_assert_cmpuint (n_lesson, ==, 1);
  g_assert_cmpuint (n_position, ==, 1);

  /* The step at hand is one that there is. */
  pivot_lesson_remove (lesson, 0);
  g_assert_cmpuint (pivot_classroom_get_position (classroom), ==, 1);
  pivot_lesson_remove (lesson, 0);
  pivot_lesson_remove (lesson, 0);
  g_assert_cmpuint (pivot_classroom_get_position (classroom), ==, 0);
  g_assert_null (pivot_classroom_get_step (classroom));

  pivot_classroom_remove (classroom, lesson);
  g_assert_null (pivot_classroom_get_lesson (classroom));
  g_assert_cmpuint (n_lesson, ==, 2);

  g_assert_finalize_object (classroom);
  g_assert_finalize_object (session);
}

/* Its own lessons come and go with a dataset; those of the teacher stay. */
static void
test_dataset (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled (), without = load_tiny (NULL, NULL);
  guint n = g_list_model_get_n_items (pivot_dataset_get_stories (dataset));
  PivotSession *session = pivot_session_new ();
  PivotClassroom *classroom = pivot_classroom_new (session);
  GListModel *lessons = pivot_classroom_get_lessons (classroom);
  g_autoptr(PivotLesson) own = new_lesson ("Growth", 2), first = NULL, last = NULL;

  pivot_classroom_add (classroom, own);
  pivot_session_set_dataset (session, dataset);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (pivot_classroom_get_n_supplied (classroom), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (lessons), ==, n + 1);
  first = g_list_model_get_item (lessons, 0);
  last = g_list_model_get_item (lessons, n);
  g_assert_cmpstr (pivot_lesson_get_dataset (first), ==, pivot_dataset_get_id (dataset));
  g_assert_true (last == own);

  pivot_classroom_take (classroom, first, 0);
  pivot_session_set_dataset (session, without);
  g_assert_null (pivot_classroom_get_lesson (classroom));
  g_assert_cmpuint (g_list_model_get_n_items (lessons), ==, 1);

  pivot_classroom_take (classroom, own, 1);
  pivot_session_set_dataset (session, dataset);
  g_assert_true (pivot_classroom_get_lesson (classroom) == own);
  g_assert_cmpuint (pivot_classroom_get_position (classroom), ==, 1);

  g_assert_finalize_object (classroom);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teach/classroom/at-hand", test_at_hand);
  g_test_add_func ("/teach/classroom/dataset", test_dataset);

  return g_test_run ();
}

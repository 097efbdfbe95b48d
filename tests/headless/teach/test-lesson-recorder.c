/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-lesson-file.h"
#include "pivot-lesson-fit.h"
#include "pivot-lesson-recorder.h"
#include "pivot-lesson-undo.h"
#include "pivot-lesson-words.h"
#include "pivot-session-options.h"
#include "../finalize.h"

typedef struct
{
  PivotDataset        *dataset;
  PivotSession        *session;
  PivotLessonRecorder *recorder;
  GPtrArray           *views;     /* what was on screen after each action */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dataset = load_bundled ();
  fixture->session = pivot_session_new ();
  pivot_session_set_dataset (fixture->session, fixture->dataset);
  fixture->recorder = pivot_lesson_recorder_new (fixture->session);
  fixture->views = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->views);
  g_assert_finalize_object (fixture->recorder);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dataset);
}

/* One turn of the main loop is one action. */
static void
turn (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_add (fixture->views, pivot_session_to_json (fixture->session));
}

static guint
count (Fixture *fixture)
{
  return pivot_lesson_get_n_steps (pivot_lesson_recorder_get_lesson (fixture->recorder));
}

static void
act (Fixture *fixture)
{
  g_autoptr(PivotMeasure) measure = g_list_model_get_item (pivot_dataset_get_measures (fixture->dataset), 2);
  g_autoptr(PivotFirm) firm = g_list_model_get_item (pivot_dataset_get_firms (fixture->dataset), 1);
  const double breaks[] = { 1.5, 2.25, 7 };

  turn (fixture);
  pivot_session_select_one (fixture->session, 3, PIVOT_SELECT_REPLACE);
  pivot_session_set_hovered (fixture->session, 5);
  turn (fixture);
  /* Two changes at once, and the cuts that go with the measure. */
  pivot_session_set_measure (fixture->session, pivot_measure_get_id (measure));
  pivot_session_set_list (fixture->session, PIVOT_OPTION_CUTS, (const char * const []) { "1", "2", "3", "4", NULL });
  turn (fixture);
  pivot_session_set_breaks (fixture->session, breaks, G_N_ELEMENTS (breaks));
  turn (fixture);
  pivot_session_set_camera (fixture->session, 104.19999999999999, 30.1, 5.5);
  turn (fixture);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_FIRMS);
  pivot_session_set_firm (fixture->session, pivot_firm_get_id (firm));
  turn (fixture);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_STORY);
  pivot_session_set_word (fixture->session, PIVOT_OPTION_STORY_STEP, "2/1");
  turn (fixture);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_MAP);
  pivot_session_clear_selection (fixture->session);
  pivot_session_set_flag (fixture->session, PIVOT_OPTION_HATCHING, TRUE);
  turn (fixture);
}

/* Recorded, written, read and replayed on another session: the same views, byte for byte. */
static void
test_replay (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotLesson) lesson = NULL, again = NULL;
  g_autoptr(PivotProblems) problems = pivot_problems_new (1);
  g_autoptr(PivotSession) other = pivot_session_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *said = NULL;
  const char *text;
  gsize length;

  pivot_lesson_recorder_start (fixture->recorder);
  act (fixture);
  lesson = pivot_lesson_recorder_stop (fixture->recorder);
  g_assert_null (pivot_lesson_recorder_get_lesson (fixture->recorder));
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, fixture->views->len);

  bytes = pivot_lesson_file_write (lesson);
  text = g_bytes_get_data (bytes, &length);
  again = pivot_lesson_file_parse (text, length, "a", problems);
  g_assert_nonnull (again);

  pivot_session_set_dataset (other, fixture->dataset);
  for (guint i = 0; i < pivot_lesson_get_n_steps (again); i++)
    {
      g_autofree char *view = NULL;

      pivot_lesson_fit_show (other, pivot_lesson_get_step (again, i));
      view = pivot_session_to_json (other);
      g_assert_cmpstr (view, ==, g_ptr_array_index (fixture->views, i));
    }

  said = pivot_lesson_fit_check_lesson (fixture->dataset, again);
  g_assert_cmpstr (said, ==, NULL);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotLesson) lesson = NULL;

  g_assert_null (pivot_lesson_recorder_stop (fixture->recorder));
  pivot_lesson_recorder_start (fixture->recorder);
  turn (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);

  /* What only hovers is no action, and nothing is none. */
  pivot_session_set_hovered (fixture->session, 1);
  turn (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);

  /* A drag is one. */
  pivot_session_begin_change (fixture->session);
  pivot_session_set_classes (fixture->session, 3);
  turn (fixture);
  pivot_session_set_classes (fixture->session, 4);
  turn (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  pivot_session_end_change (fixture->session);
  turn (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);

  /* Moves of the map that follow each other are one. */
  for (guint i = 0; i < 5; i++)
    {
      pivot_session_set_camera (fixture->session, 100 + i, 30, 5);
      turn (fixture);
    }
  g_assert_cmpuint (count (fixture), ==, 3);

  /* The desk is not part of the lesson, whatever else is done there. */
  pivot_session_set_page (fixture->session, PIVOT_PAGE_TEACH);
  turn (fixture);
  g_assert_cmpuint (count (fixture), ==, 3);

  /* What was done in the turn that ends it is not lost. */
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  lesson = pivot_lesson_recorder_stop (fixture->recorder);
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, 4);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_MAP);
  turn (fixture);
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, 4);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *before, *after, *words; } cases[] = {
    { NULL, "{\"page\":\"data\"}", "Data" },
    { NULL, "{\"page\":\"story\",\"story-step\":\"9/9\"}", "Story" },
    { "{}", "{\"selection\":[\"CN-BJ\",\"CN-SH\"]}", "Selected: Beijing, Shanghai" },
    { "{\"selection\":[\"CN-BJ\"]}", "{\"selection\":[]}", "Selected: no place" },
    { "{}", "{\"selection\":[\"CN-BJ\",\"CN-SH\",\"CN-TJ\",\"CN-GD\"]}", "Selected: 4 places" },
    { "{}", "{\"classes\":3}", "Other classes" },
    { "{}", "{\"hatching\":true}", "Hatching" },
    { "{}", "{\"mapping\":\"pair\"}", "Other colours of the map" },
    { "{\"camera\":{\"longitude\":1,\"latitude\":1,\"zoom\":3}}", "{}", "Map moved" },
    { "{}", "{\"page\":\"firms\"}", "Firms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = pivot_lesson_words_for_change (fixture->dataset, cases[i].before, cases[i].after);

      if (cases[i].words[0] == 'S' && cases[i].words[1] == 'e')
        g_assert_cmpstr (words, ==, cases[i].words);
      else
        g_assert_true (g_str_has_prefix (words, cases[i].words));
    }
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  PivotLesson *lesson = pivot_lesson_new ("a");
  PivotLessonUndo *undo = pivot_lesson_undo_new (lesson);
  g_autoptr(PivotLessonStep) first = pivot_lesson_step_new (NULL), second = pivot_lesson_step_new (NULL);
  gboolean can_undo, can_redo;

  pivot_lesson_insert (lesson, 0, first);
  pivot_lesson_insert (lesson, 1, second);
  pivot_lesson_undo_note (undo);
  pivot_lesson_move (lesson, 0, 1);
  pivot_lesson_undo_note (undo);
  pivot_lesson_remove (lesson, 1);
  pivot_lesson_undo_note (undo);
  pivot_lesson_step_set_view (second, "{\"page\":\"data\"}");
  pivot_lesson_step_set_title (first, "typed");

  pivot_lesson_undo_undo (undo);
  g_assert_cmpstr (pivot_lesson_step_get_view (second), ==, "{}");
  pivot_lesson_undo_undo (undo);
  g_assert_true (pivot_lesson_get_step (lesson, 1) == first);
  g_assert_cmpstr (pivot_lesson_step_get_title (first), ==, "typed");
  pivot_lesson_undo_undo (undo);
  g_assert_true (pivot_lesson_get_step (lesson, 0) == first);
  g_object_get (undo, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  pivot_lesson_undo_undo (undo);
  pivot_lesson_undo_redo (undo);
  g_assert_true (pivot_lesson_get_step (lesson, 1) == first);
  pivot_lesson_undo_redo (undo);
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, 1);
  pivot_lesson_undo_redo (undo);
  g_assert_cmpstr (pivot_lesson_step_get_view (second), ==, "{\"page\":\"data\"}");
  pivot_lesson_undo_undo (undo);
  pivot_lesson_undo_note (undo);
  g_object_get (undo, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);

  g_assert_finalize_object (undo);
  g_assert_finalize_object (lesson);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/lesson-recorder/replay", Fixture, NULL, set_up, test_replay, tear_down);
  g_test_add ("/lesson-recorder/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/lesson-recorder/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/lesson-recorder/undo", Fixture, NULL, set_up, test_undo, tear_down);

  return g_test_run ();
}

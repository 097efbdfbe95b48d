/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-presentation.h"
#include "pivot-stopwatch.h"
#include "../finalize.h"

static void
test_strokes (void)
{
  PivotStrokes *strokes = pivot_strokes_new (), *again;
  g_autofree char *json = NULL, *second = NULL;
  const double *points;
  guint n;

  g_assert_true (pivot_strokes_begin (strokes, 0.25, 0.5));
  pivot_strokes_extend (strokes, 0.75, 0.5);
  pivot_strokes_extend (strokes, 0.7501, 0.5);
  g_assert_true (pivot_strokes_begin (strokes, -3, 7));
  json = pivot_strokes_to_json (strokes);
  g_assert_cmpstr (json, ==, "[{\"points\":[0.2500,0.5000,0.7500,0.5000]},{\"points\":[0.0000,1.0000]}]");

  again = pivot_strokes_new_from_json (json, NULL);
  g_assert_cmpuint (pivot_strokes_get_n (again), ==, 2);
  points = pivot_strokes_get_points (again, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (points[2], ==, 0.75);
  second = pivot_strokes_to_json (again);
  g_assert_cmpstr (second, ==, json);

  /* Between the points is the stroke, too; and twice as wide as high, 0.02 of the width are 0.04 of the height. */
  g_assert_false (pivot_strokes_erase (again, 0.5, 0.56, 0.05, 2));
  g_assert_false (pivot_strokes_erase (again, 0.78, 0.5, 0.05, 2));
  g_assert_true (pivot_strokes_erase (again, 0.77, 0.5, 0.05, 2));
  g_assert_cmpuint (pivot_strokes_get_n (again), ==, 1);

  assert_finalize_soon (again);
  assert_finalize_soon (strokes);
}

static void
test_limits (void)
{
  PivotStrokes *strokes = pivot_strokes_new ();
  guint n;

  for (guint i = 0; i < PIVOT_STROKES_MAX; i++)
    g_assert_true (pivot_strokes_begin (strokes, 0, 0));
  for (guint i = 0; i < 2 * PIVOT_STROKES_MAX_POINTS; i++)
    pivot_strokes_extend (strokes, i % 2, 0);
  pivot_strokes_get_points (strokes, PIVOT_STROKES_MAX - 1, &n);
  g_assert_cmpuint (n, ==, PIVOT_STROKES_MAX_POINTS);
  g_assert_false (pivot_strokes_begin (strokes, 0, 0));

  assert_finalize_soon (strokes);
}

static void
test_damaged (void)
{
  static const struct { const char *json; int code; const char *where; } cases[] = {
    { "", PIVOT_DATA_ERROR_TYPE, "$:" },
    { "[", PIVOT_DATA_ERROR_SYNTAX, NULL },
    { "{}", PIVOT_DATA_ERROR_TYPE, "$:" },
    { "[7]", PIVOT_DATA_ERROR_TYPE, "$[0]:" },
    { "[{\"points\":[0,1]},{}]", PIVOT_DATA_ERROR_TYPE, "$[1]:" },
    { "[{\"points\":[]}]", PIVOT_DATA_ERROR_LIMIT, "$[0].points:" },
    { "[{\"points\":[0,1,0]}]", PIVOT_DATA_ERROR_LIMIT, "$[0].points:" },
    { "[{\"points\":[0,\"1\"]}]", PIVOT_DATA_ERROR_TYPE, "$[0].points[1]:" },
    { "[{\"points\":[0,1.5]}]", PIVOT_DATA_ERROR_RANGE, "$[0].points[1]:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (pivot_strokes_new_from_json (cases[i].json, &error));
      g_assert_error (error, PIVOT_DATA_ERROR, cases[i].code);
      if (cases[i].where != NULL)
        g_assert_true (g_str_has_prefix (error->message, cases[i].where));
    }
}

static void
test_jump (void)
{
  static const struct { const char *text; gboolean found; guint position; } cases[] = {
    { "1", TRUE, 0 }, { "12", TRUE, 11 }, { "007", TRUE, 6 },
    { "", FALSE, 0 }, { "0", FALSE, 0 }, { "13", FALSE, 0 }, { "-1", FALSE, 0 }, { "1x", FALSE, 0 },
  };
  guint position;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean found = pivot_presentation_parse_jump (cases[i].text, 12, &position);

      g_assert_cmpint (found, ==, cases[i].found);
      if (found)
        g_assert_cmpuint (position, ==, cases[i].position);
    }
  g_assert_false (pivot_presentation_parse_jump ("1", 0, &position));
}

static PivotLesson *
new_lesson (void)
{
  static const char * const views[] = { "{\"page\":\"story\"}", "{\"page\":\"nowhere\"}", "{\"page\":\"data\"}" };
  PivotLesson *lesson = pivot_lesson_new ("Growth");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (views[i]);

      pivot_lesson_insert (lesson, G_MAXUINT, step);
    }
  pivot_lesson_step_set_strokes (pivot_lesson_get_step (lesson, 2), "[{}]");

  return lesson;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_steps (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotLesson *lesson = new_lesson ();
  PivotPresentation *presentation = pivot_presentation_new (dataset, lesson, 0);
  PivotSession *session = pivot_presentation_get_session (presentation);
  guint n_steps = 0;

  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (count_cb), &n_steps);
  g_assert_cmpint (pivot_session_get_page (session), ==, PIVOT_PAGE_STORY);
  g_assert_null (pivot_presentation_get_problem (presentation));
  g_assert_false (pivot_presentation_move (presentation, -1));

  /* What cannot be shown leaves what was, and is said to the presenter only; it goes on from there. */
  pivot_presentation_set_curtain (presentation, PIVOT_CURTAIN_BLACK);
  g_assert_cmpint (pivot_presentation_get_curtain (presentation), ==, PIVOT_CURTAIN_BLACK);
  g_assert_true (pivot_presentation_move (presentation, 1));
  g_assert_cmpint (pivot_presentation_get_curtain (presentation), ==, PIVOT_CURTAIN_NONE);
  g_assert_cmpint (pivot_session_get_page (session), ==, PIVOT_PAGE_STORY);
  g_assert_nonnull (pivot_presentation_get_problem (presentation));

  pivot_presentation_type_digit (presentation, 3);
  g_assert_cmpstr (pivot_presentation_get_typed (presentation), ==, "3");
  g_assert_true (pivot_presentation_jump (presentation));
  g_assert_cmpuint (pivot_presentation_get_position (presentation), ==, 2);
  g_assert_cmpint (pivot_session_get_page (session), ==, PIVOT_PAGE_DATA);
  g_assert_nonnull (pivot_presentation_get_problem (presentation));
  g_assert_cmpuint (pivot_strokes_get_n (pivot_presentation_get_strokes (presentation)), ==, 0);
  g_assert_false (pivot_presentation_move (presentation, 1));
  pivot_presentation_type_digit (presentation, 9);
  g_assert_false (pivot_presentation_jump (presentation));
  g_assert_cmpstr (pivot_presentation_get_typed (presentation), ==, "");
  g_assert_cmpuint (n_steps, ==, 2);

  assert_finalize_soon (presentation);
  assert_finalize_soon (lesson);
  assert_finalize_soon (dataset);
}

static void
test_kept (gconstpointer data)
{
  gboolean keep = GPOINTER_TO_INT (data);
  PivotDataset *dataset = load_bundled ();
  PivotLesson *lesson = new_lesson ();
  PivotPresentation *presentation = pivot_presentation_new (dataset, lesson, 0);
  PivotLessonStep *step = pivot_lesson_get_step (lesson, 0);

  pivot_presentation_set_keeps_strokes (presentation, keep);
  pivot_strokes_begin (pivot_presentation_get_strokes (presentation), 0.5, 0.5);
  pivot_presentation_strokes_drawn (presentation, FALSE);
  g_assert_cmpstr (pivot_lesson_step_get_strokes (step), ==, "[]");
  pivot_presentation_strokes_drawn (presentation, TRUE);
  g_assert_cmpstr (pivot_lesson_step_get_strokes (step), ==, "[{\"points\":[0.5000,0.5000]}]");

  /* They are there again when the step is. */
  pivot_presentation_move (presentation, 1);
  g_assert_cmpuint (pivot_strokes_get_n (pivot_presentation_get_strokes (presentation)), ==, 0);
  pivot_presentation_move (presentation, -1);
  g_assert_cmpuint (pivot_strokes_get_n (pivot_presentation_get_strokes (presentation)), ==, 1);
  pivot_presentation_clear_strokes (presentation);
  g_assert_cmpstr (pivot_lesson_step_get_strokes (step), ==, "[]");
  pivot_strokes_begin (pivot_presentation_get_strokes (presentation), 0.5, 0.5);
  pivot_presentation_strokes_drawn (presentation, TRUE);

  pivot_presentation_end (presentation);
  g_assert_cmpstr (pivot_lesson_step_get_strokes (step), ==, keep ? "[{\"points\":[0.5000,0.5000]}]" : "[]");

  assert_finalize_soon (presentation);
  assert_finalize_soon (lesson);
  assert_finalize_soon (dataset);
}

static void
test_stopwatch (void)
{
  PivotStopwatch watch = { 0 };
  g_autofree char *none = NULL, *minutes = NULL, *hours = NULL;

  pivot_stopwatch_toggle (&watch, 100);
  g_assert_cmpint (pivot_stopwatch_get (&watch, 130), ==, 30);
  pivot_stopwatch_toggle (&watch, 140);
  g_assert_cmpint (pivot_stopwatch_get (&watch, 900), ==, 40);
  pivot_stopwatch_toggle (&watch, 1000);
  g_assert_cmpint (pivot_stopwatch_get (&watch, 1005), ==, 45);
  pivot_stopwatch_reset (&watch, 1010);
  g_assert_cmpint (pivot_stopwatch_get (&watch, 1013), ==, 3);

  none = pivot_stopwatch_format (-5);
  minutes = pivot_stopwatch_format (245 * (gint64) G_USEC_PER_SEC + 999999);
  hours = pivot_stopwatch_format (3845 * (gint64) G_USEC_PER_SEC);
  g_assert_cmpstr (none, ==, "0:00");
  g_assert_cmpstr (minutes, ==, "4:05");
  g_assert_cmpstr (hours, ==, "1:04:05");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/presentation/strokes", test_strokes);
  g_test_add_func ("/presentation/limits", test_limits);
  g_test_add_func ("/presentation/damaged", test_damaged);
  g_test_add_func ("/presentation/jump", test_jump);
  g_test_add_func ("/presentation/steps", test_steps);
  g_test_add_data_func ("/presentation/kept", GINT_TO_POINTER (TRUE), test_kept);
  g_test_add_data_func ("/presentation/cleared", GINT_TO_POINTER (FALSE), test_kept);

  g_test_add_func ("/presentation/stopwatch", test_stopwatch);

  return g_test_run ();
}

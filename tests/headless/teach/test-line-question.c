/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-line-question.h"
#include "pivot-prediction.h"

#include <math.h>

#define POINT(x, value) "{\"x\": \"" x "\", \"value\": " value ", \"status\": \"published\", \"source\": \"book\"}"
#define LIMIT(x, value) "{\"x\": \"" x "\", \"value\": " value ", \"status\": \"published\", \"source\": \"book\", \"bound\": \"above\"}"
#define MISSING(x) "{\"x\": \"" x "\", \"value\": null, \"status\": \"missing\", \"note\": \"N\"}"
#define SERIES(id, unit, points) "{\"id\": \"" id "\", \"label\": \"S\", \"unit\": \"" unit "\", \"points\": [" points "]}"
#define FIGURE(id, axis, y_unit, series) \
  "{\"id\": \"" id "\", \"part\": 1, \"title\": \"T\", \"question\": \"Q?\", \"chart\": \"line\", \"coverage\": \"rebuilt\", " \
  "\"x\": {\"label\": \"X\", \"unit\": null, \"type\": \"" axis "\"}, \"y\": {\"label\": \"Y\", \"unit\": \"" y_unit "\", \"type\": \"number\"}, " \
  "\"series\": [" series "], \"statements\": [], \"caveats\": [], \"measures\": [], \"places\": [], \"firms\": [], \"sources\": [\"book\"]}"
#define SHOWN POINT ("2014", "10.5") ", " POINT ("2015", "20")

static PivotDataset *
load (const char *figures)
{
  g_autofree char *folder = make_tiny_folder (NULL, NULL);
  PivotDataset *dataset;

  write_file (folder, "figures.json", figures);
  dataset = load_folder (folder);
  remove_folder (folder);

  return dataset;
}

static void
test_list (void)
{
  g_autoptr(PivotDataset) dataset =
    load ("[" FIGURE ("f", "time", "%",
                      SERIES ("four", "%", SHOWN ", " POINT ("2016", "30") ", " MISSING ("2017") ", " POINT ("2018", "1")) ", "
                      SERIES ("three", "%", SHOWN ", " MISSING ("2017") ", " POINT ("2018", "1")) ", "
                      SERIES ("limit", "%", SHOWN ", " LIMIT ("2017", "5") ", " POINT ("2018", "1")))
          "]");
  g_autoptr(GPtrArray) list = pivot_line_question_list (dataset);
  g_autoptr(PivotDataset) bundled = load_bundled ();
  g_autoptr(PivotLineQuestion) question = NULL;

  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (list, 0), ==, "f/four");
  g_assert_null (pivot_line_question_new (dataset, "f/three", NULL));
  g_assert_null (pivot_line_question_new (dataset, "f/limit", NULL));
  /* Between sectors there is nothing that a line could stand for. */
  g_assert_nonnull (pivot_dataset_find_figure (bundled, "1-3a"));
  g_assert_null (pivot_line_question_new (bundled, "1-3a/deals-2021", NULL));
  g_assert_null (pivot_line_question_new (dataset, "f", NULL));
  g_assert_null (pivot_line_question_new (dataset, "h/four", NULL));

  /* What is missing is not among them. */
  question = pivot_line_question_new (dataset, "f/four", NULL);
  g_assert_cmpuint (question->points->len, ==, 4);
  g_assert_cmpstr (pivot_line_question_get_point (question, 0)->x, ==, "2014");
  g_assert_cmpstr (pivot_line_question_get_point (question, 3)->x, ==, "2018");
  g_assert_cmpuint (question->first_hidden, ==, 2);
  g_assert_cmpuint (pivot_line_question_get_decimals (question), ==, 1);
}

static void
test_from (void)
{
  static const struct { const char *from; guint first_hidden; } cases[] = {
    { NULL, 4 }, { "", 4 }, { "2018", 4 }, { "2016", 2 }, { "2021", 7 },
    /* Two at least are shown, and one at least is hidden. */
    { "2015", 4 }, { "2014", 4 }, { "2022", 4 }, { "x", 4 },
  };
  g_autoptr(PivotDataset) dataset = load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotLineQuestion) question = pivot_line_question_new (dataset, "1-1a/online-retail-growth", cases[i].from);

      g_test_message ("from %s", cases[i].from);
      g_assert_cmpuint (question->first_hidden, ==, cases[i].first_hidden);
    }
}

/* The scale is the same whatever is hidden. */
static void
test_range (void)
{
#define TWO(unit, a, b) FIGURE ("f", "time", unit, SERIES ("s", unit, SHOWN ", " POINT ("2016", a) ", " POINT ("2017", b)))
  static const struct { const char *figures; double min, max; } cases[] = {
    /* 9.5 a year, and two years that are hidden: four times as much. */
    { "[" TWO ("%", "30", "40") "]", 10.5 - 38, 20 + 38 },
    { "[" TWO ("%", "-9000", "5e9") "]", 10.5 - 38, 20 + 38 },
    { "[" TWO ("firms", "1", "2") "]", 0, 20 + 38 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotDataset) dataset = load (cases[i].figures);
      g_autoptr(PivotLineQuestion) question = pivot_line_question_new (dataset, "f/s", NULL);
      double min, max;

      pivot_line_question_get_range (question, &min, &max);
      /* Years are not equally long. */
      g_assert_cmpfloat_with_epsilon (min, cases[i].min, 0.2);
      g_assert_cmpfloat_with_epsilon (max, cases[i].max, 0.2);
    }
}

/* What is written, read and scored is what was hidden, and no more of it once more is shown. */
static void
test_narrow (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(PivotLineQuestion) question = pivot_line_question_new (dataset, "1-1a/online-retail-growth", "2019");
  g_autoptr(GPtrArray) guesses = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_guess_free), again = NULL;
  g_autoptr(PivotGuess) narrow = NULL;
  PivotGuess *guess = pivot_guess_new (PIVOT_GUESS_LINE, "Red", question->about);
  g_autofree char *text = NULL;
  PivotPredictionScore score;
  double value;

  g_ptr_array_add (guesses, guess);
  pivot_guess_set (guess, "2018", 1000);
  for (guint i = question->first_hidden; i < question->points->len; i++)
    {
      const PivotPoint *point = pivot_line_question_get_point (question, i);

      pivot_guess_set (guess, point->x, point->value->number + (i % 2 == 0 ? 1.5 : -2.5));
    }
  text = pivot_guesses_write (guesses);
  again = pivot_guesses_read (text, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  narrow = pivot_line_question_narrow (question, g_ptr_array_index (again, 0));
  g_assert_cmpstr (narrow->team, ==, "Red");
  g_assert_cmpuint (narrow->keys->len, ==, 3);
  g_assert_false (pivot_guess_get (narrow, "2018", &value));
  pivot_prediction_score_line (dataset, narrow, &score);
  g_assert_cmpuint (score.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (score.score, (2.5 + 1.5 + 2.5) / 3, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teach/line-question/list", test_list);
  g_test_add_func ("/teach/line-question/from", test_from);
  g_test_add_func ("/teach/line-question/range", test_range);
  g_test_add_func ("/teach/line-question/narrow", test_narrow);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-quiz-text.h"
#include "pivot-session-options.h"
#include "../finalize.h"

#include <math.h>

#define N_SEEDS 1000

static const PivotQuizPlan all = { .seed = 1, .length = 20, .kinds = PIVOT_QUIZ_ALL_KINDS };

/* Everything that a question asks, so that two can be compared. */
static char *
write_question (PivotQuizQuestion *question)
{
  GString *string = g_string_new (NULL);
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (question, &n);

  g_string_append_printf (string, "%d %d", pivot_quiz_question_get_kind (question), pivot_quiz_question_get_place (question));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, " %u", choices[i]);

  return g_string_free (string, FALSE);
}

static char *
write_quiz (PivotQuiz *quiz)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pivot_quiz_get_n_questions (quiz); i++)
    {
      g_autofree char *question = write_question (pivot_quiz_get_question (quiz, i));

      g_string_append_printf (string, "%s\n", question);
    }

  return g_string_free (string, FALSE);
}

/* Right answers, found in another way than the quiz finds them. */
static gboolean
is_right (PivotDataset      *dataset,
          PivotQuizQuestion *question,
          guint              place)
{
  PivotGeometry *boundaries = pivot_dataset_get_boundaries (dataset);
  int about = pivot_quiz_question_get_place (question);
  PivotMeasure *measure = pivot_quiz_question_get_measure (question);
  const guint *choices;
  guint n;

  switch (pivot_quiz_question_get_kind (question))
    {
    case PIVOT_QUIZ_HIGHER:
      choices = pivot_quiz_question_get_choices (question, &n);
      for (guint i = 0; i < n; i++)
        if (choices[i] != place && pivot_measure_get_value (measure, choices[i])->number >=
                                   pivot_measure_get_value (measure, place)->number)
          return FALSE;
      return place == choices[0] || place == choices[1];
    case PIVOT_QUIZ_NEIGHBOUR:
      /* From the other side. */
      choices = pivot_geometry_get_neighbours (boundaries, place, &n);
      for (guint i = 0; i < n; i++)
        if (choices[i] == (guint) about)
          return TRUE;
      return FALSE;
    case PIVOT_QUIZ_FIND:
    case PIVOT_QUIZ_NAME:
    default:
      return (int) place == about;
    }
}

static void
check_question (PivotDataset      *dataset,
                PivotQuizQuestion *question)
{
  PivotMeasure *measure = pivot_quiz_question_get_measure (question);
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (question, &n);

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      gboolean offered = n == 0;

      for (guint j = 0; j < n; j++)
        offered |= choices[j] == i;
      if (offered)
        g_assert_cmpint (pivot_quiz_question_accepts (question, (int) i), ==, is_right (dataset, question, i));
    }
  g_assert_false (pivot_quiz_question_accepts (question, -1));

  for (guint i = 0; i < n && measure != NULL; i++)
    g_assert_false (pivot_value_is_missing (pivot_measure_get_value (measure, choices[i])));
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_cmpstr (pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, choices[i]))), !=,
                       pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, choices[j]))));
}

/* Every question over many seeds has the answers that it should have, and no other. */
static void
test_answers (void)
{
  PivotDataset *dataset = load_bundled ();
  GListModel *measures = pivot_dataset_get_measures (dataset);
  guint n_of_kind[PIVOT_N_QUIZ_KINDS] = { 0 };

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, seed % g_list_model_get_n_items (measures));
      PivotQuizPlan plan = { .seed = seed, .length = 12, .kinds = PIVOT_QUIZ_ALL_KINDS, .measure = measure };
      g_autoptr(PivotQuiz) quiz = pivot_quiz_new (dataset, &plan);
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpuint (pivot_quiz_get_n_questions (quiz), ==, 12);
      for (guint i = 0; i < 12; i++)
        {
          PivotQuizQuestion *question = pivot_quiz_get_question (quiz, i);

          n_of_kind[pivot_quiz_question_get_kind (question)]++;
          check_question (dataset, question);
          g_assert_true (g_hash_table_add (seen, write_question (question)));
        }
    }

  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    g_assert_cmpuint (n_of_kind[i], >, N_SEEDS);
  assert_finalize_soon (dataset);
}

static void
test_seed (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotQuizPlan plan = all;
  g_autofree char *first = NULL, *again = NULL, *other = NULL;
  g_autoptr(PivotQuiz) one = NULL, two = NULL, three = NULL;

  plan.measure = pivot_dataset_find_measure (dataset, "lg-share");
  one = pivot_quiz_new (dataset, &plan);
  two = pivot_quiz_new (dataset, &plan);
  plan.seed = 2;
  three = pivot_quiz_new (dataset, &plan);
  first = write_quiz (one);
  again = write_quiz (two);
  other = write_quiz (three);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  g_clear_object (&one);
  g_clear_object (&two);
  g_clear_object (&three);
  assert_finalize_soon (dataset);
}

/* The default view of the tiny dataset names both. */
#define MEASURE(id, values) \
  "{\"id\": \"" id "\", \"label\": \"M\", \"short\": \"M\", \"unit\": \"points\", \"decimals\": 1, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {" values "}}"
#define BOUND(number, bound) \
  "{\"value\": " #number ", \"status\": \"published\", \"source\": \"book\", \"bound\": \"" bound "\"}"

/* Two places of the tiny dataset: "XX-A" is 0, "XX-B" is 1. */
static const struct
{
  const char *name;
  const char *values;
  gboolean    a_higher;
  gboolean    b_higher;
} pairs[] = {
  { "exact", "\"XX-A\": 2, \"XX-B\": 1", TRUE, FALSE },
  { "tie", "\"XX-A\": 2, \"XX-B\": 2", FALSE, FALSE },
  { "printed-alike", "\"XX-A\": 2.01, \"XX-B\": 2.04", FALSE, FALSE },
  { "missing", "\"XX-A\": 2", FALSE, FALSE },
  { "about", "\"XX-A\": " BOUND (9, "about") ", \"XX-B\": 1", FALSE, FALSE },
  { "above-decides", "\"XX-A\": " BOUND (9, "above") ", \"XX-B\": 9", TRUE, FALSE },
  { "above-undecided", "\"XX-A\": " BOUND (9, "above") ", \"XX-B\": 10", FALSE, FALSE },
  { "below-decides", "\"XX-A\": " BOUND (3, "below") ", \"XX-B\": 3", FALSE, TRUE },
  { "below-undecided", "\"XX-A\": " BOUND (3, "below") ", \"XX-B\": 2", FALSE, FALSE },
  { "both-above", "\"XX-A\": " BOUND (9, "above") ", \"XX-B\": " BOUND (1, "above"), FALSE, FALSE },
};

static void
test_pair (gconstpointer data)
{
  const char *values = pairs[GPOINTER_TO_UINT (data)].values;
  g_autofree char *measures = g_strdup_printf ("[" MEASURE ("alpha", "") ", " MEASURE ("beta", "%s") "]", values);
  g_autoptr(PivotDataset) dataset = load_tiny (measures, NULL);
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, "beta");
  PivotQuizPlan plan = { .length = 10, .kinds = 1 << PIVOT_QUIZ_HIGHER, .measure = measure };
  g_autoptr(PivotQuiz) quiz = pivot_quiz_new (dataset, &plan);
  gboolean a = pairs[GPOINTER_TO_UINT (data)].a_higher, b = pairs[GPOINTER_TO_UINT (data)].b_higher;

  g_assert_cmpint (pivot_quiz_is_higher (measure, 0, 1), ==, a);
  g_assert_cmpint (pivot_quiz_is_higher (measure, 1, 0), ==, b);
  /* What does not decide is never asked. */
  g_assert_cmpuint (pivot_quiz_get_n_questions (quiz), ==, a || b ? 1 : 0);
}

/* Answers stand in the session: what is undone there was not answered. */
static void
test_round (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  PivotQuizRound *round = pivot_quiz_round_new (session);
  PivotQuizQuestion *question;
  g_autofree char *before = NULL, *sheet = NULL, *view = NULL;
  g_auto(GStrv) lines = NULL;
  guint n;
  int place;

  pivot_session_set_dataset (session, dataset);
  g_assert_null (pivot_quiz_round_get_quiz (round));
  pivot_quiz_round_set_length (round, 3);
  g_assert_true (pivot_quiz_round_begin (round, 42));
  g_assert_cmpuint (pivot_quiz_get_n_questions (pivot_quiz_round_get_quiz (round)), ==, 3);

  /* Nobody goes on without an answer. */
  pivot_quiz_round_next (round);
  g_assert_cmpuint (pivot_quiz_round_get_position (round), ==, 0);
  question = pivot_quiz_round_get_question (round);
  before = pivot_session_to_json (session);
  place = (int) pivot_quiz_question_get_right (question, &n)[0];
  pivot_quiz_round_answer (round, place);
  pivot_quiz_round_answer (round, -1);
  g_assert_true (pivot_quiz_round_get_answer (round, 0, &place));
  g_assert_true (pivot_quiz_question_accepts (question, place));
  g_assert_cmpuint (pivot_quiz_round_count_right (round, PIVOT_N_QUIZ_KINDS), ==, 1);

  g_assert_true (pivot_session_apply_json (session, before, FALSE, NULL));
  g_assert_false (pivot_quiz_round_get_answer (round, 0, &place));

  for (guint i = 0; i < 3; i++)
    {
      pivot_quiz_round_answer (round, -1);
      pivot_quiz_round_next (round);
    }
  g_assert_cmpuint (pivot_quiz_round_get_position (round), ==, 3);
  g_assert_null (pivot_quiz_round_get_question (round));
  g_assert_cmpuint (pivot_quiz_round_count_asked (round, PIVOT_N_QUIZ_KINDS), ==, 3);
  g_assert_cmpuint (pivot_quiz_round_count_right (round, PIVOT_N_QUIZ_KINDS), ==, 0);
  sheet = pivot_quiz_text_sheet (round);
  lines = g_strsplit (sheet, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);

  pivot_quiz_round_leave (round);
  pivot_quiz_round_set_length (round, PIVOT_QUIZ_DEFAULT_LENGTH);
  view = pivot_session_to_json (session);
  g_assert_null (strstr (view, "quiz"));
  g_assert_null (pivot_quiz_round_get_quiz (round));

  g_assert_finalize_object (round);
  g_assert_finalize_object (session);
}

/* What is said of where a place lies never names it. */
static void
test_where (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      g_autofree char *name = pivot_quiz_text_place (dataset, i, PIVOT_QUIZ_NAMES_EN);
      g_autofree char *alone = pivot_quiz_text_where (dataset, i, FALSE, PIVOT_QUIZ_NAMES_EN);
      g_autofree char *named = pivot_quiz_text_where (dataset, i, TRUE, PIVOT_QUIZ_NAMES_EN);

      g_assert_null (strstr (alone, name));
      g_assert_null (strstr (named, name));
    }

  {
    guint xinjiang = (guint) pivot_dataset_get_place_index (dataset, "CN-XJ");
    guint hainan = (guint) pivot_dataset_get_place_index (dataset, "CN-HI");
    g_autofree char *west = pivot_quiz_text_where (dataset, xinjiang, FALSE, PIVOT_QUIZ_NAMES_EN);
    g_autofree char *south = pivot_quiz_text_where (dataset, hainan, TRUE, PIVOT_QUIZ_NAMES_EN);

    g_assert_cmpstr (west, ==, "A place in the west, with 3 neighbours");
    g_assert_cmpstr (south, ==, "A place in the south, without neighbours");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiz/answers", test_answers);
  g_test_add_func ("/quiz/seed", test_seed);
  g_test_add_func ("/quiz/round", test_round);
  g_test_add_func ("/quiz/where", test_where);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/quiz/higher/", pairs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }

  return g_test_run ();
}

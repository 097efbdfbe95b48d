/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "marking.h"
#include "pivot-session-options.h"
#include "pivot-worksheet.h"
#include "../finalize.h"

#define N_SEEDS 10

/* All of what a view gives, over many seeds and levels. seen: by marker; counts questions. */
static void
mark_many (PivotDataset *dataset,
           const char   *measure,
           const char   *against,
           guint        *seen)
{
  g_autoptr(PivotSession) session = pivot_session_new ();

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, measure);
  pivot_session_set_against (session, against);
  for (guint seed = 0; seed < N_SEEDS; seed++)
    for (int level = -1; level < PIVOT_N_LEVELS; level++)
      {
        PivotWorksheetOptions options = { seed, PIVOT_WORKSHEET_MAX_QUESTIONS, level };
        g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);

        for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
          {
            PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);

            if (level >= 0)
              g_assert_cmpint (pivot_question_get_level (question), ==, level);
            seen[mark (dataset, question)]++;
          }
      }
}

static void
test_answers (void)
{
  static const char * const views[][2] = {
    { "talent-gap", "subsidy-score" }, { "lg-share", "pg-share" }, { "lg-per-million", "degree-share" },
    { "lg-count-2021", "population-2020" }, { "subsidy-score", "talent-gap-printed" },
  };
  PivotDataset *dataset = load_bundled ();
  g_autofree guint *seen = g_new0 (guint, n_markers);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    mark_many (dataset, views[i][0], views[i][1], seen);
  for (guint i = 0; i < n_markers; i++)
    {
      g_test_message ("%s: %u", markers[i].kind, seen[i]);
      g_assert_cmpuint (seen[i], >, 0);
    }

  assert_finalize_soon (dataset);
}

/* The bundled dataset with other values, as text is replaced by text. */
static PivotDataset *
load_bent (const char * const *pairs)
{
  const char *bundled = g_getenv ("PIVOT_TEST_DATASET");
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("pivot-bent-XXXXXX", &error);
  g_autoptr(GDir) dir = g_dir_open (bundled, 0, &error);
  PivotDataset *dataset;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (bundled, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) string = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      string = g_string_new (text);
      for (guint i = 0; g_str_equal (name, "measures.json") && pairs[i] != NULL; i += 2)
        g_assert_cmpuint (g_string_replace (string, pairs[i], pairs[i + 1], 1), ==, 1);
      write_file (folder, name, string->str);
    }
  dataset = load_folder (folder);
  remove_folder (folder);

  return dataset;
}

/* A limit is in no question, and where there is one there is no highest and no rank; tied places are all right. */
static void
test_limits_and_ties (void)
{
  static const char * const pairs[] = {
    "\"CN-ZJ\": 9.87",
    "\"CN-ZJ\": {\"value\": 9.87, \"bound\": \"above\", \"status\": \"published\", \"source\": \"cortese-2022-4\"}",
    "\"CN-HN\": 16", "\"CN-HN\": 15",
    NULL
  };
  PivotDataset *dataset = load_bent (pairs);
  g_autofree guint *seen = g_new0 (guint, n_markers);
  PivotWorksheetOptions options = { 1, 12, PIVOT_LEVEL_FIND };
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotWorksheet) worksheet = NULL;
  guint tied = 0;

  mark_many (dataset, "lg-share", "pg-share", seen);
  mark_many (dataset, "subsidy-score", "lg-share", seen);

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, "subsidy-score");
  pivot_session_set_against (session, "lg-share");
  worksheet = pivot_worksheet_new (session, &options);
  for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);
      guint n;

      if (!g_str_equal (pivot_question_get_kind (question), "highest"))
        continue;
      g_assert_cmpstr (pivot_question_get_measure (question), ==, "subsidy-score");
      pivot_question_get_accepted (question, &n);
      g_assert_cmpuint (n, ==, 2);
      tied++;
    }
  g_assert_cmpuint (tied, ==, 1);

  g_clear_object (&worksheet);
  g_clear_object (&session);
  assert_finalize_soon (dataset);
}

static char *
print_keys (PivotSession *session,
            guint         seed)
{
  PivotWorksheetOptions options = { seed, 12, -1 };
  g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);
  GString *string = g_string_new (NULL);

  g_assert_cmpuint (pivot_worksheet_get_n (worksheet), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (worksheet)), ==, 12);
      g_string_append_printf (string, "%d %s\n", (int) pivot_question_get_level (question), pivot_question_get_key (question));
    }

  return g_string_free (string, FALSE);
}

/* The same seed gives the same, another another; no question comes twice, and the levels follow one another. */
static void
test_seeds (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  g_autofree char *first = NULL;

  pivot_session_set_dataset (session, dataset);
  first = g_strchomp (print_keys (session, 7));
  for (guint seed = 1; seed < 30; seed++)
    {
      g_autofree char *keys = g_strchomp (print_keys (session, seed));
      g_auto(GStrv) lines = g_strsplit (keys, "\n", -1);
      g_autofree char *again = g_strchomp (print_keys (session, seed));

      g_assert_cmpstr (again, ==, keys);
      g_assert_cmpint (g_str_equal (keys, first), ==, seed == 7);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_false (g_strv_contains ((const char * const *) lines + i + 1, lines[i]));
          g_assert_true (i == 0 || lines[i][0] >= lines[i - 1][0]);
        }
      g_assert_true (g_str_has_prefix (lines[0], "0") && g_str_has_prefix (lines[6], "1") && g_str_has_prefix (lines[11], "2"));
    }

  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* What is asked does not hang on the language in which it is asked. */
static void
test_languages (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 5, 12, PIVOT_LEVEL_FIND };

  pivot_session_set_dataset (session, dataset);
  for (guint seed = 1; seed < 12; seed++)
    {
      g_autofree char *english = print_keys (session, seed);
      g_autofree char *chinese = NULL;

      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      chinese = print_keys (session, seed);
      if (seed == 5)
        {
          g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);

          g_assert_cmpint (g_utf8_strlen (pivot_question_get_text (pivot_worksheet_get_question (worksheet, 0)), -1), <,
                           (glong) strlen (pivot_question_get_text (pivot_worksheet_get_question (worksheet, 0))) - 6);
        }
      g_unsetenv ("LANGUAGE");
      g_assert_cmpstr (chinese, ==, english);
    }

  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* Places are drawn from those that are selected. */
static void
test_selection (void)
{
  static const char * const ids[] = { "CN-BJ", "CN-SH", "CN-JS", "CN-ZJ", "CN-TJ" };
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 3, 30, PIVOT_LEVEL_COMPARE };
  PivotWorksheet *worksheet;
  guint n_named = 0;

  pivot_session_set_dataset (session, dataset);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    pivot_session_select_one (session, (guint) pivot_dataset_get_place_index (dataset, ids[i]), PIVOT_SELECT_ADD);
  worksheet = pivot_worksheet_new (session, &options);
  for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);
      const char *kind = pivot_question_get_kind (question);
      guint n;
      const guint *places = pivot_question_get_places (question, &n);

      if (g_str_equal (kind, "group") || g_str_equal (kind, "neighbours"))
        continue;
      for (guint k = 0; k < n; k++, n_named++)
        g_assert_true (pivot_session_is_selected (session, places[k]));
    }
  g_assert_cmpuint (n_named, >, 8);

  g_object_unref (worksheet);
  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* A dataset that gives little gives few questions, and none without one. */
static void
test_little (void)
{
  PivotDataset *dataset = load_tiny (NULL, NULL);
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 1, 40, -1 };
  PivotWorksheet *none = pivot_worksheet_new (session, &options);
  PivotWorksheet *few;

  g_assert_cmpuint (pivot_worksheet_get_n (none), ==, 0);
  g_assert_null (pivot_worksheet_get_question (none, 0));
  pivot_session_set_dataset (session, dataset);
  few = pivot_worksheet_new (session, &options);
  g_assert_cmpuint (pivot_worksheet_get_n (few), >, 0);
  g_assert_cmpuint (pivot_worksheet_get_n (few), <, 40);
  for (guint i = 0; i < pivot_worksheet_get_n (few); i++)
    mark (dataset, pivot_worksheet_get_question (few, i));

  g_object_unref (none);
  g_object_unref (few);
  g_object_unref (session);
  assert_finalize_soon (dataset);
}

static void
test_options (void)
{
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options;

  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 1 && options.n_questions == 10 && options.level == -1);
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_SEED, "42");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, "3");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_LEVEL, "explain");
  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 42 && options.n_questions == 3 && options.level == PIVOT_LEVEL_EXPLAIN);
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_SEED, "-1");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, "many");
  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 1 && options.n_questions == 10);

  assert_finalize_soon (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worksheet/answers", test_answers);
  g_test_add_func ("/worksheet/limits-and-ties", test_limits_and_ties);
  g_test_add_func ("/worksheet/seeds", test_seeds);
  g_test_add_func ("/worksheet/languages", test_languages);
  g_test_add_func ("/worksheet/selection", test_selection);
  g_test_add_func ("/worksheet/little", test_little);
  g_test_add_func ("/worksheet/options", test_options);

  return g_test_run ();
}

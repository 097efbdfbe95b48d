/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-lesson-fit.h"

#include <string.h>

/* Views of some dataset, met by the tiny one: measures alpha, beta and gap, places XX-A, XX-B and CN-ZJ, no firm. */
static const struct
{
  const char *name;
  const char *view;
  const char *fitting;   /* NULL: the same bytes */
  const char *said;      /* sentences, a line each */
} cases[] = {
  { "fits", "{\"measure\":\"alpha\", \"selection\":[\"CN-ZJ\"]}", NULL, "" },
  { "empty", "{}", NULL, "" },
  { "measure", "{\"measure\":\"lg-share\",\"method\":\"manual\",\"breaks\":[1,2],\"cuts\":[\"1\"],\"reversed\":true}",
    "{\"reversed\":true}", "There is no measure “lg-share” here." },
  { "against", "{\"against\":\"x\",\"measure\":\"alpha\"}", "{\"measure\":\"alpha\"}", "There is no measure “x” here." },
  { "places", "{\"selection\":[\"CN-BJ\",\"XX-A\",\"CN-SH\"],\"focus\":\"CN-BJ\"}", "{\"selection\":[\"XX-A\"]}",
    "There are no places “CN-BJ”, “CN-SH” here.\nThere is no place “CN-BJ” here." },
  { "many-places", "{\"selection\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}", "{}",
    "There are no places “a”, “b”, “c”, “d”, “e” … here." },
  { "firm", "{\"firm\":\"huawei\",\"firms-selected\":[\"huawei\"],\"timeline-range\":\"huawei 2010/2012\"}", "{}",
    "There is no firm “huawei” here.\nThere is no firm “huawei” here.\nThere is no firm “huawei 2010/2012” here." },
  { "no-firm", "{\"firm\":null}", NULL, "" },
  { "figure", "{\"figure\":\"1-1a\",\"hidden-series\":[\"1-1a/s\"]}", "{}",
    "There is no figure “1-1a” here.\nThere is no figure “1-1a/s” here." },
  { "line", "{\"predict-line\":\"1-1a/s\"}", "{}", "There is no figure “1-1a/s” here." },
  { "story", "{\"story-step\":\"3/2\"}", "{}", "The story has no step “3/2” here." },
  { "figures", "{\"story-step\":\"figures\"}", NULL, "" },
  { "word", "{\"layout\":\"globe\",\"classes\":4}", "{\"classes\":4}", "This cannot be shown: " },
  { "type", "{\"classes\":\"four\",\"reversed\":true}", "{\"reversed\":true}", "This cannot be shown: " },
  { "no-json", "{", "{}", "The view of this step cannot be read." },
};

static void
test_view (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (cases[i].view);
      g_autoptr(PivotSession) session = pivot_session_new ();
      g_autofree char *fitting = pivot_lesson_fit_view (dataset, cases[i].view, NULL);
      g_auto(GStrv) said = pivot_lesson_fit_check_step (dataset, step);
      g_autofree char *text = g_strjoinv ("\n", said);

      g_test_message ("%s: %s", cases[i].name, text);
      g_assert_cmpstr (fitting, ==, cases[i].fitting != NULL ? cases[i].fitting : cases[i].view);
      if (g_str_has_suffix (cases[i].said, " "))
        g_assert_true (g_str_has_prefix (text, cases[i].said));
      else
        g_assert_cmpstr (text, ==, cases[i].said);

      pivot_session_set_dataset (session, dataset);
      g_assert_true (pivot_session_apply_json (session, fitting, FALSE, NULL));
    }
}

/* The rest still works. */
static void
test_show (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new ("{\"measure\":\"none\",\"against\":\"gap\",\"selection\":[\"CN-BJ\",\"XX-B\"],"
                                                           "\"classes\":4}");

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, "alpha");
  pivot_lesson_fit_show (session, step);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (session)), ==, "beta");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_against (session)), ==, "gap");
  g_assert_cmpuint (pivot_session_get_n_selected (session), ==, 1);
  g_assert_true (pivot_session_is_selected (session, 1));
  g_assert_cmpuint (pivot_session_get_classes (session), ==, 4);
}

static void
test_lesson (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL), bundled = load_bundled (), changed = NULL;
  g_autoptr(PivotLesson) lesson = pivot_lesson_new ("a");
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new ("{\"selection\":[\"XX-A\"]}");
  g_autofree char *same = NULL, *other = NULL, *later = NULL, *unknown = NULL;

  pivot_lesson_insert (lesson, 0, step);
  unknown = pivot_lesson_fit_check_lesson (bundled, lesson);
  g_assert_cmpstr (unknown, ==, "1 step names what this dataset does not have; that is left out.");

  pivot_lesson_set_origin_dataset (lesson, dataset);
  same = pivot_lesson_fit_check_lesson (dataset, lesson);
  g_assert_cmpstr (same, ==, NULL);
  other = pivot_lesson_fit_check_lesson (bundled, lesson);
  g_assert_cmpstr (other, ==, "This lesson was made with another dataset, “Tiny”. "
                              "1 step names what this dataset does not have; that is left out.");

  changed = load_tiny ("[{\"id\": \"beta\", \"label\": \"Beta\", \"short\": \"B\", \"unit\": \"firms\", \"decimals\": 1, \"period\": null, "
                       "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", "
                       "\"status\": \"published\", \"values\": {\"CN-ZJ\": 9}}, "
                       "{\"id\": \"alpha\", \"label\": \"Alpha\", \"short\": \"A\", \"unit\": \"%\", \"decimals\": 1, \"period\": null, "
                       "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", "
                       "\"status\": \"published\", \"values\": {\"CN-ZJ\": 9}}]", NULL);
  later = pivot_lesson_fit_check_lesson (changed, lesson);
  g_assert_cmpstr (later, ==, "The data have changed since this lesson was made.");
}

/* The four parts of the story are shown as they are. */
static void
test_supplied (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  GListModel *stories = pivot_dataset_get_stories (dataset);

  g_assert_cmpuint (g_list_model_get_n_items (stories), ==, 4);
  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);
      g_autoptr(PivotLesson) lesson = pivot_lesson_new_from_story (dataset, story);
      g_autofree char *said = pivot_lesson_fit_check_lesson (dataset, lesson);

      g_assert_cmpstr (said, ==, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lesson-fit/view", test_view);
  g_test_add_func ("/lesson-fit/show", test_show);
  g_test_add_func ("/lesson-fit/lesson", test_lesson);
  g_test_add_func ("/lesson-fit/supplied", test_supplied);

  return g_test_run ();
}

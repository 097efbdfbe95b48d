/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-history.h"
#include "pivot-present-story.h"
#include "pivot-session-options.h"

/* From the first step to the last, and back: each is met once, in order, and its figure and view exist. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  PivotStoryPlace place, last;
  guint n = 1, total = 0;
  GListModel *stories = pivot_dataset_get_stories (fixture->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);

      total += g_list_model_get_n_items (pivot_story_get_steps (story));
    }

  g_assert_true (pivot_present_story_place (fixture->session, &place));
  g_assert_cmpuint (place.part, ==, 0);
  g_assert_cmpuint (place.index, ==, 0);
  g_assert_cmpuint (place.n_parts, ==, 4);
  g_assert_false (pivot_present_story_can_move (fixture->session, -1));

  for (; pivot_present_story_move (fixture->session, 1); n++)
    {
      const char *figure;

      last = place;
      g_assert_true (pivot_present_story_place (fixture->session, &place));
      g_assert_true (place.part > last.part ? place.index == 0 : place.index == last.index + 1);
      figure = pivot_step_get_figure (place.step);
      g_assert_true (figure == NULL || pivot_dataset_find_figure (fixture->dataset, figure) != NULL);
    }
  g_assert_cmpuint (n, ==, total);
  g_assert_cmpuint (place.part, ==, 3);

  while (pivot_present_story_move (fixture->session, -1))
    n--;
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (pivot_session_get_word (fixture->session, PIVOT_OPTION_STORY_STEP), ==, "1/1");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *word; guint part, index; } rows[] = {
    { "2/3", 1, 2 }, { "", 0, 0 }, { "9/1", 0, 0 }, { "2/99", 0, 0 }, { "2", 0, 0 }, { "2/0", 0, 0 }, { "-1/-1", 0, 0 },
    { "2/3/4", 0, 0 }, { PIVOT_STORY_FIGURES, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PivotStoryPlace place;

      pivot_session_set_word (fixture->session, PIVOT_OPTION_STORY_STEP, rows[i].word);
      g_assert_true (pivot_present_story_place (fixture->session, &place));
      g_assert_cmpuint (place.part, ==, rows[i].part);
      g_assert_cmpuint (place.index, ==, rows[i].index);
    }
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  PivotFigure *figure;

  g_assert_null (pivot_present_story_figure (fixture->session));
  g_assert_false (pivot_present_story_is_figures (fixture->session));

  /* The view of a step names its figure: that is the step, not a figure by itself. */
  pivot_session_set_figure (fixture->session, "1-1a");
  g_assert_null (pivot_present_story_figure (fixture->session));
  pivot_session_set_figure (fixture->session, "4-2");
  figure = pivot_present_story_figure (fixture->session);
  g_assert_cmpstr (pivot_figure_get_id (figure), ==, "4-2");
  g_assert_false (pivot_present_story_move (fixture->session, 1));

  pivot_present_story_show_figure (fixture->session, "1-1a");
  g_assert_cmpstr (pivot_figure_get_id (pivot_present_story_figure (fixture->session)), ==, "1-1a");
  pivot_present_story_show_figure (fixture->session, NULL);
  g_assert_cmpstr (pivot_figure_get_id (pivot_present_story_figure (fixture->session)), ==, "1-1a");

  pivot_present_story_go (fixture->session, 1, 1);
  g_assert_false (pivot_present_story_is_figures (fixture->session));
  g_assert_null (pivot_session_get_figure (fixture->session));
}

/* The view of a step is one step of the history, and the story stays where it was. */
static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotHistory) history = pivot_history_new (fixture->session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PivotStoryPlace place;

  pivot_session_set_page (fixture->session, PIVOT_PAGE_STORY);
  pivot_present_story_go (fixture->session, 1, 1);
  pivot_history_flush (history);
  before = pivot_session_to_json (fixture->session);

  g_assert_true (pivot_present_story_place (fixture->session, &place));
  g_assert_cmpint (pivot_present_story_get_page (fixture->dataset, place.step), ==, PIVOT_PAGE_MAP);
  pivot_present_story_apply (fixture->session, place.step);
  pivot_history_flush (history);
  g_assert_cmpint (pivot_session_get_page (fixture->session), ==, PIVOT_PAGE_MAP);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (fixture->session)), ==, "talent-gap");
  g_assert_cmpuint (pivot_session_get_n_selected (fixture->session), ==, 10);
  g_assert_cmpstr (pivot_session_get_word (fixture->session, PIVOT_OPTION_STORY_STEP), ==, "2/2");

  pivot_history_back (history);
  after = pivot_session_to_json (fixture->session);
  g_assert_cmpstr (after, ==, before);
}

/* The numbers of the figure, where the view of a step names the page of tables. */
static void
test_apply_data (Fixture       *fixture,
                 gconstpointer  data)
{
  PivotStoryPlace place;

  pivot_present_story_go (fixture->session, 2, 1);
  g_assert_true (pivot_present_story_place (fixture->session, &place));
  g_assert_cmpint (pivot_present_story_get_page (fixture->dataset, place.step), ==, PIVOT_PAGE_DATA);
  pivot_present_story_apply (fixture->session, place.step);
  g_assert_cmpstr (pivot_session_get_word (fixture->session, PIVOT_OPTION_TABLE), ==, "points");
  g_assert_cmpstr (pivot_session_get_word (fixture->session, PIVOT_OPTION_TABLE_FILTER), ==,
                   pivot_text_get (pivot_figure_get_title (pivot_dataset_find_figure (fixture->dataset, "3-1"))));
}

static void
test_empty (void)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  PivotStoryPlace place;

  g_assert_false (pivot_present_story_place (session, &place));
  g_assert_false (pivot_present_story_is_figures (session));
  g_assert_false (pivot_present_story_move (session, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present/story/walk", Fixture, NULL, set_up, test_walk, tear_down);
  g_test_add ("/present/story/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/present/story/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/present/story/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/present/story/apply-data", Fixture, NULL, set_up, test_apply_data, tear_down);
  g_test_add_func ("/present/story/empty", test_empty);

  return g_test_run ();
}

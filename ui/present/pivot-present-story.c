/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-story.h"

#include "pivot-session-options.h"

#include <string.h>

/* The list owns what is in it, for as long as the dataset lives. */
static gpointer
peek (GListModel *list,
      guint       i)
{
  g_autoptr(GObject) item = g_list_model_get_item (list, i);

  return item;
}

static GListModel *
get_stories (PivotSession *session)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);

  return dataset != NULL ? pivot_dataset_get_stories (dataset) : NULL;
}

static guint
count_steps (GListModel *stories,
             guint       part)
{
  return g_list_model_get_n_items (pivot_story_get_steps (peek (stories, part)));
}

/* "2/3", both from 1; parts by their number in the dataset. */
static void
parse (GListModel *stories,
       const char *word,
       guint      *part,
       guint      *index)
{
  guint64 numbers[2] = { 0, 0 };
  g_auto(GStrv) words = g_strsplit (word, "/", -1);

  *part = *index = 0;
  if (g_strv_length (words) != 2 || !g_ascii_string_to_unsigned (words[0], 10, 0, G_MAXUINT, &numbers[0], NULL) ||
      !g_ascii_string_to_unsigned (words[1], 10, 1, G_MAXUINT, &numbers[1], NULL))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    if (pivot_story_get_part (peek (stories, i)) == numbers[0] && numbers[1] <= count_steps (stories, i))
      {
        *part = i;
        *index = (guint) numbers[1] - 1;
      }
}

/**
 * pivot_present_story_place:
 * @session: a session
 * @place: (out caller-allocates): where it is
 *
 * Finds out which step of the story is shown, or would be if no figure were.
 *
 * Returns: %FALSE if there is no story
 */
gboolean
pivot_present_story_place (PivotSession    *session,
                           PivotStoryPlace *place)
{
  GListModel *stories;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  stories = get_stories (session);
  if (stories == NULL || g_list_model_get_n_items (stories) == 0)
    return FALSE;

  parse (stories, pivot_session_get_word (session, PIVOT_OPTION_STORY_STEP), &place->part, &place->index);
  place->n_parts = g_list_model_get_n_items (stories);
  place->n_steps = count_steps (stories, place->part);
  if (place->n_steps == 0)
    return FALSE;

  place->story = peek (stories, place->part);
  place->step = peek (pivot_story_get_steps (place->story), place->index);

  return TRUE;
}

/**
 * pivot_present_story_is_figures:
 * @session: a session
 *
 * Tells whether all figures are listed, and not the steps.
 *
 * Returns: %TRUE if so
 */
gboolean
pivot_present_story_is_figures (PivotSession *session)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  return strcmp (pivot_session_get_word (session, PIVOT_OPTION_STORY_STEP), PIVOT_STORY_FIGURES) == 0 ||
         pivot_present_story_figure (session) != NULL;
}

/**
 * pivot_present_story_figure:
 * @session: a session
 *
 * Gets the figure that is shown by itself: one that is not merely that of the step.
 *
 * Returns: (transfer none) (nullable): the figure
 */
PivotFigure *
pivot_present_story_figure (PivotSession *session)
{
  const char *id;
  gboolean listed;
  PivotStoryPlace place;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  id = pivot_session_get_figure (session);
  listed = strcmp (pivot_session_get_word (session, PIVOT_OPTION_STORY_STEP), PIVOT_STORY_FIGURES) == 0;
  if (id == NULL)
    return listed && get_stories (session) != NULL
      ? peek (pivot_dataset_get_figures (pivot_session_get_dataset (session)), 0) : NULL;
  if (!listed && pivot_present_story_place (session, &place) && g_strcmp0 (pivot_step_get_figure (place.step), id) == 0)
    return NULL;

  return pivot_dataset_find_figure (pivot_session_get_dataset (session), id);
}

/**
 * pivot_present_story_go:
 * @session: a session with a story
 * @part: position of a part, from 0
 * @index: position of a step in it, from 0
 *
 * Shows a step.
 */
void
pivot_present_story_go (PivotSession *session,
                        guint         part,
                        guint         index)
{
  GListModel *stories;
  g_autofree char *word = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (session));

  stories = get_stories (session);
  g_return_if_fail (stories != NULL && part < g_list_model_get_n_items (stories));

  word = g_strdup_printf ("%u/%u", pivot_story_get_part (peek (stories, part)), index + 1);
  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_set_word (session, PIVOT_OPTION_STORY_STEP, word);
  pivot_session_set_figure (session, NULL);
  g_object_thaw_notify (G_OBJECT (session));
}

static gboolean
find_move (PivotSession *session,
           int           by,
           guint        *part,
           guint        *index)
{
  PivotStoryPlace place;
  gboolean found = pivot_present_story_place (session, &place);

  if (!found || pivot_present_story_is_figures (session))
    return FALSE;

  *part = place.part;
  *index = place.index + (guint) by;
  if (by > 0 && place.index + 1 == place.n_steps)
    {
      *part = place.part + 1;
      *index = 0;
    }
  else if (by < 0 && place.index == 0)
    {
      *part = place.part - 1;
      *index = place.part > 0 ? count_steps (get_stories (session), place.part - 1) - 1 : 0;
    }

  return *part < place.n_parts && *index < count_steps (get_stories (session), *part);
}

/**
 * pivot_present_story_can_move:
 * @session: a session
 * @by: 1 or -1
 *
 * Returns: whether there is a next or a previous step
 */
gboolean
pivot_present_story_can_move (PivotSession *session,
                              int           by)
{
  guint part, index;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  return find_move (session, by, &part, &index);
}

/**
 * pivot_present_story_move:
 * @session: a session
 * @by: 1 or -1
 *
 * Goes to the next or the previous step, if need be in the part beside this.
 *
 * Returns: %FALSE at the end of the story
 */
gboolean
pivot_present_story_move (PivotSession *session,
                          int           by)
{
  guint part, index;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  if (!find_move (session, by, &part, &index))
    return FALSE;

  pivot_present_story_go (session, part, index);

  return TRUE;
}

/**
 * pivot_present_story_show_figure:
 * @session: a session
 * @id: (nullable): id of a figure; %NULL for the first
 *
 * Lists the figures, and shows one of them by itself.
 */
void
pivot_present_story_show_figure (PivotSession *session,
                                 const char   *id)
{
  g_return_if_fail (PIVOT_IS_SESSION (session));

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_set_word (session, PIVOT_OPTION_STORY_STEP, PIVOT_STORY_FIGURES);
  pivot_session_set_figure (session, id);
  g_object_thaw_notify (G_OBJECT (session));
}

/**
 * pivot_present_story_get_page:
 * @dataset: a dataset
 * @step: a step of its story
 *
 * Finds out where the view of a step leads.
 *
 * Returns: the page; the story's own if it leads nowhere else
 */
PivotPage
pivot_present_story_get_page (PivotDataset *dataset,
                              PivotStep    *step)
{
  g_autoptr(PivotSession) session = NULL;
  const char *view;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), PIVOT_PAGE_STORY);
  g_return_val_if_fail (PIVOT_IS_STEP (step), PIVOT_PAGE_STORY);

  view = pivot_step_get_view (step);
  session = pivot_session_new ();
  pivot_session_set_dataset (session, dataset);

  return view != NULL && pivot_session_apply_json (session, view, FALSE, NULL) ? pivot_session_get_page (session) : PIVOT_PAGE_STORY;
}

/* A view that names the page of tables and a figure means the numbers of that figure. */
static void
show_points (PivotSession *session)
{
  PivotFigure *figure = pivot_dataset_find_figure (pivot_session_get_dataset (session), pivot_session_get_figure (session));

  if (pivot_session_get_page (session) != PIVOT_PAGE_DATA || figure == NULL)
    return;

  pivot_session_set_word (session, PIVOT_OPTION_TABLE, "points");
  pivot_session_set_word (session, PIVOT_OPTION_TABLE_FILTER, pivot_text_get (pivot_figure_get_title (figure)));
}

/**
 * pivot_present_story_apply:
 * @session: a session
 * @step: a step of its dataset
 *
 * Applies the view of a step. The story stays at the step, so that whoever comes back to its page goes on there.
 */
void
pivot_present_story_apply (PivotSession *session,
                           PivotStep    *step)
{
  g_autofree char *word = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_STEP (step));

  if (pivot_step_get_view (step) == NULL)
    return;

  word = g_strdup (pivot_session_get_word (session, PIVOT_OPTION_STORY_STEP));
  g_object_freeze_notify (G_OBJECT (session));
  if (pivot_session_apply_json (session, pivot_step_get_view (step), FALSE, NULL))
    {
      pivot_session_set_word (session, PIVOT_OPTION_STORY_STEP, word);
      show_points (session);
    }
  g_object_thaw_notify (G_OBJECT (session));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet.h"

#include "pivot-present-story.h"

static gboolean
set (PivotSheetOptions *options,
     PivotSheetKind     kind,
     const char        *id)
{
  options->kind = kind;
  options->id = id;

  return TRUE;
}

/* A step whose view leads elsewhere shows that, another one its figure. */
static gboolean
choose_story (PivotSession      *session,
              PivotSheetOptions *options)
{
  PivotFigure *figure = pivot_present_story_figure (session);
  PivotStoryPlace place;
  const char *id = NULL;

  if (figure != NULL)
    id = pivot_figure_get_id (figure);
  else if (pivot_present_story_place (session, &place))
    id = pivot_step_get_figure (place.step);

  return id != NULL ? set (options, PIVOT_SHEET_FIGURE, id) : set (options, PIVOT_SHEET_MAP, NULL);
}

/**
 * pivot_sheet_choose_for_view: (skip)
 * @session: a session
 * @options: gets a kind and an id, which the dataset owns
 *
 * Chooses what shows best what is on screen.
 *
 * Returns: whether there is a drawing of it
 */
gboolean
pivot_sheet_choose_for_view (PivotSession      *session,
                             PivotSheetOptions *options)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  switch (pivot_session_get_page (session))
    {
    case PIVOT_PAGE_MAP:
      return set (options, PIVOT_SHEET_MAP, NULL);
    case PIVOT_PAGE_FIRMS:
      return pivot_session_get_firm (session) != NULL && set (options, PIVOT_SHEET_TIMELINE, NULL);
    case PIVOT_PAGE_STORY:
      return choose_story (session, options);
    case PIVOT_PAGE_DATA:
    case PIVOT_PAGE_TEACH:
    default:
      return FALSE;
    }
}

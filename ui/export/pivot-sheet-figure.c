/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-present-figure.h"
#include "pivot-present-story.h"
#include "pivot-session-options.h"

/* How far everything may shrink before something is left out. */
#define SHRINK 0.94
#define MAX_STEPS 9

/**
 * pivot_sheet_find_figure: (skip)
 * @session: a session
 * @id: (nullable): of a figure; %NULL: that of the session
 *
 * Finds the figure that a sheet is about.
 *
 * Returns: (transfer none) (nullable): a figure
 */
PivotFigure *
pivot_sheet_find_figure (PivotSession *session,
                         const char   *id)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotFigure *alone;
  PivotStoryPlace place;

  if (id != NULL || pivot_session_get_page (session) != PIVOT_PAGE_STORY)
    return pivot_dataset_find_figure (dataset, id != NULL ? id : pivot_session_get_figure (session));

  /* What stands on the page: a figure by itself, or that of a step. */
  alone = pivot_present_story_figure (session);
  if (alone != NULL || !pivot_present_story_place (session, &place))
    return alone;

  return pivot_dataset_find_figure (dataset, pivot_step_get_figure (place.step));
}

static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  PivotFigure *figure = pivot_sheet_find_figure (session, self->options.id);
  g_auto(GStrv) hidden = NULL;

  if (figure == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such figure"));
      return FALSE;
    }

  hidden = pivot_session_get_list (session, PIVOT_OPTION_HIDDEN_SERIES);
  self->drawing = pivot_present_figure (pivot_session_get_dataset (session), figure, (const char * const *) hidden,
                                        &self->style);
  self->title = g_strdup (pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_TITLE));
  self->source = g_strdup (pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_SOURCE));
  self->description = g_strdup (pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_DESCRIPTION));

  return TRUE;
}

/* A figure has its own title, statements and sources. It shrinks a little before it leaves anything out. */
static void
draw (PivotSheet *self,
      cairo_t    *cr,
      double      width,
      double      height)
{
  PivotStyle style = self->style;

  for (int i = 0; i < MAX_STEPS && pivot_figure_drawing_measure (self->drawing, &style, width) > height; i++)
    style.scale *= SHRINK;

  pivot_figure_drawing_draw (self->drawing, cr, &style, width, height);
}

const PivotSheetKindClass _pivot_sheet_figure_class = {
  .prepare = prepare,
  .draw = draw,
  .whole = TRUE,
};

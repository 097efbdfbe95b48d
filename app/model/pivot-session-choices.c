/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

/* The page that a session shows, and what it shows by name: palette, tab, firm and figure. */

/**
 * pivot_session_get_page:
 * @self: a session
 *
 * Gets which page of the window is shown.
 *
 * Returns: the page
 */
PivotPage
pivot_session_get_page (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), PIVOT_PAGE_MAP);

  return self->state->page;
}

/**
 * pivot_session_set_page:
 * @self: a session
 * @page: a page
 *
 * Sets which page of the window is shown.
 */
void
pivot_session_set_page (PivotSession *self,
                        PivotPage     page)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (page >= PIVOT_PAGE_MAP && page <= PIVOT_PAGE_TEACH);

  next = _pivot_session_state_copy (self->state);
  next->page = page;
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_palette:
 * @self: a session
 *
 * Gets the palette of the map.
 *
 * Returns: (transfer none): id of the palette; empty for the measure's own
 */
const char *
pivot_session_get_palette (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return self->state->palette;
}

/**
 * pivot_session_set_palette:
 * @self: a session
 * @palette: (nullable): id of a palette; empty or `NULL` for the measure's own
 *
 * Sets the palette of the map.
 */
void
pivot_session_set_palette (PivotSession *self,
                           const char   *palette)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (palette == NULL || g_utf8_validate (palette, -1, NULL));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_set_string (&next->palette, palette != NULL ? palette : "");
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_reversed:
 * @self: a session
 *
 * Gets whether the palette runs the other way round.
 *
 * Returns: `TRUE` if it does
 */
gboolean
pivot_session_get_reversed (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  return self->state->reversed;
}

/**
 * pivot_session_set_reversed:
 * @self: a session
 * @reversed: whether to turn the palette round
 *
 * Sets whether the palette runs the other way round.
 */
void
pivot_session_set_reversed (PivotSession *self,
                            gboolean      reversed)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  next->reversed = !!reversed;
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_tab:
 * @self: a session
 *
 * Gets which view is below the map.
 *
 * Returns: (transfer none): "scatter", "ranking" or "table"
 */
const char *
pivot_session_get_tab (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return self->state->tab;
}

/**
 * pivot_session_set_tab:
 * @self: a session
 * @tab: "scatter", "ranking" or "table"
 *
 * Sets which view is below the map.
 */
void
pivot_session_set_tab (PivotSession *self,
                       const char   *tab)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (_pivot_session_state_is_tab (tab));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_set_string (&next->tab, tab);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_firm:
 * @self: a session
 *
 * Gets the firm that is shown.
 *
 * Returns: (transfer none) (nullable): id of the firm, or `NULL` for none
 */
const char *
pivot_session_get_firm (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return self->state->firm;
}

/**
 * pivot_session_set_firm:
 * @self: a session
 * @id: (nullable): id of a firm; an unknown one is none
 *
 * Sets the firm that is shown.
 */
void
pivot_session_set_firm (PivotSession *self,
                        const char   *id)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_set_string (&next->firm, id);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_figure:
 * @self: a session
 *
 * Gets the figure that is shown.
 *
 * Returns: (transfer none) (nullable): id of the figure, or `NULL` for none
 */
const char *
pivot_session_get_figure (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return self->state->figure;
}

/**
 * pivot_session_set_figure:
 * @self: a session
 * @id: (nullable): id of a figure; an unknown one is none
 *
 * Sets the figure that is shown.
 */
void
pivot_session_set_figure (PivotSession *self,
                          const char   *id)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_set_string (&next->figure, id);
  _pivot_session_take_state (self, next);
}

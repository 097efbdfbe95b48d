/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include "pivot-problem.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_ZOOM 30.0

/* The rest of a session's public functions: places selected and in focus, the camera, the classes, and the view JSON. */

/**
 * pivot_session_get_focus:
 * @self: a session
 *
 * Gets the place whose card is shown.
 *
 * Returns: index of the place, or −1 for none
 */
int
pivot_session_get_focus (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), -1);

  return self->state->focus;
}

/**
 * pivot_session_set_focus:
 * @self: a session
 * @place: index of a place, selected or not; anything else is −1, none
 *
 * Sets the place whose card is shown.
 */
void
pivot_session_set_focus (PivotSession *self,
                         int           place)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  next->focus = place;
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_is_selected:
 * @self: a session
 * @place: index of a place
 *
 * Gets whether a place is selected.
 *
 * Returns: `TRUE` if it is
 */
gboolean
pivot_session_is_selected (PivotSession *self,
                           guint         place)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  return place < self->state->n_places && self->state->selected[place];
}

/**
 * pivot_session_get_n_selected:
 * @self: a session
 *
 * Counts the selected places.
 *
 * Returns: how many there are
 */
guint
pivot_session_get_n_selected (PivotSession *self)
{
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), 0);

  for (guint i = 0; i < self->state->n_places; i++)
    n += self->state->selected[i];

  return n;
}

/**
 * pivot_session_get_selected:
 * @self: a session
 * @n: (out) (optional): how many there are
 *
 * Gets the selected places.
 *
 * Returns: (transfer full) (array length=n): their indices, ascending; never `NULL`
 */
guint *
pivot_session_get_selected (PivotSession *self,
                            guint        *n)
{
  guint *places;
  guint count = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  places = g_new (guint, pivot_session_get_n_selected (self) + 1);
  for (guint i = 0; i < self->state->n_places; i++)
    {
      if (self->state->selected[i])
        places[count++] = i;
    }

  if (n != NULL)
    *n = count;

  return places;
}

static void
mark (PivotSessionState *state,
      guint              place,
      PivotSelectMode    mode)
{
  if (place >= state->n_places)
    return;

  if (mode == PIVOT_SELECT_TOGGLE)
    state->selected[place] = !state->selected[place];
  else
    state->selected[place] = mode != PIVOT_SELECT_REMOVE;
}

/* The first selected place after the one that went, or before it. */
static int
nearest_selected (const PivotSessionState *state,
                  int                      place)
{
  for (int i = place + 1; i < (int) state->n_places; i++)
    {
      if (state->selected[i])
        return i;
    }
  for (int i = place - 1; i >= 0; i--)
    {
      if (state->selected[i])
        return i;
    }

  return -1;
}

/* One place that was pointed at gets the card. A card whose place is no longer selected goes to another one, unless all
 * is new; the card of a place that never was selected stays when places are added or removed. */
static void
move_focus (PivotSessionState       *state,
            const PivotSessionState *last,
            const guint             *places,
            guint                    n,
            PivotSelectMode          mode)
{
  gboolean one = n == 1 && places[0] < state->n_places;
  int focus = state->focus;

  if (one && state->selected[places[0]])
    state->focus = (int) places[0];
  else if (mode == PIVOT_SELECT_REPLACE)
    state->focus = focus >= 0 && state->selected[focus] ? focus : _pivot_session_state_get_only_selected (state);
  else if (focus >= 0 && last->selected[focus] && !state->selected[focus])
    state->focus = nearest_selected (state, focus);
}

/**
 * pivot_session_select:
 * @self: a session
 * @places: (array length=n) (nullable): indices of places; those that are out of range are passed over
 * @n: how many there are
 * @mode: what to do with them
 *
 * Changes the selection.
 *
 * A single place that is selected by this comes into focus. If the place in focus is removed, another selected one comes
 * into focus, or none.
 */
void
pivot_session_select (PivotSession    *self,
                      const guint     *places,
                      guint            n,
                      PivotSelectMode  mode)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (places != NULL || n == 0);

  next = _pivot_session_state_copy (self->state);
  if (mode == PIVOT_SELECT_REPLACE && next->n_places > 0)
    memset (next->selected, 0, next->n_places);
  for (guint i = 0; i < n; i++)
    mark (next, places[i], mode);
  move_focus (next, self->state, places, n, mode);

  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_select_one:
 * @self: a session
 * @place: index of a place
 * @mode: what to do with it
 *
 * Changes the selection by one place. See [method@Session.select].
 */
void
pivot_session_select_one (PivotSession    *self,
                          guint            place,
                          PivotSelectMode  mode)
{
  pivot_session_select (self, &place, 1, mode);
}

/**
 * pivot_session_clear_selection:
 * @self: a session
 *
 * Selects nothing, and puts no place into focus.
 */
void
pivot_session_clear_selection (PivotSession *self)
{
  pivot_session_select (self, NULL, 0, PIVOT_SELECT_REPLACE);
}

/**
 * pivot_session_get_camera:
 * @self: a session
 * @longitude: (out) (optional): of the centre, in degrees
 * @latitude: (out) (optional): of the centre, in degrees
 * @zoom: (out) (optional): zoom level, as libshumate counts
 *
 * Gets where the map looks.
 *
 * Returns: `FALSE` if nobody has moved it: everything fits. The numbers are NaN then
 */
gboolean
pivot_session_get_camera (PivotSession *self,
                          double       *longitude,
                          double       *latitude,
                          double       *zoom)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  if (longitude != NULL)
    *longitude = self->state->longitude;
  if (latitude != NULL)
    *latitude = self->state->latitude;
  if (zoom != NULL)
    *zoom = self->state->zoom;

  return _pivot_session_state_has_camera (self->state);
}

/**
 * pivot_session_set_camera:
 * @self: a session
 * @longitude: of the centre, −180…180 degrees
 * @latitude: of the centre, −90…90 degrees
 * @zoom: zoom level, 0…30
 *
 * Sets where the map looks. Numbers out of range are brought into it.
 */
void
pivot_session_set_camera (PivotSession *self,
                          double        longitude,
                          double        latitude,
                          double        zoom)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (isfinite (longitude) && isfinite (latitude) && isfinite (zoom));

  next = _pivot_session_state_copy (self->state);
  next->longitude = CLAMP (longitude, -180, 180);
  next->latitude = CLAMP (latitude, -90, 90);
  next->zoom = CLAMP (zoom, 0, MAX_ZOOM);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_reset_camera:
 * @self: a session
 *
 * Lets the map show everything.
 */
void
pivot_session_reset_camera (PivotSession *self)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  next->longitude = next->latitude = next->zoom = NAN;
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_to_json:
 * @self: a session
 *
 * Writes the view: keys in a fixed order, and only what differs from a new session over the same dataset. The same state
 * is the same bytes.
 *
 * Returns: (transfer full): one line of JSON
 */
char *
pivot_session_to_json (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return _pivot_session_state_write (self->state, self->dataset, self->base, TRUE);
}

char *
_pivot_session_to_json_without_camera (PivotSession *self)
{
  return _pivot_session_state_write (self->state, self->dataset, self->base, FALSE);
}

/**
 * pivot_session_apply_json:
 * @self: a session
 * @json: a view, as [method@Session.to_json] writes it
 * @merge: whether keys that the view lacks leave things as they are; else they bring back the dataset's default view
 * @error: return location for a `PIVOT_DATA_ERROR`, with the JSON path in its text
 *
 * Shows a view, in one pass of notification. Keys it does not know are passed over.
 *
 * Returns: `FALSE` if the view does not fit the dataset, or if there is none; nothing has changed then
 */
gboolean
pivot_session_apply_json (PivotSession  *self,
                          const char    *json,
                          gboolean       merge,
                          GError       **error)
{
  g_autoptr(PivotSessionState) next = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->dataset == NULL)
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_REFERENCE, _("view: there is no dataset to show"));
      return FALSE;
    }

  next = _pivot_session_state_copy (merge ? self->state : self->base);
  if (!_pivot_session_state_read (next, self->dataset, self->base, json, FALSE, error))
    return FALSE;

  _pivot_session_take_state (self, g_steal_pointer (&next));
  return TRUE;
}

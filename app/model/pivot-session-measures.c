/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

/* The measure that colours the map, and the one that it is compared with. */

static PivotMeasure *
find_measure (PivotSession *self,
              const char   *id)
{
  return self->dataset != NULL ? pivot_dataset_find_measure (pivot_session_get_scenario (self), id) : NULL;
}

/**
 * pivot_session_get_measure:
 * @self: a session
 *
 * Gets the measure that colours the map.
 *
 * Returns: (transfer none) (nullable): the measure, or `NULL` without a dataset
 */
PivotMeasure *
pivot_session_get_measure (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return find_measure (self, self->state->measure);
}

/**
 * pivot_session_set_measure:
 * @self: a session
 * @id: (nullable): id of a measure
 *
 * Sets the measure that colours the map.
 *
 * An id that the dataset does not have stands for the measure of its default view. Breaks that were set by hand belong
 * to the measure they were set for; with another one the method is the default again.
 */
void
pivot_session_set_measure (PivotSession *self,
                           const char   *id)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_state_set_measure (next, id, self->base);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_against:
 * @self: a session
 *
 * Gets the measure that the first one is compared with.
 *
 * Returns: (transfer none) (nullable): the measure, or `NULL` without a dataset
 */
PivotMeasure *
pivot_session_get_against (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return find_measure (self, self->state->against);
}

/**
 * pivot_session_set_against:
 * @self: a session
 * @id: (nullable): id of a measure
 *
 * Sets the measure that the first one is compared with. An unknown id stands for that of the default view.
 */
void
pivot_session_set_against (PivotSession *self,
                           const char   *id)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  _pivot_session_state_set_against (next, id);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_swap_measures:
 * @self: a session
 *
 * Lets the two measures change places, in one pass of notification. Each takes its cuts along.
 */
void
pivot_session_swap_measures (PivotSession *self)
{
  PivotSessionState *next;
  g_auto(GStrv) cuts = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  cuts = pivot_session_get_list (self, PIVOT_OPTION_CUTS);
  next = _pivot_session_state_copy (self->state);
  _pivot_session_state_set_against (next, self->state->measure);
  _pivot_session_state_set_measure (next, self->state->against, self->base);
  if (g_strv_length (cuts) == 4)
    {
      const char * const swapped[] = { cuts[2], cuts[3], cuts[0], cuts[1], NULL };
      g_autofree char *text = _pivot_option_join (swapped);

      _pivot_session_state_set_option (next, PIVOT_OPTION_CUTS, text);
    }
  _pivot_session_take_state (self, next);
}

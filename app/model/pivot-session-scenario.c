/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"
#include "pivot-session-private.h"

/* The dataset as a session has it: with what is supposed, and with scales that turn elsewhere. */

/**
 * pivot_session_get_what_if:
 * @self: a session
 * @what_if: (out) (optional): what is supposed
 *
 * Gets the one value that is supposed to be another.
 *
 * Returns: `FALSE` if nothing is supposed
 */
gboolean
pivot_session_get_what_if (PivotSession *self,
                           PivotWhatIf  *what_if)
{
  const char *text;
  PivotWhatIf parsed;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  text = pivot_session_get_word (self, PIVOT_OPTION_WHAT_IF);

  return *text != '\0' && self->dataset != NULL &&
         pivot_what_if_parse (self->dataset, text, what_if != NULL ? what_if : &parsed);
}

/* Puts the measure that turns elsewhere in the place of the dataset's. */
static void
turn_scale (PivotDataset **scenario,
            const char    *id,
            double         pivot)
{
  g_autoptr(PivotDataset) before = *scenario;
  GListModel *measures = pivot_dataset_get_measures (before);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (g_strcmp0 (pivot_measure_get_id (measure), id) == 0)
        g_ptr_array_add (all, _pivot_measure_copy_with_midpoint (measure, pivot));
      else
        g_ptr_array_add (all, g_steal_pointer (&measure));
    }

  *scenario = _pivot_dataset_new_with_measures (before, all);
}

/**
 * pivot_session_get_scenario:
 * @self: a session
 *
 * Gets the dataset as it is supposed to be, and as its scales are turned by %PIVOT_OPTION_PIVOT. It is made when it is first asked for, and again when something else is supposed.
 *
 * Returns: (transfer none) (nullable): the dataset itself if nothing is supposed; `NULL` without one
 */
PivotDataset *
pivot_session_get_scenario (PivotSession *self)
{
  PivotWhatIf what_if;
  double pivot;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  if (self->scenario != NULL || self->dataset == NULL)
    return self->scenario;

  if (pivot_session_get_what_if (self, &what_if))
    self->scenario = pivot_what_if_apply (self->dataset, &what_if);
  else
    self->scenario = g_object_ref (self->dataset);
  if (_pivot_session_state_get_pivot (self->state, self->dataset, &pivot))
    turn_scale (&self->scenario, self->state->measure, pivot);

  return self->scenario;
}

static gboolean
is_changed (PivotSession *self,
            const char   *id,
            guint         place)
{
  const double *before = pivot_measure_get_numbers (pivot_dataset_find_measure (self->dataset, id), NULL);
  const double *after = pivot_measure_get_numbers (pivot_dataset_find_measure (pivot_session_get_scenario (self), id), NULL);

  return before[place] != after[place] && after[place] == after[place];
}

/**
 * pivot_session_is_supposed:
 * @self: a session
 * @place: index of a place
 *
 * Says whether a place is to be marked: something is supposed of it, and what is shown of it is not what the dataset says. Other places
 * whose numbers follow are not marked, or all of them would be: the banner is for those.
 *
 * Returns: `TRUE` if it is
 */
gboolean
pivot_session_is_supposed (PivotSession *self,
                           guint         place)
{
  PivotWhatIf what_if;

  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  if (!pivot_session_get_what_if (self, &what_if) || what_if.place != place)
    return FALSE;

  return is_changed (self, self->state->measure, place) || is_changed (self, self->state->against, place);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include <glib/gi18n-lib.h>

#include "pivot-present-private.h"
#include "pivot-receipt-private.h"
#include "pivot-stats.h"
#include "pivot-units.h"

/**
 * pivot_present_step_rank:
 * @session: a session
 * @from: a place, or −1 for "before the first"
 * @step: 1 to the next lower place, −1 to the next higher one; from −1 they lead to the highest and to the lowest
 *
 * Goes from place to place by the measure's value. Places with the same value come in the dataset's order; those without one are left
 * out, and from one of them the way leads as from none.
 *
 * Returns: the place; −1 past the end, and where nothing has a value
 */
int
pivot_present_step_rank (PivotSession *session,
                         int           from,
                         int           step)
{
  PivotMeasure *measure;
  const double *numbers;
  int found = -1;
  guint n;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), -1);
  g_return_val_if_fail (step == 1 || step == -1, -1);

  measure = pivot_session_get_measure (session);
  if (measure == NULL)
    return -1;

  numbers = pivot_measure_get_numbers (measure, &n);
  if (from >= 0 && ((guint) from >= n || numbers[from] != numbers[from]))
    from = -1;

  /* Higher is nearer to the beginning; of equals the one that comes first is. */
  for (guint i = 0; i < n; i++)
    {
      gboolean beyond, nearer;

      if (numbers[i] != numbers[i] || (int) i == from)
        continue;

      beyond = from < 0 || (step > 0 ? numbers[i] < numbers[from] || (numbers[i] == numbers[from] && (int) i > from)
                                     : numbers[i] > numbers[from] || (numbers[i] == numbers[from] && (int) i < from));
      nearer = found < 0 || (step > 0 ? numbers[i] > numbers[found] : numbers[i] <= numbers[found]);
      if (beyond && nearer)
        found = (int) i;
    }

  return found;
}

/* How a place stands among those it has a border with; NULL if nothing is known of them. */
static char *
relation_to_text (PivotSession *session,
                  PivotMeasure *measure,
                  guint         place)
{
  PivotGeometry *geometry = pivot_dataset_get_boundaries (pivot_session_get_dataset (session));
  const PivotValue *value = _pivot_present_value (measure, place);
  guint n, n_values = 0, n_lower = 0, n_higher = 0;
  const guint *neighbours = pivot_geometry_get_neighbours (geometry, place, &n);

  for (guint i = 0; i < n; i++)
    {
      const PivotValue *other = _pivot_present_value (measure, neighbours[i]);

      if (other == NULL)
        continue;
      n_values++;
      if (value != NULL && other->number < value->number)
        n_lower++;
      else if (value != NULL && other->number > value->number)
        n_higher++;
    }

  if (n == 0)
    return g_strdup (_("no neighbour by land"));
  if (n_values == 0)
    return g_strdup_printf (ngettext ("its %u neighbour has no value", "none of its %u neighbours has a value", n), n);
  if (value == NULL)
    return g_strdup_printf (ngettext ("%u neighbour has a value", "%u neighbours have a value", n_values), n_values);
  if (n_lower == n_values)
    return g_strdup_printf (ngettext ("above its %u neighbour with a value", "above all %u neighbours with a value", n_values),
                            n_values);
  if (n_higher == n_values)
    return g_strdup_printf (ngettext ("below its %u neighbour with a value", "below all %u neighbours with a value", n_values),
                            n_values);

  /* Translators: how many neighbours have lower and higher values: "above 1 and below 3 of 4 neighbours with a value". */
  return g_strdup_printf (ngettext ("above %1$u and below %2$u of %3$u neighbour with a value",
                                    "above %1$u and below %2$u of %3$u neighbours with a value", n_values),
                          n_lower, n_higher, n_values);
}

static void
append_listed (GString *string,
               char    *part)
{
  if (part == NULL)
    return;

  if (string->len > 0)
    /* Translators: between the parts of a spoken list. */
    g_string_append (string, C_("list separator", ", "));
  g_string_append (string, part);
  g_free (part);
}

/**
 * pivot_present_place_sentence:
 * @session: a session
 * @place: index of a place
 *
 * Writes what is spoken of a place: "Zhejiang, 9.87%, rank 1 of 10, above all 3 neighbours with a value, selected".
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL if there is no such place
 */
char *
pivot_present_place_sentence (PivotSession *session,
                              guint         place)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  GString *string;
  g_autofree char *rank = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset))
    return NULL;

  string = g_string_new (pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, place))));
  measure = pivot_session_get_measure (session);
  if (measure != NULL)
    {
      append_listed (string, pivot_units_format_measure (measure, place));
      rank = _pivot_rank_to_text (measure, place);
      if (rank != NULL)
        /* Translators: spoken in the middle of a sentence: "rank 1 of 10". */
        append_listed (string, g_strdup_printf (_("rank %s"), rank));
      append_listed (string, relation_to_text (session, measure, place));
      append_listed (string, _pivot_present_insight (session, place));
    }
  append_listed (string, g_strdup (pivot_session_is_selected (session, place) ? _("selected") : _("not selected")));

  return g_string_free (string, FALSE);
}

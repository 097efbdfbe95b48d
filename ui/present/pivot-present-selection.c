/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-present-private.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

/* Exact values of some places. Limits are no figures: they are left out, and that is said. */
typedef struct
{
  guint  n;
  guint  n_bounds;
  double sum;
} Tally;

static void
tally_add (Tally        *self,
           PivotMeasure *measure,
           guint         place)
{
  const PivotValue *value = _pivot_present_value (measure, place);

  if (value == NULL)
    return;
  if (value->bound != PIVOT_BOUND_NONE)
    self->n_bounds++;
  else
    {
      self->sum += value->number;
      self->n++;
    }
}

/* Whether the sum of some places' values is a figure of its own. A unit does not tell: "%" may be the part of one whole, and such parts
 * add up, or a rate, and the sum of rates is nothing. What tells is that there is a whole: a total of which the values are parts, or the
 * derivation of shares. */
static gboolean
adds_up (PivotMeasure *measure)
{
  double total = pivot_measure_get_total (measure);

  return total == total || pivot_measure_get_derive (measure) == PIVOT_DERIVE_SHARE;
}

static void
append_dotted (GString *string,
               char    *part)
{
  if (part == NULL)
    return;

  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, part);
  g_free (part);
}

static char *
coverage_to_text (PivotDataset *dataset,
                  PivotMeasure *measure)
{
  guint n_places = pivot_dataset_get_n_places (dataset);

  if (measure == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_places), n_places);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u place has a value",
                                       "%1$u of %2$u places have a value", n_places),
                          pivot_measure_get_n_values (measure), n_places);
}

static void
append_tallies (GString      *string,
                PivotMeasure *measure,
                const Tally  *selected,
                const Tally  *rest)
{
  guint decimals = pivot_measure_get_decimals (measure);
  g_autofree char *sum = pivot_units_format_number (selected->sum, decimals);
  g_autofree char *mean = pivot_units_format_number (selected->sum / MAX (selected->n, 1), MAX (decimals, 1));
  g_autofree char *other = pivot_units_format_number (rest->sum / MAX (rest->n, 1), MAX (decimals, 1));

  if (selected->n == 0)
    append_dotted (string, g_strdup (_("no data")));
  else
    {
      if (adds_up (measure))
        /* Translators: the sum of the selected places' values. */
        append_dotted (string, g_strdup_printf (_("sum %s"), sum));
      /* Translators: the mean of the selected places' values, and of how many. */
      append_dotted (string, g_strdup_printf (_("mean %1$s, n = %2$u"), mean, selected->n));
      if (rest->n > 0)
        /* Translators: the mean of the places that are not selected, and of how many. */
        append_dotted (string, g_strdup_printf (_("the others: mean %1$s, n = %2$u"), other, rest->n));
    }
  if (selected->n_bounds > 0)
    append_dotted (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u limit left out", "%u limits left out",
                                                         selected->n_bounds), selected->n_bounds));
}

/**
 * pivot_present_status_line:
 * @session: a session
 *
 * Writes what is selected: the place and its value, or how many, their sum where values add up, and their mean against that of the
 * others; without a selection, the coverage.
 *
 * Returns: (transfer full): the line, "" without a dataset
 */
char *
pivot_present_status_line (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  GString *string;
  Tally selected = { 0 }, rest = { 0 };
  g_autofree guint *places = NULL;
  guint n;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return g_strdup ("");

  measure = pivot_session_get_measure (session);
  places = pivot_session_get_selected (session, &n);
  if (n == 0)
    return coverage_to_text (dataset, measure);

  string = g_string_new (NULL);
  if (n == 1)
    append_dotted (string, g_strdup (pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, places[0])))));
  else
    append_dotted (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place selected", "%u places selected", n), n));

  if (measure != NULL && n == 1)
    {
      append_dotted (string, pivot_units_format_measure (measure, places[0]));
      append_dotted (string, _pivot_rank_to_text (measure, places[0]));
    }
  else if (measure != NULL)
    {
      for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
        tally_add (pivot_session_is_selected (session, i) ? &selected : &rest, measure, i);
      append_tallies (string, measure, &selected, &rest);
    }

  return g_string_free (string, FALSE);
}

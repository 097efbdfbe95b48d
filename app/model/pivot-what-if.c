/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-what-if.h"

#include "pivot-dataset-private.h"
#include "pivot-units.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* A value is supposed at the one depth where values are: in a measure. The rest follows by what the format says of measures: the other
 * parts of a whole, and all that is derived. So whoever is given the dataset as it would be, the map as much as a receipt, need not know
 * that something is supposed. */

/* A share of a whole has a total of 100. A percentage without one may be a rate, of which nobody knows what it is a part of. */
static gboolean
is_part_of_whole (PivotMeasure *measure)
{
  return pivot_measure_is_share (measure) && pivot_measure_get_total (measure) == 100;
}

/**
 * pivot_what_if_range:
 * @measure: a measure
 * @place: index of a place
 * @least: (out) (optional): the least that can be supposed
 * @most: (out) (optional): the most; infinite if there is no end
 *
 * Finds out what can be supposed of a value: something only where the source has a figure, and not of what is derived from others,
 * since that follows from them.
 *
 * Returns: whether anything can
 */
gboolean
pivot_what_if_range (PivotMeasure *measure,
                     guint         place,
                     double       *least,
                     double       *most)
{
  double lower = -INFINITY, upper = INFINITY;
  const double *numbers;
  guint n;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), FALSE);

  numbers = pivot_measure_get_numbers (measure, &n);
  if (place >= n || pivot_measure_get_derive (measure) != PIVOT_DERIVE_NONE ||
      pivot_value_is_missing (pivot_measure_get_value (measure, place)))
    return FALSE;

  /* What is nowhere negative is an amount. */
  if (!pivot_measure_get_range (measure, &lower, &upper))
    {
      gboolean negative = FALSE;

      for (guint i = 0; i < n; i++)
        negative |= numbers[i] < 0;
      if (!negative)
        lower = 0;
      if (is_part_of_whole (measure))
        upper = 100;
    }

  if (least != NULL)
    *least = lower;
  if (most != NULL)
    *most = upper;

  return TRUE;
}

/**
 * pivot_what_if_parse:
 * @dataset: a dataset
 * @text: `measure/place=number`
 * @what_if: (out): what it says
 *
 * Reads what is supposed.
 *
 * Returns: `TRUE` if it is a number that can be supposed in this dataset
 */
gboolean
pivot_what_if_parse (PivotDataset *dataset,
                     const char   *text,
                     PivotWhatIf  *what_if)
{
  const char *slash, *sign;
  char *end;
  g_autofree char *measure = NULL;
  g_autofree char *place = NULL;
  double least, most;
  int index;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (text != NULL && what_if != NULL, FALSE);

  slash = strchr (text, '/');
  sign = slash != NULL ? strchr (slash, '=') : NULL;
  if (sign == NULL)
    return FALSE;

  measure = g_strndup (text, (gsize) (slash - text));
  place = g_strndup (slash + 1, (gsize) (sign - slash - 1));
  index = pivot_dataset_get_place_index (dataset, place);
  what_if->measure = pivot_dataset_find_measure (dataset, measure);
  what_if->number = g_ascii_strtod (sign + 1, &end) + 0.0; /* no −0 */
  if (end == sign + 1 || *end != '\0' || !isfinite (what_if->number) || what_if->measure == NULL || index < 0)
    return FALSE;

  what_if->place = (guint) index;

  return pivot_what_if_range (what_if->measure, what_if->place, &least, &most) &&
         what_if->number >= least && what_if->number <= most;
}

/**
 * pivot_what_if_write:
 * @dataset: a dataset
 * @what_if: what is supposed in it
 *
 * Writes what is supposed, for pivot_what_if_parse().
 *
 * Returns: (transfer full): the text
 */
char *
pivot_what_if_write (PivotDataset      *dataset,
                     const PivotWhatIf *what_if)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (what_if != NULL, NULL);

  number = pivot_json_number_to_text (what_if->number);

  return g_strdup_printf ("%s/%s=%s", pivot_measure_get_id (what_if->measure),
                          pivot_place_get_id (pivot_dataset_get_place (dataset, what_if->place)), number);
}

/* What the dataset says, for the receipt of a value that is another now. */
static PivotText *
make_note (PivotMeasure *truth,
           guint         place,
           gboolean      assumed)
{
  g_autofree char *text = pivot_units_format_measure (truth, place);
  g_autofree char *note = NULL;

  if (assumed)
    /* Translators: in the receipt of a number that is assumed: what it truly is. */
    note = g_strdup_printf (_("Assumed here, and in no source. The dataset says %s."), text);
  else
    /* Translators: in the receipt of a number that follows from an assumed one: what it truly is. */
    note = g_strdup_printf (_("Follows from what is assumed. The dataset says %s."), text);

  return pivot_text_new (note);
}

static PivotValue *
suppose_value (const PivotWhatIf *what_if)
{
  g_autoptr(PivotText) note = make_note (what_if->measure, what_if->place, TRUE);

  return pivot_value_new (what_if->number, PIVOT_STATUS_ASSUMED, PIVOT_BOUND_NONE, NULL, note, NULL);
}

/* Units that come to a place make the whole larger, so the parts of all others shrink alike: from 100 − before to 100 − after, in
 * all. That holds however many units there are. */
static PivotValue *
follow_value (const PivotWhatIf *what_if,
              PivotDataset      *dataset,
              guint              place,
              double             before)
{
  const PivotValue *value = pivot_measure_get_value (what_if->measure, place);
  const char *id = pivot_measure_get_id (what_if->measure);
  g_autofree char *number = pivot_json_number_to_text (what_if->number);
  g_autofree char *formula = NULL;
  g_autoptr(PivotText) note = NULL;

  if (pivot_value_is_missing (value))
    return NULL;

  formula = g_strdup_printf ("%s/%s × ( 100 − %s ) ÷ ( 100 − %s/%s )", id,
                             pivot_place_get_id (pivot_dataset_get_place (dataset, place)), number, id,
                             pivot_place_get_id (pivot_dataset_get_place (dataset, what_if->place)));
  note = make_note (what_if->measure, place, FALSE);

  return pivot_value_new (value->number * (100 - what_if->number) / (100 - before), PIVOT_STATUS_COMPUTED, value->bound,
                          value->source, note, formula);
}

static PivotMeasure *
suppose_measure (PivotDataset      *dataset,
                 const PivotWhatIf *what_if)
{
  PivotMeasure *measure = _pivot_measure_copy (what_if->measure);
  double before = pivot_measure_get_value (what_if->measure, what_if->place)->number;
  gboolean follow = is_part_of_whole (what_if->measure) && before < 100 && before != what_if->number;

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      PivotValue *value = NULL;

      if (i == what_if->place)
        value = suppose_value (what_if);
      else if (follow)
        value = follow_value (what_if, dataset, i, before);
      else
        value = _pivot_value_copy (pivot_measure_get_value (what_if->measure, i));
      if (value != NULL)
        _pivot_measure_take_value (measure, i, value);
    }

  return measure;
}

/* What is derived from something else than in the dataset says so. */
static void
note_truth (PivotMeasure *measure,
            PivotMeasure *truth)
{
  guint n;
  const double *before = pivot_measure_get_numbers (truth, &n);
  const double *after = pivot_measure_get_numbers (measure, NULL);

  for (guint i = 0; i < n; i++)
    {
      PivotValue *value = (PivotValue *) pivot_measure_get_value (measure, i);

      if (value == NULL || value->note != NULL || before[i] == after[i])
        continue;
      /* Nobody else has seen it yet. */
      value->note = make_note (truth, i, FALSE);
    }
}

/* A measure of the dataset as it would be; inputs are there before what is derived from them. */
static PivotMeasure *
follow_measure (PivotDataset *dataset,
                GHashTable   *changed,
                PivotMeasure *measure)
{
  const char * const *of = pivot_measure_get_of (measure);
  PivotMeasure *inputs[2] = { NULL, NULL };
  PivotMeasure *copy;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (inputs) && of[i] != NULL; i++)
    {
      PivotMeasure *input = pivot_dataset_find_measure (dataset, of[i]);

      inputs[i] = g_hash_table_lookup (changed, of[i]);
      if (inputs[i] == NULL && pivot_measure_get_derive (input) != PIVOT_DERIVE_NONE)
        inputs[i] = follow_measure (dataset, changed, input);
      any |= inputs[i] != NULL;
      if (inputs[i] == NULL)
        inputs[i] = input;
    }

  if (!any)
    return NULL;

  copy = _pivot_measure_copy (measure);
  _pivot_measure_derive (copy, dataset, inputs[0], inputs[1]);
  note_truth (copy, measure);
  g_hash_table_insert (changed, (gpointer) pivot_measure_get_id (copy), copy);

  return copy;
}

/**
 * pivot_what_if_apply:
 * @dataset: a dataset
 * @what_if: what is supposed in it
 *
 * Makes the dataset as it would be if one of its values was another.
 *
 * Derived measures follow. If the measure is a share of a whole (its total is 100), the whole grows or shrinks with the part that is
 * changed: all other shares keep their proportions among each other. What is missing stays missing. All but the measures is the same.
 *
 * Returns: (transfer full): another dataset
 */
PivotDataset *
pivot_what_if_apply (PivotDataset      *dataset,
                     const PivotWhatIf *what_if)
{
  GListModel *measures;
  g_autoptr(GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  PivotMeasure *supposed;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (what_if != NULL && PIVOT_IS_MEASURE (what_if->measure), NULL);

  supposed = suppose_measure (dataset, what_if);
  g_hash_table_insert (changed, (gpointer) pivot_measure_get_id (supposed), supposed);

  measures = pivot_dataset_get_measures (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
      PivotMeasure *other = g_hash_table_lookup (changed, pivot_measure_get_id (measure));

      if (other == NULL)
        other = follow_measure (dataset, changed, measure);
      g_ptr_array_add (all, g_object_ref (other != NULL ? other : measure));
    }

  return _pivot_dataset_new_with_measures (dataset, all);
}

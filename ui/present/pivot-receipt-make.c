/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt.h"

#include "pivot-present-private.h"
#include "pivot-present-words.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* How receipts are made: of a measure at a place, of a point of a figure, and of a fact in words. */

static void
set_source (PivotReceipt *self,
            PivotSource  *source)
{
  self->origin = source;
  if (source == NULL)
    return;

  self->texts[PROP_SOURCE] = g_strdup (pivot_text_get (pivot_source_get_title (source)));
  self->texts[PROP_PUBLISHER] = g_strdup (pivot_text_get (pivot_source_get_publisher (source)));
  self->texts[PROP_SOURCE_KIND] = g_strdup (pivot_present_source_kind_label (pivot_source_get_kind (source)));
  self->texts[PROP_URL] = g_strdup (pivot_source_get_url (source));
  if (pivot_source_get_date (source) != NULL)
    self->texts[PROP_DATE] = pivot_units_format_date (pivot_source_get_date (source));
}

static void
set_measure (PivotReceipt *self,
             PivotMeasure *measure)
{
  self->texts[PROP_MEASURE] = g_strdup (pivot_measure_get_id (measure));
  self->texts[PROP_LABEL] = g_strdup (pivot_text_get (pivot_measure_get_label (measure)));
  self->texts[PROP_DESCRIPTION] = g_strdup (pivot_text_get (pivot_measure_get_description (measure)));
  if (pivot_measure_get_period (measure) != NULL)
    self->texts[PROP_PERIOD] = pivot_units_format_date (pivot_measure_get_period (measure));
}

/* What is the same for all values: where it is from, how it was computed, and what the audit says. */
static void
set_origin (PivotReceipt     *self,
            const PivotValue *value)
{
  self->missing = pivot_value_is_missing (value);
  self->texts[PROP_STATUS] = g_strdup (pivot_units_status_label (self->missing ? PIVOT_STATUS_MISSING : value->status));
  if (value == NULL)
    return;

  self->bound = !self->missing && value->bound != PIVOT_BOUND_NONE;
  self->source_formula = g_strdup (value->formula);
  set_source (self, pivot_dataset_find_source (self->dataset, value->source));
  if (value->formula != NULL)
    self->texts[PROP_FORMULA] = _pivot_formula_to_text (self->dataset, value->formula, self->place);
  if (self->findings != NULL)
    {
      self->texts[PROP_FINDING] = _pivot_findings_to_text (self->findings, self->texts[PROP_PATH], &self->doubtful);
      self->texts[PROP_DISAGREEMENT] = _pivot_conflicts_to_text (self->dataset, self->findings, self->texts[PROP_PATH]);
    }
}

static void
set_value (PivotReceipt *self,
           PivotMeasure *measure)
{
  const PivotValue *value = pivot_measure_get_value (measure, self->place);
  PivotPlace *place = pivot_dataset_get_place (self->dataset, self->place);
  const PivotText *note = value != NULL ? value->note : NULL;

  self->texts[PROP_PATH] = g_strconcat (pivot_measure_get_id (measure), "/", pivot_place_get_id (place), NULL);
  self->texts[PROP_PLACE_NAME] = g_strdup (pivot_text_get (pivot_place_get_name (place)));
  self->texts[PROP_TEXT] = pivot_units_format_measure (measure, self->place);
  self->texts[PROP_RANK] = _pivot_rank_to_text (measure, self->place);
  set_origin (self, value);

  /* The measure's note says which places have no value, and why: it belongs to those only. */
  if (note == NULL && self->missing)
    note = pivot_measure_get_note (measure);
  self->texts[PROP_NOTE] = g_strdup (pivot_text_get (note));
}

static void
set_point (PivotReceipt     *self,
           PivotFigure      *figure,
           PivotSeries      *series,
           const PivotPoint *point)
{
  const PivotValue *value = point->value;

  self->texts[PROP_PATH] = g_strjoin ("/", pivot_figure_get_id (figure), pivot_series_get_id (series), point->x, NULL);
  self->texts[PROP_LABEL] = g_strdup (pivot_text_get (pivot_series_get_label (series)));
  self->texts[PROP_DESCRIPTION] = g_strdup (pivot_text_get (pivot_figure_get_title (figure)));
  self->texts[PROP_PLACE_NAME] = point->label != NULL ? g_strdup (pivot_text_get (point->label)) : pivot_units_format_date (point->x);
  self->texts[PROP_TEXT] = pivot_units_format_value (value, _pivot_present_point_decimals (value),
                                                     pivot_text_get (pivot_series_get_unit (series)));
  self->texts[PROP_NOTE] = g_strdup (pivot_text_get (value->note));
  set_origin (self, value);
}

static PivotReceipt *
new_receipt (PivotDataset *dataset,
             GListModel   *findings)
{
  PivotReceipt *self = g_object_new (PIVOT_TYPE_RECEIPT, NULL);

  self->dataset = g_object_ref (dataset);
  self->findings = findings != NULL ? g_object_ref (findings) : NULL;

  return self;
}

/* A receipt of anything that has its words already. */
PivotReceipt *
_pivot_receipt_new (PivotDataset            *dataset,
                    const PivotReceiptParts *parts)
{
  PivotReceipt *self = new_receipt (dataset, NULL);

  self->texts[PROP_PLACE_NAME] = g_strdup (parts->about);
  self->texts[PROP_LABEL] = g_strdup (parts->label);
  self->texts[PROP_TEXT] = g_strdup (parts->text);
  self->texts[PROP_DESCRIPTION] = g_strdup (parts->description);
  self->texts[PROP_STATUS] = g_strdup (parts->status);
  self->texts[PROP_NOTE] = g_strdup (parts->note);
  self->texts[PROP_FORMULA] = g_strdup (parts->formula);
  self->texts[PROP_FINDING] = g_strdup (parts->finding);
  self->texts[PROP_DISAGREEMENT] = g_strdup (parts->disagreement);
  self->missing = parts->missing;
  self->doubtful = parts->finding != NULL;
  set_source (self, parts->source);

  return self;
}

/**
 * pivot_receipt_new_for_measure:
 * @dataset: a dataset
 * @measure: one of its measures
 * @place: index of one of its places
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Puts a number and its origin into words.
 *
 * A place without a value gets a receipt too: it says "no data", and why.
 *
 * Returns: (transfer full): the receipt
 */
PivotReceipt *
pivot_receipt_new_for_measure (PivotDataset *dataset,
                               PivotMeasure *measure,
                               guint         place,
                               GListModel   *findings)
{
  PivotReceipt *self;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (place < pivot_dataset_get_n_places (dataset), NULL);
  g_return_val_if_fail (findings == NULL || G_IS_LIST_MODEL (findings), NULL);

  self = new_receipt (dataset, findings);
  self->place = place;
  set_measure (self, measure);
  set_value (self, measure);

  return self;
}

/**
 * pivot_receipt_new_for_path:
 * @dataset: a dataset
 * @path: where a value is: `measure/place` or `figure/series/x`
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Puts any number of a dataset and its origin into words.
 *
 * Returns: (transfer full) (nullable): a new receipt; %NULL if there is no such measure, place or point
 */
PivotReceipt *
pivot_receipt_new_for_path (PivotDataset *dataset,
                            const char   *path,
                            GListModel   *findings)
{
  g_auto(GStrv) parts = NULL;
  PivotMeasure *measure;
  PivotFigure *figure;
  PivotSeries *series;
  const PivotPoint *point;
  PivotReceipt *self;
  int place;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (findings == NULL || G_IS_LIST_MODEL (findings), NULL);

  parts = g_strsplit (path, "/", 3);
  if (g_strv_length (parts) == 2)
    {
      measure = pivot_dataset_find_measure (dataset, parts[0]);
      place = pivot_dataset_get_place_index (dataset, parts[1]);
      return measure != NULL && place >= 0 ? pivot_receipt_new_for_measure (dataset, measure, (guint) place, findings) : NULL;
    }

  figure = g_strv_length (parts) == 3 ? pivot_dataset_find_figure (dataset, parts[0]) : NULL;
  series = figure != NULL ? pivot_figure_find_series (figure, parts[1]) : NULL;
  point = series != NULL ? pivot_series_find_point (series, parts[2]) : NULL;
  if (point == NULL)
    return NULL;

  self = new_receipt (dataset, findings);
  set_point (self, figure, series, point);

  return self;
}

/**
 * pivot_receipt_new_for_fact:
 * @dataset: a dataset
 * @about: whom it is about, as a person calls it
 * @label: what is said
 * @text: (nullable): what it is; `NULL` if that is not known
 * @status: (nullable): how it is known, in words
 * @source: (nullable): where it is from
 * @note: (nullable): a remark
 *
 * Puts a fact and its origin into words.
 *
 * Returns: (transfer full): the receipt
 */
PivotReceipt *
pivot_receipt_new_for_fact (PivotDataset *dataset,
                            const char   *about,
                            const char   *label,
                            const char   *text,
                            const char   *status,
                            PivotSource  *source,
                            const char   *note)
{
  PivotReceipt *self;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (about != NULL && label != NULL, NULL);
  g_return_val_if_fail (source == NULL || PIVOT_IS_SOURCE (source), NULL);

  self = new_receipt (dataset, NULL);
  self->missing = text == NULL;
  self->texts[PROP_PLACE_NAME] = g_strdup (about);
  self->texts[PROP_LABEL] = g_strdup (label);
  self->texts[PROP_TEXT] = g_strdup (text != NULL ? text : _("Not known"));
  self->texts[PROP_STATUS] = g_strdup (status);
  self->texts[PROP_NOTE] = g_strdup (note);
  set_source (self, source);

  return self;
}

/**
 * pivot_receipt_get_inputs:
 *
 * Gets the receipts of the numbers that go into the formula. A sum of a whole measure is none.
 *
 * Returns: (transfer full): list of `PivotReceipt`, maybe empty
 */
GListModel *
pivot_receipt_get_inputs (PivotReceipt *self)
{
  GListStore *inputs;
  g_autoptr(GHashTable) seen = NULL;
  g_auto(GStrv) tokens = NULL;

  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  inputs = g_list_store_new (PIVOT_TYPE_RECEIPT);
  tokens = g_strsplit (self->source_formula != NULL ? self->source_formula : "", " ", -1);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autoptr(PivotReceipt) input = NULL;

      if (strchr (tokens[i], '/') == NULL || !g_hash_table_add (seen, tokens[i]))
        continue;

      input = pivot_receipt_new_for_path (self->dataset, tokens[i], self->findings);
      if (input != NULL)
        g_list_store_append (inputs, input);
    }

  return G_LIST_MODEL (inputs);
}

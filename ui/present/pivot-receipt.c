/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt.h"

#include "pivot-present-words.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_TEXT,
  PROP_STATUS,
  PROP_SOURCE,
  PROP_PUBLISHER,
  PROP_DATE,
  PROP_URL,
  PROP_SOURCE_KIND,
  PROP_NOTE,
  PROP_FORMULA,
  PROP_RANK,
  PROP_FINDING,
  PROP_DESCRIPTION,
  PROP_PERIOD,
  PROP_PLACE_NAME,
  PROP_MEASURE,
  N_TEXTS,
  PROP_PLACE = N_TEXTS,
  PROP_MISSING,
  PROP_BOUND,
  PROP_DOUBTFUL,
  N_PROPS
};

/* A number with its origin, put into words once and then never changed. */
struct _PivotReceipt
{
  GObject  parent_instance;

  char    *texts[N_TEXTS];   /* by property; NULL: there is none */
  guint    place;
  gboolean missing;
  gboolean bound;
  gboolean doubtful;
};

G_DEFINE_FINAL_TYPE (PivotReceipt, pivot_receipt, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static const char * const names[N_TEXTS] = {
  [PROP_LABEL] = "label",
  [PROP_TEXT] = "text",
  [PROP_STATUS] = "status",
  [PROP_SOURCE] = "source",
  [PROP_PUBLISHER] = "publisher",
  [PROP_DATE] = "date",
  [PROP_URL] = "url",
  [PROP_SOURCE_KIND] = "source-kind",
  [PROP_NOTE] = "note",
  [PROP_FORMULA] = "formula",
  [PROP_RANK] = "rank",
  [PROP_FINDING] = "finding",
  [PROP_DESCRIPTION] = "description",
  [PROP_PERIOD] = "period",
  [PROP_PLACE_NAME] = "place-name",
  [PROP_MEASURE] = "measure",
};

static void
set_source (PivotReceipt *self,
            PivotSource  *source)
{
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

static void
set_value (PivotReceipt *self,
           PivotDataset *dataset,
           PivotMeasure *measure,
           GListModel   *findings)
{
  const PivotValue *value = pivot_measure_get_value (measure, self->place);
  PivotPlace *place = pivot_dataset_get_place (dataset, self->place);
  const PivotText *note = value != NULL ? value->note : NULL;
  g_autofree char *path = g_strconcat (pivot_measure_get_id (measure), "/", pivot_place_get_id (place), NULL);

  self->missing = pivot_value_is_missing (value);
  self->texts[PROP_PLACE_NAME] = g_strdup (pivot_text_get (pivot_place_get_name (place)));
  self->texts[PROP_TEXT] = pivot_units_format_measure (measure, self->place);
  self->texts[PROP_STATUS] = g_strdup (pivot_units_status_label (self->missing ? PIVOT_STATUS_MISSING : value->status));
  self->texts[PROP_RANK] = _pivot_rank_to_text (measure, self->place);

  /* The measure's note says which places have no value, and why: it belongs to those only. */
  if (note == NULL && self->missing)
    note = pivot_measure_get_note (measure);
  self->texts[PROP_NOTE] = g_strdup (pivot_text_get (note));

  if (value == NULL)
    return;

  self->bound = !self->missing && value->bound != PIVOT_BOUND_NONE;
  set_source (self, pivot_dataset_find_source (dataset, value->source));
  if (value->formula != NULL)
    self->texts[PROP_FORMULA] = _pivot_formula_to_text (dataset, value->formula, self->place);
  if (findings != NULL)
    self->texts[PROP_FINDING] = _pivot_findings_to_text (findings, path, &self->doubtful);
}

static void
append_line (GString    *string,
             const char *name,
             const char *text)
{
  if (text == NULL)
    return;

  /* Translators: a line of a copied receipt, such as "Source: Statistical Yearbook". */
  g_string_append_printf (string, C_("receipt line", "%s: %s"), name, text);
  g_string_append_c (string, '\n');
}

static void
pivot_receipt_finalize (GObject *object)
{
  PivotReceipt *self = PIVOT_RECEIPT (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (pivot_receipt_parent_class)->finalize (object);
}

static void
pivot_receipt_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PivotReceipt *self = PIVOT_RECEIPT (object);

  switch (prop_id)
    {
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    case PROP_BOUND:
      g_value_set_boolean (value, self->bound);
      break;
    case PROP_DOUBTFUL:
      g_value_set_boolean (value, self->doubtful);
      break;
    default:
      if (prop_id < N_TEXTS)
        g_value_set_string (value, self->texts[prop_id]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_receipt_class_init (PivotReceiptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = pivot_receipt_finalize;
  object_class->get_property = pivot_receipt_get_property;

  for (guint i = PROP_LABEL; i < N_TEXTS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);

  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);
  properties[PROP_BOUND] = g_param_spec_boolean ("bound", NULL, NULL, FALSE, flags);
  properties[PROP_DOUBTFUL] = g_param_spec_boolean ("doubtful", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_receipt_init (PivotReceipt *self)
{
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

  self = g_object_new (PIVOT_TYPE_RECEIPT, NULL);
  self->place = place;
  set_measure (self, measure);
  set_value (self, dataset, measure, findings);

  return self;
}

/**
 * pivot_receipt_get_label:
 *
 * Gets what is measured.
 *
 * Returns: (transfer none): the label
 */
const char *
pivot_receipt_get_label (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_LABEL];
}

/**
 * pivot_receipt_get_text:
 *
 * Gets the value with its unit and its bound, "9.87%", or that there is none.
 *
 * Returns: (transfer none): the value as text
 */
const char *
pivot_receipt_get_text (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_TEXT];
}

/**
 * pivot_receipt_get_status:
 *
 * Gets how the value is known, in words.
 *
 * Returns: (transfer none): the status
 */
const char *
pivot_receipt_get_status (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_STATUS];
}

/**
 * pivot_receipt_get_source:
 *
 * Gets the title of the source.
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
pivot_receipt_get_source (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_SOURCE];
}

/**
 * pivot_receipt_get_url:
 *
 * Gets the address of the source. Nothing fetches it unless the user asks.
 *
 * Returns: (transfer none) (nullable): the address
 */
const char *
pivot_receipt_get_url (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_URL];
}

/**
 * pivot_receipt_get_note:
 *
 * Gets what the dataset remarks on the value, or why there is none.
 *
 * Returns: (transfer none) (nullable): the note
 */
const char *
pivot_receipt_get_note (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_NOTE];
}

/**
 * pivot_receipt_get_formula:
 *
 * Gets how the value is computed, with names and numbers in place of ids.
 *
 * Returns: (transfer none) (nullable): the formula
 */
const char *
pivot_receipt_get_formula (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_FORMULA];
}

/**
 * pivot_receipt_get_rank:
 *
 * Gets the place's rank, "1 of 10" or "joint 3 of 31".
 *
 * Returns: (transfer none) (nullable): the rank, %NULL without a value
 */
const char *
pivot_receipt_get_rank (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_RANK];
}

/**
 * pivot_receipt_get_finding:
 *
 * Gets what the audit objects to, one finding a line.
 *
 * Returns: (transfer none) (nullable): the findings, %NULL if there is no objection
 */
const char *
pivot_receipt_get_finding (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_FINDING];
}

/**
 * pivot_receipt_get_measure:
 *
 * Gets the id of the measure.
 *
 * Returns: (transfer none): the id
 */
const char *
pivot_receipt_get_measure (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_MEASURE];
}

/**
 * pivot_receipt_is_missing:
 *
 * Gets whether the place has no value.
 *
 * Returns: %TRUE if there is no number
 */
gboolean
pivot_receipt_is_missing (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), TRUE);

  return self->missing;
}

/**
 * pivot_receipt_is_bound:
 *
 * Gets whether the number is a limit or an approximation.
 *
 * Returns: %TRUE if it is not the figure itself
 */
gboolean
pivot_receipt_is_bound (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), FALSE);

  return self->bound;
}

/**
 * pivot_receipt_is_doubtful:
 *
 * Gets whether the number itself does not add up, as opposed to a figure it is used in.
 *
 * Returns: %TRUE if a check of this very number fails
 */
gboolean
pivot_receipt_is_doubtful (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), FALSE);

  return self->doubtful;
}

/**
 * pivot_receipt_to_text:
 *
 * Writes the whole receipt as plain lines, for the clipboard and for speech.
 *
 * Returns: (transfer full): the text, without a newline at its end
 */
char *
pivot_receipt_to_text (PivotReceipt *self)
{
  GString *string;

  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  string = g_string_new (self->texts[PROP_PLACE_NAME]);
  g_string_append_c (string, '\n');
  append_line (string, self->texts[PROP_LABEL], self->texts[PROP_TEXT]);
  append_line (string, _("Period"), self->texts[PROP_PERIOD]);
  append_line (string, _("Status"), self->texts[PROP_STATUS]);
  append_line (string, _("Rank"), self->texts[PROP_RANK]);
  append_line (string, _("Formula"), self->texts[PROP_FORMULA]);
  append_line (string, _("Audit"), self->texts[PROP_FINDING]);
  append_line (string, _("Note"), self->texts[PROP_NOTE]);
  append_line (string, _("Source"), self->texts[PROP_SOURCE]);
  append_line (string, _("Publisher"), self->texts[PROP_PUBLISHER]);
  append_line (string, _("Date"), self->texts[PROP_DATE]);
  append_line (string, _("Kind"), self->texts[PROP_SOURCE_KIND]);
  append_line (string, _("Link"), self->texts[PROP_URL]);
  g_string_truncate (string, string->len - 1);

  return g_string_free (string, FALSE);
}

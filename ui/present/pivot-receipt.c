/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt.h"

#include "pivot-receipt-private.h"

#include <glib/gi18n-lib.h>

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
  [PROP_DISAGREEMENT] = "disagreement",
  [PROP_DESCRIPTION] = "description",
  [PROP_PERIOD] = "period",
  [PROP_PLACE_NAME] = "place-name",
  [PROP_PATH] = "path",
  [PROP_MEASURE] = "measure",
};

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
  g_free (self->source_formula);
  g_clear_object (&self->findings);
  g_clear_object (&self->dataset);

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
  self->place = G_MAXUINT;
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
 * pivot_receipt_get_disagreement:
 *
 * Gets what other sources say instead, one statement a line, and what the dataset makes of it.
 *
 * Returns: (transfer none) (nullable): the statements, %NULL if none disagrees
 */
const char *
pivot_receipt_get_disagreement (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_DISAGREEMENT];
}

/**
 * pivot_receipt_get_path:
 *
 * Gets where the value is in the dataset.
 *
 * Returns: (transfer none): the value path
 */
const char *
pivot_receipt_get_path (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->texts[PROP_PATH];
}

/**
 * pivot_receipt_get_origin:
 *
 * Gets the source itself, to be cited.
 *
 * Returns: (transfer none) (nullable): the source
 */
PivotSource *
pivot_receipt_get_origin (PivotReceipt *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT (self), NULL);

  return self->origin;
}

/**
 * pivot_receipt_get_measure:
 *
 * Gets the id of the measure.
 *
 * Returns: (transfer none) (nullable): the id; %NULL for a point of a figure
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
  append_line (string, _("Other sources"), self->texts[PROP_DISAGREEMENT]);
  append_line (string, _("Note"), self->texts[PROP_NOTE]);
  append_line (string, _("Source"), self->texts[PROP_SOURCE]);
  append_line (string, _("Publisher"), self->texts[PROP_PUBLISHER]);
  append_line (string, _("Date"), self->texts[PROP_DATE]);
  append_line (string, _("Kind"), self->texts[PROP_SOURCE_KIND]);
  append_line (string, _("Link"), self->texts[PROP_URL]);
  g_string_truncate (string, string->len - 1);

  return g_string_free (string, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-timeline.h"

#include "pivot-date.h"
#include "pivot-present-words.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name of one or two letters is in too many texts. */
#define LEAST_NAME 3

static gboolean
any_contains (const PivotText *text,
              const char      *part)
{
  g_autoptr(GPtrArray) all = text != NULL ? pivot_text_get_all (text) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (strstr (g_ptr_array_index (all, i), part) != NULL)
      return TRUE;

  return FALSE;
}

/* The title of a check calls a firm by the first word of its name: "Keda in 2000". */
static gboolean
is_named (PivotCheck *check,
          PivotFirm  *firm)
{
  g_autoptr(GPtrArray) names = pivot_text_get_all (pivot_firm_get_name (firm));

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *word = g_strndup (name, strcspn (name, " "));

      if (strlen (word) >= LEAST_NAME && any_contains (pivot_check_get_title (check), word))
        return TRUE;
    }

  return FALSE;
}

/* The conflict is on what this source says of this year. */
static gboolean
speaks_of (PivotCheck *check,
           PivotEvent *event)
{
  g_autofree char *year = g_strndup (pivot_event_get_date (event), 4);
  gboolean of_year = any_contains (pivot_check_get_title (check), year);

  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      const PivotStatement *statement = pivot_check_get_statement (check, i);

      if (g_strcmp0 (statement->source, pivot_event_get_source (event)) == 0 &&
          (of_year || any_contains (statement->where, year)))
        return TRUE;
    }

  return FALSE;
}

/**
 * pivot_present_event_conflicts:
 * @dataset: a dataset
 * @firm: one of its firms
 * @event: one of its events
 *
 * Finds where sources disagree on an event.
 *
 * The format has no key for this. A conflict belongs to an event if its title names the firm, if it quotes the event's source on
 * the event's year, and if the event carries a remark.
 *
 * Returns: (transfer container) (nullable) (element-type PivotCheck): the conflicts
 */
GPtrArray *
pivot_present_event_conflicts (PivotDataset *dataset,
                               PivotFirm    *firm,
                               PivotEvent   *event)
{
  GListModel *checks;
  GPtrArray *found = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);
  g_return_val_if_fail (PIVOT_IS_EVENT (event), NULL);

  if (pivot_event_get_note (event) == NULL)
    return NULL;

  checks = pivot_dataset_get_checks (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr(PivotCheck) check = g_list_model_get_item (checks, i);

      if (pivot_check_get_kind (check) != PIVOT_CHECK_CONFLICT || !is_named (check, firm) || !speaks_of (check, event))
        continue;

      if (found == NULL)
        found = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (found, g_steal_pointer (&check));
    }

  return found;
}

/* That sources disagree, and on what; and all that they say. */
static void
describe_conflicts (PivotDataset  *dataset,
                    GPtrArray     *conflicts,
                    char         **finding,
                    char         **disagreement)
{
  GString *titles = g_string_new (NULL);
  GString *statements = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      PivotCheck *check = g_ptr_array_index (conflicts, i);

      if (i > 0)
        g_string_append_c (titles, '\n');
      g_string_append_printf (titles, _("Sources disagree: %s"), pivot_text_get (pivot_check_get_title (check)));
      _pivot_conflict_append (statements, dataset, check);
    }

  g_string_truncate (statements, statements->len - 1);
  *finding = g_string_free (titles, FALSE);
  *disagreement = g_string_free (statements, FALSE);
}

/**
 * pivot_receipt_new_for_event:
 * @dataset: a dataset
 * @firm: one of its firms
 * @event: one of its events
 *
 * Puts an event and its origin into words: title, date, kind and party, status, source, and what other sources say against it.
 *
 * Returns: (transfer full): the receipt
 */
PivotReceipt *
pivot_receipt_new_for_event (PivotDataset *dataset,
                             PivotFirm    *firm,
                             PivotEvent   *event)
{
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autofree char *date = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *disagreement = NULL;
  PivotReceiptParts parts = { NULL };

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);
  g_return_val_if_fail (PIVOT_IS_EVENT (event), NULL);

  conflicts = pivot_present_event_conflicts (dataset, firm, event);
  if (conflicts != NULL)
    describe_conflicts (dataset, conflicts, &finding, &disagreement);
  date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));

  if (pivot_event_get_party (event) == PIVOT_PARTY_NONE)
    kind = g_strdup (pivot_present_event_kind_label (pivot_event_get_kind (event)));
  else
    /* Translators: kind and party of an event: "Customer · State" */
    kind = g_strdup_printf (C_("event", "%1$s · %2$s"), pivot_present_event_kind_label (pivot_event_get_kind (event)),
                            pivot_present_party_label (pivot_event_get_party (event)));

  parts.about = pivot_text_get (pivot_firm_get_name (firm));
  parts.label = pivot_text_get (pivot_event_get_title (event));
  parts.text = date;
  parts.description = kind;
  parts.status = pivot_units_status_label (pivot_event_get_status (event));
  parts.note = pivot_text_get (pivot_event_get_note (event));
  parts.finding = finding;
  parts.disagreement = disagreement;
  parts.source = pivot_dataset_find_source (dataset, pivot_event_get_source (event));

  return _pivot_receipt_new (dataset, &parts);
}

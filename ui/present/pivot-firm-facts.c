/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-facts.h"

#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

static void
append_dotted (GString    *string,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (string, "%s%s", string->len > 0 ? " · " : "", text);
}

/**
 * pivot_present_member:
 * @firm: a firm
 *
 * Writes whether a firm is in the programme.
 *
 * Returns: (transfer full): the words
 */
char *
pivot_present_member (PivotFirm *firm)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);

  if (pivot_firm_get_batch (firm) != NULL)
    /* Translators: a firm in the programme, and which of its yearly batches it came with. */
    return g_strdup_printf (_("Member, batch %s"), pivot_firm_get_batch (firm));

  return g_strdup (pivot_present_member_label (pivot_firm_get_member (firm)));
}

/**
 * pivot_present_other_names:
 * @firm: a firm
 *
 * Writes what a firm is called in other languages than the user's.
 *
 * Returns: (transfer full) (nullable): the names
 */
char *
pivot_present_other_names (PivotFirm *firm)
{
  g_autoptr(GPtrArray) all = NULL;
  const char *shown;
  GString *string;

  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);

  all = pivot_text_get_all (pivot_firm_get_name (firm));
  shown = pivot_text_get (pivot_firm_get_name (firm));
  string = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    if (!g_str_equal (all->pdata[i], shown))
      append_dotted (string, all->pdata[i]);

  return g_string_free (string, string->len == 0);
}

/**
 * pivot_present_firm_line:
 * @firm: a firm
 *
 * Writes in a line where a firm is, what it makes and since when.
 *
 * Returns: (transfer full): the line; empty if nothing of it is known
 */
char *
pivot_present_firm_line (PivotFirm *firm)
{
  GString *string;

  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);

  string = g_string_new (NULL);
  append_dotted (string, pivot_text_get (pivot_firm_get_city (firm)));
  append_dotted (string, pivot_text_get (pivot_firm_get_sector (firm)));
  if (pivot_firm_get_founded (firm) != NULL)
    {
      g_autofree char *date = pivot_units_format_date (pivot_firm_get_founded (firm));
      /* Translators: of a firm, "founded 2016". */
      g_autofree char *founded = g_strdup_printf (_("founded %s"), date);

      append_dotted (string, founded);
    }

  return g_string_free (string, FALSE);
}

/* Facts */

typedef struct
{
  PivotDataset *dataset;
  PivotFirm    *firm;
  GListStore   *facts;
} Facts;

/* What the series says is printed there; what anybody else says was read there. */
static const char *
status_of (PivotSource *source)
{
  return pivot_units_status_label (pivot_source_get_kind (source) == PIVOT_SOURCE_ARTICLE ? PIVOT_STATUS_PUBLISHED
                                                                                          : PIVOT_STATUS_SOURCED);
}

static void
add_fact (Facts       *self,
          const char  *label,
          const char  *text,
          const char  *status,
          PivotSource *source,
          const char  *note)
{
  g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_fact (self->dataset, pivot_text_get (pivot_firm_get_name (self->firm)),
                                                                label, text, status, source, note);

  g_list_store_append (self->facts, receipt);
}

/* The dataset names the sources of a firm, and not which of them says what: with one source it is that one. */
static void
add_plain_fact (Facts      *self,
                const char *label,
                const char *text)
{
  const char * const *ids = pivot_firm_get_sources (self->firm);
  PivotSource *source = ids[0] != NULL && ids[1] == NULL ? pivot_dataset_find_source (self->dataset, ids[0]) : NULL;

  if (text == NULL)
    add_fact (self, label, NULL, NULL, NULL, _("The dataset does not give it."));
  else if (source != NULL)
    add_fact (self, label, text, status_of (source), source, NULL);
  else
    add_fact (self, label, text, NULL, NULL, _("From the firm's sources. The dataset does not say from which of them."));
}

/* A date that an event tells too has that event's source. */
static PivotEvent *
find_event (PivotFirm      *firm,
            PivotEventKind  kind,
            const char     *date)
{
  GListModel *events = pivot_firm_get_events (firm);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) == kind && g_str_equal (pivot_event_get_date (event), date))
        return event;
    }

  return NULL;
}

static void
add_date (Facts          *self,
          const char     *label,
          const char     *date,
          PivotEventKind  kind)
{
  PivotEvent *event = date != NULL ? find_event (self->firm, kind, date) : NULL;
  g_autofree char *text = date != NULL ? pivot_units_format_date (date) : NULL;

  if (event == NULL)
    add_plain_fact (self, label, text);
  else
    add_fact (self, label, text, pivot_units_status_label (pivot_event_get_status (event)),
              pivot_dataset_find_source (self->dataset, pivot_event_get_source (event)),
              pivot_text_get (pivot_event_get_note (event)));
}

static void
add_programme (Facts *self)
{
  PivotSource *source = pivot_dataset_find_source (self->dataset, pivot_firm_get_programme_source (self->firm));
  g_autofree char *text = pivot_present_member (self->firm);

  add_fact (self, _("Programme"), pivot_firm_get_member (self->firm) != PIVOT_MEMBER_UNKNOWN ? text : NULL,
            source != NULL ? status_of (source) : NULL, source, pivot_text_get (pivot_firm_get_programme_note (self->firm)));
}

/**
 * pivot_present_firm_facts:
 * @dataset: a dataset
 * @firm: one of its firms
 *
 * Lists what is known of a firm, and where each of it comes from.
 *
 * Returns: (transfer full): a list of #PivotReceipt; what is not known is in it, too
 */
GListModel *
pivot_present_firm_facts (PivotDataset *dataset,
                          PivotFirm    *firm)
{
  Facts facts = { dataset, firm, NULL };
  PivotPlace *place;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);

  facts.facts = g_list_store_new (PIVOT_TYPE_RECEIPT);
  place = pivot_dataset_find_place (dataset, pivot_firm_get_place (firm));
  add_programme (&facts);
  add_plain_fact (&facts, _("Place"), place != NULL ? pivot_text_get (pivot_place_get_name (place)) : NULL);
  add_plain_fact (&facts, _("City"), pivot_text_get (pivot_firm_get_city (firm)));
  add_plain_fact (&facts, _("Sector"), pivot_text_get (pivot_firm_get_sector (firm)));
  add_date (&facts, _("Founded"), pivot_firm_get_founded (firm), PIVOT_EVENT_FOUNDING);
  add_plain_fact (&facts, _("Board"), pivot_text_get (pivot_firm_get_board (firm)));
  add_plain_fact (&facts, _("Code"), pivot_firm_get_code (firm));
  add_date (&facts, _("Listed"), pivot_firm_get_listed (firm), PIVOT_EVENT_LISTING);

  return G_LIST_MODEL (facts.facts);
}

/**
 * pivot_present_firm_fact:
 * @dataset: a dataset
 * @firm: one of its firms
 * @word: which fact: `founded`, `listed` …
 *
 * Gets one of the facts of a firm.
 *
 * Returns: (transfer full) (nullable): its receipt; `NULL` if there is no such fact
 */
PivotReceipt *
pivot_present_firm_fact (PivotDataset *dataset,
                         PivotFirm    *firm,
                         const char   *word)
{
  /* In the order in which they are listed. */
  static const char * const words[] = { "programme", "place", "city", "sector", "founded", "board", "code", "listed" };
  g_autoptr(GListModel) facts = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  facts = pivot_present_firm_facts (dataset, firm);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return g_list_model_get_item (facts, i);

  return NULL;
}

/**
 * pivot_present_source_detail:
 * @source: a source
 *
 * Writes who published a source, and when.
 *
 * Returns: (transfer full): the line
 */
char *
pivot_present_source_detail (PivotSource *source)
{
  GString *string;

  g_return_val_if_fail (PIVOT_IS_SOURCE (source), NULL);

  string = g_string_new (pivot_text_get (pivot_source_get_publisher (source)));
  if (pivot_source_get_date (source) != NULL)
    {
      g_autofree char *date = pivot_units_format_date (pivot_source_get_date (source));

      append_dotted (string, date);
    }

  return g_string_free (string, FALSE);
}

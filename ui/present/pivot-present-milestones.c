/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-milestones.h"

#include "pivot-date.h"
#include "pivot-present-timeline.h"
#include "pivot-present-words.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The first event of a kind, and of a party unless that is NONE (transfer full); NULL if there is none. */
static PivotEvent *
find_first (PivotFirm      *firm,
            PivotEventKind  kind,
            PivotParty      party)
{
  GListModel *events = pivot_firm_get_events (firm);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) == kind && (party == PIVOT_PARTY_NONE || pivot_event_get_party (event) == party))
        return g_steal_pointer (&event);
    }

  return NULL;
}

/**
 * pivot_present_customer_shares:
 * @firm: a firm
 *
 * Counts the entries on its customers by who owns them.
 *
 * Returns: the counts
 */
PivotCustomerShares
pivot_present_customer_shares (PivotFirm *firm)
{
  PivotCustomerShares shares = { 0 };
  GListModel *events;

  g_return_val_if_fail (PIVOT_IS_FIRM (firm), shares);

  events = pivot_firm_get_events (firm);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) != PIVOT_EVENT_CUSTOMER || pivot_event_get_party (event) == PIVOT_PARTY_NONE)
        continue;

      shares.n++;
      shares.state += pivot_event_get_party (event) == PIVOT_PARTY_STATE;
      shares.private += pivot_event_get_party (event) == PIVOT_PARTY_PRIVATE;
      shares.mixed += pivot_event_get_party (event) == PIVOT_PARTY_MIXED;
    }

  return shares;
}

static void
append_count (GString    *string,
              PivotParty  party,
              guint       n)
{
  if (n == 0)
    return;

  if (string->len > 0)
    g_string_append (string, C_("list separator", ", "));
  /* Translators: a party and how many entries name it: "State 3" */
  g_string_append_printf (string, C_("share", "%1$s %2$u"), pivot_present_party_label (party), n);
}

/**
 * pivot_present_customer_shares_text:
 * @shares: counts
 *
 * Writes the counts for people.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_present_customer_shares_text (const PivotCustomerShares *shares)
{
  GString *string;

  g_return_val_if_fail (shares != NULL, NULL);

  if (shares->n == 0)
    return g_strdup (_("No customer is named"));

  string = g_string_new (NULL);
  append_count (string, PIVOT_PARTY_STATE, shares->state);
  append_count (string, PIVOT_PARTY_PRIVATE, shares->private);
  append_count (string, PIVOT_PARTY_MIXED, shares->mixed);
  /* Translators: of how many entries on customers the counts before it are */
  g_string_append_printf (string, C_("share", " (n = %u)"), shares->n);

  return g_string_free (string, FALSE);
}

static PivotReceipt *
new_missing (PivotDataset *dataset,
             PivotFirm    *firm,
             const char   *label,
             const char   *why)
{
  PivotReceiptParts parts = {
    .about = pivot_text_get (pivot_firm_get_name (firm)), .label = label, .text = _("Not known"),
    .status = pivot_units_status_label (PIVOT_STATUS_MISSING), .note = why, .missing = TRUE,
  };

  return _pivot_receipt_new (dataset, &parts);
}

static PivotReceipt *
new_first_customer (PivotDataset *dataset,
                    PivotFirm    *firm)
{
  g_autoptr(PivotEvent) event = find_first (firm, PIVOT_EVENT_CUSTOMER, PIVOT_PARTY_STATE);
  g_autofree char *date = NULL;
  PivotReceiptParts parts = { NULL };

  if (event == NULL)
    return new_missing (dataset, firm, _("First state customer"),
                        _("No entry on a customer names a state body or a state-owned firm."));

  date = pivot_units_format_date (pivot_event_get_date (event));
  parts.about = pivot_text_get (pivot_firm_get_name (firm));
  parts.label = _("First state customer");
  parts.text = date;
  parts.description = pivot_text_get (pivot_event_get_title (event));
  parts.status = pivot_units_status_label (pivot_event_get_status (event));
  parts.note = pivot_text_get (pivot_event_get_note (event));
  parts.source = pivot_dataset_find_source (dataset, pivot_event_get_source (event));

  return _pivot_receipt_new (dataset, &parts);
}

/* From some day of one time to some day of another: the least and the most that may be, and one number only if both agree. */
static char *
format_years (const PivotDateSpan *from,
              const PivotDateSpan *to)
{
  double middle = (pivot_date_to_years (to->start) + pivot_date_to_years (to->end) -
                   pivot_date_to_years (from->start) - pivot_date_to_years (from->end)) / 2;
  gboolean exact = from->precision != PIVOT_PRECISION_YEAR && to->precision != PIVOT_PRECISION_YEAR;
  g_autofree char *number = pivot_units_format_number (MAX (middle, 0), exact ? 1 : 0);

  if (exact)
    /* Translators: a time in years, "5.3 years" */
    return g_strdup_printf (_("%s years"), number);

  /* Translators: a time in years, of which one end or both are known to the year only */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %s year", "about %s years", (gulong) lround (MAX (middle, 0))),
                          number);
}

static PivotReceipt *
new_duration (PivotDataset *dataset,
              PivotFirm    *firm,
              const char   *label,
              const char   *what,
              const char   *to,
              PivotEvent   *event,
              const char   *why)
{
  const char *founded = pivot_firm_get_founded (firm);
  g_autofree char *text = NULL;
  g_autofree char *formula = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  PivotReceiptParts parts = { NULL };
  PivotDateSpan first, last;

  if (!pivot_date_parse (founded, &first))
    return new_missing (dataset, firm, label, _("When it was founded is not known."));
  if (!pivot_date_parse (to, &last))
    return new_missing (dataset, firm, label, why);

  text = format_years (&first, &last);
  from_text = pivot_units_format_date (founded);
  to_text = pivot_units_format_date (to);
  /* Translators: how a time was computed: "listed 15 November 2021 − founded 2000" */
  formula = g_strdup_printf (C_("formula", "%1$s %2$s − founded %3$s"), what, to_text, from_text);
  parts.about = pivot_text_get (pivot_firm_get_name (firm));
  parts.label = label;
  parts.text = text;
  parts.status = pivot_units_status_label (PIVOT_STATUS_COMPUTED);
  parts.formula = formula;
  if (event != NULL)
    parts.source = pivot_dataset_find_source (dataset, pivot_event_get_source (event));

  return _pivot_receipt_new (dataset, &parts);
}

static void
append (GListStore   *store,
        PivotReceipt *receipt)
{
  g_list_store_append (store, receipt);
  g_object_unref (receipt);
}

/**
 * pivot_present_milestones:
 * @dataset: a dataset
 * @firm: one of its firms
 *
 * Lists what firms are compared by. What is not known is in the list too, with the reason.
 *
 * Returns: (transfer full): a list of #PivotReceipt
 */
GListModel *
pivot_present_milestones (PivotDataset *dataset,
                          PivotFirm    *firm)
{
  g_autoptr(PivotEvent) customer = NULL;
  g_autoptr(PivotEvent) listing = NULL;
  GListStore *store;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM (firm), NULL);

  store = g_list_store_new (PIVOT_TYPE_RECEIPT);
  customer = find_first (firm, PIVOT_EVENT_CUSTOMER, PIVOT_PARTY_STATE);
  listing = find_first (firm, PIVOT_EVENT_LISTING, PIVOT_PARTY_NONE);
  append (store, new_first_customer (dataset, firm));
  append (store, new_duration (dataset, firm, _("From founding to first state customer"),
                               /* Translators: in "first state customer 2009 − founded 2000" */
                               C_("formula", "first state customer"),
                               customer != NULL ? pivot_event_get_date (customer) : NULL, customer,
                               _("No entry on a customer names a state body or a state-owned firm.")));
  append (store, new_duration (dataset, firm, _("From founding to listing"),
                               /* Translators: in "listed 15 November 2021 − founded 2000" */
                               C_("formula", "listed"),
                               pivot_firm_get_listed (firm), listing, _("No date of listing is known.")));

  return G_LIST_MODEL (store);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-tables-private.h"

#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

static void
add_place (PivotTable   *table,
           PivotDataset *dataset,
           const char   *id)
{
  PivotPlace *place = pivot_dataset_find_place (dataset, id);
  g_autofree char *ref = place != NULL ? g_strconcat ("place:", id, NULL) : NULL;

  _pivot_table_add_words (table, place != NULL ? pivot_place_get_name (place) : NULL, ref);
}

static void
add_firm_row (PivotTable   *table,
              PivotDataset *dataset,
              PivotFirm    *firm)
{
  const char *website = pivot_firm_get_website (firm);
  g_autofree char *ref = g_strconcat ("firm:", pivot_firm_get_id (firm), NULL);
  g_autofree char *link = website != NULL ? g_strconcat ("url:", website, NULL) : NULL;

  pivot_table_add_row (table, ref);
  _pivot_table_add_words (table, pivot_firm_get_name (firm), ref);
  add_place (table, dataset, pivot_firm_get_place (firm));
  _pivot_table_add_words (table, pivot_firm_get_city (firm), NULL);
  _pivot_table_add_words (table, pivot_firm_get_sector (firm), NULL);
  pivot_table_add_date (table, pivot_firm_get_founded (firm), NULL);
  pivot_table_add_date (table, pivot_firm_get_listed (firm), NULL);
  _pivot_table_add_words (table, pivot_firm_get_board (firm), NULL);
  pivot_table_add_text (table, pivot_firm_get_code (firm), NULL);
  pivot_table_add_text (table, pivot_present_member_label (pivot_firm_get_member (firm)), NULL);
  pivot_table_add_text (table, pivot_firm_get_batch (firm), NULL);
  _pivot_table_add_source (table, dataset, pivot_firm_get_programme_source (firm));
  _pivot_table_add_words (table, pivot_firm_get_programme_note (firm), NULL);
  pivot_table_add_number (table, g_list_model_get_n_items (pivot_firm_get_events (firm)), 0, PIVOT_BOUND_NONE, NULL);
  pivot_table_add_text (table, website, link);
  _pivot_table_add_words (table, pivot_firm_get_summary (firm), NULL);
  _pivot_table_add_words (table, pivot_firm_get_note (firm), NULL);
  pivot_table_add_text (table, pivot_firm_get_id (firm), NULL);
}

PivotTable *
_pivot_present_firms_table (PivotDataset *dataset,
                            GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "name", _("Firm"), PIVOT_CELL_TEXT },
    { "place", _("Place"), PIVOT_CELL_TEXT },
    { "city", _("City"), PIVOT_CELL_TEXT },
    { "sector", _("Sector"), PIVOT_CELL_TEXT },
    { "founded", _("Founded"), PIVOT_CELL_DATE },
    { "listed", _("Listed"), PIVOT_CELL_DATE },
    { "board", _("Board"), PIVOT_CELL_TEXT },
    { "code", _("Stock code"), PIVOT_CELL_TEXT },
    { "member", C_("heading", "In the programme"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: in which batch a firm came into the programme. */
    { "batch", _("Batch"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
    { "programme-note", _("Note on the programme"), PIVOT_CELL_TEXT, TRUE },
    { "events", _("Events"), PIVOT_CELL_NUMBER },
    { "website", _("Website"), PIVOT_CELL_TEXT },
    { "summary", _("Summary"), PIVOT_CELL_TEXT },
    { "note", _("Note"), PIVOT_CELL_TEXT, TRUE },
    { "id", _("Code"), PIVOT_CELL_TEXT, TRUE },
  };
  PivotTable *table = pivot_table_new ("firms", pivot_present_table_title ("firms"));
  GListModel *firms = pivot_dataset_get_firms (dataset);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < g_list_model_get_n_items (firms); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);

      add_firm_row (table, dataset, firm);
    }

  return table;
}

static void
add_event_row (PivotTable   *table,
               PivotDataset *dataset,
               PivotFirm    *firm,
               PivotEvent   *event)
{
  g_autofree char *ref = g_strconcat ("firm:", pivot_firm_get_id (firm), NULL);

  pivot_table_add_row (table, ref);
  pivot_table_add_date (table, pivot_event_get_date (event), NULL);
  pivot_table_add_date (table, pivot_event_get_end (event), NULL);
  _pivot_table_add_words (table, pivot_firm_get_name (firm), ref);
  _pivot_table_add_words (table, pivot_event_get_title (event), NULL);
  pivot_table_add_text (table, pivot_present_event_kind_label (pivot_event_get_kind (event)), NULL);
  pivot_table_add_text (table, pivot_present_party_label (pivot_event_get_party (event)), NULL);
  pivot_table_add_text (table, pivot_units_status_label (pivot_event_get_status (event)), NULL);
  _pivot_table_add_source (table, dataset, pivot_event_get_source (event));
  _pivot_table_add_words (table, pivot_event_get_note (event), NULL);
}

PivotTable *
_pivot_present_events_table (PivotDataset *dataset,
                             GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "date", _("Date"), PIVOT_CELL_DATE },
    /* Translators: heading of a column: when an event ended. */
    { "end", _("Until"), PIVOT_CELL_DATE },
    { "firm", _("Firm"), PIVOT_CELL_TEXT },
    { "title", _("Event"), PIVOT_CELL_TEXT },
    { "kind", _("Kind"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: whether the customer or owner in an event is the state or private. */
    { "party", _("Party"), PIVOT_CELL_TEXT },
    { "status", _("Status"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
    { "note", _("Note"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new ("events", pivot_present_table_title ("events"));
  GListModel *firms = pivot_dataset_get_firms (dataset);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < g_list_model_get_n_items (firms); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);
      GListModel *events = pivot_firm_get_events (firm);

      for (guint j = 0; j < g_list_model_get_n_items (events); j++)
        {
          g_autoptr(PivotEvent) event = g_list_model_get_item (events, j);

          add_event_row (table, dataset, firm, event);
        }
    }

  return table;
}

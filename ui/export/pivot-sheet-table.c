/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-table.h"

#include <glib/gi18n-lib.h>

#include "pivot-present-tables.h"
#include "pivot-present-timeline.h"
#include "pivot-session-options.h"

static void
add_value_columns (PivotTable   *table,
                   PivotMeasure *measure)
{
  const char *id = pivot_measure_get_id (measure);
  g_autofree char *status = g_strconcat (id, "-status", NULL);
  g_autofree char *source = g_strconcat (id, "-source", NULL);

  pivot_table_add_column (table, id, pivot_text_get (pivot_measure_get_label (measure)),
                          pivot_text_get (pivot_measure_get_unit (measure)), PIVOT_CELL_NUMBER, FALSE);
  /* Translators: heading of a column: how a value is known. */
  pivot_table_add_column (table, status, _("Status"), NULL, PIVOT_CELL_TEXT, TRUE);
  /* Translators: heading of a column: where a value is from. */
  pivot_table_add_column (table, source, _("Source"), NULL, PIVOT_CELL_TEXT, TRUE);
}

static void
add_value (PivotTable   *table,
           PivotMeasure *measure,
           guint         place)
{
  const PivotValue *value = pivot_measure_get_value (measure, place);

  if (pivot_value_is_missing (value))
    {
      pivot_table_add_missing (table, NULL, NULL);
      pivot_table_add_text (table, pivot_enum_to_nick (PIVOT_TYPE_STATUS, PIVOT_STATUS_MISSING), NULL);
      pivot_table_add_text (table, NULL, NULL);
      return;
    }

  pivot_table_add_number (table, value->number, pivot_measure_get_decimals (measure), value->bound, NULL);
  pivot_table_add_text (table, pivot_enum_to_nick (PIVOT_TYPE_STATUS, (int) value->status), NULL);
  pivot_table_add_text (table, value->source, NULL);
}

/* The dataset's own measure, whatever is supposed of it. */
static PivotMeasure *
get_truth (PivotDataset *dataset,
           PivotMeasure *measure)
{
  return measure != NULL ? pivot_dataset_find_measure (dataset, pivot_measure_get_id (measure)) : NULL;
}

/* What the map or the scatter shows: a row a place. Numbers go on without their picture, line by line into other tables, and no banner
 * goes with them: so they are those of the dataset, even if the picture shows a what-if. */
static PivotTable *
make_places (PivotSession *session,
             gboolean      both)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotMeasure *measure = get_truth (dataset, pivot_session_get_measure (session));
  PivotMeasure *against = both ? get_truth (dataset, pivot_session_get_against (session)) : NULL;
  guint n = pivot_dataset_get_n_places (dataset);
  PivotTable *table;

  if (measure == NULL)
    return NULL;

  table = pivot_table_new (pivot_measure_get_id (measure), pivot_text_get (pivot_measure_get_label (measure)));
  /* Translators: heading of a column: the code of a place, "CN-ZJ". */
  pivot_table_add_column (table, "id", _("Code"), NULL, PIVOT_CELL_TEXT, FALSE);
  /* Translators: heading of a column: the name of a place. */
  pivot_table_add_column (table, "name", _("Place"), NULL, PIVOT_CELL_TEXT, FALSE);
  add_value_columns (table, measure);
  if (against != NULL)
    add_value_columns (table, against);

  for (guint i = 0; i < n; i++)
    {
      PivotPlace *place = pivot_dataset_get_place (dataset, i);

      g_autofree char *id = g_strconcat ("place:", pivot_place_get_id (place), NULL);

      pivot_table_add_row (table, id);
      pivot_table_add_text (table, pivot_place_get_id (place), NULL);
      pivot_table_add_text (table, pivot_text_get (pivot_place_get_name (place)), NULL);
      add_value (table, measure, i);
      if (against != NULL)
        add_value (table, against, i);
    }

  return table;
}

/* The events of the firms that are shown, in the order of time. */
static PivotTable *
make_events (PivotSession *session)
{
  g_autofree guint *ids = NULL;
  PivotTable *table;
  guint n;

  ids = pivot_present_timeline_ids (session, &n);
  table = pivot_table_new ("timeline", _("Events"));
  pivot_table_add_column (table, "firm", _("Firm"), NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "date", _("Date"), NULL, PIVOT_CELL_DATE, FALSE);
  pivot_table_add_column (table, "end", _("End"), NULL, PIVOT_CELL_DATE, FALSE);
  pivot_table_add_column (table, "kind", _("Kind"), NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "party", _("Party"), NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "title", _("Event"), NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "status", _("Status"), NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "source", _("Source"), NULL, PIVOT_CELL_TEXT, FALSE);

  for (guint i = 0; i < n; i++)
    {
      PivotFirm *firm = NULL;
      g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, ids[i], &firm);
      g_autofree char *id = g_strdup_printf ("event:%u", ids[i]);

      if (event == NULL)
        continue;
      pivot_table_add_row (table, id);
      pivot_table_add_text (table, firm != NULL ? pivot_text_get (pivot_firm_get_name (firm)) : NULL, NULL);
      pivot_table_add_date (table, pivot_event_get_date (event), NULL);
      pivot_table_add_date (table, pivot_event_get_end (event), NULL);
      pivot_table_add_text (table, pivot_enum_to_nick (PIVOT_TYPE_EVENT_KIND, (int) pivot_event_get_kind (event)), NULL);
      pivot_table_add_text (table, pivot_enum_to_nick (PIVOT_TYPE_PARTY, (int) pivot_event_get_party (event)), NULL);
      pivot_table_add_text (table, pivot_text_get (pivot_event_get_title (event)), NULL);
      pivot_table_add_text (table, pivot_enum_to_nick (PIVOT_TYPE_STATUS, (int) pivot_event_get_status (event)), NULL);
      pivot_table_add_text (table, pivot_event_get_source (event), NULL);
    }

  return table;
}

/* A figure of timelines has events for numbers. */
static PivotTable *
make_figure (PivotSession *session,
             PivotFigure  *figure)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  const char * const *firms;
  g_autoptr(PivotSession) shown = NULL;

  if (figure == NULL)
    return NULL;

  firms = pivot_figure_get_firms (figure);
  if (pivot_figure_get_chart (figure) != PIVOT_CHART_TIMELINE || firms[0] == NULL)
    return pivot_present_figure_table (dataset, figure);

  shown = pivot_session_new ();
  pivot_session_set_dataset (shown, dataset);
  pivot_session_set_firm (shown, firms[0]);
  pivot_session_set_list (shown, PIVOT_OPTION_COMPARED_FIRMS, firms + 1);

  return make_events (shown);
}

/**
 * pivot_sheet_table_new: (skip)
 * @session: a session
 * @options: what a sheet would show of it
 * @error: return location for an error
 *
 * Makes a table of the numbers that a sheet shows.
 *
 * Returns: (transfer full) (nullable): the table; %NULL if there are none
 */
PivotTable *
pivot_sheet_table_new (PivotSession             *session,
                       const PivotSheetOptions  *options,
                       GError                  **error)
{
  PivotTable *table = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (pivot_session_get_dataset (session) != NULL)
    switch (options->kind)
      {
      case PIVOT_SHEET_MAP:
      case PIVOT_SHEET_RANKING:
        table = make_places (session, FALSE);
        break;
      case PIVOT_SHEET_SCATTER:
        table = make_places (session, TRUE);
        break;
      case PIVOT_SHEET_TIMELINE:
        table = make_events (session);
        break;
      case PIVOT_SHEET_GRID:
        table = make_places (session, FALSE);
        break;
      case PIVOT_SHEET_FIGURE:
        table = make_figure (session, pivot_sheet_find_figure (session, options->id));
        break;
      case PIVOT_SHEET_STORY:
      case PIVOT_SHEET_WORKSHEET:
      default:
        break;
      }

  if (table == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There are no numbers to write for this"));

  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-tables-private.h"

#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef PivotTable * (*Build) (PivotDataset *dataset, GListModel *findings);

void
_pivot_table_add_columns (PivotTable        *table,
                          const PivotColumn *columns,
                          guint              n)
{
  for (guint i = 0; i < n; i++)
    pivot_table_add_column (table, columns[i].id, columns[i].title, NULL, columns[i].kind, columns[i].aside);
}

void
_pivot_table_add_words (PivotTable      *table,
                        const PivotText *text,
                        const char      *ref)
{
  pivot_table_add_text (table, pivot_text_get (text), ref);
}

void
_pivot_table_add_source (PivotTable   *table,
                         PivotDataset *dataset,
                         const char   *id)
{
  PivotSource *source = pivot_dataset_find_source (dataset, id);
  g_autofree char *ref = source != NULL ? g_strconcat ("source:", id, NULL) : NULL;

  _pivot_table_add_words (table, source != NULL ? pivot_source_get_title (source) : NULL, ref);
}

void
_pivot_table_add_value (PivotTable       *table,
                        const PivotValue *value,
                        guint             decimals,
                        const PivotText  *reason,
                        const char       *path)
{
  g_autofree char *ref = g_strconcat ("value:", path, NULL);

  if (pivot_value_is_missing (value))
    pivot_table_add_missing (table, pivot_text_get (value != NULL && value->note != NULL ? value->note : reason), ref);
  else
    pivot_table_add_number (table, value->number, decimals, value->bound, ref);
}

void
_pivot_table_add_joined (PivotTable *table,
                         GPtrArray  *parts,
                         const char *ref)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (C_("list separator", ", "), (char **) parts->pdata);
  pivot_table_add_text (table, text, ref);
}

static void
add_groups (PivotTable   *table,
            PivotDataset *dataset,
            PivotPlace   *place)
{
  const char * const *ids = pivot_place_get_groups (place);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PivotGroup *group = pivot_dataset_find_group (dataset, ids[i]);

      if (group != NULL)
        g_ptr_array_add (labels, (gpointer) pivot_text_get (pivot_group_get_label (group)));
    }

  _pivot_table_add_joined (table, labels, NULL);
}

/* Places */

static void
add_measure_columns (PivotTable   *table,
                     PivotMeasure *measure)
{
  const char *id = pivot_measure_get_id (measure);
  const char *name = pivot_text_get (pivot_measure_get_short (measure));
  g_autofree char *status_id = g_strconcat (id, "-status", NULL);
  g_autofree char *source_id = g_strconcat (id, "-source", NULL);
  /* Translators: heading of a column: name of a measure, then what the column says of its values. */
  g_autofree char *status = g_strdup_printf (_("%s: status"), name);
  /* Translators: heading of a column: name of a measure, then what the column says of its values. */
  g_autofree char *source = g_strdup_printf (_("%s: source"), name);

  pivot_table_add_column (table, id, name, pivot_text_get (pivot_measure_get_unit (measure)), PIVOT_CELL_NUMBER, FALSE);
  pivot_table_add_column (table, status_id, status, NULL, PIVOT_CELL_TEXT, TRUE);
  pivot_table_add_column (table, source_id, source, NULL, PIVOT_CELL_TEXT, TRUE);
}

static void
add_measure_cells (PivotTable   *table,
                   PivotDataset *dataset,
                   PivotMeasure *measure,
                   PivotPlace   *place)
{
  const PivotValue *value = pivot_measure_get_value (measure, pivot_place_get_index (place));
  gboolean missing = pivot_value_is_missing (value);
  g_autofree char *path = g_strconcat (pivot_measure_get_id (measure), "/", pivot_place_get_id (place), NULL);

  _pivot_table_add_value (table, value, pivot_measure_get_decimals (measure), pivot_measure_get_note (measure), path);
  pivot_table_add_text (table, pivot_units_status_label (missing ? PIVOT_STATUS_MISSING : value->status), NULL);
  _pivot_table_add_source (table, dataset, missing ? NULL : value->source);
}

static PivotTable *
build_places (PivotDataset *dataset,
              GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "name", _("Place"), PIVOT_CELL_TEXT },
    { "id", _("Code"), PIVOT_CELL_TEXT },
    { "groups", _("Groups"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new ("places", pivot_present_table_title ("places"));
  GListModel *measures = pivot_dataset_get_measures (dataset);
  guint n_measures = g_list_model_get_n_items (measures);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      add_measure_columns (table, measure);
    }

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      PivotPlace *place = pivot_dataset_get_place (dataset, i);
      g_autofree char *ref = g_strconcat ("place:", pivot_place_get_id (place), NULL);

      pivot_table_add_row (table, ref);
      _pivot_table_add_words (table, pivot_place_get_name (place), ref);
      pivot_table_add_text (table, pivot_place_get_id (place), NULL);
      add_groups (table, dataset, place);
      for (guint j = 0; j < n_measures; j++)
        {
          g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, j);

          add_measure_cells (table, dataset, measure, place);
        }
    }

  return table;
}

/* Values */

static void
add_value_row (PivotTable   *table,
               PivotDataset *dataset,
               PivotMeasure *measure,
               PivotPlace   *place)
{
  const PivotValue *value = pivot_measure_get_value (measure, pivot_place_get_index (place));
  gboolean missing = pivot_value_is_missing (value);
  const PivotText *note = value != NULL && value->note != NULL ? value->note : NULL;
  g_autofree char *path = g_strconcat (pivot_measure_get_id (measure), "/", pivot_place_get_id (place), NULL);
  g_autofree char *row = g_strconcat ("value:", path, NULL);
  g_autofree char *ref = g_strconcat ("place:", pivot_place_get_id (place), NULL);

  pivot_table_add_row (table, row);
  _pivot_table_add_words (table, pivot_measure_get_label (measure), NULL);
  _pivot_table_add_words (table, pivot_place_get_name (place), ref);
  _pivot_table_add_value (table, value, pivot_measure_get_decimals (measure), pivot_measure_get_note (measure), path);
  _pivot_table_add_words (table, pivot_measure_get_unit (measure), NULL);
  pivot_table_add_date (table, pivot_measure_get_period (measure), NULL);
  pivot_table_add_text (table, pivot_units_status_label (missing ? PIVOT_STATUS_MISSING : value->status), NULL);
  _pivot_table_add_source (table, dataset, value != NULL ? value->source : NULL);
  pivot_table_add_text (table, value != NULL ? value->formula : NULL, NULL);
  _pivot_table_add_words (table, note == NULL && missing ? pivot_measure_get_note (measure) : note, NULL);
}

static PivotTable *
build_values (PivotDataset *dataset,
              GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "measure", _("Measure"), PIVOT_CELL_TEXT },
    { "place", _("Place"), PIVOT_CELL_TEXT },
    { "value", _("Value"), PIVOT_CELL_NUMBER },
    { "unit", _("Unit"), PIVOT_CELL_TEXT },
    { "period", _("Period"), PIVOT_CELL_DATE },
    { "status", _("Status"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
    { "formula", _("Formula"), PIVOT_CELL_TEXT, TRUE },
    { "note", _("Note"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new ("values", pivot_present_table_title ("values"));
  GListModel *measures = pivot_dataset_get_measures (dataset);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      for (guint j = 0; j < pivot_dataset_get_n_places (dataset); j++)
        add_value_row (table, dataset, measure, pivot_dataset_get_place (dataset, j));
    }

  return table;
}

/* Sources and groups */

static PivotTable *
build_sources (PivotDataset *dataset,
               GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "title", _("Title"), PIVOT_CELL_TEXT },
    { "publisher", _("Publisher"), PIVOT_CELL_TEXT },
    { "kind", _("Kind"), PIVOT_CELL_TEXT },
    { "date", _("Date"), PIVOT_CELL_DATE },
    { "url", _("Link"), PIVOT_CELL_TEXT },
    { "note", _("Note"), PIVOT_CELL_TEXT },
    { "id", _("Code"), PIVOT_CELL_TEXT, TRUE },
  };
  PivotTable *table = pivot_table_new ("sources", pivot_present_table_title ("sources"));
  GListModel *sources = pivot_dataset_get_sources (dataset);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(PivotSource) source = g_list_model_get_item (sources, i);
      g_autofree char *ref = g_strconcat ("source:", pivot_source_get_id (source), NULL);
      const char *url = pivot_source_get_url (source);

      pivot_table_add_row (table, ref);
      _pivot_table_add_words (table, pivot_source_get_title (source), ref);
      _pivot_table_add_words (table, pivot_source_get_publisher (source), NULL);
      pivot_table_add_text (table, pivot_present_source_kind_label (pivot_source_get_kind (source)), NULL);
      pivot_table_add_date (table, pivot_source_get_date (source), NULL);
      pivot_table_add_text (table, url, url != NULL ? ref : NULL);
      _pivot_table_add_words (table, pivot_source_get_note (source), NULL);
      pivot_table_add_text (table, pivot_source_get_id (source), NULL);
    }

  return table;
}

static void
add_members (PivotTable   *table,
             PivotDataset *dataset,
             PivotGroup   *group)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      PivotPlace *place = pivot_dataset_get_place (dataset, i);

      if (g_strv_contains (pivot_place_get_groups (place), pivot_group_get_id (group)))
        g_ptr_array_add (names, (gpointer) pivot_text_get (pivot_place_get_short (place)));
    }

  pivot_table_add_number (table, names->len, 0, PIVOT_BOUND_NONE, NULL);
  _pivot_table_add_joined (table, names, NULL);
}

static PivotTable *
build_groups (PivotDataset *dataset,
              GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "label", _("Group"), PIVOT_CELL_TEXT },
    { "count", _("How many"), PIVOT_CELL_NUMBER },
    { "places", _("Places"), PIVOT_CELL_TEXT },
    { "description", _("Description"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new ("groups", pivot_present_table_title ("groups"));
  GListModel *groups = pivot_dataset_get_groups (dataset);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PivotGroup) group = g_list_model_get_item (groups, i);
      g_autofree char *ref = g_strconcat ("group:", pivot_group_get_id (group), NULL);

      pivot_table_add_row (table, ref);
      _pivot_table_add_words (table, pivot_group_get_label (group), ref);
      add_members (table, dataset, group);
      _pivot_table_add_words (table, pivot_group_get_description (group), NULL);
      _pivot_table_add_source (table, dataset, pivot_group_get_source (group));
    }

  return table;
}

static const struct
{
  const char *word;
  const char *title;
  Build       build;
} tables[] = {
  { "places", N_("Places and measures"), build_places },
  { "values", N_("Values"), build_values },
  { "firms", N_("Firms"), _pivot_present_firms_table },
  { "events", N_("Events of firms"), _pivot_present_events_table },
  { "points", N_("Points of figures"), _pivot_present_points_table },
  { "sources", N_("Sources"), build_sources },
  { "groups", N_("Groups"), build_groups },
  { "audit", N_("Audit"), _pivot_present_audit_table },
};

/**
 * pivot_present_table:
 * @dataset: a dataset
 * @word: which table, a word of `PIVOT_OPTION_TABLE`
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Makes a table of what the dataset holds.
 *
 * Returns: (transfer full) (nullable): the table; %NULL if there is no such table
 */
PivotTable *
pivot_present_table (PivotDataset *dataset,
                     const char   *word,
                     GListModel   *findings)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (word != NULL, NULL);
  g_return_val_if_fail (findings == NULL || G_IS_LIST_MODEL (findings), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (strcmp (tables[i].word, word) == 0)
        return tables[i].build (dataset, findings);
    }

  return NULL;
}

/**
 * pivot_present_table_title:
 * @word: which table, a word of `PIVOT_OPTION_TABLE`
 *
 * Names a table for people.
 *
 * Returns: (transfer none) (nullable): the title; %NULL if there is no such table
 */
const char *
pivot_present_table_title (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (strcmp (tables[i].word, word) == 0)
        return _(tables[i].title);
    }

  return NULL;
}

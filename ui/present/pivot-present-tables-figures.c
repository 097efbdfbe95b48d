/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-tables-private.h"

#include "pivot-present-private.h"
#include "pivot-present-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_DECIMALS 4 /* of formulas, which may have no end */

/* What a point is for people: its label, else its date, number or category. */
static void
add_point (PivotTable       *table,
           const PivotPoint *point)
{
  if (point->label != NULL)
    _pivot_table_add_words (table, point->label, NULL);
  else if (point->x_number == point->x_number)
    pivot_table_add_number (table, point->x_number, pivot_units_count_decimals (point->x_number), PIVOT_BOUND_NONE, NULL);
  else
    pivot_table_add_date (table, point->x, NULL);
}

static void
add_point_row (PivotTable       *table,
               PivotDataset     *dataset,
               PivotFigure      *figure,
               PivotSeries      *series,
               const PivotPoint *point)
{
  const PivotValue *value = point->value;
  gboolean missing = pivot_value_is_missing (value);
  g_autofree char *path = g_strjoin ("/", pivot_figure_get_id (figure), pivot_series_get_id (series), point->x, NULL);
  g_autofree char *row = g_strconcat ("value:", path, NULL);
  g_autofree char *ref = g_strconcat ("figure:", pivot_figure_get_id (figure), NULL);

  pivot_table_add_row (table, row);
  pivot_table_add_text (table, pivot_figure_get_id (figure), ref);
  _pivot_table_add_words (table, pivot_figure_get_title (figure), ref);
  _pivot_table_add_words (table, pivot_series_get_label (series), NULL);
  add_point (table, point);
  pivot_table_add_text (table, point->x, NULL);
  _pivot_table_add_value (table, value, _pivot_present_point_decimals (value), NULL, path);
  _pivot_table_add_words (table, pivot_series_get_unit (series), NULL);
  pivot_table_add_text (table, pivot_units_status_label (missing ? PIVOT_STATUS_MISSING : value->status), NULL);
  _pivot_table_add_source (table, dataset, value->source);
  pivot_table_add_text (table, value->formula, NULL);
  _pivot_table_add_words (table, value->note, NULL);
}

static void
add_figure (PivotTable   *table,
            PivotDataset *dataset,
            PivotFigure  *figure)
{
  GListModel *all = pivot_figure_get_series (figure);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (all, i);

      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        add_point_row (table, dataset, figure, series, pivot_series_get_point (series, j));
    }
}

static void
add_measure_row (PivotTable   *table,
                 PivotDataset *dataset,
                 PivotFigure  *figure,
                 PivotMeasure *measure,
                 PivotPlace   *place,
                 guint         index)
{
  const PivotValue *value = pivot_measure_get_value (measure, index);
  gboolean missing = pivot_value_is_missing (value);
  g_autofree char *path = g_strjoin ("/", pivot_measure_get_id (measure), pivot_place_get_id (place), NULL);
  g_autofree char *row = g_strconcat ("value:", path, NULL);
  g_autofree char *ref = g_strconcat ("figure:", pivot_figure_get_id (figure), NULL);

  pivot_table_add_row (table, row);
  pivot_table_add_text (table, pivot_figure_get_id (figure), ref);
  _pivot_table_add_words (table, pivot_figure_get_title (figure), ref);
  _pivot_table_add_words (table, pivot_measure_get_label (measure), NULL);
  _pivot_table_add_words (table, pivot_place_get_name (place), NULL);
  pivot_table_add_text (table, pivot_place_get_id (place), NULL);
  _pivot_table_add_value (table, value, pivot_measure_get_decimals (measure), NULL, path);
  _pivot_table_add_words (table, pivot_measure_get_unit (measure), NULL);
  pivot_table_add_text (table, pivot_units_status_label (missing ? PIVOT_STATUS_MISSING : value->status), NULL);
  _pivot_table_add_source (table, dataset, missing ? NULL : value->source);
  pivot_table_add_text (table, missing ? NULL : value->formula, NULL);
  _pivot_table_add_words (table, value != NULL ? value->note : NULL, NULL);
}

/* A map or a table of places has its numbers in measures, and not in series of its own. */
static void
add_measures (PivotTable   *table,
              PivotDataset *dataset,
              PivotFigure  *figure)
{
  const char * const *measures = pivot_figure_get_measures (figure);
  const char * const *places = pivot_figure_get_places (figure);

  if (pivot_figure_get_chart (figure) != PIVOT_CHART_MAP && pivot_figure_get_chart (figure) != PIVOT_CHART_TABLE)
    return;

  for (guint m = 0; measures[m] != NULL; m++)
    {
      PivotMeasure *measure = pivot_dataset_find_measure (dataset, measures[m]);

      for (guint i = 0; measure != NULL && i < pivot_dataset_get_n_places (dataset); i++)
        {
          PivotPlace *place = pivot_dataset_get_place (dataset, i);

          if (places[0] == NULL || g_strv_contains (places, pivot_place_get_id (place)))
            add_measure_row (table, dataset, figure, measure, place, i);
        }
    }
}

static PivotTable *
new_points_table (const char *id,
                  const char *title)
{
  const PivotColumn columns[] = {
    { "figure", _("Figure"), PIVOT_CELL_TEXT },
    { "title", _("Title"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: a named row of points of a figure. */
    { "series", _("Series"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: the date or category that a value of a figure stands at. */
    { "point", _("Point"), PIVOT_CELL_TEXT },
    { "x", _("Code"), PIVOT_CELL_TEXT, TRUE },
    { "value", _("Value"), PIVOT_CELL_NUMBER },
    { "unit", _("Unit"), PIVOT_CELL_TEXT },
    { "status", _("Status"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
    { "formula", _("Formula"), PIVOT_CELL_TEXT, TRUE },
    { "note", _("Note"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new (id, title);

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));

  return table;
}

PivotTable *
_pivot_present_points_table (PivotDataset *dataset,
                             GListModel   *findings)
{
  PivotTable *table = new_points_table ("points", pivot_present_table_title ("points"));
  GListModel *figures = pivot_dataset_get_figures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      add_figure (table, dataset, figure);
    }

  return table;
}

/**
 * pivot_present_figure_table:
 * @dataset: a dataset
 * @figure: one of its figures
 *
 * Makes a table of the points of one figure, and of the values of its places if they are what it shows.
 *
 * Returns: (transfer full): the table, which may have no rows
 */
PivotTable *
pivot_present_figure_table (PivotDataset *dataset,
                            PivotFigure  *figure)
{
  PivotTable *table;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);

  table = new_points_table (pivot_figure_get_id (figure), pivot_text_get (pivot_figure_get_title (figure)));
  add_figure (table, dataset, figure);
  add_measures (table, dataset, figure);

  return table;
}

/* Audit */

/* One digit more than is printed shows why it does not fit; what doubles add beyond that is no digit of the number. */
static guint
count_recomputed (double number,
                  guint  printed)
{
  double power = pow (10, printed + 1);

  return pivot_units_count_decimals (round (number * power) / power);
}

static void
add_finding_number (PivotTable *table,
                    double      number,
                    guint       decimals,
                    PivotBound  bound)
{
  if (number == number)
    pivot_table_add_number (table, number, decimals, bound, NULL);
  else
    pivot_table_add_missing (table, NULL, NULL);
}

/**
 * pivot_present_finding_title:
 * @dataset: a dataset
 * @finding: a finding of its audit
 *
 * Says what a finding is about.
 *
 * Returns: (transfer none): title of the check, name of the derived measure, or path of the value
 */
const char *
pivot_present_finding_title (PivotDataset *dataset,
                             PivotFinding *finding)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, pivot_finding_get_path (finding));

  if (check != NULL)
    return pivot_text_get (pivot_check_get_title (check));
  if (measure != NULL)
    return pivot_text_get (pivot_measure_get_label (measure));

  return pivot_finding_get_path (finding);
}

static void
add_statement_sources (PivotTable   *table,
                       PivotDataset *dataset,
                       PivotCheck   *check)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      PivotSource *source = pivot_dataset_find_source (dataset, pivot_check_get_statement (check, i)->source);
      const char *title = source != NULL ? pivot_text_get (pivot_source_get_title (source)) : NULL;

      if (title != NULL && !g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, (gpointer) title);
    }

  _pivot_table_add_joined (table, titles, NULL);
}

static void
add_finding_row (PivotTable   *table,
                 PivotDataset *dataset,
                 PivotFinding *finding)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  double recomputed = pivot_finding_get_recomputed (finding);
  double printed = pivot_finding_get_printed (finding);
  guint decimals = check != NULL ? pivot_check_get_decimals (check) : MIN (pivot_units_count_decimals (printed), MAX_DECIMALS);
  g_autofree char *row = g_strconcat ("finding:", pivot_finding_get_path (finding), NULL);

  pivot_table_add_row (table, row);
  pivot_table_add_text (table, pivot_present_verdict_label (pivot_finding_get_verdict (finding)), NULL);
  pivot_table_add_text (table, pivot_present_finding_title (dataset, finding), row);
  add_finding_number (table, printed, decimals, check != NULL ? pivot_check_get_bound (check) : PIVOT_BOUND_NONE);
  add_finding_number (table, recomputed, MAX (count_recomputed (recomputed, decimals), decimals), PIVOT_BOUND_NONE);
  pivot_table_add_text (table, pivot_finding_get_arithmetic (finding), NULL);
  if (check != NULL && pivot_check_get_n_statements (check) > 0)
    add_statement_sources (table, dataset, check);
  else
    _pivot_table_add_source (table, dataset, check != NULL ? pivot_check_get_source (check) : NULL);
  _pivot_table_add_words (table, check != NULL ? pivot_check_get_assessment (check) : NULL, NULL);
  _pivot_table_add_words (table, check != NULL ? pivot_check_get_note (check) : NULL, NULL);
}

PivotTable *
_pivot_present_audit_table (PivotDataset *dataset,
                            GListModel   *findings)
{
  const PivotColumn columns[] = {
    { "verdict", _("Verdict"), PIVOT_CELL_TEXT },
    { "title", _("Statement"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: the number as the source prints it. */
    { "printed", _("Printed"), PIVOT_CELL_NUMBER },
    /* Translators: heading of a column: the number as it comes out when it is worked out anew. */
    { "recomputed", _("Recomputed"), PIVOT_CELL_NUMBER },
    { "arithmetic", _("Arithmetic"), PIVOT_CELL_TEXT },
    { "source", _("Source"), PIVOT_CELL_TEXT },
    /* Translators: heading of a column: what the dataset makes of statements that disagree. */
    { "assessment", _("Assessment"), PIVOT_CELL_TEXT },
    { "note", _("Note"), PIVOT_CELL_TEXT },
  };
  PivotTable *table = pivot_table_new ("audit", pivot_present_table_title ("audit"));

  _pivot_table_add_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);

      add_finding_row (table, dataset, finding);
    }

  return table;
}

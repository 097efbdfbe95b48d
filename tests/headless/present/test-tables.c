/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-present-tables.h"
#include "pivot-session-options.h"
#include "pivot-table-text.h"

static PivotTable *
get_table (Fixture    *fixture,
           const char *word)
{
  g_autoptr(GListModel) findings = pivot_audit_run (fixture->dataset);
  PivotTable *table = pivot_present_table (fixture->dataset, word, findings);

  g_assert_nonnull (table);

  return table;
}

static guint
find_row (PivotTable *table,
          const char *id)
{
  for (guint i = 0; i < pivot_table_get_n_rows (table); i++)
    if (g_str_equal (pivot_table_get_row_id (table, i), id))
      return i;

  g_error ("no row %s", id);
}

static const PivotCell *
get_cell (PivotTable *table,
          const char *row,
          const char *column)
{
  int index = pivot_table_find_column (table, column);

  g_assert_cmpint (index, >=, 0);

  return pivot_table_get_cell (table, find_row (table, row), (guint) index);
}

/* Every word of the session is a table with rows, a title and the same number of cells in each row. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_TABLE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(PivotTable) table = get_table (fixture, words[i]);
      g_autofree char *csv = pivot_table_to_csv (table, NULL, 0);

      g_assert_cmpstr (pivot_table_get_title (table), ==, pivot_present_table_title (words[i]));
      g_assert_cmpuint (pivot_table_get_n_rows (table), >, 0);
      g_assert_nonnull (pivot_table_get_cell (table, pivot_table_get_n_rows (table) - 1, pivot_table_get_n_columns (table) - 1));
      g_assert_true (g_utf8_validate (csv, -1, NULL));
    }

  g_assert_null (pivot_present_table (fixture->dataset, "none", NULL));
  g_assert_null (pivot_present_table_title ("none"));
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotTable) table = get_table (fixture, "places");
  const PivotCell *value = get_cell (table, "place:CN-ZJ", "lg-share");
  const PivotCell *missing = get_cell (table, "place:CN-TW", "lg-share");

  g_assert_cmpuint (pivot_table_get_n_rows (table), ==, pivot_dataset_get_n_places (fixture->dataset));
  g_assert_cmpfloat (value->number, ==, 9.87);
  g_assert_cmpstr (value->ref, ==, "value:lg-share/CN-ZJ");
  g_assert_cmpstr (get_cell (table, "place:CN-ZJ", "lg-share-status")->text, ==, "printed in the series");
  g_assert_cmpstr (get_cell (table, "place:CN-ZJ", "lg-share-source")->ref, ==, "source:cortese-2022-4");
  g_assert_cmpint (missing->kind, ==, PIVOT_CELL_MISSING);
  assert_contains (missing->text, "ten provinces only");
  g_assert_cmpstr (get_cell (table, "place:CN-TW", "lg-share-status")->text, ==, "missing");
}

/* A row for each pair of measure and place; what is missing has no number and a reason. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotTable) table = get_table (fixture, "values");
  guint n_measures = g_list_model_get_n_items (pivot_dataset_get_measures (fixture->dataset));

  g_assert_cmpuint (pivot_table_get_n_rows (table), ==, n_measures * pivot_dataset_get_n_places (fixture->dataset));
  g_assert_cmpstr (get_cell (table, "value:talent-gap/CN-ZJ", "status")->text, ==, "computed");
  g_assert_cmpstr (get_cell (table, "value:talent-gap/CN-ZJ", "formula")->text, ==, "pg-share/CN-ZJ − lg-share/CN-ZJ");

  for (guint i = 0; i < pivot_table_get_n_rows (table); i++)
    {
      const char *row = pivot_table_get_row_id (table, i);
      const PivotValue *value = pivot_dataset_find_value (fixture->dataset, row + strlen ("value:"));
      const PivotCell *cell = pivot_table_get_cell (table, i, (guint) pivot_table_find_column (table, "value"));

      g_assert_true ((cell->kind == PIVOT_CELL_MISSING) == pivot_value_is_missing (value));
      if (cell->kind == PIVOT_CELL_MISSING)
        g_assert_nonnull (cell->text);
      else
        g_assert_cmpfloat (cell->number, ==, value->number);
    }
}

/* Limits stay limits, in the window and in files. */
static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotTable) table = get_table (fixture, "points");
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);
  guint n = 0, n_bounds = 0;

  for (guint i = 0; i < pivot_table_get_n_rows (table); i++)
    {
      const char *row = pivot_table_get_row_id (table, i);
      const PivotValue *value = pivot_dataset_find_value (fixture->dataset, row + strlen ("value:"));
      const PivotCell *cell = pivot_table_get_cell (table, i, (guint) pivot_table_find_column (table, "value"));

      g_assert_nonnull (value);
      if (!pivot_value_is_missing (value))
        g_assert_cmpint (cell->bound, ==, value->bound);
      if (!pivot_value_is_missing (value) && value->bound != PIVOT_BOUND_NONE)
        {
          g_autofree char *text = pivot_cell_to_text (cell);
          g_autofree char *csv = pivot_table_to_csv (table, &i, 1);

          g_assert_false (g_ascii_isdigit (*text));
          g_assert_true (strstr (csv, "> ") != NULL || strstr (csv, "< ") != NULL || strstr (csv, "≈ ") != NULL);
          n_bounds++;
        }
    }
  g_assert_cmpuint (n_bounds, >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr(PivotTable) own = pivot_present_figure_table (fixture->dataset, figure);
      g_autofree char *prefix = g_strdup_printf ("value:%s/", pivot_figure_get_id (figure));

      /* Besides, a map or a table has the values of its places, which are no points. */
      for (guint r = 0; r < pivot_table_get_n_rows (own); r++)
        n += g_str_has_prefix (pivot_table_get_row_id (own, r), prefix);
    }
  g_assert_cmpuint (n, ==, pivot_table_get_n_rows (table));
}

static void
test_audit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotTable) table = get_table (fixture, "audit");
  g_autoptr(PivotTable) none = pivot_present_table (fixture->dataset, "audit", NULL);

  g_assert_cmpstr (get_cell (table, "finding:gap-shaanxi", "verdict")->text, ==, "Does not add up");
  g_assert_cmpfloat (get_cell (table, "finding:gap-shaanxi", "printed")->number, ==, 1.16);
  g_assert_cmpfloat_with_epsilon (get_cell (table, "finding:gap-shaanxi", "recomputed")->number, 1.17, 1e-9);
  assert_contains (get_cell (table, "finding:gap-shaanxi", "arithmetic")->text, "3.52 − 2.35 = 1.17");
  g_assert_cmpstr (get_cell (table, "finding:total-4762-4672", "verdict")->text, ==, "Sources disagree");
  g_assert_cmpint (get_cell (table, "finding:total-4762-4672", "printed")->kind, ==, PIVOT_CELL_MISSING);
  assert_contains (get_cell (table, "finding:total-4762-4672", "assessment")->text, "swapped");
  g_assert_cmpuint (pivot_table_get_n_rows (none), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present/tables/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/present/tables/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/present/tables/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/present/tables/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/present/tables/audit", Fixture, NULL, set_up, test_audit, tear_down);

  return g_test_run ();
}

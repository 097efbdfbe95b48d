/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table-text.h"

#include <math.h>
#include <string.h>

static PivotTable *
make_table (void)
{
  PivotTable *table = pivot_table_new ("small", "Small & fine");

  pivot_table_add_column (table, "name", "Name, full", NULL, PIVOT_CELL_TEXT, FALSE);
  pivot_table_add_column (table, "value", "Value", "%", PIVOT_CELL_NUMBER, FALSE);
  pivot_table_add_column (table, "status", "Status", NULL, PIVOT_CELL_TEXT, TRUE);
  pivot_table_add_column (table, "date", "Date", NULL, PIVOT_CELL_DATE, FALSE);

  pivot_table_add_row (table, "place:a");
  pivot_table_add_text (table, "浙江 \"Z\"", "place:a");
  pivot_table_add_number (table, 0.1 + 0.2, 2, PIVOT_BOUND_NONE, "value:m/a");
  pivot_table_add_text (table, "printed", NULL);
  pivot_table_add_date (table, "2021-05", NULL);

  pivot_table_add_row (table, "place:b");
  pivot_table_add_text (table, "two\nlines\there", NULL);
  pivot_table_add_number (table, 1234567.5, 1, PIVOT_BOUND_ABOVE, NULL);
  pivot_table_add_text (table, "", NULL);
  pivot_table_add_date (table, NULL, NULL);

  pivot_table_add_row (table, "place:c");
  pivot_table_add_text (table, " <c> ", NULL);
  pivot_table_add_missing (table, "not asked", "value:m/c");
  pivot_table_add_text (table, "missing", NULL);
  pivot_table_add_date (table, "2013", NULL);

  return table;
}

static void
test_cells (void)
{
  g_autoptr(PivotTable) table = make_table ();
  const PivotCell *cell = pivot_table_get_cell (table, 2, 1);

  g_assert_cmpuint (pivot_table_get_n_columns (table), ==, 4);
  g_assert_cmpuint (pivot_table_get_n_rows (table), ==, 3);
  g_assert_cmpint (pivot_table_find_column (table, "date"), ==, 3);
  g_assert_cmpint (pivot_table_find_column (table, "none"), ==, -1);
  g_assert_cmpstr (pivot_table_get_row_id (table, 1), ==, "place:b");
  g_assert_cmpint (cell->kind, ==, PIVOT_CELL_MISSING);
  g_assert_cmpstr (cell->text, ==, "not asked");
  g_assert_cmpstr (cell->ref, ==, "value:m/c");
  g_assert_true (isnan (cell->number));
  /* An empty text is nothing at all. */
  g_assert_cmpint (pivot_table_get_cell (table, 1, 2)->kind, ==, PIVOT_CELL_MISSING);
}

/* Written by hand after RFC 4180. */
static void
test_csv (void)
{
  g_autoptr(PivotTable) table = make_table ();
  g_autofree char *csv = pivot_table_to_csv (table, NULL, 0);

  g_assert_cmpstr (csv, ==,
                   "\"Name, full\",Value (%),Status,Date\r\n"
                   "\"浙江 \"\"Z\"\"\",0.30000000000000004,printed,2021-05\r\n"
                   "\"two\nlines\there\",> 1234567.5,,\r\n"
                   "\" <c> \",,missing,2013\r\n");
}

static void
test_tsv (void)
{
  g_autoptr(PivotTable) table = make_table ();
  const guint rows[] = { 2, 1 };
  g_autofree char *tsv = pivot_table_to_tsv (table, rows, 2);

  g_assert_cmpstr (tsv, ==,
                   "Name, full\tValue (%)\tDate\n"
                   " <c> \t\t2013\n"
                   "two lines here\t> 1234567.5\t\n");
}

static void
test_html (void)
{
  g_autoptr(PivotTable) table = make_table ();
  const guint rows[] = { 2 };
  g_autofree char *html = pivot_table_to_html (table, rows, 1);
  g_autofree char *none = pivot_table_to_html (table, rows, 0);

  g_assert_cmpstr (html, ==,
                   "<table>\n<caption>Small &amp; fine</caption>\n<thead>\n"
                   "<tr><th>Name, full</th><th align=\"right\">Value (%)</th><th>Date</th></tr>\n"
                   "</thead>\n<tbody>\n"
                   "<tr><td> &lt;c&gt; </td><td align=\"right\">—</td><td>2013</td></tr>\n"
                   "</tbody>\n</table>\n");
  g_assert_nonnull (strstr (none, "<tbody>\n</tbody>"));
}

static void
test_people (void)
{
  g_autoptr(PivotTable) table = make_table ();
  static const struct { guint row, column; const char *text; } rows[] = {
    { 0, 1, "0.30" }, { 1, 1, ">\u00a01,234,567.5" }, { 2, 1, "—" }, { 0, 3, "May 2021" }, { 2, 3, "2013" }, { 1, 3, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = pivot_cell_to_text (pivot_table_get_cell (table, rows[i].row, rows[i].column));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Every number is read back from the file as it was. */
static void
test_numbers_return (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(PivotTable) table = pivot_table_new ("n", "n");
      double number = g_rand_double_range (random, -1, 1) * pow (10, g_rand_int_range (random, -12, 12));
      g_autofree char *csv = NULL;

      pivot_table_add_column (table, "n", "n", NULL, PIVOT_CELL_NUMBER, FALSE);
      pivot_table_add_row (table, "n");
      pivot_table_add_number (table, number, 0, PIVOT_BOUND_NONE, NULL);
      csv = pivot_table_to_csv (table, NULL, 0);
      g_assert_true (g_ascii_strtod (csv + strlen ("n\r\n"), NULL) == number);
    }
}

static void
test_order (void)
{
  const PivotCell missing = { .kind = PIVOT_CELL_MISSING }, one = { .kind = PIVOT_CELL_NUMBER, .number = 1 };
  const PivotCell two = { .kind = PIVOT_CELL_NUMBER, .number = 2 };
  const PivotCell early = { .kind = PIVOT_CELL_DATE, .text = "2013" }, late = { .kind = PIVOT_CELL_DATE, .text = "2013-05" };
  const PivotCell text = { .kind = PIVOT_CELL_TEXT, .text = "a" };

  g_assert_cmpint (pivot_cell_compare (&one, &two), <, 0);
  g_assert_cmpint (pivot_cell_compare (&two, &missing), <, 0);
  g_assert_cmpint (pivot_cell_compare (&missing, &one), >, 0);
  g_assert_cmpint (pivot_cell_compare (&missing, &missing), ==, 0);
  g_assert_cmpint (pivot_cell_compare (&early, &late), <, 0);
  g_assert_cmpint (pivot_cell_compare (&text, &one), >, 0);
  g_assert_cmpint (pivot_cell_compare (&one, &text), <, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/table/cells", test_cells);
  g_test_add_func ("/io/table/csv", test_csv);
  g_test_add_func ("/io/table/tsv", test_tsv);
  g_test_add_func ("/io/table/html", test_html);
  g_test_add_func ("/io/table/people", test_people);
  g_test_add_func ("/io/table/numbers-return", test_numbers_return);
  g_test_add_func ("/io/table/order", test_order);

  return g_test_run ();
}

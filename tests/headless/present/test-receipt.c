/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-present-tables.h"
#include "pivot-session-options.h"

static PivotReceipt *
get_receipt (Fixture    *fixture,
             const char *measure,
             const char *place)
{
  g_autoptr(GListModel) findings = pivot_audit_run (fixture->dataset);

  return pivot_receipt_new_for_measure (fixture->dataset, pivot_dataset_find_measure (fixture->dataset, measure),
                                        place_of (fixture->dataset, place), findings);
}

static void
test_printed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PivotReceipt) receipt = get_receipt (fixture, "lg-share", "CN-ZJ");
  g_autofree char *text = pivot_receipt_to_text (receipt);

  g_assert_cmpstr (pivot_receipt_get_text (receipt), ==, "9.87%");
  g_assert_cmpstr (pivot_receipt_get_rank (receipt), ==, "1 of 10");
  assert_contains (pivot_receipt_get_source (receipt), "Part IV");
  g_assert_false (pivot_receipt_is_missing (receipt));
  g_assert_false (pivot_receipt_is_bound (receipt));
  g_assert_null (pivot_receipt_get_formula (receipt));

  /* The note of the measure says who has no value; that is nothing to Zhejiang. */
  g_assert_null (pivot_receipt_get_note (receipt));
  assert_contains (text, "Zhejiang\nShare of all Little Giants: 9.87%\n");
  assert_contains (text, "https://");
}

/* The printed 1.16 is 1.17 in arithmetic. It stays what the source prints, and the receipt says so. */
static void
test_does_not_add_up (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(PivotReceipt) receipt = get_receipt (fixture, "talent-gap-printed", "CN-SN");
  g_autoptr(PivotReceipt) other = get_receipt (fixture, "talent-gap-printed", "CN-BJ");

  assert_contains (pivot_receipt_get_text (receipt), "1.16");
  assert_contains (pivot_receipt_get_finding (receipt), "Does not add up");
  assert_contains (pivot_receipt_get_finding (receipt), "1.16");
  assert_contains (pivot_receipt_get_finding (receipt), "1.17");
  g_assert_true (pivot_receipt_is_doubtful (receipt));
  g_assert_false (pivot_receipt_is_doubtful (other));
  assert_lacks (pivot_receipt_get_finding (other), "Does not add up");
}

/* 3.10 is printed for the mean of five shares, which is 3.094. The shares themselves are not doubtful, but lead there. */
static void
test_input_of_failure (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(PivotReceipt) receipt = get_receipt (fixture, "pg-share", "CN-ZJ");
  g_autoptr(PivotReceipt) other = get_receipt (fixture, "population-2020", "CN-ZJ");

  assert_contains (pivot_receipt_get_finding (receipt), "Used in a figure that does not add up");
  assert_contains (pivot_receipt_get_finding (receipt), "3.1");
  g_assert_false (pivot_receipt_is_doubtful (receipt));
  g_assert_false (pivot_receipt_is_doubtful (other));
}

static void
test_formula (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PivotReceipt) derived = get_receipt (fixture, "talent-gap", "CN-ZJ");
  g_autoptr(PivotReceipt) given = get_receipt (fixture, "lg-count-2021", "CN-ZJ");
  g_autoptr(PivotReceipt) numbers = get_receipt (fixture, "lg-count-2021", "CN-BJ");
  g_autoptr(PivotReceipt) share = get_receipt (fixture, "lg-share-batch12", "CN-ZJ");

  g_assert_cmpstr (pivot_receipt_get_formula (derived), ==,
                   "Share of all postgraduates 5.05 − Share of all Little Giants 9.87");
  g_assert_cmpstr (pivot_receipt_get_formula (given), ==, "round (Share of all Little Giants 9.87 × 4,761 ÷ 100)");
  g_assert_cmpstr (pivot_receipt_get_formula (numbers), ==, "round (117 ÷ 45.5 × 100)");
  assert_lacks (pivot_receipt_get_formula (share), "lg-count-batch12");
  assert_contains (pivot_receipt_get_note (numbers), "Haidian");
  g_assert_cmpstr (pivot_receipt_get_text (derived), ==, "−4.82\u00a0percentage points");
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PivotReceipt) receipt = get_receipt (fixture, "lg-share", "CN-TW");

  g_assert_true (pivot_receipt_is_missing (receipt));
  g_assert_null (pivot_receipt_get_rank (receipt));
  g_assert_null (pivot_receipt_get_source (receipt));
  assert_contains (pivot_receipt_get_note (receipt), "ten provinces only");
  assert_contains (pivot_receipt_get_text (receipt), "no data");
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  data)
{
  /* Scores 16, 15, 14, 13, 13, 13, 12, 12, 10, 7. */
  static const struct { const char *place; const char *rank; } rows[] = {
    { "CN-HN", "1 of 10" }, { "CN-ZJ", "joint 4 of 10" }, { "CN-HB", "joint 4 of 10" }, { "CN-SN", "joint 7 of 10" },
    { "CN-SH", "9 of 10" }, { "CN-AH", "10 of 10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PivotReceipt) receipt = get_receipt (fixture, "subsidy-score", rows[i].place);

      g_assert_cmpstr (pivot_receipt_get_rank (receipt), ==, rows[i].rank);
    }
}

/* Every measure gives a receipt, in the dataset's order; all texts can be read as properties. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GListModel) findings = pivot_audit_run (fixture->dataset);
  guint n_measures = g_list_model_get_n_items (pivot_dataset_get_measures (fixture->dataset));
  guint n_places = pivot_dataset_get_n_places (fixture->dataset);

  for (guint place = 0; place < n_places; place++)
    {
      g_autoptr(GListModel) receipts = pivot_present_receipts (fixture->dataset, place, findings);

      g_assert_cmpuint (g_list_model_get_n_items (receipts), ==, n_measures);
      for (guint i = 0; i < n_measures; i++)
        {
          g_autoptr(PivotReceipt) receipt = g_list_model_get_item (receipts, i);
          g_autoptr(PivotMeasure) measure = g_list_model_get_item (pivot_dataset_get_measures (fixture->dataset), i);
          g_autofree char *label = NULL;
          g_autofree char *source_kind = NULL;
          gboolean missing;

          g_object_get (receipt, "label", &label, "missing", &missing, "source-kind", &source_kind, NULL);
          g_assert_cmpstr (label, ==, pivot_text_get (pivot_measure_get_label (measure)));
          g_assert_cmpstr (pivot_receipt_get_measure (receipt), ==, pivot_measure_get_id (measure));
          g_assert_true (missing == pivot_receipt_is_missing (receipt));
          g_assert_true (missing == (source_kind == NULL));
          if (missing)
            g_assert_nonnull (pivot_receipt_get_note (receipt));
        }
    }
}

/* What every number that is shown anywhere must have. */
static void
assert_receipt (PivotDataset *dataset,
                const char   *path,
                GListModel   *findings)
{
  g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_path (dataset, path, findings);
  g_autoptr(GListModel) inputs = NULL;
  g_autofree char *text = NULL;

  if (receipt == NULL)
    g_error ("no receipt for %s", path);

  g_assert_cmpstr (pivot_receipt_get_path (receipt), ==, path);
  g_assert_cmpstr (pivot_receipt_get_label (receipt), !=, "");
  g_assert_cmpstr (pivot_receipt_get_text (receipt), !=, "");
  g_assert_nonnull (pivot_receipt_get_status (receipt));
  if (pivot_receipt_is_missing (receipt) ? pivot_receipt_get_note (receipt) == NULL
                                         : pivot_receipt_get_origin (receipt) == NULL && pivot_receipt_get_formula (receipt) == NULL)
    g_error ("%s: neither a source nor a formula, nor a reason", path);

  inputs = pivot_receipt_get_inputs (receipt);
  for (guint i = 0; i < g_list_model_get_n_items (inputs); i++)
    {
      g_autoptr(PivotReceipt) input = g_list_model_get_item (inputs, i);

      g_assert_false (pivot_receipt_is_missing (input));
      g_assert_cmpstr (pivot_receipt_get_path (input), !=, path);
    }
  text = pivot_receipt_to_text (receipt);
  assert_contains (text, pivot_receipt_get_text (receipt));
}

/* No number in the window is without a receipt: every cell of every table that holds a value is asked for it. */
static void
test_every_number (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GListModel) findings = pivot_audit_run (fixture->dataset);
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_TABLE);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(PivotTable) table = pivot_present_table (fixture->dataset, words[i], findings);

      for (guint row = 0; row < pivot_table_get_n_rows (table); row++)
        for (guint column = 0; column < pivot_table_get_n_columns (table); column++)
          {
            const PivotCell *cell = pivot_table_get_cell (table, row, column);

            if (cell->ref == NULL || !g_str_has_prefix (cell->ref, "value:"))
              continue;
            assert_receipt (fixture->dataset, cell->ref + strlen ("value:"), findings);
            n++;
          }
    }

  /* Each measure and place twice, and each point of a figure. */
  g_assert_cmpuint (n, >, 2 * pivot_dataset_get_n_places (fixture->dataset));
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GListModel) findings = pivot_audit_run (fixture->dataset);
  g_autoptr(PivotReceipt) swapped = pivot_receipt_new_for_path (fixture->dataset, "2-1/firms-covered/2021-12", findings);
  g_autoptr(PivotReceipt) none = NULL;
  g_autoptr(PivotReceipt) year = pivot_receipt_new_for_path (fixture->dataset, "1-1a/online-retail-growth/2015", findings);

  g_assert_true (pivot_receipt_is_doubtful (swapped));
  assert_contains (pivot_receipt_get_finding (swapped), "Sources disagree");
  assert_contains (pivot_receipt_get_disagreement (swapped), "4,762: Part I, text");
  assert_contains (pivot_receipt_get_disagreement (swapped), "swapped");
  g_assert_cmpstr (pivot_source_get_id (pivot_receipt_get_origin (swapped)), ==, "cortese-2022-2");

  g_assert_cmpstr (pivot_receipt_get_text (year), ==, "33.3\u00a0% y/y");
  g_assert_null (pivot_receipt_get_measure (year));
  g_assert_null (pivot_receipt_get_disagreement (year));

  none = pivot_receipt_new_for_path (fixture->dataset, "1-1a/online-retail-growth/1999", findings);
  g_assert_null (none);
  none = pivot_receipt_new_for_path (fixture->dataset, "lg-share/CN-XX", findings);
  g_assert_null (none);
  none = pivot_receipt_new_for_path (fixture->dataset, "nothing", findings);
  g_assert_null (none);
}

/* The inputs of a formula are receipts again, down to what is printed somewhere. */
static void
test_inputs (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotReceipt) gap = get_receipt (fixture, "talent-gap", "CN-ZJ");
  g_autoptr(GListModel) inputs = pivot_receipt_get_inputs (gap);
  g_autoptr(PivotReceipt) first = g_list_model_get_item (inputs, 0);
  g_autoptr(PivotReceipt) second = g_list_model_get_item (inputs, 1);
  g_autoptr(GListModel) none = pivot_receipt_get_inputs (first);

  g_assert_cmpuint (g_list_model_get_n_items (inputs), ==, 2);
  g_assert_cmpstr (pivot_receipt_get_path (first), ==, "pg-share/CN-ZJ");
  g_assert_cmpstr (pivot_receipt_get_path (second), ==, "lg-share/CN-ZJ");
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
test_firms (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GListModel) firms = pivot_present_firms (fixture->dataset, place_of (fixture->dataset, "CN-HB"));
  g_autoptr(GListModel) none = pivot_present_firms (fixture->dataset, place_of (fixture->dataset, "CN-TW"));
  g_autoptr(GListModel) nowhere = pivot_present_firms (fixture->dataset, 34);

  g_assert_cmpuint (g_list_model_get_n_items (firms), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (nowhere), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present/receipt/printed", Fixture, NULL, set_up, test_printed, tear_down);
  g_test_add ("/present/receipt/does-not-add-up", Fixture, NULL, set_up, test_does_not_add_up, tear_down);
  g_test_add ("/present/receipt/input-of-failure", Fixture, NULL, set_up, test_input_of_failure, tear_down);
  g_test_add ("/present/receipt/formula", Fixture, NULL, set_up, test_formula, tear_down);
  g_test_add ("/present/receipt/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/present/receipt/ties", Fixture, NULL, set_up, test_ties, tear_down);
  g_test_add ("/present/receipt/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/present/receipt/every-number", Fixture, NULL, set_up, test_every_number, tear_down);
  g_test_add ("/present/receipt/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/present/receipt/inputs", Fixture, NULL, set_up, test_inputs, tear_down);
  g_test_add ("/present/receipt/firms", Fixture, NULL, set_up, test_firms, tear_down);

  return g_test_run ();
}

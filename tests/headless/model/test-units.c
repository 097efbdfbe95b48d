/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-units.h"

#include "tiny-dataset.h"

#include <locale.h>
#include <math.h>

#define NBSP  "\302\240"
#define MINUS "\342\210\222"

typedef struct
{
  double      number;
  guint       decimals;
  const char *text;
} NumberRow;

static void
check_numbers (const NumberRow *rows,
               guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = pivot_units_format_number (rows[i].number, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_number (void)
{
  static const NumberRow rows[] = {
    { 9.87, 2, "9.87" },
    { 5, 2, "5.00" },
    { 0, 0, "0" },
    { -4.82, 2, MINUS "4.82" },
    { -0.0, 2, "0.00" },
    { -0.004, 2, "0.00" },
    { -0.006, 2, MINUS "0.01" },
    { 1409778724, 0, "1,409,778,724" },
    { 126012510, 0, "126,012,510" },
    { -1234.5678, 4, MINUS "1,234.5678" },
    { 999, 0, "999" },
    { 999.9996, 3, "1,000.000" },
    { NAN, 2, "no data" },
    { -INFINITY, 1, MINUS "∞" },
  };

  check_numbers (rows, G_N_ELEMENTS (rows));
}

/* TRUE if the system has the locale; the test is skipped otherwise. */
static gboolean
use_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;

  g_test_skip ("the locale is not installed");
  return FALSE;
}

static void
test_number_german (void)
{
  static const NumberRow rows[] = {
    { 1409778724, 0, "1.409.778.724" },
    { -4.82, 2, MINUS "4,82" },
    { -0.004, 2, "0,00" },
  };

  if (use_locale ("de_DE.UTF-8"))
    check_numbers (rows, G_N_ELEMENTS (rows));
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_number_chinese (void)
{
  static const NumberRow rows[] = {
    { 1409778724, 0, "1,409,778,724" },
    { -1234.5, 1, MINUS "1,234.5" },
  };

  if (use_locale ("zh_CN.UTF-8"))
    check_numbers (rows, G_N_ELEMENTS (rows));
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_value (void)
{
  static const struct
  {
    double      number;
    PivotBound  bound;
    guint       decimals;
    const char *unit;
    const char *text;
  } rows[] = {
    { 9.87, PIVOT_BOUND_NONE, 2, "%", "9.87%" },
    { -4.82, PIVOT_BOUND_NONE, 2, "percentage points", MINUS "4.82" NBSP "percentage points" },
    { 9, PIVOT_BOUND_ABOVE, 1, NULL, ">" NBSP "9.0" },
    { 5, PIVOT_BOUND_BELOW, 0, "", "<" NBSP "5" },
    { 120, PIVOT_BOUND_ABOUT, 0, "firms", "≈" NBSP "120" NBSP "firms" },
    { NAN, PIVOT_BOUND_NONE, 0, "firms", "no data" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PivotValue) value = pivot_value_new (rows[i].number, PIVOT_STATUS_PUBLISHED, rows[i].bound, "book", NULL, NULL);
      g_autofree char *text = pivot_units_format_value (value, rows[i].decimals, rows[i].unit);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_no_value (void)
{
  g_autofree char *text = pivot_units_format_value (NULL, 2, "%");

  g_assert_cmpstr (text, ==, "no data");
}

static void
test_measure (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  PivotMeasure *alpha = pivot_dataset_find_measure (dataset, "alpha");
  PivotMeasure *beta = pivot_dataset_find_measure (dataset, "beta");
  PivotMeasure *gap = pivot_dataset_find_measure (dataset, "gap");
  g_autofree char *share = pivot_units_format_measure (alpha, 0);
  g_autofree char *about = pivot_units_format_measure (beta, 0);
  g_autofree char *missing = pivot_units_format_measure (beta, 1);
  g_autofree char *derived = pivot_units_format_measure (gap, 2);

  g_assert_cmpstr (share, ==, "5.00%");
  g_assert_cmpstr (about, ==, "≈" NBSP "4.0" NBSP "firms");
  g_assert_cmpstr (missing, ==, "no data");
  g_assert_cmpstr (derived, ==, MINUS "4.82" NBSP "points");
}

static void
test_range (void)
{
  g_autofree char *text = pivot_units_format_range (-1.5, 4.24, 2);

  g_assert_cmpstr (text, ==, MINUS "1.50 – 4.24");
}

static void
test_date (void)
{
  static const struct
  {
    const char *iso;
    const char *text;
  } rows[] = {
    { "2021", "2021" },
    { "2021-10", "October 2021" },
    { "2013-05-20", "20 May 2013" },
    { "2013-05-02", "2 May 2013" },
    { "2013-02-30", "2013-02-30" },
    { "2013-13", "2013-13" },
    { "FY2021", "FY2021" },
    { "20210", "20210" },
    { "2021-1", "2021-1" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = pivot_units_format_date (rows[i].iso);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_status (void)
{
  g_assert_cmpstr (pivot_units_status_label (PIVOT_STATUS_PUBLISHED), ==, "printed in the series");
  g_assert_cmpstr (pivot_units_status_label (PIVOT_STATUS_SOURCED), ==, "read in the named source");
  g_assert_cmpstr (pivot_units_status_label (PIVOT_STATUS_COMPUTED), ==, "computed");
  g_assert_cmpstr (pivot_units_status_label (PIVOT_STATUS_MISSING), ==, "missing");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/units/number", test_number);
  g_test_add_func ("/units/number/german", test_number_german);
  g_test_add_func ("/units/number/chinese", test_number_chinese);
  g_test_add_func ("/units/value", test_value);
  g_test_add_func ("/units/no-value", test_no_value);
  g_test_add_func ("/units/measure", test_measure);
  g_test_add_func ("/units/range", test_range);
  g_test_add_func ("/units/date", test_date);
  g_test_add_func ("/units/status", test_status);

  return g_test_run ();
}

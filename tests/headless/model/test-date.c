/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-date.h"

#include <math.h>

static const struct { const char *iso; const char *first, *last; PivotPrecision precision; } dates[] = {
  { "2013", "2013-01-01", "2013-12-31", PIVOT_PRECISION_YEAR },
  { "2012", "2012-01-01", "2012-12-31", PIVOT_PRECISION_YEAR },
  { "2012-02", "2012-02-01", "2012-02-29", PIVOT_PRECISION_MONTH },
  { "1900-02", "1900-02-01", "1900-02-28", PIVOT_PRECISION_MONTH },
  { "2021-12", "2021-12-01", "2021-12-31", PIVOT_PRECISION_MONTH },
  { "2021-11-15", "2021-11-15", "2021-11-15", PIVOT_PRECISION_DAY },
};

static void
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      PivotDateSpan span;

      g_assert_true (pivot_date_parse (dates[i].iso, &span));
      first = pivot_date_to_iso (span.start);
      last = pivot_date_to_iso (span.end - 1);
      g_assert_cmpstr (first, ==, dates[i].first);
      g_assert_cmpstr (last, ==, dates[i].last);
      g_assert_cmpint (span.precision, ==, dates[i].precision);
    }
}

static void
test_no_dates (void)
{
  static const char * const texts[] = { "", "20", "2013-13", "2013-02-30", "2013-1-1", "0000", "2013/05", "about 2013", "2013-05-200" };
  PivotDateSpan span;

  g_assert_false (pivot_date_parse (NULL, &span));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (pivot_date_parse (texts[i], &span));
}

static void
test_ranges (void)
{
  PivotDateSpan span, first, last;

  g_assert_true (pivot_date_parse_range ("2021-01", "2021-06", &span));
  g_assert_true (pivot_date_parse ("2021-01", &first));
  g_assert_true (pivot_date_parse ("2021-06", &last));
  g_assert_cmpfloat (span.start, ==, first.start);
  g_assert_cmpfloat (span.end, ==, last.end);
  g_assert_false (pivot_date_parse_range ("2021", "soon", &span));
}

/* A day as years and back is that day, and the same day of two years is whole years apart. */
static void
test_years (void)
{
  PivotDateSpan founded, listed;

  for (double day = 1; day < 900000; day += 97.25)
    g_assert_cmpfloat_with_epsilon (pivot_date_from_years (pivot_date_to_years (day)), day, 1e-6);

  g_assert_true (pivot_date_parse ("2000", &founded));
  g_assert_true (pivot_date_parse ("2021", &listed));
  g_assert_cmpfloat_with_epsilon (pivot_date_to_years (listed.start) - pivot_date_to_years (founded.start), 21, 1e-9);
}

static void
test_words (void)
{
  g_autofree char *same = pivot_date_format_range ("2021", "2021");
  g_autofree char *both = pivot_date_format_range ("2021-01", "2021-06");

  g_assert_cmpstr (same, ==, "2021");
  g_assert_cmpstr (both, ==, "January 2021 – June 2021");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/spans", test_spans);
  g_test_add_func ("/date/no-dates", test_no_dates);
  g_test_add_func ("/date/ranges", test_ranges);
  g_test_add_func ("/date/years", test_years);
  g_test_add_func ("/date/words", test_words);

  return g_test_run ();
}

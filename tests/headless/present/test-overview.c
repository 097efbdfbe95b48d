/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-firm-filter.h"
#include "pivot-present-overview.h"

/* The counts are those of the dataset, counted another way. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotEventCounts) counts = pivot_event_counts_new (fixture->dataset, NULL);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  guint sum = 0;

  g_assert_cmpuint (pivot_event_counts_get_n_events (counts), ==, 58);
  g_assert_cmpuint (pivot_event_counts_get_n_firms (counts), ==, 28);
  g_assert_cmpint (pivot_event_counts_get_first_year (counts), ==, 1998);
  for (int year = 1990; year < 2040; year++)
    for (guint kind = 0; kind < PIVOT_N_EVENT_KINDS; kind++)
      sum += pivot_event_counts_get (counts, kind, year);
  g_assert_cmpuint (sum, ==, 58);
  g_assert_cmpuint (pivot_event_counts_get (counts, PIVOT_EVENT_CUSTOMER, 2009), ==, 1);

  g_cancellable_cancel (cancelled);
  g_assert_null (pivot_event_counts_new (fixture->dataset, cancelled));
}

static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const others[] = { "board:BSE", "years:2000-2001", NULL };
  static const char * const wrong[] = { "years:", "years:2015", "years:2018-2015", "years:a-b", "board:2015-2018", "years:-1-5" };
  g_auto(GStrv) facets = NULL;
  int first, last;

  pivot_session_set_list (fixture->session, PIVOT_OPTION_FIRM_FACETS, others);
  g_assert_true (pivot_present_get_years (fixture->session, &first, &last));
  g_assert_cmpint (first, ==, 2000);
  pivot_present_set_years (fixture->session, 2015, 2018);
  facets = pivot_session_get_list (fixture->session, PIVOT_OPTION_FIRM_FACETS);
  g_assert_cmpuint (g_strv_length (facets), ==, 2);
  g_assert_cmpstr (facets[0], ==, "board:BSE");
  g_assert_cmpstr (facets[1], ==, "years:2015-2018");
  pivot_present_set_years (fixture->session, 0, -1);
  g_assert_false (pivot_present_get_years (fixture->session, &first, &last));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (pivot_years_parse (wrong[i], &first, &last));
}

static gboolean
has_event_in (PivotFirm *firm,
              int        first,
              int        last)
{
  GListModel *events = pivot_firm_get_events (firm);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      int year = atoi (pivot_event_get_date (event));

      if (year >= first && year <= last)
        return TRUE;
    }

  return FALSE;
}

/* The list holds those firms alone that have an event in the years. */
static void
test_narrowed (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const facets[] = { "years:2009-2013", NULL };
  g_autoptr(PivotFirmIndex) index = pivot_firm_index_new (fixture->dataset, NULL);
  g_autoptr(PivotFirmFilter) filter = pivot_firm_filter_new ();
  GListModel *all = pivot_dataset_get_firms (fixture->dataset);
  guint expected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (all, i);

      expected += has_event_in (firm, 2009, 2013);
    }
  g_assert_cmpuint (expected, >=, 2);

  pivot_firm_filter_set_index (filter, index);
  pivot_firm_filter_set_facets (filter, facets);
  pivot_firm_filter_update (filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, expected);
  g_assert_cmpuint (pivot_firm_filter_find (filter, "keda-automation"), !=, G_MAXUINT);
  pivot_firm_filter_set_facets (filter, NULL);
  pivot_firm_filter_update (filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, g_list_model_get_n_items (all));
}

/* Dots: as many as events while there is room, and then fewer that stand for more. A brush gives the years it touches. */
static void
test_plot (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(PivotEventCounts) counts = pivot_event_counts_new (fixture->dataset, NULL);
  g_autoptr(PivotDotGridPlot) plot = pivot_dot_grid_plot_new ();
  PivotPlot *base = PIVOT_PLOT (plot);
  g_autofree guint *years = NULL;
  g_autofree char *sentence = NULL;
  guint many[6 * 3] = { 0 };
  PivotDotGridRow rows[6] = { { .label = "One" }, { .label = "Two" }, { .label = "Three" }, { .label = "Four" },
                              { .label = "Five" }, { .label = "Six" } };
  guint n;

  pivot_present_overview (fixture->session, &fixture->style, counts, plot);
  g_assert_cmpuint (pivot_dot_grid_plot_get_unit (plot, &fixture->style, 700, 250), ==, 1);
  sentence = pivot_plot_describe (base);
  assert_contains (sentence, "Listing: 14.");

  years = pivot_plot_query (base, &fixture->style, 700, 250, 0, 10, 700, 20, &n);
  g_assert_cmpuint (n, ==, pivot_event_counts_get_n_years (counts));
  g_assert_cmpint (pivot_dot_grid_plot_get_year (plot, years[0]), ==, 1998);

  many[4] = 123456;
  many[17] = 1;
  pivot_dot_grid_plot_set_data (plot, rows, 6, 2000, 3, many);
  n = pivot_dot_grid_plot_get_unit (plot, &fixture->style, 700, 250);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpint (pivot_plot_step (base, -1, 1, 0), ==, 4);
  g_assert_cmpint (pivot_plot_step (base, 4, 1, 0), ==, 4);
  g_assert_cmpint (pivot_plot_step (base, 17, 0, 1), ==, 17);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/overview/counts", test_counts },
    { "/overview/years", test_years },
    { "/overview/narrowed", test_narrowed },
    { "/overview/plot", test_plot },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

/* Correlation of lg-share and pg-share over their ten places: 0.2417787889768, computed apart from the program in Python from the
 * definition, sum ((x − mx)(y − my)) ÷ sqrt (sum (x − mx)² × sum (y − my)²). */
#define R_OF_SHARES "0.24"

static void
test_scatter (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autofree char *description = NULL;
  g_autofree char *mark = NULL;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "pg-share");
  pivot_present_scatter (fixture->session, &fixture->style, plot);
  description = pivot_plot_describe (PIVOT_PLOT (plot));
  assert_contains (description, "r = " R_OF_SHARES);
  assert_contains (description, "10 places");
  mark = pivot_plot_describe_mark (PIVOT_PLOT (plot), place_of (fixture->dataset, "CN-ZJ"));
  assert_contains (mark, "9.87%");
  assert_contains (mark, "5.05%");
}

/* Points are the ten places with both values, found where the plot says they are. */
static void
test_scatter_points (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  guint n = 0;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "lg-count-batch12");
  pivot_present_scatter (fixture->session, &fixture->style, plot);
  for (guint i = 0; i < pivot_dataset_get_n_places (fixture->dataset); i++)
    {
      double x, y;

      n += pivot_plot_locate (PIVOT_PLOT (plot), &fixture->style, 400, 300, i, &x, &y);
    }
  g_assert_cmpuint (n, ==, 10);
}

/* What the histogram says is what the legend says, and only places of the class that is pointed at light up. */
static void
test_histogram (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PivotHistogramPlot) plot = pivot_histogram_plot_new ();
  g_autoptr(PivotLegend) legend = NULL;
  g_autofree char *description = NULL;
  guint n_lit = 0;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_breaks (fixture->session, (double[]) { 4, 6 }, 2);
  legend = pivot_legend_new (fixture->session, &fixture->style);
  pivot_present_histogram (fixture->session, legend, plot);
  description = pivot_plot_describe (PIVOT_PLOT (plot));
  g_assert_cmpstr (description, ==, "Histogram of 10 values. Break 1: 4.00%. Break 2: 6.00%.");
  g_assert_cmpfloat (pivot_histogram_plot_get_break (plot, 1), ==, legend->classes[2].lower);

  g_assert_false (pivot_present_place_is_lit (fixture->session, place_of (fixture->dataset, "CN-ZJ")));
  pivot_session_set_hovered_class (fixture->session, 2);
  g_assert_true (pivot_present_place_is_lit (fixture->session, place_of (fixture->dataset, "CN-ZJ")));
  g_assert_false (pivot_present_place_is_lit (fixture->session, place_of (fixture->dataset, "CN-TW")));
  for (guint i = 0; i < pivot_dataset_get_n_places (fixture->dataset); i++)
    n_lit += pivot_present_place_is_lit (fixture->session, i);
  g_assert_cmpuint (n_lit, ==, legend->classes[2].count);
}

static void
test_ranking (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GListModel) ranking = NULL;
  guint last_rank = 0, n_missing = 0;

  pivot_session_set_measure (fixture->session, "talent-gap");
  ranking = pivot_present_ranking (fixture->session, &fixture->style);
  g_assert_cmpuint (g_list_model_get_n_items (ranking), ==, 34);

  for (guint i = 0; i < 34; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);
      const PivotBar *bar = pivot_rank_row_get_bar (row);

      g_assert_true (bar->missing == pivot_rank_row_is_missing (row));
      if (bar->missing)
        {
          n_missing++;
          g_assert_cmpuint (pivot_rank_row_get_rank (row), ==, 0);
          continue;
        }

      g_assert_cmpuint (n_missing, ==, 0);
      g_assert_cmpuint (pivot_rank_row_get_rank (row), >=, last_rank);
      last_rank = pivot_rank_row_get_rank (row);
      g_assert_cmpfloat (bar->from, <=, bar->to);
      g_assert_cmpfloat (bar->zero, >, 0);
      g_assert_true (bar->from == bar->zero || bar->to == bar->zero);
      if (i == 0)
        {
          g_assert_cmpstr (pivot_rank_row_get_name (row), ==, "Beijing");
          g_assert_cmpstr (pivot_rank_row_get_text (row), ==, "8.45");
          g_assert_cmpfloat (bar->to, ==, 1);
        }
      if (i == 9)
        g_assert_cmpfloat (bar->from, ==, 0);
    }
  g_assert_cmpuint (n_missing, ==, 24);
}

static void
test_ranking_ties (Fixture       *fixture,
                   gconstpointer  data)
{
  static const guint ranks[] = { 1, 2, 3, 4, 4, 4, 7, 7, 9, 10 };
  g_autoptr(GListModel) ranking = NULL;

  pivot_session_set_measure (fixture->session, "subsidy-score");
  ranking = pivot_present_ranking (fixture->session, &fixture->style);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);

      g_assert_cmpuint (pivot_rank_row_get_rank (row), ==, ranks[i]);
    }

  /* The track of a score is its range, 0 to 20: the best of 16 does not fill it. */
  {
    g_autoptr(PivotRankRow) best = g_list_model_get_item (ranking, 0);

    g_assert_cmpfloat_with_epsilon (pivot_rank_row_get_bar (best)->to, 0.8, 1e-9);
  }
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  guint zhejiang = place_of (fixture->dataset, "CN-ZJ");
  guint taiwan = place_of (fixture->dataset, "CN-TW");
  g_autofree char *spoken = NULL;
  g_autofree char *spoken_missing = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *tooltip_missing = NULL;
  g_autofree char *map = NULL;
  g_autofree char *source = NULL;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "pg-share");
  pivot_session_select_one (fixture->session, zhejiang, PIVOT_SELECT_REPLACE);

  spoken = pivot_present_place_sentence (fixture->session, zhejiang);
  g_assert_cmpstr (spoken, ==, "Zhejiang, 9.87%, rank 1 of 10, above all 4 neighbours with a value, selected");
  spoken_missing = pivot_present_place_sentence (fixture->session, taiwan);
  g_assert_cmpstr (spoken_missing, ==, "Taiwan, no data, no neighbour by land, not selected");

  tooltip = pivot_present_tooltip (fixture->session, zhejiang);
  g_assert_cmpstr (tooltip, ==, "<b>Zhejiang</b>\nShare of all Little Giants: 9.87%\nRank 1 of 10\n"
                                "Share of all postgraduates: 5.05%");
  tooltip_missing = pivot_present_tooltip (fixture->session, taiwan);
  assert_contains (tooltip_missing, "not in the source");
  assert_lacks (tooltip_missing, "Rank");

  map = pivot_present_map_sentence (fixture->session);
  assert_contains (map, "Map of Share of all Little Giants (%).");
  assert_contains (map, "10 of 34 places have a value.");
  assert_contains (map, "Highest: Zhejiang with 9.87%.");
  assert_contains (map, "Lowest: Shaanxi with 2.35%.");
  assert_contains (map, "24 places have no data");

  source = pivot_present_source_line (fixture->session);
  assert_contains (source, "Part IV");
  assert_contains (source, "Natural Earth");
  assert_lacks (source, "more source");
  g_assert_null (pivot_present_tooltip (fixture->session, 34));
  g_assert_null (pivot_present_place_sentence (fixture->session, G_MAXUINT));
}

static void
test_status_line (Fixture       *fixture,
                  gconstpointer  data)
{
  const guint places[] = {
    place_of (fixture->dataset, "CN-ZJ"), place_of (fixture->dataset, "CN-SN"), place_of (fixture->dataset, "CN-TW"),
  };
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autofree char *several = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *scores = NULL;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_clear_selection (fixture->session);
  none = pivot_present_status_line (fixture->session);
  g_assert_cmpstr (none, ==, "10 of 34 places have a value");

  pivot_session_select (fixture->session, places, 1, PIVOT_SELECT_REPLACE);
  one = pivot_present_status_line (fixture->session);
  g_assert_cmpstr (one, ==, "Zhejiang · 9.87% · 1 of 10");

  /* 9.87 + 2.35, and half of it; the third has no value and is not counted as zero. Shares of one whole add up. */
  pivot_session_select (fixture->session, places, 3, PIVOT_SELECT_REPLACE);
  several = pivot_present_status_line (fixture->session);
  g_assert_cmpstr (several, ==, "3 places selected · sum 12.22 · mean 6.11, n = 2 · the others: mean 4.88, n = 8");

  /* Scores do not. */
  pivot_session_set_measure (fixture->session, "subsidy-score");
  scores = pivot_present_status_line (fixture->session);
  assert_lacks (scores, "sum");
  assert_contains (scores, "mean 12.5, n = 2");
  pivot_session_set_measure (fixture->session, "lg-share");

  pivot_session_select (fixture->session, places + 2, 1, PIVOT_SELECT_REPLACE);
  missing = pivot_present_status_line (fixture->session);
  g_assert_cmpstr (missing, ==, "Taiwan · no data");
}

static void
test_empty_texts (void)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autofree char *map = pivot_present_map_sentence (session);
  g_autofree char *status = pivot_present_status_line (session);
  g_autofree char *source = pivot_present_source_line (session);

  g_assert_cmpstr (map, !=, "");
  g_assert_cmpstr (status, ==, "");
  g_assert_cmpstr (source, ==, "");
  g_assert_null (pivot_present_tooltip (session, 0));
}

#define MEASURE(id, scale, values) \
  "{\"id\": \"" id "\", \"label\": \"" id "\", \"short\": \"" id "\", \"unit\": \"%\", \"decimals\": 1, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"" scale "\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {" values "}}"

/* One value is one class; its colour, legend, scatter and rank are still there, and no line is drawn through one point. */
static void
test_one_value (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny ("[" MEASURE ("alpha", "sequential", "\"XX-A\": 3") ", "
                                               MEASURE ("beta", "sequential", "\"XX-A\": 0") "]", NULL);
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autoptr(PivotLegend) legend = NULL;
  g_autoptr(GListModel) ranking = NULL;
  g_autofree char *description = NULL;
  PivotStyle style;
  GdkRGBA color;

  pivot_style_init_light (&style);
  pivot_session_set_dataset (session, dataset);
  g_assert_true (pivot_present_place_color (session, &style, 0, &color));
  g_assert_false (pivot_present_place_color (session, &style, 1, &color));

  legend = pivot_legend_new (session, &style);
  g_assert_cmpuint (legend->n_classes, ==, 1);
  g_assert_cmpuint (legend->n_missing, ==, 2);
  ranking = pivot_present_ranking (session, &style);
  g_assert_cmpuint (g_list_model_get_n_items (ranking), ==, 3);

  pivot_present_scatter (session, &style, plot);
  description = pivot_plot_describe (PIVOT_PLOT (plot));
  assert_contains (description, "1 place");
  assert_lacks (description, "r = ");
}

/* No value at all: nothing is coloured, nothing is ranked. */
static void
test_no_value (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny ("[" MEASURE ("alpha", "sequential", "") ", "
                                               MEASURE ("beta", "sequential", "") "]", NULL);
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autoptr(PivotRegions) regions = NULL;
  g_autoptr(PivotLegend) legend = NULL;
  g_autoptr(GListModel) ranking = NULL;
  g_autofree char *map = NULL;
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_session_set_dataset (session, dataset);
  regions = pivot_present_regions (session, &style);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (pivot_regions_get_kind (regions, i), ==, PIVOT_REGION_NO_DATA);
  legend = pivot_legend_new (session, &style);
  g_assert_cmpuint (legend->n_classes, ==, 0);
  g_assert_cmpuint (legend->n_missing, ==, 3);
  ranking = pivot_present_ranking (session, &style);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);

      g_assert_true (pivot_rank_row_is_missing (row));
    }
  pivot_present_scatter (session, &style, plot);
  map = pivot_present_map_sentence (session);
  assert_contains (map, "0 of 3 places have a value.");
}

/* A limit is marked as such everywhere, and left out of means. */
static void
test_bounds (void)
{
  g_autoptr(PivotDataset) dataset =
    load_tiny ("[" MEASURE ("alpha", "sequential", "\"XX-A\": {\"value\": 9, \"status\": \"published\", \"source\": \"book\", "
                            "\"bound\": \"above\"}, \"XX-B\": 4, \"CN-ZJ\": 2") ", "
               MEASURE ("beta", "sequential", "\"XX-A\": 1, \"XX-B\": 2, \"CN-ZJ\": 3") "]", NULL);
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotRegions) regions = NULL;
  g_autoptr(PivotLegend) legend = NULL;
  g_autoptr(PivotReceipt) receipt = NULL;
  g_autofree char *status = NULL;
  const guint all[] = { 0, 1, 2 };
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, "alpha");
  regions = pivot_present_regions (session, &style);
  g_assert_cmpint (pivot_regions_get_kind (regions, 0), ==, PIVOT_REGION_BOUND);
  g_assert_cmpint (pivot_regions_get_kind (regions, 1), ==, PIVOT_REGION_VALUE);
  legend = pivot_legend_new (session, &style);
  g_assert_cmpuint (legend->n_bounds, ==, 1);

  receipt = pivot_receipt_new_for_measure (dataset, pivot_session_get_measure (session), 0, NULL);
  g_assert_true (pivot_receipt_is_bound (receipt));
  assert_contains (pivot_receipt_get_text (receipt), ">");
  g_assert_cmpstr (pivot_receipt_get_rank (receipt), ==, "1 of 3, by its limit");

  pivot_session_select (session, all, 3, PIVOT_SELECT_REPLACE);
  status = pivot_present_status_line (session);
  g_assert_cmpstr (status, ==, "3 places selected · mean 3.0, n = 2 · 1 limit left out");
}

/* Down from the highest to the lowest and up again, each place with a value once. */
static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  PivotMeasure *measure;
  GArray *order = g_array_new (FALSE, FALSE, sizeof (int));
  const double *numbers;
  int place;

  pivot_session_set_measure (fixture->session, data);
  measure = pivot_session_get_measure (fixture->session);
  numbers = pivot_measure_get_numbers (measure, NULL);

  for (place = pivot_present_step_rank (fixture->session, -1, 1); place >= 0;
       place = pivot_present_step_rank (fixture->session, place, 1))
    {
      if (order->len > 0)
        g_assert_cmpfloat (numbers[place], <=, numbers[g_array_index (order, int, order->len - 1)]);
      g_assert_cmpuint (order->len, <, pivot_measure_get_n_values (measure));
      g_array_append_val (order, place);
    }
  g_assert_cmpuint (order->len, ==, pivot_measure_get_n_values (measure));

  place = pivot_present_step_rank (fixture->session, -1, -1);
  for (guint i = order->len; i > 0; i--)
    {
      g_assert_cmpint (place, ==, g_array_index (order, int, i - 1));
      place = pivot_present_step_rank (fixture->session, place, -1);
    }
  g_assert_cmpint (place, ==, -1);
  /* From a place without a value, as from none. */
  g_assert_cmpint (pivot_present_step_rank (fixture->session, place_of (fixture->dataset, "CN-TW"), 1), ==,
                   g_array_index (order, int, 0));
  g_array_unref (order);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present/views/scatter", Fixture, NULL, set_up, test_scatter, tear_down);
  g_test_add ("/present/views/scatter-points", Fixture, NULL, set_up, test_scatter_points, tear_down);
  g_test_add ("/present/views/histogram", Fixture, NULL, set_up, test_histogram, tear_down);
  g_test_add ("/present/views/ranking", Fixture, NULL, set_up, test_ranking, tear_down);
  g_test_add ("/present/views/ranking-ties", Fixture, NULL, set_up, test_ranking_ties, tear_down);
  g_test_add ("/present/views/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/present/views/status-line", Fixture, NULL, set_up, test_status_line, tear_down);
  g_test_add_func ("/present/views/empty-texts", test_empty_texts);
  g_test_add_func ("/present/views/one-value", test_one_value);
  g_test_add_func ("/present/views/no-value", test_no_value);
  g_test_add_func ("/present/views/bounds", test_bounds);

  g_test_add ("/present/views/ranks/few", Fixture, "talent-gap", set_up, test_ranks, tear_down);
  g_test_add ("/present/views/ranks/ties", Fixture, "lg-count-batch12", set_up, test_ranks, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <math.h>

/* The ten places that the source prints a share for. */
static const char * const printed[] = {
  "CN-BJ", "CN-HE", "CN-SH", "CN-JS", "CN-ZJ", "CN-AH", "CN-FJ", "CN-HB", "CN-HN", "CN-SN",
};

static gboolean
is_printed (PivotDataset *dataset,
            guint         place)
{
  const char *id = pivot_place_get_id (pivot_dataset_get_place (dataset, place));

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    if (g_str_equal (id, printed[i]))
      return TRUE;

  return FALSE;
}

/* Exactly those with a value are coloured, each in the colour of the class that its value lies in. */
static void
test_colors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PivotRegions) regions = NULL;
  PivotMeasure *measure;
  PivotClasses *classes;
  GdkRGBA colors[PIVOT_CLASSES_MAX];
  guint n_colored = 0, n_classes;

  pivot_session_set_measure (fixture->session, data);
  measure = pivot_session_get_measure (fixture->session);
  classes = pivot_session_get_measure_classes (fixture->session);
  regions = pivot_present_regions (fixture->session, &fixture->style);
  n_classes = pivot_present_class_colors (fixture->session, &fixture->style, colors);
  g_assert_cmpuint (n_classes, ==, pivot_classes_get_n (classes));

  for (guint i = 0; i < pivot_dataset_get_n_places (fixture->dataset); i++)
    {
      gboolean has_value = is_printed (fixture->dataset, i);
      GdkRGBA color;

      g_assert_true (pivot_present_place_color (fixture->session, &fixture->style, i, &color) == has_value);
      g_assert_cmpint (pivot_regions_get_kind (regions, i), ==, has_value ? PIVOT_REGION_VALUE : PIVOT_REGION_NO_DATA);
      if (!has_value)
        continue;

      n_colored++;
      g_assert_true (gdk_rgba_equal (&color, pivot_regions_get_color (regions, i)));
      g_assert_true (gdk_rgba_equal (&color, &colors[pivot_classes_find (classes,
                                                                         pivot_measure_get_value (measure, i)->number)]));
    }

  g_assert_cmpuint (n_colored, ==, G_N_ELEMENTS (printed));
  g_assert_false (is_printed (fixture->dataset, place_of (fixture->dataset, "CN-TW")));
}

/* Negative gaps have the colours of one side, positive ones those of the other, and reversing swaps them. */
static void
test_diverging (Fixture       *fixture,
                gconstpointer  data)
{
  GdkRGBA colors[PIVOT_CLASSES_MAX], reversed[PIVOT_CLASSES_MAX], minus, plus;
  guint n;

  pivot_session_set_measure (fixture->session, "talent-gap");
  g_assert_cmpint (pivot_palette_get_kind (pivot_present_palette (fixture->session)), ==, PIVOT_PALETTE_DIVERGING);
  n = pivot_present_class_colors (fixture->session, &fixture->style, colors);
  g_assert_cmpuint (n, >=, 2);

  g_assert_true (pivot_present_place_color (fixture->session, &fixture->style, place_of (fixture->dataset, "CN-ZJ"), &minus));
  g_assert_true (pivot_present_place_color (fixture->session, &fixture->style, place_of (fixture->dataset, "CN-BJ"), &plus));
  g_assert_true (gdk_rgba_equal (&minus, &colors[0]));
  g_assert_true (gdk_rgba_equal (&plus, &colors[n - 1]));
  g_assert_true ((minus.red > minus.blue) != (plus.red > plus.blue));

  pivot_session_set_reversed (fixture->session, TRUE);
  pivot_present_class_colors (fixture->session, &fixture->style, reversed);
  g_assert_true ((reversed[0].red > reversed[0].blue) != (colors[0].red > colors[0].blue));

  pivot_session_set_measure (fixture->session, "lg-share");
  g_assert_cmpint (pivot_palette_get_kind (pivot_present_palette (fixture->session)), ==, PIVOT_PALETTE_SEQUENTIAL);
}

/* Whatever the method, class colours are there, differ, and one for each class. */
static void
test_methods (Fixture       *fixture,
              gconstpointer  data)
{
  pivot_session_set_measure (fixture->session, "talent-gap");

  for (PivotMethod method = PIVOT_METHOD_QUANTILE; method <= PIVOT_METHOD_PRETTY; method++)
    for (guint n_wanted = PIVOT_CLASSES_MIN; n_wanted <= PIVOT_CLASSES_MAX; n_wanted++)
      {
        GdkRGBA colors[PIVOT_CLASSES_MAX];
        guint n;

        pivot_session_set_method (fixture->session, method);
        pivot_session_set_classes (fixture->session, n_wanted);
        n = pivot_present_class_colors (fixture->session, &fixture->style, colors);
        g_assert_cmpuint (n, >=, 1);
        for (guint i = 0; i < n; i++)
          {
            g_assert_cmpfloat (colors[i].alpha, ==, 1);
            for (guint j = 0; j < i; j++)
              g_assert_false (gdk_rgba_equal (&colors[i], &colors[j]));
          }
      }
}

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *measures = pivot_dataset_get_measures (fixture->dataset);

  for (guint k = 0; k < g_list_model_get_n_items (measures); k++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, k);
      g_autoptr(PivotLegend) legend = NULL;
      guint sum = 0, n;

      pivot_session_set_measure (fixture->session, pivot_measure_get_id (measure));
      legend = pivot_legend_new (fixture->session, &fixture->style);
      g_assert_cmpstr (legend->title, ==, pivot_text_get (pivot_measure_get_label (measure)));

      for (guint i = 0; i < legend->n_classes; i++)
        {
          g_autofree guint *places = pivot_legend_get_places (fixture->session, (int) i, &n);

          g_assert_cmpuint (n, ==, legend->classes[i].count);
          assert_contains (legend->classes[i].spoken, " to ");
          for (guint j = 0; j < i; j++)
            g_assert_cmpstr (legend->classes[i].text, !=, legend->classes[j].text);
          sum += n;
        }

      g_free (pivot_legend_get_places (fixture->session, -1, &n));
      g_assert_cmpuint (n, ==, legend->n_missing);
      g_assert_cmpuint (sum + n, ==, 34);
      g_assert_cmpuint (legend->n_bounds, ==, 0);
    }
}

static void
test_midpoint (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(PivotLegend) legend = NULL;

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_session_set_method (fixture->session, PIVOT_METHOD_QUANTILE);
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_cmpint (legend->midpoint, >, 0);
  g_assert_cmpfloat (legend->classes[legend->midpoint].lower, ==, 0);
  g_assert_cmpstr (legend->midpoint_text, ==, "0");
  assert_contains (legend->method, "classes");
  g_clear_pointer (&legend, pivot_legend_free);

  pivot_session_set_measure (fixture->session, "lg-share");
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_cmpint (legend->midpoint, ==, -1);
  g_assert_null (legend->midpoint_text);
}

/* 3.52 − 2.35 is a hair less than 1.17 in binary; that is no reason to print breaks finer than the figures are. */
static void
test_break_dust (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(PivotLegend) legend = NULL;

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_session_set_method (fixture->session, PIVOT_METHOD_QUANTILE);
  legend = pivot_legend_new (fixture->session, &fixture->style);
  for (guint i = 0; i < legend->n_classes; i++)
    {
      const char *point = strchr (legend->classes[i].text, '.');

      g_assert_nonnull (point);
      g_assert_cmpuint (strspn (point + 1, "0123456789"), ==, 2);
    }
}

/* Scores are whole numbers; a break between two of them is printed fine enough to tell on which side each score is. */
static void
test_break_decimals (Fixture       *fixture,
                     gconstpointer  data)
{
  const double breaks[] = { 12.5, 13.5 };
  g_autoptr(PivotLegend) legend = NULL;

  pivot_session_set_measure (fixture->session, "subsidy-score");
  pivot_session_set_breaks (fixture->session, breaks, G_N_ELEMENTS (breaks));
  pivot_session_set_method (fixture->session, PIVOT_METHOD_MANUAL);
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_cmpuint (legend->n_classes, ==, 3);
  g_assert_cmpuint (legend->classes[1].count, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      double lower = g_strtod (legend->classes[i].text, NULL);

      /* "13 – 14" holding 13 is right; "13 – 13" or a class that seems to hold 12 is not. */
      g_assert_cmpfloat (lower, >, i > 0 ? 12 : 0);
    }
}

static void
test_empty (void)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autoptr(PivotLegend) legend = NULL;
  g_autoptr(GListModel) ranking = NULL;
  PivotStyle style;
  GdkRGBA colors[PIVOT_CLASSES_MAX];
  guint n = 7;

  pivot_style_init_dark (&style);
  g_assert_nonnull (pivot_present_palette (session));
  g_assert_cmpuint (pivot_present_class_colors (session, &style, colors), ==, 0);
  g_assert_false (pivot_present_place_color (session, &style, 0, &colors[0]));
  g_assert_null (pivot_present_regions (session, &style));

  legend = pivot_legend_new (session, &style);
  g_assert_cmpuint (legend->n_classes, ==, 0);
  g_assert_cmpstr (legend->title, ==, "");
  g_free (pivot_legend_get_places (session, -1, &n));
  g_assert_cmpuint (n, ==, 0);

  ranking = pivot_present_ranking (session, &style);
  g_assert_cmpuint (g_list_model_get_n_items (ranking), ==, 0);
  pivot_present_scatter (session, &style, plot);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present/map/colors/given", Fixture, "lg-share", set_up, test_colors, tear_down);
  g_test_add ("/present/map/colors/derived", Fixture, "talent-gap", set_up, test_colors, tear_down);
  g_test_add ("/present/map/diverging", Fixture, NULL, set_up, test_diverging, tear_down);
  g_test_add ("/present/map/methods", Fixture, NULL, set_up, test_methods, tear_down);
  g_test_add ("/present/map/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add ("/present/map/midpoint", Fixture, NULL, set_up, test_midpoint, tear_down);
  g_test_add ("/present/map/break-decimals", Fixture, NULL, set_up, test_break_decimals, tear_down);
  g_test_add ("/present/map/break-dust", Fixture, NULL, set_up, test_break_dust, tear_down);
  g_test_add_func ("/present/map/empty", test_empty);

  return g_test_run ();
}

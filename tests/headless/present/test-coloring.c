/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "../model/reference-provinces.h"
#include "pivot-palette-private.h"

#include <math.h>

/* Without classes, more is darker on a light ground and lighter on a dark one, and every step of the scale is taken. */
static void
test_continuous (Fixture       *fixture,
                 gconstpointer  data)
{
  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "continuous");

  for (guint p = 0; p < pivot_palette_get_n (); p++)
    for (guint dark = 0; dark < 2; dark++)
      {
        const PivotPalette *palette = pivot_palette_get (p);
        g_auto(PivotColoring) coloring = { 0 };
        double last = NAN;

        if (pivot_palette_get_kind (palette) != PIVOT_PALETTE_SEQUENTIAL)
          continue;

        pivot_session_set_palette (fixture->session, pivot_palette_get_id (palette));
        if (dark)
          pivot_style_init_dark (&fixture->style);
        else
          pivot_style_init_light (&fixture->style);

        pivot_coloring_init (&coloring, fixture->session, &fixture->style);
        g_assert_cmpfloat (coloring.least, ==, 2.35);
        g_assert_cmpfloat (coloring.most, ==, 9.87);
        for (guint i = 0; i <= 200; i++)
          {
            GdkRGBA color;
            double lightness;

            pivot_coloring_get_value_color (&coloring, coloring.least + (coloring.most - coloring.least) * i / 200, &color);
            lightness = _pivot_lab_from_rgba (&color).l;
            if (i > 0)
              g_assert_cmpfloat (dark ? lightness - last : last - lightness, >, 0);
            last = lightness;
          }
      }
}

/* Equal distances from the midpoint are equally far along the two arms. */
static void
test_continuous_midpoint (Fixture       *fixture,
                          gconstpointer  data)
{
  g_auto(PivotColoring) coloring = { 0 };
  GdkRGBA below, above, middle, expected;
  GdkRGBA stops[PIVOT_PALETTE_N_STOPS];

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "continuous");
  pivot_coloring_init (&coloring, fixture->session, &fixture->style);
  pivot_palette_get_stops (pivot_palette_find ("RdBu"), FALSE, FALSE, stops);

  pivot_coloring_get_value_color (&coloring, -3, &below);
  pivot_coloring_get_value_color (&coloring, 3, &above);
  pivot_coloring_get_value_color (&coloring, 0, &middle);
  g_assert_true (gdk_rgba_equal (&middle, &stops[PIVOT_PALETTE_N_STOPS / 2]));
  /* The highest gap, 8.45, is farther out than the lowest and has the last colour. */
  pivot_palette_mix_stops (stops, 0.5 - 0.5 * 3 / 8.45, &expected);
  g_assert_cmpfloat (pivot_vision_get_difference (&below, &expected), <, 0.01);
  pivot_palette_mix_stops (stops, 0.5 + 0.5 * 3 / 8.45, &expected);
  g_assert_cmpfloat (pivot_vision_get_difference (&above, &expected), <, 0.01);
}

/* By hand: thirds of the ten shares end at 4.64 and 5.40, of the ten scores at 12 and 13 (type 7). */
static void
test_thirds (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *place; int class_index; } expected[] = {
    { "CN-BJ", 8 }, { "CN-HE", 3 }, { "CN-SH", 2 }, { "CN-JS", 8 }, { "CN-ZJ", 8 },
    { "CN-AH", 1 }, { "CN-FJ", 7 }, { "CN-HB", 6 }, { "CN-HN", 7 }, { "CN-SN", 3 },
  };
  g_auto(PivotColoring) coloring = { 0 };
  GdkRGBA color;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "subsidy-score");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "bivariate");
  pivot_coloring_init (&coloring, fixture->session, &fixture->style);

  g_assert_cmpuint (coloring.thirds.n, ==, 10);
  g_assert_cmpfloat_with_epsilon (coloring.thirds.x[0], 4.64, 1e-9);
  g_assert_cmpfloat_with_epsilon (coloring.thirds.x[1], 5.40, 1e-9);
  g_assert_cmpfloat_with_epsilon (coloring.thirds.y[0], 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (coloring.thirds.y[1], 13, 1e-9);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n, place = place_of (fixture->dataset, expected[i].place);
      g_autofree guint *places = pivot_legend_get_places (fixture->session, expected[i].class_index, &n);
      gboolean found = FALSE;

      g_assert_cmpint (pivot_coloring_find (&coloring, place), ==, expected[i].class_index);
      g_assert_cmpint (pivot_coloring_get (&coloring, place, &color), ==, PIVOT_REGION_VALUE);
      for (guint k = 0; k < n; k++)
        found |= places[k] == place;
      g_assert_true (found);
    }
}

/* Cuts set by hand take the place of the thirds, are said, change places with the measures, and go with them. */
static void
test_cuts (Fixture       *fixture,
           gconstpointer  data)
{
  static const double x[] = { 3, 6.25 }, y[] = { 11.5, 14 };
  g_auto(PivotColoring) coloring = { 0 };
  g_autoptr(PivotLegend) legend = NULL;
  g_autofree char *json = NULL;
  PivotThirds cuts;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "subsidy-score");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "bivariate");
  pivot_session_set_cuts (fixture->session, x, y);
  pivot_coloring_init (&coloring, fixture->session, &fixture->style);
  g_assert_true (coloring.cut_by_hand);
  g_assert_cmpmem (coloring.thirds.x, sizeof x, x, sizeof x);
  g_assert_cmpmem (coloring.thirds.y, sizeof y, y, sizeof y);
  for (guint i = 0; i < pivot_dataset_get_n_places (fixture->dataset); i++)
    {
      const PivotValue *one = pivot_measure_get_value (coloring.measure, i);
      const PivotValue *other = pivot_measure_get_value (coloring.against, i);
      int expected = -1;

      if (one != NULL && other != NULL)
        expected = 3 * ((other->number >= 11.5) + (other->number >= 14)) + (one->number >= 3) + (one->number >= 6.25);
      g_assert_cmpint (pivot_coloring_find (&coloring, i), ==, expected);
    }
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_cmpstr (legend->method, ==, "Cuts set by hand");

  json = pivot_session_to_json (fixture->session);
  assert_contains (json, "\"cuts\":[\"3\",\"6.25\",\"11.5\",\"14\"]");

  pivot_session_swap_measures (fixture->session);
  g_assert_true (pivot_session_get_cuts (fixture->session, &cuts));
  g_assert_cmpmem (cuts.x, sizeof y, y, sizeof y);
  g_assert_cmpmem (cuts.y, sizeof x, x, sizeof x);

  g_assert_true (pivot_session_apply_json (fixture->session, json, FALSE, NULL));
  pivot_session_set_against (fixture->session, "talent-gap");
  g_assert_false (pivot_session_get_cuts (fixture->session, &cuts));
  g_assert_true (pivot_session_apply_json (fixture->session, json, FALSE, NULL));
  g_assert_true (pivot_session_get_cuts (fixture->session, &cuts));
  g_assert_cmpfloat (cuts.y[1], ==, 14);
  pivot_session_set_cuts (fixture->session, NULL, NULL);
  g_assert_false (pivot_session_get_cuts (fixture->session, &cuts));
  g_assert_cmpfloat_with_epsilon (cuts.x[0], 4.64, 1e-9);
}

/* Texts of a view that are no cuts stand for thirds. */
static void
test_bad_cuts (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const bad[][5] = {
    { "1", "2", "3" }, { "2", "1", "3", "4" }, { "1", "2", "4", "4" }, { "1", "two", "3", "4" }, { "1", "inf", "3", "4" },
    { "1", "nan", "3", "4" },
  };
  PivotThirds cuts;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "subsidy-score");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      pivot_session_set_list (fixture->session, PIVOT_OPTION_CUTS, bad[i]);
      g_assert_false (pivot_session_get_cuts (fixture->session, &cuts));
      g_assert_cmpfloat_with_epsilon (cuts.x[1], 5.40, 1e-9);
    }
}

/* A place with one of the two values is no data. */
static void
test_one_value (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto(PivotColoring) coloring = { 0 };
  GdkRGBA color;
  guint n;

  pivot_session_set_measure (fixture->session, "population-2020");
  pivot_session_set_against (fixture->session, "lg-share");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "bivariate");
  pivot_coloring_init (&coloring, fixture->session, &fixture->style);
  g_assert_cmpint (pivot_coloring_get (&coloring, place_of (fixture->dataset, "CN-GD"), &color), ==, PIVOT_REGION_NO_DATA);
  g_assert_cmpint (pivot_coloring_find (&coloring, place_of (fixture->dataset, "CN-GD")), ==, -1);
  g_free (pivot_legend_get_places (fixture->session, -1, &n));
  g_assert_cmpuint (n, ==, 24);
}

/* All nine colours of two measures, and all of the local clusters, are told apart by everybody who sees colours. */
static void
test_palettes (Fixture       *fixture,
               gconstpointer  mapping)
{
  const double least = g_str_equal (mapping, "bivariate") ? 20 : 5;
  const guint first = g_str_equal (mapping, "bivariate") ? 0 : PIVOT_CLUSTER_NONE;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "subsidy-score");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, mapping);

  for (guint dark = 0; dark < 2; dark++)
    for (guint vision = PIVOT_VISION_NORMAL; vision <= PIVOT_VISION_TRITAN; vision++)
      {
        g_auto(PivotColoring) coloring = { 0 };

        if (dark)
          pivot_style_init_dark (&fixture->style);
        else
          pivot_style_init_light (&fixture->style);
        pivot_session_set_word (fixture->session, PIVOT_OPTION_VISION, pivot_option_get_words (PIVOT_OPTION_VISION)[vision]);
        pivot_coloring_init (&coloring, fixture->session, &fixture->style);
        for (guint i = first; i < coloring.n_colors; i++)
          for (guint k = first; k < i; k++)
            {
              double difference = pivot_vision_get_difference (&coloring.colors[i], &coloring.colors[k]);

              g_test_message ("vision %u, dark %u: %u and %u differ by %.1f", vision, dark, i, k, difference);
              g_assert_cmpfloat (difference, >=, least);
            }
      }
}

static PivotCluster
cluster_of (char letter)
{
  return letter == 'H' ? PIVOT_CLUSTER_HIGH_HIGH : letter == 'L' ? PIVOT_CLUSTER_LOW_LOW
       : letter == 'h' ? PIVOT_CLUSTER_HIGH_LOW : letter == 'l' ? PIVOT_CLUSTER_LOW_HIGH : PIVOT_CLUSTER_MISSING;
}

/* The map of local clusters, against R's spdep. Where its exact p is near the limit the permutations may fall on either side. */
static void
test_clusters (Fixture       *fixture,
               gconstpointer  data)
{
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "clusters");

  for (guint r = 0; r < G_N_ELEMENTS (references); r++)
    {
      const Reference *reference = &references[r];
      g_auto(PivotColoring) coloring = { 0 };
      guint n_significant = 0;

      pivot_session_set_measure (fixture->session, reference->name);
      pivot_coloring_init (&coloring, fixture->session, &fixture->style);
      g_assert_nonnull (coloring.spatial);
      g_assert_cmpuint (coloring.spatial->moran.n, ==, reference->n);
      g_assert_cmpuint (coloring.spatial->moran.n_permutations, ==, PIVOT_ANALYSIS_PERMUTATIONS);
      g_assert_cmpfloat_with_epsilon (coloring.spatial->moran.i, reference->i, 1e-12);
      g_assert_cmpfloat_with_epsilon (coloring.spatial->moran.p_greater, reference->p_greater, 0.03);

      for (guint i = 0; i < N_REFERENCE; i++)
        {
          int found = pivot_coloring_find (&coloring, i);

          if (reference->quadrants[i] == 'N')
            g_assert_cmpint (found, ==, -1);
          else if (isnan (reference->folded[i]))
            g_assert_cmpint (found, ==, PIVOT_CLUSTER_ISLAND);
          else if (reference->folded[i] < 0.03)
            g_assert_cmpint (found, ==, cluster_of (reference->quadrants[i]));
          else if (reference->folded[i] > 0.08)
            g_assert_cmpint (found, ==, PIVOT_CLUSTER_NONE);
          n_significant += found > (int) PIVOT_CLUSTER_NONE;
        }
      g_test_message ("%s: %u significant", reference->name, n_significant);
    }
}

/* The hatching tells classes apart without colours: no two have the same. */
static void
test_hatching (Fixture       *fixture,
               gconstpointer  mapping)
{
  pivot_session_set_against (fixture->session, "subsidy-score");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, mapping);
  pivot_session_set_flag (fixture->session, PIVOT_OPTION_HATCHING, TRUE);

  for (guint classes = PIVOT_CLASSES_MIN; classes <= PIVOT_CLASSES_MAX; classes++)
    {
      g_auto(PivotColoring) coloring = { 0 };

      pivot_session_set_measure (fixture->session, classes % 2 ? "talent-gap" : "lg-share");
      pivot_session_set_classes (fixture->session, classes);
      pivot_coloring_init (&coloring, fixture->session, &fixture->style);
      for (guint i = 0; i < coloring.n_colors; i++)
        for (guint k = 0; k < i; k++)
          {
            PivotHatching one, other;

            pivot_coloring_get_hatching (&coloring, i, &one);
            pivot_coloring_get_hatching (&coloring, k, &other);
            g_assert_true (one.rising != other.rising || one.falling != other.falling);
          }
    }
}

/* The second of two maps has the compared measure, and its own no data. */
static void
test_pair (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(PivotRegions) first = NULL;
  g_autoptr(PivotRegions) second = NULL;
  guint guangdong = place_of (fixture->dataset, "CN-GD");

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_against (fixture->session, "population-2020");
  g_assert_null (pivot_present_second_regions (fixture->session, &fixture->style));

  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "pair");
  first = pivot_present_regions (fixture->session, &fixture->style);
  second = pivot_present_second_regions (fixture->session, &fixture->style);
  g_assert_cmpint (pivot_regions_get_kind (first, guangdong), ==, PIVOT_REGION_NO_DATA);
  g_assert_cmpint (pivot_regions_get_kind (second, guangdong), ==, PIVOT_REGION_VALUE);
}

/* Scatter, ranking and map have one colour for a place, whatever the colours tell. */
static void
test_agreement (Fixture       *fixture,
                gconstpointer  data)
{
  pivot_session_set_measure (fixture->session, "lg-per-million");
  pivot_session_set_against (fixture->session, "population-2020");

  for (const char * const *word = pivot_option_get_words (PIVOT_OPTION_MAPPING); *word != NULL; word++)
    {
      g_autoptr(PivotRegions) regions = NULL;
      g_autoptr(GListModel) ranking = NULL;

      pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, *word);
      regions = pivot_present_regions (fixture->session, &fixture->style);
      ranking = pivot_present_ranking (fixture->session, &fixture->style);
      for (guint i = 0; i < g_list_model_get_n_items (ranking); i++)
        {
          g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);
          guint place = pivot_rank_row_get_place (row);
          GdkRGBA color;

          g_assert_true (pivot_present_place_color (fixture->session, &fixture->style, place, &color) ==
                         !pivot_rank_row_is_missing (row));
          if (pivot_rank_row_is_missing (row))
            continue;
          g_assert_true (gdk_rgba_equal (&color, pivot_regions_get_color (regions, place)));
          g_assert_true (gdk_rgba_equal (&color, &pivot_rank_row_get_bar (row)->color));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/coloring/continuous", Fixture, NULL, set_up, test_continuous, tear_down);
  g_test_add ("/coloring/continuous/midpoint", Fixture, NULL, set_up, test_continuous_midpoint, tear_down);
  g_test_add ("/coloring/thirds", Fixture, NULL, set_up, test_thirds, tear_down);
  g_test_add ("/coloring/cuts", Fixture, NULL, set_up, test_cuts, tear_down);
  g_test_add ("/coloring/cuts/bad", Fixture, NULL, set_up, test_bad_cuts, tear_down);
  g_test_add ("/coloring/one-value", Fixture, NULL, set_up, test_one_value, tear_down);
  g_test_add ("/coloring/palettes/bivariate", Fixture, "bivariate", set_up, test_palettes, tear_down);
  g_test_add ("/coloring/palettes/clusters", Fixture, "clusters", set_up, test_palettes, tear_down);
  g_test_add ("/coloring/clusters", Fixture, NULL, set_up, test_clusters, tear_down);
  g_test_add ("/coloring/hatching/classes", Fixture, "classes", set_up, test_hatching, tear_down);
  g_test_add ("/coloring/hatching/bivariate", Fixture, "bivariate", set_up, test_hatching, tear_down);
  g_test_add ("/coloring/pair", Fixture, NULL, set_up, test_pair, tear_down);
  g_test_add ("/coloring/agreement", Fixture, NULL, set_up, test_agreement, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "../model/reference-provinces.h"

#include <math.h>

/* What a person is told of the classes besides their colours. */

static void
test_stability (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PivotStripPlot) strip = pivot_strip_plot_new ();
  g_autoptr(PivotRegions) regions = NULL;
  const PivotStability *stability;
  guint zhejiang = place_of (fixture->dataset, "CN-ZJ");
  guint n_marked = 0;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;

  pivot_session_set_measure (fixture->session, "lg-share");
  g_assert_false (pivot_present_stability (fixture->session, &fixture->style, strip));

  pivot_session_set_flag (fixture->session, PIVOT_OPTION_STABILITY, TRUE);
  g_assert_true (pivot_present_stability (fixture->session, &fixture->style, strip));
  stability = pivot_analysis_get_stability (pivot_session_get_measure (fixture->session),
                                            pivot_session_get_classes (fixture->session));
  regions = pivot_present_regions (fixture->session, &fixture->style);
  for (guint i = 0; i < pivot_dataset_get_n_places (fixture->dataset); i++)
    {
      g_assert_true (pivot_regions_get_marked (regions, i) == stability[i].depends);
      n_marked += stability[i].depends;
    }
  g_assert_cmpuint (n_marked, >, 0);

  /* The highest value is in the top class of every way, and stands first. */
  g_assert_cmpfloat (stability[zhejiang].top, ==, 1);
  g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (strip), -1, 1, 0), ==, (int) zhejiang);
  text = pivot_plot_describe_mark (PIVOT_PLOT (strip), zhejiang);
  assert_contains (text, "41 of 41");
  sentence = pivot_present_place_sentence (fixture->session, zhejiang);
  assert_contains (sentence, "41 of 41");
}

/* The neighbours' mean of the tooltip is that of R's lag.listw (). */
static void
test_neighbours (Fixture       *fixture,
                 gconstpointer  data)
{
  const Reference *reference = &references[0];
  guint beijing = place_of (fixture->dataset, "CN-BJ");
  guint hainan = place_of (fixture->dataset, "CN-HI");
  g_autofree char *tooltip = NULL;
  g_autofree char *island = NULL;
  g_autofree char *expected = NULL;

  pivot_session_set_measure (fixture->session, reference->name);
  tooltip = pivot_present_tooltip (fixture->session, beijing);
  assert_lacks (tooltip, "neighbour");
  g_clear_pointer (&tooltip, g_free);

  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "clusters");
  tooltip = pivot_present_tooltip (fixture->session, beijing);
  expected = g_strdup_printf ("mean of 2 neighbours %.2f", reference->lag[beijing]);
  assert_contains (tooltip, expected);
  island = pivot_present_tooltip (fixture->session, hainan);
  assert_contains (island, "No neighbour has a value");
}

/* n is said, p too, and that ten places are few. */
static void
test_moran (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotLegend) legend = NULL;

  pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, "clusters");
  pivot_session_set_measure (fixture->session, "lg-per-million");
  legend = pivot_legend_new (fixture->session, &fixture->style);
  assert_contains (legend->method, "0.28");
  assert_contains (legend->method, "n = 31");
  assert_contains (legend->method, "68 pairs");
  assert_contains (legend->sentence, "more alike");
  g_clear_pointer (&legend, pivot_legend_free);

  pivot_session_set_measure (fixture->session, "lg-share");
  legend = pivot_legend_new (fixture->session, &fixture->style);
  assert_contains (legend->method, "n = 10");
  assert_contains (legend->sentence, "Only 10 places");
}

/* Under a colour vision that cannot tell two classes apart the legend finds them, until they are hatched. */
static void
test_alike (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotLegend) legend = NULL;
  guint one, other;

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_session_set_classes (fixture->session, 6);
  pivot_session_set_palette (fixture->session, "RdBu");
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_false (pivot_legend_find_alike (legend, &one, &other));
  g_clear_pointer (&legend, pivot_legend_free);

  pivot_session_set_word (fixture->session, PIVOT_OPTION_VISION, "grey");
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_true (pivot_legend_find_alike (legend, &one, &other));
  g_assert_cmpuint (one, <, other);
  g_clear_pointer (&legend, pivot_legend_free);

  pivot_session_set_flag (fixture->session, PIVOT_OPTION_HATCHING, TRUE);
  legend = pivot_legend_new (fixture->session, &fixture->style);
  g_assert_false (pivot_legend_find_alike (legend, &one, &other));
}

/* The map says in words what its colours tell. */
static void
test_map_sentence (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct { const char *mapping, *says, *lacks; } rows[] = {
    { "classes", "5 classes", "Moran" },
    { "continuous", "own shade", "classes" },
    { "bivariate", "Thirds of the 31 places", "classes" },
    { "pair", "With Population 2020", "Thirds" },
    { "clusters", "n = 31", "classes" },
  };

  pivot_session_set_measure (fixture->session, "lg-per-million");
  pivot_session_set_against (fixture->session, "population-2020");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = NULL;

      pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, rows[i].mapping);
      sentence = pivot_present_map_sentence (fixture->session);
      assert_contains (sentence, rows[i].says);
      assert_lacks (sentence, rows[i].lacks);
    }
}

typedef struct
{
  GMainLoop *loop;
  gboolean   done;
} Wait;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;

  wait->done = pivot_analysis_run_finish (result, NULL);
  g_main_loop_quit (wait->loop);
}

/* Found in another thread, the results are the same. */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  PivotMeasure *measure = pivot_dataset_find_measure (fixture->dataset, "lg-per-million");
  Wait wait = { g_main_loop_new (NULL, FALSE), FALSE };

  pivot_analysis_run_async (fixture->dataset, measure, 5, NULL, done_cb, &wait);
  g_main_loop_run (wait.loop);
  g_main_loop_unref (wait.loop);
  g_assert_true (wait.done);
  g_assert_cmpfloat_with_epsilon (pivot_analysis_get_spatial (fixture->dataset, measure)->moran.i, references[0].i, 1e-12);
  g_assert_nonnull (pivot_analysis_get_stability (measure, 5));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/insight/stability", Fixture, NULL, set_up, test_stability, tear_down);
  g_test_add ("/insight/neighbours", Fixture, NULL, set_up, test_neighbours, tear_down);
  g_test_add ("/insight/moran", Fixture, NULL, set_up, test_moran, tear_down);
  g_test_add ("/insight/alike", Fixture, NULL, set_up, test_alike, tear_down);
  g_test_add ("/insight/map-sentence", Fixture, NULL, set_up, test_map_sentence, tear_down);
  g_test_add ("/insight/async", Fixture, NULL, set_up, test_async, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-framing.h"

#include <math.h>

static PivotDataset *bundled;

static PivotSession *
new_session (const char *measure)
{
  PivotSession *session = pivot_session_new ();

  pivot_session_set_dataset (session, bundled);
  pivot_session_set_measure (session, measure);

  return session;
}

static void
assert_word (PivotSession       *session,
             guint               side,
             PivotFramingSwitch  which,
             const char         *word)
{
  g_autofree char *found = pivot_framing_get (session, side, which);

  g_assert_cmpstr (found, ==, word);
}

/* The pair that the rule makes of a measure. */
static void
test_rule (void)
{
  static const struct { const char *measure, *left, *right; gboolean pivot, axis; guint n_differences; } rows[] = {
    { "lg-count-batch12", "lg-count-batch12", "lg-per-million", FALSE, TRUE, 4 },
    { "lg-per-million", "lg-count-batch12", "lg-per-million", FALSE, TRUE, 4 },
    { "lg-share-batch12", "lg-count-batch12", "lg-per-million", FALSE, TRUE, 4 },
    { "degree-share", "bachelor-2020", "degree-share", FALSE, TRUE, 4 },
    { "lg-share", "lg-share", "lg-share", FALSE, TRUE, 3 },
    { "talent-gap", "talent-gap", "talent-gap", TRUE, FALSE, 3 },
    { "subsidy-score", "subsidy-score", "subsidy-score", FALSE, FALSE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PivotSession) session = new_session (rows[i].measure);
      g_auto(GStrv) pivots = pivot_framing_get_choices (session, PIVOT_FRAMING_PIVOT);
      g_auto(GStrv) axes = pivot_framing_get_choices (session, PIVOT_FRAMING_AXIS);

      g_test_message ("%s", rows[i].measure);
      assert_word (session, 0, PIVOT_FRAMING_MEASURE, rows[i].left);
      assert_word (session, 1, PIVOT_FRAMING_MEASURE, rows[i].right);
      assert_word (session, 0, PIVOT_FRAMING_COLOURS, "plain");
      assert_word (session, 1, PIVOT_FRAMING_COLOURS, "plain");
      g_assert_cmpint (pivots[0] != NULL, ==, rows[i].pivot);
      g_assert_cmpint (axes[0] != NULL, ==, rows[i].axis);
      g_assert_cmpuint (pivot_framing_count_differences (session), ==, rows[i].n_differences);
    }
}

/* Switches are options: they survive a view, and are dropped with what they were set for. */
static void
test_switches (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-count-batch12");
  g_autoptr(PivotSession) other = pivot_session_new ();
  g_autofree char *view = NULL;
  g_auto(GStrv) list = NULL;

  pivot_framing_set (session, 1, PIVOT_FRAMING_MEASURE, "lg-count-batch12");
  pivot_framing_set (session, 1, PIVOT_FRAMING_METHOD, "equal");
  pivot_framing_set (session, 1, PIVOT_FRAMING_CLASSES, "7");
  pivot_framing_set (session, 1, PIVOT_FRAMING_CLASSES, "5");
  pivot_framing_set (session, 1, PIVOT_FRAMING_AXIS, "cut");
  g_assert_cmpuint (pivot_framing_count_differences (session), ==, 0);
  pivot_framing_set (session, 0, PIVOT_FRAMING_COLOURS, "reversed");
  g_assert_cmpuint (pivot_framing_count_differences (session), ==, 1);

  view = pivot_session_to_json (session);
  pivot_session_set_dataset (other, bundled);
  g_assert_true (pivot_session_apply_json (other, view, FALSE, NULL));
  assert_word (other, 0, PIVOT_FRAMING_COLOURS, "reversed");
  assert_word (other, 1, PIVOT_FRAMING_CLASSES, "5");
  assert_word (other, 1, PIVOT_FRAMING_MEASURE, "lg-count-batch12");

  /* Another measure has no such count. */
  pivot_session_set_measure (session, "degree-share");
  assert_word (session, 1, PIVOT_FRAMING_MEASURE, "degree-share");
  assert_word (session, 1, PIVOT_FRAMING_CLASSES, "5");

  pivot_framing_reset (session);
  list = pivot_session_get_list (session, PIVOT_OPTION_FRAMINGS);
  g_assert_null (list[0]);
  g_assert_cmpuint (pivot_framing_count_differences (session), ==, 4);
}

/* A side is a view like any other. */
static void
test_session (void)
{
  g_autoptr(PivotSession) session = new_session ("talent-gap");
  g_autoptr(PivotSession) left = pivot_framing_new_session (session, 0);
  g_autoptr(PivotSession) right = pivot_framing_new_session (session, 1);
  g_autoptr(PivotSession) none = pivot_session_new ();
  g_autoptr(PivotSession) again = pivot_session_new ();
  g_autofree char *view = pivot_session_to_json (right);

  g_assert_cmpfloat (pivot_measure_get_midpoint (pivot_session_get_measure (left)), ==, 0);
  /* Of 8.45, 4.45, 1.65, 1.17, 0.84, −1.59 (less exact), … the median, as the dataset prints it. */
  g_assert_cmpfloat (pivot_measure_get_midpoint (pivot_session_get_measure (right)), <, 0);
  g_assert_cmpfloat (pivot_measure_get_midpoint (pivot_dataset_find_measure (bundled, "talent-gap")), ==, 0);
  g_assert_cmpint (pivot_session_get_method (left), ==, PIVOT_METHOD_EQUAL);
  g_assert_cmpint (pivot_session_get_method (right), ==, PIVOT_METHOD_QUANTILE);
  g_assert_cmpuint (pivot_session_get_classes (left), ==, 5);
  g_assert_cmpuint (pivot_session_get_classes (right), ==, 3);
  g_assert_cmpuint (pivot_session_get_n_selected (left), ==, 0);

  pivot_session_set_dataset (again, bundled);
  g_assert_true (pivot_session_apply_json (again, view, FALSE, NULL));
  g_assert_cmpfloat (pivot_measure_get_midpoint (pivot_session_get_measure (again)), ==,
                     pivot_measure_get_midpoint (pivot_session_get_measure (right)));
  /* Another measure turns where it does by itself. */
  pivot_session_set_measure (again, "degree-gap");
  g_assert_cmpfloat (pivot_measure_get_midpoint (pivot_session_get_measure (again)), ==, 0);
  g_assert_cmpstr (pivot_session_get_word (again, PIVOT_OPTION_PIVOT), ==, "");
  pivot_session_set_word (again, PIVOT_OPTION_PIVOT, "1x");
  g_assert_cmpstr (pivot_session_get_word (again, PIVOT_OPTION_PIVOT), ==, "");

  g_assert_null (pivot_framing_new_session (none, 0));
}

/* What a what-if assumes is not what two honest pictures show. */
static void
test_truth (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-share");
  g_autoptr(PivotSession) left = NULL;
  int beijing = pivot_dataset_get_place_index (bundled, "CN-BJ");

  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, "lg-share/CN-BJ=50");
  left = pivot_framing_new_session (session, 0);
  g_assert_cmpfloat (pivot_measure_get_numbers (pivot_session_get_measure (left), NULL)[beijing], ==, 5.4);
}

/* Titles say what is counted here anew, however the switches stand. */
static void
test_titles (void)
{
  static const char * const measures[] = { "lg-count-batch12", "lg-share", "talent-gap", "degree-share", "subsidy-score", "population-2020" };
  static const char * const classes[] = { "3", "5", "7" };

  for (guint m = 0; m < G_N_ELEMENTS (measures); m++)
    for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
      for (guint side = 0; side < PIVOT_FRAMING_N_SIDES; side++)
        {
          g_autoptr(PivotSession) session = new_session (measures[m]);
          g_autoptr(PivotSession) own = NULL;
          g_autofree char *title = NULL, *note = NULL, *top = NULL, *part = NULL;
          PivotMeasure *measure;
          PivotClasses *found;
          const double *numbers;
          guint n, n_top = 0, n_values = 0, n_above = 0, n_below = 0;

          pivot_framing_set (session, side, PIVOT_FRAMING_CLASSES, classes[c]);
          own = pivot_framing_new_session (session, side);
          measure = pivot_session_get_measure (own);
          numbers = pivot_measure_get_numbers (measure, &n);
          found = pivot_session_get_measure_classes (own);
          for (guint i = 0; i < n; i++)
            {
              n_values += !isnan (numbers[i]);
              n_top += numbers[i] >= pivot_classes_get_lower (found, pivot_classes_get_n (found) - 1);
              n_above += numbers[i] > pivot_measure_get_midpoint (measure);
              n_below += numbers[i] < pivot_measure_get_midpoint (measure);
            }

          title = pivot_framing_title (own, side);
          note = pivot_framing_note (own);
          g_test_message ("%s", title);
          if (pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
            top = g_strdup_printf ("%u of %u places are %s", side == 0 ? n_above : n_below, n_values, side == 0 ? "above" : "below");
          else
            top = g_strdup_printf ("%u of %u places", n_top, n_values);
          if (strstr (title, " of ") != NULL)
            g_assert_nonnull (strstr (title, top));
          if (strstr (title, "only") != NULL)
            g_assert_cmpuint (2 * n_top, <, n_values);
          if (strstr (title, "alone") != NULL)
            g_assert_cmpuint (n_top, >, 1);
          part = g_strdup_printf ("%u of %u places have a value", n_values, n);
          g_assert_true (g_str_has_prefix (note, part));
        }
}

static void
test_default_titles (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-count-batch12");
  g_autoptr(PivotSession) left = pivot_framing_new_session (session, 0);
  g_autoptr(PivotSession) right = pivot_framing_new_session (session, 1);
  g_autofree char *one = pivot_framing_title (left, 0);
  g_autofree char *other = pivot_framing_title (right, 1);

  g_assert_cmpstr (one, ==, "Zhejiang leads: only 3 of 31 places are in the top class");
  g_assert_cmpstr (other, ==, "Not Beijing alone: 11 of 31 places are in the top class");
}

static void
test_base (void)
{
  static const struct { double least, most, base; } rows[] = {
    { 90, 162, 80 },
    { 100, 162, 90 },      /* the least has a bar too */
    { 1.74, 4.11, 1.4 },
    { 221, 470, 180 },
    { 0, 10, 0 },          /* nothing to cut */
    { 5, 5, 0 },
    { 0.5, 10, 0 },
  };
  g_autoptr(PivotSession) session = new_session ("lg-count-batch12");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (pivot_framing_get_base (session, 0, rows[i].least, rows[i].most), rows[i].base, 1e-9);
      g_assert_cmpfloat (pivot_framing_get_base (session, 1, rows[i].least, rows[i].most), ==, 0);
    }
}

static void
test_bars (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-share");
  g_autoptr(PivotSession) own = pivot_framing_new_session (session, 0);
  const double *numbers = pivot_measure_get_numbers (pivot_session_get_measure (own), NULL);
  guint n;
  g_autofree guint *places = pivot_framing_list_bars (own, &n);

  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n; i++)
    {
      g_assert_false (isnan (numbers[places[i]]));
      if (i > 0)
        g_assert_cmpfloat (numbers[places[i - 1]], >=, numbers[places[i]]);
    }
}

/* Each sentence has the numbers of its pictures. */
static void
test_effects (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-count-batch12");
  g_autofree char *axis = pivot_framing_effect (session, PIVOT_FRAMING_AXIS);
  g_autofree char *classes = pivot_framing_effect (session, PIVOT_FRAMING_CLASSES);
  g_autofree char *same = NULL;

  /* (162 − 80) ÷ (90 − 80), and 162 ÷ 90. */
  g_assert_nonnull (strstr (axis, "8.2 times"));
  g_assert_nonnull (strstr (axis, "1.8 times"));
  g_assert_nonnull (strstr (classes, "3 on the left, 11 on the right"));

  pivot_framing_set (session, 0, PIVOT_FRAMING_AXIS, "zero");
  same = pivot_framing_effect (session, PIVOT_FRAMING_AXIS);
  g_assert_null (strstr (same, "times"));
  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    {
      g_autofree char *effect = pivot_framing_effect (session, i);

      g_assert_cmpuint (strlen (effect), >, 20);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  g_test_add_func ("/framing/rule", test_rule);
  g_test_add_func ("/framing/switches", test_switches);
  g_test_add_func ("/framing/session", test_session);
  g_test_add_func ("/framing/truth", test_truth);
  g_test_add_func ("/framing/titles", test_titles);
  g_test_add_func ("/framing/default-titles", test_default_titles);
  g_test_add_func ("/framing/base", test_base);
  g_test_add_func ("/framing/bars", test_bars);
  g_test_add_func ("/framing/effects", test_effects);

  status = g_test_run ();
  g_clear_object (&bundled);

  return status;
}

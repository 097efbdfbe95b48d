/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "pivot-problem.h"

#include "tiny-dataset.h"

#include <math.h>

/* ---- Properties ---- */

static void
test_defaults (Fixture       *fixture,
               gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  double zoom;

  g_assert_cmpint (pivot_session_get_page (session), ==, PIVOT_PAGE_MAP);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (session)), ==, "talent-gap");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_against (session)), ==, "subsidy-score");
  g_assert_cmpstr (pivot_session_get_palette (session), ==, "");
  g_assert_cmpstr (pivot_session_get_tab (session), ==, "scatter");
  g_assert_null (pivot_session_get_firm (session));
  g_assert_cmpint (pivot_session_get_hovered (session), ==, -1);
  g_assert_cmpint (pivot_session_get_focus (session), ==, -1);
  g_assert_cmpuint (pivot_session_get_n_selected (session), ==, 0);
  g_assert_false (pivot_session_get_camera (session, NULL, NULL, &zoom));
  g_assert_true (isnan (zoom));
  assert_json (session, "{}");
}

/* Each property: once by its setter, not again for the same, once by g_object_set (). */
static void
test_notify (Fixture       *fixture,
             gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  static const struct
  {
    const char *property;
    const char *first;
    const char *second;
  } strings[] = {
    { "measure", "lg-share", "pg-share" },
    { "against", "lg-share", "pg-share" },
    { "palette", "viridis", "ylgn" },
    { "tab", "ranking", "table" },
    { "firm", "nio", "keda-automation" },
    { "figure", "1-2", "4-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autofree char *now = NULL;

      reset (fixture);
      g_object_set (session, strings[i].property, strings[i].first, NULL);
      g_object_set (session, strings[i].property, strings[i].first, NULL);
      g_assert_cmpuint (count (fixture, strings[i].property), ==, 1);
      g_object_set (session, strings[i].property, strings[i].second, NULL);
      g_assert_cmpuint (count (fixture, strings[i].property), ==, 2);
      g_assert_cmpuint (count_all (fixture), ==, 2);
      g_object_get (session, strings[i].property, &now, NULL);
      g_assert_cmpstr (now, ==, strings[i].second);
    }

  reset (fixture);
  pivot_session_set_page (session, PIVOT_PAGE_DATA);
  pivot_session_set_page (session, PIVOT_PAGE_DATA);
  pivot_session_set_method (session, PIVOT_METHOD_NATURAL);
  pivot_session_set_method (session, PIVOT_METHOD_NATURAL);
  pivot_session_set_classes (session, 7);
  pivot_session_set_classes (session, 7);
  pivot_session_set_reversed (session, 2);
  pivot_session_set_reversed (session, TRUE);
  pivot_session_set_hovered (session, 3);
  pivot_session_set_hovered (session, 3);
  pivot_session_set_focus (session, 4);
  pivot_session_set_focus (session, 4);
  g_assert_cmpuint (count (fixture, "page"), ==, 1);
  g_assert_cmpuint (count (fixture, "method"), ==, 1);
  g_assert_cmpuint (count (fixture, "classes"), ==, 1);
  g_assert_cmpuint (count (fixture, "reversed"), ==, 1);
  g_assert_cmpuint (count (fixture, "hovered"), ==, 1);
  g_assert_cmpuint (count (fixture, "focus"), ==, 1);
  g_assert_cmpuint (count_all (fixture), ==, 6);
}

/* The class pointed at is none where there is no such class, and none once the classes are others. */
static void
test_hovered_class (Fixture       *fixture,
                    gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  g_autofree char *before = pivot_session_to_json (session);
  g_autofree char *after = NULL;

  reset (fixture);
  pivot_session_set_hovered_class (session, 1);
  pivot_session_set_hovered_class (session, 1);
  g_assert_cmpint (pivot_session_get_hovered_class (session), ==, 1);
  g_assert_cmpuint (count (fixture, "hovered-class"), ==, 1);
  g_assert_cmpuint (count_all (fixture), ==, 1);
  after = pivot_session_to_json (session);
  g_assert_cmpstr (before, ==, after);

  pivot_session_set_hovered_class (session, PIVOT_CLASSES_MAX);
  g_assert_cmpint (pivot_session_get_hovered_class (session), ==, -1);

  pivot_session_set_hovered_class (session, 1);
  pivot_session_set_breaks (session, (double[]) { 5 }, 1);
  g_assert_cmpint (pivot_session_get_hovered_class (session), ==, -1);
}

static void
test_clamp (Fixture       *fixture,
            gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  guint n_places = pivot_dataset_get_n_places (fixture->dataset);
  double longitude, latitude, zoom;

  pivot_session_set_hovered (session, (int) n_places);
  g_assert_cmpint (pivot_session_get_hovered (session), ==, -1);
  pivot_session_set_hovered (session, -7);
  g_assert_cmpint (pivot_session_get_hovered (session), ==, -1);
  g_assert_cmpuint (count_all (fixture), ==, 0);

  pivot_session_set_focus (session, (int) n_places);
  g_assert_cmpint (pivot_session_get_focus (session), ==, -1);
  pivot_session_set_focus (session, (int) n_places - 1);
  g_assert_cmpint (pivot_session_get_focus (session), ==, (int) n_places - 1);

  pivot_session_set_classes (session, 1);
  g_assert_cmpuint (pivot_session_get_classes (session), ==, PIVOT_CLASSES_MIN);
  pivot_session_set_classes (session, 100);
  g_assert_cmpuint (pivot_session_get_classes (session), ==, PIVOT_CLASSES_MAX);

  pivot_session_set_camera (session, 200, -100, 99);
  g_assert_true (pivot_session_get_camera (session, &longitude, &latitude, &zoom));
  g_assert_cmpfloat (longitude, ==, 180);
  g_assert_cmpfloat (latitude, ==, -90);
  g_assert_cmpfloat (zoom, ==, 30);

  pivot_session_set_measure (session, "no-such-measure");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (session)), ==, "talent-gap");
  pivot_session_set_firm (session, "no-such-firm");
  g_assert_null (pivot_session_get_firm (session));

  g_test_expect_message ("pivot", G_LOG_LEVEL_CRITICAL, "*is_tab*");
  pivot_session_set_tab (session, "moon");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (pivot_session_get_tab (session), ==, "scatter");
}

/* Several changes between freeze and thaw are one pass, and the signal waits too, until all properties are notified. */
static void
test_freeze (Fixture       *fixture,
             gconstpointer  unused)
{
  PivotSession *session = fixture->session;

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_select_one (session, 1, PIVOT_SELECT_REPLACE);
  pivot_session_select_one (session, 2, PIVOT_SELECT_ADD);
  pivot_session_set_classes (session, 3);
  pivot_session_set_classes (session, 4);
  pivot_session_swap_measures (session);
  g_assert_cmpuint (count_all (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_selection, ==, 0);
  g_assert_true (pivot_session_is_selected (session, 2));
  g_object_thaw_notify (G_OBJECT (session));

  g_assert_cmpuint (fixture->n_selection, ==, 1);
  g_assert_cmpuint (count (fixture, "selection-serial"), ==, 1);
  g_assert_cmpuint (count (fixture, "focus"), ==, 1);
  g_assert_cmpuint (count (fixture, "classes"), ==, 1);
  g_assert_cmpuint (count (fixture, "measure"), ==, 1);
  g_assert_cmpuint (count (fixture, "against"), ==, 1);
  g_assert_cmpuint (count_all (fixture), ==, 5);
  g_assert_cmpuint (fixture->n_notified_at_selection, ==, 5);
}

static void
test_swap (Fixture       *fixture,
           gconstpointer  unused)
{
  pivot_session_swap_measures (fixture->session);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (fixture->session)), ==, "subsidy-score");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_against (fixture->session)), ==, "talent-gap");
  g_assert_cmpuint (count_all (fixture), ==, 2);
  assert_json (fixture->session, "{\"measure\":\"subsidy-score\",\"against\":\"talent-gap\"}");
}

/* ---- Selection and focus ---- */

typedef struct
{
  const char      *step;
  PivotSelectMode  mode;
  guint            places[4];
  guint            n;
  const char      *selected;
  int              focus;
  guint            n_signals;  /* so far */
} SelectRow;

static void
test_select (Fixture       *fixture,
             gconstpointer  unused)
{
  static const SelectRow rows[] = {
    { "one", PIVOT_SELECT_REPLACE, { 5 }, 1, "5", 5, 1 },
    { "same again", PIVOT_SELECT_REPLACE, { 5 }, 1, "5", 5, 1 },
    { "add one", PIVOT_SELECT_ADD, { 2 }, 1, "2 5", 2, 2 },
    { "add two", PIVOT_SELECT_ADD, { 7, 8 }, 2, "2 5 7 8", 2, 3 },
    { "add one that is there", PIVOT_SELECT_ADD, { 7 }, 1, "2 5 7 8", 7, 3 },
    { "remove another", PIVOT_SELECT_REMOVE, { 2 }, 1, "5 7 8", 7, 4 },
    { "remove the focused", PIVOT_SELECT_REMOVE, { 7 }, 1, "5 8", 8, 5 },
    { "toggle the focused off", PIVOT_SELECT_TOGGLE, { 8 }, 1, "5", 5, 6 },
    { "toggle one on", PIVOT_SELECT_TOGGLE, { 1 }, 1, "1 5", 1, 7 },
    { "out of range", PIVOT_SELECT_ADD, { 4000 }, 1, "1 5", 1, 7 },
    { "replace by several with it", PIVOT_SELECT_REPLACE, { 1, 3, 4 }, 3, "1 3 4", 1, 8 },
    { "replace by several without it", PIVOT_SELECT_REPLACE, { 6, 7 }, 2, "6 7", -1, 9 },
    { "the same one twice", PIVOT_SELECT_REPLACE, { 9, 9 }, 2, "9", 9, 10 },
    { "none", PIVOT_SELECT_REPLACE, { 0 }, 0, "", -1, 11 },
    { "remove what is not there", PIVOT_SELECT_REMOVE, { 3 }, 1, "", -1, 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree guint *selected = NULL;
      guint n;

      g_test_message ("%s", rows[i].step);
      pivot_session_select (fixture->session, rows[i].places, rows[i].n, rows[i].mode);

      selected = pivot_session_get_selected (fixture->session, &n);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, "%s%u", j > 0 ? " " : "", selected[j]);

      g_assert_cmpstr (text->str, ==, rows[i].selected);
      g_assert_cmpuint (n, ==, pivot_session_get_n_selected (fixture->session));
      g_assert_cmpint (pivot_session_get_focus (fixture->session), ==, rows[i].focus);
      g_assert_cmpuint (fixture->n_selection, ==, rows[i].n_signals);
    }
}

/* ---- Classes ---- */

static void
test_classes (Fixture       *fixture,
              gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  PivotClasses *classes;
  const double inner[] = { -2, 0, 3 };
  const double bad[] = { 1, NAN, 1, 0.5, 4 };
  const double *breaks;
  guint n;

  pivot_session_set_classes (session, 4);
  classes = pivot_session_get_measure_classes (session);
  g_assert_nonnull (classes);
  g_assert_cmpuint (pivot_classes_get_n (classes), ==, 4);
  g_assert_true (pivot_session_get_measure_classes (session) == classes);

  /* What has nothing to do with them leaves them alone. */
  pivot_session_select_one (session, 2, PIVOT_SELECT_REPLACE);
  pivot_session_set_palette (session, "viridis");
  g_assert_true (pivot_session_get_measure_classes (session) == classes);

  pivot_session_set_breaks (session, inner, 3);
  g_assert_cmpint (pivot_session_get_method (session), ==, PIVOT_METHOD_MANUAL);
  classes = pivot_session_get_measure_classes (session);
  g_assert_cmpuint (pivot_classes_get_n (classes), ==, 4);
  g_assert_cmpfloat (pivot_classes_get_lower (classes, 1), ==, -2);
  g_assert_cmpfloat (pivot_classes_get_upper (classes, 2), ==, 3);
  g_assert_cmpuint (count (fixture, "breaks"), ==, 1);

  pivot_session_set_breaks (session, bad, 5);
  breaks = pivot_session_get_breaks (session, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (breaks[0], ==, 1);
  g_assert_cmpfloat (breaks[1], ==, 4);
  g_assert_cmpuint (pivot_classes_get_n (pivot_session_get_measure_classes (session)), ==, 3);

  /* Breaks belong to their measure. */
  pivot_session_set_measure (session, "lg-share");
  g_assert_cmpint (pivot_session_get_method (session), !=, PIVOT_METHOD_MANUAL);
  pivot_session_get_breaks (session, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Manual begins with what is on screen. */
static void
test_manual (Fixture       *fixture,
             gconstpointer  unused)
{
  PivotClasses *classes;
  const double *breaks;
  double lower[PIVOT_CLASSES_MAX];
  guint n;

  pivot_session_set_measure (fixture->session, "population-2020");
  classes = pivot_session_get_measure_classes (fixture->session);
  for (guint i = 1; i < pivot_classes_get_n (classes); i++)
    lower[i - 1] = pivot_classes_get_lower (classes, i);

  pivot_session_set_method (fixture->session, PIVOT_METHOD_MANUAL);
  breaks = pivot_session_get_breaks (fixture->session, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpmem (breaks, n * sizeof (double), lower, 4 * sizeof (double));
}

/* ---- Datasets ---- */

static void
test_tiny_defaults (void)
{
  g_autoptr(PivotDataset) tiny = load_tiny (NULL, NULL);
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(GError) error = NULL;
  double longitude;

  /* What was set before there was anything to see is kept if it makes sense. */
  pivot_session_set_measure (session, "gap");
  pivot_session_set_against (session, "moonlight");
  pivot_session_set_classes (session, 6);
  g_assert_null (pivot_session_get_measure (session));
  g_assert_null (pivot_session_get_measure_classes (session));
  g_assert_false (pivot_session_apply_json (session, "{}", FALSE, &error));
  g_assert_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_REFERENCE);

  pivot_session_set_dataset (session, tiny);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (session)), ==, "gap");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_against (session)), ==, "alpha");
  g_assert_cmpuint (pivot_session_get_classes (session), ==, 6);
  g_assert_true (pivot_session_is_selected (session, 0));
  g_assert_cmpint (pivot_session_get_focus (session), ==, 0);

  g_assert_true (pivot_session_get_camera (session, &longitude, NULL, NULL));
  g_assert_cmpfloat (longitude, ==, 101);

  pivot_session_clear_selection (session);
  pivot_session_reset_camera (session);
  assert_json (session, "{\"measure\":\"gap\",\"selection\":[],\"classes\":6,\"camera\":null}");

  g_clear_error (&error);
  g_assert_true (pivot_session_apply_json (session, "{}", FALSE, &error));
  g_assert_true (pivot_session_is_selected (session, 0));
  assert_json (session, "{}");
}

/* Places, measures and the camera go along where they exist. */
static void
test_set_dataset (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr(PivotDataset) tiny = load_tiny (NULL, NULL);
  PivotSession *session = fixture->session;
  double zoom;

  pivot_session_select_one (session, place (fixture, "CN-BJ"), PIVOT_SELECT_REPLACE);
  pivot_session_select_one (session, place (fixture, "CN-ZJ"), PIVOT_SELECT_ADD);
  pivot_session_set_hovered (session, 1);
  pivot_session_set_firm (session, "nio");
  pivot_session_set_classes (session, 8);
  pivot_session_set_page (session, PIVOT_PAGE_DATA);
  pivot_session_set_camera (session, 110, 30, 5);
  reset (fixture);

  pivot_session_set_dataset (session, tiny);
  pivot_session_set_dataset (session, tiny);

  g_assert_cmpuint (count (fixture, "dataset"), ==, 1);
  g_assert_cmpuint (fixture->n_selection, ==, 1);
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_measure (session)), ==, "beta");
  g_assert_cmpstr (pivot_measure_get_id (pivot_session_get_against (session)), ==, "alpha");
  g_assert_cmpuint (pivot_session_get_n_selected (session), ==, 1);
  g_assert_true (pivot_session_is_selected (session, 2));
  g_assert_cmpint (pivot_session_get_focus (session), ==, 2);
  g_assert_cmpint (pivot_session_get_hovered (session), ==, -1);
  g_assert_null (pivot_session_get_firm (session));
  g_assert_cmpuint (pivot_session_get_classes (session), ==, 8);
  g_assert_cmpint (pivot_session_get_page (session), ==, PIVOT_PAGE_DATA);
  g_assert_true (pivot_session_get_camera (session, NULL, NULL, &zoom));
  g_assert_cmpfloat (zoom, ==, 5);
  g_assert_cmpuint (pivot_classes_get_missing (pivot_session_get_measure_classes (session)), ==, 1);

  pivot_session_set_dataset (session, NULL);
  g_assert_null (pivot_session_get_measure (session));
  g_assert_cmpuint (pivot_session_get_n_selected (session), ==, 0);
  g_assert_null (pivot_session_get_measure_classes (session));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_dataset ();

  g_test_add ("/session/defaults", Fixture, NULL, set_up, test_defaults, tear_down);
  g_test_add ("/session/notify", Fixture, NULL, set_up, test_notify, tear_down);
  g_test_add ("/session/clamp", Fixture, NULL, set_up, test_clamp, tear_down);
  g_test_add ("/session/hovered-class", Fixture, NULL, set_up, test_hovered_class, tear_down);
  g_test_add ("/session/freeze", Fixture, NULL, set_up, test_freeze, tear_down);
  g_test_add ("/session/swap", Fixture, NULL, set_up, test_swap, tear_down);
  g_test_add ("/session/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/session/classes", Fixture, NULL, set_up, test_classes, tear_down);
  g_test_add ("/session/manual", Fixture, NULL, set_up, test_manual, tear_down);
  g_test_add_func ("/session/tiny-defaults", test_tiny_defaults);
  g_test_add ("/session/set-dataset", Fixture, NULL, set_up, test_set_dataset, tear_down);

  result = g_test_run ();
  unload_dataset ();

  return result;
}

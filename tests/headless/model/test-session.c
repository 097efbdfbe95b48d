/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-problem.h"
#include "pivot-session-options.h"
#include "pivot-session.h"

#include "tiny-dataset.h"

#include <math.h>
#include <string.h>

/* Loaded once; nothing changes it. */
static PivotDataset *bundled;

typedef struct
{
  PivotDataset *dataset;
  PivotSession *session;
  GHashTable   *notified;   /* property → how often */
  guint         n_selection;
  guint         n_notified_at_selection;
} Fixture;

static guint
count (Fixture    *fixture,
       const char *property)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (fixture->notified, property));
}

static guint
count_all (Fixture *fixture)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, fixture->notified);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value);

  return n;
}

static void
reset (Fixture *fixture)
{
  g_hash_table_remove_all (fixture->notified);
  fixture->n_selection = 0;
  fixture->n_notified_at_selection = 0;
}

static void
notify_cb (Fixture    *fixture,
           GParamSpec *pspec)
{
  g_hash_table_insert (fixture->notified, (gpointer) pspec->name,
                       GUINT_TO_POINTER (count (fixture, pspec->name) + 1));
}

static void
selection_changed_cb (Fixture *fixture)
{
  fixture->n_selection++;
  fixture->n_notified_at_selection = count_all (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->dataset = g_object_ref (bundled);
  fixture->notified = g_hash_table_new (g_str_hash, g_str_equal);
  fixture->session = pivot_session_new ();
  pivot_session_set_dataset (fixture->session, fixture->dataset);
  g_signal_connect_swapped (fixture->session, "notify", G_CALLBACK (notify_cb), fixture);
  g_signal_connect_swapped (fixture->session, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->dataset);
  g_hash_table_unref (fixture->notified);
}

static void
assert_json (PivotSession *session,
             const char   *expected)
{
  g_autofree char *json = pivot_session_to_json (session);

  g_assert_cmpstr (json, ==, expected);
}

static guint
place (Fixture    *fixture,
       const char *id)
{
  int index = pivot_dataset_get_place_index (fixture->dataset, id);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

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

/* ---- JSON ---- */

static void
test_json (Fixture       *fixture,
           gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  guint zj = place (fixture, "CN-ZJ"), sn = place (fixture, "CN-SN");
  const double inner[] = { 0.1, 2.5, 1e9 };
  const char * const compared[] = { "nio", "acme", NULL };
  g_autoptr(GError) error = NULL;

  pivot_session_set_page (session, PIVOT_PAGE_FIRMS);
  pivot_session_set_measure (session, "lg-share");
  pivot_session_set_against (session, "pg-share");
  pivot_session_select_one (session, zj, PIVOT_SELECT_REPLACE);
  pivot_session_select_one (session, sn, PIVOT_SELECT_ADD);
  pivot_session_set_classes (session, 7);
  pivot_session_set_breaks (session, inner, 3);
  pivot_session_set_palette (session, "a \"b\"\n");
  pivot_session_set_reversed (session, TRUE);
  pivot_session_set_tab (session, "table");
  pivot_session_set_firm (session, "nio");
  pivot_session_set_figure (session, "1-2");
  pivot_session_set_word (session, PIVOT_OPTION_LAYOUT, "grid");
  pivot_session_set_flag (session, PIVOT_OPTION_HATCHING, TRUE);
  pivot_session_set_word (session, PIVOT_OPTION_FIRM_FILTER, "\"蓝\"");
  pivot_session_set_list (session, PIVOT_OPTION_COMPARED_FIRMS, compared);
  pivot_session_set_camera (session, 0.1 + 0.2, -0.0, 4);

  assert_json (session,
               "{\"page\":\"firms\",\"measure\":\"lg-share\",\"against\":\"pg-share\",\"selection\":[\"CN-ZJ\",\"CN-SN\"],"
               "\"classes\":7,\"method\":\"manual\",\"breaks\":[0.1,2.5,1000000000],\"palette\":\"a \\\"b\\\"\\u000a\","
               "\"reversed\":true,\"tab\":\"table\",\"firm\":\"nio\",\"figure\":\"1-2\",\"layout\":\"grid\",\"hatching\":true,"
               "\"firm-filter\":\"\\\"蓝\\\"\",\"compared-firms\":[\"nio\",\"acme\"],\"focus\":\"CN-SN\","
               "\"camera\":{\"longitude\":0.30000000000000004,\"latitude\":0,\"zoom\":4}}");

  /* The focus is only said where it is not plain. */
  g_assert_true (pivot_session_apply_json (session, "{\"selection\": [\"CN-ZJ\"], \"unknown\": [{}]}", FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (pivot_session_get_focus (session), ==, (int) zj);
  assert_json (session, "{\"selection\":[\"CN-ZJ\"]}");
  pivot_session_set_focus (session, -1);
  assert_json (session, "{\"selection\":[\"CN-ZJ\"],\"focus\":null}");
}

/* A view from elsewhere is applied in one pass, hovering apart. */
static void
test_apply (Fixture       *fixture,
            gconstpointer  unused)
{
  PivotSession *session = fixture->session;
  g_autoptr(GError) error = NULL;

  pivot_session_set_classes (session, 7);
  pivot_session_set_tab (session, "table");
  reset (fixture);

  g_assert_true (pivot_session_apply_json (session, "{\"page\": \"data\", \"classes\": 3}", TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_all (fixture), ==, 2);
  assert_json (session, "{\"page\":\"data\",\"classes\":3,\"tab\":\"table\"}");

  /* Without merge what is left out goes back. */
  g_assert_true (pivot_session_apply_json (session, "{\"measure\": \"lg-share\"}", FALSE, &error));
  assert_json (session, "{\"measure\":\"lg-share\"}");

  /* The format allows 12 classes; as many as there are is the nearest. */
  g_assert_true (pivot_session_apply_json (session, "{\"classes\": 12}", FALSE, &error));
  g_assert_cmpuint (pivot_session_get_classes (session), ==, 9);
}

typedef struct
{
  const char     *name;
  const char     *json;
  PivotDataError  code;
  const char     *message;
} Fault;

static const Fault faults[] = {
  { "empty", "", PIVOT_DATA_ERROR_SYNTAX, "view: *" },
  { "syntax", "{\"page\": ", PIVOT_DATA_ERROR_SYNTAX, "view: *" },
  { "root", "[]", PIVOT_DATA_ERROR_TYPE, "view: $: expected an object, found a list" },
  { "page", "{\"page\": \"moon\"}", PIVOT_DATA_ERROR_REFERENCE,
    "view: $.page: expected one of map, firms, story, data, teach, found “moon”" },
  { "page-type", "{\"page\": 3}", PIVOT_DATA_ERROR_TYPE, "view: $.page: expected one of *, found 3" },
  { "measure", "{\"page\": \"data\", \"measure\": \"no-such\"}", PIVOT_DATA_ERROR_REFERENCE,
    "view: $.measure: expected the id of a measure, found “no-such”" },
  { "measure-null", "{\"measure\": null}", PIVOT_DATA_ERROR_TYPE,
    "view: $.measure: expected the id of a measure, found null" },
  { "against", "{\"against\": {}}", PIVOT_DATA_ERROR_TYPE,
    "view: $.against: expected the id of a measure, found an object" },
  { "selection", "{\"selection\": [\"CN-ZJ\", \"CN-XX\"]}", PIVOT_DATA_ERROR_REFERENCE,
    "view: $.selection[1]: expected the id of a place, found “CN-XX”" },
  { "selection-type", "{\"selection\": \"CN-ZJ\"}", PIVOT_DATA_ERROR_TYPE,
    "view: $.selection: expected a list of places, found “CN-ZJ”" },
  { "selection-element", "{\"selection\": [true]}", PIVOT_DATA_ERROR_TYPE,
    "view: $.selection[0]: expected the id of a place, found true" },
  { "classes", "{\"classes\": 1}", PIVOT_DATA_ERROR_RANGE, "view: $.classes: expected a number from 2 to 12, found 1" },
  { "classes-fraction", "{\"classes\": 2.5}", PIVOT_DATA_ERROR_TYPE, "view: $.classes: expected a whole number, found 2.5" },
  { "classes-type", "{\"classes\": \"5\"}", PIVOT_DATA_ERROR_TYPE, "view: $.classes: expected a number from 2 to 12, found “5”" },
  { "method", "{\"method\": \"guess\"}", PIVOT_DATA_ERROR_REFERENCE, "view: $.method: expected one of quantile, *, found “guess”" },
  { "breaks", "{\"method\": \"manual\", \"breaks\": [1, 1]}", PIVOT_DATA_ERROR_RANGE,
    "view: $.breaks[1]: expected a number greater than the one before, found 1" },
  { "breaks-type", "{\"breaks\": [null]}", PIVOT_DATA_ERROR_TYPE, "view: $.breaks[0]: expected a number *, found null" },
  { "breaks-many", "{\"breaks\": [1,2,3,4,5,6,7,8,9]}", PIVOT_DATA_ERROR_RANGE,
    "view: $.breaks: expected no more than 8 numbers, found 9" },
  { "infinite", "{\"breaks\": [1e999]}", PIVOT_DATA_ERROR_RANGE, "view: *" },
  { "palette", "{\"palette\": 1}", PIVOT_DATA_ERROR_TYPE, "view: $.palette: expected the name of a palette, found 1" },
  { "reversed", "{\"reversed\": \"yes\"}", PIVOT_DATA_ERROR_TYPE, "view: $.reversed: expected true or false, found “yes”" },
  { "tab", "{\"tab\": \"moon\"}", PIVOT_DATA_ERROR_REFERENCE, "view: $.tab: expected one of scatter, ranking, table, found “moon”" },
  { "firm", "{\"firm\": \"acme\"}", PIVOT_DATA_ERROR_REFERENCE, "view: $.firm: expected the id of a firm, found “acme”" },
  { "figure", "{\"figure\": 7}", PIVOT_DATA_ERROR_TYPE, "view: $.figure: expected the id of a figure, found 7" },
  { "word", "{\"layout\": \"globe\"}", PIVOT_DATA_ERROR_REFERENCE,
    "view: $.layout: expected one of map, grid, cartogram, found “globe”" },
  { "flag", "{\"hatching\": 1}", PIVOT_DATA_ERROR_TYPE, "view: $.hatching: expected true or false, found 1" },
  { "text", "{\"firm-filter\": []}", PIVOT_DATA_ERROR_TYPE, "view: $.firm-filter: expected a text, found a list" },
  { "list", "{\"compared-firms\": [\"nio\", \"\"]}", PIVOT_DATA_ERROR_TYPE,
    "view: $.compared-firms[1]: expected a text, found “”" },
  { "focus", "{\"focus\": \"CN-XX\"}", PIVOT_DATA_ERROR_REFERENCE, "view: $.focus: expected the id of a place, found “CN-XX”" },
  { "camera", "{\"camera\": 4}", PIVOT_DATA_ERROR_TYPE,
    "view: $.camera: expected an object with longitude, latitude and zoom, found 4" },
  { "camera-part", "{\"camera\": {\"longitude\": 1, \"latitude\": 2}}", PIVOT_DATA_ERROR_MISSING,
    "view: $.camera.zoom: expected a number, found nothing" },
  { "camera-range", "{\"camera\": {\"longitude\": 1, \"latitude\": 92, \"zoom\": 3}}", PIVOT_DATA_ERROR_RANGE,
    "view: $.camera.latitude: expected a number from -90 to 90, found 92" },
};

/* A view with one fault, after good keys, changes nothing at all. */
static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  const Fault *fault = data;

  for (int merge = FALSE; merge <= TRUE; merge++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      pivot_session_set_page (fixture->session, PIVOT_PAGE_STORY);
      pivot_session_select_one (fixture->session, 3, PIVOT_SELECT_REPLACE);
      before = pivot_session_to_json (fixture->session);
      reset (fixture);

      g_assert_false (pivot_session_apply_json (fixture->session, fault->json, merge, &error));
      g_assert_error (error, PIVOT_DATA_ERROR, (int) fault->code);
      if (!g_pattern_match_simple (fault->message, error->message))
        g_error ("“%s” does not match “%s”", error->message, fault->message);

      after = pivot_session_to_json (fixture->session);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (count_all (fixture), ==, 0);
      g_assert_cmpuint (fixture->n_selection, ==, 0);
    }
}

static void
test_deep (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) json = g_string_new ("{\"other\": ");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');

  g_assert_false (pivot_session_apply_json (fixture->session, json->str, FALSE, &error));
  g_assert_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT);
}

static const char *
random_id (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr(GObject) item = n > 0 ? g_list_model_get_item (list, (guint) g_test_rand_int_range (0, (gint32) n)) : NULL;

  if (item == NULL)
    return NULL;

  if (PIVOT_IS_MEASURE (item))
    return pivot_measure_get_id (PIVOT_MEASURE (item));
  if (PIVOT_IS_FIRM (item))
    return pivot_firm_get_id (PIVOT_FIRM (item));

  return pivot_figure_get_id (PIVOT_FIGURE (item));
}

static void
change_at_random (PivotSession *session,
                  PivotDataset *dataset)
{
  static const char * const tabs[] = { "scatter", "ranking", "table" };
  const char * const *visions = pivot_option_get_words (PIVOT_OPTION_VISION);
  static const char * const hidden[] = { "kind:customer", "\"é\"", NULL };
  int n = (int) pivot_dataset_get_n_places (dataset);
  double breaks[3];

  switch (g_test_rand_int_range (0, 18))
    {
    case 0: pivot_session_set_page (session, g_test_rand_int_range (0, 4)); break;
    case 1: pivot_session_set_measure (session, random_id (pivot_dataset_get_measures (dataset))); break;
    case 2: pivot_session_set_against (session, random_id (pivot_dataset_get_measures (dataset))); break;
    case 3: pivot_session_select_one (session, (guint) g_test_rand_int_range (0, n), g_test_rand_int_range (0, 4)); break;
    case 4: pivot_session_select_one (session, (guint) g_test_rand_int_range (0, n), PIVOT_SELECT_ADD); break;
    case 5: pivot_session_set_classes (session, (guint) g_test_rand_int_range (2, 10)); break;
    case 6: pivot_session_set_method (session, g_test_rand_int_range (0, PIVOT_METHOD_MANUAL + 1)); break;
    case 7:
      for (guint i = 0; i < 3; i++)
        breaks[i] = g_test_rand_double_range (-1e3, 1e6);
      pivot_session_set_breaks (session, breaks, (guint) g_test_rand_int_range (0, 4));
      break;
    case 8: pivot_session_set_palette (session, g_test_rand_bit () ? "" : "“é\\\t"); break;
    case 9: pivot_session_set_reversed (session, g_test_rand_bit ()); break;
    case 10: pivot_session_set_tab (session, tabs[g_test_rand_int_range (0, 3)]); break;
    case 11: pivot_session_set_firm (session, g_test_rand_bit () ? NULL : random_id (pivot_dataset_get_firms (dataset))); break;
    case 12: pivot_session_set_figure (session, g_test_rand_bit () ? NULL : random_id (pivot_dataset_get_figures (dataset))); break;
    case 14: pivot_session_set_flag (session, PIVOT_OPTION_STABILITY, g_test_rand_bit ()); break;
    case 15: pivot_session_set_word (session, PIVOT_OPTION_VISION, visions[g_test_rand_int_range (0, 7)]); break;
    case 16: pivot_session_set_list (session, PIVOT_OPTION_HIDDEN_EVENTS, g_test_rand_bit () ? hidden : NULL); break;
    case 13: pivot_session_set_focus (session, g_test_rand_int_range (-1, n)); break;
    default:
      if (g_test_rand_bit ())
        pivot_session_reset_camera (session);
      else
        pivot_session_set_camera (session, g_test_rand_double_range (-180, 180), g_test_rand_double_range (-90, 90),
                                  g_test_rand_double_range (0, 18));
    }
}

/* Any state that can be reached, written and read into another session, is the same state: the same bytes again. */
static void
round_trip (PivotDataset *dataset)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotSession) other = pivot_session_new ();

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_dataset (other, dataset);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *json = NULL;
      g_autofree char *again = NULL;
      g_autoptr(GError) error = NULL;
      guint n, m;
      const double *breaks, *others;

      change_at_random (session, dataset);
      json = pivot_session_to_json (session);
      g_assert_true (pivot_session_apply_json (other, json, FALSE, &error));
      g_assert_no_error (error);
      again = pivot_session_to_json (other);

      g_assert_cmpstr (json, ==, again);
      g_assert_cmpint (pivot_session_get_focus (session), ==, pivot_session_get_focus (other));
      g_assert_cmpint (pivot_session_get_method (session), ==, pivot_session_get_method (other));
      breaks = pivot_session_get_breaks (session, &n);
      others = pivot_session_get_breaks (other, &m);
      g_assert_cmpmem (breaks, n * sizeof (double), others, m * sizeof (double));
    }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  unused)
{
  round_trip (fixture->dataset);
}

/* Its default view has a selection, so going back to none has to be said. */
static void
test_round_trip_tiny (void)
{
  g_autoptr(PivotDataset) tiny = load_tiny (NULL, NULL);

  round_trip (tiny);
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
  bundled = load_bundled ();

  g_test_add ("/session/defaults", Fixture, NULL, set_up, test_defaults, tear_down);
  g_test_add ("/session/notify", Fixture, NULL, set_up, test_notify, tear_down);
  g_test_add ("/session/clamp", Fixture, NULL, set_up, test_clamp, tear_down);
  g_test_add ("/session/hovered-class", Fixture, NULL, set_up, test_hovered_class, tear_down);
  g_test_add ("/session/freeze", Fixture, NULL, set_up, test_freeze, tear_down);
  g_test_add ("/session/swap", Fixture, NULL, set_up, test_swap, tear_down);
  g_test_add ("/session/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/session/classes", Fixture, NULL, set_up, test_classes, tear_down);
  g_test_add ("/session/manual", Fixture, NULL, set_up, test_manual, tear_down);
  g_test_add ("/session/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/session/apply", Fixture, NULL, set_up, test_apply, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session/fault/%s", faults[i].name);

      g_test_add (path, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  g_test_add ("/session/deep", Fixture, NULL, set_up, test_deep, tear_down);
  g_test_add ("/session/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add_func ("/session/round-trip/tiny", test_round_trip_tiny);
  g_test_add_func ("/session/tiny-defaults", test_tiny_defaults);
  g_test_add ("/session/set-dataset", Fixture, NULL, set_up, test_set_dataset, tear_down);

  result = g_test_run ();

  /* Fails if a session still holds it. */
  g_assert_finalize_object (bundled);

  return result;
}

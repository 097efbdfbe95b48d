/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "pivot-problem.h"
#include "pivot-session-options.h"

#include "tiny-dataset.h"

/* The view JSON: what is written, what is read, and what is refused. */

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

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_dataset ();

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

  result = g_test_run ();
  unload_dataset ();

  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo-test.h"

#include <math.h>

#define F(members) "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"" members "}]}"
#define G(geometry) F (",\"geometry\":" geometry)
#define POLYGON(coordinates) G ("{\"type\":\"Polygon\",\"coordinates\":" coordinates "}")
#define OK "[[0,0],[1,0],[1,1],[0,0]]"

typedef struct
{
  const char     *path;
  const char     *text;
  PivotDataError  code;
  const char     *message;
  guint           n_more;
} Fault;

static const Fault faults[] = {
  { "/not-json/empty", "", PIVOT_DATA_ERROR_SYNTAX,
    "t.geojson: line 1, column 1: expected a value, found the end of the file" },
  { "/not-json/text", "hello", PIVOT_DATA_ERROR_SYNTAX,
    "t.geojson: line 1, column 1: expected a value, found “h”" },
  { "/not-json/after", F (",\"geometry\":null") "x", PIVOT_DATA_ERROR_SYNTAX,
    "t.geojson: line 1, column 77: expected the end of the file, found “x”" },
  { "/top/list", "[]", PIVOT_DATA_ERROR_TYPE, "t.geojson: $: expected an object, found a list" },
  { "/top/no-type", "{\"features\":[]}", PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.type: expected “FeatureCollection”, found nothing" },
  { "/top/type", "{\"type\":\"Topology\",\"features\":[]}", PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.type: expected “FeatureCollection”, found “Topology”" },
  { "/top/type-number", "{\"type\":3,\"features\":[]}", PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.type: expected “FeatureCollection”, found a number" },
  { "/top/no-features", "{\"type\":\"FeatureCollection\"}", PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.features: expected a list of features, found nothing" },
  { "/top/features", "{\"type\":\"FeatureCollection\",\"features\":{}}", PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features: expected a list of features, found an object" },
  { "/top/twice", "{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}", PIVOT_DATA_ERROR_DUPLICATE,
    "t.geojson: $.features: expected a member that occurs once, found a second one" },
  { "/feature/not-object", "{\"type\":\"FeatureCollection\",\"features\":[null]}", PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0]: expected a feature, found null" },
  { "/feature/no-type", "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":null}]}", PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.features[0].type: expected “Feature”, found nothing" },
  { "/feature/type", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"feature\",\"geometry\":null}]}",
    PIVOT_DATA_ERROR_RANGE, "t.geojson: $.features[0].type: expected “Feature”, found “feature”" },
  { "/feature/no-geometry", F (""), PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.features[0].geometry: expected a geometry or null, found nothing" },
  { "/feature/id", F (",\"id\":true,\"geometry\":null"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].id: expected a string or a number, found true" },
  { "/feature/id-object", F (",\"id\":{\"a\":[]},\"geometry\":null"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].id: expected a string or a number, found an object" },
  { "/feature/duplicate-id", "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"id\":\"7\",\"geometry\":null},{\"type\":\"Feature\",\"id\":7,\"geometry\":null}]}",
    PIVOT_DATA_ERROR_DUPLICATE, "t.geojson: $.features[1].id: expected an id that no other feature has, found “7”" },
  { "/feature/properties", F (",\"properties\":[],\"geometry\":null"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].properties: expected an object or null, found a list" },
  { "/feature/label", F (",\"properties\":{\"label\":[1]},\"geometry\":null"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].properties.label: expected a position [longitude, latitude]" },
  { "/feature/label-range", F (",\"properties\":{\"label\":[1,91]},\"geometry\":null"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].properties.label: expected a position [longitude, latitude]" },
  { "/feature/geometry-twice", F (",\"geometry\":null,\"geometry\":null"), PIVOT_DATA_ERROR_DUPLICATE,
    "t.geojson: $.features[0].geometry: expected a member that occurs once, found a second one" },
  { "/geometry/string", G ("\"x\""), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry: expected a geometry or null, found a string" },
  { "/geometry/no-type", G ("{\"coordinates\":[]}"), PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.features[0].geometry.type: expected “Polygon” or “MultiPolygon”, found nothing" },
  { "/geometry/type", G ("{\"type\":\"Point\",\"coordinates\":[1,2]}"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.type: expected “Polygon” or “MultiPolygon”, found “Point”" },
  { "/geometry/type-number", G ("{\"type\":1,\"coordinates\":[]}"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.type: expected “Polygon” or “MultiPolygon”, found a number" },
  { "/geometry/type-after", G ("{\"coordinates\":[1,2],\"type\":\"Point\"}"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.type: expected “Polygon” or “MultiPolygon”, found “Point”" },
  { "/geometry/no-coordinates", G ("{\"type\":\"Polygon\"}"), PIVOT_DATA_ERROR_MISSING,
    "t.geojson: $.features[0].geometry.coordinates: expected a list of coordinates, found nothing" },
  { "/coordinates/null", POLYGON ("null"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates: expected a list of rings, found null" },
  { "/coordinates/ring", POLYGON ("[" OK ",5]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[1]: expected a list of positions, found a number" },
  { "/coordinates/polygon", G ("{\"type\":\"MultiPolygon\",\"coordinates\":[[" OK "],{}]}"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[1]: expected a list of rings, found an object" },
  { "/coordinates/position", POLYGON ("[[[0,0],[1,0],7,[1,1],[0,0]]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][2]: expected a position [longitude, latitude], found a number" },
  { "/coordinates/longitude", POLYGON ("[[[0,0],[\"1\",0],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a number as longitude, found a string" },
  { "/coordinates/latitude", POLYGON ("[[[0,0],[1,null],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a number as latitude, found null" },
  { "/coordinates/one-number", POLYGON ("[[[0,0],[1],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a number as latitude, found nothing" },
  { "/coordinates/no-number", POLYGON ("[[[0,0],[],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a number as longitude, found nothing" },
  { "/coordinates/too-shallow", G ("{\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"),
    PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][0][0]: expected a position [longitude, latitude], found a number", 3 },
  { "/coordinates/too-deep", POLYGON ("[[" OK "]]"), PIVOT_DATA_ERROR_TYPE,
    "t.geojson: $.features[0].geometry.coordinates[0][0]: expected a number as longitude, found a list" },
  { "/coordinates/few", POLYGON ("[[[0,0],[1,0],[0,0]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0]: expected a ring of at least 4 positions, found 3 positions" },
  { "/coordinates/none", POLYGON ("[[]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0]: expected a ring of at least 4 positions, found 0 positions" },
  { "/coordinates/open", POLYGON ("[" OK ",[[0,0],[1,0],[1,1],[0,1]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[1]: expected a closed ring, its last position as its first, found an open one" },
  { "/coordinates/nearly-closed", POLYGON ("[[[0,0],[1,0],[1,1],[0,0.000001]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0]: expected a closed ring, its last position as its first, found an open one" },
  { "/coordinates/east", POLYGON ("[[[0,0],[180.5,0],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a longitude from −180 to 180, found 180.5" },
  { "/coordinates/south", POLYGON ("[[[0,0],[1,-91],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0][1]: expected a latitude from −90 to 90, found -91" },
  { "/coordinates/before-type", G ("{\"coordinates\":[[[0,0],[1,0],[0,0]]],\"type\":\"Polygon\"}"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: $.features[0].geometry.coordinates[0]: expected a ring of at least 4 positions, found 3 positions" },
  { "/coordinates/infinite", POLYGON ("[[[0,0],[1e999,0],[1,1],[0,0]]]"), PIVOT_DATA_ERROR_RANGE,
    "t.geojson: line 1, column 111: expected a finite number, found “1e999”" },
};

static PivotProblems *
read_faulty (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  PivotProblems *problems = pivot_problems_new (10);

  g_assert_null (pivot_geo_reader_read (bytes, "t.geojson", problems, NULL, NULL, NULL));
  return problems;
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(PivotProblems) problems = read_faulty (fault->text);
  g_autoptr(PivotProblem) problem = g_list_model_get_item (pivot_problems_get_list (problems), 0);
  g_autofree char *message = pivot_problem_to_string (problem);

  g_assert_cmpstr (message, ==, fault->message);
  g_assert_cmpint (pivot_problem_get_code (problem), ==, fault->code);
  g_assert_cmpuint (pivot_problems_get_total (problems), ==, 1 + fault->n_more);
}

/* Each fault of a file is told, not only the first; but nothing that only follows from another. */
static void
test_several (void)
{
  static const char * const paths[] = {
    "$.features[0].geometry.coordinates[0][1]",
    "$.features[0].geometry.coordinates[1]",
    "$.features[1].geometry.type",
    "$.features[2].id",
    "$.features[2].geometry.coordinates[0][0]",
  };
  g_autoptr(PivotProblems) problems = read_faulty (
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[\"x\",1],[0,1]],[[0,0]]]}},"
    "{\"type\":\"Feature\",\"id\":2,\"geometry\":{\"type\":\"Line\",\"coordinates\":[[0,0],[2,2]]}},"
    "{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[999,0],[998,1],[997,1],[999,0]]]}}]}");
  GListModel *list = pivot_problems_get_list (problems);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (list, i);

      g_assert_cmpstr (pivot_problem_get_path (problem), ==, paths[i]);
    }
}

/* A word that is told back is cut between characters. */
static void
test_long_word (void)
{
  g_autoptr(GString) text = g_string_new ("{\"type\":\"");
  g_autoptr(PivotProblems) problems = NULL;
  g_autoptr(PivotProblem) problem = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "界");
  g_string_append (text, "\",\"features\":[]}");

  problems = read_faulty (text->str);
  problem = g_list_model_get_item (pivot_problems_get_list (problems), 0);
  g_assert_true (g_utf8_validate (pivot_problem_get_found (problem), -1, NULL));
  g_assert_cmpint (g_utf8_strlen (pivot_problem_get_found (problem), -1), ==, 62);
}

/* When nobody will read more, reading stops. */
static void
test_full (void)
{
  g_autoptr(GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[0");
  g_autoptr(PivotProblems) problems = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, ",0");
  problems = read_faulty (text->str);
  g_assert_cmpuint (pivot_problems_get_total (problems), ==, 10);
}

static void
test_accepted (gconstpointer data)
{
  g_autoptr(PivotGeometry) geometry = read_text (data);

  g_assert_cmpuint (pivot_geometry_get_n_regions (geometry), ==, 1);
  g_assert_cmpuint (pivot_geometry_get_n_points (geometry), ==, 4);
  g_assert_true (pivot_geometry_contains (geometry, 0, .9, .1));
  g_assert_false (pivot_geometry_contains (geometry, 0, .1, .9));
}

/* One triangle, in every dress that RFC 7946 lets it wear. */
static const struct
{
  const char *path;
  const char *text;
} accepted[] = {
  { "/geo-reader/accepts/plain", POLYGON ("[" OK "]") },
  { "/geo-reader/accepts/mark", "\xef\xbb\xbf" POLYGON ("[" OK "]") },
  { "/geo-reader/accepts/space", "\n{ \"type\" : \"FeatureCollection\",\r\n\t\"features\" : [ { \"type\" : \"Feature\" , \"geometry\" :"
    "{ \"type\" : \"Polygon\" , \"coordinates\" : [ [ [ 0 , 0 ] , [ 1 , 0 ] , [ 1 , 1 ] , [ 0 , 0 ] ] ] } } ] }\n" },
  { "/geo-reader/accepts/height", POLYGON ("[[[0,0,5],[1,0,5,7],[1,1,null],[-0,0.0]]]") },
  { "/geo-reader/accepts/reversed", "{\"features\":[{\"geometry\":{\"coordinates\":[" OK "],\"type\":\"Polygon\"},"
    "\"properties\":{},\"id\":1,\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}" },
  { "/geo-reader/accepts/multi-reversed", G ("{\"coordinates\":[[" OK "]],\"type\":\"MultiPolygon\"}") },
  { "/geo-reader/accepts/empty-part", G ("{\"type\":\"MultiPolygon\",\"coordinates\":[[],[" OK "],[]]}") },
  { "/geo-reader/accepts/unknown", "{\"bbox\":[0,0,1,1],\"crs\":{\"a\":[{\"type\":\"x\"}]},\"type\":\"FeatureCollection\",\"features\":["
    "{\"bbox\":null,\"type\":\"Feature\",\"properties\":{\"features\":[1,[2]],\"id\":{}},\"geometry\":"
    "{\"bbox\":[],\"type\":\"Polygon\",\"coordinates\":[" OK "],\"crs\":null},\"extra\":\"coordinates\"}],\"name\":\"x\"}" },
  { "/geo-reader/accepts/escapes", "{\"t\\u0079pe\":\"Feature\\u0043ollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
    "{\"type\":\"Poly\\u0067on\",\"coordinates\":[" OK "]}}]}" },
};

typedef struct
{
  GCancellable *cancellable;
  double        last;
  guint         n_calls;
} Progress;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Progress *progress = data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n_calls++;
  if (progress->cancellable != NULL && fraction > .5)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autoptr(GBytes) bytes = load_bundled ("boundaries.geojson");
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  Progress progress = { NULL, 0, 0 };
  g_autoptr(PivotGeometry) geometry = pivot_geo_reader_read (bytes, "x", problems, NULL, progress_cb, &progress);

  g_assert_nonnull (geometry);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n_calls, >, 10);
  g_assert_cmpuint (progress.n_calls, <=, 101);
}

static void
test_cancel (void)
{
  g_autoptr(GBytes) bytes = load_bundled ("boundaries.geojson");
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { cancellable, 0, 0 };

  g_assert_null (pivot_geo_reader_read (bytes, "x", problems, cancellable, progress_cb, &progress));
  g_assert_cmpuint (pivot_problems_get_total (problems), ==, 0);
  g_assert_cmpfloat (progress.last, <, .8);

  progress = (Progress) { NULL, 0, 0 };
  g_assert_null (pivot_geo_reader_read (bytes, "x", problems, cancellable, progress_cb, &progress));
  g_assert_cmpuint (progress.n_calls, ==, 0);
}

/* A file that ends too early is an error wherever it ends. The last bytes are white space. */
static void
test_truncated (gconstpointer data)
{
  g_autoptr(GBytes) bytes = load_bundled (data);
  gsize length = g_bytes_get_size (bytes) - 2;

  for (gsize i = 0; i < length; i += i < 4000 ? 7 : 1000)
    {
      g_autoptr(GBytes) part = g_bytes_new (g_bytes_get_data (bytes, NULL), i);
      g_autoptr(PivotProblems) problems = pivot_problems_new (10);
      g_autofree char *attribution = NULL;

      g_assert_null (pivot_geo_reader_read (part, "x", problems, NULL, NULL, NULL));
      g_assert_cmpuint (pivot_problems_get_total (problems), ==, 1);
      attribution = pivot_geo_reader_read_attribution (part);
    }
}

/* A byte changed at random must never crash; if it is still accepted, all must be readable. */
static void
test_damaged (void)
{
  g_autoptr(GBytes) bytes = load_bundled ("boundaries-lo.geojson");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 200; i++)
    {
      char *copy = g_memdup2 (text, length);
      g_autoptr(GBytes) damaged = NULL;
      g_autoptr(PivotProblems) problems = pivot_problems_new (10);
      g_autoptr(PivotGeometry) geometry = NULL;

      for (guint j = 0; j < 3; j++)
        copy[g_test_rand_int_range (0, (gint32) length)] = "[]{}\",:0-.e"[g_test_rand_int_range (0, 11)];
      damaged = g_bytes_new_take (copy, length);
      geometry = pivot_geo_reader_read (damaged, "x", problems, NULL, NULL, NULL);
      g_assert_true ((geometry == NULL) == (pivot_problems_get_total (problems) > 0));
      for (guint r = 0; geometry != NULL && r < pivot_geometry_get_n_regions (geometry); r++)
        pivot_geometry_get_label (geometry, r, NULL, NULL, NULL);
    }
}

static void
test_attribution (void)
{
  static const struct { const char *text, *expected; } cases[] = {
    { "{\"attribution\":\"A\"}", "A" },
    { "{\"features\":[{\"attribution\":\"B\"}],\"attribution\":\"A\"}", "A" },
    { "{\"features\":[{\"attribution\":\"B\"}]}", NULL },
    { "{\"attribution\":5}", NULL },
    { "[]", NULL },
    { "{\"attribution\":", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autofree char *attribution = pivot_geo_reader_read_attribution (bytes);

      g_assert_cmpstr (attribution, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/geo-reader/faults", faults[i].path, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    g_test_add_data_func (accepted[i].path, accepted[i].text, test_accepted);

  g_test_add_func ("/geo-reader/several", test_several);
  g_test_add_func ("/geo-reader/long-word", test_long_word);
  g_test_add_func ("/geo-reader/full", test_full);
  g_test_add_func ("/geo-reader/progress", test_progress);
  g_test_add_func ("/geo-reader/cancel", test_cancel);
  g_test_add_data_func ("/geo-reader/truncated/boundaries", "boundaries.geojson", test_truncated);
  g_test_add_data_func ("/geo-reader/truncated/lo", "boundaries-lo.geojson", test_truncated);
  g_test_add_data_func ("/geo-reader/truncated/context", "context.geojson", test_truncated);
  g_test_add_func ("/geo-reader/damaged", test_damaged);
  g_test_add_func ("/geo-reader/attribution", test_attribution);

  return g_test_run ();
}

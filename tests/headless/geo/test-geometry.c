/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo-test.h"

#include <math.h>

#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define FEATURE(id, properties, type, coordinates) \
  "{\"type\":\"Feature\",\"id\":" id ",\"properties\":" properties ",\"geometry\":{\"type\":\"" type \
  "\",\"coordinates\":" coordinates "}}"
#define SQUARE(x0, y0, x1, y1) \
  "[[" #x0 "," #y0 "],[" #x1 "," #y0 "],[" #x1 "," #y1 "],[" #x0 "," #y1 "],[" #x0 "," #y0 "]]"
/* The other way round. */
#define HOLE(x0, y0, x1, y1) \
  "[[" #x0 "," #y0 "],[" #x0 "," #y1 "],[" #x1 "," #y1 "],[" #x1 "," #y0 "],[" #x0 "," #y0 "]]"

static void
test_holes (void)
{
  g_autoptr(PivotGeometry) geometry = read_region ("Polygon", "[" SQUARE (0, 0, 10, 10) "," HOLE (2, 2, 9, 9) "]");
  double x, y, radius;

  g_assert_cmpuint (pivot_geometry_get_n_polygons (geometry, 0), ==, 1);
  g_assert_cmpuint (pivot_geometry_get_n_rings (geometry, 0, 0), ==, 2);
  g_assert_cmpuint (pivot_geometry_get_n_points (geometry), ==, 10);
  g_assert_true (pivot_geometry_contains (geometry, 0, 1, 5));
  g_assert_false (pivot_geometry_contains (geometry, 0, 5, 5));
  g_assert_false (pivot_geometry_contains (geometry, 0, 11, 5));

  /* The middle is no place for a label; the corner between (0, 0) and (2, 2) is the widest. */
  pivot_geometry_get_label (geometry, 0, &x, &y, &radius);
  g_assert_true (pivot_geometry_contains (geometry, 0, x, y));
  g_assert_cmpfloat_with_epsilon (radius, 4 / (2 + G_SQRT2), .03);
}

static void
test_ring (void)
{
  g_autoptr(PivotGeometry) geometry = read_region ("MultiPolygon", "[[" SQUARE (0, 0, 1, 2) "],[" SQUARE (5, 6, 7, 9) "]]");
  PivotBox box = pivot_geometry_get_box (geometry, 0), part = pivot_geometry_get_polygon_box (geometry, 0, 1);
  const double *ring;
  guint n;

  g_assert_cmpuint (pivot_geometry_get_n_polygons (geometry, 0), ==, 2);
  ring = pivot_geometry_get_ring (geometry, 0, 1, 0, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpfloat (ring[0], ==, 5);
  g_assert_cmpfloat (ring[3], ==, 6);
  g_assert_cmpfloat (ring[8], ==, ring[0]);
  g_assert_cmpfloat (ring[9], ==, ring[1]);

  g_assert_cmpfloat (box.x0, ==, 0);
  g_assert_cmpfloat (box.y1, ==, 9);
  g_assert_cmpfloat (part.x0, ==, 5);
  g_assert_cmpfloat (part.x1, ==, 7);
  g_assert_cmpfloat (part.y0, ==, 6);
}

/* Coordinates, and where the widest place is; NaN for a radius that does not matter. */
static const struct
{
  const char *path;
  const char *coordinates;
  double      x, y, radius;
} poles[] = {
  { "/geometry/pole/square", "[[" SQUARE (0, 0, 10, 10) "]]", 5, 5, 5 },
  { "/geometry/pole/long", "[[" SQUARE (0, 0, 160, 1) "]]", NAN, .5, .5 },
  { "/geometry/pole/largest-part", "[[" SQUARE (0, 0, 1, 1) "],[" SQUARE (20, 20, 24, 24) "]]", 22, 22, 2 },
  { "/geometry/pole/hole-counts", "[[" SQUARE (0, 0, 10, 10) "," HOLE (1, 1, 9, 9) "],[" SQUARE (20, 20, 27, 27) "]]", 23.5, 23.5, 3.5 },
  { "/geometry/pole/triangle", "[[[[0,0],[3,0],[0,4],[0,0]]]]", 1, 1, 1 },
  { "/geometry/pole/line", "[[[[0,0],[3,3],[5,5],[0,0]]]]", 0, 0, 0 },
  { "/geometry/pole/point", "[[[[7,8],[7,8],[7,8],[7,8]]]]", 7, 8, 0 },
  { "/geometry/pole/antimeridian", "[[" SQUARE (-179, -10, 179, 10) "]]", NAN, 0, 10 },
};

static void
test_pole (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(PivotGeometry) geometry = read_region ("MultiPolygon", poles[i].coordinates);
  double x, y, radius;

  pivot_geometry_get_label (geometry, 0, &x, &y, &radius);
  if (!isnan (poles[i].x))
    g_assert_cmpfloat_with_epsilon (x, poles[i].x, .05 * poles[i].radius + 1e-12);
  g_assert_cmpfloat_with_epsilon (y, poles[i].y, .05 * poles[i].radius + 1e-12);
  g_assert_cmpfloat_with_epsilon (radius, poles[i].radius, .02 * poles[i].radius + 1e-12);
}

/* A label that the file gives is taken if it is inside. */
static void
test_given_label (void)
{
  static const struct { const char *label; double x, y, radius; } cases[] = {
    { "[1,3]", 1, 3, 1 },
    { "[9.5,9]", 9.5, 9, .5 },
    { "[11,3]", 5, 5, 5 },
    { "\"Somewhere\"", 5, 5, 5 },
    { "null", 5, 5, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (COLLECTION (FEATURE ("1", "{\"label\":%s}", "Polygon",
                                                                    "[" SQUARE (0, 0, 10, 10) "]")), cases[i].label);
      g_autoptr(PivotGeometry) geometry = read_text (text);
      double x, y, radius;

      pivot_geometry_get_label (geometry, 0, &x, &y, &radius);
      g_assert_cmpfloat_with_epsilon (x, cases[i].x, .1);
      g_assert_cmpfloat_with_epsilon (y, cases[i].y, .1);
      g_assert_cmpfloat_with_epsilon (radius, cases[i].radius, .1);
    }
}

static void
test_empty (void)
{
  g_autoptr(PivotGeometry) geometry = read_text (COLLECTION (
    "{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":null}," FEATURE ("\"b\"", "null", "MultiPolygon", "[]") ","
    FEATURE ("\"c\"", "{}", "Polygon", "[]")));
  g_autoptr(PivotGeometry) nothing = read_text (COLLECTION (""));
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new (geometry);
  g_autoptr(PivotGeoIndex) index_of_nothing = pivot_geo_index_new (nothing);
  PivotBox extent = pivot_geometry_get_extent (geometry), world = { -180, -90, 180, 90 };
  double x, y, radius;
  guint n;

  g_assert_cmpuint (pivot_geometry_get_n_regions (geometry), ==, 3);
  g_assert_cmpuint (pivot_geometry_get_n_regions (nothing), ==, 0);
  g_assert_cmpfloat (extent.x0, >, extent.x1);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (pivot_geometry_get_n_polygons (geometry, i), ==, 0);
      g_assert_false (pivot_geometry_contains (geometry, i, 0, 0));
      pivot_geometry_get_label (geometry, i, &x, &y, &radius);
      g_assert_cmpfloat (x, ==, 0);
      g_assert_cmpfloat (y, ==, 0);
      g_assert_cmpfloat (radius, ==, 0);
      pivot_geometry_get_neighbours (geometry, i, &n);
      g_assert_cmpuint (n, ==, 0);
    }

  g_assert_cmpint (pivot_geo_index_find (index, 0, 0), ==, -1);
  g_assert_cmpint (pivot_geo_index_nearest (index, 0, 0, INFINITY), ==, -1);
  g_assert_null (pivot_geo_index_query (index, &world, &n));
  g_assert_cmpint (pivot_geo_index_find (index_of_nothing, 0, 0), ==, -1);
}

static void
test_names (void)
{
  g_autoptr(PivotGeometry) geometry = read_text (COLLECTION (
    FEATURE ("\"a\"", "{\"name\":\"A\",\"name_en\":\"B\"}", "Polygon", "[]") ","
    FEATURE ("42", "{\"name_en\":\"B\",\"name\":\"A\"}", "Polygon", "[]") ","
    FEATURE ("-1.5", "{\"name\":7,\"name_en\":\"B\"}", "Polygon", "[]") ","
    FEATURE ("null", "null", "Polygon", "[]") ","
    "{\"type\":\"Feature\",\"geometry\":null}"));
  static const struct { const char *id, *name; } expected[] = { { "a", "A" }, { "42", "A" }, { "-1.5", "B" }, { "", "" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (pivot_geometry_get_id (geometry, i), ==, expected[i].id);
      g_assert_cmpstr (pivot_geometry_get_name (geometry, i), ==, expected[i].name);
    }

  g_assert_cmpint (pivot_geometry_find (geometry, "42"), ==, 1);
  g_assert_cmpint (pivot_geometry_find (geometry, "nowhere"), ==, -1);
  g_assert_cmpint (pivot_geometry_find (geometry, ""), ==, -1);
  g_assert_null (pivot_geometry_get_attribution (geometry));
}

#define BESIDES COLLECTION ( \
  FEATURE ("\"west\"", "{}", "Polygon", "[" SQUARE (0, 0, 10, 10) "]") "," \
  FEATURE ("\"east\"", "{}", "Polygon", "[" SQUARE (10, 0, 20, 10) "]") "," \
  FEATURE ("\"south\"", "{}", "Polygon", "[[[0,0],[10,0],[20,0],[20,-5],[0,-5],[0,0]]]") "," \
  FEATURE ("\"corner\"", "{}", "Polygon", "[" SQUARE (20, 10, 30, 20) "]") "," \
  FEATURE ("\"again\"", "{}", "MultiPolygon", "[[" SQUARE (10, 0, 20, 10) "],[" SQUARE (50, 50, 60, 60) "],[" SQUARE (60, 50, 70, 60) "]]"))

static void
check_neighbours (const PivotGeometry *geometry,
                  guint                region,
                  const char          *expected)
{
  g_autoptr(GString) found = g_string_new (NULL);
  guint n;
  const guint *neighbours = pivot_geometry_get_neighbours (geometry, region, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", pivot_geometry_get_id (geometry, neighbours[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_neighbours (void)
{
  const char * const order[] = { "south", "unknown", "west", NULL };
  g_autoptr(PivotGeometry) geometry = read_text (BESIDES);
  g_autoptr(PivotGeometry) arranged = pivot_geometry_arrange (geometry, order);
  g_autoptr(PivotGeometry) plane = NULL;
  PivotProjection projection;

  check_neighbours (geometry, 0, "east south again");
  check_neighbours (geometry, 1, "west south again");
  check_neighbours (geometry, 2, "west east again");
  check_neighbours (geometry, 3, "");
  check_neighbours (geometry, 4, "west east south");

  check_neighbours (arranged, 0, "west");
  check_neighbours (arranged, 1, "");
  check_neighbours (arranged, 2, "south");

  pivot_projection_init_mercator (&projection);
  plane = pivot_geometry_project (geometry, &projection);
  check_neighbours (plane, 0, "east south again");
}

/* Mercator cuts both at the same latitude; that does not make them touch. */
static void
test_neighbours_at_cut (void)
{
  g_autoptr(PivotGeometry) geometry = read_text (COLLECTION (
    FEATURE ("\"a\"", "{}", "Polygon", "[" SQUARE (0, 86, 10, 87) "]") ","
    FEATURE ("\"b\"", "{}", "Polygon", "[" SQUARE (0, 88, 10, 89) "]")));
  g_autoptr(PivotGeometry) plane = NULL;
  PivotProjection projection;

  pivot_projection_init_mercator (&projection);
  plane = pivot_geometry_project (geometry, &projection);
  g_assert_cmpfloat (pivot_geometry_get_box (plane, 0).y1, ==, 0);
  check_neighbours (plane, 0, "");
  check_neighbours (plane, 1, "");
}

static void
test_arrange (void)
{
  const char * const order[] = { "corner", "nobody", "again", NULL };
  g_autoptr(PivotGeometry) geometry = read_text (BESIDES);
  g_autoptr(PivotGeometry) arranged = pivot_geometry_arrange (geometry, order);
  g_autoptr(PivotGeometry) plane = NULL;
  g_autoptr(PivotGeometry) arranged_plane = NULL;
  PivotProjection projection;
  double x, y, lon, lat;
  guint n;

  pivot_projection_init_albers (&projection, 25, 47, 105, 35);
  plane = pivot_geometry_project (geometry, &projection);
  arranged_plane = pivot_geometry_arrange (plane, order);
  g_clear_pointer (&geometry, pivot_geometry_unref);
  g_clear_pointer (&plane, pivot_geometry_unref);

  g_assert_cmpuint (pivot_geometry_get_n_regions (arranged), ==, 3);
  g_assert_cmpuint (pivot_geometry_get_n_points (arranged), ==, 20);
  g_assert_cmpint (pivot_geometry_find (arranged, "corner"), ==, 0);
  g_assert_cmpint (pivot_geometry_find (arranged, "nobody"), ==, 1);
  g_assert_cmpint (pivot_geometry_find (arranged, "west"), ==, -1);
  g_assert_cmpstr (pivot_geometry_get_id (arranged, 1), ==, "nobody");
  g_assert_cmpuint (pivot_geometry_get_n_polygons (arranged, 1), ==, 0);
  g_assert_cmpuint (pivot_geometry_get_n_polygons (arranged, 2), ==, 3);
  g_assert_cmpfloat (pivot_geometry_get_ring (arranged, 2, 1, 0, &n)[0], ==, 50);
  g_assert_cmpfloat (pivot_geometry_get_extent (arranged).x0, ==, 10);

  pivot_geometry_get_label (arranged, 0, &lon, &lat, NULL);
  pivot_geometry_get_label (arranged_plane, 0, &x, &y, NULL);
  pivot_projection_forward (&projection, lon, lat, &lon, &lat);
  g_assert_cmpfloat_with_epsilon (x, lon, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, lat, 1e-9);
}

/* The sum of angles under which the point sees the edges: another way than counting crossings. */
static gboolean
is_wound (const double *ring,
          guint         n,
          double        x,
          double        y)
{
  double sum = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      double ax = ring[2 * i] - x, ay = ring[2 * i + 1] - y, bx = ring[2 * i + 2] - x, by = ring[2 * i + 3] - y;

      sum += atan2 (ax * by - ay * bx, ax * bx + ay * by);
    }

  return fabs (sum) > G_PI;
}

/* Stars with random rays do not cross themselves. */
static void
test_contains (void)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(GString) text = g_string_new ("[[");
      g_autoptr(PivotGeometry) geometry = NULL;
      g_autoptr(PivotGeoIndex) index = NULL;
      guint n_rays = (guint) g_test_rand_int_range (3, 400), n, n_inside = 0;
      char first[64] = "", x[32], y[32];
      const double *ring;

      for (guint j = 0; j < n_rays; j++)
        {
          double angle = 2 * G_PI * j / n_rays, radius = g_test_rand_double_range (5, 80);

          g_ascii_formatd (x, sizeof x, "%.3f", radius * cos (angle));
          g_ascii_formatd (y, sizeof y, "%.3f", radius * sin (angle));
          if (j == 0)
            g_snprintf (first, sizeof first, "[%s,%s]", x, y);
          g_string_append_printf (text, "[%s,%s],", x, y);
        }
      g_string_append_printf (text, "%s]]", first);

      geometry = read_region ("Polygon", text->str);
      index = pivot_geo_index_new (geometry);
      ring = pivot_geometry_get_ring (geometry, 0, 0, 0, &n);
      for (guint j = 0; j < 500; j++)
        {
          double px = g_test_rand_double_range (-81, 81), py = g_test_rand_double_range (-81, 81);
          gboolean inside = is_wound (ring, n, px, py);

          g_assert_cmpint (pivot_geometry_contains (geometry, 0, px, py), ==, inside);
          g_assert_cmpint (pivot_geo_index_find (index, px, py), ==, inside ? 0 : -1);
          n_inside += inside;
        }
      g_assert_cmpuint (n_inside, >, 0);
    }
}

/* On a common border, corners included, exactly one region has the point. */
static void
test_borders_belong_to_one (void)
{
  g_autoptr(PivotGeometry) geometry = read_text (COLLECTION (
    FEATURE ("1", "{}", "Polygon", "[[[0,0],[10,0],[7.3,6.1],[3.7,10.9],[0,10],[0,0]]]") ","
    FEATURE ("2", "{}", "Polygon", "[[[10,0],[20,0],[20,10.9],[3.7,10.9],[7.3,6.1],[10,0]]]")));

  for (guint i = 0; i < 1000; i++)
    {
      double t = i / 1000., x = 10 + t * (7.3 - 10), y = t * 6.1;

      g_assert_cmpint (pivot_geometry_contains (geometry, 0, x, y) + pivot_geometry_contains (geometry, 1, x, y), ==, 1);
      x = 7.3 + t * (3.7 - 7.3);
      y = 6.1 + t * (10.9 - 6.1);
      g_assert_cmpint (pivot_geometry_contains (geometry, 0, x, y) + pivot_geometry_contains (geometry, 1, x, y), ==, 1);
    }
}

/* Where regions lie on each other, the first is found, and the query tells of all. */
static void
test_overlap (void)
{
  g_autoptr(GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autoptr(PivotGeometry) geometry = NULL;
  g_autoptr(PivotGeoIndex) index = NULL;

  for (guint i = 0; i < 60; i++)
    {
      double x0 = g_test_rand_int_range (0, 80), y0 = g_test_rand_int_range (0, 60);
      double x1 = x0 + g_test_rand_int_range (1, 60), y1 = y0 + g_test_rand_int_range (1, 29);

      g_string_append_printf (text, "%s{\"type\":\"Feature\",\"id\":%u,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                              "[[[%g,%g],[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]}}", i > 0 ? "," : "", i,
                              x0, y0, x1, y0, x1, y1, x0, y1, x0, y0);
    }
  g_string_append (text, "]}");
  geometry = read_text (text->str);
  index = pivot_geo_index_new (geometry);

  for (guint i = 0; i < 3000; i++)
    {
      double x = g_test_rand_double_range (0, 140), y = g_test_rand_double_range (0, 89);
      PivotBox box = { x, y, x + g_test_rand_double_range (0, 20), y + g_test_rand_double_range (0, 20) };
      g_autofree guint *regions = NULL;
      guint n, next = 0;

      g_assert_cmpint (pivot_geo_index_find (index, x, y), ==, find_linear (geometry, x, y));

      /* These are boxes themselves. */
      regions = pivot_geo_index_query (index, &box, &n);
      for (guint r = 0; r < 60; r++)
        {
          PivotBox other = pivot_geometry_get_box (geometry, r);

          if (other.x0 <= box.x1 && box.x0 <= other.x1 && other.y0 <= box.y1 && box.y0 <= other.y1)
            {
              g_assert_cmpuint (next, <, n);
              g_assert_cmpuint (regions[next++], ==, r);
            }
        }
      g_assert_cmpuint (next, ==, n);
    }
}

/* A box in a hole, around the hole, and inside the shape. */
static void
test_query_with_hole (void)
{
  g_autoptr(PivotGeometry) geometry = read_region ("Polygon", "[" SQUARE (0, 0, 10, 10) "," HOLE (2, 2, 9, 9) "]");
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new (geometry);
  static const struct { PivotBox box; guint n; } cases[] = {
    { { 3, 3, 8, 8 }, 0 },
    { { 1, 1, 9.5, 9.5 }, 1 },
    { { .5, .5, 1, 1 }, 1 },
    { { -5, -5, 15, 15 }, 1 },
    { { 11, 0, 12, 10 }, 0 },
    { { 5, 5, 5, 5 }, 0 },
    { { 5, 1, 5, 1 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n;
      g_autofree guint *regions = pivot_geo_index_query (index, &cases[i].box, &n);

      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* From inside a hole, the nearest border is the hole's. */
static void
test_nearest_in_hole (void)
{
  g_autoptr(PivotGeometry) geometry = read_region ("Polygon", "[" SQUARE (0, 0, 10, 10) "," HOLE (2, 2, 9, 9) "]");
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new (geometry);

  g_assert_cmpint (pivot_geo_index_nearest (index, 5, 3, 1.1), ==, 0);
  g_assert_cmpint (pivot_geo_index_nearest (index, 5, 3, .9), ==, -1);
  g_assert_cmpint (pivot_geo_index_nearest (index, 5, 3, 0), ==, -1);
  g_assert_cmpint (pivot_geo_index_nearest (index, 5, 3, NAN), ==, -1);
}

static void
test_boxed (void)
{
  g_autoptr(PivotGeometry) geometry = read_region ("Polygon", "[" SQUARE (0, 0, 10, 10) "]");
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, PIVOT_TYPE_GEOMETRY);
  g_value_set_boxed (&value, geometry);
  g_assert_true (g_value_get_boxed (&value) == geometry);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/holes", test_holes);
  g_test_add_func ("/geometry/ring", test_ring);
  for (guint i = 0; i < G_N_ELEMENTS (poles); i++)
    g_test_add_data_func (poles[i].path, GUINT_TO_POINTER (i), test_pole);
  g_test_add_func ("/geometry/given-label", test_given_label);
  g_test_add_func ("/geometry/empty", test_empty);
  g_test_add_func ("/geometry/names", test_names);
  g_test_add_func ("/geometry/neighbours", test_neighbours);
  g_test_add_func ("/geometry/neighbours-at-cut", test_neighbours_at_cut);
  g_test_add_func ("/geometry/arrange", test_arrange);
  g_test_add_func ("/geometry/contains", test_contains);
  g_test_add_func ("/geometry/borders-belong-to-one", test_borders_belong_to_one);
  g_test_add_func ("/geometry/overlap", test_overlap);
  g_test_add_func ("/geometry/query-with-hole", test_query_with_hole);
  g_test_add_func ("/geometry/nearest-in-hole", test_nearest_in_hole);
  g_test_add_func ("/geometry/boxed", test_boxed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo-test.h"

#include <math.h>

typedef struct
{
  const char *name;
  guint       n_regions;
  guint       n_points;     /* as the recipe counts them: with each ring's closing point */
} Level;

static const Level levels[] = {
  { "boundaries.geojson", 34, 14198 },
  { "boundaries-hi.geojson", 34, 54277 },
  { "boundaries-lo.geojson", 34, 3070 },
  { "context.geojson", 46, 7010 },
};

/* From data/geo/check.py. */
static const struct
{
  const char *id;
  const char *name;
  double      lon, lat;
} capitals[] = {
  { "CN-BJ", "Beijing", 116.3975, 39.9087 },
  { "CN-TJ", "Tianjin", 117.1767, 39.1422 },
  { "CN-HE", "Shijiazhuang", 114.4786, 38.0414 },
  { "CN-SX", "Taiyuan", 112.5603, 37.8694 },
  { "CN-NM", "Hohhot", 111.6522, 40.8106 },
  { "CN-LN", "Shenyang", 123.4328, 41.7922 },
  { "CN-JL", "Changchun", 125.3228, 43.88 },
  { "CN-HL", "Harbin", 126.65, 45.75 },
  { "CN-SH", "Shanghai", 121.4581, 31.2222 },
  { "CN-JS", "Nanjing", 118.7778, 32.0617 },
  { "CN-ZJ", "Hangzhou", 120.1614, 30.2937 },
  { "CN-AH", "Hefei", 117.2808, 31.8639 },
  { "CN-FJ", "Fuzhou", 119.3061, 26.0614 },
  { "CN-JX", "Nanchang", 115.8564, 28.6842 },
  { "CN-SD", "Jinan", 116.9972, 36.6683 },
  { "CN-HA", "Zhengzhou", 113.6486, 34.7578 },
  { "CN-HB", "Wuhan", 114.2667, 30.5833 },
  { "CN-HN", "Changsha", 112.9667, 28.2 },
  { "CN-GD", "Guangzhou", 113.25, 23.1167 },
  { "CN-GX", "Nanning", 108.3167, 22.8167 },
  { "CN-HI", "Haikou", 110.3417, 20.0458 },
  { "CN-CQ", "Chongqing", 106.5528, 29.5628 },
  { "CN-SC", "Chengdu", 104.0667, 30.6667 },
  { "CN-GZ", "Guiyang", 106.7167, 26.5833 },
  { "CN-YN", "Kunming", 102.7183, 25.0389 },
  { "CN-XZ", "Lhasa", 91.1, 29.65 },
  { "CN-SN", "Xi'an", 108.9286, 34.2583 },
  { "CN-GS", "Lanzhou", 103.8389, 36.0564 },
  { "CN-QH", "Xining", 101.7736, 36.6256 },
  { "CN-NX", "Yinchuan", 106.2731, 38.4681 },
  { "CN-XJ", "Urumqi", 87.6005, 43.801 },
  { "CN-TW", "Taipei", 121.5319, 25.0478 },
  { "CN-HK", "Kowloon", 114.172, 22.325 },
  { "CN-MO", "Macao", 113.5461, 22.2006 },
};

typedef struct
{
  PivotProjection projection;
  PivotGeometry  *degrees;
  PivotGeometry  *plane;
  PivotGeoIndex  *index;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->degrees = read_bundled ("boundaries.geojson");
  if (GPOINTER_TO_INT (data) == PIVOT_PROJECTION_MERCATOR)
    pivot_projection_init_mercator (&fixture->projection);
  else
    pivot_projection_init_albers (&fixture->projection, 25, 47, 105, 35);
  fixture->plane = pivot_geometry_project (fixture->degrees, &fixture->projection);
  fixture->index = pivot_geo_index_new (fixture->plane);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pivot_geo_index_free (fixture->index);
  pivot_geometry_unref (fixture->plane);
  pivot_geometry_unref (fixture->degrees);
}

static void
test_level (gconstpointer data)
{
  const Level *level = data;
  g_autoptr(PivotGeometry) geometry = read_bundled (level->name);

  g_assert_cmpuint (pivot_geometry_get_n_regions (geometry), ==, level->n_regions);
  g_assert_cmpuint (pivot_geometry_get_n_points (geometry), ==, level->n_points);
}

static void
test_attribution (void)
{
  g_autoptr(GBytes) bytes = load_bundled ("boundaries.geojson");
  g_autoptr(PivotGeometry) geometry = read_bundled ("boundaries.geojson");
  g_autofree char *attribution = pivot_geo_reader_read_attribution (bytes);

  g_assert_cmpstr (attribution, ==, "Made with Natural Earth (public domain)");
  g_assert_cmpstr (pivot_geometry_get_attribution (geometry), ==, attribution);
}

static void
test_capitals (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    {
      double x, y;
      int region = pivot_geometry_find (fixture->plane, capitals[i].id);

      pivot_projection_forward (&fixture->projection, capitals[i].lon, capitals[i].lat, &x, &y);
      g_test_message ("%s", capitals[i].name);
      g_assert_cmpint (region, >=, 0);
      g_assert_cmpint (pivot_geo_index_find (fixture->index, x, y), ==, region);
      g_assert_cmpint (find_linear (fixture->plane, x, y), ==, region);
    }
}

static void
test_index (Fixture       *fixture,
            gconstpointer  data)
{
  PivotBox extent = pivot_geometry_get_extent (fixture->plane);
  guint n_found = 0;

  for (guint i = 0; i < 20000; i++)
    {
      double x = g_test_rand_double_range (extent.x0, extent.x1), y = g_test_rand_double_range (extent.y0, extent.y1);
      int region = pivot_geo_index_find (fixture->index, x, y);

      g_assert_cmpint (region, ==, find_linear (fixture->plane, x, y));
      n_found += region >= 0;
    }

  g_assert_cmpuint (n_found, >, 5000);
  g_assert_cmpint (pivot_geo_index_find (fixture->index, extent.x1 * 2, 0), ==, -1);
  g_assert_cmpint (pivot_geo_index_find (fixture->index, NAN, 0), ==, -1);
}

/* Points exactly on corners and on the middle of edges, where rounding decides. */
static void
test_index_on_borders (Fixture       *fixture,
                       gconstpointer  data)
{
  for (guint r = 0; r < 34; r++)
    for (guint p = 0; p < pivot_geometry_get_n_polygons (fixture->plane, r); p++)
      {
        guint n;
        const double *ring = pivot_geometry_get_ring (fixture->plane, r, p, 0, &n);

        for (guint i = 0; i + 1 < n; i += 7)
          {
            double x = (ring[2 * i] + ring[2 * i + 2]) / 2, y = (ring[2 * i + 1] + ring[2 * i + 3]) / 2;

            g_assert_cmpint (pivot_geo_index_find (fixture->index, ring[2 * i], ring[2 * i + 1]), ==,
                             find_linear (fixture->plane, ring[2 * i], ring[2 * i + 1]));
            g_assert_cmpint (pivot_geo_index_find (fixture->index, x, y), ==, find_linear (fixture->plane, x, y));
          }
      }
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < 34; i++)
    {
      double lon, lat, x, y, px, py, radius;

      pivot_geometry_get_label (fixture->degrees, i, &lon, &lat, NULL);
      pivot_geometry_get_label (fixture->plane, i, &x, &y, &radius);
      g_assert_true (pivot_geometry_contains (fixture->degrees, i, lon, lat));
      g_assert_true (pivot_geometry_contains (fixture->plane, i, x, y));

      pivot_projection_forward (&fixture->projection, lon, lat, &px, &py);
      g_assert_cmpfloat (x, ==, px);
      g_assert_cmpfloat (y, ==, py);

      /* The circle fits: the region contains it, all around. */
      g_assert_cmpfloat (radius, >, 0);
      for (double t = 0; t < 2 * G_PI; t += .1)
        g_assert_true (pivot_geometry_contains (fixture->plane, i, x + .999 * radius * cos (t), y + .999 * radius * sin (t)));
    }
}

/* The recipe gives label_r_km, to a decimal, in the same projection. */
static void
test_label_radius (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct { const char *id; double x, y, radius; } cases[] = {
    { "CN-BJ", 116.4956, 40.3641, 44.9 },
    { "CN-HI", 109.6749, 19.1161, 77.8 },
    { "CN-HK", 114.0935, 22.4396, 7.7 },
    { "CN-MO", 113.5484, 22.1513, 1.3 },
    { "CN-XJ", 86.7573, 41.9648, 488.9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x, y, radius;
      int region = pivot_geometry_find (fixture->plane, cases[i].id);

      pivot_geometry_get_label (fixture->degrees, (guint) region, &x, &y, NULL);
      g_assert_cmpfloat (x, ==, cases[i].x);
      g_assert_cmpfloat (y, ==, cases[i].y);
      pivot_geometry_get_label (fixture->plane, (guint) region, NULL, NULL, &radius);
      g_assert_cmpfloat_with_epsilon (radius, cases[i].radius, .06);
    }
}

static gboolean
is_neighbour (const PivotGeometry *geometry,
              const char          *a,
              const char          *b)
{
  int region = pivot_geometry_find (geometry, a), other = pivot_geometry_find (geometry, b);
  guint n;
  const guint *neighbours = pivot_geometry_get_neighbours (geometry, (guint) region, &n);

  for (guint i = 0; i < n; i++)
    if (neighbours[i] == (guint) other)
      return TRUE;

  return FALSE;
}

static void
test_neighbours (void)
{
  for (guint level = 0; level < 3; level++)
    {
      g_autoptr(PivotGeometry) geometry = read_bundled (levels[level].name);
      guint total = 0;

      for (guint i = 0; i < 34; i++)
        {
          guint n;
          const guint *neighbours = pivot_geometry_get_neighbours (geometry, i, &n);

          total += n;
          for (guint j = 0; j < n; j++)
            {
              g_assert_cmpuint (neighbours[j], !=, i);
              g_assert_true (j == 0 || neighbours[j] > neighbours[j - 1]);
              g_assert_true (is_neighbour (geometry, pivot_geometry_get_id (geometry, neighbours[j]),
                                           pivot_geometry_get_id (geometry, i)));
            }
        }

      g_assert_cmpuint (total, ==, 2 * 69);
      g_assert_true (is_neighbour (geometry, "CN-BJ", "CN-HE"));
      g_assert_true (is_neighbour (geometry, "CN-GD", "CN-HK"));
      g_assert_false (is_neighbour (geometry, "CN-BJ", "CN-SX"));
      g_assert_false (is_neighbour (geometry, "CN-HI", "CN-GD"));
      g_assert_false (is_neighbour (geometry, "CN-TW", "CN-FJ"));
    }
}

/* Small places are found from the sea beside them, but only so far. */
static void
test_nearest (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { double lon, lat, km; const char *id; } cases[] = {
    { 113.58, 22.16, .5, NULL },
    { 113.58, 22.16, .7, "CN-MO" },
    { 114.25, 22.10, 10.5, NULL },
    { 114.25, 22.10, 10.7, "CN-HK" },
    { 119.50, 24.30, 78.6, NULL },
    { 119.50, 24.30, 78.8, "CN-TW" },
    { 122.20, 31.10, 26.8, NULL },
    { 122.20, 31.10, 27, "CN-SH" },
    { 116.3975, 39.9087, 0, "CN-BJ" },
    { 100, -20, 3842, NULL },
    { 100, -20, 3844, "CN-HI" },
    { 100, -20, INFINITY, "CN-HI" },
    { 100, 40, -1, "CN-NM" },
    { 119.50, 24.30, -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x, y;
      int region;

      pivot_projection_forward (&fixture->projection, cases[i].lon, cases[i].lat, &x, &y);
      region = pivot_geo_index_nearest (fixture->index, x, y, cases[i].km);
      g_test_message ("row %u: %s", i, region < 0 ? "none" : pivot_geometry_get_id (fixture->plane, (guint) region));
      if (cases[i].id == NULL)
        g_assert_cmpint (region, ==, -1);
      else
        g_assert_cmpint (region, ==, pivot_geometry_find (fixture->plane, cases[i].id));
    }
}

static double
measure_distance (const PivotGeometry *geometry,
                  guint                region,
                  double               x,
                  double               y)
{
  double min = INFINITY;

  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
      {
        guint n;
        const double *ring = pivot_geometry_get_ring (geometry, region, p, r, &n);

        for (guint i = 0; i + 1 < n; i++, ring += 2)
          {
            double dx = ring[2] - ring[0], dy = ring[3] - ring[1];
            double t = CLAMP (((x - ring[0]) * dx + (y - ring[1]) * dy) / (dx * dx + dy * dy), 0, 1);

            min = MIN (min, hypot (ring[0] + t * dx - x, ring[1] + t * dy - y));
          }
      }

  return min;
}

static void
test_nearest_all (Fixture       *fixture,
                  gconstpointer  data)
{
  PivotBox extent = pivot_geometry_get_extent (fixture->plane);
  guint n_outside = 0;

  for (guint i = 0; i < 300; i++)
    {
      double x = g_test_rand_double_range (extent.x0 - 100, extent.x1 + 100);
      double y = g_test_rand_double_range (extent.y0 - 100, extent.y1 + 100);
      double min = INFINITY;
      int expected = -1;

      if (find_linear (fixture->plane, x, y) >= 0)
        continue;

      n_outside++;
      for (guint r = 0; r < 34; r++)
        {
          double distance = measure_distance (fixture->plane, r, x, y);

          if (distance < min)
            {
              min = distance;
              expected = (int) r;
            }
        }

      g_assert_cmpint (pivot_geo_index_nearest (fixture->index, x, y, min * 1.001), ==, expected);
      g_assert_cmpint (pivot_geo_index_nearest (fixture->index, x, y, min * .999), ==, -1);
    }

  g_assert_cmpuint (n_outside, >, 50);
}

/* The boxes are made of a raster of points: a region with a point in the box is found, and what is found has its border
 * or its inside there. */
static void
test_query (Fixture       *fixture,
            gconstpointer  data)
{
  PivotBox extent = pivot_geometry_get_extent (fixture->plane);

  for (guint i = 0; i < 300; i++)
    {
      double x = g_test_rand_double_range (extent.x0, extent.x1), y = g_test_rand_double_range (extent.y0, extent.y1);
      double size = g_test_rand_double_range (0, 400);
      PivotBox box = { x, y, x + size, y + size };
      g_autofree guint *regions = NULL;
      gboolean found[34] = { FALSE };
      guint n;

      regions = pivot_geo_index_query (fixture->index, &box, &n);
      for (guint j = 0; j < n; j++)
        {
          g_assert_true (j == 0 || regions[j] > regions[j - 1]);
          found[regions[j]] = TRUE;
        }

      for (guint r = 0; r < 34; r++)
        {
          /* A circle around the box and one inside it bound the answer. */
          double distance = measure_distance (fixture->plane, r, x + size / 2, y + size / 2);
          gboolean inside = pivot_geometry_contains (fixture->plane, r, x + size / 2, y + size / 2);

          if (inside || distance < size / 2)
            g_assert_true (found[r]);
          else if (distance > size / 2 * G_SQRT2)
            g_assert_false (found[r]);
        }
    }
}

static void
test_query_all (Fixture       *fixture,
                gconstpointer  data)
{
  PivotBox extent = pivot_geometry_get_extent (fixture->plane);
  PivotBox empty = { 1, 1, 0, 0 }, far = { 1e6, 1e6, 2e6, 2e6 };
  g_autofree guint *all = NULL;
  g_autofree guint *none = NULL;
  g_autofree guint *nowhere = NULL;
  guint n;

  all = pivot_geo_index_query (fixture->index, &extent, &n);
  g_assert_cmpuint (n, ==, 34);
  none = pivot_geo_index_query (fixture->index, &empty, &n);
  g_assert_cmpuint (n, ==, 0);
  nowhere = pivot_geo_index_query (fixture->index, &far, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Whichever thread comes first fills the caches; the answers are the same. */
static gpointer
ask (gpointer data)
{
  Fixture *fixture = data;
  PivotBox extent = pivot_geometry_get_extent (fixture->plane);
  guint sum = 0, n;

  for (guint i = 0; i < 34; i++)
    {
      double radius;

      pivot_geometry_get_label (fixture->plane, i, NULL, NULL, &radius);
      pivot_geometry_get_neighbours (fixture->plane, i, &n);
      sum += n + (guint) radius;
    }
  for (double x = extent.x0; x < extent.x1; x += 50)
    for (double y = extent.y0; y < extent.y1; y += 50)
      sum = sum * 31 + (guint) pivot_geo_index_find (fixture->index, x, y);

  return GUINT_TO_POINTER (sum);
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  GThread *threads[4];
  gpointer expected;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask, fixture);
  expected = ask (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == expected);
}

#define ADD(path, kind, func) \
  g_test_add (path, Fixture, GINT_TO_POINTER (PIVOT_PROJECTION_##kind), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/boundaries/level/%s", levels[i].name);

      g_test_add_data_func (path, &levels[i], test_level);
    }

  g_test_add_func ("/boundaries/attribution", test_attribution);
  g_test_add_func ("/boundaries/neighbours", test_neighbours);
  ADD ("/boundaries/capitals/mercator", MERCATOR, test_capitals);
  ADD ("/boundaries/capitals/albers", ALBERS, test_capitals);
  ADD ("/boundaries/index/mercator", MERCATOR, test_index);
  ADD ("/boundaries/index/albers", ALBERS, test_index);
  ADD ("/boundaries/index/on-borders/mercator", MERCATOR, test_index_on_borders);
  ADD ("/boundaries/index/on-borders/albers", ALBERS, test_index_on_borders);
  ADD ("/boundaries/labels/mercator", MERCATOR, test_labels);
  ADD ("/boundaries/labels/albers", ALBERS, test_labels);
  ADD ("/boundaries/labels/radius", ALBERS, test_label_radius);
  ADD ("/boundaries/nearest/places", ALBERS, test_nearest);
  ADD ("/boundaries/nearest/all", ALBERS, test_nearest_all);
  ADD ("/boundaries/query/random", ALBERS, test_query);
  ADD ("/boundaries/query/all", ALBERS, test_query_all);
  ADD ("/boundaries/threads", ALBERS, test_threads);

  return g_test_run ();
}

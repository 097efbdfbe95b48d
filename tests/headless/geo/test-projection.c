/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-projection.h"

#include <math.h>

#define RADIUS 6371.0088

typedef struct
{
  double lon, lat, x, y;
} Case;

typedef struct
{
  const char *path;
  double      parallel1, parallel2, longitude, latitude;
  Case        cases[7];
} AlbersCase;

/* Metres, y to the north, by PROJ 9.1.1: proj +proj=aea +lat_1=… +lat_2=… +lon_0=… +lat_0=… +R=6371008.8 */
static const AlbersCase albers[] = {
  {
    "/projection/albers/china", 25, 47, 105, 35,
    {
      { 116.3975, 39.9087, 953665.035457, 610615.301362 },
      { 87.6005, 43.801, -1375099.224388, 1115556.775524 },
      { 113.5461, 22.2006, 886825.136103, -1396058.963988 },
      { 105, 35, 0, 0 },
      { -170, 66.5, 4176321.213605, 5258180.884553 },
      { 25, -33.9, -11128974.866221, -1804647.292264 },
      { 180, 0, 8660163.027737, -315318.513602 },
    }
  },
  {
    "/projection/albers/south", -20, -40, 25, -30,
    {
      { 116.3975, 39.9087, 12450506.012643, 1413209.090398 },
      { 87.6005, 43.801, 9142268.798783, 4285911.331627 },
      { 113.5461, 22.2006, 11258108.028146, 786646.475195 },
      { 105, 35, 10969550.543667, 2322855.705567 },
      { -170, 66.5, 18632494.478335, -8166414.733141 },
      { 25, -33.9, 0, -440120.966570 },
      { 180, 0, 13884996.938096, -7656353.200892 },
    }
  },
  {
    "/projection/albers/america", 29.5, 45.5, -96, 23,
    {
      { 116.3975, 39.9087, -8031401.720566, 9771773.553184 },
      { 87.6005, 43.801, -7289950.126943, 12052008.102319 },
      { 113.5461, 22.2006, -10001077.286012, 10036780.497632 },
      { 105, 35, -8538957.648450, 10789779.736040 },
      { -170, 66.5, -3677754.605704, 6186557.729346 },
      { 25, -33.9, 14372882.241605, 5504936.776548 },
      { 180, 0, -9498164.371653, 2123480.970707 },
    }
  },
};

/* Metres, by PROJ 9.1.1: proj +proj=merc +R=6371008.8 */
static const Case mercator[] = {
  { 116.3975, 39.9087, 12942829.351482647, 4847260.313965783 },
  { 87.6005, 43.801, 9740744.625997599, 5428624.129726585 },
  { 113.5461, 22.2006, 12625767.699704750, 2532792.945230321 },
  { -170, 66.5, -18903163.639700595, 10003858.432181710 },
  { 180, -85.0511287798066, 20015114.442035925, -20015114.442035928 },
  { -180, 85.05, -20015114.442035925, 20013659.646280970 },
  { 0, 0, 0, 0 },
  { 0, -33.9, 0, -4010894.772468963 },
};

static void
check_inverse (const PivotProjection *projection,
               double                 lon,
               double                 lat)
{
  double x, y, back_lon, back_lat;

  pivot_projection_forward (projection, lon, lat, &x, &y);
  g_assert_true (pivot_projection_inverse (projection, x, y, &back_lon, &back_lat));
  /* 180° east and west are the same meridian. */
  g_assert_cmpfloat_with_epsilon (remainder (back_lon - lon, 360), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (back_lat, lat, 1e-9);
}

static void
test_albers (gconstpointer data)
{
  const AlbersCase *test = data;
  PivotProjection projection;

  pivot_projection_init_albers (&projection, test->parallel1, test->parallel2, test->longitude, test->latitude);
  for (guint i = 0; i < G_N_ELEMENTS (test->cases); i++)
    {
      const Case *c = &test->cases[i];
      double x, y;

      pivot_projection_forward (&projection, c->lon, c->lat, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, c->x / 1000, 1e-8);
      g_assert_cmpfloat_with_epsilon (y, -c->y / 1000, 1e-8);
      check_inverse (&projection, c->lon, c->lat);
    }
}

/* A degree by a degree has the same area in the plane as on the sphere, wherever it is. */
static void
test_albers_area (void)
{
  PivotProjection projection;

  pivot_projection_init_albers (&projection, 25, 47, 105, 35);
  for (double lon = 75; lon < 135; lon += 7)
    for (double lat = 17; lat < 55; lat += 5)
      {
        double area = 0, expected, x0 = 0, y0 = 0;
        const int n = 400;

        for (int i = 0; i <= 4 * n; i++)
          {
            double t = (i % n) / (double) n, x, y;
            const double corner[4][2] = { { t, 0 }, { 1, t }, { 1 - t, 1 }, { 0, 1 - t } };

            pivot_projection_forward (&projection, lon + corner[i / n % 4][0], lat + corner[i / n % 4][1], &x, &y);
            if (i > 0)
              area += (x0 * y - x * y0) / 2;
            x0 = x;
            y0 = y;
          }

        expected = RADIUS * RADIUS * G_PI / 180 * (sin ((lat + 1) * G_PI / 180) - sin (lat * G_PI / 180));
        g_assert_cmpfloat_with_epsilon (fabs (area) / expected, 1, 1e-5);
      }
}

static void
test_albers_outside (void)
{
  PivotProjection projection;
  double lon, lat;

  pivot_projection_init_albers (&projection, 25, 47, 105, 35);
  g_assert_false (pivot_projection_inverse (&projection, 0, 40000, &lon, &lat));
  g_assert_false (pivot_projection_inverse (&projection, 0, -30000, &lon, &lat));
  g_assert_false (pivot_projection_inverse (&projection, NAN, 0, &lon, &lat));
}

static void
test_mercator (void)
{
  const double world = 2 * G_PI * RADIUS * 1000;
  PivotProjection projection;

  pivot_projection_init_mercator (&projection);
  for (guint i = 0; i < G_N_ELEMENTS (mercator); i++)
    {
      double x, y;

      pivot_projection_forward (&projection, mercator[i].lon, mercator[i].lat, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, .5 + mercator[i].x / world, 1e-12);
      g_assert_cmpfloat_with_epsilon (y, .5 - mercator[i].y / world, 1e-12);
      check_inverse (&projection, mercator[i].lon, mercator[i].lat);
    }
}

static void
test_mercator_limits (void)
{
  PivotProjection projection;
  double x, y, lon, lat;

  pivot_projection_init_mercator (&projection);
  pivot_projection_forward (&projection, 0, 90, &x, &y);
  g_assert_cmpfloat (y, ==, 0);
  pivot_projection_forward (&projection, 0, -86, &x, &y);
  g_assert_cmpfloat (y, ==, 1);

  g_assert_true (pivot_projection_inverse (&projection, 0, 1, &lon, &lat));
  g_assert_cmpfloat_with_epsilon (lat, -85.0511287798, 1e-9);
  g_assert_false (pivot_projection_inverse (&projection, 1.001, .5, &lon, &lat));
  g_assert_false (pivot_projection_inverse (&projection, .5, -.001, &lon, &lat));
  g_assert_false (pivot_projection_inverse (&projection, .5, NAN, &lon, &lat));
}

static void
test_guard (void)
{
  PivotProjection projection;

  g_test_expect_message ("pivot", G_LOG_LEVEL_CRITICAL, "*parallel1 + parallel2*");
  pivot_projection_init_albers (&projection, 30, -30, 0, 0);
  g_test_assert_expected_messages ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (albers); i++)
    g_test_add_data_func (albers[i].path, &albers[i], test_albers);
  g_test_add_func ("/projection/albers/equal-area", test_albers_area);
  g_test_add_func ("/projection/albers/outside", test_albers_outside);
  g_test_add_func ("/projection/mercator/values", test_mercator);
  g_test_add_func ("/projection/mercator/limits", test_mercator_limits);
  g_test_add_func ("/projection/guard", test_guard);

  return g_test_run ();
}

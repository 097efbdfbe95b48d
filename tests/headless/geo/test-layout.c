/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dorling.h"
#include "pivot-geo-ring.h"
#include "pivot-layout.h"

#include <math.h>

#include "geo-test.h"

static PivotGeometry *
read_china (void)
{
  g_autoptr(PivotGeometry) degrees = read_bundled ("boundaries.geojson");
  PivotProjection mercator;

  pivot_projection_init_mercator (&mercator);

  return pivot_geometry_project (degrees, &mercator);
}

static double
get_cost (const double    *points,
          const PivotTile *tiles,
          guint            n,
          double           dx,
          double           dy)
{
  double cost = 0;

  for (guint i = 0; i < n; i++)
    cost += pow (points[2 * i] - tiles[i].column - dx, 2) + pow (points[2 * i + 1] - tiles[i].row - dy, 2);

  return cost;
}

static void
assert_distinct (const PivotTile *tiles,
                 guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (tiles[i].column, >=, 0);
      g_assert_cmpint (tiles[i].row, >=, 0);
      for (guint k = 0; k < i; k++)
        g_assert_false (tiles[i].column == tiles[k].column && tiles[i].row == tiles[k].row);
    }
}

/* Points on a lattice keep their cells, whatever their order. */
static void
test_lattice (void)
{
  enum { N = 30 };
  double points[2 * N];
  g_autofree PivotTile *tiles = NULL;

  for (guint i = 0; i < N; i++)
    {
      guint k = i * 7 % N;

      points[2 * i] = 100 + 3.0 * (k % 6);
      points[2 * i + 1] = -20 + 3.0 * (k / 6);
    }

  tiles = pivot_tile_grid_assign (points, N, 3);
  for (guint i = 0; i < N; i++)
    {
      g_assert_cmpint (tiles[i].column, ==, i * 7 % N % 6);
      g_assert_cmpint (tiles[i].row, ==, i * 7 % N / 6);
    }
}

/* No exchange of two cells makes the sum of squared distances smaller: what a best assignment must hold. */
static void
test_optimal (void)
{
  enum { N = 40 };
  double points[2 * N];
  g_autofree PivotTile *tiles = NULL;
  g_autofree PivotTile *again = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  double dx = 0, dy = 0, cost;

  for (guint i = 0; i < 2 * N; i++)
    points[i] = g_rand_double_range (random, 0, 7);
  tiles = pivot_tile_grid_assign (points, N, 1);
  again = pivot_tile_grid_assign (points, N, 1);
  assert_distinct (tiles, N);
  g_assert_cmpmem (tiles, N * sizeof (PivotTile), again, N * sizeof (PivotTile));

  for (guint i = 0; i < N; i++)
    {
      dx += (points[2 * i] - tiles[i].column) / N;
      dy += (points[2 * i + 1] - tiles[i].row) / N;
    }
  cost = get_cost (points, tiles, N, dx, dy);
  for (guint i = 0; i < N; i++)
    for (guint k = 0; k < i; k++)
      {
        PivotTile one = tiles[i];

        tiles[i] = tiles[k];
        tiles[k] = one;
        g_assert_cmpfloat (get_cost (points, tiles, N, dx, dy), >=, cost - 1e-6);
        tiles[k] = tiles[i];
        tiles[i] = one;
      }
}

/* Thousands, all in one place, in a line, one, none. */
static void
test_odd_points (void)
{
  static const guint sizes[] = { 0, 1, 2, 5, 255, 257, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint shape = 0; shape < 3; shape++)
      {
        guint n = sizes[i];
        g_autofree double *points = g_new0 (double, 2 * MAX (n, 1));
        g_autofree PivotTile *tiles = NULL;

        for (guint k = 0; k < n && shape > 0; k++)
          {
            points[2 * k] = k * 0.37;
            points[2 * k + 1] = shape == 1 ? 0 : k * 61 % 97;
          }
        tiles = pivot_tile_grid_assign (points, n, 0);
        assert_distinct (tiles, n);
      }
}

/* Of two neighbours the one in the west or north is not to be found in the east or south, but for a few. */
static void
test_directions (void)
{
  g_autoptr(PivotGeometry) china = read_china ();
  g_autofree PivotTile *tiles = pivot_layout_make_tiles (china);
  guint n_right = 0, n_near = 0, n_pairs = 0;

  assert_distinct (tiles, pivot_geometry_get_n_regions (china));
  for (guint i = 0; i < pivot_geometry_get_n_regions (china); i++)
    {
      guint n;
      const guint *neighbours = pivot_geometry_get_neighbours (china, i, &n);

      for (guint k = 0; k < n; k++)
        {
          double x, y, other_x, other_y;
          int columns = tiles[neighbours[k]].column - tiles[i].column, rows = tiles[neighbours[k]].row - tiles[i].row;

          pivot_geometry_get_label (china, i, &x, &y, NULL);
          pivot_geometry_get_label (china, neighbours[k], &other_x, &other_y, NULL);
          n_right += columns * (other_x - x) + rows * (other_y - y) > 0;
          n_near += MAX (ABS (columns), ABS (rows)) <= 1;
          n_pairs++;
        }
    }

  g_test_message ("%u of %u borders in the right direction, %u between cells that touch", n_right, n_pairs, n_near);
  g_assert_cmpuint (n_right * 100, >=, n_pairs * 95);
  g_assert_cmpuint (n_near * 100, >=, n_pairs * 75);
}

static void
test_grid (void)
{
  g_autoptr(PivotGeometry) china = read_china ();
  g_autofree PivotTile *tiles = pivot_layout_make_tiles (china);
  g_autoptr(PivotGeometry) grid = pivot_layout_new_grid (china, tiles);
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new (grid);
  PivotBox extent = pivot_geometry_get_extent (grid), whole = pivot_geometry_get_extent (china);
  PivotBox first = pivot_geometry_get_box (grid, 0);

  g_assert_cmpuint (pivot_geometry_get_n_regions (grid), ==, 34);
  g_assert_true (extent.x0 >= whole.x0 && extent.x1 <= whole.x1 && extent.y0 >= whole.y0 && extent.y1 <= whole.y1);
  for (guint i = 0; i < 34; i++)
    {
      PivotBox box = pivot_geometry_get_box (grid, i);
      double x, y;

      g_assert_cmpstr (pivot_geometry_get_id (grid, i), ==, pivot_geometry_get_id (china, i));
      g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, first.x1 - first.x0, 1e-12);
      g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, first.x1 - first.x0, 1e-12);
      pivot_geometry_get_label (grid, i, &x, &y, NULL);
      g_assert_cmpint (pivot_geo_index_find (index, x, y), ==, i);
    }
}

/* Areas in proportion to sizes, no circle over another, and the same every time. */
static void
test_circles (void)
{
  g_autoptr(PivotGeometry) china = read_china ();
  double sizes[34];
  PivotCircle circles[34];
  double unit = NAN;

  for (guint i = 0; i < 34; i++)
    sizes[i] = i % 5 == 0 ? NAN : i % 7 == 0 ? 0 : 1 + i * i;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(PivotGeometry) cartogram = pivot_layout_new_circles (china, sizes);

      for (guint i = 0; i < 34; i++)
        {
          PivotBox box = pivot_geometry_get_box (cartogram, i);
          PivotCircle circle = { (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, (box.x1 - box.x0) / 2 };

          if (round == 0)
            circles[i] = circle;
          g_assert_true (circle.x == circles[i].x && circle.y == circles[i].y && circle.radius == circles[i].radius);
          g_assert_cmpfloat (circle.radius, >, 0);
          if (!(sizes[i] > 0))
            continue;
          if (isnan (unit))
            unit = circle.radius / sqrt (sizes[i]);
          g_assert_cmpfloat_with_epsilon (circle.radius / sqrt (sizes[i]), unit, unit * 1e-6);
        }
    }

  for (guint i = 0; i < 34; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpfloat (hypot (circles[i].x - circles[k].x, circles[i].y - circles[k].y), >=,
                         (circles[i].radius + circles[k].radius) * (1 - 1e-6));
}

/* However they lie: on one another, of very different sizes, thousands of them. */
static void
test_dorling (void)
{
  static const guint counts[] = { 1, 2, 17, 300, 2500 };
  g_autoptr(GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint n = counts[i];
      g_autofree PivotCircle *circles = g_new (PivotCircle, n);
      double ratio;

      for (guint k = 0; k < n; k++)
        circles[k] = (PivotCircle) { k % 3 == 0 ? 0 : g_rand_double (random), g_rand_double (random),
                                     exp (g_rand_double_range (random, -4, 0)) / sqrt (n) };
      ratio = n > 1 ? circles[0].radius / circles[1].radius : 1;

      pivot_dorling_place (circles, n, NULL);
      g_assert_cmpfloat_with_epsilon (n > 1 ? circles[0].radius / circles[1].radius : 1, ratio, ratio * 1e-9);
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < a; b++)
          if (hypot (circles[a].x - circles[b].x, circles[a].y - circles[b].y) < circles[a].radius + circles[b].radius)
            g_error ("%u and %u of %u overlap", a, b, n);
    }
}

/* Most of them in one corner, as the districts of small countries are: circles are made smaller, but not until nothing is seen. */
static void
test_crowd (void)
{
  static const struct { guint n; double least; } cases[] = { { 300, 0.9 }, { 4000, 0.3 } };
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n;
      g_autofree PivotCircle *circles = g_new (PivotCircle, n);
      double radius = sqrt (0.3 / n / G_PI);

      for (guint k = 0; k < n; k++)
        {
          double reach = k % 3 == 0 ? 1 : 0.15;

          circles[k] = (PivotCircle) { reach * g_rand_double (random), reach * g_rand_double (random), radius };
        }

      pivot_dorling_place (circles, n, NULL);
      g_assert_cmpfloat (circles[0].radius, >, cases[i].least * radius);
    }
}

/* Beginning and end are the shapes themselves, as far as a few corners can be; half way is between them. */
static void
test_morph (void)
{
  g_autoptr(PivotGeometry) china = read_china ();
  g_autofree PivotTile *tiles = pivot_layout_make_tiles (china);
  g_autoptr(PivotGeometry) grid = pivot_layout_new_grid (china, tiles);
  g_autoptr(PivotMorph) there = pivot_morph_new (china, grid);
  g_autoptr(PivotMorph) back = pivot_morph_new (grid, china);
  g_autoptr(PivotGeometry) start = pivot_morph_get (there, 0);
  g_autoptr(PivotGeometry) half = pivot_morph_get (there, 0.5);
  g_autoptr(PivotGeometry) half_back = pivot_morph_get (back, 0.5);
  g_autoptr(PivotGeometry) end = pivot_morph_get (there, 1);

  for (guint i = 0; i < 34; i++)
    {
      PivotBox map = pivot_geometry_get_box (china, i), tile = pivot_geometry_get_box (grid, i);
      PivotBox box = pivot_geometry_get_box (start, i), last = pivot_geometry_get_box (end, i);
      PivotBox middle = pivot_geometry_get_box (half, i), other = pivot_geometry_get_box (half_back, i);

      g_assert_cmpfloat_with_epsilon (box.x0, map.x0, 0.15 * (map.x1 - map.x0));
      g_assert_cmpfloat_with_epsilon (box.y1, map.y1, 0.15 * (map.y1 - map.y0));
      g_assert_cmpfloat_with_epsilon (last.x0, tile.x0, 1e-12);
      g_assert_cmpfloat_with_epsilon (last.x1, tile.x1, 1e-12);
      g_assert_cmpfloat_with_epsilon (last.y1, tile.y1, 1e-12);
      g_assert_cmpfloat (middle.x0, >=, MIN (map.x0, tile.x0));
      g_assert_cmpfloat (middle.x1, <=, MAX (map.x1, tile.x1));
      g_assert_cmpfloat_with_epsilon (middle.x0, other.x0, 1e-12);
      g_assert_cmpfloat_with_epsilon (middle.y1, other.y1, 1e-12);
    }
}

/* A box drawn as a ring finds what the box finds; a small ring within a region finds it alone; one around it, and a line through it. */
static void
test_ring (void)
{
  g_autoptr(PivotGeometry) china = read_china ();
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new (china);
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  PivotBox all = pivot_geometry_get_extent (china);

  for (guint i = 0; i < 60; i++)
    {
      double x0 = g_rand_double_range (random, all.x0, all.x1), y0 = g_rand_double_range (random, all.y0, all.y1);
      double width = g_rand_double_range (random, 0.001, 0.05), height = g_rand_double_range (random, 0.001, 0.05);
      PivotBox box = { x0, y0, x0 + width, y0 + height };
      const double corners[] = { x0, y0, x0 + width, y0, x0 + width, y0 + height, x0, y0 + height };
      g_autofree guint *by_box = NULL;
      g_autofree guint *by_ring = NULL;
      guint n_box, n_ring;

      by_box = pivot_geo_index_query (index, &box, &n_box);
      by_ring = pivot_geo_ring_query (index, china, corners, 4, &n_ring);
      g_assert_cmpmem (by_ring, n_ring * sizeof (guint), by_box, n_box * sizeof (guint));
    }

  for (guint i = 0; i < pivot_geometry_get_n_regions (china); i++)
    {
      g_autofree guint *found = NULL;
      double x, y, radius;
      guint n;

      pivot_geometry_get_label (china, i, &x, &y, &radius);
      {
        const double corners[] = { x, y - radius / 4, x + radius / 4, y, x - radius / 4, y };

        found = pivot_geo_ring_query (index, china, corners, 3, &n);
      }
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (found[0], ==, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/tiles/lattice", test_lattice);
  g_test_add_func ("/layout/tiles/optimal", test_optimal);
  g_test_add_func ("/layout/tiles/odd-points", test_odd_points);
  g_test_add_func ("/layout/tiles/directions", test_directions);
  g_test_add_func ("/layout/grid", test_grid);
  g_test_add_func ("/layout/circles", test_circles);
  g_test_add_func ("/layout/dorling", test_dorling);
  g_test_add_func ("/layout/crowd", test_crowd);
  g_test_add_func ("/layout/morph", test_morph);
  g_test_add_func ("/layout/ring", test_ring);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-label-field.h"
#include "pivot-point-grid.h"

static PivotSpot *
random_spots (GRand *rand,
              guint  n,
              double width,
              double height)
{
  PivotSpot *spots = g_new (PivotSpot, MAX (1, n));

  for (guint i = 0; i < n; i++)
    {
      spots[i].x = g_rand_double_range (rand, -width, width);
      spots[i].y = g_rand_double_range (rand, -height, height);
    }

  return spots;
}

static int
nearest_by_looking (const PivotSpot *spots,
                    guint            n,
                    double           x,
                    double           y,
                    double           max_distance)
{
  double best = max_distance * max_distance;
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      double distance = (spots[i].x - x) * (spots[i].x - x) + (spots[i].y - y) * (spots[i].y - y);

      if (distance < best || (distance == best && found >= 0))
        {
          best = distance;
          found = (int) i;
        }
    }

  return found;
}

/* The grid must say what looking at every point says, in and outside the points' box, for any shape of it. */
static void
test_nearest (void)
{
  static const struct { guint n; double width, height, cell; } rows[] = {
    { 0, 1, 1, 10 }, { 1, 100, 100, 10 }, { 500, 300, 200, 24 }, { 500, 300, 0.001, 24 }, { 300, 1e6, 1, 5 },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autofree PivotSpot *spots = random_spots (rand, rows[r].n, rows[r].width, rows[r].height);
      g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (spots, rows[r].n, rows[r].cell);

      for (guint i = 0; i < 500; i++)
        {
          double x = g_rand_double_range (rand, -1.3, 1.3) * rows[r].width;
          double y = g_rand_double_range (rand, -1.3, 1.3) * rows[r].height;
          double reach = g_rand_double_range (rand, 0.1, 60);

          g_assert_cmpint (pivot_point_grid_nearest (grid, x, y, reach), ==,
                           nearest_by_looking (spots, rows[r].n, x, y, reach));
        }
    }
}

static void
test_query (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  g_autofree PivotSpot *spots = random_spots (rand, 400, 300, 200);
  g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (spots, 400, 24);

  for (guint i = 0; i < 300; i++)
    {
      double x0 = g_rand_double_range (rand, -400, 300), x1 = x0 + g_rand_double_range (rand, 0, 300);
      double y0 = g_rand_double_range (rand, -300, 200), y1 = y0 + g_rand_double_range (rand, 0, 300);
      g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      guint at = 0;

      pivot_point_grid_query (grid, x0, y0, x1, y1, found);
      for (guint k = 0; k < 400; k++)
        if (spots[k].x >= x0 && spots[k].x <= x1 && spots[k].y >= y0 && spots[k].y <= y1)
          {
            g_assert_cmpuint (at, <, found->len);
            g_assert_cmpuint (g_array_index (found, guint, at++), ==, k);
          }
      g_assert_cmpuint (at, ==, found->len);
      g_assert_cmpuint (pivot_point_grid_count (grid, x0, y0, x1, y1), ==, at);
    }
}

/* Of points on each other, the one on top. */
static void
test_on_top (void)
{
  const PivotSpot spots[] = { { 5, 5 }, { 5, 5 }, { 5, 5 } };
  g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (spots, 3, 10);

  g_assert_cmpint (pivot_point_grid_nearest (grid, 5, 5, 3), ==, 2);
}

static gboolean
overlap (const cairo_rectangle_t *one,
         const cairo_rectangle_t *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

/* Labels lie within, on no point and on no other label; with this many, some find no room. */
static void
test_labels (void)
{
  const cairo_rectangle_t bounds = { -320, -220, 640, 440 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree PivotSpot *spots = random_spots (rand, 120, 300, 200);
  g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (spots, 120, 24);
  g_autoptr(PivotLabelField) field = pivot_label_field_new (&bounds, grid, 5);
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  gboolean on_line;

  for (guint i = 0; i < 120; i++)
    {
      cairo_rectangle_t box = { 0, 0, g_rand_double_range (rand, 20, 60), 14 };

      if (!pivot_label_field_place (field, spots[i].x, spots[i].y, &box, &on_line))
        continue;

      g_assert_false (on_line);
      g_assert_true (box.x >= bounds.x && box.x + box.width <= bounds.x + bounds.width);
      g_assert_true (box.y >= bounds.y && box.y + box.height <= bounds.y + bounds.height);
      g_assert_cmpuint (pivot_point_grid_count (grid, box.x - 5, box.y - 5, box.x + box.width + 5, box.y + box.height + 5),
                        ==, 0);
      for (guint k = 0; k < placed->len; k++)
        g_assert_false (overlap (&box, &g_array_index (placed, cairo_rectangle_t, k)));
      g_array_append_val (placed, box);
    }

  g_assert_cmpuint (placed->len, >, 30);
  g_assert_cmpuint (placed->len, <, 120);
}

/* A label goes to the side of a point where no line is, and on the line only if it must. */
static void
test_lines (void)
{
  const PivotSpot spot = { 100, 100 };
  g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (&spot, 1, 24);
  const cairo_rectangle_t wide = { 0, 0, 200, 200 };
  const cairo_rectangle_t narrow = { 100, 90, 100, 20 };
  gboolean on_line;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PivotLabelField) field = pivot_label_field_new (i == 0 ? &wide : &narrow, grid, 5);
      cairo_rectangle_t box = { 0, 0, 40, 14 };

      pivot_label_field_add_line (field, 100, 100, 200, 101);
      g_assert_true (pivot_label_field_place (field, 100, 100, &box, &on_line));
      g_assert_cmpint (on_line, ==, i == 1);
      g_assert_cmpint (box.x > 100, ==, i == 1);
    }
}

/* The name of a line lies above it, at its angle. */
static void
test_along (void)
{
  const cairo_rectangle_t bounds = { 0, 0, 300, 300 };
  g_autoptr(PivotPointGrid) grid = pivot_point_grid_new (NULL, 0, 24);
  g_autoptr(PivotLabelField) field = pivot_label_field_new (&bounds, grid, 5);
  double left, top;

  g_assert_true (pivot_label_field_place_along (field, 0, 300, 300, 0, 80, 14, &left, &top));
  /* Above the diagonal, and the far end of the text inside. */
  g_assert_cmpfloat (left + top, <, 300);
  g_assert_cmpfloat (left + 80 * G_SQRT2 / 2, <, 300);

  g_assert_false (pivot_label_field_place_along (field, 0, 10, 50, 10, 80, 14, &left, &top));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/point-grid/nearest", test_nearest);
  g_test_add_func ("/point-grid/query", test_query);
  g_test_add_func ("/point-grid/on-top", test_on_top);
  g_test_add_func ("/label-field/labels", test_labels);
  g_test_add_func ("/label-field/lines", test_lines);
  g_test_add_func ("/label-field/along", test_along);

  return g_test_run ();
}

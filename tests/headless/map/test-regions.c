/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-test.h"

#include "pivot-hatch.h"
#include "pivot-region-neighbour.h"

/* Three rows of three, 10 wide each, without the one in the middle of the right side; an island far to the east. */
static const char grid[] =
  COLLECTION (REGION ("nw", SQUARE (0, 0, 10, 10)) "," REGION ("n", SQUARE (10, 0, 20, 10)) "," REGION ("ne", SQUARE (20, 0, 30, 10)) ","
              REGION ("w", SQUARE (0, 10, 10, 20)) "," REGION ("middle", SQUARE (10, 10, 20, 20)) ","
              REGION ("sw", SQUARE (0, 20, 10, 30)) "," REGION ("s", SQUARE (10, 20, 20, 30)) ","
              REGION ("se", SQUARE (20, 20, 30, 30)) "," REGION ("island", SQUARE (60, 12, 64, 16)));

static void
test_regions (void)
{
  g_autoptr(PivotGeometry) geometry = map_test_read (grid);
  g_autoptr(PivotRegions) regions = pivot_regions_new (geometry);
  GdkRGBA color = { 0.5, 0.25, 1, 1 };
  char text[] = "Middle";

  g_assert_true (pivot_regions_get_geometry (regions) == geometry);
  g_assert_cmpint (pivot_regions_get_kind (regions, 4), ==, PIVOT_REGION_NO_DATA);
  g_assert_null (pivot_regions_get_color (regions, 4));
  g_assert_null (pivot_regions_get_label (regions, 4, PIVOT_REGION_LABEL_FULL));

  pivot_regions_set_fill (regions, 4, PIVOT_REGION_BOUND, &color);
  pivot_regions_set_label (regions, 4, text, "", NULL);
  text[0] = 'X';
  g_assert_cmpint (pivot_regions_get_kind (regions, 4), ==, PIVOT_REGION_BOUND);
  g_assert_true (gdk_rgba_equal (pivot_regions_get_color (regions, 4), &color));
  g_assert_cmpstr (pivot_regions_get_label (regions, 4, PIVOT_REGION_LABEL_FULL), ==, "Middle");
  g_assert_null (pivot_regions_get_label (regions, 4, PIVOT_REGION_LABEL_BRIEF));
  g_assert_null (pivot_regions_get_label (regions, 4, PIVOT_REGION_LABEL_TINY));

  pivot_regions_set_fill (regions, 4, PIVOT_REGION_NO_DATA, &color);
  g_assert_null (pivot_regions_get_color (regions, 4));
}

static void
test_neighbours (void)
{
  static const struct { const char *from; double dx, dy; const char *to; } rows[] = {
    { "middle", -1, 0, "w" },
    { "middle", 0, -1, "n" },
    { "middle", 0, 1, "s" },
    { "middle", 1, 0, "ne" },       /* no border that way: the nearest within 60° */
    { "nw", 1, 0, "n" },
    { "ne", 0, 1, "se" },
    { "ne", 1, 0, "island" },       /* over the water */
    { "island", -1, 0, "ne" },
    { "island", 1, 0, NULL },
    { "nw", 0, -1, NULL },
    { "nw", -1, 0, NULL },
  };
  g_autoptr(PivotGeometry) geometry = map_test_read (grid);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int found = pivot_region_neighbour_find (geometry, pivot_geometry_find (geometry, rows[i].from), rows[i].dx, rows[i].dy);

      g_test_message ("%s %g %g", rows[i].from, rows[i].dx, rows[i].dy);
      g_assert_cmpstr (found >= 0 ? pivot_geometry_get_id (geometry, found) : NULL, ==, rows[i].to);
    }
}

/* Every stretch of hatching lies in the shape and on a line; together they are as long as area over step. */
static void
check_hatch (gboolean rising)
{
  static const double outside[] = { 0, 0, 100, 0, 100, 100, 0, 100 };
  static const double hole[] = { 30, 20, 70, 20, 70, 60, 30, 60 };
  g_auto(PivotHatch) hatch = { 0 };
  cairo_surface_t *image = map_test_new_image (1, 1);
  cairo_t *cr = cairo_create (image);
  const double step = 4;
  double length = 0;
  cairo_path_t *path;

  pivot_hatch_init (&hatch, step, rising, 7, 3);
  pivot_hatch_add_ring (&hatch, outside, 4);
  pivot_hatch_add_ring (&hatch, hole, 4);
  pivot_hatch_trace (&hatch, cr);
  path = cairo_copy_path (cr);
  g_assert_cmpint (path->num_data, >, 0);

  for (int i = 0; i < path->num_data; i += 4)
    {
      double x0 = path->data[i + 1].point.x, y0 = path->data[i + 1].point.y;
      double x1 = path->data[i + 3].point.x, y1 = path->data[i + 3].point.y;
      double line = ((x0 - 7) + (rising ? 1 : -1) * (y0 - 3)) / (step * G_SQRT2);
      double x = (x0 + x1) / 2, y = (y0 + y1) / 2;

      g_assert_cmpint (path->data[i].header.type, ==, CAIRO_PATH_MOVE_TO);
      g_assert_cmpint (path->data[i + 2].header.type, ==, CAIRO_PATH_LINE_TO);
      g_assert_cmpfloat_with_epsilon (line, round (line), 0.02);
      g_assert_cmpfloat_with_epsilon ((x1 - x0) * (rising ? -1 : 1), y1 - y0, 0.05);
      g_assert_true (x > -0.1 && x < 100.1 && y > -0.1 && y < 100.1);
      g_assert_false (x > 30.1 && x < 69.9 && y > 20.1 && y < 59.9);
      length += hypot (x1 - x0, y1 - y0);
    }

  g_assert_cmpfloat_with_epsilon (length, (100 * 100 - 40 * 40) / step, 30);

  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
test_hatch (void)
{
  check_hatch (TRUE);
  check_hatch (FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regions/properties", test_regions);
  g_test_add_func ("/regions/neighbours", test_neighbours);
  g_test_add_func ("/regions/hatch", test_hatch);

  return g_test_run ();
}

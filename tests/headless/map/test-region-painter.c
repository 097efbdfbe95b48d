/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-test.h"

#include <cairo-svg.h>

static const GdkRGBA red = { 1, 0, 0, 1 };
static const GdkRGBA blue = { 0, 0, 1, 1 };

static const char two_squares[] =
  COLLECTION (REGION ("A", SQUARE (0, 0, 40, 40) "," HOLE (10, 10, 30, 30)) "," REGION ("B", SQUARE (40, 0, 80, 40)));

typedef struct
{
  PivotGeometry *geometry;
  PivotRegions  *regions;
  PivotStyle     style;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  json)
{
  fixture->geometry = map_test_read (json);
  fixture->regions = pivot_regions_new (fixture->geometry);
  pivot_style_init_light (&fixture->style);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  pivot_regions_unref (fixture->regions);
  pivot_geometry_unref (fixture->geometry);
}

static cairo_surface_t *
draw (Fixture *fixture,
      double   scale,
      double   x0,
      double   y0,
      int      width,
      int      height,
      gboolean labels)
{
  cairo_surface_t *image = map_test_new_image (width, height);
  cairo_t *cr = cairo_create (image);
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, scale, 0, 0, scale, x0, y0);
  pivot_region_painter_draw (fixture->regions, cr, &fixture->style, &matrix, width, height);
  if (labels)
    pivot_region_painter_draw_labels (fixture->regions, cr, &fixture->style, &matrix, width, height);
  cairo_destroy (cr);

  return image;
}

static void
test_fill (Fixture       *fixture,
           gconstpointer  unused)
{
  cairo_surface_t *image;

  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_VALUE, &red);
  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);
  image = draw (fixture, 2, 5, 5, 200, 100, FALSE);

  g_assert_cmphex (map_test_get_pixel (image, 15, 15), ==, 0xffff0000);
  g_assert_cmphex (map_test_get_pixel (image, 45, 45), ==, 0);          /* the hole */
  g_assert_cmphex (map_test_get_pixel (image, 125, 45), ==, 0xff0000ff);
  g_assert_cmphex (map_test_get_pixel (image, 180, 45), ==, 0);
  /* The border between them is of neither colour. */
  g_assert_cmphex (map_test_get_pixel (image, 85, 15), !=, 0xffff0000);
  g_assert_cmphex (map_test_get_pixel (image, 85, 15), !=, 0xff0000ff);

  cairo_surface_destroy (image);
}

/* Without a figure there is no class's colour anywhere, but ground and lines. */
static void
test_no_data (Fixture       *fixture,
              gconstpointer  unused)
{
  cairo_surface_t *image = draw (fixture, 2, 0, 0, 160, 80, FALSE);
  guint ground = map_test_count (image, 90, 10, 150, 70, map_test_get_color (&fixture->style.no_data));

  g_assert_cmpuint (ground, >, 60 * 60 / 4);
  g_assert_cmpuint (ground, <, 60 * 60 * 9 / 10);
  g_assert_cmpuint (map_test_count (image, 24, 24, 56, 56, 0), ==, 32 * 32);

  cairo_surface_destroy (image);
}

/* The hatching lies on the map and goes with it: the same picture shifted is the same picture. */
static void
test_shift (Fixture       *fixture,
            gconstpointer  unused)
{
  cairo_surface_t *one = draw (fixture, 2, 10, 10, 200, 120, TRUE);
  cairo_surface_t *other = draw (fixture, 2, 13, 15, 200, 120, TRUE);

  for (int y = 0; y < 110; y++)
    for (int x = 0; x < 190; x++)
      g_assert_cmphex (map_test_get_pixel (one, x, y), ==, map_test_get_pixel (other, x + 3, y + 5));

  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
test_bound (Fixture       *fixture,
            gconstpointer  unused)
{
  cairo_surface_t *image;
  guint plain;

  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_BOUND, &blue);
  image = draw (fixture, 2, 0, 0, 160, 80, FALSE);
  plain = map_test_count (image, 90, 10, 150, 70, 0xff0000ff);

  /* Mostly its colour, and lines: like neither a figure nor no data. */
  g_assert_cmpuint (plain, >, 60 * 60 / 2);
  g_assert_cmpuint (plain, <, 60 * 60 * 95 / 100);
  g_assert_cmpuint (map_test_count (image, 90, 10, 150, 70, map_test_get_color (&fixture->style.no_data)), ==, 0);

  cairo_surface_destroy (image);
}

/* What is assumed keeps its colour inside, and has a light and dark edge that its neighbour has not; a marker has it as a ring. */
static void
test_supposed (Fixture       *fixture,
               gconstpointer  unused)
{
  const guint32 dark = map_test_get_color (&fixture->style.foreground), light = map_test_get_color (&fixture->style.casing);
  cairo_surface_t *image, *small;

  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_VALUE, &red);
  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);
  pivot_regions_set_supposed (fixture->regions, 1, TRUE);
  image = draw (fixture, 2, 10, 10, 200, 120, FALSE);
  g_assert_cmpuint (map_test_count (image, 96, 16, 164, 84, 0xff0000ff), ==, 68 * 68);
  g_assert_cmpuint (map_test_count (image, 166, 20, 176, 80, dark), >, 60);
  g_assert_cmpuint (map_test_count (image, 166, 20, 176, 80, light), >, 60);
  g_assert_cmpuint (map_test_count (image, 4, 20, 16, 80, dark), ==, 0);

  /* 4 px wide. */
  small = draw (fixture, 0.1, 30, 30, 64, 64, FALSE);
  g_assert_cmpuint (map_test_count (small, 20, 20, 60, 60, dark), >, 10);

  cairo_surface_destroy (image);
  cairo_surface_destroy (small);
}

/* A picture that is drawn in two parts shows no seam. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  unused)
{
  cairo_surface_t *whole, *parts = map_test_new_image (200, 120);
  const int cut = 77;

  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_VALUE, &red);
  whole = draw (fixture, 2, 10, 10, 200, 120, FALSE);

  for (int part = 0; part < 2; part++)
    {
      cairo_t *cr = cairo_create (parts);
      int x = part == 0 ? 0 : cut, width = part == 0 ? cut : 200 - cut;
      cairo_matrix_t matrix;

      cairo_rectangle (cr, x, 0, width, 120);
      cairo_clip (cr);
      cairo_translate (cr, x, 0);
      cairo_matrix_init (&matrix, 2, 0, 0, 2, 10 - x, 10);
      pivot_region_painter_draw (fixture->regions, cr, &fixture->style, &matrix, width, 120);
      cairo_destroy (cr);
    }

  for (int y = 0; y < 120; y++)
    for (int x = 0; x < 200; x++)
      for (int byte = 0; byte < 32; byte += 8)
        g_assert_cmpint (ABS ((int) (map_test_get_pixel (whole, x, y) >> byte & 0xff) -
                              (int) (map_test_get_pixel (parts, x, y) >> byte & 0xff)), <=, 2);

  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

/* So near that a region is a hundred million pixels wide. */
static void
test_near (Fixture       *fixture,
           gconstpointer  unused)
{
  const double scale = 4e6;
  cairo_surface_t *image;

  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_VALUE, &red);
  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);

  image = draw (fixture, scale, -60 * scale, -20 * scale, 60, 40, FALSE);
  g_assert_cmpuint (map_test_count (image, 0, 0, 60, 40, 0xff0000ff), ==, 60 * 40);
  cairo_surface_destroy (image);

  /* The border goes down the middle. */
  image = draw (fixture, scale, 30 - 40 * scale, -20 * scale, 60, 40, FALSE);
  g_assert_cmpuint (map_test_count (image, 0, 0, 28, 40, 0xffff0000), ==, 28 * 40);
  g_assert_cmpuint (map_test_count (image, 32, 0, 60, 40, 0xff0000ff), ==, 28 * 40);
  cairo_surface_destroy (image);
}

static void
test_marker (Fixture       *fixture,
             gconstpointer  unused)
{
  cairo_surface_t *image;

  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);
  image = draw (fixture, 0.1, 50, 50, 100, 100, FALSE);

  /* B is 4 px wide; its marker is 9 px across. */
  g_assert_cmphex (map_test_get_pixel (image, 56, 52), ==, 0xff0000ff);
  g_assert_cmphex (map_test_get_pixel (image, 56 + 2, 52), ==, 0xff0000ff);
  g_assert_cmphex (map_test_get_pixel (image, 56, 52 + 2), ==, 0xff0000ff);
  g_assert_cmphex (map_test_get_pixel (image, 56 + 8, 52), ==, 0);

  cairo_surface_destroy (image);
}

/* Land that was cut off along a line fades towards it; land that ends as it likes does not. */
static void
test_edge (void)
{
  static const struct { const char *json; gboolean fades; } cases[] = {
    { COLLECTION (REGION ("A", SQUARE (0, 0, 80, 80))), TRUE },
    { COLLECTION (REGION ("A", "[[0,40],[40,0],[80,40],[40,80],[0,40]]")), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotGeometry) geometry = map_test_read (cases[i].json);
      cairo_surface_t *image = map_test_new_image (200, 200);
      cairo_t *cr = cairo_create (image);
      cairo_matrix_t matrix;
      PivotStyle style;
      guint32 land, water;

      pivot_style_init_light (&style);
      land = map_test_get_color (&style.land);
      water = map_test_get_color (&style.background);
      cairo_matrix_init (&matrix, 2, 0, 0, 2, 20, 20);
      gdk_cairo_set_source_rgba (cr, &style.background);
      cairo_paint (cr);
      pivot_region_painter_draw_backdrop (geometry, cr, &style, &matrix, 200, 200);
      cairo_destroy (cr);

      g_assert_cmphex (map_test_get_pixel (image, 100, 100), ==, land);
      if (cases[i].fades)
        {
          /* Not even its border is left. */
          g_assert_cmpuint (map_test_count (image, 18, 90, 20, 110, water), ==, 2 * 20);
          g_assert_cmphex (map_test_get_pixel (image, 40, 100), !=, land);
          g_assert_cmphex (map_test_get_pixel (image, 40, 100), !=, water);
        }
      else
        {
          g_assert_cmphex (map_test_get_pixel (image, 40, 100), ==, land);
          g_assert_cmphex (map_test_get_pixel (image, 160, 100), ==, land);
        }
      cairo_surface_destroy (image);
    }
}

static void
test_crowd (void)
{
  g_autoptr(GString) json = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  cairo_surface_t *image;
  Fixture fixture;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (json, "%s{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                            "[[[%d,0],[%d.5,0],[%d.5,1],[%d,1],[%d,0]]]}}", i > 0 ? "," : "", i, i, i, i, i);
  g_string_append (json, "]}");

  set_up (&fixture, json->str);
  image = draw (&fixture, 1, 0, 50, 100, 100, FALSE);
  g_assert_cmpuint (map_test_count (image, 0, 0, 100, 48, 0), ==, 48 * 100);
  g_assert_cmpuint (map_test_count (image, 0, 49, 100, 52, 0), <, 3 * 100);
  cairo_surface_destroy (image);
  tear_down (&fixture, NULL);
}

/* How wide the ink is that labels add to the picture of B at a scale. */
static int
measure_label (Fixture *fixture,
               double   scale)
{
  int width = 80 * scale + 40, height = 40 * scale + 40;
  cairo_surface_t *without = draw (fixture, scale, 20, 20, width, height, FALSE);
  cairo_surface_t *with = draw (fixture, scale, 20, 20, width, height, TRUE);
  int first = width, last = -1;

  for (int x = 0; x < width; x++)
    for (int y = 0; y < height; y++)
      if (map_test_get_pixel (without, x, y) != map_test_get_pixel (with, x, y))
        {
          first = MIN (first, x);
          last = x;
        }

  /* Inside the region, or no further out than a letter. */
  if (last >= 0)
    {
      g_assert_cmpint (first, >=, 20 + 40 * scale - 8);
      g_assert_cmpint (last, <=, 20 + 80 * scale + 8);
    }

  cairo_surface_destroy (without);
  cairo_surface_destroy (with);

  return MAX (last - first + 1, 0);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  unused)
{
  int full, brief, tiny;

  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);
  pivot_regions_set_label (fixture->regions, 1, "MMMMMMMM", "MMM", "M");

  full = measure_label (fixture, 4);
  brief = measure_label (fixture, 1.6);
  tiny = measure_label (fixture, 0.5);
  g_assert_cmpint (full, >, 2 * brief);
  g_assert_cmpint (brief, >, 2 * tiny);
  g_assert_cmpint (tiny, >, 4);
  g_assert_cmpint (measure_label (fixture, 0.15), ==, 0);
}

/* Two labels on the same spot: one of them stays away. */
static void
test_label_overlap (void)
{
  cairo_surface_t *one, *both;
  Fixture fixture;

  set_up (&fixture, COLLECTION (REGION ("A", SQUARE (0, 0, 40, 40)) "," REGION ("B", SQUARE (1, 1, 39, 39))));
  pivot_regions_set_fill (fixture.regions, 0, PIVOT_REGION_VALUE, &blue);
  pivot_regions_set_fill (fixture.regions, 1, PIVOT_REGION_VALUE, &blue);
  pivot_regions_set_label (fixture.regions, 0, "Aaaa", NULL, NULL);
  one = draw (&fixture, 4, 0, 0, 160, 160, TRUE);
  pivot_regions_set_label (fixture.regions, 1, "Bbbb", NULL, NULL);
  both = draw (&fixture, 4, 0, 0, 160, 160, TRUE);

  for (int y = 0; y < 160; y++)
    for (int x = 0; x < 160; x++)
      g_assert_cmphex (map_test_get_pixel (one, x, y), ==, map_test_get_pixel (both, x, y));

  cairo_surface_destroy (one);
  cairo_surface_destroy (both);
  tear_down (&fixture, NULL);
}

static void
test_empty_region (Fixture       *fixture,
                   gconstpointer  unused)
{
  const char * const ids[] = { "nowhere", "B", NULL };
  g_autoptr(PivotGeometry) arranged = pivot_geometry_arrange (fixture->geometry, ids);
  cairo_surface_t *image;
  cairo_matrix_t matrix;
  cairo_t *cr;

  pivot_regions_unref (fixture->regions);
  fixture->regions = pivot_regions_new (arranged);
  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_VALUE, &red);
  pivot_regions_set_fill (fixture->regions, 1, PIVOT_REGION_VALUE, &blue);
  pivot_regions_set_label (fixture->regions, 0, "Nowhere", "No", "N");
  image = draw (fixture, 2, 0, 0, 160, 80, TRUE);
  cr = cairo_create (image);
  cairo_matrix_init (&matrix, 2, 0, 0, 2, 0, 0);
  pivot_region_painter_draw_outline (fixture->regions, 0, cr, &fixture->style, &matrix, 160, 80, &red, 3);
  cairo_destroy (cr);

  g_assert_cmpuint (map_test_count (image, 0, 0, 70, 80, 0), ==, 70 * 80);
  g_assert_cmphex (map_test_get_pixel (image, 120, 40), ==, 0xff0000ff);

  cairo_surface_destroy (image);
}

static void
test_outline (Fixture       *fixture,
              gconstpointer  unused)
{
  cairo_surface_t *image = map_test_new_image (180, 100);
  cairo_t *cr = cairo_create (image);
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, 2, 0, 0, 2, 10, 10);
  pivot_region_painter_draw_outline (fixture->regions, 1, cr, &fixture->style, &matrix, 180, 100, &red, 3);
  g_assert_cmphex (map_test_get_pixel (image, 90, 50), ==, 0xffff0000);
  g_assert_cmphex (map_test_get_pixel (image, 169, 50), ==, 0xffff0000);
  g_assert_cmphex (map_test_get_pixel (image, 130, 50), ==, 0);

  /* Too small to be seen: a ring that can. */
  cairo_matrix_init (&matrix, 0.05, 0, 0, 0.05, 50, 50);
  pivot_region_painter_draw_outline (fixture->regions, 1, cr, &fixture->style, &matrix, 180, 100, &red, 3);
  g_assert_cmphex (map_test_get_pixel (image, 53 + 7, 51), ==, 0xffff0000);
  g_assert_cmphex (map_test_get_pixel (image, 53, 51), ==, 0);
  cairo_destroy (cr);

  cairo_surface_destroy (image);
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A file holds outlines only, hatching and letters too: a picture inside would blur. */
static void
test_svg (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autoptr(GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, svg, 160, 80);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix;

  pivot_regions_set_fill (fixture->regions, 0, PIVOT_REGION_BOUND, &red);
  pivot_regions_set_label (fixture->regions, 1, "B", NULL, NULL);
  cairo_matrix_init (&matrix, 2, 0, 0, 2, 0, 0);
  pivot_region_painter_draw (fixture->regions, cr, &fixture->style, &matrix, 160, 80);
  pivot_region_painter_draw_labels (fixture->regions, cr, &fixture->style, &matrix, 160, 80);
  pivot_region_painter_draw_no_data (cr, &fixture->style, 0, 0, 20, 12);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  g_byte_array_append (svg, (const guint8 *) "", 1);
  g_assert_nonnull (strstr ((const char *) svg->data, "<path"));
  g_assert_null (strstr ((const char *) svg->data, "<image"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, two_squares, set_up, function, tear_down)
  ADD ("/region-painter/fill", test_fill);
  ADD ("/region-painter/no-data", test_no_data);
  ADD ("/region-painter/shift", test_shift);
  ADD ("/region-painter/bound", test_bound);
  ADD ("/region-painter/supposed", test_supposed);
  ADD ("/region-painter/parts", test_parts);
  ADD ("/region-painter/near", test_near);
  ADD ("/region-painter/marker", test_marker);
  ADD ("/region-painter/labels", test_labels);
  ADD ("/region-painter/empty-region", test_empty_region);
  ADD ("/region-painter/outline", test_outline);
  ADD ("/region-painter/svg", test_svg);
  g_test_add_func ("/region-painter/edge", test_edge);
  g_test_add_func ("/region-painter/crowd", test_crowd);
  g_test_add_func ("/region-painter/label-overlap", test_label_overlap);

  return g_test_run ();
}

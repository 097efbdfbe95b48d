/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <math.h>

#include "pivot-geo-reader.h"
#include "pivot-region-painter.h"

/* What the tests of the map share: shapes from a few words, and questions to a picture. Degrees serve as a plane as well as any
 * other; y goes down the picture. */

#define SQUARE(x0, y0, x1, y1) \
  "[[" #x0 "," #y0 "],[" #x1 "," #y0 "],[" #x1 "," #y1 "],[" #x0 "," #y1 "],[" #x0 "," #y0 "]]"
#define HOLE(x0, y0, x1, y1) \
  "[[" #x0 "," #y0 "],[" #x0 "," #y1 "],[" #x1 "," #y1 "],[" #x1 "," #y0 "],[" #x0 "," #y0 "]]"
#define REGION(id, rings) \
  "{\"type\":\"Feature\",\"id\":\"" id "\",\"properties\":{\"name\":\"" id "\"}," \
  "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" rings "]}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

static inline PivotGeometry *
map_test_read (const char *json)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  PivotGeometry *geometry = pivot_geo_reader_read (bytes, "test", problems, NULL, NULL, NULL);

  g_assert_nonnull (geometry);

  return geometry;
}

static inline cairo_surface_t *
map_test_new_image (int width,
                    int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

static inline guint32
map_test_get_pixel (cairo_surface_t *image,
                    int              x,
                    int              y)
{
  const guint32 *pixels;

  cairo_surface_flush (image);
  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (image));
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y, <, cairo_image_surface_get_height (image));
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (image);

  return pixels[y * cairo_image_surface_get_stride (image) / (int) sizeof *pixels + x];
}

static inline guint32
map_test_get_color (const GdkRGBA *color)
{
  return 0xff000000u | (guint32) round (color->red * 255) << 16 | (guint32) round (color->green * 255) << 8 |
         (guint32) round (color->blue * 255);
}

/* Pixels of a rectangle that are of a colour, to the last bit. */
static inline guint
map_test_count (cairo_surface_t *image,
                int              x0,
                int              y0,
                int              x1,
                int              y1,
                guint32          color)
{
  guint n = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      n += map_test_get_pixel (image, x, y) == color;

  return n;
}

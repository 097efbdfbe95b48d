/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geo-reader.h"

#include <string.h>

/* What the geometry tests share. */

static inline PivotGeometry *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(GError) error = NULL;
  PivotGeometry *geometry = pivot_geo_reader_read (bytes, "test.geojson", problems, NULL, NULL, NULL);

  if (pivot_problems_to_error (problems, &error))
    g_test_message ("%s", error->message);
  g_assert_no_error (error);
  g_assert_nonnull (geometry);

  return geometry;
}

static inline GBytes *
load_bundled (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PIVOT_TEST_DATASET"), name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static inline PivotGeometry *
read_bundled (const char *name)
{
  g_autoptr(GBytes) bytes = load_bundled (name);
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  PivotGeometry *geometry = pivot_geo_reader_read (bytes, name, problems, NULL, NULL, NULL);

  g_assert_cmpuint (pivot_problems_get_total (problems), ==, 0);
  g_assert_nonnull (geometry);

  return geometry;
}

/* One feature "a", a Polygon or MultiPolygon with these coordinates. */
static inline PivotGeometry *
read_region (const char *type,
             const char *coordinates)
{
  g_autofree char *text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\","
                                           "\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}]}", type, coordinates);

  return read_text (text);
}

/* What pivot_geo_index_find() is to agree with. */
static inline int
find_linear (const PivotGeometry *geometry,
             double               x,
             double               y)
{
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    if (pivot_geometry_contains (geometry, i, x, y))
      return (int) i;

  return -1;
}

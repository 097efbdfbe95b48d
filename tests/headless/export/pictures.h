/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "../present/fixture.h"
#include "pivot-export.h"

/* Pictures in memory that must look alike, or must not. With PIVOT_TEST_PICTURES, a folder, they are written there for
 * people to look at. */

static inline cairo_surface_t *
picture_new (int            width,
             int            height,
             const GdkRGBA *ground)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  gdk_cairo_set_source_rgba (cr, ground);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

static inline void
finish_picture (cairo_t *cr)
{
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (cairo_get_target (cr));
  cairo_destroy (cr);
}

static inline cairo_surface_t *
picture_of_sheet (PivotSession            *session,
                  const PivotSheetOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotSheet) sheet = pivot_sheet_new (session, options, &error);
  int width = (int) options->width, height = (int) options->height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  pivot_sheet_draw (sheet, 0, cr);
  finish_picture (cr);

  return surface;
}

typedef struct { const guint8 *bytes; gsize size, place; } PictureReader;

static inline cairo_status_t
read_picture_cb (void          *data,
                 unsigned char *bytes,
                 unsigned int   length)
{
  PictureReader *reader = data;

  if (reader->size - reader->place < length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (bytes, reader->bytes + reader->place, length);
  reader->place += length;

  return CAIRO_STATUS_SUCCESS;
}

/* A part of an exported PNG. */
static inline cairo_surface_t *
picture_of_file (PivotSession             *session,
                 const PivotExportOptions *options,
                 int                       x,
                 int                       y,
                 int                       width,
                 int                       height)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = pivot_export_make (session, options, NULL, &error);
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height), *whole;
  PictureReader reader = { 0 };
  cairo_t *cr;

  g_assert_no_error (error);
  reader.bytes = g_bytes_get_data (bytes, &reader.size);
  whole = cairo_image_surface_create_from_png_stream (read_picture_cb, &reader);
  g_assert_cmpint (cairo_surface_status (whole), ==, CAIRO_STATUS_SUCCESS);
  cr = cairo_create (part);
  cairo_set_source_surface (cr, whole, -x, -y);
  cairo_paint (cr);
  finish_picture (cr);
  cairo_surface_destroy (whole);

  return part;
}

static inline const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * stride);
}

/* The fourth byte of a pixel means nothing. */
#define PIXEL(row, x) ((row)[x] & 0xffffff)

/* How many pixels are others; all of them if the sizes differ. There is no tolerance: the same code draws both. */
static inline guint
count_differences (cairo_surface_t *one,
                   cairo_surface_t *two)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  guint n = 0;

  if (cairo_image_surface_get_width (two) != width || cairo_image_surface_get_height (two) != height)
    return G_MAXUINT;

  for (int y = 0; y < height; y++)
    {
      const guint32 *first = get_row (one, y), *second = get_row (two, y);

      for (int x = 0; x < width; x++)
        n += PIXEL (first, x) != PIXEL (second, x);
    }

  return n;
}

/* Of any channel of any pixel, in levels of 255. */
static inline guint
get_greatest_difference (cairo_surface_t *one,
                         cairo_surface_t *two)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one), most = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *first = get_row (one, y), *second = get_row (two, y);

      for (int x = 0; x < width; x++)
        for (int shift = 0; shift < 24; shift += 8)
          most = MAX (most, ABS ((int) (first[x] >> shift & 0xff) - (int) (second[x] >> shift & 0xff)));
    }

  return (guint) most;
}

static inline void
write_picture (cairo_surface_t *surface,
               const char      *name,
               const char      *part)
{
  const char *folder = g_getenv ("PIVOT_TEST_PICTURES");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s-%s.png", folder, name, part);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static inline void
assert_same_picture (cairo_surface_t *one,
                     cairo_surface_t *two,
                     const char      *name,
                     const char      *part)
{
  guint n = count_differences (one, two);

  if (n > 0)
    g_error ("%s, %s: %u pixels differ", name, part, n);
}

static inline void
assert_other_picture (cairo_surface_t *one,
                      cairo_surface_t *two,
                      const char      *name,
                      const char      *part)
{
  if (count_differences (one, two) < 20)
    g_error ("%s, %s: these should be two pictures", name, part);
}

static inline gboolean
is_near (guint32 value,
         int     level)
{
  return ABS ((int) value - level) <= 1;
}

static inline guint
count_color (cairo_surface_t *surface,
             const GdkRGBA   *color)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int red = (int) lround (255 * color->red), green = (int) lround (255 * color->green);
  int blue = (int) lround (255 * color->blue);
  guint n = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        n += is_near (row[x] >> 16 & 0xff, red) && is_near (row[x] >> 8 & 0xff, green) && is_near (row[x] & 0xff, blue);
    }

  return n;
}

/* Neither blank nor full, and of several colours. */
static inline void
check_picture (cairo_surface_t *surface,
               const char      *name,
               const char      *part)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  g_autofree guint *bins = g_new0 (guint, 4096);
  guint most = 0, n_colors = 0;
  double ground;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        bins[(row[x] >> 12 & 0xf00) | (row[x] >> 8 & 0xf0) | (row[x] >> 4 & 0xf)]++;
    }
  for (guint i = 0; i < 4096; i++)
    {
      most = MAX (most, bins[i]);
      n_colors += bins[i] > 0;
    }

  ground = (double) most / ((double) width * height);
  g_test_message ("%s, %s: %.1f %% ink, %u colours", name, part, 100 - 100 * ground, n_colors);
  write_picture (surface, name, part);
  if (ground > 0.99 || ground < 0.2 || n_colors < 12)
    g_error ("%s, %s: %.1f %% ink and %u colours", name, part, 100 - 100 * ground, n_colors);
}

/* A new session over a dataset that is loaded anew, with the view of another. */
static inline PivotSession *
open_copy (PivotSession *session)
{
  g_autofree char *view = pivot_session_to_json (session);
  g_autofree char *again = NULL;
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(GError) error = NULL;
  PivotSession *copy = pivot_session_new ();

  pivot_session_set_dataset (copy, dataset);
  g_assert_true (pivot_session_apply_json (copy, view, FALSE, &error));
  g_assert_no_error (error);
  again = pivot_session_to_json (copy);
  g_assert_cmpstr (again, ==, view);

  return copy;
}

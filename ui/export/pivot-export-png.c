/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-imprint.h"

/* Signature and header, which come first in every PNG. */
#define HEAD_SIZE (8 + 25)
#define METRES_PER_INCH 0.0254

static guint32
get_crc (const guint8 *bytes,
         gsize         size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (0xedb88320 & (0 - (crc & 1)));
    }

  return ~crc;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  const guint8 big[] = { number >> 24 & 0xff, number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff };

  g_byte_array_append (bytes, big, sizeof big);
}

static void
append_chunk (GByteArray *bytes,
              const char *type,
              GByteArray *data)
{
  guint start;

  append_number (bytes, data->len);
  start = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, data->data, data->len);
  append_number (bytes, get_crc (bytes->data + start, bytes->len - start));
}

/* keyword: of the PNG specification where it has one. */
static void
append_text (GByteArray *bytes,
             const char *keyword,
             const char *language,
             const char *text)
{
  g_autoptr(GByteArray) data = NULL;
  const guint8 unpacked[] = { 0, 0 };

  if (text == NULL || *text == '\0')
    return;

  data = g_byte_array_new ();
  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (data, unpacked, sizeof unpacked);
  g_byte_array_append (data, (const guint8 *) language, (guint) strlen (language) + 1);
  g_byte_array_append (data, (const guint8 *) "", 1);
  g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
  append_chunk (bytes, "iTXt", data);
}

/* So that a picture of twice the pixels is as large on paper. */
static void
append_resolution (GByteArray *bytes,
                   double      scale)
{
  g_autoptr(GByteArray) data = g_byte_array_new ();
  guint32 per_metre = (guint32) lround (96 * scale / METRES_PER_INCH);
  const guint8 metre = 1;

  append_number (data, per_metre);
  append_number (data, per_metre);
  g_byte_array_append (data, &metre, 1);
  append_chunk (bytes, "pHYs", data);
}

static GBytes *
add_info (GByteArray            *picture,
          const PivotExportInfo *info,
          double                 scale)
{
  GByteArray *bytes = g_byte_array_sized_new (picture->len + 8192);

  g_byte_array_append (bytes, picture->data, HEAD_SIZE);
  append_resolution (bytes, scale);
  append_text (bytes, "Title", info->language, info->title);
  append_text (bytes, "Description", info->language, info->description);
  append_text (bytes, "Source", info->language, info->source);
  append_text (bytes, "Copyright", info->language, info->license);
  append_text (bytes, "Software", "en", "Pivot Explorer " VERSION);
  append_text (bytes, "Creation Time", "en", info->date);
  append_text (bytes, PIVOT_IMPRINT_NAME, "", info->imprint);
  g_byte_array_append (bytes, picture->data + HEAD_SIZE, picture->len - HEAD_SIZE);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
_pivot_export_png (PivotSheet                *sheet,
                   const PivotExportOptions  *options,
                   const PivotExportInfo     *info,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  cairo_format_t format = options->sheet.transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  g_autoptr(GByteArray) picture = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  pivot_sheet_get_size (sheet, &width, &height);
  surface = cairo_image_surface_create (format, (int) ceil (width * options->scale), (int) ceil (height * options->scale));
  cr = cairo_create (surface);
  cairo_scale (cr, options->scale, options->scale);
  pivot_sheet_draw (sheet, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && !g_cancellable_is_cancelled (cancellable))
    status = cairo_surface_write_to_png_stream (surface, _pivot_export_append_cb, picture);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !_pivot_export_check (status, error))
    return NULL;

  return add_info (picture, info, options->scale);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-imprint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A view is some hundred bytes. */
#define MAX_JSON (1024 * 1024)
/* What a packed part of a PDF may become before it is certainly no imprint. */
#define MAX_INFLATED (16 * 1024 * 1024)

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* As g_strstr_len (), through zeros too. */
static const char *
find (const char *text,
      gsize       size,
      const char *word)
{
  gsize length = strlen (word);

  for (const char *at = text; (gsize) (at - text) + length <= size; at++)
    {
      at = memchr (at, *word, size - length + 1 - (gsize) (at - text));
      if (at == NULL)
        return NULL;
      if (memcmp (at, word, length) == 0)
        return at;
    }

  return NULL;
}

static gboolean
begins_with (const guint8 *bytes,
             gsize         size,
             gconstpointer start,
             gsize         length)
{
  return size >= length && memcmp (bytes, start, length) == 0;
}

/* SVG: XML whose first element is svg, which comes early. */
static gboolean
is_svg (const guint8 *bytes,
        gsize         size)
{
  return size > 0 && find ((const char *) bytes, MIN (size, 4096), "<svg") != NULL;
}

/**
 * pivot_imprint_knows:
 * @bytes: (array length=size): a file, or its beginning
 * @size: how many there are
 *
 * Says whether a file is of a kind that can carry a view.
 *
 * Returns: `TRUE` for PNG, SVG and PDF
 */
gboolean
pivot_imprint_knows (const guint8 *bytes,
                     gsize         size)
{
  return begins_with (bytes, size, png_signature, sizeof png_signature) || begins_with (bytes, size, "%PDF-", 5) ||
         is_svg (bytes, size);
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The text of an iTXt chunk that is ours and not packed. */
static char *
read_itxt (const guint8 *bytes,
           gsize         size)
{
  const char *text = (const char *) bytes;
  gsize skip = sizeof PIVOT_IMPRINT_NAME + 2;

  if (!begins_with (bytes, size, PIVOT_IMPRINT_NAME, sizeof PIVOT_IMPRINT_NAME) || size < skip || bytes[skip - 2] != 0)
    return NULL;

  /* Language and translated keyword, each with its zero. */
  for (int i = 0; i < 2; i++)
    {
      const char *end = memchr (text + skip, '\0', size - skip);

      if (end == NULL)
        return NULL;
      skip = (gsize) (end - text) + 1;
    }

  return g_strndup (text + skip, size - skip);
}

static char *
find_in_png (const guint8 *bytes,
             gsize         size)
{
  for (gsize at = sizeof png_signature; size - at >= 12;)
    {
      gsize length = read_number (bytes + at);
      char *text;

      if (length > size - at - 12)
        return NULL;
      text = memcmp (bytes + at + 4, "iTXt", 4) == 0 ? read_itxt (bytes + at + 8, length) : NULL;
      if (text != NULL)
        return text;
      at += length + 12;
    }

  return NULL;
}

/* Between the element's tags: the text is escaped, so that the first "<" ends it. */
static char *
find_in_svg (const char *text,
             gsize       size)
{
  const char *start = find (text, size, "<pivot:view");
  const char *end;
  g_autofree char *escaped = NULL;
  GString *json;
  static const char * const entities[][2] = { { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
                                              { "&#39;", "'" }, { "&#x27;", "'" }, { "&#34;", "\"" }, { "&amp;", "&" } };

  start = start != NULL ? memchr (start, '>', size - (gsize) (start - text)) : NULL;
  end = start != NULL ? memchr (start, '<', size - (gsize) (start - text)) : NULL;
  if (end == NULL || end - start > MAX_JSON)
    return NULL;

  escaped = g_strndup (start + 1, (gsize) (end - start - 1));
  json = g_string_new (escaped);
  /* The ampersand comes last, so that nothing is read twice. */
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (json, entities[i][0], entities[i][1], 0);

  return g_string_free (json, FALSE);
}

static char *
find_key (const char *text,
          gsize       size)
{
  const char *start = find (text, size, "/" PIVOT_IMPRINT_NAME);
  const char *end;
  g_autofree char *packed = NULL;
  char *json;
  gsize length;

  start = start != NULL ? memchr (start, '(', MIN (size - (gsize) (start - text), 64)) : NULL;
  end = start != NULL ? memchr (start, ')', size - (gsize) (start - text)) : NULL;
  if (end == NULL || end - start > MAX_JSON)
    return NULL;

  packed = g_strndup (start + 1, (gsize) (end - start - 1));
  json = (char *) g_base64_decode (packed, &length);
  json = g_realloc (json, length + 1);
  json[length] = '\0';

  return json;
}

static GBytes *
inflate (const guint8 *bytes,
         gsize         size)
{
  g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr(GByteArray) out = g_byte_array_new ();
  guint8 room[16384];

  for (gsize at = 0; at < size && out->len < MAX_INFLATED;)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result = g_converter_convert (G_CONVERTER (inflater), bytes + at, size - at, room, sizeof room,
                                                     G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR)
        return NULL;
      g_byte_array_append (out, room, (guint) n_written);
      at += n_read;
      if (result == G_CONVERTER_FINISHED)
        return g_bytes_new (out->data, out->len);
    }

  return NULL;
}

/* Newer files keep their dictionaries in packed streams. */
static char *
find_in_streams (const char *text,
                 gsize       size)
{
  const char *end = text + size;

  for (const char *at = text; (at = find (at, (gsize) (end - at), "/ObjStm")) != NULL;)
    {
      const char *start = find (at, (gsize) (end - at), "stream");
      g_autoptr(GBytes) bytes = NULL;
      char *json;

      if (start == NULL)
        return NULL;
      start += strlen ("stream");
      while (start < end && (*start == '\r' || *start == '\n'))
        start++;
      bytes = inflate ((const guint8 *) start, (gsize) (end - start));
      json = bytes != NULL ? find_key (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
      if (json != NULL)
        return json;
      at = start;
    }

  return NULL;
}

static char *
find_in_pdf (const char *text,
             gsize       size)
{
  char *json = find_key (text, size);

  return json != NULL ? json : find_in_streams (text, size);
}

/**
 * pivot_imprint_read:
 * @file: a file
 * @error: return location for an error
 *
 * Finds what a picture carries.
 *
 * Returns: (transfer full) (nullable): the imprint; %NULL if there is none
 */
PivotImprint *
pivot_imprint_read (GBytes  *file,
                    GError **error)
{
  gsize size;
  const guint8 *bytes;
  g_autofree char *json = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  bytes = g_bytes_get_data (file, &size);
  if (begins_with (bytes, size, png_signature, sizeof png_signature))
    json = find_in_png (bytes, size);
  else if (begins_with (bytes, size, "%PDF-", 5))
    json = find_in_pdf ((const char *) bytes, size);
  else if (is_svg (bytes, size))
    json = find_in_svg ((const char *) bytes, size);

  if (json == NULL || !g_utf8_validate (json, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This file carries no view. Pictures that Pivot Explorer saved as PNG, SVG or PDF do."));
      return NULL;
    }

  return _pivot_imprint_parse (json, error);
}

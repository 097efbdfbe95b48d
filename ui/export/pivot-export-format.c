/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-format.h"

#include <glib/gi18n-lib.h>

#include "pivot-sheet.h"

static const PivotExportSize sizes[] = {
  { "slide-16:9", N_("Slide, 16 : 9"), 1280, 720 },
  { "slide-4:3", N_("Slide, 4 : 3"), 1024, 768 },
  { "a4", N_("A4, landscape"), 1123, 794 },
  { "a5", N_("A5, landscape"), 794, 559 },
  { "square", N_("Square"), 1080, 1080 },
};

GType
pivot_export_format_get_type (void)
{
  static const GEnumValue values[] = {
    { PIVOT_EXPORT_PNG, "PIVOT_EXPORT_PNG", "png" },
    { PIVOT_EXPORT_SVG, "PIVOT_EXPORT_SVG", "svg" },
    { PIVOT_EXPORT_PDF, "PIVOT_EXPORT_PDF", "pdf" },
    { PIVOT_EXPORT_CSV, "PIVOT_EXPORT_CSV", "csv" },
    { PIVOT_EXPORT_JSON, "PIVOT_EXPORT_JSON", "json" },
    { 0, NULL, NULL }
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PivotExportFormat", values));

  return type;
}

gboolean
pivot_export_format_is_picture (PivotExportFormat format)
{
  return format != PIVOT_EXPORT_CSV && format != PIVOT_EXPORT_JSON;
}

const char *
pivot_export_format_get_mime (PivotExportFormat format)
{
  switch (format)
    {
    case PIVOT_EXPORT_SVG:
      return "image/svg+xml";
    case PIVOT_EXPORT_PDF:
      return "application/pdf";
    case PIVOT_EXPORT_CSV:
      return "text/csv";
    case PIVOT_EXPORT_JSON:
      return "application/json";
    case PIVOT_EXPORT_PNG:
    default:
      return "image/png";
    }
}

/**
 * pivot_export_format_from_name:
 * @name: name of a file
 * @format: (out): its format
 *
 * Gets the format that the end of a name stands for.
 *
 * Returns: `FALSE` if it is none that can be written
 */
gboolean
pivot_export_format_from_name (const char        *name,
                               PivotExportFormat *format)
{
  const char *dot;
  g_autofree char *end = NULL;
  int value;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  dot = strrchr (name, '.');
  end = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  for (value = 0; value < PIVOT_EXPORT_N_FORMATS; value++)
    {
      GEnumClass *klass = g_type_class_ref (PIVOT_TYPE_EXPORT_FORMAT);
      gboolean same = g_str_equal (g_enum_get_value (klass, value)->value_nick, end);

      g_type_class_unref (klass);
      if (same)
        {
          *format = (PivotExportFormat) value;
          return TRUE;
        }
    }

  return FALSE;
}

const PivotExportSize *
pivot_export_get_sizes (guint *n)
{
  *n = G_N_ELEMENTS (sizes);

  return sizes;
}

static gboolean
is_size (double number)
{
  return number >= PIVOT_SHEET_MIN_SIZE && number <= PIVOT_SHEET_MAX_SIZE;
}

/**
 * pivot_export_parse_size:
 * @text: name of a size, or width and height as "1200x800"
 * @width: (out): px
 * @height: (out): px
 *
 * Reads the size of a page.
 *
 * Returns: `FALSE` if it is no size, or out of bounds
 */
gboolean
pivot_export_parse_size (const char *text,
                         double     *width,
                         double     *height)
{
  char *end;
  guint64 w, h;

  g_return_val_if_fail (text != NULL && width != NULL && height != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (text, sizes[i].id) == 0)
      {
        *width = sizes[i].width;
        *height = sizes[i].height;
        return TRUE;
      }

  if (!g_ascii_isdigit (*text))
    return FALSE;
  w = g_ascii_strtoull (text, &end, 10);
  if ((*end != 'x' && *end != 'X') || !g_ascii_isdigit (end[1]))
    return FALSE;
  h = g_ascii_strtoull (end + 1, &end, 10);
  *width = (double) w;
  *height = (double) h;

  return *end == '\0' && is_size (*width) && is_size (*height);
}

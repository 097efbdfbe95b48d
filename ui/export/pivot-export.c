/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-sheet-table.h"
#include "pivot-table-json.h"
#include "pivot-table-text.h"

cairo_status_t
_pivot_export_append_cb (void                *bytes,
                         const unsigned char *data,
                         unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
_pivot_export_check (cairo_status_t   status,
                     GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  /* Translators: what went wrong while a picture was drawn. */
  g_set_error (error, G_IO_ERROR, status == CAIRO_STATUS_NO_MEMORY ? G_IO_ERROR_NO_SPACE : G_IO_ERROR_FAILED,
               _("The picture could not be made: %s. Try a smaller size."), cairo_status_to_string (status));

  return FALSE;
}

/**
 * pivot_export_options_init: (skip)
 * @options: (out caller-allocates): options
 *
 * Sets what is exported unless something else is asked for: a map as PNG, at twice the pixels of a screen.
 */
void
pivot_export_options_init (PivotExportOptions *options)
{
  *options = (PivotExportOptions) { .format = PIVOT_EXPORT_PNG, .scale = 2 };
  pivot_sheet_options_init (&options->sheet);
}

static gboolean
has_pages (const PivotSheetOptions *options)
{
  return options->kind == PIVOT_SHEET_STORY || options->kind == PIVOT_SHEET_WORKSHEET;
}

static GBytes *
make_table (PivotSession              *session,
            const PivotExportOptions  *options,
            GError                   **error)
{
  g_autoptr(PivotTable) table = pivot_sheet_table_new (session, &options->sheet, error);
  g_autoptr(PivotSheet) sheet = NULL;
  g_auto(PivotExportInfo) info = { NULL };
  PivotTableInfo table_info;
  char *text;

  if (table == NULL)
    return NULL;

  if (options->format == PIVOT_EXPORT_CSV)
    text = pivot_table_to_csv (table, NULL, 0);
  else
    {
      sheet = pivot_sheet_new (session, &options->sheet, error);
      if (sheet == NULL)
        return NULL;
      _pivot_export_info_init (&info, session, sheet, options);
      table_info = (PivotTableInfo) { info.title, info.source, info.license, info.imprint };
      text = pivot_table_to_json (table, &table_info);
    }

  return g_bytes_new_take (text, strlen (text));
}

/**
 * pivot_export_make: (skip)
 * @session: a session; of this thread
 * @options: what to export of it, and how
 * @cancellable: (nullable): a cancellable
 * @error: return location for a `G_IO_ERROR`
 *
 * Makes a file of what a session shows.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
pivot_export_make (PivotSession              *session,
                   const PivotExportOptions  *options,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr(PivotSheet) sheet = NULL;
  g_auto(PivotExportInfo) info = { NULL };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (options->sheet.width * options->scale > PIVOT_EXPORT_MAX_PIXELS ||
      options->sheet.height * options->scale > PIVOT_EXPORT_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A picture may be at most %d pixels wide and high."),
                   PIVOT_EXPORT_MAX_PIXELS);
      return NULL;
    }

  if (options->sheet.kind == PIVOT_SHEET_LESSON && options->format != PIVOT_EXPORT_PDF)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("A lesson has several pages: it can be saved as PDF only."));
      return NULL;
    }

  if (!pivot_export_format_is_picture (options->format))
    return make_table (session, options, error);

  if (has_pages (&options->sheet) && options->format != PIVOT_EXPORT_PDF)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           options->sheet.kind == PIVOT_SHEET_STORY
                             ? _("The story has several pages: it can be saved as PDF only.")
                             : _("A worksheet has several pages: it can be saved as PDF only."));
      return NULL;
    }

  sheet = pivot_sheet_new (session, &options->sheet, error);
  if (sheet == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  _pivot_export_info_init (&info, session, sheet, options);
  switch (options->format)
    {
    case PIVOT_EXPORT_SVG:
      return _pivot_export_svg (sheet, options, &info, cancellable, error);
    case PIVOT_EXPORT_PDF:
      return _pivot_export_pdf (sheet, options, &info, cancellable, error);
    case PIVOT_EXPORT_PNG:
    default:
      return _pivot_export_png (sheet, options, &info, cancellable, error);
    }
}

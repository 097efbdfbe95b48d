/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-batch-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Everything goes here, file by file, and is listed on a page. */
typedef struct
{
  PivotBatch *batch;
  GFile      *folder;
  GString    *page;
  const char *extension;
  gboolean    ok;
} Album;

static void
begin_section (Album      *album,
               const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_string_append_printf (album->page, "</div>\n<h2>%s</h2>\n<div class=\"sheets\">\n", escaped);
}

static void
list_file (Album      *album,
           const char *name,
           PivotSheet *sheet)
{
  g_autofree char *title = g_markup_escape_text (pivot_sheet_get_title (sheet), -1);
  g_autofree char *alt = g_markup_escape_text (pivot_sheet_get_description (sheet), -1);
  PivotExportFormat format = album->batch->options.format;

  g_string_append_printf (album->page, "<figure><a href=\"%s\">", name);
  if (format == PIVOT_EXPORT_PNG || format == PIVOT_EXPORT_SVG)
    g_string_append_printf (album->page, "<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\">", name, alt,
                            (int) album->batch->options.sheet.width, (int) album->batch->options.sheet.height);
  else
    g_string_append (album->page, name);
  g_string_append_printf (album->page, "</a><figcaption>%s</figcaption></figure>\n", title);
}

static void
add (Album          *album,
     PivotSession   *session,
     PivotSheetKind  kind,
     const char     *id,
     const char     *stem)
{
  PivotExportOptions options = album->batch->options;
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, album->extension);
  g_autoptr(GFile) file = g_file_get_child (album->folder, name);
  g_autoptr(PivotSheet) sheet = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  options.sheet.kind = kind;
  options.sheet.id = id;
  sheet = pivot_sheet_new (session, &options.sheet, &error);
  bytes = sheet != NULL ? pivot_export_make (session, &options, NULL, &error) : NULL;
  if (bytes == NULL)
    {
      _pivot_batch_complain ("%s: %s", name, error->message);
      album->ok = FALSE;
    }
  else if (!_pivot_batch_write (file, bytes))
    album->ok = FALSE;
  else
    list_file (album, name, sheet);
}

static void
add_maps (Album *album)
{
  GListModel *measures = pivot_dataset_get_measures (album->batch->dataset);

  begin_section (album, _("Maps"));
  for (guint i = 0; album->ok && i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
      g_autoptr(PivotSession) session = _pivot_batch_open_session (album->batch);
      g_autofree char *stem = g_strconcat ("map-", pivot_measure_get_id (measure), NULL);

      pivot_session_set_measure (session, pivot_measure_get_id (measure));
      add (album, session, PIVOT_SHEET_MAP, NULL, stem);
    }
}

static void
add_charts (Album *album)
{
  g_autoptr(PivotSession) session = _pivot_batch_open_session (album->batch);

  begin_section (album, _("Charts"));
  add (album, session, PIVOT_SHEET_SCATTER, NULL, "scatter");
  add (album, session, PIVOT_SHEET_RANKING, NULL, "ranking");
  add (album, session, PIVOT_SHEET_GRID, NULL, "grid");
}

static void
add_figures (Album *album)
{
  GListModel *figures = pivot_dataset_get_figures (album->batch->dataset);
  g_autoptr(PivotSession) session = _pivot_batch_open_session (album->batch);

  begin_section (album, _("Figures"));
  for (guint i = 0; album->ok && i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autofree char *stem = g_strconcat ("figure-", pivot_figure_get_id (figure), NULL);

      add (album, session, PIVOT_SHEET_FIGURE, pivot_figure_get_id (figure), stem);
    }
}

/* Firms of which something is known to have happened. */
static void
add_timelines (Album *album)
{
  GListModel *firms = pivot_dataset_get_firms (album->batch->dataset);

  begin_section (album, _("Timelines"));
  for (guint i = 0; album->ok && i < g_list_model_get_n_items (firms); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);
      g_autoptr(PivotSession) session = NULL;
      g_autofree char *stem = NULL;

      if (g_list_model_get_n_items (pivot_firm_get_events (firm)) == 0)
        continue;

      session = _pivot_batch_open_session (album->batch);
      stem = g_strconcat ("timeline-", pivot_firm_get_id (firm), NULL);
      pivot_session_set_firm (session, pivot_firm_get_id (firm));
      add (album, session, PIVOT_SHEET_TIMELINE, NULL, stem);
    }
}

static void
begin_page (Album *album)
{
  g_autofree char *title = g_markup_escape_text (pivot_text_get (pivot_dataset_get_title (album->batch->dataset)), -1);
  g_autofree char *text = g_markup_escape_text (pivot_text_get (pivot_dataset_get_description (album->batch->dataset)), -1);
  g_autofree char *language = g_strdup (g_get_language_names ()[0]);

  language[strcspn (language, ".@")] = '\0';
  g_strdelimit (language, "_", '-');
  g_string_append_printf (album->page,
    "<!DOCTYPE html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n"
    "<style>\n"
    "body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; color: #222226; background: #f6f5f4;\n"
    "       font: 1rem/1.45 system-ui, sans-serif; }\n"
    "h1 { font-size: 1.7rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .8rem; }\n"
    "p { max-width: 46rem; color: #5e5c64; }\n"
    ".sheets { display: grid; gap: 1.4rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }\n"
    "figure { margin: 0; } img { display: block; width: 100%%; height: auto; border-radius: 4px;\n"
    "       box-shadow: 0 1px 4px #0003; } figcaption { margin-top: .5rem; font-size: .9rem; }\n"
    "</style>\n<h1>%s</h1>\n<p>%s</p>\n<div>\n",
    g_str_equal (language, "C") ? "en" : language, title, title, text);
}

static gboolean
end_page (Album *album)
{
  g_autofree char *license = g_markup_escape_text (pivot_text_get (pivot_dataset_get_license (album->batch->dataset)), -1);
  g_autoptr(GFile) file = g_file_get_child (album->folder, "index.html");
  g_autoptr(GBytes) bytes = NULL;

  g_string_append_printf (album->page, "</div>\n<p>%s</p>\n</html>\n", license);
  bytes = g_string_free_to_bytes (g_steal_pointer (&album->page));

  return _pivot_batch_write (file, bytes);
}

int
_pivot_batch_run_all (PivotBatch *self)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (PIVOT_TYPE_EXPORT_FORMAT);
  g_autoptr(PivotSession) session = _pivot_batch_open_session (self);
  Album album = { self };

  if (session == NULL)
    return PIVOT_BATCH_MISUSED;
  if (self->output == NULL)
    {
      _pivot_batch_complain (_("--export=all needs a folder: --output=FOLDER"));
      return PIVOT_BATCH_MISUSED;
    }
  if (g_mkdir_with_parents (self->output, 0777) != 0)
    {
      _pivot_batch_complain ("%s: %s", self->output, g_strerror (errno));
      return PIVOT_BATCH_FAILED;
    }

  album.folder = g_file_new_for_commandline_arg (self->output);
  album.page = g_string_new (NULL);
  album.extension = g_enum_get_value (klass, (int) self->options.format)->value_nick;
  album.ok = TRUE;
  begin_page (&album);
  add_maps (&album);
  add_charts (&album);
  add_figures (&album);
  add_timelines (&album);
  album.ok = album.ok && end_page (&album);
  if (album.page != NULL)
    g_string_free (album.page, TRUE);
  g_object_unref (album.folder);

  return album.ok ? PIVOT_BATCH_DONE : PIVOT_BATCH_FAILED;
}

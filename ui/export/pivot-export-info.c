/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-private.h"

#include "pivot-export-task.h"
#include "pivot-imprint.h"
#include "pivot-session-options.h"

/* Time in a file makes it another file each day: only who builds things reproducibly says which. */
static char *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr(GDateTime) time = NULL;
  gint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    return NULL;

  time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* As files name languages: zh-CN. */
static char *
get_language (void)
{
  const char *first = g_get_language_names ()[0];
  g_autofree char *tag = g_strdup (first);

  tag[strcspn (tag, ".@")] = '\0';
  g_strdelimit (tag, "_", '-');

  return g_strdup (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") ? "en" : tag);
}

/* The view on whose page the sheet stands, whichever page it was exported from: that is what opening the file shows. */
static PivotSession *
turn_to_sheet (PivotSession   *session,
               PivotSheetKind  kind,
               PivotFigure    *figure)
{
  PivotSession *view = pivot_export_copy_session (session);

  switch (kind)
    {
    case PIVOT_SHEET_TIMELINE:
      pivot_session_set_page (view, PIVOT_PAGE_FIRMS);
      break;
    case PIVOT_SHEET_FIGURE:
      pivot_session_set_page (view, PIVOT_PAGE_STORY);
      pivot_session_set_figure (view, pivot_figure_get_id (figure));
      break;
    case PIVOT_SHEET_STORY:
      pivot_session_set_page (view, PIVOT_PAGE_STORY);
      break;
    case PIVOT_SHEET_LESSON:
      pivot_session_set_page (view, PIVOT_PAGE_TEACH);
      pivot_session_set_word (view, PIVOT_OPTION_ACTIVITY, "lessons");
      break;
    case PIVOT_SHEET_WORKSHEET:
      pivot_session_set_page (view, PIVOT_PAGE_TEACH);
      pivot_session_set_word (view, PIVOT_OPTION_ACTIVITY, "worksheet");
      break;
    default:
      pivot_session_set_page (view, PIVOT_PAGE_MAP);
      break;
    }

  return view;
}

void
_pivot_export_info_init (PivotExportInfo          *self,
                         PivotSession             *session,
                         PivotSheet               *sheet,
                         const PivotExportOptions *options)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotFigure *figure = options->sheet.kind == PIVOT_SHEET_FIGURE ? pivot_sheet_find_figure (session, options->sheet.id) : NULL;
  g_autoptr(PivotSession) view = turn_to_sheet (session, options->sheet.kind, figure);

  *self = (PivotExportInfo) {
    .title = g_strdup (pivot_sheet_get_title (sheet)),
    .source = g_strdup (pivot_sheet_get_source (sheet)),
    .license = g_strdup (pivot_text_get (pivot_dataset_get_license (dataset))),
    .imprint = pivot_imprint_write (view, figure),
    .date = get_date (),
    .language = get_language (),
  };

  if ((options->sheet.parts & PIVOT_SHEET_ALT) != 0)
    self->description = g_strdup (pivot_sheet_get_description (sheet));
}

void
_pivot_export_info_clear (PivotExportInfo *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->license, g_free);
  g_clear_pointer (&self->imprint, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->language, g_free);
}

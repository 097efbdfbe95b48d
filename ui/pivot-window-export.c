/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-export-citation.h"
#include "pivot-export-dialog.h"
#include "pivot-export-task.h"
#include "pivot-present-story.h"
#include "pivot-session-options.h"
#include "pivot-sheet-table.h"
#include "pivot-sheet-worksheet.h"
#include "pivot-table-text.h"

#define PX_PER_POINT (96.0 / 72.0)

/* What a person means by "this": what the page is about. */
static PivotSheetKind
get_kind (PivotWindow *self)
{
  if (pivot_session_get_page (self->session) == PIVOT_PAGE_FIRMS && pivot_session_get_firm (self->session) != NULL)
    return PIVOT_SHEET_TIMELINE;

  if (pivot_session_get_page (self->session) == PIVOT_PAGE_STORY)
    return pivot_present_story_figure (self->session) != NULL ? PIVOT_SHEET_FIGURE : PIVOT_SHEET_STORY;

  return PIVOT_SHEET_MAP;
}

/* The word that a menu gives, or "" for what the page is about. */
static PivotSheetKind
read_kind (PivotWindow *self,
           GVariant    *parameter)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (PIVOT_TYPE_SHEET_KIND);
  const char *word = parameter != NULL ? g_variant_get_string (parameter, NULL) : "";
  const GEnumValue *value = g_enum_get_value_by_nick (klass, word);

  return value != NULL ? (PivotSheetKind) value->value : get_kind (self);
}

static gboolean
has_dataset (PivotWindow *self)
{
  return pivot_session_get_dataset (self->session) != NULL;
}

static void
show_dialog (PivotWindow    *self,
             PivotSheetKind  kind)
{
  if (!has_dataset (self))
    return;

  gtk_window_present (GTK_WINDOW (pivot_export_dialog_new (GTK_WINDOW (self), self->session, kind,
                                                           pivot_theme_get_dark (self->theme))));
}

static void
export (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  show_dialog (self, get_kind (self));
}

static void
export_sheet (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  show_dialog (self, read_kind (self, parameter));
}

/* Clipboard */

static void
set_options (PivotWindow        *self,
             GVariant           *parameter,
             PivotExportOptions *options)
{
  pivot_export_options_init (options);
  options->sheet.kind = read_kind (self, parameter);
  options->sheet.theme = pivot_theme_get_dark (self->theme) ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT;
}

static GdkContentProvider *
offer (PivotWindow         *self,
       PivotExportOptions  *options,
       PivotExportFormat    format,
       GError             **error)
{
  g_autoptr(GBytes) bytes = NULL;

  options->format = format;
  bytes = pivot_export_make (self->session, options, NULL, error);

  return bytes != NULL ? gdk_content_provider_new_for_bytes (pivot_export_format_get_mime (format), bytes) : NULL;
}

/* Whoever pastes takes what it can: letters and lines, or pixels. */
static void
copy_picture (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  g_autoptr(GdkContentProvider) both = NULL;
  g_autoptr(GError) error = NULL;
  GdkContentProvider *offers[2];
  PivotExportOptions options;

  if (!has_dataset (self))
    return;

  set_options (self, parameter, &options);
  offers[0] = offer (self, &options, PIVOT_EXPORT_PNG, &error);
  offers[1] = offers[0] != NULL ? offer (self, &options, PIVOT_EXPORT_SVG, &error) : NULL;
  if (offers[1] == NULL)
    {
      g_clear_object (&offers[0]);
      _pivot_window_warn (self, error->message, FALSE);
      return;
    }

  both = gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  _pivot_window_warn (self, _("Picture copied"), FALSE);
}

static GdkContentProvider *
offer_text (const char *mime,
            char       *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime, bytes);
}

static void
copy_data (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  g_autoptr(GdkContentProvider) all = NULL;
  g_autoptr(PivotTable) table = NULL;
  g_autoptr(GError) error = NULL;
  GdkContentProvider *offers[3];
  PivotExportOptions options;

  if (!has_dataset (self))
    return;

  set_options (self, parameter, &options);
  table = pivot_sheet_table_new (self->session, &options.sheet, &error);
  if (table == NULL)
    {
      _pivot_window_warn (self, error->message, FALSE);
      return;
    }

  offers[0] = offer_text ("text/html", pivot_table_to_html (table, NULL, 0));
  offers[1] = offer_text ("text/plain;charset=utf-8", pivot_table_to_tsv (table, NULL, 0));
  offers[2] = offer_text ("text/tab-separated-values", pivot_table_to_tsv (table, NULL, 0));
  all = gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
  _pivot_window_warn (self, _("Numbers copied"), FALSE);
}

static void
copy_citation (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  g_autofree char *text = NULL;
  PivotExportOptions options;

  if (!has_dataset (self))
    return;

  set_options (self, parameter, &options);
  text = pivot_export_cite (self->session, &options.sheet);
  if (*text == '\0')
    {
      _pivot_window_warn (self, _("The data name no source of this."), FALSE);
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  _pivot_window_warn (self, _("Citation copied"), FALSE);
}

/* Printing */

typedef struct
{
  PivotSession      *session;
  PivotSheetOptions  options;
  PivotSheet        *sheet;    /* for the paper that was chosen; or NULL */
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *print = data;

  g_clear_pointer (&print->sheet, pivot_sheet_free);
  g_object_unref (print->session);
  g_free (print);
}

/* How many pages there are may hang on the paper. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Print *print = user_data;

  print->options.width = MAX (gtk_print_context_get_width (context) * PX_PER_POINT, PIVOT_SHEET_MIN_SIZE);
  print->options.height = MAX (gtk_print_context_get_height (context) * PX_PER_POINT, PIVOT_SHEET_MIN_SIZE);
  g_clear_pointer (&print->sheet, pivot_sheet_free);
  print->sheet = pivot_sheet_new (print->session, &print->options, NULL);
  gtk_print_operation_set_n_pages (operation, print->sheet != NULL ? (int) pivot_sheet_get_n_pages (print->sheet) : 1);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Print *print = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (print->sheet == NULL)
    return;

  cairo_scale (cr, 1 / PX_PER_POINT, 1 / PX_PER_POINT);
  pivot_sheet_draw (print->sheet, (guint) page, cr);
}

/* What the page is about, and in front of a class what pupils get. */
static void
init_print (PivotWindow *self,
            Print       *print)
{
  print->session = pivot_export_copy_session (self->session);
  if (pivot_session_get_page (self->session) == PIVOT_PAGE_TEACH &&
      g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_ACTIVITY), "worksheet"))
    {
      pivot_sheet_options_init_worksheet (&print->options, self->session);
      if (g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_KEY), "none"))
        print->options.id = PIVOT_SHEET_PUPIL;
      return;
    }

  pivot_sheet_options_init (&print->options);
  print->options.kind = get_kind (self);
  print->options.theme = PIVOT_SHEET_PRINT;
}

static GtkPageSetup *
make_page_setup (Print *print)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const char *name = g_str_equal (pivot_session_get_word (print->session, PIVOT_OPTION_WORKSHEET_PAPER), "letter")
                       ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4;
  GtkPaperSize *size = NULL;

  if (print->options.kind != PIVOT_SHEET_WORKSHEET)
    {
      gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
      return setup;
    }

  size = gtk_paper_size_new (name);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    _pivot_window_warn (PIVOT_WINDOW (user_data), error->message, FALSE);
}

static void
print (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GtkPageSetup) setup = NULL;
  Print *data;

  if (!has_dataset (self))
    return;

  data = g_new0 (Print, 1);
  init_print (self, data);
  operation = gtk_print_operation_new ();
  setup = make_page_setup (data);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Pivot Explorer"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), data);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), data, print_free, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static const GActionEntry entries[] = {
  { "export", export },
  { "export-sheet", export_sheet, "s" },
  { "copy-picture", copy_picture, "s" },
  { "copy-data", copy_data, "s" },
  { "copy-citation", copy_citation, "s" },
  { "print", print },
};

void
_pivot_window_add_export (PivotWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

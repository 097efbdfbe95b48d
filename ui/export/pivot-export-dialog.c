/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-export-language.h"
#include "pivot-export-preview-private.h"
#include "pivot-export-task.h"
#include "pivot-present-story.h"

struct _PivotExportDialog
{
  GtkWindow           parent_instance;

  PivotSession       *session;       /* as it was; nobody else has it */
  PivotExportOptions  options;
  PivotSheet         *sheet;         /* for the preview, or NULL */
  const char         *in_language;   /* another than that of the window, or NULL */
  cairo_surface_t    *foreign;       /* the preview in it, or NULL until it is made */
  GCancellable       *previewing;    /* of making it, or NULL */
  GCancellable       *cancellable;
  GFile              *file;          /* the last one that was chosen, or NULL */
  gboolean            busy;
  gboolean            filling;       /* the widgets are being set */
  GArray             *kinds;         /* PivotSheetKind, in the order of the list */
  char               *part;          /* number of the part of the story, which the list ends with; or NULL */

  GtkDropDown        *kind;
  GtkDropDown        *format;
  GtkDropDown        *size;
  GtkSpinButton      *width;
  GtkSpinButton      *height;
  GtkSpinButton      *scale;
  GtkDropDown        *theme;
  GtkDropDown        *language;
  GtkDropDown        *projection;
  GtkCheckButton     *title_check;
  GtkCheckButton     *legend_check;
  GtkCheckButton     *caption_check;
  GtkCheckButton     *source_check;
  GtkCheckButton     *alt_check;
  GtkCheckButton     *transparent_check;
  GtkCheckButton     *outlines_check;
  GtkDrawingArea     *preview;
  GtkRevealer        *message;
  GtkLabel           *message_label;
  GtkSpinner         *spinner;
  GtkWidget          *retry_button;
};

G_DEFINE_FINAL_TYPE (PivotExportDialog, pivot_export_dialog, GTK_TYPE_WINDOW)

/* text: NULL hides it. */
static void
tell (PivotExportDialog *self,
      const char        *text,
      gboolean           can_retry)
{
  gtk_revealer_set_reveal_child (self->message, text != NULL);
  gtk_widget_set_visible (self->retry_button, can_retry);
  gtk_spinner_set_spinning (self->spinner, self->busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->busy);
  if (text == NULL)
    return;

  gtk_label_set_label (self->message_label, text);
  pivot_widget_announce (GTK_WIDGET (self->message_label), text);
}

static PivotSheetParts
read_parts (PivotExportDialog *self)
{
  PivotSheetParts parts = 0;

  if (gtk_check_button_get_active (self->title_check))
    parts |= PIVOT_SHEET_TITLE;
  if (gtk_check_button_get_active (self->legend_check))
    parts |= PIVOT_SHEET_LEGEND;
  if (gtk_check_button_get_active (self->caption_check))
    parts |= PIVOT_SHEET_CAPTION;
  if (gtk_check_button_get_active (self->source_check))
    parts |= PIVOT_SHEET_SOURCE;
  if (gtk_check_button_get_active (self->alt_check))
    parts |= PIVOT_SHEET_ALT;

  return parts;
}

/* A size by name fills in the numbers, which are the size. */
static void
read_size (PivotExportDialog *self)
{
  guint n, chosen = gtk_drop_down_get_selected (self->size);
  const PivotExportSize *sizes = pivot_export_get_sizes (&n);

  /* Behind the presets stand the size of the window, and one's own. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->width), chosen > n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height), chosen > n);
  if (chosen == n)
    {
      GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

      gtk_spin_button_set_value (self->width, gtk_widget_get_width (window));
      gtk_spin_button_set_value (self->height, gtk_widget_get_height (window));
    }
  else if (chosen < n)
    {
      gtk_spin_button_set_value (self->width, sizes[chosen].width);
      gtk_spin_button_set_value (self->height, sizes[chosen].height);
    }

  self->options.sheet.width = gtk_spin_button_get_value (self->width);
  self->options.sheet.height = gtk_spin_button_get_value (self->height);
}

/* What does not bear on the chosen format cannot be chosen. */
static void
update_sensitivity (PivotExportDialog *self)
{
  gboolean picture = pivot_export_format_is_picture (self->options.format);
  GtkWidget *of_pictures[] = {
    GTK_WIDGET (self->size), GTK_WIDGET (self->theme), GTK_WIDGET (self->title_check), GTK_WIDGET (self->legend_check),
    GTK_WIDGET (self->caption_check), GTK_WIDGET (self->source_check), GTK_WIDGET (self->alt_check),
    GTK_WIDGET (self->transparent_check),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_pictures); i++)
    gtk_widget_set_sensitive (of_pictures[i], picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), self->options.format == PIVOT_EXPORT_PNG);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outlines_check), self->options.format == PIVOT_EXPORT_SVG);
  gtk_widget_set_sensitive (GTK_WIDGET (self->projection), picture && self->options.sheet.kind == PIVOT_SHEET_MAP);
}

static const char *
read_language (PivotExportDialog *self)
{
  guint n, chosen = gtk_drop_down_get_selected (self->language);
  const PivotExportLanguage *languages = pivot_export_get_languages (&n);

  /* The first is that of the window. */
  return chosen > 0 && chosen <= n ? languages[chosen - 1].id : NULL;
}

static void
read_options (PivotExportDialog *self)
{
  PivotExportOptions *options = &self->options;
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (kind < self->kinds->len)
    options->sheet.kind = g_array_index (self->kinds, PivotSheetKind, kind);
  options->sheet.id = self->part != NULL && kind + 1 == self->kinds->len ? self->part : NULL;
  options->format = (PivotExportFormat) gtk_drop_down_get_selected (self->format);
  options->scale = gtk_spin_button_get_value (self->scale);
  options->outlines = gtk_check_button_get_active (self->outlines_check);
  options->sheet.theme = (PivotSheetTheme) gtk_drop_down_get_selected (self->theme);
  self->in_language = read_language (self);
  options->sheet.screen_map = gtk_drop_down_get_selected (self->projection) == 1;
  options->sheet.transparent = gtk_check_button_get_active (self->transparent_check);
  options->sheet.parts = read_parts (self);
  read_size (self);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PivotExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = pivot_export_bytes_finish (result, &error);

  /* Something else is asked for by now, or the dialog is closed. */
  if (self->previewing == NULL || g_task_get_cancellable (G_TASK (result)) != self->previewing)
    return;
  if (bytes == NULL)
    {
      tell (self, error->message, FALSE);
      return;
    }

  g_clear_pointer (&self->foreign, cairo_surface_destroy);
  self->foreign = _pivot_export_preview_read (bytes);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

/* In another language the preview is what another process draws. */
static void
preview_language (PivotExportDialog *self)
{
  PivotExportOptions options = self->options;

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->foreign, cairo_surface_destroy);
  /* The first page of a story is drawn by the program itself: pixels have no pages. */
  if (self->in_language == NULL || self->sheet == NULL || options.sheet.kind == PIVOT_SHEET_STORY)
    return;

  options.format = PIVOT_EXPORT_PNG;
  options.scale = 1;
  self->previewing = g_cancellable_new ();
  pivot_export_bytes_async (self->session, &options, self->in_language, self->previewing, previewed_cb, g_object_ref (self));
}

static void
update (PivotExportDialog *self)
{
  g_autoptr(GError) error = NULL;

  read_options (self);
  /* Its pages fit in one file of this format only. */
  if (self->options.sheet.kind == PIVOT_SHEET_STORY && self->options.format != PIVOT_EXPORT_PDF)
    {
      gtk_drop_down_set_selected (self->format, PIVOT_EXPORT_PDF);
      self->options.format = PIVOT_EXPORT_PDF;
    }
  update_sensitivity (self);
  g_clear_pointer (&self->sheet, pivot_sheet_free);
  self->sheet = pivot_sheet_new (self->session, &self->options.sheet, &error);
  preview_language (self);
  tell (self, error != NULL ? error->message : NULL, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", self->sheet != NULL && !self->busy);
  if (self->sheet != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    pivot_sheet_get_description (self->sheet), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

static void
changed_cb (PivotExportDialog *self)
{
  if (self->filling)
    return;

  /* A size sets two numbers, which say that they changed. */
  self->filling = TRUE;
  update (self);
  self->filling = FALSE;
}

static void
draw_preview (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  PivotExportDialog *self = PIVOT_EXPORT_DIALOG (user_data);

  if (self->sheet != NULL)
    _pivot_export_preview_draw (self->sheet, self->foreign, self->options.sheet.transparent, cr, width, height);
}

/* Saving */

static void
set_busy (PivotExportDialog *self,
          gboolean           busy)
{
  self->busy = busy;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !busy && self->sheet != NULL);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PivotExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = pivot_export_finish (result, &error);

  set_busy (self, FALSE);
  if (ok)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, NULL, FALSE);
  else
    tell (self, error->message, TRUE);
}

static void
start (PivotExportDialog *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *display = g_filename_display_name (name);
  /* Translators: name of a file. */
  g_autofree char *text = g_strdup_printf (_("Saving “%s”…"), display);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  tell (self, text, FALSE);
  pivot_export_async (self->session, &self->options, self->in_language, self->file, self->cancellable, exported_cb,
                      g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PivotExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_save_dialog_finish (result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message, FALSE);
  if (file == NULL)
    return;

  g_set_object (&self->file, file);
  start (self);
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotExportDialog *self = PIVOT_EXPORT_DIALOG (widget);
  g_autofree char *name = NULL;

  if (self->sheet == NULL)
    return;

  name = pivot_export_suggest_name (self->session, &self->options);
  pivot_save_dialog_async (GTK_WINDOW (self), _("Export"), name, self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
retry (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PivotExportDialog *self = PIVOT_EXPORT_DIALOG (widget);

  if (self->file != NULL && !self->busy)
    start (self);
}

/* While it is saving, this ends the saving; else the dialog. */
static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PivotExportDialog *self = PIVOT_EXPORT_DIALOG (widget);

  if (self->busy)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
pivot_export_dialog_dispose (GObject *object)
{
  PivotExportDialog *self = PIVOT_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->foreign, cairo_surface_destroy);
  if (self->preview != NULL)
    gtk_drawing_area_set_draw_func (self->preview, NULL, NULL, NULL);
  g_clear_pointer (&self->sheet, pivot_sheet_free);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->part, g_free);

  G_OBJECT_CLASS (pivot_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, projection);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, title_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, legend_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, caption_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, source_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, alt_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, transparent_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, outlines_check);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, PivotExportDialog, retry_button);
}

static void
pivot_export_dialog_class_init (PivotExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "export.retry", NULL, retry);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
fill_sizes (PivotExportDialog *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const PivotExportSize *sizes = pivot_export_get_sizes (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, _(sizes[i].label));
  /* Translators: a picture as large as the window. */
  gtk_string_list_append (list, C_("size", "As on screen"));
  gtk_string_list_append (list, _("Own size"));
  gtk_drop_down_set_model (self->size, G_LIST_MODEL (list));
}

static void
fill_languages (PivotExportDialog *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const PivotExportLanguage *languages = pivot_export_get_languages (&n);

  /* Translators: the language of a picture: that of the window. */
  gtk_string_list_append (list, C_("language", "As in the window"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, languages[i].label);
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (list));
}

static void
pivot_export_dialog_init (PivotExportDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->kinds = g_array_new (FALSE, FALSE, sizeof (PivotSheetKind));
  pivot_export_options_init (&self->options);
  fill_sizes (self);
  fill_languages (self);
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);

  pivot_drop_down_set_label (self->kind, _("What"));
  pivot_drop_down_set_label (self->format, _("Format"));
  pivot_drop_down_set_label (self->size, _("Size"));
  pivot_drop_down_set_label (self->theme, _("Theme"));
  pivot_drop_down_set_label (self->language, _("Language"));
  pivot_drop_down_set_label (self->projection, C_("export", "Map"));
}

/* The part of the story that the view is at, by itself. */
static void
add_part (PivotExportDialog *self,
          GtkStringList     *list)
{
  PivotSheetKind kind = PIVOT_SHEET_STORY;
  g_autofree char *label = NULL;
  PivotStoryPlace place;

  if (!pivot_present_story_place (self->session, &place))
    return;

  self->part = g_strdup_printf ("%u", pivot_story_get_part (place.story));
  /* Translators: one part of the story, by its number, to be exported. */
  label = g_strdup_printf (_("Story, part %u"), pivot_story_get_part (place.story));
  g_array_append_val (self->kinds, kind);
  gtk_string_list_append (list, label);
}

/* Only what the view has is offered. */
static void
fill_kinds (PivotExportDialog *self,
            PivotSheetKind     first)
{
  static const char * const names[] = { N_("Map"), N_("Scatter"), N_("Ranking"), N_("Timeline"), N_("Tile grid"),
                                        N_("Figure"), N_("Story") };
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      PivotSheetOptions options = self->options.sheet;
      g_autoptr(PivotSheet) sheet = NULL;
      PivotSheetKind value = (PivotSheetKind) kind;

      options.kind = value;
      sheet = pivot_sheet_new (self->session, &options, NULL);
      if (sheet == NULL)
        continue;
      if (value == first)
        chosen = self->kinds->len;
      g_array_append_val (self->kinds, value);
      gtk_string_list_append (list, _(names[kind]));
    }

  add_part (self, list);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->kind, chosen);
}

/**
 * pivot_export_dialog_new:
 * @parent: the window it stands before
 * @session: what is shown
 * @kind: what to export unless something else is chosen
 * @dark: whether the window is dark
 *
 * Makes a dialog for exporting what a session shows.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
pivot_export_dialog_new (GtkWindow      *parent,
                         PivotSession   *session,
                         PivotSheetKind  kind,
                         gboolean        dark)
{
  PivotExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = pivot_export_copy_session (session);
  gtk_drop_down_set_selected (self->theme, dark ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT);
  fill_kinds (self, kind);
  update (self);
  self->filling = FALSE;

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-worksheet-view.h"

#include "pivot-compat.h"
#include "pivot-present.h"
#include "pivot-session-options.h"
#include "pivot-sheet-view.h"
#include "pivot-sheet-worksheet.h"
#include "pivot-updater.h"
#include "pivot-worksheet-files.h"
#include "pivot-worksheet.h"

#include <glib/gi18n-lib.h>

struct _PivotWorksheetView
{
  GtkWidget         parent_instance;

  PivotSession     *session;
  PivotUpdater      updater;
  GCancellable     *cancellable;
  char             *view;        /* JSON that the pages show, or NULL */
  PivotDataset     *dataset;     /* likewise */
  gboolean          telling;     /* widgets are being told, not asked */
  gboolean          busy;

  GtkLabel         *subject_label;
  GtkLabel         *about_label;
  GtkDropDown      *level;
  GtkSpinButton    *questions;
  GtkSpinButton    *seed;
  GtkDropDown      *legend;
  GtkDropDown      *key;
  GtkDropDown      *paper;
  GtkCheckButton   *names;
  GtkCheckButton   *numbers;
  GtkRevealer      *message;
  GtkLabel         *message_label;
  PivotSheetView   *sheets;
};

G_DEFINE_FINAL_TYPE (PivotWorksheetView, pivot_worksheet_view, GTK_TYPE_WIDGET)

/* text: NULL hides it. */
static void
tell (PivotWorksheetView *self,
      const char         *text)
{
  gtk_revealer_set_reveal_child (self->message, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  if (text != NULL)
    pivot_widget_announce (GTK_WIDGET (self->message_label), text);
}

static void
update_actions (PivotWorksheetView *self)
{
  gboolean can = pivot_session_get_measure (self->session) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "worksheet.save", can && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "worksheet.other", can);
}

/* What is chosen */

static void
read_words (PivotWorksheetView *self,
            PivotOption         options[4],
            GtkDropDown        *drop_downs[4])
{
  const PivotOption all[] = { PIVOT_OPTION_WORKSHEET_LEVEL, PIVOT_OPTION_WORKSHEET_LEGEND, PIVOT_OPTION_WORKSHEET_KEY,
                              PIVOT_OPTION_WORKSHEET_PAPER };
  GtkDropDown *widgets[] = { self->level, self->legend, self->key, self->paper };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      options[i] = all[i];
      drop_downs[i] = widgets[i];
    }
}

static void
selected_cb (PivotWorksheetView *self,
             GParamSpec         *pspec,
             GtkDropDown        *drop_down)
{
  PivotOption options[4];
  GtkDropDown *drop_downs[4];

  if (self->telling || self->session == NULL)
    return;

  read_words (self, options, drop_downs);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (drop_downs[i] == drop_down && gtk_drop_down_get_selected (drop_down) != GTK_INVALID_LIST_POSITION)
      pivot_session_set_word (self->session, options[i],
                              pivot_option_get_words (options[i])[gtk_drop_down_get_selected (drop_down)]);
}

/* The number that is meant without one is not written down, so that a view that says nothing else stays short. */
static void
set_number (PivotWorksheetView *self,
            PivotOption         option,
            int                 number,
            int                 otherwise)
{
  g_autofree char *text = number == otherwise ? g_strdup ("") : g_strdup_printf ("%d", number);

  pivot_session_set_word (self->session, option, text);
}

static void
value_changed_cb (PivotWorksheetView *self,
                  GtkSpinButton      *spin)
{
  if (self->telling || self->session == NULL)
    return;

  if (spin == self->seed)
    set_number (self, PIVOT_OPTION_WORKSHEET_SEED, gtk_spin_button_get_value_as_int (spin), PIVOT_WORKSHEET_DEFAULT_SEED);
  else
    set_number (self, PIVOT_OPTION_WORKSHEET_QUESTIONS, gtk_spin_button_get_value_as_int (spin), PIVOT_WORKSHEET_DEFAULT_QUESTIONS);
}

static void
toggled_cb (PivotWorksheetView *self,
            GtkCheckButton     *check)
{
  gboolean active = gtk_check_button_get_active (check);

  if (self->telling || self->session == NULL)
    return;

  if (check == self->names)
    pivot_session_set_flag (self->session, PIVOT_OPTION_WORKSHEET_NAMES, active);
  else
    pivot_session_set_word (self->session, PIVOT_OPTION_WORKSHEET_NUMBERS,
                            pivot_option_get_words (PIVOT_OPTION_WORKSHEET_NUMBERS)[active ? 0 : 1]);
}

static guint
find_word (PivotSession *session,
           PivotOption   option)
{
  const char * const *words = pivot_option_get_words (option);
  guint i = 0;

  while (!g_str_equal (words[i], pivot_session_get_word (session, option)))
    i++;

  return i;
}

static void
show_choices (PivotWorksheetView          *self,
              const PivotWorksheetOptions *options)
{
  PivotOption words[4];
  GtkDropDown *drop_downs[4];

  self->telling = TRUE;
  read_words (self, words, drop_downs);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_drop_down_set_selected (drop_downs[i], find_word (self->session, words[i]));
  gtk_spin_button_set_value (self->questions, options->n_questions);
  gtk_spin_button_set_value (self->seed, options->seed);
  gtk_check_button_set_active (self->names, pivot_session_get_flag (self->session, PIVOT_OPTION_WORKSHEET_NAMES));
  gtk_check_button_set_active (self->numbers, find_word (self->session, PIVOT_OPTION_WORKSHEET_NUMBERS) == 0);
  self->telling = FALSE;
}

/* Pages */

static void
add_part (PivotWorksheetView *self,
          const char         *part,
          const char         *title)
{
  PivotSheetOptions options;
  PivotSheet *sheet;

  pivot_sheet_options_init_worksheet (&options, self->session);
  options.id = part;
  sheet = pivot_sheet_new (self->session, &options, NULL);
  if (sheet != NULL)
    pivot_sheet_view_add (self->sheets, sheet, title);
}

/* Who does not see the pages hears the questions. */
static void
describe (PivotWorksheetView *self,
          PivotWorksheet     *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pivot_worksheet_get_n (questions); i++)
    g_string_append_printf (text, "%u. %s\n", i + 1, pivot_question_get_text (pivot_worksheet_get_question (questions, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  g_string_free (text, TRUE);
}

static void
show_pages (PivotWorksheetView          *self,
            const PivotWorksheetOptions *options)
{
  g_autoptr(PivotWorksheet) questions = pivot_worksheet_new (self->session, options);
  guint n = pivot_worksheet_get_n (questions);
  g_autofree char *few = NULL;

  pivot_sheet_view_clear (self->sheets);
  add_part (self, PIVOT_SHEET_PUPIL, _("Worksheet"));
  if (!g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_KEY), "none"))
    add_part (self, PIVOT_SHEET_KEY, _("Answer key"));
  describe (self, questions);
  if (n < options->n_questions)
    few = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The data give only %u question for this.",
                                        "The data give only %u questions for this.", n), n);
  tell (self, few);
}

static void
show_subject (PivotWorksheetView *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session), *against = pivot_session_get_against (self->session);
  g_autofree char *about = NULL;

  gtk_label_set_label (self->subject_label, measure != NULL ? pivot_text_get (pivot_measure_get_label (measure)) : _("Worksheet"));
  if (against != NULL && against != measure)
    /* Translators: of a worksheet: the measure that the one of the map is compared with. */
    about = g_strdup_printf (_("From the map as it is, compared with: %s"), pivot_text_get (pivot_measure_get_label (against)));
  else
    about = g_strdup (_("From the map as it is"));
  gtk_label_set_label (self->about_label, about);
}

static void
update (GtkWidget *widget,
        guint      dirty)
{
  PivotWorksheetView *self = PIVOT_WORKSHEET_VIEW (widget);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autofree char *view = pivot_session_to_json (self->session);
  PivotWorksheetOptions options;

  if (dataset == self->dataset && g_strcmp0 (view, self->view) == 0)
    return;

  g_set_object (&self->dataset, dataset);
  g_free (self->view);
  self->view = g_steal_pointer (&view);
  pivot_worksheet_options_read (&options, self->session);
  show_choices (self, &options);
  show_subject (self);
  update_actions (self);
  show_pages (self, &options);
}

static void
changed_cb (PivotWorksheetView *self)
{
  pivot_updater_mark (&self->updater, 1);
}

/* Saving */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PivotWorksheetView) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean ok = pivot_worksheet_save_finish (result, &error);

  if (self->session == NULL)
    return;

  self->busy = FALSE;
  update_actions (self);
  if (ok)
    tell (self, _("Saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

/* The dialog asks before it overwrites the file that was chosen; nobody asked about the other. */
static gboolean
would_overwrite (PivotWorksheetView *self,
                 GFile              *file)
{
  g_autoptr(GFile) key = pivot_worksheet_get_key_file (file);
  g_autofree char *name = NULL, *display = NULL, *text = NULL;

  if (!g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_KEY), "apart") || g_file_query_exists (file, NULL) ||
      !g_file_query_exists (key, NULL))
    return FALSE;

  name = g_file_get_basename (key);
  display = g_filename_display_name (name);
  /* Translators: name of a file. */
  text = g_strdup_printf (_("“%s”, where the answers would go, is there already. Please choose another name."), display);
  tell (self, text);

  return TRUE;
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PivotWorksheetView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_save_dialog_finish (result, &error);

  if (self->session == NULL)
    return;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
  if (file == NULL || would_overwrite (self, file))
    return;

  self->busy = TRUE;
  update_actions (self);
  tell (self, _("Saving…"));
  pivot_worksheet_save_async (self->session, file, self->cancellable, saved_cb, g_object_ref (self));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotWorksheetView *self = PIVOT_WORKSHEET_VIEW (widget);
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autofree char *name = NULL;

  if (measure == NULL)
    return;

  name = g_strdup_printf ("worksheet-%s.pdf", pivot_measure_get_id (measure));
  pivot_save_dialog_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save Worksheet"), name, self->cancellable, file_chosen_cb,
                           g_object_ref (self));
}

/* The next seed is as good as any, and can be had again. */
static void
ask_others (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PivotWorksheetView *self = PIVOT_WORKSHEET_VIEW (widget);
  PivotWorksheetOptions options;

  pivot_worksheet_options_read (&options, self->session);
  set_number (self, PIVOT_OPTION_WORKSHEET_SEED, options.seed < PIVOT_WORKSHEET_MAX_SEED ? (int) options.seed + 1 : 0,
              PIVOT_WORKSHEET_DEFAULT_SEED);
}

static void
pivot_worksheet_view_dispose (GObject *object)
{
  PivotWorksheetView *self = PIVOT_WORKSHEET_VIEW (object);
  GtkWidget *child;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      pivot_updater_clear (&self->updater);
    }
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_WORKSHEET_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (pivot_worksheet_view_parent_class)->dispose (object);
}

static void
pivot_worksheet_view_class_init (PivotWorksheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_worksheet_view_dispose;

  g_type_ensure (PIVOT_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-worksheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, subject_label);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, about_label);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, level);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, questions);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, seed);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, legend);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, key);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, paper);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, names);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, numbers);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, message);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, message_label);
  gtk_widget_class_bind_template_child (widget_class, PivotWorksheetView, sheets);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);

  gtk_widget_class_install_action (widget_class, "worksheet.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "worksheet.other", NULL, ask_others);
}

static void
pivot_worksheet_view_init (PivotWorksheetView *self)
{
  self->telling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->telling = FALSE;
  self->cancellable = g_cancellable_new ();
  pivot_drop_down_set_label (self->level, _("Questions ask"));
  pivot_drop_down_set_label (self->legend, _("Legend"));
  pivot_drop_down_set_label (self->key, _("Answers"));
  pivot_drop_down_set_label (self->paper, _("Paper"));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

/**
 * pivot_worksheet_view_new:
 * @classroom: with the session whose worksheet it is
 * @theme: says light or dark
 *
 * Makes the activity. Paper is white in any theme.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_worksheet_view_new (PivotClassroom *classroom,
                          PivotTheme     *theme)
{
  PivotWorksheetView *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PIVOT_TYPE_WORKSHEET_VIEW, NULL);
  self->session = g_object_ref (pivot_classroom_get_session (classroom));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (changed_cb), self);
  update_actions (self);
  changed_cb (self);

  return GTK_WIDGET (self);
}

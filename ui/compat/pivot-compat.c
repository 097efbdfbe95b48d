/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-compat.h"

#include <string.h>

/* Each half below is newer than GDK_VERSION_MAX_ALLOWED or older than GDK_VERSION_MIN_REQUIRED on one of the versions
 * we build for; the version checks pick the right one, so those warnings say nothing here. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * pivot_widget_get_color:
 * @widget: a widget
 * @color: (out caller-allocates): its text colour
 *
 * Gets the colour that CSS gives the text of a widget.
 */
void
pivot_widget_get_color (GtkWidget *widget,
                        GdkRGBA   *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

#if GTK_CHECK_VERSION (4, 10, 0)

/* Takes the task, and the file or the error. */
static void
return_file (GTask  *owned,
             GFile  *file,
             GError *error)
{
  g_autoptr(GTask) task = owned;

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      g_clear_error (&error);
      g_task_return_pointer (task, NULL, NULL);
    }
  else
    g_task_return_error (task, error);
}

static void
folder_selected_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GError *error = NULL;
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);

  return_file (user_data, folder, error);
}

static void
save_selected_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  return_file (user_data, file, error);
}

static void
ask_where_to_save (GtkWindow    *parent,
                   const char   *title,
                   const char   *name,
                   GCancellable *cancellable,
                   GTask        *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, cancellable, save_selected_cb, task);
}

static void
ask_for_folder (GtkWindow    *parent,
                const char   *title,
                GFile        *initial,
                GCancellable *cancellable,
                GTask        *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (initial != NULL)
    gtk_file_dialog_set_initial_folder (dialog, initial);
  gtk_file_dialog_select_folder (dialog, parent, cancellable, folder_selected_cb, task);
}

#else

static void
native_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    GTask           *task)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  /* Drops the dialog, which the task owned while it was open. */
  g_task_set_task_data (task, NULL, NULL);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);

  g_clear_object (&file);
  g_object_unref (task);
}

/* The task owns the dialog while it is open. */
static void
show_native (GtkFileChooserNative *dialog,
             GTask                *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (native_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ask_where_to_save (GtkWindow    *parent,
                   const char   *title,
                   const char   *name,
                   GCancellable *cancellable,
                   GTask        *task)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_native (dialog, task);
}

static void
ask_for_folder (GtkWindow    *parent,
                const char   *title,
                GFile        *initial,
                GCancellable *cancellable,
                GTask        *task)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);

  if (initial != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), initial, NULL);
  show_native (dialog, task);
}

#endif

/**
 * pivot_folder_dialog_async:
 * @parent: (nullable): the window to ask in front of
 * @title: title of the dialog, translated
 * @initial: (nullable): the folder to show first
 * @cancellable: (nullable): a cancellable
 * @callback: called when the person has answered
 * @user_data: data for @callback
 *
 * Asks for a folder.
 */
void
pivot_folder_dialog_async (GtkWindow           *parent,
                           const char          *title,
                           GFile               *initial,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (initial == NULL || G_IS_FILE (initial));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_folder_dialog_async);
  ask_for_folder (parent, title, initial, cancellable, task);
}

/**
 * pivot_folder_dialog_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the answer to pivot_folder_dialog_async().
 *
 * Returns: (transfer full) (nullable): the folder; %NULL without an error if the person closed the dialog, which is an
 *   answer and not a failure
 */
GFile *
pivot_folder_dialog_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_folder_dialog_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pivot_save_dialog_async:
 * @parent: (nullable): the window to ask in front of
 * @title: title of the dialog, translated
 * @name: name of the file to begin with
 * @cancellable: (nullable): a cancellable
 * @callback: called when the person has answered
 * @user_data: data for @callback
 *
 * Asks where to save a file. The dialog asks too before a file is replaced.
 */
void
pivot_save_dialog_async (GtkWindow           *parent,
                         const char          *title,
                         const char          *name,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && name != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_save_dialog_async);
  ask_where_to_save (parent, title, name, cancellable, task);
}

/**
 * pivot_save_dialog_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the answer to pivot_save_dialog_async().
 *
 * Returns: (transfer full) (nullable): the file; %NULL without an error if the person closed the dialog
 */
GFile *
pivot_save_dialog_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_save_dialog_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pivot_css_provider_load:
 * @provider: a provider of style
 * @css: rules, which take the place of those it had
 *
 * Sets the rules of a provider.
 */
void
pivot_css_provider_load (GtkCssProvider *provider,
                         const char     *css)
{
  g_return_if_fail (GTK_IS_CSS_PROVIDER (provider));
  g_return_if_fail (css != NULL);

#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}

/**
 * pivot_widget_announce:
 * @widget: the widget that speaks
 * @text: what to say, translated
 *
 * Speaks a text to the screen reader.
 *
 * Returns: %FALSE if this GTK cannot, which is so before 4.14: then a caller changes an accessible property of @widget
 */
gboolean
pivot_widget_announce (GtkWidget  *widget,
                       const char *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

#if GTK_CHECK_VERSION (4, 14, 0)
  /* The context that GTK gives to tests calls through a null pointer here (seen with 4.18.6). */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return FALSE;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
#else
  return FALSE;
#endif
}

/**
 * pivot_drop_down_set_label:
 * @drop_down: a drop-down
 * @label: what is chosen with it
 *
 * Says what is chosen with a drop-down.
 *
 * It is a button inside that has the focus. GTK 4.8 gives that button no name, so that a screen reader would say
 * "toggle button".
 */
void
pivot_drop_down_set_label (GtkDropDown *drop_down,
                           const char  *label)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (label != NULL);

  button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  /* Newer versions name both by what is chosen, and only so. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (button != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

/* What a button with a mnemonic says; NULL if it is none. */
static const char *
get_mnemonic_label (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_use_underline (GTK_BUTTON (widget)) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)) ? gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) : NULL;

  return NULL;
}

/* "_Map" is "Map", and "图例(_L)" is "图例". */
static char *
strip_mnemonic (const char *label)
{
  const char *mark = strchr (label, '_');
  GString *string = g_string_new (label);

  if (mark == NULL)
    return g_string_free (string, FALSE);

  if (mark > label && mark[-1] == '(' && mark[1] != '\0' && mark[2] == ')')
    g_string_erase (string, mark - 1 - label, 4);
  else
    g_string_erase (string, mark - label, 1);

  return g_string_free (string, FALSE);
}

/**
 * pivot_widget_name_mnemonics:
 * @widget: a widget
 *
 * Names the buttons in a widget, and the widget itself if it is one, by their labels without the underscore of the mnemonic.
 *
 * GTK 4.8 gives a screen reader the label as it was written.
 */
void
pivot_widget_name_mnemonics (GtkWidget *widget)
{
  const char *label;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  label = get_mnemonic_label (widget);
  if (label != NULL)
    {
      g_autofree char *name = strip_mnemonic (label);

      /* It is labelled by its own label as well, and both would be spoken. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    pivot_widget_name_mnemonics (child);
}

/**
 * pivot_show_uri:
 * @parent: (nullable): the window it belongs to
 * @uri: an address
 *
 * Opens an address in the person's own program for it, because the person asked to.
 */
void
pivot_show_uri (GtkWindow  *parent,
                const char *uri)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (uri != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  {
    g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

    gtk_uri_launcher_launch (launcher, parent, NULL, NULL, NULL);
  }
#else
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS

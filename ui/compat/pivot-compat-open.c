/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-compat.h"

#include <glib/gi18n-lib.h>

/* Files of a kind, and all: one that was saved by another name is of it too. */
static GListModel *
new_filters (const char         *kind,
             const char * const *suffixes)
{
  g_autoptr(GtkFileFilter) some = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (some, kind);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (some, suffixes[i]);
  /* Translators: of a dialog that opens a file: instead of those of one kind. */
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, some);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if GTK_CHECK_VERSION (4, 10, 0)

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

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
ask (GtkWindow    *parent,
     const char   *title,
     GListModel   *filters,
     GCancellable *cancellable,
     GTask        *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, parent, cancellable, opened_cb, task);
}

#else

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_signal_handlers_disconnect_by_func (dialog, response_cb, user_data);
  g_object_unref (dialog);
  g_task_return_pointer (task, file, g_object_unref);
}

static void
add_filters (GtkFileChooser *dialog,
             GListModel     *filters)
{
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (dialog, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (dialog, filter);
    }
}

static void
ask (GtkWindow    *parent,
     const char   *title,
     GListModel   *filters,
     GCancellable *cancellable,
     GTask        *task)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filters (GTK_FILE_CHOOSER (dialog), filters);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * pivot_open_dialog_async:
 * @parent: (nullable): the window to ask in front of
 * @title: title of the dialog, translated
 * @kind: what the files are called, translated
 * @suffixes: (array zero-terminated=1): what their names end in, without the dot
 * @cancellable: (nullable): a cancellable
 * @callback: called when the person has answered
 * @user_data: data for @callback
 *
 * Asks for a file to open: of a kind, unless the person chooses from all.
 */
void
pivot_open_dialog_async (GtkWindow           *parent,
                         const char          *title,
                         const char          *kind,
                         const char * const  *suffixes,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GListModel) filters = NULL;
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && kind != NULL && suffixes != NULL);

  filters = new_filters (kind, suffixes);
  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_open_dialog_async);
  ask (parent, title, filters, cancellable, task);
}

/**
 * pivot_open_dialog_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the answer to pivot_open_dialog_async().
 *
 * Returns: (transfer full) (nullable): the file; %NULL without an error if the person closed the dialog
 */
GFile *
pivot_open_dialog_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_open_dialog_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

G_GNUC_END_IGNORE_DEPRECATIONS

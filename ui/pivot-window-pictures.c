/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"

/* Lessons are opened; pictures that the program saved show again what they show: opened, dropped, or named on the command line. */

static void
warn_changes (PivotWindow  *self,
              PivotImprint *imprint)
{
  g_auto(GStrv) changes = pivot_imprint_get_changes (imprint, pivot_session_get_dataset (self->session));
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (*changes == NULL)
    return;

  list = g_strjoinv (C_("list separator", ", "), changes);
  /* Translators: names of measures, firms and figures. */
  text = g_strdup_printf (_("The data have changed since this picture was made: %s."), list);
  _pivot_window_warn (self, text, FALSE);
}

static void
show_imprint (PivotWindow  *self,
              PivotImprint *imprint)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autofree char *text = NULL;

  if (g_strcmp0 (imprint->dataset, pivot_dataset_get_id (dataset)) != 0)
    {
      /* Translators: id of a dataset. */
      text = g_strdup_printf (_("This picture is of another dataset, “%s”. Open that one first."), imprint->dataset);
      _pivot_window_warn (self, text, FALSE);
      return;
    }

  gtk_revealer_set_reveal_child (self->banner, FALSE);
  pivot_window_apply_view (self, imprint->view);
  warn_changes (self, imprint);
}

/* After the window has taken the dataset, and the view that it was left with. */
static void
opened_cb (PivotWindow *self)
{
  g_autoptr(PivotImprint) imprint = g_steal_pointer (&self->imprint);

  if (imprint != NULL)
    show_imprint (self, imprint);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PivotWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr(PivotImprint) imprint = NULL;

  if (bytes != NULL && _pivot_window_is_lesson (G_FILE (source), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    {
      pivot_lesson_desk_open (self->desk, G_FILE (source));
      return;
    }

  imprint = bytes != NULL ? pivot_imprint_read (bytes, &error) : NULL;

  if (imprint == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _pivot_window_warn (self, error->message, FALSE);
      return;
    }

  if (pivot_session_get_dataset (self->session) != NULL && !pivot_opener_get_busy (self->opener))
    show_imprint (self, imprint);
  else
    {
      g_clear_pointer (&self->imprint, pivot_imprint_free);
      self->imprint = g_steal_pointer (&imprint);
    }
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PivotWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _pivot_window_warn (self, error->message, FALSE);
    }
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    _pivot_window_open (self, G_FILE (source));
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
           g_file_info_get_size (info) > PIVOT_IMPRINT_MAX_SIZE)
    _pivot_window_warn (self, _("This is no picture that Pivot Explorer has saved."), FALSE);
  else
    g_file_load_bytes_async (G_FILE (source), self->cancellable, read_cb, g_object_ref (self));
}

/**
 * pivot_window_open_file:
 * @self: a window
 * @file: a picture that the program saved, or a dataset folder
 *
 * Shows what a picture shows, or opens a dataset.
 */
void
pivot_window_open_file (PivotWindow *self,
                        GFile       *file)
{
  g_return_if_fail (PIVOT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, queried_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  pivot_window_open_file (PIVOT_WINDOW (user_data), G_FILE (files->data));

  return TRUE;
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PivotWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_open_dialog_finish (result, &error);

  if (file != NULL)
    pivot_window_open_file (self, file);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _pivot_window_warn (self, error->message, FALSE);
}

static void
open_picture (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char * const suffixes[] = { "png", "svg", "pdf", NULL };
  PivotWindow *self = PIVOT_WINDOW (user_data);

  /* Translators: files that the program has exported. */
  pivot_open_dialog_async (GTK_WINDOW (self), _("Open a Picture"), _("Pictures"), suffixes, self->cancellable, file_chosen_cb,
                           g_object_ref (self));
}

static void
open_file (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  pivot_window_open_file (PIVOT_WINDOW (user_data), file);
}

static const GActionEntry entries[] = {
  { "open-picture", open_picture },
  { "open-file", open_file, "s" },
};

void
_pivot_window_add_pictures (PivotWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->opener, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

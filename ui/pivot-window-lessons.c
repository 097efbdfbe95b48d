/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-lesson-file.h"
#include "pivot-record-button.h"
#include "pivot-replay-bar.h"
#include "pivot-session-options.h"

/* What the window has of lessons: the desk with its actions, the mark that something is recorded, the bar of a replay, and the
 * question before anything is lost. */

static void
failed_cb (PivotWindow  *self,
           const char   *text,
           GFile        *file,
           GListModel   *problems,
           const GError *error)
{
  if (problems != NULL)
    {
      self->failed_is_lesson = TRUE;
      g_set_object (&self->failed_folder, file);
      g_set_object (&self->failed_problems, problems);
      g_clear_error (&self->failed_error);
      self->failed_error = g_error_copy (error);
    }
  _pivot_window_warn (self, text, problems != NULL);
}

static void
restored_cb (PivotWindow *self,
             const char  *text)
{
  _pivot_window_warn (self, text, FALSE);
  gtk_widget_set_visible (self->banner_show, TRUE);
}

/* Whoever sees the lesson need not be told of it any more. */
static void
show_clicked_cb (PivotWindow *self)
{
  gtk_revealer_set_reveal_child (self->banner, FALSE);
}

/* Taking back is for the lesson on the desk, then for what is shown. */
static gboolean
undo_lesson (PivotWindow *self,
             const char  *lesson_action)
{
  if (pivot_session_get_page (self->session) != PIVOT_PAGE_TEACH ||
      !g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_ACTIVITY), "lessons") ||
      !g_action_group_get_action_enabled (G_ACTION_GROUP (self), lesson_action))
    return FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (self), lesson_action, NULL);

  return TRUE;
}

static void
undo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  if (!undo_lesson (self, "undo-lesson"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "back", NULL);
}

static void
redo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  if (!undo_lesson (self, "redo-lesson"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "forward", NULL);
}

static void
stop_recording (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (user_data), "record-lesson", g_variant_new_boolean (FALSE));
}

static const GActionEntry entries[] = {
  { "undo", undo },
  { "redo", redo },
  { "stop-recording", stop_recording },
};

/* Whether a file is a lesson is told by its beginning, as for pictures; its name only where nothing else is known. */
gboolean
_pivot_window_is_lesson (GFile      *file,
                         const char *text,
                         gsize       length)
{
  g_autofree char *name = g_file_get_basename (file);

  return pivot_lesson_file_knows (text, length) || (name != NULL && g_str_has_suffix (name, PIVOT_LESSON_EXTENSION));
}

/**
 * pivot_window_has_unsaved:
 * @self: a window
 *
 * Returns: whether something would be lost if the window closed now
 */
gboolean
pivot_window_has_unsaved (PivotWindow *self)
{
  g_return_val_if_fail (PIVOT_IS_WINDOW (self), FALSE);

  return pivot_lesson_desk_has_unsaved (self->desk);
}

void
_pivot_window_add_lessons (PivotWindow *self)
{
  self->desk = pivot_lesson_desk_new (GTK_APPLICATION_WINDOW (self), self->session, self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->banner_show, "clicked", G_CALLBACK (show_clicked_cb), self, G_CONNECT_SWAPPED);
  /* No child that is bound: those are let go of before GTK lets go of its title bar. */
  gtk_header_bar_pack_start (GTK_HEADER_BAR (gtk_window_get_titlebar (GTK_WINDOW (self))),
                             pivot_record_button_new (pivot_lesson_desk_get_recorder (self->desk)));
  gtk_overlay_add_overlay (self->overlay, pivot_replay_bar_new (self->desk));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-paths.h"
#include "pivot-search-popover.h"
#include "pivot-session-options.h"
#include "pivot-shortcuts-window.h"

static void
back (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  pivot_history_back (PIVOT_WINDOW (user_data)->history);
}

static void
forward (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  pivot_history_forward (PIVOT_WINDOW (user_data)->history);
}

static void
swap_measures (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  pivot_session_swap_measures (PIVOT_WINDOW (user_data)->session);
}

static void
select_all (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autofree guint *places = NULL;
  guint n;

  if (dataset == NULL)
    return;

  n = pivot_dataset_get_n_places (dataset);
  places = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    places[i] = i;

  pivot_session_select (self->session, places, n, PIVOT_SELECT_REPLACE);
}

static void
select_none (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotSession *session = PIVOT_WINDOW (user_data)->session;

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_clear_selection (session);
  pivot_session_set_list (session, PIVOT_OPTION_FIRMS_SELECTED, NULL);
  g_object_thaw_notify (G_OBJECT (session));
}

static void
reset_view (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  if (pivot_session_get_dataset (self->session) != NULL)
    pivot_session_apply_json (self->session, "{}", FALSE, NULL);
}

static void
drop_what_if (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  pivot_session_set_word (PIVOT_WINDOW (user_data)->session, PIVOT_OPTION_WHAT_IF, "");
}

static void
show_tab (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  g_object_set (self->map_page, "show-bottom", TRUE, NULL);
  pivot_session_set_tab (self->session, g_variant_get_string (parameter, NULL));
}

/* The page of a firm, from wherever its name stands. */
static void
show_firm (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PivotSession *session = PIVOT_WINDOW (user_data)->session;
  const char *id = g_variant_get_string (parameter, NULL);

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_set_page (session, PIVOT_PAGE_FIRMS);
  pivot_session_set_firm (session, id);
  pivot_session_set_list (session, PIVOT_OPTION_FIRMS_SELECTED, (const char * const []) { id, NULL });
  g_object_thaw_notify (G_OBJECT (session));
}

static void
show_place (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  int place = dataset != NULL ? pivot_dataset_get_place_index (dataset, g_variant_get_string (parameter, NULL)) : -1;

  if (place < 0)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_page (self->session, PIVOT_PAGE_MAP);
  pivot_session_select_one (self->session, (guint) place, PIVOT_SELECT_REPLACE);
  g_object_thaw_notify (G_OBJECT (self->session));
  pivot_map_page_reveal_selection (self->map_page);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(PivotWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = pivot_folder_dialog_finish (result, &error);

  if (folder != NULL)
    _pivot_window_open (self, folder);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _pivot_window_warn (self, error->message, FALSE);
}

static void
open_folder (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(GFile) parent = NULL;

  if (dataset != NULL)
    parent = g_file_get_parent (pivot_dataset_get_folder (dataset));

  pivot_folder_dialog_async (GTK_WINDOW (self), _("Open a Dataset Folder"), parent, self->cancellable,
                             folder_chosen_cb, g_object_ref (self));
}

static void
open_bundled (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr(GFile) folder = pivot_paths_get_dataset ();

  _pivot_window_open (PIVOT_WINDOW (user_data), folder);
}

static void
cancel_open (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  pivot_opener_cancel (PIVOT_WINDOW (user_data)->opener);
}

static void
close_banner (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_revealer_set_reveal_child (PIVOT_WINDOW (user_data)->banner, FALSE);
}

static void
show_problems (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  GtkWidget *window, *view;

  if (self->failed_folder == NULL)
    return;

  window = g_object_new (GTK_TYPE_WINDOW,
                         "transient-for", self,
                         "destroy-with-parent", TRUE,
                         "title", _("Problems"),
                         "default-width", 640,
                         "default-height", 480,
                         NULL);
  view = pivot_problem_view_new ();
  if (self->failed_is_lesson)
    pivot_problem_view_set_lesson (PIVOT_PROBLEM_VIEW (view), self->failed_folder, self->failed_problems, self->failed_error);
  else
    pivot_problem_view_set (PIVOT_PROBLEM_VIEW (view), self->failed_folder, self->failed_problems, self->failed_error);
  /* Its buttons are the main window's actions. */
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (self));
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_shortcuts (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWidget *window = pivot_shortcuts_window_new (GTK_WINDOW (user_data));

  gtk_window_present (GTK_WINDOW (window));
}

/* Search */

static gboolean
give_back_cb (gpointer user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  GtkWidget *from = self->search_from;

  self->search_idle = 0;
  if (from != NULL && gtk_widget_get_mapped (from))
    gtk_widget_grab_focus (from);
  g_clear_weak_pointer (&self->search_from);

  return G_SOURCE_REMOVE;
}

/* Newer versions of GTK give the keyboard to the button after this, so it is taken back a moment later. */
static void
search_closed_cb (PivotWindow *self)
{
  if (self->search_idle == 0)
    self->search_idle = g_idle_add (give_back_cb, self);
}

/* The popover is made when it is first asked for. */
static void
create_search (GtkMenuButton *button,
               gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  GtkWidget *popover;

  g_clear_handle_id (&self->search_idle, g_source_remove);
  g_set_weak_pointer (&self->search_from, gtk_window_get_focus (GTK_WINDOW (self)));
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = pivot_search_popover_new (self->session);
  g_signal_connect (popover, "show", G_CALLBACK (pivot_search_popover_start), NULL);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (search_closed_cb), self);
  g_signal_connect_swapped (popover, "places-chosen", G_CALLBACK (pivot_map_page_reveal_selection), self->map_page);
  gtk_menu_button_set_popover (button, popover);
}

void
_pivot_window_add_search (PivotWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->search_button, create_search, self, NULL);
}

static void
search (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  GtkMenuButton *button = PIVOT_WINDOW (user_data)->search_button;
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    pivot_search_popover_start (PIVOT_SEARCH_POPOVER (popover));
  else
    gtk_menu_button_popup (button);
}

static const GActionEntry entries[] = {
  { "back", back },
  { "forward", forward },
  { "swap-measures", swap_measures },
  { "select-all", select_all },
  { "select-none", select_none },
  { "reset-view", reset_view },
  { "drop-what-if", drop_what_if },
  { "search", search },
  { "show-tab", show_tab, "s" },
  { "show-firm", show_firm, "s" },
  { "show-place", show_place, "s" },
  { "open", open_folder },
  { "open-bundled", open_bundled },
  { "cancel-open", cancel_open },
  { "close-banner", close_banner },
  { "show-problems", show_problems },
  { "show-shortcuts", show_shortcuts },
};

static void
add_property_action (PivotWindow *self,
                     GObject     *object,
                     const char  *property)
{
  g_autoptr(GPropertyAction) action = g_property_action_new (property, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
bind_enabled (PivotWindow *self,
              gpointer     source,
              const char  *property,
              const char  *action)
{
  g_object_bind_property (source, property, g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

void
_pivot_window_add_actions (PivotWindow *self)
{
  GObject *map_page = G_OBJECT (self->map_page);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  _pivot_window_add_select_actions (self);
  _pivot_window_add_present (self);
  add_property_action (self, G_OBJECT (self->session), "page");
  add_property_action (self, map_page, "show-left");
  add_property_action (self, map_page, "show-right");
  add_property_action (self, map_page, "show-bottom");

  bind_enabled (self, self->history, "can-back", "back");
  bind_enabled (self, self->history, "can-forward", "forward");
  bind_enabled (self, self->opener, "busy", "cancel-open");
}

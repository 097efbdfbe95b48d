/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include "pivot-compat.h"
#include "pivot-pane-icon.h"
#include "pivot-shortcuts-window.h"

#include <glib/gi18n-lib.h>

#define LOADING_DELAY 300 /* ms before an opening that takes long is shown */
#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800
#define BACK_BUTTON 8
#define FORWARD_BUTTON 9

G_DEFINE_FINAL_TYPE (PivotWindow, pivot_window, GTK_TYPE_APPLICATION_WINDOW)

/* Without its schema the program runs, and remembers nothing. */
static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* Messages */

void
_pivot_window_warn (PivotWindow *self,
                    const char  *text,
                    gboolean     details)
{
  gtk_label_set_text (self->banner_label, text);
  gtk_widget_set_visible (self->banner_details, details);
  gtk_widget_set_visible (self->banner_show, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), TRUE);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

/* The state that other programs and tests may read: GApplication puts its actions on D-Bus. */

static gboolean
publish_cb (gpointer user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);
  GActionMap *application = G_ACTION_MAP (gtk_window_get_application (GTK_WINDOW (self)));
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  int hovered = pivot_session_get_hovered (self->session);
  g_autofree char *view = pivot_session_to_json (self->session);

  self->publish_id = 0;
  if (application == NULL || dataset == NULL)
    return G_SOURCE_REMOVE;

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (application, "view")),
                             g_variant_new_string (view));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (application, "hovered")),
                             g_variant_new_string (hovered >= 0 ? pivot_place_get_id (pivot_dataset_get_place (dataset, hovered)) : ""));

  return G_SOURCE_REMOVE;
}

static void
queue_publish (PivotWindow *self)
{
  if (self->publish_id == 0)
    self->publish_id = g_idle_add (publish_cb, self);
}

/* Opening */

static gboolean
show_loading_cb (gpointer user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  self->loading_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->loading), TRUE);
  gtk_revealer_set_reveal_child (self->loading, TRUE);

  return G_SOURCE_REMOVE;
}

static void
busy_cb (PivotWindow *self)
{
  if (pivot_opener_get_busy (self->opener))
    {
      if (self->loading_id == 0)
        self->loading_id = g_timeout_add (LOADING_DELAY, show_loading_cb, self);
      return;
    }

  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->loading, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->loading), FALSE);
}

void
_pivot_window_open (PivotWindow *self,
                    GFile       *folder)
{
  g_autofree char *name = g_file_get_basename (folder);
  /* Translators: name of a folder. */
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);

  gtk_label_set_text (self->loading_label, text);
  pivot_opener_open (self->opener, folder);
}

static void
update_title (PivotWindow *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char *title = dataset != NULL ? pivot_text_get (pivot_dataset_get_title (dataset)) : NULL;
  g_autofree char *window_title = NULL;

  if (title == NULL)
    return;

  /* Translators: title of the window: name of the dataset, name of the program. */
  window_title = g_strdup_printf (_("%s — %s"), title, _("Pivot Explorer"));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
opened_cb (PivotWindow  *self,
           PivotDataset *dataset)
{
  g_autofree char *view = g_steal_pointer (&self->pending_view);

  gtk_revealer_set_reveal_child (self->banner, FALSE);

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_dataset (self->session, dataset);
  if (view != NULL)
    pivot_window_apply_view (self, view);
  g_object_thaw_notify (G_OBJECT (self->session));

  pivot_history_clear (self->history);
  update_title (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

/* Most windows never need it. */
static PivotProblemView *
ensure_problem_view (PivotWindow *self)
{
  if (self->problem_view == NULL)
    {
      self->problem_view = PIVOT_PROBLEM_VIEW (pivot_problem_view_new ());
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem_view), "problems");
    }

  return self->problem_view;
}

/* A failed opening leaves an open dataset as it was. */
static void
failed_cb (PivotWindow  *self,
           GFile        *folder,
           GListModel   *problems,
           const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (folder);
  g_autofree char *text = NULL;

  self->failed_is_lesson = FALSE;
  g_set_object (&self->failed_folder, folder);
  g_set_object (&self->failed_problems, problems);
  g_clear_error (&self->failed_error);
  self->failed_error = g_error_copy (error);

  if (pivot_session_get_dataset (self->session) == NULL)
    {
      pivot_problem_view_set (ensure_problem_view (self), folder, problems, error);
      gtk_stack_set_visible_child_name (self->stack, "problems");
      return;
    }

  /* Translators: name of a folder, then what is wrong with it. */
  text = g_strdup_printf (_("“%s” was not opened: %s"), name, error->message);
  _pivot_window_warn (self, text, TRUE);
}

/* Mouse */

static void
pressed_cb (PivotWindow     *self,
            int              n_presses,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == BACK_BUTTON)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  else if (button == FORWARD_BUTTON)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.forward", NULL);
  else
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
add_mouse_buttons (PivotWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/* What is remembered */

/* A window is no larger than the screen it first comes up on. */
static void
set_size (PivotWindow *self,
          int          width,
          int          height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, 0);

  if (monitor != NULL)
    {
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      width = MIN (width, area.width);
      height = MIN (height, area.height);
    }

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

static void
restore (PivotWindow *self)
{
  static const char * const panes[] = {
    "show-left", "show-right", "show-bottom", "left-width", "right-width", "bottom-height",
  };

  if (self->settings == NULL)
    {
      set_size (self, DEFAULT_WIDTH, DEFAULT_HEIGHT);
      return;
    }

  set_size (self, g_settings_get_int (self->settings, "window-width"), g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    g_settings_bind (self->settings, panes[i], self->map_page, panes[i], G_SETTINGS_BIND_GET_NO_CHANGES);
}

/**
 * pivot_window_save:
 * @self: a window
 *
 * Writes down the view, the dataset and the sizes, to be found again at the next start.
 */
void
pivot_window_save (PivotWindow *self)
{
  PivotDataset *dataset;
  g_autofree char *view = NULL;
  g_autofree char *uri = NULL;
  gboolean left, right, bottom;
  int left_width, right_width, bottom_height, width, height;

  g_return_if_fail (PIVOT_IS_WINDOW (self));

  pivot_lesson_desk_remember (self->desk);
  dataset = pivot_session_get_dataset (self->session);
  if (self->settings == NULL || dataset == NULL)
    return;

  view = pivot_session_to_json (self->session);
  uri = g_file_get_uri (pivot_dataset_get_folder (dataset));
  g_object_get (self->map_page,
                "show-left", &left, "show-right", &right, "show-bottom", &bottom,
                "left-width", &left_width, "right-width", &right_width, "bottom-height", &bottom_height,
                NULL);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  g_settings_delay (self->settings);
  g_settings_set_string (self->settings, "view", view);
  g_settings_set_string (self->settings, "dataset", uri);
  g_settings_set_boolean (self->settings, "show-left", left);
  g_settings_set_boolean (self->settings, "show-right", right);
  g_settings_set_boolean (self->settings, "show-bottom", bottom);
  g_settings_set_int (self->settings, "left-width", left_width);
  g_settings_set_int (self->settings, "right-width", right_width);
  g_settings_set_int (self->settings, "bottom-height", bottom_height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_apply (self->settings);
}

static gboolean
pivot_window_close_request (GtkWindow *window)
{
  PivotWindow *self = PIVOT_WINDOW (window);

  if (pivot_window_has_unsaved (self))
    {
      pivot_lesson_desk_close_window (self->desk);
      return TRUE;
    }

  pivot_window_save (self);

  return GTK_WINDOW_CLASS (pivot_window_parent_class)->close_request (window);
}

static void
pivot_window_dispose (GObject *object)
{
  PivotWindow *self = PIVOT_WINDOW (object);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_handle_id (&self->publish_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->stage);
  g_clear_object (&self->desk);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  g_clear_object (&self->opener);
  g_clear_object (&self->theme);
  g_clear_object (&self->settings);
  g_clear_object (&self->failed_folder);
  g_clear_object (&self->failed_problems);
  g_clear_error (&self->failed_error);
  g_clear_pointer (&self->imprint, pivot_imprint_free);
  g_clear_pointer (&self->pending_view, g_free);

  g_clear_handle_id (&self->search_idle, g_source_remove);
  g_clear_weak_pointer (&self->search_from);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_WINDOW);

  G_OBJECT_CLASS (pivot_window_parent_class)->dispose (object);
}

static void
pivot_window_class_init (PivotWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pivot_window_close_request;

  g_type_ensure (PIVOT_TYPE_MAP_PAGE);
  g_type_ensure (PIVOT_TYPE_PANE_ICON);
  g_type_ensure (PIVOT_TYPE_WHAT_IF_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, left_toggle);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, right_toggle);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, bottom_toggle);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, banner_details);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, banner_show);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, what_if_bar);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, PivotWindow, progress_bar);
}

/* The menu's widgets are made when it is first asked for. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, PIVOT_WINDOW (user_data)->primary_menu);
}

static void
pivot_window_init (PivotWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);

  self->session = pivot_session_new ();
  self->history = pivot_history_new (self->session);
  self->settings = new_settings ();
  self->cancellable = g_cancellable_new ();

  /* A message that is folded away must not be read out any more. */
  g_object_bind_property (self->banner, "child-revealed", self->banner, "visible", G_BINDING_DEFAULT);
  add_mouse_buttons (self);
  pivot_shortcuts_follow_focus (GTK_WINDOW (self));
  _pivot_window_add_search (self);
  restore (self);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (queue_publish), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (queue_publish), self);
}

/**
 * pivot_window_new:
 * @application: the application
 * @opener: opens datasets; it may be at work already
 * @theme: says light or dark
 *
 * Makes the main window.
 *
 * Returns: (transfer none): a window
 */
PivotWindow *
pivot_window_new (GtkApplication *application,
                  PivotOpener    *opener,
                  PivotTheme     *theme)
{
  PivotWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PIVOT_IS_OPENER (opener), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_WINDOW, "application", application, NULL);
  self->opener = g_object_ref (opener);
  self->theme = g_object_ref (theme);

  _pivot_window_add_actions (self);
  _pivot_window_add_export (self);
  _pivot_window_add_lessons (self);
  g_signal_connect_object (opener, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  _pivot_window_add_pictures (self);
  g_signal_connect_object (opener, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (opener, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (opener, "progress", self->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
  busy_cb (self);

  pivot_map_page_set_theme (self->map_page, theme);
  pivot_map_page_set_session (self->map_page, self->session);
  pivot_what_if_bar_set_session (self->what_if_bar, self->session);
  _pivot_window_follow_page (self);

  return self;
}

PivotSession *
pivot_window_get_session (PivotWindow *self)
{
  g_return_val_if_fail (PIVOT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * pivot_window_apply_view:
 * @self: a window
 * @view: view JSON
 *
 * Shows a view, or keeps it for the dataset that is being opened.
 *
 * A view that does not fit is told in the window, and leaves what is shown as it is.
 */
void
pivot_window_apply_view (PivotWindow *self,
                         const char  *view)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PIVOT_IS_WINDOW (self));
  g_return_if_fail (view != NULL);

  if (pivot_session_get_dataset (self->session) == NULL)
    {
      g_free (self->pending_view);
      self->pending_view = g_strdup (view);
      return;
    }

  if (pivot_session_apply_json (self->session, view, FALSE, &error))
    return;

  /* Translators: what is wrong with a view that was asked for. */
  text = g_strdup_printf (_("The view cannot be shown: %s"), error->message);
  _pivot_window_warn (self, text, FALSE);
}

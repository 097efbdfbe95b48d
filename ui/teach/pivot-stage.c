/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-private.h"

#include "pivot-presenter-window.h"
#include "pivot-stage-window.h"

G_DEFINE_FINAL_TYPE (PivotStage, pivot_stage, G_TYPE_OBJECT)

enum { ENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Other programs and tests may read what is shown, as they may read the view of the main window. */

static GVariant *
describe (PivotStage *self)
{
  GVariantDict dict;
  g_autofree char *view = pivot_session_to_json (pivot_presentation_get_session (self->presentation));

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "step", "u", pivot_presentation_get_position (self->presentation) + 1);
  g_variant_dict_insert (&dict, "view", "s", view);
  g_variant_dict_insert (&dict, "curtain", "u", pivot_presentation_get_curtain (self->presentation));
  g_variant_dict_insert (&dict, "tool", "u", pivot_presentation_get_tool (self->presentation));
  g_variant_dict_insert (&dict, "proof", "u", pivot_presentation_get_proof (self->presentation));
  g_variant_dict_insert (&dict, "spotlight", "b", pivot_presentation_get_spotlight (self->presentation, NULL));
  g_variant_dict_insert (&dict, "pointer", "b", pivot_presentation_get_big_pointer (self->presentation));
  g_variant_dict_insert (&dict, "frozen", "b", pivot_presentation_get_frozen (self->presentation));
  g_variant_dict_insert (&dict, "strokes", "u", pivot_strokes_get_n (pivot_presentation_get_strokes (self->presentation)));

  return g_variant_dict_end (&dict);
}

static gboolean
publish_cb (gpointer user_data)
{
  PivotStage *self = PIVOT_STAGE (user_data);

  self->publish_id = 0;
  g_simple_action_set_state (self->presented, describe (self));

  return G_SOURCE_REMOVE;
}

void
_pivot_stage_queue_publish (PivotStage *self)
{
  if (self->publish_id == 0 && self->presented != NULL)
    self->publish_id = g_idle_add (publish_cb, self);
}

static GActionMap *
get_application (PivotStage *self)
{
  GtkApplication *application = self->from != NULL ? gtk_window_get_application (self->from) : NULL;

  return application != NULL ? G_ACTION_MAP (application) : NULL;
}

static void
add_presented (PivotStage *self)
{
  GActionMap *application = get_application (self);

  self->presented = g_simple_action_new_stateful ("presented", NULL, describe (self));
  if (application != NULL)
    g_action_map_add_action (application, G_ACTION (self->presented));
}

static void
changed_cb (PivotStage *self)
{
  _pivot_stage_update_actions (self);
  _pivot_stage_queue_publish (self);
}

/* Screens */

/* The screen that a window is on; the first, if nobody knows. */
static GdkMonitor *
get_monitor (GtkWindow *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  return monitor != NULL ? g_object_ref (monitor) : g_list_model_get_item (gdk_display_get_monitors (display), 0);
}

/* Another screen than the presenter's; NULL if there is but one. */
static GdkMonitor *
find_other_monitor (GtkWindow  *window,
                    GdkMonitor *mine)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != mine)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static gboolean
stage_closed_cb (PivotStage *self)
{
  pivot_stage_end (self);

  return TRUE;
}

static gboolean
presenter_closed_cb (PivotStage *self)
{
  _pivot_stage_show_presenter (self, FALSE);

  return TRUE;
}

gboolean
_pivot_stage_has_presenter (PivotStage *self)
{
  return self->presenter != NULL;
}

void
_pivot_stage_show_presenter (PivotStage *self,
                             gboolean    shown)
{
  if (shown == (self->presenter != NULL))
    return;

  if (shown)
    {
      self->presenter = pivot_presenter_window_new (self->presentation, self->theme, &self->watch);
      g_signal_connect_object (self->presenter, "close-request", G_CALLBACK (presenter_closed_cb), self, G_CONNECT_SWAPPED);
      _pivot_stage_add_keys (self, self->presenter);
      gtk_window_present (GTK_WINDOW (self->presenter));
    }
  else
    {
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->presenter)));
      /* Nobody is preparing anything any more. */
      pivot_presentation_set_frozen (self->presentation, FALSE);
      gtk_window_present (GTK_WINDOW (self->window));
    }
  _pivot_stage_update_actions (self);
}

void
_pivot_stage_tick (PivotStage *self)
{
  if (self->presenter != NULL)
    pivot_presenter_window_tick (PIVOT_PRESENTER_WINDOW (self->presenter));
}

static void
pivot_stage_dispose (GObject *object)
{
  PivotStage *self = PIVOT_STAGE (object);

  g_clear_handle_id (&self->publish_id, g_source_remove);
  if (self->presentation != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->presentation, self);
      g_signal_handlers_disconnect_by_data (pivot_presentation_get_session (self->presentation), self);
    }
  if (self->presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->presenter)));
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  if (self->presented != NULL && get_application (self) != NULL)
    g_action_map_remove_action (get_application (self), "presented");
  g_clear_object (&self->presented);
  g_clear_object (&self->actions);
  g_clear_object (&self->presentation);
  g_clear_object (&self->theme);
  g_clear_weak_pointer (&self->from);

  G_OBJECT_CLASS (pivot_stage_parent_class)->dispose (object);
}

static void
pivot_stage_class_init (PivotStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_dispose;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_stage_init (PivotStage *self)
{
}

/**
 * pivot_stage_new:
 * @from: the window it is started from
 * @presentation: what is shown
 * @theme: says light or dark
 *
 * Brings a presentation up on the screen.
 *
 * Returns: (transfer full): the stage
 */
PivotStage *
pivot_stage_new (GtkWindow         *from,
                 PivotPresentation *presentation,
                 PivotTheme        *theme)
{
  g_autoptr(GdkMonitor) mine = NULL;
  g_autoptr(GdkMonitor) other = NULL;
  PivotStage *self;

  g_return_val_if_fail (GTK_IS_WINDOW (from), NULL);
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE, NULL);
  g_set_weak_pointer (&self->from, from);
  self->presentation = g_object_ref (presentation);
  self->theme = g_object_ref (theme);
  _pivot_stage_add_actions (self);
  add_presented (self);
  self->window = pivot_stage_window_new (presentation, theme);
  _pivot_stage_add_keys (self, self->window);
  g_signal_connect_object (self->window, "close-request", G_CALLBACK (stage_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (presentation, "strokes-changed", G_CALLBACK (_pivot_stage_queue_publish), self);
  g_signal_connect_swapped (pivot_presentation_get_session (presentation), "notify", G_CALLBACK (changed_cb), self);

  mine = get_monitor (from);
  other = find_other_monitor (from, mine);
  pivot_stopwatch_toggle (&self->watch, g_get_monotonic_time ());
  pivot_stage_window_show (PIVOT_STAGE_WINDOW (self->window), other != NULL ? other : mine);
  if (other != NULL)
    _pivot_stage_show_presenter (self, TRUE);
  _pivot_stage_update_actions (self);

  return self;
}

/**
 * pivot_stage_end:
 * @self: a stage
 *
 * Leaves the presentation. The window it was started from is as it was.
 */
void
pivot_stage_end (PivotStage *self)
{
  g_autoptr(PivotStage) alive = g_object_ref (self);

  g_return_if_fail (PIVOT_IS_STAGE (self));

  if (self->window == NULL)
    return;

  pivot_presentation_end (self->presentation);
  if (self->presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->presenter)));
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  if (self->from != NULL)
    gtk_window_present (self->from);
  g_signal_emit (self, signals[ENDED], 0);
}

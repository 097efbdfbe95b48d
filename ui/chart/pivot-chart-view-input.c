/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-chart-view-private.h"
#include "pivot-compat.h"

/* How far from a mark the pointer may be. */
#define REACH 20.0

/* A press that moves less than this is a click. */
#define DRAG_THRESHOLD 4.0

static void
emit_activated (PivotChartView *self,
                int             id,
                gboolean        toggle)
{
  g_signal_emit (self, _pivot_chart_view_signals[PIVOT_CHART_VIEW_MARK_ACTIVATED], 0,
                 id >= 0 ? (guint) id : G_MAXUINT, toggle);
}

static void
set_pointed (PivotChartView *self,
             int             id,
             gboolean        by_keyboard)
{
  self->by_keyboard = by_keyboard && id >= 0;

  if (self->pointed == id)
    return;

  self->pointed = id;
  g_signal_emit (self, _pivot_chart_view_signals[PIVOT_CHART_VIEW_MARK_HOVERED], 0, id);
}

static int
find (PivotChartView *self,
      double          x,
      double          y)
{
  if (self->plot == NULL)
    return -1;

  return pivot_plot_find (self->plot, &self->style, self->width, self->height, x, y, REACH * self->style.scale);
}

/* GTK says that the pointer came or moved when in fact it rests and widgets move or appear under it: that takes nothing
 * from the keyboard. */
static void
enter_cb (PivotChartView *self,
          double          x,
          double          y)
{
  self->pointer_x = x;
  self->pointer_y = y;

  if (!self->banding && !self->by_keyboard)
    set_pointed (self, find (self, x, y), FALSE);
}

static void
motion_cb (PivotChartView *self,
           double          x,
           double          y)
{
  gboolean rests = x == self->pointer_x && y == self->pointer_y;

  self->pointer_x = x;
  self->pointer_y = y;

  if (!self->banding && !(rests && self->by_keyboard))
    set_pointed (self, find (self, x, y), FALSE);
}

static void
leave_cb (PivotChartView *self)
{
  if (!self->by_keyboard)
    set_pointed (self, -1, FALSE);
}

static void
focus_leave_cb (PivotChartView *self)
{
  if (self->by_keyboard)
    set_pointed (self, -1, FALSE);
}

static void
drag_begin_cb (PivotChartView *self,
               double          x,
               double          y)
{
  self->band_x0 = self->band_x1 = x;
  self->band_y0 = self->band_y1 = y;
  self->pressed = self->plot != NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (PivotChartView *self,
                double          dx,
                double          dy,
                GtkGesture     *gesture)
{
  if (!self->pressed || (!self->banding && hypot (dx, dy) < DRAG_THRESHOLD))
    return;

  /* A press that moves is no click, even if nobody draws with it. */
  if (self->no_brushing)
    {
      self->pressed = FALSE;
      return;
    }

  if (!self->banding)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      set_pointed (self, -1, FALSE);
    }

  self->banding = TRUE;
  self->band_x1 = self->band_x0 + dx;
  self->band_y1 = self->band_y0 + dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
emit_brushed (PivotChartView *self,
              gboolean        add)
{
  guint n = 0;
  g_autofree guint *ids = pivot_plot_query (self->plot, &self->style, self->width, self->height,
                                            self->band_x0, self->band_y0, self->band_x1, self->band_y1, &n);

  g_signal_emit (self, _pivot_chart_view_signals[PIVOT_CHART_VIEW_BRUSHED], 0, ids, n, add);
}

static void
stop_drag (PivotChartView *self)
{
  self->pressed = FALSE;
  self->banding = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (PivotChartView *self,
             double          dx,
             double          dy,
             GtkGesture     *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean banded = self->banding;

  if (!self->pressed || self->plot == NULL)
    return;

  stop_drag (self);
  if (banded)
    emit_brushed (self, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
  else
    emit_activated (self, find (self, self->band_x0, self->band_y0), (state & GDK_CONTROL_MASK) != 0);
}

/* A screen reader hears of the mark: at once where GTK can speak, else because the description of what has the focus
 * changes. */
static void
speak (PivotChartView *self,
       int             id)
{
  g_autofree char *text = pivot_plot_describe_mark (self->plot, id);

  if (text != NULL && !pivot_widget_announce (GTK_WIDGET (self), text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
step (PivotChartView *self,
      int             from,
      int             dx,
      int             dy)
{
  int id = pivot_plot_step (self->plot, from, dx, dy);

  if (id >= 0)
    {
      set_pointed (self, id, TRUE);
      speak (self, id);
    }

  return TRUE;
}

static gboolean
escape (PivotChartView *self)
{
  if (self->banding)
    {
      stop_drag (self);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return TRUE;
    }

  /* With nothing to clear, Escape belongs to the window. */
  if (pivot_plot_get_hovered (self->plot) < 0 && self->pointed < 0)
    return FALSE;

  set_pointed (self, -1, FALSE);

  return TRUE;
}

static gboolean
activate (PivotChartView  *self,
          GdkModifierType  state)
{
  int id = pivot_plot_get_hovered (self->plot);

  if (id < 0)
    return FALSE;

  emit_activated (self, id, (state & GDK_CONTROL_MASK) != 0);

  return TRUE;
}

static gboolean
key_pressed_cb (PivotChartView  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int from;

  if (self->plot == NULL)
    return FALSE;

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) &&
      (modifiers & ~GDK_CONTROL_MASK) == 0)
    return activate (self, state);

  /* Alt with an arrow goes back in the window's history, and so on. */
  if (modifiers != 0)
    return FALSE;

  from = pivot_plot_get_hovered (self->plot);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, from, -1, 0);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, from, 1, 0);

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, from, 0, -1);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, from, 0, 1);

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return step (self, -1, 1, 0);

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return step (self, -1, -1, 0);

    case GDK_KEY_Escape:
      return escape (self);

    default:
      return FALSE;
    }
}

static gboolean
query_tooltip_cb (PivotChartView *self,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip)
{
  int id = self->plot == NULL || self->banding ? -1 : keyboard ? pivot_plot_get_hovered (self->plot) : find (self, x, y);
  g_autofree char *text = NULL;
  double mark_x, mark_y;

  if (id < 0 ||
      !pivot_plot_locate (self->plot, &self->style, self->width, self->height, id, &mark_x, &mark_y))
    return FALSE;

  text = pivot_plot_describe_mark (self->plot, id);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { mark_x - REACH, mark_y - REACH, 2 * REACH, 2 * REACH });

  return TRUE;
}

/* Pointer, rubber band, keys, focus and tooltip. */
void
_pivot_chart_view_add_controllers (PivotChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (stop_drag), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
}

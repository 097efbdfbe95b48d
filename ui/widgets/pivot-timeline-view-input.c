/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-view-private.h"

#include "pivot-present-timeline.h"

#include <math.h>

/* What a notch of the wheel, or a press of a key, does. */
#define ZOOM_STEP 1.25
#define PAN_STEP 0.1

/* A press that moves less than this is a click. */
#define DRAG_THRESHOLD 4.0

/* The hand rests when nothing has moved for so long, in ms. */
#define REST 300

static gboolean
keep_cb (gpointer user_data)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (user_data);

  self->keep_id = 0;
  pivot_present_timeline_keep_range (self->session, self->plot);

  return G_SOURCE_REMOVE;
}

void
_pivot_timeline_view_keep_range (PivotTimelineView *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->keep_id = g_timeout_add (REST, keep_cb, self);
}

static double
get_width (PivotTimelineView *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self->chart)));
}

static void
zoom_at (PivotTimelineView *self,
         double             factor,
         double             x)
{
  pivot_timeline_plot_zoom (self->plot, factor, pivot_timeline_plot_to_time (self->plot, &self->style, get_width (self), x));
  _pivot_timeline_view_keep_range (self);
}

/* Around the middle. */
void
_pivot_timeline_view_zoom (PivotTimelineView *self,
                           double             factor)
{
  zoom_at (self, factor, get_width (self) / 2);
}

static void
pan_by (PivotTimelineView *self,
        double             part)
{
  double from, to;

  pivot_timeline_plot_get_range (self->plot, &from, &to);
  pivot_timeline_plot_pan (self->plot, part * (to - from));
  _pivot_timeline_view_keep_range (self);
}

/* Where the page scrolls as well, the wheel alone belongs to the page until the chart has been clicked. */
static gboolean
may_zoom (PivotTimelineView *self,
          GdkModifierType    state)
{
  return (state & GDK_CONTROL_MASK) != 0 || gtk_widget_has_focus (GTK_WIDGET (self->chart)) ||
         gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW) == NULL;
}

static gboolean
scroll_cb (PivotTimelineView  *self,
           double              dx,
           double              dy,
           GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }

  if (fabs (dx) > fabs (dy))
    {
      pan_by (self, dx * PAN_STEP);
      return TRUE;
    }

  if (dy == 0 || !may_zoom (self, state))
    return FALSE;

  zoom_at (self, pow (ZOOM_STEP, dy), self->pointer_x);

  return TRUE;
}

static void
motion_cb (PivotTimelineView *self,
           double             x,
           double             y)
{
  self->pointer_x = x;
}

static void
drag_begin_cb (PivotTimelineView *self,
               double             x,
               double             y)
{
  pivot_timeline_plot_get_range (self->plot, &self->drag_from, &self->drag_to);
}

static void
drag_update_cb (PivotTimelineView *self,
                double             dx,
                double             dy,
                GtkGesture        *gesture)
{
  double by = -dx / get_width (self) * (self->drag_to - self->drag_from);

  if (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)) == NULL || fabs (dx) < DRAG_THRESHOLD)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pivot_timeline_plot_set_range (self->plot, self->drag_from + by, self->drag_to + by);
  _pivot_timeline_view_keep_range (self);
}

static void
pinch_begin_cb (PivotTimelineView *self)
{
  self->pinch_scale = 1;
}

static void
pinch_cb (PivotTimelineView *self,
          double             scale,
          GtkGesture        *gesture)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  zoom_at (self, self->pinch_scale / scale, x);
  self->pinch_scale = scale;
}

void
_pivot_timeline_view_add_input (PivotTimelineView *self)
{
  GtkWidget *chart = GTK_WIDGET (self->chart);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);

  gtk_widget_add_controller (chart, scroll);
  gtk_widget_add_controller (chart, motion);
  gtk_widget_add_controller (chart, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (chart, GTK_EVENT_CONTROLLER (pinch));
}

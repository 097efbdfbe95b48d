/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-map-view-private.h"

/* px. A small region is found from this far. */
#define NEAR 20.0
/* A press that moves further is a drag and no click. */
#define CLICK_REACH 5.0
/* Zoom levels of one notch of a wheel, and px of a touchpad for one level. */
#define LEVELS_PER_NOTCH 0.5
#define PX_PER_LEVEL 120.0
#define DOUBLE_CLICK_FACTOR 2.0

int
_pivot_map_view_find (PivotMapView *self,
                      double        x,
                      double        y)
{
  cairo_matrix_t matrix;

  if (self->index == NULL || !_pivot_map_view_is_ready (self))
    return -1;

  _pivot_map_view_get_matrix (self, &matrix);

  return pivot_geo_index_nearest (self->index, (x - matrix.x0) / matrix.xx, (y - matrix.y0) / matrix.yy, NEAR / matrix.xx);
}

/* When the map has moved under a pointer at rest. */
void
_pivot_map_view_hover_again (PivotMapView *self)
{
  if (self->pointer_inside && !self->pressed && !self->hovered_by_keys)
    _pivot_map_view_hover (self, _pivot_map_view_find (self, self->pointer_x, self->pointer_y));
}

static void
motion_cb (PivotMapView *self,
           double        x,
           double        y)
{
  gboolean moved = self->pointer_x != x || self->pointer_y != y;

  /* GTK repeats the last motion whenever something is laid out anew, and newer versions let the pointer leave and enter again;
   * that must not take the hover from the keyboard. */
  if (!moved && (self->pointer_inside || self->hovered_by_keys))
    {
      self->pointer_inside = TRUE;
      return;
    }

  self->pointer_inside = TRUE;
  self->hovered_by_keys = FALSE;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->pressed)
    self->press_reach = MAX (self->press_reach, hypot (x - self->press_x, y - self->press_y));

  pivot_map_tooltip_set_position (self->tooltip, x, y);
  _pivot_map_view_hover_again (self);
}

static void
leave_cb (PivotMapView *self)
{
  self->pointer_inside = FALSE;
  if (!self->hovered_by_keys)
    _pivot_map_view_hover (self, -1);
}

static void
pressed_cb (PivotMapView *self,
            int           n_presses,
            double        x,
            double        y)
{
  self->pressed = TRUE;
  self->press_x = x;
  self->press_y = y;
  self->press_reach = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (PivotMapView *self,
             int           n_presses,
             double        x,
             double        y,
             GtkGesture   *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (MAX (self->press_reach, hypot (x - self->press_x, y - self->press_y)) > CLICK_REACH)
    return;

  /* On X11 GTK 4.8 sends the click after one with button 8 or 9 to where that one was. */
  if (x < 0 || y < 0 || x >= gtk_widget_get_width (GTK_WIDGET (self)) || y >= gtk_widget_get_height (GTK_WIDGET (self)))
    return;

  if (n_presses == 1)
    _pivot_map_view_activate (self, _pivot_map_view_find (self, x, y), (state & GDK_CONTROL_MASK) != 0);
  else if (n_presses == 2)
    _pivot_map_view_zoom_at (self, DOUBLE_CLICK_FACTOR, x, y, TRUE);
}

static void
press_ended_cb (PivotMapView *self)
{
  self->pressed = FALSE;
  _pivot_map_view_hover_again (self);
}

static gboolean
scroll_cb (PivotMapView             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double levels = wheel ? -dy * LEVELS_PER_NOTCH : -dy / PX_PER_LEVEL;

  if (dy == 0)
    return GDK_EVENT_PROPAGATE;

  _pivot_map_view_zoom_at (self, exp2 (CLAMP (levels, -2, 2)), self->pointer_x, self->pointer_y, wheel);

  return GDK_EVENT_STOP;
}

/* libshumate offers no switch for what is not wanted here: turning the map by touch, a fling that goes on for seconds and past the
 * borders, its own double click and steps of the wheel, and from 1.2 on its own keys. Dragging and pinching stay. */
static void
quiet_controllers (PivotMapView *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ROTATE (controller) || GTK_IS_GESTURE_SWIPE (controller) || GTK_IS_GESTURE_CLICK (controller) ||
          GTK_IS_EVENT_CONTROLLER_SCROLL (controller) || GTK_IS_EVENT_CONTROLLER_KEY (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }

  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
}

void
_pivot_map_view_init_pointer (PivotMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  quiet_controllers (self);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "end", G_CALLBACK (press_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  _pivot_map_view_init_band (self);
}

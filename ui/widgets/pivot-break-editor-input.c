/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-break-editor-private.h"

/* What pointer and keys do to a break editor. */

/* px around a break that take hold of it, and how far the keys move it with Shift. */
#define REACH 6
#define FAR 10

static int
find (PivotBreakEditor *self,
      double            x,
      double            y)
{
  return pivot_plot_find (PIVOT_PLOT (self->plot), &self->style, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)), x, y, REACH * self->style.scale);
}

static void
begin_change (PivotBreakEditor *self)
{
  if (self->changing || self->session == NULL)
    return;

  self->changing = TRUE;
  pivot_session_begin_change (self->session);
}

static void
end_change (PivotBreakEditor *self)
{
  if (!self->changing)
    return;

  self->changing = FALSE;
  pivot_session_end_change (self->session);
}

static void
apply (PivotBreakEditor *self)
{
  if (self->tick == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  _pivot_break_editor_move (self, self->wanted);
}

/* Lets go of everything that goes on. */
void
_pivot_break_editor_stop (PivotBreakEditor *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->pressed = FALSE;
  end_change (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PivotBreakEditor *self = PIVOT_BREAK_EDITOR (widget);

  self->tick = 0;
  _pivot_break_editor_move (self, self->wanted);

  return G_SOURCE_REMOVE;
}

static void
set_pointed (PivotBreakEditor *self,
             int               id)
{
  self->pointed = id >= PIVOT_HISTOGRAM_CLASS ? -1 : id;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->pointed >= 0 ? "ew-resize" : NULL);
  if (self->session != NULL)
    pivot_session_set_hovered_class (self->session, id >= PIVOT_HISTOGRAM_CLASS ? id - PIVOT_HISTOGRAM_CLASS : -1);
  _pivot_break_editor_update_hover (self);
}

static void
motion_cb (PivotBreakEditor *self,
           double            x,
           double            y)
{
  if (!self->pressed)
    set_pointed (self, find (self, x, y));
}

static void
leave_cb (PivotBreakEditor *self)
{
  if (!self->pressed)
    set_pointed (self, -1);
}

/* Dragging */

static void
drag_begin_cb (PivotBreakEditor *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  int id = find (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (id < 0 || id >= PIVOT_HISTOGRAM_CLASS)
    return;

  self->pressed = TRUE;
  self->grip = pivot_histogram_plot_to_x (self->plot, &self->style, gtk_widget_get_width (GTK_WIDGET (self)),
                                          pivot_histogram_plot_get_break (self->plot, id)) - x;
  _pivot_break_editor_choose (self, id);
  _pivot_break_editor_update_hover (self);
}

/* The session hears of it at most once a frame, and with it the map and all the rest. */
static void
drag_update_cb (PivotBreakEditor *self,
                double            offset_x,
                double            offset_y,
                GtkGesture       *gesture)
{
  double x, y;

  if (!self->pressed || self->session == NULL)
    return;

  /* The first move tells a drag from a click. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  begin_change (self);
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  self->wanted = _pivot_break_editor_snap (self,
                                           pivot_histogram_plot_to_value (self->plot, &self->style,
                                                                          gtk_widget_get_width (GTK_WIDGET (self)),
                                                                          x + offset_x + self->grip));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
drag_end_cb (PivotBreakEditor *self)
{
  apply (self);
  _pivot_break_editor_stop (self);
  _pivot_break_editor_update_hover (self);
}

/* Clicks */

static void
select_class (PivotBreakEditor *self,
              int               class_index,
              gboolean          add)
{
  guint n;
  g_autofree guint *places = pivot_legend_get_places (self->session, class_index, &n);

  pivot_session_select (self->session, places, n, add ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

static void
released_cb (PivotBreakEditor *self,
             int               n_press,
             double            x,
             double            y,
             GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int id = find (self, x, y);

  if (self->session == NULL || id < 0)
    return;

  if (id < PIVOT_HISTOGRAM_CLASS && n_press == 2)
    _pivot_break_editor_open (self);
  else if (id >= PIVOT_HISTOGRAM_CLASS && n_press == 2)
    _pivot_break_editor_add (self, _pivot_break_editor_snap (self,
                                                             pivot_histogram_plot_to_value (self->plot, &self->style,
                                                                                            gtk_widget_get_width (GTK_WIDGET (self)),
                                                                                            x)));
  else if (id >= PIVOT_HISTOGRAM_CLASS && n_press == 1)
    select_class (self, id - PIVOT_HISTOGRAM_CLASS, (state & GDK_CONTROL_MASK) != 0);
}

/* Keys */

static gboolean
move_by_key (PivotBreakEditor *self,
             int               direction,
             GdkModifierType   modifiers)
{
  begin_change (self);
  _pivot_break_editor_move_by (self, direction * ((modifiers & GDK_SHIFT_MASK) != 0 ? FAR : 1));

  return TRUE;
}

static gboolean
choose_by_key (PivotBreakEditor *self,
               int               i)
{
  end_change (self);
  _pivot_break_editor_choose (self, MAX (i, 0));

  return TRUE;
}

static gboolean
key_pressed_cb (PivotBreakEditor *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->session == NULL || (modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_by_key (self, -1, modifiers);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_by_key (self, 1, modifiers);

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_bracketleft:
      return choose_by_key (self, self->chosen - 1);

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_bracketright:
      return choose_by_key (self, self->chosen + 1);

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return choose_by_key (self, 0);

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return choose_by_key (self, PIVOT_HISTOGRAM_MAX_BREAKS);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _pivot_break_editor_open (self);
      return TRUE;

    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      _pivot_break_editor_add_beside (self);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      _pivot_break_editor_remove (self);
      return TRUE;

    default:
      return FALSE;
    }
}

/* The keyboard comes to the first break. */
static void
focus_enter_cb (PivotBreakEditor *self)
{
  if (self->chosen < 0)
    _pivot_break_editor_choose (self, 0);
}

/* Pointer, keys and focus. */
void
_pivot_break_editor_add_controllers (PivotBreakEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (end_change), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (end_change), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (_pivot_break_editor_stop), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

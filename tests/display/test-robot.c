/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-robot.h"

/* The robot itself is tested, so that a failure elsewhere is not its own. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *area;
  double     motion_x, motion_y;
  gboolean   inside;
  guint      n_pressed, n_presses;
  guint      button;
  double     pressed_x, pressed_y;
  GdkModifierType state;
  double     drag_x, drag_y;
  guint      n_drags;
  double     scrolled;
  GString   *keys;
  PivotRobot *robot;
} Fixture;

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           Fixture                  *fixture)
{
  fixture->motion_x = x;
  fixture->motion_y = y;
}

static void
enter_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          Fixture                  *fixture)
{
  fixture->inside = TRUE;
}

static void
leave_cb (GtkEventControllerMotion *controller,
          Fixture                  *fixture)
{
  fixture->inside = FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            Fixture         *fixture)
{
  fixture->n_pressed++;
  fixture->n_presses = n_press;
  fixture->button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  fixture->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  fixture->pressed_x = x;
  fixture->pressed_y = y;
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             Fixture        *fixture)
{
  fixture->drag_x = x;
  fixture->drag_y = y;
  fixture->n_drags++;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           Fixture                  *fixture)
{
  fixture->scrolled += dy;
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  symbol,
        guint                  code,
        GdkModifierType        state,
        Fixture               *fixture)
{
  g_string_append_printf (fixture->keys, "%s%s%s ",
                          state & GDK_CONTROL_MASK ? "C-" : "",
                          state & GDK_ALT_MASK ? "A-" : "",
                          gdk_keyval_name (symbol));
  return TRUE;
}

static void
add_controller (Fixture            *fixture,
                GtkEventController *controller,
                const char         *signal,
                GCallback           callback)
{
  g_signal_connect (controller, signal, callback, fixture);
  gtk_widget_add_controller (fixture->area, controller);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  fixture->keys = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->area = gtk_drawing_area_new ();
  gtk_widget_set_focusable (fixture->area, TRUE);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "test-robot");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->area);

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), fixture);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), fixture);
  add_controller (fixture, motion, "motion", G_CALLBACK (motion_cb));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  add_controller (fixture, GTK_EVENT_CONTROLLER (click), "pressed", G_CALLBACK (pressed_cb));
  add_controller (fixture, GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ()), "drag-end", G_CALLBACK (drag_end_cb));
  add_controller (fixture, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL), "scroll",
                  G_CALLBACK (scroll_cb));
  add_controller (fixture, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb));

  fixture->robot = pivot_robot_new (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (fixture->area);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_pointer (&fixture->robot, pivot_robot_free);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->keys, TRUE);
}

static void
test_pointer (Fixture       *fixture,
              gconstpointer  unused)
{
  pivot_robot_move (fixture->robot, fixture->area, 120, 80);
  pivot_wait_until (fixture->motion_x == 120 && fixture->motion_y == 80);
  g_assert_true (fixture->inside);

  pivot_robot_leave (fixture->robot);
  pivot_wait_until (!fixture->inside);
}

static void
test_clicks (Fixture       *fixture,
             gconstpointer  unused)
{
  pivot_robot_click (fixture->robot, fixture->area, 30, 40);
  pivot_wait_until (fixture->n_pressed == 1);
  g_assert_cmpfloat (fixture->pressed_x, ==, 30);
  g_assert_cmpfloat (fixture->pressed_y, ==, 40);
  g_assert_cmpuint (fixture->button, ==, 1);

  pivot_robot_click_with (fixture->robot, fixture->area, 200, 40, 3, PIVOT_ROBOT_CTRL | PIVOT_ROBOT_SHIFT);
  pivot_wait_until (fixture->n_pressed == 2);
  g_assert_cmpuint (fixture->button, ==, 3);
  g_assert_cmphex (fixture->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK), ==,
                   GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  pivot_robot_double_click (fixture->robot, fixture->area, 100, 200);
  pivot_wait_until (fixture->n_pressed == 4);
  g_assert_cmpuint (fixture->n_presses, ==, 2);
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  unused)
{
  pivot_robot_drag (fixture->robot, fixture->area, 50, 60, 170, 30, PIVOT_ROBOT_SHIFT);
  pivot_wait_until (fixture->n_drags == 1);
  g_assert_cmpfloat (fixture->drag_x, ==, 120);
  g_assert_cmpfloat (fixture->drag_y, ==, -30);
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  unused)
{
  pivot_robot_scroll (fixture->robot, fixture->area, 50, 60, 3, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->scrolled == 3);
  pivot_robot_scroll (fixture->robot, fixture->area, 50, 60, -5, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->scrolled == -2);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  pivot_robot_type (fixture->robot, "aB+");
  pivot_robot_key (fixture->robot, "Left");
  pivot_robot_key (fixture->robot, "Ctrl+Alt+Return");
  pivot_wait_until (g_str_has_suffix (fixture->keys->str, "C-A-Return "));
  g_assert_cmpstr (fixture->keys->str, ==, "a Shift_L B Shift_L plus Left Control_L C-Alt_L C-A-Return ");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/robot/pointer", Fixture, NULL, set_up, test_pointer, tear_down);
  g_test_add ("/robot/clicks", Fixture, NULL, set_up, test_clicks, tear_down);
  g_test_add ("/robot/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/robot/wheel", Fixture, NULL, set_up, test_wheel, tear_down);
  g_test_add ("/robot/keys", Fixture, NULL, set_up, test_keys, tear_down);

  return g_test_run ();
}

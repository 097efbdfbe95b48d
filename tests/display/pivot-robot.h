/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A hand on the mouse and the keyboard of a private X server. Its events travel the whole way a person's do, from the server
 * through XTEST to the gesture. It has a connection of its own, so no GDK call for X11 is needed: all of those are deprecated. */
typedef struct _PivotRobot PivotRobot;

typedef enum
{
  PIVOT_ROBOT_NONE  = 0,
  PIVOT_ROBOT_SHIFT = 1 << 0,
  PIVOT_ROBOT_CTRL  = 1 << 1,
  PIVOT_ROBOT_ALT   = 1 << 2,
} PivotRobotModifiers;

PivotRobot *pivot_robot_new          (GtkWindow           *window) G_GNUC_WARN_UNUSED_RESULT;
void        pivot_robot_free         (PivotRobot          *self);
void        pivot_robot_move         (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               x,
                                      double               y);
void        pivot_robot_leave        (PivotRobot          *self);
void        pivot_robot_click        (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               x,
                                      double               y);
void        pivot_robot_click_with   (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               x,
                                      double               y,
                                      guint                button,
                                      PivotRobotModifiers  modifiers);
void        pivot_robot_double_click (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               x,
                                      double               y);
void        pivot_robot_drag         (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               from_x,
                                      double               from_y,
                                      double               to_x,
                                      double               to_y,
                                      PivotRobotModifiers  modifiers);
void        pivot_robot_scroll       (PivotRobot          *self,
                                      GtkWidget           *widget,
                                      double               x,
                                      double               y,
                                      int                  steps,
                                      PivotRobotModifiers  modifiers);
void        pivot_robot_type         (PivotRobot          *self,
                                      const char          *text);
void        pivot_robot_key          (PivotRobot          *self,
                                      const char          *key);

/* The first widget of a type in a tree, itself included; the n-th in the order of the tree. */
GtkWidget  *pivot_find_widget        (GtkWidget           *root,
                                      GType                type,
                                      guint                nth);

/* Runs the main loop until the condition holds, and ends the test with the condition's text after ten seconds.
 * A test never sleeps: it waits for what it needs. */
#define pivot_wait_until(condition) G_STMT_START { \
    gint64 pivot_deadline_ = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND; \
    guint pivot_tick_ = g_timeout_add (10, pivot_robot_tick, NULL); \
    while (!(condition) && g_get_monotonic_time () < pivot_deadline_) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (pivot_tick_); \
    if (!(condition)) \
      g_error ("%s:%d: waited in vain for " #condition, __FILE__, __LINE__); \
  } G_STMT_END

gboolean    pivot_robot_tick         (gpointer             unused);

/* Lets the main loop handle what has already been sent, and draws a frame of the window. For showing that nothing happens. */
void        pivot_robot_settle       (PivotRobot          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotRobot, pivot_robot_free)

G_END_DECLS

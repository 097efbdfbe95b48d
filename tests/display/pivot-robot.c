/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-robot.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

/* How many motion events a drag is made of: enough for a gesture to see a movement and not a jump. */
#define DRAG_STEPS 12

struct _PivotRobot
{
  Display   *display;
  Window     xid;
  GtkWindow *window;
};

gboolean
pivot_robot_tick (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

/* The window that shows our title. A private server has no window manager, so a toplevel is a child of the root. */
static Window
find_window (Display    *display,
             const char *title)
{
  Window root, parent, found = None;
  Window *children = NULL;
  unsigned int n_children = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n_children);

  for (unsigned int i = 0; i < n_children && found == None; i++)
    {
      char *name = NULL;

      if (XFetchName (display, children[i], &name) && g_strcmp0 (name, title) == 0)
        found = children[i];
      if (name != NULL)
        XFree (name);
    }

  if (children != NULL)
    XFree (children);

  return found;
}

/* Shown by the server, and laid out by GTK in the size it has there. */
static gboolean
is_ready (PivotRobot *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  XWindowAttributes attributes;

  return gtk_widget_get_width (GTK_WIDGET (self->window)) > 0 &&
         XGetWindowAttributes (self->display, self->xid, &attributes) &&
         attributes.map_state == IsViewable &&
         attributes.width == gdk_surface_get_width (surface) &&
         attributes.height == gdk_surface_get_height (surface);
}

/* Presents the window, waits until the server shows it, and gives it the keyboard. The window needs a title of its own. */
PivotRobot *
pivot_robot_new (GtkWindow *window)
{
  PivotRobot *self = g_new0 (PivotRobot, 1);
  int unused;

  g_assert_nonnull (gtk_window_get_title (window));

  self->window = window;
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  g_assert_true (XTestQueryExtension (self->display, &unused, &unused, &unused, &unused));

  gtk_window_present (window);
  pivot_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  pivot_wait_until ((self->xid = find_window (self->display, gtk_window_get_title (window))) != None);
  pivot_wait_until (is_ready (self));

  /* Nobody else gives the window the keyboard. */
  XSetInputFocus (self->display, self->xid, RevertToParent, CurrentTime);
  XSync (self->display, False);
  pivot_wait_until (gtk_window_is_active (window));

  return self;
}

void
pivot_robot_free (PivotRobot *self)
{
  XCloseDisplay (self->display);
  g_free (self);
}

/* Handles what the server has sent, and waits for the next frame if one is due. */
void
pivot_robot_settle (PivotRobot *self)
{
  XSync (self->display, False);
  for (guint i = 0; i < 5; i++)
    {
      gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_MILLISECOND;
      guint tick = g_timeout_add (5, pivot_robot_tick, NULL);

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);
      g_source_remove (tick);
    }
}

static void
move_to (PivotRobot *self,
         GtkWidget  *widget,
         double      x,
         double      y)
{
  graphene_point_t at;
  double surface_x, surface_y;
  int root_x, root_y;
  Window child;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (self->window), &GRAPHENE_POINT_INIT (x, y), &at));
  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &surface_x, &surface_y);
  XTranslateCoordinates (self->display, self->xid, DefaultRootWindow (self->display),
                         at.x + surface_x, at.y + surface_y, &root_x, &root_y, &child);

  XTestFakeMotionEvent (self->display, -1, root_x, root_y, CurrentTime);
  XSync (self->display, False);
}

/* Moves the pointer to a place of the widget, in the widget's own coordinates. */
void
pivot_robot_move (PivotRobot *self,
                  GtkWidget  *widget,
                  double      x,
                  double      y)
{
  /* A pointer that comes from outside enters first; a step beside the goal makes the second event a motion. */
  move_to (self, widget, x + 1, y + 1);
  move_to (self, widget, x, y);
}

/* Takes the pointer out of the window, to the last pixel of the screen. */
void
pivot_robot_leave (PivotRobot *self)
{
  int screen = DefaultScreen (self->display);

  XTestFakeMotionEvent (self->display, screen, DisplayWidth (self->display, screen) - 1,
                        DisplayHeight (self->display, screen) - 1, CurrentTime);
  XSync (self->display, False);
}

static void
press_key (PivotRobot *self,
           KeySym      symbol,
           gboolean    down)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  if (code == 0)
    g_error ("This keyboard has no key %s", XKeysymToString (symbol));
  XTestFakeKeyEvent (self->display, code, down, CurrentTime);
}

static void
press_modifiers (PivotRobot          *self,
                 PivotRobotModifiers  modifiers,
                 gboolean             down)
{
  if (modifiers & PIVOT_ROBOT_SHIFT)
    press_key (self, XK_Shift_L, down);
  if (modifiers & PIVOT_ROBOT_CTRL)
    press_key (self, XK_Control_L, down);
  if (modifiers & PIVOT_ROBOT_ALT)
    press_key (self, XK_Alt_L, down);
}

static void
press_button (PivotRobot *self,
              guint       button,
              gboolean    down)
{
  XTestFakeButtonEvent (self->display, button, down, CurrentTime);
}

/* A click with a button (1: primary) while the modifiers are held. */
void
pivot_robot_click_with (PivotRobot          *self,
                        GtkWidget           *widget,
                        double               x,
                        double               y,
                        guint                button,
                        PivotRobotModifiers  modifiers)
{
  pivot_robot_move (self, widget, x, y);
  press_modifiers (self, modifiers, True);
  press_button (self, button, True);
  press_button (self, button, False);
  press_modifiers (self, modifiers, False);
  XSync (self->display, False);
}

void
pivot_robot_click (PivotRobot *self,
                   GtkWidget  *widget,
                   double      x,
                   double      y)
{
  pivot_robot_click_with (self, widget, x, y, Button1, PIVOT_ROBOT_NONE);
}

void
pivot_robot_double_click (PivotRobot *self,
                          GtkWidget  *widget,
                          double      x,
                          double      y)
{
  pivot_robot_move (self, widget, x, y);
  for (guint i = 0; i < 2; i++)
    {
      press_button (self, Button1, True);
      press_button (self, Button1, False);
    }
  XSync (self->display, False);
}

/* Presses the primary button, moves in steps with the main loop running between them as it does under a hand, and lets go. */
void
pivot_robot_drag (PivotRobot          *self,
                  GtkWidget           *widget,
                  double               from_x,
                  double               from_y,
                  double               to_x,
                  double               to_y,
                  PivotRobotModifiers  modifiers)
{
  pivot_robot_move (self, widget, from_x, from_y);
  press_modifiers (self, modifiers, True);
  press_button (self, Button1, True);

  for (guint i = 1; i <= DRAG_STEPS; i++)
    {
      double part = (double) i / DRAG_STEPS;

      move_to (self, widget, from_x + (to_x - from_x) * part, from_y + (to_y - from_y) * part);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  /* A hand stops before it lets go; without the pause a pan would go on by its own momentum. */
  pivot_robot_settle (self);
  press_button (self, Button1, False);
  press_modifiers (self, modifiers, False);
  XSync (self->display, False);
}

/* Turns the wheel: positive steps scroll down, negative ones up. */
void
pivot_robot_scroll (PivotRobot          *self,
                    GtkWidget           *widget,
                    double               x,
                    double               y,
                    int                  steps,
                    PivotRobotModifiers  modifiers)
{
  guint button = steps > 0 ? Button5 : Button4;

  pivot_robot_move (self, widget, x, y);
  press_modifiers (self, modifiers, True);
  for (int i = 0; i < ABS (steps); i++)
    {
      press_button (self, button, True);
      press_button (self, button, False);
    }
  press_modifiers (self, modifiers, False);
  XSync (self->display, False);
}

static void
type_character (PivotRobot *self,
                KeySym      symbol)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);
  gboolean shifted = XkbKeycodeToKeysym (self->display, code, 0, 0) != symbol;

  press_modifiers (self, shifted ? PIVOT_ROBOT_SHIFT : PIVOT_ROBOT_NONE, True);
  press_key (self, symbol, True);
  press_key (self, symbol, False);
  press_modifiers (self, shifted ? PIVOT_ROBOT_SHIFT : PIVOT_ROBOT_NONE, False);
}

/* Types plain text: printable ASCII, whose key symbols are the characters themselves. */
void
pivot_robot_type (PivotRobot *self,
                  const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      g_assert_true (g_ascii_isprint (*c));
      type_character (self, (KeySym) *c);
    }

  XSync (self->display, False);
}

static PivotRobotModifiers
parse_modifier (const char *name)
{
  if (g_str_equal (name, "Shift"))
    return PIVOT_ROBOT_SHIFT;
  if (g_str_equal (name, "Ctrl"))
    return PIVOT_ROBOT_CTRL;
  if (g_str_equal (name, "Alt"))
    return PIVOT_ROBOT_ALT;
  g_error ("No modifier is called %s", name);
}

/* Presses one key, by the name X gives it, with modifiers before it: "Left", "Return", "Escape", "Tab", "Ctrl+f",
 * "Alt+Left", "Shift+F10", "plus". */
void
pivot_robot_key (PivotRobot *self,
                 const char *key)
{
  g_auto(GStrv) parts = g_strsplit (key, "+", -1);
  guint last = g_strv_length (parts) - 1;
  PivotRobotModifiers modifiers = PIVOT_ROBOT_NONE;
  KeySym symbol = XStringToKeysym (parts[last]);

  if (symbol == NoSymbol)
    g_error ("No key is called %s", parts[last]);
  for (guint i = 0; i < last; i++)
    modifiers |= parse_modifier (parts[i]);

  press_modifiers (self, modifiers, True);
  type_character (self, symbol);
  press_modifiers (self, modifiers, False);
  XSync (self->display, False);
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *left)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*left)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The n-th widget of a type below and including root, from 0, or NULL. */
GtkWidget *
pivot_find_widget (GtkWidget *root,
                   GType      type,
                   guint      nth)
{
  guint left = nth;

  return find_nth (root, type, &left);
}

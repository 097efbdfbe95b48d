/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-menu.h"

#include <glib/gi18n-lib.h>

#define POPOVER "pivot-export-menu"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *kind)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", kind);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (const char *kind)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  append (menu, _("_Copy Picture"), "win.copy-picture", kind);
  append (menu, _("Copy _Numbers"), "win.copy-data", kind);
  append (menu, _("Copy C_itation"), "win.copy-citation", kind);
  append (menu, _("_Export…"), "win.export-sheet", kind);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* A child that nobody lays out has to go before its parent does. */
static void
destroyed_cb (GtkWidget *widget)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), POPOVER);

  g_object_set_data (G_OBJECT (widget), POPOVER, NULL);
  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static GtkWidget *
ensure_popover (GtkWidget  *widget,
                const char *kind)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), POPOVER);
  g_autoptr(GMenuModel) menu = NULL;

  if (popover != NULL)
    return popover;

  menu = new_menu (kind);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, widget);
  g_object_set_data (G_OBJECT (widget), POPOVER, popover);
  g_signal_connect (widget, "destroy", G_CALLBACK (destroyed_cb), NULL);

  return popover;
}

static void
pop_up (GtkWidget  *widget,
        const char *kind,
        double      x,
        double      y)
{
  GtkWidget *popover = ensure_popover (widget, kind);

  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), user_data, x, y);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  pop_up (widget, user_data, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);

  return TRUE;
}

/**
 * pivot_export_menu_attach:
 * @widget: what shows the chart
 * @kind: what to export of it; static
 *
 * Gives a chart a menu.
 */
void
pivot_export_menu_attach (GtkWidget  *widget,
                          const char *kind)
{
  GtkGesture *gesture;
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (kind != NULL);

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), (gpointer) kind);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (key_cb, (gpointer) kind, NULL)));
  gtk_widget_add_controller (widget, keys);
}

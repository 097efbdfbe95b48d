/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-list-keys.h"

/* A list that cannot take the keyboard is passed over, also by the one who has it. */
static gboolean
leave_cb (GtkWidget *list,
          GVariant  *direction,
          gpointer   unused)
{
  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), (GtkDirectionType) g_variant_get_int32 (direction));
  gtk_widget_set_can_focus (list, TRUE);

  return TRUE;
}

static void
add_key (GtkEventController *controller,
         guint               key,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (leave_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * pivot_list_leave_by_tab:
 * @list: a list
 *
 * Lets Tab and Shift+Tab leave the list. Arrows go from row to row.
 */
void
pivot_list_leave_by_tab (GtkListBox *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  add_key (controller, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
}

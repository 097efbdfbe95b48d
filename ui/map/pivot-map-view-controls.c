/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pivot-map-view-private.h"

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _pivot_map_view_zoom_by_step (PIVOT_MAP_VIEW (widget), 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _pivot_map_view_zoom_by_step (PIVOT_MAP_VIEW (widget), -1);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  pivot_map_view_fit (PIVOT_MAP_VIEW (widget));
}

static void
fit_selection_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  PivotMapView *self = PIVOT_MAP_VIEW (widget);

  pivot_map_view_fit_regions (self, (const guint *) (gpointer) self->selected->data, self->selected->len);
}

/* box-select must have been installed as a property. */
void
_pivot_map_view_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "map.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_property_action (klass, "map.box-select", "box-select");
}

static void
add_button (GtkWidget  *box,
            GtkWidget  *button,
            const char *icon,
            const char *action,
            const char *label)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), button);
}

/* A toggle and three buttons, for the lower right corner. */
GtkWidget *
_pivot_map_view_make_controls (void)
{
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_button (controls, gtk_toggle_button_new (), "edit-select-all-symbolic", "map.box-select",
              _("Select with a Box (Shift+Drag)"));
  add_button (zoom, gtk_button_new (), "zoom-in-symbolic", "map.zoom-in", _("Zoom In (+)"));
  add_button (zoom, gtk_button_new (), "zoom-out-symbolic", "map.zoom-out", _("Zoom Out (−)"));
  add_button (zoom, gtk_button_new (), "zoom-fit-best-symbolic", "map.fit", _("Show the Whole Map (0)"));
  gtk_box_append (GTK_BOX (controls), zoom);

  gtk_widget_add_css_class (zoom, "linked");
  gtk_widget_add_css_class (controls, "map-controls");
  gtk_widget_set_halign (controls, GTK_ALIGN_END);
  gtk_widget_set_valign (controls, GTK_ALIGN_END);
  gtk_widget_set_margin_end (controls, 12);
  gtk_widget_set_margin_bottom (controls, 12);

  return controls;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pivot-map-view-private.h"

/* px between the controls and the edges; and from the upper edge where a row of buttons lies along it. */
#define MARGIN 12
#define NARROW_TOP 50

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

/* What selects must have been installed as properties. */
void
_pivot_map_view_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "map.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_property_action (klass, "map.box-select", "box-select");
  gtk_widget_class_install_property_action (klass, "map.lasso-select", "lasso-select");
  gtk_widget_class_install_property_action (klass, "map.circle-select", "circle-select");
}

static void
add_button (GtkWidget  *box,
            GtkWidget  *button,
            GtkWidget  *icon,
            const char *action,
            const char *label)
{
  gtk_button_set_child (GTK_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "image-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), button);
}

static void
place_controls (GtkWidget *controls,
                GtkAlign   valign)
{
  gtk_widget_add_css_class (controls, "linked");
  gtk_widget_add_css_class (controls, "map-controls");
  gtk_widget_set_halign (controls, GTK_ALIGN_END);
  gtk_widget_set_valign (controls, valign);
  gtk_widget_set_margin_end (controls, MARGIN);
  gtk_widget_set_margin_top (controls, MARGIN);
  gtk_widget_set_margin_bottom (controls, MARGIN);
}

/* What selects, for the upper right corner. */
GtkWidget *
_pivot_map_view_make_tools (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_button (tools, gtk_toggle_button_new (), pivot_tool_icon_new (PIVOT_MAP_TOOL_BOX), "map.box-select",
              _("Select with a Box (Shift+Drag)"));
  add_button (tools, gtk_toggle_button_new (), pivot_tool_icon_new (PIVOT_MAP_TOOL_LASSO), "map.lasso-select",
              _("Select with a Lasso: Ctrl Adds, Alt Takes Away"));
  add_button (tools, gtk_toggle_button_new (), pivot_tool_icon_new (PIVOT_MAP_TOOL_CIRCLE), "map.circle-select",
              _("Select with a Circle: Ctrl Adds, Alt Takes Away"));
  place_controls (tools, GTK_ALIGN_START);

  return tools;
}

/* How near one looks, for the lower right corner. */
GtkWidget *
_pivot_map_view_make_controls (void)
{
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_button (zoom, gtk_button_new (), gtk_image_new_from_icon_name ("zoom-in-symbolic"), "map.zoom-in", _("Zoom In (+)"));
  add_button (zoom, gtk_button_new (), gtk_image_new_from_icon_name ("zoom-out-symbolic"), "map.zoom-out", _("Zoom Out (−)"));
  add_button (zoom, gtk_button_new (), gtk_image_new_from_icon_name ("zoom-fit-best-symbolic"), "map.fit",
              _("Show the Whole Map (0)"));
  place_controls (zoom, GTK_ALIGN_END);

  return zoom;
}

/**
 * pivot_map_view_set_tools:
 * @self: a map view
 * @visible: whether anything can be selected
 *
 * Shows or hides the tools that select regions.
 */
void
pivot_map_view_set_tools (PivotMapView *self,
                          gboolean      visible)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  if (!visible)
    _pivot_map_view_change_tool (self, PIVOT_MAP_TOOL_PAN);
  gtk_widget_set_visible (self->tools, visible);
}

/* In a narrow map below each other, and below what lies along its upper edge. */
static void
place_tools (GtkWidget *tools,
             gboolean   narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (tools), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_top (tools, narrow ? NARROW_TOP : MARGIN);
}

/**
 * pivot_map_view_set_narrow:
 * @self: a map view
 * @narrow: whether there is no room beside each other for tools and what else lies along the upper edge
 *
 * Stands the tools below each other, with the upper right corner left free. The map should then be 270 px high at least.
 */
void
pivot_map_view_set_narrow (PivotMapView *self,
                           gboolean      narrow)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  place_tools (self->tools, narrow);
}

/**
 * pivot_map_view_set_furniture:
 * @self: a map view
 * @visible: whether its buttons are there
 *
 * Shows or hides the buttons over the map. The keys and the mouse do the same without them.
 */
void
pivot_map_view_set_furniture (PivotMapView *self,
                              gboolean      visible)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  gtk_widget_set_visible (self->tools, visible);
  gtk_widget_set_visible (self->controls, visible);
}

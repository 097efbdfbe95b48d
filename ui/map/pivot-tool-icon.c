/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-tool-icon.h"

#include "pivot-compat.h"

/* All in px of an icon of that size. */
#define SIZE 16
#define LINE 1.5
#define DASH 2.4
#define DASH_GAP 1.6

struct _PivotToolIcon
{
  GtkWidget    parent_instance;

  PivotMapTool tool;
};

G_DEFINE_FINAL_TYPE (PivotToolIcon, pivot_tool_icon, GTK_TYPE_WIDGET)

static void
trace (PivotMapTool  tool,
       cairo_t      *cr)
{
  switch (tool)
    {
    case PIVOT_MAP_TOOL_LASSO:
      cairo_move_to (cr, 4, 12.5);
      cairo_curve_to (cr, -2, 7, 3, 0.5, 8.5, 2);
      cairo_curve_to (cr, 14, 0, 17, 6, 13, 9);
      cairo_curve_to (cr, 10.5, 11, 8.5, 9, 7, 11);
      cairo_curve_to (cr, 6, 12.5, 5.5, 14, 4, 12.5);
      break;

    case PIVOT_MAP_TOOL_CIRCLE:
      cairo_arc (cr, 8, 8, 6.25, 0, 2 * G_PI);
      break;

    case PIVOT_MAP_TOOL_PAN:
    case PIVOT_MAP_TOOL_BOX:
    default:
      cairo_rectangle (cr, 1.75, 2.75, 12.5, 10.5);
    }
}

static void
pivot_tool_icon_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  pivot_widget_get_color (widget, &color);
  cairo_translate (cr, (width - SIZE) / 2, (height - SIZE) / 2);
  cairo_set_line_width (cr, LINE);
  cairo_set_dash (cr, (double[2]) { DASH, DASH_GAP }, 2, 0);
  gdk_cairo_set_source_rgba (cr, &color);
  trace (PIVOT_TOOL_ICON (widget)->tool, cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
pivot_tool_icon_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
pivot_tool_icon_class_init (PivotToolIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pivot_tool_icon_snapshot;
  widget_class->measure = pivot_tool_icon_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_tool_icon_init (PivotToolIcon *self)
{
}

/**
 * pivot_tool_icon_new:
 * @tool: a tool
 *
 * Creates the icon of a tool.
 *
 * Returns: (transfer floating): the icon
 */
GtkWidget *
pivot_tool_icon_new (PivotMapTool tool)
{
  PivotToolIcon *self = g_object_new (PIVOT_TYPE_TOOL_ICON, NULL);

  self->tool = tool;

  return GTK_WIDGET (self);
}

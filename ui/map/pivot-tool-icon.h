/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a drag on the map does. */
typedef enum
{
  PIVOT_MAP_TOOL_PAN,
  PIVOT_MAP_TOOL_BOX,
  PIVOT_MAP_TOOL_LASSO,
  PIVOT_MAP_TOOL_CIRCLE,
} PivotMapTool;

/* The outline that a tool draws, dashed, in the text's colour: themes have no icons for these. */
#define PIVOT_TYPE_TOOL_ICON (pivot_tool_icon_get_type ())
G_DECLARE_FINAL_TYPE (PivotToolIcon, pivot_tool_icon, PIVOT, TOOL_ICON, GtkWidget)

GtkWidget *pivot_tool_icon_new (PivotMapTool tool) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

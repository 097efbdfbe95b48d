/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays sections out in as many columns as there is room for, each below the shortest column so far. */
#define PIVOT_TYPE_COLUMNS_LAYOUT (pivot_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (PivotColumnsLayout, pivot_columns_layout, PIVOT, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS

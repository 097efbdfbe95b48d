/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out like words: one after the other, and on the next line where there is no more room. */
#define PIVOT_TYPE_WRAP_LAYOUT (pivot_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PivotWrapLayout, pivot_wrap_layout, PIVOT, WRAP_LAYOUT, GtkLayoutManager)

/* Property: spacing (px, between children and between lines; 6). */

G_END_DECLS

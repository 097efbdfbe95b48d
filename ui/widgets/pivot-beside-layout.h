/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text and a picture. The second child is the picture, the others are text: where there is room the picture stands beside the text,
 * else between the first and what follows it. Lines of text are never longer than can be read well. */
#define PIVOT_TYPE_BESIDE_LAYOUT (pivot_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (PivotBesideLayout, pivot_beside_layout, PIVOT, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS

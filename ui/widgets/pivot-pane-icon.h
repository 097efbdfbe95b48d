/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sign of a pane on a button: a window with one of its sides filled, in the colour of the button's text. Drawn here, since an icon
 * of our own in the theme would make GTK read all of the theme's folders twice. */
#define PIVOT_TYPE_PANE_ICON (pivot_pane_icon_get_type ())
G_DECLARE_FINAL_TYPE (PivotPaneIcon, pivot_pane_icon, PIVOT, PANE_ICON, GtkWidget)

G_END_DECLS

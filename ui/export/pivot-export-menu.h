/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a chart a menu: copy it, copy its numbers, export it. By the right button, the Menu key and Shift+F10.
 * kind: a nick of PivotSheetKind, static. */
void pivot_export_menu_attach (GtkWidget *widget, const char *kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the program, in one table: the accelerators are set from it, and the window that lists them is made of it.
 * (GtkShortcutsWindow is deprecated from GTK 4.18 on.) */
void       pivot_shortcuts_install    (GtkApplication *application);
void       pivot_shortcuts_follow_focus (GtkWindow    *window); /* keys of texts are theirs while somebody types */
GtkWidget *pivot_shortcuts_window_new (GtkWindow      *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab leaves a list. By itself, a GtkListBox goes from row to row with it, and selects each: what a selected row is about, which
 * comes after the list, could not be reached. */
void pivot_list_leave_by_tab (GtkListBox *list);

G_END_DECLS

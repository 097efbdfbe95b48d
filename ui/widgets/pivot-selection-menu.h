/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* A button with all ways to select places that need no map: all, the others, none, a group, a range of values, a condition, and what
 * was saved under a name. */
#define PIVOT_TYPE_SELECTION_MENU (pivot_selection_menu_get_type ())
G_DECLARE_FINAL_TYPE (PivotSelectionMenu, pivot_selection_menu, PIVOT, SELECTION_MENU, GtkWidget)

void pivot_selection_menu_set_session (PivotSelectionMenu *self,
                                       PivotSession       *session);

G_END_DECLS

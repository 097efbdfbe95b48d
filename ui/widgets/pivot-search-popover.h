/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* An entry with what it finds below: places, measures, groups and firms, or the places that a typed condition is true of.
 * The entry keeps the keyboard: Up and Down choose, Enter goes there, Ctrl+Enter adds to the selection, Escape leaves.
 * Signal: places-chosen, after it has selected places. */
#define PIVOT_TYPE_SEARCH_POPOVER (pivot_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (PivotSearchPopover, pivot_search_popover, PIVOT, SEARCH_POPOVER, GtkPopover)

GtkWidget *pivot_search_popover_new   (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_search_popover_start (PivotSearchPopover *self);

G_END_DECLS

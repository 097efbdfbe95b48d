/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-legend.h"

G_BEGIN_DECLS

/* The histogram of the measure, whose class breaks can be moved.
 *
 * Pointer: drag a break; double-click it to type its value; double-click elsewhere to add one; click a bar to select the places of
 * its class, with Ctrl to add them. Keyboard: Page Up and Page Down, or [ and ], choose a break, Home and End the first and the
 * last; Left and Right move it by a pixel, with Shift by ten; Enter opens an entry for its value; Insert adds a break, Delete
 * removes the chosen one. A drag, or a key held down, is one step back. */
#define PIVOT_TYPE_BREAK_EDITOR (pivot_break_editor_get_type ())
G_DECLARE_FINAL_TYPE (PivotBreakEditor, pivot_break_editor, PIVOT, BREAK_EDITOR, GtkWidget)

void pivot_break_editor_set_session (PivotBreakEditor *self, PivotSession *session);
/* legend: of the session as it stands. */
void pivot_break_editor_show        (PivotBreakEditor *self, const PivotLegend *legend, const PivotStyle *style);

/* A value as people type it. */
gboolean pivot_break_editor_parse   (const char *text, double *number);

G_END_DECLS

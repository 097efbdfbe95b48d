/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Chooses how the places are laid out, by the action win.layout, and in the circles' layout what their areas stand for. Lies on the
 * map. Properties: session. */
#define PIVOT_TYPE_LAYOUT_SWITCH (pivot_layout_switch_get_type ())
G_DECLARE_FINAL_TYPE (PivotLayoutSwitch, pivot_layout_switch, PIVOT, LAYOUT_SWITCH, GtkWidget)

void pivot_layout_switch_set_session (PivotLayoutSwitch *self,
                                      PivotSession      *session);

G_END_DECLS

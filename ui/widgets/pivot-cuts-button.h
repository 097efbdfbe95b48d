/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Opens a small form of four values: where the two measures of the map are cut into low, middle and high. */
#define PIVOT_TYPE_CUTS_BUTTON (pivot_cuts_button_get_type ())
G_DECLARE_FINAL_TYPE (PivotCutsButton, pivot_cuts_button, PIVOT, CUTS_BUTTON, GtkWidget)

/* session: with two measures and places that have both values; NULL hides the button. */
void pivot_cuts_button_show (PivotCutsButton *self, PivotSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Chooses the palette of the session among those that fit the measure, each shown as its colours. Properties: session; dark (boolean:
 * the swatches' ground). */
#define PIVOT_TYPE_PALETTE_PICKER (pivot_palette_picker_get_type ())
G_DECLARE_FINAL_TYPE (PivotPalettePicker, pivot_palette_picker, PIVOT, PALETTE_PICKER, GtkWidget)

void pivot_palette_picker_set_session (PivotPalettePicker *self,
                                       PivotSession       *session);
void pivot_palette_picker_set_dark    (PivotPalettePicker *self,
                                       gboolean            dark);

G_END_DECLS

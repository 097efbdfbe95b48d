/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Chooses what the colours of the map tell. */
#define PIVOT_TYPE_MAPPING_PICKER (pivot_mapping_picker_get_type ())
G_DECLARE_FINAL_TYPE (PivotMappingPicker, pivot_mapping_picker, PIVOT, MAPPING_PICKER, GtkWidget)

void pivot_mapping_picker_set_session (PivotMappingPicker *self, PivotSession *session);

G_END_DECLS

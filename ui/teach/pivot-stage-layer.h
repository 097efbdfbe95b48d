/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-presentation.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What lies over a presented page: what was drawn on it, the spotlight, the enlarged pointer. It takes the pointer only for pen and
 * eraser, so that the map below it can be pointed at. */
#define PIVOT_TYPE_STAGE_LAYER (pivot_stage_layer_get_type ())
G_DECLARE_FINAL_TYPE (PivotStageLayer, pivot_stage_layer, PIVOT, STAGE_LAYER, GtkWidget)

GtkWidget *pivot_stage_layer_new       (PivotPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_stage_layer_set_style (PivotStageLayer *self, const PivotStyle *style); /* copied */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The live map of a presented page: what is pointed at is read out large in a corner that stays where it is. */
#define PIVOT_TYPE_STAGE_MAP (pivot_stage_map_get_type ())
G_DECLARE_FINAL_TYPE (PivotStageMap, pivot_stage_map, PIVOT, STAGE_MAP, GtkWidget)

GtkWidget *pivot_stage_map_new       (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_stage_map_set_style (PivotStageMap *self, const PivotStyle *style); /* copied */

G_END_DECLS

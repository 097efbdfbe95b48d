/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The figure of a presented page, or the timeline of its firm, as large as it fits: nothing of it is left out. */
#define PIVOT_TYPE_STAGE_FIGURE (pivot_stage_figure_get_type ())
G_DECLARE_FINAL_TYPE (PivotStageFigure, pivot_stage_figure, PIVOT, STAGE_FIGURE, GtkWidget)

GtkWidget *pivot_stage_figure_new       (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean   pivot_stage_figure_has_any   (PivotStageFigure *self); /* whether the session's view has a figure */
void       pivot_stage_figure_update    (PivotStageFigure *self); /* after the session changed */
void       pivot_stage_figure_set_style (PivotStageFigure *self, const PivotStyle *style); /* copied */

G_END_DECLS

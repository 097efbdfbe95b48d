/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The legend of a presented map, in lines below it: its classes can be pointed at and selected, as everywhere. */
#define PIVOT_TYPE_STAGE_LEGEND (pivot_stage_legend_get_type ())
G_DECLARE_FINAL_TYPE (PivotStageLegend, pivot_stage_legend, PIVOT, STAGE_LEGEND, GtkWidget)

GtkWidget *pivot_stage_legend_new    (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_stage_legend_update (PivotStageLegend *self, const PivotStyle *style); /* after the session or the style changed */

G_END_DECLS

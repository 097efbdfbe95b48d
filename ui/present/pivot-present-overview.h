/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dot-grid-plot.h"
#include "pivot-event-counts.h"
#include "pivot-session-options.h"

G_BEGIN_DECLS

/* The events of all firms at a glance, by kind and year. counts: of the session's dataset; NULL while they are being made. */
void     pivot_present_overview          (PivotSession *session, const PivotStyle *style, const PivotEventCounts *counts,
                                          PivotDotGridPlot *plot);
/* "58 events of 28 firms"; unit: how many events a dot stands for (transfer full). */
char    *pivot_present_overview_line     (PivotSession *session, const PivotEventCounts *counts, guint unit);
/* The years that the list of firms is narrowed to; FALSE if it is not. */
gboolean pivot_present_get_years         (PivotSession *session, int *first, int *last);
/* last before first: all years. */
void     pivot_present_set_years         (PivotSession *session, int first, int last);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The legend of a timeline: a button for each kind, party and status of events there is, which leaves such events out. */
#define PIVOT_TYPE_TIMELINE_FILTERS (pivot_timeline_filters_get_type ())
G_DECLARE_FINAL_TYPE (PivotTimelineFilters, pivot_timeline_filters, PIVOT, TIMELINE_FILTERS, GtkWidget)

GtkWidget *pivot_timeline_filters_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/* Tells it to show the session anew. */
void       pivot_timeline_filters_update (PivotTimelineFilters *self, PivotSession *session, const PivotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm-filter.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* The page of the session's firm: names, facts with where they come from, timeline, sources, firms like it. */
#define PIVOT_TYPE_FIRM_VIEW (pivot_firm_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmView, pivot_firm_view, PIVOT, FIRM_VIEW, GtkWidget)

/* filter: the list whose order previous and next go by. */
void pivot_firm_view_set_session  (PivotFirmView *self, PivotSession *session, PivotFirmFilter *filter);
/* timeline: what shows the firm's events; floating. Set once. */
void pivot_firm_view_set_timeline (PivotFirmView *self, GtkWidget *timeline);
/* Another index, or the list is in another order. */
void pivot_firm_view_update       (PivotFirmView *self);
/* Whether there is a list to go back to that is not on screen. */
void pivot_firm_view_set_can_leave (PivotFirmView *self, gboolean can_leave);

G_END_DECLS

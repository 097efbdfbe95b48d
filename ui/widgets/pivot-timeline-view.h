/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The timeline of the session's firm and of those it is compared with: chart or list, legend that filters, comparison, receipts.
 * As high as its events need at its width. */
#define PIVOT_TYPE_TIMELINE_VIEW (pivot_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotTimelineView, pivot_timeline_view, PIVOT, TIMELINE_VIEW, GtkWidget)

GtkWidget *pivot_timeline_view_new (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* A timeline as a list: the same events in order of time, in words.
 * Signal: activated (guint id, GtkWidget *row). */
#define PIVOT_TYPE_TIMELINE_LIST (pivot_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (PivotTimelineList, pivot_timeline_list, PIVOT, TIMELINE_LIST, GtkWidget)

GtkWidget *pivot_timeline_list_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_timeline_list_update (PivotTimelineList *self, PivotSession *session, const PivotStyle *style);

G_END_DECLS

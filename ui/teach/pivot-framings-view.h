/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The same data as twins that persuade in opposite ways, and the switches that make them do so. */
#define PIVOT_TYPE_FRAMINGS_VIEW (pivot_framings_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotFramingsView, pivot_framings_view, PIVOT, FRAMINGS_VIEW, GtkWidget)

GtkWidget *pivot_framings_view_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* All firms' events at a glance, as dots by kind and year. A brush over years narrows the list of firms. */
#define PIVOT_TYPE_FIRMS_OVERVIEW (pivot_firms_overview_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmsOverview, pivot_firms_overview, PIVOT, FIRMS_OVERVIEW, GtkWidget)

GtkWidget *pivot_firms_overview_new (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

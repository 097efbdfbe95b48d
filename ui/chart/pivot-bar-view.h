/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-bar.h"

G_BEGIN_DECLS

/* A widget of one bar, for the rows of a list. */
#define PIVOT_TYPE_BAR_VIEW (pivot_bar_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotBarView, pivot_bar_view, PIVOT, BAR_VIEW, GtkWidget)

void pivot_bar_view_set_bar (PivotBarView *self, const PivotBar *bar, const PivotStyle *style);

G_END_DECLS

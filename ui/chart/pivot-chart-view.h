/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-plot.h"

G_BEGIN_DECLS

/* The widget around a plot: one cached node for the base, another for hover and selection; pointer, brush, keyboard, tooltip,
 * accessible text. Focusable; arrows walk the marks, Enter selects, Ctrl+Enter toggles, Escape clears the hover.
 * Signals: mark-hovered (int id or −1), mark-activated (guint id, gboolean toggle; a click on nothing: id G_MAXUINT),
 * brushed (gpointer ids, guint n, gboolean add). */
#define PIVOT_TYPE_CHART_VIEW (pivot_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotChartView, pivot_chart_view, PIVOT, CHART_VIEW, GtkWidget)

GtkWidget *pivot_chart_view_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_chart_view_set_plot  (PivotChartView *self, PivotPlot *plot);
PivotPlot *pivot_chart_view_get_plot  (PivotChartView *self);
void       pivot_chart_view_set_style (PivotChartView *self, const PivotStyle *style); /* copied */
void       pivot_chart_view_set_height(PivotChartView *self, int height);
void       pivot_chart_view_set_brushing (PivotChartView *self, gboolean brushing); /* whether a drag draws a rubber band: yes */
guint      _pivot_chart_view_get_n_renders (PivotChartView *self); /* for tests: how often the base was drawn */

G_END_DECLS

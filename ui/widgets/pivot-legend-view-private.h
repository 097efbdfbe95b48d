/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-break-editor.h"
#include "pivot-chart-view.h"
#include "pivot-cuts-button.h"
#include "pivot-legend-view.h"
#include "pivot-pair-legend.h"
#include "pivot-present.h"
#include "pivot-updater.h"

G_BEGIN_DECLS

/* Rows are made anew with each legend; there are at most a dozen. Above them is the histogram with the breaks. */
struct _PivotLegendView
{
  GtkWidget         parent_instance;

  PivotSession     *session;
  PivotStyle        style;
  PivotUpdater      updater;
  gboolean          adding;     /* Ctrl was down in the last click or key */

  GtkLabel         *title_label;
  GtkLabel         *unit_label;
  GtkLabel         *method_label;
  GtkListBox       *list;
  PivotBreakEditor *break_editor;
  PivotChartView   *scale_view;   /* of a map without classes */
  PivotRampPlot    *scale;
  PivotChartView   *thirds_view;  /* of a map of two measures */
  PivotThirdsPlot  *thirds;
  PivotCutsButton  *cuts_button;
  PivotPairLegend  *pair_legend;  /* of the second of two maps */
  GtkWidget        *stability_box;
  PivotChartView   *strip_view;   /* how often each place is in the top class */
  PivotStripPlot   *strip;
  GtkWidget        *warning_box;
  GtkLabel         *warning_label;
  GtkLabel         *sentence_label;
  GtkWidget        *help_button;
};

/* pivot-legend-view-parts.c: all but the histogram and the list. */
void _pivot_legend_view_set_label    (GtkLabel          *label,
                                      const char        *text);
void _pivot_legend_view_update_parts (PivotLegendView   *self,
                                      const PivotLegend *legend);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-present-figure.h"

G_BEGIN_DECLS

/* One panel to be: the figure itself, or one of its panels. */
typedef struct
{
  PivotDataset       *dataset;
  PivotFigure        *figure;
  const char         *id;       /* NULL: the figure itself */
  PivotChartKind      chart;
  const PivotAxisSpec *x, *y;
  const char * const *hidden;
} PivotPanelSpec;

/* Of the series of a panel (transfer full); NULL if there are none. */
PivotPlot *_pivot_present_series_panel (const PivotPanelSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* Of what a figure shows of measures, places and firms; NULL if it names none. */
PivotPlot *_pivot_present_map_panel    (const PivotPanelSpec *spec, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
PivotPlot *_pivot_present_table_panel  (const PivotPanelSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
PivotPlot *_pivot_present_timeline_panel (const PivotPanelSpec *spec, const PivotStyle *style,
                                        PivotSession **session) G_GNUC_WARN_UNUSED_RESULT;
gboolean   _pivot_present_is_hidden    (const PivotPanelSpec *spec, PivotSeries *series);
/* A date as the end of what it names, in years: 2021 is 2022.0, 2021-03 is 2021.25. */
double     _pivot_present_date_to_years (const char *date);
char      *_pivot_present_axis_title   (const PivotAxisSpec *axis);

G_END_DECLS

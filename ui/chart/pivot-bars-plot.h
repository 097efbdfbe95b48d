/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-mark-plot.h"

G_BEGIN_DECLS

typedef struct
{
  guint       id;
  double      value;
  gboolean    bound;     /* a limit, not a figure */
  GdkRGBA     color;
  const char *label;     /* before the bar (copied) */
  const char *number;    /* after it (copied) */
  const char *text;      /* for tooltip and speech (copied) */
} PivotBarsRow;

/* Bars below each other that start where one likes: at zero, at a midpoint, or, with a sign that the axis is cut, elsewhere. */
#define PIVOT_TYPE_BARS_PLOT (pivot_bars_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotBarsPlot, pivot_bars_plot, PIVOT, BARS_PLOT, PivotMarkPlot)

PivotBarsPlot *pivot_bars_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_bars_plot_set_rows        (PivotBarsPlot *self, const PivotBarsRow *rows, guint n);
/* Where bars start, what is written there, and whether the axis is cut to start there. */
void           pivot_bars_plot_set_base        (PivotBarsPlot *self, double base, const char *label, gboolean cut);
void           pivot_bars_plot_set_title       (PivotBarsPlot *self, const char *title);
void           pivot_bars_plot_set_description (PivotBarsPlot *self, const char *text);

G_END_DECLS

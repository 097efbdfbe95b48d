/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"

G_BEGIN_DECLS

typedef struct
{
  guint       id;
  double      x, y;
  GdkRGBA     color;
  gboolean    x_bound, y_bound;  /* a limit, not a figure: drawn hollow */
  const char *label;             /* short name (copied by set_points) */
  const char *text;              /* for tooltip and speech: "Zhejiang: 9.87 % against 5.05 %" (copied) */
  gboolean    supposed;          /* assumed, in no source: a hatched edge */
} PivotScatterPoint;

#define PIVOT_TYPE_SCATTER_PLOT (pivot_scatter_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotScatterPlot, pivot_scatter_plot, PIVOT, SCATTER_PLOT, PivotPlot)

PivotScatterPlot *pivot_scatter_plot_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              pivot_scatter_plot_set_points  (PivotScatterPlot *self, const PivotScatterPoint *points, guint n);
void              pivot_scatter_plot_set_titles  (PivotScatterPlot *self, const char *x_title, const char *y_title); /* with units */
void              pivot_scatter_plot_set_parity  (PivotScatterPlot *self, gboolean parity, const char *label);       /* the line y = x */
void              pivot_scatter_plot_set_line    (PivotScatterPlot *self, gboolean show, double intercept, double slope);
/* Two cuts of each measure, and the colours of the nine fields between them as in pivot-thirds-plot.h. NULL: none. */
void              pivot_scatter_plot_set_thirds  (PivotScatterPlot *self, const double x[2], const double y[2], const GdkRGBA colors[9]);
void              pivot_scatter_plot_set_caption (PivotScatterPlot *self, const char *caption); /* "r = 0.37, n = 10; 24 places lack a value" */
void              pivot_scatter_plot_set_empty   (PivotScatterPlot *self, const char *text);    /* shown when there is no point */
void              pivot_scatter_plot_set_description (PivotScatterPlot *self, const char *text); /* the sentence for speech and alt text */

G_END_DECLS

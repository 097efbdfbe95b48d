/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"

G_BEGIN_DECLS

#define PIVOT_HISTOGRAM_MAX_BREAKS 8
/* Ids of the marks: break i is i, and class i this and i. */
#define PIVOT_HISTOGRAM_CLASS 16

typedef struct
{
  double      value;
  const char *text;      /* for the eye, short (copied) */
  const char *spoken;    /* with its unit; NULL: text (copied) */
} PivotHistogramBreak;

/* How many values lie where, in the colours of their classes, with a handle at each break between two classes. */
#define PIVOT_TYPE_HISTOGRAM_PLOT (pivot_histogram_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotHistogramPlot, pivot_histogram_plot, PIVOT, HISTOGRAM_PLOT, PivotPlot)

PivotHistogramPlot *pivot_histogram_plot_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                pivot_histogram_plot_set_values   (PivotHistogramPlot *self, const double *values, guint n);
/* colors: one for each class, n + 1. */
void                pivot_histogram_plot_set_breaks   (PivotHistogramPlot *self, const PivotHistogramBreak *breaks, guint n,
                                                       const GdkRGBA *colors);
void                pivot_histogram_plot_set_midpoint (PivotHistogramPlot *self, double midpoint);   /* NaN: none */
void                pivot_histogram_plot_set_ends     (PivotHistogramPlot *self, const char *least, const char *greatest);
guint               pivot_histogram_plot_get_n_breaks (PivotHistogramPlot *self);
double              pivot_histogram_plot_get_break    (PivotHistogramPlot *self, guint i);
void                pivot_histogram_plot_get_range    (PivotHistogramPlot *self, double *min, double *max);
double              pivot_histogram_plot_to_x         (PivotHistogramPlot *self, const PivotStyle *style, double width,
                                                       double value);
double              pivot_histogram_plot_to_value     (PivotHistogramPlot *self, const PivotStyle *style, double width,
                                                       double x);

G_END_DECLS

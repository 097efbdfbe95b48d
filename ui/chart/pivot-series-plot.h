/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"

G_BEGIN_DECLS

/* Series of numbers along categories, numbers or time: lines, columns, horizontal bars, dots; bars side by side or stacked. */
typedef enum { PIVOT_SERIES_LINE, PIVOT_SERIES_COLUMN, PIVOT_SERIES_BAR, PIVOT_SERIES_DOT } PivotSeriesKind;
typedef enum { PIVOT_ALONG_CATEGORY, PIVOT_ALONG_NUMBER, PIVOT_ALONG_TIME } PivotAlong;
/* A number that is a limit or an approximation, not the figure. */
typedef enum { PIVOT_LIMIT_NONE, PIVOT_LIMIT_ABOVE, PIVOT_LIMIT_BELOW, PIVOT_LIMIT_ABOUT } PivotLimit;

typedef struct
{
  guint       id;       /* of the mark */
  double      x;        /* index of a category, a number, or a time in years: 2021.25 is the end of March 2021 */
  double      y;        /* NaN: missing, which is shown, never as zero */
  PivotLimit  limit;
  gboolean    gap;      /* no line comes here from the point before */
  const char *label;    /* the number as written, "> 9.0"; or NULL */
  const char *x_label;  /* what x is called, "FY2021"; NULL for what the axis says */
  const char *text;     /* for speech and tooltip; or NULL */
} PivotSeriesPoint;

typedef struct
{
  const char             *label;
  guint                   slot;    /* which colour, dash and marker: the same in every panel */
  const PivotSeriesPoint *points;  /* ascending by x */
  guint                   n;
} PivotSeriesData;

#define PIVOT_TYPE_SERIES_PLOT (pivot_series_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotSeriesPlot, pivot_series_plot, PIVOT, SERIES_PLOT, PivotPlot)

PivotSeriesPlot *pivot_series_plot_new            (PivotSeriesKind kind, PivotAlong along) G_GNUC_WARN_UNUSED_RESULT;
/* All is copied. */
void             pivot_series_plot_set_series     (PivotSeriesPlot *self, const PivotSeriesData *series, guint n);
void             pivot_series_plot_set_categories (PivotSeriesPlot *self, const char * const *labels, guint n);
void             pivot_series_plot_set_titles     (PivotSeriesPlot *self, const char *along_title, const char *value_title); /* with units */
void             pivot_series_plot_set_stacked    (PivotSeriesPlot *self, gboolean stacked);
/* The years' names stand at the years' ends, where their numbers are; else in the middle of the years. */
void             pivot_series_plot_set_year_ends  (PivotSeriesPlot *self, gboolean year_ends);
/* Shown where there is no number at all. */
void             pivot_series_plot_set_empty      (PivotSeriesPlot *self, const char *text);
void             pivot_series_plot_set_caption    (PivotSeriesPlot *self, const char *caption);
void             pivot_series_plot_set_description(PivotSeriesPlot *self, const char *text);
/* Whether to draw a legend where labels at the lines do not do. */
void             pivot_series_plot_set_legend     (PivotSeriesPlot *self, gboolean legend);

/* To align panels: what of the axis is shown (NaN: what the points span), and margins that are at least kept. */
void             pivot_series_plot_get_range      (PivotSeriesPlot *self, double *min, double *max);
void             pivot_series_plot_set_range      (PivotSeriesPlot *self, double min, double max);
void             pivot_series_plot_get_margins    (PivotSeriesPlot *self, const PivotStyle *style, double width, double height,
                                                   double *left, double *right);
void             pivot_series_plot_set_margins    (PivotSeriesPlot *self, double left, double right);
/* What stands for a series in a legend. */
void             pivot_series_draw_swatch         (cairo_t *cr, const PivotStyle *style, guint slot, PivotSeriesKind kind,
                                                   double x, double y, double width, double height);
PivotAlong       pivot_series_plot_get_along      (PivotSeriesPlot *self);

G_END_DECLS

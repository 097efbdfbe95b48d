/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-histogram-plot.h"
#include "pivot-lettering.h"

G_BEGIN_DECLS

#define PIVOT_HISTOGRAM_MAX_BINS 30
#define PIVOT_HISTOGRAM_MAX_CLASSES (PIVOT_HISTOGRAM_MAX_BREAKS + 1)

/* px at scale 1. */
#define PIVOT_HISTOGRAM_SIDE 8.0
#define PIVOT_HISTOGRAM_KNOB 9.0

/* Where things are, in px. */
typedef struct
{
  double left, right;   /* of the values' range */
  double top, bottom;   /* of the bars */
  double labels;        /* top of the labels below */
} PivotHistogramLayout;

/* Each bin counts its values by class, so that a bin with a break in it tells how many lie on which side: no class has a bar
 * without a value of its own. Invariant: counts are those of the values and breaks, unless stale.
 *
 * The class is in four files: pivot-histogram-plot.c has the values and the breaks, -layout.c where they are, -marks.c finds them and
 * says what they are, and -draw.c draws them. */
struct _PivotHistogramPlot
{
  PivotPlot       parent_instance;

  double         *values;        /* finite ones */
  guint           n_values;
  double          min, max;      /* min < max, whatever the values are */

  double          breaks[PIVOT_HISTOGRAM_MAX_BREAKS];
  char           *texts[PIVOT_HISTOGRAM_MAX_BREAKS];
  char           *spoken[PIVOT_HISTOGRAM_MAX_BREAKS];
  GdkRGBA         colors[PIVOT_HISTOGRAM_MAX_CLASSES];
  guint           n_breaks;
  double          midpoint;
  char           *least, *greatest;

  gboolean        stale;
  guint           n_bins;
  guint           most;          /* in one bar */
  guint           counts[PIVOT_HISTOGRAM_MAX_BINS][PIVOT_HISTOGRAM_MAX_CLASSES];

  PivotLettering *letters;
};

/* pivot-histogram-layout.c */
PivotHistogramLayout _pivot_histogram_plot_lay_out    (PivotHistogramPlot *self, const PivotStyle *style,
                                                       double width, double height);
double               _pivot_histogram_plot_project    (PivotHistogramPlot *self, const PivotHistogramLayout *layout, double value);
guint                _pivot_histogram_plot_find_class (PivotHistogramPlot *self, double value);
/* Counts the values if they are not counted yet. */
void                 _pivot_histogram_plot_count      (PivotHistogramPlot *self);
/* The bar of the values of one class in one bin. FALSE if there are none. */
gboolean             _pivot_histogram_plot_get_bar    (PivotHistogramPlot *self, const PivotHistogramLayout *layout,
                                                       const PivotStyle *style, guint bin, guint class_index,
                                                       cairo_rectangle_t *bar);

/* pivot-histogram-marks.c */
int       _pivot_histogram_plot_find           (PivotPlot *plot, const PivotStyle *style, double width, double height,
                                                double x, double y, double max_distance);
guint    *_pivot_histogram_plot_query          (PivotPlot *plot, const PivotStyle *style, double width, double height,
                                                double x0, double y0, double x1, double y1, guint *n);
gboolean  _pivot_histogram_plot_locate         (PivotPlot *plot, const PivotStyle *style, double width, double height,
                                                guint id, double *x, double *y);
int       _pivot_histogram_plot_step           (PivotPlot *plot, int id, int dx, int dy);
char     *_pivot_histogram_plot_describe       (PivotPlot *plot);
char     *_pivot_histogram_plot_describe_mark  (PivotPlot *plot, guint id);

/* pivot-histogram-draw.c */
void      _pivot_histogram_plot_draw           (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                double width, double height);
void      _pivot_histogram_plot_draw_selection (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                double width, double height);
void      _pivot_histogram_plot_draw_hover     (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                double width, double height);
gboolean  _pivot_histogram_plot_hover_extents  (PivotPlot *plot, const PivotStyle *style, double width, double height,
                                                cairo_rectangle_t *box);

G_END_DECLS

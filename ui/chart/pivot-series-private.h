/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-frame.h"
#include "pivot-point-grid.h"
#include "pivot-series-look.h"
#include "pivot-series-plot.h"

G_BEGIN_DECLS

typedef struct
{
  char             *label;
  guint             slot;
  PivotSeriesPoint *points;
  guint             n;
  gboolean          dense;     /* ids follow each other */
  gboolean          complete;  /* nothing is missing */
  double           *bases;     /* of stacked bars: where each begins; NULL unless stacked */
} PivotSeriesRow;

/* A tick of the axis along which the series run. */
typedef struct
{
  double   at;          /* px; of a boundary between years */
  double   label_at;    /* px: the middle of the label */
  double   label_width; /* room for it */
  gboolean line;        /* a grid line stands there */
  char    *label;       /* or NULL */
} PivotAlongTick;

/* The name of a series beside the end of its line. */
typedef struct
{
  guint  row;
  double x, y;          /* left, and the middle of the line of text */
  double from_x, from_y;
} PivotEndLabel;

/* One entry of the legend. */
typedef struct
{
  guint  row;
  double x, y, width;
} PivotLegendSpot;

/* What of a line is drawn: vertices in px; a NaN begins anew. */
typedef struct
{
  PivotSpot *spots;
  guint      n;
} PivotTrace;

/* Where everything is, for one size and one style. */
typedef struct
{
  gboolean          valid;
  double            width, height, font_size, scale;
  char              font[64];

  PivotAxis         value;
  double            along_min, along_max;
  cairo_rectangle_t area;
  gboolean          flat;          /* bars lie: values go to the right */
  gboolean          has_values;
  GArray           *ticks;         /* PivotAlongTick */
  GArray           *end_labels;    /* PivotEndLabel */
  GArray           *legend;        /* PivotLegendSpot */
  double            line_height;   /* of small text */
  double            label_room;    /* for the names of lying bars */
  double            band;          /* px of one category, or of one column's turn */
  double            bar;           /* thickness of one bar */
  PivotTrace       *traces;        /* one a row; lines only */
  gboolean          markers;
} PivotSeriesLayout;

struct _PivotSeriesPlot
{
  PivotPlot         parent_instance;

  PivotSeriesKind   kind;
  PivotAlong        along;
  gboolean          stacked;
  gboolean          year_ends;
  gboolean          legend;

  PivotSeriesRow   *rows;
  guint             n_rows;
  double           *columns;       /* distinct x of bars, ascending */
  guint             n_columns;
  char            **categories;
  guint             n_categories;
  GStringChunk     *strings;

  char             *along_title;
  char             *value_title;
  char             *empty;
  char             *caption;
  char             *description;

  double            range_min, range_max;       /* NaN: that of the points */
  double            margin_left, margin_right;  /* at least */

  PivotLettering   *letters;
  PivotSeriesLayout layout;
};

/* Row and number of a mark. */
typedef struct { guint row, point; } PivotSeriesRef;

static inline gboolean
_pivot_series_plot_is_bars (PivotSeriesPlot *self)
{
  return self->kind == PIVOT_SERIES_COLUMN || self->kind == PIVOT_SERIES_BAR;
}

gboolean                 _pivot_series_plot_find_ref    (PivotSeriesPlot *self, int id, PivotSeriesRef *ref);
const PivotSeriesLayout *_pivot_series_plot_lay_out     (PivotSeriesPlot *self, const PivotStyle *style, double width, double height);
void                     _pivot_series_plot_drop_layout (PivotSeriesPlot *self);
/* Helpers of the layout. */
void                     _pivot_series_lay_along        (PivotSeriesPlot *self, PivotSeriesLayout *layout, const PivotStyle *style);
void                     _pivot_series_lay_ends         (PivotSeriesPlot *self, PivotSeriesLayout *layout, const PivotStyle *style);
void                     _pivot_series_lay_traces       (PivotSeriesPlot *self, PivotSeriesLayout *layout);
void                     _pivot_series_get_span         (PivotSeriesPlot *self, double *min, double *max);

double                   _pivot_series_project_along    (const PivotSeriesLayout *layout, double x);
double                   _pivot_series_project_value    (const PivotSeriesLayout *layout, double y);
/* Where a mark is: the middle of a marker, or the end of a bar. */
PivotSpot                _pivot_series_get_spot         (PivotSeriesPlot *self, const PivotSeriesLayout *layout, PivotSeriesRef ref);
/* The box of a bar; of a missing one, its stub. */
cairo_rectangle_t        _pivot_series_get_bar          (PivotSeriesPlot *self, const PivotSeriesLayout *layout, PivotSeriesRef ref);

void     _pivot_series_plot_draw          (PivotPlot *plot, cairo_t *cr, const PivotStyle *style, double width, double height);
void     _pivot_series_plot_draw_selection(PivotPlot *plot, cairo_t *cr, const PivotStyle *style, double width, double height);
void     _pivot_series_plot_draw_hover    (PivotPlot *plot, cairo_t *cr, const PivotStyle *style, double width, double height);
double   _pivot_series_plot_measure       (PivotPlot *plot, const PivotStyle *style, double width);
gboolean _pivot_series_plot_hover_extents (PivotPlot *plot, const PivotStyle *style, double width, double height,
                                           cairo_rectangle_t *box);
void     _pivot_series_draw_bar           (PivotSeriesPlot *self, const PivotSeriesLayout *layout, cairo_t *cr,
                                           const PivotStyle *style, PivotSeriesRef ref);
void     _pivot_series_draw_mark          (PivotSeriesPlot *self, const PivotSeriesLayout *layout, cairo_t *cr,
                                           const PivotStyle *style, PivotSeriesRef ref, double grow);
void     _pivot_series_stroke_line        (const PivotTrace *trace, cairo_t *cr);
gboolean _pivot_series_is_dense           (const PivotTrace *trace);
void     _pivot_series_set_stroke         (const PivotSeriesLook *look, cairo_t *cr, const PivotStyle *style, double width);
void     _pivot_series_draw_axes          (PivotSeriesPlot *self, const PivotSeriesLayout *layout, cairo_t *cr, const PivotStyle *style);
void     _pivot_series_draw_names         (PivotSeriesPlot *self, const PivotSeriesLayout *layout, cairo_t *cr, const PivotStyle *style);
void     _pivot_series_draw_empty         (PivotSeriesPlot *self, const PivotSeriesLayout *layout, cairo_t *cr, const PivotStyle *style);
const char *_pivot_series_get_x_label     (PivotSeriesPlot *self, PivotSeriesRef ref, char **owned);

G_END_DECLS

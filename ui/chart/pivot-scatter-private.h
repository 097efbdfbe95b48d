/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-frame.h"
#include "pivot-label-field.h"
#include "pivot-point-grid.h"
#include "pivot-scatter-plot.h"

G_BEGIN_DECLS

/* A label beside a point. */
typedef struct
{
  guint             index;
  cairo_rectangle_t box;
  gboolean          on_line;       /* lies on one of the lines, from which it is set off */
} PivotScatterLabel;

/* A line across the plot, from left to right, with its name along it. */
typedef struct
{
  gboolean shown;
  double   x0, y0, x1, y1;
  gboolean labelled;
  double   label_x, label_y;
} PivotScatterLine;

/* Where everything is, for one size and one style. Found once, and then read by drawing, hover, click and keyboard. */
typedef struct
{
  gboolean          valid;
  double            width, height;
  double            font_size, scale;
  char              font[64];

  PivotFrame        frame;
  PivotSpot        *spots;         /* one for each point */
  PivotPointGrid   *grid;
  double            radius;        /* of a mark */
  PivotScatterLine  parity;
  PivotScatterLine  line;
  GArray           *labels;        /* PivotScatterLabel */
} PivotScatterLayout;

struct _PivotScatterPlot
{
  PivotPlot          parent_instance;

  PivotScatterPoint *points;
  guint              n_points;
  GStringChunk      *strings;      /* labels and texts of the points */
  GHashTable        *index_of;     /* id → index + 1 */
  guint             *by_x;         /* indices in the order of x */
  guint             *by_y;

  char              *x_title;
  char              *y_title;
  char              *caption;
  char              *empty;
  char              *description;

  char              *parity_label;
  gboolean           parity;
  gboolean           line;
  double             intercept;
  double             slope;

  gboolean           thirds;
  double             x_cuts[2];
  double             y_cuts[2];
  GdkRGBA            thirds_colors[9];

  PivotLettering    *letters;
  PivotScatterLayout layout;
};

const PivotScatterLayout *_pivot_scatter_plot_lay_out    (PivotScatterPlot *self, const PivotStyle *style,
                                                          double width, double height);
void                      _pivot_scatter_plot_drop_layout (PivotScatterPlot *self);
void                      _pivot_scatter_layout_add_lines (const PivotScatterLayout *self, PivotLabelField *field);
PivotFrameTexts           _pivot_scatter_plot_get_texts  (PivotScatterPlot *self);
const char               *_pivot_scatter_plot_get_line_label (void);
int                       _pivot_scatter_plot_find_index (PivotScatterPlot *self, guint id);

void                      _pivot_scatter_plot_draw           (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                              double width, double height);
void                      _pivot_scatter_plot_draw_selection (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                              double width, double height);
void                      _pivot_scatter_plot_draw_hover     (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                              double width, double height);
gboolean                  _pivot_scatter_plot_hover_extents  (PivotPlot *plot, const PivotStyle *style,
                                                              double width, double height, cairo_rectangle_t *box);

G_END_DECLS

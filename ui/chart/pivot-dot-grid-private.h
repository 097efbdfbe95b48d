/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dot-grid-plot.h"
#include "pivot-lettering.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean          valid;
  double            width, height;
  double            font_size, scale;
  char              font[64];

  cairo_rectangle_t area;
  double            row;         /* height of a row */
  double            column;      /* width of a year */
  double            dot;         /* diameter with its space */
  guint             across, up;  /* dots in a cell */
  guint             unit;        /* events a dot stands for */
} PivotDotGridLayout;

struct _PivotDotGridPlot
{
  PivotPlot        parent_instance;

  PivotDotGridRow *rows;
  guint            n_rows;
  int              first_year;
  guint            n_years;
  guint           *counts;
  int              chosen_first, chosen_last;
  char            *empty;
  char            *description;

  PivotLettering  *letters;
  PivotDotGridLayout layout;
};

static inline guint
_pivot_dot_grid_get_count (PivotDotGridPlot *self,
                           guint             row,
                           guint             year)
{
  return self->counts[row * self->n_years + year];
}

const PivotDotGridLayout *_pivot_dot_grid_plot_lay_out        (PivotDotGridPlot *self, const PivotStyle *style,
                                                               double width, double height);
cairo_rectangle_t         _pivot_dot_grid_get_cell            (const PivotDotGridLayout *layout, guint row, guint year);
void                      _pivot_dot_grid_plot_draw           (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                               double width, double height);
void                      _pivot_dot_grid_plot_draw_selection (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                               double width, double height);
void                      _pivot_dot_grid_plot_draw_hover     (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                               double width, double height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"
#include "pivot-timeline-sign.h"

G_BEGIN_DECLS

/* A row of the grid. */
typedef struct
{
  const char *label;       /* (copied) */
  PivotSign   sign;
} PivotDotGridRow;

/* Counts by row and year as dots, heaped up from the bottom of each cell. Where cells hold more than fits, a dot stands for
 * several; how many is said. The id of a mark is row × years + year. */
#define PIVOT_TYPE_DOT_GRID_PLOT (pivot_dot_grid_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotDotGridPlot, pivot_dot_grid_plot, PIVOT, DOT_GRID_PLOT, PivotPlot)

PivotDotGridPlot *pivot_dot_grid_plot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* counts: row by row, n_years each. */
void              pivot_dot_grid_plot_set_data   (PivotDotGridPlot *self, const PivotDotGridRow *rows, guint n_rows, int first_year,
                                                  guint n_years, const guint *counts);
/* What years are chosen: a shade behind them. last < first: none. */
void              pivot_dot_grid_plot_set_chosen (PivotDotGridPlot *self, int first, int last);
void              pivot_dot_grid_plot_set_texts  (PivotDotGridPlot *self, const char *empty, const char *description);
int               pivot_dot_grid_plot_get_year   (PivotDotGridPlot *self, guint id);
/* How many events a dot stands for. */
guint             pivot_dot_grid_plot_get_unit   (PivotDotGridPlot *self, const PivotStyle *style, double width, double height);

G_END_DECLS

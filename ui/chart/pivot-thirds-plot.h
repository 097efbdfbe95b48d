/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-hatch.h"
#include "pivot-mark-plot.h"

G_BEGIN_DECLS

#define PIVOT_THIRDS_CELLS 9

typedef struct
{
  GdkRGBA        color;
  PivotHatching  hatching;
  guint          count;
  const char    *text;      /* for tooltip and speech (copied) */
} PivotThirdsCell;

/* The legend of two measures: three by three colours, the one measure to the right and the other upward, each with how many there
 * are. Cell 3 × row + column, from the bottom left. */
#define PIVOT_TYPE_THIRDS_PLOT (pivot_thirds_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotThirdsPlot, pivot_thirds_plot, PIVOT, THIRDS_PLOT, PivotMarkPlot)

PivotThirdsPlot *pivot_thirds_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void             pivot_thirds_plot_set_cells       (PivotThirdsPlot *self, const PivotThirdsCell cells[PIVOT_THIRDS_CELLS]);
void             pivot_thirds_plot_set_titles      (PivotThirdsPlot *self, const char *x_title, const char *y_title);
/* What stands between two thirds, low to high. */
void             pivot_thirds_plot_set_cuts        (PivotThirdsPlot *self, const char * const x[2], const char * const y[2]);
void             pivot_thirds_plot_set_description (PivotThirdsPlot *self, const char *text);

G_END_DECLS

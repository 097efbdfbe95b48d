/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-frame.h"
#include "pivot-guess-plot.h"

G_BEGIN_DECLS

/* The class is in two files: -draw.c draws all but what is hovered. */
struct _PivotGuessPlot
{
  PivotPlot       parent_instance;

  GArray         *points;        /* PivotGuessPoint; texts are in strings */
  GStringChunk   *strings;
  guint           first_hidden;
  GArray         *lines;         /* PivotGuessLine; values and signs are in numbers and signs */
  GPtrArray      *numbers;       /* of double[] */
  GPtrArray      *signs;
  double          min, max;
  double          revealed;
  char           *y_title, *truth, *description;
  PivotLettering *letters;
};

static inline const PivotGuessPoint *
_pivot_guess_plot_get_point (PivotGuessPlot *self,
                             guint           i)
{
  return &g_array_index (self->points, PivotGuessPoint, i);
}

void _pivot_guess_plot_lay_out (PivotGuessPlot *self, PivotFrame *frame, const PivotStyle *style, double width, double height);
void _pivot_guess_plot_draw    (PivotPlot *plot, cairo_t *cr, const PivotStyle *style, double width, double height);

G_END_DECLS

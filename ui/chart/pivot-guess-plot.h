/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"

G_BEGIN_DECLS

/* A line whose beginning is shown and whose end is drawn by people, each with a colour and a sign. Ids of marks are indices of points. */
#define PIVOT_TYPE_GUESS_PLOT (pivot_guess_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotGuessPlot, pivot_guess_plot, PIVOT, GUESS_PLOT, PivotPlot)

typedef struct
{
  double      x;
  double      y;       /* NaN while it is hidden */
  const char *label;   /* at the axis */
  const char *text;    /* the point in words */
} PivotGuessPoint;

typedef struct
{
  const double *values;  /* for each point; NaN: not drawn */
  GdkRGBA       color;
  const char   *sign;    /* "●" */
} PivotGuessLine;

PivotGuessPlot *pivot_guess_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* From first_hidden on the points are for people to draw. All is copied. */
void            pivot_guess_plot_set_points      (PivotGuessPlot *self, const PivotGuessPoint *points, guint n, guint first_hidden);
void            pivot_guess_plot_set_lines       (PivotGuessPlot *self, const PivotGuessLine *lines, guint n);
void            pivot_guess_plot_set_range       (PivotGuessPlot *self, double min, double max);
void            pivot_guess_plot_set_texts       (PivotGuessPlot *self, const char *y_title, const char *truth, const char *description);
/* How much of what is hidden is drawn as well: 0 to 1, from left to right. */
void            pivot_guess_plot_set_revealed    (PivotGuessPlot *self, double revealed);
/* From the pointer to the data: the nearest point that is to be drawn, and the value within the range. */
gboolean        pivot_guess_plot_to_point        (PivotGuessPlot *self, const PivotStyle *style, double width, double height,
                                                  double x, double y, guint *point, double *value);

G_END_DECLS

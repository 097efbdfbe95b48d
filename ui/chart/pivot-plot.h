/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* A drawing of data: knows marks with numbers as ids, no widget, no firm, no province. Draws on any cairo_t.
 * Signals: changed (the base must be drawn anew), overlay-changed (hover or selection only). */
#define PIVOT_TYPE_PLOT (pivot_plot_get_type ())
G_DECLARE_DERIVABLE_TYPE (PivotPlot, pivot_plot, PIVOT, PLOT, GObject)

struct _PivotPlotClass
{
  GObjectClass parent_class;

  void      (*draw)          (PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
  /* The two halves of the overlay. Each may assume that the base lies under it. What is hovered is drawn without a clip (see
   * pivot-picture.h). */
  void      (*draw_selection)(PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
  void      (*draw_hover)    (PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
  /* The box of what draw_hover draws; FALSE if that is nothing. */
  gboolean  (*hover_extents) (PivotPlot *self, const PivotStyle *style, double width, double height, cairo_rectangle_t *box);
  /* id of the mark nearest to (x, y) within max_distance px, or −1: hover, click, tooltip and keyboard all ask this. */
  int       (*find)          (PivotPlot *self, const PivotStyle *style, double width, double height, double x, double y, double max_distance);
  /* ids of the marks in a rectangle (transfer full). */
  guint    *(*query)         (PivotPlot *self, const PivotStyle *style, double width, double height,
                              double x0, double y0, double x1, double y1, guint *n);
  /* Where a mark is; FALSE if it is not drawn. */
  gboolean  (*locate)        (PivotPlot *self, const PivotStyle *style, double width, double height, guint id, double *x, double *y);
  /* The next mark from id in direction dx, dy (−1, 0, 1; dy −1 is up) for the arrow keys; from −1: the first in that
   * direction. At the end: id itself. −1 if there is no mark. */
  int       (*step)          (PivotPlot *self, int id, int dx, int dy);
  /* How high it wants to be at a width; left out by plots that take what they get. */
  double    (*measure)       (PivotPlot *self, const PivotStyle *style, double width);
  char     *(*describe)      (PivotPlot *self);                 /* what is shown, in words with numbers (transfer full) */
  char     *(*describe_mark) (PivotPlot *self, guint id);       /* one mark, in words (transfer full) */
};

void      pivot_plot_draw          (PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
/* Selection and hover, in this order. */
void      pivot_plot_draw_overlay  (PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
void      pivot_plot_draw_selection(PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
void      pivot_plot_draw_hover    (PivotPlot *self, cairo_t *cr, const PivotStyle *style, double width, double height);
gboolean  pivot_plot_get_hover_extents (PivotPlot *self, const PivotStyle *style, double width, double height, cairo_rectangle_t *box);
int       pivot_plot_find          (PivotPlot *self, const PivotStyle *style, double width, double height, double x, double y, double max_distance);
guint    *pivot_plot_query         (PivotPlot *self, const PivotStyle *style, double width, double height,
                                    double x0, double y0, double x1, double y1, guint *n);
gboolean  pivot_plot_locate        (PivotPlot *self, const PivotStyle *style, double width, double height, guint id, double *x, double *y);
int       pivot_plot_step          (PivotPlot *self, int id, int dx, int dy);
double    pivot_plot_measure       (PivotPlot *self, const PivotStyle *style, double width);
char     *pivot_plot_describe      (PivotPlot *self);
char     *pivot_plot_describe_mark (PivotPlot *self, guint id);

void      pivot_plot_set_hovered   (PivotPlot *self, int id);                       /* −1: none */
int       pivot_plot_get_hovered   (PivotPlot *self);
void      pivot_plot_set_selected  (PivotPlot *self, const guint *ids, guint n);
gboolean  pivot_plot_is_selected   (PivotPlot *self, guint id);
guint     pivot_plot_get_n_selected(PivotPlot *self);
/* For subclasses. */
void      pivot_plot_changed       (PivotPlot *self);

G_END_DECLS

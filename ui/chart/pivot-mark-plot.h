/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lettering.h"
#include "pivot-plot.h"

G_BEGIN_DECLS

/* A plot of few marks in an order, each with an id, a box and a text. Finding, stepping to and outlining them is the same for
 * all such plots and stands here; a subclass draws its base and says where its marks are. Inside, a mark is known by its
 * index in the order. */
#define PIVOT_TYPE_MARK_PLOT (pivot_mark_plot_get_type ())
G_DECLARE_DERIVABLE_TYPE (PivotMarkPlot, pivot_mark_plot, PIVOT, MARK_PLOT, PivotPlot)

struct _PivotMarkPlotClass
{
  PivotPlotClass parent_class;

  /* Finds where everything is in a size, and keeps it for the functions below: each speaks of what was laid out last. */
  void              (*lay_out)   (PivotMarkPlot *self, const PivotStyle *style, double width, double height);
  /* In its middle is the mark. */
  cairo_rectangle_t (*get_box)   (PivotMarkPlot *self, guint index);
  /* Draws around a mark that is selected or hovered, in the colour of that. */
  void              (*outline)   (PivotMarkPlot *self, cairo_t *cr, const PivotStyle *style, guint index, const GdkRGBA *color);
  /* The mark at a place, or −1; left out: the first whose box holds it. */
  int               (*find_mark) (PivotMarkPlot *self, double x, double y, double max_distance);
  /* Whether a rectangle takes a mark in; left out: whether it holds the middle of its box. */
  gboolean          (*is_within) (PivotMarkPlot *self, guint index, double x0, double y0, double x1, double y1);
  /* What is shown, in words, while nobody has said it (transfer full); left out: nothing. */
  char             *(*sum_up)    (PivotMarkPlot *self);
};

/* For subclasses. */
PivotLettering *pivot_mark_plot_get_letters     (PivotMarkPlot *self);
void            pivot_mark_plot_clear_marks     (PivotMarkPlot *self);
/* Puts a mark at the end of the order. Returns its text as kept. */
const char     *pivot_mark_plot_add_mark        (PivotMarkPlot *self, guint id, const char *text);
/* A copy of a text that lives as long as the marks do. */
const char     *pivot_mark_plot_keep            (PivotMarkPlot *self, const char *text);
int             pivot_mark_plot_find_index      (PivotMarkPlot *self, int id);
void            pivot_mark_plot_set_description (PivotMarkPlot *self, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"

G_BEGIN_DECLS

/* A whole figure: title, question, panels below each other, what is said about it, where it is from. The same drawing serves the
 * screen, files and the printer. */
#define PIVOT_TYPE_FIGURE_DRAWING (pivot_figure_drawing_get_type ())
G_DECLARE_FINAL_TYPE (PivotFigureDrawing, pivot_figure_drawing, PIVOT, FIGURE_DRAWING, GObject)

typedef enum
{
  PIVOT_FIGURE_TITLE,
  PIVOT_FIGURE_QUESTION,
  PIVOT_FIGURE_COVERAGE,      /* how much of the figure is here */
  PIVOT_FIGURE_SOURCE,        /* the line below */
  PIVOT_FIGURE_DESCRIPTION,   /* in words, for alt text; not drawn */
  PIVOT_FIGURE_N_TEXTS,
} PivotFigureText;

/* What the ids of a panel's marks count. */
typedef enum
{
  PIVOT_MARKS_POINTS,   /* series of the figure × 2²⁰ + point */
  PIVOT_MARKS_PLACES,   /* places of the dataset */
  PIVOT_MARKS_CELLS,    /* measures of the figure × 2²⁰ + place of the dataset */
  PIVOT_MARKS_EVENTS,   /* events of a timeline */
} PivotFigureMarks;

#define PIVOT_FIGURE_MARK(row, point) (((guint) (row) << 20) | (guint) (point))
#define PIVOT_FIGURE_MARK_ROW(id) ((guint) (id) >> 20)
#define PIVOT_FIGURE_MARK_POINT(id) ((guint) (id) & 0xfffff)

PivotFigureDrawing *pivot_figure_drawing_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void                pivot_figure_drawing_set_text        (PivotFigureDrawing *self, PivotFigureText which, const char *text);
const char         *pivot_figure_drawing_get_text        (PivotFigureDrawing *self, PivotFigureText which);
/* Statements stand among the data where these are few, caveats below them. */
void                pivot_figure_drawing_add_statement   (PivotFigureDrawing *self, const char *text);
/* Where no number survives, they are what is known: they are never left out, and stand before the panels. */
void                pivot_figure_drawing_set_lost        (PivotFigureDrawing *self, gboolean lost);
gboolean            pivot_figure_drawing_get_lost        (PivotFigureDrawing *self);
void                pivot_figure_drawing_add_caveat      (PivotFigureDrawing *self, const char *text);
guint               pivot_figure_drawing_get_n_statements(PivotFigureDrawing *self);
const char         *pivot_figure_drawing_get_statement   (PivotFigureDrawing *self, guint i);
guint               pivot_figure_drawing_get_n_caveats   (PivotFigureDrawing *self);
const char         *pivot_figure_drawing_get_caveat      (PivotFigureDrawing *self, guint i);
/* Panels; those after the first have titles. */
void                pivot_figure_drawing_add_panel       (PivotFigureDrawing *self, const char *title, PivotPlot *plot,
                                                          PivotFigureMarks marks);
guint               pivot_figure_drawing_get_n_panels    (PivotFigureDrawing *self);
const char         *pivot_figure_drawing_get_panel_title (PivotFigureDrawing *self, guint i);
PivotPlot          *pivot_figure_drawing_get_panel_plot  (PivotFigureDrawing *self, guint i); /* (transfer none) */
PivotFigureMarks    pivot_figure_drawing_get_panel_marks (PivotFigureDrawing *self, guint i);

/* Gives panels over the same time the same margins, so that years stand below each other; draw () does so itself. */
void                pivot_figure_drawing_align           (PivotFigureDrawing *self, const PivotStyle *style, double width);
/* How high everything is at a width. */
double              pivot_figure_drawing_measure         (PivotFigureDrawing *self, const PivotStyle *style, double width);
/* Draws the figure into a box. What has no room is left out from the end, and the drawing says so. */
void                pivot_figure_drawing_draw            (PivotFigureDrawing *self, cairo_t *cr, const PivotStyle *style,
                                                          double width, double height);

G_END_DECLS

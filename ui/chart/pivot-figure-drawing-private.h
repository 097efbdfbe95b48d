/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-figure-drawing.h"
#include "pivot-lettering.h"

G_BEGIN_DECLS

/* px at scale 1. */
#define PIVOT_DRAWING_PAD 14.0
#define PIVOT_DRAWING_GAP 8.0
/* Sizes of type, relative to body text. */
#define PIVOT_DRAWING_TITLE 1.3
#define PIVOT_DRAWING_PANEL_TITLE 1.0

typedef struct
{
  char            *title;
  PivotPlot       *plot;
  PivotFigureMarks marks;
} PivotDrawingPanel;

/* How the room is shared out. */
typedef struct
{
  double   inner;              /* width of texts */
  double   top, bottom;        /* heights of the texts above and below the panels */
  gboolean question, statements, caveats;
  guint    n_panels;
  double   squeeze;            /* of the panels' heights */
} PivotDrawingShare;

/* The class is in four files: pivot-figure-drawing.c has what a figure consists of, -texts.c measures and writes its texts,
 * -layout.c shares out the room, and -draw.c draws. */
struct _PivotFigureDrawing
{
  GObject         parent_instance;

  char           *texts[PIVOT_FIGURE_N_TEXTS];
  GPtrArray      *statements;
  GPtrArray      *caveats;
  GArray         *panels;      /* PivotDrawingPanel */
  gboolean        lost;
  PivotLettering *letters;
};

/* pivot-figure-drawing-texts.c */
double _pivot_drawing_measure_text        (PivotFigureDrawing *self, const PivotStyle *style, double size,
                                           gboolean bold, double width, const char *text);
/* Writes a text if there is one; returns where the next begins. */
double _pivot_drawing_write_text          (PivotFigureDrawing *self, cairo_t *cr, const PivotStyle *style, double size,
                                           gboolean bold, double width, const char *text, double y, const GdkRGBA *color);
double _pivot_drawing_measure_list        (PivotFigureDrawing *self, const PivotStyle *style, GPtrArray *texts, double size,
                                           double width);
double _pivot_drawing_write_list          (PivotFigureDrawing *self, cairo_t *cr, const PivotStyle *style, GPtrArray *texts,
                                           double size, double width, double y, const GdkRGBA *color);

/* pivot-figure-drawing-layout.c */
/* Leaves out what has no room: first caveats, then statements and question, then panels from the last. */
void   _pivot_drawing_share_out           (PivotFigureDrawing *self, const PivotStyle *style, double width, double height,
                                           PivotDrawingShare *share);
/* The height of a panel's title and the space above it; 0 if it has none. */
double _pivot_drawing_measure_panel_title (PivotFigureDrawing *self, const PivotStyle *style, double width, guint i);
/* The height of a panel without its title. */
double _pivot_drawing_get_panel_height    (PivotFigureDrawing *self, const PivotStyle *style, double width,
                                           const PivotDrawingShare *share, guint i);

G_END_DECLS

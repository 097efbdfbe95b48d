/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

#include "pivot-series.h"

G_BEGIN_DECLS

/* A figure of the series, with what survives of its data. Immutable. Readable properties: id, title, question. */
#define PIVOT_TYPE_FIGURE (pivot_figure_get_type ())
G_DECLARE_FINAL_TYPE (PivotFigure, pivot_figure, PIVOT, FIGURE, GObject)

typedef struct
{
  PivotText    *label;
  PivotText    *unit;    /* or NULL */
  PivotAxisKind kind;
} PivotAxisSpec;

typedef struct
{
  char          *id;
  PivotText     *title;
  PivotChartKind chart;
  PivotAxisSpec  x, y;
} PivotPanel;

const char          *pivot_figure_get_id         (PivotFigure *self);
guint                pivot_figure_get_part       (PivotFigure *self);
const PivotText     *pivot_figure_get_title      (PivotFigure *self);
const PivotText     *pivot_figure_get_question   (PivotFigure *self);
PivotChartKind       pivot_figure_get_chart      (PivotFigure *self);
PivotCoverage        pivot_figure_get_coverage   (PivotFigure *self);
const PivotAxisSpec *pivot_figure_get_x          (PivotFigure *self); /* or NULL */
const PivotAxisSpec *pivot_figure_get_y          (PivotFigure *self); /* or NULL */
guint                pivot_figure_get_n_panels   (PivotFigure *self);
const PivotPanel    *pivot_figure_get_panel      (PivotFigure *self, guint i);
GListModel          *pivot_figure_get_series     (PivotFigure *self); /* of PivotSeries (transfer none) */
PivotSeries         *pivot_figure_find_series    (PivotFigure *self, const char *id);
guint                pivot_figure_get_n_statements (PivotFigure *self);
const PivotText     *pivot_figure_get_statement  (PivotFigure *self, guint i);
guint                pivot_figure_get_n_caveats  (PivotFigure *self);
const PivotText     *pivot_figure_get_caveat     (PivotFigure *self, guint i);
const char * const  *pivot_figure_get_measures   (PivotFigure *self);
const char * const  *pivot_figure_get_places     (PivotFigure *self);
const char * const  *pivot_figure_get_firms      (PivotFigure *self);
const char * const  *pivot_figure_get_sources    (PivotFigure *self);

G_END_DECLS

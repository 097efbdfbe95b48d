/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-private.h"

G_BEGIN_DECLS

/* What the figure's files share: pivot-figure.c holds what is known of it, pivot-figure-reader.c reads it. */

/* A figure of the series, with what survives of its data. Immutable. */
struct _PivotFigure
{
  GObject         parent_instance;

  char           *id;
  guint           part;
  PivotText      *title;
  PivotText      *question;
  PivotChartKind  chart;
  PivotCoverage   coverage;
  PivotAxisSpec  *x;
  PivotAxisSpec  *y;
  GPtrArray      *panels;     /* of PivotPanel */
  GListStore     *series;
  GHashTable     *by_id;      /* id → PivotSeries, both borrowed */
  GPtrArray      *statements;
  GPtrArray      *caveats;
  char          **measures;
  char          **places;
  char          **firms;
  char          **sources;
};

/* What is read member by member; the axes, panels and series need more. */
extern const PivotField _pivot_figure_fields[];

G_END_DECLS

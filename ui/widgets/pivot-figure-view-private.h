/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-figure-view.h"

#include "pivot-chart-view.h"
#include "pivot-figure-drawing.h"

G_BEGIN_DECLS

/* One panel as it is shown. */
typedef struct
{
  PivotChartView *chart;
  GPtrArray      *toggles;   /* of GtkToggleButton, one a series; NULL for a lone series */
} PivotFigurePanel;

struct _PivotFigureView
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  PivotTheme         *theme;
  PivotStyle          style;
  PivotFigure        *figure;
  PivotFigureDrawing *drawing;
  GListModel         *findings;   /* of the audit; made when the first receipt is asked for */
  GArray             *panels;     /* PivotFigurePanel */
  gboolean            updating;   /* toggles are being told, not asked */

  GtkWidget          *content;
  GtkWidget          *popover;    /* with a receipt; made when first needed */
  PivotChartView     *asked;      /* the chart that it belongs to; weak */
};

/* Builds what is below the chart views of a figure. */
void _pivot_figure_view_add_text    (GtkWidget *box, const char *text, const char *css_class);
void _pivot_figure_view_add_list    (GtkWidget *box, const char *title, GPtrArray *texts);
void _pivot_figure_view_add_links   (PivotFigureView *self, GtkWidget *box);
/* The toggles of a panel's series; NULL for less than two. */
GtkWidget *_pivot_figure_view_make_toggles (PivotFigureView *self, PivotFigurePanel *panel, const char *panel_id, PivotChartKind chart);
void _pivot_figure_view_sync_toggles (PivotFigureView *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-chart-view.h"
#include "pivot-explain-button.h"
#include "pivot-firm-compare.h"
#include "pivot-timeline-filters.h"
#include "pivot-timeline-list.h"
#include "pivot-timeline-plot.h"
#include "pivot-timeline-view.h"
#include "pivot-updater.h"

G_BEGIN_DECLS

struct _PivotTimelineView
{
  GtkWidget             parent_instance;

  PivotSession         *session;
  PivotTheme           *theme;
  PivotStyle            style;
  PivotUpdater          updater;
  PivotTimelinePlot    *plot;
  guint                 keep_id;      /* the range goes into the session soon */
  gboolean              updating;     /* buttons are being told, not asked */
  int                   width;

  double                drag_from, drag_to;   /* the range when a drag began */
  double                pinch_scale;
  double                pointer_x;

  GtkWidget            *content;
  GtkWidget            *title_label;
  GtkWidget            *align_box;
  GtkToggleButton      *date_button;
  GtkToggleButton      *age_button;
  GtkToggleButton      *list_button;
  GtkMenuButton        *compare_button;
  PivotExplainButton   *explain_button;
  GtkStack             *stack;
  PivotChartView       *chart;
  PivotTimelineFilters *filters;
  PivotTimelineList    *list;
  PivotFirmCompare     *compare;
  GtkWidget            *popover;      /* NULL until a receipt was asked for */
  GtkWidget            *fold_popover; /* likewise, of a fold */
  GtkWidget            *asked;        /* where the focus goes back to; weak */
};

/* Shows the receipt of a mark where it is drawn, or the list of what is folded. */
void _pivot_timeline_view_open           (PivotTimelineView *self, guint id);
void _pivot_timeline_view_show_receipt   (PivotTimelineView *self, PivotReceipt *receipt, GtkWidget *widget,
                                          const graphene_rect_t *box);
/* Scroll, drag, pinch and keys of the chart. */
void _pivot_timeline_view_add_input      (PivotTimelineView *self);
void _pivot_timeline_view_zoom           (PivotTimelineView *self, double factor);
/* The range that a person has set goes into the session when the hand rests. */
void _pivot_timeline_view_keep_range     (PivotTimelineView *self);

G_END_DECLS

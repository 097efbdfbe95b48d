/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-chart-view.h"

G_BEGIN_DECLS

enum
{
  PIVOT_CHART_VIEW_MARK_HOVERED,
  PIVOT_CHART_VIEW_MARK_ACTIVATED,
  PIVOT_CHART_VIEW_BRUSHED,
  PIVOT_CHART_VIEW_N_SIGNALS,
};

/* Shows a plot and says what a person does to it. It changes nothing of the plot: whoever listens does. */
struct _PivotChartView
{
  GtkWidget        parent_instance;

  PivotPlot       *plot;
  PivotStyle       style;

  cairo_surface_t *base;          /* the plot without selection and hover; NULL: draw anew */
  GskRenderNode   *node;          /* base and selection; NULL: make anew */
  GskRenderNode   *hover_node;    /* may be NULL while valid: nothing is hovered */
  gboolean         hover_valid;
  int              width;
  int              height;
  guint            n_renders;
  int              least_height;
  int              natural_height;

  int              pointed;       /* the mark last said to be hovered, or −1 */
  gboolean         by_keyboard;   /* the arrow keys went there, not the pointer */
  double           pointer_x, pointer_y;

  GtkGesture      *drag;          /* of the widget */
  gboolean         pressed;       /* a drag goes on that may still become a click or a rubber band */
  gboolean         no_brushing;   /* drags are somebody else's */
  gboolean         banding;       /* a rubber band is being drawn */
  double           band_x0, band_y0, band_x1, band_y1;
};

extern guint _pivot_chart_view_signals[PIVOT_CHART_VIEW_N_SIGNALS];

void _pivot_chart_view_add_controllers (PivotChartView *self);

G_END_DECLS

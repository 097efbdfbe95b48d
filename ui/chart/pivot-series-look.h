/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* How series are told apart: by colour, and without colour by dashes and the shape of markers, or by the lightness of bars. */
#define PIVOT_SERIES_SLOTS 8

typedef enum
{
  PIVOT_MARKER_DISC,
  PIVOT_MARKER_SQUARE,
  PIVOT_MARKER_UP,
  PIVOT_MARKER_DIAMOND,
  PIVOT_MARKER_DOWN,
  PIVOT_MARKER_CROSS,
  PIVOT_MARKER_PLUS,
  PIVOT_MARKER_BAR,
} PivotMarker;

typedef struct
{
  GdkRGBA     color;
  double      dashes[4];   /* in widths of the line; n_dashes 0: unbroken */
  int         n_dashes;
  PivotMarker marker;
} PivotSeriesLook;

void pivot_series_look_init   (PivotSeriesLook *look, const PivotStyle *style, guint slot);
/* A marker of a size from the middle to the rim; hollow: a limit, not a figure. */
void pivot_marker_draw        (cairo_t *cr, PivotMarker marker, double x, double y, double size, gboolean hollow,
                               const GdkRGBA *color, const GdkRGBA *paper, double line);
/* Slanted lines over a box: no data, or a limit. */
void pivot_hatch_box          (cairo_t *cr, const cairo_rectangle_t *box, const GdkRGBA *color, double scale);

G_END_DECLS

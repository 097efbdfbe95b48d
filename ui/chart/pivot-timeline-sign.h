/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* The sign of an event: its shape tells the kind, and its fill the party. */
typedef enum
{
  PIVOT_SIGN_HOUSE,
  PIVOT_SIGN_CIRCLE,
  PIVOT_SIGN_TRIANGLE,
  PIVOT_SIGN_SQUARE,
  PIVOT_SIGN_HEXAGON,
  PIVOT_SIGN_DIAMOND,
  PIVOT_N_SIGNS
} PivotSignShape;

typedef enum
{
  PIVOT_SIGN_SOLID,
  PIVOT_SIGN_STRIPED,
  PIVOT_SIGN_HALVED,    /* one colour beside the other */
  PIVOT_SIGN_PLAIN,     /* a ring of the colour */
} PivotSignFill;

typedef struct
{
  PivotSignShape shape;
  PivotSignFill  fill;
  GdkRGBA        color;
  GdkRGBA        second;     /* of the other half */
  gboolean       added;      /* not of the main source: pale, with a dashed outline */
  gboolean       disputed;   /* carries a badge */
} PivotSign;

/* Around (x, y), within radius. */
void pivot_sign_draw      (cairo_t *cr, const PivotStyle *style, const PivotSign *sign, double x, double y, double radius);
/* A bar over a time: lasting is a time that something took, else it is not known better. */
void pivot_sign_draw_bar  (cairo_t *cr, const PivotStyle *style, const PivotSign *sign, const cairo_rectangle_t *box,
                           gboolean lasting);
/* The outline of the shape as a path, for whoever marks it. */
void pivot_sign_trace     (cairo_t *cr, PivotSignShape shape, double x, double y, double radius);
/* Fills a box with the pattern of a fill: for bars of shares. */
void pivot_sign_fill_box  (cairo_t *cr, const PivotStyle *style, const PivotSign *sign, const cairo_rectangle_t *box);

G_END_DECLS

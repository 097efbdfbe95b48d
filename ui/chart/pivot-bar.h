/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* One bar of a ranking. from and to: where it starts and ends in the track, 0…1 (a diverging bar starts at zero, not at 0). */
typedef struct
{
  double   from, to;
  double   zero;      /* where zero is in the track; outside 0…1: not shown */
  gboolean bound;     /* a limit, not a figure: open end, hatched */
  gboolean missing;   /* nothing is drawn but a hatched stub */
  GdkRGBA  color;
  gboolean supposed;  /* assumed, in no source: a hatched edge */
} PivotBar;

void pivot_bar_draw (cairo_t *cr, const PivotStyle *style, const PivotBar *bar, double width, double height);


G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PIVOT_TICKS_MAX 16

/* Ticks of an axis after Talbot, Lin & Hanrahan (2010), "An Extension of Wilkinson's Algorithm". */
typedef struct
{
  guint  n;
  double values[PIVOT_TICKS_MAX];
  guint  decimals;                /* that tell the labels apart */
} PivotTicks;

void pivot_ticks_init (PivotTicks *ticks, double min, double max, guint wanted);

G_END_DECLS

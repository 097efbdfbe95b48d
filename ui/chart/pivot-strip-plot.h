/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-mark-plot.h"

G_BEGIN_DECLS

typedef struct
{
  guint       id;
  double      share;     /* 0…1 */
  GdkRGBA     color;
  const char *label;     /* one to three letters, below the bar where there is room (copied) */
  const char *text;      /* for tooltip and speech (copied) */
} PivotStripMark;

/* Small upright bars side by side, each a share of a whole, in the order given. */
#define PIVOT_TYPE_STRIP_PLOT (pivot_strip_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotStripPlot, pivot_strip_plot, PIVOT, STRIP_PLOT, PivotMarkPlot)

PivotStripPlot *pivot_strip_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void            pivot_strip_plot_set_marks       (PivotStripPlot *self, const PivotStripMark *marks, guint n);
void            pivot_strip_plot_set_description (PivotStripPlot *self, const char *text);

G_END_DECLS

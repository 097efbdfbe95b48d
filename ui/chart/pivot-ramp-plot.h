/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-mark-plot.h"

G_BEGIN_DECLS

typedef struct
{
  guint       id;
  double      value;
  const char *text;      /* for tooltip and speech (copied) */
} PivotRampMark;

/* A colour scale without classes: a bar of all its colours with ticks below, and above it a stroke for each value. */
#define PIVOT_TYPE_RAMP_PLOT (pivot_ramp_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotRampPlot, pivot_ramp_plot, PIVOT, RAMP_PLOT, PivotMarkPlot)

PivotRampPlot *pivot_ramp_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* colors: at equal distances from least to most. */
void           pivot_ramp_plot_set_scale       (PivotRampPlot *self, double least, double most, const GdkRGBA *colors, guint n);
void           pivot_ramp_plot_set_marks       (PivotRampPlot *self, const PivotRampMark *marks, guint n);
void           pivot_ramp_plot_set_midpoint    (PivotRampPlot *self, double midpoint);    /* NaN: none */
void           pivot_ramp_plot_set_description (PivotRampPlot *self, const char *text);

G_END_DECLS

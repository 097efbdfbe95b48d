/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"
#include "pivot-regions.h"

G_BEGIN_DECLS

/* A still map among charts: regions fitted into a box, with the swatches of their classes. Marks are regions. */
#define PIVOT_TYPE_REGION_PLOT (pivot_region_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotRegionPlot, pivot_region_plot, PIVOT, REGION_PLOT, PivotPlot)

typedef struct
{
  const char *label;
  GdkRGBA     color;
  gboolean    no_data;
} PivotRegionSwatch;

PivotRegionPlot *pivot_region_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* texts: for speech and tooltip, one a region, copied; context: backdrop in the same plane, or NULL. */
void             pivot_region_plot_set_regions     (PivotRegionPlot *self, PivotRegions *regions, PivotGeometry *context,
                                                    const char * const *texts);
void             pivot_region_plot_set_legend      (PivotRegionPlot *self, const char *title, const PivotRegionSwatch *swatches,
                                                    guint n);
void             pivot_region_plot_set_description (PivotRegionPlot *self, const char *text);

G_END_DECLS

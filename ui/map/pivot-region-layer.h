/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "pivot-regions.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* Backdrop, regions and labels as one picture with a margin, moved while the map is panned. */
#define PIVOT_TYPE_REGION_LAYER (pivot_region_layer_get_type ())
G_DECLARE_FINAL_TYPE (PivotRegionLayer, pivot_region_layer, PIVOT, REGION_LAYER, ShumateLayer)

ShumateLayer *pivot_region_layer_new          (ShumateViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_region_layer_set_regions  (PivotRegionLayer *self,
                                               PivotRegions     *regions);
void          pivot_region_layer_set_backdrop (PivotRegionLayer *self,
                                               PivotGeometry    *geometry);
void          pivot_region_layer_set_style    (PivotRegionLayer *self,
                                               const PivotStyle *style);
/* While the zoom changes the picture is scaled; when it has settled a sharp one is drawn. */
void          pivot_region_layer_set_zooming  (PivotRegionLayer *self,
                                               gboolean          zooming);
guint         pivot_region_layer_get_n_renders (PivotRegionLayer *self);

G_END_DECLS

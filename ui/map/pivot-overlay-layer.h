/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "pivot-regions.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What changes with the pointer and the selection: outlines, the rubber band, the keyboard's focus. Drawn above the regions so that
 * those need not be drawn again. */
#define PIVOT_TYPE_OVERLAY_LAYER (pivot_overlay_layer_get_type ())
G_DECLARE_FINAL_TYPE (PivotOverlayLayer, pivot_overlay_layer, PIVOT, OVERLAY_LAYER, ShumateLayer)

ShumateLayer *pivot_overlay_layer_new          (ShumateViewport       *viewport) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_overlay_layer_set_regions  (PivotOverlayLayer     *self,
                                                PivotRegions          *regions);
void          pivot_overlay_layer_set_style    (PivotOverlayLayer     *self,
                                                const PivotStyle      *style);
void          pivot_overlay_layer_set_zooming  (PivotOverlayLayer     *self,
                                                gboolean               zooming);
void          pivot_overlay_layer_set_lit      (PivotOverlayLayer     *self,
                                                const guint           *regions,
                                                guint                  n);
void          pivot_overlay_layer_set_hovered  (PivotOverlayLayer     *self,
                                                int                    region);
void          pivot_overlay_layer_set_selected (PivotOverlayLayer     *self,
                                                const guint           *regions,
                                                guint                  n);
/* x0 y0 … of n corners, px of the layer. */
void          pivot_overlay_layer_set_band     (PivotOverlayLayer     *self,
                                                const double          *corners,
                                                guint                  n);
void          pivot_overlay_layer_set_focused  (PivotOverlayLayer     *self,
                                                gboolean               focused);

G_END_DECLS

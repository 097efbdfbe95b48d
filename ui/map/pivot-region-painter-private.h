/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "pivot-region-painter.h"
#include "pivot-ring-reader.h"

G_BEGIN_DECLS

/* Laid out texts, kept from one drawing to the next as long as the font is the same. */
typedef struct _PivotLabelCache PivotLabelCache;

PivotLabelCache *_pivot_label_cache_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void             _pivot_label_cache_free    (PivotLabelCache      *self);
void             _pivot_region_painter_draw_labels_cached (PivotRegions         *regions,
                                                           PivotLabelCache      *cache,
                                                           cairo_t              *cr,
                                                           const PivotStyle     *style,
                                                           const cairo_matrix_t *to_px,
                                                           double                width,
                                                           double                height);

/* Pixels below which a detail is left out, on this target. */
double           _pivot_region_painter_get_tolerance (cairo_t               *cr);
/* The regions that are too small to see, and so get a marker; NULL if there are so many that markers would hide the map. */
GArray          *_pivot_region_painter_list_markers  (PivotRegions          *regions,
                                                      const PivotRingReader *reader,
                                                      const PivotStyle      *style);
double           _pivot_region_painter_get_marker_radius (const PivotStyle  *style);
/* Whether text on this colour should be light. */
gboolean         _pivot_color_is_dark                (const GdkRGBA         *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLabelCache, _pivot_label_cache_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "pivot-hatch.h"
#include "pivot-region-painter.h"
#include "pivot-ring-reader.h"

G_BEGIN_DECLS

/* The painter is in five files: pivot-region-painter.c fills shapes and draws their lines, pivot-region-shapes.c puts them on a path,
 * -hatches.c draws hatching, -marks.c what stands over a region or for it, and -labels.c names. */

/* pivot-region-labels.c */
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

/* pivot-region-painter.c */
/* Pixels below which a detail is left out, on this target. */
double           _pivot_region_painter_get_tolerance (cairo_t               *cr);
/* Whether text on this colour should be light. */
gboolean         _pivot_color_is_dark                (const GdkRGBA         *color);

/* pivot-region-shapes.c */
/* Whether a region is too small to see. */
gboolean         _pivot_region_painter_is_small      (const PivotRingReader *reader,
                                                      const PivotStyle      *style,
                                                      const PivotBox        *box);
/* Puts the visible rings of a region on the path, and into the hatch if there is one. */
gboolean         _pivot_region_painter_trace_shape   (const PivotGeometry   *geometry,
                                                      guint                  region,
                                                      PivotRingReader       *reader,
                                                      PivotHatch            *hatch,
                                                      cairo_t               *cr);
void             _pivot_region_painter_trace_outline (const PivotGeometry   *geometry,
                                                      guint                  region,
                                                      PivotRingReader       *reader,
                                                      cairo_t               *cr);
/* A ring around the label point, in place of the outline of what is too small. */
void             _pivot_region_painter_trace_ring    (const PivotGeometry   *geometry,
                                                      guint                  region,
                                                      const PivotRingReader *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);

/* pivot-region-hatches.c */
void             _pivot_region_painter_fill_no_data  (PivotRegions          *regions,
                                                      PivotRingReader       *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);
void             _pivot_region_painter_hatch_classes (PivotRegions          *regions,
                                                      PivotRingReader       *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);
void             _pivot_region_painter_hatch_bounds  (PivotRegions          *regions,
                                                      PivotRingReader       *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);

/* pivot-region-marks.c */
double           _pivot_region_painter_get_marker_radius (const PivotStyle  *style);
/* The regions that are too small to see, and so get a marker; NULL if there are so many that markers would hide the map. */
GArray          *_pivot_region_painter_list_markers  (PivotRegions          *regions,
                                                      const PivotRingReader *reader,
                                                      const PivotStyle      *style);
void             _pivot_region_painter_draw_marker   (PivotRegions          *regions,
                                                      guint                  region,
                                                      const PivotRingReader *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);
void             _pivot_region_painter_mark_regions  (PivotRegions          *regions,
                                                      PivotRingReader       *reader,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);
void             _pivot_region_painter_edge_supposed (PivotRegions          *regions,
                                                      const cairo_matrix_t  *to_px,
                                                      const PivotBox        *window,
                                                      const PivotStyle      *style,
                                                      cairo_t               *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLabelCache, _pivot_label_cache_free)

G_END_DECLS

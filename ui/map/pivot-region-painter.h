/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-regions.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* Draws regions on any cairo_t, under any projection: screen, file and print. to_px takes the geometry's plane to pixels
 * (scale and translation only). Vertices nearer than half a pixel to the last are skipped; what is outside width × height is culled. */
void pivot_region_painter_draw         (PivotRegions *regions, cairo_t *cr, const PivotStyle *style, const cairo_matrix_t *to_px,
                                        double width, double height);
void pivot_region_painter_draw_backdrop(PivotGeometry *geometry, cairo_t *cr, const PivotStyle *style, const cairo_matrix_t *to_px,
                                        double width, double height);
/* Labels that never overlap: full, brief or tiny by the room inside the region, else none; larger regions first. */
void pivot_region_painter_draw_labels  (PivotRegions *regions, cairo_t *cr, const PivotStyle *style, const cairo_matrix_t *to_px,
                                        double width, double height);
/* Outline of one region, for hover (thick) and selection. A region under 8 px gets a ring at its label point. */
void pivot_region_painter_draw_outline (PivotRegions *regions, guint region, cairo_t *cr, const PivotStyle *style,
                                        const cairo_matrix_t *to_px, double width, double height, const GdkRGBA *color, double line_width);
/* The hatching of no data, as legends and bars draw it too. */
void pivot_region_painter_draw_no_data (cairo_t *cr, const PivotStyle *style, double x, double y, double width, double height);

G_END_DECLS

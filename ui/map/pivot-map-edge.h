/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "pivot-geometry.h"
#include "pivot-style.h"

G_BEGIN_DECLS

void pivot_map_edge_draw (PivotGeometry        *geometry,
                          cairo_t              *cr,
                          const PivotStyle     *style,
                          const cairo_matrix_t *to_px,
                          double                width,
                          double                height);

G_END_DECLS

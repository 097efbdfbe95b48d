/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry.h"
#include "pivot-tile-grid.h"

G_BEGIN_DECLS

/* The regions of a geometry as squares or circles, within the same box of the same plane, so that whatever shows the one can show the
 * other. Empty regions stay empty. All (transfer full). */

/* Cells for the regions, by where they lie; those of empty regions mean nothing. */
PivotTile     *pivot_layout_make_tiles (PivotGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
/* One equal square a region, in these cells. */
PivotGeometry *pivot_layout_new_grid   (PivotGeometry *geometry, const PivotTile *tiles) G_GNUC_WARN_UNUSED_RESULT;
/* A circle a region, its area in proportion to sizes; where a size is not above 0 or NaN, a small one. sizes: or NULL, all the same. */
PivotGeometry *pivot_layout_new_circles(PivotGeometry *geometry, const double *sizes) G_GNUC_WARN_UNUSED_RESULT;

/* The way from one geometry to another of the same regions. Both are kept alive. */
typedef struct _PivotMorph PivotMorph;

PivotMorph    *pivot_morph_new         (PivotGeometry *from, PivotGeometry *to) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_morph_free        (PivotMorph *self);
/* progress: 0 … 1. */
PivotGeometry *pivot_morph_get         (PivotMorph *self, double progress) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotMorph, pivot_morph_free)

G_END_DECLS

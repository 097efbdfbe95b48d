/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell of a lattice: columns to the east, rows to the south, as on screen. */
typedef struct { int column, row; } PivotTile;

/* A cell for each of n points (x0 y0 …, y to the south), no two the same, that lie to each other much as the points do. step: the
 * distance at which points are neighbours, or 0 for "so that the cells cover the points' box". Deterministic (transfer full). */
PivotTile *pivot_tile_grid_assign (const double *points, guint n, double step) G_GNUC_WARN_UNUSED_RESULT;
/* Brings the least column and row to 0. */
void       pivot_tile_grid_shift  (PivotTile *tiles, guint n);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry.h"

G_BEGIN_DECLS

/* Where an arrow key leads from a region: to the one across a border that lies best in that direction, else to the nearest one there.
 * dx, dy: the direction in the plane. Returns −1 if there is nothing that way. */
int pivot_region_neighbour_find (const PivotGeometry *geometry,
                                 guint                from,
                                 double               dx,
                                 double               dy);

G_END_DECLS

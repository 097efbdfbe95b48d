/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} PivotSpot;

/* Points of the plane, sorted into square cells, to find those near a place without looking at all. */
typedef struct _PivotPointGrid PivotPointGrid;

PivotPointGrid *pivot_point_grid_new     (const PivotSpot *spots, guint n, double cell) G_GNUC_WARN_UNUSED_RESULT;
void            pivot_point_grid_free    (PivotPointGrid *self);
guint           pivot_point_grid_get_n   (const PivotPointGrid *self);
int             pivot_point_grid_nearest (const PivotPointGrid *self, double x, double y, double max_distance);
void            pivot_point_grid_query   (const PivotPointGrid *self, double x0, double y0, double x1, double y1,
                                          GArray *indices);
guint           pivot_point_grid_count   (const PivotPointGrid *self, double x0, double y0, double x1, double y1);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotPointGrid, pivot_point_grid_free)

G_END_DECLS

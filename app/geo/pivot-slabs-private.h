/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry-private.h"

G_BEGIN_DECLS

/* The edges of one polygon by height: slab i holds all that reach into its strip of the box. Immutable. */
typedef struct
{
  const double *points;     /* of the shapes */
  double        y0;
  double        scale;      /* slabs per unit of y */
  guint         n_slabs;
  guint        *start;      /* n_slabs + 1 */
  guint        *edges;      /* the first point of each */
} PivotSlabs;

PivotSlabs *_pivot_slabs_new       (const PivotShapes *shapes,
                                    guint              polygon) G_GNUC_WARN_UNUSED_RESULT;
void        _pivot_slabs_free      (PivotSlabs        *self);
/* Decides as _pivot_shapes_contain() does, for a point in the polygon's box. */
gboolean    _pivot_slabs_contain   (const PivotSlabs  *self,
                                    double             x,
                                    double             y);
/* Square of the distance to the nearest edge, or max2 if all are farther. */
double      _pivot_slabs_distance2 (const PivotSlabs  *self,
                                    double             x,
                                    double             y,
                                    double             max2);
gboolean    _pivot_slabs_cross_box (const PivotSlabs  *self,
                                    const PivotBox    *box);

G_END_DECLS

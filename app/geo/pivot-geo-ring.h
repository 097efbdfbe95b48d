/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry.h"

G_BEGIN_DECLS

/* Regions that meet the inside of a ring (n points x0 y0 …, closed by itself, even-odd), ascending (transfer full). index: of geometry. */
guint *pivot_geo_ring_query (const PivotGeoIndex *index, const PivotGeometry *geometry, const double *points, guint n,
                             guint *n_found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

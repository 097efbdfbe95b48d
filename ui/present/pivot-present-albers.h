/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-regions.h"
#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The map of a session in an equal-area plane, for pictures that are not panned and zoomed. Projected once for a dataset. */
PivotRegions  *pivot_present_albers_regions (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
/* Regions of the dataset's map in the same plane. */
PivotRegions  *pivot_present_albers_move    (PivotDataset *dataset, PivotRegions *regions) G_GNUC_WARN_UNUSED_RESULT;
/* The neighbours in the same plane (transfer none); or NULL. */
PivotGeometry *pivot_present_albers_context (PivotDataset *dataset);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-legend.h"

G_BEGIN_DECLS

void        _pivot_legend_add_thirds       (PivotLegend         *self,
                                            PivotSession        *session,
                                            const PivotColoring *coloring);
void        _pivot_legend_add_clusters     (PivotLegend         *self,
                                            PivotSession        *session,
                                            const PivotColoring *coloring);
const char *_pivot_legend_get_cluster_name (PivotCluster         cluster);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-legend.h"

G_BEGIN_DECLS

/* What the colours of the second of two maps mean: title, unit, and a line for each class. */
#define PIVOT_TYPE_PAIR_LEGEND (pivot_pair_legend_get_type ())
G_DECLARE_FINAL_TYPE (PivotPairLegend, pivot_pair_legend, PIVOT, PAIR_LEGEND, GtkWidget)

void pivot_pair_legend_show (PivotPairLegend *self, const PivotLegend *legend, const PivotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The legend of the map: a row for each class, for no data and for limits; activating one selects its places, with Ctrl adds them.
 * Property: session. */
#define PIVOT_TYPE_LEGEND_VIEW (pivot_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotLegendView, pivot_legend_view, PIVOT, LEGEND_VIEW, GtkWidget)

PivotSession *pivot_legend_view_get_session (PivotLegendView *self);
void          pivot_legend_view_set_session (PivotLegendView *self, PivotSession *session);
void          pivot_legend_view_set_style   (PivotLegendView *self, const PivotStyle *style); /* copied */

G_END_DECLS

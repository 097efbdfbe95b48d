/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The places by the measure, as a list of bars: the highest first, those without a value apart at the end. Its selection and its
 * hovered row are the session's. Property: session. */
#define PIVOT_TYPE_RANKING_VIEW (pivot_ranking_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotRankingView, pivot_ranking_view, PIVOT, RANKING_VIEW, GtkWidget)

PivotSession *pivot_ranking_view_get_session (PivotRankingView *self);
void          pivot_ranking_view_set_session (PivotRankingView *self, PivotSession *session);
void          pivot_ranking_view_set_style   (PivotRankingView *self, const PivotStyle *style); /* copied */

G_END_DECLS

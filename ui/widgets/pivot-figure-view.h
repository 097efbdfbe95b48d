/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* A figure with everything that belongs to it: question, how much of it survives, panels whose series can be switched off,
 * statements, caveats, sources, and links to the measures, places and firms that it is about. A click on a mark opens its receipt.
 * As high as it needs to be: put it into something that scrolls. */
#define PIVOT_TYPE_FIGURE_VIEW (pivot_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotFigureView, pivot_figure_view, PIVOT, FIGURE_VIEW, GtkWidget)

GtkWidget   *pivot_figure_view_new        (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
/* figure: of the session's dataset, or NULL. */
void         pivot_figure_view_set_figure (PivotFigureView *self, PivotFigure *figure);
PivotFigure *pivot_figure_view_get_figure (PivotFigureView *self);

G_END_DECLS

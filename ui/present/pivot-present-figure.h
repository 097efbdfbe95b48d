/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-figure-drawing.h"
#include "pivot-receipt.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Figures of the dataset into what is drawn: pure functions.
 *
 * hidden: "figure/series" of the series that are left out, or NULL (PIVOT_OPTION_HIDDEN_SERIES). style: colours of a map among
 * the panels; drawing takes any style of the same darkness. */
PivotFigureDrawing *pivot_present_figure           (PivotDataset *dataset, PivotFigure *figure, const char * const *hidden,
                                                    const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
/* The receipt of a mark of a panel; NULL if it stands for no number. findings: of pivot_audit_run (), or NULL. */
PivotReceipt       *pivot_present_figure_receipt   (PivotDataset *dataset, PivotFigure *figure, PivotFigureDrawing *drawing,
                                                    guint panel, guint mark, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* How much of a figure is here: "Rebuilt from outside sources; …". */
const char         *pivot_present_coverage_sentence(PivotCoverage coverage);
/* Whether any number of the figure survives. */
gboolean            pivot_present_figure_has_data  (PivotDataset *dataset, PivotFigure *figure);
/* "Sources: …." (transfer full) */
char               *pivot_present_figure_sources   (PivotDataset *dataset, PivotFigure *figure);

/* The series of a figure's panel, for its legend: panel NULL is the figure itself (transfer container, of PivotSeries). */
GPtrArray          *pivot_present_figure_series    (PivotFigure *figure, const char *panel) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

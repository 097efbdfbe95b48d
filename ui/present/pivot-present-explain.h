/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* What is shown, in words: kind, measures, extent, highest and lowest, trend, what is missing. For screen readers, for the
 * popover "Explain" and as alt text of files. All (transfer full), in the user's language. */
char *pivot_present_explain_figure   (PivotDataset *dataset, PivotFigure *figure, const char * const *hidden);
/* One panel of it: NULL is the figure's own series. "" if it has none. */
char *pivot_present_explain_panel    (PivotDataset *dataset, PivotFigure *figure, const char *panel, const char * const *hidden);
char *pivot_present_explain_map      (PivotSession *session);
char *pivot_present_explain_scatter  (PivotSession *session);
char *pivot_present_explain_ranking  (PivotSession *session);
char *pivot_present_explain_timeline (PivotSession *session);

G_END_DECLS

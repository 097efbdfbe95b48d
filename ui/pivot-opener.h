/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* Opens datasets, one at a time: asking for another cancels the one under way. Needs no display, so that reading can begin before the
 * window is built.
 * Properties: busy (boolean), progress (0…1). Signals: opened (PivotDataset), failed (GFile, GListModel of PivotProblem or NULL,
 * GError). Cancelling is silent. */
#define PIVOT_TYPE_OPENER (pivot_opener_get_type ())
G_DECLARE_FINAL_TYPE (PivotOpener, pivot_opener, PIVOT, OPENER, GObject)

PivotOpener *pivot_opener_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void         pivot_opener_open     (PivotOpener *self,
                                    GFile       *folder);
void         pivot_opener_cancel   (PivotOpener *self);
gboolean     pivot_opener_get_busy (PivotOpener *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* Short texts that are the same if the data are the same, in whatever language and from whatever folder (transfer full). */
char *pivot_digest_dataset (PivotDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
char *pivot_digest_measure (PivotDataset *dataset, PivotMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
char *pivot_digest_figure  (PivotFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char *pivot_digest_firm    (PivotFirm *firm) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

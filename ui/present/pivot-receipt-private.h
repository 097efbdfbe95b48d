/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-dataset.h"

G_BEGIN_DECLS

/* Texts that make up a receipt (transfer full). */
char *_pivot_formula_to_text (PivotDataset *dataset, const char *formula, guint place);
char *_pivot_findings_to_text (GListModel *findings, const char *path, gboolean *doubtful);
char *_pivot_rank_to_text    (PivotMeasure *measure, guint place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-table.h"

G_BEGIN_DECLS

/* The tables of a dataset by the words of PIVOT_OPTION_TABLE, headings translated:
 * places   a row a place, a column a measure; status and source of each value in columns for files
 * values   a row a value of a measure, with status, source and note
 * firms, events, points (of the figures), sources, groups
 * audit    a row a finding
 * findings: of pivot_audit_run (), or NULL (the audit is then empty). NULL if there is no such table. */
PivotTable *pivot_present_table       (PivotDataset *dataset, const char *word, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* "Places and measures" */
const char *pivot_present_table_title (const char *word);
/* Points of one figure (transfer full). */
PivotTable *pivot_present_figure_table (PivotDataset *dataset, PivotFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* Title of the check, name of the derived measure, or path of the value. */
const char *pivot_present_finding_title (PivotDataset *dataset, PivotFinding *finding);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* What answers rest on, for paper: lines of text, with sources by their number, and the list of these sources. A receipt that cannot be
 * opened, so to speak. */
typedef struct _PivotEvidence PivotEvidence;

/* findings: of pivot_audit_run (), or NULL. */
PivotEvidence *pivot_evidence_new           (PivotDataset *dataset, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_evidence_free          (PivotEvidence *self);
/* Lines for references such as "value:measure/place", "event:firm/number", "fact:firm/founded" and "check:id": values of a measure stand
 * together, each with its status, its formula if it is computed, and its sources (transfer full). */
char         **pivot_evidence_write         (PivotEvidence *self, const char * const *references) G_GNUC_WARN_UNUSED_RESULT;
guint          pivot_evidence_get_n_sources (PivotEvidence *self);
/* "[1] Title. Publisher, date. Address" of a source, from 0 (transfer full). */
char          *pivot_evidence_write_source  (PivotEvidence *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotEvidence, pivot_evidence_free)

G_END_DECLS

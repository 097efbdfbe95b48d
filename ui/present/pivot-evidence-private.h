/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-evidence.h"

G_BEGIN_DECLS

struct _PivotEvidence
{
  PivotDataset *dataset;
  GListModel   *findings;  /* or NULL */
  GPtrArray    *sources;   /* of the dataset's PivotSource, in the order of their numbers */
};

/* Sources of a line, by number. */
typedef GArray PivotCited;

void  _pivot_evidence_cite_source  (PivotEvidence *self, PivotCited *cited, PivotSource *source);
/* The source of a value, and of all that it is computed from. */
void  _pivot_evidence_cite_value   (PivotEvidence *self, PivotCited *cited, const PivotValue *value);
void  _pivot_evidence_cite_all     (PivotEvidence *self, PivotCited *cited, const char * const *ids);
/* "[1] [3]", or "" (transfer full). */
char *_pivot_evidence_write_cited  (PivotCited *cited);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_FINDING_HOLDS,
  PIVOT_FINDING_FAILS,
  PIVOT_FINDING_CONFLICT,  /* statements that disagree; nothing to recompute */
} PivotVerdict;

#define PIVOT_TYPE_VERDICT (pivot_verdict_get_type ())
GType pivot_verdict_get_type (void);

/* What the audit says of one check, one value's formula, or one derived measure. Immutable.
 * Readable properties: title, verdict, arithmetic. */
#define PIVOT_TYPE_FINDING (pivot_finding_get_type ())
G_DECLARE_FINAL_TYPE (PivotFinding, pivot_finding, PIVOT, FINDING, GObject)

PivotVerdict pivot_finding_get_verdict    (PivotFinding *self);
PivotCheck  *pivot_finding_get_check      (PivotFinding *self); /* NULL for a formula or a derived measure (transfer none) */
const char  *pivot_finding_get_path       (PivotFinding *self); /* a check's or derived measure's id; the value path (with a slash) of a formula */
double       pivot_finding_get_printed    (PivotFinding *self);
double       pivot_finding_get_recomputed (PivotFinding *self); /* not rounded; NaN for a conflict */
const char  *pivot_finding_get_arithmetic (PivotFinding *self); /* written out in numbers: "3.52 − 2.35 = 1.17" */
/* The value paths that the finding is about, NULL-terminated: for "does not add up" marks on cards and tables. */
const char * const *pivot_finding_get_paths (PivotFinding *self);

/* Recomputes every check, formula and derived measure. List of PivotFinding: failing first, then conflicts, then holding
 * (transfer full). Pure; any thread. */
GListModel  *pivot_audit_run              (PivotDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* Evaluates a formula of the format ("round ( a/b × 4761 ÷ 100 )"). FALSE with PIVOT_DATA_ERROR if it cannot be. */
gboolean     pivot_audit_evaluate         (PivotDataset *dataset, const char *formula, double *result, GError **error);

G_END_DECLS

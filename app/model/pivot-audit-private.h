/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"

G_BEGIN_DECLS

/* What a finding is made of. Strings and the array of paths are handed over. */
typedef struct
{
  PivotVerdict  verdict;
  PivotCheck   *check;       /* or NULL; a reference is taken */
  char         *path;
  double        printed;
  double        recomputed;
  char         *arithmetic;
  GPtrArray    *paths;       /* of owned strings, without the NULL at the end */
} PivotFindingParts;

PivotFinding *_pivot_finding_new        (PivotFindingParts *parts) G_GNUC_WARN_UNUSED_RESULT;

/* Within half a unit of the last decimal. */
gboolean      _pivot_audit_is_close     (double             recomputed,
                                         double             printed,
                                         guint              decimals);
/* A number as text for people, an operand in brackets if it is negative. */
char         *_pivot_audit_format       (double             number,
                                         guint              decimals);
char         *_pivot_audit_format_path  (PivotDataset      *dataset,
                                         const char        *path,
                                         double             number);
/* "3.52 − 2.35 = 1.17, printed 1.16". Takes expression; NULL: there is nothing to compute. */
char         *_pivot_audit_write        (char              *expression,
                                         double             recomputed,
                                         double             printed,
                                         guint              decimals,
                                         PivotBound         bound);
/* A formula with numbers in the place of its paths. */
char         *_pivot_audit_write_formula (PivotDataset     *dataset,
                                          const char       *formula);
/* The value paths of a formula, each once. */
GPtrArray    *_pivot_audit_formula_paths (const char       *formula);

void          _pivot_audit_checks       (PivotDataset      *dataset,
                                         GPtrArray         *findings);
void          _pivot_audit_formulas     (PivotDataset      *dataset,
                                         GPtrArray         *findings);
void          _pivot_audit_derived      (PivotDataset      *dataset,
                                         GPtrArray         *findings);

G_END_DECLS

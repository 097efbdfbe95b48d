/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-mark-plot.h"

G_BEGIN_DECLS

/* A few numbers made large, each with its bound, its unit and what it says. */
typedef struct
{
  guint       id;
  const char *number;   /* with its bound, "> 0.7%"; NULL: missing */
  const char *label;    /* what it says */
  const char *note;     /* when, or why it is missing; or NULL */
  const char *text;     /* for speech and tooltip; or NULL */
} PivotStatementItem;

#define PIVOT_TYPE_STATEMENT_PLOT (pivot_statement_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotStatementPlot, pivot_statement_plot, PIVOT, STATEMENT_PLOT, PivotMarkPlot)

PivotStatementPlot *pivot_statement_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* All is copied. */
void                pivot_statement_plot_set_statements  (PivotStatementPlot *self, const PivotStatementItem *statements, guint n);
void                pivot_statement_plot_set_description (PivotStatementPlot *self, const char *text);

G_END_DECLS

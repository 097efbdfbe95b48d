/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-mark-plot.h"

G_BEGIN_DECLS

/* Numbers in rows and columns, each a mark. */
typedef struct
{
  guint       id;
  const char *value;   /* NULL: missing */
  const char *text;    /* for speech and tooltip */
} PivotTableCell;

#define PIVOT_TYPE_TABLE_PLOT (pivot_table_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotTablePlot, pivot_table_plot, PIVOT, TABLE_PLOT, PivotMarkPlot)

PivotTablePlot *pivot_table_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* cells: row by row. All is copied. */
void            pivot_table_plot_set_cells       (PivotTablePlot *self, const char * const *columns, guint n_columns,
                                                  const char * const *rows, guint n_rows, const PivotTableCell *cells);
void            pivot_table_plot_set_description (PivotTablePlot *self, const char *text);

G_END_DECLS

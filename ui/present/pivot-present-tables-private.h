/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-present-tables.h"

G_BEGIN_DECLS

/* What the files that make tables share. */
typedef struct
{
  const char    *id;
  const char    *title;
  PivotCellKind  kind;
  gboolean       aside;
} PivotColumn;

void        _pivot_table_add_columns    (PivotTable        *table,
                                         const PivotColumn *columns,
                                         guint              n);
/* A text in the user's language; missing if there is none. */
void        _pivot_table_add_words      (PivotTable        *table,
                                         const PivotText   *text,
                                         const char        *ref);
/* Title of a source, linked to it. */
void        _pivot_table_add_source     (PivotTable        *table,
                                         PivotDataset      *dataset,
                                         const char        *id);
/* A number with its receipt, or why there is none: its own note, else reason. */
void        _pivot_table_add_value      (PivotTable        *table,
                                         const PivotValue  *value,
                                         guint              decimals,
                                         const PivotText   *reason,
                                         const char        *path);
/* Texts with commas between them. The array gets a NULL at its end. */
void        _pivot_table_add_joined     (PivotTable        *table,
                                         GPtrArray         *parts,
                                         const char        *ref);

PivotTable *_pivot_present_firms_table  (PivotDataset      *dataset,
                                         GListModel        *findings) G_GNUC_WARN_UNUSED_RESULT;
PivotTable *_pivot_present_events_table (PivotDataset      *dataset,
                                         GListModel        *findings) G_GNUC_WARN_UNUSED_RESULT;
PivotTable *_pivot_present_points_table (PivotDataset      *dataset,
                                         GListModel        *findings) G_GNUC_WARN_UNUSED_RESULT;
PivotTable *_pivot_present_audit_table  (PivotDataset      *dataset,
                                         GListModel        *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

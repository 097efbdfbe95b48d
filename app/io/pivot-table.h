/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_CELL_TEXT,
  PIVOT_CELL_NUMBER,
  PIVOT_CELL_DATE,
  PIVOT_CELL_MISSING,
} PivotCellKind;

/* What stands in one cell. Its ref names what it is about, for links and receipts: "value:lg-share/CN-ZJ", "place:CN-ZJ",
 * "firm:nio", "figure:1-1a", "source:dc360-2015", "url:https://…". */
typedef struct
{
  PivotCellKind  kind;
  double         number;    /* NaN unless a number */
  guint          decimals;  /* that people are shown */
  PivotBound     bound;     /* of a number */
  const char    *text;      /* of a text or a date (ISO 8601, as coarse as known); of a missing cell why, or NULL */
  const char    *ref;       /* or NULL */
} PivotCell;

typedef struct
{
  char          *id;
  char          *title;
  char          *unit;      /* or NULL */
  PivotCellKind  kind;      /* of its cells, but for those that are missing */
  gboolean       aside;     /* for files only: it would crowd the window */
} PivotTableColumn;

/* A rectangle of typed cells: what is shown in the window, copied and saved. Filled row by row, from left to right, and then left
 * alone. Columns come before the first row. */
#define PIVOT_TYPE_TABLE (pivot_table_get_type ())
G_DECLARE_FINAL_TYPE (PivotTable, pivot_table, PIVOT, TABLE, GObject)

PivotTable             *pivot_table_new           (const char *id, const char *title) G_GNUC_WARN_UNUSED_RESULT;
guint                   pivot_table_add_column    (PivotTable *self, const char *id, const char *title, const char *unit,
                                                   PivotCellKind kind, gboolean aside);
void                    pivot_table_add_row       (PivotTable *self, const char *id);
/* The next cell of the last row. An empty or absent text or date is a missing cell. */
void                    pivot_table_add_text      (PivotTable *self, const char *text, const char *ref);
void                    pivot_table_add_number    (PivotTable *self, double number, guint decimals, PivotBound bound, const char *ref);
void                    pivot_table_add_date      (PivotTable *self, const char *iso, const char *ref);
void                    pivot_table_add_missing   (PivotTable *self, const char *reason, const char *ref);

const char             *pivot_table_get_id        (PivotTable *self);
const char             *pivot_table_get_title     (PivotTable *self);
guint                   pivot_table_get_n_columns (PivotTable *self);
guint                   pivot_table_get_n_rows    (PivotTable *self);
const PivotTableColumn *pivot_table_get_column    (PivotTable *self, guint column);
int                     pivot_table_find_column   (PivotTable *self, const char *id);           /* −1 if none */
const char             *pivot_table_get_row_id    (PivotTable *self, guint row);                /* a ref as that of cells */
const PivotCell        *pivot_table_get_cell      (PivotTable *self, guint row, guint column);
/* −1, 0, 1 as strcmp. Numbers by size, dates by time, texts as people sort them; missing cells are equal to each other only. */
int                     pivot_cell_compare        (const PivotCell *a, const PivotCell *b);

G_END_DECLS

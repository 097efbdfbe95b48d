/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-table.h"

G_BEGIN_DECLS

/* A table as text. rows: numbers of the rows to write, in this order; NULL: all. All (transfer full).
 * A limit is written as such ("> 9.0") wherever it stands, a missing cell is empty in files. */

/* For a file: RFC 4180, UTF-8, numbers of the C locale with all digits that they have, every column. */
char *pivot_table_to_csv  (PivotTable *self, const guint *rows, guint n_rows) G_GNUC_WARN_UNUSED_RESULT;
/* For the clipboard and a spreadsheet: the columns that the window shows, numbers as in a file. */
char *pivot_table_to_tsv  (PivotTable *self, const guint *rows, guint n_rows) G_GNUC_WARN_UNUSED_RESULT;
/* For a document: a table element with a caption, numbers as people read them. */
char *pivot_table_to_html (PivotTable *self, const guint *rows, guint n_rows) G_GNUC_WARN_UNUSED_RESULT;

/* A cell as people read it, without its unit; "—" if it is missing. */
char *pivot_cell_to_text  (const PivotCell *cell) G_GNUC_WARN_UNUSED_RESULT;
/* "Share of all Little Giants (%)" */
char *pivot_table_column_to_heading (const PivotTableColumn *column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

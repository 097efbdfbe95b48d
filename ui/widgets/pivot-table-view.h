/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-table.h"

G_BEGIN_DECLS

/* Any table in a GtkColumnView: sorts by any column (missing cells last), filters, selects several rows. Cells with a ref are links:
 * a click, or Enter on them, asks for it.
 * Signals: row-activated (guint row), cell-activated (guint row, guint column, GtkWidget *cell), sort-changed, rows-changed
 * (another number of rows is shown or selected). */
#define PIVOT_TYPE_TABLE_VIEW (pivot_table_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotTableView, pivot_table_view, PIVOT, TABLE_VIEW, GtkWidget)

GtkWidget  *pivot_table_view_new           (void) G_GNUC_WARN_UNUSED_RESULT;
PivotTable *pivot_table_view_get_table     (PivotTableView *self); /* or NULL */
void        pivot_table_view_set_table     (PivotTableView *self, PivotTable *table);
/* Words that a row must all have somewhere; empty: all rows. */
void        pivot_table_view_set_filter    (PivotTableView *self, const char *words);
/* Id of a column, with a minus before it if from high to low; empty: the order of the table. */
const char *pivot_table_view_get_sort      (PivotTableView *self);
void        pivot_table_view_set_sort      (PivotTableView *self, const char *sort);
guint       pivot_table_view_get_n_shown   (PivotTableView *self);
guint       pivot_table_view_get_n_selected(PivotTableView *self);
/* Rows as they are shown, the selected ones only if there are any (transfer full). */
guint      *pivot_table_view_get_rows      (PivotTableView *self, guint *n);

G_END_DECLS

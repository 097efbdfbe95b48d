/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-table-view.h"

G_BEGIN_DECLS

/* What the two files of the view share: pivot-table-view.c sorts, filters and selects, pivot-table-columns.c makes columns and cells. */

#define PIVOT_TYPE_TABLE_ROW (pivot_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotTableRow, pivot_table_row, PIVOT, TABLE_ROW, GObject)

struct _PivotTableRow
{
  GObject  parent_instance;

  guint    index;    /* in the table */
  char    *folded;   /* all that is shown of it, for the filter */
};

struct _PivotTableView
{
  GtkWidget           parent_instance;

  PivotTable         *table;
  GListStore         *store;          /* of PivotTableRow */
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GListModel         *shown;          /* filtered and sorted */
  GtkMultiSelection  *selection;
  GtkColumnView      *view;
  GPtrArray          *columns;        /* GtkColumnViewColumn by column of the table; NULL where it is aside */

  char              **words;          /* folded, of the filter */
  int                 sort_column;    /* −1: the table's order */
  gboolean            descending;
  char               *sort;           /* the same as text */
};

void     _pivot_table_view_build_columns (PivotTableView *self);
/* Which cell of a row a widget inside it is; FALSE if it is none that has a ref. */
gboolean _pivot_table_view_find_cell     (PivotTableView *self,
                                          GtkWidget      *widget,
                                          guint          *row,
                                          guint          *column,
                                          GtkWidget     **cell);

G_END_DECLS

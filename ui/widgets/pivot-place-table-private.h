/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-place-table.h"
#include "pivot-session-selection.h"

G_BEGIN_DECLS

/* A GtkColumnView over the dataset's places. Columns follow the dataset's measures, the two chosen ones first.
 *
 * The class is in four files: pivot-place-table.c follows the session, -columns.c makes the columns, -cells.c what is in them, and
 * -sort.c puts the rows in order. */
struct _PivotPlaceTable
{
  GtkWidget              parent_instance;

  PivotSession          *session;
  PivotDataset          *dataset;     /* whose columns are there */
  PivotSessionSelection *selection;
  GtkSortListModel      *sorted;
  GtkSorter             *missing_sorter; /* owned by the sorter of sorted */
  PivotMeasure          *sort_measure;   /* that the rows are sorted by, or NULL; owned by the dataset */
  GtkColumnViewColumn   *name_column; /* owned by the view */
  GPtrArray             *columns;     /* GtkColumnViewColumn by measure, in the dataset's order */
  GHashTable            *rows;        /* index of a place → cell of its name, while it is bound */
  char                  *supposed;    /* the what-if whose numbers are there; NULL: those of no session yet */
  int                    hovered;
  guint                  update_id;
  guint                  scroll_id;

  GtkColumnView         *view;
  GtkLabel              *key_label;
  GtkDropDown           *sort_drop_down;     /* the headings of GTK 4.8 cannot be reached by keyboard */
  GtkToggleButton       *descending_button;
  gboolean               sorting;            /* the drop-down is being told, not asked */
};

/* What the factory and the sorter of a column of numbers know. */
typedef struct
{
  PivotPlaceTable *table;    /* outlives both */
  PivotMeasure    *measure;  /* the dataset's own */
} PivotPlaceNumbers;

/* pivot-place-table-cells.c */
PivotPlaceNumbers  *_pivot_place_numbers_new           (PivotPlaceTable         *table,
                                                        PivotMeasure            *measure);
void                _pivot_place_numbers_free          (gpointer                 data);
/* The measure as the session has it now, which may be that of a what-if. */
PivotMeasure       *_pivot_place_numbers_get           (const PivotPlaceNumbers *self);
/* What makes the cells of a measure's column, or those of the names if there is none. */
GtkListItemFactory *_pivot_place_table_new_factory     (PivotPlaceTable         *self,
                                                        PivotMeasure            *measure);
/* Shows whether a place is hovered or lit, in its row if it has one now. */
void                _pivot_place_table_mark_row        (PivotPlaceTable         *self,
                                                        int                      place);
/* The place at a point of the view, or −1. */
int                 _pivot_place_table_find            (PivotPlaceTable         *self,
                                                        double                   x,
                                                        double                   y);

/* pivot-place-table-columns.c */
void                _pivot_place_table_build_columns   (PivotPlaceTable         *self);
void                _pivot_place_table_remove_columns  (PivotPlaceTable         *self);
void                _pivot_place_table_order_columns   (PivotPlaceTable         *self);
void                _pivot_place_table_update_numbers  (PivotPlaceTable         *self);
void                _pivot_place_table_update_key      (PivotPlaceTable         *self,
                                                        gboolean                 supposed);

/* pivot-place-table-sort.c */
/* The sorter of a measure's column, or that of the names if there is none. */
GtkSorter          *_pivot_place_table_new_column_sorter (PivotPlaceTable       *self,
                                                        PivotMeasure            *measure);
/* The sorter of the rows. */
GtkSorter          *_pivot_place_table_new_sorter      (PivotPlaceTable         *self);
/* Sorts as the drop-down and the button beside it say. */
void                _pivot_place_table_sort            (PivotPlaceTable         *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm-index.h"

G_BEGIN_DECLS

/* The columns of the list of firms, and what it is sorted by. The rows themselves are sorted by the model. */
void        _pivot_firm_columns_add      (GtkColumnView    *view,
                                          PivotFirmIndex  **index);
const char *_pivot_firm_column_get_title (PivotFirmColumn   column);
/* What the headings say; "dataset", "founded", "-founded" … */
const char *_pivot_firm_columns_get_sort (GtkColumnView    *view);
void        _pivot_firm_columns_set_sort (GtkColumnView    *view,
                                          const char       *sort);
/* PIVOT_FIRM_UNSORTED for "dataset". */
int         _pivot_firm_sort_parse       (const char       *sort,
                                          gboolean         *descending);
const char *_pivot_firm_sort_get_word    (int               column,
                                          gboolean          descending);

G_END_DECLS

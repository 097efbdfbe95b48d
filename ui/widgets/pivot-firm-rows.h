/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-firm-filter.h"

G_BEGIN_DECLS

/* A row of a list: stays where it is and gets another firm. Property: firm (with notify). */
#define PIVOT_TYPE_FIRM_ROW (pivot_firm_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmRow, pivot_firm_row, PIVOT, FIRM_ROW, GObject)

PivotFirm    *pivot_firm_row_get_firm (PivotFirmRow *self); /* (transfer none) */

/* The rows (GListModel of PivotFirmRow) of the firms that pass a filter. A view makes widgets for some 200 rows and throws away
 * those whose item is another: so the items stay the same, and where there are more of them they come a few at a time. */
#define PIVOT_TYPE_FIRM_ROWS (pivot_firm_rows_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmRows, pivot_firm_rows, PIVOT, FIRM_ROWS, GObject)

PivotFirmRows *pivot_firm_rows_new      (PivotFirmFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* The first row that is in sight: those from it on are brought up to date first. */
void           pivot_firm_rows_set_first (PivotFirmRows *self, guint first);
/* Has all rows at once. */
void           pivot_firm_rows_complete (PivotFirmRows *self);

G_END_DECLS

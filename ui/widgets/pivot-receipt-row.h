/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-receipt.h"

G_BEGIN_DECLS

/* A line of the place's card: what is measured, the value, its rank, and marks in words. Property: receipt. */
#define PIVOT_TYPE_RECEIPT_ROW (pivot_receipt_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotReceiptRow, pivot_receipt_row, PIVOT, RECEIPT_ROW, GtkListBoxRow)

GtkWidget    *pivot_receipt_row_new         (void) G_GNUC_WARN_UNUSED_RESULT;
PivotReceipt *pivot_receipt_row_get_receipt (PivotReceiptRow *self);
void          pivot_receipt_row_set_receipt (PivotReceiptRow *self, PivotReceipt *receipt);
/* Whether it is the measure on the map. */
void          pivot_receipt_row_set_current (PivotReceiptRow *self, gboolean current);

G_END_DECLS

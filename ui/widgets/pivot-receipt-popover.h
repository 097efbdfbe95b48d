/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-receipt.h"

G_BEGIN_DECLS

/* Where a number comes from: value, status, source, note, formula, what the audit says; to copy, and to open the source.
 * Property: receipt. */
#define PIVOT_TYPE_RECEIPT_POPOVER (pivot_receipt_popover_get_type ())
G_DECLARE_FINAL_TYPE (PivotReceiptPopover, pivot_receipt_popover, PIVOT, RECEIPT_POPOVER, GtkPopover)

GtkWidget    *pivot_receipt_popover_new         (void) G_GNUC_WARN_UNUSED_RESULT;
PivotReceipt *pivot_receipt_popover_get_receipt (PivotReceiptPopover *self);
void          pivot_receipt_popover_set_receipt (PivotReceiptPopover *self, PivotReceipt *receipt);

G_END_DECLS

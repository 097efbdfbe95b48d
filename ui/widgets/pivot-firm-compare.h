/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-receipt.h"
#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What the firms of a timeline are compared by, a line for each: who its customers are, and how long things took.
 * Signal: receipt-asked (PivotReceipt *receipt, GtkWidget *button). */
#define PIVOT_TYPE_FIRM_COMPARE (pivot_firm_compare_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmCompare, pivot_firm_compare, PIVOT, FIRM_COMPARE, GtkWidget)

GtkWidget *pivot_firm_compare_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_firm_compare_update (PivotFirmCompare *self, PivotSession *session, const PivotStyle *style);

/* Compares the session's firm with another, or no longer. At most two others: the oldest makes room. */
void       pivot_firm_compare_toggle (PivotSession *session, const char *id);

G_END_DECLS

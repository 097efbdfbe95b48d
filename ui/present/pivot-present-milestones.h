/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-receipt.h"

G_BEGIN_DECLS

/* How many of a firm's entries on customers name which party. Entries, not customers: one may name several. */
typedef struct
{
  guint n;
  guint state, private, mixed;
} PivotCustomerShares;

PivotCustomerShares pivot_present_customer_shares (PivotFirm *firm);
char               *pivot_present_customer_shares_text (const PivotCustomerShares *shares); /* "3 state, 1 mixed (n = 4)" */

/* Facts to compare firms by, the same for each: first state customer, time from founding to it, from founding to listing (transfer
 * full, of PivotReceipt). */
GListModel         *pivot_present_milestones      (PivotDataset *dataset, PivotFirm *firm) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

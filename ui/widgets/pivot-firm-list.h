/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm-filter.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* The firms of the dataset: typed, ticked and clicked for. What is chosen is the session's. */
#define PIVOT_TYPE_FIRM_LIST (pivot_firm_list_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmList, pivot_firm_list, PIVOT, FIRM_LIST, GtkWidget)

void             pivot_firm_list_set_session (PivotFirmList *self, PivotSession *session);
/* NULL while it is being prepared. */
void             pivot_firm_list_set_index   (PivotFirmList *self, PivotFirmIndex *index);
/* The list as it is shown (transfer none). */
PivotFirmFilter *pivot_firm_list_get_filter  (PivotFirmList *self);
/* Puts the keyboard into the entry. */
void             pivot_firm_list_start       (PivotFirmList *self);

G_END_DECLS

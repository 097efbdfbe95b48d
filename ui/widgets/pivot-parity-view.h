/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Two shares of a place against each other, what it would take for parity, and a slider for each that supposes another value of it. */
#define PIVOT_TYPE_PARITY_VIEW (pivot_parity_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotParityView, pivot_parity_view, PIVOT, PARITY_VIEW, GtkWidget)

GtkWidget *pivot_parity_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_parity_view_set_session (PivotParityView *self, PivotSession *session);
/* Shows a place as the session has it now; hidden if the session compares no shares. */
void       pivot_parity_view_show        (PivotParityView *self, guint place);

G_END_DECLS

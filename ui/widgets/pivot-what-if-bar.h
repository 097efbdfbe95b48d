/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Says over a page that what it shows is partly assumed, and drops that. Hidden where nothing is. */
#define PIVOT_TYPE_WHAT_IF_BAR (pivot_what_if_bar_get_type ())
G_DECLARE_FINAL_TYPE (PivotWhatIfBar, pivot_what_if_bar, PIVOT, WHAT_IF_BAR, GtkWidget)

void pivot_what_if_bar_set_session (PivotWhatIfBar *self, PivotSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-timeline-sign.h"

G_BEGIN_DECLS

/* The sign of an event, for legends and lists. What stands beside it says the same in words. */
#define PIVOT_TYPE_SIGN_VIEW (pivot_sign_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotSignView, pivot_sign_view, PIVOT, SIGN_VIEW, GtkWidget)

GtkWidget *pivot_sign_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_sign_view_set (PivotSignView *self, const PivotSign *sign, const PivotStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-timeline-sign.h"

G_BEGIN_DECLS

#define PIVOT_SHARE_BAR_MAX 4

/* A small bar of parts that make up a whole. What stands beside it says the numbers. */
#define PIVOT_TYPE_SHARE_BAR (pivot_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PivotShareBar, pivot_share_bar, PIVOT, SHARE_BAR, GtkWidget)

GtkWidget *pivot_share_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* signs: how each part is filled. */
void       pivot_share_bar_set (PivotShareBar *self, const guint *parts, const PivotSign *signs, guint n, const PivotStyle *style);

G_END_DECLS

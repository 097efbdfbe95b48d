/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list that a person puts in order: by dragging rows, or with Alt+Up and Alt+Down. Signal: moved (guint from, guint to). */
#define PIVOT_TYPE_PREDICT_ORDER (pivot_predict_order_get_type ())
G_DECLARE_FINAL_TYPE (PivotPredictOrder, pivot_predict_order, PIVOT, PREDICT_ORDER, GtkWidget)

GtkWidget *pivot_predict_order_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* fixed: nothing can be moved any more. at: the row that has the keyboard, if the list has; −1: as before. */
void       pivot_predict_order_show (PivotPredictOrder *self, const char * const *texts, guint n, gboolean fixed, int at);
int        pivot_predict_order_get_at (PivotPredictOrder *self); /* the row that has the keyboard; −1: none */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-class-check.h"

G_BEGIN_DECLS

/* Says which classes of the map run into each other on a photocopy and on a washed-out projector, and offers to hatch them where that
 * helps. */
#define PIVOT_TYPE_CLASS_CHECK_VIEW (pivot_class_check_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotClassCheckView, pivot_class_check_view, PIVOT, CLASS_CHECK_VIEW, GtkWidget)

GtkWidget *pivot_class_check_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_class_check_view_set_session (PivotClassCheckView *self, PivotSession *session);
/* In its own colours, whatever is previewed. */
void       pivot_class_check_view_set_style   (PivotClassCheckView *self, const PivotStyle *style);

G_END_DECLS

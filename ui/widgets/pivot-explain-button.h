/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Says in words what a view shows, in a popover. */
#define PIVOT_TYPE_EXPLAIN_BUTTON (pivot_explain_button_get_type ())
G_DECLARE_FINAL_TYPE (PivotExplainButton, pivot_explain_button, PIVOT, EXPLAIN_BUTTON, GtkWidget)

/* The words for what a session shows (transfer full). */
typedef char *(*PivotExplainFunc) (PivotSession *session);

GtkWidget *pivot_explain_button_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_explain_button_set_text   (PivotExplainButton *self, const char *text);
/* Asked each time that the popover opens. */
void       pivot_explain_button_set_source (PivotExplainButton *self, PivotExplainFunc explain, PivotSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* One of the two framings: title, map, bars. What is pointed at in it is pointed at in the session, and so in the other one. */
#define PIVOT_TYPE_FRAMING_PANE (pivot_framing_pane_get_type ())
G_DECLARE_FINAL_TYPE (PivotFramingPane, pivot_framing_pane, PIVOT, FRAMING_PANE, GtkWidget)

GtkWidget *pivot_framing_pane_new    (PivotSession *session, guint side) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_framing_pane_update (PivotFramingPane *self, const PivotStyle *style);

G_END_DECLS

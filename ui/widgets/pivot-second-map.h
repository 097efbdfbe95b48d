/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* The second of two maps: the compared measure. Camera, hover and selection are the session's, and so
 * those of both maps. It is there only while the colours show a pair. */
#define PIVOT_TYPE_SECOND_MAP (pivot_second_map_get_type ())
G_DECLARE_FINAL_TYPE (PivotSecondMap, pivot_second_map, PIVOT, SECOND_MAP, GtkWidget)

void pivot_second_map_set_session (PivotSecondMap *self, PivotSession *session);
void pivot_second_map_set_style   (PivotSecondMap *self, const PivotStyle *style);
/* Whether the pointer or the keyboard is on it: then it is the one to show a tooltip. */
gboolean pivot_second_map_is_pointed (PivotSecondMap *self);

G_END_DECLS

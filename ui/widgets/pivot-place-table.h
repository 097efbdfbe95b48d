/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* All places with all measures, a row a place: sorts by any column, shares selection and hover with the other views. */
#define PIVOT_TYPE_PLACE_TABLE (pivot_place_table_get_type ())
G_DECLARE_FINAL_TYPE (PivotPlaceTable, pivot_place_table, PIVOT, PLACE_TABLE, GtkWidget)

PivotSession *pivot_place_table_get_session (PivotPlaceTable *self);
void          pivot_place_table_set_session (PivotPlaceTable *self,
                                             PivotSession    *session);

G_END_DECLS

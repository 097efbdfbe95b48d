/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* The index of the place that an item of a list stands for. */
typedef guint (*PivotGetPlaceFunc) (gpointer item);

/* A GtkSelectionModel whose selection is the session's: any list of places over it is linked with all other views. */
#define PIVOT_TYPE_SESSION_SELECTION (pivot_session_selection_get_type ())
G_DECLARE_FINAL_TYPE (PivotSessionSelection, pivot_session_selection, PIVOT, SESSION_SELECTION, GObject)

PivotSessionSelection *pivot_session_selection_new       (GListModel            *model,
                                                          PivotSession          *session,
                                                          PivotGetPlaceFunc      get_place) G_GNUC_WARN_UNUSED_RESULT;
void                   pivot_session_selection_set_model (PivotSessionSelection *self,
                                                          GListModel            *model);
GListModel            *pivot_session_selection_get_model (PivotSessionSelection *self);
/* Where a place stands in the list; G_MAXUINT if it does not. */
guint                  pivot_session_selection_find      (PivotSessionSelection *self,
                                                          guint                  place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* The place that is in the focus of the session: names, groups, every number with its receipt, what is missing and why, firms.
 * Without one, how to choose a place, and what the dataset is. Property: session. */
#define PIVOT_TYPE_PLACE_CARD (pivot_place_card_get_type ())
G_DECLARE_FINAL_TYPE (PivotPlaceCard, pivot_place_card, PIVOT, PLACE_CARD, GtkWidget)

PivotSession *pivot_place_card_get_session (PivotPlaceCard *self);
void          pivot_place_card_set_session (PivotPlaceCard *self, PivotSession *session);

G_END_DECLS

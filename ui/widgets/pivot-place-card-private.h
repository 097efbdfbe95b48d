/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm.h"
#include "pivot-group.h"
#include "pivot-place.h"

G_BEGIN_DECLS

/* Parts of the card that need no card. */
char      *_pivot_place_card_subtitle       (PivotPlace *place);     /* names in the other languages, code (transfer full) */
char      *_pivot_place_card_missing_markup (GListModel *receipts);  /* NULL if nothing is missing (transfer full) */
GtkWidget *_pivot_place_card_group_new      (PivotGroup *group);

G_END_DECLS

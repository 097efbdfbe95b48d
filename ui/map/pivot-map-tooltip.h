/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-style.h"

G_BEGIN_DECLS

/* A card beside the pointer. It covers the whole map and draws the card where it belongs: neither a new text nor a move lays out
 * anything, and nothing flickers as a popup would. */
#define PIVOT_TYPE_MAP_TOOLTIP (pivot_map_tooltip_get_type ())
G_DECLARE_FINAL_TYPE (PivotMapTooltip, pivot_map_tooltip, PIVOT, MAP_TOOLTIP, GtkWidget)

GtkWidget *pivot_map_tooltip_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_map_tooltip_set_style    (PivotMapTooltip  *self,
                                           const PivotStyle *style);
void       pivot_map_tooltip_set_markup   (PivotMapTooltip  *self,
                                           const char       *markup);
void       pivot_map_tooltip_set_position (PivotMapTooltip  *self,
                                           double            x,
                                           double            y);
/* The card in the widget's px; FALSE if none is shown. */
gboolean   pivot_map_tooltip_get_card     (PivotMapTooltip  *self,
                                           graphene_rect_t  *card);

G_END_DECLS

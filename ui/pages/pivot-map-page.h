/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The map with its linked views: choices and legend on the left, scatter, ranking and table below, the place's card on the right.
 * Properties: show-left, show-right, show-bottom (booleans); left-width, right-width (px), bottom-height (px), 0: by the room. */
#define PIVOT_TYPE_MAP_PAGE (pivot_map_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotMapPage, pivot_map_page, PIVOT, MAP_PAGE, GtkWidget)

void pivot_map_page_set_session (PivotMapPage *self,
                                 PivotSession *session);
void pivot_map_page_set_theme   (PivotMapPage *self,
                                 PivotTheme   *theme);

/* Brings what is selected into sight, if a part of it is not. */
void pivot_map_page_reveal_selection (PivotMapPage *self);

G_END_DECLS

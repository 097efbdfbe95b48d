/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-map-view.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Turns what is done to a map into changes of the session, and shows the session's selection and camera on it. */
#define PIVOT_TYPE_MAP_LINK (pivot_map_link_get_type ())
G_DECLARE_FINAL_TYPE (PivotMapLink, pivot_map_link, PIVOT, MAP_LINK, GObject)

PivotMapLink *pivot_map_link_new            (PivotMapView *map, PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean      pivot_map_link_is_moving      (PivotMapLink *self);
void          pivot_map_link_show_camera    (PivotMapLink *self);
void          pivot_map_link_show_selection (PivotMapLink *self);

G_END_DECLS

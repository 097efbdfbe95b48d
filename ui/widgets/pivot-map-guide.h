/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-map-view.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Leads the keyboard over a map by what the session knows of the places: rank, name in any language, what is said of each. */
#define PIVOT_TYPE_MAP_GUIDE (pivot_map_guide_get_type ())
G_DECLARE_FINAL_TYPE (PivotMapGuide, pivot_map_guide, PIVOT, MAP_GUIDE, GObject)

PivotMapGuide *pivot_map_guide_new (PivotMapView *map, PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

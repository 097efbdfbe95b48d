/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-page-private.h"

/* From the views to the session */

static void
place_hovered_cb (PivotMapPage *self,
                  int           place)
{
  pivot_session_set_hovered (self->session, place);
}

/* A click on nothing lets go of the selection; with Ctrl it is a slip, and keeps it. */
static void
place_activated_cb (PivotMapPage *self,
                    guint         place,
                    gboolean      toggle)
{
  if (place != G_MAXUINT)
    pivot_session_select_one (self->session, place, toggle ? PIVOT_SELECT_TOGGLE : PIVOT_SELECT_REPLACE);
  else if (!toggle)
    pivot_session_clear_selection (self->session);
}

static void
places_boxed_cb (PivotMapPage *self,
                 guint        *places,
                 guint         n,
                 gboolean      add)
{
  pivot_session_select (self->session, places, n, add ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

static void
places_outlined_cb (PivotMapPage *self,
                    guint        *places,
                    guint         n,
                    guint         mode)
{
  static const PivotSelectMode modes[] = {
    [PIVOT_MAP_BOX_REPLACE] = PIVOT_SELECT_REPLACE,
    [PIVOT_MAP_BOX_ADD] = PIVOT_SELECT_ADD,
    [PIVOT_MAP_BOX_REMOVE] = PIVOT_SELECT_REMOVE,
  };

  pivot_session_select (self->session, places, n, modes[mode]);
}

static void
camera_changed_cb (PivotMapPage *self)
{
  double longitude, latitude, zoom;

  g_signal_handlers_block_by_func (self->session, _pivot_map_page_session_notify_cb, self);
  if (pivot_map_view_get_camera (self->map, &longitude, &latitude, &zoom))
    pivot_session_set_camera (self->session, longitude, latitude, zoom);
  else
    pivot_session_reset_camera (self->session);
  g_signal_handlers_unblock_by_func (self->session, _pivot_map_page_session_notify_cb, self);
}

/* Two maps go together all the way. */
static void
camera_moved_cb (PivotMapPage *self)
{
  if (pivot_session_get_mapping (self->session) == PIVOT_MAPPING_PAIR)
    camera_changed_cb (self);
}

void
_pivot_map_page_connect_views (PivotMapPage *self)
{
  g_signal_connect_swapped (self->map, "region-hovered", G_CALLBACK (place_hovered_cb), self);
  g_signal_connect_swapped (self->map, "region-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect_swapped (self->map, "regions-boxed", G_CALLBACK (places_outlined_cb), self);
  g_signal_connect_swapped (self->map, "camera-changed", G_CALLBACK (camera_changed_cb), self);
  g_signal_connect_swapped (self->map, "camera-moved", G_CALLBACK (camera_moved_cb), self);
  g_signal_connect_swapped (self->scatter, "mark-hovered", G_CALLBACK (place_hovered_cb), self);
  g_signal_connect_swapped (self->scatter, "mark-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect_swapped (self->scatter, "brushed", G_CALLBACK (places_boxed_cb), self);
}

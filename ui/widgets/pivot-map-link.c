/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-link.h"

#include "pivot-present.h"

struct _PivotMapLink
{
  GObject       parent_instance;

  PivotMapView *map;       /* its owner has the link, too */
  PivotSession *session;
  gboolean      moving;
};

G_DEFINE_FINAL_TYPE (PivotMapLink, pivot_map_link, G_TYPE_OBJECT)

/* From the map to the session */

static void
hovered_cb (PivotMapLink *self,
            int           place)
{
  pivot_session_set_hovered (self->session, place);
}

/* A click on nothing lets go of the selection; with Ctrl it is a slip, and keeps it. */
static void
activated_cb (PivotMapLink *self,
              guint         place,
              gboolean      toggle)
{
  if (place != G_MAXUINT)
    pivot_session_select_one (self->session, place, toggle ? PIVOT_SELECT_TOGGLE : PIVOT_SELECT_REPLACE);
  else if (!toggle)
    pivot_session_clear_selection (self->session);
}

static void
boxed_cb (PivotMapLink *self,
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
camera_changed_cb (PivotMapLink *self)
{
  double longitude, latitude, zoom;

  self->moving = TRUE;
  if (pivot_map_view_get_camera (self->map, &longitude, &latitude, &zoom))
    pivot_session_set_camera (self->session, longitude, latitude, zoom);
  else
    pivot_session_reset_camera (self->session);
  self->moving = FALSE;
}

/* Two maps go together all the way; one alone tells where it has come to rest. */
static void
camera_moved_cb (PivotMapLink *self)
{
  if (pivot_session_get_mapping (self->session) == PIVOT_MAPPING_PAIR)
    camera_changed_cb (self);
}

static void
pivot_map_link_dispose (GObject *object)
{
  PivotMapLink *self = PIVOT_MAP_LINK (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_map_link_parent_class)->dispose (object);
}

static void
pivot_map_link_class_init (PivotMapLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_map_link_dispose;
}

static void
pivot_map_link_init (PivotMapLink *self)
{
}

/**
 * pivot_map_link_new:
 * @map: a map, which outlives the link
 * @session: a session
 *
 * Links them: pointing at a place of the map hovers it, clicks and boxes select, and the session's camera is where the map is.
 *
 * Returns: (transfer full): the link
 */
PivotMapLink *
pivot_map_link_new (PivotMapView *map,
                    PivotSession *session)
{
  PivotMapLink *self;

  g_return_val_if_fail (PIVOT_IS_MAP_VIEW (map), NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_MAP_LINK, NULL);
  self->map = map;
  self->session = g_object_ref (session);
  g_signal_connect_object (map, "region-hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "region-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "regions-boxed", G_CALLBACK (boxed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "camera-changed", G_CALLBACK (camera_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "camera-moved", G_CALLBACK (camera_moved_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * pivot_map_link_is_moving:
 * @self: a link
 *
 * Tells whether it is this map that moves the session's camera just now, and so need not be told.
 *
 * Returns: whether it is
 */
gboolean
pivot_map_link_is_moving (PivotMapLink *self)
{
  g_return_val_if_fail (PIVOT_IS_MAP_LINK (self), FALSE);

  return self->moving;
}

/**
 * pivot_map_link_show_camera:
 * @self: a link
 *
 * Takes the map where the session's camera is: to the whole of it if that has no place.
 */
void
pivot_map_link_show_camera (PivotMapLink *self)
{
  double longitude, latitude, zoom;

  g_return_if_fail (PIVOT_IS_MAP_LINK (self));

  if (pivot_session_get_camera (self->session, &longitude, &latitude, &zoom))
    pivot_map_view_set_camera (self->map, longitude, latitude, zoom);
  else
    pivot_map_view_fit (self->map);
}

/**
 * pivot_map_link_show_selection:
 * @self: a link
 *
 * Outlines the selected places, and those of the class that is pointed at.
 */
void
pivot_map_link_show_selection (PivotMapLink *self)
{
  g_autofree guint *selected = NULL;
  g_autofree guint *lit = NULL;
  guint n, n_lit = 0;
  int class_index;

  g_return_if_fail (PIVOT_IS_MAP_LINK (self));

  selected = pivot_session_get_selected (self->session, &n);
  pivot_map_view_set_selected (self->map, selected, n);
  class_index = pivot_session_get_hovered_class (self->session);
  if (class_index >= 0)
    lit = pivot_legend_get_places (self->session, class_index, &n_lit);
  pivot_map_view_set_lit (self->map, lit, n_lit);
}

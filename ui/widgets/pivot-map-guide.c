/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-guide.h"

#include "pivot-present.h"
#include "pivot-search.h"

struct _PivotMapGuide
{
  GObject       parent_instance;

  PivotMapView *map;        /* weak */
  PivotSession *session;
  PivotSearch  *search;     /* made when somebody types */
};

G_DEFINE_FINAL_TYPE (PivotMapGuide, pivot_map_guide, G_TYPE_OBJECT)

static int
find_by_name (PivotMapGuide *self,
              const char    *typed)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(PivotSearchHit) hit = NULL;

  if (self->search == NULL)
    {
      self->search = pivot_search_new ();
      pivot_search_set_kinds (self->search, 1 << PIVOT_SEARCH_PLACE);
    }
  pivot_search_set_dataset (self->search, dataset);
  pivot_search_set_query (self->search, typed);
  hit = g_list_model_get_item (G_LIST_MODEL (self->search), 0);

  return hit != NULL ? pivot_dataset_get_place_index (dataset, pivot_search_hit_get_id (hit)) : -1;
}

static int
seek_cb (int           from,
         PivotMapSeek  seek,
         const char   *typed,
         gpointer      user_data)
{
  PivotMapGuide *self = PIVOT_MAP_GUIDE (user_data);

  if (pivot_session_get_dataset (self->session) == NULL)
    return -1;

  switch (seek)
    {
    case PIVOT_MAP_SEEK_HIGHER:
      return pivot_present_step_rank (self->session, from, -1);
    case PIVOT_MAP_SEEK_LOWER:
      return pivot_present_step_rank (self->session, from, 1);
    case PIVOT_MAP_SEEK_HIGHEST:
      return pivot_present_step_rank (self->session, -1, 1);
    case PIVOT_MAP_SEEK_LOWEST:
      return pivot_present_step_rank (self->session, -1, -1);
    case PIVOT_MAP_SEEK_NAME:
    default:
      return find_by_name (self, typed);
    }
}

static char *
describe_cb (guint    region,
             gpointer user_data)
{
  return pivot_present_place_sentence (PIVOT_MAP_GUIDE (user_data)->session, region);
}

static void
pivot_map_guide_dispose (GObject *object)
{
  PivotMapGuide *self = PIVOT_MAP_GUIDE (object);

  if (self->map != NULL)
    pivot_map_view_set_guide (self->map, NULL, NULL, NULL);
  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->search);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_map_guide_parent_class)->dispose (object);
}

static void
pivot_map_guide_class_init (PivotMapGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_map_guide_dispose;
}

static void
pivot_map_guide_init (PivotMapGuide *self)
{
}

/**
 * pivot_map_guide_new:
 * @map: the map to lead over
 * @session: what is known of its regions
 *
 * Creates a guide.
 *
 * Returns: (transfer full): the guide, which leads as long as it lives
 */
PivotMapGuide *
pivot_map_guide_new (PivotMapView *map,
                     PivotSession *session)
{
  PivotMapGuide *self;

  g_return_val_if_fail (PIVOT_IS_MAP_VIEW (map), NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_MAP_GUIDE, NULL);
  g_set_weak_pointer (&self->map, map);
  self->session = g_object_ref (session);
  pivot_map_view_set_guide (map, seek_cb, describe_cb, self);

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-offline-source.h"

#define MAX_ZOOM_LEVEL 18
#define TILE_SIZE 256

/* A map source only because a viewport needs one to know where things are. */
struct _PivotOfflineSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (PivotOfflineSource, pivot_offline_source, SHUMATE_TYPE_MAP_SOURCE)

static void
pivot_offline_source_fill_tile_async (ShumateMapSource    *source,
                                      ShumateTile         *tile,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, pivot_offline_source_fill_tile_async);
  g_task_return_boolean (task, TRUE);
}

static gboolean
pivot_offline_source_fill_tile_finish (ShumateMapSource  *source,
                                       GAsyncResult      *result,
                                       GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
pivot_offline_source_class_init (PivotOfflineSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = pivot_offline_source_fill_tile_async;
  source_class->fill_tile_finish = pivot_offline_source_fill_tile_finish;
}

static void
pivot_offline_source_init (PivotOfflineSource *self)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  shumate_map_source_set_id (source, "offline");
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
  shumate_map_source_set_max_zoom_level (source, MAX_ZOOM_LEVEL);
  shumate_map_source_set_tile_size (source, TILE_SIZE);
}

/**
 * pivot_offline_source_new:
 *
 * Creates a map source without tiles.
 *
 * Returns: (transfer full): the source
 */
ShumateMapSource *
pivot_offline_source_new (void)
{
  return g_object_new (PIVOT_TYPE_OFFLINE_SOURCE, NULL);
}

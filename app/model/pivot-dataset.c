/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset.h"

#include "pivot-dataset-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (PivotDataset, pivot_dataset, G_TYPE_OBJECT)

static void
pivot_dataset_finalize (GObject *object)
{
  PivotDataset *self = PIVOT_DATASET (object);

  for (guint i = 0; i < PIVOT_N_KINDS; i++)
    {
      g_clear_pointer (&self->by_id[i], g_hash_table_unref);
      g_clear_object (&self->lists[i]);
    }
  g_clear_pointer (&self->boundaries, pivot_geometry_unref);
  g_clear_pointer (&self->context, pivot_geometry_unref);
  g_clear_pointer (&self->mercator, pivot_geometry_unref);
  g_clear_pointer (&self->mercator_context, pivot_geometry_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, pivot_text_unref);
  g_clear_pointer (&self->description, pivot_text_unref);
  g_clear_pointer (&self->license, pivot_text_unref);
  g_clear_pointer (&self->default_view, g_free);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_pointer (&self->boundaries_hi, g_free);
  g_clear_pointer (&self->boundaries_lo, g_free);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (pivot_dataset_parent_class)->finalize (object);
}

static void
pivot_dataset_class_init (PivotDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_dataset_finalize;
}

static void
pivot_dataset_init (PivotDataset *self)
{
  GType types[PIVOT_N_KINDS] = {
    [PIVOT_KIND_SOURCE] = PIVOT_TYPE_SOURCE,
    [PIVOT_KIND_GROUP] = PIVOT_TYPE_GROUP,
    [PIVOT_KIND_PLACE] = PIVOT_TYPE_PLACE,
    [PIVOT_KIND_MEASURE] = PIVOT_TYPE_MEASURE,
    [PIVOT_KIND_FIRM] = PIVOT_TYPE_FIRM,
    [PIVOT_KIND_FIGURE] = PIVOT_TYPE_FIGURE,
    [PIVOT_KIND_STORY] = PIVOT_TYPE_STORY,
    [PIVOT_KIND_CHECK] = PIVOT_TYPE_CHECK,
  };

  for (guint i = 0; i < PIVOT_N_KINDS; i++)
    {
      self->lists[i] = g_list_store_new (types[i]);
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

PivotDataset *
_pivot_dataset_new (GFile *folder)
{
  PivotDataset *self = g_object_new (PIVOT_TYPE_DATASET, NULL);

  self->folder = g_object_ref (folder);

  return self;
}

static const char *
get_object_id (gpointer  object,
               PivotKind kind)
{
  switch (kind)
    {
    case PIVOT_KIND_SOURCE:
      return pivot_source_get_id (object);
    case PIVOT_KIND_GROUP:
      return pivot_group_get_id (object);
    case PIVOT_KIND_PLACE:
      return pivot_place_get_id (object);
    case PIVOT_KIND_MEASURE:
      return pivot_measure_get_id (object);
    case PIVOT_KIND_FIRM:
      return pivot_firm_get_id (object);
    case PIVOT_KIND_FIGURE:
      return pivot_figure_get_id (object);
    case PIVOT_KIND_CHECK:
      return pivot_check_get_id (object);
    case PIVOT_KIND_STORY:
    case PIVOT_N_KINDS:
    default:
      return NULL;
    }
}

/* objects: all of a kind, in the file's order. */
void
_pivot_dataset_take (PivotDataset *self,
                     PivotKind     kind,
                     GPtrArray    *objects)
{
  for (guint i = 0; i < objects->len; i++)
    {
      const char *id = get_object_id (objects->pdata[i], kind);

      if (id != NULL)
        g_hash_table_insert (self->by_id[kind], (gpointer) id, objects->pdata[i]);
    }

  g_list_store_splice (self->lists[kind], 0, 0, objects->pdata, objects->len);
}

/**
 * pivot_dataset_get_id:
 * @self: a dataset
 *
 * Returns: its id
 */
const char *
pivot_dataset_get_id (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->id;
}

/**
 * pivot_dataset_get_title:
 * @self: a dataset
 *
 * Returns: (transfer none): its title
 */
const PivotText *
pivot_dataset_get_title (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->title;
}

/**
 * pivot_dataset_get_description:
 * @self: a dataset
 *
 * Returns: (transfer none): what it is
 */
const PivotText *
pivot_dataset_get_description (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->description;
}

/**
 * pivot_dataset_get_license:
 * @self: a dataset
 *
 * Returns: (transfer none): under what terms it may be used
 */
const PivotText *
pivot_dataset_get_license (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->license;
}

/**
 * pivot_dataset_get_default_view:
 * @self: a dataset
 *
 * Returns: the view it opens with, as JSON
 */
const char *
pivot_dataset_get_default_view (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->default_view;
}

/**
 * pivot_dataset_get_folder:
 * @self: a dataset
 *
 * Returns: (transfer none): where it was read from
 */
GFile *
pivot_dataset_get_folder (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->folder;
}

/**
 * pivot_dataset_get_attribution:
 * @self: a dataset
 *
 * Returns: (nullable): who made the boundaries, as their file says
 */
const char *
pivot_dataset_get_attribution (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->attribution;
}

/**
 * pivot_dataset_get_sources:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotSource
 */
GListModel *
pivot_dataset_get_sources (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_SOURCE]);
}

/**
 * pivot_dataset_get_places:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotPlace, in the order of all arrays by place
 */
GListModel *
pivot_dataset_get_places (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_PLACE]);
}

/**
 * pivot_dataset_get_groups:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotGroup
 */
GListModel *
pivot_dataset_get_groups (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_GROUP]);
}

/**
 * pivot_dataset_get_measures:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotMeasure, in the file's order
 */
GListModel *
pivot_dataset_get_measures (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_MEASURE]);
}

/**
 * pivot_dataset_get_firms:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotFirm
 */
GListModel *
pivot_dataset_get_firms (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_FIRM]);
}

/**
 * pivot_dataset_get_figures:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotFigure
 */
GListModel *
pivot_dataset_get_figures (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_FIGURE]);
}

/**
 * pivot_dataset_get_stories:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotStory, one a part
 */
GListModel *
pivot_dataset_get_stories (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_STORY]);
}

/**
 * pivot_dataset_get_checks:
 * @self: a dataset
 *
 * Returns: (transfer none): a list of #PivotCheck
 */
GListModel *
pivot_dataset_get_checks (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return G_LIST_MODEL (self->lists[PIVOT_KIND_CHECK]);
}

static gpointer
find (PivotDataset *self,
      PivotKind     kind,
      const char   *id)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[kind], id) : NULL;
}

/**
 * pivot_dataset_find_source:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the source that has the id
 */
PivotSource *
pivot_dataset_find_source (PivotDataset *self,
                           const char   *id)
{
  return find (self, PIVOT_KIND_SOURCE, id);
}

/**
 * pivot_dataset_find_place:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the place that has the id
 */
PivotPlace *
pivot_dataset_find_place (PivotDataset *self,
                          const char   *id)
{
  return find (self, PIVOT_KIND_PLACE, id);
}

/**
 * pivot_dataset_find_group:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the group that has the id
 */
PivotGroup *
pivot_dataset_find_group (PivotDataset *self,
                          const char   *id)
{
  return find (self, PIVOT_KIND_GROUP, id);
}

/**
 * pivot_dataset_find_measure:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the measure that has the id
 */
PivotMeasure *
pivot_dataset_find_measure (PivotDataset *self,
                            const char   *id)
{
  return find (self, PIVOT_KIND_MEASURE, id);
}

/**
 * pivot_dataset_find_firm:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the firm that has the id
 */
PivotFirm *
pivot_dataset_find_firm (PivotDataset *self,
                         const char   *id)
{
  return find (self, PIVOT_KIND_FIRM, id);
}

/**
 * pivot_dataset_find_figure:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the figure that has the id
 */
PivotFigure *
pivot_dataset_find_figure (PivotDataset *self,
                           const char   *id)
{
  return find (self, PIVOT_KIND_FIGURE, id);
}

/**
 * pivot_dataset_get_n_places:
 * @self: a dataset
 *
 * Returns: how many places there are
 */
guint
pivot_dataset_get_n_places (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lists[PIVOT_KIND_PLACE]));
}

/**
 * pivot_dataset_get_place:
 * @self: a dataset
 * @index: an index
 *
 * Returns: (transfer none): a place
 */
PivotPlace *
pivot_dataset_get_place (PivotDataset *self,
                         guint         index)
{
  g_autoptr(PivotPlace) place = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  /* The list keeps it alive. */
  place = g_list_model_get_item (G_LIST_MODEL (self->lists[PIVOT_KIND_PLACE]), index);
  g_return_val_if_fail (place != NULL, NULL);

  return place;
}

/**
 * pivot_dataset_get_place_index:
 * @self: a dataset
 * @id: (nullable): an id
 *
 * Returns: the index of the place that has the id, or -1
 */
int
pivot_dataset_get_place_index (PivotDataset *self,
                               const char   *id)
{
  PivotPlace *place = pivot_dataset_find_place (self, id);

  return place != NULL ? (int) pivot_place_get_index (place) : -1;
}

static const PivotValue *
find_point_value (PivotDataset *self,
                  const char   *figure_id,
                  const char   *series_id,
                  const char   *x)
{
  PivotFigure *figure = pivot_dataset_find_figure (self, figure_id);
  PivotSeries *series = figure != NULL ? pivot_figure_find_series (figure, series_id) : NULL;
  const PivotPoint *point = series != NULL ? pivot_series_find_point (series, x) : NULL;

  return point != NULL ? point->value : NULL;
}

/**
 * pivot_dataset_find_value: (skip)
 * @self: a dataset
 * @path: (nullable): `measure/place` or `figure/series/x`
 *
 * Returns: (transfer none) (nullable): the value there
 */
const PivotValue *
pivot_dataset_find_value (PivotDataset *self,
                          const char   *path)
{
  g_auto(GStrv) parts = NULL;
  PivotMeasure *measure;
  int place;

  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  if (path == NULL)
    return NULL;

  parts = g_strsplit (path, "/", 4);
  switch (g_strv_length (parts))
    {
    case 2:
      measure = pivot_dataset_find_measure (self, parts[0]);
      place = pivot_dataset_get_place_index (self, parts[1]);
      return measure != NULL && place >= 0 ? pivot_measure_get_value (measure, (guint) place) : NULL;
    case 3:
      return find_point_value (self, parts[0], parts[1], parts[2]);
    default:
      return NULL;
    }
}

/**
 * pivot_dataset_get_boundaries:
 * @self: a dataset
 *
 * Returns: (transfer none): the places in degrees; region i is place i
 */
PivotGeometry *
pivot_dataset_get_boundaries (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->boundaries;
}

/**
 * pivot_dataset_get_context:
 * @self: a dataset
 *
 * Returns: (transfer none) (nullable): what is drawn around them, in degrees
 */
PivotGeometry *
pivot_dataset_get_context (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->context;
}

/**
 * pivot_dataset_get_mercator:
 * @self: a dataset
 *
 * Returns: (transfer none): the boundaries in the unit square of Web Mercator
 */
PivotGeometry *
pivot_dataset_get_mercator (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->mercator;
}

/**
 * pivot_dataset_get_mercator_context:
 * @self: a dataset
 *
 * Returns: (transfer none) (nullable): what is drawn around them, in the same square
 */
PivotGeometry *
pivot_dataset_get_mercator_context (PivotDataset *self)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);

  return self->mercator_context;
}

/**
 * pivot_dataset_get_file:
 * @self: a dataset
 * @kind: "boundaries-hi" or "boundaries-lo"
 *
 * Returns: (transfer full) (nullable): the file with the same boundaries in more or less detail
 */
GFile *
pivot_dataset_get_file (PivotDataset *self,
                        const char   *kind)
{
  const char *name = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (strcmp (kind, "boundaries-hi") == 0)
    name = self->boundaries_hi;
  else if (strcmp (kind, "boundaries-lo") == 0)
    name = self->boundaries_lo;

  return name != NULL ? g_file_get_child (self->folder, name) : NULL;
}

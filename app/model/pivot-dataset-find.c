/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

/* What a dataset has under an id, and the value at a path. */

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

/* The lists of a dataset, and its places by index. */

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

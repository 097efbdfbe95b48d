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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

/* A dataset never changes; what is like it but for its measures is another one that shares all the rest. */

static PivotGeometry *
ref_geometry (PivotGeometry *geometry)
{
  return geometry != NULL ? pivot_geometry_ref (geometry) : NULL;
}

PivotDataset *
_pivot_dataset_new_with_measures (PivotDataset *self,
                                  GPtrArray    *measures)
{
  PivotDataset *copy = _pivot_dataset_new (self->folder);

  copy->id = g_strdup (self->id);
  copy->title = self->title != NULL ? pivot_text_ref (self->title) : NULL;
  copy->description = self->description != NULL ? pivot_text_ref (self->description) : NULL;
  copy->license = self->license != NULL ? pivot_text_ref (self->license) : NULL;
  copy->default_view = g_strdup (self->default_view);
  copy->attribution = g_strdup (self->attribution);
  copy->boundaries_hi = g_strdup (self->boundaries_hi);
  copy->boundaries_lo = g_strdup (self->boundaries_lo);
  copy->boundaries = ref_geometry (self->boundaries);
  copy->context = ref_geometry (self->context);
  copy->mercator = ref_geometry (self->mercator);
  copy->mercator_context = ref_geometry (self->mercator_context);

  for (guint i = 0; i < PIVOT_N_KINDS; i++)
    {
      if (i == PIVOT_KIND_MEASURE)
        continue;
      g_set_object (&copy->lists[i], self->lists[i]);
      g_hash_table_unref (copy->by_id[i]);
      copy->by_id[i] = g_hash_table_ref (self->by_id[i]);
    }
  _pivot_dataset_take (copy, PIVOT_KIND_MEASURE, measures);

  return copy;
}

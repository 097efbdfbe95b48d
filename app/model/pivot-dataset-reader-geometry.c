/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

#include "pivot-dataset-rules-private.h"
#include "pivot-geo-reader.h"

static GBytes *
read_geometry_bytes (PivotDatasetReader *self,
                     PivotFileKind       kind)
{
  return _pivot_folder_read_file (self->load.dataset->folder, self->names[kind], pivot_limits_geometry.max_bytes,
                                  self->load.problems, self->cancellable);
}

static char **
list_place_ids (PivotDatasetReader *self)
{
  guint n = pivot_dataset_get_n_places (self->load.dataset);
  char **ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = (char *) pivot_place_get_id (pivot_dataset_get_place (self->load.dataset, i));

  return ids;
}

void
_pivot_dataset_reader_read_boundaries (PivotDatasetReader *self)
{
  PivotDataset *dataset = self->load.dataset;
  g_autoptr(PivotGeometry) geometry = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char **ids = NULL;

  if (self->names[PIVOT_FILE_BOUNDARIES] == NULL || !(bytes = read_geometry_bytes (self, PIVOT_FILE_BOUNDARIES)))
    return;

  geometry = pivot_geo_reader_read (bytes, self->names[PIVOT_FILE_BOUNDARIES], self->load.problems, self->cancellable,
                                    _pivot_dataset_reader_report, self);
  if (geometry == NULL)
    return;

  _pivot_dataset_check_boundaries (&self->load, self->names[PIVOT_FILE_BOUNDARIES], geometry);
  if (pivot_problems_get_total (self->load.problems) > 0)
    return;

  ids = list_place_ids (self);
  dataset->boundaries = pivot_geometry_arrange (geometry, (const char * const *) ids);
  dataset->attribution = pivot_geo_reader_read_attribution (bytes);
}

void
_pivot_dataset_reader_read_context (PivotDatasetReader *self)
{
  g_autoptr(GBytes) bytes = NULL;

  if (self->names[PIVOT_FILE_CONTEXT] == NULL || !(bytes = read_geometry_bytes (self, PIVOT_FILE_CONTEXT)))
    return;

  self->load.dataset->context = pivot_geo_reader_read (bytes, self->names[PIVOT_FILE_CONTEXT], self->load.problems,
                                                       self->cancellable, _pivot_dataset_reader_report, self);
}

/* The same units in other detail are not needed until somebody zooms or prints; they only have to be there. */
void
_pivot_dataset_reader_check_other_detail (PivotDatasetReader *self)
{
  PivotDataset *dataset = self->load.dataset;

  for (PivotFileKind kind = PIVOT_FILE_BOUNDARIES_HI; kind <= PIVOT_FILE_BOUNDARIES_LO; kind++)
    if (self->names[kind] != NULL)
      _pivot_folder_has_file (dataset->folder, self->names[kind], pivot_limits_geometry.max_bytes, self->load.problems,
                              self->cancellable);

  dataset->boundaries_hi = g_strdup (self->names[PIVOT_FILE_BOUNDARIES_HI]);
  dataset->boundaries_lo = g_strdup (self->names[PIVOT_FILE_BOUNDARIES_LO]);
}

void
_pivot_dataset_reader_project (PivotDataset *dataset)
{
  PivotProjection mercator;

  pivot_projection_init_mercator (&mercator);
  dataset->mercator = pivot_geometry_project (dataset->boundaries, &mercator);
  if (dataset->context != NULL)
    dataset->mercator_context = pivot_geometry_project (dataset->context, &mercator);
}

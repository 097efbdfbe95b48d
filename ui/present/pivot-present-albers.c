/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-albers.h"

#include "pivot-present.h"

/* For China: equal area, and little distortion between these parallels. */
#define PARALLEL_1 25.0
#define PARALLEL_2 47.0
#define CENTRE_LONGITUDE 105.0
#define CENTRE_LATITUDE 35.0

/* Kept with the dataset, which never changes. */
static PivotGeometry *
get_albers (PivotDataset  *dataset,
            PivotGeometry *degrees,
            const char    *key)
{
  GQuark quark = g_quark_from_string (key);
  PivotGeometry *known = g_object_get_qdata (G_OBJECT (dataset), quark);
  PivotProjection projection;
  PivotGeometry *made;

  if (known != NULL)
    return known;

  pivot_projection_init_albers (&projection, PARALLEL_1, PARALLEL_2, CENTRE_LONGITUDE, CENTRE_LATITUDE);
  made = pivot_geometry_project (degrees, &projection);
  /* Another thread may have been faster. */
  if (!g_object_replace_qdata (G_OBJECT (dataset), quark, NULL, made, (GDestroyNotify) pivot_geometry_unref, NULL))
    pivot_geometry_unref (made);

  return g_object_get_qdata (G_OBJECT (dataset), quark);
}

/**
 * pivot_present_albers_move:
 * @dataset: a dataset
 * @regions: regions in the plane of the dataset's map
 *
 * Takes colours, marks and labels to an equal-area plane.
 *
 * Returns: (transfer full): the same regions there
 */
PivotRegions *
pivot_present_albers_move (PivotDataset *dataset,
                           PivotRegions *regions)
{
  PivotGeometry *geometry;
  PivotRegions *moved;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (regions != NULL, NULL);

  geometry = get_albers (dataset, pivot_dataset_get_boundaries (dataset), "pivot-present-albers");
  moved = pivot_regions_new (geometry);
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotHatching hatching = pivot_regions_get_hatching (regions, i);

      if (pivot_regions_get_kind (regions, i) != PIVOT_REGION_NO_DATA)
        pivot_regions_set_fill (moved, i, pivot_regions_get_kind (regions, i), pivot_regions_get_color (regions, i));
      pivot_regions_set_hatching (moved, i, &hatching);
      pivot_regions_set_marked (moved, i, pivot_regions_get_marked (regions, i));
      pivot_regions_set_supposed (moved, i, pivot_regions_get_supposed (regions, i));
      pivot_regions_set_label (moved, i,
                               pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_FULL),
                               pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_BRIEF),
                               pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_TINY));
    }

  return moved;
}

/**
 * pivot_present_albers_regions:
 * @session: a session with a dataset
 * @style: how it looks
 *
 * Gets the colours and labels of the map in an equal-area plane.
 *
 * Returns: (transfer full) (nullable): the regions; %NULL without a dataset
 */
PivotRegions *
pivot_present_albers_regions (PivotSession     *session,
                              const PivotStyle *style)
{
  g_autoptr(PivotRegions) regions = pivot_present_regions (session, style);
  PivotDataset *dataset = pivot_session_get_dataset (session);

  return regions != NULL && dataset != NULL ? pivot_present_albers_move (dataset, regions) : NULL;
}

/**
 * pivot_present_albers_context:
 * @dataset: a dataset
 *
 * Gets the neighbours in the plane of pivot_present_albers_regions().
 *
 * Returns: (transfer none) (nullable): the neighbours
 */
PivotGeometry *
pivot_present_albers_context (PivotDataset *dataset)
{
  PivotGeometry *context = pivot_dataset_get_context (dataset);

  return context != NULL ? get_albers (dataset, context, "pivot-present-albers-context") : NULL;
}

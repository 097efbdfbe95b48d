/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-references.h"

#include "pivot-present-private.h"

static void
add (GPtrArray    *references,
     PivotDataset *dataset,
     const char   *id)
{
  PivotSource *source = id != NULL ? pivot_dataset_find_source (dataset, id) : NULL;

  if (source != NULL && !g_ptr_array_find (references, source, NULL))
    g_ptr_array_add (references, source);
}

static void
add_all (GPtrArray          *references,
         PivotDataset       *dataset,
         const char * const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add (references, dataset, ids[i]);
}

/**
 * pivot_present_measure_references: (skip)
 * @references: (element-type PivotSource): sources so far
 * @dataset: a dataset
 * @measure: (nullable): a measure of @dataset
 *
 * Adds the sources of a measure's values, or of what it is computed from. Each source stands there once.
 */
void
pivot_present_measure_references (GPtrArray    *references,
                                  PivotDataset *dataset,
                                  PivotMeasure *measure)
{
  const char * const *of = measure != NULL ? pivot_measure_get_of (measure) : NULL;
  guint n = pivot_dataset_get_n_places (dataset);

  if (measure == NULL)
    return;

  /* This ends, since the format forbids circles. */
  for (guint i = 0; of != NULL && of[i] != NULL; i++)
    pivot_present_measure_references (references, dataset, pivot_dataset_find_measure (dataset, of[i]));
  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = _pivot_present_value (measure, i);

      if (value != NULL && value->source != NULL)
        add (references, dataset, value->source);
    }
}

/**
 * pivot_present_firm_references: (skip)
 * @references: (element-type PivotSource): sources so far
 * @dataset: a dataset
 * @firm: (nullable): a firm of @dataset
 *
 * Adds the sources of what is known of a firm.
 */
void
pivot_present_firm_references (GPtrArray    *references,
                               PivotDataset *dataset,
                               PivotFirm    *firm)
{
  if (firm != NULL)
    add_all (references, dataset, pivot_firm_get_sources (firm));
}

/**
 * pivot_present_figure_references: (skip)
 * @references: (element-type PivotSource): sources so far
 * @dataset: a dataset
 * @figure: (nullable): a figure of @dataset
 *
 * Adds the sources of a figure.
 */
void
pivot_present_figure_references (GPtrArray    *references,
                                 PivotDataset *dataset,
                                 PivotFigure  *figure)
{
  if (figure != NULL)
    add_all (references, dataset, pivot_figure_get_sources (figure));
}

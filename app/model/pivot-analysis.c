/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-analysis.h"

#include "pivot-stats.h"
#include "pivot-thread.h"

#include <math.h>

/* Of more places than these nothing is computed while a person waits for a frame. */
#define MAX_PLACES_AT_ONCE 400

/* Hangs on its measure. Results are of one measure forever, so nothing makes them invalid. */
typedef struct
{
  PivotStability *stability[PIVOT_CLASSES_MAX + 1]; /* by number of classes */
  PivotSpatial   *spatial;
  GWeakRef        against;                          /* of thirds; one of a what-if does not live as long */
  PivotThirds     thirds;
} Kept;

static void
spatial_free (PivotSpatial *spatial)
{
  if (spatial == NULL)
    return;

  g_free (spatial->locals);
  g_free (spatial->counts);
  g_free (spatial);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  for (guint i = 0; i <= PIVOT_CLASSES_MAX; i++)
    g_free (kept->stability[i]);
  spatial_free (kept->spatial);
  g_weak_ref_clear (&kept->against);
  g_free (kept);
}

static Kept *
get_kept (PivotMeasure *measure)
{
  static GQuark quark;
  Kept *kept;

  if (quark == 0)
    quark = g_quark_from_static_string ("pivot-analysis");

  kept = g_object_get_qdata (G_OBJECT (measure), quark);
  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_weak_ref_init (&kept->against, NULL);
      g_object_set_qdata_full (G_OBJECT (measure), quark, kept, kept_free);
    }

  return kept;
}

/* Thirds */

static void
find_cuts (double *values,
           guint   n,
           double  cuts[2])
{
  guint n_sorted;
  g_autofree double *sorted = pivot_stats_sorted (values, n, &n_sorted);

  cuts[0] = pivot_stats_quantile (sorted, n_sorted, 1.0 / 3);
  cuts[1] = pivot_stats_quantile (sorted, n_sorted, 2.0 / 3);
}

static PivotThirds
find_thirds (PivotMeasure *measure,
             PivotMeasure *against)
{
  guint n_x, n_y;
  const double *x = pivot_measure_get_numbers (measure, &n_x);
  const double *y = pivot_measure_get_numbers (against, &n_y);
  g_autofree double *both_x = g_new (double, MAX (n_x, 1));
  g_autofree double *both_y = g_new (double, MAX (n_x, 1));
  PivotThirds thirds = { 0, { NAN, NAN }, { NAN, NAN } };

  for (guint i = 0; i < MIN (n_x, n_y); i++)
    if (isfinite (x[i]) && isfinite (y[i]))
      {
        both_x[thirds.n] = x[i];
        both_y[thirds.n++] = y[i];
      }

  if (thirds.n == 0)
    return thirds;

  find_cuts (both_x, thirds.n, thirds.x);
  find_cuts (both_y, thirds.n, thirds.y);

  return thirds;
}

/**
 * pivot_analysis_get_thirds:
 * @measure: a measure
 * @against: the measure it is compared with
 *
 * Cuts the places that have both values into thirds of each: at the quantiles 1/3 and 2/3 of type 7.
 *
 * Returns: the cuts; they hold nothing if no place has both values
 */
PivotThirds
pivot_analysis_get_thirds (PivotMeasure *measure,
                           PivotMeasure *against)
{
  g_autoptr(PivotMeasure) last = NULL;
  Kept *kept;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), (PivotThirds) { 0 });
  g_return_val_if_fail (PIVOT_IS_MEASURE (against), (PivotThirds) { 0 });

  kept = get_kept (measure);
  last = g_weak_ref_get (&kept->against);
  if (last != against)
    {
      kept->thirds = find_thirds (measure, against);
      g_weak_ref_set (&kept->against, against);
    }

  return kept->thirds;
}

/**
 * pivot_thirds_find:
 * @cuts: (array fixed-size=2): two cuts
 * @value: a value
 *
 * Finds the third a value is in; a cut belongs to what is above it, as in classes.
 *
 * Returns: 0…2
 */
guint
pivot_thirds_find (const double cuts[2],
                   double       value)
{
  return (value >= cuts[0]) + (value >= cuts[1]);
}

/* Stability */

static PivotStability *
find_stability (PivotMeasure *measure,
                guint         n_classes)
{
  guint n;
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  double midpoint = pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING ? pivot_measure_get_midpoint (measure) : NAN;
  PivotStability *results = g_new0 (PivotStability, MAX (n, 1));

  pivot_stability_compute (numbers, n, n_classes, midpoint, results);

  return results;
}

static gboolean
is_small (PivotMeasure *measure)
{
  guint n;

  pivot_measure_get_numbers (measure, &n);

  return n <= MAX_PLACES_AT_ONCE;
}

/**
 * pivot_analysis_get_stability:
 * @measure: a measure
 * @n_classes: the present number of classes
 *
 * Gets how much each place's class depends on the way of classing.
 *
 * Returns: (transfer none) (nullable): one for each place, as long as the measure lives; %NULL without values, or while it has to be
 *   found by pivot_analysis_run_async()
 */
const PivotStability *
pivot_analysis_get_stability (PivotMeasure *measure,
                              guint         n_classes)
{
  Kept *kept;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (n_classes >= PIVOT_CLASSES_MIN && n_classes <= PIVOT_CLASSES_MAX, NULL);

  if (pivot_measure_get_n_values (measure) == 0)
    return NULL;

  kept = get_kept (measure);
  if (kept->stability[n_classes] == NULL && is_small (measure))
    kept->stability[n_classes] = find_stability (measure, n_classes);

  return kept->stability[n_classes];
}

/* Neighbours */

/* Neighbours as the statistics want them: islands keep an empty row. */
static void
collect_links (PivotDataset *dataset,
               GArray       *offsets,
               GArray       *neighbours)
{
  PivotGeometry *geometry = pivot_dataset_get_boundaries (dataset);
  guint n_places = pivot_dataset_get_n_places (dataset);
  guint offset = 0;

  g_array_append_val (offsets, offset);
  for (guint i = 0; i < n_places; i++)
    {
      guint n;
      const guint *row = pivot_geometry_get_neighbours (geometry, i, &n);

      g_array_append_vals (neighbours, row, n);
      offset += n;
      g_array_append_val (offsets, offset);
    }
}

static PivotSpatial *
find_spatial (PivotDataset  *dataset,
              PivotMeasure  *measure,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  g_autofree double *lags = g_new (double, MAX (n, 1));
  PivotSpatial *spatial = g_new0 (PivotSpatial, 1);
  PivotLinks links;

  collect_links (dataset, offsets, neighbours);
  links = (PivotLinks) { n, (const guint *) (gpointer) offsets->data, (const guint *) (gpointer) neighbours->data };
  spatial->locals = g_new0 (PivotLocalMoran, MAX (n, 1));
  spatial->counts = g_new0 (guint, MAX (n, 1));
  pivot_spatial_lag (&links, numbers, lags, spatial->counts);

  if (!pivot_spatial_moran (&links, numbers, PIVOT_ANALYSIS_PERMUTATIONS, PIVOT_ANALYSIS_SEED, cancellable, &spatial->moran, error) ||
      !pivot_spatial_local (&links, numbers, PIVOT_ANALYSIS_PERMUTATIONS, PIVOT_ANALYSIS_SEED, PIVOT_ANALYSIS_ALPHA, cancellable,
                            spatial->locals, error))
    g_clear_pointer (&spatial, spatial_free);

  return spatial;
}

/**
 * pivot_analysis_get_spatial:
 * @dataset: the dataset of the measure, whose boundaries say who is whose neighbour
 * @measure: a measure
 *
 * Gets how each place stands against its neighbours, and Moran's I of all of them.
 *
 * Returns: (transfer none) (nullable): the results, as long as the measure lives; %NULL without values, or while they have to be
 *   found by pivot_analysis_run_async()
 */
const PivotSpatial *
pivot_analysis_get_spatial (PivotDataset *dataset,
                            PivotMeasure *measure)
{
  Kept *kept;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);

  if (pivot_measure_get_n_values (measure) == 0)
    return NULL;

  kept = get_kept (measure);
  if (kept->spatial == NULL && is_small (measure))
    kept->spatial = find_spatial (dataset, measure, NULL, NULL);

  return kept->spatial;
}

/* In another thread */

typedef struct
{
  PivotDataset   *dataset;
  PivotMeasure   *measure;
  guint           n_classes;
  PivotStability *stability;
  PivotSpatial   *spatial;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->dataset);
  g_clear_object (&job->measure);
  g_free (job->stability);
  spatial_free (job->spatial);
  g_free (job);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  job->stability = find_stability (job->measure, job->n_classes);
  job->spatial = find_spatial (job->dataset, job->measure, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * pivot_analysis_run_async:
 * @dataset: the dataset of the measure
 * @measure: a measure
 * @n_classes: the present number of classes
 * @cancellable: (nullable): to stop
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Finds in another thread what pivot_analysis_get_stability() and pivot_analysis_get_spatial() give.
 */
void
pivot_analysis_run_async (PivotDataset        *dataset,
                          PivotMeasure        *measure,
                          guint                n_classes,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PIVOT_IS_DATASET (dataset));
  g_return_if_fail (PIVOT_IS_MEASURE (measure));

  job->dataset = g_object_ref (dataset);
  job->measure = g_object_ref (measure);
  job->n_classes = n_classes;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_source_tag (task, pivot_analysis_run_async);
  pivot_run_in_thread (task, run);
}

/**
 * pivot_analysis_run_finish:
 * @result: what the callback was given
 * @error: (out) (optional): why it was stopped
 *
 * Keeps what was found with the measure.
 *
 * Returns: whether it was found
 */
gboolean
pivot_analysis_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  Job *job;
  Kept *kept;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  kept = get_kept (job->measure);
  /* What is there is the same, and somebody may hold it. */
  if (kept->stability[job->n_classes] == NULL)
    kept->stability[job->n_classes] = g_steal_pointer (&job->stability);
  if (kept->spatial == NULL)
    kept->spatial = g_steal_pointer (&job->spatial);

  return TRUE;
}

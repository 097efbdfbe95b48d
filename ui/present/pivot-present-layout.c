/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-layout.h"
#include "pivot-present-private.h"
#include "pivot-thread.h"

#include <math.h>

/* Up to so many places are laid out at once; more take longer than a frame has. */
#define MANY_PLACES 400

/* What a dataset's places look like as tiles and circles is worked out when first asked for, and kept with the dataset: whoever asks
 * again gets the same geometry, by which views know that only colours are new. */
typedef struct
{
  PivotGeometry *grid;
  PivotGeometry *circles;
  GWeakRef       sizes;       /* measure of circles; one of a what-if may be gone */
  gboolean       has_sizes;   /* or all circles are the same */
} Layouts;

static void
layouts_free (gpointer data)
{
  Layouts *self = data;

  g_clear_pointer (&self->grid, pivot_geometry_unref);
  g_clear_pointer (&self->circles, pivot_geometry_unref);
  g_weak_ref_clear (&self->sizes);
  g_free (self);
}

static Layouts *
get_layouts (PivotDataset *dataset)
{
  static GQuark quark = 0;
  Layouts *layouts;

  if (quark == 0)
    quark = g_quark_from_static_string ("pivot-present-layouts");

  layouts = g_object_get_qdata (G_OBJECT (dataset), quark);
  if (layouts == NULL)
    {
      layouts = g_new0 (Layouts, 1);
      g_weak_ref_init (&layouts->sizes, NULL);
      g_object_set_qdata_full (G_OBJECT (dataset), quark, layouts, layouts_free);
    }

  return layouts;
}

/* The dataset's own tiles, which somebody has laid out by hand, if it has one for every place; else those that are worked out. */
static PivotTile *
get_tiles (PivotDataset *dataset)
{
  guint n = pivot_dataset_get_n_places (dataset);
  g_autofree PivotTile *tiles = g_new0 (PivotTile, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    if (!pivot_place_get_tile (pivot_dataset_get_place (dataset, i), &tiles[i].column, &tiles[i].row))
      return pivot_layout_make_tiles (pivot_dataset_get_mercator (dataset));

  return g_steal_pointer (&tiles);
}

static PivotGeometry *
new_shapes (PivotDataset *dataset,
            PivotLayout   layout,
            PivotMeasure *sizes)
{
  PivotGeometry *map = pivot_dataset_get_mercator (dataset);
  g_autofree PivotTile *tiles = NULL;

  if (layout == PIVOT_LAYOUT_CIRCLES)
    return pivot_layout_new_circles (map, sizes != NULL ? pivot_measure_get_numbers (sizes, NULL) : NULL);

  tiles = get_tiles (dataset);

  return pivot_layout_new_grid (map, tiles);
}

/* What is kept, or NULL. */
static PivotGeometry *
find_shapes (PivotDataset *dataset,
             PivotLayout   layout,
             PivotMeasure *sizes)
{
  Layouts *layouts = get_layouts (dataset);
  g_autoptr(PivotMeasure) last = NULL;

  if (layout == PIVOT_LAYOUT_GRID)
    return layouts->grid;

  last = g_weak_ref_get (&layouts->sizes);

  return last == sizes && layouts->has_sizes == (sizes != NULL) ? layouts->circles : NULL;
}

static void
keep_shapes (PivotDataset  *dataset,
             PivotLayout    layout,
             PivotMeasure  *sizes,
             PivotGeometry *shapes)
{
  Layouts *layouts = get_layouts (dataset);
  PivotGeometry **kept = layout == PIVOT_LAYOUT_GRID ? &layouts->grid : &layouts->circles;

  g_clear_pointer (kept, pivot_geometry_unref);
  *kept = shapes;
  if (layout == PIVOT_LAYOUT_CIRCLES)
    {
      g_weak_ref_set (&layouts->sizes, sizes);
      layouts->has_sizes = sizes != NULL;
    }
}

static PivotGeometry *
get_shapes (PivotDataset *dataset,
            PivotLayout   layout,
            PivotMeasure *sizes)
{
  if (find_shapes (dataset, layout, sizes) == NULL)
    keep_shapes (dataset, layout, sizes, new_shapes (dataset, layout, sizes));

  return find_shapes (dataset, layout, sizes);
}

/**
 * pivot_present_layout:
 * @session: a session
 *
 * Gets how the places are laid out.
 *
 * Returns: the layout
 */
PivotLayout
pivot_present_layout (PivotSession *session)
{
  const char *word;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), PIVOT_LAYOUT_MAP);

  word = pivot_session_get_word (session, PIVOT_OPTION_LAYOUT);
  if (g_str_equal (word, "grid"))
    return PIVOT_LAYOUT_GRID;

  return g_str_equal (word, "cartogram") ? PIVOT_LAYOUT_CIRCLES : PIVOT_LAYOUT_MAP;
}

/**
 * pivot_present_can_be_size:
 * @measure: a measure
 *
 * Says whether circles can stand for a measure: it has values above zero and none below. The area of a circle cannot be negative.
 *
 * Returns: whether it can
 */
gboolean
pivot_present_can_be_size (PivotMeasure *measure)
{
  const double *numbers;
  gboolean any = FALSE;
  guint n;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), FALSE);

  numbers = pivot_measure_get_numbers (measure, &n);
  for (guint i = 0; i < n; i++)
    {
      if (numbers[i] < 0)
        return FALSE;
      any = any || numbers[i] > 0;
    }

  return any;
}

/**
 * pivot_present_size_measure:
 * @session: a session
 *
 * Gets the measure that the circles' areas stand for: the chosen one, or else the map's.
 *
 * Returns: (transfer none) (nullable): the measure; %NULL if that has no sizes, and all circles are the same
 */
PivotMeasure *
pivot_present_size_measure (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure = NULL;
  const char *id;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  id = pivot_session_get_word (session, PIVOT_OPTION_SIZE_BY);
  if (*id != '\0')
    measure = pivot_dataset_find_measure (pivot_session_get_scenario (session), id);
  if (measure == NULL)
    measure = pivot_session_get_measure (session);

  return measure != NULL && pivot_present_can_be_size (measure) ? measure : NULL;
}

/* Tiles have none. */
static PivotMeasure *
get_sizes (PivotSession *session)
{
  return pivot_present_layout (session) == PIVOT_LAYOUT_CIRCLES ? pivot_present_size_measure (session) : NULL;
}

/**
 * pivot_present_geometry:
 * @session: a session
 *
 * Gets the shapes that the map shows: boundaries, tiles or circles, all in the unit square of Web Mercator. The same as long as layout
 * and sizes are the same.
 *
 * Returns: (transfer none) (nullable): the shapes, by place; %NULL without a dataset
 */
PivotGeometry *
pivot_present_geometry (PivotSession *session)
{
  PivotDataset *dataset;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  if (pivot_present_layout (session) == PIVOT_LAYOUT_MAP)
    return pivot_dataset_get_mercator (dataset);

  return get_shapes (dataset, pivot_present_layout (session), get_sizes (session));
}

/**
 * pivot_present_has_geometry:
 * @session: a session
 *
 * Says whether pivot_present_geometry() comes at once: the shapes are there, or are so few that they soon will be.
 *
 * Returns: %FALSE if whoever draws had better call pivot_present_prepare_async() first
 */
gboolean
pivot_present_has_geometry (PivotSession *session)
{
  PivotDataset *dataset;
  PivotLayout layout;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  dataset = pivot_session_get_dataset (session);
  layout = pivot_present_layout (session);

  return dataset == NULL || layout == PIVOT_LAYOUT_MAP || pivot_dataset_get_n_places (dataset) <= MANY_PLACES ||
         find_shapes (dataset, layout, get_sizes (session)) != NULL;
}

typedef struct
{
  PivotDataset  *dataset;
  PivotLayout    layout;
  PivotMeasure  *sizes;    /* or NULL */
  PivotGeometry *shapes;   /* what was worked out */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->dataset);
  g_clear_object (&job->sizes);
  g_clear_pointer (&job->shapes, pivot_geometry_unref);
  g_free (job);
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  job->shapes = new_shapes (job->dataset, job->layout, job->sizes);
  g_task_return_boolean (task, TRUE);
}

/**
 * pivot_present_prepare_async:
 * @session: a session with a dataset whose places are not laid out by their boundaries
 * @cancellable: (nullable): to stop
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Works out in another thread what pivot_present_geometry() gives.
 */
void
pivot_present_prepare_async (PivotSession        *session,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PivotMeasure *sizes;
  Job *job;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (pivot_session_get_dataset (session) != NULL);
  g_return_if_fail (pivot_present_layout (session) != PIVOT_LAYOUT_MAP);

  sizes = get_sizes (session);
  job = g_new0 (Job, 1);
  job->dataset = g_object_ref (pivot_session_get_dataset (session));
  job->layout = pivot_present_layout (session);
  job->sizes = sizes != NULL ? g_object_ref (sizes) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, pivot_present_prepare_async);
  pivot_run_in_thread (task, prepare_in_thread);
}

/**
 * pivot_present_prepare_finish:
 * @result: what the callback was given
 * @error: (out) (optional): why it was stopped
 *
 * Keeps the shapes with the dataset.
 *
 * Returns: whether there are any
 */
gboolean
pivot_present_prepare_finish (GAsyncResult  *result,
                              GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_present_prepare_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  if (find_shapes (job->dataset, job->layout, job->sizes) == NULL)
    keep_shapes (job->dataset, job->layout, job->sizes, g_steal_pointer (&job->shapes));

  return TRUE;
}

/* A small circle says that there is no size: it is hatched like what has no colour. */
gboolean
_pivot_present_lacks_size (PivotSession *session,
                           guint         place)
{
  PivotMeasure *sizes;
  const PivotValue *value;

  if (pivot_present_layout (session) != PIVOT_LAYOUT_CIRCLES)
    return FALSE;

  sizes = pivot_present_size_measure (session);
  if (sizes == NULL)
    return FALSE;

  value = _pivot_present_value (sizes, place);

  return value == NULL || !(value->number > 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-loader.h"

#include "pivot-dataset-private.h"
#include "pivot-dataset-reader-private.h"
#include "pivot-thread.h"

static PivotDataset *
load (GFile             *folder,
      GCancellable      *cancellable,
      PivotProgressFunc  progress,
      gpointer           progress_data,
      GListModel       **problems,
      GError           **error)
{
  g_autoptr(PivotProblems) collection = pivot_problems_new (PIVOT_LOADER_MAX_PROBLEMS);
  g_autoptr(PivotDataset) dataset = _pivot_dataset_new (folder);
  gboolean complete = _pivot_dataset_read (dataset, collection, cancellable, progress, progress_data);

  if (problems != NULL)
    *problems = g_object_ref (pivot_problems_get_list (collection));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (complete)
    return g_steal_pointer (&dataset);

  pivot_problems_to_error (collection, error);

  return NULL;
}

/**
 * pivot_dataset_loader_load:
 * @folder: a dataset folder
 * @cancellable: (nullable): a cancellable
 * @problems: (out) (optional) (transfer full): the first problems, a list of #PivotProblem; empty if there are none
 * @error: return location for a `PIVOT_DATA_ERROR` that sums the problems up, or `G_IO_ERROR_CANCELLED`
 *
 * Reads and checks a whole dataset folder. What depends on a file that cannot be read is not reported again.
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): a dataset that fits the format
 */
PivotDataset *
pivot_dataset_loader_load (GFile         *folder,
                           GCancellable  *cancellable,
                           GListModel   **problems,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load (folder, cancellable, NULL, NULL, problems, error);
}

/* One asynchronous load. fraction and pending pass from the worker to the caller's context; callbacks that come faster
 * than that context runs become one. done belongs to the caller's context: nothing is reported after the end. */
typedef struct
{
  gatomicrefcount    ref_count;
  GFile             *folder;
  GMainContext      *context;
  PivotProgressFunc  progress;
  gpointer           progress_data;
  int                permille;
  int                pending;
  gboolean           done;
  GListModel        *problems;
} Job;

static Job *
job_ref (Job *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
job_unref (gpointer data)
{
  Job *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->folder);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

static gboolean
deliver_progress_cb (gpointer data)
{
  Job *self = data;

  g_atomic_int_set (&self->pending, FALSE);
  if (!self->done)
    self->progress (g_atomic_int_get (&self->permille) / 1000.0, self->progress_data);

  return G_SOURCE_REMOVE;
}

static void
worker_progress_cb (double   fraction,
                    gpointer data)
{
  Job *self = data;
  g_autoptr(GSource) source = NULL;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000));
  if (!g_atomic_int_compare_and_exchange (&self->pending, FALSE, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_progress_cb, job_ref (self), job_unref);
  g_source_attach (source, self->context);
}

static void
load_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  PivotDataset *dataset = load (job->folder, cancellable, job->progress != NULL ? worker_progress_cb : NULL, job,
                                &job->problems, &error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pivot_dataset_loader_load_async:
 * @folder: a dataset folder
 * @cancellable: (nullable): a cancellable
 * @progress: (nullable) (scope async): called in the caller's main context, never after pivot_dataset_loader_load_finish()
 * @progress_data: data for @progress
 * @callback: called when the dataset is there, or not
 * @user_data: data for @callback
 *
 * Like pivot_dataset_loader_load(), in a worker thread.
 */
void
pivot_dataset_loader_load_async (GFile               *folder,
                                 GCancellable        *cancellable,
                                 PivotProgressFunc    progress,
                                 gpointer             progress_data,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  g_atomic_ref_count_init (&job->ref_count);
  job->folder = g_object_ref (folder);
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  job->progress_data = progress_data;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_dataset_loader_load_async);
  g_task_set_task_data (task, job, job_unref);
  pivot_run_in_thread (task, load_in_thread_cb);
}

/**
 * pivot_dataset_loader_load_finish:
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full) (nullable): the first problems, a list of #PivotProblem
 * @error: return location for a `PIVOT_DATA_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Ends what pivot_dataset_loader_load_async() began.
 *
 * Returns: (transfer full) (nullable): a dataset that fits the format
 */
PivotDataset *
pivot_dataset_loader_load_finish (GAsyncResult  *result,
                                  GListModel   **problems,
                                  GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_dataset_loader_load_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  job->done = TRUE;
  if (problems != NULL)
    *problems = g_steal_pointer (&job->problems);

  return g_task_propagate_pointer (G_TASK (result), error);
}

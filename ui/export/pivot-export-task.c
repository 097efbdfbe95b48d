/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-task.h"

#include "pivot-export-language.h"
#include "pivot-save.h"
#include "pivot-thread.h"

/* What a worker needs: nothing in it changes, or belongs to another thread. */
typedef struct
{
  PivotDataset       *dataset;
  char               *view;
  char               *id;       /* of a figure, or NULL */
  PivotLesson        *lesson;   /* a copy, or NULL */
  PivotExportOptions  options;
  char               *language; /* or NULL for that of the process */
  GFile              *file;     /* or NULL */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->dataset);
  g_clear_object (&job->file);
  g_clear_object (&job->lesson);
  g_free (job->view);
  g_free (job->id);
  g_free (job->language);
  g_free (job);
}

static PivotSession *
open_session (PivotDataset *dataset,
              const char   *view)
{
  PivotSession *session = pivot_session_new ();

  pivot_session_set_dataset (session, dataset);
  /* It is the view of a session over the same dataset, so that it fits. */
  if (!pivot_session_apply_json (session, view, FALSE, NULL))
    g_debug ("a view does not fit its own dataset: %s", view);

  return session;
}

/**
 * pivot_export_copy_session: (skip)
 * @session: a session with a dataset
 *
 * Makes a session that shows the same.
 *
 * Returns: (transfer full): a session
 */
PivotSession *
pivot_export_copy_session (PivotSession *session)
{
  g_autofree char *view = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  view = pivot_session_to_json (session);

  return open_session (pivot_session_get_dataset (session), view);
}

/**
 * pivot_export_suggest_name: (skip)
 * @session: a session
 * @options: what is exported
 *
 * Names a file after what it shows.
 *
 * Returns: (transfer full): a name
 */
char *
pivot_export_suggest_name (PivotSession             *session,
                           const PivotExportOptions *options)
{
  g_autoptr(GEnumClass) formats = g_type_class_ref (PIVOT_TYPE_EXPORT_FORMAT);
  g_autoptr(GEnumClass) kinds = g_type_class_ref (PIVOT_TYPE_SHEET_KIND);
  const char *kind = g_enum_get_value (kinds, (int) options->sheet.kind)->value_nick;
  const char *format = g_enum_get_value (formats, (int) options->format)->value_nick;
  PivotMeasure *measure = pivot_session_get_measure (session);
  const char *subject = options->sheet.id;

  if (options->sheet.kind == PIVOT_SHEET_TIMELINE)
    subject = pivot_session_get_firm (session);
  else if (subject == NULL && measure != NULL)
    subject = pivot_measure_get_id (measure);

  return subject != NULL ? g_strdup_printf ("%s-%s.%s", kind, subject, format) : g_strdup_printf ("%s.%s", kind, format);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(PivotSession) session = open_session (job->dataset, job->view);
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if (job->language != NULL)
    bytes = pivot_export_make_in_language (session, &job->options, job->language, cancellable, &error);
  else
    bytes = pivot_export_make (session, &job->options, cancellable, &error);

  if (bytes == NULL || (job->file != NULL && !pivot_save (job->file, bytes, cancellable, &error)))
    g_task_return_error (task, error);
  else if (job->file != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void
start (PivotSession             *session,
       const PivotExportOptions *options,
       const char               *language,
       GFile                    *file,
       gpointer                  tag,
       GCancellable             *cancellable,
       GAsyncReadyCallback       callback,
       gpointer                  user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = g_object_ref (pivot_session_get_dataset (session));
  job->view = pivot_session_to_json (session);
  job->id = g_strdup (options->sheet.id);
  job->options = *options;
  job->options.sheet.id = job->id;
  job->lesson = options->sheet.lesson != NULL ? pivot_lesson_copy (options->sheet.lesson) : NULL;
  job->options.sheet.lesson = job->lesson;
  job->language = g_strdup (language);
  g_set_object (&job->file, file);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  pivot_run_in_thread (task, export_in_thread);
}

/**
 * pivot_export_async: (skip)
 * @session: a session
 * @options: what to export of it, and how
 * @language: (nullable): language of the words, or `NULL` for that of the process
 * @file: where to
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Exports in a worker.
 */
void
pivot_export_async (PivotSession             *session,
                    const PivotExportOptions *options,
                    const char               *language,
                    GFile                    *file,
                    GCancellable             *cancellable,
                    GAsyncReadyCallback       callback,
                    gpointer                  user_data)
{
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (options != NULL && G_IS_FILE (file));

  start (session, options, language, file, pivot_export_async, cancellable, callback, user_data);
}

/**
 * pivot_export_bytes_async: (skip)
 * @session: a session
 * @options: what to export of it, and how
 * @language: (nullable): language of the words, or `NULL` for that of the process
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes what a file would hold, in a worker.
 */
void
pivot_export_bytes_async (PivotSession             *session,
                          const PivotExportOptions *options,
                          const char               *language,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (options != NULL);

  start (session, options, language, NULL, pivot_export_bytes_async, cancellable, callback, user_data);
}

/**
 * pivot_export_bytes_finish: (skip)
 * @result: what the callback got
 * @error: return location for a `G_IO_ERROR`
 *
 * Gets what a file would hold.
 *
 * Returns: (transfer full): the bytes, or `NULL` on error or if it was cancelled
 */
GBytes *
pivot_export_bytes_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_export_bytes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pivot_export_finish: (skip)
 * @result: what the callback got
 * @error: return location for a `G_IO_ERROR`
 *
 * Gets how exporting ended.
 *
 * Returns: `FALSE` on error, or if it was cancelled
 */
gboolean
pivot_export_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-worksheet-files.h"

#include <string.h>

#include "pivot-export.h"
#include "pivot-save.h"
#include "pivot-session-options.h"
#include "pivot-sheet-worksheet.h"
#include "pivot-thread.h"

/**
 * pivot_worksheet_get_key_file:
 * @file: where the worksheet is saved
 *
 * Names the file with its answers.
 *
 * Returns: (transfer full): a file beside @file
 */
GFile *
pivot_worksheet_get_key_file (GFile *file)
{
  g_autoptr(GFile) folder = NULL;
  g_autofree char *name = NULL, *key = NULL;
  const char *dot;
  gsize stem;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = g_file_get_parent (file);
  name = g_file_get_basename (file);
  dot = strrchr (name, '.');
  stem = dot != NULL && dot != name ? (gsize) (dot - name) : strlen (name);
  key = g_strdup_printf ("%.*s-key%s", (int) stem, name, name + stem);

  return folder != NULL ? g_file_get_child (folder, key) : g_file_new_for_path (key);
}

/* What a worker needs: nothing in it changes, or belongs to another thread. */
typedef struct
{
  PivotDataset *dataset;
  char         *view;
  GFile        *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dataset);
  g_object_unref (job->file);
  g_free (job->view);
  g_free (job);
}

static GBytes *
make (PivotSession  *session,
      const char    *part,
      GCancellable  *cancellable,
      GError       **error)
{
  PivotExportOptions options;

  pivot_export_options_init (&options);
  pivot_sheet_options_init_worksheet (&options.sheet, session);
  options.format = PIVOT_EXPORT_PDF;
  options.sheet.id = part;

  return pivot_export_make (session, &options, cancellable, error);
}

static gboolean
save (PivotSession  *session,
      GFile         *file,
      GCancellable  *cancellable,
      GError       **error)
{
  const char *where = pivot_session_get_word (session, PIVOT_OPTION_WORKSHEET_KEY);
  gboolean apart = g_str_equal (where, "apart");
  g_autoptr(GBytes) first = make (session, g_str_equal (where, "after") ? NULL : PIVOT_SHEET_PUPIL, cancellable, error);
  g_autoptr(GBytes) key = apart && first != NULL ? make (session, PIVOT_SHEET_KEY, cancellable, error) : NULL;
  g_autoptr(GFile) key_file = pivot_worksheet_get_key_file (file);

  if (first == NULL || (apart && key == NULL))
    return FALSE;

  return pivot_save (file, first, cancellable, error) && (!apart || pivot_save (key_file, key, cancellable, error));
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(PivotSession) session = pivot_session_new ();
  GError *error = NULL;

  pivot_session_set_dataset (session, job->dataset);
  if (pivot_session_apply_json (session, job->view, FALSE, &error) && save (session, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pivot_worksheet_save_async:
 * @session: a session with a dataset
 * @file: where to
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Saves the worksheet of a session in a worker, and its answers as the session says.
 */
void
pivot_worksheet_save_async (PivotSession        *session,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (PIVOT_IS_SESSION (session) && pivot_session_get_dataset (session) != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->dataset = g_object_ref (pivot_session_get_dataset (session));
  job->view = pivot_session_to_json (session);
  job->file = g_object_ref (file);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_worksheet_save_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  pivot_run_in_thread (task, save_in_thread);
}

/**
 * pivot_worksheet_save_finish:
 * @result: what the callback got
 * @error: return location for a `G_IO_ERROR`
 *
 * Gets how saving ended.
 *
 * Returns: `FALSE` on error, or if it was cancelled
 */
gboolean
pivot_worksheet_save_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_worksheet_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

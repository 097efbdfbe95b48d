/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-file.h"

#include "pivot-save.h"
#include "pivot-thread.h"

#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 50

/* What a worker saves. */
typedef struct
{
  GFile  *file;
  GBytes *bytes;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static GBytes *
load_bytes (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;

  /* Before all of it is in memory. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > PIVOT_LESSON_MAX_SIZE)
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT, _("This is no lesson of at most 16 MiB."));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

/* The first problem, and what a person can do. */
static void
set_error (PivotProblems  *problems,
           GError        **error)
{
  g_autoptr(GError) first = NULL;

  pivot_problems_to_error (problems, &first);
  /* Translators: after what is wrong with the file of a lesson. */
  g_set_error (error, first->domain, first->code, _("%s. Mend it in a text editor, or open another copy of the lesson."),
               first->message);
}

static PivotLesson *
load (GFile         *file,
      GListModel   **problems,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(PivotProblems) found = pivot_problems_new (MAX_PROBLEMS);
  g_autoptr(PivotLesson) lesson = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL, *name = NULL;
  const char *text;
  gsize length;

  if (problems != NULL)
    *problems = NULL;
  bytes = load_bytes (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  path = g_file_get_basename (file);
  name = g_filename_display_name (path);
  lesson = pivot_lesson_file_parse (text, length, name, found);
  if (lesson == NULL)
    {
      set_error (found, error);
      if (problems != NULL)
        *problems = g_object_ref (pivot_problems_get_list (found));
      return NULL;
    }

  return g_steal_pointer (&lesson);
}

/**
 * pivot_lesson_file_load: (skip)
 * @file: the file of a lesson
 * @problems: (out) (optional) (nullable): all that is wrong
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a lesson.
 *
 * Returns: (transfer full) (nullable): the lesson, which knows its file
 */
PivotLesson *
pivot_lesson_file_load (GFile         *file,
                        GListModel   **problems,
                        GCancellable  *cancellable,
                        GError       **error)
{
  PivotLesson *lesson;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  lesson = load (file, problems, cancellable, error);
  if (lesson != NULL)
    pivot_lesson_set_file (lesson, file);

  return lesson;
}

/**
 * pivot_lesson_file_load_backup: (skip)
 * @copy: what pivot_lesson_file_write_backup() has written
 * @problems: (out) (optional) (nullable): all that is wrong
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads the copy of a lesson that is not saved.
 *
 * Returns: (transfer full) (nullable): the lesson, modified, which knows the file that it is a copy of
 */
PivotLesson *
pivot_lesson_file_load_backup (GFile         *copy,
                               GListModel   **problems,
                               GCancellable  *cancellable,
                               GError       **error)
{
  PivotLesson *lesson;

  g_return_val_if_fail (G_IS_FILE (copy), NULL);

  lesson = load (copy, problems, cancellable, error);
  if (lesson != NULL)
    pivot_lesson_set_modified (lesson, TRUE);

  return lesson;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GListModel *problems = NULL;
  GError *error = NULL;
  PivotLesson *lesson = pivot_lesson_file_load (G_FILE (source), &problems, cancellable, &error);

  if (problems != NULL)
    g_object_set_data_full (G_OBJECT (task), "problems", problems, g_object_unref);
  if (lesson != NULL)
    g_task_return_pointer (task, lesson, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pivot_lesson_file_load_async: (skip)
 * @file: the file of a lesson
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does what pivot_lesson_file_load() does in a worker.
 */
void
pivot_lesson_file_load_async (GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_lesson_file_load_async);
  pivot_run_in_thread (task, load_in_thread);
}

/**
 * pivot_lesson_file_load_finish: (skip)
 * @result: what the callback got
 * @problems: (out) (optional) (nullable): all that is wrong
 * @error: return location for an error
 *
 * Ends what pivot_lesson_file_load_async() began.
 *
 * Returns: (transfer full) (nullable): the lesson, which knows its file
 */
PivotLesson *
pivot_lesson_file_load_finish (GAsyncResult  *result,
                               GListModel   **problems,
                               GError       **error)
{
  GListModel *list;

  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_lesson_file_load_async), NULL);

  list = g_object_get_data (G_OBJECT (result), "problems");
  if (problems != NULL)
    *problems = list != NULL ? g_object_ref (list) : NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A lesson that could not be opened again would be lost: that is told while it is still there. */
static gboolean
check (const Saving  *saving,
       GError       **error)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (1);
  g_autoptr(PivotLesson) lesson = NULL;
  g_autoptr(GError) cause = NULL;
  g_autofree char *path = g_file_get_basename (saving->file), *name = g_filename_display_name (path);
  gsize length;
  const char *text = g_bytes_get_data (saving->bytes, &length);

  lesson = pivot_lesson_file_parse (text, length, name, problems);
  if (lesson != NULL)
    return TRUE;

  pivot_problems_to_error (problems, &cause);
  /* Translators: what is wrong, which names the file. */
  g_set_error (error, cause->domain, cause->code, _("The lesson was not saved: %s. Shorten it, or make two of it."),
               cause->message);

  return FALSE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (check (saving, &error) && pivot_save (saving->file, saving->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pivot_lesson_file_save_async: (skip)
 * @lesson: a lesson
 * @file: where to save it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Saves the lesson as it is now, wholly or not at all. It may change meanwhile.
 */
void
pivot_lesson_file_save_async (PivotLesson         *lesson,
                              GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (PIVOT_IS_LESSON (lesson));
  g_return_if_fail (G_IS_FILE (file));

  saving = g_new0 (Saving, 1);
  saving->file = g_object_ref (file);
  saving->bytes = pivot_lesson_file_write (lesson);
  task = g_task_new (lesson, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_lesson_file_save_async);
  /* Once the file is in its place it is there: what came too late is no cancelling. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, saving_free);
  pivot_run_in_thread (task, save_in_thread);
}

/**
 * pivot_lesson_file_save_finish: (skip)
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether the lesson is saved
 */
gboolean
pivot_lesson_file_save_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_lesson_file_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

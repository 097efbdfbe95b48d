/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-autosave.h"

#include "pivot-lesson-file.h"
#include "pivot-thread.h"

struct _PivotLessonAutosave
{
  GObject             parent_instance;

  PivotLessonBackups *backups;
  GHashTable         *watched;  /* PivotLesson → Watched */
  guint               delay;    /* ms */
  gboolean            failing;  /* which has been told */
};

/* A lesson and its copy. One thing at a time is done to a copy. */
typedef struct
{
  PivotLessonAutosave *autosave;  /* outlives it, or NULL */
  PivotLesson         *lesson;
  char                *name;      /* of its copy; NULL if there is none */
  guint                timer;     /* since a change that is not in the copy; 0: none */
  gboolean             busy;      /* a worker is at the copy */
  gboolean             due;       /* to be written when that is done */
  gboolean             unwanted;  /* to be removed when that is done */
} Watched;

/* What a worker does: writes bytes, or removes the copy if there are none. It is given nothing else, since a thread may be the last
 * to let go of what it has. */
typedef struct
{
  char   *name;   /* NULL: a new one */
  GBytes *bytes;  /* or NULL */
} Job;

/* For whom it is done. */
typedef struct
{
  PivotLessonAutosave *autosave;
  Watched             *watched;
} Order;

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotLessonAutosave, pivot_lesson_autosave, G_TYPE_OBJECT)

static void go_on (PivotLessonAutosave *self, Watched *watched);

static void
watched_clear (gpointer data)
{
  Watched *watched = data;

  g_clear_handle_id (&watched->timer, g_source_remove);
  g_clear_object (&watched->lesson);
  g_free (watched->name);
}

static void
watched_unref (gpointer data)
{
  g_rc_box_release_full (data, watched_clear);
}

/* No longer looked at; a worker may still be at its copy. */
static void
unwatch (gpointer data)
{
  Watched *watched = data;

  g_signal_handlers_disconnect_by_data (watched->lesson, watched);
  g_clear_handle_id (&watched->timer, g_source_remove);
  watched->due = FALSE;
  watched->autosave = NULL;
  watched_unref (watched);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
order_free (Order *order)
{
  g_object_unref (order->autosave);
  watched_unref (order->watched);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

/* ---- What is done to a copy ---- */

/* Without bytes there is no copy afterwards, so no name. */
static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  PivotLessonBackups *backups = PIVOT_LESSON_BACKUPS (source);
  const Job *job = data;
  GError *error = NULL;
  char *name = NULL;

  if (job->bytes != NULL)
    name = pivot_lesson_backups_write (backups, job->name, job->bytes, &error);
  else
    pivot_lesson_backups_remove (backups, job->name, &error);

  if (error == NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

/* The next change tries again. */
static void
tell_failure (PivotLessonAutosave *self,
              const GError        *error)
{
  if (error != NULL && !self->failing)
    g_signal_emit (self, signals[FAILED], 0, error);
  self->failing = error != NULL;
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Order) order = user_data;
  Watched *watched = order->watched;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_task_propagate_pointer (G_TASK (result), &error);

  watched->busy = FALSE;
  if (error == NULL)
    {
      g_free (watched->name);
      watched->name = g_steal_pointer (&name);
    }
  else
    watched->unwanted = FALSE;
  tell_failure (order->autosave, error);
  go_on (order->autosave, watched);
}

static void
run (PivotLessonAutosave *self,
     Watched             *watched,
     GBytes              *bytes)
{
  Order *order = g_new0 (Order, 1);
  g_autoptr(GTask) task = g_task_new (self->backups, NULL, worked_cb, order);
  Job *job = g_new0 (Job, 1);

  order->autosave = g_object_ref (self);
  order->watched = g_rc_box_acquire (watched);
  job->name = g_strdup (watched->name);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  watched->busy = TRUE;
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, job_free);
  pivot_run_in_thread (task, work_in_thread);
}

static void
go_on (PivotLessonAutosave *self,
       Watched             *watched)
{
  if (watched->busy)
    return;

  if (watched->unwanted && watched->name != NULL)
    run (self, watched, NULL);
  else if (watched->due)
    {
      g_autoptr(GBytes) bytes = pivot_lesson_file_write_backup (watched->lesson);

      watched->due = FALSE;
      run (self, watched, bytes);
    }
  else
    watched->unwanted = FALSE;
}

static gboolean
due_cb (gpointer data)
{
  Watched *watched = data;

  watched->timer = 0;
  watched->due = TRUE;
  go_on (watched->autosave, watched);

  return G_SOURCE_REMOVE;
}

/* Later changes do not put it off: a teacher may type for minutes. */
static void
schedule (Watched *watched)
{
  watched->unwanted = FALSE;
  if (watched->timer == 0)
    watched->timer = g_timeout_add (watched->autosave->delay, due_cb, watched);
}

static void
modified_cb (Watched *watched)
{
  if (pivot_lesson_get_modified (watched->lesson))
    schedule (watched);
}

static Watched *
watch (PivotLessonAutosave *self,
       PivotLesson         *lesson)
{
  Watched *watched = g_rc_box_new0 (Watched);

  watched->autosave = self;
  watched->lesson = g_object_ref (lesson);
  g_signal_connect_swapped (lesson, "changed", G_CALLBACK (schedule), watched);
  g_signal_connect_swapped (lesson, "notify::modified", G_CALLBACK (modified_cb), watched);
  g_hash_table_insert (self->watched, lesson, watched);

  return watched;
}

static void
pivot_lesson_autosave_finalize (GObject *object)
{
  PivotLessonAutosave *self = PIVOT_LESSON_AUTOSAVE (object);

  g_hash_table_unref (self->watched);
  g_clear_object (&self->backups);

  G_OBJECT_CLASS (pivot_lesson_autosave_parent_class)->finalize (object);
}

static void
pivot_lesson_autosave_class_init (PivotLessonAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_lesson_autosave_finalize;

  signals[FAILED] = g_signal_new ("failed", PIVOT_TYPE_LESSON_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
pivot_lesson_autosave_init (PivotLessonAutosave *self)
{
  self->watched = g_hash_table_new_full (NULL, NULL, NULL, unwatch);
}

/**
 * pivot_lesson_autosave_new:
 * @folder: where copies lie, on a disk here
 * @delay: time between a change and the copy, in ms
 *
 * Nothing is written before a lesson changes.
 *
 * Returns: (transfer full): what keeps copies of unsaved lessons
 */
PivotLessonAutosave *
pivot_lesson_autosave_new (GFile *folder,
                           guint  delay)
{
  PivotLessonAutosave *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_AUTOSAVE, NULL);
  self->backups = pivot_lesson_backups_new (folder);
  self->delay = delay;

  return self;
}

/**
 * pivot_lesson_autosave_add:
 * @self: what keeps copies
 * @lesson: a lesson
 *
 * Keeps a copy of this lesson from now on, whenever it is not saved.
 */
void
pivot_lesson_autosave_add (PivotLessonAutosave *self,
                           PivotLesson         *lesson)
{
  g_return_if_fail (PIVOT_IS_LESSON_AUTOSAVE (self));
  g_return_if_fail (PIVOT_IS_LESSON (lesson));

  if (!g_hash_table_contains (self->watched, lesson))
    modified_cb (watch (self, lesson));
}

static void
give_up (PivotLessonAutosave *self,
         Watched             *watched)
{
  g_clear_handle_id (&watched->timer, g_source_remove);
  watched->due = FALSE;
  watched->unwanted = TRUE;
  go_on (self, watched);
}

/**
 * pivot_lesson_autosave_settle:
 * @self: what keeps copies
 * @lesson: a lesson that is saved, or whose changes are given up
 *
 * Removes the copy of a lesson; of one that has changed meanwhile it writes another, since the lesson may be in another file now.
 */
void
pivot_lesson_autosave_settle (PivotLessonAutosave *self,
                              PivotLesson         *lesson)
{
  Watched *watched;

  g_return_if_fail (PIVOT_IS_LESSON_AUTOSAVE (self));
  g_return_if_fail (PIVOT_IS_LESSON (lesson));

  watched = g_hash_table_lookup (self->watched, lesson);
  if (watched == NULL)
    return;

  if (pivot_lesson_get_modified (lesson))
    schedule (watched);
  else
    give_up (self, watched);
}

/**
 * pivot_lesson_autosave_remove:
 * @self: what keeps copies
 * @lesson: a lesson
 *
 * Removes the copy of a lesson that is not wanted any more, and looks at it no longer.
 */
void
pivot_lesson_autosave_remove (PivotLessonAutosave *self,
                              PivotLesson         *lesson)
{
  Watched *watched;

  g_return_if_fail (PIVOT_IS_LESSON_AUTOSAVE (self));
  g_return_if_fail (PIVOT_IS_LESSON (lesson));

  watched = g_hash_table_lookup (self->watched, lesson);
  if (watched == NULL)
    return;

  give_up (self, watched);
  g_hash_table_remove (self->watched, lesson);
}

static void
take_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, pivot_lesson_backups_take (PIVOT_LESSON_BACKUPS (source)), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pivot_lesson_autosave_restore_async:
 * @self: what keeps copies
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks, in a worker, for what programs that run no more have left.
 */
void
pivot_lesson_autosave_restore_async (PivotLessonAutosave *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PIVOT_IS_LESSON_AUTOSAVE (self));

  task = g_task_new (self->backups, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_lesson_autosave_restore_async);
  pivot_run_in_thread (task, take_in_thread);
}

/**
 * pivot_lesson_autosave_restore_finish:
 * @self: what keeps copies
 * @result: what the callback got
 * @error: return location for an error: that it was cancelled; then the copies stay for the next time
 *
 * Returns: (transfer full) (element-type PivotLessonBackup) (nullable): what was found
 */
GPtrArray *
pivot_lesson_autosave_restore_finish (PivotLessonAutosave  *self,
                                      GAsyncResult         *result,
                                      GError              **error)
{
  GPtrArray *taken;

  g_return_val_if_fail (PIVOT_IS_LESSON_AUTOSAVE (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_lesson_autosave_restore_async), NULL);

  taken = g_task_propagate_pointer (G_TASK (result), error);
  for (guint i = 0; taken != NULL && i < taken->len; i++)
    {
      const PivotLessonBackup *backup = g_ptr_array_index (taken, i);

      if (backup->lesson != NULL)
        watch (self, backup->lesson)->name = g_strdup (backup->name);
    }

  return taken;
}

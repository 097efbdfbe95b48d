/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-compat.h"
#include "pivot-lesson-file.h"
#include "pivot-decision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lessons as files: opened, saved, closed, and remembered for the next start. */

#define SETTING "lessons"

/* What is being saved, and what is done then. */
typedef struct
{
  PivotLessonDesk      *desk;
  PivotLesson          *lesson;
  GFile                *file;
  PivotLessonDeskSaved  done;    /* or NULL */
  gboolean              quiet;   /* a lesson of the last start that is gone by now is no news */
} Job;

static Job *
job_new (PivotLessonDesk      *desk,
         PivotLesson          *lesson,
         PivotLessonDeskSaved  done)
{
  Job *job = g_new0 (Job, 1);

  job->desk = g_object_ref (desk);
  job->lesson = lesson != NULL ? g_object_ref (lesson) : NULL;
  job->done = done;

  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->desk);
  g_clear_object (&job->lesson);
  g_clear_object (&job->file);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

const char *
_pivot_lesson_desk_get_title (PivotLesson *lesson)
{
  const char *title = pivot_lesson_get_title (lesson);

  return *title != '\0' ? title : _("Untitled Lesson");
}

/* ---- Opening ---- */

PivotLesson *
_pivot_lesson_desk_find_open (PivotLessonDesk *self,
                              GFile           *file)
{
  GListModel *lessons = pivot_classroom_get_lessons (self->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(PivotLesson) lesson = g_list_model_get_item (lessons, i);
      GFile *its_file = pivot_lesson_get_file (lesson);

      if (its_file != NULL && file != NULL && g_file_equal (its_file, file))
        return lesson;
    }

  return NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  PivotLessonDesk *self = job->desk;
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotLesson) lesson = pivot_lesson_file_load_finish (result, &problems, &error);
  g_autofree char *text = NULL;
  PivotLesson *open;

  self->n_loading--;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || (job->quiet && problems == NULL && lesson == NULL))
    return;

  if (lesson == NULL)
    {
      /* Translators: what is wrong with a file. */
      text = g_strdup_printf (_("The lesson was not opened: %s"), error->message);
      _pivot_lesson_desk_fail (self, text, G_FILE (source), problems, error);
      return;
    }

  /* It may have been asked for twice before it was there: as one of the last time, and by its name. */
  open = _pivot_lesson_desk_find_open (self, G_FILE (source));
  if (open == NULL)
    pivot_classroom_add (self->classroom, lesson);
  if (!job->quiet)
    _pivot_lesson_desk_show (self, open != NULL ? open : lesson, 0);
}

static void
load (PivotLessonDesk *self,
      GFile           *file,
      gboolean         quiet)
{
  Job *job = job_new (self, NULL, NULL);

  job->quiet = quiet;
  self->n_loading++;
  pivot_lesson_file_load_async (file, self->cancellable, loaded_cb, job);
}

/**
 * pivot_lesson_desk_open:
 * @self: a desk
 * @file: the file of a lesson
 *
 * Opens a lesson, or takes it in hand if it is open. What is wrong with it is told, and changes nothing.
 */
void
pivot_lesson_desk_open (PivotLessonDesk *self,
                        GFile           *file)
{
  PivotLesson *lesson;

  g_return_if_fail (PIVOT_IS_LESSON_DESK (self));
  g_return_if_fail (G_IS_FILE (file));

  pivot_lesson_desk_get_classroom (self);
  lesson = _pivot_lesson_desk_find_open (self, file);
  if (lesson != NULL)
    _pivot_lesson_desk_show (self, lesson, 0);
  else
    load (self, file, FALSE);
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PivotLessonDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_open_dialog_finish (result, &error);

  if (file != NULL)
    pivot_lesson_desk_open (self, file);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _pivot_lesson_desk_fail (self, error->message, NULL, NULL, error);
}

static void
open_lesson (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  static const char * const suffixes[] = { &PIVOT_LESSON_EXTENSION[1], NULL };
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);

  pivot_open_dialog_async (GTK_WINDOW (self->window), _("Open a Lesson"), _("Lessons"), suffixes, self->cancellable, open_chosen_cb,
                           g_object_ref (self));
}

/* ---- Saving ---- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  g_autoptr(GError) error = NULL;
  gboolean saved = pivot_lesson_file_save_finish (result, &error);

  if (saved)
    {
      pivot_lesson_set_file (job->lesson, job->file);
      pivot_lesson_autosave_settle (job->desk->autosave, job->lesson);
    }
  else
    {
      pivot_lesson_set_modified (job->lesson, TRUE);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _pivot_lesson_desk_fail (job->desk, error->message, job->file, NULL, error);
    }
  if (job->done != NULL)
    job->done (job->desk, job->lesson, saved);
}

/* What changes while it is being saved is another change. */
static void
save_to (Job   *job,
         GFile *file)
{
  job->file = g_object_ref (file);
  pivot_lesson_set_modified (job->lesson, FALSE);
  pivot_lesson_file_save_async (job->lesson, file, NULL, saved_cb, job);
}

static GFile *
add_extension (GFile *file)
{
  g_autofree char *path = g_file_get_path (file), *longer = NULL;

  if (path == NULL || g_str_has_suffix (path, PIVOT_LESSON_EXTENSION))
    return g_object_ref (file);

  longer = g_strconcat (path, PIVOT_LESSON_EXTENSION, NULL);

  /* Nobody has been asked whether that one may go. */
  return g_file_test (longer, G_FILE_TEST_EXISTS) ? g_object_ref (file) : g_file_new_for_path (longer);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  PivotLessonDesk *self = job->desk;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) chosen = pivot_save_dialog_finish (result, &error), file = NULL;

  if (chosen == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _pivot_lesson_desk_fail (self, error->message, NULL, NULL, error);
      if (job->done != NULL)
        job->done (self, job->lesson, FALSE);
      return;
    }

  file = add_extension (chosen);
  save_to (g_steal_pointer (&job), file);
}

static void
save_as (PivotLessonDesk      *self,
         PivotLesson          *lesson,
         PivotLessonDeskSaved  done)
{
  g_autofree char *name = g_strconcat (_pivot_lesson_desk_get_title (lesson), PIVOT_LESSON_EXTENSION, NULL);

  g_strdelimit (name, "/\\:\n", '-');
  pivot_save_dialog_async (GTK_WINDOW (self->window), _("Save the Lesson"), name, self->cancellable, save_chosen_cb,
                           job_new (self, lesson, done));
}

static void
save (PivotLessonDesk      *self,
      PivotLesson          *lesson,
      PivotLessonDeskSaved  done)
{
  GFile *file = pivot_lesson_get_file (lesson);

  if (file != NULL)
    save_to (job_new (self, lesson, done), file);
  else
    save_as (self, lesson, done);
}

static void
save_lesson (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);

  save (self, pivot_classroom_get_lesson (self->classroom), NULL);
}

static PivotLesson *
add_copy (PivotLessonDesk *self,
          PivotLesson     *lesson)
{
  g_autoptr(PivotLesson) copy = pivot_lesson_copy (lesson);

  if (_pivot_lesson_desk_is_own (self, lesson))
    {
      /* Translators: title of the copy of a lesson. */
      g_autofree char *title = g_strdup_printf (_("%s (copy)"), _pivot_lesson_desk_get_title (lesson));

      pivot_lesson_set_title (copy, title);
    }
  if (pivot_session_get_dataset (self->session) != NULL && pivot_lesson_get_dataset_digest (copy) == NULL &&
      g_strcmp0 (pivot_lesson_get_dataset (copy), pivot_dataset_get_id (pivot_session_get_dataset (self->session))) == 0)
    pivot_lesson_set_origin_dataset (copy, pivot_session_get_dataset (self->session));
  pivot_lesson_set_modified (copy, TRUE);
  pivot_classroom_add (self->classroom, copy);

  return copy;
}

/* One that came with the dataset stays what it is: a copy of it is saved. */
static void
save_lesson_as (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);

  if (!_pivot_lesson_desk_is_own (self, lesson))
    {
      lesson = add_copy (self, lesson);
      _pivot_lesson_desk_show (self, lesson, pivot_classroom_get_position (self->classroom));
    }
  save_as (self, lesson, NULL);
}

static void
copy_lesson (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  guint position = pivot_classroom_get_position (self->classroom);

  _pivot_lesson_desk_show (self, add_copy (self, pivot_classroom_get_lesson (self->classroom)), position);
}

static void
new_lesson (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  g_autoptr(PivotLesson) lesson = pivot_lesson_new (_("New Lesson"));

  pivot_lesson_set_origin_dataset (lesson, pivot_session_get_dataset (self->session));
  pivot_lesson_set_modified (lesson, FALSE);
  pivot_classroom_add (pivot_lesson_desk_get_classroom (self), lesson);
  _pivot_lesson_desk_show (self, lesson, 0);
}

/* ---- Closing: what is not saved is asked about ---- */

static void close_next (PivotLessonDesk *self);

static void
close_one (PivotLessonDesk *self,
           PivotLesson     *lesson)
{
  if (lesson == pivot_classroom_get_lesson (self->classroom))
    _pivot_lesson_desk_end_replay (self);
  pivot_lesson_autosave_remove (self->autosave, lesson);
  pivot_classroom_remove (self->classroom, lesson);
  pivot_lesson_desk_remember (self);
}

static void
settled (PivotLessonDesk *self,
         PivotLesson     *lesson,
         gboolean         go_on)
{
  if (!go_on)
    self->closing = FALSE;
  else if (self->closing)
    close_next (self);
  else
    close_one (self, lesson);
}

static void
answered_cb (guint    answer,
             gpointer user_data)
{
  g_autoptr(PivotLessonDesk) self = user_data;
  g_autoptr(PivotLesson) lesson = g_steal_pointer (&self->asked);

  /* The window is gone by another way. */
  if (lesson == NULL)
    return;

  if (answer == 2)
    {
      save (self, lesson, settled);
      return;
    }
  if (answer == 1)
    {
      pivot_lesson_set_modified (lesson, FALSE);
      pivot_lesson_autosave_settle (self->autosave, lesson);
    }
  settled (self, lesson, answer == 1);
}

static void
ask (PivotLessonDesk *self,
     PivotLesson     *lesson)
{
  const char *answers[] = { _("_Cancel"), _("Close _without Saving"), _("_Save"), NULL };
  /* Translators: title of a lesson. */
  g_autofree char *title = g_strdup_printf (_("Save changes to “%s” before closing?"), _pivot_lesson_desk_get_title (lesson));

  if (self->asked != NULL)
    return;

  self->asked = g_object_ref (lesson);
  pivot_decision_ask (GTK_WINDOW (self->window), title, _("If you don’t save, what you have changed is lost for good."), answers,
                      answered_cb, g_object_ref (self));
}

static void
close_lesson (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);

  if (pivot_lesson_get_modified (lesson))
    ask (self, lesson);
  else
    close_one (self, lesson);
}

static PivotLesson *
find_unsaved (PivotLessonDesk *self)
{
  GListModel *lessons = self->classroom != NULL ? pivot_classroom_get_lessons (self->classroom) : NULL;
  guint n = lessons != NULL ? g_list_model_get_n_items (lessons) : 0;

  for (guint i = n > 0 ? pivot_classroom_get_n_supplied (self->classroom) : 0; i < n; i++)
    {
      g_autoptr(PivotLesson) lesson = g_list_model_get_item (lessons, i);

      if (pivot_lesson_get_modified (lesson))
        return lesson;
    }

  return NULL;
}

static void
close_next (PivotLessonDesk *self)
{
  PivotLesson *lesson = find_unsaved (self);

  if (lesson != NULL)
    {
      ask (self, lesson);
      return;
    }

  self->closing = FALSE;
  gtk_window_close (GTK_WINDOW (self->window));
}

/**
 * pivot_lesson_desk_has_unsaved:
 * @self: a desk
 *
 * Returns: whether anything would be lost now: a lesson that was changed, or one that is being recorded
 */
gboolean
pivot_lesson_desk_has_unsaved (PivotLessonDesk *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_DESK (self), FALSE);

  return pivot_lesson_recorder_get_lesson (self->recorder) != NULL || find_unsaved (self) != NULL;
}

/**
 * pivot_lesson_desk_close_window:
 * @self: a desk
 *
 * Asks about each lesson that is not saved, and closes the window once all is answered.
 */
void
pivot_lesson_desk_close_window (PivotLessonDesk *self)
{
  g_return_if_fail (PIVOT_IS_LESSON_DESK (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "record-lesson", g_variant_new_boolean (FALSE));
  self->closing = TRUE;
  close_next (self);
}

/* ---- The next start ---- */

/**
 * pivot_lesson_desk_remember:
 * @self: a desk
 *
 * Writes down which files are open.
 */
void
pivot_lesson_desk_remember (PivotLessonDesk *self)
{
  g_autoptr(GStrvBuilder) uris = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  GListModel *lessons;

  g_return_if_fail (PIVOT_IS_LESSON_DESK (self));

  /* Without a classroom, those of the last time have not been looked at. */
  if (self->settings == NULL || self->classroom == NULL || self->n_loading > 0)
    return;

  lessons = pivot_classroom_get_lessons (self->classroom);
  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(PivotLesson) lesson = g_list_model_get_item (lessons, i);
      g_autofree char *uri = NULL;

      if (pivot_lesson_get_file (lesson) == NULL)
        continue;
      uri = g_file_get_uri (pivot_lesson_get_file (lesson));
      g_strv_builder_add (uris, uri);
    }

  list = g_strv_builder_end (uris);
  g_settings_set_strv (self->settings, SETTING, (const char * const *) list);
}

void
_pivot_lesson_desk_restore (PivotLessonDesk *self)
{
  g_auto(GStrv) uris = self->settings != NULL ? g_settings_get_strv (self->settings, SETTING) : NULL;

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_uri (uris[i]);

      load (self, file, TRUE);
    }
}

static const GActionEntry entries[] = {
  { "new-lesson", new_lesson },
  { "open-lesson", open_lesson },
  { "save-lesson", save_lesson },
  { "save-lesson-as", save_lesson_as },
  { "copy-lesson", copy_lesson },
  { "close-lesson", close_lesson },
};

void
_pivot_lesson_desk_add_files (PivotLessonDesk *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-paths.h"

#include <glib/gi18n-lib.h>

/* What is recorded or changed and not saved outlives the program: a copy of it is kept, and put back on the desk at the next start. */

/* ---- Keeping ---- */

static void
failed_cb (PivotLessonDesk *self,
           GError          *error)
{
  /* Translators: what is wrong with a file. */
  g_autofree char *text = g_strdup_printf (_("A lesson that is not saved would be lost in a crash: %s"), error->message);

  _pivot_lesson_desk_fail (self, text, NULL, NULL, error);
}

static void
recording_cb (PivotLessonDesk *self)
{
  PivotLesson *lesson = pivot_lesson_recorder_get_lesson (self->recorder);

  if (lesson != NULL)
    pivot_lesson_autosave_add (self->autosave, lesson);
}

static void
lessons_cb (PivotLessonDesk *self)
{
  GListModel *lessons = pivot_classroom_get_lessons (self->classroom);

  for (guint i = pivot_classroom_get_n_supplied (self->classroom); i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(PivotLesson) lesson = g_list_model_get_item (lessons, i);

      pivot_lesson_autosave_add (self->autosave, lesson);
    }
}

/* When there is a classroom. */
void
_pivot_lesson_desk_follow_lessons (PivotLessonDesk *self)
{
  g_signal_connect_object (pivot_classroom_get_lessons (self->classroom), "items-changed", G_CALLBACK (lessons_cb), self,
                           G_CONNECT_SWAPPED);
  lessons_cb (self);
}

/* ---- Putting back ---- */

/* The lesson as it is saved may be there already, opened again because it was open the last time: what is not saved takes its place,
 * unless that one has been changed as well. Then there are two. */
static void
put_back (PivotLessonDesk *self,
          PivotLesson     *lesson)
{
  PivotLesson *saved = _pivot_lesson_desk_find_open (self, pivot_lesson_get_file (lesson));
  guint position = pivot_classroom_get_position (self->classroom);

  pivot_classroom_add (self->classroom, lesson);
  if (saved == NULL)
    return;

  if (pivot_lesson_get_modified (saved))
    {
      pivot_lesson_set_file (lesson, NULL);
      pivot_lesson_autosave_settle (self->autosave, lesson);
      return;
    }

  if (saved == pivot_classroom_get_lesson (self->classroom))
    {
      _pivot_lesson_desk_end_replay (self);
      pivot_classroom_take (self->classroom, lesson, position);
    }
  pivot_lesson_autosave_remove (self->autosave, saved);
  pivot_classroom_remove (self->classroom, saved);
}

static void
tell_damaged (PivotLessonDesk         *self,
              const PivotLessonBackup *backup)
{
  g_autofree char *name = g_file_get_parse_name (backup->file), *text = NULL;

  /* Translators: name of a file. */
  text = g_strdup_printf (_("A lesson that was not saved before the program ended could not be opened. It is kept in “%s”."), name);
  _pivot_lesson_desk_fail (self, text, backup->file, backup->problems, backup->error);
}

static void
tell_restored (PivotLessonDesk *self,
               PivotLesson     *lesson,
               guint            n)
{
  g_autofree char *text = NULL;

  if (n == 1)
    /* Translators: title of a lesson. */
    text = g_strdup_printf (_("“%s” was not saved before the program ended. It is open again."), _pivot_lesson_desk_get_title (lesson));
  else
    text = g_strdup_printf (ngettext ("%u lesson was not saved before the program ended. It is open again.",
                                      "%u lessons were not saved before the program ended. They are open again.", n), n);
  g_set_object (&self->restored, lesson);
  _pivot_lesson_desk_set_enabled (self, "show-restored-lesson", TRUE);
  g_signal_emit_by_name (self, "restored", text);
}

/* All that can be read is on the desk before anything is told. What cannot is told last, and so stays to be read. */
static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PivotLessonDesk) self = user_data;
  g_autoptr(GPtrArray) backups = pivot_lesson_autosave_restore_finish (self->autosave, result, NULL);
  PivotLesson *newest = NULL;
  guint n = 0;

  /* What has been found stays where it is, for the next start. */
  if (backups == NULL || backups->len == 0 || self->window == NULL)
    return;

  pivot_lesson_desk_get_classroom (self);
  for (guint i = 0; i < backups->len; i++)
    {
      const PivotLessonBackup *backup = g_ptr_array_index (backups, i);

      if (backup->lesson == NULL)
        continue;
      put_back (self, backup->lesson);
      newest = backup->lesson;
      n++;
    }
  if (newest != NULL)
    tell_restored (self, newest, n);
  for (guint i = 0; i < backups->len; i++)
    if (((PivotLessonBackup *) g_ptr_array_index (backups, i))->lesson == NULL)
      tell_damaged (self, g_ptr_array_index (backups, i));
}

/* Once there is something to show them with. */
void
_pivot_lesson_desk_restore_unsaved (PivotLessonDesk *self)
{
  if (self->looked_back)
    return;

  self->looked_back = TRUE;
  pivot_lesson_autosave_restore_async (self->autosave, self->cancellable, restored_cb, g_object_ref (self));
}

static void
show_restored (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);

  if (_pivot_lesson_desk_is_own (self, self->restored))
    _pivot_lesson_desk_show (self, self->restored, 0);
}

static const GActionEntry entries[] = {
  { "show-restored-lesson", show_restored },
};

void
_pivot_lesson_desk_add_autosave (PivotLessonDesk *self)
{
  g_autoptr(GFile) folder = pivot_paths_get_unsaved_lessons ();

  self->autosave = pivot_lesson_autosave_new (folder, PIVOT_LESSON_AUTOSAVE_DELAY);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "notify::lesson", G_CALLBACK (recording_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
  _pivot_lesson_desk_set_enabled (self, "show-restored-lesson", FALSE);
}

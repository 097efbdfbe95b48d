/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-compat.h"
#include "pivot-export-task.h"

#include <glib/gi18n-lib.h>

/* The lesson at hand as a PDF. */

typedef struct
{
  PivotLessonDesk *desk;
  PivotLesson     *lesson;
  gboolean         notes;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->desk);
  g_clear_object (&job->lesson);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PivotLessonDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!pivot_export_finish (result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _pivot_lesson_desk_fail (self, error->message, NULL, NULL, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_save_dialog_finish (result, &error);
  PivotExportOptions options;

  if (file == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _pivot_lesson_desk_fail (job->desk, error->message, NULL, NULL, error);
      return;
    }
  /* The dialog may have been open for long. */
  if (pivot_session_get_dataset (job->desk->session) == NULL)
    return;

  pivot_export_options_init (&options);
  options.format = PIVOT_EXPORT_PDF;
  options.sheet.kind = PIVOT_SHEET_LESSON;
  options.sheet.theme = PIVOT_SHEET_PRINT;
  options.sheet.lesson = job->lesson;
  options.sheet.notes = job->notes;
  pivot_export_async (job->desk->session, &options, NULL, file, job->desk->cancellable, exported_cb,
                      g_object_ref (job->desk));
}

static void
export_lesson (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);
  Job *job = g_new0 (Job, 1);
  g_autofree char *name = NULL;

  job->desk = g_object_ref (self);
  job->lesson = g_object_ref (pivot_classroom_get_lesson (self->classroom));
  job->notes = g_variant_get_boolean (parameter);
  name = g_strconcat (pivot_lesson_get_title (job->lesson), ".pdf", NULL);
  g_strdelimit (name, "/\\:\n", '-');
  pivot_save_dialog_async (GTK_WINDOW (self->window), _("Export the Lesson"), name, self->cancellable, chosen_cb, job);
}

static const GActionEntry entries[] = {
  { "export-lesson", export_lesson, "b" },
};

void
_pivot_lesson_desk_add_export (PivotLessonDesk *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
}

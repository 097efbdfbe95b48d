/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-lesson-file.h"
#include "pivot-lesson-fit.h"

/* A lesson on paper: a page with its title, and a page for each step. */

static PivotSheet *
make_sheet (PivotSheet      *self,
            PivotSession    *session,
            PivotLessonStep *step)
{
  g_autoptr(PivotSession) own = pivot_session_new ();
  PivotSheetOptions options = self->options;

  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  pivot_lesson_fit_show (own, step);
  if (!pivot_sheet_choose_for_view (own, &options))
    return NULL;

  options.lesson = NULL;
  _pivot_sheet_page_set_options (self, &options);

  return pivot_sheet_new (own, &options, NULL);
}

/* What of the step could not be shown stands under its text. */
static char *
make_text (PivotSession    *session,
           PivotLessonStep *step)
{
  g_auto(GStrv) said = pivot_lesson_fit_check_step (pivot_session_get_dataset (session), step);
  g_autofree char *sentences = g_strjoinv ("\n", said);

  return *sentences != '\0' ? g_strjoin ("\n\n", pivot_lesson_step_get_text (step), sentences, NULL)
                            : g_strdup (pivot_lesson_step_get_text (step));
}

static void
add_step (PivotSheet      *self,
          PivotSession    *session,
          PivotLesson     *lesson,
          guint            position)
{
  PivotLessonStep *step = pivot_lesson_get_step (lesson, position);
  PivotSheetPage *page = _pivot_sheet_page_new (self);

  /* Translators: above a step of a lesson: the title of the lesson, which step it is, and of how many. */
  page->above = g_strdup_printf (_("%1$s · %2$u of %3$u"), pivot_lesson_get_title (lesson), position + 1,
                                 pivot_lesson_get_n_steps (lesson));
  page->title = g_strdup (pivot_lesson_step_get_title (step));
  page->text = make_text (session, step);
  page->question = g_strdup (pivot_lesson_step_get_question (step));
  if (self->options.notes)
    page->notes = g_strdup (pivot_lesson_step_get_notes (step));
  page->sheet = make_sheet (self, session, step);
  page->level = 1;
}

static void
add_cover (PivotSheet   *self,
           PivotDataset *dataset,
           PivotLesson  *lesson)
{
  PivotSheetPage *page = _pivot_sheet_page_new (self);
  g_autofree char *said = pivot_lesson_fit_check_lesson (dataset, lesson);

  page->is_cover = TRUE;
  page->title = g_strdup (pivot_lesson_get_title (lesson));
  page->text = g_strdup_printf ("%s\n\n%s\n\n%s", pivot_text_get (pivot_dataset_get_title (dataset)),
                                pivot_text_get (pivot_dataset_get_license (dataset)), said != NULL ? said : "");
}

static PivotLesson *
get_lesson (PivotSheet  *self,
            GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (self->options.lesson != NULL)
    return g_object_ref (self->options.lesson);

  if (self->options.id == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Say which lesson: lesson:FILE"));
      return NULL;
    }

  file = g_file_new_for_commandline_arg (self->options.id);

  return pivot_lesson_file_load (file, NULL, NULL, error);
}

static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  g_autoptr(PivotLesson) lesson = get_lesson (self, error);
  PivotDataset *dataset = pivot_session_get_dataset (session);

  if (lesson == NULL)
    return FALSE;

  add_cover (self, dataset, lesson);
  for (guint i = 0; i < pivot_lesson_get_n_steps (lesson); i++)
    add_step (self, session, lesson, i);
  self->title = g_strdup (pivot_lesson_get_title (lesson));
  self->description = g_strdup (pivot_text_get (pivot_dataset_get_description (dataset)));
  /* Theirs was only lent. */
  self->options.lesson = NULL;

  return TRUE;
}

const PivotSheetKindClass _pivot_sheet_lesson_class = {
  .prepare = prepare,
  .count_pages = _pivot_sheet_count_read_pages,
  .draw_page = _pivot_sheet_draw_read_page,
  .get_page_title = _pivot_sheet_get_read_page_title,
};

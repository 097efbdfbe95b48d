/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-batch-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-session-options.h"
#include "pivot-sheet-worksheet.h"
#include "pivot-worksheet.h"
#include "pivot-worksheet-files.h"

static gboolean
set_word (PivotSession *session,
          PivotOption   option,
          const char   *name,
          const char   *word)
{
  const char * const *words = pivot_option_get_words (option);

  if (word == NULL)
    return TRUE;
  if (!g_strv_contains (words, word))
    return _pivot_batch_complain_of_word (name, word, words);

  pivot_session_set_word (session, option, word);

  return TRUE;
}

static void
set_number (PivotSession *session,
            PivotOption   option,
            int           number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  pivot_session_set_word (session, option, text);
}

gboolean
_pivot_batch_set_worksheet (PivotBatch   *self,
                            PivotSession *session)
{
  if (self->seed < -1 || self->seed > PIVOT_WORKSHEET_MAX_SEED)
    {
      _pivot_batch_complain (_("--seed: from 0 to %d"), PIVOT_WORKSHEET_MAX_SEED);
      return FALSE;
    }
  if (self->questions < 0 || self->questions > PIVOT_WORKSHEET_MAX_QUESTIONS)
    {
      _pivot_batch_complain (_("--questions: from 1 to %d"), PIVOT_WORKSHEET_MAX_QUESTIONS);
      return FALSE;
    }
  if (self->seed >= 0)
    set_number (session, PIVOT_OPTION_WORKSHEET_SEED, self->seed);
  if (self->questions > 0)
    set_number (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, self->questions);

  return set_word (session, PIVOT_OPTION_WORKSHEET_LEVEL, "level", self->level) &&
         set_word (session, PIVOT_OPTION_WORKSHEET_PAPER, "paper", self->paper) &&
         set_word (session, PIVOT_OPTION_WORKSHEET_KEY, "key", self->key);
}

/* Fewer questions than were asked for are no failure, but are told. */
static void
warn_of_few (PivotSession *session)
{
  g_autoptr(PivotWorksheet) questions = NULL;
  PivotWorksheetOptions options;

  pivot_worksheet_options_read (&options, session);
  questions = pivot_worksheet_new (session, &options);
  if (pivot_worksheet_get_n (questions) < options.n_questions)
    _pivot_batch_complain (g_dngettext (GETTEXT_PACKAGE, "the data give only %u question", "the data give only %u questions",
                                        pivot_worksheet_get_n (questions)),
                           pivot_worksheet_get_n (questions));
}

static GBytes *
make (PivotBatch   *self,
      PivotSession *session,
      const char   *part,
      int          *status)
{
  PivotExportOptions options = self->options;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  pivot_sheet_options_init_worksheet (&options.sheet, session);
  options.sheet.id = part;
  bytes = pivot_export_make (session, &options, NULL, &error);
  if (bytes == NULL)
    {
      _pivot_batch_complain ("--export=%s: %s", self->what, error->message);
      *status = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? PIVOT_BATCH_MISUSED : PIVOT_BATCH_FAILED;
    }

  return bytes;
}

/* One part, or both as one document. */
static int
run_one (PivotBatch   *self,
         PivotSession *session,
         const char   *part)
{
  int status = PIVOT_BATCH_DONE;
  g_autoptr(GBytes) bytes = make (self, session, part, &status);
  g_autoptr(GFile) file = NULL;

  if (bytes == NULL)
    return status;
  if (_pivot_batch_to_output (self))
    return _pivot_batch_print (bytes);

  file = _pivot_batch_get_file (self);

  return _pivot_batch_write (file, bytes) ? PIVOT_BATCH_DONE : PIVOT_BATCH_FAILED;
}

/* Both are made before either is written, so that no worksheet is left without its answers. */
static int
run_two (PivotBatch   *self,
         PivotSession *session)
{
  int status = PIVOT_BATCH_DONE;
  g_autoptr(GBytes) pupil = make (self, session, PIVOT_SHEET_PUPIL, &status);
  g_autoptr(GBytes) key = pupil != NULL ? make (self, session, PIVOT_SHEET_KEY, &status) : NULL;
  g_autoptr(GFile) file = NULL, key_file = NULL;

  if (key == NULL)
    return status;

  file = _pivot_batch_get_file (self);
  key_file = pivot_worksheet_get_key_file (file);

  return _pivot_batch_write (file, pupil) && _pivot_batch_write (key_file, key) ? PIVOT_BATCH_DONE : PIVOT_BATCH_FAILED;
}

int
_pivot_batch_run_worksheet (PivotBatch *self)
{
  g_autoptr(PivotSession) session = _pivot_batch_open_session (self);
  const char *key;

  if (session == NULL)
    return PIVOT_BATCH_MISUSED;

  warn_of_few (session);
  key = pivot_session_get_word (session, PIVOT_OPTION_WORKSHEET_KEY);
  if (self->options.sheet.id != NULL)
    return run_one (self, session, self->options.sheet.id);
  if (g_str_equal (key, "none"))
    return run_one (self, session, PIVOT_SHEET_PUPIL);
  /* There is one standard output. */
  if (g_str_equal (key, "after") || _pivot_batch_to_output (self))
    return run_one (self, session, NULL);

  return run_two (self, session);
}

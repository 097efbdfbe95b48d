/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess-book.h"

#include "pivot-session-options.h"

#include <string.h>

struct _PivotGuessBook
{
  GObject          parent_instance;

  PivotClassroom  *classroom;
  PivotSession    *session;
  PivotLessonStep *step;      /* at hand; or NULL */
  GPtrArray       *guesses;   /* of PivotGuess; empty if they are damaged */
  GError          *error;     /* or NULL */
  char            *text;      /* that they were read from */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotGuessBook, pivot_guess_book, G_TYPE_OBJECT)

static gboolean
is_empty (const char *text)
{
  return *text == '\0' || strcmp (text, "[]") == 0;
}

static const char *
get_text (PivotGuessBook *self)
{
  return self->step != NULL ? pivot_lesson_step_get_guesses (self->step)
                            : pivot_session_get_word (self->session, PIVOT_OPTION_GUESSES);
}

static void
set_text (PivotGuessBook *self,
          const char     *text)
{
  if (self->step != NULL)
    pivot_lesson_step_set_guesses (self->step, text);
  else
    pivot_session_set_word (self->session, PIVOT_OPTION_GUESSES, is_empty (text) ? "" : text);
}

static void
read_guesses (PivotGuessBook *self)
{
  const char *text = get_text (self);

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_error (&self->error);
  g_clear_pointer (&self->guesses, g_ptr_array_unref);
  self->guesses = pivot_guesses_read (text, &self->error);
  if (self->guesses == NULL)
    self->guesses = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_guess_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
write_guesses (PivotGuessBook *self)
{
  g_autofree char *text = pivot_guesses_write (self->guesses);

  set_text (self, text);
  read_guesses (self);
}

/* What was guessed before there was a step belongs to the first one. */
static void
step_cb (PivotGuessBook *self)
{
  PivotLessonStep *step = pivot_classroom_get_step (self->classroom);
  g_autofree char *loose = NULL;

  if (step == self->step)
    return;

  if (self->step == NULL)
    loose = g_strdup (get_text (self));
  else
    g_signal_handlers_disconnect_by_data (self->step, self);
  g_set_object (&self->step, step);
  if (step != NULL)
    {
      g_signal_connect_swapped (step, "notify::guesses", G_CALLBACK (read_guesses), self);
      if (loose != NULL && !is_empty (loose) && is_empty (pivot_lesson_step_get_guesses (step)))
        {
          pivot_lesson_step_set_guesses (step, loose);
          pivot_session_set_word (self->session, PIVOT_OPTION_GUESSES, "");
        }
    }
  read_guesses (self);
}

static void
pivot_guess_book_dispose (GObject *object)
{
  PivotGuessBook *self = PIVOT_GUESS_BOOK (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  if (self->step != NULL)
    g_signal_handlers_disconnect_by_data (self->step, self);
  g_clear_object (&self->step);
  g_clear_object (&self->session);
  g_clear_object (&self->classroom);
  g_clear_error (&self->error);
  g_clear_pointer (&self->guesses, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (pivot_guess_book_parent_class)->dispose (object);
}

static void
pivot_guess_book_class_init (PivotGuessBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_guess_book_dispose;

  /**
   * PivotGuessBook::changed:
   * @self: a book
   *
   * There are other guesses.
   */
  signals[CHANGED] = g_signal_new ("changed", PIVOT_TYPE_GUESS_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_guess_book_init (PivotGuessBook *self)
{
}

/**
 * pivot_guess_book_new:
 * @classroom: whose step the guesses are saved with
 *
 * Opens the book of guesses.
 *
 * Returns: (transfer full): a book
 */
PivotGuessBook *
pivot_guess_book_new (PivotClassroom *classroom)
{
  PivotGuessBook *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PIVOT_TYPE_GUESS_BOOK, NULL);
  self->classroom = g_object_ref (classroom);
  self->session = g_object_ref (pivot_classroom_get_session (classroom));
  g_signal_connect_swapped (self->session, "notify::options", G_CALLBACK (read_guesses), self);
  g_signal_connect_swapped (classroom, "notify::lesson", G_CALLBACK (step_cb), self);
  g_signal_connect_swapped (classroom, "notify::position", G_CALLBACK (step_cb), self);
  step_cb (self);
  read_guesses (self);

  return self;
}

/**
 * pivot_guess_book_get_error:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): why the guesses cannot be read
 */
const char *
pivot_guess_book_get_error (PivotGuessBook *self)
{
  g_return_val_if_fail (PIVOT_IS_GUESS_BOOK (self), NULL);

  return self->error != NULL ? self->error->message : NULL;
}

/**
 * pivot_guess_book_get_all:
 * @self: a book
 * @kind: what is guessed
 * @about: about what
 *
 * Gets what the teams have guessed.
 *
 * Returns: (transfer container) (element-type PivotGuess): guesses
 */
GPtrArray *
pivot_guess_book_get_all (PivotGuessBook *self,
                          PivotGuessKind  kind,
                          const char     *about)
{
  GPtrArray *found;

  g_return_val_if_fail (PIVOT_IS_GUESS_BOOK (self), NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->guesses->len; i++)
    if (pivot_guess_is_about (g_ptr_array_index (self->guesses, i), kind, about))
      g_ptr_array_add (found, g_ptr_array_index (self->guesses, i));

  return found;
}

static int
find (PivotGuessBook *self,
      PivotGuessKind  kind,
      const char     *about,
      const char     *team)
{
  for (guint i = 0; i < self->guesses->len; i++)
    {
      const PivotGuess *guess = g_ptr_array_index (self->guesses, i);

      if (pivot_guess_is_about (guess, kind, about) && strcmp (guess->team, team) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * pivot_guess_book_find:
 * @self: a book
 * @kind: what is guessed
 * @about: about what
 * @team: by whom
 *
 * Returns: (transfer none) (nullable): the guess
 */
const PivotGuess *
pivot_guess_book_find (PivotGuessBook *self,
                       PivotGuessKind  kind,
                       const char     *about,
                       const char     *team)
{
  int i;

  g_return_val_if_fail (PIVOT_IS_GUESS_BOOK (self), NULL);

  i = find (self, kind, about, team);

  return i >= 0 ? g_ptr_array_index (self->guesses, i) : NULL;
}

/**
 * pivot_guess_book_put:
 * @self: a book
 * @guess: a guess; copied
 *
 * Writes a guess down. Nothing is written over guesses that are damaged.
 */
void
pivot_guess_book_put (PivotGuessBook   *self,
                      const PivotGuess *guess)
{
  PivotGuess *copy;
  int i;

  g_return_if_fail (PIVOT_IS_GUESS_BOOK (self));
  g_return_if_fail (guess != NULL);

  if (self->error != NULL)
    return;

  i = find (self, guess->kind, guess->about, guess->team);
  copy = pivot_guess_copy (guess);
  if (i >= 0)
    {
      pivot_guess_free (g_ptr_array_index (self->guesses, i));
      g_ptr_array_index (self->guesses, i) = copy;
    }
  else
    g_ptr_array_add (self->guesses, copy);
  write_guesses (self);
}

/**
 * pivot_guess_book_remove:
 * @self: a book
 * @kind: what was guessed
 * @about: about what
 * @team: by whom
 *
 * Forgets a guess.
 */
void
pivot_guess_book_remove (PivotGuessBook *self,
                         PivotGuessKind  kind,
                         const char     *about,
                         const char     *team)
{
  int i;

  g_return_if_fail (PIVOT_IS_GUESS_BOOK (self));

  i = find (self, kind, about, team);
  if (i < 0)
    return;

  g_ptr_array_remove_index (self->guesses, (guint) i);
  write_guesses (self);
}

/**
 * pivot_guess_book_begin:
 * @self: a book
 *
 * Forgets every guess at hand.
 */
void
pivot_guess_book_begin (PivotGuessBook *self)
{
  g_return_if_fail (PIVOT_IS_GUESS_BOOK (self));

  set_text (self, "[]");
  read_guesses (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-guess-book.h"
#include "pivot-session-options.h"
#include "../finalize.h"

static PivotGuess *
new_guess (const char *team,
           double      position)
{
  PivotGuess *guess = pivot_guess_new (PIVOT_GUESS_RANK, team, "alpha");

  pivot_guess_set (guess, "XX-A", position);

  return guess;
}

static void
test_steps (void)
{
  PivotSession *session = pivot_session_new ();
  PivotClassroom *classroom = pivot_classroom_new (session);
  PivotGuessBook *book = pivot_guess_book_new (classroom);
  g_autoptr(PivotLesson) lesson = pivot_lesson_new ("Growth");
  g_autoptr(PivotGuess) red = new_guess ("Red", 1), blue = new_guess ("Blue", 2), again = new_guess ("Red", 3);
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *first = NULL;
  double position;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (NULL);

      pivot_lesson_insert (lesson, G_MAXUINT, step);
    }
  pivot_classroom_add (classroom, lesson);

  /* Without a step they are in the session; the first step takes them. */
  pivot_guess_book_put (book, red);
  g_assert_cmpstr (pivot_session_get_word (session, PIVOT_OPTION_GUESSES), !=, "");
  pivot_classroom_take (classroom, lesson, 0);
  g_assert_cmpstr (pivot_session_get_word (session, PIVOT_OPTION_GUESSES), ==, "");
  pivot_guess_book_put (book, blue);
  pivot_guess_book_put (book, again);
  all = pivot_guess_book_get_all (book, PIVOT_GUESS_RANK, "alpha");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (pivot_guess_get (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Red"), "XX-A", &position));
  g_assert_cmpfloat (position, ==, 3);
  first = g_strdup (pivot_lesson_step_get_guesses (pivot_lesson_get_step (lesson, 0)));

  /* Each step has its own. */
  pivot_classroom_take (classroom, lesson, 1);
  g_assert_null (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Red"));
  pivot_classroom_take (classroom, lesson, 0);
  g_assert_nonnull (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Red"));
  g_assert_cmpstr (pivot_lesson_step_get_guesses (pivot_lesson_get_step (lesson, 0)), ==, first);

  pivot_guess_book_remove (book, PIVOT_GUESS_RANK, "alpha", "Red");
  g_assert_null (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Red"));
  g_assert_nonnull (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Blue"));

  g_assert_finalize_object (book);
  g_assert_finalize_object (classroom);
  g_assert_finalize_object (session);
}

/* Damaged guesses are told of, and not written over. */
static void
test_damaged (void)
{
  const char *damaged = "[{\"kind\":\"rank\"}]";
  PivotSession *session = pivot_session_new ();
  PivotClassroom *classroom = pivot_classroom_new (session);
  g_autoptr(PivotLesson) lesson = pivot_lesson_new ("Growth");
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (NULL);
  g_autoptr(PivotGuess) red = new_guess ("Red", 1);
  PivotGuessBook *book = pivot_guess_book_new (classroom);

  pivot_lesson_step_set_guesses (step, damaged);
  pivot_lesson_insert (lesson, 0, step);
  pivot_classroom_add (classroom, lesson);
  pivot_classroom_take (classroom, lesson, 0);
  g_assert_nonnull (pivot_guess_book_get_error (book));
  pivot_guess_book_put (book, red);
  g_assert_cmpstr (pivot_lesson_step_get_guesses (step), ==, damaged);

  pivot_guess_book_begin (book);
  g_assert_null (pivot_guess_book_get_error (book));
  pivot_guess_book_put (book, red);
  g_assert_nonnull (pivot_guess_book_find (book, PIVOT_GUESS_RANK, "alpha", "Red"));

  g_assert_finalize_object (book);
  g_assert_finalize_object (classroom);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teach/guess-book/steps", test_steps);
  g_test_add_func ("/teach/guess-book/damaged", test_damaged);

  return g_test_run ();
}

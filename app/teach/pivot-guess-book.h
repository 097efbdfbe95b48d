/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classroom.h"
#include "pivot-guess.h"

G_BEGIN_DECLS

/* The guesses that are at hand: those of the lesson's step, and without one those of the session, where they can be undone. They go
 * into the first step that is taken in hand and has none. What is damaged stays as it is until somebody begins anew.
 *
 * Signal: changed. */
#define PIVOT_TYPE_GUESS_BOOK (pivot_guess_book_get_type ())
G_DECLARE_FINAL_TYPE (PivotGuessBook, pivot_guess_book, PIVOT, GUESS_BOOK, GObject)

PivotGuessBook   *pivot_guess_book_new       (PivotClassroom *classroom) G_GNUC_WARN_UNUSED_RESULT;
const char       *pivot_guess_book_get_error (PivotGuessBook *self); /* why they cannot be read; or NULL */
/* Guesses about one question, of each team, in the order they came (transfer container, of PivotGuess). */
GPtrArray        *pivot_guess_book_get_all   (PivotGuessBook *self, PivotGuessKind kind, const char *about) G_GNUC_WARN_UNUSED_RESULT;
const PivotGuess *pivot_guess_book_find      (PivotGuessBook *self, PivotGuessKind kind, const char *about, const char *team);
/* In the place of the team's guess before, if there is one. */
void              pivot_guess_book_put       (PivotGuessBook *self, const PivotGuess *guess);
void              pivot_guess_book_remove    (PivotGuessBook *self, PivotGuessKind kind, const char *about, const char *team);
void              pivot_guess_book_begin     (PivotGuessBook *self); /* forgets all of them, also what is damaged */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_GUESS_RANK,      /* values: positions from 1, the highest, by place */
  PIVOT_GUESS_CLASSES,   /* values: classes from 0, the lowest, by place */
  PIVOT_GUESS_LINE,      /* values: numbers by x of a point */
  PIVOT_GUESS_N_KINDS,
} PivotGuessKind;

/* What a team thinks before it sees the data. */
typedef struct
{
  PivotGuessKind kind;
  char          *team;     /* its name; "" for the class as a whole */
  char          *about;    /* id of a measure; of LINE "figure/series" */
  GPtrArray     *keys;     /* of char*: ids of places, or x of points; no key twice */
  GArray        *values;   /* of double, for each key */
  GArray        *breaks;   /* of double, ascending: between the classes that were asked for; of CLASSES only */
} PivotGuess;

PivotGuess *pivot_guess_new      (PivotGuessKind kind, const char *team, const char *about) G_GNUC_WARN_UNUSED_RESULT;
PivotGuess *pivot_guess_copy     (const PivotGuess *self) G_GNUC_WARN_UNUSED_RESULT;
void        pivot_guess_free     (PivotGuess *self);
gboolean    pivot_guess_is_about (const PivotGuess *self, PivotGuessKind kind, const char *about);
gboolean    pivot_guess_get      (const PivotGuess *self, const char *key, double *value); /* FALSE: not guessed */
void        pivot_guess_set      (PivotGuess *self, const char *key, double value);
void        pivot_guess_unset    (PivotGuess *self, const char *key);

/* All guesses of a step as a JSON array (transfer full). NULL and PIVOT_DATA_ERROR with the path in the text if it is damaged. "" has none. */
GPtrArray  *pivot_guesses_read   (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char       *pivot_guesses_write  (GPtrArray *guesses) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotGuess, pivot_guess_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-prediction.h"

#include "pivot-certainty.h"
#include "pivot-stats.h"

#include <math.h>

/**
 * pivot_prediction_get_places:
 * @measure: what is guessed
 * @kind: ranks or classes
 * @classes: (nullable): of classes, those that are offered
 * @out_of: (nullable) (array length=n_out_of): places; %NULL: all of the measure
 * @n_out_of: how many
 * @n: (out): how many may be guessed
 *
 * Finds the places about which the data decide whether a guess is right.
 *
 * Returns: (transfer full) (array length=n): indices of places, in the order they were given
 */
guint *
pivot_prediction_get_places (PivotMeasure       *measure,
                             PivotGuessKind      kind,
                             const PivotClasses *classes,
                             const guint        *out_of,
                             guint               n_out_of,
                             guint              *n)
{
  g_autofree guint *all = NULL;
  guint *places;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  if (out_of == NULL)
    {
      pivot_measure_get_numbers (measure, &n_out_of);
      all = g_new (guint, MAX (n_out_of, 1));
      for (guint i = 0; i < n_out_of; i++)
        all[i] = i;
      out_of = all;
    }

  places = g_new (guint, MAX (n_out_of, 1));
  *n = 0;
  for (guint i = 0; i < n_out_of; i++)
    if (kind == PIVOT_GUESS_RANK ? pivot_certainty_has_rank (measure, out_of[i], out_of, n_out_of)
                                 : classes != NULL &&
                                   pivot_certainty_get_class (classes, pivot_measure_get_value (measure, out_of[i])) >= 0)
      places[(*n)++] = out_of[i];

  return places;
}

/**
 * pivot_prediction_get_classes:
 * @measure: what is guessed
 * @guess: a guess of classes
 *
 * Returns: (transfer full) (nullable): the classes it was asked for
 */
PivotClasses *
pivot_prediction_get_classes (PivotMeasure     *measure,
                              const PivotGuess *guess)
{
  guint n;
  const double *numbers;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (guess != NULL, NULL);

  numbers = pivot_measure_get_numbers (measure, &n);

  return pivot_classes_new_manual (numbers, n, (const double *) (gpointer) guess->breaks->data, guess->breaks->len);
}

/* Places of the dataset that were guessed and are known, with what was guessed. */
static guint *
get_known (PivotDataset       *dataset,
           PivotMeasure       *measure,
           const PivotGuess   *guess,
           const PivotClasses *classes,
           guint              *n)
{
  g_autoptr(GArray) guessed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < guess->keys->len; i++)
    {
      int place = pivot_dataset_get_place_index (dataset, g_ptr_array_index (guess->keys, i));

      if (place >= 0)
        g_array_append_val (guessed, place);
    }

  if (guessed->len == 0)
    {
      *n = 0;
      return g_new (guint, 1);
    }

  return pivot_prediction_get_places (measure, guess->kind, classes, (const guint *) (gpointer) guessed->data, guessed->len, n);
}

/* How far a position is from the positions that a place and its equals share. */
static double
compare_rank (PivotMeasure *measure,
              const guint  *places,
              const double *positions,
              guint         n,
              guint         i)
{
  guint higher = 0, equal = 0;

  for (guint j = 0; j < n; j++)
    {
      int order = pivot_certainty_compare (pivot_measure_get_value (measure, places[j]),
                                           pivot_measure_get_value (measure, places[i]));

      higher += order > 0;
      equal += order == 0;
    }
  if (positions[i] <= higher)
    return positions[i] - (higher + 1.0);

  return MAX (0, positions[i] - (double) (higher + equal));
}

/* Positions among those that are counted: 1 … n without a gap. */
static void
close_gaps (double *positions,
            guint   n)
{
  g_autofree guint *ranks = g_new (guint, MAX (n, 1));

  pivot_stats_rank (positions, n, FALSE, ranks);
  for (guint i = 0; i < n; i++)
    positions[i] = ranks[i];
}

/* Limits stand where the data put them, not at their number: equal mid-ranks are those that cannot be told apart. */
static void
get_truth (PivotMeasure *measure,
           const guint  *places,
           guint         n,
           double       *truth)
{
  for (guint i = 0; i < n; i++)
    {
      guint lower = 0;

      for (guint j = 0; j < n; j++)
        lower += pivot_certainty_compare (pivot_measure_get_value (measure, places[i]),
                                          pivot_measure_get_value (measure, places[j])) > 0;
      truth[i] = lower;
    }
}

static void
compare_places (PivotDataset         *dataset,
                PivotMeasure         *measure,
                const PivotGuess     *guess,
                double               *differences,
                PivotPredictionScore *score)
{
  g_autoptr(PivotClasses) classes = guess->kind == PIVOT_GUESS_CLASSES ? pivot_prediction_get_classes (measure, guess) : NULL;
  g_autofree guint *places = get_known (dataset, measure, guess, classes, &score->n);
  g_autofree double *guessed = g_new (double, MAX (score->n, 1)), *truth = g_new (double, MAX (score->n, 1));
  guint n = score->n, n_pairs;

  for (guint i = 0; i < n; i++)
    pivot_guess_get (guess, pivot_place_get_id (pivot_dataset_get_place (dataset, places[i])), &guessed[i]);
  if (classes == NULL)
    {
      close_gaps (guessed, n);
      get_truth (measure, places, n, truth);
    }
  for (guint i = 0; i < n; i++)
    {
      if (classes != NULL)
        truth[i] = pivot_certainty_get_class (classes, pivot_measure_get_value (measure, places[i]));
      differences[places[i]] = classes != NULL ? guessed[i] - truth[i] : compare_rank (measure, places, guessed, n, i);
      score->n_right += differences[places[i]] == 0;
    }

  /* Position 1 is the highest. */
  for (guint i = 0; classes == NULL && i < n; i++)
    guessed[i] = -guessed[i];
  score->score = pivot_stats_spearman (guessed, truth, n, &n_pairs);
}

/**
 * pivot_prediction_compare:
 * @dataset: holds the truth
 * @guess: a guess of ranks or of classes
 * @score: (out): how near it comes
 *
 * Compares a guess with the data.
 *
 * Returns: (transfer full): guess minus truth for each place of the dataset, NaN where there is none
 */
double *
pivot_prediction_compare (PivotDataset         *dataset,
                          const PivotGuess     *guess,
                          PivotPredictionScore *score)
{
  PivotMeasure *measure;
  double *differences;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (guess != NULL && guess->kind != PIVOT_GUESS_LINE, NULL);
  g_return_val_if_fail (score != NULL, NULL);

  n = pivot_dataset_get_n_places (dataset);
  differences = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    differences[i] = NAN;

  *score = (PivotPredictionScore) { .score = NAN };
  measure = pivot_dataset_find_measure (dataset, guess->about);
  if (measure != NULL)
    compare_places (dataset, measure, guess, differences, score);

  return differences;
}

/**
 * pivot_prediction_score_line:
 * @dataset: holds the truth
 * @guess: a guess of a line
 * @score: (out): how near it comes
 *
 * Compares a line with the data: by the mean absolute difference, in the unit of the series.
 */
void
pivot_prediction_score_line (PivotDataset         *dataset,
                             const PivotGuess     *guess,
                             PivotPredictionScore *score)
{
  double sum = 0;

  g_return_if_fail (PIVOT_IS_DATASET (dataset));
  g_return_if_fail (guess != NULL && guess->kind == PIVOT_GUESS_LINE);
  g_return_if_fail (score != NULL);

  *score = (PivotPredictionScore) { .score = NAN };
  for (guint i = 0; i < guess->keys->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", guess->about, (const char *) g_ptr_array_index (guess->keys, i));
      const PivotValue *value = pivot_dataset_find_value (dataset, path);

      /* A limit is no number to be so and so far from. */
      if (pivot_value_is_missing (value) || value->bound != PIVOT_BOUND_NONE)
        continue;
      sum += fabs (g_array_index (guess->values, double, i) - value->number);
      score->n++;
    }
  if (score->n > 0)
    score->score = sum / score->n;
}

/**
 * pivot_prediction_order:
 * @kind: what was guessed
 * @one: a score
 * @other: another
 *
 * Says which of two scores comes first: the better one; one that is undefined comes last.
 *
 * Returns: −1, 0 or 1, as strcmp() does
 */
int
pivot_prediction_order (PivotGuessKind              kind,
                        const PivotPredictionScore *one,
                        const PivotPredictionScore *other)
{
  gboolean less_is_better = kind == PIVOT_GUESS_LINE;

  if (isnan (one->score) || isnan (other->score))
    return isnan (one->score) - isnan (other->score);
  if (one->score == other->score)
    return 0;

  return (one->score < other->score) == less_is_better ? -1 : 1;
}

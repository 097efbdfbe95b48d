/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-line-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-units.h"

static char *
write_number (const PivotLineQuestion *question,
              double                   number,
              guint                    decimals)
{
  PivotValue value = { .number = number, .status = PIVOT_STATUS_COMPUTED, .bound = PIVOT_BOUND_NONE };

  return pivot_units_format_value (&value, decimals, pivot_text_get (pivot_series_get_unit (question->series)));
}

/* One decimal more than the data have, where it says something. Percentages differ by percentage points. */
static char *
write_difference (const PivotLineQuestion *question,
                  double                   difference)
{
  const char *unit = pivot_text_get (pivot_series_get_unit (question->series));
  double rounded = pivot_units_round (difference, pivot_line_question_get_decimals (question) + 1);
  PivotValue value = { .number = rounded, .status = PIVOT_STATUS_COMPUTED, .bound = PIVOT_BOUND_NONE };

  return pivot_units_format_value (&value, pivot_units_count_decimals (rounded),
                                   unit != NULL && *unit == '%' ? _("percentage points") : unit);
}

/**
 * pivot_predict_line_x:
 * @point: a point
 *
 * Returns: (transfer full): where it is along the axis
 */
char *
pivot_predict_line_x (const PivotPoint *point)
{
  if (point->label != NULL)
    return g_strdup (pivot_text_get (point->label));

  return isnan (point->x_number) ? pivot_units_format_date (point->x) : g_strdup (point->x);
}

/**
 * pivot_predict_line_title:
 * @question: a question
 *
 * Returns: (transfer full): the series with its unit
 */
char *
pivot_predict_line_title (const PivotLineQuestion *question)
{
  const char *label = pivot_text_get (pivot_series_get_label (question->series));
  const char *unit = pivot_text_get (pivot_series_get_unit (question->series));

  return unit != NULL && *unit != '\0' ? g_strdup_printf (C_("axis", "%1$s (%2$s)"), label, unit) : g_strdup (label);
}

static char *
compare (const PivotLineQuestion *question,
         double                   guessed,
         double                   truth)
{
  g_autofree char *difference = write_difference (question, fabs (guessed - truth));

  if (guessed == truth)
    return g_strdup (_("guessed right"));

  /* Translators: by how much a guess is too high, with the unit. */
  return g_strdup_printf (guessed > truth ? _("guessed %s too high")
                          /* Translators: by how much a guess is too low, with the unit. */
                          : _("guessed %s too low"), difference);
}

/**
 * pivot_predict_line_sentence:
 * @question: a question
 * @point: index of a point
 * @guess: (nullable): what was guessed
 * @revealed: whether the data may be told
 *
 * Says what is known and what was guessed of a point.
 *
 * Returns: (transfer full): words
 */
char *
pivot_predict_line_sentence (const PivotLineQuestion *question,
                             guint                    point,
                             const PivotGuess        *guess,
                             gboolean                 revealed)
{
  const PivotPoint *object = pivot_line_question_get_point (question, point);
  g_autofree char *x = pivot_predict_line_x (object), *number = NULL, *verdict = NULL;
  double guessed = NAN;
  gboolean has_guess = guess != NULL && point >= question->first_hidden && pivot_guess_get (guess, object->x, &guessed);

  if (point >= question->first_hidden && !revealed)
    {
      number = has_guess ? write_number (question, guessed, pivot_units_count_decimals (guessed)) : NULL;
      /* Translators: a value that was guessed, with its unit. */
      verdict = has_guess ? g_strdup_printf (_("guessed %s"), number) : g_strdup (_("no guess yet"));

      return g_strdup_printf ("%s: %s", x, verdict);
    }

  number = write_number (question, object->value->number, pivot_units_count_decimals (object->value->number));
  if (!has_guess)
    return g_strdup_printf ("%s: %s", x, number);

  verdict = compare (question, guessed, object->value->number);

  return g_strdup_printf ("%s: %s · %s", x, number, verdict);
}

/**
 * pivot_predict_line_description:
 * @question: a question
 * @guess: (nullable): what was guessed
 * @revealed: whether the data may be told
 *
 * Says all that the chart shows.
 *
 * Returns: (transfer full): words
 */
char *
pivot_predict_line_description (const PivotLineQuestion *question,
                                const PivotGuess        *guess,
                                gboolean                 revealed)
{
  g_autofree char *title = pivot_predict_line_title (question);
  GString *text = g_string_new (NULL);

  /* Translators: what a chart shows to whom guesses the line of a series, before its points: the series. */
  g_string_append_printf (text, _("Line of the guess: %s"), title);
  for (guint i = 0; i < question->points->len; i++)
    {
      g_autofree char *sentence = pivot_predict_line_sentence (question, i, guess, revealed);

      g_string_append_printf (text, "\n%s", sentence);
    }

  return g_string_free (text, FALSE);
}

/**
 * pivot_predict_line_score_text:
 * @question: a question
 * @score: of a line
 *
 * Returns: (transfer full): "mean absolute difference 3.4 percentage points, n = 4"
 */
char *
pivot_predict_line_score_text (const PivotLineQuestion    *question,
                               const PivotPredictionScore *score)
{
  g_autofree char *number = NULL;

  if (isnan (score->score))
    /* Translators: nothing was guessed, so that there is no mean absolute difference. */
    return g_strdup_printf (_("no point guessed, n = %u"), score->n);

  number = write_difference (question, score->score);

  /* Translators: the mean absolute difference of a guess from the data, with the unit, and of how many points. */
  return g_strdup_printf (_("mean absolute difference %s, n = %u"), number, score->n);
}

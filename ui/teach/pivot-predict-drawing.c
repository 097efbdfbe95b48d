/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-certainty.h"
#include "pivot-present.h"
#include "pivot-random.h"
#include "pivot-units.h"

#define N_DRAWN 8
#define SHUFFLE_STREAM 11

static gboolean
is_in_group (PivotPlace *place,
             const char *group)
{
  return g_strv_contains (pivot_place_get_groups (place), group);
}

/* Of the places that a person asked for; their number in the array is not yet that of those who can be ranked. */
static GArray *
choose_places (PivotSession *session,
               const char   *choice)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    if (g_str_has_prefix (choice, "group:") ? is_in_group (pivot_dataset_get_place (dataset, i), choice + strlen ("group:"))
        : strcmp (choice, "selection") == 0 ? pivot_session_is_selected (session, i) : TRUE)
      g_array_append_val (places, i);

  return places;
}

/**
 * pivot_predict_ranked_places:
 * @session: a session
 * @n: (out): how many
 *
 * Finds the places that are to be ranked. The order they are in is drawn by the seed, so that it tells nothing.
 *
 * Returns: (transfer full) (array length=n): indices of places
 */
guint *
pivot_predict_ranked_places (PivotSession *session,
                             guint        *n)
{
  const char *choice = pivot_session_get_word (session, PIVOT_OPTION_PREDICT_PLACES);
  PivotMeasure *measure = pivot_session_get_measure (session);
  gboolean drawn = *choice == '\0' || g_str_has_prefix (choice, "draw:");
  g_autoptr(GArray) asked = NULL;
  PivotRandom random;
  guint *places;

  *n = 0;
  if (measure == NULL)
    return NULL;

  asked = choose_places (session, choice);
  places = pivot_prediction_get_places (measure, PIVOT_GUESS_RANK, NULL, asked->len > 0 ? (const guint *) (gpointer) asked->data : NULL,
                                        asked->len, n);
  pivot_random_init (&random, drawn && *choice != '\0' ? g_ascii_strtoull (choice + strlen ("draw:"), NULL, 10) : 1, SHUFFLE_STREAM);
  pivot_random_shuffle (&random, places, *n);
  if (drawn)
    *n = MIN (*n, N_DRAWN);

  return places;
}

/**
 * pivot_predict_guess_colors:
 * @session: a session
 * @style: for a light or a dark ground
 * @classes: (nullable): what is offered
 * @colors: (out caller-allocates): room for %PIVOT_CLASSES_MAX colours
 *
 * Returns: the number of classes
 */
guint
pivot_predict_guess_colors (PivotSession       *session,
                            const PivotStyle   *style,
                            const PivotClasses *classes,
                            GdkRGBA             colors[PIVOT_CLASSES_MAX])
{
  guint n = classes != NULL ? pivot_classes_get_n (classes) : 0;

  if (n > 0)
    pivot_palette_get_colors (pivot_present_palette (session), n, -1, pivot_session_get_reversed (session), style->dark, colors);

  return n;
}

static void
set_label (PivotSession *session,
           PivotRegions *regions,
           guint         place)
{
  PivotPlace *object = pivot_dataset_get_place (pivot_session_get_dataset (session), place);

  pivot_regions_set_label (regions, place, pivot_text_get (pivot_place_get_name (object)),
                           pivot_text_get (pivot_place_get_short (object)), pivot_text_get (pivot_place_get_abbr (object)));
}

static gboolean
get_guess (PivotSession     *session,
           const PivotGuess *guess,
           guint             place,
           double           *value)
{
  return guess != NULL &&
         pivot_guess_get (guess, pivot_place_get_id (pivot_dataset_get_place (pivot_session_get_dataset (session), place)), value);
}

/**
 * pivot_predict_guess_regions:
 * @session: a session
 * @style: for a light or a dark ground
 * @kind: ranks or classes
 * @classes: (nullable): the classes of the measure
 * @guess: (nullable): what was guessed
 * @revealed: from 0, the guess, to 1, the data
 *
 * Makes the map of a guess. A place about which the data do not decide is hatched.
 *
 * Returns: (transfer full) (nullable): regions; %NULL without a measure
 */
PivotRegions *
pivot_predict_guess_regions (PivotSession       *session,
                             const PivotStyle   *style,
                             PivotGuessKind      kind,
                             const PivotClasses *classes,
                             const PivotGuess   *guess,
                             double              revealed)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotMeasure *measure = pivot_session_get_measure (session);
  PivotRegions *regions;
  GdkRGBA colors[PIVOT_CLASSES_MAX], blank;
  guint n_colors;

  if (dataset == NULL || measure == NULL)
    return NULL;

  regions = pivot_regions_new (pivot_dataset_get_mercator (dataset));
  n_colors = pivot_predict_guess_colors (session, style, classes, colors);
  pivot_color_mix (&style->paper, &style->foreground, style->dark ? 0.3 : 0.06, &blank);

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);
      int truth = classes != NULL ? pivot_certainty_get_class (classes, value) : -1;
      GdkRGBA color = blank;
      double guessed;

      set_label (session, regions, i);
      if (kind == PIVOT_GUESS_CLASSES ? truth < 0 : pivot_value_is_missing (value))
        continue;
      if (kind == PIVOT_GUESS_CLASSES && get_guess (session, guess, i, &guessed) && guessed < n_colors)
        color = colors[(guint) guessed];
      if (revealed > 0 && truth >= 0)
        pivot_color_mix (&color, &colors[truth], revealed, &color);
      pivot_regions_set_fill (regions, i, PIVOT_REGION_VALUE, &color);
    }

  return regions;
}

/**
 * pivot_predict_difference_ends:
 * @style: for a light or a dark ground
 * @too_low: (out): of the lowest guess beside its truth
 * @right: (out): of a guess that is right
 * @too_high: (out): of the highest guess beside its truth
 *
 * Gets the colours of the map of differences.
 */
void
pivot_predict_difference_ends (const PivotStyle *style,
                               GdkRGBA          *too_low,
                               GdkRGBA          *right,
                               GdkRGBA          *too_high)
{
  GdkRGBA stops[PIVOT_PALETTE_N_STOPS];

  pivot_palette_get_stops (pivot_palette_get_default (PIVOT_PALETTE_DIVERGING), FALSE, style->dark, stops);
  *too_low = stops[0];
  *right = stops[PIVOT_PALETTE_N_STOPS / 2];
  *too_high = stops[PIVOT_PALETTE_N_STOPS - 1];
}

/* Position 1 is the highest: a position that is too great is a guess that is too low. */
static double
get_height (const PivotGuess *guess,
            double            difference)
{
  return guess->kind == PIVOT_GUESS_RANK ? -difference : difference;
}

/**
 * pivot_predict_difference_regions:
 * @session: a session
 * @style: for a light or a dark ground
 * @guess: (nullable): what was guessed
 *
 * Makes the map of guess minus truth.
 *
 * Returns: (transfer full) (nullable): regions; %NULL without a dataset
 */
PivotRegions *
pivot_predict_difference_regions (PivotSession     *session,
                                  const PivotStyle *style,
                                  const PivotGuess *guess)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotRegions *regions;
  PivotPredictionScore score;
  g_autofree double *differences = NULL;
  GdkRGBA stops[PIVOT_PALETTE_N_STOPS];
  double greatest = 1;

  if (dataset == NULL)
    return NULL;

  regions = pivot_regions_new (pivot_dataset_get_mercator (dataset));
  pivot_palette_get_stops (pivot_palette_get_default (PIVOT_PALETTE_DIVERGING), FALSE, style->dark, stops);
  if (guess != NULL)
    differences = pivot_prediction_compare (dataset, guess, &score);
  for (guint i = 0; differences != NULL && i < pivot_dataset_get_n_places (dataset); i++)
    if (!isnan (differences[i]))
      greatest = MAX (greatest, fabs (differences[i]));

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      GdkRGBA color;

      set_label (session, regions, i);
      if (differences == NULL || isnan (differences[i]))
        continue;
      pivot_palette_mix_stops (stops, 0.5 + 0.5 * get_height (guess, differences[i]) / greatest, &color);
      pivot_regions_set_fill (regions, i, PIVOT_REGION_VALUE, &color);
    }

  return regions;
}

/**
 * pivot_predict_class_range:
 * @measure: a measure
 * @classes: classes of it
 * @class_index: one of them
 *
 * Returns: (transfer full): "2.35 – 4.24"
 */
char *
pivot_predict_class_range (PivotMeasure       *measure,
                           const PivotClasses *classes,
                           guint               class_index)
{
  return pivot_units_format_range (pivot_classes_get_lower (classes, class_index), pivot_classes_get_upper (classes, class_index),
                                   pivot_measure_get_decimals (measure));
}

static char *
describe_difference (const PivotGuess *guess,
                     double            difference)
{
  double height = get_height (guess, difference);
  guint steps = (guint) fabs (difference);

  if (height == 0)
    return g_strdup (_("guessed right"));
  if (guess->kind == PIVOT_GUESS_RANK)
    return g_strdup_printf (height > 0 ? ngettext ("%u rank too high", "%u ranks too high", steps)
                                       : ngettext ("%u rank too low", "%u ranks too low", steps), steps);

  return g_strdup_printf (height > 0 ? ngettext ("%u class too high", "%u classes too high", steps)
                                     : ngettext ("%u class too low", "%u classes too low", steps), steps);
}

/* What may be said before the reveal: what was guessed. */
static char *
describe_guess (PivotSession       *session,
                PivotGuessKind      kind,
                const PivotClasses *classes,
                const PivotGuess   *guess,
                guint               place)
{
  PivotMeasure *measure = pivot_session_get_measure (session);
  double guessed;

  if (kind == PIVOT_GUESS_CLASSES && (classes == NULL || pivot_certainty_get_class (classes, pivot_measure_get_value (measure, place)) < 0))
    return g_strdup (_("not to be guessed, the source does not decide"));
  if (!get_guess (session, guess, place, &guessed))
    return g_strdup (_("no guess yet"));
  if (kind == PIVOT_GUESS_CLASSES && guessed < pivot_classes_get_n (classes))
    {
      g_autofree char *range = pivot_predict_class_range (measure, classes, (guint) guessed);

      /* Translators: the range of a class that was guessed. */
      return g_strdup_printf (_("guessed %s"), range);
    }

  /* Translators: the position in a ranking that was guessed. */
  return g_strdup_printf (_("guessed at position %u"), (guint) guessed);
}

/**
 * pivot_predict_guess_sentence:
 * @session: a session
 * @kind: ranks or classes
 * @classes: (nullable): the classes of the measure
 * @guess: (nullable): what was guessed
 * @place: index of a place
 * @revealed: whether the data may be told
 *
 * Says what was guessed of a place and, once it is revealed, what is true.
 *
 * Returns: (transfer full): words
 */
char *
pivot_predict_guess_sentence (PivotSession       *session,
                              PivotGuessKind      kind,
                              const PivotClasses *classes,
                              const PivotGuess   *guess,
                              guint               place,
                              gboolean            revealed)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  const char *name = pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, place)));
  g_autofree char *guessed = describe_guess (session, kind, classes, guess, place);
  g_autofree char *value = NULL, *verdict = NULL;
  g_autofree double *differences = NULL;
  PivotPredictionScore score;

  if (!revealed)
    return g_strdup_printf ("%s: %s", name, guessed);

  value = pivot_units_format_measure (pivot_session_get_measure (session), place);
  if (guess != NULL)
    differences = pivot_prediction_compare (dataset, guess, &score);
  if (differences == NULL || isnan (differences[place]))
    return g_strdup_printf ("%s: %s", name, value);

  verdict = describe_difference (guess, differences[place]);

  return g_strdup_printf ("%s: %s · %s", name, value, verdict);
}

/**
 * pivot_predict_score_text:
 * @score: of ranks or classes
 *
 * Returns: (transfer full): "ρ = 0.82, n = 10"
 */
char *
pivot_predict_score_text (const PivotPredictionScore *score)
{
  g_autofree char *number = NULL;

  if (isnan (score->score))
    /* Translators: a rank correlation that is not defined, and of how many places. */
    return g_strdup_printf (_("ρ is not defined, n = %u"), score->n);

  number = pivot_units_format_number (score->score, 2);

  /* Translators: Spearman's rank correlation, and of how many places. */
  return g_strdup_printf (_("ρ = %s, n = %u"), number, score->n);
}

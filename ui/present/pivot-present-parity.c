/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-parity.h"

#include "pivot-session-options.h"
#include "pivot-units.h"

#include <math.h>
#include <glib/gi18n-lib.h>

/* A slider goes to twice the greater of the two shares, in steps of this many percent. */
#define RANGE_STEP 5

/* As a number of the measure would be written: "468 firms", "13.85%". */
static char *
format_as (PivotMeasure *measure,
           double        number)
{
  const PivotValue value = { .number = number };

  return pivot_units_format_value (&value, pivot_measure_get_decimals (measure), pivot_text_get (pivot_measure_get_unit (measure)));
}

static char *
format_units (const PivotParity *parity,
              double             units)
{
  return format_as (parity->count, fabs (units));
}

static char *
say_change (const PivotParity *parity)
{
  const char *name = pivot_text_get (pivot_measure_get_short (parity->share));
  const char *other = pivot_text_get (pivot_measure_get_short (parity->other));
  g_autofree char *units = format_units (parity, parity->change);
  g_autofree char *total = format_units (parity, parity->total);
  g_autofree char *goal = format_as (parity->other, parity->other_number);

  if (parity->change == 0)
    return g_strdup (_("Both shares are the same here."));
  if (parity->change > 0)
    /* Translators: "With 468 firms more, LG share would reach PG share, 13.85%. Now there are 4,762 firms in all." */
    return g_strdup_printf (_("With %1$s more, %2$s would reach %3$s, %4$s. Now there are %5$s in all."), units, name, other, goal, total);

  /* Translators: "With 75 firms fewer, LG share would be down to PG share, 5.05%. Now there are 4,762 firms in all." */
  return g_strdup_printf (_("With %1$s fewer, %2$s would be down to %3$s, %4$s. Now there are %5$s in all."), units, name, other, goal,
                          total);
}

/* Without a count there is still a proportion. */
static char *
say_part (const PivotParity *parity)
{
  g_autofree char *part = NULL;

  if (!isfinite (parity->part) || parity->part == 0)
    return g_strdup (_("How many that would be cannot be said: the dataset does not tell how many there are in all."));

  part = format_as (parity->share, fabs (parity->part));
  if (parity->part > 0)
    /* Translators: what is lacking for parity, in percent of all there are. */
    return g_strdup_printf (_("For parity there would have to be more here, as many as %s of all there are now. How many that is cannot "
                              "be said: the dataset does not tell how many there are in all."), part);

  /* Translators: what is too much for parity, in percent of all there are. */
  return g_strdup_printf (_("For parity there would have to be fewer here, by %s of all there are now. How many that is cannot be said: "
                            "the dataset does not tell how many there are in all."), part);
}

static char *
say_need (const PivotParity *parity)
{
  switch (parity->units)
    {
    case PIVOT_PARITY_UNITS_KNOWN:
      return say_change (parity);
    case PIVOT_PARITY_NO_TOTAL:
      return say_part (parity);
    case PIVOT_PARITY_LIMITS:
      return g_strdup (_("How many more it would take cannot be said: one of the numbers is a limit, not a figure."));
    case PIVOT_PARITY_BEYOND:
      return g_strdup (_("No number would be enough: the other share is everything there is."));
    case PIVOT_PARITY_NO_WHOLE:
    default:
      return g_strdup (_("How many more it would take cannot be said: the dataset does not tell what this is a share of."));
    }
}

/* How many units a share stands for that is supposed. What is supposed as a number of units says so itself. */
static char *
say_supposed (const PivotParity *parity,
              double             number)
{
  double units = parity->input == parity->share ? pivot_parity_units_of (parity, number) : NAN;
  g_autofree char *text = NULL;

  if (!isfinite (units) || units == 0)
    return NULL;

  text = format_units (parity, units);

  /* Translators: what an assumed share would mean, "Assumed: 120 firms more." */
  return units > 0 ? g_strdup_printf (_("Assumed: %s more."), text) : g_strdup_printf (_("Assumed: %s fewer."), text);
}

static double
find_most (const PivotParity *parity)
{
  double percent = MIN (100, RANGE_STEP * ceil (2 * MAX (parity->number, parity->other_number) / RANGE_STEP));
  double units, step;

  if (parity->input == parity->share)
    return MAX (percent, RANGE_STEP);

  /* As many units as make that share, to two digits. */
  units = parity->have + pivot_parity_solve (parity->have, parity->total, MIN (percent, 95), 0);
  units = MAX (units, 10);
  step = pow (10, floor (log10 (units)) - 1);

  return ceil (units / step) * step;
}

static void
fill_input (PivotSession      *session,
            guint              place,
            const PivotParity *parity,
            PivotParityInput  *input)
{
  PivotMeasure *measure = parity->input;
  g_autofree char *need = say_need (parity);
  g_autofree char *supposed = NULL;
  PivotWhatIf what_if;

  if (measure != NULL)
    {
      input->truth = pivot_measure_get_numbers (measure, NULL)[place];
      input->now = (PivotWhatIf) { measure, place, input->truth };
      input->supposed = pivot_session_get_what_if (session, &what_if) && what_if.measure == measure && what_if.place == place;
      if (input->supposed)
        input->now.number = what_if.number;
      input->most = MAX (find_most (parity), input->now.number);
      supposed = input->supposed ? say_supposed (parity, what_if.number) : NULL;
    }
  else
    measure = parity->share;

  /* Translators: name of a measure, its unit. */
  input->label = g_strdup_printf (C_("measure", "%1$s, %2$s"), pivot_text_get (pivot_measure_get_short (measure)),
                                  pivot_text_get (pivot_measure_get_unit (measure)));
  input->sentence = supposed != NULL ? g_strconcat (need, " ", supposed, NULL) : g_steal_pointer (&need);
}

static char *
say_ratio (const PivotParity *parity)
{
  const char *name = pivot_text_get (pivot_measure_get_short (parity->share));
  const char *other = pivot_text_get (pivot_measure_get_short (parity->other));
  g_autofree char *number = pivot_units_format_number (parity->number, pivot_measure_get_decimals (parity->share));
  g_autofree char *other_number = pivot_units_format_number (parity->other_number, pivot_measure_get_decimals (parity->other));
  g_autofree char *ratio = NULL;

  if (isnan (parity->ratio))
    /* Translators: a quotient of two measures, of which the second is 0. */
    return g_strdup_printf (_("%1$s ÷ %2$s: nothing can be divided by zero"), name, other);

  ratio = pivot_units_format_number (parity->ratio, 2);

  /* Translators: a quotient of two measures: "LG share ÷ PG share: 5.40 ÷ 13.85 = 0.39". */
  return g_strdup_printf (_("%1$s ÷ %2$s: %3$s ÷ %4$s = %5$s"), name, other, number, other_number, ratio);
}

static char *
say_missing (PivotSession *session,
             PivotMeasure *share,
             PivotMeasure *other,
             guint         place)
{
  PivotMeasure *lacking = pivot_value_is_missing (pivot_measure_get_value (share, place)) ? share : other;

  /* Translators: name of a place, name of a measure that it has no value of. */
  return g_strdup_printf (_("%1$s has no value of %2$s, so there is nothing to compare."),
                          pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (pivot_session_get_dataset (session), place))),
                          pivot_text_get (pivot_measure_get_short (lacking)));
}

/**
 * pivot_present_parity:
 * @session: a session
 * @place: index of a place
 * @card: (out caller-allocates): what a card says
 *
 * Says how two shares of a place stand to each other, and what it would take for them to be the same.
 *
 * The quotient is that of the what-if; what it would take is worked out from the dataset, whatever is supposed.
 *
 * Returns: `FALSE` if the session compares no shares
 */
gboolean
pivot_present_parity (PivotSession    *session,
                      guint            place,
                      PivotParityCard *card)
{
  PivotDataset *dataset, *scenario;
  PivotMeasure *shares[2];
  PivotParity parity;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (card != NULL, FALSE);

  *card = (PivotParityCard) { 0 };
  dataset = pivot_session_get_dataset (session);
  scenario = pivot_session_get_scenario (session);
  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset) ||
      !pivot_parity_choose (scenario, pivot_session_get_measure (session), pivot_session_get_against (session), &shares[0], &shares[1]))
    return FALSE;

  if (!pivot_parity_find (scenario, shares[0], shares[1], place, &parity))
    {
      card->ratio = say_missing (session, shares[0], shares[1], place);
      return TRUE;
    }
  card->ratio = say_ratio (&parity);

  for (guint i = 0; i < 2; i++)
    shares[i] = pivot_dataset_find_measure (dataset, pivot_measure_get_id (shares[i]));
  for (card->n_inputs = 0; card->n_inputs < 2; card->n_inputs++)
    {
      pivot_parity_find (dataset, shares[card->n_inputs], shares[1 - card->n_inputs], place, &parity);
      fill_input (session, place, &parity, &card->inputs[card->n_inputs]);
    }
  if (card->inputs[0].now.measure != NULL || card->inputs[1].now.measure != NULL)
    card->assumption = g_strdup (_("What is added comes from nowhere else: the whole grows with it, and the other shares of that whole "
                                   "become smaller."));

  return TRUE;
}

/**
 * pivot_parity_card_clear:
 * @card: what pivot_present_parity() filled in
 *
 * Frees what a card says.
 */
void
pivot_parity_card_clear (PivotParityCard *card)
{
  g_clear_pointer (&card->ratio, g_free);
  g_clear_pointer (&card->assumption, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (card->inputs); i++)
    {
      g_clear_pointer (&card->inputs[i].label, g_free);
      g_clear_pointer (&card->inputs[i].sentence, g_free);
    }
}

/**
 * pivot_present_what_if:
 * @session: a session
 *
 * Says what is supposed, for the banner over all that shows it.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL if nothing is supposed
 */
char *
pivot_present_what_if (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *supposed;
  PivotWhatIf what_if;
  g_autofree char *number = NULL;
  g_autofree char *truth = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  if (!pivot_session_get_what_if (session, &what_if))
    return NULL;

  dataset = pivot_session_get_dataset (session);
  supposed = pivot_dataset_find_measure (pivot_session_get_scenario (session), pivot_measure_get_id (what_if.measure));
  number = pivot_units_format_measure (supposed, what_if.place);
  truth = pivot_units_format_measure (what_if.measure, what_if.place);

  /* Translators: what is assumed: name of a place, name of a measure, the number assumed and the true one, each with its unit. */
  return g_strdup_printf (_("What if? Assumed for %1$s: “%2$s” %3$s instead of %4$s. All that follows from it is changed too; none of it is "
                            "in a source."),
                          pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, what_if.place))),
                          pivot_text_get (pivot_measure_get_short (what_if.measure)), number, truth);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-framing.h"

#include "pivot-units.h"

#include <math.h>
#include <glib/gi18n-lib.h>

/* The words of the two framings. What persuades here is always true: the sentences are made from the numbers that are shown, and one
 * that these do not bear out is replaced by one that takes no side. */

/**
 * pivot_framing_switch_label:
 * @which: a switch
 *
 * Names a switch.
 *
 * Returns: (transfer none): its name
 */
const char *
pivot_framing_switch_label (PivotFramingSwitch which)
{
  static const char * const labels[PIVOT_FRAMING_N_SWITCHES] = {
    N_("What is told"), N_("Method of classes"), N_("Number of classes"), N_("Turn of the colours"), N_("Colours"), N_("Start of the bars"),
  };

  g_return_val_if_fail (which < PIVOT_FRAMING_N_SWITCHES, "");

  return _(labels[which]);
}

/**
 * pivot_framing_word_label:
 * @session: a session
 * @which: a switch
 * @word: one of its words
 *
 * Names a position of a switch.
 *
 * Returns: (transfer full): its name
 */
char *
pivot_framing_word_label (PivotSession       *session,
                          PivotFramingSwitch  which,
                          const char         *word)
{
  static const struct { const char *word, *label; } labels[] = {
    { "equal", N_("Equal intervals") },
    { "quantile", N_("Quantiles") },
    /* Translators: where the colours of a diverging scale turn. */
    { "midpoint", N_("At its midpoint") },
    { "median", N_("At the median") },
    /* Translators: colours of a map: not reversed. */
    { "plain", N_("As usual") },
    { "reversed", N_("Reversed") },
    /* Translators: where bars start. */
    { "cut", N_("Axis cut") },
    { "zero", N_("At zero") },
  };
  PivotMeasure *measure;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  if (which == PIVOT_FRAMING_MEASURE)
    {
      measure = pivot_dataset_find_measure (pivot_session_get_dataset (session), word);
      return g_strdup (measure != NULL ? pivot_text_get (pivot_measure_get_short (measure)) : word);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].word, word))
      return g_strdup (_(labels[i].label));

  return g_strdup (word);
}

/* What a title is made of. */
typedef struct
{
  guint       n;             /* places with a value */
  guint       n_top;         /* in the highest class */
  guint       n_above;       /* above and below where the scale turns */
  guint       n_below;
  const char *leader;        /* NULL: several share the first place */
} Facts;

static const char *
find_leader (PivotSession *own)
{
  PivotDataset *dataset = pivot_session_get_dataset (own);
  const double *numbers = pivot_measure_get_numbers (pivot_session_get_measure (own), NULL);
  guint n;
  g_autofree guint *places = pivot_framing_list_bars (own, &n);

  if (n == 0 || (n > 1 && numbers[places[0]] == numbers[places[1]]))
    return NULL;

  return pivot_text_get (pivot_place_get_short (pivot_dataset_get_place (dataset, places[0])));
}

static Facts
find_facts (PivotSession *own)
{
  PivotMeasure *measure = pivot_session_get_measure (own);
  PivotClasses *classes = pivot_session_get_measure_classes (own);
  double midpoint = pivot_measure_get_midpoint (measure);
  guint n_places;
  const double *numbers = pivot_measure_get_numbers (measure, &n_places);
  Facts facts = { 0 };

  for (guint i = 0; i < n_places; i++)
    {
      facts.n += isfinite (numbers[i]);
      facts.n_above += numbers[i] > midpoint;
      facts.n_below += numbers[i] < midpoint;
    }
  if (classes != NULL)
    facts.n_top = pivot_classes_get_count (classes, pivot_classes_get_n (classes) - 1);
  facts.leader = find_leader (own);

  return facts;
}

static char *
title_diverging (PivotMeasure *measure,
                 const Facts  *facts,
                 guint         side)
{
  g_autofree char *turn = pivot_units_format_number (pivot_measure_get_midpoint (measure), pivot_measure_get_decimals (measure));
  const char *name = pivot_text_get (pivot_measure_get_short (measure));

  if (side == 0)
    /* Translators: title of a map: how many of all places have a value of a measure above a number. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u of %3$u place is above %4$s",
                                         "%1$s: %2$u of %3$u places are above %4$s", facts->n),
                            name, facts->n_above, facts->n, turn);

  /* Translators: title of a map: how many of all places have a value of a measure below a number. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u of %3$u place is below %4$s",
                                       "%1$s: %2$u of %3$u places are below %4$s", facts->n),
                          name, facts->n_below, facts->n, turn);
}

/* Where nothing is to be said for a side. */
static char *
title_neutral (PivotMeasure *measure,
               const Facts  *facts)
{
  /* Translators: title of a map: name of a measure, number of places. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s in %2$u place", "%1$s in %2$u places", facts->n),
                          pivot_text_get (pivot_measure_get_short (measure)), facts->n);
}

/**
 * pivot_framing_title:
 * @own: the session of a side
 * @side: 0: places are far apart; 1: they are much alike
 *
 * Makes a title that persuades, and is true.
 *
 * Returns: (transfer full): the title
 */
char *
pivot_framing_title (PivotSession *own,
                     guint         side)
{
  PivotMeasure *measure;
  Facts facts;

  g_return_val_if_fail (PIVOT_IS_SESSION (own), NULL);

  measure = pivot_session_get_measure (own);
  facts = find_facts (own);
  if (pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
    return title_diverging (measure, &facts, side);
  if (facts.leader == NULL || facts.n_top == 0 || facts.n_top == facts.n)
    return title_neutral (measure, &facts);

  if (side == 0 && 2 * facts.n_top < facts.n)
    /* Translators: title of a map that makes places seem far apart: the first place, how many are in the highest class, of how many. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s leads: only %2$u of %3$u places is in the top class",
                                         "%1$s leads: only %2$u of %3$u places are in the top class", facts.n_top),
                            facts.leader, facts.n_top, facts.n);
  if (side == 1 && facts.n_top > 1)
    /* Translators: title of a map that makes places seem alike: the first place, how many are in the highest class, of how many. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not %1$s alone: %2$u of %3$u places is in the top class",
                                         "Not %1$s alone: %2$u of %3$u places are in the top class", facts.n_top),
                            facts.leader, facts.n_top, facts.n);

  return title_neutral (measure, &facts);
}

/**
 * pivot_framing_note:
 * @own: the session of a side
 *
 * Says of how many places there is a value: what is missing is missing on either side.
 *
 * Returns: (transfer full): a sentence
 */
char *
pivot_framing_note (PivotSession *own)
{
  guint n, n_places;

  g_return_val_if_fail (PIVOT_IS_SESSION (own), NULL);

  n = pivot_measure_get_n_values (pivot_session_get_measure (own));
  n_places = pivot_dataset_get_n_places (pivot_session_get_dataset (own));

  if (n == n_places)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The one place has a value.", "All %u places have a value.", n_places), n_places);

  /* Translators: how many of all places have a value; the others are hatched on a map and have no bar. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u place has a value; the others are hatched and have no bar.",
                                       "%1$u of %2$u places have a value; the others are hatched and have no bar.", n_places), n, n_places);
}

typedef struct
{
  PivotSession *session;
  PivotSession *own[PIVOT_FRAMING_N_SIDES];
  char         *words[PIVOT_FRAMING_N_SIDES];
  gboolean      same;
} Pair;

static char *
tell_measure (const Pair *pair)
{
  if (pair->same)
    return g_strdup (_("Both tell the same numbers. A count shows where there is much, a rate where there is much for those who live there."));

  return g_strdup (_("A count is great where a place is large. Divided by people, or by the sum, the same facts have another winner, or only "
                     "another unit."));
}

static char *
tell_method (const Pair *pair)
{
  PivotClasses *one = pivot_session_get_measure_classes (pair->own[0]);
  PivotClasses *other = pivot_session_get_measure_classes (pair->own[1]);

  if (pair->same || one == NULL || other == NULL)
    return g_strdup (_("Equal intervals show who is far ahead. Quantiles fill every class alike, however near the numbers are."));

  /* Translators: numbers of places in the lowest class of the first and of the second map. */
  return g_strdup_printf (_("Equal intervals show who is far ahead, quantiles fill every class alike. In the lowest class: %1$u on the left, "
                            "%2$u on the right."),
                          pivot_classes_get_count (one, 0), pivot_classes_get_count (other, 0));
}

static char *
tell_classes (const Pair *pair)
{
  PivotClasses *one = pivot_session_get_measure_classes (pair->own[0]);
  PivotClasses *other = pivot_session_get_measure_classes (pair->own[1]);

  if (pair->same || one == NULL || other == NULL)
    return g_strdup (_("Few classes paint unlike places alike; many part places that hardly differ."));

  /* Translators: numbers of places in the highest class of the first and of the second map. */
  return g_strdup_printf (_("Few classes paint unlike places alike, many part places that hardly differ. In the top class: %1$u on the left, "
                            "%2$u on the right."),
                          pivot_classes_get_count (one, pivot_classes_get_n (one) - 1),
                          pivot_classes_get_count (other, pivot_classes_get_n (other) - 1));
}

static char *
tell_pivot (const Pair *pair)
{
  PivotMeasure *measures[] = { pivot_session_get_measure (pair->own[0]), pivot_session_get_measure (pair->own[1]) };
  g_autofree char *one = pivot_units_format_number (pivot_measure_get_midpoint (measures[0]), pivot_measure_get_decimals (measures[0]));
  g_autofree char *other = pivot_units_format_number (pivot_measure_get_midpoint (measures[1]), pivot_measure_get_decimals (measures[1]));

  if (pair->same)
    /* Translators: a number. */
    return g_strdup_printf (_("Where the colours turn, at %s on both sides, is taken for the line between good and bad."), one);

  /* Translators: numbers on the left and on the right. */
  return g_strdup_printf (_("Where the colours turn is taken for the line between good and bad: %1$s on the left, %2$s on the right, though no "
                            "number is another."), one, other);
}

static char *
tell_colours (const Pair *pair)
{
  if (pair->same)
    return g_strdup (_("The eye takes strong colours for much. Here both sides keep to the same rule."));

  return g_strdup (_("The eye takes strong colours for much: who does not read the legend sees the opposite on one of the sides."));
}

/* How many times the longest bar is as long as the shortest, and how many times the number is as great. */
static void
find_ratios (const Pair *pair,
             guint       side,
             double     *drawn,
             double     *true_ratio)
{
  const double *numbers = pivot_measure_get_numbers (pivot_session_get_measure (pair->own[side]), NULL);
  guint n;
  g_autofree guint *places = pivot_framing_list_bars (pair->own[side], &n);
  double most, least, base;

  *drawn = *true_ratio = NAN;
  if (n < 2)
    return;

  most = numbers[places[0]];
  least = numbers[places[n - 1]];
  base = pivot_framing_get_base (pair->session, side, least, most);
  if (!(least > 0))
    return;

  *true_ratio = most / least;
  *drawn = (most - base) / (least - base);
}

static char *
tell_axis (const Pair *pair)
{
  for (guint side = 0; side < PIVOT_FRAMING_N_SIDES; side++)
    {
      double drawn, true_ratio;

      find_ratios (pair, side, &drawn, &true_ratio);
      if (g_str_equal (pair->words[side], "cut") && isfinite (drawn))
        {
          g_autofree char *length = pivot_units_format_number (drawn, 1);
          g_autofree char *ratio = pivot_units_format_number (true_ratio, 1);

          return g_strdup_printf (side == 0
                                  /* Translators: two quotients: of the lengths of bars, and of the numbers they stand for. */
                                  ? _("A bar is read by its length: on the left the longest is %1$s times the shortest, while its number is "
                                      "only %2$s times as great.")
                                  /* Translators: two quotients: of the lengths of bars, and of the numbers they stand for. */
                                  : _("A bar is read by its length: on the right the longest is %1$s times the shortest, while its number "
                                      "is only %2$s times as great."),
                                  length, ratio);
        }
    }

  return g_strdup (_("A bar is read by its length. Started at zero, bars are as long as their numbers are great."));
}

/**
 * pivot_framing_effect:
 * @session: a session
 * @which: a switch
 *
 * Says in a sentence what a switch does to the reader, with the numbers of the two sides as they stand.
 *
 * Returns: (transfer full): the sentence; empty without a dataset
 */
char *
pivot_framing_effect (PivotSession       *session,
                      PivotFramingSwitch  which)
{
  static char *(* const tell[PIVOT_FRAMING_N_SWITCHES]) (const Pair *) = {
    tell_measure, tell_method, tell_classes, tell_pivot, tell_colours, tell_axis,
  };
  Pair pair = { .session = session };
  char *text = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (which < PIVOT_FRAMING_N_SWITCHES, NULL);

  for (guint i = 0; i < PIVOT_FRAMING_N_SIDES; i++)
    {
      pair.own[i] = pivot_framing_new_session (session, i);
      pair.words[i] = pivot_framing_get (session, i, which);
    }
  pair.same = g_str_equal (pair.words[0], pair.words[1]);
  text = pair.own[0] != NULL ? tell[which] (&pair) : g_strdup ("");
  for (guint i = 0; i < PIVOT_FRAMING_N_SIDES; i++)
    {
      g_clear_object (&pair.own[i]);
      g_free (pair.words[i]);
    }

  return text;
}

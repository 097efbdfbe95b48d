/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-framing.h"

#include "pivot-json.h"
#include "pivot-stats.h"

#include <math.h>
#include <string.h>

/* More would not be seen beside a map. */
#define N_BARS 8

/* The shortest bar has at least this much of what the longest has more. */
#define LEAST_BAR 0.1

static const char * const keys[PIVOT_FRAMING_N_SWITCHES] = { "measure", "method", "classes", "pivot", "colours", "axis" };

/* The first is that of the first side by the rule, and the second, if it is to differ, that of the other. */
static const char * const methods[] = { "equal", "quantile", NULL };
static const char * const classes[] = { "5", "3", "7", NULL };
static const char * const pivots[] = { "midpoint", "median", NULL };
static const char * const colours[] = { "plain", "reversed", NULL };
static const char * const axes[] = { "cut", "zero", NULL };

static gboolean
is_derived_from (PivotMeasure *measure,
                 const char   *count)
{
  PivotDerive derive = pivot_measure_get_derive (measure);

  return (derive == PIVOT_DERIVE_PER || derive == PIVOT_DERIVE_SHARE) && g_str_equal (pivot_measure_get_of (measure)[0], count);
}

/* What is counted: the measure itself, or what it is derived from. */
static PivotMeasure *
find_count (PivotDataset *dataset,
            PivotMeasure *measure)
{
  PivotDerive derive = pivot_measure_get_derive (measure);

  if (derive != PIVOT_DERIVE_PER && derive != PIVOT_DERIVE_SHARE)
    return measure;

  return pivot_dataset_find_measure (dataset, pivot_measure_get_of (measure)[0]);
}

/* A count and all that is derived from it: per person first, since a share only has another unit. */
static void
add_family (GPtrArray    *ids,
            PivotDataset *dataset,
            PivotMeasure *count)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);
  static const PivotDerive order[] = { PIVOT_DERIVE_PER, PIVOT_DERIVE_SHARE };

  g_ptr_array_add (ids, g_strdup (pivot_measure_get_id (count)));
  for (guint pass = 0; pass < G_N_ELEMENTS (order); pass++)
    for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
      {
        g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

        if (pivot_measure_get_derive (measure) == order[pass] && is_derived_from (measure, pivot_measure_get_id (count)))
          g_ptr_array_add (ids, g_strdup (pivot_measure_get_id (measure)));
      }
}

static gboolean
is_diverging (PivotMeasure *measure)
{
  return pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING;
}

/* Truths about the measure that is looked at; a what-if is none. */
static PivotMeasure *
get_measure (PivotSession *session)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotMeasure *measure = dataset != NULL ? pivot_session_get_measure (session) : NULL;

  return measure != NULL ? pivot_dataset_find_measure (dataset, pivot_measure_get_id (measure)) : NULL;
}

/* The measure that is looked at, with what can be told instead of it. */
static char **
list_measures (PivotSession *session)
{
  PivotMeasure *measure = get_measure (session);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (measure != NULL)
    add_family (ids, pivot_session_get_dataset (session),
                is_diverging (measure) ? measure : find_count (pivot_session_get_dataset (session), measure));
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (ids, FALSE);
}

/* Whether bars may start elsewhere than at zero: amounts only, since others are drawn from their midpoint or their least score. */
static gboolean
has_axis (PivotMeasure *measure)
{
  guint n;
  const double *numbers = pivot_measure_get_numbers (measure, &n);

  if (is_diverging (measure) || pivot_measure_get_range (measure, NULL, NULL))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (numbers[i] < 0)
      return FALSE;

  return TRUE;
}

static const char * const *
get_words (PivotFramingSwitch which)
{
  static const char * const * const words[PIVOT_FRAMING_N_SWITCHES] = {
    [PIVOT_FRAMING_METHOD] = methods,
    [PIVOT_FRAMING_CLASSES] = classes,
    [PIVOT_FRAMING_PIVOT] = pivots,
    [PIVOT_FRAMING_COLOURS] = colours,
    [PIVOT_FRAMING_AXIS] = axes,
  };

  return words[which];
}

/**
 * pivot_framing_get_choices:
 * @session: a session
 * @which: a switch
 *
 * Gets the words that a switch may have.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words; none if the switch makes no difference for the measure
 */
char **
pivot_framing_get_choices (PivotSession       *session,
                           PivotFramingSwitch  which)
{
  PivotMeasure *measure;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (which < PIVOT_FRAMING_N_SWITCHES, NULL);

  measure = get_measure (session);
  if (which == PIVOT_FRAMING_MEASURE)
    return list_measures (session);
  if (measure == NULL || (which == PIVOT_FRAMING_PIVOT && !is_diverging (measure)) ||
      (which == PIVOT_FRAMING_AXIS && !has_axis (measure)))
    return g_new0 (char *, 1);

  return g_strdupv ((char **) get_words (which));
}

/* Both sides have the same colours by the rule: to swap them would be a trick, and is left to whoever wants to try it. */
static const char *
get_default (char               **choices,
             guint                side,
             PivotFramingSwitch   which)
{
  if (choices[0] == NULL)
    return "";
  if (side == 0 || which == PIVOT_FRAMING_COLOURS || choices[1] == NULL)
    return choices[0];

  return choices[1];
}

/* What an entry of the option says, if it is of this side and this switch. */
static const char *
match_entry (const char         *entry,
             guint               side,
             PivotFramingSwitch  which)
{
  g_autofree char *prefix = g_strdup_printf ("%u/%s=", side + 1, keys[which]);

  return g_str_has_prefix (entry, prefix) ? entry + strlen (prefix) : NULL;
}

/**
 * pivot_framing_get:
 * @session: a session
 * @side: 0 or 1
 * @which: a switch
 *
 * Gets how a switch of a side stands.
 *
 * Returns: (transfer full): its word; empty if the switch makes no difference
 */
char *
pivot_framing_get (PivotSession       *session,
                   guint               side,
                   PivotFramingSwitch  which)
{
  g_auto(GStrv) choices = NULL;
  g_auto(GStrv) entries = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (side < PIVOT_FRAMING_N_SIDES && which < PIVOT_FRAMING_N_SWITCHES, NULL);

  choices = pivot_framing_get_choices (session, which);
  entries = pivot_session_get_list (session, PIVOT_OPTION_FRAMINGS);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      const char *word = match_entry (entries[i], side, which);

      /* Words of another measure mean nothing here. */
      if (word != NULL && g_strv_contains ((const char * const *) choices, word))
        return g_strdup (word);
    }

  return g_strdup (get_default (choices, side, which));
}

/**
 * pivot_framing_set:
 * @session: a session
 * @side: 0 or 1
 * @which: a switch
 * @word: one of its choices
 *
 * Sets a switch of a side.
 */
void
pivot_framing_set (PivotSession       *session,
                   guint               side,
                   PivotFramingSwitch  which,
                   const char         *word)
{
  g_auto(GStrv) choices = NULL;
  g_auto(GStrv) entries = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (side < PIVOT_FRAMING_N_SIDES && which < PIVOT_FRAMING_N_SWITCHES);

  choices = pivot_framing_get_choices (session, which);
  g_return_if_fail (word != NULL && g_strv_contains ((const char * const *) choices, word));

  entries = pivot_session_get_list (session, PIVOT_OPTION_FRAMINGS);
  for (guint i = 0; entries[i] != NULL; i++)
    if (match_entry (entries[i], side, which) == NULL)
      g_ptr_array_add (kept, g_strdup (entries[i]));
  if (g_strcmp0 (word, get_default (choices, side, which)) != 0)
    g_ptr_array_add (kept, g_strdup_printf ("%u/%s=%s", side + 1, keys[which], word));
  g_ptr_array_add (kept, NULL);
  pivot_session_set_list (session, PIVOT_OPTION_FRAMINGS, (const char * const *) kept->pdata);
}

/**
 * pivot_framing_reset:
 * @session: a session
 *
 * Sets all switches as the rule has them.
 */
void
pivot_framing_reset (PivotSession *session)
{
  g_return_if_fail (PIVOT_IS_SESSION (session));

  pivot_session_set_list (session, PIVOT_OPTION_FRAMINGS, NULL);
}

/**
 * pivot_framing_count_differences:
 * @session: a session
 *
 * Counts the switches that stand differently on the two sides.
 *
 * Returns: how many
 */
guint
pivot_framing_count_differences (PivotSession *session)
{
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), 0);

  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    {
      g_autofree char *one = pivot_framing_get (session, 0, i);
      g_autofree char *other = pivot_framing_get (session, 1, i);

      n += !g_str_equal (one, other);
    }

  return n;
}

/* The median, to the decimals that its neighbours are printed with. */
static double
find_median (PivotMeasure *measure)
{
  guint n, n_sorted;
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  g_autofree double *sorted = pivot_stats_sorted (numbers, n, &n_sorted);
  double step = pow (10, pivot_measure_get_decimals (measure));

  return n_sorted > 0 ? round (pivot_stats_quantile (sorted, n_sorted, 0.5) * step) / step + 0.0 : NAN;
}

static void
set_pivot (PivotSession *session)
{
  double median = find_median (pivot_session_get_measure (session));
  g_autofree char *text = NULL;

  if (isnan (median))
    return;

  text = pivot_json_number_to_text (median);
  pivot_session_set_word (session, PIVOT_OPTION_PIVOT, text);
}

/**
 * pivot_framing_new_session:
 * @session: a session
 * @side: 0 or 1
 *
 * Makes the session of a side: its view is one as any other, over the same dataset, so that it can be shown, saved and exported.
 *
 * Returns: (transfer full) (nullable): a session on its map; %NULL without a dataset or a measure
 */
PivotSession *
pivot_framing_new_session (PivotSession *session,
                           guint         side)
{
  PivotSession *own;
  char *words[PIVOT_FRAMING_N_SWITCHES];

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (side < PIVOT_FRAMING_N_SIDES, NULL);

  if (get_measure (session) == NULL)
    return NULL;

  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    words[i] = pivot_framing_get (session, side, i);

  own = pivot_session_new ();
  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  pivot_session_set_page (own, PIVOT_PAGE_MAP);
  pivot_session_clear_selection (own);
  pivot_session_set_measure (own, words[PIVOT_FRAMING_MEASURE]);
  pivot_session_set_method (own, g_str_equal (words[PIVOT_FRAMING_METHOD], "equal") ? PIVOT_METHOD_EQUAL : PIVOT_METHOD_QUANTILE);
  pivot_session_set_classes (own, (guint) g_ascii_strtoull (words[PIVOT_FRAMING_CLASSES], NULL, 10));
  pivot_session_set_reversed (own, g_str_equal (words[PIVOT_FRAMING_COLOURS], "reversed"));
  if (g_str_equal (words[PIVOT_FRAMING_PIVOT], "median"))
    set_pivot (own);
  pivot_session_set_word (own, PIVOT_OPTION_VISION, pivot_session_get_word (session, PIVOT_OPTION_VISION));

  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    g_free (words[i]);

  return own;
}

typedef struct
{
  guint  place;
  double number;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->number != other->number)
    return one->number > other->number ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

/**
 * pivot_framing_list_bars:
 * @own: the session of a side
 * @n: (out): how many
 *
 * Lists the places that have a bar: a few with the greatest values. Who has no value has no bar.
 *
 * Returns: (transfer full) (array length=n): indexes of places, from the greatest value
 */
guint *
pivot_framing_list_bars (PivotSession *own,
                         guint        *n)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  const double *numbers;
  guint n_places, *places;

  g_return_val_if_fail (PIVOT_IS_SESSION (own), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  numbers = pivot_measure_get_numbers (pivot_session_get_measure (own), &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      Ranked one = { i, numbers[i] };

      if (isfinite (numbers[i]))
        g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);

  *n = MIN (ranked->len, N_BARS);
  places = g_new (guint, MAX (*n, 1));
  for (guint i = 0; i < *n; i++)
    places[i] = g_array_index (ranked, Ranked, i).place;

  return places;
}

/* The greatest of 1, 2, 5 times a power of ten that is no greater. */
static double
round_step (double number)
{
  double power = pow (10, floor (log10 (number)));

  return (number >= 5 * power ? 5 : number >= 2 * power ? 2 : 1) * power;
}

/**
 * pivot_framing_get_base:
 * @session: a session
 * @side: 0 or 1
 * @least: the least value that has a bar
 * @most: the greatest
 *
 * Finds where the bars start: at zero, or, if the axis is cut, at a round number a little below the least, as they who cut axes do.
 *
 * Returns: the value
 */
double
pivot_framing_get_base (PivotSession *session,
                        guint         side,
                        double        least,
                        double        most)
{
  g_autofree char *word = NULL;
  double step;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), 0);
  g_return_val_if_fail (side < PIVOT_FRAMING_N_SIDES, 0);

  word = pivot_framing_get (session, side, PIVOT_FRAMING_AXIS);
  if (!g_str_equal (word, "cut") || !(most > least) || least <= 0)
    return 0;

  step = round_step ((most - least) / 5);

  return MAX (0, floor ((least - LEAST_BAR * (most - least)) / step) * step);
}

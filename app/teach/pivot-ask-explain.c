/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-asker-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-units.h"

/* Questions about what numbers say and what they do not: their answers are reasons, and the key has the facts. */

#define LEAST_BOTH 5
/* More are too many to go through on paper. */
#define MAX_BOTH 40
#define MAX_PAIRED 400
#define MAX_CONTRADICTING 8
#define N_LINES 3
/* Of the places whose two ranks differ most, one is drawn. */
#define N_FAR 4

/* Places with an exact value of both (transfer full). */
static guint *
list_both (PivotAsker *self,
           guint      *n)
{
  const PivotColumn *first = &self->first, *second = &self->second;
  guint *both;

  *n = 0;
  if (first->measure == NULL || second->measure == NULL)
    return NULL;

  both = g_new (guint, MAX (first->n_places, 1));
  for (guint i = 0; i < first->n_places; i++)
    if (!isnan (second->printed[first->places[i]]))
      both[(*n)++] = first->places[i];

  return both;
}

/* A question whose answer rests on all values of both. */
static PivotQuestion *
begin_both (PivotAsker  *self,
            const char  *kind,
            const guint *both,
            guint        n)
{
  PivotQuestion *question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_EXPLAIN, &self->first, NULL, 0);

  question->against = g_strdup (pivot_measure_get_id (self->second.measure));
  question->lines = N_LINES;
  for (guint i = 0; i < n; i++)
    {
      _pivot_question_add_value (question, self->dataset, self->first.measure, both[i]);
      _pivot_question_add_value (question, self->dataset, self->second.measure, both[i]);
    }

  return question;
}

/* With a decimal more than its numbers have. */
static double
get_mean (const PivotColumn *column,
          const guint       *places,
          guint              n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += column->printed[places[i]];

  return pivot_units_round (sum / n, column->decimals + 1);
}

/* A statement that some places contradict: above the mean in one, below it in the other. */
static PivotQuestion *
ask_mean (PivotAsker *self,
          const char *kind)
{
  guint n;
  g_autofree guint *both = list_both (self, &n);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *first_mean = NULL, *second_mean = NULL, *names = NULL;
  double first, second;
  PivotQuestion *question;

  if (n < LEAST_BOTH || n > MAX_BOTH)
    return NULL;

  first = get_mean (&self->first, both, n);
  second = get_mean (&self->second, both, n);
  for (guint i = 0; i < n; i++)
    if (self->first.printed[both[i]] > first && self->second.printed[both[i]] < second)
      g_array_append_val (found, both[i]);
  if (found->len == 0 || found->len > MAX_CONTRADICTING)
    return NULL;

  question = begin_both (self, kind, both, n);
  question->lines = 2;
  question->limit = first;
  _pivot_asker_accept (self, question, &self->first, (const guint *) (gpointer) found->data, found->len);
  first_mean = _pivot_column_format (&self->first, first, self->first.decimals + 1);
  second_mean = _pivot_column_format (&self->second, second, self->second.decimals + 1);
  names = _pivot_asker_join (self, (const guint *) (gpointer) found->data, found->len);
  /* Translators: a question: names of two measures, and the means of each. */
  question->text = g_strdup_printf (_("Somebody says: “Where ‘%1$s’ is above the mean of %3$s, ‘%2$s’ is above the mean of %4$s as "
                                      "well.” Find a place that contradicts this, and give both numbers."),
                                    self->first.label, self->second.label, first_mean, second_mean);
  /* Translators: an answer: names of places. */
  question->answer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Only %s contradicts it.", "Any of these contradicts it: %s.",
                                                   found->len), names);

  return _pivot_asker_end (self, question);
}

/* 1 if both numbers of the one are higher than those of the other or both lower, −1 if not, 0 with a tie. */
static int
get_concordance (PivotAsker *self,
                 guint       one,
                 guint       other)
{
  double x = self->first.printed[one] - self->first.printed[other], y = self->second.printed[one] - self->second.printed[other];

  if (x == 0 || y == 0)
    return 0;

  return (x > 0) == (y > 0) ? 1 : -1;
}

/* Counts the pairs that go with, and against, each other; draws one of those that are fewer. */
static gboolean
draw_exception (PivotAsker  *self,
                const guint *both,
                guint        n,
                guint        counts[2],
                guint        pair[2])
{
  g_autoptr(GArray) with = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  g_autoptr(GArray) against = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  GArray *fewer;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        int concordance = get_concordance (self, both[i], both[j]);
        guint item[2] = { both[i], both[j] };

        if (concordance != 0)
          g_array_append_vals (concordance > 0 ? with : against, item, 1);
      }

  counts[0] = against->len;
  counts[1] = with->len;
  fewer = counts[1] < counts[0] ? with : against;
  if (fewer->len == 0)
    return FALSE;

  memcpy (pair, fewer->data + _pivot_asker_below (self, fewer->len) * 2 * sizeof (guint), 2 * sizeof (guint));

  return TRUE;
}

/* A rule that most pairs of places keep. */
static PivotQuestion *
ask_rule (PivotAsker *self,
          const char *kind)
{
  guint n, counts[2], pair[2];
  g_autofree guint *both = list_both (self, &n);
  g_autofree char *first = NULL, *second = NULL;
  PivotQuestion *question;
  gboolean rising;

  if (n < LEAST_BOTH || n > MAX_BOTH || !draw_exception (self, both, n, counts, pair))
    return NULL;

  rising = counts[1] >= counts[0];
  _pivot_column_sort (&self->first, pair, 2);
  question = begin_both (self, kind, both, n);
  _pivot_asker_accept (self, question, &self->first, pair, 2);
  question->number = MIN (counts[0], counts[1]);
  question->is_example = TRUE;
  question->subject = g_strdup (rising ? "rising" : "falling");
  first = _pivot_asker_join_two (self, &self->first, pair);
  second = _pivot_asker_join_two (self, &self->second, pair);
  /* Translators: a question: names of two measures. */
  question->text = g_strdup_printf (rising
    ? _("“The higher ‘%1$s’, the higher ‘%2$s’.” Find two places for which this does not hold. Does the rule hold in general?")
    : _("“The higher ‘%1$s’, the lower ‘%2$s’.” Find two places for which this does not hold. Does the rule hold in general?"),
    self->first.label, self->second.label);
  /* Translators: an answer: in how many pairs of places, of how many, a rule does not hold; then names of measures, each with two places
   * and their numbers. */
  question->answer = g_strdup_printf (_("It fails for %1$u of %2$u pairs. One of them: “%3$s”: %4$s; “%5$s”: %6$s."),
                                      MIN (counts[0], counts[1]), counts[0] + counts[1], self->first.label, first,
                                      self->second.label, second);

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_extremes (PivotAsker *self,
              const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_BOTH, TRUE);
  g_autoptr(GArray) highest = g_array_new (FALSE, FALSE, sizeof (guint)), lowest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *top = NULL, *bottom = NULL;
  PivotQuestion *question;

  if (column == NULL)
    return NULL;

  _pivot_column_find_extreme (column, column->places, column->n_places, TRUE, highest);
  _pivot_column_find_extreme (column, column->places, column->n_places, FALSE, lowest);
  if (highest->len != 1 || lowest->len != 1)
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_EXPLAIN, column, NULL, 0);
  question->lines = N_LINES;
  _pivot_asker_accept (self, question, column, (const guint *) (gpointer) highest->data, 1);
  _pivot_asker_accept (self, question, column, (const guint *) (gpointer) lowest->data, 1);
  top = _pivot_asker_join_values (self, column, (const guint *) (gpointer) highest->data, 1);
  bottom = _pivot_asker_join_values (self, column, (const guint *) (gpointer) lowest->data, 1);
  /* Translators: a question: name of a measure. */
  question->text = g_strdup_printf (_("Compare the place with the highest and the place with the lowest value of “%s”. Suggest a "
                                      "reason for the difference, and say which number would test it."), column->label);
  /* Translators: an answer: a place with its number, and another. */
  question->answer = g_strdup_printf (_("In one's own words. The facts: highest %1$s, lowest %2$s."), top, bottom);

  return _pivot_asker_end (self, question);
}

static guint
get_rank (const PivotColumn *column,
          const guint       *both,
          guint              n,
          guint              place)
{
  guint rank = 1;

  for (guint i = 0; i < n; i++)
    rank += column->printed[both[i]] > column->printed[place];

  return rank;
}

/* One of the places whose two ranks are farthest from each other, by a quarter of all ranks at least. */
static gboolean
draw_far (PivotAsker  *self,
          const guint *both,
          guint        n,
          guint       *place)
{
  guint places[N_FAR] = { 0 }, gaps[N_FAR] = { 0 }, drawn;

  for (guint i = 0; i < n; i++)
    {
      int difference = (int) get_rank (&self->first, both, n, both[i]) - (int) get_rank (&self->second, both, n, both[i]);
      guint gap = (guint) ABS (difference), at = N_FAR;

      while (at > 0 && gap > gaps[at - 1])
        at--;
      if (at == N_FAR)
        continue;
      memmove (gaps + at + 1, gaps + at, (N_FAR - 1 - at) * sizeof (guint));
      memmove (places + at + 1, places + at, (N_FAR - 1 - at) * sizeof (guint));
      gaps[at] = gap;
      places[at] = both[i];
    }

  drawn = _pivot_asker_below (self, N_FAR);
  *place = places[drawn];

  return gaps[drawn] * 4 >= n;
}

/* A place that stands high in one measure and low in the other. */
static PivotQuestion *
ask_ranks (PivotAsker *self,
           const char *kind)
{
  guint n, place, first, second;
  g_autofree guint *both = list_both (self, &n);
  g_autofree char *one = NULL, *other = NULL;
  PivotQuestion *question;

  if (n < LEAST_BOTH || n > MAX_BOTH || !self->first.is_whole || !self->second.is_whole || !draw_far (self, both, n, &place))
    return NULL;

  first = get_rank (&self->first, both, n, place);
  second = get_rank (&self->second, both, n, place);
  question = begin_both (self, kind, both, n);
  g_array_append_val (question->places, place);
  question->number = first;
  question->limit = second;
  one = _pivot_column_format_place (&self->first, place);
  other = _pivot_column_format_place (&self->second, place);
  /* Translators: a question: name of a place, name of a measure, name of another. */
  question->text = g_strdup_printf (_("%1$s has very different ranks in “%2$s” and in “%3$s”. Find both ranks. What could explain "
                                      "the difference?"),
                                    _pivot_asker_name (self, place), self->first.label, self->second.label);
  /* Translators: an answer: name of a measure, a number with its unit, a rank; the same of another measure; of how many places. */
  question->answer = g_strdup_printf (_("In one's own words. The facts: “%1$s” %2$s, rank %3$u; “%4$s” %5$s, rank %6$u; both of the "
                                        "%7$u places that have both values."),
                                      self->first.label, one, first, self->second.label, other, second, n);

  return _pivot_asker_end (self, question);
}

/* Two places next to each other in rank and on either side of a limit, and two far from each other within a class. */
static gboolean
find_cuts (PivotAsker *self,
           guint       across[2],
           guint       within[2])
{
  const PivotColumn *column = &self->first;
  g_autofree guint *order = g_memdup2 (column->places, column->n_places * sizeof (guint));
  double nearest = INFINITY, farthest = 0;

  _pivot_column_sort (column, order, column->n_places);
  for (guint i = 0; i < column->n_places; i++)
    for (guint j = i + 1; j < column->n_places; j++)
      {
        int one = pivot_classes_find (self->classes, pivot_measure_get_value (column->measure, order[i])->number);
        int other = pivot_classes_find (self->classes, pivot_measure_get_value (column->measure, order[j])->number);
        double gap = column->printed[order[i]] - column->printed[order[j]];

        if (one != other && gap > 0 && gap < nearest)
          {
            nearest = gap;
            across[0] = order[i];
            across[1] = order[j];
          }
        if (one == other && gap > farthest)
          {
            farthest = gap;
            within[0] = order[i];
            within[1] = order[j];
          }
      }

  return farthest > nearest;
}

static PivotQuestion *
ask_cuts (PivotAsker *self,
          const char *kind)
{
  const PivotColumn *column = &self->first;
  g_autofree char *near = NULL, *far = NULL, *near_gap = NULL, *far_gap = NULL;
  PivotQuestion *question;
  guint places[4];

  if (self->classes == NULL || column->n_places < LEAST_BOTH || column->n_places > MAX_PAIRED || !find_cuts (self, places, places + 2))
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_EXPLAIN, column, places, G_N_ELEMENTS (places));
  question->lines = N_LINES;
  question->number = pivot_units_round (column->printed[places[0]] - column->printed[places[1]], column->decimals);
  question->limit = pivot_units_round (column->printed[places[2]] - column->printed[places[3]], column->decimals);
  near = _pivot_asker_join_two (self, column, places);
  far = _pivot_asker_join_two (self, column, places + 2);
  near_gap = _pivot_column_format (column, question->number, column->decimals);
  far_gap = _pivot_column_format (column, question->limit, column->decimals);
  /* Translators: a question: two places with their numbers, two others with theirs, name of a measure. */
  question->text = g_strdup_printf (_("On the map of “%3$s”, %1$s have different colours, and %2$s have the same one. Which two are "
                                      "farther apart? What follows for reading colours on a map?"), near, far, column->label);
  /* Translators: an answer: the difference of two places, that of two others. */
  question->answer = g_strdup_printf (_("The first two differ by %1$s, the others by %2$s. A colour stands for a class, from one "
                                        "limit to the next; other limits would put places that are near each other together, or "
                                        "part others."), near_gap, far_gap);

  return _pivot_asker_end (self, question);
}

const PivotAskKind _pivot_ask_explain[] = {
  { "mean", ask_mean },
  { "check", _pivot_ask_check },
  { "ranks", ask_ranks },
  { "cuts", ask_cuts },
  { "rule", ask_rule },
  { "extremes", ask_extremes },
  { "conflict", _pivot_ask_conflict },
  { "customers", _pivot_ask_customers },
  { NULL, NULL },
};

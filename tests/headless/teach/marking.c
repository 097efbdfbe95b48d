/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "marking.h"

#include "pivot-units.h"

#include <math.h>

/* As a person reads it from a table; NaN if it is not there or only a limit. */
double
read_value (PivotMeasure *measure,
            guint         place)
{
  const PivotValue *value = pivot_measure_get_value (measure, place);
  g_autofree char *text = NULL;

  if (value == NULL || isnan (value->number) || value->bound != PIVOT_BOUND_NONE)
    return NAN;

  text = g_strdup_printf ("%.*f", (int) pivot_measure_get_decimals (measure), value->number);

  return g_ascii_strtod (text, NULL);
}

gboolean
has_limits (Marking      *self,
            PivotMeasure *measure)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);

      if (value != NULL && !isnan (value->number) && value->bound != PIVOT_BOUND_NONE)
        return TRUE;
    }

  return FALSE;
}

gboolean
is_accepted (Marking *self,
             guint    place)
{
  for (guint i = 0; i < self->n_accepted; i++)
    if (self->accepted[i] == place)
      return TRUE;

  return FALSE;
}

void
assert_near (double number,
             double expected,
             guint  decimals)
{
  g_assert_cmpfloat (fabs (number - expected), <=, 0.51 * pow (10, -(double) decimals));
}

void
assert_says (Marking    *self,
             const char *text)
{
  if (strstr (pivot_question_get_answer (self->question), text) == NULL)
    g_error ("“%s” does not say “%s”", pivot_question_get_answer (self->question), text);
}

void
assert_says_number (Marking *self,
                    double   number,
                    guint    decimals)
{
  g_autofree char *text = pivot_units_format_number (number, decimals);

  assert_says (self, text);
}

/* The accepted ones are exactly those that are best among some. */
void
mark_extreme (Marking     *self,
              const guint *among,
              guint        n,
              gboolean     highest)
{
  double best = NAN;

  for (guint i = 0; i < n; i++)
    {
      double number = read_value (self->measure, among != NULL ? among[i] : i);

      if (!isnan (number) && (isnan (best) || (highest ? number > best : number < best)))
        best = number;
    }
  g_assert_false (isnan (best));
  for (guint i = 0; i < n; i++)
    {
      guint place = among != NULL ? among[i] : i;

      g_assert_cmpint (is_accepted (self, place), ==, read_value (self->measure, place) == best);
    }
}

const Marker markers[] = {
  { "value", PIVOT_LEVEL_FIND, mark_value },
  { "place", PIVOT_LEVEL_FIND, mark_place },
  { "highest", PIVOT_LEVEL_FIND, mark_all_extreme },
  { "lowest", PIVOT_LEVEL_FIND, mark_all_extreme },
  { "class", PIVOT_LEVEL_FIND, mark_class },
  { "first-event", PIVOT_LEVEL_FIND, mark_first_event },
  { "higher", PIVOT_LEVEL_COMPARE, mark_among },
  { "difference", PIVOT_LEVEL_COMPARE, mark_difference },
  { "ratio", PIVOT_LEVEL_COMPARE, mark_ratio },
  { "rank", PIVOT_LEVEL_COMPARE, mark_rank },
  { "order", PIVOT_LEVEL_COMPARE, mark_order },
  { "count", PIVOT_LEVEL_COMPARE, mark_count },
  { "neighbours", PIVOT_LEVEL_COMPARE, mark_neighbours },
  { "group", PIVOT_LEVEL_COMPARE, mark_group },
  { "median", PIVOT_LEVEL_COMPARE, mark_median },
  { "parity", PIVOT_LEVEL_COMPARE, mark_parity },
  { "years", PIVOT_LEVEL_COMPARE, mark_years },
  { "mean", PIVOT_LEVEL_EXPLAIN, mark_mean },
  { "check", PIVOT_LEVEL_EXPLAIN, mark_check },
  { "ranks", PIVOT_LEVEL_EXPLAIN, mark_ranks },
  { "cuts", PIVOT_LEVEL_EXPLAIN, mark_cuts },
  { "rule", PIVOT_LEVEL_EXPLAIN, mark_rule },
  { "extremes", PIVOT_LEVEL_EXPLAIN, mark_extremes },
  { "conflict", PIVOT_LEVEL_EXPLAIN, mark_conflict },
  { "customers", PIVOT_LEVEL_EXPLAIN, mark_customers },
};

const guint n_markers = G_N_ELEMENTS (markers);

/* What is missing, or only a limit, is nowhere in it. */
static void
assert_exact (Marking *self)
{
  const char * const *receipts = pivot_question_get_receipts (self->question);

  g_assert_nonnull (receipts[0]);
  for (guint i = 0; receipts[i] != NULL; i++)
    if (g_str_has_prefix (receipts[i], "value:"))
      {
        const PivotValue *value = pivot_dataset_find_value (self->dataset, receipts[i] + strlen ("value:"));

        g_assert_false (pivot_value_is_missing (value));
        g_assert_cmpint (value->bound, ==, PIVOT_BOUND_NONE);
      }
  for (guint i = 0; i < self->n_places; i++)
    g_assert_false (isnan (read_value (self->measure, self->places[i])));
  for (guint i = 0; i < self->n_accepted; i++)
    {
      g_assert_false (isnan (read_value (self->measure, self->accepted[i])));
      /* In a class, an order or a count, the names do not stand in the answer, or stand there all. */
      if (!g_str_equal (pivot_question_get_kind (self->question), "count"))
        assert_says (self, pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (self->dataset, self->accepted[i]))));
    }
}

guint
mark (PivotDataset  *dataset,
      PivotQuestion *question)
{
  Marking self = { dataset, question };

  self.measure = pivot_dataset_find_measure (dataset, pivot_question_get_measure (question));
  self.against = pivot_dataset_find_measure (dataset, pivot_question_get_against (question));
  self.places = pivot_question_get_places (question, &self.n_places);
  self.accepted = pivot_question_get_accepted (question, &self.n_accepted);
  assert_exact (&self);
  for (guint i = 0; i < n_markers; i++)
    if (g_str_equal (markers[i].kind, pivot_question_get_kind (question)))
      {
        g_assert_cmpint (markers[i].level, ==, pivot_question_get_level (question));
        markers[i].mark (&self);
        return i;
      }
  g_assert_not_reached ();
}

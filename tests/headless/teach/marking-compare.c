/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "marking.h"

#include <math.h>
#include <stdlib.h>

/* What needs two numbers or more. */

void
mark_among (Marking *self)
{
  g_assert_cmpuint (self->n_places, >=, 2);
  g_assert_cmpuint (g_strv_length ((char **) pivot_question_get_choices (self->question)), ==, self->n_places);
  g_assert_true (pivot_question_get_is_choice (self->question));
  mark_extreme (self, self->places, self->n_places, TRUE);
}

void
mark_neighbours (Marking *self)
{
  PivotGeometry *boundaries = pivot_dataset_get_boundaries (self->dataset);
  int place = pivot_dataset_get_place_index (self->dataset, pivot_question_get_subject (self->question));
  guint n, n_known = 0;
  const guint *neighbours = pivot_geometry_get_neighbours (boundaries, (guint) place, &n);

  for (guint i = 0; i < n; i++)
    n_known += !isnan (read_value (self->measure, neighbours[i]));
  g_assert_cmpuint (n_known, ==, self->n_places);
  mark_among (self);
}

void
mark_group (Marking *self)
{
  const char *group = pivot_question_get_subject (self->question);

  for (guint i = 0; i < self->n_places; i++)
    g_assert_true (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (self->dataset, self->places[i])), group));
  mark_among (self);
}

void
mark_difference (Marking *self)
{
  double one = read_value (self->measure, self->places[0]), other = read_value (self->measure, self->places[1]);
  guint decimals = pivot_measure_get_decimals (self->measure);

  g_assert_cmpfloat (one, >, other);
  assert_near (pivot_question_get_number (self->question), one - other, decimals);
  assert_says_number (self, pivot_question_get_number (self->question), decimals);
}

void
mark_ratio (Marking *self)
{
  double one = read_value (self->measure, self->places[0]), other = read_value (self->measure, self->places[1]);

  g_assert_cmpint (pivot_measure_get_scale (self->measure), ==, PIVOT_SCALE_SEQUENTIAL);
  g_assert_cmpfloat (other, >, 0);
  assert_near (pivot_question_get_number (self->question), one / other, 2);
}

void
mark_rank (Marking *self)
{
  double number = read_value (self->measure, self->places[0]);
  guint rank = 1, equal = 0;

  g_assert_false (has_limits (self, self->measure));
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      rank += read_value (self->measure, i) > number;
      equal += read_value (self->measure, i) == number;
    }
  g_assert_cmpuint (equal, ==, 1);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, rank);
}

void
mark_order (Marking *self)
{
  g_assert_cmpuint (self->n_accepted, ==, self->n_places);
  for (guint i = 0; i < self->n_places; i++)
    g_assert_true (is_accepted (self, self->places[i]));
  for (guint i = 1; i < self->n_accepted; i++)
    g_assert_cmpfloat (read_value (self->measure, self->accepted[i - 1]), >, read_value (self->measure, self->accepted[i]));
}

void
mark_count (Marking *self)
{
  guint n = 0;

  g_assert_false (has_limits (self, self->measure));
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      double number = read_value (self->measure, i);

      g_assert_cmpfloat (number, !=, pivot_question_get_limit (self->question));
      g_assert_cmpint (is_accepted (self, i), ==, number > pivot_question_get_limit (self->question));
      n += number > pivot_question_get_limit (self->question);
    }
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, n);
}

void
mark_median (Marking *self)
{
  double median = pivot_question_get_number (self->question);
  guint above = 0, below = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      above += read_value (self->measure, self->places[i]) > median;
      below += read_value (self->measure, self->places[i]) < median;
    }
  g_assert_cmpuint (above, ==, self->n_places / 2);
  g_assert_cmpuint (below, ==, self->n_places / 2);
  g_assert_cmpfloat (read_value (self->measure, self->accepted[0]), ==, median);
}

void
mark_parity (Marking *self)
{
  double gap = read_value (self->measure, self->places[0]) - read_value (self->against, self->places[0]);

  g_assert_true (pivot_measure_is_share (self->measure) && pivot_measure_is_share (self->against));
  g_assert_cmpfloat (gap, !=, 0);
  assert_near (pivot_question_get_number (self->question), gap, 2);
  g_assert_cmpint (g_str_has_prefix (pivot_question_get_answer (self->question), "Above"), ==, gap > 0);
}

void
mark_years (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  int years = atoi (pivot_firm_get_listed (firm)) - atoi (pivot_firm_get_founded (firm));

  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, years);
  assert_says_number (self, years, 0);
}

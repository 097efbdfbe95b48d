/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "marking.h"

#include <math.h>

/* What two measures, a check or a story of a firm say. */

static double
find_mean (Marking      *self,
           PivotMeasure *measure)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    if (!isnan (read_value (self->measure, i)) && !isnan (read_value (self->against, i)))
      {
        sum += read_value (measure, i);
        n++;
      }

  return sum / n;
}

void
mark_mean (Marking *self)
{
  double first = find_mean (self, self->measure), second = find_mean (self, self->against);

  assert_near (pivot_question_get_limit (self->question), first, pivot_measure_get_decimals (self->measure) + 1);
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    g_assert_cmpint (is_accepted (self, i), ==, read_value (self->measure, i) > first && read_value (self->against, i) < second);
}

void
mark_rule (Marking *self)
{
  guint n = pivot_dataset_get_n_places (self->dataset), counts[2] = { 0 };
  gboolean rising = g_str_equal (pivot_question_get_subject (self->question), "rising");
  double x, y;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        x = read_value (self->measure, i) - read_value (self->measure, j);
        y = read_value (self->against, i) - read_value (self->against, j);
        if (x * y != 0 && !isnan (x * y))
          counts[x * y > 0]++;
      }
  g_assert_cmpint (rising, ==, counts[1] >= counts[0]);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, MIN (counts[0], counts[1]));
  x = read_value (self->measure, self->accepted[0]) - read_value (self->measure, self->accepted[1]);
  y = read_value (self->against, self->accepted[0]) - read_value (self->against, self->accepted[1]);
  g_assert_true (rising ? x * y < 0 : x * y > 0);
}

void
mark_ranks (Marking *self)
{
  PivotMeasure *measures[] = { self->measure, self->against };
  double found[] = { pivot_question_get_number (self->question), pivot_question_get_limit (self->question) };

  for (guint k = 0; k < 2; k++)
    {
      guint rank = 1;

      for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
        rank += !isnan (read_value (measures[1 - k], i)) &&
                read_value (measures[k], i) > read_value (measures[k], self->places[0]);
      g_assert_cmpfloat (found[k], ==, rank);
    }
}

void
mark_extremes (Marking *self)
{
  guint lowest = self->accepted[1];

  g_assert_cmpuint (self->n_accepted, ==, 2);
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      g_assert_false (read_value (self->measure, i) > read_value (self->measure, self->accepted[0]));
      g_assert_false (read_value (self->measure, i) < read_value (self->measure, lowest));
    }
}

void
mark_cuts (Marking *self)
{
  double near = read_value (self->measure, self->places[0]) - read_value (self->measure, self->places[1]);
  double far = read_value (self->measure, self->places[2]) - read_value (self->measure, self->places[3]);

  g_assert_cmpfloat (far, >, near);
  g_assert_cmpfloat (near, >, 0);
  assert_near (pivot_question_get_number (self->question), near, pivot_measure_get_decimals (self->measure));
}

/* By the kind of arithmetic, and by a sum of one's own. */
void
mark_check (Marking *self)
{
  GListModel *checks = pivot_dataset_get_checks (self->dataset);
  double sum = 0, first = NAN, last = 0, result, tolerance;

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr(PivotCheck) check = g_list_model_get_item (checks, i);
      const char * const *of = pivot_check_get_of (check);
      guint n = 0;

      if (!g_str_equal (pivot_check_get_id (check), pivot_question_get_subject (self->question)))
        continue;

      for (; of[n] != NULL; n++)
        {
          const PivotValue *value = pivot_dataset_find_value (self->dataset, of[n]);

          last = value != NULL ? value->number : g_ascii_strtod (of[n], NULL);
          first = n == 0 ? last : first;
          sum += last;
        }
      switch (pivot_check_get_kind (check))
        {
        case PIVOT_CHECK_DIFFERENCE:
          result = first - last;
          break;
        case PIVOT_CHECK_MEAN:
          result = sum / n;
          break;
        case PIVOT_CHECK_RATIO:
          result = first / last * pivot_check_get_factor (check);
          break;
        case PIVOT_CHECK_SUM:
          result = sum;
          break;
        case PIVOT_CHECK_ROUNDING:
        case PIVOT_CHECK_CONFLICT:
        default:
          g_assert_not_reached ();
        }
      g_assert_cmpfloat (fabs (result - pivot_question_get_number (self->question)), <, 1e-9);
      tolerance = 0.5 * pow (10, -(double) pivot_check_get_decimals (check)) + 1e-9;
      g_assert_cmpint (g_str_has_prefix (pivot_question_get_answer (self->question), "Yes"), ==,
                       fabs (result - pivot_question_get_limit (self->question)) <= tolerance);
      return;
    }
  g_assert_not_reached ();
}

void
mark_conflict (Marking *self)
{
  const char *receipt = pivot_question_get_receipts (self->question)[0];

  g_assert_true (g_str_has_prefix (receipt, "check:"));
  g_assert_cmpstr (receipt + strlen ("check:"), ==, pivot_question_get_subject (self->question));
  g_assert_nonnull (pivot_question_get_choices (self->question)[1]);
}

/* No earlier customer of either kind than those that the answer names. */
void
mark_customers (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  GListModel *events = pivot_firm_get_events (firm);
  guint first = (guint) pivot_question_get_number (self->question);

  for (guint i = 0; i <= first; i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      gboolean customer = pivot_event_get_kind (event) == PIVOT_EVENT_CUSTOMER &&
                          (pivot_event_get_party (event) == PIVOT_PARTY_STATE || pivot_event_get_party (event) == PIVOT_PARTY_PRIVATE);

      g_assert_cmpint (customer, ==, i == first);
      if (customer)
        assert_says (self, pivot_text_get (pivot_event_get_title (event)));
    }
}

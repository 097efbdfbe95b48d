/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "marking.h"

#include "pivot-session.h"
#include "pivot-units.h"

/* What is read off one place, or off all of them. */

void
mark_value (Marking *self)
{
  g_assert_cmpuint (self->n_places, ==, 1);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, read_value (self->measure, self->places[0]));
  assert_says_number (self, read_value (self->measure, self->places[0]), pivot_measure_get_decimals (self->measure));
}

void
mark_place (Marking *self)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    g_assert_cmpint (is_accepted (self, i), ==, read_value (self->measure, i) == pivot_question_get_limit (self->question));
}

void
mark_all_extreme (Marking *self)
{
  g_assert_false (has_limits (self, self->measure));
  mark_extreme (self, NULL, pivot_dataset_get_n_places (self->dataset), g_str_equal (pivot_question_get_kind (self->question), "highest"));
}

/* The class is told by what is printed: the value lies on no limit that it shares with another class. */
void
mark_class (Marking *self)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  const char * const *choices = pivot_question_get_choices (self->question);
  PivotClasses *classes;
  int index = (int) pivot_question_get_number (self->question);

  pivot_session_set_dataset (session, self->dataset);
  pivot_session_set_measure (session, pivot_measure_get_id (self->measure));
  classes = pivot_session_get_measure_classes (session);
  g_assert_cmpint (index, ==, pivot_classes_find (classes, pivot_measure_get_value (self->measure, self->places[0])->number));
  g_assert_cmpstr (pivot_question_get_answer (self->question), ==, choices[index]);
  for (guint i = 1; i < pivot_classes_get_n (classes); i++)
    {
      guint decimals = pivot_units_count_class_decimals (classes, self->measure);
      double limit = pivot_units_round (pivot_classes_get_lower (classes, i), decimals);

      g_assert_cmpfloat (read_value (self->measure, self->places[0]), !=, limit);
    }
}

void
mark_first_event (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  g_autoptr(PivotEvent) first = g_list_model_get_item (pivot_firm_get_events (firm), 0);
  g_autoptr(PivotEvent) second = g_list_model_get_item (pivot_firm_get_events (firm), 1);

  g_assert_cmpint (strncmp (pivot_event_get_date (first), pivot_event_get_date (second), 4), <=, 0);
  g_assert_cmpstr (pivot_event_get_date (first), !=, pivot_event_get_date (second));
  assert_says (self, pivot_text_get (pivot_event_get_title (first)));
}

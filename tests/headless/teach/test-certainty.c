/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-certainty.h"

#include <math.h>

static PivotValue *
new_value (double     number,
           PivotBound bound)
{
  return pivot_value_new (number, isnan (number) ? PIVOT_STATUS_MISSING : PIVOT_STATUS_PUBLISHED, bound, NULL, NULL, NULL);
}

static void
test_compare (void)
{
  static const struct { double one; PivotBound of_one; double other; PivotBound of_other; int expected; } cases[] = {
    { 9, PIVOT_BOUND_NONE, 8, PIVOT_BOUND_NONE, 1 },
    { 9, PIVOT_BOUND_NONE, 9, PIVOT_BOUND_NONE, 0 },
    { 9, PIVOT_BOUND_ABOVE, 8, PIVOT_BOUND_NONE, 1 },
    { 9, PIVOT_BOUND_ABOVE, 9, PIVOT_BOUND_NONE, 1 },
    { 9, PIVOT_BOUND_ABOVE, 9.1, PIVOT_BOUND_NONE, 0 },
    { 9, PIVOT_BOUND_ABOVE, 20, PIVOT_BOUND_ABOVE, 0 },
    { 9, PIVOT_BOUND_ABOVE, 9, PIVOT_BOUND_BELOW, 1 },
    { 9, PIVOT_BOUND_ABOVE, 10, PIVOT_BOUND_BELOW, 0 },
    { 3, PIVOT_BOUND_BELOW, 3, PIVOT_BOUND_NONE, -1 },
    { 3, PIVOT_BOUND_BELOW, 2, PIVOT_BOUND_NONE, 0 },
    { 3, PIVOT_BOUND_ABOUT, 2, PIVOT_BOUND_NONE, 0 },
    { NAN, PIVOT_BOUND_NONE, 2, PIVOT_BOUND_NONE, 0 },
    { 0, PIVOT_BOUND_NONE, -0.5, PIVOT_BOUND_NONE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotValue) one = new_value (cases[i].one, cases[i].of_one), other = new_value (cases[i].other, cases[i].of_other);

      g_test_message ("case %u", i);
      g_assert_cmpint (pivot_certainty_compare (one, other), ==, cases[i].expected);
      g_assert_cmpint (pivot_certainty_compare (other, one), ==, -cases[i].expected);
      g_assert_cmpint (pivot_certainty_compare (one, NULL), ==, 0);
    }
}

static void
test_class (void)
{
  const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, inner[] = { 4, 7 };
  static const struct { double number; PivotBound bound; int expected; } cases[] = {
    { 1, PIVOT_BOUND_NONE, 0 },
    { 4, PIVOT_BOUND_NONE, 1 },
    { 9, PIVOT_BOUND_NONE, 2 },
    { 8, PIVOT_BOUND_ABOVE, 2 },
    { 6, PIVOT_BOUND_ABOVE, -1 },
    { 3, PIVOT_BOUND_BELOW, 0 },
    { 5, PIVOT_BOUND_BELOW, -1 },
    { 5, PIVOT_BOUND_ABOUT, -1 },
    { NAN, PIVOT_BOUND_NONE, -1 },
  };
  g_autoptr(PivotClasses) classes = pivot_classes_new_manual (values, G_N_ELEMENTS (values), inner, G_N_ELEMENTS (inner));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotValue) value = new_value (cases[i].number, cases[i].bound);

      g_test_message ("case %u", i);
      g_assert_cmpint (pivot_certainty_get_class (classes, value), ==, cases[i].expected);
    }
}

/* Of beta, place 2 has 5.05, place 0 about 4 and place 1 nothing. */
static void
test_rank (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  PivotMeasure *alpha = pivot_dataset_find_measure (dataset, "alpha"), *beta = pivot_dataset_find_measure (dataset, "beta");
  const guint all[] = { 0, 1, 2 };

  for (guint place = 0; place < 3; place++)
    {
      g_assert_true (pivot_certainty_has_rank (alpha, place, all, 3));
      g_assert_cmpint (pivot_certainty_has_rank (beta, place, all, 3), ==, place == 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teach/certainty/compare", test_compare);
  g_test_add_func ("/teach/certainty/class", test_class);
  g_test_add_func ("/teach/certainty/rank", test_rank);

  return g_test_run ();
}

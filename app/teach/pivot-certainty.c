/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-certainty.h"

#include <math.h>

/* What a value may be. Ends that are open are no member themselves. */
typedef struct
{
  double least, most;
  gboolean exact;
} Span;

static gboolean
get_span (const PivotValue *value,
          Span             *span)
{
  if (pivot_value_is_missing (value) || value->bound == PIVOT_BOUND_ABOUT)
    return FALSE;

  span->exact = value->bound == PIVOT_BOUND_NONE;
  span->least = value->bound == PIVOT_BOUND_BELOW ? -INFINITY : value->number;
  span->most = value->bound == PIVOT_BOUND_ABOVE ? INFINITY : value->number;

  return TRUE;
}

/**
 * pivot_certainty_compare:
 * @one: (nullable): a value
 * @other: (nullable): another of the same measure
 *
 * Tells which of two values is greater, if they say.
 *
 * Returns: 1 if the first is greater, −1 if it is less, 0 if they are equal or it is not decided
 */
int
pivot_certainty_compare (const PivotValue *one,
                         const PivotValue *other)
{
  Span a, b;

  if (!get_span (one, &a) || !get_span (other, &b) || (a.exact && b.exact && a.least == b.least))
    return 0;
  if (a.least >= b.most)
    return 1;

  return b.least >= a.most ? -1 : 0;
}

/**
 * pivot_certainty_get_class:
 * @classes: classes
 * @value: (nullable): a value
 *
 * Finds the class of a value.
 *
 * Returns: its index, or −1 if the value is missing or might be of several
 */
int
pivot_certainty_get_class (const PivotClasses *classes,
                           const PivotValue   *value)
{
  int class_index;

  g_return_val_if_fail (classes != NULL, -1);

  if (pivot_value_is_missing (value) || value->bound == PIVOT_BOUND_ABOUT)
    return -1;

  class_index = pivot_classes_find (classes, value->number);
  if (value->bound == PIVOT_BOUND_ABOVE && class_index != (int) pivot_classes_get_n (classes) - 1)
    return -1;
  if (value->bound == PIVOT_BOUND_BELOW && class_index != 0)
    return -1;

  return class_index;
}

/**
 * pivot_certainty_has_rank:
 * @measure: a measure
 * @place: index of a place
 * @others: (array length=n_others): places, which may hold @place itself
 * @n_others: how many
 *
 * Tells whether the data say where a place stands among others.
 *
 * Returns: whether they do
 */
gboolean
pivot_certainty_has_rank (PivotMeasure *measure,
                          guint         place,
                          const guint  *others,
                          guint         n_others)
{
  const PivotValue *value;
  Span span, other_span;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), FALSE);

  value = pivot_measure_get_value (measure, place);
  if (!get_span (value, &span))
    return FALSE;

  for (guint i = 0; i < n_others; i++)
    {
      const PivotValue *other = pivot_measure_get_value (measure, others[i]);

      if (others[i] == place || !get_span (other, &other_span))
        continue;
      if (pivot_certainty_compare (value, other) == 0 && !(span.exact && other_span.exact))
        return FALSE;
    }

  return TRUE;
}

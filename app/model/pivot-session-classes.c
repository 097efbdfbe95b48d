/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"
#include "pivot-spatial-stats.h"

#include <math.h>

/* How a session sorts the values of its measure into classes. */

/**
 * pivot_session_get_method:
 * @self: a session
 *
 * Gets how class breaks are found.
 *
 * Returns: the method
 */
PivotMethod
pivot_session_get_method (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), PIVOT_METHOD_QUANTILE);

  return self->state->method;
}

/**
 * pivot_session_set_method:
 * @self: a session
 * @method: a method
 *
 * Sets how class breaks are found. By hand begins with the breaks as they are.
 */
void
pivot_session_set_method (PivotSession *self,
                          PivotMethod   method)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (method >= PIVOT_METHOD_QUANTILE && method <= PIVOT_METHOD_MANUAL);

  if (self->state->method == method)
    return;

  next = _pivot_session_state_copy (self->state);
  next->method = method;
  if (method == PIVOT_METHOD_MANUAL)
    {
      PivotClasses *classes = pivot_session_get_measure_classes (self);

      for (guint i = 1; classes != NULL && i < pivot_classes_get_n (classes) && i <= PIVOT_SESSION_MAX_BREAKS; i++)
        next->breaks[next->n_breaks++] = pivot_classes_get_lower (classes, i);
    }

  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_classes:
 * @self: a session
 *
 * Gets how many classes are asked for. There may be fewer, and breaks set by hand have their own number.
 *
 * Returns: 2…9
 */
guint
pivot_session_get_classes (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), PIVOT_CLASSES_MIN);

  return self->state->classes;
}

/**
 * pivot_session_set_classes:
 * @self: a session
 * @classes: how many; brought into 2…9
 *
 * Sets how many classes are asked for.
 */
void
pivot_session_set_classes (PivotSession *self,
                           guint         classes)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));

  next = _pivot_session_state_copy (self->state);
  next->classes = classes;
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_breaks:
 * @self: a session
 * @n: (out) (optional): how many there are
 *
 * Gets the inner breaks that were set by hand, in the unit of the measure.
 *
 * Returns: (transfer none) (array length=n): the breaks, ascending; none unless the method is manual. Valid until the
 *   session changes
 */
const double *
pivot_session_get_breaks (PivotSession *self,
                          guint        *n)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  if (n != NULL)
    *n = self->state->n_breaks;

  return self->state->breaks;
}

/**
 * pivot_session_set_breaks:
 * @self: a session
 * @inner: (array length=n): breaks between the classes, ascending, in the unit of the measure
 * @n: how many there are, 0…8
 *
 * Sets class breaks by hand; the method is manual from then on. What is not a number, or not greater than the break
 * before it, is left out.
 */
void
pivot_session_set_breaks (PivotSession *self,
                          const double *inner,
                          guint         n)
{
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (inner != NULL || n == 0);
  g_return_if_fail (n <= PIVOT_SESSION_MAX_BREAKS);

  next = _pivot_session_state_copy (self->state);
  next->method = PIVOT_METHOD_MANUAL;
  next->n_breaks = n;
  for (guint i = 0; i < n; i++)
    next->breaks[i] = inner[i] + 0.0; /* no −0 */
  _pivot_session_take_state (self, next);
}

static PivotClasses *
find_classes (PivotSession *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self);
  const PivotSessionState *state = self->state;
  const double *numbers;
  guint n;

  if (measure == NULL)
    return NULL;

  numbers = pivot_measure_get_numbers (measure, &n);
  if (state->method == PIVOT_METHOD_MANUAL)
    return pivot_classes_new_manual (numbers, n, state->breaks, state->n_breaks);

  return pivot_classes_new (numbers, n, state->method, state->classes,
                            pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING
                              ? pivot_measure_get_midpoint (measure) : NAN);
}

/**
 * pivot_session_get_measure_classes:
 * @self: a session
 *
 * Gets the classes of the measure as they stand. They are found once, and again when the dataset, the measure, the
 * method, the number of classes or the breaks change.
 *
 * Returns: (transfer none) (nullable): the classes, or `NULL` if there is no value to sort
 */
PivotClasses *
pivot_session_get_measure_classes (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  if (!self->have_classes)
    {
      self->classes = find_classes (self);
      self->have_classes = TRUE;
    }

  return self->classes;
}

/* How many colours there are to point at. */
guint
_pivot_session_count_colors (PivotSession *self)
{
  const char *mapping = pivot_session_get_word (self, PIVOT_OPTION_MAPPING);
  PivotClasses *classes;

  if (g_str_equal (mapping, "continuous"))
    return 0;
  if (g_str_equal (mapping, "bivariate"))
    return 3 * 3;
  if (g_str_equal (mapping, "clusters"))
    return PIVOT_N_CLUSTERS;

  classes = pivot_session_get_measure_classes (self);

  return classes != NULL ? pivot_classes_get_n (classes) : 0;
}

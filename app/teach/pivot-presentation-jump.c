/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presentation-private.h"

/* The digits that are typed to jump to a step. */

#define MAX_DIGITS 4

/**
 * pivot_presentation_type_digit:
 * @self: a presentation
 * @digit: 0 to 9
 *
 * Adds to the number of the step that is jumped to.
 */
void
pivot_presentation_type_digit (PivotPresentation *self,
                               guint              digit)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));
  g_return_if_fail (digit <= 9);

  if (self->typed->len >= MAX_DIGITS)
    g_string_truncate (self->typed, 0);
  g_string_append_c (self->typed, (char) ('0' + digit));
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

/**
 * pivot_presentation_get_typed:
 * @self: a presentation
 *
 * Returns: (transfer none): the digits that wait for Enter
 */
const char *
pivot_presentation_get_typed (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->typed->str;
}

/**
 * pivot_presentation_forget_typed:
 * @self: a presentation
 *
 * Forgets the digits.
 */
void
pivot_presentation_forget_typed (PivotPresentation *self)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->typed->len == 0)
    return;

  g_string_truncate (self->typed, 0);
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

/**
 * pivot_presentation_jump:
 * @self: a presentation
 *
 * Goes to the step whose number was typed.
 *
 * Returns: %FALSE if there is no such step; the digits are forgotten in any case
 */
gboolean
pivot_presentation_jump (PivotPresentation *self)
{
  guint position;
  gboolean found;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  found = pivot_presentation_parse_jump (self->typed->str, pivot_lesson_get_n_steps (self->lesson), &position);
  pivot_presentation_forget_typed (self);
  if (found)
    pivot_presentation_go (self, position);

  return found;
}

/**
 * pivot_presentation_parse_jump:
 * @text: digits
 * @n_steps: how many steps there are
 * @position: (out): position of the step, from 0
 *
 * Reads the number of a step, as people count.
 *
 * Returns: whether there is such a step
 */
gboolean
pivot_presentation_parse_jump (const char *text,
                               guint       n_steps,
                               guint      *position)
{
  guint64 number;

  g_return_val_if_fail (text != NULL && position != NULL, FALSE);

  if (n_steps == 0 || !g_ascii_string_to_unsigned (text, 10, 1, n_steps, &number, NULL))
    return FALSE;

  *position = (guint) number - 1;

  return TRUE;
}

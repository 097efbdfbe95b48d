/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-condition-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* Numbers this close, of the larger of them, are equal: 0.1 + 0.2 is 0.3. */
#define SLACK 1e-9

G_DEFINE_QUARK (pivot-condition-error-quark, pivot_condition_error)
G_DEFINE_BOXED_TYPE (PivotCondition, pivot_condition, pivot_condition_ref, pivot_condition_unref)

static void
step_clear (gpointer data)
{
  g_free (((PivotConditionStep *) data)->members);
}

/**
 * pivot_condition_new:
 * @dataset: the dataset whose places are meant
 * @text: a condition
 * @column: (out) (optional): where the fault is, in characters from 1; 0 without one
 * @error: return location for a %PIVOT_CONDITION_ERROR
 *
 * Compiles a condition.
 *
 * It compares numbers with `<`, `<=`, `=`, `!=`, `>=`, `>` and joins comparisons with `and`, `or`, `not` and parentheses,
 * of which `not` binds most and `or` least. A number is a measure, by its id or by a label in quotation marks, or a
 * number with a point, or made of these with `+`, `−`, `×`, `÷` (or `-`, `*`, `/`; a hyphen between letters belongs to an
 * id). `has(measure)` is true of places with a value, `group(group)` of the members of a group. It means the same in
 * every locale.
 *
 * Returns: (transfer full) (nullable): the condition; %NULL on error
 */
PivotCondition *
pivot_condition_new (PivotDataset  *dataset,
                     const char    *text,
                     guint         *column,
                     GError       **error)
{
  g_autoptr(PivotCondition) self = NULL;
  gsize fault;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (column != NULL)
    *column = 1;
  if (strlen (text) > PIVOT_CONDITION_MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, PIVOT_CONDITION_ERROR, PIVOT_CONDITION_ERROR_LIMIT,
                           _("The condition is too long, or no text."));
      return NULL;
    }

  self = g_new0 (PivotCondition, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = g_object_ref (dataset);
  self->text = g_strdup (text);
  self->steps = g_array_new (FALSE, FALSE, sizeof (PivotConditionStep));
  g_array_set_clear_func (self->steps, step_clear);

  if (!_pivot_condition_parse (self, &fault, error))
    {
      if (column != NULL)
        *column = (guint) g_utf8_pointer_to_offset (text, text + fault) + 1;
      return NULL;
    }

  if (column != NULL)
    *column = 0;

  return g_steal_pointer (&self);
}

/**
 * pivot_condition_ref:
 * @self: a condition
 *
 * Returns: (transfer full): @self with one more reference
 */
PivotCondition *
pivot_condition_ref (PivotCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * pivot_condition_unref:
 * @self: (transfer full): a condition
 *
 * Drops a reference.
 */
void
pivot_condition_unref (PivotCondition *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->steps);
  g_object_unref (self->dataset);
  g_free (self->text);
  g_free (self);
}

/**
 * pivot_condition_get_text:
 * @self: a condition
 *
 * Returns: the condition as it was typed
 */
const char *
pivot_condition_get_text (const PivotCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

static gboolean
is_equal (double a,
          double b)
{
  return a == b || fabs (a - b) <= SLACK * fmax (fabs (a), fabs (b));
}

static double
combine (PivotWordKind kind,
         double        a,
         double        b)
{
  switch (kind)
    {
    case PIVOT_WORD_AND:
      return a == 0 || b == 0 ? 0 : a * b;
    case PIVOT_WORD_OR:
      return a == 1 || b == 1 ? 1 : a + b;
    case PIVOT_WORD_PLUS:
      return a + b;
    case PIVOT_WORD_MINUS:
      return a - b;
    case PIVOT_WORD_TIMES:
      return a * b;
    case PIVOT_WORD_DIVIDE:
      return a / b;
    default:
      break;
    }

  if (!isfinite (a) || !isfinite (b))
    return NAN;

  switch (kind)
    {
    case PIVOT_WORD_LESS:
      return a < b && !is_equal (a, b);
    case PIVOT_WORD_LESS_EQUAL:
      return a < b || is_equal (a, b);
    case PIVOT_WORD_EQUAL:
      return is_equal (a, b);
    case PIVOT_WORD_UNEQUAL:
      return !is_equal (a, b);
    case PIVOT_WORD_GREATER_EQUAL:
      return a > b || is_equal (a, b);
    case PIVOT_WORD_GREATER:
    default:
      return a > b && !is_equal (a, b);
    }
}

/* 1, 0, or NaN. */
static double
run (const PivotCondition *self,
     guint                 place)
{
  double stack[PIVOT_CONDITION_MAX_DEPTH];
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PivotConditionStep *step = &g_array_index (self->steps, PivotConditionStep, i);

      switch (step->kind)
        {
        case PIVOT_WORD_NUMBER:
          stack[n++] = step->number;
          break;
        case PIVOT_WORD_NAME:
          stack[n++] = step->numbers[place];
          break;
        case PIVOT_WORD_HAS:
          stack[n++] = !isnan (step->numbers[place]);
          break;
        case PIVOT_WORD_GROUP:
          stack[n++] = step->members[place];
          break;
        case PIVOT_WORD_NOT:
          stack[n - 1] = 1 - stack[n - 1];
          break;
        case PIVOT_WORD_NEGATE:
          stack[n - 1] = -stack[n - 1];
          break;
        default:
          n--;
          stack[n - 1] = combine (step->kind, stack[n - 1], stack[n]);
          break;
        }
    }

  return stack[0];
}

/**
 * pivot_condition_evaluate:
 * @self: a condition
 * @n_unknown: (out) (optional): of how many places it cannot be said
 *
 * Finds the places that a condition is true of.
 *
 * A comparison with a missing value, or with the result of a division by zero, is neither true nor false but unknown
 * (Kleene's three-valued logic): `not` leaves it unknown, `and` makes it false with something false, `or` true with
 * something true. Numbers that differ by a thousand-millionth part are equal. A bound counts as its limit.
 *
 * Returns: (transfer full) (element-type guint): indexes of places, ascending
 */
GArray *
pivot_condition_evaluate (const PivotCondition *self,
                          guint                *n_unknown)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint unknown = 0;

  g_return_val_if_fail (self != NULL, places);

  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      double result = run (self, i);

      if (isnan (result))
        unknown++;
      else if (result == 1)
        g_array_append_val (places, i);
    }

  if (n_unknown != NULL)
    *n_unknown = unknown;

  return places;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-value.h"

#include "pivot-dataset-private.h"

/**
 * pivot_value_new: (skip)
 * @number: the number, in the unit of its container; NaN if it is missing
 * @status: how the number is known
 * @bound: what kind of limit it is, if one
 * @source: (nullable): the source's id
 * @note: (nullable): a remark
 * @formula: (nullable): how it was computed
 *
 * Makes a number with its receipt.
 *
 * Returns: (transfer full): a new value
 */
PivotValue *
pivot_value_new (double       number,
                 PivotStatus  status,
                 PivotBound   bound,
                 const char  *source,
                 PivotText   *note,
                 const char  *formula)
{
  PivotValue *self = g_new0 (PivotValue, 1);

  self->number = number;
  self->status = status;
  self->bound = bound;
  /* Thousands of values share a handful of ids; a shared string dies with the last of them. */
  self->source = source != NULL ? g_ref_string_new_intern (source) : NULL;
  self->note = note != NULL ? pivot_text_ref (note) : NULL;
  self->formula = g_strdup (formula);

  return self;
}

PivotValue *
_pivot_value_copy (const PivotValue *self)
{
  return self != NULL ? pivot_value_new (self->number, self->status, self->bound, self->source, self->note, self->formula) : NULL;
}

/**
 * pivot_value_free: (skip)
 * @self: (transfer full): a value
 *
 * Frees a value.
 */
void
pivot_value_free (PivotValue *self)
{
  g_return_if_fail (self != NULL);

  if (self->source != NULL)
    g_ref_string_release ((GRefString *) self->source);
  g_clear_pointer (&self->note, pivot_text_unref);
  g_free (self->formula);
  g_free (self);
}

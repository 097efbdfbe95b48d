/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure-private.h"

/* A measure never changes; what is like it but for its values or its midpoint is another one. */

static PivotText *
ref_text (PivotText *text)
{
  return text != NULL ? pivot_text_ref (text) : NULL;
}

PivotMeasure *
_pivot_measure_copy (PivotMeasure *self)
{
  PivotMeasure *copy = g_object_new (PIVOT_TYPE_MEASURE, NULL);

  copy->id = g_strdup (self->id);
  copy->label = ref_text (self->label);
  copy->short_label = ref_text (self->short_label);
  copy->unit = ref_text (self->unit);
  copy->decimals = self->decimals;
  copy->period = g_strdup (self->period);
  copy->description = ref_text (self->description);
  copy->scale = self->scale;
  copy->midpoint = self->midpoint;
  copy->total = self->total;
  copy->source = g_strdup (self->source);
  copy->status = self->status;
  copy->note = ref_text (self->note);
  copy->has_range = self->has_range;
  copy->min = self->min;
  copy->max = self->max;
  copy->derive = self->derive;
  copy->of = g_strdupv (self->of);
  copy->factor = self->factor;
  _pivot_measure_allocate (copy, self->values->len);

  return copy;
}

PivotMeasure *
_pivot_measure_copy_with_midpoint (PivotMeasure *self,
                                   double        midpoint)
{
  PivotMeasure *copy = _pivot_measure_copy (self);

  copy->midpoint = midpoint;
  for (guint i = 0; i < self->values->len; i++)
    if (self->values->pdata[i] != NULL)
      _pivot_measure_take_value (copy, i, _pivot_value_copy (self->values->pdata[i]));

  return copy;
}

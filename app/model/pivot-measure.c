/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (PivotMeasure, pivot_measure, G_TYPE_OBJECT)

const PivotField _pivot_measure_fields[] = {
  { PIVOT_FIELD (ID, PivotMeasure, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotMeasure, label, REQUIRED), .property = TRUE },
  { PIVOT_FIELD_AS (TEXT, PivotMeasure, short_label, "short", REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotMeasure, unit, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (UINT, PivotMeasure, decimals, REQUIRED), .property = TRUE, .first = 0, .last = 6 },
  { PIVOT_FIELD (DATE, PivotMeasure, period, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotMeasure, description, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotMeasure, scale, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (scale_kind, SCALE_SEQUENTIAL, SCALE_SCORE) },
  { PIVOT_FIELD (NUMBER, PivotMeasure, midpoint, OPTIONAL) },
  { PIVOT_FIELD (NUMBER, PivotMeasure, total, NULLABLE) },
  { PIVOT_FIELD (REF, PivotMeasure, source, REQUIRED), .property = TRUE, .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD (ENUM, PivotMeasure, status, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (status, STATUS_PUBLISHED, STATUS_COMPUTED) },
  { PIVOT_FIELD (TEXT, PivotMeasure, note, OPTIONAL), .property = TRUE },
  { PIVOT_FIELD_AS (ENUM, PivotMeasure, derive, "op", REQUIRED), .inside = "derive",
    PIVOT_FIELD_WORDS (derive, DERIVE_DIFFERENCE, DERIVE_PER) },
  { PIVOT_FIELD (REFS, PivotMeasure, of, REQUIRED), .inside = "derive", .kind = PIVOT_KIND_MEASURE },
  { PIVOT_FIELD (NUMBER, PivotMeasure, factor, OPTIONAL), .inside = "derive" },
  { PIVOT_FIELD_OWNED_BY (PivotMeasure, values, g_ptr_array_unref) },
  { PIVOT_FIELD_OWNED_BY (PivotMeasure, numbers, g_free) },
  { NULL }
};

static void
pivot_measure_class_init (PivotMeasureClass *klass)
{
  _pivot_fields_install (klass, _pivot_measure_fields);
}

static void
pivot_measure_init (PivotMeasure *self)
{
  self->midpoint = NAN;
  self->total = NAN;
  self->factor = 1;
}

static void
clear_value (gpointer value)
{
  if (value != NULL)
    pivot_value_free (value);
}

void
_pivot_measure_allocate (PivotMeasure *self,
                         guint         n_places)
{
  self->values = g_ptr_array_new_full (n_places, clear_value);
  g_ptr_array_set_size (self->values, (int) n_places);
  self->numbers = g_new (double, MAX (n_places, 1));
  for (guint i = 0; i < n_places; i++)
    self->numbers[i] = NAN;
}

void
_pivot_measure_take_value (PivotMeasure *self,
                           guint         place,
                           PivotValue   *value)
{
  g_assert (self->values->pdata[place] == NULL);

  self->values->pdata[place] = value;
  self->numbers[place] = value->number;
  self->n_values += !pivot_value_is_missing (value);
}

/**
 * pivot_measure_get_id:
 * @self: a measure
 *
 * Returns: its id
 */
const char *
pivot_measure_get_id (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->id;
}

/**
 * pivot_measure_get_label:
 * @self: a measure
 *
 * Returns: (transfer none): its name
 */
const PivotText *
pivot_measure_get_label (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->label;
}

/**
 * pivot_measure_get_short:
 * @self: a measure
 *
 * Returns: (transfer none): its short name
 */
const PivotText *
pivot_measure_get_short (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->short_label;
}

/**
 * pivot_measure_get_unit:
 * @self: a measure
 *
 * Returns: (transfer none): its unit: "%", "firms"
 */
const PivotText *
pivot_measure_get_unit (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->unit;
}

/**
 * pivot_measure_get_decimals:
 * @self: a measure
 *
 * Returns: how many decimals its numbers are printed with, 0 to 6
 */
guint
pivot_measure_get_decimals (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), 0);

  return self->decimals;
}

/**
 * pivot_measure_get_period:
 * @self: a measure
 *
 * Returns: (nullable): the time it is of, ISO 8601
 */
const char *
pivot_measure_get_period (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->period;
}

/**
 * pivot_measure_get_description:
 * @self: a measure
 *
 * Returns: (transfer none): what is counted
 */
const PivotText *
pivot_measure_get_description (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->description;
}

/**
 * pivot_measure_get_scale:
 * @self: a measure
 *
 * Returns: what kind of scale it is on
 */
PivotScaleKind
pivot_measure_get_scale (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), PIVOT_SCALE_SEQUENTIAL);

  return self->scale;
}

/**
 * pivot_measure_get_midpoint:
 * @self: a measure
 *
 * Returns: the value that a diverging scale diverges from; NaN for any other
 */
double
pivot_measure_get_midpoint (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NAN);

  return self->midpoint;
}

/**
 * pivot_measure_get_range:
 * @self: a measure
 * @min: (out) (optional): the least value a score may have
 * @max: (out) (optional): the greatest
 *
 * Returns: whether it is a score
 */
gboolean
pivot_measure_get_range (PivotMeasure *self,
                         double       *min,
                         double       *max)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), FALSE);

  if (!self->has_range)
    return FALSE;

  if (min != NULL)
    *min = self->min;
  if (max != NULL)
    *max = self->max;

  return TRUE;
}

/**
 * pivot_measure_get_total:
 * @self: a measure
 *
 * Returns: the national figure, of which the values may be a part; NaN if none
 */
double
pivot_measure_get_total (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NAN);

  return self->total;
}

/**
 * pivot_measure_get_source:
 * @self: a measure
 *
 * Returns: the source's id
 */
const char *
pivot_measure_get_source (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->source;
}

/**
 * pivot_measure_get_status:
 * @self: a measure
 *
 * Returns: how its values are known, unless they say otherwise
 */
PivotStatus
pivot_measure_get_status (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), PIVOT_STATUS_MISSING);

  return self->status;
}

/**
 * pivot_measure_get_note:
 * @self: a measure
 *
 * Returns: (transfer none) (nullable): a remark; says which places have no value and why
 */
const PivotText *
pivot_measure_get_note (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return self->note;
}

/**
 * pivot_measure_get_value: (skip)
 * @self: a measure
 * @place: a place's index
 *
 * A derived value has status computed and a formula of value paths; where it cannot be worked out (division by zero, or
 * bounds that do not fit together) it is missing, and its note says why.
 *
 * Returns: (transfer none) (nullable): the place's value; %NULL if it has none
 */
const PivotValue *
pivot_measure_get_value (PivotMeasure *self,
                         guint         place)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);
  g_return_val_if_fail (place < self->values->len, NULL);

  return self->values->pdata[place];
}

/**
 * pivot_measure_get_numbers:
 * @self: a measure
 * @n_places: (out) (optional): how many places there are
 *
 * Returns: (array length=n_places) (transfer none): the numbers by place, NaN where there is none; where the source
 *   gives a bound, that
 */
const double *
pivot_measure_get_numbers (PivotMeasure *self,
                           guint        *n_places)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  if (n_places != NULL)
    *n_places = self->values->len;

  return self->numbers;
}

/**
 * pivot_measure_get_n_values:
 * @self: a measure
 *
 * Returns: how many places have a number
 */
guint
pivot_measure_get_n_values (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), 0);

  return self->n_values;
}

/**
 * pivot_measure_is_share:
 * @self: a measure
 *
 * Returns: whether its unit is percent, so that it can be compared with another share on a line of parity
 */
gboolean
pivot_measure_is_share (PivotMeasure *self)
{
  const char * const english[] = { "en", NULL };

  g_return_val_if_fail (PIVOT_IS_MEASURE (self), FALSE);

  return g_strcmp0 (pivot_text_get_for (self->unit, english), "%") == 0;
}

/**
 * pivot_measure_get_derive:
 * @self: a measure
 *
 * Returns: how it is derived from others, if it is
 */
PivotDerive
pivot_measure_get_derive (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), PIVOT_DERIVE_NONE);

  return self->derive;
}

/**
 * pivot_measure_get_of:
 * @self: a measure
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of the measures it is derived from; empty if it is given
 */
const char * const *
pivot_measure_get_of (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), NULL);

  return (const char * const *) self->of;
}

/**
 * pivot_measure_get_factor:
 * @self: a measure
 *
 * Returns: what a quotient is multiplied by; 1 unless the measure says otherwise
 */
double
pivot_measure_get_factor (PivotMeasure *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (self), 1);

  return self->factor;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure.h"

#include "pivot-dataset-private.h"

#include <float.h>
#include <math.h>
#include <glib/gi18n-lib.h>

/* A column of figures by place. Immutable once loaded. numbers[i] is values[i]'s number, NaN where there is none; both
 * are n_places long. */
struct _PivotMeasure
{
  GObject        parent_instance;

  char          *id;
  PivotText     *label;
  PivotText     *short_label;
  PivotText     *unit;
  guint          decimals;
  char          *period;
  PivotText     *description;
  PivotScaleKind scale;
  double         midpoint;
  double         total;
  char          *source;
  PivotStatus    status;
  PivotText     *note;

  gboolean       has_range;
  double         min;
  double         max;

  PivotDerive    derive;
  char         **of;
  double         factor;

  GPtrArray     *values;  /* of PivotValue or NULL */
  double        *numbers;
  guint          n_values;
};

G_DEFINE_FINAL_TYPE (PivotMeasure, pivot_measure, G_TYPE_OBJECT)

static const PivotField fields[] = {
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
  _pivot_fields_install (klass, fields);
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

static void
allocate_values (PivotMeasure *self,
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
  allocate_values (copy, self->values->len);

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

static void
read_range (PivotMeasure    *self,
            const PivotJson *json)
{
  PivotJson range = pivot_json_get_member (json, "range");
  guint n = 0;

  if (range.node != NULL && JSON_NODE_HOLDS_ARRAY (range.node))
    n = json_array_get_length (json_node_get_array (range.node));
  if (n == 2)
    {
      PivotJson min = pivot_json_get_element (&range, 0);
      PivotJson max = pivot_json_get_element (&range, 1);

      if (pivot_json_is_number (&min) && pivot_json_is_number (&max))
        {
          self->min = json_node_get_double (min.node);
          self->max = json_node_get_double (max.node);
          self->has_range = self->min < self->max;
        }
    }

  if (range.node != NULL && !self->has_range)
    pivot_json_unexpected (&range, PIVOT_DATA_ERROR_RANGE, _("[min, max], two numbers with the smaller first"));
}

static void
check_scale (PivotMeasure    *self,
             const PivotJson *json)
{
  JsonObject *object = json_node_get_object (json->node);

  if (!json_object_has_member (object, "scale"))
    return;

  if ((self->scale == PIVOT_SCALE_DIVERGING) != json_object_has_member (object, "midpoint"))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_RANGE,
                            _("a midpoint with a diverging scale, and with no other"), NULL);
  if ((self->scale == PIVOT_SCALE_SCORE) != json_object_has_member (object, "range"))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_RANGE, _("a range with a score, and with no other scale"), NULL);
}

/* One entry of "values"; here is under the place's id. */
static void
read_value (PivotMeasure    *self,
            const PivotJson *here,
            PivotLoad       *load)
{
  int place = pivot_dataset_get_place_index (load->dataset, here->member);
  PivotValue *value;

  if (!_pivot_load_knows (load, PIVOT_KIND_PLACE, here->member))
    pivot_json_add_problem (here, PIVOT_DATA_ERROR_REFERENCE, _("the id of a place as the key"), NULL);

  value = _pivot_load_read_value (load, here, &self->status, self->source);
  if (value == NULL)
    return;

  if (self->has_range && !(value->number >= self->min && value->number <= self->max) &&
      !pivot_value_is_missing (value))
    pivot_json_unexpected (here, PIVOT_DATA_ERROR_RANGE, _("a value inside the measure's range"));

  if (place >= 0 && self->values->pdata[place] == NULL)
    _pivot_measure_take_value (self, (guint) place, value);
  else
    pivot_value_free (value);
}

/* Parts may be left out or rounded, but may not exceed the whole. */
static void
check_total (PivotMeasure    *self,
             const PivotJson *json)
{
  PivotJson total = pivot_json_get_member (json, "total");
  double sum = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      if (self->numbers[i] < 0)
        return;
      if (!isnan (self->numbers[i]))
        sum += self->numbers[i];
    }

  if (self->n_values > 0 && sum > self->total + 0.005 * self->n_values)
    {
      g_autofree char *text = pivot_json_number_to_text (sum);
      g_autofree char *expected = g_strdup_printf (_("at least the sum of the values, %s"), text);

      pivot_json_unexpected (&total, PIVOT_DATA_ERROR_RANGE, expected);
    }
}

static void
read_values (PivotMeasure    *self,
             const PivotJson *values,
             PivotLoad       *load)
{
  JsonObjectIter iter;
  const char *id;

  if (!pivot_json_is_object (values, PIVOT_JSON_REQUIRED))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (values->node));
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    {
      PivotJson here = pivot_json_get_member (values, id);

      read_value (self, &here, load);
    }

  check_total (self, values->parent);
}

static void
read_derive (PivotMeasure    *self,
             const PivotJson *derive,
             PivotLoad       *load)
{
  PivotJson of, factor;
  guint n, n_needed;

  if (!pivot_json_is_object (derive, PIVOT_JSON_REQUIRED))
    return;

  _pivot_fields_read (fields, self, "derive", derive, load);
  of = pivot_json_get_member (derive, "of");
  factor = pivot_json_get_member (derive, "factor");
  if (factor.node == NULL)
    self->factor = 1;

  if (self->status != PIVOT_STATUS_COMPUTED && json_object_has_member (json_node_get_object (derive->parent->node), "status"))
    {
      PivotJson status = pivot_json_get_member (derive->parent, "status");

      pivot_json_unexpected (&status, PIVOT_DATA_ERROR_RANGE, _("computed, as the measure is derived"));
    }

  if (self->derive == PIVOT_DERIVE_NONE)
    return;

  if ((self->derive == PIVOT_DERIVE_PER) != (factor.node != NULL))
    pivot_json_add_problem (derive, PIVOT_DATA_ERROR_RANGE, _("a factor with “per”, and with no other op"), NULL);

  n = of.node != NULL && JSON_NODE_HOLDS_ARRAY (of.node) ? json_array_get_length (json_node_get_array (of.node)) : 0;
  n_needed = self->derive == PIVOT_DERIVE_SHARE ? 1 : 2;
  if (n != n_needed && of.node != NULL && JSON_NODE_HOLDS_ARRAY (of.node))
    {
      g_autofree char *expected = g_strdup_printf (ngettext ("%u measure", "%u measures", n_needed), n_needed);
      g_autofree char *found = g_strdup_printf ("%u", n);

      pivot_json_add_problem (&of, PIVOT_DATA_ERROR_RANGE, expected, found);
    }
}

PivotMeasure *
_pivot_measure_new_from_json (const PivotJson *json,
                              guint            n_places,
                              PivotLoad       *load)
{
  PivotMeasure *self = g_object_new (PIVOT_TYPE_MEASURE, NULL);
  PivotJson values = pivot_json_get_member (json, "values");
  PivotJson derive = pivot_json_get_member (json, "derive");

  allocate_values (self, n_places);
  _pivot_fields_read (fields, self, NULL, json, load);
  read_range (self, json);
  check_scale (self, json);

  if ((values.node != NULL) == (derive.node != NULL))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_MISSING, _("either values or derive"), NULL);
  if (values.node != NULL)
    read_values (self, &values, load);
  if (derive.node != NULL)
    read_derive (self, &derive, load);
  if (self->of == NULL)
    self->of = g_new0 (char *, 1);

  return self;
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

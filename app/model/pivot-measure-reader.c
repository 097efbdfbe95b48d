/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure-private.h"

#include <math.h>
#include <glib/gi18n-lib.h>

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

  _pivot_fields_read (_pivot_measure_fields, self, "derive", derive, load);
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

  _pivot_measure_allocate (self, n_places);
  _pivot_fields_read (_pivot_measure_fields, self, NULL, json, load);
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

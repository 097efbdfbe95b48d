/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-series.h"

#include "pivot-dataset-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* A named row of points. Immutable. by_x borrows its keys from the points; its values are indices. */
struct _PivotSeries
{
  GObject     parent_instance;

  char       *id;
  PivotText  *label;
  PivotText  *unit;
  char       *panel;
  GArray     *points;
  GHashTable *by_x;
};

G_DEFINE_FINAL_TYPE (PivotSeries, pivot_series, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotSeries, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotSeries, label, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotSeries, unit, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ID, PivotSeries, panel, OPTIONAL) },
  { PIVOT_FIELD_OWNED_BY (PivotSeries, by_x, g_hash_table_unref) },
  { PIVOT_FIELD_OWNED_BY (PivotSeries, points, g_array_unref) },
  { NULL }
};

static void
pivot_series_class_init (PivotSeriesClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
clear_point (gpointer data)
{
  PivotPoint *point = data;

  g_free ((char *) point->x);
  g_clear_pointer (&point->label, pivot_text_unref);
  g_clear_pointer (&point->value, pivot_value_free);
}

static void
pivot_series_init (PivotSeries *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (PivotPoint));
  g_array_set_clear_func (self->points, clear_point);
  self->by_x = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Reads x as its axis wants it. NULL where that cannot be. */
static char *
read_x (const PivotJson     *json,
        const PivotAxisSpec *axis,
        double              *number)
{
  PivotJson x = pivot_json_get_member (json, "x");

  *number = NAN;
  switch (axis->kind)
    {
    case PIVOT_AXIS_TIME:
      return pivot_json_read_date (&x, PIVOT_JSON_REQUIRED);
    case PIVOT_AXIS_CATEGORY:
      return pivot_json_read_id (&x, PIVOT_JSON_REQUIRED);
    case PIVOT_AXIS_NUMBER:
    default:
      if (!pivot_json_read_number (&x, PIVOT_JSON_REQUIRED, -G_MAXDOUBLE, G_MAXDOUBLE, number))
        return NULL;
      return pivot_json_number_to_text (*number);
    }
}

static void
check_x (PivotSeries         *self,
         const PivotJson     *json,
         const PivotAxisSpec *axis,
         const PivotPoint    *point,
         const char          *last)
{
  PivotJson x = pivot_json_get_member (json, "x");

  if (axis->kind == PIVOT_AXIS_TIME && strcmp (point->x, last) < 0)
    pivot_json_unexpected (&x, PIVOT_DATA_ERROR_RANGE, _("points in order of time"));
  if (axis->kind == PIVOT_AXIS_CATEGORY && !json_object_has_member (json_node_get_object (json->node), "label"))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_MISSING, _("a label, as the axis is of categories"), NULL);
  if (g_hash_table_contains (self->by_x, point->x))
    pivot_json_unexpected (&x, PIVOT_DATA_ERROR_DUPLICATE, _("an x that no other point of the series has"));
}

static void
read_point (PivotSeries         *self,
            const PivotJson     *json,
            const PivotAxisSpec *axis,
            PivotLoad           *load)
{
  PivotJson label = pivot_json_get_member (json, "label");
  PivotPoint point = { 0 };
  guint n = self->points->len;
  const char *last = n > 0 ? g_array_index (self->points, PivotPoint, n - 1).x : "";

  point.x = read_x (json, axis, &point.x_number);
  if (point.x != NULL)
    check_x (self, json, axis, &point, last);
  point.label = pivot_json_read_text (&label, PIVOT_JSON_OPTIONAL);
  point.value = _pivot_load_read_value (load, json, NULL, NULL);

  if (point.x == NULL || point.value == NULL)
    {
      clear_point (&point);
      return;
    }

  g_hash_table_insert (self->by_x, (gpointer) point.x, GUINT_TO_POINTER (n));
  g_array_append_val (self->points, point);
}

PivotSeries *
_pivot_series_new_from_json (const PivotJson     *json,
                             const PivotAxisSpec *x,
                             PivotLoad           *load)
{
  PivotSeries *self = g_object_new (PIVOT_TYPE_SERIES, NULL);
  PivotJson points = pivot_json_get_member (json, "points");
  guint n;

  _pivot_fields_read (fields, self, NULL, json, load);
  if (!pivot_json_is_array (&points, PIVOT_JSON_REQUIRED, &n) || x == NULL)
    return self;

  if (n == 0)
    pivot_json_add_problem (&points, PIVOT_DATA_ERROR_RANGE, _("at least one point"), NULL);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&points, i);

      if (pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        read_point (self, &here, x, load);
    }

  return self;
}

/**
 * pivot_series_get_id:
 * @self: a series
 *
 * Returns: its id, unique in its figure
 */
const char *
pivot_series_get_id (PivotSeries *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);

  return self->id;
}

/**
 * pivot_series_get_label:
 * @self: a series
 *
 * Returns: (transfer none): its name
 */
const PivotText *
pivot_series_get_label (PivotSeries *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);

  return self->label;
}

/**
 * pivot_series_get_unit:
 * @self: a series
 *
 * Returns: (transfer none): the unit of its values
 */
const PivotText *
pivot_series_get_unit (PivotSeries *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);

  return self->unit;
}

/**
 * pivot_series_get_panel:
 * @self: a series
 *
 * Returns: (nullable): id of the panel it is drawn in
 */
const char *
pivot_series_get_panel (PivotSeries *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);

  return self->panel;
}

/**
 * pivot_series_get_n_points:
 * @self: a series
 *
 * Returns: how many points it has
 */
guint
pivot_series_get_n_points (PivotSeries *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), 0);

  return self->points->len;
}

/**
 * pivot_series_get_point: (skip)
 * @self: a series
 * @i: an index
 *
 * Returns: (transfer none): a point
 */
const PivotPoint *
pivot_series_get_point (PivotSeries *self,
                        guint        i)
{
  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);
  g_return_val_if_fail (i < self->points->len, NULL);

  return &g_array_index (self->points, PivotPoint, i);
}

/**
 * pivot_series_find_point: (skip)
 * @self: a series
 * @x: an x, as written
 *
 * Returns: (transfer none) (nullable): the point that has it
 */
const PivotPoint *
pivot_series_find_point (PivotSeries *self,
                         const char  *x)
{
  gpointer index;

  g_return_val_if_fail (PIVOT_IS_SERIES (self), NULL);
  g_return_val_if_fail (x != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->by_x, x, NULL, &index))
    return NULL;

  return &g_array_index (self->points, PivotPoint, GPOINTER_TO_UINT (index));
}

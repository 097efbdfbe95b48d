/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place.h"

#include "pivot-dataset-private.h"

#include <glib/gi18n-lib.h>

/* Columns and rows of a tile grid count up to this. */
#define MAX_TILE 999

/* A region that has data. Immutable. */
struct _PivotPlace
{
  GObject parent_instance;

  char       *id;
  guint       index;
  char       *code;
  PivotText  *name;
  PivotText  *short_name;
  PivotText  *abbr;
  char      **groups;
  gboolean    has_tile;
  gint64      tile[2];    /* column, row */
};

G_DEFINE_FINAL_TYPE (PivotPlace, pivot_place, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotPlace, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (UINT, PivotPlace, index, OPTIONAL), .property = TRUE, .unread = TRUE },
  { PIVOT_FIELD (STRING, PivotPlace, code, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotPlace, name, REQUIRED), .property = TRUE },
  { PIVOT_FIELD_AS (TEXT, PivotPlace, short_name, "short", REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotPlace, abbr, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (REFS, PivotPlace, groups, REQUIRED), .kind = PIVOT_KIND_GROUP },
  { NULL }
};

static void
pivot_place_class_init (PivotPlaceClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_place_init (PivotPlace *self)
{
}

/* "tile": [column, row] */
static void
read_tile (PivotPlace      *self,
           const PivotJson *json)
{
  PivotJson tile = pivot_json_get_member (json, "tile");
  guint n;

  if (!pivot_json_is_array (&tile, PIVOT_JSON_OPTIONAL, &n))
    return;

  if (n != 2)
    {
      pivot_json_add_problem (&tile, PIVOT_DATA_ERROR_RANGE, _("a column and a row"), NULL);
      return;
    }

  self->has_tile = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      PivotJson number = pivot_json_get_element (&tile, i);

      self->has_tile = pivot_json_read_integer (&number, PIVOT_JSON_REQUIRED, 0, MAX_TILE, &self->tile[i]) && self->has_tile;
    }
}

PivotPlace *
_pivot_place_new_from_json (const PivotJson *json,
                            guint            index,
                            PivotLoad       *load)
{
  PivotPlace *self = g_object_new (PIVOT_TYPE_PLACE, NULL);

  self->index = index;
  _pivot_fields_read (fields, self, NULL, json, load);
  read_tile (self, json);

  return self;
}

/**
 * pivot_place_get_id:
 * @self: a place
 *
 * Returns: its id, as the boundaries have it
 */
const char *
pivot_place_get_id (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return self->id;
}

/**
 * pivot_place_get_index:
 * @self: a place
 *
 * Returns: its index in the dataset's places; arrays by place are in this order
 */
guint
pivot_place_get_index (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), 0);

  return self->index;
}

/**
 * pivot_place_get_code:
 * @self: a place
 *
 * Returns: its official code
 */
const char *
pivot_place_get_code (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return self->code;
}

/**
 * pivot_place_get_name:
 * @self: a place
 *
 * Returns: (transfer none): its full name
 */
const PivotText *
pivot_place_get_name (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return self->name;
}

/**
 * pivot_place_get_short:
 * @self: a place
 *
 * Returns: (transfer none): its short name
 */
const PivotText *
pivot_place_get_short (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return self->short_name;
}

/**
 * pivot_place_get_abbr:
 * @self: a place
 *
 * Returns: (transfer none): its abbreviation, a character or two
 */
const PivotText *
pivot_place_get_abbr (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return self->abbr;
}

/**
 * pivot_place_get_groups:
 * @self: a place
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of the groups it belongs to
 */
const char * const *
pivot_place_get_groups (PivotPlace *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), NULL);

  return (const char * const *) self->groups;
}

/**
 * pivot_place_get_tile:
 * @self: a place
 * @column: (out): to the east, from 0
 * @row: (out): to the south, from 0
 *
 * Gets the place's cell in the tile grid that the dataset brings.
 *
 * Returns: %FALSE if it has none
 */
gboolean
pivot_place_get_tile (PivotPlace *self,
                      int        *column,
                      int        *row)
{
  g_return_val_if_fail (PIVOT_IS_PLACE (self), FALSE);
  g_return_val_if_fail (column != NULL && row != NULL, FALSE);

  *column = (int) self->tile[0];
  *row = (int) self->tile[1];

  return self->has_tile;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-group.h"

#include "pivot-dataset-private.h"

/* A named set of places. Immutable; its members are known by the places. */
struct _PivotGroup
{
  GObject parent_instance;

  char      *id;
  PivotText *label;
  PivotText *description;
  char      *source;
};

G_DEFINE_FINAL_TYPE (PivotGroup, pivot_group, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotGroup, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotGroup, label, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotGroup, description, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (REF, PivotGroup, source, REQUIRED), .property = TRUE, .kind = PIVOT_KIND_SOURCE },
  { NULL }
};

static void
pivot_group_class_init (PivotGroupClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_group_init (PivotGroup *self)
{
}

PivotGroup *
_pivot_group_new_from_json (const PivotJson *json,
                            PivotLoad       *load)
{
  PivotGroup *self = g_object_new (PIVOT_TYPE_GROUP, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);

  return self;
}

/**
 * pivot_group_get_id:
 * @self: a group
 *
 * Returns: its id
 */
const char *
pivot_group_get_id (PivotGroup *self)
{
  g_return_val_if_fail (PIVOT_IS_GROUP (self), NULL);

  return self->id;
}

/**
 * pivot_group_get_label:
 * @self: a group
 *
 * Returns: (transfer none): its name
 */
const PivotText *
pivot_group_get_label (PivotGroup *self)
{
  g_return_val_if_fail (PIVOT_IS_GROUP (self), NULL);

  return self->label;
}

/**
 * pivot_group_get_description:
 * @self: a group
 *
 * Returns: (transfer none): what makes a place belong to it
 */
const PivotText *
pivot_group_get_description (PivotGroup *self)
{
  g_return_val_if_fail (PIVOT_IS_GROUP (self), NULL);

  return self->description;
}

/**
 * pivot_group_get_source:
 * @self: a group
 *
 * Returns: the source's id
 */
const char *
pivot_group_get_source (PivotGroup *self)
{
  g_return_val_if_fail (PIVOT_IS_GROUP (self), NULL);

  return self->source;
}

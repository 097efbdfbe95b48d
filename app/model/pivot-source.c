/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-source.h"

#include "pivot-dataset-private.h"

/* Where numbers and statements come from. Immutable. */
struct _PivotSource
{
  GObject parent_instance;

  char            *id;
  PivotText       *title;
  PivotText       *publisher;
  PivotSourceKind  kind;
  char            *date;
  char            *url;
  PivotText       *note;
};

G_DEFINE_FINAL_TYPE (PivotSource, pivot_source, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotSource, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotSource, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotSource, publisher, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotSource, kind, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (source_kind, SOURCE_ARTICLE, SOURCE_COMPUTED) },
  { PIVOT_FIELD (DATE, PivotSource, date, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (URL, PivotSource, url, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotSource, note, OPTIONAL), .property = TRUE },
  { NULL }
};

static void
pivot_source_class_init (PivotSourceClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_source_init (PivotSource *self)
{
  /* None of the kinds, until one is read. */
  self->kind = PIVOT_SOURCE_COMPUTED + 1;
}

PivotSource *
_pivot_source_new_from_json (const PivotJson *json,
                             PivotLoad       *load)
{
  PivotSource *self = g_object_new (PIVOT_TYPE_SOURCE, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);

  return self;
}

/**
 * pivot_source_get_id:
 * @self: a source
 *
 * Returns: its id
 */
const char *
pivot_source_get_id (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->id;
}

/**
 * pivot_source_get_title:
 * @self: a source
 *
 * Returns: (transfer none): its title
 */
const PivotText *
pivot_source_get_title (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->title;
}

/**
 * pivot_source_get_publisher:
 * @self: a source
 *
 * Returns: (transfer none): who published it
 */
const PivotText *
pivot_source_get_publisher (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->publisher;
}

/**
 * pivot_source_get_kind:
 * @self: a source
 *
 * Returns: how near it is to the facts
 */
PivotSourceKind
pivot_source_get_kind (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), PIVOT_SOURCE_ARTICLE);

  return self->kind;
}

/**
 * pivot_source_get_date:
 * @self: a source
 *
 * Returns: (nullable): when it was published, ISO 8601, as coarse as known
 */
const char *
pivot_source_get_date (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->date;
}

/**
 * pivot_source_get_url:
 * @self: a source
 *
 * Returns: (nullable): its http address
 */
const char *
pivot_source_get_url (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * pivot_source_get_note:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): a remark
 */
const PivotText *
pivot_source_get_note (PivotSource *self)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (self), NULL);

  return self->note;
}

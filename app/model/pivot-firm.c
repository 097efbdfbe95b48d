/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm.h"

#include "pivot-dataset-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* A firm with what is known of it. Immutable. What is not known is NULL. */
struct _PivotFirm
{
  GObject parent_instance;

  char         *id;
  PivotText    *name;
  char         *place;
  PivotText    *city;
  PivotText    *sector;
  char         *founded;
  PivotText    *board;
  char         *code;
  char         *listed;
  char         *website;
  PivotText    *summary;
  PivotText    *note;
  char        **sources;

  PivotMember   member;
  char         *batch;
  char         *programme_source;
  PivotText    *programme_note;

  GListStore   *events;
};

G_DEFINE_FINAL_TYPE (PivotFirm, pivot_firm, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotFirm, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFirm, name, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (REF, PivotFirm, place, NULLABLE), .property = TRUE, .kind = PIVOT_KIND_PLACE },
  { PIVOT_FIELD (TEXT, PivotFirm, city, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFirm, sector, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (DATE, PivotFirm, founded, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFirm, board, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (STRING, PivotFirm, code, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (DATE, PivotFirm, listed, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (URL, PivotFirm, website, NULLABLE), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFirm, summary, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFirm, note, OPTIONAL), .property = TRUE },
  { PIVOT_FIELD (REFS, PivotFirm, sources, REQUIRED), .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD (ENUM, PivotFirm, member, REQUIRED), .property = TRUE, .inside = "programme",
    PIVOT_FIELD_WORDS (member, MEMBER_YES, MEMBER_UNKNOWN) },
  { PIVOT_FIELD (STRING, PivotFirm, batch, OPTIONAL), .property = TRUE, .unread = TRUE },
  { PIVOT_FIELD_AS (REF, PivotFirm, programme_source, "source", REQUIRED), .inside = "programme",
    .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD_AS (TEXT, PivotFirm, programme_note, "note", OPTIONAL), .inside = "programme" },
  { PIVOT_FIELD_OWNED_BY (PivotFirm, events, g_object_unref) },
  { NULL }
};

static void
pivot_firm_class_init (PivotFirmClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_firm_init (PivotFirm *self)
{
}

/* Reads the timeline: in order of date, from sources that the firm names. */
static void
read_events (PivotFirm       *self,
             const PivotJson *json,
             PivotLoad       *load)
{
  PivotJson events = pivot_json_get_member (json, "events");
  g_autoptr(GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = "";
  guint n;

  self->events = g_list_store_new (PIVOT_TYPE_EVENT);
  pivot_json_is_array (&events, PIVOT_JSON_REQUIRED, &n);
  for (guint i = 0; self->sources[i] != NULL; i++)
    g_hash_table_add (sources, self->sources[i]);

  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&events, i);
      g_autoptr(PivotEvent) event = NULL;
      const char *date, *source;

      if (!pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        continue;

      event = _pivot_event_new_from_json (&here, load);
      date = pivot_event_get_date (event);
      source = pivot_event_get_source (event);

      if (date != NULL && strcmp (date, last) < 0)
        {
          PivotJson member = pivot_json_get_member (&here, "date");

          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_RANGE, _("events in order of date"));
        }
      if (source != NULL && !g_hash_table_contains (sources, source))
        {
          PivotJson member = pivot_json_get_member (&here, "source");

          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_REFERENCE, _("one of the firm's sources"));
        }

      last = date != NULL ? date : last;
      g_list_store_append (self->events, event);
    }
}

static void
read_programme (PivotFirm       *self,
                const PivotJson *json,
                PivotLoad       *load)
{
  PivotJson programme = pivot_json_get_member (json, "programme");
  PivotJson batch;
  gint64 number;

  if (!pivot_json_is_object (&programme, PIVOT_JSON_REQUIRED))
    return;

  _pivot_fields_read (fields, self, "programme", &programme, load);

  batch = pivot_json_get_member (&programme, "batch");
  if (!pivot_json_read_integer (&batch, PIVOT_JSON_NULLABLE, 1, G_MAXINT, &number))
    return;

  self->batch = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (self->member != PIVOT_MEMBER_YES)
    pivot_json_unexpected (&batch, PIVOT_DATA_ERROR_RANGE, _("null, as only a member has a batch"));
}

PivotFirm *
_pivot_firm_new_from_json (const PivotJson *json,
                           PivotLoad       *load)
{
  PivotFirm *self = g_object_new (PIVOT_TYPE_FIRM, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);
  read_programme (self, json, load);
  read_events (self, json, load);

  return self;
}

/**
 * pivot_firm_get_id:
 * @self: a firm
 *
 * Returns: its id
 */
const char *
pivot_firm_get_id (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->id;
}

/**
 * pivot_firm_get_name:
 * @self: a firm
 *
 * Returns: (transfer none): its name
 */
const PivotText *
pivot_firm_get_name (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->name;
}

/**
 * pivot_firm_get_place:
 * @self: a firm
 *
 * Returns: (nullable): its place's id
 */
const char *
pivot_firm_get_place (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->place;
}

/**
 * pivot_firm_get_city:
 * @self: a firm
 *
 * Returns: (transfer none) (nullable): its city
 */
const PivotText *
pivot_firm_get_city (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->city;
}

/**
 * pivot_firm_get_sector:
 * @self: a firm
 *
 * Returns: (transfer none) (nullable): what it makes
 */
const PivotText *
pivot_firm_get_sector (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->sector;
}

/**
 * pivot_firm_get_founded:
 * @self: a firm
 *
 * Returns: (nullable): when it was founded, ISO 8601
 */
const char *
pivot_firm_get_founded (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->founded;
}

/**
 * pivot_firm_get_board:
 * @self: a firm
 *
 * Returns: (transfer none) (nullable): the exchange and board it is listed on
 */
const PivotText *
pivot_firm_get_board (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->board;
}

/**
 * pivot_firm_get_code:
 * @self: a firm
 *
 * Returns: (nullable): its code there
 */
const char *
pivot_firm_get_code (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->code;
}

/**
 * pivot_firm_get_listed:
 * @self: a firm
 *
 * Returns: (nullable): when it was listed, ISO 8601
 */
const char *
pivot_firm_get_listed (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->listed;
}

/**
 * pivot_firm_get_website:
 * @self: a firm
 *
 * Returns: (nullable): its http address
 */
const char *
pivot_firm_get_website (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->website;
}

/**
 * pivot_firm_get_member:
 * @self: a firm
 *
 * Returns: whether it is in the programme
 */
PivotMember
pivot_firm_get_member (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), PIVOT_MEMBER_UNKNOWN);

  return self->member;
}

/**
 * pivot_firm_get_batch:
 * @self: a firm
 *
 * Returns: (nullable): the batch of the programme it was admitted with, as text
 */
const char *
pivot_firm_get_batch (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->batch;
}

/**
 * pivot_firm_get_programme_source:
 * @self: a firm
 *
 * Returns: id of the source of its status in the programme
 */
const char *
pivot_firm_get_programme_source (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->programme_source;
}

/**
 * pivot_firm_get_programme_note:
 * @self: a firm
 *
 * Returns: (transfer none) (nullable): a remark on its status in the programme
 */
const PivotText *
pivot_firm_get_programme_note (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->programme_note;
}

/**
 * pivot_firm_get_summary:
 * @self: a firm
 *
 * Returns: (transfer none): what there is to say of it
 */
const PivotText *
pivot_firm_get_summary (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->summary;
}

/**
 * pivot_firm_get_note:
 * @self: a firm
 *
 * Returns: (transfer none) (nullable): a remark
 */
const PivotText *
pivot_firm_get_note (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return self->note;
}

/**
 * pivot_firm_get_sources:
 * @self: a firm
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of its sources
 */
const char * const *
pivot_firm_get_sources (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return (const char * const *) self->sources;
}

/**
 * pivot_firm_get_events:
 * @self: a firm
 *
 * Returns: (transfer none): its timeline: #PivotEvent in order of date
 */
GListModel *
pivot_firm_get_events (PivotFirm *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM (self), NULL);

  return G_LIST_MODEL (self->events);
}

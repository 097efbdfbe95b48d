/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-event.h"

#include "pivot-dataset-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* Something that happened to a firm. Immutable. */
struct _PivotEvent
{
  GObject parent_instance;

  char           *date;
  char           *end;
  PivotEventKind  kind;
  PivotParty      party;
  PivotText      *title;
  PivotStatus     status;
  char           *source;
  PivotText      *note;
};

G_DEFINE_FINAL_TYPE (PivotEvent, pivot_event, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (DATE, PivotEvent, date, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (DATE, PivotEvent, end, OPTIONAL), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotEvent, kind, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (event_kind, EVENT_FOUNDING, EVENT_MILESTONE) },
  { PIVOT_FIELD (ENUM, PivotEvent, party, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (party, PARTY_STATE, PARTY_NONE) },
  { PIVOT_FIELD (TEXT, PivotEvent, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotEvent, status, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (status, STATUS_PUBLISHED, STATUS_SOURCED) },
  { PIVOT_FIELD (REF, PivotEvent, source, REQUIRED), .property = TRUE, .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD (TEXT, PivotEvent, note, OPTIONAL), .property = TRUE },
  { NULL }
};

static void
pivot_event_class_init (PivotEventClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_event_init (PivotEvent *self)
{
}

PivotEvent *
_pivot_event_new_from_json (const PivotJson *json,
                            PivotLoad       *load)
{
  PivotEvent *self = g_object_new (PIVOT_TYPE_EVENT, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);
  _pivot_load_check_source (load, json, self->source, self->status);

  /* ISO dates of any coarseness sort as text: a year comes before its months. */
  if (self->date != NULL && self->end != NULL && strcmp (self->end, self->date) < 0)
    {
      PivotJson end = pivot_json_get_member (json, "end");

      pivot_json_unexpected (&end, PIVOT_DATA_ERROR_RANGE, _("an end that is not before the date"));
    }

  return self;
}

/**
 * pivot_event_get_date:
 * @self: an event
 *
 * Returns: when it happened or began, ISO 8601, as coarse as known
 */
const char *
pivot_event_get_date (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), NULL);

  return self->date;
}

/**
 * pivot_event_get_end:
 * @self: an event
 *
 * Returns: (nullable): when it ended, ISO 8601
 */
const char *
pivot_event_get_end (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), NULL);

  return self->end;
}

/**
 * pivot_event_get_kind:
 * @self: an event
 *
 * Returns: what kind of event it is
 */
PivotEventKind
pivot_event_get_kind (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), PIVOT_EVENT_MILESTONE);

  return self->kind;
}

/**
 * pivot_event_get_party:
 * @self: an event
 *
 * Returns: who the customer or investor is
 */
PivotParty
pivot_event_get_party (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), PIVOT_PARTY_NONE);

  return self->party;
}

/**
 * pivot_event_get_title:
 * @self: an event
 *
 * Returns: (transfer none): what happened
 */
const PivotText *
pivot_event_get_title (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), NULL);

  return self->title;
}

/**
 * pivot_event_get_status:
 * @self: an event
 *
 * Returns: how it is known: published or sourced
 */
PivotStatus
pivot_event_get_status (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), PIVOT_STATUS_SOURCED);

  return self->status;
}

/**
 * pivot_event_get_source:
 * @self: an event
 *
 * Returns: the source's id
 */
const char *
pivot_event_get_source (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), NULL);

  return self->source;
}

/**
 * pivot_event_get_note:
 * @self: an event
 *
 * Returns: (transfer none) (nullable): a remark
 */
const PivotText *
pivot_event_get_note (PivotEvent *self)
{
  g_return_val_if_fail (PIVOT_IS_EVENT (self), NULL);

  return self->note;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* Something that happened to a firm. Immutable. */
#define PIVOT_TYPE_EVENT (pivot_event_get_type ())
G_DECLARE_FINAL_TYPE (PivotEvent, pivot_event, PIVOT, EVENT, GObject)

const char      *pivot_event_get_date   (PivotEvent *self); /* ISO 8601, as coarse as known */
const char      *pivot_event_get_end    (PivotEvent *self); /* or NULL */
PivotEventKind   pivot_event_get_kind   (PivotEvent *self);
PivotParty       pivot_event_get_party  (PivotEvent *self);
const PivotText *pivot_event_get_title  (PivotEvent *self);
PivotStatus      pivot_event_get_status (PivotEvent *self);
const char      *pivot_event_get_source (PivotEvent *self);
const PivotText *pivot_event_get_note   (PivotEvent *self); /* or NULL */

G_END_DECLS

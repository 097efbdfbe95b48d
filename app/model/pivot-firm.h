/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

#include "pivot-event.h"

G_BEGIN_DECLS

/* A firm with what is known of it. Immutable. Readable properties: id, name, city, sector (in the user's language), place (id). */
#define PIVOT_TYPE_FIRM (pivot_firm_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirm, pivot_firm, PIVOT, FIRM, GObject)

const char         *pivot_firm_get_id        (PivotFirm *self);
const PivotText    *pivot_firm_get_name      (PivotFirm *self);
const char         *pivot_firm_get_place     (PivotFirm *self); /* place id, or NULL; so for all that may be unknown */
const PivotText    *pivot_firm_get_city      (PivotFirm *self);
const PivotText    *pivot_firm_get_sector    (PivotFirm *self);
const char         *pivot_firm_get_founded   (PivotFirm *self);
const PivotText    *pivot_firm_get_board     (PivotFirm *self);
const char         *pivot_firm_get_code      (PivotFirm *self);
const char         *pivot_firm_get_listed    (PivotFirm *self);
const char         *pivot_firm_get_website   (PivotFirm *self);
PivotMember         pivot_firm_get_member    (PivotFirm *self);
const char         *pivot_firm_get_batch     (PivotFirm *self); /* as text, or NULL */
const char         *pivot_firm_get_programme_source (PivotFirm *self);
const PivotText    *pivot_firm_get_programme_note   (PivotFirm *self);
const PivotText    *pivot_firm_get_summary   (PivotFirm *self);
const PivotText    *pivot_firm_get_note      (PivotFirm *self);
const char * const *pivot_firm_get_sources   (PivotFirm *self);
GListModel         *pivot_firm_get_events    (PivotFirm *self); /* of PivotEvent, in order of date (transfer none) */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* Where numbers and statements come from. Immutable. Readable properties: id, title, publisher (strings in the user's language), kind, date, url, note. */
#define PIVOT_TYPE_SOURCE (pivot_source_get_type ())
G_DECLARE_FINAL_TYPE (PivotSource, pivot_source, PIVOT, SOURCE, GObject)

const char      *pivot_source_get_id        (PivotSource *self);
const PivotText *pivot_source_get_title     (PivotSource *self);
const PivotText *pivot_source_get_publisher (PivotSource *self);
PivotSourceKind  pivot_source_get_kind      (PivotSource *self);
const char      *pivot_source_get_date      (PivotSource *self); /* or NULL */
const char      *pivot_source_get_url       (PivotSource *self); /* or NULL */
const PivotText *pivot_source_get_note      (PivotSource *self); /* or NULL */

G_END_DECLS

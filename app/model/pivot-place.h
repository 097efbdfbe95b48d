/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* A region that has data: a province. Immutable. Readable properties: id, code, name, short, abbr (in the user's language), index. */
#define PIVOT_TYPE_PLACE (pivot_place_get_type ())
G_DECLARE_FINAL_TYPE (PivotPlace, pivot_place, PIVOT, PLACE, GObject)

const char         *pivot_place_get_id     (PivotPlace *self);
guint               pivot_place_get_index  (PivotPlace *self); /* in the dataset's places; arrays by place are in this order */
const char         *pivot_place_get_code   (PivotPlace *self);
const PivotText    *pivot_place_get_name   (PivotPlace *self);
const PivotText    *pivot_place_get_short  (PivotPlace *self);
const PivotText    *pivot_place_get_abbr   (PivotPlace *self);
const char * const *pivot_place_get_groups (PivotPlace *self); /* group ids, NULL-terminated */
/* Its cell in the dataset's own tile grid; FALSE if it has none. */
gboolean            pivot_place_get_tile   (PivotPlace *self, int *column, int *row);

G_END_DECLS

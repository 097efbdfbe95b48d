/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pivot-bar.h"

G_BEGIN_DECLS

/* One line of the ranking. Immutable. Readable properties: place (index), rank (0: none), name, text (value with bound, no unit),
 * missing. */
#define PIVOT_TYPE_RANK_ROW (pivot_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotRankRow, pivot_rank_row, PIVOT, RANK_ROW, GObject)

PivotRankRow   *pivot_rank_row_new       (guint place, guint rank, const char *name, const char *text,
                                          const PivotBar *bar) G_GNUC_WARN_UNUSED_RESULT;
guint           pivot_rank_row_get_place (PivotRankRow *self);
guint           pivot_rank_row_get_rank  (PivotRankRow *self);
const char     *pivot_rank_row_get_name  (PivotRankRow *self);
const char     *pivot_rank_row_get_text  (PivotRankRow *self);
gboolean        pivot_rank_row_is_missing(PivotRankRow *self);
const PivotBar *pivot_rank_row_get_bar   (PivotRankRow *self);

G_END_DECLS

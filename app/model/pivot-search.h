/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_SEARCH_PLACE,
  PIVOT_SEARCH_MEASURE,
  PIVOT_SEARCH_GROUP,
  PIVOT_SEARCH_FIRM,
  PIVOT_SEARCH_FIGURE,
} PivotSearchKind;

#define PIVOT_SEARCH_ALL 0x1fu    /* of 1 << kind */
#define PIVOT_SEARCH_LIMIT 100    /* hits in the list at most */

/* Nicks: place, measure, group, firm, figure. */
#define PIVOT_TYPE_SEARCH_KIND (pivot_search_kind_get_type ())
GType            pivot_search_kind_get_type   (void);

/* Something found. Immutable. Readable properties: kind, id, title, detail, score. */
#define PIVOT_TYPE_SEARCH_HIT (pivot_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (PivotSearchHit, pivot_search_hit, PIVOT, SEARCH_HIT, GObject)

PivotSearchKind  pivot_search_hit_get_kind    (PivotSearchHit *self);
const char      *pivot_search_hit_get_id      (PivotSearchHit *self);
const char      *pivot_search_hit_get_title   (PivotSearchHit *self); /* in the user's language */
const char      *pivot_search_hit_get_detail  (PivotSearchHit *self); /* one line: the wording that matched, if it is another; else what it is */
guint            pivot_search_hit_get_score   (PivotSearchHit *self);

/* A list of what a query finds in a dataset, best first; empty without a query. Properties: dataset, query, kinds
 * (read-write, explicit notify); n-matches (readable, with notify). */
#define PIVOT_TYPE_SEARCH (pivot_search_get_type ())
G_DECLARE_FINAL_TYPE (PivotSearch, pivot_search, PIVOT, SEARCH, GObject)

PivotSearch     *pivot_search_new             (void) G_GNUC_WARN_UNUSED_RESULT;
PivotDataset    *pivot_search_get_dataset     (PivotSearch *self);
void             pivot_search_set_dataset     (PivotSearch *self, PivotDataset *dataset);
const char      *pivot_search_get_query       (PivotSearch *self);
void             pivot_search_set_query       (PivotSearch *self, const char *query);
guint            pivot_search_get_kinds       (PivotSearch *self);
void             pivot_search_set_kinds       (PivotSearch *self, guint kinds);
guint            pivot_search_get_n_matches   (PivotSearch *self); /* also those past the limit */

G_END_DECLS

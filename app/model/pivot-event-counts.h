/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

#define PIVOT_N_EVENT_KINDS (PIVOT_EVENT_MILESTONE + 1)

/* How many events of each kind began in each year, in all firms of a dataset. Immutable, refcounted; made in any thread. */
typedef struct _PivotEventCounts PivotEventCounts;

#define PIVOT_TYPE_EVENT_COUNTS (pivot_event_counts_get_type ())
GType             pivot_event_counts_get_type   (void);
/* NULL: cancelled. */
PivotEventCounts *pivot_event_counts_new        (PivotDataset *dataset, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void              pivot_event_counts_new_async  (PivotDataset *dataset, GCancellable *cancellable, GAsyncReadyCallback callback,
                                                 gpointer user_data);
PivotEventCounts *pivot_event_counts_new_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PivotEventCounts *pivot_event_counts_ref        (PivotEventCounts *self);
void              pivot_event_counts_unref      (PivotEventCounts *self);

int               pivot_event_counts_get_first_year (const PivotEventCounts *self);
guint             pivot_event_counts_get_n_years    (const PivotEventCounts *self); /* 0: no event */
guint             pivot_event_counts_get            (const PivotEventCounts *self, PivotEventKind kind, int year);
guint             pivot_event_counts_get_n_events   (const PivotEventCounts *self);
guint             pivot_event_counts_get_n_firms    (const PivotEventCounts *self); /* those with an event */

/* The years of "years:2015-2018", as the facets of a session have it; FALSE if it is no such thing. */
gboolean          pivot_years_parse             (const char *facet, int *first, int *last);
char             *pivot_years_to_facet          (int first, int last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotEventCounts, pivot_event_counts_unref)

G_END_DECLS

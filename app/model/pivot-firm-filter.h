/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-firm-index.h"

G_BEGIN_DECLS

#define PIVOT_FIRM_UNSORTED (-1)  /* the dataset's order */

/* A list (GListModel of PivotFirm) of the firms that pass what is typed, the values chosen of each facet, and places; in an order.
 * What is set takes effect with pivot_firm_filter_update (). Firms pass if they have any of the values of each facet that has one. */
#define PIVOT_TYPE_FIRM_FILTER (pivot_firm_filter_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmFilter, pivot_firm_filter, PIVOT, FIRM_FILTER, GObject)

PivotFirmFilter *pivot_firm_filter_new         (void) G_GNUC_WARN_UNUSED_RESULT;
PivotFirmIndex  *pivot_firm_filter_get_index   (PivotFirmFilter *self); /* or NULL */
void             pivot_firm_filter_set_index   (PivotFirmFilter *self, PivotFirmIndex *index);
void             pivot_firm_filter_set_query   (PivotFirmFilter *self, const char *query);
void             pivot_firm_filter_set_facets  (PivotFirmFilter *self, const char * const *facets); /* "board:BSE" */
void             pivot_firm_filter_set_places  (PivotFirmFilter *self, const guint *places, guint n); /* 0: all */
void             pivot_firm_filter_set_sort    (PivotFirmFilter *self, int column, gboolean descending);
void             pivot_firm_filter_update      (PivotFirmFilter *self);

/* How many firms have a value, of those that pass everything but this facet. */
guint            pivot_firm_filter_get_count   (PivotFirmFilter *self, PivotFirmFacet facet, guint value);
/* Where a firm stands in the list; G_MAXUINT if it does not. */
guint            pivot_firm_filter_find        (PivotFirmFilter *self, const char *id);

G_END_DECLS

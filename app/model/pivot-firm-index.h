/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* What a list of firms is sorted by. */
typedef enum
{
  PIVOT_FIRM_COLUMN_NAME,
  PIVOT_FIRM_COLUMN_PLACE,
  PIVOT_FIRM_COLUMN_CITY,
  PIVOT_FIRM_COLUMN_SECTOR,
  PIVOT_FIRM_COLUMN_FOUNDED,
  PIVOT_FIRM_COLUMN_BOARD,
  PIVOT_FIRM_COLUMN_LISTED,
  PIVOT_FIRM_COLUMN_PROGRAMME,
  PIVOT_FIRM_COLUMN_EVENTS,
  PIVOT_N_FIRM_COLUMNS
} PivotFirmColumn;

/* What a list of firms is narrowed by. */
typedef enum
{
  PIVOT_FIRM_FACET_PLACE,
  PIVOT_FIRM_FACET_GROUP,
  PIVOT_FIRM_FACET_BOARD,
  PIVOT_FIRM_FACET_PROGRAMME,
  PIVOT_FIRM_FACET_SECTOR,
  PIVOT_N_FIRM_FACETS
} PivotFirmFacet;

/* What filtering and sorting the firms of a dataset take, prepared once. Immutable; any thread may make and read it. */
#define PIVOT_TYPE_FIRM_INDEX (pivot_firm_index_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmIndex, pivot_firm_index, PIVOT, FIRM_INDEX, GObject)

/* NULL: cancelled. */
PivotFirmIndex *pivot_firm_index_new         (PivotDataset *dataset, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void            pivot_firm_index_new_async   (PivotDataset *dataset, GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);
PivotFirmIndex *pivot_firm_index_new_finish  (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

PivotDataset   *pivot_firm_index_get_dataset (PivotFirmIndex *self); /* (transfer none) */
guint           pivot_firm_index_get_n_firms (PivotFirmIndex *self);
PivotFirm      *pivot_firm_index_get_firm    (PivotFirmIndex *self, guint firm); /* (transfer none) */
int             pivot_firm_index_find        (PivotFirmIndex *self, const char *id); /* −1 if none */

/* The word of a facet, as a view has it: "place", "group", "board", "programme", "sector". */
const char     *pivot_firm_facet_get_word        (PivotFirmFacet facet);
/* Reads "board:BSE"; FALSE if it is no such thing, or the dataset has no such value. */
gboolean        pivot_firm_index_parse_facet     (PivotFirmIndex *self, const char *text, PivotFirmFacet *facet, guint *value);
/* The values that the firms have. The id is the same in every language, and empty where nothing is known. */
guint           pivot_firm_index_get_n_values    (PivotFirmIndex *self, PivotFirmFacet facet);
const char     *pivot_firm_index_get_value_id    (PivotFirmIndex *self, PivotFirmFacet facet, guint value);
const char     *pivot_firm_index_get_value_label (PivotFirmIndex *self, PivotFirmFacet facet, guint value); /* translated */
/* The first firms besides this one that have the same value, as this one has (transfer container, of PivotFirm); n: how many there
 * are in all. None if its value is not known. */
GPtrArray      *pivot_firm_index_get_peers       (PivotFirmIndex *self, guint firm, PivotFirmFacet facet, guint most, guint *n)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

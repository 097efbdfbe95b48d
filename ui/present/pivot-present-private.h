/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-palette.h"
#include "pivot-session.h"
#include "pivot-units.h"

G_BEGIN_DECLS

/* What several of the present functions ask; not for the windows. */

/* The value of a place if there is one, else NULL; measure may be NULL. */
static inline const PivotValue *
_pivot_present_value (PivotMeasure *measure,
                      guint         place)
{
  const PivotValue *value = measure != NULL ? pivot_measure_get_value (measure, place) : NULL;

  return pivot_value_is_missing (value) ? NULL : value;
}

static inline const char *
_pivot_present_short_name (PivotDataset *dataset,
                           guint         place)
{
  return pivot_text_get (pivot_place_get_short (pivot_dataset_get_place (dataset, place)));
}

/* A point is shown with the digits it has, a computed one, which may have no end, with four. */
static inline guint
_pivot_present_point_decimals (const PivotValue *value)
{
  return pivot_value_is_missing (value) ? 0 : MIN (pivot_units_count_decimals (value->number), 4u);
}

const PivotPalette *_pivot_present_palette_of (PivotSession *session, PivotMeasure *measure);
/* Whether the layout is of circles and there is no size for this one. */
gboolean _pivot_present_lacks_size (PivotSession *session,
                                    guint         place);

char *_pivot_present_insight (PivotSession *session, guint place);
void _pivot_present_append_sentence (GString *string, char *sentence);

G_END_DECLS

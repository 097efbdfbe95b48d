/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-value.h"

G_BEGIN_DECLS

/* A named row of points of a figure. Immutable. */
#define PIVOT_TYPE_SERIES (pivot_series_get_type ())
G_DECLARE_FINAL_TYPE (PivotSeries, pivot_series, PIVOT, SERIES, GObject)

typedef struct
{
  const char *x;          /* as written: a date, or a category's id; for numbers their text */
  double      x_number;   /* NaN unless the axis is of numbers */
  PivotText  *label;      /* or NULL */
  PivotValue *value;
} PivotPoint;

const char       *pivot_series_get_id       (PivotSeries *self);
const PivotText  *pivot_series_get_label    (PivotSeries *self);
const PivotText  *pivot_series_get_unit     (PivotSeries *self);
const char       *pivot_series_get_panel    (PivotSeries *self); /* or NULL */
guint             pivot_series_get_n_points (PivotSeries *self);
const PivotPoint *pivot_series_get_point    (PivotSeries *self, guint i);
const PivotPoint *pivot_series_find_point   (PivotSeries *self, const char *x); /* NULL if none */

G_END_DECLS

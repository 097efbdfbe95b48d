/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-value.h"

G_BEGIN_DECLS

/* A column of figures by place, given or derived. Immutable. Readable properties: id, label, short, unit, description, period, note (in the user's language), decimals, scale. */
#define PIVOT_TYPE_MEASURE (pivot_measure_get_type ())
G_DECLARE_FINAL_TYPE (PivotMeasure, pivot_measure, PIVOT, MEASURE, GObject)

const char       *pivot_measure_get_id          (PivotMeasure *self);
const PivotText  *pivot_measure_get_label       (PivotMeasure *self);
const PivotText  *pivot_measure_get_short       (PivotMeasure *self);
const PivotText  *pivot_measure_get_unit        (PivotMeasure *self);
guint             pivot_measure_get_decimals    (PivotMeasure *self);
const char       *pivot_measure_get_period      (PivotMeasure *self); /* or NULL */
const PivotText  *pivot_measure_get_description (PivotMeasure *self);
PivotScaleKind    pivot_measure_get_scale       (PivotMeasure *self);
double            pivot_measure_get_midpoint    (PivotMeasure *self); /* NaN unless diverging */
gboolean          pivot_measure_get_range       (PivotMeasure *self, double *min, double *max); /* of a score */
double            pivot_measure_get_total       (PivotMeasure *self); /* NaN if none */
const char       *pivot_measure_get_source      (PivotMeasure *self);
PivotStatus       pivot_measure_get_status      (PivotMeasure *self);
const PivotText  *pivot_measure_get_note        (PivotMeasure *self); /* or NULL; says which places have no value and why */
/* NULL: the place has no value. Derived values carry status computed and a formula of value paths. */
const PivotValue *pivot_measure_get_value       (PivotMeasure *self, guint place);
/* By place, NaN where missing; n_places long. Bounds are in it as their limit. */
const double     *pivot_measure_get_numbers     (PivotMeasure *self, guint *n_places);
guint             pivot_measure_get_n_values    (PivotMeasure *self); /* how many are there */
gboolean          pivot_measure_is_share        (PivotMeasure *self); /* unit "%": shares can be compared on a parity line */
PivotDerive       pivot_measure_get_derive      (PivotMeasure *self);
const char * const *pivot_measure_get_of        (PivotMeasure *self); /* ids it is derived from; empty if given */
double            pivot_measure_get_factor      (PivotMeasure *self); /* 1 unless derived with one */

G_END_DECLS

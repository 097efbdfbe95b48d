/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-private.h"

G_BEGIN_DECLS

/* What the measure's files share: pivot-measure.c holds what is known of it, pivot-measure-reader.c reads it, and
 * pivot-measure-copy.c makes others like it. */

/* A column of figures by place. Immutable once loaded. numbers[i] is values[i]'s number, NaN where there is none; both
 * are n_places long. */
struct _PivotMeasure
{
  GObject        parent_instance;

  char          *id;
  PivotText     *label;
  PivotText     *short_label;
  PivotText     *unit;
  guint          decimals;
  char          *period;
  PivotText     *description;
  PivotScaleKind scale;
  double         midpoint;
  double         total;
  char          *source;
  PivotStatus    status;
  PivotText     *note;

  gboolean       has_range;
  double         min;
  double         max;

  PivotDerive    derive;
  char         **of;
  double         factor;

  GPtrArray     *values;  /* of PivotValue or NULL */
  double        *numbers;
  guint          n_values;
};

/* What is read member by member; range, values and what a derived one is made of need more. */
extern const PivotField _pivot_measure_fields[];

/* Room for the values, of which there are none yet. Once. */
void _pivot_measure_allocate (PivotMeasure *self, guint n_places);

G_END_DECLS

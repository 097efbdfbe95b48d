/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum /*< enum >*/
{
  PIVOT_METHOD_QUANTILE,
  PIVOT_METHOD_EQUAL,
  PIVOT_METHOD_NATURAL,      /* Fisher–Jenks, exact */
  PIVOT_METHOD_STANDARD,     /* mean ± sd */
  PIVOT_METHOD_BOX,          /* hinge 1.5, 6 classes; empty classes of outliers end in ±infinity */
  PIVOT_METHOD_PRETTY,       /* about as many classes as asked for, never over PIVOT_CLASSES_MAX */
  PIVOT_METHOD_MANUAL,
} PivotMethod;

/* Nicks: quantile, equal, natural, standard, box, pretty, manual. */
#define PIVOT_TYPE_METHOD (pivot_method_get_type ())
GType pivot_method_get_type (void);

#define PIVOT_CLASSES_MIN 2
#define PIVOT_CLASSES_MAX 9

/* Class breaks: class i holds breaks[i] ≤ v < breaks[i + 1]; the last also its upper end.
 * Refcounted, immutable. There may be fewer classes than asked for where values are few or tied. */
typedef struct _PivotClasses PivotClasses;

#define PIVOT_TYPE_CLASSES (pivot_classes_get_type ())
GType         pivot_classes_get_type   (void);
/* NULL if there is no finite value at all. midpoint: NaN, or the value about which a diverging measure is to be
 * classed: where it lies inside the data one break is put exactly on it, but for a box. */
PivotClasses *pivot_classes_new        (const double *values, guint n_values, PivotMethod method, guint n_classes,
                                        double midpoint) G_GNUC_WARN_UNUSED_RESULT;
PivotClasses *pivot_classes_new_manual (const double *values, guint n_values, const double *inner_breaks,
                                        guint n_inner) G_GNUC_WARN_UNUSED_RESULT;
PivotClasses *pivot_classes_ref        (PivotClasses *self);
void          pivot_classes_unref      (PivotClasses *self);
guint         pivot_classes_get_n      (const PivotClasses *self);
double        pivot_classes_get_lower  (const PivotClasses *self, guint i);
double        pivot_classes_get_upper  (const PivotClasses *self, guint i);
guint         pivot_classes_get_count  (const PivotClasses *self, guint i);
guint         pivot_classes_get_missing(const PivotClasses *self);
/* −1 for NaN; clamped at the ends. */
int           pivot_classes_find       (const PivotClasses *self, double value);
/* How many classes lie wholly below the midpoint, for a diverging palette. */
int           pivot_classes_get_middle (const PivotClasses *self, double midpoint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotClasses, pivot_classes_unref)

G_END_DECLS

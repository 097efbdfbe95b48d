/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-spatial-stats.h"
#include "pivot-stability.h"

G_BEGIN_DECLS

/* What is found out about a measure and kept with it, since neither it nor its dataset changes. Main thread only. */

/* The permutations are the same in every run. */
#define PIVOT_ANALYSIS_PERMUTATIONS 999
#define PIVOT_ANALYSIS_SEED 1
#define PIVOT_ANALYSIS_ALPHA 0.05

/* Thirds of the places that have both values: below first, below second, and the rest. */
typedef struct
{
  guint  n;          /* places with both values; 0: no cuts */
  double x[2], y[2]; /* of the measure and of the one it is compared with */
} PivotThirds;

typedef struct
{
  PivotMoran       moran;
  PivotLocalMoran *locals;    /* by place */
  guint           *counts;    /* neighbours with a value, by place */
} PivotSpatial;

PivotThirds           pivot_analysis_get_thirds    (PivotMeasure *measure, PivotMeasure *against);
/* 0…2. */
guint                 pivot_thirds_find            (const double cuts[2], double value);
/* NULL: without values, or of so many places that pivot_analysis_run_async() must find it first. */
const PivotStability *pivot_analysis_get_stability (PivotMeasure *measure, guint n_classes);
const PivotSpatial   *pivot_analysis_get_spatial   (PivotDataset *dataset, PivotMeasure *measure);

/* Finds both in another thread. */
void                  pivot_analysis_run_async     (PivotDataset *dataset, PivotMeasure *measure, guint n_classes,
                                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean              pivot_analysis_run_finish    (GAsyncResult *result, GError **error);

G_END_DECLS

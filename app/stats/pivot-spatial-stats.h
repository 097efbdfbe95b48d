/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who is whose neighbour: those of place i are neighbours[offsets[i] … offsets[i + 1] − 1]. Borrowed arrays; offsets is
 * n_places + 1 long, ascends and begins with 0. No place is its own neighbour or has one twice. Every neighbour of a
 * place counts the same, together 1 (row-standardised weights). */
typedef struct
{
  guint        n_places;
  const guint *offsets;
  const guint *neighbours;
} PivotLinks;

/* Where a place stands against its neighbours. */
typedef enum /*< enum >*/
{
  PIVOT_CLUSTER_MISSING,     /* no value */
  PIVOT_CLUSTER_ISLAND,      /* a value, but no neighbour with one */
  PIVOT_CLUSTER_NONE,        /* not significant */
  PIVOT_CLUSTER_HIGH_HIGH,
  PIVOT_CLUSTER_LOW_LOW,
  PIVOT_CLUSTER_HIGH_LOW,    /* itself high among low ones */
  PIVOT_CLUSTER_LOW_HIGH,
} PivotCluster;

#define PIVOT_N_CLUSTERS 7

/* Nicks: missing, island, none, high-high, low-low, high-low, low-high. */
#define PIVOT_TYPE_CLUSTER (pivot_cluster_get_type ())
GType    pivot_cluster_get_type (void);

typedef struct
{
  guint  n;              /* places with a value */
  guint  n_missing;
  guint  n_islands;      /* of n: no neighbour has a value */
  guint  n_links;        /* from a place to a neighbour, both with values; a common border counts twice */
  guint  n_permutations;
  double i;              /* Moran's I; NaN if undefined: no variation, or no links */
  double expected;       /* of I, if values were strewn at random: −1 / (n − islands − 1) */
  double mean, sd;       /* of I over the permutations; NaN for fewer than two */
  double p_greater;      /* one-sided pseudo p: (permutations with an I as large or larger + 1) / (permutations + 1) */
  double p_less;
  double p_two_sided;    /* twice the smaller of the two, 1 at most */
} PivotMoran;

typedef struct
{
  double       i;        /* local I; 0 for an island; NaN if undefined */
  double       lag;      /* mean of the neighbours' values; NaN if there are none */
  double       p;        /* folded pseudo p; NaN for an island or if undefined */
  PivotCluster quadrant; /* significant or not: MISSING, ISLAND, or one of the four; NONE where undefined */
  PivotCluster cluster;  /* the same, but NONE where p > alpha */
} PivotLocalMoran;

/* All over doubles; NaN is a missing value: the place is left out with its links. */
void     pivot_spatial_lag   (const PivotLinks  *links,
                              const double      *values,
                              double            *lags,
                              guint             *counts);
gboolean pivot_spatial_moran (const PivotLinks  *links,
                              const double      *values,
                              guint              n_permutations,
                              guint64            seed,
                              GCancellable      *cancellable,
                              PivotMoran        *result,
                              GError           **error);
gboolean pivot_spatial_local (const PivotLinks  *links,
                              const double      *values,
                              guint              n_permutations,
                              guint64            seed,
                              double             alpha,
                              GCancellable      *cancellable,
                              PivotLocalMoran   *results,
                              GError           **error);

G_END_DECLS

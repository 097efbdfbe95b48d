/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-spatial-stats.h"

#include "pivot-random.h"

#include <math.h>
#include <string.h>

/* The places that have a value, with the links between them. z: deviations from the mean, over the largest of them, so
 * that no square overflows; all that is made of them is free of scale. */
typedef struct
{
  guint   n;
  guint   n_islands;
  guint   most;       /* neighbours of one place */
  guint  *places;     /* n: which place of the caller's */
  guint  *offsets;    /* n + 1 */
  guint  *neighbours;
  double *z;          /* n */
  double  squares;    /* sum of z²; 0 without variation */
  double  mean;
} Field;

/* How much of the sum of squares rounding may move a sum of products: what is closer counts as equal. */
#define SLACK 1e-11

/* How many permutations or places pass between two looks at the cancellable. */
#define PATIENCE 32

G_DEFINE_ENUM_TYPE (PivotCluster, pivot_cluster,
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_MISSING, "missing"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_ISLAND, "island"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_HIGH_HIGH, "high-high"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_LOW_LOW, "low-low"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_HIGH_LOW, "high-low"),
                    G_DEFINE_ENUM_VALUE (PIVOT_CLUSTER_LOW_HIGH, "low-high"))

static void
field_clear (Field *field)
{
  g_free (field->places);
  g_free (field->offsets);
  g_free (field->neighbours);
  g_free (field->z);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static void
set_deviations (Field        *field,
                const double *values)
{
  double largest = 0;

  for (guint i = 0; i < field->n; i++)
    field->mean += (values[field->places[i]] - field->mean) / (i + 1);

  for (guint i = 0; i < field->n; i++)
    {
      field->z[i] = values[field->places[i]] - field->mean;
      largest = fmax (largest, fabs (field->z[i]));
    }

  /* Equal values differ from their mean by rounding only. */
  if (!(largest > 4e-16 * fabs (field->mean)) || !isfinite (largest))
    return;

  for (guint i = 0; i < field->n; i++)
    {
      field->z[i] /= largest;
      field->squares += field->z[i] * field->z[i];
    }
}

static void
field_init (Field            *field,
            const PivotLinks *links,
            const double     *values)
{
  g_autofree guint *positions = g_new (guint, MAX (links->n_places, 1));
  guint n_links = 0;

  memset (field, 0, sizeof *field);
  field->places = g_new (guint, MAX (links->n_places, 1));
  for (guint i = 0; i < links->n_places; i++)
    if (isfinite (values[i]))
      {
        positions[i] = field->n;
        field->places[field->n++] = i;
      }

  field->z = g_new0 (double, MAX (field->n, 1));
  field->offsets = g_new0 (guint, field->n + 1);
  field->neighbours = g_new (guint, MAX (links->offsets[links->n_places], 1));

  for (guint i = 0; i < field->n; i++)
    {
      guint place = field->places[i];

      for (guint k = links->offsets[place]; k < links->offsets[place + 1]; k++)
        if (isfinite (values[links->neighbours[k]]))
          field->neighbours[n_links++] = positions[links->neighbours[k]];

      field->offsets[i + 1] = n_links;
      field->most = MAX (field->most, n_links - field->offsets[i]);
      if (n_links == field->offsets[i])
        field->n_islands++;
    }

  set_deviations (field, values);
}

static inline guint
count_neighbours (const Field *field,
                  guint        i)
{
  return field->offsets[i + 1] - field->offsets[i];
}

static inline double
sum_neighbours (const Field  *field,
                const double *z,
                guint         i)
{
  double sum = 0;

  for (guint k = field->offsets[i]; k < field->offsets[i + 1]; k++)
    sum += z[field->neighbours[k]];

  return sum;
}

/* Σ zᵢ · (mean of z over the neighbours of i). shares: 1 over the number of neighbours. */
static double
sum_products (const Field  *field,
              const double *z,
              const double *shares)
{
  double sum = 0;

  for (guint i = 0; i < field->n; i++)
    sum += z[i] * shares[i] * sum_neighbours (field, z, i);

  return sum;
}

static double *
list_shares (const Field *field)
{
  double *shares = g_new0 (double, MAX (field->n, 1));

  for (guint i = 0; i < field->n; i++)
    if (count_neighbours (field, i) > 0)
      shares[i] = 1.0 / count_neighbours (field, i);

  return shares;
}

/* Fisher and Yates; n > 0. */
static void
shuffle (double      *z,
         guint        n,
         PivotRandom *random)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = pivot_random_below (random, i + 1);
      double swap = z[i];

      z[i] = z[other];
      z[other] = swap;
    }
}

/**
 * pivot_spatial_lag: (skip)
 * @links: who is whose neighbour
 * @values: (array): a value for each place; NaN is a missing one
 * @lags: (out caller-allocates) (array): the mean of each place's neighbours; NaN if the place or all its neighbours
 *   have no value
 * @counts: (out caller-allocates) (array) (nullable): of how many neighbours
 *
 * Averages the neighbours of each place: the spatial lag with row-standardised weights.
 */
void
pivot_spatial_lag (const PivotLinks *links,
                   const double     *values,
                   double           *lags,
                   guint            *counts)
{
  g_return_if_fail (links != NULL && links->offsets != NULL);
  g_return_if_fail ((values != NULL && lags != NULL) || links->n_places == 0);

  for (guint i = 0; i < links->n_places; i++)
    {
      double mean = 0;
      guint n = 0;

      for (guint k = links->offsets[i]; k < links->offsets[i + 1] && isfinite (values[i]); k++)
        if (isfinite (values[links->neighbours[k]]))
          mean += (values[links->neighbours[k]] - mean) / ++n;

      lags[i] = n > 0 ? mean : NAN;
      if (counts != NULL)
        counts[i] = n;
    }
}

/* Counts permutations on either side; FALSE if cancelled. */
static gboolean
permute (const Field   *field,
         const double  *shares,
         double         observed,
         guint64        seed,
         GCancellable  *cancellable,
         PivotMoran    *result,
         GError       **error)
{
  g_autofree double *z = g_memdup2 (field->z, field->n * sizeof *z);
  double slack = SLACK * field->squares;
  double mean = 0, squares = 0;
  guint n_greater = 0, n_less = 0;
  PivotRandom random;

  pivot_random_init (&random, seed, 0);

  for (guint i = 0; i < result->n_permutations; i++)
    {
      double sum, deviation;

      if (i % PATIENCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      shuffle (z, field->n, &random);
      sum = sum_products (field, z, shares);
      n_greater += sum >= observed - slack;
      n_less += sum <= observed + slack;

      deviation = sum / field->squares - mean;
      mean += deviation / (i + 1);
      squares += deviation * (sum / field->squares - mean);
    }

  result->p_greater = (n_greater + 1.0) / (result->n_permutations + 1.0);
  result->p_less = (n_less + 1.0) / (result->n_permutations + 1.0);
  result->p_two_sided = fmin (1, 2 * fmin (result->p_greater, result->p_less));
  if (result->n_permutations > 1)
    {
      result->mean = mean;
      result->sd = sqrt (squares / (result->n_permutations - 1));
    }

  return TRUE;
}

/**
 * pivot_spatial_moran: (skip)
 * @links: who is whose neighbour
 * @values: (array): a value for each place; NaN is a missing one
 * @n_permutations: how many; 0 for none, then there is no p
 * @seed: where the permutations begin: the same seed, the same p
 * @cancellable: (nullable): stops it
 * @result: (out caller-allocates): where the result goes
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Computes Moran's I, how alike neighbours are, and how often chance alone makes it as large.
 *
 * I = (n / S₀) · Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ / Σ zᵢ² with z the deviations from the mean (Moran 1950, "Notes on Continuous Stochastic
 * Phenomena"), weights wᵢⱼ that add up to 1 for each place, and S₀ the sum of all weights. Islands count in the mean and
 * in Σ z², but not in n, as with spdep's zero.policy = TRUE and adjust.n = TRUE. In a permutation the values are dealt
 * out anew to all places that have one; what rounding alone tells apart counts as equal.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
pivot_spatial_moran (const PivotLinks  *links,
                     const double      *values,
                     guint              n_permutations,
                     guint64            seed,
                     GCancellable      *cancellable,
                     PivotMoran        *result,
                     GError           **error)
{
  g_auto (Field) field = { 0 };
  g_autofree double *shares = NULL;
  double observed;
  guint n_linked;

  g_return_val_if_fail (links != NULL && links->offsets != NULL, FALSE);
  g_return_val_if_fail (values != NULL || links->n_places == 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  field_init (&field, links, values);
  n_linked = field.n - field.n_islands;
  *result = (PivotMoran) {
    .n = field.n,
    .n_missing = links->n_places - field.n,
    .n_islands = field.n_islands,
    .n_links = field.offsets[field.n],
    .n_permutations = n_permutations,
    .i = NAN,
    .expected = n_linked > 1 ? -1.0 / (n_linked - 1) : NAN,
    .mean = NAN, .sd = NAN, .p_greater = NAN, .p_less = NAN, .p_two_sided = NAN,
  };

  if (n_linked == 0 || field.squares <= 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  /* n and S₀ are the same number here. */
  shares = list_shares (&field);
  observed = sum_products (&field, field.z, shares);
  result->i = observed / field.squares;

  return n_permutations == 0 || permute (&field, shares, observed, seed, cancellable, result, error);
}

/* How many permutations have neighbours whose sum, in the direction of z, is as large as the real one. The place itself
 * stays; its neighbours are drawn from all the others without putting back. pool: room for n. */
static guint
count_larger (const Field *field,
              guint        i,
              guint        n_permutations,
              guint64      seed,
              double      *pool)
{
  double direction = field->z[i] > 0 ? 1 : -1;
  guint n_neighbours = count_neighbours (field, i);
  double observed = direction * sum_neighbours (field, field->z, i) - SLACK * n_neighbours;
  guint n_larger = 0;
  PivotRandom random;

  memcpy (pool, field->z, i * sizeof *pool);
  memcpy (pool + i, field->z + i + 1, (field->n - 1 - i) * sizeof *pool);
  pivot_random_init (&random, seed, (guint64) field->places[i] + 1);

  for (guint p = 0; p < n_permutations; p++)
    {
      double sum = 0;

      for (guint k = 0; k < n_neighbours; k++)
        {
          guint drawn = k + pivot_random_below (&random, field->n - 1 - k);
          double value = pool[drawn];

          pool[drawn] = pool[k];
          pool[k] = value;
          sum += value;
        }
      n_larger += direction * sum >= observed;
    }

  return n_larger;
}

static void
set_local (const Field     *field,
           guint            i,
           guint            n_permutations,
           guint64          seed,
           double           alpha,
           double          *pool,
           PivotLocalMoran *result)
{
  double mean = sum_neighbours (field, field->z, i) / count_neighbours (field, i);
  double z = field->z[i];
  guint n_larger;

  result->i = field->n * z * mean / field->squares;
  if (z > 0)
    result->quadrant = mean > 0 ? PIVOT_CLUSTER_HIGH_HIGH : PIVOT_CLUSTER_HIGH_LOW;
  else
    result->quadrant = mean > 0 ? PIVOT_CLUSTER_LOW_HIGH : PIVOT_CLUSTER_LOW_LOW;

  if (n_permutations == 0)
    return;

  /* A place on the mean has a local I of 0 whatever its neighbours are. */
  n_larger = fabs (z) > SLACK ? count_larger (field, i, n_permutations, seed, pool) : n_permutations;
  if (n_larger > n_permutations - n_larger && fabs (z) > SLACK)
    n_larger = n_permutations - n_larger;

  result->p = (n_larger + 1.0) / (n_permutations + 1.0);
  if (result->p <= alpha)
    result->cluster = result->quadrant;
}

/**
 * pivot_spatial_local: (skip)
 * @links: who is whose neighbour
 * @values: (array): a value for each place; NaN is a missing one
 * @n_permutations: how many for each place; 0 for none, then no place is significant
 * @seed: where the permutations begin; each place has a stream of its own
 * @alpha: the p up to which a place belongs to a cluster: 0.05, 0.01, …
 * @cancellable: (nullable): stops it
 * @results: (out caller-allocates) (array): one for each place
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Computes the local Moran's I of each place and the cluster it belongs to.
 *
 * Iᵢ = zᵢ · Σⱼ wᵢⱼ zⱼ / m₂ with m₂ = Σ z² / n (Anselin 1995, "Local Indicators of Spatial Association", eq. 12–13). High
 * is above the mean of all values; the neighbours are high if their own mean is. For p the place keeps its value and
 * gets neighbours at random from all other places (conditional permutation). It is folded as in GeoDa: of the
 * permutations with a local I as large, and those without, the fewer, plus one, over all plus one. Islands have an I of
 * 0 and no p, as with spdep's zero.policy = TRUE.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
pivot_spatial_local (const PivotLinks  *links,
                     const double      *values,
                     guint              n_permutations,
                     guint64            seed,
                     double             alpha,
                     GCancellable      *cancellable,
                     PivotLocalMoran   *results,
                     GError           **error)
{
  g_auto (Field) field = { 0 };
  g_autofree double *pool = NULL;
  g_autofree double *lags = NULL;

  g_return_val_if_fail (links != NULL && links->offsets != NULL, FALSE);
  g_return_val_if_fail ((values != NULL && results != NULL) || links->n_places == 0, FALSE);

  field_init (&field, links, values);
  pool = g_new (double, MAX (field.n, 1));
  lags = g_new (double, MAX (links->n_places, 1));
  pivot_spatial_lag (links, values, lags, NULL);

  for (guint i = 0; i < links->n_places; i++)
    results[i] = (PivotLocalMoran) { NAN, lags[i], NAN, PIVOT_CLUSTER_MISSING, PIVOT_CLUSTER_MISSING };

  for (guint i = 0; i < field.n; i++)
    {
      PivotLocalMoran *result = &results[field.places[i]];
      gboolean island = count_neighbours (&field, i) == 0;

      if (i % PATIENCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      result->quadrant = result->cluster = island ? PIVOT_CLUSTER_ISLAND : PIVOT_CLUSTER_NONE;
      if (field.squares > 0 && island)
        result->i = 0;
      else if (field.squares > 0)
        set_local (&field, i, n_permutations, seed, alpha, pool, result);
    }

  return TRUE;
}

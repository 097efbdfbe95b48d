/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-parity.h"

#include <math.h>
#include <string.h>

/* What a share is a share of is told by the format, never by a name: a share derived by "share" is one of the sum of what it is derived
 * from; a given one, in percent with a total of 100, is one of the total of the measure that the dataset works out from it.
 *
 * Units that are added come from nowhere else, so that the total grows with them: of h units in T, k more make (h + k) ÷ (T + k). */

/* Less than this of a unit is the dust of floating point. */
#define DUST 1e-9

/**
 * pivot_parity_solve:
 * @have: units of a part
 * @total: units of the whole
 * @percent: what the part should be of the whole
 * @decimals: of a unit that cannot be divided: 0 for whole ones
 *
 * Finds how many units a part needs more, or less if negative, to be at least, or at most, so much of the whole. The whole changes with
 * the part.
 *
 * Returns: the units, rounded up away from zero; infinite if no number of them is enough
 */
double
pivot_parity_solve (double have,
                    double total,
                    double percent,
                    guint  decimals)
{
  double share = percent / 100, step = pow (10, decimals), units, whole;

  if (have == total && percent == 100)
    return 0;
  if (share >= 1)
    return INFINITY;

  units = (share * total - have) / (1 - share) * step;
  whole = round (units);
  if (fabs (units - whole) > DUST * MAX (1, fabs (units)))
    whole = units > 0 ? ceil (units) : floor (units);

  return whole / step + 0.0;
}

static gboolean
is_pair (PivotMeasure *one,
         PivotMeasure *two)
{
  return one != NULL && two != NULL && one != two && pivot_measure_is_share (one) && pivot_measure_is_share (two);
}

static gboolean
find_inputs (PivotDataset  *dataset,
             PivotMeasure  *measure,
             PivotMeasure **share,
             PivotMeasure **other)
{
  const char * const *of = measure != NULL ? pivot_measure_get_of (measure) : NULL;

  if (of == NULL || of[0] == NULL || of[1] == NULL)
    return FALSE;

  *share = pivot_dataset_find_measure (dataset, of[0]);
  *other = pivot_dataset_find_measure (dataset, of[1]);

  return is_pair (*share, *other);
}

/**
 * pivot_parity_choose:
 * @dataset: a dataset
 * @measure: (nullable): what a view shows
 * @against: (nullable): what it compares it with
 * @share: (out): the first share
 * @other: (out): the second
 *
 * Finds the two shares that are compared: the two measures, or those from which one of them is derived.
 *
 * Returns: `FALSE` if no shares are compared
 */
gboolean
pivot_parity_choose (PivotDataset  *dataset,
                     PivotMeasure  *measure,
                     PivotMeasure  *against,
                     PivotMeasure **share,
                     PivotMeasure **other)
{
  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (share != NULL && other != NULL, FALSE);

  *share = measure;
  *other = against;

  return is_pair (measure, against) || find_inputs (dataset, measure, share, other) || find_inputs (dataset, against, share, other);
}

static gboolean
names_share (const PivotValue *value,
             const char       *path)
{
  g_auto(GStrv) words = NULL;

  if (value == NULL || value->formula == NULL)
    return FALSE;

  words = g_strsplit (value->formula, " ", -1);

  return g_strv_contains ((const char * const *) words, path);
}

/* Whether a measure is the count behind a given share: some of it was worked out from the share, and no place contradicts, within what
 * the share is rounded to and one unit. */
static gboolean
is_count_of (PivotDataset *dataset,
             PivotMeasure *count,
             PivotMeasure *share)
{
  double total = pivot_measure_get_total (count);
  double slack = total * 0.5 * pow (10, - (double) pivot_measure_get_decimals (share)) / 100 + 1;
  const double *units = pivot_measure_get_numbers (count, NULL);
  const double *parts = pivot_measure_get_numbers (share, NULL);
  gboolean named = FALSE;

  if (pivot_measure_is_share (count) || !(total > 0))
    return FALSE;

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      g_autofree char *path = g_strconcat (pivot_measure_get_id (share), "/",
                                           pivot_place_get_id (pivot_dataset_get_place (dataset, i)), NULL);

      if (fabs (units[i] - parts[i] * total / 100) > slack)
        return FALSE;
      named |= names_share (pivot_measure_get_value (count, i), path);
    }

  return named;
}

static PivotMeasure *
find_count (PivotDataset *dataset,
            PivotMeasure *share)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (is_count_of (dataset, measure, share))
        return measure;
    }

  return NULL;
}

static gboolean
is_figure (const PivotValue *value)
{
  return !pivot_value_is_missing (value) && value->bound == PIVOT_BOUND_NONE;
}

/* The whole of a derived share is the sum of what it is derived from, as far as that is known. */
static gboolean
add_up (PivotMeasure *measure,
        double       *sum)
{
  guint n;

  *sum = 0;
  pivot_measure_get_numbers (measure, &n);
  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);

      if (pivot_value_is_missing (value))
        continue;
      if (value->bound != PIVOT_BOUND_NONE || value->number < 0)
        return FALSE;
      *sum += value->number;
    }

  return *sum > 0;
}

static PivotParityUnits
find_whole (PivotDataset *dataset,
            guint         place,
            PivotParity  *self)
{
  if (pivot_measure_get_derive (self->share) == PIVOT_DERIVE_SHARE)
    {
      self->count = self->input = pivot_dataset_find_measure (dataset, pivot_measure_get_of (self->share)[0]);
      if (!add_up (self->count, &self->total))
        return PIVOT_PARITY_LIMITS;
      self->have = pivot_measure_get_numbers (self->count, NULL)[place];

      return PIVOT_PARITY_UNITS_KNOWN;
    }

  self->input = self->share;
  if (pivot_measure_get_derive (self->share) != PIVOT_DERIVE_NONE || pivot_measure_get_total (self->share) != 100)
    return PIVOT_PARITY_NO_WHOLE;

  self->count = find_count (dataset, self->share);
  if (self->count == NULL)
    return PIVOT_PARITY_NO_TOTAL;

  /* The count of the place is nearer to the truth than a rounded share of the total. */
  self->total = pivot_measure_get_total (self->count);
  self->have = pivot_measure_get_numbers (self->count, NULL)[place];
  if (!is_figure (pivot_measure_get_value (self->count, place)))
    self->have = self->number / 100 * self->total;

  return PIVOT_PARITY_UNITS_KNOWN;
}

static void
solve (PivotParity *self)
{
  guint decimals;

  if (self->units == PIVOT_PARITY_NO_WHOLE)
    return;

  if (self->other_number >= 100 && self->number < self->other_number)
    {
      self->units = PIVOT_PARITY_BEYOND;
      return;
    }
  if (self->other_number < 100)
    self->part = 100 * (self->other_number - self->number) / (100 - self->other_number);
  if (self->units != PIVOT_PARITY_UNITS_KNOWN)
    return;

  decimals = pivot_measure_get_decimals (self->count);
  self->change = pivot_parity_solve (self->have, self->total, self->other_number, decimals);
  /* Both are printed the same: less than a rounding of the share is no difference. */
  if (self->number == self->other_number)
    self->change = 0;
}

/**
 * pivot_parity_find:
 * @dataset: a dataset
 * @share: one of its measures, a share
 * @other: another
 * @place: index of a place
 * @parity: (out caller-allocates): how they stand to each other
 *
 * Compares two shares of a place.
 *
 * Returns: `FALSE` if the place has no figure of one of them
 */
gboolean
pivot_parity_find (PivotDataset *dataset,
                   PivotMeasure *share,
                   PivotMeasure *other,
                   guint         place,
                   PivotParity  *parity)
{
  const PivotValue *value, *other_value;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (PIVOT_IS_MEASURE (share) && PIVOT_IS_MEASURE (other), FALSE);
  g_return_val_if_fail (place < pivot_dataset_get_n_places (dataset), FALSE);
  g_return_val_if_fail (parity != NULL, FALSE);

  *parity = (PivotParity) { share, other, NAN, NAN, NAN, PIVOT_PARITY_LIMITS, NULL, NAN, NAN, NAN, NAN, NULL };
  value = pivot_measure_get_value (share, place);
  other_value = pivot_measure_get_value (other, place);
  if (pivot_value_is_missing (value) || pivot_value_is_missing (other_value))
    return FALSE;

  parity->number = value->number;
  parity->other_number = other_value->number;
  if (parity->other_number != 0)
    parity->ratio = parity->number / parity->other_number;
  if (is_figure (value) && is_figure (other_value))
    {
      parity->units = find_whole (dataset, place, parity);
      solve (parity);
    }
  if (parity->input != NULL && !pivot_what_if_range (parity->input, place, NULL, NULL))
    parity->input = NULL;

  return TRUE;
}

/**
 * pivot_parity_units_of:
 * @parity: how two shares stand to each other
 * @number: what the first is supposed to be, percent
 *
 * Finds how many units the place would have more, or less if negative: the fewest whole ones that make at least so much.
 *
 * Returns: the units; NaN unless the total is known
 */
double
pivot_parity_units_of (const PivotParity *parity,
                       double             number)
{
  g_return_val_if_fail (parity != NULL, NAN);

  if (parity->count == NULL || isnan (parity->total) || number >= 100)
    return NAN;
  if (number == parity->number)
    return 0;

  return pivot_parity_solve (parity->have, parity->total, number, pivot_measure_get_decimals (parity->count));
}

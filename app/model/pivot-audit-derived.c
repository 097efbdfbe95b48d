/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Measures derived from derived measures. The loader has refused circles; this one does not lean on it. */
#define MAX_DEPTH 64

/* Two ways of adding the same numbers up may differ by this part of them. */
#define TOLERANCE 1e-9

static double *
derive (PivotDataset *dataset,
        PivotMeasure *measure,
        guint         depth);

static double *
derive_by_id (PivotDataset *dataset,
              const char   *id,
              guint         depth)
{
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, id);

  return measure != NULL && depth < MAX_DEPTH ? derive (dataset, measure, depth + 1) : NULL;
}

static double
add_up (const double *numbers,
        guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += isnan (numbers[i]) ? 0 : numbers[i];

  return sum;
}

static double
combine (PivotMeasure *measure,
         double        a,
         double        b)
{
  double result;

  switch (pivot_measure_get_derive (measure))
    {
    case PIVOT_DERIVE_DIFFERENCE:
      result = a - b;
      break;
    case PIVOT_DERIVE_RATIO:
      result = a / b;
      break;
    case PIVOT_DERIVE_SHARE:
      result = a / b * 100;
      break;
    case PIVOT_DERIVE_PER:
      result = a / b * pivot_measure_get_factor (measure);
      break;
    case PIVOT_DERIVE_NONE:
    default:
      return NAN;
    }

  return isfinite (result) ? result : NAN;
}

/* By place, NaN where there is none; from the given values alone, whatever a derived measure holds. */
static double *
derive (PivotDataset *dataset,
        PivotMeasure *measure,
        guint         depth)
{
  guint n = pivot_dataset_get_n_places (dataset);
  const char * const *of = pivot_measure_get_of (measure);
  gboolean share = pivot_measure_get_derive (measure) == PIVOT_DERIVE_SHARE;
  g_autofree double *a = NULL;
  g_autofree double *b = NULL;
  double whole;

  if (pivot_measure_get_derive (measure) == PIVOT_DERIVE_NONE)
    return g_memdup2 (pivot_measure_get_numbers (measure, NULL), n * sizeof (double));

  a = of[0] != NULL ? derive_by_id (dataset, of[0], depth) : NULL;
  if (a == NULL)
    return NULL;

  b = !share && of[1] != NULL ? derive_by_id (dataset, of[1], depth) : NULL;
  if (!share && b == NULL)
    return NULL;

  whole = share ? add_up (a, n) : NAN;
  for (guint i = 0; i < n; i++)
    a[i] = combine (measure, a[i], share ? whole : b[i]);

  return g_steal_pointer (&a);
}

static gboolean
agree (double stored,
       double recomputed)
{
  if (isnan (stored) || isnan (recomputed))
    return isnan (stored) && isnan (recomputed);

  return fabs (stored - recomputed) <= TOLERANCE * MAX (1, MAX (fabs (stored), fabs (recomputed)));
}

static char *
value_path (PivotDataset *dataset,
            PivotMeasure *measure,
            guint         place)
{
  return g_strdup_printf ("%s/%s", pivot_measure_get_id (measure),
                          pivot_place_get_id (pivot_dataset_get_place (dataset, place)));
}

static PivotFinding *
write_finding (PivotDataset *dataset,
               PivotMeasure *measure,
               const double *numbers,
               gboolean      good,
               guint         example,
               GPtrArray    *paths)
{
  PivotFindingParts parts = { .verdict = good ? PIVOT_FINDING_HOLDS : PIVOT_FINDING_FAILS, .paths = paths };
  const PivotValue *value = pivot_measure_get_value (measure, example);

  parts.path = g_strdup (pivot_measure_get_id (measure));
  parts.printed = value != NULL ? value->number : NAN;
  parts.recomputed = numbers != NULL ? numbers[example] : NAN;

  if (value != NULL && value->formula != NULL)
    parts.arithmetic = _pivot_audit_write (_pivot_audit_write_formula (dataset, value->formula), parts.recomputed,
                                           parts.printed, pivot_measure_get_decimals (measure), PIVOT_BOUND_NONE);
  else
    parts.arithmetic = g_strdup (_("cannot be worked out"));

  return _pivot_finding_new (&parts);
}

/* One finding for the whole measure: where it is wrong, or if it is right, the first place that has a value. */
static PivotFinding *
audit_measure (PivotDataset *dataset,
               PivotMeasure *measure)
{
  g_autofree double *numbers = derive (dataset, measure, 0);
  g_autoptr(GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const double *stored = pivot_measure_get_numbers (measure, &n);
  int first_wrong = -1, first_right = -1;

  for (guint i = 0; i < n; i++)
    {
      if (numbers == NULL || !agree (stored[i], numbers[i]))
        {
          first_wrong = first_wrong < 0 ? (int) i : first_wrong;
          g_ptr_array_add (wrong, value_path (dataset, measure, i));
        }
      else if (!isnan (stored[i]))
        {
          first_right = first_right < 0 ? (int) i : first_right;
          g_ptr_array_add (right, value_path (dataset, measure, i));
        }
    }

  if (first_wrong >= 0)
    return write_finding (dataset, measure, numbers, FALSE, (guint) first_wrong, g_steal_pointer (&wrong));

  return write_finding (dataset, measure, numbers, TRUE, (guint) MAX (first_right, 0), g_steal_pointer (&right));
}

void
_pivot_audit_derived (PivotDataset *dataset,
                      GPtrArray    *findings)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (pivot_measure_get_derive (measure) != PIVOT_DERIVE_NONE)
        g_ptr_array_add (findings, audit_measure (dataset, measure));
    }
}

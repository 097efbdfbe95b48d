/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-private.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a sum in doubles may be off, next to the half unit that rounding may. */
#define EPSILON 1e-9

gboolean
_pivot_audit_is_close (double recomputed,
                       double printed,
                       guint  decimals)
{
  return fabs (recomputed - printed) <= 0.5 * pow (10, -(double) decimals) + EPSILON;
}

char *
_pivot_audit_format (double number,
                     guint  decimals)
{
  g_autofree char *text = pivot_units_format_number (number, decimals);

  return number < 0 ? g_strdup_printf ("(%s)", text) : g_steal_pointer (&text);
}

/* A measure's values are shown as its tables show them, and exactly where they say more. */
char *
_pivot_audit_format_path (PivotDataset *dataset,
                          const char   *path,
                          double        number)
{
  const char *slash = strchr (path, '/');
  g_autofree char *id = slash != NULL ? g_strndup (path, slash - path) : NULL;
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, id);
  guint decimals = pivot_units_count_decimals (number);

  if (measure != NULL && pivot_measure_get_derive (measure) != PIVOT_DERIVE_NONE)
    decimals = pivot_measure_get_decimals (measure);
  else if (measure != NULL)
    decimals = MAX (decimals, pivot_measure_get_decimals (measure));

  return _pivot_audit_format (number, decimals);
}

/* Two more digits than are printed, so that a difference shows, but no zeros at their end. */
static double
shorten (double  recomputed,
         guint   decimals,
         guint  *shown)
{
  double unit = pow (10, decimals + 2);
  double shortened = round (recomputed * unit) / unit;

  *shown = isfinite (shortened) ? CLAMP (pivot_units_count_decimals (shortened), decimals, decimals + 2) : decimals;
  return shortened;
}

/* "3.52 − 2.35 = 1.17", or the number alone if there is nothing to compute. */
static char *
write_result (char   *expression,
              double  recomputed,
              guint   decimals)
{
  g_autofree char *left = expression;
  g_autofree char *right = NULL;
  guint shown;
  double shortened = shorten (recomputed, decimals, &shown);
  gboolean exact = fabs (shortened - recomputed) <= EPSILON * MAX (1, fabs (recomputed));

  if (left == NULL)
    return pivot_units_format_number (recomputed, MAX (decimals, pivot_units_count_decimals (recomputed)));

  right = pivot_units_format_number (shortened, shown);
  return g_strdup_printf ("%s %s %s", left, exact ? "=" : "≈", right);
}

char *
_pivot_audit_write (char       *expression,
                    double      recomputed,
                    double      printed,
                    guint       decimals,
                    PivotBound  bound)
{
  g_autofree char *result = write_result (expression, recomputed, decimals);
  g_autofree char *figure = pivot_units_format_number (printed, decimals);

  if (bound == PIVOT_BOUND_ABOVE)
    /* Translators: a calculation with its result, and the limit that the source prints. */
    return g_strdup_printf (_("%s, printed: above %s"), result, figure);
  if (bound == PIVOT_BOUND_BELOW)
    /* Translators: a calculation with its result, and the limit that the source prints. */
    return g_strdup_printf (_("%s, printed: below %s"), result, figure);
  if (g_str_has_suffix (result, figure) && fabs (recomputed - printed) <= EPSILON * MAX (1, fabs (printed)))
    return g_steal_pointer (&result);

  /* Translators: a calculation with its result, and the number that the source prints. */
  return g_strdup_printf (_("%s, printed %s"), result, figure);
}

/* ---- The formulas of values ---- */

static void
audit_formula (PivotDataset     *dataset,
               const char       *path,
               const PivotValue *value,
               GPtrArray        *findings)
{
  PivotFindingParts parts = { .path = g_strdup (path), .printed = value->number, .recomputed = NAN };
  guint decimals = pivot_units_count_decimals (value->number);
  g_autoptr(GError) error = NULL;

  parts.paths = _pivot_audit_formula_paths (value->formula);
  g_ptr_array_add (parts.paths, g_strdup (path));

  if (pivot_audit_evaluate (dataset, value->formula, &parts.recomputed, &error))
    {
      parts.verdict = _pivot_audit_is_close (parts.recomputed, value->number, decimals) ? PIVOT_FINDING_HOLDS : PIVOT_FINDING_FAILS;
      parts.arithmetic = _pivot_audit_write (_pivot_audit_write_formula (dataset, value->formula),
                                             parts.recomputed, value->number, decimals, PIVOT_BOUND_NONE);
    }
  else
    {
      parts.verdict = PIVOT_FINDING_FAILS;
      parts.arithmetic = g_strdup_printf ("%s: %s", value->formula, error->message);
    }

  g_ptr_array_add (findings, _pivot_finding_new (&parts));
}

static void
audit_measure_formulas (PivotDataset *dataset,
                        PivotMeasure *measure,
                        GPtrArray    *findings)
{
  /* The formulas of derived values are the loader's own; those measures are recomputed as a whole. */
  if (pivot_measure_get_derive (measure) != PIVOT_DERIVE_NONE)
    return;

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);
      g_autofree char *path = NULL;

      if (pivot_value_is_missing (value) || value->formula == NULL)
        continue;

      path = g_strdup_printf ("%s/%s", pivot_measure_get_id (measure),
                              pivot_place_get_id (pivot_dataset_get_place (dataset, i)));
      audit_formula (dataset, path, value, findings);
    }
}

static void
audit_figure_formulas (PivotDataset *dataset,
                       PivotFigure  *figure,
                       GPtrArray    *findings)
{
  GListModel *list = pivot_figure_get_series (figure);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (list, i);

      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        {
          const PivotPoint *point = pivot_series_get_point (series, j);
          g_autofree char *path = NULL;

          if (pivot_value_is_missing (point->value) || point->value->formula == NULL)
            continue;

          path = g_strdup_printf ("%s/%s/%s", pivot_figure_get_id (figure), pivot_series_get_id (series), point->x);
          audit_formula (dataset, path, point->value, findings);
        }
    }
}

void
_pivot_audit_formulas (PivotDataset *dataset,
                       GPtrArray    *findings)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);
  GListModel *figures = pivot_dataset_get_figures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      audit_measure_formulas (dataset, measure, findings);
    }

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      audit_figure_formulas (dataset, figure, findings);
    }
}

/* ---- All of it ---- */

static void
append_verdict (GListStore   *list,
                GPtrArray    *findings,
                PivotVerdict  verdict)
{
  for (guint i = 0; i < findings->len; i++)
    {
      if (pivot_finding_get_verdict (g_ptr_array_index (findings, i)) == verdict)
        g_list_store_append (list, g_ptr_array_index (findings, i));
    }
}

/**
 * pivot_audit_run:
 * @dataset: a dataset
 *
 * Recomputes every check, the formula of every value, and every derived measure (by arithmetic of its own, from the
 * values that were given).
 *
 * A check passes if its result and the printed number differ by no more than half a unit of the last decimal, or, with a
 * bound, if the result lies above or below it. For a formula the last decimal is that of the value. Nothing is corrected.
 *
 * Shares nothing until it returns, so any thread may call it.
 *
 * Returns: (transfer full): a list of [class@Finding]: what fails, then conflicts, then what holds; within each, checks,
 *   formulas and derived measures in the order of the files
 */
GListModel *
pivot_audit_run (PivotDataset *dataset)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);

  _pivot_audit_checks (dataset, findings);
  _pivot_audit_formulas (dataset, findings);
  _pivot_audit_derived (dataset, findings);

  list = g_list_store_new (PIVOT_TYPE_FINDING);
  append_verdict (list, findings, PIVOT_FINDING_FAILS);
  append_verdict (list, findings, PIVOT_FINDING_CONFLICT);
  append_verdict (list, findings, PIVOT_FINDING_HOLDS);

  return G_LIST_MODEL (list);
}

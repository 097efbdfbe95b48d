/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-private.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longer sums are cut in the middle when they are written out. */
#define MAX_TERMS 12
#define CUT_TERMS 3

/* What goes into a check: numbers, the same as text for people, and the value paths among them. */
typedef struct
{
  GArray    *numbers;
  GPtrArray *texts;
  GPtrArray *paths;
  char      *unknown;   /* the first that leads nowhere, or NULL */
} Operands;

static void
operands_clear (Operands *operands)
{
  g_array_unref (operands->numbers);
  g_ptr_array_unref (operands->texts);
  g_clear_pointer (&operands->paths, g_ptr_array_unref);
  g_free (operands->unknown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Operands, operands_clear)

static void
add_value (Operands     *operands,
           PivotDataset *dataset,
           const char   *path)
{
  const PivotValue *value = pivot_dataset_find_value (dataset, path);

  g_ptr_array_add (operands->paths, g_strdup (path));

  if (pivot_value_is_missing (value))
    {
      if (operands->unknown == NULL)
        operands->unknown = g_strdup (path);
      return;
    }

  g_array_append_val (operands->numbers, value->number);
  g_ptr_array_add (operands->texts, _pivot_audit_format_path (dataset, path, value->number));
}

/* All values of a measure. */
static void
add_measure (Operands     *operands,
             PivotDataset *dataset,
             const char   *path)
{
  g_autofree char *id = g_strndup (path, strlen (path) - 2);
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, id);

  if (measure == NULL || pivot_measure_get_n_values (measure) == 0)
    {
      if (operands->unknown == NULL)
        operands->unknown = g_strdup (path);
      return;
    }

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      g_autofree char *value_path = NULL;

      if (pivot_value_is_missing (pivot_measure_get_value (measure, i)))
        continue;

      value_path = g_strdup_printf ("%s/%s", id, pivot_place_get_id (pivot_dataset_get_place (dataset, i)));
      add_value (operands, dataset, value_path);
    }
}

static void
read_operands (Operands     *operands,
               PivotDataset *dataset,
               PivotCheck   *check)
{
  const char * const *of = pivot_check_get_of (check);

  operands->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  operands->texts = g_ptr_array_new_with_free_func (g_free);
  operands->paths = g_ptr_array_new_with_free_func (g_free);
  operands->unknown = NULL;

  for (guint i = 0; of != NULL && of[i] != NULL; i++)
    {
      char *end = NULL;
      double number = g_ascii_strtod (of[i], &end);

      if (*of[i] != '\0' && *end == '\0')
        {
          g_array_append_val (operands->numbers, number);
          g_ptr_array_add (operands->texts, _pivot_audit_format (number, pivot_units_count_decimals (number)));
        }
      else if (g_str_has_suffix (of[i], "/*"))
        {
          add_measure (operands, dataset, of[i]);
        }
      else
        {
          add_value (operands, dataset, of[i]);
        }
    }
}

static double
add_up (GArray *numbers)
{
  double sum = 0;

  for (guint i = 0; i < numbers->len; i++)
    sum += g_array_index (numbers, double, i);

  return sum;
}

/* NaN if it cannot be worked out. */
static double
compute (PivotCheckKind  kind,
         GArray         *numbers)
{
  const double *n = (const double *) (gpointer) numbers->data;

  switch (kind)
    {
    case PIVOT_CHECK_DIFFERENCE:
      return numbers->len == 2 ? n[0] - n[1] : NAN;
    case PIVOT_CHECK_RATIO:
      return numbers->len == 2 && n[1] != 0 ? n[0] / n[1] : NAN;
    case PIVOT_CHECK_ROUNDING:
      return numbers->len == 1 ? n[0] : NAN;
    case PIVOT_CHECK_SUM:
      return numbers->len > 0 ? add_up (numbers) : NAN;
    case PIVOT_CHECK_MEAN:
      return numbers->len > 0 ? add_up (numbers) / numbers->len : NAN;
    case PIVOT_CHECK_CONFLICT:
    default:
      return NAN;
    }
}

static char *
join (GPtrArray  *texts,
      const char *sign)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      gboolean cut = texts->len > MAX_TERMS && i == CUT_TERMS;

      if (i > 0)
        g_string_append_printf (text, " %s ", sign);
      g_string_append (text, cut ? "…" : g_ptr_array_index (texts, i));
      if (cut)
        i = texts->len - 2;
    }

  return g_string_free (text, FALSE);
}

/* NULL if there is nothing to compute. */
static char *
write_expression (PivotCheck *check,
                  GPtrArray  *texts)
{
  PivotCheckKind kind = pivot_check_get_kind (check);
  double factor = pivot_check_get_factor (check);
  const char *sign = kind == PIVOT_CHECK_DIFFERENCE ? "−" : kind == PIVOT_CHECK_RATIO ? "÷" : "+";
  g_autofree char *terms = join (texts, sign);
  g_autofree char *times = NULL;
  gboolean is_sum = texts->len > 1 && kind != PIVOT_CHECK_RATIO;

  if (texts->len == 1 && factor == 1)
    return NULL;

  if (kind == PIVOT_CHECK_MEAN)
    {
      char *mean = g_strdup_printf (is_sum ? "(%s) ÷ %u" : "%s ÷ %u", terms, texts->len);

      g_free (terms);
      terms = mean;
      is_sum = FALSE;
    }

  if (factor == 1)
    return g_steal_pointer (&terms);

  times = _pivot_audit_format (factor, pivot_units_count_decimals (factor));
  return g_strdup_printf (is_sum ? "(%s) × %s" : "%s × %s", terms, times);
}

static gboolean
passes (PivotCheck *check,
        double      recomputed)
{
  double printed = pivot_check_get_printed (check);

  if (isnan (recomputed))
    return FALSE;

  switch (pivot_check_get_bound (check))
    {
    case PIVOT_BOUND_ABOVE:
      return recomputed > printed;
    case PIVOT_BOUND_BELOW:
      return recomputed < printed;
    case PIVOT_BOUND_ABOUT:
    case PIVOT_BOUND_NONE:
    default:
      return _pivot_audit_is_close (recomputed, printed, pivot_check_get_decimals (check));
    }
}

/* ---- Where the printed number itself stands ---- */

/* Index of the one place that all paths are about, or −1. */
static int
find_common_place (PivotDataset *dataset,
                   GPtrArray    *paths)
{
  int common = -1;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *slash = strchr (g_ptr_array_index (paths, i), '/');
      int place = slash != NULL ? pivot_dataset_get_place_index (dataset, slash + 1) : -1;

      /* The numbers of figures, totals for instance, are about no place. */
      if (place < 0)
        continue;
      if (common >= 0 && common != place)
        return -1;
      common = place;
    }

  return common;
}

static gboolean
is_printed (const PivotValue *value,
            PivotCheck       *check)
{
  return !pivot_value_is_missing (value) && value->status == PIVOT_STATUS_PUBLISHED &&
         g_strcmp0 (value->source, pivot_check_get_source (check)) == 0 &&
         fabs (value->number - pivot_check_get_printed (check)) < 1e-12;
}

static void
find_in_measures (PivotDataset *dataset,
                  PivotCheck   *check,
                  guint         place,
                  GPtrArray    *found)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (is_printed (pivot_measure_get_value (measure, place), check))
        g_ptr_array_add (found, g_strdup_printf ("%s/%s", pivot_measure_get_id (measure),
                                                 pivot_place_get_id (pivot_dataset_get_place (dataset, place))));
    }
}

/* Whether a figure is about all measures that the check's paths belong to. */
static gboolean
is_about (PivotFigure  *figure,
          PivotDataset *dataset,
          GPtrArray    *paths)
{
  const char * const *measures = pivot_figure_get_measures (figure);

  for (guint i = 0; i < paths->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (g_ptr_array_index (paths, i), "/", 2);

      if (pivot_dataset_find_measure (dataset, parts[0]) == NULL || !g_strv_contains (measures, parts[0]))
        return FALSE;
    }

  return paths->len > 0;
}

static void
find_in_figure (PivotFigure *figure,
                PivotCheck  *check,
                GPtrArray   *found)
{
  GListModel *list = pivot_figure_get_series (figure);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (list, i);

      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        {
          const PivotPoint *point = pivot_series_get_point (series, j);

          if (is_printed (point->value, check))
            g_ptr_array_add (found, g_strdup_printf ("%s/%s/%s", pivot_figure_get_id (figure),
                                                     pivot_series_get_id (series), point->x));
        }
    }
}

/* The printed number as a value of the dataset: at the same place, or in a figure about the same measures, printed in the
 * same source. Two candidates are none: a guess would put the mark at the wrong number. */
static void
add_printed_path (PivotDataset *dataset,
                  PivotCheck   *check,
                  GPtrArray    *paths)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  int place = find_common_place (dataset, paths);

  if (place >= 0)
    {
      find_in_measures (dataset, check, (guint) place, found);
    }
  else
    {
      GListModel *figures = pivot_dataset_get_figures (dataset);

      for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
        {
          g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

          if (is_about (figure, dataset, paths))
            find_in_figure (figure, check, found);
        }
    }

  if (found->len == 1 && !g_ptr_array_find_with_equal_func (paths, g_ptr_array_index (found, 0), g_str_equal, NULL))
    g_ptr_array_add (paths, g_strdup (g_ptr_array_index (found, 0)));
}

/* ---- Findings ---- */

static char *
write_statement (const PivotStatement *statement)
{
  if (isnan (statement->number))
    return g_strdup (pivot_text_get (statement->text));

  return pivot_units_format_number (statement->number, pivot_units_count_decimals (statement->number));
}

/* Each different statement once, however many sources make it. */
static char *
write_conflict (PivotCheck *check)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      g_autofree char *text = write_statement (pivot_check_get_statement (check, i));

      if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }

  return join (texts, "≠");
}

/* Whether it is the number of one of the statements, read in the same source. */
static gboolean
is_stated (PivotCheck       *check,
           const PivotValue *value)
{
  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      const PivotStatement *statement = pivot_check_get_statement (check, i);

      if (!pivot_value_is_missing (value) && statement->number == value->number &&
          g_strcmp0 (statement->source, value->source) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_stated_points (GPtrArray   *paths,
                   PivotCheck  *check,
                   PivotFigure *figure)
{
  GListModel *all = pivot_figure_get_series (figure);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (all, i);

      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        {
          const PivotPoint *point = pivot_series_get_point (series, j);

          if (is_stated (check, point->value))
            g_ptr_array_add (paths, g_strjoin ("/", pivot_figure_get_id (figure), pivot_series_get_id (series), point->x, NULL));
        }
    }
}

static void
add_stated_values (GPtrArray    *paths,
                   PivotCheck   *check,
                   PivotDataset *dataset,
                   PivotMeasure *measure)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    {
      if (is_stated (check, pivot_measure_get_value (measure, i)))
        g_ptr_array_add (paths, g_strjoin ("/", pivot_measure_get_id (measure),
                                           pivot_place_get_id (pivot_dataset_get_place (dataset, i)), NULL));
    }
}

/* The format does not say which values a conflict is about; those are that one of its sources states. */
static GPtrArray *
find_stated (PivotDataset *dataset,
             PivotCheck   *check)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GListModel *measures = pivot_dataset_get_measures (dataset);
  GListModel *figures = pivot_dataset_get_figures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      add_stated_values (paths, check, dataset, measure);
    }
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      add_stated_points (paths, check, figure);
    }

  return paths;
}

static PivotFinding *
audit_conflict (PivotDataset *dataset,
                PivotCheck   *check)
{
  PivotFindingParts parts = { .verdict = PIVOT_FINDING_CONFLICT, .check = check, .printed = NAN, .recomputed = NAN };

  parts.path = g_strdup (pivot_check_get_id (check));
  parts.arithmetic = write_conflict (check);
  parts.paths = find_stated (dataset, check);

  return _pivot_finding_new (&parts);
}

static PivotFinding *
audit_check (PivotDataset *dataset,
             PivotCheck   *check)
{
  PivotFindingParts parts = { .check = check, .path = g_strdup (pivot_check_get_id (check)) };
  g_auto(Operands) operands = { 0 };

  read_operands (&operands, dataset, check);

  parts.printed = pivot_check_get_printed (check);
  parts.recomputed = operands.unknown != NULL
    ? NAN : compute (pivot_check_get_kind (check), operands.numbers) * pivot_check_get_factor (check);
  parts.verdict = passes (check, parts.recomputed) ? PIVOT_FINDING_HOLDS : PIVOT_FINDING_FAILS;

  if (operands.unknown != NULL)
    parts.arithmetic = g_strdup_printf (_("no value at “%s”"), operands.unknown);
  else if (isnan (parts.recomputed))
    parts.arithmetic = g_strdup (_("cannot be worked out"));
  else
    parts.arithmetic = _pivot_audit_write (write_expression (check, operands.texts), parts.recomputed, parts.printed,
                                           pivot_check_get_decimals (check), pivot_check_get_bound (check));

  add_printed_path (dataset, check, operands.paths);
  parts.paths = g_steal_pointer (&operands.paths);

  return _pivot_finding_new (&parts);
}

void
_pivot_audit_checks (PivotDataset *dataset,
                     GPtrArray    *findings)
{
  GListModel *checks = pivot_dataset_get_checks (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr(PivotCheck) check = g_list_model_get_item (checks, i);

      g_ptr_array_add (findings, pivot_check_get_kind (check) == PIVOT_CHECK_CONFLICT
                                   ? audit_conflict (dataset, check) : audit_check (dataset, check));
    }
}

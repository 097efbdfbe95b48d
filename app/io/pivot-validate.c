/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-validate.h"

#include "pivot-audit.h"
#include "pivot-dataset-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint values;
  guint formulas;
  guint passed;
  guint failed;
  guint conflicts;
  guint wrong;      /* formulas and derived measures that do not give what the dataset holds */
} Counts;

static void
append_problems (GString    *out,
                 GListModel *problems,
                 GError     *error)
{
  guint n = problems != NULL ? g_list_model_get_n_items (problems) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = pivot_problem_to_string (problem);

      g_string_append_printf (out, _("error: %s"), text);
      g_string_append_c (out, '\n');
    }

  if (n == 0)
    {
      g_string_append_printf (out, _("error: %s"), error->message);
      g_string_append_c (out, '\n');
    }
  if (n >= PIVOT_LOADER_MAX_PROBLEMS)
    {
      g_string_append (out, _("More may be wrong; no more than these are listed."));
      g_string_append_c (out, '\n');
    }

  g_string_append_printf (out, ngettext ("does not fit: %u problem", "does not fit: %u problems", MAX (n, 1)), MAX (n, 1));
  g_string_append_c (out, '\n');
}

static guint
count_points (PivotFigure *figure)
{
  GListModel *list = pivot_figure_get_series (figure);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (list, i);

      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        n += !pivot_value_is_missing (pivot_series_get_point (series, j)->value);
    }

  return n;
}

/* Those that the files give; derived ones are not among them. */
static guint
count_values (PivotDataset *dataset)
{
  GListModel *measures = pivot_dataset_get_measures (dataset);
  GListModel *figures = pivot_dataset_get_figures (dataset);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (pivot_measure_get_derive (measure) == PIVOT_DERIVE_NONE)
        n += pivot_measure_get_n_values (measure);
    }

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      n += count_points (figure);
    }

  return n;
}

static void
count_finding (Counts       *counts,
               PivotFinding *finding)
{
  PivotVerdict verdict = pivot_finding_get_verdict (finding);

  if (pivot_finding_get_check (finding) == NULL)
    {
      counts->formulas += strchr (pivot_finding_get_path (finding), '/') != NULL;
      counts->wrong += verdict == PIVOT_FINDING_FAILS;
    }
  else if (verdict == PIVOT_FINDING_CONFLICT)
    {
      counts->conflicts++;
    }
  else if (verdict == PIVOT_FINDING_FAILS)
    {
      counts->failed++;
    }
  else
    {
      counts->passed++;
    }
}

/* One line for what fails or disagrees. */
static void
append_finding (GString      *out,
                PivotFinding *finding)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  const char *path = pivot_finding_get_path (finding);
  const char *arithmetic = pivot_finding_get_arithmetic (finding);

  if (pivot_finding_get_verdict (finding) == PIVOT_FINDING_CONFLICT)
    /* Translators: id, title, and the statements that disagree. */
    g_string_append_printf (out, _("conflict: %s: %s: %s"), path, pivot_text_get (pivot_check_get_title (check)), arithmetic);
  else if (check != NULL)
    /* Translators: id of the check, and its arithmetic. */
    g_string_append_printf (out, _("check failed: %s: %s"), path, arithmetic);
  else
    /* Translators: where the value is, and the arithmetic of its formula. */
    g_string_append_printf (out, _("does not add up: %s: %s"), path, arithmetic);

  g_string_append_c (out, '\n');
}

static void
append_summary (GString      *out,
                const Counts *counts)
{
  /* Translators: how many, each. */
  g_string_append_printf (out, _("fits; %u value(s), %u formula(s) recomputed, %u wrong; %u check(s) pass, %u fail; %u conflict(s)"),
                          counts->values, counts->formulas, counts->wrong, counts->passed, counts->failed, counts->conflicts);
  g_string_append_c (out, '\n');
}

/**
 * pivot_validate_run:
 * @folder: a folder, in the encoding of file names
 * @out: where to put the report
 *
 * Reads a dataset folder and says what is wrong with it, a line for each: problems of format ("error: …"), checks that
 * fail ("check failed: …"), formulas and derived measures that do not give what is stored ("does not add up: …"),
 * statements that disagree ("conflict: …"), and a summary.
 *
 * Needs no display, and nothing of GTK.
 *
 * Returns: 0 if the dataset fits and adds up, 1 if it fits but something does not add up, 2 if it does not fit
 */
int
pivot_validate_run (const char *folder,
                    GString    *out)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(PivotDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;
  Counts counts = { 0 };

  g_return_val_if_fail (folder != NULL, PIVOT_VALIDATE_DOES_NOT_FIT);
  g_return_val_if_fail (out != NULL, PIVOT_VALIDATE_DOES_NOT_FIT);

  file = g_file_new_for_commandline_arg (folder);
  dataset = pivot_dataset_loader_load (file, NULL, &problems, &error);
  if (dataset == NULL)
    {
      append_problems (out, problems, error);
      return PIVOT_VALIDATE_DOES_NOT_FIT;
    }

  findings = pivot_audit_run (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);

      count_finding (&counts, finding);
      if (pivot_finding_get_verdict (finding) != PIVOT_FINDING_HOLDS)
        append_finding (out, finding);
    }

  counts.values = count_values (dataset);
  append_summary (out, &counts);

  return counts.failed + counts.wrong > 0 ? PIVOT_VALIDATE_FAILS : PIVOT_VALIDATE_FITS;
}

/**
 * pivot_validate_print:
 * @folder: a folder, in the encoding of file names
 *
 * Prints the report of [func@validate_run].
 *
 * Returns: the exit status: 0, 1 or 2
 */
int
pivot_validate_print (const char *folder)
{
  g_autoptr(GString) out = g_string_new (NULL);
  int result = pivot_validate_run (folder, out);

  g_print ("%s", out->str);

  return result;
}

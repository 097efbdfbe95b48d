/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt-private.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
count_decimals (const char *number)
{
  const char *point = strchr (number, '.');

  return point != NULL ? (guint) strspn (point + 1, "0123456789") : 0;
}

/* A path of a measure's values: its name, the place if it is another than the card's, the number. */
static char *
measure_operand_to_text (PivotDataset *dataset,
                         PivotMeasure *measure,
                         const char   *place_id,
                         guint         place)
{
  const char *label = pivot_text_get (pivot_measure_get_label (measure));
  int index = pivot_dataset_get_place_index (dataset, place_id);
  g_autofree char *number = NULL;

  if (g_str_equal (place_id, "*"))
    /* Translators: in a formula: all values of a measure added up. */
    return g_strdup_printf (_("sum of %s"), label);
  if (index < 0)
    return NULL;

  number = pivot_units_format_value (pivot_measure_get_value (measure, (guint) index),
                                     pivot_measure_get_decimals (measure), NULL);
  if ((guint) index == place)
    /* Translators: in a formula: the name of a measure and its number, "Share of all postgraduates 5.05". */
    return g_strdup_printf (C_("formula operand", "%1$s %2$s"), label, number);

  /* Translators: in a formula: the name of a measure, a place, and the number. */
  return g_strdup_printf (C_("formula operand", "%1$s (%2$s) %3$s"), label,
                          pivot_text_get (pivot_place_get_short (pivot_dataset_get_place (dataset, (guint) index))),
                          number);
}

static char *
point_operand_to_text (PivotDataset *dataset,
                       char        **parts)
{
  PivotFigure *figure = pivot_dataset_find_figure (dataset, parts[0]);
  PivotSeries *series = figure != NULL ? pivot_figure_find_series (figure, parts[1]) : NULL;
  const PivotPoint *point = series != NULL ? pivot_series_find_point (series, parts[2]) : NULL;
  g_autofree char *number = NULL;

  if (point == NULL || pivot_value_is_missing (point->value))
    return NULL;

  number = pivot_units_format_number (point->value->number, 2);

  return g_strdup_printf (C_("formula operand", "%1$s (%2$s) %3$s"), pivot_text_get (pivot_series_get_label (series)),
                          point->label != NULL ? pivot_text_get (point->label) : point->x, number);
}

/* What a person reads in place of one token; the token itself where nothing is known of it. */
static char *
token_to_text (PivotDataset *dataset,
               const char   *token,
               guint         place)
{
  g_auto(GStrv) parts = g_strsplit (token, "/", 3);
  PivotMeasure *measure;
  char *text = NULL;

  if (g_str_equal (token, "round"))
    /* Translators: in a formula: rounds what stands in the parentheses after it. */
    return g_strdup (_("round"));
  /* Ids of figures may begin with a digit, too. */
  if (g_ascii_isdigit (*token) && parts[1] == NULL)
    return pivot_units_format_number (g_ascii_strtod (token, NULL), count_decimals (token));

  if (parts[1] != NULL && parts[2] == NULL && (measure = pivot_dataset_find_measure (dataset, parts[0])) != NULL)
    text = measure_operand_to_text (dataset, measure, parts[1], place);
  else if (parts[1] != NULL && parts[2] != NULL)
    text = point_operand_to_text (dataset, parts);

  return text != NULL ? text : g_strdup (token);
}

/*
 * _pivot_formula_to_text:
 * @formula: as the format writes it: tokens with spaces between
 * @place: the place whose value it gives; it is not named again
 *
 * Writes a formula with names and numbers in place of ids.
 *
 * Returns: (transfer full): the formula for a person
 */
char *
_pivot_formula_to_text (PivotDataset *dataset,
                        const char   *formula,
                        guint         place)
{
  g_auto(GStrv) tokens = g_strsplit (formula, " ", -1);
  GString *string = g_string_new (NULL);
  gboolean tight = TRUE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (*tokens[i] == '\0')
        continue;

      if (!tight && !g_str_equal (tokens[i], ")"))
        g_string_append_c (string, ' ');
      text = token_to_text (dataset, tokens[i], place);
      g_string_append (string, text);
      tight = g_str_equal (tokens[i], "(");
    }

  return g_string_free (string, FALSE);
}

/* The arithmetic says both numbers: "3.52 − 2.35 = 1.17, printed 1.16". */
static char *
failure_to_text (PivotFinding *finding,
                 gboolean      own)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  const char *arithmetic = pivot_finding_get_arithmetic (finding);

  if (own)
    /* Translators: the arithmetic in numbers: "Does not add up: 3.52 − 2.35 = 1.17, printed 1.16". */
    return g_strdup_printf (_("Does not add up: %s"), arithmetic);
  if (check == NULL)
    /* Translators: of a number that another is computed from, which is wrong: the arithmetic in numbers. */
    return g_strdup_printf (_("Used in a number that does not add up: %s"), arithmetic);

  /* Translators: of a number that a printed figure is made from, which is wrong: title of the check, the arithmetic. */
  return g_strdup_printf (_("Used in a figure that does not add up (%1$s): %2$s"),
                          pivot_text_get (pivot_check_get_title (check)), arithmetic);
}

/* Whether a finding is about the number itself, and not about one that it goes into. */
static gboolean
is_own (PivotFinding *finding,
        const char   *path)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  const char *subject = pivot_finding_get_path (finding);

  if (check != NULL)
    {
      const char * const *of = pivot_check_get_of (check);
      const char *slash = strchr (path, '/');
      g_autofree char *all = g_strdup_printf ("%.*s/*", slash != NULL ? (int) (slash - path) : 0, path);

      return !g_strv_contains (of, path) && !g_strv_contains (of, all);
    }

  /* The subject is the value, or the derived measure that it belongs to. */
  return g_str_has_prefix (path, subject) && (path[strlen (subject)] == '\0' || path[strlen (subject)] == '/');
}

static char *
finding_to_text (PivotFinding *finding,
                 const char   *path,
                 gboolean     *doubtful)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  gboolean own = is_own (finding, path);

  switch (pivot_finding_get_verdict (finding))
    {
    case PIVOT_FINDING_FAILS:
      *doubtful |= own;
      return failure_to_text (finding, own);
    case PIVOT_FINDING_CONFLICT:
      *doubtful |= own;
      return g_strdup_printf (_("Sources disagree: %s"), pivot_text_get (pivot_check_get_title (check)));
    case PIVOT_FINDING_HOLDS:
    default:
      return NULL;
    }
}

/*
 * _pivot_findings_to_text:
 * @findings: list of `PivotFinding`
 * @path: value path of the number
 * @doubtful: (out): whether one of them is about the number itself
 *
 * Writes what the audit objects to, one finding a line.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if nothing is wrong
 */
char *
_pivot_findings_to_text (GListModel *findings,
                         const char *path,
                         gboolean   *doubtful)
{
  guint n = g_list_model_get_n_items (findings);
  GString *string = g_string_new (NULL);

  *doubtful = FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);
      const char * const *paths = pivot_finding_get_paths (finding);
      g_autofree char *text = NULL;

      if (paths == NULL || !g_strv_contains (paths, path))
        continue;

      text = finding_to_text (finding, path, doubtful);
      if (text != NULL)
        g_string_append_printf (string, "%s%s", string->len > 0 ? "\n" : "", text);
    }

  return g_string_free (string, string->len == 0);
}

static void
append_statement (GString              *string,
                  PivotDataset         *dataset,
                  const PivotStatement *statement)
{
  PivotSource *source = pivot_dataset_find_source (dataset, statement->source);
  g_autofree char *number = NULL;
  const char *text = pivot_text_get (statement->text);

  if (text == NULL)
    text = number = pivot_units_format_number (statement->number, pivot_units_count_decimals (statement->number));

  /* Translators: one of several statements that disagree: the number or text, where it stands, title of the source. */
  g_string_append_printf (string, C_("statement", "%1$s: %2$s (%3$s)"), text, pivot_text_get (statement->where),
                          source != NULL ? pivot_text_get (pivot_source_get_title (source)) : statement->source);
  g_string_append_c (string, '\n');
}

/* The statements of a conflict, one a line, and what the dataset makes of them. */
void
_pivot_conflict_append (GString      *string,
                        PivotDataset *dataset,
                        PivotCheck   *check)
{
  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    append_statement (string, dataset, pivot_check_get_statement (check, i));
  if (pivot_check_get_assessment (check) != NULL)
    g_string_append_printf (string, "%s\n", pivot_text_get (pivot_check_get_assessment (check)));
}

/*
 * _pivot_conflicts_to_text:
 * @dataset: a dataset
 * @findings: list of `PivotFinding`
 * @path: value path of the number
 *
 * Writes the statements that disagree about a number, one a line, and what the dataset makes of them.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if none disagrees
 */
char *
_pivot_conflicts_to_text (PivotDataset *dataset,
                          GListModel   *findings,
                          const char   *path)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);
      PivotCheck *check = pivot_finding_get_check (finding);

      if (pivot_finding_get_verdict (finding) != PIVOT_FINDING_CONFLICT ||
          !g_strv_contains (pivot_finding_get_paths (finding), path))
        continue;

      _pivot_conflict_append (string, dataset, check);
    }

  if (string->len > 0)
    g_string_truncate (string, string->len - 1);

  return g_string_free (string, string->len == 0);
}

/*
 * _pivot_rank_to_text:
 *
 * Writes the competition rank of a place among all with a value, highest first; a tie is said.
 *
 * Returns: (transfer full) (nullable): "1 of 10", "joint 3 of 31"; %NULL without a value
 */
char *
_pivot_rank_to_text (PivotMeasure *measure,
                     guint         place)
{
  guint n_places, n = 0, above = 0, equal = 0;
  const double *numbers = pivot_measure_get_numbers (measure, &n_places);
  const PivotValue *value = pivot_measure_get_value (measure, place);
  double number;

  if (pivot_value_is_missing (value))
    return NULL;

  number = value->number;
  for (guint i = 0; i < n_places; i++)
    {
      n += numbers[i] == numbers[i];
      above += numbers[i] > number;
      equal += numbers[i] == number;
    }

  if (value->bound != PIVOT_BOUND_NONE)
    /* Translators: rank of a value of which only a limit is known, "3 of 10, by its limit". */
    return g_strdup_printf (_("%1$u of %2$u, by its limit"), above + 1, n);
  if (equal > 1)
    /* Translators: a rank shared with others, "joint 3 of 31". */
    return g_strdup_printf (_("joint %1$u of %2$u"), above + 1, n);

  /* Translators: a rank, "1 of 10". */
  return g_strdup_printf (_("%1$u of %2$u"), above + 1, n);
}

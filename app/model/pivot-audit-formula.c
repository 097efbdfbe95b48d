/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-private.h"

#include "pivot-units.h"

#include "pivot-problem.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Brackets in brackets. A formula that people can read has two or three. */
#define MAX_DEPTH 64

/* Where the reader of a formula stands. The words are separated by single spaces. */
typedef struct
{
  PivotDataset  *dataset;
  char         **words;
  guint          position;
  guint          depth;
} Formula;

static const char *
peek (Formula *formula)
{
  return formula->words[formula->position];
}

static gboolean
take (Formula    *formula,
      const char *word)
{
  if (g_strcmp0 (peek (formula), word) != 0)
    return FALSE;

  formula->position++;
  return TRUE;
}

static gboolean
is_plain_number (const char *word)
{
  gsize whole = strspn (word, "0123456789");
  gsize part;

  if (whole == 0)
    return FALSE;
  if (word[whole] == '\0')
    return TRUE;
  if (word[whole] != '.')
    return FALSE;

  part = strspn (word + whole + 1, "0123456789");
  return part > 0 && word[whole + 1 + part] == '\0';
}

static gboolean
read_sum (Formula  *formula,
          double   *result,
          GError  **error);

static gboolean
read_path (Formula     *formula,
           const char  *path,
           double      *result,
           GError     **error)
{
  const PivotValue *value = pivot_dataset_find_value (formula->dataset, path);

  if (pivot_value_is_missing (value))
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_REFERENCE, _("no value at “%s”"), path);
      return FALSE;
    }

  *result = value->number;
  return TRUE;
}

static gboolean
read_brackets (Formula  *formula,
               double   *result,
               GError  **error)
{
  if (!read_sum (formula, result, error))
    return FALSE;

  if (!take (formula, ")"))
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, _("a bracket is not closed"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_operand (Formula  *formula,
              double   *result,
              GError  **error)
{
  const char *word;
  guint rounds = 0;
  gboolean good;

  while (take (formula, "round"))
    rounds++;

  if ((word = peek (formula)) == NULL)
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, _("the formula ends early"));
      return FALSE;
    }
  formula->position++;

  if (g_str_equal (word, "("))
    {
      good = read_brackets (formula, result, error);
    }
  else if (is_plain_number (word))
    {
      *result = g_ascii_strtod (word, NULL);
      good = TRUE;
    }
  else if (strchr (word, '/') != NULL)
    {
      good = read_path (formula, word, result, error);
    }
  else
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, _("“%s” was not expected here"), word);
      good = FALSE;
    }

  if (good && rounds > 0)
    *result = floor (*result + 0.5);

  return good;
}

static gboolean
read_product (Formula  *formula,
              double   *result,
              GError  **error)
{
  if (!read_operand (formula, result, error))
    return FALSE;

  while (g_strcmp0 (peek (formula), "×") == 0 || g_strcmp0 (peek (formula), "÷") == 0)
    {
      gboolean times = take (formula, "×") || !take (formula, "÷");
      double operand;

      if (!read_operand (formula, &operand, error))
        return FALSE;
      if (!times && operand == 0)
        {
          g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_RANGE, _("division by zero"));
          return FALSE;
        }
      *result = times ? *result * operand : *result / operand;
    }

  return TRUE;
}

static gboolean
read_sum (Formula  *formula,
          double   *result,
          GError  **error)
{
  gboolean good;

  if (++formula->depth > MAX_DEPTH)
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT, _("too many brackets in brackets"));
      return FALSE;
    }

  good = read_product (formula, result, error);
  while (good && (g_strcmp0 (peek (formula), "+") == 0 || g_strcmp0 (peek (formula), "−") == 0))
    {
      gboolean plus = take (formula, "+") || !take (formula, "−");
      double operand;

      good = read_product (formula, &operand, error);
      if (good)
        *result = plus ? *result + operand : *result - operand;
    }

  formula->depth--;
  return good;
}

/**
 * pivot_audit_evaluate:
 * @dataset: where value paths lead
 * @formula: value paths, numbers, `+ − × ÷`, `( )` and `round ( )`, all separated by single spaces
 * @result: (out): what it gives
 * @error: return location for a `PIVOT_DATA_ERROR`
 *
 * Works out a formula of the dataset format. `round` takes the nearest whole number, and a half upwards.
 *
 * Returns: `FALSE` if it cannot be worked out
 */
gboolean
pivot_audit_evaluate (PivotDataset  *dataset,
                      const char    *formula,
                      double        *result,
                      GError       **error)
{
  g_auto(GStrv) words = NULL;
  Formula reader = { 0 };
  double number = NAN;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (formula != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  words = g_strsplit (formula, " ", -1);
  reader.dataset = dataset;
  reader.words = words;

  if (!read_sum (&reader, &number, error))
    return FALSE;

  if (peek (&reader) != NULL)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, _("“%s” was not expected here"), peek (&reader));
      return FALSE;
    }
  if (!isfinite (number))
    {
      g_set_error_literal (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_RANGE, _("the result is no finite number"));
      return FALSE;
    }

  *result = number;
  return TRUE;
}

GPtrArray *
_pivot_audit_formula_paths (const char *formula)
{
  g_auto(GStrv) words = g_strsplit (formula, " ", -1);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strchr (words[i], '/') != NULL && !g_ptr_array_find_with_equal_func (paths, words[i], g_str_equal, NULL))
        g_ptr_array_add (paths, g_strdup (words[i]));
    }

  return paths;
}

char *
_pivot_audit_write_formula (PivotDataset *dataset,
                            const char   *formula)
{
  g_auto(GStrv) words = g_strsplit (formula, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const PivotValue *value = strchr (words[i], '/') != NULL ? pivot_dataset_find_value (dataset, words[i]) : NULL;
      g_autofree char *number = NULL;

      if (!pivot_value_is_missing (value))
        number = _pivot_audit_format_path (dataset, words[i], value->number);
      else if (is_plain_number (words[i]))
        number = _pivot_audit_format (g_ascii_strtod (words[i], NULL), pivot_units_count_decimals (g_ascii_strtod (words[i], NULL)));

      /* Brackets stand close to what is in them. */
      if (i > 0 && !g_str_equal (words[i - 1], "(") && !g_str_equal (words[i], ")"))
        g_string_append_c (text, ' ');
      g_string_append (text, number != NULL ? number : words[i]);
    }

  return g_string_free (text, FALSE);
}

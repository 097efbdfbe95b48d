/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* The grammar of formulas, without working them out: tokens with one space between them; an operand is a number, a
 * path, or something in parentheses, with "round" before it or not; between operands stands + − × or ÷. */

#define MAX_NESTING 64 /* so that whoever works a formula out may recurse */

static gboolean
is_number (const char *token)
{
  const char *p = token;

  while (g_ascii_isdigit (*p))
    p++;
  if (p > token && *p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;

  return p > token && *p == '\0';
}

static gboolean
is_operator (const char *token)
{
  return strcmp (token, "+") == 0 || strcmp (token, "−") == 0 || strcmp (token, "×") == 0 || strcmp (token, "÷") == 0;
}

static void
add_problem (PivotLoad               *load,
             const PivotFormulaPlace *place,
             PivotDataError           code,
             const char              *expected,
             const char              *token)
{
  g_autofree char *found = token != NULL ? pivot_json_quote (token) : g_strdup (_("the end of the formula"));

  pivot_problems_add (load->problems, code, place->file, place->path, expected, found);
}

static gboolean
check_path (PivotLoad               *load,
            const PivotFormulaPlace *place,
            const char              *path)
{
  if (load->ids[PIVOT_KIND_MEASURE] == NULL || load->ids[PIVOT_KIND_FIGURE] == NULL ||
      load->ids[PIVOT_KIND_PLACE] == NULL)
    return TRUE;

  if (!pivot_value_is_missing (pivot_dataset_find_value (load->dataset, path)))
    return TRUE;

  add_problem (load, place, PIVOT_DATA_ERROR_REFERENCE, _("a path that leads to a value"), path);

  return FALSE;
}

/* A token where an operand may begin. ready: it is one. */
static gboolean
read_operand (PivotLoad               *load,
              const PivotFormulaPlace *place,
              const char              *token,
              guint                   *n_open,
              guint                   *n_rounds,
              gboolean                *ready)
{
  *ready = FALSE;

  if (strcmp (token, "round") == 0)
    {
      ++*n_rounds;
    }
  else if (strcmp (token, "(") == 0)
    {
      ++*n_open;
    }
  else if (is_number (token))
    {
      *ready = TRUE;
    }
  else if (strchr (token, '/') != NULL)
    {
      *ready = TRUE;
      return check_path (load, place, token);
    }
  else
    {
      add_problem (load, place, PIVOT_DATA_ERROR_SYNTAX, _("a number, a value path, “(” or “round”"), token);
      return FALSE;
    }

  if (*n_open + *n_rounds > MAX_NESTING)
    {
      add_problem (load, place, PIVOT_DATA_ERROR_LIMIT, _("less nesting"), token);
      return FALSE;
    }

  return TRUE;
}

gboolean
_pivot_formula_check (PivotLoad               *load,
                      const PivotFormulaPlace *place)
{
  g_auto(GStrv) tokens = g_strsplit (place->formula, " ", -1);
  guint n_open = 0, n_rounds = 0;
  gboolean ready = FALSE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (!ready)
        {
          if (!read_operand (load, place, tokens[i], &n_open, &n_rounds, &ready))
            return FALSE;
        }
      else if (strcmp (tokens[i], ")") == 0 && n_open > 0)
        {
          n_open--;
        }
      else if (is_operator (tokens[i]))
        {
          ready = FALSE;
        }
      else
        {
          add_problem (load, place, PIVOT_DATA_ERROR_SYNTAX, _("one of + − × ÷"), tokens[i]);
          return FALSE;
        }
    }

  if (!ready)
    add_problem (load, place, PIVOT_DATA_ERROR_SYNTAX, _("a number, a value path, “(” or “round”"), NULL);
  else if (n_open > 0)
    add_problem (load, place, PIVOT_DATA_ERROR_SYNTAX, _("a closing “)”"), NULL);

  return ready && n_open == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table-text.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The fewest digits that give the same number again, so that 0.1 does not become 0.10000000000000001. */
static void
append_number (GString *string,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }

  g_string_append (string, text);
}

static const char *
bound_sign (PivotBound bound)
{
  switch (bound)
    {
    case PIVOT_BOUND_ABOVE:
      return "> ";
    case PIVOT_BOUND_BELOW:
      return "< ";
    case PIVOT_BOUND_ABOUT:
      return "≈ ";
    case PIVOT_BOUND_NONE:
    default:
      return "";
    }
}

/* As a program reads it. */
static char *
cell_to_plain (const PivotCell *cell)
{
  GString *string;

  if (cell->kind == PIVOT_CELL_MISSING)
    return g_strdup ("");
  if (cell->kind != PIVOT_CELL_NUMBER)
    return g_strdup (cell->text);

  string = g_string_new (bound_sign (cell->bound));
  append_number (string, cell->number);

  return g_string_free (string, FALSE);
}

/* RFC 4180: quoted where it must be, quotes doubled. */
static void
append_csv (GString    *string,
            const char *text)
{
  gsize length = strlen (text);

  if (strpbrk (text, ",\"\r\n") == NULL && (length == 0 || (*text != ' ' && text[length - 1] != ' ')))
    {
      g_string_append (string, text);
      return;
    }

  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

/* There is no way to write a tabulator or a line break in TSV; each becomes a space. */
static void
append_tsv (GString    *string,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (string, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
}

static guint
get_row (const guint *rows,
         guint        i)
{
  return rows != NULL ? rows[i] : i;
}

/* Both kinds of lines, with their separators and ends. */
static char *
write_lines (PivotTable  *self,
             const guint *rows,
             guint        n_rows,
             gboolean     aside,
             void       (*append) (GString *, const char *),
             char         separator,
             const char  *end)
{
  GString *string = g_string_new (NULL);
  guint n_columns = pivot_table_get_n_columns (self);
  guint n = rows != NULL ? n_rows : pivot_table_get_n_rows (self);

  for (guint i = 0; i <= n; i++)
    {
      gboolean first = TRUE;

      for (guint column = 0; column < n_columns; column++)
        {
          const PivotTableColumn *spec = pivot_table_get_column (self, column);
          g_autofree char *text = NULL;

          if (spec->aside && !aside)
            continue;

          text = i == 0 ? pivot_table_column_to_heading (spec)
                        : cell_to_plain (pivot_table_get_cell (self, get_row (rows, i - 1), column));
          if (!first)
            g_string_append_c (string, separator);
          append (string, text);
          first = FALSE;
        }
      g_string_append (string, end);
    }

  return g_string_free (string, FALSE);
}

/**
 * pivot_table_to_csv:
 * @self: a table
 * @rows: (nullable) (array length=n_rows): rows to write, in this order; %NULL for all
 * @n_rows: how many
 *
 * Writes a table as comma-separated values by RFC 4180, in UTF-8, with headings. Numbers are those of the C locale with all their
 * digits; a limit has its sign before it, so that no program takes it for the figure.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_table_to_csv (PivotTable  *self,
                    const guint *rows,
                    guint        n_rows)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);

  return write_lines (self, rows, n_rows, TRUE, append_csv, ',', "\r\n");
}

/**
 * pivot_table_to_tsv:
 * @self: a table
 * @rows: (nullable) (array length=n_rows): rows to write, in this order; %NULL for all
 * @n_rows: how many
 *
 * Writes what the window shows of a table as values with tabulators between them.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_table_to_tsv (PivotTable  *self,
                    const guint *rows,
                    guint        n_rows)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);

  return write_lines (self, rows, n_rows, FALSE, append_tsv, '\t', "\n");
}

static void
append_html_row (GString     *string,
                 PivotTable  *self,
                 int          row)
{
  const char *tag = row < 0 ? "th" : "td";
  guint n_columns = pivot_table_get_n_columns (self);

  g_string_append (string, "<tr>");
  for (guint column = 0; column < n_columns; column++)
    {
      const PivotTableColumn *spec = pivot_table_get_column (self, column);
      g_autofree char *text = NULL;
      g_autofree char *escaped = NULL;

      if (spec->aside)
        continue;

      text = row < 0 ? pivot_table_column_to_heading (spec)
                     : pivot_cell_to_text (pivot_table_get_cell (self, (guint) row, column));
      escaped = g_markup_escape_text (text, -1);
      g_string_append_printf (string, "<%s%s>%s</%s>", tag, spec->kind == PIVOT_CELL_NUMBER ? " align=\"right\"" : "", escaped, tag);
    }
  g_string_append (string, "</tr>\n");
}

/**
 * pivot_table_to_html:
 * @self: a table
 * @rows: (nullable) (array length=n_rows): rows to write, in this order; %NULL for all
 * @n_rows: how many
 *
 * Writes what the window shows of a table as an element of a document.
 *
 * Returns: (transfer full): the markup
 */
char *
pivot_table_to_html (PivotTable  *self,
                     const guint *rows,
                     guint        n_rows)
{
  GString *string;
  g_autofree char *caption = NULL;
  guint n;

  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);

  n = rows != NULL ? n_rows : pivot_table_get_n_rows (self);
  caption = g_markup_escape_text (pivot_table_get_title (self), -1);
  string = g_string_new (NULL);
  g_string_append_printf (string, "<table>\n<caption>%s</caption>\n<thead>\n", caption);
  append_html_row (string, self, -1);
  g_string_append (string, "</thead>\n<tbody>\n");
  for (guint i = 0; i < n; i++)
    append_html_row (string, self, (int) get_row (rows, i));
  g_string_append (string, "</tbody>\n</table>\n");

  return g_string_free (string, FALSE);
}

/**
 * pivot_cell_to_text:
 * @cell: a cell
 *
 * Writes a cell for people, in their locale, without its unit.
 *
 * Returns: (transfer full): the text; a dash if the cell is missing
 */
char *
pivot_cell_to_text (const PivotCell *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  switch (cell->kind)
    {
    case PIVOT_CELL_NUMBER:
      {
        const PivotValue value = { .number = cell->number, .bound = cell->bound };

        return pivot_units_format_value (&value, cell->decimals, NULL);
      }
    case PIVOT_CELL_DATE:
      return pivot_units_format_date (cell->text);
    case PIVOT_CELL_TEXT:
      return g_strdup (cell->text);
    case PIVOT_CELL_MISSING:
    default:
      return g_strdup ("—");
    }
}

/**
 * pivot_table_column_to_heading:
 * @column: a column
 *
 * Writes the heading of a column with its unit.
 *
 * Returns: (transfer full): the heading
 */
char *
pivot_table_column_to_heading (const PivotTableColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->unit == NULL)
    return g_strdup (column->title);

  /* Translators: heading of a table's column: name of the measure, its unit. */
  return g_strdup_printf (_("%s (%s)"), column->title, column->unit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table.h"

#include <math.h>
#include <string.h>

/* Cells lie row by row. Their texts are often the same (a source, a status) and kept once. */
struct _PivotTable
{
  GObject       parent_instance;

  char         *id;
  char         *title;
  GPtrArray    *columns;   /* of PivotTableColumn */
  GPtrArray    *row_ids;   /* in strings */
  GArray       *cells;     /* of PivotCell */
  GStringChunk *strings;
};

G_DEFINE_FINAL_TYPE (PivotTable, pivot_table, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  PivotTableColumn *column = data;

  g_free (column->id);
  g_free (column->title);
  g_free (column->unit);
  g_free (column);
}

static const char *
keep (PivotTable *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static void
add_cell (PivotTable *self,
          PivotCell  *cell)
{
  g_return_if_fail (self->cells->len < self->row_ids->len * self->columns->len);

  cell->text = keep (self, cell->text);
  cell->ref = keep (self, cell->ref);
  g_array_append_vals (self->cells, cell, 1);
}

static void
pivot_table_finalize (GObject *object)
{
  PivotTable *self = PIVOT_TABLE (object);

  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->row_ids);
  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (pivot_table_parent_class)->finalize (object);
}

static void
pivot_table_class_init (PivotTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_table_finalize;
}

static void
pivot_table_init (PivotTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->row_ids = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (PivotCell));
  self->strings = g_string_chunk_new (4096);
}

/**
 * pivot_table_new:
 * @id: names the table for programs
 * @title: names it for people, translated
 *
 * Makes a table without columns or rows.
 *
 * Returns: (transfer full): a new table
 */
PivotTable *
pivot_table_new (const char *id,
                 const char *title)
{
  PivotTable *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_TABLE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/**
 * pivot_table_add_column:
 * @self: a table without rows
 * @id: names the column for programs
 * @title: its heading, translated
 * @unit: (nullable): unit of its numbers
 * @kind: what its cells are
 * @aside: whether it is for files only
 *
 * Adds a column on the right.
 *
 * Returns: its number
 */
guint
pivot_table_add_column (PivotTable    *self,
                        const char    *id,
                        const char    *title,
                        const char    *unit,
                        PivotCellKind  kind,
                        gboolean       aside)
{
  PivotTableColumn *column;

  g_return_val_if_fail (PIVOT_IS_TABLE (self), 0);
  g_return_val_if_fail (self->row_ids->len == 0, 0);
  g_return_val_if_fail (id != NULL && title != NULL, 0);

  column = g_new0 (PivotTableColumn, 1);
  column->id = g_strdup (id);
  column->title = g_strdup (title);
  column->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
  column->kind = kind;
  column->aside = aside;
  g_ptr_array_add (self->columns, column);

  return self->columns->len - 1;
}

/**
 * pivot_table_add_row:
 * @self: a table whose rows are full
 * @id: names what the row is about, as the `ref` of a cell does
 *
 * Begins a row below the others.
 */
void
pivot_table_add_row (PivotTable *self,
                     const char *id)
{
  g_return_if_fail (PIVOT_IS_TABLE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (self->cells->len == self->row_ids->len * self->columns->len);

  g_ptr_array_add (self->row_ids, (gpointer) keep (self, id));
}

/**
 * pivot_table_add_text:
 * @self: a table
 * @text: (nullable): a text; without one the cell is missing
 * @ref: (nullable): what it is about
 *
 * Fills the next cell of the last row.
 */
void
pivot_table_add_text (PivotTable *self,
                      const char *text,
                      const char *ref)
{
  gboolean given = text != NULL && *text != '\0';
  PivotCell cell = { given ? PIVOT_CELL_TEXT : PIVOT_CELL_MISSING, NAN, 0, PIVOT_BOUND_NONE, given ? text : NULL, ref };

  g_return_if_fail (PIVOT_IS_TABLE (self));

  add_cell (self, &cell);
}

/**
 * pivot_table_add_number:
 * @self: a table
 * @number: a number that is not missing
 * @decimals: how many of its digits people are shown
 * @bound: whether it is a limit
 * @ref: (nullable): what it is about
 *
 * Fills the next cell of the last row.
 */
void
pivot_table_add_number (PivotTable *self,
                        double      number,
                        guint       decimals,
                        PivotBound  bound,
                        const char *ref)
{
  PivotCell cell = { PIVOT_CELL_NUMBER, number, decimals, bound, NULL, ref };

  g_return_if_fail (PIVOT_IS_TABLE (self));
  g_return_if_fail (!isnan (number));

  add_cell (self, &cell);
}

/**
 * pivot_table_add_date:
 * @self: a table
 * @iso: (nullable): a date by ISO 8601, as coarse as known; without one the cell is missing
 * @ref: (nullable): what it is about
 *
 * Fills the next cell of the last row.
 */
void
pivot_table_add_date (PivotTable *self,
                      const char *iso,
                      const char *ref)
{
  PivotCell cell = { iso != NULL ? PIVOT_CELL_DATE : PIVOT_CELL_MISSING, NAN, 0, PIVOT_BOUND_NONE, iso, ref };

  g_return_if_fail (PIVOT_IS_TABLE (self));

  add_cell (self, &cell);
}

/**
 * pivot_table_add_missing:
 * @self: a table
 * @reason: (nullable): why there is nothing
 * @ref: (nullable): what it is about
 *
 * Fills the next cell of the last row with nothing.
 */
void
pivot_table_add_missing (PivotTable *self,
                         const char *reason,
                         const char *ref)
{
  PivotCell cell = { PIVOT_CELL_MISSING, NAN, 0, PIVOT_BOUND_NONE, reason, ref };

  g_return_if_fail (PIVOT_IS_TABLE (self));

  add_cell (self, &cell);
}

/**
 * pivot_table_get_id:
 * @self: a table
 *
 * Returns: (transfer none): what programs call it
 */
const char *
pivot_table_get_id (PivotTable *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);

  return self->id;
}

/**
 * pivot_table_get_title:
 * @self: a table
 *
 * Returns: (transfer none): what people call it
 */
const char *
pivot_table_get_title (PivotTable *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);

  return self->title;
}

/**
 * pivot_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are
 */
guint
pivot_table_get_n_columns (PivotTable *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), 0);

  return self->columns->len;
}

/**
 * pivot_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are
 */
guint
pivot_table_get_n_rows (PivotTable *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), 0);

  return self->row_ids->len;
}

/**
 * pivot_table_get_column:
 * @self: a table
 * @column: number of a column
 *
 * Returns: (transfer none): what the column is
 */
const PivotTableColumn *
pivot_table_get_column (PivotTable *self,
                        guint       column)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/**
 * pivot_table_find_column:
 * @self: a table
 * @id: what programs call a column
 *
 * Returns: its number, or -1
 */
int
pivot_table_find_column (PivotTable *self,
                         const char *id)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PivotTableColumn *column = g_ptr_array_index (self->columns, i);

      if (strcmp (column->id, id) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * pivot_table_get_row_id:
 * @self: a table
 * @row: number of a row
 *
 * Returns: (transfer none): what the row is about, as the `ref` of a cell says it
 */
const char *
pivot_table_get_row_id (PivotTable *self,
                        guint       row)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (row < self->row_ids->len, NULL);

  return g_ptr_array_index (self->row_ids, row);
}

/**
 * pivot_table_get_cell:
 * @self: a table whose rows are full
 * @row: number of a row
 * @column: number of a column
 *
 * Returns: (transfer none): what stands there
 */
const PivotCell *
pivot_table_get_cell (PivotTable *self,
                      guint       row,
                      guint       column)
{
  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);
  g_return_val_if_fail (row * self->columns->len + column < self->cells->len, NULL);

  return &g_array_index (self->cells, PivotCell, row * self->columns->len + column);
}

/**
 * pivot_cell_compare:
 * @a: a cell
 * @b: another of the same column
 *
 * Tells which comes first. A missing cell comes after all others.
 *
 * Returns: less than, equal to or greater than 0
 */
int
pivot_cell_compare (const PivotCell *a,
                    const PivotCell *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->kind == PIVOT_CELL_MISSING || b->kind == PIVOT_CELL_MISSING)
    return (a->kind == PIVOT_CELL_MISSING) - (b->kind == PIVOT_CELL_MISSING);
  if (a->kind == PIVOT_CELL_NUMBER && b->kind == PIVOT_CELL_NUMBER)
    return (a->number > b->number) - (a->number < b->number);
  if (a->kind == PIVOT_CELL_NUMBER || b->kind == PIVOT_CELL_NUMBER)
    return (b->kind == PIVOT_CELL_NUMBER) - (a->kind == PIVOT_CELL_NUMBER);
  if (a->kind == PIVOT_CELL_DATE && b->kind == PIVOT_CELL_DATE)
    return strcmp (a->text, b->text);

  return g_utf8_collate (a->text, b->text);
}

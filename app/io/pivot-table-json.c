/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_cell (JsonBuilder     *builder,
          const PivotCell *cell)
{
  switch (cell->kind)
    {
    case PIVOT_CELL_NUMBER:
      if (cell->bound == PIVOT_BOUND_NONE)
        {
          json_builder_add_double_value (builder, cell->number);
          break;
        }
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "value");
      json_builder_add_double_value (builder, cell->number);
      add_text (builder, "bound", pivot_enum_to_nick (PIVOT_TYPE_BOUND, (int) cell->bound));
      json_builder_end_object (builder);
      break;

    case PIVOT_CELL_TEXT:
    case PIVOT_CELL_DATE:
      json_builder_add_string_value (builder, cell->text);
      break;

    case PIVOT_CELL_MISSING:
    default:
      json_builder_add_null_value (builder);
      break;
    }
}

static void
add_columns (JsonBuilder *builder,
             PivotTable  *table)
{
  guint n = pivot_table_get_n_columns (table);

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      const PivotTableColumn *column = pivot_table_get_column (table, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", column->id);
      add_text (builder, "title", column->title);
      add_text (builder, "unit", column->unit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder *builder,
          PivotTable  *table)
{
  guint n_rows = pivot_table_get_n_rows (table), n_columns = pivot_table_get_n_columns (table);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_rows; i++)
    {
      json_builder_begin_object (builder);
      for (guint k = 0; k < n_columns; k++)
        {
          json_builder_set_member_name (builder, pivot_table_get_column (table, k)->id);
          add_cell (builder, pivot_table_get_cell (table, i, k));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * pivot_table_to_json:
 * @self: a table
 * @info: what the file says of itself
 *
 * Writes a table as JSON, for programs.
 *
 * Returns: (transfer full): the text, with a line end
 */
char *
pivot_table_to_json (PivotTable           *self,
                     const PivotTableInfo *info)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonGenerator) generator = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PIVOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_text (builder, "title", info->title);
  add_text (builder, "source", info->source);
  add_text (builder, "license", info->license);
  if (info->imprint != NULL)
    {
      json_builder_set_member_name (builder, "view");
      json_builder_add_value (builder, json_from_string (info->imprint, NULL));
    }
  add_columns (builder, self);
  add_rows (builder, self);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

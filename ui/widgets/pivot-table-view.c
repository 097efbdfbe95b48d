/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table-view-private.h"

#include "pivot-table-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PivotTableRow, pivot_table_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (PivotTableView, pivot_table_view, GTK_TYPE_WIDGET)

enum { ROW_ACTIVATED, CELL_ACTIVATED, SORT_CHANGED, ROWS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Rows */

static void
pivot_table_row_finalize (GObject *object)
{
  g_free (PIVOT_TABLE_ROW (object)->folded);

  G_OBJECT_CLASS (pivot_table_row_parent_class)->finalize (object);
}

static void
pivot_table_row_class_init (PivotTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_table_row_finalize;
}

static void
pivot_table_row_init (PivotTableRow *self)
{
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static char *
fold_row (PivotTable *table,
          guint       row)
{
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint column = 0; column < pivot_table_get_n_columns (table); column++)
    {
      g_autofree char *text = pivot_cell_to_text (pivot_table_get_cell (table, row, column));

      g_string_append (string, text);
      g_string_append_c (string, '\n');
    }

  return fold (string->str);
}

static void
fill_store (PivotTableView *self)
{
  guint n = self->table != NULL ? pivot_table_get_n_rows (self->table) : 0;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      PivotTableRow *row = g_object_new (PIVOT_TYPE_TABLE_ROW, NULL);

      row->index = i;
      g_ptr_array_add (rows, row);
    }

  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
}

static gboolean
match_row (gpointer item,
           gpointer user_data)
{
  PivotTableView *self = user_data;
  PivotTableRow *row = item;

  if (self->words == NULL)
    return TRUE;

  if (row->folded == NULL)
    row->folded = fold_row (self->table, row->index);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (row->folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The view's own sorter turns a whole column round, and with it the cells that are missing. So it only says which column and which
 * way (see sorter_changed_cb), and this sorts: what is missing stays last. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  PivotTableView *self = user_data;
  const PivotCell *first, *second;
  int result;

  if (self->sort_column < 0)
    return 0;

  first = pivot_table_get_cell (self->table, ((PivotTableRow *) a)->index, (guint) self->sort_column);
  second = pivot_table_get_cell (self->table, ((PivotTableRow *) b)->index, (guint) self->sort_column);
  result = pivot_cell_compare (first, second);
  if (self->descending && first->kind != PIVOT_CELL_MISSING && second->kind != PIVOT_CELL_MISSING)
    result = -result;

  return result;
}

/* A view that keeps its model follows the row that was on top; who sorts wants to see what is first now. */
static void
sort_rows (PivotTableView *self)
{
  gboolean has_model = gtk_column_view_get_model (self->view) != NULL;

  gtk_column_view_set_model (self->view, NULL);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  if (has_model)
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
remember_sort (PivotTableView *self,
               int             column,
               gboolean        descending)
{
  g_autofree char *sort = NULL;

  if (column >= 0)
    sort = g_strconcat (descending ? "-" : "", pivot_table_get_column (self->table, (guint) column)->id, NULL);

  self->sort_column = column;
  self->descending = descending;
  sort_rows (self);
  if (g_strcmp0 (self->sort, sort != NULL ? sort : "") == 0)
    return;

  g_free (self->sort);
  self->sort = sort != NULL ? g_steal_pointer (&sort) : g_strdup ("");
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* GTK tells which column it sorts by from 4.10 on only. So its sorter is asked to compare two probes, and the column that answers
 * leaves its number on them. */
static void
sorter_changed_cb (PivotTableView *self)
{
  g_autoptr(GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) second = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  g_object_set_data (second, "turn", GUINT_TO_POINTER (1));
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), first, second);
  remember_sort (self, (int) GPOINTER_TO_UINT (g_object_get_data (first, "column")) - 1, order == GTK_ORDERING_LARGER);
}

/* Asking */

static void
activate_cb (PivotTableView *self,
             guint           position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr(PivotTableRow) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  guint row, column;
  GtkWidget *cell;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)) &&
      _pivot_table_view_find_cell (self, focus, &row, &column, &cell))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column, cell);
  else if (item != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, item->index);
}

/* Held keys select rows, so that links open without any. */
static void
released_cb (PivotTableView  *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  guint row, column;
  GtkWidget *cell;

  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 &&
      _pivot_table_view_find_cell (self, widget, &row, &column, &cell))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column, cell);
}

static void
rows_changed_cb (PivotTableView *self)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
pivot_table_view_dispose (GObject *object)
{
  PivotTableView *self = PIVOT_TABLE_VIEW (object);
  GtkWidget *child;

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
      g_clear_object (&self->table);
      _pivot_table_view_build_columns (self);
      self->view = NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (pivot_table_view_parent_class)->dispose (object);
}

static void
pivot_table_view_finalize (GObject *object)
{
  PivotTableView *self = PIVOT_TABLE_VIEW (object);

  g_ptr_array_unref (self->columns);
  g_strfreev (self->words);
  g_free (self->sort);

  G_OBJECT_CLASS (pivot_table_view_parent_class)->finalize (object);
}

static void
pivot_table_view_class_init (PivotTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_table_view_dispose;
  object_class->finalize = pivot_table_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", PIVOT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CELL_ACTIVATED] =
    g_signal_new ("cell-activated", PIVOT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  G_TYPE_UINT, G_TYPE_UINT, GTK_TYPE_WIDGET);
  signals[SORT_CHANGED] =
    g_signal_new ("sort-changed", PIVOT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] =
    g_signal_new ("rows-changed", PIVOT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_gesture (PivotTableView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_swapped (gesture, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

static void
build_models (PivotTableView *self)
{
  GListModel *filtered;

  self->store = g_list_store_new (PIVOT_TYPE_TABLE_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_row, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), self->filter));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (filtered, self->sorter));
  self->selection = gtk_multi_selection_new (g_object_ref (self->shown));
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (rows_changed_cb), self);
}

static void
pivot_table_view_init (PivotTableView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = g_ptr_array_new ();
  self->sort_column = -1;
  self->sort = g_strdup ("");
  build_models (self);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "page-table");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self);
  add_gesture (self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/**
 * pivot_table_view_new:
 *
 * Makes a view without a table.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
pivot_table_view_new (void)
{
  return g_object_new (PIVOT_TYPE_TABLE_VIEW, NULL);
}

/**
 * pivot_table_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
PivotTable *
pivot_table_view_get_table (PivotTableView *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE_VIEW (self), NULL);

  return self->table;
}

/**
 * pivot_table_view_set_table:
 * @self: a view
 * @table: (nullable): a table that is filled
 *
 * Shows a table, in its own order.
 */
void
pivot_table_view_set_table (PivotTableView *self,
                            PivotTable     *table)
{
  g_return_if_fail (PIVOT_IS_TABLE_VIEW (self));
  g_return_if_fail (table == NULL || PIVOT_IS_TABLE (table));

  if (self->table == table)
    return;

  /* Nothing looks at rows of one table with the columns of another. */
  gtk_column_view_set_model (self->view, NULL);
  g_list_store_remove_all (self->store);
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  g_set_object (&self->table, table);
  _pivot_table_view_build_columns (self);
  fill_store (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table != NULL ? pivot_table_get_title (table) : "", -1);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * pivot_table_view_set_filter:
 * @self: a view
 * @words: words that a row must all have, in any case; empty for all rows
 *
 * Shows some of the rows only.
 */
void
pivot_table_view_set_filter (PivotTableView *self,
                             const char     *words)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GStrvBuilder) builder = NULL;

  g_return_if_fail (PIVOT_IS_TABLE_VIEW (self));
  g_return_if_fail (words != NULL);

  folded = fold (words);
  parts = g_strsplit_set (folded, " \t", -1);
  builder = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);

  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  if (self->words[0] == NULL)
    g_clear_pointer (&self->words, g_strfreev);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pivot_table_view_get_sort:
 * @self: a view
 *
 * Returns: (transfer none): id of the column, after a minus if from high to low; empty for the order of the table
 */
const char *
pivot_table_view_get_sort (PivotTableView *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE_VIEW (self), NULL);

  return self->sort;
}

/**
 * pivot_table_view_set_sort:
 * @self: a view
 * @sort: as pivot_table_view_get_sort() gives it; a column that is not shown means none
 *
 * Sorts the rows.
 */
void
pivot_table_view_set_sort (PivotTableView *self,
                           const char     *sort)
{
  gboolean descending;
  int index;
  GtkColumnViewColumn *column;

  g_return_if_fail (PIVOT_IS_TABLE_VIEW (self));
  g_return_if_fail (sort != NULL);

  if (self->table == NULL || strcmp (self->sort, sort) == 0)
    return;

  descending = *sort == '-';
  index = pivot_table_find_column (self->table, sort + descending);
  column = index >= 0 ? g_ptr_array_index (self->columns, index) : NULL;
  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * pivot_table_view_get_n_shown:
 * @self: a view
 *
 * Returns: how many rows pass the filter
 */
guint
pivot_table_view_get_n_shown (PivotTableView *self)
{
  g_return_val_if_fail (PIVOT_IS_TABLE_VIEW (self), 0);

  return g_list_model_get_n_items (self->shown);
}

/**
 * pivot_table_view_get_n_selected:
 * @self: a view
 *
 * Returns: how many rows are selected
 */
guint
pivot_table_view_get_n_selected (PivotTableView *self)
{
  g_autoptr(GtkBitset) selected = NULL;

  g_return_val_if_fail (PIVOT_IS_TABLE_VIEW (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/**
 * pivot_table_view_get_rows:
 * @self: a view
 * @n: (out): how many
 *
 * Gets the rows that are selected, else all that are shown, in the order they are shown.
 *
 * Returns: (transfer full) (array length=n): numbers of rows of the table
 */
guint *
pivot_table_view_get_rows (PivotTableView *self,
                           guint          *n)
{
  /* Not NULL without rows, which would mean all of them to the functions that write a table. */
  g_autoptr(GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
  gboolean all;

  g_return_val_if_fail (PIVOT_IS_TABLE_VIEW (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  all = pivot_table_view_get_n_selected (self) == 0;
  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr(PivotTableRow) row = g_list_model_get_item (self->shown, i);

      if (all || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_array_append_val (rows, row->index);
    }

  *n = rows->len;

  return (guint *) g_array_free (g_steal_pointer (&rows), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-table-view-private.h"

#include "pivot-table-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns are as wide as what is in them, in characters, within these limits; a tooltip says what was cut. */
#define MIN_CHARS 5
#define MAX_CHARS 34
#define MAX_FIRST_CHARS 42
#define MEASURED_ROWS 400

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("pivot-table-cell");
}

/* Where a cell of the view is in the table. */
typedef struct
{
  guint row;
  guint column;
} Place;

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static guint
get_chars (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "chars"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PivotTableView           *self)
{
  const PivotTableColumn *column = pivot_table_get_column (self->table, get_column (factory));
  GtkWidget *label = gtk_label_new (NULL);
  Place *place = g_new0 (Place, 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) get_chars (factory));
  gtk_label_set_max_width_chars (GTK_LABEL (label), (int) get_chars (factory));
  gtk_label_set_xalign (GTK_LABEL (label), column->kind == PIVOT_CELL_NUMBER ? 1 : 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (column->kind != PIVOT_CELL_TEXT)
    gtk_widget_add_css_class (label, "numeric");

  g_object_set_qdata_full (G_OBJECT (label), place_quark (), place, g_free);
  gtk_list_item_set_child (item, label);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Numbers lead to their receipts, names to what they are of. */
static void
style_cell (GtkWidget       *label,
            const PivotCell *cell)
{
  gboolean is_value = cell->ref != NULL && g_str_has_prefix (cell->ref, "value:");

  set_class (label, "value-cell", is_value);
  set_class (label, "link-cell", cell->ref != NULL && !is_value);
  set_class (label, "dim-label", cell->kind == PIVOT_CELL_MISSING);
  gtk_widget_set_focusable (label, cell->ref != NULL);
  gtk_widget_set_cursor_from_name (label, cell->ref != NULL ? "pointer" : NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PivotTableView           *self)
{
  PivotTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  Place *place = g_object_get_qdata (G_OBJECT (label), place_quark ());
  const PivotCell *cell = pivot_table_get_cell (self->table, row->index, get_column (factory));
  gboolean missing = cell->kind == PIVOT_CELL_MISSING;
  g_autofree char *text = pivot_cell_to_text (cell);

  *place = (Place) { row->index, get_column (factory) };
  gtk_label_set_text (GTK_LABEL (label), text);
  style_cell (label, cell);
  if (missing)
    gtk_widget_set_tooltip_text (label, cell->text != NULL ? cell->text : _("Not in the source"));
  else if ((guint) g_utf8_strlen (text, -1) > get_chars (factory))
    gtk_widget_set_tooltip_text (label, text);
  else
    gtk_widget_set_tooltip_text (label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, missing ? _("no data") : text, -1);
}

/* The row itself has no name, and it is the row that the keyboard comes to. */
static void
bind_first_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PivotTableView           *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* Columns */

/* In mean characters. Chinese ones are twice as wide, and capital letters, of which ids consist, by a third. */
static guint
measure_text (const char *text)
{
  guint thirds = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      thirds += g_unichar_iswide (character) ? 6 : g_unichar_isupper (character) ? 4 : 3;
    }

  return (thirds + 2) / 3;
}

static guint
measure_column (PivotTable *table,
                guint       column,
                gboolean    first)
{
  const PivotTableColumn *spec = pivot_table_get_column (table, column);
  guint n = MIN (pivot_table_get_n_rows (table), MEASURED_ROWS);
  guint most = first ? MAX_FIRST_CHARS : MAX_CHARS;
  guint width = MAX (measure_text (spec->title), MIN_CHARS);

  for (guint row = 0; row < n && width < most; row++)
    {
      g_autofree char *text = pivot_cell_to_text (pivot_table_get_cell (table, row, column));

      width = MAX (width, measure_text (text));
    }

  return MIN (width, most);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      column)
{
  /* A probe of the view: it wants to know which column it asks (see sorter_changed_cb). */
  if (!PIVOT_IS_TABLE_ROW ((gpointer) a))
    {
      g_object_set_data ((GObject *) a, "column", GUINT_TO_POINTER (GPOINTER_TO_UINT (column) + 1));
      g_object_set_data ((GObject *) b, "column", GUINT_TO_POINTER (GPOINTER_TO_UINT (column) + 1));
      return (int) GPOINTER_TO_UINT (g_object_get_data ((GObject *) a, "turn")) -
             (int) GPOINTER_TO_UINT (g_object_get_data ((GObject *) b, "turn"));
    }

  return 0;
}

static GtkColumnViewColumn *
add_column (PivotTableView *self,
            guint           index,
            gboolean        first)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const PivotTableColumn *spec = pivot_table_get_column (self->table, index);
  /* The unit is often longer than the numbers: it has a line of its own. */
  g_autofree char *heading = spec->unit != NULL ? g_strconcat (spec->title, "\n", spec->unit, NULL) : g_strdup (spec->title);
  GtkColumnViewColumn *column = gtk_column_view_column_new (heading, factory);
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (index), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (factory), "chars", GUINT_TO_POINTER (measure_column (self->table, index, first)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  if (first)
    g_signal_connect (factory, "bind", G_CALLBACK (bind_first_cb), self);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  /* The view has it now. */
  g_object_unref (column);

  return column;
}

/* Headings of numbers stand over their digits. GTK has no property for it, but lays a heading out like any box: from right to left
 * the arrow of the sorted column comes before the text, and the text ends where the digits end. */
static void
align_headings (PivotTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->columns->len && heading != NULL; i++)
    {
      if (g_ptr_array_index (self->columns, i) == NULL)
        continue;

      if (pivot_table_get_column (self->table, i)->kind == PIVOT_CELL_NUMBER && gtk_widget_get_first_child (heading) != NULL)
        {
          gtk_widget_set_direction (gtk_widget_get_first_child (heading), GTK_TEXT_DIR_RTL);
          gtk_widget_set_halign (gtk_widget_get_first_child (heading), GTK_ALIGN_START);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/* In place of those of the table before. */
void
_pivot_table_view_build_columns (PivotTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *last = NULL;
  guint n = self->table != NULL ? pivot_table_get_n_columns (self->table) : 0;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < n; i++)
    {
      GtkColumnViewColumn *column = NULL;

      if (!pivot_table_get_column (self->table, i)->aside)
        last = column = add_column (self, i, last == NULL);
      g_ptr_array_add (self->columns, column);
    }

  if (last != NULL)
    gtk_column_view_column_set_expand (last, TRUE);
  align_headings (self);
}

gboolean
_pivot_table_view_find_cell (PivotTableView  *self,
                             GtkWidget       *widget,
                             guint           *row,
                             guint           *column,
                             GtkWidget      **cell)
{
  for (; widget != NULL && widget != GTK_WIDGET (self->view); widget = gtk_widget_get_parent (widget))
    {
      Place *place = g_object_get_qdata (G_OBJECT (widget), place_quark ());

      if (place == NULL)
        continue;

      *row = place->row;
      *column = place->column;
      *cell = widget;
      return pivot_table_get_cell (self->table, place->row, place->column)->ref != NULL;
    }

  return FALSE;
}

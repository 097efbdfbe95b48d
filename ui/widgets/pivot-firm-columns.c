/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-columns-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-firm-facts.h"
#include "pivot-firm-filter.h"
#include "pivot-firm-rows.h"
#include "pivot-session-options.h"
#include "pivot-units.h"

static const struct
{
  const char *title;
  int         width;
} columns[PIVOT_N_FIRM_COLUMNS] = {
  [PIVOT_FIRM_COLUMN_NAME]      = { N_("Firm"), 210 },
  [PIVOT_FIRM_COLUMN_PLACE]     = { N_("Place"), 104 },
  [PIVOT_FIRM_COLUMN_CITY]      = { N_("City"), 104 },
  [PIVOT_FIRM_COLUMN_SECTOR]    = { N_("Sector"), 190 },
  [PIVOT_FIRM_COLUMN_FOUNDED]   = { N_("Founded"), 116 },
  [PIVOT_FIRM_COLUMN_BOARD]     = { N_("Board, code"), 116 },
  [PIVOT_FIRM_COLUMN_LISTED]    = { N_("Listed"), 124 },
  [PIVOT_FIRM_COLUMN_PROGRAMME] = { N_("Programme"), 124 },
  [PIVOT_FIRM_COLUMN_EVENTS]    = { N_("Events"), 78 },
};

static GQuark
column_quark (void)
{
  static GQuark quark;

  return quark != 0 ? quark : (quark = g_quark_from_static_string ("pivot-firm-column"));
}

static GQuark
index_quark (void)
{
  static GQuark quark;

  return quark != 0 ? quark : (quark = g_quark_from_static_string ("pivot-firm-index"));
}

const char *
_pivot_firm_column_get_title (PivotFirmColumn column)
{
  return _(columns[column].title);
}

/* Cells. An inscription is as large as its font asks for, whatever it says: rows that come into view are not measured. */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  g_object_set_qdata (G_OBJECT (cell), column_quark (), column);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 4);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (GPOINTER_TO_INT (column) == PIVOT_FIRM_COLUMN_EVENTS)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_list_item_set_child (item, cell);
}

static char *
get_board (PivotFirm *firm)
{
  const char *board = pivot_text_get (pivot_firm_get_board (firm));
  const char *code = pivot_firm_get_code (firm);

  if (board == NULL || code == NULL)
    return g_strdup (board != NULL ? board : code);

  return g_strdup_printf ("%s %s", board, code);
}

static char *
get_date (const char *date)
{
  return date != NULL ? pivot_units_format_date (date) : NULL;
}

static char *
get_text (PivotFirmIndex  *index,
          PivotFirm       *firm,
          PivotFirmColumn  column)
{
  PivotPlace *place;
  guint n;

  switch (column)
    {
    case PIVOT_FIRM_COLUMN_NAME:
      return g_strdup (pivot_text_get (pivot_firm_get_name (firm)));
    case PIVOT_FIRM_COLUMN_PLACE:
      place = pivot_dataset_find_place (pivot_firm_index_get_dataset (index), pivot_firm_get_place (firm));
      return place != NULL ? g_strdup (pivot_text_get (pivot_place_get_short (place))) : NULL;
    case PIVOT_FIRM_COLUMN_CITY:
      return g_strdup (pivot_text_get (pivot_firm_get_city (firm)));
    case PIVOT_FIRM_COLUMN_SECTOR:
      return g_strdup (pivot_text_get (pivot_firm_get_sector (firm)));
    case PIVOT_FIRM_COLUMN_FOUNDED:
      return get_date (pivot_firm_get_founded (firm));
    case PIVOT_FIRM_COLUMN_BOARD:
      return get_board (firm);
    case PIVOT_FIRM_COLUMN_LISTED:
      return get_date (pivot_firm_get_listed (firm));
    case PIVOT_FIRM_COLUMN_PROGRAMME:
      return pivot_firm_get_member (firm) != PIVOT_MEMBER_UNKNOWN ? pivot_present_member (firm) : NULL;
    case PIVOT_FIRM_COLUMN_EVENTS:
      n = g_list_model_get_n_items (pivot_firm_get_events (firm));
      return n > 0 ? g_strdup_printf ("%u", n) : NULL;
    case PIVOT_N_FIRM_COLUMNS:
    default:
      return NULL;
    }
}

/* Another firm for a cell. */
static void
update_cell (GtkWidget    *cell,
             PivotFirmRow *item)
{
  int column = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (cell), column_quark ()));
  PivotFirmIndex **index = g_object_get_qdata (G_OBJECT (cell), index_quark ());
  PivotFirm *firm = pivot_firm_row_get_firm (item);
  GtkWidget *row = gtk_widget_get_parent (cell) != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (cell)) : NULL;
  g_autofree char *text = firm != NULL ? get_text (*index, firm, column) : g_strdup ("");

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "—");

  /* The row itself has no name, and it is the row that the keyboard comes to. */
  if (column == PIVOT_FIRM_COLUMN_NAME && row != NULL)
    {
      g_autofree char *line = firm != NULL ? pivot_present_firm_line (firm) : g_strdup ("");

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
    }
}

static void
row_changed_cb (GtkWidget    *cell,
                GParamSpec   *pspec,
                PivotFirmRow *item)
{
  update_cell (cell, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PivotFirmIndex          **index)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  PivotFirmRow *row = PIVOT_FIRM_ROW (gtk_list_item_get_item (item));

  g_object_set_qdata (G_OBJECT (cell), index_quark (), index);
  g_signal_connect_swapped (row, "notify::firm", G_CALLBACK (row_changed_cb), cell);
  update_cell (cell, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), gtk_list_item_get_child (item));
}

/* Sorting. A heading that is clicked changes the view's sorter, which GTK tells about only from 4.10 on: asked to compare two
 * probes, the column that answers leaves its number on them, and its answer says which way it sorts. */

static int
compare_probes (gconstpointer a,
                gconstpointer b,
                gpointer      column)
{
  g_object_set_qdata (G_OBJECT ((gpointer) a), column_quark (), GINT_TO_POINTER (GPOINTER_TO_INT (column) + 1));
  g_object_set_qdata (G_OBJECT ((gpointer) b), column_quark (), GINT_TO_POINTER (GPOINTER_TO_INT (column) + 1));

  return 1;
}

const char *
_pivot_firm_columns_get_sort (GtkColumnView *view)
{
  g_autoptr(GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  int column = GPOINTER_TO_INT (g_object_get_qdata (a, column_quark ())) - 1;

  return _pivot_firm_sort_get_word (column, ordering == GTK_ORDERING_SMALLER);
}

void
_pivot_firm_columns_set_sort (GtkColumnView *view,
                              const char    *sort)
{
  gboolean descending;
  int column = _pivot_firm_sort_parse (sort, &descending);
  g_autoptr(GtkColumnViewColumn) item = NULL;

  if (g_str_equal (_pivot_firm_columns_get_sort (view), sort))
    return;

  if (column != PIVOT_FIRM_UNSORTED)
    item = g_list_model_get_item (gtk_column_view_get_columns (view), (guint) column);
  gtk_column_view_sort_by_column (view, item, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* The words are, in this order: the dataset's own, then for each column the two ways. */

int
_pivot_firm_sort_parse (const char *sort,
                        gboolean   *descending)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_FIRM_SORT);

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], sort))
      {
        *descending = i > 0 && i % 2 == 0;
        return i > 0 ? (i - 1) / 2 : PIVOT_FIRM_UNSORTED;
      }

  *descending = FALSE;
  return PIVOT_FIRM_UNSORTED;
}

const char *
_pivot_firm_sort_get_word (int      column,
                           gboolean descending)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_FIRM_SORT);

  return words[column == PIVOT_FIRM_UNSORTED ? 0 : 2 * column + (descending ? 2 : 1)];
}

void
_pivot_firm_columns_add (GtkColumnView   *view,
                         PivotFirmIndex **index)
{
  for (int i = 0; i < PIVOT_N_FIRM_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (_pivot_firm_column_get_title (i), factory);
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes, GINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), index);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, i == PIVOT_FIRM_COLUMN_NAME || i == PIVOT_FIRM_COLUMN_SECTOR);
      gtk_column_view_append_column (view, column);
      g_object_unref (column);
    }
}

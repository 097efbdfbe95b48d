/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-table.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-present.h"
#include "pivot-session-selection.h"
#include "pivot-session-options.h"
#include "pivot-units.h"

/* Rows of the drop-down that sorts; the first is the dataset's own order. */
#define NAME_ROW 1
#define FIRST_MEASURE_ROW 2

/* A GtkColumnView over the dataset's places. Columns follow the dataset's measures, the two chosen ones first. */
struct _PivotPlaceTable
{
  GtkWidget              parent_instance;

  PivotSession          *session;
  PivotDataset          *dataset;     /* whose columns are there */
  PivotSessionSelection *selection;
  GtkSortListModel      *sorted;
  GtkSorter             *missing_sorter; /* owned by the sorter of sorted */
  PivotMeasure          *sort_measure;   /* that the rows are sorted by, or NULL; owned by the dataset */
  GtkColumnViewColumn   *name_column; /* owned by the view */
  GPtrArray             *columns;     /* GtkColumnViewColumn by measure, in the dataset's order */
  GHashTable            *rows;        /* index of a place → cell of its name, while it is bound */
  char                  *supposed;    /* the what-if whose numbers are there; NULL: those of no session yet */
  int                    hovered;
  guint                  update_id;
  guint                  scroll_id;

  GtkColumnView         *view;
  GtkLabel              *key_label;
  GtkDropDown           *sort_drop_down;     /* the headings of GTK 4.8 cannot be reached by keyboard */
  GtkToggleButton       *descending_button;
  gboolean               sorting;            /* the drop-down is being told, not asked */
};

G_DEFINE_FINAL_TYPE (PivotPlaceTable, pivot_place_table, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GQuark place_quark;
static GQuark measure_quark;

/* A small sign for each status, explained in the line below the table. */
static const char *
get_status_sign (const PivotValue *value)
{
  if (pivot_value_is_missing (value))
    return "";

  switch (value->status)
    {
    case PIVOT_STATUS_PUBLISHED:
      return "●";
    case PIVOT_STATUS_SOURCED:
      return "◆";
    case PIVOT_STATUS_COMPUTED:
      return "ƒ";
    case PIVOT_STATUS_ASSUMED:
      return "?";
    case PIVOT_STATUS_MISSING:
    default:
      return "";
    }
}

static guint
get_place_index (gpointer item)
{
  return pivot_place_get_index (PIVOT_PLACE (item));
}

/* Cells */

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  measure)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), measure != NULL ? 1 : 0);
  if (measure != NULL)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
remember_place (GtkWidget  *cell,
                PivotPlace *place)
{
  g_object_set_qdata (G_OBJECT (cell), place_quark, GUINT_TO_POINTER (pivot_place_get_index (place) + 1));
}

static GtkWidget *
get_row (GtkWidget *cell)
{
  GtkWidget *parent = gtk_widget_get_parent (cell);

  return parent != NULL ? gtk_widget_get_parent (parent) : NULL;
}

static void
set_row_hovered (GtkWidget *cell,
                 gboolean   hovered)
{
  GtkWidget *row = get_row (cell);

  if (row == NULL)
    return;

  if (hovered)
    gtk_widget_add_css_class (row, "hovered");
  else
    gtk_widget_remove_css_class (row, "hovered");
}

static gboolean
is_marked (PivotPlaceTable *self,
           int              place)
{
  return place >= 0 && (place == self->hovered || pivot_present_place_is_lit (self->session, place));
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PivotPlaceTable          *self)
{
  PivotPlace *place = PIVOT_PLACE (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  guint index = pivot_place_get_index (place);

  gtk_label_set_text (GTK_LABEL (label), pivot_text_get (pivot_place_get_name (place)));
  remember_place (label, place);
  /* The row itself has no name, and it is the row that the keyboard comes to. */
  if (get_row (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (get_row (label)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    pivot_text_get (pivot_place_get_name (place)), -1);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (index + 1), label);
  set_row_hovered (label, is_marked (self, (int) index));
}

static void
unbind_name_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                PivotPlaceTable          *self)
{
  PivotPlace *place = PIVOT_PLACE (gtk_list_item_get_item (item));
  gpointer key = GUINT_TO_POINTER (pivot_place_get_index (place) + 1);
  GtkWidget *label = gtk_list_item_get_child (item);

  if (g_hash_table_lookup (self->rows, key) == label)
    g_hash_table_remove (self->rows, key);
  set_row_hovered (label, FALSE);
}

/* What the factory and the sorter of a column of numbers know. */
typedef struct
{
  PivotPlaceTable *table;    /* outlives both */
  PivotMeasure    *measure;  /* the dataset's own */
} Numbers;

static Numbers *
numbers_new (PivotPlaceTable *table,
             PivotMeasure    *measure)
{
  Numbers *self = g_new (Numbers, 1);

  *self = (Numbers) { table, g_object_ref (measure) };

  return self;
}

static void
numbers_free (gpointer data)
{
  Numbers *self = data;

  g_object_unref (self->measure);
  g_free (self);
}

static void
free_numbers_cb (gpointer  data,
                 GClosure *unused)
{
  numbers_free (data);
}

/* The measure as the session has it now, which may be that of a what-if. */
static PivotMeasure *
numbers_get (const Numbers *self)
{
  PivotSession *session = self->table->session;

  if (session == NULL || self->table->dataset == NULL || pivot_session_get_dataset (session) != self->table->dataset)
    return self->measure;

  return pivot_dataset_find_measure (pivot_session_get_scenario (session), pivot_measure_get_id (self->measure));
}

static void
bind_value_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               Numbers                  *numbers)
{
  PivotMeasure *measure = numbers_get (numbers);
  PivotPlace *place = PIVOT_PLACE (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  const PivotValue *value = pivot_measure_get_value (measure, pivot_place_get_index (place));
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  remember_place (label, place);

  if (pivot_value_is_missing (value))
    {
      gtk_label_set_text (GTK_LABEL (label), "—");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_tooltip_text (label, _("Not in the source"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, _("no data"), -1);
      return;
    }

  text = pivot_units_format_value (value, pivot_measure_get_decimals (measure), NULL);
  markup = g_markup_printf_escaped ("%s <span size=\"x-small\" alpha=\"60%%\">%s</span>", text, get_status_sign (value));
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_remove_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, pivot_units_status_label (value->status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Sorters. Places without a value stay last, whichever way a column is sorted: a sorter of their own goes before the view's. It has
 * to know which column that sorts by, which GTK tells only from 4.10 on; so the view's sorter is asked to compare two probes, and
 * the column's function that answers leaves its measure on them. */

static gboolean
is_probe (gpointer      item,
          PivotMeasure *measure)
{
  if (PIVOT_IS_PLACE (item))
    return FALSE;

  g_object_set_qdata (item, measure_quark, measure);
  return TRUE;
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Numbers *numbers = user_data;
  PivotMeasure *measure;
  const PivotValue *value_a, *value_b;

  if (is_probe ((gpointer) a, numbers->measure))
    return 1;

  measure = numbers_get (numbers);
  value_a = pivot_measure_get_value (measure, get_place_index ((gpointer) a));
  value_b = pivot_measure_get_value (measure, get_place_index ((gpointer) b));
  if (pivot_value_is_missing (value_a) || pivot_value_is_missing (value_b))
    return 0;

  return (value_a->number > value_b->number) - (value_a->number < value_b->number);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  if (is_probe ((gpointer) a, NULL))
    return 1;

  return g_utf8_collate (pivot_text_get (pivot_place_get_name (PIVOT_PLACE ((gpointer) a))),
                         pivot_text_get (pivot_place_get_name (PIVOT_PLACE ((gpointer) b))));
}

static int
compare_missing (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  PivotPlaceTable *self = user_data;

  if (self->sort_measure == NULL)
    return 0;

  return pivot_value_is_missing (pivot_measure_get_value (self->sort_measure, get_place_index ((gpointer) a))) -
         pivot_value_is_missing (pivot_measure_get_value (self->sort_measure, get_place_index ((gpointer) b)));
}

/* A click on a heading shows in the drop-down too. */
static void
show_sorting (PivotPlaceTable *self)
{
  GListModel *measures = self->dataset != NULL ? pivot_dataset_get_measures (self->dataset) : NULL;

  for (guint i = 0; measures != NULL && i < self->columns->len; i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (measure == self->sort_measure)
        {
          self->sorting = TRUE;
          gtk_drop_down_set_selected (self->sort_drop_down, FIRST_MEASURE_ROW + i);
          self->sorting = FALSE;
        }
    }
}

static void
sorter_changed_cb (PivotPlaceTable *self)
{
  g_autoptr(GObject) probe_a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) probe_b = g_object_new (G_TYPE_OBJECT, NULL);

  gtk_sorter_compare (gtk_column_view_get_sorter (self->view), probe_a, probe_b);
  self->sort_measure = g_object_get_qdata (probe_a, measure_quark);
  if (self->sort_measure == NULL)
    self->sort_measure = g_object_get_qdata (probe_b, measure_quark);
  gtk_sorter_changed (self->missing_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_sorting (self);
}

/* Sorts as the drop-down and the button beside it say. */
static void
sort_changed_cb (PivotPlaceTable *self)
{
  guint selected = gtk_drop_down_get_selected (self->sort_drop_down);
  GtkColumnViewColumn *column = NULL;
  GtkSortType order = gtk_toggle_button_get_active (self->descending_button) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  if (self->sorting || selected >= FIRST_MEASURE_ROW + self->columns->len)
    return;

  if (selected >= FIRST_MEASURE_ROW)
    column = g_ptr_array_index (self->columns, selected - FIRST_MEASURE_ROW);
  else if (selected == NAME_ROW)
    column = self->name_column;

  gtk_column_view_sort_by_column (self->view, column, order);
}

static GtkSorter *
new_place_sorter (PivotPlaceTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  self->missing_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_missing, self, NULL));
  gtk_multi_sorter_append (sorter, self->missing_sorter);
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_SORTER (sorter);
}

/* Columns */

static GtkColumnViewColumn *
add_column (PivotPlaceTable *self,
            const char      *title,
            PivotMeasure    *measure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr(GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), measure);
  if (measure != NULL)
    {
      g_signal_connect_data (factory, "bind", G_CALLBACK (bind_value_cb), numbers_new (self, measure), free_numbers_cb, 0);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_values, numbers_new (self, measure), numbers_free));
    }
  else
    {
      g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), self);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_name_cb), self);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
    }

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  /* The view has it now. */
  g_object_unref (column);

  return column;
}

static char *
get_column_title (PivotMeasure *measure)
{
  const char *name = pivot_text_get (pivot_measure_get_short (measure));
  const char *unit = pivot_text_get (pivot_measure_get_unit (measure));

  if (unit == NULL || *unit == '\0')
    return g_strdup (name);

  /* Translators: heading of a table's column: name of the measure, its unit. */
  return g_strdup_printf (_("%s (%s)"), name, unit);
}

static void
remove_columns (PivotPlaceTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }

  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->rows);
}

/* Columns are of the dataset's own measures. */
static PivotMeasure *
get_truth (PivotPlaceTable *self,
           PivotMeasure    *measure)
{
  return measure != NULL ? pivot_dataset_find_measure (self->dataset, pivot_measure_get_id (measure)) : NULL;
}

/* The two chosen measures stand next to the names. */
static void
order_columns (PivotPlaceTable *self)
{
  GListModel *measures = pivot_dataset_get_measures (self->dataset);
  PivotMeasure *first = get_truth (self, pivot_session_get_measure (self->session));
  PivotMeasure *second = get_truth (self, pivot_session_get_against (self->session));
  guint position = 1;

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < self->columns->len; i++)
      {
        g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
        guint turn = measure == first ? 0 : measure == second ? 1 : 2;

        if (turn == pass)
          gtk_column_view_insert_column (self->view, position++, g_ptr_array_index (self->columns, i));
      }
}

static void
build_columns (PivotPlaceTable *self)
{
  GListModel *measures = pivot_dataset_get_measures (self->dataset);
  guint n_measures = g_list_model_get_n_items (measures);
  GtkStringList *titles = gtk_string_list_new (NULL);

  self->name_column = add_column (self, _("Place"), NULL);
  /* Translators: after “Sort by”: the order of the places in the dataset. */
  gtk_string_list_append (titles, _("Dataset order"));
  gtk_string_list_append (titles, _("Place"));
  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
      g_autofree char *title = get_column_title (measure);

      g_ptr_array_add (self->columns, g_object_ref (add_column (self, title, measure)));
      gtk_string_list_append (titles, pivot_text_get (pivot_measure_get_short (measure)));
    }

  self->sorting = TRUE;
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->sort_drop_down, 0);
  self->sorting = FALSE;
  g_object_unref (titles);
}

/* What the signs say. That of what is assumed comes first, so that it is not what is cut off. */
static void
update_key (PivotPlaceTable *self,
            gboolean         supposed)
{
  g_autofree char *key = g_strdup_printf ("● %s   ◆ %s   ƒ %s   — %s",
                                          pivot_units_status_label (PIVOT_STATUS_PUBLISHED),
                                          pivot_units_status_label (PIVOT_STATUS_SOURCED),
                                          pivot_units_status_label (PIVOT_STATUS_COMPUTED),
                                          _("not in the source"));
  g_autofree char *with_assumed = g_strdup_printf ("? %s   %s", pivot_units_status_label (PIVOT_STATUS_ASSUMED), key);

  gtk_label_set_text (self->key_label, supposed ? with_assumed : key);
}

/* All cells of numbers are bound again, and the rows sorted. */
static void
update_numbers (PivotPlaceTable *self)
{
  const char *supposed = pivot_session_get_word (self->session, PIVOT_OPTION_WHAT_IF);

  if (g_strcmp0 (supposed, self->supposed) == 0)
    return;

  g_free (self->supposed);
  self->supposed = g_strdup (supposed);
  update_key (self, *supposed != '\0');
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);
      g_autoptr(GtkListItemFactory) factory = g_object_ref (gtk_column_view_column_get_factory (column));

      gtk_column_view_column_set_factory (column, NULL);
      gtk_column_view_column_set_factory (column, factory);
    }
  gtk_sorter_changed (self->missing_sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
update (PivotPlaceTable *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  if (dataset != self->dataset)
    {
      gtk_sort_list_model_set_model (self->sorted, NULL);
      self->sort_measure = NULL;
      remove_columns (self);
      g_set_object (&self->dataset, dataset);
      if (dataset != NULL)
        {
          build_columns (self);
          gtk_sort_list_model_set_model (self->sorted, pivot_dataset_get_places (dataset));
        }
    }

  if (dataset != NULL)
    {
      update_numbers (self);
      order_columns (self);
    }
}

/* Following the session. Nothing is built while the table is not on screen. */

static gboolean
update_cb (gpointer user_data)
{
  PivotPlaceTable *self = PIVOT_PLACE_TABLE (user_data);

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (PivotPlaceTable *self)
{
  if (self->update_id == 0 && self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

static void
mark_row (PivotPlaceTable *self,
          int              place)
{
  GtkWidget *cell = place >= 0 ? g_hash_table_lookup (self->rows, GUINT_TO_POINTER (place + 1)) : NULL;

  if (cell != NULL)
    set_row_hovered (cell, is_marked (self, place));
}

static void
hovered_cb (PivotPlaceTable *self)
{
  int last = self->hovered;

  self->hovered = pivot_session_get_hovered (self->session);
  if (self->hovered == last)
    return;

  mark_row (self, last);
  mark_row (self, self->hovered);
}

static void
hovered_class_cb (PivotPlaceTable *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    mark_row (self, (int) GPOINTER_TO_UINT (key) - 1);
}

/* The place to keep in view: the one on the card, else the first that is selected. */
static guint
find_position (PivotPlaceTable *self)
{
  int focus = pivot_session_get_focus (self->session);
  g_autofree guint *selected = NULL;
  guint n;

  if (focus >= 0)
    return pivot_session_selection_find (self->selection, (guint) focus);

  selected = pivot_session_get_selected (self->session, &n);
  return n > 0 ? pivot_session_selection_find (self->selection, selected[0]) : G_MAXUINT;
}

/* The list inside the column view scrolls. A row already in view stays where it is, so a click in the table never moves it. */
static gboolean
scroll_cb (gpointer user_data)
{
  PivotPlaceTable *self = PIVOT_PLACE_TABLE (user_data);
  guint position = find_position (self);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  self->scroll_id = 0;
  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL && position != G_MAXUINT)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* After the frame, since rows that are not laid out yet have no place to scroll to. */
static void
queue_scroll (PivotPlaceTable *self)
{
  if (self->scroll_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
}

static void
activate_cb (PivotPlaceTable *self,
             guint            position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
motion_cb (PivotPlaceTable *self,
           double           x,
           double           y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  gpointer place = NULL;

  /* The pointer may be on the padding of a cell or of a row: their first child then carries the place. */
  for (guint level = 0; level < 3 && place == NULL && widget != NULL && widget != GTK_WIDGET (self->view); level++)
    {
      GtkWidget *child = widget;

      while (child != NULL && place == NULL)
        {
          place = g_object_get_qdata (G_OBJECT (child), place_quark);
          child = gtk_widget_get_first_child (child);
        }
      widget = gtk_widget_get_parent (widget);
    }

  pivot_session_set_hovered (self->session, (int) GPOINTER_TO_UINT (place) - 1);
}

static void
leave_cb (PivotPlaceTable *self)
{
  if (self->session != NULL)
    pivot_session_set_hovered (self->session, -1);
}

static void
pivot_place_table_map (GtkWidget *widget)
{
  PivotPlaceTable *self = PIVOT_PLACE_TABLE (widget);

  GTK_WIDGET_CLASS (pivot_place_table_parent_class)->map (widget);

  if (self->session != NULL)
    {
      update (self);
      hovered_cb (self);
      queue_scroll (self);
    }
}

static void
pivot_place_table_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PIVOT_PLACE_TABLE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_place_table_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      pivot_place_table_set_session (PIVOT_PLACE_TABLE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clear_session (PivotPlaceTable *self)
{
  if (self->session == NULL)
    return;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
}

static void
pivot_place_table_dispose (GObject *object)
{
  PivotPlaceTable *self = PIVOT_PLACE_TABLE (object);
  GtkWidget *child;

  clear_session (self);
  if (self->view != NULL)
    remove_columns (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_PLACE_TABLE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->sorted);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_place_table_parent_class)->dispose (object);
}

static void
pivot_place_table_finalize (GObject *object)
{
  PivotPlaceTable *self = PIVOT_PLACE_TABLE (object);

  g_clear_pointer (&self->supposed, g_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (pivot_place_table_parent_class)->finalize (object);
}

static void
pivot_place_table_class_init (PivotPlaceTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  place_quark = g_quark_from_static_string ("pivot-place-table-place");
  measure_quark = g_quark_from_static_string ("pivot-place-table-measure");

  object_class->dispose = pivot_place_table_dispose;
  object_class->finalize = pivot_place_table_finalize;
  object_class->get_property = pivot_place_table_get_property;
  object_class->set_property = pivot_place_table_set_property;
  widget_class->map = pivot_place_table_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PIVOT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-place-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceTable, view);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceTable, key_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceTable, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceTable, descending_button);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
pivot_place_table_init (PivotPlaceTable *self)
{
  self->hovered = -1;
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new (NULL, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_drop_down_set_label (self->sort_drop_down, _("Sort by"));

  update_key (self, FALSE);

  self->sorted = gtk_sort_list_model_new (NULL, new_place_sorter (self));
}

PivotSession *
pivot_place_table_get_session (PivotPlaceTable *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE_TABLE (self), NULL);

  return self->session;
}

void
pivot_place_table_set_session (PivotPlaceTable *self,
                               PivotSession    *session)
{
  g_return_if_fail (PIVOT_IS_PLACE_TABLE (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  clear_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      self->selection = pivot_session_selection_new (G_LIST_MODEL (self->sorted), session, get_place_index);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
      g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (session, "notify::measure", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (session, "notify::against", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (session, "notify::options", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (hovered_cb), self);
      g_signal_connect_swapped (session, "notify::hovered-class", G_CALLBACK (hovered_class_cb), self);
      g_signal_connect_swapped (session, "notify::focus", G_CALLBACK (queue_scroll), self);
      queue_update (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

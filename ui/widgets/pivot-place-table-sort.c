/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-table-private.h"

/* Rows of the drop-down that sorts; the first is the dataset's own order. */
#define NAME_ROW 1
#define FIRST_MEASURE_ROW 2

/* Places without a value stay last, whichever way a column is sorted: a sorter of their own goes before the view's. It has to know
 * which column that sorts by, which GTK tells only from 4.10 on; so the view's sorter is asked to compare two probes, and the column's
 * function that answers leaves its measure on them. */

static GQuark
measure_quark (void)
{
  static GQuark quark;

  return quark != 0 ? quark : (quark = g_quark_from_static_string ("pivot-place-table-measure"));
}

static gboolean
is_probe (gpointer      item,
          PivotMeasure *measure)
{
  if (PIVOT_IS_PLACE (item))
    return FALSE;

  g_object_set_qdata (item, measure_quark (), measure);
  return TRUE;
}

static const PivotValue *
get_value (PivotMeasure  *measure,
           gconstpointer  place)
{
  return pivot_measure_get_value (measure, pivot_place_get_index (PIVOT_PLACE ((gpointer) place)));
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const PivotPlaceNumbers *numbers = user_data;
  PivotMeasure *measure;
  const PivotValue *value_a, *value_b;

  if (is_probe ((gpointer) a, numbers->measure))
    return 1;

  measure = _pivot_place_numbers_get (numbers);
  value_a = get_value (measure, a);
  value_b = get_value (measure, b);
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

  return pivot_value_is_missing (get_value (self->sort_measure, a)) -
         pivot_value_is_missing (get_value (self->sort_measure, b));
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
  self->sort_measure = g_object_get_qdata (probe_a, measure_quark ());
  if (self->sort_measure == NULL)
    self->sort_measure = g_object_get_qdata (probe_b, measure_quark ());
  gtk_sorter_changed (self->missing_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_sorting (self);
}

GtkSorter *
_pivot_place_table_new_column_sorter (PivotPlaceTable *self,
                                      PivotMeasure    *measure)
{
  if (measure == NULL)
    return GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));

  return GTK_SORTER (gtk_custom_sorter_new (compare_values, _pivot_place_numbers_new (self, measure),
                                           _pivot_place_numbers_free));
}

GtkSorter *
_pivot_place_table_new_sorter (PivotPlaceTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  self->missing_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_missing, self, NULL));
  gtk_multi_sorter_append (sorter, self->missing_sorter);
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_SORTER (sorter);
}

void
_pivot_place_table_sort (PivotPlaceTable *self)
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

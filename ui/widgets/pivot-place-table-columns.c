/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-table-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-session-options.h"
#include "pivot-units.h"

static GtkColumnViewColumn *
add_column (PivotPlaceTable *self,
            const char      *title,
            PivotMeasure    *measure)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, _pivot_place_table_new_factory (self, measure));
  g_autoptr(GtkSorter) sorter = _pivot_place_table_new_column_sorter (self, measure);

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

void
_pivot_place_table_remove_columns (PivotPlaceTable *self)
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
void
_pivot_place_table_order_columns (PivotPlaceTable *self)
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

void
_pivot_place_table_build_columns (PivotPlaceTable *self)
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
void
_pivot_place_table_update_key (PivotPlaceTable *self,
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
void
_pivot_place_table_update_numbers (PivotPlaceTable *self)
{
  const char *supposed = pivot_session_get_word (self->session, PIVOT_OPTION_WHAT_IF);

  if (g_strcmp0 (supposed, self->supposed) == 0)
    return;

  g_free (self->supposed);
  self->supposed = g_strdup (supposed);
  _pivot_place_table_update_key (self, *supposed != '\0');
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);
      g_autoptr(GtkListItemFactory) factory = g_object_ref (gtk_column_view_column_get_factory (column));

      gtk_column_view_column_set_factory (column, NULL);
      gtk_column_view_column_set_factory (column, factory);
    }
  gtk_sorter_changed (self->missing_sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

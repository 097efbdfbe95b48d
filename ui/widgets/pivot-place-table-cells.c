/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-table-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-present.h"
#include "pivot-units.h"

static GQuark
place_quark (void)
{
  static GQuark quark;

  return quark != 0 ? quark : (quark = g_quark_from_static_string ("pivot-place-table-place"));
}

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
  g_object_set_qdata (G_OBJECT (cell), place_quark (), GUINT_TO_POINTER (pivot_place_get_index (place) + 1));
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

PivotPlaceNumbers *
_pivot_place_numbers_new (PivotPlaceTable *table,
                          PivotMeasure    *measure)
{
  PivotPlaceNumbers *self = g_new (PivotPlaceNumbers, 1);

  *self = (PivotPlaceNumbers) { table, g_object_ref (measure) };

  return self;
}

void
_pivot_place_numbers_free (gpointer data)
{
  PivotPlaceNumbers *self = data;

  g_object_unref (self->measure);
  g_free (self);
}

static void
free_numbers_cb (gpointer  data,
                 GClosure *unused)
{
  _pivot_place_numbers_free (data);
}

PivotMeasure *
_pivot_place_numbers_get (const PivotPlaceNumbers *self)
{
  PivotSession *session = self->table->session;

  if (session == NULL || self->table->dataset == NULL || pivot_session_get_dataset (session) != self->table->dataset)
    return self->measure;

  return pivot_dataset_find_measure (pivot_session_get_scenario (session), pivot_measure_get_id (self->measure));
}

static void
bind_value_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PivotPlaceNumbers        *numbers)
{
  PivotMeasure *measure = _pivot_place_numbers_get (numbers);
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

GtkListItemFactory *
_pivot_place_table_new_factory (PivotPlaceTable *self,
                                PivotMeasure    *measure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), measure);
  if (measure != NULL)
    g_signal_connect_data (factory, "bind", G_CALLBACK (bind_value_cb), _pivot_place_numbers_new (self, measure),
                           free_numbers_cb, 0);
  else
    {
      g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), self);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_name_cb), self);
    }

  return factory;
}

void
_pivot_place_table_mark_row (PivotPlaceTable *self,
                             int              place)
{
  GtkWidget *cell = place >= 0 ? g_hash_table_lookup (self->rows, GUINT_TO_POINTER (place + 1)) : NULL;

  if (cell != NULL)
    set_row_hovered (cell, is_marked (self, place));
}

int
_pivot_place_table_find (PivotPlaceTable *self,
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
          place = g_object_get_qdata (G_OBJECT (child), place_quark ());
          child = gtk_widget_get_first_child (child);
        }
      widget = gtk_widget_get_parent (widget);
    }

  return (int) GPOINTER_TO_UINT (place) - 1;
}

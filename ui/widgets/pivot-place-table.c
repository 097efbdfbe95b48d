/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-table-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"

G_DEFINE_FINAL_TYPE (PivotPlaceTable, pivot_place_table, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static guint
get_place_index (gpointer item)
{
  return pivot_place_get_index (PIVOT_PLACE (item));
}

static void
update (PivotPlaceTable *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  if (dataset != self->dataset)
    {
      gtk_sort_list_model_set_model (self->sorted, NULL);
      self->sort_measure = NULL;
      _pivot_place_table_remove_columns (self);
      g_set_object (&self->dataset, dataset);
      if (dataset != NULL)
        {
          _pivot_place_table_build_columns (self);
          gtk_sort_list_model_set_model (self->sorted, pivot_dataset_get_places (dataset));
        }
    }

  if (dataset != NULL)
    {
      _pivot_place_table_update_numbers (self);
      _pivot_place_table_order_columns (self);
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
hovered_cb (PivotPlaceTable *self)
{
  int last = self->hovered;

  self->hovered = pivot_session_get_hovered (self->session);
  if (self->hovered == last)
    return;

  _pivot_place_table_mark_row (self, last);
  _pivot_place_table_mark_row (self, self->hovered);
}

static void
hovered_class_cb (PivotPlaceTable *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    _pivot_place_table_mark_row (self, (int) GPOINTER_TO_UINT (key) - 1);
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
sort_changed_cb (PivotPlaceTable *self)
{
  _pivot_place_table_sort (self);
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
  pivot_session_set_hovered (self->session, _pivot_place_table_find (self, x, y));
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
    _pivot_place_table_remove_columns (self);

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

  _pivot_place_table_update_key (self, FALSE);

  self->sorted = gtk_sort_list_model_new (NULL, _pivot_place_table_new_sorter (self));
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

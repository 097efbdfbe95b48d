/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-selection.h"

/* Holds no selection of its own: it asks the session, and turns what a list wants into the session's words. */
struct _PivotSessionSelection
{
  GObject            parent_instance;

  GListModel        *model;
  PivotSession      *session;
  PivotGetPlaceFunc  get_place;
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotSessionSelection, pivot_session_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static GType
get_item_type (GListModel *list)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item_type (self->model) : G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (list);

  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
get_place_at (PivotSessionSelection *self,
              guint                  position)
{
  g_autoptr(GObject) item = g_list_model_get_item (self->model, position);

  return item != NULL ? self->get_place (item) : G_MAXUINT;
}

/* The places of the items in a set. */
static GArray *
get_places (PivotSessionSelection *self,
            GtkBitset             *positions)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      {
        guint place = get_place_at (self, position);

        if (place != G_MAXUINT)
          g_array_append_val (places, place);
      }
    while (gtk_bitset_iter_next (&iter, &position));

  return places;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (model);
  guint place = get_place_at (self, position);

  return place != G_MAXUINT && pivot_session_is_selected (self->session, place);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint end = MIN (get_n_items (G_LIST_MODEL (model)), position + n_items);

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selection, i);

  return selection;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (model);
  guint place = get_place_at (self, position);

  if (place == G_MAXUINT)
    return FALSE;

  pivot_session_select_one (self->session, place, unselect_rest ? PIVOT_SELECT_REPLACE : PIVOT_SELECT_ADD);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (model);
  guint place = get_place_at (self, position);

  if (place == G_MAXUINT)
    return FALSE;

  pivot_session_select_one (self->session, place, PIVOT_SELECT_REMOVE);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (model);
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, get_n_items (G_LIST_MODEL (model)));
  g_autoptr(GArray) places = get_places (self, all);

  pivot_session_select (self->session, (const guint *) (gconstpointer) places->data, places->len, PIVOT_SELECT_REPLACE);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  pivot_session_clear_selection (PIVOT_SESSION_SELECTION (model)->session);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (model);
  g_autoptr(GtkBitset) wanted = gtk_bitset_copy (selected);
  g_autoptr(GtkBitset) unwanted = gtk_bitset_copy (mask);
  g_autoptr(GArray) add = NULL;
  g_autoptr(GArray) drop = NULL;

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (unwanted, selected);
  add = get_places (self, wanted);
  drop = get_places (self, unwanted);

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_select (self->session, (const guint *) (gconstpointer) drop->data, drop->len, PIVOT_SELECT_REMOVE);
  pivot_session_select (self->session, (const guint *) (gconstpointer) add->data, add->len, PIVOT_SELECT_ADD);
  g_object_thaw_notify (G_OBJECT (self->session));
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

static void
selection_changed_cb (PivotSessionSelection *self)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static void
items_changed_cb (PivotSessionSelection *self,
                  guint                  position,
                  guint                  removed,
                  guint                  added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
pivot_session_selection_dispose (GObject *object)
{
  PivotSessionSelection *self = PIVOT_SESSION_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);

  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_session_selection_parent_class)->dispose (object);
}

static void
pivot_session_selection_class_init (PivotSessionSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_session_selection_dispose;
}

static void
pivot_session_selection_init (PivotSessionSelection *self)
{
}

/**
 * pivot_session_selection_new:
 * @model: (nullable): a list
 * @session: a session
 * @get_place: gives the index of the place that an item stands for
 *
 * Makes a list whose selection is the session's.
 *
 * Returns: (transfer full): a selection model
 */
PivotSessionSelection *
pivot_session_selection_new (GListModel        *model,
                             PivotSession      *session,
                             PivotGetPlaceFunc  get_place)
{
  PivotSessionSelection *self;

  g_return_val_if_fail (model == NULL || G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (get_place != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_SESSION_SELECTION, NULL);
  self->session = g_object_ref (session);
  self->get_place = get_place;
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  pivot_session_selection_set_model (self, model);

  return self;
}

/**
 * pivot_session_selection_set_model:
 * @self: a selection model
 * @model: (nullable): a list
 *
 * Shows another list.
 */
void
pivot_session_selection_set_model (PivotSessionSelection *self,
                                   GListModel            *model)
{
  guint removed;

  g_return_if_fail (PIVOT_IS_SESSION_SELECTION (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  removed = get_n_items (G_LIST_MODEL (self));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);

  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, get_n_items (G_LIST_MODEL (self)));
}

GListModel *
pivot_session_selection_get_model (PivotSessionSelection *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION_SELECTION (self), NULL);

  return self->model;
}

/**
 * pivot_session_selection_find:
 * @self: a selection model
 * @place: index of a place
 *
 * Finds where a place stands in the list.
 *
 * Returns: a position, or %G_MAXUINT
 */
guint
pivot_session_selection_find (PivotSessionSelection *self,
                              guint                  place)
{
  guint n_items;

  g_return_val_if_fail (PIVOT_IS_SESSION_SELECTION (self), G_MAXUINT);

  n_items = get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n_items; i++)
    if (get_place_at (self, i) == place)
      return i;

  return G_MAXUINT;
}

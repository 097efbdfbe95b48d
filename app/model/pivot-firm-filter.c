/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-filter-private.h"

static void pivot_firm_filter_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotFirmFilter, pivot_firm_filter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_firm_filter_list_model_init))

static guint
collect (PivotFirmFilter *self,
         guint32         *shown)
{
  const guint32 *order = self->column != PIVOT_FIRM_UNSORTED ? self->index->order[self->column] : NULL;
  guint n = self->index->n, n_shown = 0;
  guint n_known = order != NULL ? self->index->n_known[self->column] : n;

  for (guint i = 0; i < n; i++)
    {
      /* What is not known comes last, whichever way the list is sorted. */
      guint at = self->descending && i < n_known ? n_known - 1 - i : i;
      guint firm = order != NULL ? order[at] : at;

      if (self->fails[firm] == 0)
        shown[n_shown++] = firm;
    }

  return n_shown;
}

static void
take_shown (PivotFirmFilter *self,
            guint32         *shown,
            guint            n_shown)
{
  guint n_before = self->n_shown, first = 0, last = 0;

  while (first < MIN (n_before, n_shown) && self->shown[first] == shown[first])
    first++;
  while (last < MIN (n_before, n_shown) - first && self->shown[n_before - 1 - last] == shown[n_shown - 1 - last])
    last++;

  g_free (self->shown);
  self->shown = shown;
  self->n_shown = n_shown;
  if (n_before - first - last > 0 || n_shown - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_before - first - last, n_shown - first - last);
}

static GType
get_item_type (GListModel *model)
{
  return PIVOT_TYPE_FIRM;
}

static guint
get_n_items (GListModel *model)
{
  return PIVOT_FIRM_FILTER (model)->n_shown;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PivotFirmFilter *self = PIVOT_FIRM_FILTER (model);

  return position < self->n_shown ? g_object_ref (self->index->firms[self->shown[position]]) : NULL;
}

static void
pivot_firm_filter_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pivot_firm_filter_finalize (GObject *object)
{
  PivotFirmFilter *self = PIVOT_FIRM_FILTER (object);

  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    {
      g_array_unref (self->chosen[i]);
      g_array_unref (self->counts[i]);
    }
  g_array_unref (self->terms);
  g_array_unref (self->places);
  g_strfreev (self->facets);
  g_free (self->query);
  g_free (self->fails);
  g_free (self->in_years);
  g_free (self->shown);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (pivot_firm_filter_parent_class)->finalize (object);
}

static void
pivot_firm_filter_class_init (PivotFirmFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_firm_filter_finalize;
}

static void
pivot_firm_filter_init (PivotFirmFilter *self)
{
  _pivot_firm_filter_init_query (self);
  _pivot_firm_filter_init_facets (self);
  self->column = PIVOT_FIRM_UNSORTED;
}

/**
 * pivot_firm_filter_new:
 *
 * Makes a list that is empty until it gets an index.
 *
 * Returns: (transfer full): a list
 */
PivotFirmFilter *
pivot_firm_filter_new (void)
{
  return g_object_new (PIVOT_TYPE_FIRM_FILTER, NULL);
}

/**
 * pivot_firm_filter_get_index:
 * @self: a list of firms
 *
 * Returns: (transfer none) (nullable): the firms it is made of
 */
PivotFirmIndex *
pivot_firm_filter_get_index (PivotFirmFilter *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_FILTER (self), NULL);

  return self->index;
}

/**
 * pivot_firm_filter_set_index:
 * @self: a list of firms
 * @index: (nullable): the firms it is made of
 *
 * Takes other firms. The list is empty until pivot_firm_filter_update() is called.
 */
void
pivot_firm_filter_set_index (PivotFirmFilter *self,
                             PivotFirmIndex  *index)
{
  guint n_before;

  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));
  g_return_if_fail (index == NULL || PIVOT_IS_FIRM_INDEX (index));

  if (self->index == index)
    return;

  n_before = self->n_shown;
  self->n_shown = 0;
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_set_object (&self->index, index);
  g_free (self->fails);
  g_clear_pointer (&self->in_years, g_free);
  self->fails = index != NULL ? g_new0 (guint8, index->n) : NULL;
  self->query_dirty = TRUE;
  self->narrower = FALSE;
}

/**
 * pivot_firm_filter_set_sort:
 * @self: a list of firms
 * @column: a column, or %PIVOT_FIRM_UNSORTED
 * @descending: whether the greatest comes first
 *
 * Sets the order. Firms of which the column says nothing come last, whichever way it is sorted.
 */
void
pivot_firm_filter_set_sort (PivotFirmFilter *self,
                            int              column,
                            gboolean         descending)
{
  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));
  g_return_if_fail (column >= PIVOT_FIRM_UNSORTED && column < PIVOT_N_FIRM_COLUMNS);

  self->column = column;
  self->descending = descending && column != PIVOT_FIRM_UNSORTED;
}

/**
 * pivot_firm_filter_update:
 * @self: a list of firms
 *
 * Makes the list what has been asked for.
 */
void
pivot_firm_filter_update (PivotFirmFilter *self)
{
  guint32 *shown;
  guint n_shown;

  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));

  if (self->index == NULL)
    return;

  if (self->query_dirty)
    _pivot_firm_filter_apply_query (self);
  _pivot_firm_filter_apply_facets (self);
  shown = g_new (guint32, self->index->n);
  n_shown = collect (self, shown);
  take_shown (self, shown, n_shown);
}

/**
 * pivot_firm_filter_find:
 * @self: a list of firms
 * @id: (nullable): id of a firm
 *
 * Finds a firm in the list.
 *
 * Returns: its position, or %G_MAXUINT if it is not in the list
 */
guint
pivot_firm_filter_find (PivotFirmFilter *self,
                        const char      *id)
{
  int firm;

  g_return_val_if_fail (PIVOT_IS_FIRM_FILTER (self), G_MAXUINT);

  firm = self->index != NULL ? pivot_firm_index_find (self->index, id) : -1;
  for (guint i = 0; firm >= 0 && i < self->n_shown; i++)
    if (self->shown[i] == (guint32) firm)
      return i;

  return G_MAXUINT;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-rows.h"

/* Rows that are added in one turn of the main loop, and how many a view makes widgets for. */
#define STEP 8
/* Rows that are in sight, and how many of the others are brought up to date in one turn. */
#define IN_SIGHT 48
#define BATCH 24
#define MANY 240
/* Rows that are taken away in one turn: each has widgets to be destroyed. Those that still wait for it are blank. */
#define SHRINK 24
/* After a frame, so that what is there is shown first. */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 25)

struct _PivotFirmRow
{
  GObject        parent_instance;

  PivotFirmRows *rows;      /* NULL once they are gone */
  guint          position;
  gboolean       stale;     /* another firm stands there by now */
  PivotFirm     *firm;
};

G_DEFINE_FINAL_TYPE (PivotFirmRow, pivot_firm_row, G_TYPE_OBJECT)

struct _PivotFirmRows
{
  GObject          parent_instance;

  PivotFirmFilter *filter;
  GHashTable      *alive;    /* position + 1 → PivotFirmRow, as long as somebody holds it */
  guint            n;        /* rows so far */
  guint            first;    /* in sight */
  guint            n_stale;
  guint            grow_id;
};

static void pivot_firm_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotFirmRows, pivot_firm_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_firm_rows_list_model_init))

enum { PROP_0, PROP_FIRM, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* A row */

static void
forget (PivotFirmRow *self)
{
  gpointer key = GUINT_TO_POINTER (self->position + 1);

  if (self->rows != NULL && self->stale)
    self->rows->n_stale--;
  if (self->rows != NULL && g_hash_table_lookup (self->rows->alive, key) == self)
    g_hash_table_remove (self->rows->alive, key);
  self->rows = NULL;
}

static void
pivot_firm_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FIRM:
      g_value_set_object (value, PIVOT_FIRM_ROW (object)->firm);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_firm_row_finalize (GObject *object)
{
  PivotFirmRow *self = PIVOT_FIRM_ROW (object);

  forget (self);
  g_clear_object (&self->firm);

  G_OBJECT_CLASS (pivot_firm_row_parent_class)->finalize (object);
}

static void
pivot_firm_row_class_init (PivotFirmRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pivot_firm_row_get_property;
  object_class->finalize = pivot_firm_row_finalize;
  properties[PROP_FIRM] = g_param_spec_object ("firm", NULL, NULL, PIVOT_TYPE_FIRM,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_firm_row_init (PivotFirmRow *self)
{
}

static void
update_row (PivotFirmRow *self)
{
  g_autoptr(PivotFirm) firm = g_list_model_get_item (G_LIST_MODEL (self->rows->filter), self->position);

  if (self->stale)
    self->rows->n_stale--;
  self->stale = FALSE;
  if (g_set_object (&self->firm, firm))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRM]);
}

/**
 * pivot_firm_row_get_firm:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the firm that stands in it now, or `NULL` if the row is about to go
 */
PivotFirm *
pivot_firm_row_get_firm (PivotFirmRow *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_ROW (self), NULL);

  return self->firm;
}

/* The rows */

static GType
get_item_type (GListModel *model)
{
  return PIVOT_TYPE_FIRM_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PIVOT_FIRM_ROWS (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PivotFirmRows *self = PIVOT_FIRM_ROWS (model);
  PivotFirmRow *row;

  if (position >= self->n)
    return NULL;

  row = g_hash_table_lookup (self->alive, GUINT_TO_POINTER (position + 1));
  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (PIVOT_TYPE_FIRM_ROW, NULL);
  row->rows = self;
  row->position = position;
  g_hash_table_insert (self->alive, GUINT_TO_POINTER (position + 1), row);
  update_row (row);

  return row;
}

static void
pivot_firm_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_n (PivotFirmRows *self,
       guint          n)
{
  guint before = self->n;

  self->n = n;
  if (n != before)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (n, before), n < before ? before - n : 0, n > before ? n - before : 0);
}

/* The next number of rows on the way down to @n. */
static void
shrink (PivotFirmRows *self,
        guint          n)
{
  guint now = MIN (self->n, MANY);

  set_n (self, now > n + SHRINK ? now - SHRINK : n);
}

static void
refresh (PivotFirmRows *self,
         guint          most)
{
  g_autoptr(GList) rows = g_hash_table_get_values (self->alive);

  for (GList *l = rows; l != NULL && most > 0 && self->n_stale > 0; l = l->next)
    if (PIVOT_FIRM_ROW (l->data)->stale)
      {
        update_row (l->data);
        most--;
      }
}

static gboolean
grow_cb (gpointer user_data)
{
  PivotFirmRows *self = PIVOT_FIRM_ROWS (user_data);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));

  if (self->n > n)
    {
      shrink (self, n);
      return G_SOURCE_CONTINUE;
    }
  if (self->n_stale > 0)
    {
      refresh (self, BATCH);
      return G_SOURCE_CONTINUE;
    }

  /* Rows that get no widget cost nothing. */
  set_n (self, self->n + STEP < MIN (n, MANY) ? self->n + STEP : n);
  if (self->n < n)
    return G_SOURCE_CONTINUE;

  self->grow_id = 0;

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (PivotFirmRows *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  g_autoptr(GList) rows = NULL;

  if (n < self->n && n < MANY)
    shrink (self, n);
  else if (self->n >= MANY)
    set_n (self, n);

  rows = g_hash_table_get_values (self->alive);
  for (GList *l = rows; l != NULL; l = l->next)
    {
      PivotFirmRow *row = l->data;

      self->n_stale += !row->stale;
      row->stale = TRUE;
      if (row->position >= self->first && row->position - self->first < IN_SIGHT)
        update_row (row);
    }

  if ((n != self->n || self->n_stale > 0) && self->grow_id == 0)
    self->grow_id = g_idle_add_full (PRIORITY, grow_cb, self, NULL);
}

static void
pivot_firm_rows_dispose (GObject *object)
{
  PivotFirmRows *self = PIVOT_FIRM_ROWS (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (pivot_firm_rows_parent_class)->dispose (object);
}

static void
pivot_firm_rows_finalize (GObject *object)
{
  PivotFirmRows *self = PIVOT_FIRM_ROWS (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    PIVOT_FIRM_ROW (row)->rows = NULL;
  g_hash_table_unref (self->alive);

  G_OBJECT_CLASS (pivot_firm_rows_parent_class)->finalize (object);
}

static void
pivot_firm_rows_class_init (PivotFirmRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_firm_rows_dispose;
  object_class->finalize = pivot_firm_rows_finalize;
}

static void
pivot_firm_rows_init (PivotFirmRows *self)
{
  self->alive = g_hash_table_new (NULL, NULL);
}

/**
 * pivot_firm_rows_new:
 * @filter: the firms
 *
 * Makes the rows of a list.
 *
 * Returns: (transfer full): the rows
 */
PivotFirmRows *
pivot_firm_rows_new (PivotFirmFilter *filter)
{
  PivotFirmRows *self;

  g_return_val_if_fail (PIVOT_IS_FIRM_FILTER (filter), NULL);

  self = g_object_new (PIVOT_TYPE_FIRM_ROWS, NULL);
  self->filter = g_object_ref (filter);
  g_signal_connect_swapped (filter, "items-changed", G_CALLBACK (items_changed_cb), self);
  set_n (self, g_list_model_get_n_items (G_LIST_MODEL (filter)));

  return self;
}

/**
 * pivot_firm_rows_set_first:
 * @self: the rows
 * @first: position of the first row that is in sight
 *
 * Says which rows are looked at.
 */
void
pivot_firm_rows_set_first (PivotFirmRows *self,
                           guint          first)
{
  g_return_if_fail (PIVOT_IS_FIRM_ROWS (self));

  self->first = first;
}

/**
 * pivot_firm_rows_complete:
 * @self: the rows
 *
 * Adds the rows that are still to come.
 */
void
pivot_firm_rows_complete (PivotFirmRows *self)
{
  g_return_if_fail (PIVOT_IS_FIRM_ROWS (self));

  refresh (self, G_MAXUINT);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  set_n (self, g_list_model_get_n_items (G_LIST_MODEL (self->filter)));
}

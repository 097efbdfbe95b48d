/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-index-private.h"

#include "pivot-thread.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* After how many firms to look whether nobody waits any more. */
#define STRIDE 1024

G_DEFINE_FINAL_TYPE (PivotFirmIndex, pivot_firm_index, G_TYPE_OBJECT)

static const char * const words[PIVOT_N_FIRM_FACETS] = { "place", "group", "board", "programme", "sector" };

/* What the making of an index takes besides. */
typedef struct
{
  PivotFirmIndex *index;
  PivotPinyin    *pinyin;
  GHashTable     *seen[PIVOT_N_FIRM_VALUES]; /* id → value + 1 */
} Builder;

static guint
add_value (Builder    *builder,
           guint       values,
           const char *id,
           const char *label,
           const char *key)
{
  PivotFirmValues *self = &builder->index->values[values];
  guint64 mask = _pivot_firm_key_mask (key);

  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->labels, g_strdup (label));
  g_ptr_array_add (self->keys, g_strdup (key));
  g_array_append_val (self->masks, mask);
  g_hash_table_insert (builder->seen[values], self->ids->pdata[self->ids->len - 1], GUINT_TO_POINTER (self->ids->len));

  return self->ids->len - 1;
}

static guint
find_value (Builder    *builder,
            guint       values,
            const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (builder->seen[values], id)) - 1;
}

/* A text's value: what it says in English is its id, so that a view means the same in every language. */
static guint
value_of_text (Builder         *builder,
               guint            values,
               const PivotText *text,
               const char      *unknown)
{
  static const char * const english[] = { "en", NULL };
  const char *id = text != NULL ? pivot_text_get_for (text, english) : "";
  guint value = find_value (builder, values, id);
  GString *key;

  if (value != G_MAXUINT)
    return value;

  key = g_string_new (NULL);
  _pivot_firm_key_append (key, text, builder->pinyin);
  value = add_value (builder, values, id, text != NULL ? pivot_text_get (text) : unknown, key->str);
  g_string_free (key, TRUE);

  return value;
}

static void
add_groups (Builder    *builder,
            PivotPlace *place,
            GArray     *groups)
{
  const char * const *ids = pivot_place_get_groups (place);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      PivotGroup *group = pivot_dataset_find_group (builder->index->dataset, ids[i]);
      guint value = find_value (builder, PIVOT_FIRM_FACET_GROUP, ids[i]);

      if (group != NULL && value == G_MAXUINT)
        value = add_value (builder, PIVOT_FIRM_FACET_GROUP, ids[i], pivot_text_get (pivot_group_get_label (group)), "");
      if (group != NULL)
        g_array_append_val (groups, value);
    }
}

static guint
value_of_place (Builder    *builder,
                const char *id)
{
  PivotPlace *place = pivot_dataset_find_place (builder->index->dataset, id);
  guint value = find_value (builder, PIVOT_FIRM_FACET_PLACE, place != NULL ? id : "");
  GArray *groups;
  GString *key;

  if (value != G_MAXUINT)
    return value;

  key = g_string_new (NULL);
  groups = g_array_new (FALSE, FALSE, sizeof (guint));
  if (place != NULL)
    {
      _pivot_firm_key_append (key, pivot_place_get_name (place), builder->pinyin);
      _pivot_firm_key_append (key, pivot_place_get_short (place), builder->pinyin);
      add_groups (builder, place, groups);
    }
  value = add_value (builder, PIVOT_FIRM_FACET_PLACE, place != NULL ? id : "",
                     place != NULL ? pivot_text_get (pivot_place_get_short (place)) : _("Not known"), key->str);
  g_ptr_array_add (builder->index->place_groups, groups);
  g_string_free (key, TRUE);

  return value;
}

static guint
value_of_member (Builder     *builder,
                 PivotMember  member)
{
  const char *id = pivot_enum_to_nick (PIVOT_TYPE_MEMBER, member);
  guint value = find_value (builder, PIVOT_FIRM_FACET_PROGRAMME, id);

  if (value != G_MAXUINT)
    return value;

  /* Translators: whether a firm is in the programme that the dataset is about. */
  return add_value (builder, PIVOT_FIRM_FACET_PROGRAMME, id,
                    member == PIVOT_MEMBER_YES ? _("Member") : member == PIVOT_MEMBER_NO ? _("Not a member") : _("Not known"),
                    "");
}

static void
add_firm (Builder *builder,
          guint    i,
          GString *letters)
{
  PivotFirmIndex *self = builder->index;
  PivotFirm *firm = self->firms[i];
  const char *code = pivot_firm_get_code (firm);
  g_autofree char *folded = code != NULL ? g_ascii_strdown (code, -1) : NULL;

  g_hash_table_insert (self->by_id, (gpointer) pivot_firm_get_id (firm), GUINT_TO_POINTER (i + 1));

  self->keys[i] = (guint32) letters->len;
  _pivot_firm_key_append (letters, pivot_firm_get_name (firm), builder->pinyin);
  if (folded != NULL)
    g_string_append (letters, folded);
  self->masks[i] = _pivot_firm_key_mask (letters->str + self->keys[i]);
  g_string_append_c (letters, '\0');

  self->values[PIVOT_FIRM_FACET_PLACE].of[i] = value_of_place (builder, pivot_firm_get_place (firm));
  self->values[PIVOT_FIRM_FACET_BOARD].of[i] =
    value_of_text (builder, PIVOT_FIRM_FACET_BOARD, pivot_firm_get_board (firm), _("Not listed, or not known"));
  self->values[PIVOT_FIRM_FACET_PROGRAMME].of[i] = value_of_member (builder, pivot_firm_get_member (firm));
  self->values[PIVOT_FIRM_FACET_SECTOR].of[i] =
    value_of_text (builder, PIVOT_FIRM_FACET_SECTOR, pivot_firm_get_sector (firm), _("Not known"));
  self->values[PIVOT_FIRM_VALUES_CITY].of[i] =
    value_of_text (builder, PIVOT_FIRM_VALUES_CITY, pivot_firm_get_city (firm), _("Not known"));
}

/* The years of the events, so that nobody need go through all events when somebody waits. */
static void
add_years (PivotFirmIndex *self,
           guint           i)
{
  GListModel *events = pivot_firm_get_events (self->firms[i]);

  self->years_of[i] = self->years->len;
  for (guint j = 0; j < g_list_model_get_n_items (events); j++)
    {
      PivotEvent *event = g_list_model_get_item (events, j);
      guint16 year = (guint16) g_ascii_strtoull (pivot_event_get_date (event), NULL, 10);

      g_array_append_val (self->years, year);
      g_object_unref (event);
    }
}

gboolean
_pivot_firm_index_has_year (PivotFirmIndex *self,
                            guint           firm,
                            int             first,
                            int             last)
{
  for (guint i = self->years_of[firm]; i < self->years_of[firm + 1]; i++)
    {
      int year = g_array_index (self->years, guint16, i);

      if (year >= first && year <= last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
build (Builder      *builder,
       GCancellable *cancellable)
{
  PivotFirmIndex *self = builder->index;
  GListModel *firms = pivot_dataset_get_firms (self->dataset);
  GString *letters = g_string_new (NULL);
  gboolean cancelled = FALSE;

  for (guint i = 0; i < self->n && !cancelled; i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);

      self->firms[i] = firm;
      add_years (self, i);
      add_firm (builder, i, letters);
      cancelled = i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable);
    }
  self->letters = g_string_free (letters, FALSE);
  self->years_of[self->n] = self->years->len;
  if (!cancelled)
    _pivot_firm_index_sort (self);

  return !cancelled;
}

static void
pivot_firm_index_finalize (GObject *object)
{
  PivotFirmIndex *self = PIVOT_FIRM_INDEX (object);

  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    {
      g_ptr_array_unref (self->values[i].ids);
      g_ptr_array_unref (self->values[i].labels);
      g_ptr_array_unref (self->values[i].keys);
      g_array_unref (self->values[i].masks);
      g_free (self->values[i].of);
    }
  for (guint i = 0; i < PIVOT_N_FIRM_COLUMNS; i++)
    g_free (self->order[i]);
  g_ptr_array_unref (self->place_groups);
  g_hash_table_unref (self->by_id);
  g_free (self->firms);
  g_free (self->letters);
  g_free (self->keys);
  g_free (self->masks);
  g_free (self->years_of);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_firm_index_parent_class)->finalize (object);
}

static void
pivot_firm_index_class_init (PivotFirmIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_firm_index_finalize;
}

static void
pivot_firm_index_init (PivotFirmIndex *self)
{
  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    {
      self->values[i].ids = g_ptr_array_new_with_free_func (g_free);
      self->values[i].labels = g_ptr_array_new_with_free_func (g_free);
      self->values[i].keys = g_ptr_array_new_with_free_func (g_free);
      self->values[i].masks = g_array_new (FALSE, FALSE, sizeof (guint64));
    }
  self->place_groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pivot_firm_index_new:
 * @dataset: a dataset
 * @cancellable: (nullable): a cancellable
 *
 * Prepares the firms of a dataset for filtering and sorting.
 *
 * Returns: (transfer full) (nullable): an index; `NULL` if it was cancelled
 */
PivotFirmIndex *
pivot_firm_index_new (PivotDataset *dataset,
                      GCancellable *cancellable)
{
  g_autoptr(PivotFirmIndex) self = NULL;
  Builder builder = { 0 };
  gboolean done;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);

  self = g_object_new (PIVOT_TYPE_FIRM_INDEX, NULL);
  self->dataset = g_object_ref (dataset);
  self->n = g_list_model_get_n_items (pivot_dataset_get_firms (dataset));
  self->firms = g_new0 (PivotFirm *, self->n);
  self->keys = g_new0 (guint32, self->n);
  self->masks = g_new0 (guint64, self->n);
  self->years = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->years_of = g_new0 (guint32, self->n + 1);

  builder.index = self;
  builder.pinyin = _pivot_pinyin_new ();
  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    {
      builder.seen[i] = g_hash_table_new (g_str_hash, g_str_equal);
      if (i != PIVOT_FIRM_FACET_GROUP)
        self->values[i].of = g_new0 (guint32, self->n);
    }

  done = build (&builder, cancellable);

  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    g_hash_table_unref (builder.seen[i]);
  _pivot_pinyin_free (builder.pinyin);

  return done ? g_steal_pointer (&self) : NULL;
}

static void
build_in_thread_cb (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  PivotFirmIndex *self = pivot_firm_index_new (PIVOT_DATASET (source_object), cancellable);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));
}

/**
 * pivot_firm_index_new_async:
 * @dataset: a dataset
 * @cancellable: (nullable): a cancellable
 * @callback: called when the index is there
 * @user_data: data for @callback
 *
 * Like pivot_firm_index_new(), in a worker thread.
 */
void
pivot_firm_index_new_async (PivotDataset        *dataset,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PIVOT_IS_DATASET (dataset));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (dataset, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_firm_index_new_async);
  pivot_run_in_thread (task, build_in_thread_cb);
}

/**
 * pivot_firm_index_new_finish:
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Ends what pivot_firm_index_new_async() began.
 *
 * Returns: (transfer full) (nullable): an index
 */
PivotFirmIndex *
pivot_firm_index_new_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, pivot_firm_index_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pivot_firm_index_get_dataset:
 * @self: an index
 *
 * Returns: (transfer none): whose firms these are
 */
PivotDataset *
pivot_firm_index_get_dataset (PivotFirmIndex *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), NULL);

  return self->dataset;
}

/**
 * pivot_firm_index_get_n_firms:
 * @self: an index
 *
 * Returns: how many firms the dataset has
 */
guint
pivot_firm_index_get_n_firms (PivotFirmIndex *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), 0);

  return self->n;
}

/**
 * pivot_firm_index_get_firm:
 * @self: an index
 * @firm: number of a firm, in the dataset's order
 *
 * Returns: (transfer none): the firm
 */
PivotFirm *
pivot_firm_index_get_firm (PivotFirmIndex *self,
                           guint           firm)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), NULL);
  g_return_val_if_fail (firm < self->n, NULL);

  return self->firms[firm];
}

/**
 * pivot_firm_index_find:
 * @self: an index
 * @id: (nullable): id of a firm
 *
 * Returns: the firm's number, or −1 if there is none such
 */
int
pivot_firm_index_find (PivotFirmIndex *self,
                       const char     *id)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), -1);

  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1 : -1;
}

/**
 * pivot_firm_facet_get_word:
 * @facet: a facet
 *
 * Returns: what a view calls it
 */
const char *
pivot_firm_facet_get_word (PivotFirmFacet facet)
{
  g_return_val_if_fail (facet < PIVOT_N_FIRM_FACETS, NULL);

  return words[facet];
}

/**
 * pivot_firm_index_parse_facet:
 * @self: an index
 * @text: a facet and a value, as in `board:BSE`
 * @facet: (out): the facet
 * @value: (out): number of its value
 *
 * Reads what a view narrows the list by.
 *
 * Returns: `FALSE` if there is no such facet, or no firm has that value
 */
gboolean
pivot_firm_index_parse_facet (PivotFirmIndex *self,
                              const char     *text,
                              PivotFirmFacet *facet,
                              guint          *value)
{
  const char *colon;

  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  colon = strchr (text, ':');
  for (guint i = 0; colon != NULL && i < PIVOT_N_FIRM_FACETS; i++)
    if (strlen (words[i]) == (gsize) (colon - text) && strncmp (words[i], text, colon - text) == 0)
      {
        *facet = i;
        return g_ptr_array_find_with_equal_func (self->values[i].ids, colon + 1, g_str_equal, value);
      }

  return FALSE;
}

/**
 * pivot_firm_index_get_n_values:
 * @self: an index
 * @facet: a facet
 *
 * Returns: how many different values the firms have
 */
guint
pivot_firm_index_get_n_values (PivotFirmIndex *self,
                               PivotFirmFacet  facet)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), 0);
  g_return_val_if_fail (facet < PIVOT_N_FIRM_FACETS, 0);

  return self->values[facet].ids->len;
}

/**
 * pivot_firm_index_get_value_id:
 * @self: an index
 * @facet: a facet
 * @value: number of a value
 *
 * Returns: what a view calls it; empty for firms of which it is not known
 */
const char *
pivot_firm_index_get_value_id (PivotFirmIndex *self,
                               PivotFirmFacet  facet,
                               guint           value)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), NULL);
  g_return_val_if_fail (value < pivot_firm_index_get_n_values (self, facet), NULL);

  return self->values[facet].ids->pdata[value];
}

/**
 * pivot_firm_index_get_value_label:
 * @self: an index
 * @facet: a facet
 * @value: number of a value
 *
 * Returns: what a person calls it
 */
const char *
pivot_firm_index_get_value_label (PivotFirmIndex *self,
                                  PivotFirmFacet  facet,
                                  guint           value)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), NULL);
  g_return_val_if_fail (value < pivot_firm_index_get_n_values (self, facet), NULL);

  return self->values[facet].labels->pdata[value];
}

/**
 * pivot_firm_index_get_peers:
 * @self: an index
 * @firm: number of a firm
 * @facet: a facet other than that of groups
 * @most: how many to list
 * @n: (out): how many there are
 *
 * Finds firms like another.
 *
 * Returns: (transfer container) (element-type PivotFirm): the first of them in the order of their names
 */
GPtrArray *
pivot_firm_index_get_peers (PivotFirmIndex *self,
                            guint           firm,
                            PivotFirmFacet  facet,
                            guint           most,
                            guint          *n)
{
  const guint32 *order, *of;
  GPtrArray *peers;

  g_return_val_if_fail (PIVOT_IS_FIRM_INDEX (self), NULL);
  g_return_val_if_fail (firm < self->n, NULL);
  g_return_val_if_fail (facet < PIVOT_N_FIRM_FACETS && facet != PIVOT_FIRM_FACET_GROUP, NULL);

  order = self->order[PIVOT_FIRM_COLUMN_NAME];
  of = self->values[facet].of;
  peers = g_ptr_array_new ();
  *n = 0;
  if (*pivot_firm_index_get_value_id (self, facet, of[firm]) == '\0')
    return peers;

  for (guint i = 0; i < self->n; i++)
    if (order[i] != firm && of[order[i]] == of[firm] && (*n)++ < most)
      g_ptr_array_add (peers, self->firms[order[i]]);

  return peers;
}

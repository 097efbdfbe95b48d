/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-private.h"

#include "pivot-search-index-private.h"

/* A list of what a query finds. The index and the readings of characters are made with the first query: a window that is
 * never searched does not pay for it. */
struct _PivotSearch
{
  GObject           parent_instance;

  PivotDataset     *dataset;
  char             *query;
  guint             kinds;
  PivotSearchIndex *index;      /* or NULL */
  GPtrArray        *objects;    /* by entry; of the dataset */
  GPtrArray        *hits;
  guint             n_matches;
};

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_QUERY,
  PROP_KINDS,
  PROP_N_MATCHES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a match in these is worth less than one in a name. */
#define PENALTY_ID 20
#define PENALTY_ASIDE 150

static void pivot_search_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotSearch, pivot_search, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_search_list_model_init))

static void
add_wordings (PivotSearch     *self,
              const PivotText *text,
              guint            penalty)
{
  g_autoptr(GPtrArray) all = pivot_text_get_all (text);

  for (guint i = 0; i < all->len; i++)
    _pivot_search_index_add_text (self->index, all->pdata[i], penalty);
}

static void
add_place (PivotSearch *self,
           gpointer     place)
{
  add_wordings (self, pivot_place_get_name (place), 0);
  add_wordings (self, pivot_place_get_short (place), 0);
  add_wordings (self, pivot_place_get_abbr (place), 0);
  _pivot_search_index_add_text (self->index, pivot_place_get_id (place), PENALTY_ID);
  _pivot_search_index_add_text (self->index, pivot_place_get_code (place), PENALTY_ID);
}

static void
add_measure (PivotSearch *self,
             gpointer     measure)
{
  add_wordings (self, pivot_measure_get_label (measure), 0);
  add_wordings (self, pivot_measure_get_short (measure), 0);
  _pivot_search_index_add_text (self->index, pivot_measure_get_id (measure), PENALTY_ID);
}

static void
add_group (PivotSearch *self,
           gpointer     group)
{
  add_wordings (self, pivot_group_get_label (group), 0);
  _pivot_search_index_add_text (self->index, pivot_group_get_id (group), PENALTY_ID);
}

static void
add_firm (PivotSearch *self,
          gpointer     firm)
{
  add_wordings (self, pivot_firm_get_name (firm), 0);
  _pivot_search_index_add_text (self->index, pivot_firm_get_id (firm), PENALTY_ID);
  _pivot_search_index_add_text (self->index, pivot_firm_get_code (firm), PENALTY_ID);
  add_wordings (self, pivot_firm_get_city (firm), PENALTY_ASIDE);
  add_wordings (self, pivot_firm_get_sector (firm), PENALTY_ASIDE);
}

static void
add_figure (PivotSearch *self,
            gpointer     figure)
{
  add_wordings (self, pivot_figure_get_title (figure), 0);
  _pivot_search_index_add_text (self->index, pivot_figure_get_id (figure), PENALTY_ID);
  add_wordings (self, pivot_figure_get_question (figure), PENALTY_ASIDE);
}

static void
add_all (PivotSearch     *self,
         PivotSearchKind  kind,
         GListModel      *list,
         void           (*add) (PivotSearch *self, gpointer object))
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (list, i);

      _pivot_search_index_add_entry (self->index, kind);
      add (self, object);
      g_ptr_array_add (self->objects, object);
    }
}

/* In the order in which equals are listed. */
static void
ensure_index (PivotSearch *self)
{
  if (self->index != NULL)
    return;

  self->index = _pivot_search_index_new ();
  add_all (self, PIVOT_SEARCH_PLACE, pivot_dataset_get_places (self->dataset), add_place);
  add_all (self, PIVOT_SEARCH_MEASURE, pivot_dataset_get_measures (self->dataset), add_measure);
  add_all (self, PIVOT_SEARCH_GROUP, pivot_dataset_get_groups (self->dataset), add_group);
  add_all (self, PIVOT_SEARCH_FIRM, pivot_dataset_get_firms (self->dataset), add_firm);
  add_all (self, PIVOT_SEARCH_FIGURE, pivot_dataset_get_figures (self->dataset), add_figure);
}

static PivotSearchKind
kind_of (GObject *object)
{
  if (PIVOT_IS_PLACE (object))
    return PIVOT_SEARCH_PLACE;
  if (PIVOT_IS_MEASURE (object))
    return PIVOT_SEARCH_MEASURE;
  if (PIVOT_IS_GROUP (object))
    return PIVOT_SEARCH_GROUP;
  if (PIVOT_IS_FIRM (object))
    return PIVOT_SEARCH_FIRM;

  return PIVOT_SEARCH_FIGURE;
}

static guint
find_hits (PivotSearch *self,
           GPtrArray   *hits)
{
  PivotSearchMatch matches[PIVOT_SEARCH_LIMIT];
  guint n = PIVOT_SEARCH_LIMIT;
  guint n_all;

  if (self->dataset == NULL || self->query[0] == '\0' || self->kinds == 0)
    return 0;

  ensure_index (self);
  n_all = _pivot_search_index_find (self->index, self->query, self->kinds, matches, &n);
  for (guint i = 0; i < n; i++)
    {
      GObject *object = self->objects->pdata[matches[i].entry];

      g_ptr_array_add (hits, _pivot_search_hit_new (self->dataset, kind_of (object), object, matches[i].text,
                                                    matches[i].score));
    }

  return n_all;
}

static void
update (PivotSearch *self)
{
  GPtrArray *before = self->hits;
  guint n_matches = self->n_matches;

  self->hits = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_matches = find_hits (self, self->hits);

  if (before->len > 0 || self->hits->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->hits->len);
  if (n_matches != self->n_matches)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MATCHES]);

  g_ptr_array_unref (before);
}

static GType
pivot_search_get_item_type (GListModel *model)
{
  return PIVOT_TYPE_SEARCH_HIT;
}

static guint
pivot_search_get_n_items (GListModel *model)
{
  return PIVOT_SEARCH (model)->hits->len;
}

static gpointer
pivot_search_get_item (GListModel *model,
                       guint       position)
{
  PivotSearch *self = PIVOT_SEARCH (model);

  return position < self->hits->len ? g_object_ref (self->hits->pdata[position]) : NULL;
}

static void
pivot_search_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pivot_search_get_item_type;
  iface->get_n_items = pivot_search_get_n_items;
  iface->get_item = pivot_search_get_item;
}

static void
pivot_search_dispose (GObject *object)
{
  PivotSearch *self = PIVOT_SEARCH (object);

  g_ptr_array_set_size (self->hits, 0);
  g_ptr_array_set_size (self->objects, 0);
  g_clear_pointer (&self->index, _pivot_search_index_free);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_search_parent_class)->dispose (object);
}

static void
pivot_search_finalize (GObject *object)
{
  PivotSearch *self = PIVOT_SEARCH (object);

  g_ptr_array_unref (self->hits);
  g_ptr_array_unref (self->objects);
  g_free (self->query);

  G_OBJECT_CLASS (pivot_search_parent_class)->finalize (object);
}

static void
pivot_search_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PivotSearch *self = PIVOT_SEARCH (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_KINDS:
      g_value_set_uint (value, self->kinds);
      break;
    case PROP_N_MATCHES:
      g_value_set_uint (value, self->n_matches);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_search_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PivotSearch *self = PIVOT_SEARCH (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      pivot_search_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      pivot_search_set_query (self, g_value_get_string (value));
      break;
    case PROP_KINDS:
      pivot_search_set_kinds (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_search_class_init (PivotSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = pivot_search_dispose;
  object_class->finalize = pivot_search_finalize;
  object_class->get_property = pivot_search_get_property;
  object_class->set_property = pivot_search_set_property;

  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, PIVOT_TYPE_DATASET, writable);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", writable);
  properties[PROP_KINDS] = g_param_spec_uint ("kinds", NULL, NULL, 0, PIVOT_SEARCH_ALL, PIVOT_SEARCH_ALL, writable);
  properties[PROP_N_MATCHES] = g_param_spec_uint ("n-matches", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_search_init (PivotSearch *self)
{
  self->query = g_strdup ("");
  self->kinds = PIVOT_SEARCH_ALL;
  self->hits = g_ptr_array_new_with_free_func (g_object_unref);
  self->objects = g_ptr_array_new ();
}

/**
 * pivot_search_new:
 *
 * Returns: (transfer full): a search without dataset and query
 */
PivotSearch *
pivot_search_new (void)
{
  return g_object_new (PIVOT_TYPE_SEARCH, NULL);
}

/**
 * pivot_search_get_dataset:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): the dataset that is searched
 */
PivotDataset *
pivot_search_get_dataset (PivotSearch *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH (self), NULL);

  return self->dataset;
}

/**
 * pivot_search_set_dataset:
 * @self: a search
 * @dataset: (nullable): a dataset
 *
 * Searches another dataset for the same query.
 */
void
pivot_search_set_dataset (PivotSearch  *self,
                          PivotDataset *dataset)
{
  g_return_if_fail (PIVOT_IS_SEARCH (self));
  g_return_if_fail (dataset == NULL || PIVOT_IS_DATASET (dataset));

  if (!g_set_object (&self->dataset, dataset))
    return;

  g_clear_pointer (&self->index, _pivot_search_index_free);
  g_ptr_array_set_size (self->objects, 0);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

/**
 * pivot_search_get_query:
 * @self: a search
 *
 * Returns: what is looked for; not %NULL
 */
const char *
pivot_search_get_query (PivotSearch *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH (self), NULL);

  return self->query;
}

/**
 * pivot_search_set_query:
 * @self: a search
 * @query: (nullable): what to look for, as typed
 *
 * Looks for places, measures, groups, firms and figures by their names in every language, ids, codes, abbreviations, and
 * the pinyin of Chinese names without tones, whole or by initials.
 *
 * Case, accents, the width of letters and marks between words do not matter. Best are whole names, then names that begin
 * so, then those with a word that does, then initials, then names with the same letters in the same order. With several
 * words each must be found, in whatever order; if nothing has all of them, what has half of them is listed.
 */
void
pivot_search_set_query (PivotSearch *self,
                        const char  *query)
{
  g_return_if_fail (PIVOT_IS_SEARCH (self));

  if (query == NULL)
    query = "";
  if (g_str_equal (self->query, query))
    return;

  g_free (self->query);
  self->query = g_strdup (query);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * pivot_search_get_kinds:
 * @self: a search
 *
 * Returns: bits 1 << [enum@SearchKind] of what is looked for
 */
guint
pivot_search_get_kinds (PivotSearch *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH (self), 0);

  return self->kinds;
}

/**
 * pivot_search_set_kinds:
 * @self: a search
 * @kinds: bits 1 << [enum@SearchKind]; %PIVOT_SEARCH_ALL for everything
 *
 * Narrows the search down.
 */
void
pivot_search_set_kinds (PivotSearch *self,
                        guint        kinds)
{
  g_return_if_fail (PIVOT_IS_SEARCH (self));

  kinds &= PIVOT_SEARCH_ALL;
  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
}

/**
 * pivot_search_get_n_matches:
 * @self: a search
 *
 * Returns: how many there are, also those past %PIVOT_SEARCH_LIMIT that are not in the list
 */
guint
pivot_search_get_n_matches (PivotSearch *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH (self), 0);

  return self->n_matches;
}

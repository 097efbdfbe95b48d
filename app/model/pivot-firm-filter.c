/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-filter.h"

#include "pivot-event-counts.h"
#include "pivot-firm-index-private.h"
#include "pivot-search-index-private.h"

#include <string.h>

/* Of fewer letters, only those that a word begins with are looked at. */
#define ANYWHERE 3

/* A word of the query, and which of the values that firms share have it. */
typedef struct
{
  char     *text;
  guint64   mask;
  gboolean  anywhere;
  GArray   *has[PIVOT_N_FIRM_VALUES]; /* of gboolean, by value; NULL: no firm is looked for by those */
} Term;

/* What a firm fails: a bit for each facet, and these. */
enum
{
  FAILS_PLACES = 1 << PIVOT_N_FIRM_FACETS,
  FAILS_QUERY = 1 << (PIVOT_N_FIRM_FACETS + 1),
  FAILS_YEARS = 1 << (PIVOT_N_FIRM_FACETS + 2),
};

struct _PivotFirmFilter
{
  GObject         parent_instance;

  PivotFirmIndex *index;         /* or NULL */
  char           *query;
  GArray         *terms;         /* of Term */
  gboolean        narrower;      /* whoever fails the query failed the last one */
  gboolean        query_dirty;
  char          **facets;
  GArray         *places;        /* of guint */
  int             column;
  gboolean        descending;

  guint8         *fails;         /* by firm */
  guint8         *in_years;      /* by firm: whether it has an event in those years; NULL: not looked for */
  int             first_year, last_year;
  GArray         *chosen[PIVOT_N_FIRM_FACETS]; /* of gboolean, by value; empty: the facet is not used */
  GArray         *counts[PIVOT_N_FIRM_FACETS]; /* of guint, by value */
  guint32        *shown;         /* firms, in order */
  guint           n_shown;
};

static void pivot_firm_filter_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotFirmFilter, pivot_firm_filter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_firm_filter_list_model_init))

/* Words */

static gboolean
key_has (const char *key,
         guint64     mask,
         const Term *term)
{
  if ((term->mask & ~mask) != 0)
    return FALSE;

  for (const char *p = strstr (key, term->text); p != NULL; p = strstr (p + 1, term->text))
    if (term->anywhere || _pivot_search_is_start (key, p - key))
      return TRUE;

  return FALSE;
}

static void
term_clear (gpointer data)
{
  Term *term = data;

  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    g_clear_pointer (&term->has[i], g_array_unref);
  g_free (term->text);
}

static void
term_init (Term           *term,
           const char     *text,
           PivotFirmIndex *index)
{
  static const guint searched[] = {
    PIVOT_FIRM_FACET_PLACE, PIVOT_FIRM_FACET_SECTOR, PIVOT_FIRM_FACET_BOARD, PIVOT_FIRM_VALUES_CITY,
  };

  *term = (Term) { .text = g_strdup (text), .mask = _pivot_firm_key_mask (text) };
  term->anywhere = strlen (text) >= ANYWHERE;
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      const PivotFirmValues *values = &index->values[searched[i]];

      term->has[searched[i]] = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), values->keys->len);
      for (guint j = 0; j < values->keys->len; j++)
        {
          gboolean has = key_has (values->keys->pdata[j], g_array_index (values->masks, guint64, j), term);

          g_array_append_val (term->has[searched[i]], has);
        }
    }
}

static gboolean
firm_has (PivotFirmIndex *index,
          guint           firm,
          const Term     *term)
{
  for (guint i = 0; i < PIVOT_N_FIRM_VALUES; i++)
    if (term->has[i] != NULL && g_array_index (term->has[i], gboolean, index->values[i].of[firm]))
      return TRUE;

  return key_has (index->letters + index->keys[firm], index->masks[firm], term);
}

/* A longer query finds no firm that a shorter one did not, unless its last word is looked for in more places. */
static gboolean
is_narrower (const char *before,
             const char *now)
{
  const char *word = strrchr (before, ' ');
  const char *end;

  if (!g_str_has_prefix (now, before))
    return FALSE;

  word = word != NULL ? word + 1 : before;
  end = strchr (now + (word - before), ' ');

  return strlen (word) >= ANYWHERE || (end != NULL ? end : now + strlen (now)) - (now + (word - before)) < ANYWHERE;
}

static void
apply_query (PivotFirmFilter *self)
{
  g_auto(GStrv) words = g_strsplit (self->query, " ", -1);

  g_array_set_size (self->terms, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        Term term;

        term_init (&term, words[i], self->index);
        g_array_append_val (self->terms, term);
      }

  for (guint i = 0; i < self->index->n; i++)
    {
      gboolean fails = self->narrower && (self->fails[i] & FAILS_QUERY) != 0;

      for (guint j = 0; j < self->terms->len && !fails; j++)
        fails = !firm_has (self->index, i, &g_array_index (self->terms, Term, j));
      self->fails[i] = fails ? FAILS_QUERY : 0;
    }

  self->query_dirty = FALSE;
  self->narrower = TRUE;
}

/* Facets */

static void
choose_values (PivotFirmFilter *self)
{
  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    {
      g_array_set_size (self->chosen[i], 0);
      g_array_set_size (self->counts[i], 0);
      g_array_set_size (self->counts[i], pivot_firm_index_get_n_values (self->index, i));
    }

  for (guint i = 0; self->facets != NULL && self->facets[i] != NULL; i++)
    {
      PivotFirmFacet facet;
      guint value;

      if (!pivot_firm_index_parse_facet (self->index, self->facets[i], &facet, &value))
        continue;
      g_array_set_size (self->chosen[facet], pivot_firm_index_get_n_values (self->index, facet));
      g_array_index (self->chosen[facet], gboolean, value) = TRUE;
    }
}

static GArray *
get_groups (PivotFirmFilter *self,
            guint            firm)
{
  return g_ptr_array_index (self->index->place_groups, self->index->values[PIVOT_FIRM_FACET_PLACE].of[firm]);
}

static gboolean
has_chosen (PivotFirmFilter *self,
            PivotFirmFacet   facet,
            guint            firm)
{
  GArray *groups;

  if (facet != PIVOT_FIRM_FACET_GROUP)
    return g_array_index (self->chosen[facet], gboolean, self->index->values[facet].of[firm]);

  groups = get_groups (self, firm);
  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (self->chosen[facet], gboolean, g_array_index (groups, guint, i)))
      return TRUE;

  return FALSE;
}

static void
count (PivotFirmFilter *self,
       PivotFirmFacet   facet,
       guint            firm)
{
  GArray *groups;

  if (facet != PIVOT_FIRM_FACET_GROUP)
    {
      g_array_index (self->counts[facet], guint, self->index->values[facet].of[firm])++;
      return;
    }

  groups = get_groups (self, firm);
  for (guint i = 0; i < groups->len; i++)
    g_array_index (self->counts[facet], guint, g_array_index (groups, guint, i))++;
}

static void
count_firm (PivotFirmFilter *self,
            guint            firm)
{
  guint fails = self->fails[firm];

  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    if ((fails & ~(1u << i)) == 0)
      count (self, i, firm);
}

/* Places. By value of the facet: which are among those asked for. */
static GArray *
find_places (PivotFirmFilter *self)
{
  const PivotFirmValues *values = &self->index->values[PIVOT_FIRM_FACET_PLACE];
  PivotDataset *dataset = self->index->dataset;
  GArray *among = g_array_new (FALSE, TRUE, sizeof (gboolean));

  g_array_set_size (among, values->ids->len);
  for (guint i = 0; i < self->places->len; i++)
    {
      guint place = g_array_index (self->places, guint, i), value;

      if (place < pivot_dataset_get_n_places (dataset) &&
          g_ptr_array_find_with_equal_func (values->ids, pivot_place_get_id (pivot_dataset_get_place (dataset, place)),
                                            g_str_equal, &value))
        g_array_index (among, gboolean, value) = TRUE;
    }

  return among;
}

static gboolean
get_years (PivotFirmFilter *self,
           int             *first,
           int             *last)
{
  for (guint i = 0; self->facets != NULL && self->facets[i] != NULL; i++)
    if (pivot_years_parse (self->facets[i], first, last))
      return TRUE;

  return FALSE;
}

/* Which firms have an event in the years asked for: found once for the years, and not for each letter that is typed. */
static void
find_years (PivotFirmFilter *self)
{
  int first, last;

  if (!get_years (self, &first, &last))
    {
      g_clear_pointer (&self->in_years, g_free);
      return;
    }
  if (self->in_years != NULL && self->first_year == first && self->last_year == last)
    return;

  g_free (self->in_years);
  self->in_years = g_new (guint8, MAX (1, self->index->n));
  for (guint i = 0; i < self->index->n; i++)
    self->in_years[i] = _pivot_firm_index_has_year (self->index, i, first, last);
  self->first_year = first;
  self->last_year = last;
}

static void
apply_facets (PivotFirmFilter *self)
{
  g_autoptr(GArray) among = find_places (self);
  const guint32 *place_of = self->index->values[PIVOT_FIRM_FACET_PLACE].of;

  choose_values (self);
  find_years (self);
  for (guint i = 0; i < self->index->n; i++)
    {
      guint fails = self->fails[i] & FAILS_QUERY;

      for (guint j = 0; j < PIVOT_N_FIRM_FACETS; j++)
        if (self->chosen[j]->len > 0 && !has_chosen (self, j, i))
          fails |= 1u << j;
      if (self->places->len > 0 && !g_array_index (among, gboolean, place_of[i]))
        fails |= FAILS_PLACES;
      if (self->in_years != NULL && !self->in_years[i])
        fails |= FAILS_YEARS;

      self->fails[i] = (guint8) fails;
      count_firm (self, i);
    }
}

/* The list */

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
  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    {
      self->chosen[i] = g_array_new (FALSE, TRUE, sizeof (gboolean));
      self->counts[i] = g_array_new (FALSE, TRUE, sizeof (guint));
    }
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->query = g_strdup ("");
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
 * pivot_firm_filter_set_query:
 * @self: a list of firms
 * @query: what is typed
 *
 * Lets those firms pass that have every word: in a name, the code, the city, the place, the sector or the board, in any language,
 * as it is written or as Chinese sounds.
 */
void
pivot_firm_filter_set_query (PivotFirmFilter *self,
                             const char      *query)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;

  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));
  g_return_if_fail (query != NULL);

  valid = g_utf8_make_valid (query, -1);
  folded = _pivot_search_fold (valid);
  if (g_str_equal (folded, self->query))
    return;

  self->narrower = self->narrower && is_narrower (self->query, folded);
  self->query_dirty = TRUE;
  g_free (self->query);
  self->query = g_steal_pointer (&folded);
}

/**
 * pivot_firm_filter_set_facets:
 * @self: a list of firms
 * @facets: (nullable) (array zero-terminated=1): values of facets, as in `board:BSE`; those that the dataset lacks are left aside
 *
 * Lets those firms pass that have any of the values of each facet.
 */
void
pivot_firm_filter_set_facets (PivotFirmFilter    *self,
                              const char * const *facets)
{
  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));

  g_strfreev (self->facets);
  self->facets = g_strdupv ((char **) facets);
}

/**
 * pivot_firm_filter_set_places:
 * @self: a list of firms
 * @places: (array length=n): indexes of places
 * @n: how many; 0 for any place
 *
 * Lets those firms pass that are in one of these places.
 */
void
pivot_firm_filter_set_places (PivotFirmFilter *self,
                              const guint     *places,
                              guint            n)
{
  g_return_if_fail (PIVOT_IS_FIRM_FILTER (self));

  g_array_set_size (self->places, 0);
  if (n > 0)
    g_array_append_vals (self->places, places, n);
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
    apply_query (self);
  apply_facets (self);
  shown = g_new (guint32, self->index->n);
  n_shown = collect (self, shown);
  take_shown (self, shown, n_shown);
}

/**
 * pivot_firm_filter_get_count:
 * @self: a list of firms
 * @facet: a facet
 * @value: number of one of its values
 *
 * Gets how many firms the list would have if this were the only value chosen of its facet.
 *
 * Returns: how many
 */
guint
pivot_firm_filter_get_count (PivotFirmFilter *self,
                             PivotFirmFacet   facet,
                             guint            value)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_FILTER (self), 0);
  g_return_val_if_fail (facet < PIVOT_N_FIRM_FACETS, 0);

  return value < self->counts[facet]->len ? g_array_index (self->counts[facet], guint, value) : 0;
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

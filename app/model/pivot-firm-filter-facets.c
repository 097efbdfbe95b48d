/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-filter-private.h"

#include "pivot-event-counts.h"

/* Which firms have the values of facets that are chosen, are in the places and have an event in the years; and how many have each
 * value. */

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

void
_pivot_firm_filter_init_facets (PivotFirmFilter *self)
{
  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    {
      self->chosen[i] = g_array_new (FALSE, TRUE, sizeof (gboolean));
      self->counts[i] = g_array_new (FALSE, TRUE, sizeof (guint));
    }
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
_pivot_firm_filter_apply_facets (PivotFirmFilter *self)
{
  g_autoptr(GArray) among = find_places (self);
  const guint32 *place_of = self->index->values[PIVOT_FIRM_FACET_PLACE].of;

  choose_values (self);
  find_years (self);
  for (guint i = 0; i < self->index->n; i++)
    {
      guint fails = self->fails[i] & PIVOT_FIRM_FAILS_QUERY;

      for (guint j = 0; j < PIVOT_N_FIRM_FACETS; j++)
        if (self->chosen[j]->len > 0 && !has_chosen (self, j, i))
          fails |= 1u << j;
      if (self->places->len > 0 && !g_array_index (among, gboolean, place_of[i]))
        fails |= PIVOT_FIRM_FAILS_PLACES;
      if (self->in_years != NULL && !self->in_years[i])
        fails |= PIVOT_FIRM_FAILS_YEARS;

      self->fails[i] = (guint8) fails;
      count_firm (self, i);
    }
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

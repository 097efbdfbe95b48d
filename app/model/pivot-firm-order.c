/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-index-private.h"

#include <string.h>

/* The orders of firms, one for each column. They are worked out once, so that a list is never sorted, but read in an order. */

typedef struct
{
  const char    *text;     /* NULL: nothing is known */
  guint          number;
  guint          name;     /* rank of the name: what is alike otherwise is in order of name */
} Key;

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      keys)
{
  const Key *x = (const Key *) keys + *(const guint32 *) a, *y = (const Key *) keys + *(const guint32 *) b;
  int by_text;

  if (x->text == NULL || y->text == NULL)
    return x->text == y->text ? (x->name > y->name) - (x->name < y->name) : x->text == NULL ? 1 : -1;

  by_text = strcmp (x->text, y->text);
  if (by_text != 0)
    return by_text;
  if (x->number != y->number)
    return x->number > y->number ? 1 : -1;

  return (x->name > y->name) - (x->name < y->name);
}

static void
sort_column (PivotFirmIndex  *self,
             PivotFirmColumn  column,
             Key             *keys)
{
  guint32 *order = g_new (guint32, self->n);

  self->n_known[column] = 0;
  for (guint i = 0; i < self->n; i++)
    {
      order[i] = i;
      if (keys[i].text != NULL)
        self->n_known[column]++;
    }
  g_qsort_with_data (order, (int) self->n, sizeof *order, compare_keys, keys);
  self->order[column] = order;
}

static GPtrArray *
collate (GPtrArray *labels)
{
  GPtrArray *collated = g_ptr_array_new_full (labels->len, g_free);

  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (collated, g_utf8_collate_key (labels->pdata[i], -1));

  return collated;
}

/* By what many firms have in common: each of those texts is put into the order of the language only once. */
static void
sort_by_value (PivotFirmIndex  *self,
               PivotFirmColumn  column,
               guint            values,
               Key             *keys)
{
  g_autoptr(GPtrArray) collated = collate (self->values[values].labels);

  for (guint i = 0; i < self->n; i++)
    {
      guint value = self->values[values].of[i];
      const char *id = g_ptr_array_index (self->values[values].ids, value);

      keys[i].text = *id != '\0' ? g_ptr_array_index (collated, value) : NULL;
      keys[i].number = 0;
    }
  sort_column (self, column, keys);
}

static void
sort_by_name (PivotFirmIndex *self,
              Key            *keys)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_full (self->n, g_free);

  for (guint i = 0; i < self->n; i++)
    {
      g_ptr_array_add (names, g_utf8_collate_key (pivot_text_get (pivot_firm_get_name (self->firms[i])), -1));
      keys[i] = (Key) { names->pdata[i], 0, i };
    }
  sort_column (self, PIVOT_FIRM_COLUMN_NAME, keys);
  for (guint i = 0; i < self->n; i++)
    keys[self->order[PIVOT_FIRM_COLUMN_NAME][i]].name = i;
}

static void
sort_by_date (PivotFirmIndex *self,
              PivotFirmColumn column,
              const char   *(*get) (PivotFirm *),
              Key            *keys)
{
  for (guint i = 0; i < self->n; i++)
    {
      keys[i].text = get (self->firms[i]);
      keys[i].number = 0;
    }
  sort_column (self, column, keys);
}

static void
sort_by_number (PivotFirmIndex *self,
                Key            *keys)
{
  for (guint i = 0; i < self->n; i++)
    {
      keys[i].text = "";
      keys[i].number = g_list_model_get_n_items (pivot_firm_get_events (self->firms[i]));
    }
  sort_column (self, PIVOT_FIRM_COLUMN_EVENTS, keys);
}

static void
sort_by_member (PivotFirmIndex *self,
                Key            *keys)
{
  for (guint i = 0; i < self->n; i++)
    {
      PivotMember member = pivot_firm_get_member (self->firms[i]);
      const char *batch = pivot_firm_get_batch (self->firms[i]);

      /* Members first, by batch; those of whom no batch is known after them. */
      keys[i].text = member == PIVOT_MEMBER_UNKNOWN ? NULL : member == PIVOT_MEMBER_YES ? "a" : "b";
      keys[i].number = batch != NULL ? (guint) g_ascii_strtoull (batch, NULL, 10) : G_MAXUINT;
    }
  sort_column (self, PIVOT_FIRM_COLUMN_PROGRAMME, keys);
}

void
_pivot_firm_index_sort (PivotFirmIndex *self)
{
  g_autofree Key *keys = g_new0 (Key, self->n);

  sort_by_name (self, keys);
  sort_by_value (self, PIVOT_FIRM_COLUMN_PLACE, PIVOT_FIRM_FACET_PLACE, keys);
  sort_by_value (self, PIVOT_FIRM_COLUMN_CITY, PIVOT_FIRM_VALUES_CITY, keys);
  sort_by_value (self, PIVOT_FIRM_COLUMN_SECTOR, PIVOT_FIRM_FACET_SECTOR, keys);
  sort_by_value (self, PIVOT_FIRM_COLUMN_BOARD, PIVOT_FIRM_FACET_BOARD, keys);
  sort_by_date (self, PIVOT_FIRM_COLUMN_FOUNDED, pivot_firm_get_founded, keys);
  sort_by_date (self, PIVOT_FIRM_COLUMN_LISTED, pivot_firm_get_listed, keys);
  sort_by_member (self, keys);
  sort_by_number (self, keys);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-filter-private.h"

#include "pivot-search-index-private.h"

#include <string.h>

/* Which firms have the words that are typed. */

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

void
_pivot_firm_filter_init_query (PivotFirmFilter *self)
{
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  self->query = g_strdup ("");
}

void
_pivot_firm_filter_apply_query (PivotFirmFilter *self)
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
      gboolean fails = self->narrower && (self->fails[i] & PIVOT_FIRM_FAILS_QUERY) != 0;

      for (guint j = 0; j < self->terms->len && !fails; j++)
        fails = !firm_has (self->index, i, &g_array_index (self->terms, Term, j));
      self->fails[i] = fails ? PIVOT_FIRM_FAILS_QUERY : 0;
    }

  self->query_dirty = FALSE;
  self->narrower = TRUE;
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

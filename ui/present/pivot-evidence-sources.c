/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-evidence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-firm-facts.h"
#include "pivot-present-references.h"

/* Formulas may name values that have formulas. The format forbids circles; this is against very long chains. */
#define MAX_DEPTH 8

static int
compare_numbers (gconstpointer one,
                 gconstpointer other)
{
  guint a = *(const guint *) one, b = *(const guint *) other;

  return (a > b) - (a < b);
}

void
_pivot_evidence_cite_source (PivotEvidence *self,
                             PivotCited    *cited,
                             PivotSource   *source)
{
  guint number;

  if (source == NULL)
    return;

  if (!g_ptr_array_find (self->sources, source, &number))
    {
      number = self->sources->len;
      g_ptr_array_add (self->sources, source);
    }
  for (guint i = 0; i < cited->len; i++)
    if (g_array_index (cited, guint, i) == number)
      return;

  g_array_append_val (cited, number);
  g_array_sort (cited, compare_numbers);
}

static void
cite_value (PivotEvidence    *self,
            PivotCited       *cited,
            const PivotValue *value,
            guint             depth)
{
  g_auto(GStrv) tokens = NULL;
  PivotSource *source;

  if (value == NULL || depth > MAX_DEPTH)
    return;

  /* That something is computed is said by its formula; no place to look it up. */
  source = pivot_dataset_find_source (self->dataset, value->source);
  if (source != NULL && (value->formula == NULL || pivot_source_get_kind (source) != PIVOT_SOURCE_COMPUTED))
    _pivot_evidence_cite_source (self, cited, source);
  if (value->formula == NULL)
    return;

  tokens = g_strsplit (value->formula, " ", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) all = NULL;

      if (strchr (tokens[i], '/') == NULL)
        continue;
      if (!g_str_has_suffix (tokens[i], "/*"))
        {
          cite_value (self, cited, pivot_dataset_find_value (self->dataset, tokens[i]), depth + 1);
          continue;
        }

      /* The sum of a measure. */
      tokens[i][strlen (tokens[i]) - 2] = '\0';
      all = g_ptr_array_new ();
      pivot_present_measure_references (all, self->dataset, pivot_dataset_find_measure (self->dataset, tokens[i]));
      for (guint k = 0; k < all->len; k++)
        _pivot_evidence_cite_source (self, cited, all->pdata[k]);
    }
}

void
_pivot_evidence_cite_value (PivotEvidence    *self,
                            PivotCited       *cited,
                            const PivotValue *value)
{
  cite_value (self, cited, value, 0);
}

void
_pivot_evidence_cite_all (PivotEvidence      *self,
                          PivotCited         *cited,
                          const char * const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    _pivot_evidence_cite_source (self, cited, pivot_dataset_find_source (self->dataset, ids[i]));
}

char *
_pivot_evidence_write_cited (PivotCited *cited)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < cited->len; i++)
    g_string_append_printf (string, "%s[%u]", i > 0 ? " " : "", g_array_index (cited, guint, i) + 1);

  return g_string_free (string, FALSE);
}

/**
 * pivot_evidence_get_n_sources: (skip)
 * @self: evidence
 *
 * Gets how many sources have been cited so far.
 *
 * Returns: the number
 */
guint
pivot_evidence_get_n_sources (PivotEvidence *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sources->len;
}

/**
 * pivot_evidence_write_source: (skip)
 * @self: evidence
 * @position: which source, from 0
 *
 * Writes a source for the list that the numbers in brackets point to.
 *
 * Returns: (transfer full): its number, title, publisher, date and address
 */
char *
pivot_evidence_write_source (PivotEvidence *self,
                             guint          position)
{
  g_autofree char *detail = NULL;
  PivotSource *source;
  GString *string;

  g_return_val_if_fail (self != NULL && position < self->sources->len, NULL);

  source = self->sources->pdata[position];
  detail = pivot_present_source_detail (source);
  string = g_string_new (NULL);
  if (*detail != '\0')
    /* Translators: a source in a list: its number, its title, then publisher and date. */
    g_string_append_printf (string, C_("source", "[%1$u] %2$s. %3$s."), position + 1,
                            pivot_text_get (pivot_source_get_title (source)), detail);
  else
    g_string_append_printf (string, "[%u] %s", position + 1, pivot_text_get (pivot_source_get_title (source)));
  if (pivot_source_get_url (source) != NULL)
    g_string_append_printf (string, " %s", pivot_source_get_url (source));

  return g_string_free (string, FALSE);
}

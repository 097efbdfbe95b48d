/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-text.h"

#include <string.h>

typedef struct
{
  char *language;   /* NULL: any language */
  char *text;
} Wording;

/* A text with its wordings, sorted by language tag so that "any" is always the same one. */
struct _PivotText
{
  gatomicrefcount ref_count;
  guint           n_wordings;
  Wording         wordings[];
};

G_DEFINE_BOXED_TYPE (PivotText, pivot_text, pivot_text_ref, pivot_text_unref)

static PivotText *
allocate (guint n_wordings)
{
  PivotText *self = g_malloc0 (sizeof *self + n_wordings * sizeof (Wording));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_wordings = n_wordings;

  return self;
}

/**
 * pivot_text_new:
 * @text: a text
 *
 * Makes a text that is the same in every language.
 *
 * Returns: (transfer full): a new text
 */
PivotText *
pivot_text_new (const char *text)
{
  PivotText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = allocate (1);
  self->wordings[0].text = g_strdup (text);

  return self;
}

static int
compare_wordings (gconstpointer a,
                  gconstpointer b)
{
  const Wording *first = a, *second = b;

  return strcmp (first->language, second->language);
}

/**
 * pivot_text_new_take_table:
 * @by_language: (transfer full) (element-type utf8 utf8): texts by language tag ("zh_CN"), not empty
 *
 * Makes a text in several languages.
 *
 * Returns: (transfer full): a new text
 */
PivotText *
pivot_text_new_take_table (GHashTable *by_language)
{
  PivotText *self;
  GHashTableIter iter;
  gpointer language, text;
  guint i = 0;

  g_return_val_if_fail (by_language != NULL, NULL);
  g_return_val_if_fail (g_hash_table_size (by_language) > 0, NULL);

  self = allocate (g_hash_table_size (by_language));
  g_hash_table_iter_init (&iter, by_language);
  while (g_hash_table_iter_next (&iter, &language, &text))
    self->wordings[i++] = (Wording) { g_strdup (language), g_strdup (text) };
  g_hash_table_unref (by_language);

  qsort (self->wordings, self->n_wordings, sizeof (Wording), compare_wordings);

  return self;
}

/**
 * pivot_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self with one more reference
 */
PivotText *
pivot_text_ref (PivotText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * pivot_text_unref:
 * @self: (transfer full): a text
 *
 * Drops a reference.
 */
void
pivot_text_unref (PivotText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_wordings; i++)
    {
      g_free (self->wordings[i].language);
      g_free (self->wordings[i].text);
    }
  g_free (self);
}

static const char *
find_wording (const PivotText *self,
              const char      *language)
{
  for (guint i = 0; i < self->n_wordings; i++)
    if (strcmp (self->wordings[i].language, language) == 0)
      return self->wordings[i].text;

  return NULL;
}

/**
 * pivot_text_get:
 * @self: (nullable): a text
 *
 * Picks the wording in the first of this process's languages that there is one for, else the English one, else any.
 *
 * Returns: (nullable): a wording; %NULL only if @self is
 */
const char *
pivot_text_get (const PivotText *self)
{
  if (self == NULL)
    return NULL;
  if (self->n_wordings == 1)
    return self->wordings[0].text;

  return pivot_text_get_for (self, g_get_language_names ());
}

/**
 * pivot_text_get_for:
 * @self: (nullable): a text
 * @languages: (array zero-terminated=1): language tags, best first
 *
 * Like pivot_text_get(), for other languages than those of this process.
 *
 * Returns: (nullable): a wording; %NULL only if @self is
 */
const char *
pivot_text_get_for (const PivotText    *self,
                    const char * const *languages)
{
  const char *text = NULL;

  g_return_val_if_fail (languages != NULL, NULL);

  if (self == NULL)
    return NULL;
  if (self->wordings[0].language == NULL)
    return self->wordings[0].text;

  for (guint i = 0; languages[i] != NULL && text == NULL; i++)
    text = find_wording (self, languages[i]);
  if (text == NULL)
    text = find_wording (self, "en");

  return text != NULL ? text : self->wordings[0].text;
}

/**
 * pivot_text_get_all:
 * @self: (nullable): a text
 *
 * Returns: (transfer container) (element-type utf8): every wording, for searching; good as long as @self
 */
GPtrArray *
pivot_text_get_all (const PivotText *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; self != NULL && i < self->n_wordings; i++)
    g_ptr_array_add (all, self->wordings[i].text);

  return all;
}

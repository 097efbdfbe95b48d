/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-saved-selections.h"

#define SCHEMA "org.pivot.Explorer"
#define KEY "saved-selections"
#define TYPE "a(ssas)"

/* Dataset, name, places. */
typedef struct
{
  char  *dataset;
  char  *name;
  char **places;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *self = data;

  g_free (self->dataset);
  g_free (self->name);
  g_strfreev (self->places);
  g_free (self);
}

static GSettings *
get_settings (void)
{
  static GSettings *settings = NULL;
  static gsize looked = 0;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
      if (schema != NULL && g_settings_schema_has_key (schema, KEY))
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked, 1);
    }

  return settings;
}

/* What is there without settings. */
static GVariant *memory;

static GPtrArray *
read_all (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (saved_free);
  g_autoptr(GVariant) stored = NULL;
  GVariantIter iter;
  Saved saved;

  if (get_settings () != NULL)
    stored = g_settings_get_value (get_settings (), KEY);
  else if (memory != NULL)
    stored = g_variant_ref (memory);
  else
    return all;

  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "(ss^as)", &saved.dataset, &saved.name, &saved.places))
    g_ptr_array_add (all, g_memdup2 (&saved, sizeof (Saved)));

  return all;
}

static void
write_all (GPtrArray *all)
{
  GVariantBuilder builder;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  for (guint i = 0; i < all->len; i++)
    {
      const Saved *saved = g_ptr_array_index (all, i);

      g_variant_builder_add (&builder, "(ss^as)", saved->dataset, saved->name, saved->places);
    }
  value = g_variant_ref_sink (g_variant_builder_end (&builder));

  if (get_settings () != NULL)
    g_settings_set_value (get_settings (), KEY, value);
  else
    {
      g_clear_pointer (&memory, g_variant_unref);
      memory = g_variant_ref (value);
    }
  g_variant_unref (value);
}

static int
find (GPtrArray  *all,
      const char *dataset,
      const char *name)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Saved *saved = g_ptr_array_index (all, i);

      if (g_str_equal (saved->dataset, dataset) && g_str_equal (saved->name, name))
        return (int) i;
    }

  return -1;
}

/**
 * pivot_saved_selections_list:
 * @dataset: id of a dataset
 *
 * Lists what is saved.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, in the order in which they were given
 */
char **
pivot_saved_selections_list (const char *dataset)
{
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (dataset != NULL, NULL);

  all = read_all ();
  for (guint i = 0; i < all->len; i++)
    {
      const Saved *saved = g_ptr_array_index (all, i);

      if (g_str_equal (saved->dataset, dataset))
        g_strv_builder_add (names, saved->name);
    }

  return g_strv_builder_end (names);
}

/**
 * pivot_saved_selections_get:
 * @dataset: id of a dataset
 * @name: a name
 *
 * Gets what is saved under a name.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): ids of places
 */
char **
pivot_saved_selections_get (const char *dataset,
                            const char *name)
{
  g_autoptr(GPtrArray) all = NULL;
  int at;

  g_return_val_if_fail (dataset != NULL && name != NULL, NULL);

  all = read_all ();
  at = find (all, dataset, name);

  return at >= 0 ? g_strdupv (((Saved *) g_ptr_array_index (all, at))->places) : NULL;
}

/**
 * pivot_saved_selections_save:
 * @dataset: id of a dataset
 * @name: what it is to be called
 * @places: ids of places
 *
 * Saves a selection.
 */
void
pivot_saved_selections_save (const char         *dataset,
                             const char         *name,
                             const char * const *places)
{
  g_autoptr(GPtrArray) all = NULL;
  Saved *saved;
  int at;

  g_return_if_fail (dataset != NULL && name != NULL && places != NULL);

  all = read_all ();
  at = find (all, dataset, name);
  if (at >= 0)
    saved = g_ptr_array_index (all, at);
  else
    {
      saved = g_new0 (Saved, 1);
      saved->dataset = g_strdup (dataset);
      saved->name = g_strdup (name);
      g_ptr_array_add (all, saved);
    }
  g_strfreev (saved->places);
  saved->places = g_strdupv ((char **) places);
  write_all (all);
}

/**
 * pivot_saved_selections_rename:
 * @dataset: id of a dataset
 * @name: a name
 * @new_name: another one, which takes the place of what is saved under it
 *
 * Gives a saved selection another name.
 */
void
pivot_saved_selections_rename (const char *dataset,
                               const char *name,
                               const char *new_name)
{
  g_autoptr(GPtrArray) all = NULL;
  Saved *saved;
  int at, other;

  g_return_if_fail (dataset != NULL && name != NULL && new_name != NULL);

  all = read_all ();
  at = find (all, dataset, name);
  if (at < 0 || g_str_equal (name, new_name))
    return;

  saved = g_ptr_array_index (all, at);
  g_free (saved->name);
  saved->name = g_strdup ("");
  other = find (all, dataset, new_name);
  g_free (saved->name);
  saved->name = g_strdup (new_name);
  if (other >= 0)
    g_ptr_array_remove_index (all, other);
  write_all (all);
}

/**
 * pivot_saved_selections_delete:
 * @dataset: id of a dataset
 * @name: a name
 *
 * Forgets a saved selection.
 */
void
pivot_saved_selections_delete (const char *dataset,
                               const char *name)
{
  g_autoptr(GPtrArray) all = NULL;
  int at;

  g_return_if_fail (dataset != NULL && name != NULL);

  all = read_all ();
  at = find (all, dataset, name);
  if (at < 0)
    return;

  g_ptr_array_remove_index (all, at);
  write_all (all);
}

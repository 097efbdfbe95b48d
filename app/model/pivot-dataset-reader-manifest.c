/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define MANIFEST "dataset.json"

static const struct { const char *key; PivotJsonNeed need; } file_kinds[PIVOT_N_FILES] = {
  [PIVOT_FILE_SOURCES] = { "sources", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_GROUPS] = { "groups", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_PLACES] = { "places", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_MEASURES] = { "measures", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_FIRMS] = { "firms", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_FIGURES] = { "figures", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_STORY] = { "story", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_CHECKS] = { "checks", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_BOUNDARIES] = { "boundaries", PIVOT_JSON_REQUIRED },
  [PIVOT_FILE_BOUNDARIES_HI] = { "boundaries-hi", PIVOT_JSON_OPTIONAL },
  [PIVOT_FILE_BOUNDARIES_LO] = { "boundaries-lo", PIVOT_JSON_OPTIONAL },
  [PIVOT_FILE_CONTEXT] = { "context", PIVOT_JSON_OPTIONAL },
};

static void
expect_word (const PivotJson *root,
             const char      *key,
             const char      *word)
{
  PivotJson json = pivot_json_get_member (root, key);

  if (pivot_json_has (&json, PIVOT_JSON_REQUIRED) && g_strcmp0 (pivot_json_peek_string (&json), word) != 0)
    {
      g_autofree char *expected = pivot_json_quote (word);

      pivot_json_unexpected (&json, PIVOT_DATA_ERROR_RANGE, expected);
    }
}

static void
read_languages (PivotDatasetReader *self,
                const PivotJson    *root)
{
  PivotJson languages = pivot_json_get_member (root, "languages");
  guint n;

  if (!pivot_json_is_array (&languages, PIVOT_JSON_REQUIRED, &n))
    return;

  self->load.languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&languages, i);
      char *tag = pivot_json_read_string (&here, PIVOT_JSON_REQUIRED);

      if (tag != NULL)
        g_hash_table_add (self->load.languages, tag);
    }

  if (!g_hash_table_contains (self->load.languages, "en"))
    {
      pivot_json_add_problem (&languages, PIVOT_DATA_ERROR_MISSING, _("“en” among the languages"), NULL);
      g_hash_table_add (self->load.languages, g_strdup ("en"));
    }
}

/* A plain name, so that a dataset cannot make the program read what lies elsewhere. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && strcmp (name, ".") != 0 && strcmp (name, "..") != 0 && strchr (name, '/') == NULL &&
         strchr (name, G_DIR_SEPARATOR) == NULL;
}

static void
read_file_names (PivotDatasetReader *self,
                 const PivotJson    *root)
{
  PivotJson files = pivot_json_get_member (root, "files");

  if (!pivot_json_is_object (&files, PIVOT_JSON_REQUIRED))
    return;

  for (guint i = 0; i < PIVOT_N_FILES; i++)
    {
      PivotJson here = pivot_json_get_member (&files, file_kinds[i].key);
      const char *name = pivot_json_peek_string (&here);

      if (!pivot_json_has (&here, file_kinds[i].need))
        continue;

      if (name != NULL && is_plain_name (name))
        self->names[i] = g_strdup (name);
      else
        pivot_json_unexpected (&here, name != NULL ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE,
                               _("the plain name of a file in the same folder"));
    }
}

void
_pivot_dataset_reader_read_manifest (PivotDatasetReader *self)
{
  PivotDataset *dataset = self->load.dataset;
  PivotJsonFile file = _pivot_dataset_reader_open (self, MANIFEST);
  PivotJson root, member;
  gint64 version;

  self->manifest = _pivot_dataset_reader_read_json (self, MANIFEST);
  if (self->manifest == NULL)
    return;

  root = pivot_json_root (&file, self->manifest);
  if (!pivot_json_is_object (&root, PIVOT_JSON_REQUIRED))
    return;

  expect_word (&root, "format", "org.pivot.Dataset");
  member = pivot_json_get_member (&root, "version");
  pivot_json_read_integer (&member, PIVOT_JSON_REQUIRED, 1, 1, &version);
  member = pivot_json_get_member (&root, "id");
  dataset->id = pivot_json_read_id (&member, PIVOT_JSON_REQUIRED);

  read_languages (self, &root);
  file = _pivot_dataset_reader_open (self, MANIFEST);
  member = pivot_json_get_member (&root, "title");
  dataset->title = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);
  member = pivot_json_get_member (&root, "description");
  dataset->description = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);
  member = pivot_json_get_member (&root, "license");
  dataset->license = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);

  read_file_names (self, &root);
}

void
_pivot_dataset_reader_read_default_view (PivotDatasetReader *self)
{
  PivotJsonFile file = _pivot_dataset_reader_open (self, MANIFEST);
  PivotJson root = pivot_json_root (&file, self->manifest);
  PivotJson view;

  if (root.node == NULL || !JSON_NODE_HOLDS_OBJECT (root.node))
    return;

  view = pivot_json_get_member (&root, "default");
  _pivot_load_check_view (&self->load, &view);
  if (view.node != NULL)
    self->load.dataset->default_view = json_to_string (view.node, FALSE);
}

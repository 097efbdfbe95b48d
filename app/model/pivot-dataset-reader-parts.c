/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

#include "pivot-dataset-rules-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define FIRMS_BETWEEN_REPORTS 256
#define MAX_CELLS (4 * 1000 * 1000) /* places × measures: a table in memory, however small the files */

/* Like CN-ZJ: two capitals, a hyphen, one to three capitals or digits. */
static gboolean
is_place_id (const char *id)
{
  gsize length = strlen (id);

  if (length < 4 || length > 6 || !g_ascii_isupper (id[0]) || !g_ascii_isupper (id[1]) || id[2] != '-')
    return FALSE;

  for (const char *p = id + 3; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p))
      return FALSE;

  return TRUE;
}

static void
collect_id (PivotDatasetReader *self,
            PivotKind           kind,
            const PivotJson    *id,
            const char         *string)
{
  GHashTable *ids = self->load.ids[kind];

  if (!pivot_json_has (id, PIVOT_JSON_REQUIRED))
    return;

  if (string == NULL || !(kind == PIVOT_KIND_PLACE ? is_place_id (string) : pivot_json_is_kebab (string)))
    pivot_json_unexpected (id, string != NULL ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE,
                           kind == PIVOT_KIND_PLACE ? _("an id like CN-ZJ") : _("an id in kebab-case"));
  else if (g_hash_table_contains (ids, string))
    pivot_json_unexpected (id, PIVOT_DATA_ERROR_DUPLICATE, _("an id that nothing else in the file has"));
  else
    g_hash_table_insert (ids, (gpointer) string, GUINT_TO_POINTER (id->parent->index + 1));
}

/* The ids of one file, so that others may name what comes later. */
static void
collect_ids (PivotDatasetReader *self,
             PivotKind           kind)
{
  PivotJsonFile file = _pivot_dataset_reader_open (self, self->names[kind]);
  PivotJson root = pivot_json_root (&file, self->roots[kind]);
  guint n;

  if (root.node == NULL || !pivot_json_is_array (&root, PIVOT_JSON_REQUIRED, &n))
    return;

  self->load.ids[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&root, i);
      PivotJson id;

      if (!pivot_json_is_object (&here, PIVOT_JSON_REQUIRED) || kind == PIVOT_KIND_STORY)
        continue;

      id = pivot_json_get_member (&here, "id");
      collect_id (self, kind, &id, pivot_json_peek_string (&id));
    }
}

static gpointer
new_part (PivotDatasetReader *self,
          PivotKind           kind,
          const PivotJson    *json,
          guint               n_before)
{
  switch (kind)
    {
    case PIVOT_KIND_SOURCE:
      return _pivot_source_new_from_json (json, &self->load);
    case PIVOT_KIND_GROUP:
      return _pivot_group_new_from_json (json, &self->load);
    case PIVOT_KIND_PLACE:
      return _pivot_place_new_from_json (json, n_before, &self->load);
    case PIVOT_KIND_MEASURE:
      return _pivot_measure_new_from_json (json, pivot_dataset_get_n_places (self->load.dataset), &self->load);
    case PIVOT_KIND_FIRM:
      return _pivot_firm_new_from_json (json, &self->load);
    case PIVOT_KIND_FIGURE:
      return _pivot_figure_new_from_json (json, &self->load);
    case PIVOT_KIND_STORY:
      return _pivot_story_new_from_json (json, &self->load);
    case PIVOT_KIND_CHECK:
      return _pivot_check_new_from_json (json, &self->load);
    case PIVOT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* FALSE: too many to read. */
static gboolean
check_cells (PivotDatasetReader *self,
             const PivotJson    *root,
             guint               n)
{
  guint64 n_cells = (guint64) n * pivot_dataset_get_n_places (self->load.dataset);

  if (n_cells <= MAX_CELLS)
    return TRUE;

  pivot_json_add_problem (root, PIVOT_DATA_ERROR_LIMIT, _("fewer measures for so many places"), NULL);

  return FALSE;
}

static void
read_parts (PivotDatasetReader *self,
            PivotKind           kind)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  PivotJsonFile file = _pivot_dataset_reader_open (self, self->names[kind]);
  PivotJson root = pivot_json_root (&file, self->roots[kind]);
  guint n;

  /* A root that is no array was reported when ids were collected. */
  if (root.node == NULL || !JSON_NODE_HOLDS_ARRAY (root.node))
    return;

  n = json_array_get_length (json_node_get_array (root.node));
  if (kind == PIVOT_KIND_MEASURE && !check_cells (self, &root, n))
    return;

  for (guint i = 0; i < n && !_pivot_dataset_reader_is_cancelled (self); i++)
    {
      PivotJson here = pivot_json_get_element (&root, i);

      if (JSON_NODE_HOLDS_OBJECT (here.node))
        g_ptr_array_add (parts, new_part (self, kind, &here, parts->len));
    }

  _pivot_dataset_take (self->load.dataset, kind, parts);
}

/* One firm of the file. Its id is kept with it. */
static void
read_firm (const PivotJson *json,
           double           fraction,
           gpointer         data)
{
  PivotDatasetReader *self = data;
  PivotFirm *firm;
  PivotJson id;

  if (!pivot_json_is_object (json, PIVOT_JSON_REQUIRED))
    return;

  firm = _pivot_firm_new_from_json (json, &self->load);
  g_ptr_array_add (self->firms, firm);
  id = pivot_json_get_member (json, "id");
  collect_id (self, PIVOT_KIND_FIRM, &id, pivot_firm_get_id (firm));
  if (self->firms->len % FIRMS_BETWEEN_REPORTS == 0)
    _pivot_dataset_reader_report (fraction, self);
}

static void
read_firms (PivotDatasetReader *self)
{
  PivotJsonFile file = _pivot_dataset_reader_open (self, self->names[PIVOT_FILE_FIRMS]);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  PivotJson root;
  gconstpointer text;
  gsize size;
  guint n;

  if (self->names[PIVOT_FILE_FIRMS] != NULL)
    bytes = _pivot_folder_read_file (self->load.dataset->folder, self->names[PIVOT_FILE_FIRMS],
                                     pivot_limits_list.max_bytes, self->load.problems, self->cancellable);
  if (bytes == NULL)
    return;

  text = g_bytes_get_data (bytes, &size);
  self->firms = g_ptr_array_new_with_free_func (g_object_unref);
  self->load.ids[PIVOT_KIND_FIRM] = g_hash_table_new (g_str_hash, g_str_equal);
  node = pivot_json_parse_list (text, size, &pivot_limits_list, &file, read_firm, self, self->cancellable);
  root = pivot_json_root (&file, node);
  if (node != NULL && pivot_json_is_array (&root, PIVOT_JSON_REQUIRED, &n))
    _pivot_dataset_take (self->load.dataset, PIVOT_KIND_FIRM, self->firms);
  else
    g_clear_pointer (&self->load.ids[PIVOT_KIND_FIRM], g_hash_table_unref);
  g_clear_pointer (&self->firms, g_ptr_array_unref);
}

/* In an order in which each part finds what it names. */
void
_pivot_dataset_reader_read_parts (PivotDatasetReader *self)
{
  static const PivotKind first[] = { PIVOT_KIND_SOURCE, PIVOT_KIND_GROUP, PIVOT_KIND_PLACE, PIVOT_KIND_MEASURE };
  static const PivotKind second[] = { PIVOT_KIND_FIGURE, PIVOT_KIND_STORY };
  PivotJsonFile places = _pivot_dataset_reader_open (self, self->names[PIVOT_FILE_PLACES]);
  PivotJsonFile story = _pivot_dataset_reader_open (self, self->names[PIVOT_FILE_STORY]);
  PivotJson root;

  for (PivotKind kind = 0; kind < PIVOT_N_KINDS; kind++)
    collect_ids (self, kind);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    read_parts (self, first[i]);
  root = pivot_json_root (&places, self->roots[PIVOT_FILE_PLACES]);
  _pivot_dataset_check_places (&self->load, &root);
  if (self->load.ids[PIVOT_KIND_MEASURE] != NULL && self->load.ids[PIVOT_KIND_PLACE] != NULL &&
      !_pivot_dataset_reader_is_cancelled (self))
    _pivot_dataset_derive (self->load.dataset, self->names[PIVOT_FILE_MEASURES], &self->load);

  if (!_pivot_dataset_reader_is_cancelled (self))
    read_firms (self);
  for (guint i = 0; i < G_N_ELEMENTS (second); i++)
    read_parts (self, second[i]);
  root = pivot_json_root (&story, self->roots[PIVOT_FILE_STORY]);
  _pivot_dataset_check_story (&self->load, &root);
  _pivot_dataset_reader_read_default_view (self);

  for (guint i = 0; i < self->load.formulas->len && !_pivot_dataset_reader_is_cancelled (self); i++)
    _pivot_formula_check (&self->load, self->load.formulas->pdata[i]);
  read_parts (self, PIVOT_KIND_CHECK);
}

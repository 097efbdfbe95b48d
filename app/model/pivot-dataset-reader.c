/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

#include "pivot-dataset-rules-private.h"
#include "pivot-geo-reader.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define MANIFEST "dataset.json"
#define FIRMS_BETWEEN_REPORTS 256
#define MAX_CELLS (4 * 1000 * 1000) /* places × measures: a table in memory, however small the files */

typedef enum
{
  FILE_SOURCES = PIVOT_KIND_SOURCE,
  FILE_GROUPS = PIVOT_KIND_GROUP,
  FILE_PLACES = PIVOT_KIND_PLACE,
  FILE_MEASURES = PIVOT_KIND_MEASURE,
  FILE_FIRMS = PIVOT_KIND_FIRM,
  FILE_FIGURES = PIVOT_KIND_FIGURE,
  FILE_STORY = PIVOT_KIND_STORY,
  FILE_CHECKS = PIVOT_KIND_CHECK,
  FILE_BOUNDARIES,
  FILE_BOUNDARIES_HI,
  FILE_BOUNDARIES_LO,
  FILE_CONTEXT,
  N_FILES
} FileKind;

static const struct { const char *key; PivotJsonNeed need; } file_kinds[N_FILES] = {
  [FILE_SOURCES] = { "sources", PIVOT_JSON_REQUIRED },
  [FILE_GROUPS] = { "groups", PIVOT_JSON_REQUIRED },
  [FILE_PLACES] = { "places", PIVOT_JSON_REQUIRED },
  [FILE_MEASURES] = { "measures", PIVOT_JSON_REQUIRED },
  [FILE_FIRMS] = { "firms", PIVOT_JSON_REQUIRED },
  [FILE_FIGURES] = { "figures", PIVOT_JSON_REQUIRED },
  [FILE_STORY] = { "story", PIVOT_JSON_REQUIRED },
  [FILE_CHECKS] = { "checks", PIVOT_JSON_REQUIRED },
  [FILE_BOUNDARIES] = { "boundaries", PIVOT_JSON_REQUIRED },
  [FILE_BOUNDARIES_HI] = { "boundaries-hi", PIVOT_JSON_OPTIONAL },
  [FILE_BOUNDARIES_LO] = { "boundaries-lo", PIVOT_JSON_OPTIONAL },
  [FILE_CONTEXT] = { "context", PIVOT_JSON_OPTIONAL },
};

/* What reading one folder needs. roots[i] is NULL where a file could not be read or parsed. */
typedef struct
{
  PivotLoad          load;
  GCancellable      *cancellable;
  PivotProgressFunc  progress;
  gpointer           progress_data;
  double             progress_from;
  double             progress_to;

  char              *names[N_FILES];
  JsonNode          *manifest;
  JsonNode          *roots[PIVOT_N_KINDS];
  GPtrArray         *firms;            /* while they are read */
} Reader;

static void
report_progress (double   fraction,
                 gpointer data)
{
  Reader *self = data;

  if (self->progress != NULL)
    self->progress (self->progress_from + fraction * (self->progress_to - self->progress_from), self->progress_data);
}

/* From here on, fractions mean a part of the whole that ends at to. */
static void
begin_stage (Reader *self,
             double  to)
{
  self->progress_from = self->progress_to;
  self->progress_to = to;
  report_progress (0, self);
}

static gboolean
is_cancelled (Reader *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static PivotJsonFile
open_file (Reader     *self,
           const char *name)
{
  return (PivotJsonFile) { .file = name, .problems = self->load.problems, .languages = self->load.languages };
}

/* The firms are the one list that may be long: they are read one by one, when what they name has been read. */
static gboolean
is_streamed (PivotKind kind)
{
  return kind == PIVOT_KIND_FIRM;
}

static JsonNode *
read_json (Reader     *self,
           const char *name)
{
  g_autoptr(GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  bytes = _pivot_folder_read_file (self->load.dataset->folder, name, pivot_limits_data.max_bytes,
                                   self->load.problems, self->cancellable);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);

  return pivot_json_parse (data, size, &pivot_limits_data, name, self->load.problems, self->cancellable);
}

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
read_languages (Reader          *self,
                const PivotJson *root)
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
read_file_names (Reader          *self,
                 const PivotJson *root)
{
  PivotJson files = pivot_json_get_member (root, "files");

  if (!pivot_json_is_object (&files, PIVOT_JSON_REQUIRED))
    return;

  for (guint i = 0; i < N_FILES; i++)
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

static void
read_manifest (Reader *self)
{
  PivotDataset *dataset = self->load.dataset;
  PivotJsonFile file = open_file (self, MANIFEST);
  PivotJson root, member;
  gint64 version;

  self->manifest = read_json (self, MANIFEST);
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
  file = open_file (self, MANIFEST);
  member = pivot_json_get_member (&root, "title");
  dataset->title = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);
  member = pivot_json_get_member (&root, "description");
  dataset->description = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);
  member = pivot_json_get_member (&root, "license");
  dataset->license = pivot_json_read_text (&member, PIVOT_JSON_REQUIRED);

  read_file_names (self, &root);
}

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
collect_id (Reader          *self,
            PivotKind        kind,
            const PivotJson *id,
            const char      *string)
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
collect_ids (Reader    *self,
             PivotKind  kind)
{
  PivotJsonFile file = open_file (self, self->names[kind]);
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
new_part (Reader          *self,
          PivotKind        kind,
          const PivotJson *json,
          guint            n_before)
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
check_cells (Reader          *self,
             const PivotJson *root,
             guint            n)
{
  guint64 n_cells = (guint64) n * pivot_dataset_get_n_places (self->load.dataset);

  if (n_cells <= MAX_CELLS)
    return TRUE;

  pivot_json_add_problem (root, PIVOT_DATA_ERROR_LIMIT, _("fewer measures for so many places"), NULL);

  return FALSE;
}

static void
read_parts (Reader    *self,
            PivotKind  kind)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  PivotJsonFile file = open_file (self, self->names[kind]);
  PivotJson root = pivot_json_root (&file, self->roots[kind]);
  guint n;

  /* A root that is no array was reported when ids were collected. */
  if (root.node == NULL || !JSON_NODE_HOLDS_ARRAY (root.node))
    return;

  n = json_array_get_length (json_node_get_array (root.node));
  if (kind == PIVOT_KIND_MEASURE && !check_cells (self, &root, n))
    return;

  for (guint i = 0; i < n && !is_cancelled (self); i++)
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
  Reader *self = data;
  PivotFirm *firm;
  PivotJson id;

  if (!pivot_json_is_object (json, PIVOT_JSON_REQUIRED))
    return;

  firm = _pivot_firm_new_from_json (json, &self->load);
  g_ptr_array_add (self->firms, firm);
  id = pivot_json_get_member (json, "id");
  collect_id (self, PIVOT_KIND_FIRM, &id, pivot_firm_get_id (firm));
  if (self->firms->len % FIRMS_BETWEEN_REPORTS == 0)
    report_progress (fraction, self);
}

static void
read_firms (Reader *self)
{
  PivotJsonFile file = open_file (self, self->names[FILE_FIRMS]);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  PivotJson root;
  gconstpointer text;
  gsize size;
  guint n;

  if (self->names[FILE_FIRMS] != NULL)
    bytes = _pivot_folder_read_file (self->load.dataset->folder, self->names[FILE_FIRMS], pivot_limits_list.max_bytes,
                                     self->load.problems, self->cancellable);
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

static void
read_default_view (Reader *self)
{
  PivotJsonFile file = open_file (self, MANIFEST);
  PivotJson root = pivot_json_root (&file, self->manifest);
  PivotJson view;

  if (root.node == NULL || !JSON_NODE_HOLDS_OBJECT (root.node))
    return;

  view = pivot_json_get_member (&root, "default");
  _pivot_load_check_view (&self->load, &view);
  if (view.node != NULL)
    self->load.dataset->default_view = json_to_string (view.node, FALSE);
}

/* In an order in which each part finds what it names. */
static void
read_all_parts (Reader *self)
{
  static const PivotKind first[] = { PIVOT_KIND_SOURCE, PIVOT_KIND_GROUP, PIVOT_KIND_PLACE, PIVOT_KIND_MEASURE };
  static const PivotKind second[] = { PIVOT_KIND_FIGURE, PIVOT_KIND_STORY };
  PivotJsonFile places = open_file (self, self->names[FILE_PLACES]);
  PivotJsonFile story = open_file (self, self->names[FILE_STORY]);
  PivotJson root;

  for (PivotKind kind = 0; kind < PIVOT_N_KINDS; kind++)
    collect_ids (self, kind);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    read_parts (self, first[i]);
  root = pivot_json_root (&places, self->roots[FILE_PLACES]);
  _pivot_dataset_check_places (&self->load, &root);
  if (self->load.ids[PIVOT_KIND_MEASURE] != NULL && self->load.ids[PIVOT_KIND_PLACE] != NULL && !is_cancelled (self))
    _pivot_dataset_derive (self->load.dataset, self->names[FILE_MEASURES], &self->load);

  if (!is_cancelled (self))
    read_firms (self);
  for (guint i = 0; i < G_N_ELEMENTS (second); i++)
    read_parts (self, second[i]);
  root = pivot_json_root (&story, self->roots[FILE_STORY]);
  _pivot_dataset_check_story (&self->load, &root);
  read_default_view (self);

  for (guint i = 0; i < self->load.formulas->len && !is_cancelled (self); i++)
    _pivot_formula_check (&self->load, self->load.formulas->pdata[i]);
  read_parts (self, PIVOT_KIND_CHECK);
}

static GBytes *
read_geometry_bytes (Reader   *self,
                     FileKind  kind)
{
  return _pivot_folder_read_file (self->load.dataset->folder, self->names[kind], pivot_limits_geometry.max_bytes,
                                  self->load.problems, self->cancellable);
}

static char **
list_place_ids (Reader *self)
{
  guint n = pivot_dataset_get_n_places (self->load.dataset);
  char **ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = (char *) pivot_place_get_id (pivot_dataset_get_place (self->load.dataset, i));

  return ids;
}

static void
read_boundaries (Reader *self)
{
  PivotDataset *dataset = self->load.dataset;
  g_autoptr(PivotGeometry) geometry = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char **ids = NULL;

  if (self->names[FILE_BOUNDARIES] == NULL || !(bytes = read_geometry_bytes (self, FILE_BOUNDARIES)))
    return;

  geometry = pivot_geo_reader_read (bytes, self->names[FILE_BOUNDARIES], self->load.problems, self->cancellable,
                                    report_progress, self);
  if (geometry == NULL)
    return;

  _pivot_dataset_check_boundaries (&self->load, self->names[FILE_BOUNDARIES], geometry);
  if (pivot_problems_get_total (self->load.problems) > 0)
    return;

  ids = list_place_ids (self);
  dataset->boundaries = pivot_geometry_arrange (geometry, (const char * const *) ids);
  dataset->attribution = pivot_geo_reader_read_attribution (bytes);
}

static void
read_context (Reader *self)
{
  g_autoptr(GBytes) bytes = NULL;

  if (self->names[FILE_CONTEXT] == NULL || !(bytes = read_geometry_bytes (self, FILE_CONTEXT)))
    return;

  self->load.dataset->context = pivot_geo_reader_read (bytes, self->names[FILE_CONTEXT], self->load.problems,
                                                       self->cancellable, report_progress, self);
}

/* The same units in other detail are not needed until somebody zooms or prints; they only have to be there. */
static void
check_other_detail (Reader *self)
{
  PivotDataset *dataset = self->load.dataset;

  for (FileKind kind = FILE_BOUNDARIES_HI; kind <= FILE_BOUNDARIES_LO; kind++)
    if (self->names[kind] != NULL)
      _pivot_folder_has_file (dataset->folder, self->names[kind], pivot_limits_geometry.max_bytes, self->load.problems,
                              self->cancellable);

  dataset->boundaries_hi = g_strdup (self->names[FILE_BOUNDARIES_HI]);
  dataset->boundaries_lo = g_strdup (self->names[FILE_BOUNDARIES_LO]);
}

static void
project (PivotDataset *dataset)
{
  PivotProjection mercator;

  pivot_projection_init_mercator (&mercator);
  dataset->mercator = pivot_geometry_project (dataset->boundaries, &mercator);
  if (dataset->context != NULL)
    dataset->mercator_context = pivot_geometry_project (dataset->context, &mercator);
}

static gboolean
read_folder (Reader *self)
{
  begin_stage (self, 0.1);
  read_manifest (self);
  for (PivotKind kind = 0; kind < PIVOT_N_KINDS && !is_cancelled (self); kind++)
    {
      if (self->names[kind] != NULL && !is_streamed (kind))
        self->roots[kind] = read_json (self, self->names[kind]);
      report_progress ((kind + 1.0) / PIVOT_N_KINDS, self);
    }

  begin_stage (self, 0.6);
  if (self->manifest != NULL && !is_cancelled (self))
    read_all_parts (self);

  begin_stage (self, 0.8);
  if (!is_cancelled (self))
    read_boundaries (self);
  begin_stage (self, 0.95);
  if (!is_cancelled (self))
    read_context (self);

  begin_stage (self, 1);
  if (!is_cancelled (self))
    check_other_detail (self);
  if (is_cancelled (self) || pivot_problems_get_total (self->load.problems) > 0)
    return FALSE;

  project (self->load.dataset);
  report_progress (1, self);

  return TRUE;
}

gboolean
_pivot_dataset_read (PivotDataset      *dataset,
                     PivotProblems     *problems,
                     GCancellable      *cancellable,
                     PivotProgressFunc  progress,
                     gpointer           progress_data)
{
  Reader self = {
    .load = { .problems = problems, .dataset = dataset },
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = progress_data,
  };
  gboolean complete;

  self.load.formulas = g_ptr_array_new_with_free_func ((GDestroyNotify) _pivot_formula_place_free);

  complete = read_folder (&self);

  for (guint i = 0; i < PIVOT_N_KINDS; i++)
    {
      g_clear_pointer (&self.load.ids[i], g_hash_table_unref);
      g_clear_pointer (&self.roots[i], json_node_unref);
    }
  for (guint i = 0; i < N_FILES; i++)
    g_free (self.names[i]);
  g_clear_pointer (&self.manifest, json_node_unref);
  g_clear_pointer (&self.load.languages, g_hash_table_unref);
  g_ptr_array_unref (self.load.formulas);

  return complete;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

void
_pivot_dataset_reader_report (double   fraction,
                              gpointer data)
{
  PivotDatasetReader *self = data;

  if (self->progress != NULL)
    self->progress (self->progress_from + fraction * (self->progress_to - self->progress_from), self->progress_data);
}

/* From here on, fractions mean a part of the whole that ends at to. */
static void
begin_stage (PivotDatasetReader *self,
             double              to)
{
  self->progress_from = self->progress_to;
  self->progress_to = to;
  _pivot_dataset_reader_report (0, self);
}

gboolean
_pivot_dataset_reader_is_cancelled (PivotDatasetReader *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

PivotJsonFile
_pivot_dataset_reader_open (PivotDatasetReader *self,
                            const char         *name)
{
  return (PivotJsonFile) { .file = name, .problems = self->load.problems, .languages = self->load.languages };
}

/* The firms are the one list that may be long: they are read one by one, when what they name has been read. */
static gboolean
is_streamed (PivotKind kind)
{
  return kind == PIVOT_KIND_FIRM;
}

JsonNode *
_pivot_dataset_reader_read_json (PivotDatasetReader *self,
                                 const char         *name)
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

static gboolean
read_folder (PivotDatasetReader *self)
{
  begin_stage (self, 0.1);
  _pivot_dataset_reader_read_manifest (self);
  for (PivotKind kind = 0; kind < PIVOT_N_KINDS && !_pivot_dataset_reader_is_cancelled (self); kind++)
    {
      if (self->names[kind] != NULL && !is_streamed (kind))
        self->roots[kind] = _pivot_dataset_reader_read_json (self, self->names[kind]);
      _pivot_dataset_reader_report ((kind + 1.0) / PIVOT_N_KINDS, self);
    }

  begin_stage (self, 0.6);
  if (self->manifest != NULL && !_pivot_dataset_reader_is_cancelled (self))
    _pivot_dataset_reader_read_parts (self);

  begin_stage (self, 0.8);
  if (!_pivot_dataset_reader_is_cancelled (self))
    _pivot_dataset_reader_read_boundaries (self);
  begin_stage (self, 0.95);
  if (!_pivot_dataset_reader_is_cancelled (self))
    _pivot_dataset_reader_read_context (self);

  begin_stage (self, 1);
  if (!_pivot_dataset_reader_is_cancelled (self))
    _pivot_dataset_reader_check_other_detail (self);
  if (_pivot_dataset_reader_is_cancelled (self) || pivot_problems_get_total (self->load.problems) > 0)
    return FALSE;

  _pivot_dataset_reader_project (self->load.dataset);
  _pivot_dataset_reader_report (1, self);

  return TRUE;
}

gboolean
_pivot_dataset_read (PivotDataset      *dataset,
                     PivotProblems     *problems,
                     GCancellable      *cancellable,
                     PivotProgressFunc  progress,
                     gpointer           progress_data)
{
  PivotDatasetReader self = {
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
  for (guint i = 0; i < PIVOT_N_FILES; i++)
    g_free (self.names[i]);
  g_clear_pointer (&self.manifest, json_node_unref);
  g_clear_pointer (&self.load.languages, g_hash_table_unref);
  g_ptr_array_unref (self.load.formulas);

  return complete;
}

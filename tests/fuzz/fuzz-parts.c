/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Reads the document as the part that its first byte says, among nothing known. */
static void
read_part (const PivotJson *json,
           PivotLoad       *load,
           guint8           which)
{
  g_autoptr(GObject) part = NULL;

  switch (which % 7)
    {
    case 0:
      part = G_OBJECT (_pivot_source_new_from_json (json, load));
      break;
    case 1:
      part = G_OBJECT (_pivot_place_new_from_json (json, 0, load));
      break;
    case 2:
      part = G_OBJECT (_pivot_measure_new_from_json (json, 3, load));
      break;
    case 3:
      part = G_OBJECT (_pivot_firm_new_from_json (json, load));
      break;
    case 4:
      part = G_OBJECT (_pivot_figure_new_from_json (json, load));
      break;
    case 5:
      part = G_OBJECT (_pivot_story_new_from_json (json, load));
      break;
    default:
      part = G_OBJECT (_pivot_check_new_from_json (json, load));
    }
}

/* Whatever the bytes: an object comes back, and can be freed. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (50);
  g_autoptr(GFile) folder = NULL;
  g_autoptr(PivotDataset) dataset = NULL;
  g_autoptr(GPtrArray) formulas = g_ptr_array_new_with_free_func ((GDestroyNotify) _pivot_formula_place_free);
  g_autoptr(JsonNode) node = NULL;
  PivotJsonFile file = { .file = "fuzz", .problems = problems };
  PivotJson root;
  PivotLoad load;

  if (size < 2)
    return 0;

  folder = g_file_new_for_path ("/");
  dataset = _pivot_dataset_new (folder);
  load = (PivotLoad) { .problems = problems, .dataset = dataset, .formulas = formulas };

  node = pivot_json_parse ((const char *) data + 1, size - 1, &pivot_limits_data, "fuzz", problems, NULL);
  g_assert (node != NULL || pivot_problems_get_total (problems) > 0);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return 0;

  root = pivot_json_root (&file, node);
  read_part (&root, &load, data[0]);
  for (guint i = 0; i < formulas->len; i++)
    _pivot_formula_check (&load, formulas->pdata[i]);

  return 0;
}

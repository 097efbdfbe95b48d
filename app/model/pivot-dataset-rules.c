/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-rules-private.h"

#include <glib/gi18n-lib.h>

/* Codes are official ones: no two places share one. */
static void
check_codes (PivotLoad       *load,
             const PivotJson *root)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pivot_dataset_get_n_places (load->dataset); i++)
    {
      const char *code = pivot_place_get_code (pivot_dataset_get_place (load->dataset, i));

      if (code != NULL && !g_hash_table_add (seen, (gpointer) code))
        {
          PivotJson here = pivot_json_get_element (root, i);
          PivotJson member = pivot_json_get_member (&here, "code");

          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_DUPLICATE, _("a code that no other place has"));
        }
    }
}

/* Two places in one cell of the tile grid would hide each other. */
static void
check_tiles (PivotLoad       *load,
             const PivotJson *root)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < pivot_dataset_get_n_places (load->dataset); i++)
    {
      int column, row;

      if (pivot_place_get_tile (pivot_dataset_get_place (load->dataset, i), &column, &row) &&
          !g_hash_table_add (seen, GINT_TO_POINTER (column << 16 | row)))
        {
          PivotJson here = pivot_json_get_element (root, i);
          PivotJson tile = pivot_json_get_member (&here, "tile");

          pivot_json_add_problem (&tile, PIVOT_DATA_ERROR_DUPLICATE, _("a tile that no other place has"), NULL);
        }
    }
}

void
_pivot_dataset_check_places (PivotLoad       *load,
                             const PivotJson *root)
{
  if (root->node == NULL)
    return;

  check_codes (load, root);
  check_tiles (load, root);
}

void
_pivot_dataset_check_story (PivotLoad       *load,
                            const PivotJson *root)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GListModel *stories = pivot_dataset_get_stories (load->dataset);
  GListModel *figures = pivot_dataset_get_figures (load->dataset);
  guint n = g_list_model_get_n_items (stories);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);
      gpointer part = GUINT_TO_POINTER (pivot_story_get_part (story));

      if (part != NULL && !g_hash_table_add (seen, part))
        {
          PivotJson here = pivot_json_get_element (root, i);
          PivotJson member = pivot_json_get_member (&here, "part");

          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_DUPLICATE, _("a part that no other has"));
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (figures) && g_hash_table_size (seen) > 0; i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      guint part = pivot_figure_get_part (figure);

      if (part != 0 && !g_hash_table_contains (seen, GUINT_TO_POINTER (part)))
        {
          g_autofree char *quoted = pivot_json_quote (pivot_figure_get_id (figure) ? pivot_figure_get_id (figure) : "");
          g_autofree char *expected = g_strdup_printf (_("a part %u, to which the figure %s belongs"), part, quoted);

          pivot_json_add_problem (root, PIVOT_DATA_ERROR_REFERENCE, expected, NULL);
        }
    }
}

void
_pivot_dataset_check_boundaries (PivotLoad     *load,
                                 const char    *name,
                                 PivotGeometry *geometry)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_places = pivot_dataset_get_n_places (load->dataset);

  if (load->ids[PIVOT_KIND_PLACE] == NULL)
    return;

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      const char *id = pivot_geometry_get_id (geometry, i);
      g_autofree char *path = g_strdup_printf ("$.features[%u].id", i);
      g_autofree char *quoted = pivot_json_quote (id);

      if (!_pivot_load_knows (load, PIVOT_KIND_PLACE, id))
        pivot_problems_add (load->problems, PIVOT_DATA_ERROR_REFERENCE, name, path, _("the id of a place"), quoted);
      else if (!g_hash_table_add (seen, (gpointer) id))
        pivot_problems_add (load->problems, PIVOT_DATA_ERROR_DUPLICATE, name, path,
                            _("one feature for each place"), quoted);
    }

  for (guint i = 0; i < n_places; i++)
    {
      const char *id = pivot_place_get_id (pivot_dataset_get_place (load->dataset, i));
      g_autofree char *quoted = NULL;
      g_autofree char *expected = NULL;

      if (id == NULL || g_hash_table_contains (seen, id))
        continue;

      quoted = pivot_json_quote (id);
      /* Translators: the id of a place, in quotation marks */
      expected = g_strdup_printf (_("a feature for the place %s"), quoted);
      pivot_problems_add (load->problems, PIVOT_DATA_ERROR_MISSING, name, "$.features", expected, NULL);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-citation.h"

#include "pivot-citation.h"
#include "pivot-present-references.h"

static void
add_story (GPtrArray    *references,
           PivotDataset *dataset)
{
  GListModel *figures = pivot_dataset_get_figures (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      pivot_present_figure_references (references, dataset, figure);
    }
}

static GPtrArray *
collect (PivotSession            *session,
         const PivotSheetOptions *options)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  GPtrArray *references = g_ptr_array_new ();

  switch (options->kind)
    {
    case PIVOT_SHEET_TIMELINE:
      pivot_present_firm_references (references, dataset, pivot_dataset_find_firm (dataset, pivot_session_get_firm (session)));
      break;
    case PIVOT_SHEET_FIGURE:
      pivot_present_figure_references (references, dataset, pivot_sheet_find_figure (session, options->id));
      break;
    case PIVOT_SHEET_STORY:
      add_story (references, dataset);
      break;
    case PIVOT_SHEET_SCATTER:
      pivot_present_measure_references (references, dataset, pivot_session_get_measure (session));
      pivot_present_measure_references (references, dataset, pivot_session_get_against (session));
      break;
    case PIVOT_SHEET_MAP:
    case PIVOT_SHEET_RANKING:
    case PIVOT_SHEET_WORKSHEET:
    case PIVOT_SHEET_GRID:
    default:
      pivot_present_measure_references (references, dataset, pivot_session_get_measure (session));
      break;
    }

  return references;
}

/**
 * pivot_export_cite: (skip)
 * @session: a session with a dataset
 * @options: what is shown of it
 *
 * Cites the sources of what is shown, one a line.
 *
 * Returns: (transfer full): "" if it has none
 */
char *
pivot_export_cite (PivotSession            *session,
                   const PivotSheetOptions *options)
{
  g_autoptr(GPtrArray) references = NULL;
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  references = collect (session, options);
  text = g_string_new (NULL);
  for (guint i = 0; i < references->len; i++)
    {
      g_autofree char *line = pivot_citation_format (g_ptr_array_index (references, i), PIVOT_CITATION_PLAIN);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-figure-private.h"

#include "pivot-legend.h"
#include "pivot-present-albers.h"
#include "pivot-present-timeline.h"
#include "pivot-present.h"
#include "pivot-region-plot.h"
#include "pivot-session-options.h"
#include "pivot-table-plot.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

/* What a figure shows of measures, places and firms: the same objects as everywhere, with a session of their own. */

static void
set_legend (PivotRegionPlot  *plot,
            PivotSession     *session,
            const PivotStyle *style)
{
  g_autoptr(PivotLegend) legend = pivot_legend_new (session, style);
  g_autoptr(GArray) swatches = g_array_new (FALSE, TRUE, sizeof (PivotRegionSwatch));
  g_autofree char *title = pivot_present_measure_title (pivot_session_get_measure (session));

  for (guint i = 0; i < legend->n_classes; i++)
    {
      PivotRegionSwatch swatch = { legend->classes[i].text, legend->classes[i].color, FALSE };

      g_array_append_val (swatches, swatch);
    }
  if (legend->n_missing > 0)
    {
      PivotRegionSwatch swatch = { _("no data"), style->no_data, TRUE };

      g_array_append_val (swatches, swatch);
    }
  pivot_region_plot_set_legend (plot, title, (const PivotRegionSwatch *) (gpointer) swatches->data, swatches->len);
}

static char *
name_region (PivotSession *session,
             guint         place)
{
  PivotPlace *object = pivot_dataset_get_place (pivot_session_get_dataset (session), place);
  g_autofree char *value = pivot_units_format_measure (pivot_session_get_measure (session), place);

  /* Translators: a place of a map and its value. */
  return g_strdup_printf (C_("map", "%1$s: %2$s"), pivot_text_get (pivot_place_get_name (object)), value);
}

/**
 * pivot_present_map_plot:
 * @session: a session with a dataset and a measure
 * @style: for a light or a dark ground
 *
 * Makes a still map of what a session shows, with its legend, in an equal-area plane.
 *
 * Returns: (transfer full): the plot
 */
PivotPlot *
pivot_present_map_plot (PivotSession     *session,
                        const PivotStyle *style)
{
  PivotDataset *dataset;
  guint n;
  g_autoptr(PivotRegions) regions = NULL;
  g_auto(GStrv) texts = NULL;
  g_autofree char *sentence = NULL;
  PivotRegionPlot *plot;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  dataset = pivot_session_get_dataset (session);
  n = pivot_dataset_get_n_places (dataset);
  regions = pivot_present_albers_regions (session, style);
  texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = name_region (session, i);

  plot = pivot_region_plot_new ();
  pivot_region_plot_set_regions (plot, regions, pivot_present_albers_context (dataset), (const char * const *) texts);
  set_legend (plot, session, style);
  sentence = pivot_present_map_sentence (session);
  pivot_region_plot_set_description (plot, sentence);

  return PIVOT_PLOT (plot);
}

PivotPlot *
_pivot_present_map_panel (const PivotPanelSpec *spec,
                          const PivotStyle     *style)
{
  const char * const *measures = pivot_figure_get_measures (spec->figure);
  g_autoptr(PivotSession) session = NULL;

  if (measures[0] == NULL)
    return NULL;

  session = pivot_session_new ();
  pivot_session_set_dataset (session, spec->dataset);
  pivot_session_set_measure (session, measures[0]);

  return pivot_present_map_plot (session, style);
}

static char *
name_column (PivotMeasure *measure)
{
  const char *unit = pivot_text_get (pivot_measure_get_unit (measure));
  const char *label = pivot_text_get (pivot_measure_get_short (measure));

  /* Translators: title of a column: a measure and its unit. */
  return unit == NULL || *unit == '\0' ? g_strdup (label) : g_strdup_printf (C_("column", "%1$s (%2$s)"), label, unit);
}

static void
fill_cell (GArray       *cells,
           GPtrArray    *strings,
           PivotDataset *dataset,
           PivotMeasure *measure,
           guint         column,
           guint         place)
{
  const PivotValue *value = pivot_measure_get_value (measure, place);
  PivotTableCell cell = { .id = PIVOT_FIGURE_MARK (column, place) };
  char *number = pivot_units_format_measure (measure, place);
  /* Translators: a cell of a table: place, measure, value. */
  char *text = g_strdup_printf (_("%1$s, %2$s: %3$s"), pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, place))),
                                pivot_text_get (pivot_measure_get_label (measure)), number);

  g_ptr_array_add (strings, number);
  g_ptr_array_add (strings, text);
  cell.text = text;
  if (!pivot_value_is_missing (value))
    {
      g_ptr_array_add (strings, pivot_units_format_value (value, pivot_measure_get_decimals (measure), NULL));
      cell.value = g_ptr_array_index (strings, strings->len - 1);
    }
  g_array_append_val (cells, cell);
}

PivotPlot *
_pivot_present_table_panel (const PivotPanelSpec *spec)
{
  const char * const *measures = pivot_figure_get_measures (spec->figure);
  const char * const *places = pivot_figure_get_places (spec->figure);
  guint n_measures = g_strv_length ((char **) measures), n_places = g_strv_length ((char **) places);
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (PivotTableCell));
  g_auto(GStrv) columns = g_new0 (char *, n_measures + 1);
  g_autofree const char **rows = g_new0 (const char *, n_places + 1);
  PivotTablePlot *plot;

  if (n_measures == 0 || n_places == 0)
    return NULL;

  for (guint m = 0; m < n_measures; m++)
    columns[m] = name_column (pivot_dataset_find_measure (spec->dataset, measures[m]));
  for (guint p = 0; p < n_places; p++)
    {
      guint place = (guint) pivot_dataset_get_place_index (spec->dataset, places[p]);

      rows[p] = pivot_text_get (pivot_place_get_short (pivot_dataset_get_place (spec->dataset, place)));
      for (guint m = 0; m < n_measures; m++)
        fill_cell (cells, strings, spec->dataset, pivot_dataset_find_measure (spec->dataset, measures[m]), m, place);
    }

  plot = pivot_table_plot_new ();
  pivot_table_plot_set_cells (plot, (const char * const *) columns, n_measures, rows, n_places,
                              (const PivotTableCell *) (gpointer) cells->data);

  return PIVOT_PLOT (plot);
}

/* The session is kept: receipts of the events are asked of it. */
PivotPlot *
_pivot_present_timeline_panel (const PivotPanelSpec *spec,
                               const PivotStyle     *style,
                               PivotSession        **session)
{
  const char * const *firms = pivot_figure_get_firms (spec->figure);
  PivotTimelinePlot *plot;

  if (firms[0] == NULL)
    return NULL;

  *session = pivot_session_new ();
  pivot_session_set_dataset (*session, spec->dataset);
  pivot_session_set_firm (*session, firms[0]);
  pivot_session_set_list (*session, PIVOT_OPTION_COMPARED_FIRMS, firms + 1);
  plot = pivot_timeline_plot_new ();
  pivot_present_timeline (*session, style, plot);

  return PIVOT_PLOT (plot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-present-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many that mixing between them in RGB cannot be told from mixing in L*a*b*. */
#define N_COLORS 65

static void
set_marks (PivotRampPlot *plot,
           PivotDataset  *dataset,
           PivotMeasure  *measure)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (PivotRampMark));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = _pivot_present_value (measure, i);
      g_autofree char *text = NULL;
      PivotRampMark mark = { .id = i };

      if (value == NULL)
        continue;

      text = pivot_units_format_measure (measure, i);
      mark.value = value->number;
      mark.text = g_strdup_printf (C_("card", "%1$s: %2$s"), _pivot_present_short_name (dataset, i), text);
      g_ptr_array_add (texts, (char *) mark.text);
      g_array_append_val (marks, mark);
    }

  pivot_ramp_plot_set_marks (plot, (const PivotRampMark *) (gpointer) marks->data, marks->len);
}

static void
set_description (PivotRampPlot       *plot,
                 const PivotColoring *coloring)
{
  guint decimals = pivot_measure_get_decimals (coloring->measure);
  const char *unit = pivot_text_get (pivot_measure_get_unit (coloring->measure));
  g_autofree char *least = pivot_units_format_number (coloring->least, decimals);
  g_autofree char *most = pivot_units_format_number (coloring->most, decimals);
  /* Translators: spoken of the legend of a map without classes: lowest and highest value, unit. */
  g_autofree char *text = g_strdup_printf (_("Continuous scale from %1$s to %2$s %3$s"), least, most, unit != NULL ? unit : "");

  pivot_ramp_plot_set_description (plot, g_strchomp (text));
}

/**
 * pivot_present_scale:
 * @session: a session whose map has no classes
 * @style: for a light or a dark ground
 * @plot: a colour scale, which is filled
 *
 * Shows the colours from the lowest value to the highest, and where between them the places are.
 */
void
pivot_present_scale (PivotSession     *session,
                     const PivotStyle *style,
                     PivotRampPlot    *plot)
{
  g_auto(PivotColoring) coloring = { 0 };
  GdkRGBA colors[N_COLORS];

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);
  g_return_if_fail (PIVOT_IS_RAMP_PLOT (plot));

  pivot_coloring_init (&coloring, session, style);
  if (coloring.mapping != PIVOT_MAPPING_CONTINUOUS || coloring.n_colors == 0)
    {
      pivot_ramp_plot_set_scale (plot, 0, 1, NULL, 0);
      pivot_ramp_plot_set_marks (plot, NULL, 0);
      return;
    }

  for (guint i = 0; i < N_COLORS; i++)
    {
      double part = i / (N_COLORS - 1.0);

      pivot_coloring_get_value_color (&coloring, coloring.least * (1 - part) + coloring.most * part, &colors[i]);
    }

  pivot_ramp_plot_set_scale (plot, coloring.least, coloring.most, colors, N_COLORS);
  pivot_ramp_plot_set_midpoint (plot, pivot_measure_get_scale (coloring.measure) == PIVOT_SCALE_DIVERGING
                                      ? pivot_measure_get_midpoint (coloring.measure) : NAN);
  set_marks (plot, pivot_session_get_dataset (session), coloring.measure);
  set_description (plot, &coloring);
}

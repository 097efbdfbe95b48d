/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-units.h"

#include <math.h>

static void
set_breaks (PivotHistogramPlot *plot,
            const PivotLegend  *legend)
{
  PivotHistogramBreak breaks[PIVOT_HISTOGRAM_MAX_BREAKS] = { 0 };
  GdkRGBA colors[PIVOT_CLASSES_MAX] = { 0 };
  char *texts[PIVOT_HISTOGRAM_MAX_BREAKS];
  char *spoken[PIVOT_HISTOGRAM_MAX_BREAKS];
  guint n = legend->n_classes > 0 ? legend->n_classes - 1 : 0;

  for (guint i = 0; i < legend->n_classes; i++)
    colors[i] = legend->classes[i].color;

  for (guint i = 0; i < n; i++)
    {
      double number = legend->classes[i + 1].lower;
      const PivotValue value = { .number = number };

      texts[i] = pivot_units_format_number (number, legend->decimals);
      spoken[i] = pivot_units_format_value (&value, legend->decimals, legend->unit);
      breaks[i] = (PivotHistogramBreak) { number, texts[i], spoken[i] };
    }

  pivot_histogram_plot_set_breaks (plot, breaks, n, colors);

  for (guint i = 0; i < n; i++)
    {
      g_free (texts[i]);
      g_free (spoken[i]);
    }
}

/**
 * pivot_present_histogram:
 * @session: a session
 * @legend: the legend of the session as it stands
 * @plot: a histogram, which is filled
 *
 * Shows the values of the measure by the classes of its legend.
 */
void
pivot_present_histogram (PivotSession       *session,
                         const PivotLegend  *legend,
                         PivotHistogramPlot *plot)
{
  PivotMeasure *measure;
  const double *numbers = NULL;
  guint n = 0;
  double midpoint = NAN;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (legend != NULL);
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (plot));

  measure = pivot_session_get_measure (session);
  if (measure != NULL)
    numbers = pivot_measure_get_numbers (measure, &n);
  if (measure != NULL && pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
    midpoint = pivot_measure_get_midpoint (measure);

  pivot_histogram_plot_set_values (plot, numbers, n);
  pivot_histogram_plot_set_midpoint (plot, midpoint);
  set_breaks (plot, legend);

  if (legend->n_classes > 0)
    {
      double min, max;
      g_autofree char *least = NULL;
      g_autofree char *greatest = NULL;

      pivot_histogram_plot_get_range (plot, &min, &max);
      least = pivot_units_format_number (min, pivot_measure_get_decimals (measure));
      greatest = pivot_units_format_number (max, pivot_measure_get_decimals (measure));
      pivot_histogram_plot_set_ends (plot, least, greatest);
    }
}

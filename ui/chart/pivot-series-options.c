/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-private.h"

#define LINE_HEIGHT 230.0
#define COLUMN_HEIGHT 220.0
#define EMPTY_HEIGHT 150.0
#define BAR_HEIGHT 22.0
#define BAND_SHARE 0.72
#define LEAST_BAND 26.0

static void
change (PivotSeriesPlot *self)
{
  _pivot_series_plot_drop_layout (self);
  pivot_plot_changed (PIVOT_PLOT (self));
}

static void
set_text (PivotSeriesPlot  *self,
          char            **where,
          const char       *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return;

  g_free (*where);
  *where = g_strdup (text);
  change (self);
}

/**
 * pivot_series_plot_set_categories:
 * @self: a series plot
 * @labels: (array length=n): their names
 * @n: how many
 *
 * Sets the categories of the axis. The x of a point is the number of one of them.
 */
void
pivot_series_plot_set_categories (PivotSeriesPlot    *self,
                                  const char * const *labels,
                                  guint               n)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));
  g_return_if_fail (labels != NULL || n == 0);

  g_strfreev (self->categories);
  self->categories = g_new0 (char *, n + 1);
  self->n_categories = n;
  for (guint i = 0; i < n; i++)
    self->categories[i] = g_strdup (labels[i]);
  change (self);
}

/**
 * pivot_series_plot_set_titles:
 * @self: a series plot
 * @along_title: (nullable): what the series run along
 * @value_title: (nullable): what is counted or measured, with its unit
 *
 * Sets the titles of the axes.
 */
void
pivot_series_plot_set_titles (PivotSeriesPlot *self,
                              const char      *along_title,
                              const char      *value_title)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  set_text (self, &self->along_title, along_title);
  set_text (self, &self->value_title, value_title);
}

/**
 * pivot_series_plot_set_stacked:
 * @self: a series plot
 * @stacked: whether bars of one place stand on each other
 *
 * Sets how bars of one place stand. To be set before the series.
 */
void
pivot_series_plot_set_stacked (PivotSeriesPlot *self,
                               gboolean         stacked)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));
  g_return_if_fail (self->n_rows == 0);

  self->stacked = stacked;
}

/**
 * pivot_series_plot_set_year_ends:
 * @self: a series plot
 * @year_ends: whether the names of years stand at their ends
 *
 * Sets where years are named on a time axis: at their ends, where the numbers of whole years stand, or in their middle.
 */
void
pivot_series_plot_set_year_ends (PivotSeriesPlot *self,
                                 gboolean         year_ends)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  self->year_ends = year_ends;
  change (self);
}

/**
 * pivot_series_plot_set_empty:
 * @self: a series plot
 * @text: (nullable): a text
 *
 * Sets what is written where there is no number at all.
 */
void
pivot_series_plot_set_empty (PivotSeriesPlot *self,
                             const char      *text)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  set_text (self, &self->empty, text);
}

/**
 * pivot_series_plot_set_caption:
 * @self: a series plot
 * @caption: (nullable): a short text
 *
 * Sets what stands below the plot.
 */
void
pivot_series_plot_set_caption (PivotSeriesPlot *self,
                               const char      *caption)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  set_text (self, &self->caption, caption);
}

/**
 * pivot_series_plot_set_description:
 * @self: a series plot
 * @text: (nullable): sentences; %NULL for one made from the title
 *
 * Sets what pivot_plot_describe() says.
 */
void
pivot_series_plot_set_description (PivotSeriesPlot *self,
                                   const char      *text)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  set_text (self, &self->description, text);
}

/**
 * pivot_series_plot_set_legend:
 * @self: a series plot
 * @legend: whether to draw one where it is needed
 *
 * Sets whether there is a legend. Lines with their names at their ends never have one.
 */
void
pivot_series_plot_set_legend (PivotSeriesPlot *self,
                              gboolean         legend)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  self->legend = legend;
  change (self);
}

/**
 * pivot_series_plot_get_range:
 * @self: a series plot
 * @min: (out): least x of the points
 * @max: (out): greatest x
 *
 * Gets what of the axis the points span.
 */
void
pivot_series_plot_get_range (PivotSeriesPlot *self,
                             double          *min,
                             double          *max)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));
  g_return_if_fail (min != NULL && max != NULL);

  _pivot_series_get_span (self, min, max);
}

/**
 * pivot_series_plot_set_range:
 * @self: a series plot
 * @min: least x that is shown, or NaN
 * @max: greatest x that is shown, or NaN
 *
 * Sets what of the axis is shown, so that panels below each other have the same.
 */
void
pivot_series_plot_set_range (PivotSeriesPlot *self,
                             double           min,
                             double           max)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  self->range_min = min;
  self->range_max = max;
  change (self);
}

/**
 * pivot_series_plot_get_margins:
 * @self: a series plot
 * @style: how it looks
 * @width: width of the drawing
 * @height: height of the drawing
 * @left: (out): what stands left of the data
 * @right: (out): what stands right of them
 *
 * Gets the margins that the plot has at a size.
 */
void
pivot_series_plot_get_margins (PivotSeriesPlot  *self,
                               const PivotStyle *style,
                               double            width,
                               double            height,
                               double           *left,
                               double           *right)
{
  const PivotSeriesLayout *layout;

  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));
  g_return_if_fail (style != NULL && left != NULL && right != NULL);

  layout = _pivot_series_plot_lay_out (self, style, width, height);
  *left = layout->area.x;
  *right = width - layout->area.x - layout->area.width;
}

/**
 * pivot_series_plot_set_margins:
 * @self: a series plot
 * @left: px
 * @right: px
 *
 * Sets how much is at least kept free beside the data.
 */
void
pivot_series_plot_set_margins (PivotSeriesPlot *self,
                               double           left,
                               double           right)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));

  if (self->margin_left == left && self->margin_right == right)
    return;

  self->margin_left = left;
  self->margin_right = right;
  change (self);
}

double
_pivot_series_plot_measure (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout;
  double frame, band;

  layout = _pivot_series_plot_lay_out (self, style, width, LINE_HEIGHT * style->scale);
  if (!layout->has_values)
    return EMPTY_HEIGHT * style->scale;
  if (!layout->flat)
    return (self->kind == PIVOT_SERIES_COLUMN ? COLUMN_HEIGHT : LINE_HEIGHT) * style->scale;

  frame = layout->height - layout->area.height;
  band = (self->stacked ? 1 : MAX (1, self->n_rows)) * BAR_HEIGHT / BAND_SHARE;

  /* Names of two lines want more than one thin bar does. */
  return frame + MAX (1, self->n_categories) * MAX (MAX (band, LEAST_BAND) * style->scale, layout->line_height * 2.3);
}

PivotAlong
pivot_series_plot_get_along (PivotSeriesPlot *self)
{
  g_return_val_if_fail (PIVOT_IS_SERIES_PLOT (self), PIVOT_ALONG_CATEGORY);

  return self->along;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "pivot-histogram-private.h"

#define MIN_BINS 8

/* px at scale 1. */
#define LEAST_BAR 2.0   /* one value among thousands is still seen */

PivotHistogramLayout
_pivot_histogram_plot_lay_out (PivotHistogramPlot *self,
                               const PivotStyle   *style,
                               double              width,
                               double              height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double text_width, text_height;
  PivotHistogramLayout layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", &text_width, &text_height);

  layout.left = PIVOT_HISTOGRAM_SIDE * style->scale;
  layout.right = MAX (layout.left + 1, width - PIVOT_HISTOGRAM_SIDE * style->scale);
  layout.top = text_height;
  layout.labels = height - text_height;
  layout.bottom = MAX (layout.top + 1, layout.labels - PIVOT_HISTOGRAM_KNOB * style->scale);

  return layout;
}

double
_pivot_histogram_plot_project (PivotHistogramPlot         *self,
                               const PivotHistogramLayout *layout,
                               double                      value)
{
  double part = CLAMP ((value - self->min) / (self->max - self->min), 0, 1);

  return layout->left + part * (layout->right - layout->left);
}

guint
_pivot_histogram_plot_find_class (PivotHistogramPlot *self,
                                  double              value)
{
  guint i = 0;

  while (i < self->n_breaks && value >= self->breaks[i])
    i++;

  return i;
}

void
_pivot_histogram_plot_count (PivotHistogramPlot *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  self->n_bins = CLAMP ((guint) ceil (2 * sqrt (self->n_values)), MIN_BINS, PIVOT_HISTOGRAM_MAX_BINS);
  self->most = 1;
  memset (self->counts, 0, sizeof self->counts);

  for (guint i = 0; i < self->n_values; i++)
    {
      double part = (self->values[i] - self->min) / (self->max - self->min);
      guint bin = MIN ((guint) (part * self->n_bins), self->n_bins - 1);
      guint number = ++self->counts[bin][_pivot_histogram_plot_find_class (self, self->values[i])];

      self->most = MAX (self->most, number);
    }
}

gboolean
_pivot_histogram_plot_get_bar (PivotHistogramPlot         *self,
                               const PivotHistogramLayout *layout,
                               const PivotStyle           *style,
                               guint                       bin,
                               guint                       class_index,
                               cairo_rectangle_t          *bar)
{
  double step = (layout->right - layout->left) / self->n_bins;
  double x0 = layout->left + bin * step;
  double x1 = x0 + step;
  guint number = self->counts[bin][class_index];

  if (number == 0)
    return FALSE;

  if (class_index > 0)
    x0 = CLAMP (_pivot_histogram_plot_project (self, layout, self->breaks[class_index - 1]), x0, x1 - style->scale);
  if (class_index < self->n_breaks)
    x1 = CLAMP (_pivot_histogram_plot_project (self, layout, self->breaks[class_index]), x0 + style->scale, x1);

  bar->x = x0;
  bar->width = x1 - x0;
  bar->height = MAX (LEAST_BAR * style->scale, (layout->bottom - layout->top) * number / self->most);
  bar->y = layout->bottom - bar->height;

  return TRUE;
}

/**
 * pivot_histogram_plot_to_x:
 * @self: a histogram
 * @style: as given to pivot_plot_draw()
 * @width: as given to pivot_plot_draw()
 * @value: a value; brought into the range
 *
 * Says where a value is.
 *
 * Returns: px from the left
 */
double
pivot_histogram_plot_to_x (PivotHistogramPlot *self,
                           const PivotStyle   *style,
                           double              width,
                           double              value)
{
  double side = PIVOT_HISTOGRAM_SIDE * style->scale;

  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  return side + CLAMP ((value - self->min) / (self->max - self->min), 0, 1) * MAX (1, width - 2 * side);
}

/**
 * pivot_histogram_plot_to_value:
 * @self: a histogram
 * @style: as given to pivot_plot_draw()
 * @width: as given to pivot_plot_draw()
 * @x: px from the left; brought into the range
 *
 * Says which value is at a place.
 *
 * Returns: the value
 */
double
pivot_histogram_plot_to_value (PivotHistogramPlot *self,
                               const PivotStyle   *style,
                               double              width,
                               double              x)
{
  double side = PIVOT_HISTOGRAM_SIDE * style->scale;
  double part;

  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  part = CLAMP ((x - side) / MAX (1, width - 2 * side), 0, 1);

  return self->min + part * (self->max - self->min);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-histogram-private.h"

G_DEFINE_FINAL_TYPE (PivotHistogramPlot, pivot_histogram_plot, PIVOT_TYPE_PLOT)

static void
clear_texts (PivotHistogramPlot *self)
{
  for (guint i = 0; i < self->n_breaks; i++)
    {
      g_clear_pointer (&self->texts[i], g_free);
      g_clear_pointer (&self->spoken[i], g_free);
    }
}

static void
pivot_histogram_plot_finalize (GObject *object)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (object);

  clear_texts (self);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->least, g_free);
  g_clear_pointer (&self->greatest, g_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);

  G_OBJECT_CLASS (pivot_histogram_plot_parent_class)->finalize (object);
}

static void
pivot_histogram_plot_class_init (PivotHistogramPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_histogram_plot_finalize;

  plot_class->draw = _pivot_histogram_plot_draw;
  plot_class->draw_selection = _pivot_histogram_plot_draw_selection;
  plot_class->draw_hover = _pivot_histogram_plot_draw_hover;
  plot_class->hover_extents = _pivot_histogram_plot_hover_extents;
  plot_class->find = _pivot_histogram_plot_find;
  plot_class->query = _pivot_histogram_plot_query;
  plot_class->locate = _pivot_histogram_plot_locate;
  plot_class->step = _pivot_histogram_plot_step;
  plot_class->describe = _pivot_histogram_plot_describe;
  plot_class->describe_mark = _pivot_histogram_plot_describe_mark;
}

static void
pivot_histogram_plot_init (PivotHistogramPlot *self)
{
  self->letters = pivot_lettering_new ();
  self->midpoint = NAN;
  self->max = 1;
  self->stale = TRUE;
}

/**
 * pivot_histogram_plot_new:
 *
 * Creates a histogram without values.
 *
 * Returns: (transfer full): a new plot
 */
PivotHistogramPlot *
pivot_histogram_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_HISTOGRAM_PLOT, NULL);
}

static void
change (PivotHistogramPlot *self)
{
  self->stale = TRUE;
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_histogram_plot_set_values:
 * @self: a histogram
 * @values: (array length=n) (nullable): what is counted; copied
 * @n: how many
 *
 * Sets the values. Those that are not finite are left out.
 */
void
pivot_histogram_plot_set_values (PivotHistogramPlot *self,
                                 const double       *values,
                                 guint               n)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (values != NULL || n == 0);

  g_free (self->values);
  self->values = g_new (double, MAX (1, n));
  self->n_values = 0;
  self->min = INFINITY;
  self->max = -INFINITY;

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        self->values[self->n_values++] = values[i];
        self->min = MIN (self->min, values[i]);
        self->max = MAX (self->max, values[i]);
      }

  if (self->n_values == 0)
    self->min = self->max = 0;
  if (self->min == self->max)
    {
      double room = self->min != 0 ? fabs (self->min) / 2 : 0.5;

      self->min -= room;
      self->max += room;
    }

  change (self);
}

/**
 * pivot_histogram_plot_set_breaks:
 * @self: a histogram
 * @breaks: (array length=n) (nullable): breaks between the classes, ascending; copied
 * @n: how many, 0…8
 * @colors: (array): colours of the n + 1 classes, low to high
 *
 * Sets the classes. A class holds its lower break and not its upper one. Breaks beyond the values stand at their ends.
 */
void
pivot_histogram_plot_set_breaks (PivotHistogramPlot        *self,
                                 const PivotHistogramBreak *breaks,
                                 guint                      n,
                                 const GdkRGBA             *colors)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (breaks != NULL || n == 0);
  g_return_if_fail (n <= PIVOT_HISTOGRAM_MAX_BREAKS);
  g_return_if_fail (colors != NULL);

  clear_texts (self);
  self->n_breaks = n;
  for (guint i = 0; i < n; i++)
    {
      self->breaks[i] = breaks[i].value;
      self->texts[i] = g_strdup (breaks[i].text != NULL ? breaks[i].text : "");
      self->spoken[i] = g_strdup (breaks[i].spoken != NULL ? breaks[i].spoken : self->texts[i]);
    }
  for (guint i = 0; i <= n; i++)
    self->colors[i] = colors[i];

  change (self);
}

/**
 * pivot_histogram_plot_set_midpoint:
 * @self: a histogram
 * @midpoint: the value from which a diverging measure goes both ways, or NaN
 *
 * Sets what is marked as the midpoint. It is not marked outside the values.
 */
void
pivot_histogram_plot_set_midpoint (PivotHistogramPlot *self,
                                   double              midpoint)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));

  if (self->midpoint == midpoint || (isnan (self->midpoint) && isnan (midpoint)))
    return;

  self->midpoint = midpoint;
  change (self);
}

/**
 * pivot_histogram_plot_set_ends:
 * @self: a histogram
 * @least: (nullable): the least value as text
 * @greatest: (nullable): the greatest value as text
 *
 * Sets what stands at the ends of the axis.
 */
void
pivot_histogram_plot_set_ends (PivotHistogramPlot *self,
                               const char         *least,
                               const char         *greatest)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));

  g_free (self->least);
  g_free (self->greatest);
  self->least = g_strdup (least);
  self->greatest = g_strdup (greatest);
  change (self);
}

/**
 * pivot_histogram_plot_get_n_breaks:
 * @self: a histogram
 *
 * Gets how many breaks there are.
 *
 * Returns: 0…8
 */
guint
pivot_histogram_plot_get_n_breaks (PivotHistogramPlot *self)
{
  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  return self->n_breaks;
}

/**
 * pivot_histogram_plot_get_break:
 * @self: a histogram
 * @i: which break
 *
 * Gets a break.
 *
 * Returns: its value
 */
double
pivot_histogram_plot_get_break (PivotHistogramPlot *self,
                                guint               i)
{
  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), NAN);
  g_return_val_if_fail (i < self->n_breaks, NAN);

  return self->breaks[i];
}

/**
 * pivot_histogram_plot_get_range:
 * @self: a histogram
 * @min: (out): left end of the axis
 * @max: (out): right end, greater than @min
 *
 * Gets the range of the axis: that of the values.
 */
void
pivot_histogram_plot_get_range (PivotHistogramPlot *self,
                                double             *min,
                                double             *max)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (min != NULL && max != NULL);

  *min = self->min;
  *max = self->max;
}

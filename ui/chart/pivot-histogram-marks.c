/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-histogram-private.h"

/* Handles come before bars: the nearest by x, and of those that lie on each other the one that can still be moved that way. */
static int
find_handle (PivotHistogramPlot         *self,
             const PivotHistogramLayout *layout,
             double                      x,
             double                      max_distance)
{
  double nearest = max_distance;
  int found = -1;

  for (guint i = 0; i < self->n_breaks; i++)
    {
      double at = _pivot_histogram_plot_project (self, layout, self->breaks[i]);
      double distance = fabs (at - x);

      if (distance > nearest || (found >= 0 && distance == nearest && x <= at))
        continue;
      nearest = distance;
      found = i;
    }

  return found;
}

int
_pivot_histogram_plot_find (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width,
                            double            height,
                            double            x,
                            double            y,
                            double            max_distance)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  PivotHistogramLayout layout = _pivot_histogram_plot_lay_out (self, style, width, height);
  int handle;

  if (self->n_values == 0 || y < 0 || y > height || x < 0 || x > width)
    return -1;

  handle = find_handle (self, &layout, x, max_distance);
  if (handle >= 0)
    return handle;
  if (y > layout.bottom + max_distance)
    return -1;

  return PIVOT_HISTOGRAM_CLASS +
         (int) _pivot_histogram_plot_find_class (self, pivot_histogram_plot_to_value (self, style, width, x));
}

/* A histogram is not brushed: a rectangle holds no marks. */
guint *
_pivot_histogram_plot_query (PivotPlot        *plot,
                             const PivotStyle *style,
                             double            width,
                             double            height,
                             double            x0,
                             double            y0,
                             double            x1,
                             double            y1,
                             guint            *n)
{
  *n = 0;

  return NULL;
}

gboolean
_pivot_histogram_plot_locate (PivotPlot        *plot,
                              const PivotStyle *style,
                              double            width,
                              double            height,
                              guint             id,
                              double           *x,
                              double           *y)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  PivotHistogramLayout layout = _pivot_histogram_plot_lay_out (self, style, width, height);

  if (self->n_values == 0 || id >= self->n_breaks)
    return FALSE;

  *x = _pivot_histogram_plot_project (self, &layout, self->breaks[id]);
  *y = layout.bottom + PIVOT_HISTOGRAM_KNOB / 2 * style->scale;

  return TRUE;
}

int
_pivot_histogram_plot_step (PivotPlot *plot,
                            int        id,
                            int        dx,
                            int        dy)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  gboolean forward = dy != 0 ? dy < 0 : dx >= 0;
  int last = (int) self->n_breaks - 1;

  if (self->n_breaks == 0)
    return -1;
  if (id < 0 || id > last)
    return forward ? 0 : last;

  return CLAMP (id + (forward ? 1 : -1), 0, last);
}

char *
_pivot_histogram_plot_describe (PivotPlot *plot)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, g_dngettext (GETTEXT_PACKAGE, "Histogram of %u value.", "Histogram of %u values.",
                                      self->n_values), self->n_values);
  for (guint i = 0; i < self->n_breaks; i++)
    {
      g_string_append_c (text, ' ');
      /* Translators: number and value of a class break, "Break 2: 4.11 %." */
      g_string_append_printf (text, _("Break %1$u: %2$s."), i + 1, self->spoken[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
_pivot_histogram_plot_describe_mark (PivotPlot *plot,
                                     guint      id)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);

  if (id >= self->n_breaks)
    return NULL;

  /* Translators: which class break of how many, and its value: "Break 2 of 4: 4.11 %" */
  return g_strdup_printf (_("Break %1$u of %2$u: %3$s"), id + 1, self->n_breaks, self->spoken[id]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-figure-drawing-private.h"
#include "pivot-series-plot.h"
#include "pivot-statement-plot.h"

#define SMALLEST 0.76       /* how far a panel may be squeezed before the last is left out */
#define LARGEST 4.0
#define COMMON 0.6          /* of two spans of time that must be common for them to be aligned */

static double
measure_top (PivotFigureDrawing      *self,
             const PivotStyle        *style,
             const PivotDrawingShare *share)
{
  double gap = PIVOT_DRAWING_GAP * style->scale, height = PIVOT_DRAWING_PAD * style->scale;

  height += _pivot_drawing_measure_text (self, style, PIVOT_DRAWING_TITLE, TRUE, share->inner,
                                         self->texts[PIVOT_FIGURE_TITLE]);
  if (share->question)
    height += gap * 0.3 + _pivot_drawing_measure_text (self, style, 1, FALSE, share->inner,
                                                       self->texts[PIVOT_FIGURE_QUESTION]);
  height += gap * 0.4 + _pivot_drawing_measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner,
                                                     self->texts[PIVOT_FIGURE_COVERAGE]);
  if (share->statements)
    height += gap + _pivot_drawing_measure_list (self, style, self->statements, 1, share->inner);

  return height + gap;
}

/* One line of source is enough in a small drawing; in a large one it is never cut. */
static double
measure_bottom (PivotFigureDrawing      *self,
                const PivotStyle        *style,
                const PivotDrawingShare *share)
{
  double height = PIVOT_DRAWING_PAD * style->scale;

  if (share->caveats && self->caveats->len > 0)
    height += _pivot_drawing_measure_list (self, style, self->caveats, PIVOT_TEXT_SMALL, share->inner) +
              PIVOT_DRAWING_GAP * 0.5 * style->scale;

  return height + _pivot_drawing_measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner,
                                               self->texts[PIVOT_FIGURE_SOURCE]);
}

double
_pivot_drawing_measure_panel_title (PivotFigureDrawing *self,
                                    const PivotStyle   *style,
                                    double              width,
                                    guint               i)
{
  const PivotDrawingPanel *panel = &g_array_index (self->panels, PivotDrawingPanel, i);

  if (panel->title == NULL)
    return 0;

  return PIVOT_DRAWING_GAP * style->scale +
         _pivot_drawing_measure_text (self, style, PIVOT_DRAWING_PANEL_TITLE, TRUE,
                                      width - 2 * PIVOT_DRAWING_PAD * style->scale, panel->title);
}

/* Text has the height that it has; what is drawn may be higher or lower. */
static gboolean
is_elastic (PivotPlot *plot)
{
  return !PIVOT_IS_STATEMENT_PLOT (plot);
}

static double
measure_panels (PivotFigureDrawing *self,
                const PivotStyle   *style,
                double              width,
                guint               n,
                double             *elastic)
{
  double height = 0;

  *elastic = 0;
  for (guint i = 0; i < n; i++)
    {
      PivotPlot *plot = g_array_index (self->panels, PivotDrawingPanel, i).plot;
      double one = pivot_plot_measure (plot, style, width);

      height += _pivot_drawing_measure_panel_title (self, style, width, i) + one;
      *elastic += is_elastic (plot) ? one : 0;
    }

  return height;
}

static double
measure_note (PivotFigureDrawing      *self,
              const PivotStyle        *style,
              const PivotDrawingShare *share)
{
  if (share->n_panels == self->panels->len)
    return 0;

  return _pivot_drawing_measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner, "X");
}

void
_pivot_drawing_share_out (PivotFigureDrawing *self,
                          const PivotStyle   *style,
                          double              width,
                          double              height,
                          PivotDrawingShare  *share)
{
  double room, needed, elastic;

  *share = (PivotDrawingShare) { .inner = width - 2 * PIVOT_DRAWING_PAD * style->scale, .question = TRUE,
                                 .statements = TRUE, .caveats = TRUE, .n_panels = self->panels->len };

  for (;;)
    {
      share->top = measure_top (self, style, share);
      share->bottom = measure_bottom (self, style, share) + measure_note (self, style, share);
      needed = measure_panels (self, style, width, share->n_panels, &elastic);
      room = height - share->top - share->bottom;
      share->squeeze = elastic > 0 ? MAX (0, room - (needed - elastic)) / elastic : room >= needed ? 1 : 0;

      if (share->squeeze >= (share->caveats || (share->statements && !self->lost) ? 1 : SMALLEST))
        return;
      if (share->caveats)
        share->caveats = FALSE;
      else if (share->statements && !self->lost)
        share->statements = FALSE;
      else if (share->n_panels > 1)
        share->n_panels--;
      else if (share->question)
        share->question = FALSE;
      else
        return;
    }
}

double
_pivot_drawing_get_panel_height (PivotFigureDrawing      *self,
                                 const PivotStyle        *style,
                                 double                   width,
                                 const PivotDrawingShare *share,
                                 guint                    i)
{
  PivotPlot *plot = g_array_index (self->panels, PivotDrawingPanel, i).plot;
  double height = pivot_plot_measure (plot, style, width);

  return is_elastic (plot) ? height * MIN (share->squeeze, LARGEST) : height;
}

static gboolean
shares_time (PivotSeriesPlot *one,
             PivotSeriesPlot *other)
{
  double a0, a1, b0, b1, common;

  if (pivot_series_plot_get_along (one) != PIVOT_ALONG_TIME || pivot_series_plot_get_along (other) != PIVOT_ALONG_TIME)
    return FALSE;

  pivot_series_plot_get_range (one, &a0, &a1);
  pivot_series_plot_get_range (other, &b0, &b1);
  common = MIN (a1, b1) - MAX (a0, b0);

  return common > 0 && common >= COMMON * (MAX (a1, b1) - MIN (a0, b0));
}

static PivotSeriesPlot *
get_series_plot (PivotFigureDrawing *self,
                 guint               i)
{
  PivotPlot *plot = g_array_index (self->panels, PivotDrawingPanel, i).plot;

  return PIVOT_IS_SERIES_PLOT (plot) ? PIVOT_SERIES_PLOT (plot) : NULL;
}

/**
 * pivot_figure_drawing_align:
 * @self: a figure
 * @style: how it looks
 * @width: its width
 *
 * Gives panels over about the same time as the first the same span and margins: one time, one place.
 */
void
pivot_figure_drawing_align (PivotFigureDrawing *self,
                            const PivotStyle   *style,
                            double              width)
{
  PivotSeriesPlot *first;
  double min, max, left = 0, right = 0;
  g_autofree gboolean *aligned = NULL;

  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (style != NULL);

  if (self->panels->len < 2 || (first = get_series_plot (self, 0)) == NULL)
    return;

  aligned = g_new0 (gboolean, self->panels->len);
  pivot_series_plot_get_range (first, &min, &max);
  for (guint i = 0; i < self->panels->len; i++)
    {
      PivotSeriesPlot *plot = get_series_plot (self, i);
      double from, to, plot_left, plot_right;

      if (plot == NULL || !(aligned[i] = shares_time (first, plot)))
        continue;
      pivot_series_plot_get_range (plot, &from, &to);
      min = MIN (min, from);
      max = MAX (max, to);
      pivot_series_plot_set_margins (plot, 0, 0);
      pivot_series_plot_get_margins (plot, style, width, pivot_plot_measure (PIVOT_PLOT (plot), style, width),
                                     &plot_left, &plot_right);
      left = MAX (left, plot_left);
      right = MAX (right, plot_right);
    }

  for (guint i = 0; i < self->panels->len; i++)
    if (aligned[i])
      {
        pivot_series_plot_set_margins (get_series_plot (self, i), left, right);
        pivot_series_plot_set_range (get_series_plot (self, i), min, max);
      }
}

/**
 * pivot_figure_drawing_measure:
 * @self: a figure
 * @style: how it looks
 * @width: its width
 *
 * Gets how high everything is together.
 *
 * Returns: the height
 */
double
pivot_figure_drawing_measure (PivotFigureDrawing *self,
                              const PivotStyle   *style,
                              double              width)
{
  double elastic;
  PivotDrawingShare share;

  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  pivot_lettering_set_font (self->letters, style);
  _pivot_drawing_share_out (self, style, width, G_MAXDOUBLE / 2, &share);

  return ceil (share.top + share.bottom + measure_panels (self, style, width, share.n_panels, &elastic));
}

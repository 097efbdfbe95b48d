/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-private.h"

#define GAP 6.0
#define LINE_WIDTH 2.0
#define MARKER 3.6
#define ARROW 5.0
#define LEAST_BAR 1.5

/* An arrow beyond a mark: the figure lies there, and how far is not known. */
static void
draw_arrow (cairo_t       *cr,
            double         x,
            double         y,
            double         dx,
            double         dy,
            double         size,
            const GdkRGBA *color)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, size * 0.32);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + dx * size * 1.6, y + dy * size * 1.6);
  cairo_move_to (cr, x + dx * size * 0.7 - dy * size * 0.7, y + dy * size * 0.7 - dx * size * 0.7);
  cairo_line_to (cr, x + dx * size * 1.6, y + dy * size * 1.6);
  cairo_line_to (cr, x + dx * size * 0.7 + dy * size * 0.7, y + dy * size * 0.7 + dx * size * 0.7);
  cairo_stroke (cr);
}

/* The sides of a bar but the one where its number is. */
static void
trace_open (cairo_t                 *cr,
            const cairo_rectangle_t *bar,
            gboolean                 flat,
            gboolean                 negative)
{
  double x0 = bar->x, y0 = bar->y, x1 = bar->x + bar->width, y1 = bar->y + bar->height;

  if (flat)
    {
      cairo_move_to (cr, negative ? x0 : x1, y0);
      cairo_line_to (cr, negative ? x1 : x0, y0);
      cairo_line_to (cr, negative ? x1 : x0, y1);
      cairo_line_to (cr, negative ? x0 : x1, y1);
      return;
    }

  cairo_move_to (cr, x0, negative ? y1 : y0);
  cairo_line_to (cr, x0, negative ? y0 : y1);
  cairo_line_to (cr, x1, negative ? y0 : y1);
  cairo_line_to (cr, x1, negative ? y1 : y0);
}

static void
draw_limit_bar (const PivotSeriesLayout *layout,
                cairo_t                 *cr,
                const PivotStyle        *style,
                const PivotSeriesPoint  *point,
                const cairo_rectangle_t *bar,
                const GdkRGBA           *color)
{
  gboolean negative = point->y < 0;
  gboolean above = point->limit == PIVOT_LIMIT_ABOVE;
  double sign = (negative ? -1 : 1) * (point->limit == PIVOT_LIMIT_BELOW ? -1 : 1);
  double size = MIN (ARROW * style->scale, layout->bar * 0.35);
  GdkRGBA pale;

  pivot_color_mix (color, &style->paper, 0.78, &pale);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  gdk_cairo_set_source_rgba (cr, &pale);
  cairo_fill (cr);
  pivot_hatch_box (cr, bar, color, style->scale);
  trace_open (cr, bar, layout->flat, negative);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.25 * style->scale);
  cairo_stroke (cr);

  if (point->limit == PIVOT_LIMIT_ABOUT)
    return;

  /* Above: out of the open end. Below: from the end back into the bar. */
  if (layout->flat)
    draw_arrow (cr, (negative ? bar->x : bar->x + bar->width) + (above ? 2 * style->scale * sign : 0),
                bar->y + bar->height / 2, sign, 0, size, color);
  else
    draw_arrow (cr, bar->x + bar->width / 2,
                (negative ? bar->y + bar->height : bar->y) - (above ? 2 * style->scale * sign : 0), 0, -sign, size, color);
}

void
_pivot_series_draw_bar (PivotSeriesPlot         *self,
                        const PivotSeriesLayout *layout,
                        cairo_t                 *cr,
                        const PivotStyle        *style,
                        PivotSeriesRef           ref)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];
  cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, ref);
  double inset = MIN (layout->bar * 0.06, 1.5 * style->scale);
  PivotSeriesLook look;

  pivot_series_look_init (&look, style, self->rows[ref.row].slot);
  if (layout->flat)
    bar = (cairo_rectangle_t) { bar.x, bar.y + inset, MAX (bar.width, LEAST_BAR * style->scale), bar.height - 2 * inset };
  else
    bar = (cairo_rectangle_t) { bar.x + inset, bar.y, bar.width - 2 * inset, MAX (bar.height, LEAST_BAR * style->scale) };

  if (isnan (point->y))
    {
      cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      gdk_cairo_set_source_rgba (cr, &style->no_data);
      cairo_fill (cr);
      pivot_hatch_box (cr, &bar, &style->no_data_line, style->scale);
      return;
    }

  if (point->limit != PIVOT_LIMIT_NONE)
    {
      draw_limit_bar (layout, cr, style, point, &bar, &look.color);
      return;
    }

  /* What is stacked is set apart by the paper between. */
  if (self->stacked && layout->flat)
    bar.width = MAX (bar.width - style->scale, 0.5);
  else if (self->stacked)
    bar.height = MAX (bar.height - style->scale, 0.5);
  cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
  gdk_cairo_set_source_rgba (cr, &look.color);
  cairo_fill (cr);
}

void
_pivot_series_draw_mark (PivotSeriesPlot         *self,
                         const PivotSeriesLayout *layout,
                         cairo_t                 *cr,
                         const PivotStyle        *style,
                         PivotSeriesRef           ref,
                         double                   grow)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];
  PivotSpot spot = _pivot_series_get_spot (self, layout, ref);
  double size = MARKER * style->scale * grow;
  PivotSeriesLook look;

  if (isnan (point->y))
    {
      cairo_rectangle_t box = { spot.x - size * 1.6, spot.y - size * 1.6, size * 3.2, size * 3.2 };

      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      gdk_cairo_set_source_rgba (cr, &style->no_data);
      cairo_fill (cr);
      pivot_hatch_box (cr, &box, &style->no_data_line, style->scale);
      return;
    }

  pivot_series_look_init (&look, style, self->rows[ref.row].slot);
  if (point->limit == PIVOT_LIMIT_ABOVE)
    draw_arrow (cr, spot.x, spot.y - size, 0, -1, ARROW * style->scale, &look.color);
  if (point->limit == PIVOT_LIMIT_BELOW)
    draw_arrow (cr, spot.x, spot.y + size, 0, 1, ARROW * style->scale, &look.color);
  pivot_marker_draw (cr, look.marker, spot.x, spot.y, size, point->limit != PIVOT_LIMIT_NONE, &look.color,
                     &style->paper, style->scale);
}

static void
draw_bars (PivotSeriesPlot         *self,
           const PivotSeriesLayout *layout,
           cairo_t                 *cr,
           const PivotStyle        *style)
{
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      _pivot_series_draw_bar (self, layout, cr, style, (PivotSeriesRef) { r, i });
}

static void
draw_lines (PivotSeriesPlot         *self,
            const PivotSeriesLayout *layout,
            cairo_t                 *cr,
            const PivotStyle        *style)
{
  for (guint r = 0; r < self->n_rows; r++)
    {
      PivotSeriesLook look;

      pivot_series_look_init (&look, style, self->rows[r].slot);
      if (self->kind == PIVOT_SERIES_LINE)
        {
          if (_pivot_series_is_dense (&layout->traces[r]))
            look.n_dashes = 0;
          _pivot_series_set_stroke (&look, cr, style, (layout->markers ? LINE_WIDTH : 1.5) * style->scale);
          _pivot_series_stroke_line (&layout->traces[r], cr);
        }
    }

  cairo_set_dash (cr, NULL, 0, 0);
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; (layout->markers || !self->rows[r].complete) && i < self->rows[r].n; i++)
      if (layout->markers || isnan (self->rows[r].points[i].y))
        _pivot_series_draw_mark (self, layout, cr, style, (PivotSeriesRef) { r, i }, 1);
}

/* The number of a bar: beyond its end, or inside if it is stacked; where it has no room it is left to axis and pointer. */
static void
draw_bar_label (PivotSeriesPlot         *self,
                const PivotSeriesLayout *layout,
                cairo_t                 *cr,
                const PivotStyle        *style,
                PivotSeriesRef           ref)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, ref);
  double away = (GAP * 0.7 + (point->limit == PIVOT_LIMIT_ABOVE ? ARROW * 2 : 0)) * style->scale;
  gboolean inside = self->stacked && !isnan (point->y);
  GdkRGBA ink = isnan (point->y) ? style->dim : style->foreground;
  double width, height, x, y;

  if (point->label == NULL)
    return;

  pivot_lettering_measure (self->letters, &look, point->label, &width, &height);
  if (layout->flat ? height > layout->bar * 1.15 : width > layout->band / (self->stacked ? 1 : MAX (1, self->n_rows)) + 2)
    return;
  if (inside && (width + GAP * style->scale > bar.width || height > bar.height * (layout->flat ? 1.15 : 1)))
    return;

  x = bar.x + bar.width / 2 - width / 2;
  y = bar.y + bar.height / 2 - height / 2;
  if (!inside && layout->flat)
    x = point->y < 0 ? bar.x - away - width : bar.x + bar.width + away;
  /* Where the plot ends before the number does, it stands in the end of its bar. */
  if (!inside && layout->flat && !isnan (point->y) && (x < 0 || x + width > layout->width))
    {
      inside = TRUE;
      x = point->y < 0 ? bar.x + GAP * style->scale : bar.x + bar.width - GAP * style->scale - width;
      if (width + 2 * GAP * style->scale > bar.width)
        return;
    }
  if (!inside && !layout->flat)
    y = point->y < 0 ? bar.y + bar.height + away * 0.5 : bar.y - away * 0.5 - height;
  /* Below a bar that reaches down to the names, there is no room. */
  if (!inside && !layout->flat && y + height > layout->area.y + layout->area.height)
    y = bar.y - away * 0.5 - height;

  /* On the lines of a limit, the number has a ground of its own. */
  if (inside && point->limit != PIVOT_LIMIT_NONE)
    {
      cairo_rectangle (cr, x - GAP * 0.6, y, width + GAP * 1.2, height);
      gdk_cairo_set_source_rgba (cr, &style->paper);
      cairo_fill (cr);
    }
  else if (inside)
    {
      PivotSeriesLook series;

      pivot_series_look_init (&series, style, self->rows[ref.row].slot);
      pivot_color_get_ink (&series.color, &ink);
    }
  pivot_lettering_draw (self->letters, cr, &look, point->label, x, y, &ink, NULL);
}

/* Whether the line comes down to a point from both sides. */
static gboolean
is_valley (PivotSeriesPlot *self,
           PivotSeriesRef   ref)
{
  const PivotSeriesRow *row = &self->rows[ref.row];
  const PivotSeriesPoint *point = &row->points[ref.point];

  return ref.point > 0 && ref.point + 1 < row->n && point[-1].y > point->y && point[1].y > point->y;
}

/* The first and the last number of a lone line are written beside it. */
static void
draw_line_label (PivotSeriesPlot         *self,
                 const PivotSeriesLayout *layout,
                 cairo_t                 *cr,
                 const PivotStyle        *style,
                 PivotSeriesRef           ref)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];
  PivotSpot spot = _pivot_series_get_spot (self, layout, ref);
  double away = (GAP + (point->limit == PIVOT_LIMIT_ABOVE ? ARROW * 2 : 0)) * style->scale;
  double width, height, x, y;

  if (point->label == NULL || isnan (point->y))
    return;

  pivot_lettering_measure (self->letters, &look, point->label, &width, &height);
  x = CLAMP (spot.x - width / 2, layout->area.x, layout->width - width - 2);
  y = spot.y - away - height;
  if (is_valley (self, ref) && spot.y + away + height < layout->area.y + layout->area.height)
    y = spot.y + away;
  else if (y < layout->area.y - height * 0.8)
    {
      /* At the top there is room beside the point only. */
      x = spot.x + away + width + 2 <= layout->width ? spot.x + away : spot.x - away - width;
      y = spot.y - height / 2;
    }
  pivot_lettering_draw (self->letters, cr, &look, point->label, x, y, &style->foreground, &style->paper);
}

static void
draw_labels (PivotSeriesPlot         *self,
             const PivotSeriesLayout *layout,
             cairo_t                 *cr,
             const PivotStyle        *style)
{
  gboolean bars = _pivot_series_plot_is_bars (self);

  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; bars && i < self->rows[r].n; i++)
      draw_bar_label (self, layout, cr, style, (PivotSeriesRef) { r, i });

  if (bars || self->n_rows != 1 || !layout->markers)
    return;

  /* All numbers of a short line have room; of a longer one its ends and what is only a limit. */
  for (guint i = 0; i < self->rows[0].n; i++)
    if (self->rows[0].n <= 8 || i == 0 || i + 1 == self->rows[0].n ||
        self->rows[0].points[i].limit != PIVOT_LIMIT_NONE)
      draw_line_label (self, layout, cr, style, (PivotSeriesRef) { 0, i });
}

void
_pivot_series_plot_draw (PivotPlot        *plot,
                         cairo_t          *cr,
                         const PivotStyle *style,
                         double            width,
                         double            height)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  pivot_lettering_set_font (self->letters, style);
  cairo_set_line_width (cr, MAX (1, style->scale));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  if (!layout->has_values)
    _pivot_series_draw_empty (self, layout, cr, style);
  _pivot_series_draw_axes (self, layout, cr, style);
  if (_pivot_series_plot_is_bars (self) && layout->has_values)
    draw_bars (self, layout, cr, style);
  else if (!_pivot_series_plot_is_bars (self))
    draw_lines (self, layout, cr, style);
  _pivot_series_draw_names (self, layout, cr, style);
  if (layout->has_values)
    draw_labels (self, layout, cr, style);

  cairo_restore (cr);
}

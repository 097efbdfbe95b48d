/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-private.h"

#define PAD 10.0
#define GAP 6.0
#define LINE_WIDTH 2.0
#define MARKER 3.6
#define SWATCH 18.0

static double
sharp (double at,
       double line)
{
  return line < 1.5 ? floor (at) + 0.5 : at;
}

static void
draw_line (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
draw_value_ticks (PivotSeriesPlot         *self,
                  const PivotSeriesLayout *layout,
                  cairo_t                 *cr,
                  const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  const cairo_rectangle_t *area = &layout->area;
  double line = MAX (1, style->scale), gap = GAP * style->scale;

  for (guint i = 0; i < layout->value.ticks.n; i++)
    {
      double value = layout->value.ticks.values[i];
      double at = sharp (_pivot_series_project_value (layout, value), line);
      double width, height;

      gdk_cairo_set_source_rgba (cr, value == 0 ? &style->axis : &style->grid);
      pivot_lettering_measure (self->letters, &look, layout->value.labels[i], &width, &height);
      if (layout->flat)
        {
          draw_line (cr, at, area->y, at, area->y + area->height);
          pivot_lettering_draw (self->letters, cr, &look, layout->value.labels[i], at - width / 2,
                                area->y + area->height + gap * 0.5, &style->dim, NULL);
        }
      else
        {
          draw_line (cr, area->x, at, area->x + area->width, at);
          pivot_lettering_draw (self->letters, cr, &look, layout->value.labels[i], area->x - gap - width,
                                at - height / 2, &style->dim, NULL);
        }
    }
}

static void
draw_along_ticks (PivotSeriesPlot         *self,
                  const PivotSeriesLayout *layout,
                  cairo_t                 *cr,
                  const PivotStyle        *style)
{
  const cairo_rectangle_t *area = &layout->area;
  double line = MAX (1, style->scale), gap = GAP * style->scale;

  for (guint i = 0; i < layout->ticks->len; i++)
    {
      const PivotAlongTick *tick = &g_array_index (layout->ticks, PivotAlongTick, i);
      PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
      double width, height, left;

      if (tick->line)
        {
          double at = sharp (tick->at, line);

          gdk_cairo_set_source_rgba (cr, &style->grid);
          draw_line (cr, at, area->y, at, area->y + area->height + gap * 0.5);
        }
      if (tick->label == NULL)
        continue;

      look.max_width = tick->label_width;
      look.wrap = tick->label_width > 0;
      look.lines = 2;
      look.flush = layout->flat ? PIVOT_FLUSH_RIGHT : PIVOT_FLUSH_CENTER;
      pivot_lettering_measure (self->letters, &look, tick->label, &width, &height);
      if (look.wrap)
        width = look.max_width;
      left = CLAMP (tick->label_at - width / 2, 0, MAX (0, layout->width - width));
      if (layout->flat)
        pivot_lettering_draw (self->letters, cr, &look, tick->label, area->x - gap * 1.5 - width,
                              tick->label_at - height / 2, &style->foreground, NULL);
      else
        pivot_lettering_draw (self->letters, cr, &look, tick->label, left, area->y + area->height + gap * 0.7,
                              self->along == PIVOT_ALONG_CATEGORY ? &style->foreground : &style->dim, NULL);
    }
}

static void
draw_titles (PivotSeriesPlot         *self,
             const PivotSeriesLayout *layout,
             cairo_t                 *cr,
             const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double pad = PAD * style->scale;
  double width;

  look.max_width = MAX (1, layout->width - 2 * pad);
  if (self->value_title != NULL && self->value_title[0] != '\0' && layout->has_values)
    {
      g_autofree char *title = layout->flat ? g_strconcat (self->value_title, " →", NULL)
                                            : g_strconcat ("↑ ", self->value_title, NULL);

      pivot_lettering_measure (self->letters, &look, title, &width, NULL);
      if (layout->flat)
        pivot_lettering_draw (self->letters, cr, &look, title, layout->width - pad - width,
                              layout->area.y + layout->area.height + GAP * 0.6 * style->scale + layout->line_height,
                              &style->foreground, NULL);
      else
        pivot_lettering_draw (self->letters, cr, &look, title, pad, pad * 0.6, &style->foreground, NULL);
    }

  if (self->caption != NULL)
    {
      PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

      small.max_width = look.max_width;
      pivot_lettering_draw (self->letters, cr, &small, self->caption, pad,
                            layout->height - pad * 0.6 - layout->line_height, &style->dim, NULL);
    }
}

/* Width and dashes of a line. */
void
_pivot_series_set_stroke (const PivotSeriesLook *look,
                          cairo_t               *cr,
                          const PivotStyle      *style,
                          double                 width)
{
  double dashes[4];

  for (int i = 0; i < look->n_dashes; i++)
    dashes[i] = look->dashes[i] * width;
  cairo_set_dash (cr, dashes, look->n_dashes, 0);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  gdk_cairo_set_source_rgba (cr, &look->color);
}

/**
 * pivot_series_draw_swatch:
 * @cr: where to draw
 * @style: how it looks
 * @slot: of the series
 * @kind: of the plot
 * @x: left
 * @y: top
 * @width: width
 * @height: height
 *
 * Draws what stands for a series in a legend.
 */
void
pivot_series_draw_swatch (cairo_t          *cr,
                          const PivotStyle *style,
                          guint             slot,
                          PivotSeriesKind   kind,
                          double            x,
                          double            y,
                          double            width,
                          double            height)
{
  PivotSeriesLook look;
  double size = MARKER * style->scale;

  pivot_series_look_init (&look, style, slot);
  if (kind == PIVOT_SERIES_COLUMN || kind == PIVOT_SERIES_BAR)
    {
      double side = MIN (width, height * 0.7);

      cairo_rectangle (cr, x + width - side, y + (height - side) / 2, side, side);
      gdk_cairo_set_source_rgba (cr, &look.color);
      cairo_fill (cr);
      return;
    }

  if (kind == PIVOT_SERIES_LINE)
    {
      _pivot_series_set_stroke (&look, cr, style, LINE_WIDTH * style->scale);
      draw_line (cr, x, y + height / 2, x + width, y + height / 2);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  pivot_marker_draw (cr, look.marker, x + width / 2, y + height / 2, size, FALSE, &look.color, &style->paper, style->scale);
}

static void
draw_end_labels (PivotSeriesPlot         *self,
                 const PivotSeriesLayout *layout,
                 cairo_t                 *cr,
                 const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  for (guint i = 0; i < layout->end_labels->len; i++)
    {
      const PivotEndLabel *label = &g_array_index (layout->end_labels, PivotEndLabel, i);
      double right = layout->area.x + layout->area.width;
      PivotSeriesLook series;

      pivot_series_look_init (&series, style, self->rows[label->row].slot);
      cairo_set_line_width (cr, MAX (1, style->scale * 0.8));
      cairo_set_dash (cr, (double[]) { style->scale, 2 * style->scale }, 2, 0);
      gdk_cairo_set_source_rgba (cr, &series.color);
      cairo_move_to (cr, label->from_x + MARKER * 1.8 * style->scale, label->from_y);
      cairo_line_to (cr, right, label->from_y);
      cairo_line_to (cr, label->x - 2 * style->scale, label->y);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      pivot_lettering_draw (self->letters, cr, &look, self->rows[label->row].label, label->x,
                            label->y - layout->line_height / 2, &series.color, NULL);
    }
}

static void
draw_legend (PivotSeriesPlot         *self,
             const PivotSeriesLayout *layout,
             cairo_t                 *cr,
             const PivotStyle        *style)
{
  for (guint i = 0; i < layout->legend->len; i++)
    {
      const PivotLegendSpot *spot = &g_array_index (layout->legend, PivotLegendSpot, i);
      PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

      pivot_series_draw_swatch (cr, style, self->rows[spot->row].slot, self->kind, spot->x, spot->y,
                                SWATCH * style->scale, layout->line_height);
      look.max_width = spot->width + 1;
      pivot_lettering_draw (self->letters, cr, &look, self->rows[spot->row].label,
                            spot->x + (SWATCH + GAP) * style->scale, spot->y, &style->foreground, NULL);
    }
}

/* Nothing survives: a hatched field that says so, and cannot be taken for data. */
void
_pivot_series_draw_empty (PivotSeriesPlot         *self,
                          const PivotSeriesLayout *layout,
                          cairo_t                 *cr,
                          const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double width, height, x, y;

  cairo_rectangle (cr, layout->area.x, layout->area.y, layout->area.width, layout->area.height);
  gdk_cairo_set_source_rgba (cr, &style->no_data);
  cairo_fill (cr);
  pivot_hatch_box (cr, &layout->area, &style->no_data_line, style->scale * 1.4);

  if (self->empty == NULL)
    return;

  look.wrap = TRUE;
  look.max_width = MAX (1, layout->area.width - 4 * GAP * style->scale);
  pivot_lettering_measure (self->letters, &look, self->empty, &width, &height);
  x = layout->area.x + (layout->area.width - look.max_width) / 2;
  y = layout->area.y + layout->area.height * 0.28 - height / 2;
  y = MAX (y, layout->area.y + 2);
  cairo_rectangle (cr, x + (look.max_width - width) / 2 - GAP, y - GAP / 2, width + 2 * GAP, height + GAP);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_fill (cr);
  pivot_lettering_draw (self->letters, cr, &look, self->empty, x, y, &style->foreground, NULL);
}

/* Everything around the data. */
void
_pivot_series_draw_axes (PivotSeriesPlot         *self,
                         const PivotSeriesLayout *layout,
                         cairo_t                 *cr,
                         const PivotStyle        *style)
{
  draw_along_ticks (self, layout, cr, style);
  if (layout->has_values)
    draw_value_ticks (self, layout, cr, style);
  draw_titles (self, layout, cr, style);
}

/* The names of the series: at the ends of their lines, or in a legend. */
void
_pivot_series_draw_names (PivotSeriesPlot         *self,
                          const PivotSeriesLayout *layout,
                          cairo_t                 *cr,
                          const PivotStyle        *style)
{
  draw_legend (self, layout, cr, style);
  draw_end_labels (self, layout, cr, style);
}

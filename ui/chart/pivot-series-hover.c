/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-series-private.h"

#define MOST_LINES 9
#define PAD 8.0
#define OFF 12.0
#define SWATCH 16.0
#define GAP 6.0

/* What is read off at the place that is pointed at: the name of x, and a line for every series that has a number there. */
typedef struct
{
  const char       *title;
  char             *owned;       /* title, if it had to be made */
  PivotSeriesRef    refs[MOST_LINES];
  guint             n;
  double            name_width, value_width;
  double            line_height;
  cairo_rectangle_t box;
} Readout;

static const char *
get_value (PivotSeriesPlot *self,
           PivotSeriesRef   ref)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];

  if (isnan (point->y))
    return _("no data");

  return point->label != NULL ? point->label : "";
}

/* The point of a row at the same x; FALSE if it has none. */
static gboolean
find_at (const PivotSeriesRow *row,
         double                x,
         guint                *at)
{
  guint low = 0, high = row->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (row->points[middle].x < x)
        low = middle + 1;
      else
        high = middle;
    }

  *at = low;

  return low < row->n && fabs (row->points[low].x - x) < 1e-6;
}

static void
add_line (PivotSeriesPlot     *self,
          Readout             *readout,
          const PivotTextLook *look,
          PivotSeriesRef       ref)
{
  double width;

  readout->refs[readout->n++] = ref;
  pivot_lettering_measure (self->letters, look, self->rows[ref.row].label, &width, NULL);
  readout->name_width = MAX (readout->name_width, width);
  pivot_lettering_measure (self->letters, look, get_value (self, ref), &width, NULL);
  readout->value_width = MAX (readout->value_width, width);
}

static void
place (PivotSeriesPlot         *self,
       const PivotSeriesLayout *layout,
       const PivotStyle        *style,
       PivotSeriesRef           ref,
       Readout                 *readout)
{
  PivotSpot spot = _pivot_series_get_spot (self, layout, ref);
  double off = OFF * style->scale;

  if (_pivot_series_plot_is_bars (self))
    {
      cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, ref);

      spot.x = bar.x + bar.width;
    }

  readout->box.x = spot.x + off;
  if (readout->box.x + readout->box.width > layout->width - 2)
    readout->box.x = spot.x - off - readout->box.width - (_pivot_series_plot_is_bars (self) && !layout->flat ? layout->bar : 0);
  readout->box.y = spot.y - readout->box.height - off;
  if (readout->box.y < 2)
    readout->box.y = spot.y + off;
  readout->box.x = CLAMP (readout->box.x, 2, MAX (2, layout->width - readout->box.width - 2));
  readout->box.y = CLAMP (readout->box.y, 2, MAX (2, layout->height - readout->box.height - 2));
}

static void
read_out (PivotSeriesPlot         *self,
          const PivotSeriesLayout *layout,
          const PivotStyle        *style,
          PivotSeriesRef           ref,
          Readout                 *readout)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double x = self->rows[ref.row].points[ref.point].x;
  double title_width, line;

  readout->title = _pivot_series_get_x_label (self, ref, &readout->owned);
  look.bold = TRUE;
  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, readout->title, &title_width, &line);
  readout->line_height = line * 1.15;

  add_line (self, readout, &look, ref);
  for (guint r = 0; r < self->n_rows && readout->n < MOST_LINES; r++)
    {
      guint at;

      if (r != ref.row && find_at (&self->rows[r], x, &at))
        add_line (self, readout, &look, (PivotSeriesRef) { r, at });
    }

  readout->name_width = MIN (readout->name_width, layout->width * 0.6);
  readout->box.width = 2 * PAD * style->scale +
                       MAX (title_width, (SWATCH + 3 * GAP) * style->scale + readout->name_width + readout->value_width);
  readout->box.height = 2 * PAD * 0.75 * style->scale + (readout->n + 1) * readout->line_height;
  place (self, layout, style, ref, readout);
}

static void
draw_readout (PivotSeriesPlot  *self,
              cairo_t          *cr,
              const PivotStyle *style,
              const Readout    *readout)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double pad = PAD * style->scale, swatch = SWATCH * style->scale, gap = GAP * style->scale;
  double y = readout->box.y + pad * 0.75;
  GdkRGBA ground = style->paper;

  ground.alpha = 0.96;
  cairo_rectangle (cr, readout->box.x, readout->box.y, readout->box.width, readout->box.height);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);

  look.bold = TRUE;
  pivot_lettering_draw (self->letters, cr, &look, readout->title, readout->box.x + pad, y, &style->foreground, NULL);
  for (guint i = 0; i < readout->n; i++)
    {
      PivotTextLook name = look;
      double width;

      y += readout->line_height;
      look.bold = i == 0;
      name.bold = i == 0;
      name.max_width = readout->name_width + 1;
      pivot_series_draw_swatch (cr, style, self->rows[readout->refs[i].row].slot, self->kind, readout->box.x + pad, y,
                                swatch, readout->line_height / 1.15);
      pivot_lettering_draw (self->letters, cr, &name, self->rows[readout->refs[i].row].label,
                            readout->box.x + pad + swatch + gap, y, &style->foreground, NULL);
      pivot_lettering_measure (self->letters, &look, get_value (self, readout->refs[i]), &width, NULL);
      pivot_lettering_draw (self->letters, cr, &look, get_value (self, readout->refs[i]),
                            readout->box.x + readout->box.width - pad - width, y, &style->foreground, NULL);
    }
}

static void
draw_crosshair (PivotSeriesPlot         *self,
                const PivotSeriesLayout *layout,
                cairo_t                 *cr,
                const PivotStyle        *style,
                PivotSeriesRef           ref)
{
  double at = floor (_pivot_series_project_along (layout, self->rows[ref.row].points[ref.point].x)) + 0.5;

  gdk_cairo_set_source_rgba (cr, &style->reference);
  cairo_set_line_width (cr, MAX (1, style->scale));
  cairo_move_to (cr, at, layout->area.y);
  cairo_line_to (cr, at, layout->area.y + layout->area.height);
  cairo_stroke (cr);
}

/* The line that is pointed at stands out; a dashed casing would break it, so it is drawn over itself, wider. */
static void
draw_line_again (PivotSeriesPlot         *self,
                 const PivotSeriesLayout *layout,
                 cairo_t                 *cr,
                 const PivotStyle        *style,
                 PivotSeriesRef           ref)
{
  PivotSeriesLook look;

  pivot_series_look_init (&look, style, self->rows[ref.row].slot);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, (layout->markers ? 3.5 : 2) * style->scale);
  gdk_cairo_set_source_rgba (cr, &look.color);
  _pivot_series_stroke_line (&layout->traces[ref.row], cr);
}

static void
outline_bar (PivotSeriesPlot         *self,
             const PivotSeriesLayout *layout,
             cairo_t                 *cr,
             const PivotStyle        *style,
             PivotSeriesRef           ref,
             const GdkRGBA           *color)
{
  cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, ref);

  cairo_rectangle (cr, bar.x, bar.y, MAX (bar.width, 2), MAX (bar.height, 2));
  pivot_style_stroke_cased (style, cr, color, 2 * style->scale);
}

void
_pivot_series_plot_draw_hover (PivotPlot        *plot,
                               cairo_t          *cr,
                               const PivotStyle *style,
                               double            width,
                               double            height)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);
  Readout readout = { 0 };
  PivotSeriesRef ref;

  if (!_pivot_series_plot_find_ref (self, pivot_plot_get_hovered (plot), &ref))
    return;

  cairo_save (cr);
  read_out (self, layout, style, ref, &readout);
  if (_pivot_series_plot_is_bars (self))
    outline_bar (self, layout, cr, style, ref, &style->hover);
  else
    {
      draw_crosshair (self, layout, cr, style, ref);
      /* A dense line is a picture of its own, and dear to draw. */
      if (self->kind == PIVOT_SERIES_LINE && !_pivot_series_is_dense (&layout->traces[ref.row]))
        draw_line_again (self, layout, cr, style, ref);
      for (guint i = readout.n; i-- > 0;)
        _pivot_series_draw_mark (self, layout, cr, style, readout.refs[i], i == 0 ? 1.5 : 1.1);
    }
  draw_readout (self, cr, style, &readout);
  cairo_restore (cr);
  g_free (readout.owned);
}

/* A line that stands out may be anywhere in the area. */
gboolean
_pivot_series_plot_hover_extents (PivotPlot         *plot,
                                  const PivotStyle  *style,
                                  double             width,
                                  double             height,
                                  cairo_rectangle_t *box)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  PivotSeriesRef ref;

  if (!_pivot_series_plot_find_ref (self, pivot_plot_get_hovered (plot), &ref))
    return FALSE;

  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return TRUE;
}

void
_pivot_series_plot_draw_selection (PivotPlot        *plot,
                                   cairo_t          *cr,
                                   const PivotStyle *style,
                                   double            width,
                                   double            height)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);

  cairo_save (cr);
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      {
        PivotSeriesRef ref = { r, i };
        PivotSpot spot;

        if (!pivot_plot_is_selected (plot, self->rows[r].points[i].id))
          continue;
        if (_pivot_series_plot_is_bars (self))
          {
            outline_bar (self, layout, cr, style, ref, &style->selection);
            continue;
          }
        spot = _pivot_series_get_spot (self, layout, ref);
        cairo_arc (cr, spot.x, spot.y, 7 * style->scale, 0, 2 * G_PI);
        gdk_cairo_set_source_rgba (cr, &style->selection);
        cairo_set_line_width (cr, 2 * style->scale);
        cairo_stroke (cr);
      }
  cairo_restore (cr);
}

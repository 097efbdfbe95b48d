/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-histogram-private.h"

/* How much of what is not of the class pointed at the veil lets through, 1 − this. */
#define VEIL 0.7

static void
draw_bars (PivotHistogramPlot         *self,
           const PivotHistogramLayout *layout,
           cairo_t                    *cr,
           const PivotStyle           *style)
{
  double line = style->scale;

  cairo_set_line_width (cr, line);
  for (guint bin = 0; bin < self->n_bins; bin++)
    for (guint i = 0; i <= self->n_breaks; i++)
      {
        cairo_rectangle_t bar;
        GdkRGBA outline;

        if (!_pivot_histogram_plot_get_bar (self, layout, style, bin, i, &bar))
          continue;

        pivot_color_mix (&self->colors[i], &style->foreground, 0.45, &outline);
        cairo_rectangle (cr, bar.x + line / 2, bar.y + line / 2, MAX (0, bar.width - line), bar.height);
        gdk_cairo_set_source_rgba (cr, &self->colors[i]);
        cairo_fill_preserve (cr);
        gdk_cairo_set_source_rgba (cr, &outline);
        cairo_stroke (cr);
      }
}

/* A line through the bars, and below them a small house that points at the break. */
static void
draw_handle (PivotHistogramPlot         *self,
             const PivotHistogramLayout *layout,
             cairo_t                    *cr,
             const PivotStyle           *style,
             guint                       i,
             const GdkRGBA              *color,
             const GdkRGBA              *fill)
{
  double x = _pivot_histogram_plot_project (self, layout, self->breaks[i]);
  double half = PIVOT_HISTOGRAM_KNOB * 0.5 * style->scale;
  double top = layout->bottom + style->scale;
  double bottom = layout->bottom + (PIVOT_HISTOGRAM_KNOB - 0.5) * style->scale;

  cairo_set_line_width (cr, (fill == &style->paper ? 1 : 2) * style->scale);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, top);
  cairo_stroke (cr);

  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + half, top + half);
  cairo_line_to (cr, x + half, bottom);
  cairo_line_to (cr, x - half, bottom);
  cairo_line_to (cr, x - half, top + half);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.25 * style->scale);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

/* The midpoint of a diverging measure: a dashed line under a small diamond. */
static void
draw_midpoint (PivotHistogramPlot         *self,
               const PivotHistogramLayout *layout,
               cairo_t                    *cr,
               const PivotStyle           *style)
{
  const double dashes[] = { 3 * style->scale, 2 * style->scale };
  double x, reach = 3.5 * style->scale;

  if (!(self->midpoint >= self->min && self->midpoint <= self->max))
    return;

  x = _pivot_histogram_plot_project (self, layout, self->midpoint);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_set_line_width (cr, style->scale);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, layout->bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  cairo_move_to (cr, x, layout->top - 2 * reach);
  cairo_line_to (cr, x + reach, layout->top - reach);
  cairo_line_to (cr, x, layout->top);
  cairo_line_to (cr, x - reach, layout->top - reach);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_end (PivotHistogramPlot         *self,
          const PivotHistogramLayout *layout,
          cairo_t                    *cr,
          const PivotStyle           *style,
          const char                 *text,
          gboolean                    right)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double width, height;

  if (text == NULL)
    return;

  pivot_lettering_measure (self->letters, &look, text, &width, &height);
  pivot_lettering_draw (self->letters, cr, &look, text, right ? layout->right - width : layout->left, layout->labels,
                        &style->dim, NULL);
}

void
_pivot_histogram_plot_draw (PivotPlot        *plot,
                            cairo_t          *cr,
                            const PivotStyle *style,
                            double            width,
                            double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  PivotHistogramLayout layout = _pivot_histogram_plot_lay_out (self, style, width, height);

  if (self->n_values == 0)
    return;

  _pivot_histogram_plot_count (self);
  cairo_save (cr);
  draw_bars (self, &layout, cr, style);

  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_set_line_width (cr, style->scale);
  cairo_move_to (cr, layout.left, layout.bottom + style->scale / 2);
  cairo_line_to (cr, layout.right, layout.bottom + style->scale / 2);
  cairo_stroke (cr);

  draw_midpoint (self, &layout, cr, style);
  for (guint i = 0; i < self->n_breaks; i++)
    draw_handle (self, &layout, cr, style, i, &style->foreground, &style->paper);
  draw_end (self, &layout, cr, style, self->least, FALSE);
  draw_end (self, &layout, cr, style, self->greatest, TRUE);
  cairo_restore (cr);
}

/* The value of a handle, above it. */
static void
draw_value (PivotHistogramPlot         *self,
            const PivotHistogramLayout *layout,
            cairo_t                    *cr,
            const PivotStyle           *style,
            guint                       i)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double side = PIVOT_HISTOGRAM_SIDE * style->scale;
  double width, height, x;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, self->texts[i], &width, &height);
  x = _pivot_histogram_plot_project (self, layout, self->breaks[i]) - width / 2;
  x = CLAMP (x, layout->left - side, MAX (layout->left - side, layout->right + side - width));
  pivot_lettering_draw (self->letters, cr, &look, self->texts[i], x, layout->top - height, &style->foreground, &style->paper);
}

static void
draw_strong_handle (PivotHistogramPlot         *self,
                    const PivotHistogramLayout *layout,
                    cairo_t                    *cr,
                    const PivotStyle           *style,
                    guint                       i)
{
  draw_handle (self, layout, cr, style, i, &style->foreground, &style->accent);
  draw_value (self, layout, cr, style, i);
}

/* A break that was chosen. Classes are not selected, only pointed at. */
void
_pivot_histogram_plot_draw_selection (PivotPlot        *plot,
                                      cairo_t          *cr,
                                      const PivotStyle *style,
                                      double            width,
                                      double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  PivotHistogramLayout layout = _pivot_histogram_plot_lay_out (self, style, width, height);

  if (self->n_values == 0)
    return;

  cairo_save (cr);
  for (guint i = 0; i < self->n_breaks; i++)
    if (pivot_plot_is_selected (plot, i) && pivot_plot_get_hovered (plot) != (int) i)
      draw_strong_handle (self, &layout, cr, style, i);
  cairo_restore (cr);
}

static void
draw_veil (PivotHistogramPlot         *self,
           const PivotHistogramLayout *layout,
           cairo_t                    *cr,
           const PivotStyle           *style,
           guint                       class_index)
{
  GdkRGBA veil = style->paper;

  veil.alpha = VEIL;
  gdk_cairo_set_source_rgba (cr, &veil);
  for (guint bin = 0; bin < self->n_bins; bin++)
    for (guint i = 0; i <= self->n_breaks; i++)
      {
        cairo_rectangle_t bar;

        if (i != class_index && _pivot_histogram_plot_get_bar (self, layout, style, bin, i, &bar))
          cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      }
  cairo_fill (cr);
}

void
_pivot_histogram_plot_draw_hover (PivotPlot        *plot,
                                  cairo_t          *cr,
                                  const PivotStyle *style,
                                  double            width,
                                  double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  PivotHistogramLayout layout = _pivot_histogram_plot_lay_out (self, style, width, height);
  int hovered = pivot_plot_get_hovered (plot);

  if (self->n_values == 0)
    return;

  _pivot_histogram_plot_count (self);
  cairo_save (cr);
  if (hovered >= PIVOT_HISTOGRAM_CLASS)
    draw_veil (self, &layout, cr, style, hovered - PIVOT_HISTOGRAM_CLASS);
  else if (hovered >= 0 && (guint) hovered < self->n_breaks)
    draw_strong_handle (self, &layout, cr, style, hovered);
  cairo_restore (cr);
}

gboolean
_pivot_histogram_plot_hover_extents (PivotPlot         *plot,
                                     const PivotStyle  *style,
                                     double             width,
                                     double             height,
                                     cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return pivot_plot_get_hovered (plot) >= 0 && PIVOT_HISTOGRAM_PLOT (plot)->n_values > 0;
}

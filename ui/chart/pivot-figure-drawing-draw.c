/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-figure-drawing-private.h"

static void
draw_above (PivotFigureDrawing      *self,
            cairo_t                 *cr,
            const PivotStyle        *style,
            const PivotDrawingShare *share)
{
  double gap = PIVOT_DRAWING_GAP * style->scale, y = PIVOT_DRAWING_PAD * style->scale;
  const GdkRGBA *color = &style->foreground;

  y = _pivot_drawing_write_text (self, cr, style, PIVOT_DRAWING_TITLE, TRUE, share->inner,
                                 self->texts[PIVOT_FIGURE_TITLE], y, color);
  if (share->question)
    y = _pivot_drawing_write_text (self, cr, style, 1, FALSE, share->inner,
                                   self->texts[PIVOT_FIGURE_QUESTION], y + gap * 0.3, color);
  y = _pivot_drawing_write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share->inner,
                                 self->texts[PIVOT_FIGURE_COVERAGE], y + gap * 0.4, &style->dim);
  if (share->statements)
    _pivot_drawing_write_list (self, cr, style, self->statements, 1, share->inner, y + gap, color);
}

static double
draw_panel (PivotFigureDrawing      *self,
            cairo_t                 *cr,
            const PivotStyle        *style,
            double                   width,
            const PivotDrawingShare *share,
            guint                    i,
            double                   y)
{
  const PivotDrawingPanel *panel = &g_array_index (self->panels, PivotDrawingPanel, i);
  double height = _pivot_drawing_get_panel_height (self, style, width, share, i);

  if (panel->title != NULL)
    _pivot_drawing_write_text (self, cr, style, PIVOT_DRAWING_PANEL_TITLE, TRUE, share->inner, panel->title,
                               y + PIVOT_DRAWING_GAP * style->scale, &style->foreground);
  y += _pivot_drawing_measure_panel_title (self, style, width, i);

  cairo_save (cr);
  cairo_translate (cr, 0, ceil (y));
  cairo_rectangle (cr, 0, 0, width, floor (height));
  cairo_clip (cr);
  pivot_plot_draw (panel->plot, cr, style, width, floor (height));
  cairo_restore (cr);

  return y + height;
}

static void
draw_below (PivotFigureDrawing      *self,
            cairo_t                 *cr,
            const PivotStyle        *style,
            const PivotDrawingShare *share,
            double                   y)
{
  if (share->n_panels < self->panels->len)
    {
      guint n = self->panels->len - share->n_panels;
      /* Translators: in a drawing that is too small for all of a figure. */
      g_autofree char *note = g_strdup_printf (ngettext ("%u more panel is left out at this size.",
                                                         "%u more panels are left out at this size.", n), n);

      y = _pivot_drawing_write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share->inner, note, y, &style->foreground);
    }
  if (share->caveats && self->caveats->len > 0)
    y = _pivot_drawing_write_list (self, cr, style, self->caveats, PIVOT_TEXT_SMALL, share->inner, y, &style->dim) +
        PIVOT_DRAWING_GAP * style->scale * 0.5;
  _pivot_drawing_write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share->inner, self->texts[PIVOT_FIGURE_SOURCE], y,
                             &style->dim);
}

/**
 * pivot_figure_drawing_draw:
 * @self: a figure
 * @cr: where to draw
 * @style: how it looks
 * @width: width of the drawing
 * @height: height of the drawing
 *
 * Draws the figure. Room that is left over goes to the panels; what has none is left out, and that is said.
 */
void
pivot_figure_drawing_draw (PivotFigureDrawing *self,
                           cairo_t            *cr,
                           const PivotStyle   *style,
                           double              width,
                           double              height)
{
  PivotDrawingShare share;
  double y;

  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (cr != NULL && style != NULL);

  pivot_lettering_set_font (self->letters, style);
  pivot_figure_drawing_align (self, style, width);
  _pivot_drawing_share_out (self, style, width, height, &share);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);

  draw_above (self, cr, style, &share);
  y = share.top;
  for (guint i = 0; i < share.n_panels; i++)
    y = draw_panel (self, cr, style, width, &share, i, y);
  draw_below (self, cr, style, &share, height - share.bottom);
  cairo_restore (cr);
}

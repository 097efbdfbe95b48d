/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-drawing-private.h"

static PivotTextLook
look_of (const PivotStyle *style,
         double            size,
         double            width)
{
  PivotTextLook look = pivot_lettering_look (style, size);

  look.wrap = TRUE;
  look.max_width = MAX (1, width);
  look.flush = PIVOT_FLUSH_LEFT;

  return look;
}

double
_pivot_drawing_measure_text (PivotFigureDrawing *self,
                             const PivotStyle   *style,
                             double              size,
                             gboolean            bold,
                             double              width,
                             const char         *text)
{
  PivotTextLook look = look_of (style, size, width);
  double height;

  if (text == NULL || *text == '\0')
    return 0;

  look.bold = bold;
  pivot_lettering_measure (self->letters, &look, text, NULL, &height);

  return height;
}

double
_pivot_drawing_write_text (PivotFigureDrawing *self,
                           cairo_t            *cr,
                           const PivotStyle   *style,
                           double              size,
                           gboolean            bold,
                           double              width,
                           const char         *text,
                           double              y,
                           const GdkRGBA      *color)
{
  PivotTextLook look = look_of (style, size, width);

  if (text == NULL || *text == '\0')
    return y;

  look.bold = bold;
  pivot_lettering_draw (self->letters, cr, &look, text, PIVOT_DRAWING_PAD * style->scale, y, color, NULL);

  return y + _pivot_drawing_measure_text (self, style, size, bold, width, text);
}

double
_pivot_drawing_measure_list (PivotFigureDrawing *self,
                             const PivotStyle   *style,
                             GPtrArray          *texts,
                             double              size,
                             double              width)
{
  double height = 0;

  for (guint i = 0; i < texts->len; i++)
    height += _pivot_drawing_measure_text (self, style, size, FALSE, width - PIVOT_DRAWING_GAP * 1.5 * style->scale,
                                           g_ptr_array_index (texts, i)) +
              PIVOT_DRAWING_GAP * 0.5 * style->scale;

  return height;
}

double
_pivot_drawing_write_list (PivotFigureDrawing *self,
                           cairo_t            *cr,
                           const PivotStyle   *style,
                           GPtrArray          *texts,
                           double              size,
                           double              width,
                           double              y,
                           const GdkRGBA      *color)
{
  double indent = PIVOT_DRAWING_GAP * 1.5 * style->scale;

  for (guint i = 0; i < texts->len; i++)
    {
      PivotTextLook bullet = pivot_lettering_look (style, size);

      pivot_lettering_draw (self->letters, cr, &bullet, "•", PIVOT_DRAWING_PAD * style->scale, y, color, NULL);
      cairo_save (cr);
      cairo_translate (cr, indent, 0);
      y = _pivot_drawing_write_text (self, cr, style, size, FALSE, width - indent, g_ptr_array_index (texts, i), y, color);
      cairo_restore (cr);
      y += PIVOT_DRAWING_GAP * 0.5 * style->scale;
    }

  return y;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-strip-plot.h"

#include <math.h>

/* px at scale 1. */
#define GAP 2.0
#define MAX_BAR 28.0
#define LEAST_BAR 1.5
#define LABEL_GAP 3.0

typedef struct
{
  double step;           /* from bar to bar */
  double bar;            /* width */
  double least;          /* height of a bar */
  double top, bottom;    /* where a share is 1, and 0 */
  double labels;
} Layout;

struct _PivotStripPlot
{
  PivotMarkPlot   parent_instance;

  GArray         *marks;        /* PivotStripMark, in order */
  PivotLettering *letters;      /* the parent's */
  Layout          layout;
};

G_DEFINE_FINAL_TYPE (PivotStripPlot, pivot_strip_plot, PIVOT_TYPE_MARK_PLOT)

static void
pivot_strip_plot_lay_out (PivotMarkPlot    *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  Layout *layout = &self->layout;
  double text_height;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &text_height);

  layout->step = MIN (width / MAX (1, self->marks->len), MAX_BAR * style->scale);
  layout->bar = MAX (1, layout->step - (layout->step > 4 * GAP ? GAP * style->scale : 0));
  layout->least = LEAST_BAR * style->scale;
  layout->top = style->scale * GAP;
  layout->labels = height - text_height;
  layout->bottom = MAX (layout->top + 1, layout->labels - GAP * style->scale);
}

static cairo_rectangle_t
pivot_strip_plot_get_box (PivotMarkPlot *plot,
                          guint          index)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  const Layout *layout = &self->layout;
  double share = g_array_index (self->marks, PivotStripMark, index).share;
  double height = MAX (layout->least, share * (layout->bottom - layout->top));

  return (cairo_rectangle_t) { index * layout->step, layout->bottom - height, layout->bar, height };
}

static void
draw_rules (const Layout     *layout,
            cairo_t          *cr,
            const PivotStyle *style,
            double            width)
{
  double half = style->scale / 2;

  cairo_set_line_width (cr, style->scale);
  gdk_cairo_set_source_rgba (cr, &style->grid);
  cairo_move_to (cr, 0, layout->top + half);
  cairo_line_to (cr, width, layout->top + half);
  cairo_move_to (cr, 0, (layout->top + layout->bottom) / 2);
  cairo_line_to (cr, width, (layout->top + layout->bottom) / 2);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_move_to (cr, 0, layout->bottom + half);
  cairo_line_to (cr, width, layout->bottom + half);
  cairo_stroke (cr);
}

static void
pivot_strip_plot_draw (PivotPlot        *plot,
                       cairo_t          *cr,
                       const PivotStyle *style,
                       double            width,
                       double            height)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  PivotTextLook look = pivot_lettering_look (style, 0.75);
  const Layout *layout = &self->layout;
  double next_label = -G_MAXDOUBLE;

  pivot_strip_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  cairo_save (cr);
  draw_rules (layout, cr, style, width);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PivotStripMark *mark = &g_array_index (self->marks, PivotStripMark, i);
      cairo_rectangle_t bar = pivot_strip_plot_get_box (PIVOT_MARK_PLOT (self), i);
      double text_width;
      GdkRGBA outline;

      pivot_color_mix (&mark->color, &style->foreground, 0.45, &outline);
      cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      gdk_cairo_set_source_rgba (cr, &mark->color);
      cairo_fill (cr);
      cairo_rectangle (cr, bar.x + style->scale / 2, bar.y + style->scale / 2, MAX (0, bar.width - style->scale), bar.height);
      gdk_cairo_set_source_rgba (cr, &outline);
      cairo_stroke (cr);

      pivot_lettering_measure (self->letters, &look, mark->label, &text_width, NULL);
      /* Two that touch would read as one word. */
      if (text_width < layout->step && bar.x + (bar.width - text_width) / 2 >= next_label)
        {
          pivot_lettering_draw (self->letters, cr, &look, mark->label, bar.x + (bar.width - text_width) / 2, layout->labels,
                                &style->dim, NULL);
          next_label = bar.x + (bar.width + text_width) / 2 + LABEL_GAP * style->scale;
        }
    }
  cairo_restore (cr);
}

static void
pivot_strip_plot_outline (PivotMarkPlot    *plot,
                          cairo_t          *cr,
                          const PivotStyle *style,
                          guint             index,
                          const GdkRGBA    *color)
{
  cairo_rectangle_t bar = pivot_strip_plot_get_box (plot, index);

  cairo_rectangle (cr, bar.x + style->scale, bar.y, MAX (1, bar.width - 2 * style->scale), bar.height);
  pivot_style_stroke_cased (style, cr, color, 2 * style->scale);
}

static int
pivot_strip_plot_find_mark (PivotMarkPlot *plot,
                            double         x,
                            double         y,
                            double         max_distance)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  double i = floor (x / self->layout.step);

  return i >= 0 && i < self->marks->len ? (int) i : -1;
}

static gboolean
pivot_strip_plot_is_within (PivotMarkPlot *plot,
                            guint          index,
                            double         x0,
                            double         y0,
                            double         x1,
                            double         y1)
{
  cairo_rectangle_t bar = pivot_strip_plot_get_box (plot, index);

  return bar.x < x1 && bar.x + bar.width > x0;
}

static void
pivot_strip_plot_finalize (GObject *object)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (object);

  g_array_unref (self->marks);

  G_OBJECT_CLASS (pivot_strip_plot_parent_class)->finalize (object);
}

static void
pivot_strip_plot_class_init (PivotStripPlotClass *klass)
{
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_strip_plot_finalize;

  PIVOT_PLOT_CLASS (klass)->draw = pivot_strip_plot_draw;

  mark_class->lay_out = pivot_strip_plot_lay_out;
  mark_class->get_box = pivot_strip_plot_get_box;
  mark_class->outline = pivot_strip_plot_outline;
  mark_class->find_mark = pivot_strip_plot_find_mark;
  mark_class->is_within = pivot_strip_plot_is_within;
}

static void
pivot_strip_plot_init (PivotStripPlot *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (PivotStripMark));
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
}

/**
 * pivot_strip_plot_new:
 *
 * Creates a strip without bars.
 *
 * Returns: (transfer full): a new plot
 */
PivotStripPlot *
pivot_strip_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_STRIP_PLOT, NULL);
}

/**
 * pivot_strip_plot_set_marks:
 * @self: a strip
 * @marks: (array length=n): the bars, from left to right; copied
 * @n: how many
 *
 * Sets the bars.
 */
void
pivot_strip_plot_set_marks (PivotStripPlot       *self,
                            const PivotStripMark *marks,
                            guint                 n)
{
  g_return_if_fail (PIVOT_IS_STRIP_PLOT (self));
  g_return_if_fail (marks != NULL || n == 0);

  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks, n);
  pivot_mark_plot_clear_marks (PIVOT_MARK_PLOT (self));
  for (guint i = 0; i < n; i++)
    {
      PivotStripMark *mark = &g_array_index (self->marks, PivotStripMark, i);

      mark->label = pivot_mark_plot_keep (PIVOT_MARK_PLOT (self), mark->label != NULL ? mark->label : "");
      mark->text = pivot_mark_plot_add_mark (PIVOT_MARK_PLOT (self), mark->id, mark->text);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_strip_plot_set_description:
 * @self: a strip
 * @text: what it shows, in words
 *
 * Sets the sentence for speech.
 */
void
pivot_strip_plot_set_description (PivotStripPlot *self,
                                  const char     *text)
{
  g_return_if_fail (PIVOT_IS_STRIP_PLOT (self));
  g_return_if_fail (text != NULL);

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}

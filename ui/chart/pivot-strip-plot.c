/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-strip-plot.h"

#include "pivot-lettering.h"

#include <math.h>

/* px at scale 1. */
#define GAP 2.0
#define MAX_BAR 28.0
#define LEAST_BAR 1.5
#define LABEL_GAP 3.0

struct _PivotStripPlot
{
  PivotPlot       parent_instance;

  GArray         *marks;        /* PivotStripMark, in order; their texts are in strings */
  GStringChunk   *strings;
  char           *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotStripPlot, pivot_strip_plot, PIVOT_TYPE_PLOT)

typedef struct
{
  double step;           /* from bar to bar */
  double bar;            /* width */
  double top, bottom;    /* where a share is 1, and 0 */
  double labels;
} Layout;

static Layout
lay_out (PivotStripPlot   *self,
         const PivotStyle *style,
         double            width,
         double            height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double text_height;
  Layout layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &text_height);

  layout.step = MIN (width / MAX (1, self->marks->len), MAX_BAR * style->scale);
  layout.bar = MAX (1, layout.step - (layout.step > 4 * GAP ? GAP * style->scale : 0));
  layout.top = style->scale * GAP;
  layout.labels = height - text_height;
  layout.bottom = MAX (layout.top + 1, layout.labels - GAP * style->scale);

  return layout;
}

static const PivotStripMark *
get_mark (PivotStripPlot *self,
          guint           i)
{
  return &g_array_index (self->marks, PivotStripMark, i);
}

static int
find_index (PivotStripPlot *self,
            int             id)
{
  for (guint i = 0; id >= 0 && i < self->marks->len; i++)
    if (get_mark (self, i)->id == (guint) id)
      return (int) i;

  return -1;
}

static void
get_bar (PivotStripPlot    *self,
         const Layout      *layout,
         const PivotStyle  *style,
         guint              i,
         cairo_rectangle_t *bar)
{
  bar->x = i * layout->step;
  bar->width = layout->bar;
  bar->height = MAX (LEAST_BAR * style->scale, get_mark (self, i)->share * (layout->bottom - layout->top));
  bar->y = layout->bottom - bar->height;
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
  Layout layout = lay_out (self, style, width, height);
  double next_label = -G_MAXDOUBLE;

  cairo_save (cr);
  draw_rules (&layout, cr, style, width);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PivotStripMark *mark = get_mark (self, i);
      double text_width;
      cairo_rectangle_t bar;
      GdkRGBA outline;

      get_bar (self, &layout, style, i, &bar);
      pivot_color_mix (&mark->color, &style->foreground, 0.45, &outline);
      cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      gdk_cairo_set_source_rgba (cr, &mark->color);
      cairo_fill (cr);
      cairo_rectangle (cr, bar.x + style->scale / 2, bar.y + style->scale / 2, MAX (0, bar.width - style->scale), bar.height);
      gdk_cairo_set_source_rgba (cr, &outline);
      cairo_stroke (cr);

      pivot_lettering_measure (self->letters, &look, mark->label, &text_width, NULL);
      /* Two that touch would read as one word. */
      if (text_width < layout.step && bar.x + (bar.width - text_width) / 2 >= next_label)
        {
          pivot_lettering_draw (self->letters, cr, &look, mark->label, bar.x + (bar.width - text_width) / 2, layout.labels,
                                &style->dim, NULL);
          next_label = bar.x + (bar.width + text_width) / 2 + LABEL_GAP * style->scale;
        }
    }
  cairo_restore (cr);
}

static void
outline_bar (PivotStripPlot   *self,
             const Layout     *layout,
             cairo_t          *cr,
             const PivotStyle *style,
             guint             i,
             const GdkRGBA    *color)
{
  cairo_rectangle_t bar;

  get_bar (self, layout, style, i, &bar);
  cairo_rectangle (cr, bar.x + style->scale, bar.y, MAX (1, bar.width - 2 * style->scale), bar.height);
  pivot_style_stroke_cased (style, cr, color, 2 * style->scale);
}

static void
pivot_strip_plot_draw_selection (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  cairo_save (cr);
  for (guint i = 0; i < self->marks->len; i++)
    if (pivot_plot_is_selected (plot, get_mark (self, i)->id))
      outline_bar (self, &layout, cr, style, i, &style->selection);
  cairo_restore (cr);
}

static void
pivot_strip_plot_draw_hover (PivotPlot        *plot,
                             cairo_t          *cr,
                             const PivotStyle *style,
                             double            width,
                             double            height)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int i = find_index (self, pivot_plot_get_hovered (plot));

  if (i < 0)
    return;

  cairo_save (cr);
  outline_bar (self, &layout, cr, style, i, &style->hover);
  cairo_restore (cr);
}

static gboolean
pivot_strip_plot_hover_extents (PivotPlot         *plot,
                                const PivotStyle  *style,
                                double             width,
                                double             height,
                                cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return find_index (PIVOT_STRIP_PLOT (plot), pivot_plot_get_hovered (plot)) >= 0;
}

static int
pivot_strip_plot_find (PivotPlot        *plot,
                       const PivotStyle *style,
                       double            width,
                       double            height,
                       double            x,
                       double            y,
                       double            max_distance)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  double i = floor (x / layout.step);

  return i >= 0 && i < self->marks->len ? (int) get_mark (self, (guint) i)->id : -1;
}

static guint *
pivot_strip_plot_query (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        double            x0,
                        double            y0,
                        double            x1,
                        double            y1,
                        guint            *n)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  guint *ids = g_new (guint, MAX (1, self->marks->len));

  *n = 0;
  for (guint i = 0; i < self->marks->len; i++)
    {
      cairo_rectangle_t bar;

      get_bar (self, &layout, style, i, &bar);
      if (bar.x < MAX (x0, x1) && bar.x + bar.width > MIN (x0, x1))
        ids[(*n)++] = get_mark (self, i)->id;
    }

  return ids;
}

static gboolean
pivot_strip_plot_locate (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         guint             id,
                         double           *x,
                         double           *y)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int i = find_index (self, (int) id);
  cairo_rectangle_t bar;

  if (i < 0)
    return FALSE;

  get_bar (self, &layout, style, (guint) i, &bar);
  *x = bar.x + bar.width / 2;
  *y = bar.y + bar.height / 2;

  return TRUE;
}

static int
pivot_strip_plot_step (PivotPlot *plot,
                       int        id,
                       int        dx,
                       int        dy)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  gboolean forward = dy != 0 ? dy > 0 : dx >= 0;
  int last = (int) self->marks->len - 1;
  int i = find_index (self, id);

  if (last < 0)
    return -1;

  i = i < 0 ? (forward ? 0 : last) : CLAMP (i + (forward ? 1 : -1), 0, last);

  return (int) get_mark (self, (guint) i)->id;
}

static char *
pivot_strip_plot_describe (PivotPlot *plot)
{
  return g_strdup (PIVOT_STRIP_PLOT (plot)->description);
}

static char *
pivot_strip_plot_describe_mark (PivotPlot *plot,
                                guint      id)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (plot);
  int i = find_index (self, (int) id);

  return i >= 0 ? g_strdup (get_mark (self, (guint) i)->text) : NULL;
}

static void
pivot_strip_plot_finalize (GObject *object)
{
  PivotStripPlot *self = PIVOT_STRIP_PLOT (object);

  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_strip_plot_parent_class)->finalize (object);
}

static void
pivot_strip_plot_class_init (PivotStripPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_strip_plot_finalize;

  plot_class->draw = pivot_strip_plot_draw;
  plot_class->draw_selection = pivot_strip_plot_draw_selection;
  plot_class->draw_hover = pivot_strip_plot_draw_hover;
  plot_class->hover_extents = pivot_strip_plot_hover_extents;
  plot_class->find = pivot_strip_plot_find;
  plot_class->query = pivot_strip_plot_query;
  plot_class->locate = pivot_strip_plot_locate;
  plot_class->step = pivot_strip_plot_step;
  plot_class->describe = pivot_strip_plot_describe;
  plot_class->describe_mark = pivot_strip_plot_describe_mark;
}

static void
pivot_strip_plot_init (PivotStripPlot *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (PivotStripMark));
  self->strings = g_string_chunk_new (512);
  self->description = g_strdup ("");
  self->letters = pivot_lettering_new ();
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
  g_string_chunk_clear (self->strings);
  g_array_append_vals (self->marks, marks, n);
  for (guint i = 0; i < n; i++)
    {
      PivotStripMark *mark = &g_array_index (self->marks, PivotStripMark, i);

      mark->label = g_string_chunk_insert (self->strings, mark->label != NULL ? mark->label : "");
      mark->text = g_string_chunk_insert (self->strings, mark->text);
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

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-bars-plot.h"

#include "pivot-bar.h"

#include <math.h>

/* px at scale 1. */
#define ROW_HEIGHT 21.0
#define GAP 7.0
#define BREAK 4.0             /* half the height of the sign of a cut axis */
#define LABEL_SHARE 0.34      /* of the width, at most */

typedef struct
{
  double top;                 /* of the first row */
  double row_height;
  double line;                /* height of a line of text */
  double x, width;            /* of the track */
  double lower, upper;        /* values at its ends */
} Layout;

struct _PivotBarsPlot
{
  PivotMarkPlot   parent_instance;

  GArray         *rows;       /* PivotBarsRow */
  double          base;
  gboolean        cut;
  char           *base_label;
  char           *title;
  PivotLettering *letters;    /* the parent's */
  Layout          layout;
};

G_DEFINE_FINAL_TYPE (PivotBarsPlot, pivot_bars_plot, PIVOT_TYPE_MARK_PLOT)

static const PivotBarsRow *
get_row (PivotBarsPlot *self,
         guint          i)
{
  return &g_array_index (self->rows, PivotBarsRow, i);
}

static void
lay_out_track (PivotBarsPlot    *self,
               const PivotStyle *style,
               double            width)
{
  Layout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double labels = 0, numbers = 0;

  layout->lower = layout->upper = self->base;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PivotBarsRow *row = get_row (self, i);
      double label, number;

      pivot_lettering_measure (self->letters, &look, row->label, &label, NULL);
      pivot_lettering_measure (self->letters, &look, row->number, &number, NULL);
      labels = MAX (labels, label);
      numbers = MAX (numbers, number);
      layout->lower = MIN (layout->lower, row->value);
      layout->upper = MAX (layout->upper, row->value);
    }

  layout->x = MIN (labels, width * LABEL_SHARE) + GAP * style->scale;
  layout->width = MAX (1, width - layout->x - numbers - GAP * style->scale);
}

static void
pivot_bars_plot_lay_out (PivotMarkPlot    *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (plot);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  Layout *layout = &self->layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout->line);
  layout->top = layout->line + GAP * style->scale / 2;
  layout->row_height = MAX (1, (height - layout->top - layout->line - GAP * style->scale / 2) / MAX (1, self->rows->len));
  lay_out_track (self, style, width);
}

static double
place (const Layout *layout,
       double        value)
{
  double span = layout->upper - layout->lower;

  return span > 0 ? CLAMP ((value - layout->lower) / span, 0, 1) : 0;
}

static void
draw_row (PivotBarsPlot    *self,
          cairo_t          *cr,
          const PivotStyle *style,
          guint             i)
{
  const Layout *layout = &self->layout;
  const PivotBarsRow *row = get_row (self, i);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double at = place (layout, row->value), base = place (layout, self->base), y = layout->top + i * layout->row_height;
  PivotBar bar = { .from = MIN (at, base), .to = MAX (at, base), .zero = base, .bound = row->bound, .color = row->color };
  double text_y = y + (layout->row_height - layout->line) / 2;

  look.max_width = layout->x - GAP * style->scale;
  pivot_lettering_draw (self->letters, cr, &look, row->label, 0, text_y, &style->foreground, NULL);
  look.max_width = 0;
  pivot_lettering_draw (self->letters, cr, &look, row->number, layout->x + layout->width + GAP * style->scale, text_y, &style->foreground,
                        NULL);

  cairo_save (cr);
  cairo_translate (cr, layout->x, y);
  pivot_bar_draw (cr, style, &bar, layout->width, layout->row_height);
  cairo_restore (cr);
}

/* Two slanted strokes through the axis: it does not go on to zero. */
static void
draw_break (cairo_t          *cr,
            const PivotStyle *style,
            double            x,
            double            y)
{
  double size = BREAK * style->scale;

  cairo_set_line_width (cr, 1.5 * style->scale);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  for (int i = -1; i <= 1; i += 2)
    {
      cairo_move_to (cr, x - size, y + i * size / 2 + size / 2);
      cairo_line_to (cr, x + size, y + i * size / 2 - size / 2);
    }
  cairo_stroke (cr);
}

static void
draw_axis (PivotBarsPlot    *self,
           cairo_t          *cr,
           const PivotStyle *style,
           double            width)
{
  const Layout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double x = layout->x + place (layout, self->base) * layout->width;
  double bottom = layout->top + self->rows->len * layout->row_height, text_width;

  look.max_width = width;
  pivot_lettering_draw (self->letters, cr, &look, self->title, 0, 0, &style->dim, NULL);
  if (self->rows->len == 0)
    return;

  look.max_width = 0;
  look.bold = self->cut;
  pivot_lettering_measure (self->letters, &look, self->base_label, &text_width, NULL);
  pivot_lettering_draw (self->letters, cr, &look, self->base_label, CLAMP (x - text_width / 2, 0, MAX (0, width - text_width)),
                        bottom + GAP * style->scale / 2, self->cut ? &style->foreground : &style->dim, NULL);
  if (self->cut)
    draw_break (cr, style, x, bottom - BREAK * style->scale);
}

static void
pivot_bars_plot_draw (PivotPlot        *plot,
                      cairo_t          *cr,
                      const PivotStyle *style,
                      double            width,
                      double            height)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (plot);

  pivot_bars_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  cairo_save (cr);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, cr, style, i);
  draw_axis (self, cr, style, width);
  cairo_restore (cr);
}

/* The bar, from its base to its value, as high as its row. */
static cairo_rectangle_t
pivot_bars_plot_get_box (PivotMarkPlot *plot,
                         guint          index)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (plot);
  const Layout *layout = &self->layout;
  double at = place (layout, get_row (self, index)->value), base = place (layout, self->base);

  return (cairo_rectangle_t) { layout->x + layout->width * MIN (at, base), layout->top + index * layout->row_height,
                               layout->width * fabs (at - base), layout->row_height };
}

/* Around the whole track, not the bar alone. */
static void
pivot_bars_plot_outline (PivotMarkPlot    *plot,
                         cairo_t          *cr,
                         const PivotStyle *style,
                         guint             index,
                         const GdkRGBA    *color)
{
  const Layout *layout = &PIVOT_BARS_PLOT (plot)->layout;

  cairo_rectangle (cr, layout->x - 1.5 * style->scale, layout->top + index * layout->row_height + style->scale,
                   layout->width + 3 * style->scale, layout->row_height - 2 * style->scale);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.75 * style->scale);
  cairo_stroke (cr);
}

static int
pivot_bars_plot_find_mark (PivotMarkPlot *plot,
                           double         x,
                           double         y,
                           double         max_distance)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (plot);
  double i = floor ((y - self->layout.top) / self->layout.row_height);

  return i >= 0 && i < self->rows->len ? (int) i : -1;
}

static gboolean
pivot_bars_plot_is_within (PivotMarkPlot *plot,
                           guint          index,
                           double         x0,
                           double         y0,
                           double         x1,
                           double         y1)
{
  cairo_rectangle_t box = pivot_bars_plot_get_box (plot, index);

  return box.y < y1 && box.y + box.height > y0;
}

static double
pivot_bars_plot_measure (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (plot);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double line;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &line);

  return 2 * line + (GAP + ROW_HEIGHT * self->rows->len) * style->scale;
}

static void
pivot_bars_plot_finalize (GObject *object)
{
  PivotBarsPlot *self = PIVOT_BARS_PLOT (object);

  g_array_unref (self->rows);
  g_free (self->base_label);
  g_free (self->title);

  G_OBJECT_CLASS (pivot_bars_plot_parent_class)->finalize (object);
}

static void
pivot_bars_plot_class_init (PivotBarsPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_bars_plot_finalize;

  plot_class->draw = pivot_bars_plot_draw;
  plot_class->measure = pivot_bars_plot_measure;

  mark_class->lay_out = pivot_bars_plot_lay_out;
  mark_class->get_box = pivot_bars_plot_get_box;
  mark_class->outline = pivot_bars_plot_outline;
  mark_class->find_mark = pivot_bars_plot_find_mark;
  mark_class->is_within = pivot_bars_plot_is_within;
}

static void
pivot_bars_plot_init (PivotBarsPlot *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PivotBarsRow));
  self->base_label = g_strdup ("0");
  self->title = g_strdup ("");
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
}

/**
 * pivot_bars_plot_new:
 *
 * Makes a plot without bars.
 *
 * Returns: (transfer full): a new plot
 */
PivotBarsPlot *
pivot_bars_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_BARS_PLOT, NULL);
}

/**
 * pivot_bars_plot_set_rows:
 * @self: a plot
 * @rows: (array length=n): the bars, from above; copied
 * @n: how many
 *
 * Sets the bars.
 */
void
pivot_bars_plot_set_rows (PivotBarsPlot      *self,
                          const PivotBarsRow *rows,
                          guint               n)
{
  g_return_if_fail (PIVOT_IS_BARS_PLOT (self));
  g_return_if_fail (rows != NULL || n == 0);

  g_array_set_size (self->rows, 0);
  pivot_mark_plot_clear_marks (PIVOT_MARK_PLOT (self));
  if (n > 0)
    g_array_append_vals (self->rows, rows, n);
  for (guint i = 0; i < n; i++)
    {
      PivotBarsRow *row = &g_array_index (self->rows, PivotBarsRow, i);

      row->label = pivot_mark_plot_keep (PIVOT_MARK_PLOT (self), row->label);
      row->number = pivot_mark_plot_keep (PIVOT_MARK_PLOT (self), row->number);
      row->text = pivot_mark_plot_add_mark (PIVOT_MARK_PLOT (self), row->id, row->text);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

static void
take_text (PivotBarsPlot  *self,
           char          **text,
           const char     *value)
{
  g_free (*text);
  *text = g_strdup (value);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_bars_plot_set_base:
 * @self: a plot
 * @base: the value at which bars start
 * @label: what is written there
 * @cut: whether the axis is cut to start there
 *
 * Sets where bars start.
 */
void
pivot_bars_plot_set_base (PivotBarsPlot *self,
                          double         base,
                          const char    *label,
                          gboolean       cut)
{
  g_return_if_fail (PIVOT_IS_BARS_PLOT (self));
  g_return_if_fail (label != NULL);

  self->base = base;
  self->cut = cut;
  take_text (self, &self->base_label, label);
}

/**
 * pivot_bars_plot_set_title:
 * @self: a plot
 * @title: what the bars are of, with its unit
 *
 * Sets the title of the axis.
 */
void
pivot_bars_plot_set_title (PivotBarsPlot *self,
                           const char    *title)
{
  g_return_if_fail (PIVOT_IS_BARS_PLOT (self));
  g_return_if_fail (title != NULL);

  take_text (self, &self->title, title);
}

/**
 * pivot_bars_plot_set_description:
 * @self: a plot
 * @text: what it shows, in words
 *
 * Sets the sentence for speech.
 */
void
pivot_bars_plot_set_description (PivotBarsPlot *self,
                                 const char    *text)
{
  g_return_if_fail (PIVOT_IS_BARS_PLOT (self));
  g_return_if_fail (text != NULL);

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}

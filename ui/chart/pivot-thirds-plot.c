/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-thirds-plot.h"

#include <math.h>

#define SIDE 3

/* px at scale 1. */
#define GAP 4.0
#define BETWEEN 1.0

/* The grid of cells; the y title is over it, the x cuts and the x title are below. */
typedef struct
{
  double x, y, width, height;
  double between;                /* from cell to cell */
  double text_height;
} Layout;

struct _PivotThirdsPlot
{
  PivotMarkPlot    parent_instance;

  PivotThirdsCell  cells[PIVOT_THIRDS_CELLS];
  gboolean         filled;
  char            *x_title, *y_title;          /* with their arrows */
  char            *x_cuts[SIDE - 1];
  char            *y_cuts[SIDE - 1];
  PivotLettering  *letters;                    /* the parent's */
  Layout           layout;
};

G_DEFINE_FINAL_TYPE (PivotThirdsPlot, pivot_thirds_plot, PIVOT_TYPE_MARK_PLOT)

static void
pivot_thirds_plot_lay_out (PivotMarkPlot    *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  Layout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double gap = GAP * style->scale, widest = 0, text_width;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout->text_height);
  for (guint i = 0; i < SIDE - 1; i++)
    if (self->y_cuts[i] != NULL)
      {
        pivot_lettering_measure (self->letters, &look, self->y_cuts[i], &text_width, NULL);
        widest = MAX (widest, text_width);
      }

  layout->x = widest + gap;
  layout->y = layout->text_height + gap;
  layout->between = BETWEEN * style->scale;
  layout->width = MAX (SIDE, width - layout->x - 1);
  layout->height = MAX (SIDE, height - layout->y - 2 * layout->text_height - 2 * gap);
}

static cairo_rectangle_t
pivot_thirds_plot_get_box (PivotMarkPlot *plot,
                           guint          index)
{
  const Layout *layout = &PIVOT_THIRDS_PLOT (plot)->layout;
  guint column = index % SIDE, row = SIDE - 1 - index / SIDE;
  double x = floor (layout->x + layout->width * column / SIDE);
  double y = floor (layout->y + layout->height * row / SIDE);

  return (cairo_rectangle_t) { x, y, floor (layout->x + layout->width * (column + 1) / SIDE) - x - layout->between,
                               floor (layout->y + layout->height * (row + 1) / SIDE) - y - layout->between };
}

/* Dark letters on light colours and light ones on dark, with a breath of the colour around them over a hatching. */
static void
draw_count (PivotThirdsPlot         *self,
            cairo_t                 *cr,
            const PivotStyle        *style,
            const PivotThirdsCell   *cell,
            const cairo_rectangle_t *box)
{
  PivotTextLook look = pivot_lettering_look (style, 1);
  gboolean is_dark = 0.299 * cell->color.red + 0.587 * cell->color.green + 0.114 * cell->color.blue < 0.52;
  GdkRGBA ink = is_dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0, 1 };
  g_autofree char *text = g_strdup_printf ("%u", cell->count);
  double width, height;

  look.bold = cell->count > 0;
  ink.alpha = cell->count > 0 ? 1 : 0.55;
  pivot_lettering_measure (self->letters, &look, text, &width, &height);
  pivot_lettering_draw (self->letters, cr, &look, text, box->x + (box->width - width) / 2, box->y + (box->height - height) / 2,
                        &ink, &cell->color);
}

static void
draw_cells (PivotThirdsPlot  *self,
            cairo_t          *cr,
            const PivotStyle *style)
{
  for (guint id = 0; id < PIVOT_THIRDS_CELLS; id++)
    {
      const PivotThirdsCell *cell = &self->cells[id];
      cairo_rectangle_t box = pivot_thirds_plot_get_box (PIVOT_MARK_PLOT (self), id);

      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      gdk_cairo_set_source_rgba (cr, &cell->color);
      cairo_fill (cr);
      pivot_hatching_draw (&cell->hatching, cr, &cell->color, style->scale, &box);
      draw_count (self, cr, style, cell, &box);
    }
}

static void
draw_texts (PivotThirdsPlot  *self,
            cairo_t          *cr,
            const PivotStyle *style,
            double            width,
            double            height)
{
  const Layout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double gap = GAP * style->scale, text_width;

  for (guint i = 0; i < SIDE - 1; i++)
    {
      double x = layout->x + layout->width * (i + 1) / SIDE;
      double y = layout->y + layout->height * (SIDE - 1 - i) / SIDE;

      if (self->x_cuts[i] == NULL || self->y_cuts[i] == NULL)
        continue;

      pivot_lettering_measure (self->letters, &look, self->x_cuts[i], &text_width, NULL);
      pivot_lettering_draw (self->letters, cr, &look, self->x_cuts[i], x - text_width / 2, layout->y + layout->height + gap / 2,
                            &style->dim, NULL);
      pivot_lettering_measure (self->letters, &look, self->y_cuts[i], &text_width, NULL);
      pivot_lettering_draw (self->letters, cr, &look, self->y_cuts[i], layout->x - gap - text_width, y - layout->text_height / 2,
                            &style->dim, NULL);
    }

  look.max_width = width;
  pivot_lettering_draw (self->letters, cr, &look, self->y_title, 0, 0, &style->foreground, NULL);
  pivot_lettering_measure (self->letters, &look, self->x_title, &text_width, NULL);
  pivot_lettering_draw (self->letters, cr, &look, self->x_title, MAX (0, layout->x + layout->width - text_width),
                        height - layout->text_height, &style->foreground, NULL);
}

static void
pivot_thirds_plot_draw (PivotPlot        *plot,
                        cairo_t          *cr,
                        const PivotStyle *style,
                        double            width,
                        double            height)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);

  if (!self->filled)
    return;

  pivot_thirds_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  cairo_save (cr);
  draw_cells (self, cr, style);
  draw_texts (self, cr, style, width, height);
  cairo_restore (cr);
}

/* Cells are pointed at; what is selected are the places in them, and those are shown elsewhere. */
static void
pivot_thirds_plot_draw_selection (PivotPlot        *plot,
                                  cairo_t          *cr,
                                  const PivotStyle *style,
                                  double            width,
                                  double            height)
{
}

/* Only what is hovered is outlined, as strongly as what is selected elsewhere. */
static void
pivot_thirds_plot_outline (PivotMarkPlot    *plot,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           guint             index,
                           const GdkRGBA    *color)
{
  cairo_rectangle_t cell = pivot_thirds_plot_get_box (plot, index);
  double inset = 1.5 * style->scale;

  cairo_rectangle (cr, cell.x + inset, cell.y + inset, cell.width - 2 * inset, cell.height - 2 * inset);
  pivot_style_stroke_cased (style, cr, &style->selection, 2.5 * style->scale);
}

static int
pivot_thirds_plot_find_mark (PivotMarkPlot *plot,
                             double         x,
                             double         y,
                             double         max_distance)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  double column = floor ((x - self->layout.x) / self->layout.width * SIDE);
  double row = floor ((y - self->layout.y) / self->layout.height * SIDE);

  if (!self->filled || column < 0 || column >= SIDE || row < 0 || row >= SIDE)
    return -1;

  return (int) ((SIDE - 1 - row) * SIDE + column);
}

static gboolean
pivot_thirds_plot_is_within (PivotMarkPlot *plot,
                             guint          index,
                             double         x0,
                             double         y0,
                             double         x1,
                             double         y1)
{
  cairo_rectangle_t cell = pivot_thirds_plot_get_box (plot, index);

  return cell.x < x1 && cell.x + cell.width > x0 && cell.y < y1 && cell.y + cell.height > y0;
}

static int
pivot_thirds_plot_step (PivotPlot *plot,
                        int        id,
                        int        dx,
                        int        dy)
{
  int column = id % SIDE, row = id / SIDE;

  if (!PIVOT_THIRDS_PLOT (plot)->filled)
    return -1;
  if (id < 0)
    return dx < 0 || dy > 0 ? PIVOT_THIRDS_CELLS - 1 : 0;

  column = CLAMP (column + dx, 0, SIDE - 1);
  row = CLAMP (row - dy, 0, SIDE - 1);

  return row * SIDE + column;
}

static void
pivot_thirds_plot_finalize (GObject *object)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (object);

  for (guint i = 0; i < SIDE - 1; i++)
    {
      g_free (self->x_cuts[i]);
      g_free (self->y_cuts[i]);
    }
  g_free (self->x_title);
  g_free (self->y_title);

  G_OBJECT_CLASS (pivot_thirds_plot_parent_class)->finalize (object);
}

static void
pivot_thirds_plot_class_init (PivotThirdsPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_thirds_plot_finalize;

  plot_class->draw = pivot_thirds_plot_draw;
  plot_class->draw_selection = pivot_thirds_plot_draw_selection;
  plot_class->step = pivot_thirds_plot_step;

  mark_class->lay_out = pivot_thirds_plot_lay_out;
  mark_class->get_box = pivot_thirds_plot_get_box;
  mark_class->outline = pivot_thirds_plot_outline;
  mark_class->find_mark = pivot_thirds_plot_find_mark;
  mark_class->is_within = pivot_thirds_plot_is_within;
}

static void
pivot_thirds_plot_init (PivotThirdsPlot *self)
{
  self->x_title = g_strdup ("");
  self->y_title = g_strdup ("");
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
}

/**
 * pivot_thirds_plot_new:
 *
 * Creates a legend of two measures without colours.
 *
 * Returns: (transfer full): a new plot
 */
PivotThirdsPlot *
pivot_thirds_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_THIRDS_PLOT, NULL);
}

/**
 * pivot_thirds_plot_set_cells:
 * @self: a legend of two measures
 * @cells: (array fixed-size=9) (nullable): the cells; copied. %NULL: nothing is drawn
 *
 * Sets the colours and counts.
 */
void
pivot_thirds_plot_set_cells (PivotThirdsPlot       *self,
                             const PivotThirdsCell  cells[PIVOT_THIRDS_CELLS])
{
  g_return_if_fail (PIVOT_IS_THIRDS_PLOT (self));

  self->filled = cells != NULL;
  pivot_mark_plot_clear_marks (PIVOT_MARK_PLOT (self));
  for (guint i = 0; self->filled && i < PIVOT_THIRDS_CELLS; i++)
    {
      self->cells[i] = cells[i];
      self->cells[i].text = pivot_mark_plot_add_mark (PIVOT_MARK_PLOT (self), i, cells[i].text);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_thirds_plot_set_titles:
 * @self: a legend of two measures
 * @x_title: what grows to the right
 * @y_title: what grows upward
 *
 * Sets the titles; an arrow is put to each.
 */
void
pivot_thirds_plot_set_titles (PivotThirdsPlot *self,
                              const char      *x_title,
                              const char      *y_title)
{
  g_return_if_fail (PIVOT_IS_THIRDS_PLOT (self));
  g_return_if_fail (x_title != NULL && y_title != NULL);

  g_free (self->x_title);
  g_free (self->y_title);
  self->x_title = g_strconcat (x_title, " →", NULL);
  self->y_title = g_strconcat ("↑ ", y_title, NULL);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_thirds_plot_set_cuts:
 * @self: a legend of two measures
 * @x: (array fixed-size=2): between the columns; copied
 * @y: (array fixed-size=2): between the rows, from below; copied
 *
 * Sets what is written where one third ends and the next begins.
 */
void
pivot_thirds_plot_set_cuts (PivotThirdsPlot    *self,
                            const char * const  x[2],
                            const char * const  y[2])
{
  g_return_if_fail (PIVOT_IS_THIRDS_PLOT (self));

  for (guint i = 0; i < SIDE - 1; i++)
    {
      g_free (self->x_cuts[i]);
      g_free (self->y_cuts[i]);
      self->x_cuts[i] = g_strdup (x[i]);
      self->y_cuts[i] = g_strdup (y[i]);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_thirds_plot_set_description:
 * @self: a legend of two measures
 * @text: what it shows, in words
 *
 * Sets the sentence for speech.
 */
void
pivot_thirds_plot_set_description (PivotThirdsPlot *self,
                                   const char      *text)
{
  g_return_if_fail (PIVOT_IS_THIRDS_PLOT (self));
  g_return_if_fail (text != NULL);

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}

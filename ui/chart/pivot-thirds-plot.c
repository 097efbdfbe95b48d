/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-thirds-plot.h"

#include "pivot-lettering.h"

#include <math.h>

#define SIDE 3

/* px at scale 1. */
#define GAP 4.0
#define BETWEEN 1.0

struct _PivotThirdsPlot
{
  PivotPlot        parent_instance;

  PivotThirdsCell  cells[PIVOT_THIRDS_CELLS];
  gboolean         filled;
  char            *texts[PIVOT_THIRDS_CELLS];
  char            *x_title, *y_title;          /* with their arrows */
  char            *x_cuts[SIDE - 1];
  char            *y_cuts[SIDE - 1];
  char            *description;
  PivotLettering  *letters;
};

G_DEFINE_FINAL_TYPE (PivotThirdsPlot, pivot_thirds_plot, PIVOT_TYPE_PLOT)

/* The grid of cells; the y title is over it, the x cuts and the x title are below. */
typedef struct
{
  double x, y, width, height;
  double text_height;
} Layout;

static Layout
lay_out (PivotThirdsPlot  *self,
         const PivotStyle *style,
         double            width,
         double            height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double gap = GAP * style->scale, widest = 0, text_width;
  Layout layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout.text_height);
  for (guint i = 0; i < SIDE - 1; i++)
    if (self->y_cuts[i] != NULL)
      {
        pivot_lettering_measure (self->letters, &look, self->y_cuts[i], &text_width, NULL);
        widest = MAX (widest, text_width);
      }

  layout.x = widest + gap;
  layout.y = layout.text_height + gap;
  layout.width = MAX (SIDE, width - layout.x - 1);
  layout.height = MAX (SIDE, height - layout.y - 2 * layout.text_height - 2 * gap);

  return layout;
}

static void
get_cell (const Layout      *layout,
          const PivotStyle  *style,
          guint              id,
          cairo_rectangle_t *cell)
{
  double between = BETWEEN * style->scale;
  guint column = id % SIDE, row = SIDE - 1 - id / SIDE;

  cell->x = floor (layout->x + layout->width * column / SIDE);
  cell->y = floor (layout->y + layout->height * row / SIDE);
  cell->width = floor (layout->x + layout->width * (column + 1) / SIDE) - cell->x - between;
  cell->height = floor (layout->y + layout->height * (row + 1) / SIDE) - cell->y - between;
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
            const Layout     *layout,
            cairo_t          *cr,
            const PivotStyle *style)
{
  for (guint id = 0; id < PIVOT_THIRDS_CELLS; id++)
    {
      const PivotThirdsCell *cell = &self->cells[id];
      cairo_rectangle_t box;

      get_cell (layout, style, id, &box);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      gdk_cairo_set_source_rgba (cr, &cell->color);
      cairo_fill (cr);
      pivot_hatching_draw (&cell->hatching, cr, &cell->color, style->scale, &box);
      draw_count (self, cr, style, cell, &box);
    }
}

static void
draw_texts (PivotThirdsPlot  *self,
            const Layout     *layout,
            cairo_t          *cr,
            const PivotStyle *style,
            double            width,
            double            height)
{
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
  Layout layout = lay_out (self, style, width, height);

  if (!self->filled)
    return;

  cairo_save (cr);
  draw_cells (self, &layout, cr, style);
  draw_texts (self, &layout, cr, style, width, height);
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

static void
pivot_thirds_plot_draw_hover (PivotPlot        *plot,
                              cairo_t          *cr,
                              const PivotStyle *style,
                              double            width,
                              double            height)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int id = pivot_plot_get_hovered (plot);
  double inset = 1.5 * style->scale;
  cairo_rectangle_t cell;

  if (!self->filled || id < 0 || id >= PIVOT_THIRDS_CELLS)
    return;

  get_cell (&layout, style, (guint) id, &cell);
  cairo_save (cr);
  cairo_rectangle (cr, cell.x + inset, cell.y + inset, cell.width - 2 * inset, cell.height - 2 * inset);
  pivot_style_stroke_cased (style, cr, &style->selection, 2.5 * style->scale);
  cairo_restore (cr);
}

static gboolean
pivot_thirds_plot_hover_extents (PivotPlot         *plot,
                                 const PivotStyle  *style,
                                 double             width,
                                 double             height,
                                 cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return PIVOT_THIRDS_PLOT (plot)->filled && pivot_plot_get_hovered (plot) >= 0;
}

static int
pivot_thirds_plot_find (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        double            x,
                        double            y,
                        double            max_distance)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  double column = floor ((x - layout.x) / layout.width * SIDE);
  double row = floor ((y - layout.y) / layout.height * SIDE);

  if (!self->filled || column < 0 || column >= SIDE || row < 0 || row >= SIDE)
    return -1;

  return (int) ((SIDE - 1 - row) * SIDE + column);
}

static guint *
pivot_thirds_plot_query (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         double            x0,
                         double            y0,
                         double            x1,
                         double            y1,
                         guint            *n)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  guint *ids = g_new (guint, PIVOT_THIRDS_CELLS);

  *n = 0;
  for (guint id = 0; self->filled && id < PIVOT_THIRDS_CELLS; id++)
    {
      cairo_rectangle_t cell;

      get_cell (&layout, style, id, &cell);
      if (cell.x < MAX (x0, x1) && cell.x + cell.width > MIN (x0, x1) &&
          cell.y < MAX (y0, y1) && cell.y + cell.height > MIN (y0, y1))
        ids[(*n)++] = id;
    }

  return ids;
}

static gboolean
pivot_thirds_plot_locate (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          guint             id,
                          double           *x,
                          double           *y)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  cairo_rectangle_t cell;

  if (!self->filled || id >= PIVOT_THIRDS_CELLS)
    return FALSE;

  get_cell (&layout, style, id, &cell);
  *x = cell.x + cell.width / 2;
  *y = cell.y + cell.height / 2;

  return TRUE;
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

static char *
pivot_thirds_plot_describe (PivotPlot *plot)
{
  return g_strdup (PIVOT_THIRDS_PLOT (plot)->description);
}

static char *
pivot_thirds_plot_describe_mark (PivotPlot *plot,
                                 guint      id)
{
  return id < PIVOT_THIRDS_CELLS ? g_strdup (PIVOT_THIRDS_PLOT (plot)->texts[id]) : NULL;
}

static void
pivot_thirds_plot_finalize (GObject *object)
{
  PivotThirdsPlot *self = PIVOT_THIRDS_PLOT (object);

  for (guint i = 0; i < PIVOT_THIRDS_CELLS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < SIDE - 1; i++)
    {
      g_free (self->x_cuts[i]);
      g_free (self->y_cuts[i]);
    }
  g_free (self->x_title);
  g_free (self->y_title);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_thirds_plot_parent_class)->finalize (object);
}

static void
pivot_thirds_plot_class_init (PivotThirdsPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_thirds_plot_finalize;

  plot_class->draw = pivot_thirds_plot_draw;
  plot_class->draw_selection = pivot_thirds_plot_draw_selection;
  plot_class->draw_hover = pivot_thirds_plot_draw_hover;
  plot_class->hover_extents = pivot_thirds_plot_hover_extents;
  plot_class->find = pivot_thirds_plot_find;
  plot_class->query = pivot_thirds_plot_query;
  plot_class->locate = pivot_thirds_plot_locate;
  plot_class->step = pivot_thirds_plot_step;
  plot_class->describe = pivot_thirds_plot_describe;
  plot_class->describe_mark = pivot_thirds_plot_describe_mark;
}

static void
pivot_thirds_plot_init (PivotThirdsPlot *self)
{
  self->x_title = g_strdup ("");
  self->y_title = g_strdup ("");
  self->description = g_strdup ("");
  self->letters = pivot_lettering_new ();
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
  for (guint i = 0; i < PIVOT_THIRDS_CELLS; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = cells != NULL ? g_strdup (cells[i].text) : NULL;
      if (cells != NULL)
        self->cells[i] = cells[i];
      self->cells[i].text = self->texts[i];
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

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}

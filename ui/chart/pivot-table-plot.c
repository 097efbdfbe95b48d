/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-series-look.h"
#include "pivot-table-plot.h"

#define PAD 12.0
#define ROW 1.55           /* height of a row, in heights of its text */
#define NAMES_SHARE 0.26   /* of the width, for the names of rows */
#define HEAD_LINES 3

/* Where rows and columns are. */
typedef struct
{
  double left, names, cell;   /* widths */
  double top, head, row;      /* heights */
  double line;                /* of text */
} Grid;

struct _PivotTablePlot
{
  PivotMarkPlot   parent_instance;

  char          **columns;
  char          **rows;
  guint           n_columns, n_rows;
  PivotTableCell *cells;
  PivotLettering *letters;    /* the parent's */
  Grid            grid;
};

G_DEFINE_FINAL_TYPE (PivotTablePlot, pivot_table_plot, PIVOT_TYPE_MARK_PLOT)

static PivotTextLook
look_of_head (const PivotStyle *style,
              double            width)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  look.wrap = TRUE;
  look.lines = HEAD_LINES;
  look.flush = PIVOT_FLUSH_RIGHT;
  look.max_width = MAX (1, width);

  return look;
}

static void
pivot_table_plot_lay_out (PivotMarkPlot    *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  Grid *grid = &self->grid;
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL), head;
  double room;

  *grid = (Grid) { .left = PAD * style->scale, .top = PAD * 0.5 * style->scale };
  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &small, "0", NULL, &grid->line);
  grid->names = MAX (60 * style->scale, (width - 2 * grid->left) * NAMES_SHARE);
  grid->cell = (width - 2 * grid->left - grid->names) / MAX (1, self->n_columns);
  head = look_of_head (style, grid->cell - 8 * style->scale);
  for (guint i = 0; i < self->n_columns; i++)
    {
      double one;

      pivot_lettering_measure (self->letters, &head, self->columns[i], NULL, &one);
      grid->head = MAX (grid->head, one);
    }
  grid->head += grid->line * 0.5;

  /* A table that is given less room moves its rows together, as far as they can be read. */
  room = (height - 2 * grid->top - grid->head) / MAX (1, self->n_rows);
  grid->row = CLAMP (room, grid->line * 0.95, grid->line * ROW * 1.3);
}

static cairo_rectangle_t
pivot_table_plot_get_box (PivotMarkPlot *plot,
                          guint          index)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  const Grid *grid = &self->grid;
  guint row = index / self->n_columns, column = index % self->n_columns;

  return (cairo_rectangle_t) { grid->left + grid->names + column * grid->cell, grid->top + grid->head + row * grid->row,
                               grid->cell, grid->row };
}

static void
draw_cell (PivotTablePlot   *self,
           cairo_t          *cr,
           const PivotStyle *style,
           guint             index)
{
  const Grid *grid = &self->grid;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  cairo_rectangle_t box = pivot_table_plot_get_box (PIVOT_MARK_PLOT (self), index);
  const char *value = self->cells[index].value;
  double width;

  if (value == NULL)
    {
      double size = grid->line * 0.8;
      cairo_rectangle_t stub = { box.x + box.width - 2 * size, box.y + (box.height - size) / 2, 2 * size, size };

      pivot_hatch_box (cr, &stub, &style->no_data_line, style->scale);
      return;
    }

  look.max_width = box.width;
  pivot_lettering_measure (self->letters, &look, value, &width, NULL);
  pivot_lettering_draw (self->letters, cr, &look, value, box.x + box.width - width, box.y + (box.height - grid->line) / 2,
                        &style->foreground, NULL);
}

static void
pivot_table_plot_draw (PivotPlot        *plot,
                       cairo_t          *cr,
                       const PivotStyle *style,
                       double            width,
                       double            height)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  const Grid *grid = &self->grid;
  PivotTextLook name = pivot_lettering_look (style, PIVOT_TEXT_SMALL), head;

  pivot_table_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  head = look_of_head (style, grid->cell - 8 * style->scale);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);

  for (guint i = 0; i < self->n_columns; i++)
    {
      double text_height;

      pivot_lettering_measure (self->letters, &head, self->columns[i], NULL, &text_height);
      pivot_lettering_draw (self->letters, cr, &head, self->columns[i],
                            grid->left + grid->names + i * grid->cell + 8 * style->scale,
                            grid->top + grid->head - grid->line * 0.4 - text_height, &style->dim, NULL);
    }

  cairo_set_line_width (cr, style->scale);
  name.max_width = grid->names - 4 * style->scale;
  for (guint r = 0; r < self->n_rows; r++)
    {
      double y = grid->top + grid->head + r * grid->row;

      gdk_cairo_set_source_rgba (cr, r == 0 ? &style->axis : &style->grid);
      cairo_move_to (cr, grid->left, floor (y) + 0.5);
      cairo_line_to (cr, width - grid->left, floor (y) + 0.5);
      cairo_stroke (cr);
      pivot_lettering_draw (self->letters, cr, &name, self->rows[r], grid->left, y + (grid->row - grid->line) / 2,
                            &style->foreground, NULL);
    }
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    draw_cell (self, cr, style, i);
  cairo_restore (cr);
}

static void
pivot_table_plot_outline (PivotMarkPlot    *plot,
                          cairo_t          *cr,
                          const PivotStyle *style,
                          guint             index,
                          const GdkRGBA    *color)
{
  cairo_rectangle_t box = pivot_table_plot_get_box (plot, index);

  cairo_rectangle (cr, box.x + 4 * style->scale, box.y + 1, box.width, box.height - 1);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5 * style->scale);
  cairo_stroke (cr);
}

static int
pivot_table_plot_find_mark (PivotMarkPlot *plot,
                            double         x,
                            double         y,
                            double         max_distance)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  const Grid *grid = &self->grid;
  double column = (x - grid->left - grid->names) / grid->cell, row = (y - grid->top - grid->head) / grid->row;

  if (column < 0 || row < 0 || column >= self->n_columns || row >= self->n_rows)
    return -1;

  return (int) ((guint) row * self->n_columns + (guint) column);
}

/* Right and left go through all cells like reading, up and down stay in the column. */
static int
pivot_table_plot_step (PivotPlot *plot,
                       int        id,
                       int        dx,
                       int        dy)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  int n = (int) (self->n_rows * self->n_columns);
  int index = pivot_mark_plot_find_index (PIVOT_MARK_PLOT (self), id);
  int next;

  if (n == 0)
    return -1;
  if (index < 0)
    return (int) self->cells[dx > 0 || dy > 0 ? 0 : n - 1].id;

  next = index + dx + dy * (int) self->n_columns;

  return (int) self->cells[next >= 0 && next < n ? next : index].id;
}

static double
pivot_table_plot_measure (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);

  pivot_table_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, 0);

  return ceil (2 * self->grid.top + self->grid.head + self->n_rows * self->grid.line * ROW);
}

static char *
pivot_table_plot_sum_up (PivotMarkPlot *plot)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);

  /* Translators: a table: how many rows and columns it has. */
  return g_strdup_printf (_("Table of %1$u rows and %2$u columns."), self->n_rows, self->n_columns);
}

static void
pivot_table_plot_finalize (GObject *object)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (object);

  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_free (self->cells);

  G_OBJECT_CLASS (pivot_table_plot_parent_class)->finalize (object);
}

static void
pivot_table_plot_class_init (PivotTablePlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_table_plot_finalize;

  plot_class->draw = pivot_table_plot_draw;
  plot_class->step = pivot_table_plot_step;
  plot_class->measure = pivot_table_plot_measure;

  mark_class->lay_out = pivot_table_plot_lay_out;
  mark_class->get_box = pivot_table_plot_get_box;
  mark_class->outline = pivot_table_plot_outline;
  mark_class->find_mark = pivot_table_plot_find_mark;
  mark_class->sum_up = pivot_table_plot_sum_up;
}

static void
pivot_table_plot_init (PivotTablePlot *self)
{
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
}

/**
 * pivot_table_plot_new:
 *
 * Creates a table without cells.
 *
 * Returns: (transfer full): a new plot
 */
PivotTablePlot *
pivot_table_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_TABLE_PLOT, NULL);
}

static char **
copy_names (const char * const *names,
            guint               n)
{
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (names[i]);

  return copy;
}

/**
 * pivot_table_plot_set_cells:
 * @self: a table plot
 * @columns: (array length=n_columns): their titles
 * @n_columns: how many
 * @rows: (array length=n_rows): their names
 * @n_rows: how many
 * @cells: row by row; all is copied
 *
 * Sets what is drawn.
 */
void
pivot_table_plot_set_cells (PivotTablePlot       *self,
                            const char * const   *columns,
                            guint                 n_columns,
                            const char * const   *rows,
                            guint                 n_rows,
                            const PivotTableCell *cells)
{
  PivotMarkPlot *plot = PIVOT_MARK_PLOT (self);
  guint n = n_columns * n_rows;

  g_return_if_fail (PIVOT_IS_TABLE_PLOT (self));

  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_free (self->cells);
  pivot_mark_plot_clear_marks (plot);
  self->columns = copy_names (columns, n_columns);
  self->rows = copy_names (rows, n_rows);
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->cells = g_new (PivotTableCell, MAX (1, n));
  for (guint i = 0; i < n; i++)
    self->cells[i] = (PivotTableCell) {
      .id = cells[i].id,
      .value = pivot_mark_plot_keep (plot, cells[i].value),
      .text = pivot_mark_plot_add_mark (plot, cells[i].id, cells[i].text),
    };
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_table_plot_set_description:
 * @self: a table plot
 * @text: (nullable): sentences
 *
 * Sets what pivot_plot_describe() says.
 */
void
pivot_table_plot_set_description (PivotTablePlot *self,
                                  const char     *text)
{
  g_return_if_fail (PIVOT_IS_TABLE_PLOT (self));

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-lettering.h"
#include "pivot-series-look.h"
#include "pivot-table-plot.h"

#define PAD 12.0
#define ROW 1.55           /* height of a row, in heights of its text */
#define NAMES_SHARE 0.26   /* of the width, for the names of rows */
#define HEAD_LINES 3

struct _PivotTablePlot
{
  PivotPlot       parent_instance;

  char          **columns;
  char          **rows;
  guint           n_columns, n_rows;
  PivotTableCell *cells;
  GStringChunk   *strings;
  char           *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotTablePlot, pivot_table_plot, PIVOT_TYPE_PLOT)

/* Where rows and columns are. */
typedef struct
{
  double left, names, cell;   /* widths */
  double top, head, row;      /* heights */
  double line;                /* of text */
} Grid;

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

static Grid
lay_out (PivotTablePlot   *self,
         const PivotStyle *style,
         double            width,
         double            height)
{
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL), head;
  Grid grid = { .left = PAD * style->scale, .top = PAD * 0.5 * style->scale };
  double room;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &small, "0", NULL, &grid.line);
  grid.names = MAX (60 * style->scale, (width - 2 * grid.left) * NAMES_SHARE);
  grid.cell = (width - 2 * grid.left - grid.names) / MAX (1, self->n_columns);
  head = look_of_head (style, grid.cell - 8 * style->scale);
  for (guint i = 0; i < self->n_columns; i++)
    {
      double one;

      pivot_lettering_measure (self->letters, &head, self->columns[i], NULL, &one);
      grid.head = MAX (grid.head, one);
    }
  grid.head += grid.line * 0.5;

  /* A table that is given less room moves its rows together, as far as they can be read. */
  room = (height - 2 * grid.top - grid.head) / MAX (1, self->n_rows);
  grid.row = CLAMP (room, grid.line * 0.95, grid.line * ROW * 1.3);

  return grid;
}

static cairo_rectangle_t
get_box (PivotTablePlot *self,
         const Grid     *grid,
         guint           index)
{
  guint row = index / self->n_columns, column = index % self->n_columns;

  return (cairo_rectangle_t) { grid->left + grid->names + column * grid->cell, grid->top + grid->head + row * grid->row,
                               grid->cell, grid->row };
}

static void
draw_cell (PivotTablePlot   *self,
           cairo_t          *cr,
           const PivotStyle *style,
           const Grid       *grid,
           guint             index)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  cairo_rectangle_t box = get_box (self, grid, index);
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
  Grid grid = lay_out (self, style, width, height);
  PivotTextLook head = look_of_head (style, grid.cell - 8 * style->scale);
  PivotTextLook name = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

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
                            grid.left + grid.names + i * grid.cell + 8 * style->scale,
                            grid.top + grid.head - grid.line * 0.4 - text_height, &style->dim, NULL);
    }

  cairo_set_line_width (cr, style->scale);
  name.max_width = grid.names - 4 * style->scale;
  for (guint r = 0; r < self->n_rows; r++)
    {
      double y = grid.top + grid.head + r * grid.row;

      gdk_cairo_set_source_rgba (cr, r == 0 ? &style->axis : &style->grid);
      cairo_move_to (cr, grid.left, floor (y) + 0.5);
      cairo_line_to (cr, width - grid.left, floor (y) + 0.5);
      cairo_stroke (cr);
      pivot_lettering_draw (self->letters, cr, &name, self->rows[r], grid.left, y + (grid.row - grid.line) / 2,
                            &style->foreground, NULL);
    }
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    draw_cell (self, cr, style, &grid, i);
  cairo_restore (cr);
}

static void
outline (PivotTablePlot   *self,
         cairo_t          *cr,
         const PivotStyle *style,
         const Grid       *grid,
         guint             index,
         const GdkRGBA    *color)
{
  cairo_rectangle_t box = get_box (self, grid, index);

  cairo_rectangle (cr, box.x + 4 * style->scale, box.y + 1, box.width, box.height - 1);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5 * style->scale);
  cairo_stroke (cr);
}

static int
find_index (PivotTablePlot *self,
            int             id)
{
  for (guint i = 0; id >= 0 && i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].id == (guint) id)
      return (int) i;

  return -1;
}

static void
pivot_table_plot_draw_selection (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  Grid grid = lay_out (self, style, width, height);

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (pivot_plot_is_selected (plot, self->cells[i].id))
      outline (self, cr, style, &grid, i, &style->selection);
}

static void
pivot_table_plot_draw_hover (PivotPlot        *plot,
                             cairo_t          *cr,
                             const PivotStyle *style,
                             double            width,
                             double            height)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  int index = find_index (self, pivot_plot_get_hovered (plot));
  Grid grid = lay_out (self, style, width, height);

  if (index >= 0)
    outline (self, cr, style, &grid, (guint) index, &style->hover);
}

static gboolean
pivot_table_plot_hover_extents (PivotPlot         *plot,
                                const PivotStyle  *style,
                                double             width,
                                double             height,
                                cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return find_index (PIVOT_TABLE_PLOT (plot), pivot_plot_get_hovered (plot)) >= 0;
}

static int
pivot_table_plot_find (PivotPlot        *plot,
                       const PivotStyle *style,
                       double            width,
                       double            height,
                       double            x,
                       double            y,
                       double            max_distance)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  Grid grid = lay_out (self, style, width, height);
  double column = (x - grid.left - grid.names) / grid.cell, row = (y - grid.top - grid.head) / grid.row;

  if (column < 0 || row < 0 || column >= self->n_columns || row >= self->n_rows)
    return -1;

  return (int) self->cells[(guint) row * self->n_columns + (guint) column].id;
}

static guint *
pivot_table_plot_query (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        double            x0,
                        double            y0,
                        double            x1,
                        double            y1,
                        guint            *n)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  Grid grid = lay_out (self, style, width, height);
  guint *ids = g_new (guint, MAX (1, self->n_rows * self->n_columns));

  *n = 0;
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      cairo_rectangle_t box = get_box (self, &grid, i);
      double x = box.x + box.width / 2, y = box.y + box.height / 2;

      if (x >= x0 && x <= x1 && y >= y0 && y <= y1)
        ids[(*n)++] = self->cells[i].id;
    }

  return ids;
}

static gboolean
pivot_table_plot_locate (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         guint             id,
                         double           *x,
                         double           *y)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  Grid grid = lay_out (self, style, width, height);
  int index = find_index (self, (int) id);
  cairo_rectangle_t box;

  if (index < 0)
    return FALSE;

  box = get_box (self, &grid, (guint) index);
  *x = box.x + box.width / 2;
  *y = box.y + box.height / 2;

  return TRUE;
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
  int index = find_index (self, id);
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
  Grid grid = lay_out (self, style, width, 0);

  return ceil (2 * grid.top + grid.head + self->n_rows * grid.line * ROW);
}

static char *
pivot_table_plot_describe (PivotPlot *plot)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);

  if (self->description != NULL)
    return g_strdup (self->description);

  /* Translators: a table: how many rows and columns it has. */
  return g_strdup_printf (_("Table of %1$u rows and %2$u columns."), self->n_rows, self->n_columns);
}

static char *
pivot_table_plot_describe_mark (PivotPlot *plot,
                                guint      id)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (plot);
  int index = find_index (self, (int) id);

  return index >= 0 ? g_strdup (self->cells[index].text) : NULL;
}

static void
pivot_table_plot_finalize (GObject *object)
{
  PivotTablePlot *self = PIVOT_TABLE_PLOT (object);

  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_free (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_table_plot_parent_class)->finalize (object);
}

static void
pivot_table_plot_class_init (PivotTablePlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_table_plot_finalize;

  plot_class->draw = pivot_table_plot_draw;
  plot_class->draw_selection = pivot_table_plot_draw_selection;
  plot_class->draw_hover = pivot_table_plot_draw_hover;
  plot_class->hover_extents = pivot_table_plot_hover_extents;
  plot_class->find = pivot_table_plot_find;
  plot_class->query = pivot_table_plot_query;
  plot_class->locate = pivot_table_plot_locate;
  plot_class->step = pivot_table_plot_step;
  plot_class->measure = pivot_table_plot_measure;
  plot_class->describe = pivot_table_plot_describe;
  plot_class->describe_mark = pivot_table_plot_describe_mark;
}

static void
pivot_table_plot_init (PivotTablePlot *self)
{
  self->strings = g_string_chunk_new (512);
  self->letters = pivot_lettering_new ();
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
  guint n = n_columns * n_rows;

  g_return_if_fail (PIVOT_IS_TABLE_PLOT (self));

  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_free (self->cells);
  g_string_chunk_clear (self->strings);
  self->columns = copy_names (columns, n_columns);
  self->rows = copy_names (rows, n_rows);
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->cells = g_new (PivotTableCell, MAX (1, n));
  for (guint i = 0; i < n; i++)
    self->cells[i] = (PivotTableCell) {
      .id = cells[i].id,
      .value = cells[i].value != NULL ? g_string_chunk_insert (self->strings, cells[i].value) : NULL,
      .text = cells[i].text != NULL ? g_string_chunk_insert (self->strings, cells[i].text) : NULL,
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

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}

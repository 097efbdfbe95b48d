/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-lettering.h"
#include "pivot-series-look.h"
#include "pivot-statement-plot.h"

#define PAD 12.0
#define GAP 4.0
#define LARGE 2.5          /* of the number, relative to body text */
#define LEAST_CELL 190.0   /* px a statement wants beside another */
#define MISSING_HEIGHT 34.0

/* What of a statement stands where. */
typedef struct
{
  cairo_rectangle_t box;
  double            number_height, label_height, note_height;
} Cell;

struct _PivotStatementPlot
{
  PivotPlot       parent_instance;

  PivotStatementItem *statements;
  guint           n;
  GStringChunk   *strings;
  char           *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotStatementPlot, pivot_statement_plot, PIVOT_TYPE_PLOT)

static guint
count_columns (PivotStatementPlot *self,
               const PivotStyle   *style,
               double              width)
{
  return CLAMP ((guint) (width / (LEAST_CELL * style->scale)), 1, MAX (1, self->n));
}

static PivotTextLook
look_of_label (const PivotStyle *style,
               double            width,
               double            size)
{
  PivotTextLook look = pivot_lettering_look (style, size);

  look.wrap = TRUE;
  look.max_width = MAX (1, width);
  look.flush = PIVOT_FLUSH_LEFT;

  return look;
}

static PivotTextLook
look_of_number (PivotStatementPlot *self,
                const PivotStyle   *style,
                const char         *number,
                double              width)
{
  PivotTextLook look = pivot_lettering_look (style, LARGE);
  double needed;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, number, &needed, NULL);
  /* A long number is set smaller, never cut. */
  if (needed > width)
    look.size *= width / needed;

  return look;
}

static void
measure_cell (PivotStatementPlot   *self,
              const PivotStyle     *style,
              const PivotStatementItem *statement,
              double                width,
              Cell                 *cell)
{
  PivotTextLook label = look_of_label (style, width, 1);
  PivotTextLook note = look_of_label (style, width, PIVOT_TEXT_SMALL);

  cell->number_height = MISSING_HEIGHT * style->scale;
  cell->note_height = 0;
  if (statement->number != NULL)
    {
      PivotTextLook number = look_of_number (self, style, statement->number, width);

      pivot_lettering_measure (self->letters, &number, statement->number, NULL, &cell->number_height);
    }
  pivot_lettering_measure (self->letters, &label, statement->label, NULL, &cell->label_height);
  if (statement->note != NULL)
    pivot_lettering_measure (self->letters, &note, statement->note, NULL, &cell->note_height);
}

/* Cells in rows, each as high as its highest. Returns the height of all. */
static double
lay_out (PivotStatementPlot *self,
         const PivotStyle   *style,
         double              width,
         Cell               *cells)
{
  guint columns = count_columns (self, style, width);
  double pad = PAD * style->scale;
  double cell_width = (width - pad * (columns + 1)) / columns;
  double y = pad;

  pivot_lettering_set_font (self->letters, style);
  for (guint i = 0; i < self->n; i += columns)
    {
      double highest = 0;

      for (guint j = i; j < MIN (i + columns, self->n); j++)
        {
          measure_cell (self, style, &self->statements[j], cell_width, &cells[j]);
          cells[j].box.x = pad + (j - i) * (cell_width + pad);
          cells[j].box.y = y;
          cells[j].box.width = cell_width;
          cells[j].box.height = cells[j].number_height + cells[j].label_height + cells[j].note_height +
                                2 * GAP * style->scale;
          highest = MAX (highest, cells[j].box.height);
        }
      y += highest + pad;
    }

  return y;
}

static Cell *
get_cells (PivotStatementPlot *self,
           const PivotStyle   *style,
           double              width,
           double              height)
{
  Cell *cells = g_new0 (Cell, MAX (1, self->n));
  double needed = lay_out (self, style, width, cells);
  double shift = MAX (0, (height - needed) / 2);

  for (guint i = 0; i < self->n; i++)
    cells[i].box.y += shift;

  return cells;
}

static void
draw_missing (PivotStatementPlot *self,
              cairo_t            *cr,
              const PivotStyle   *style,
              const Cell         *cell)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  cairo_rectangle_t box = { cell->box.x, cell->box.y, cell->box.width, cell->number_height - GAP * style->scale };
  double width, height;

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  gdk_cairo_set_source_rgba (cr, &style->no_data);
  cairo_fill (cr);
  pivot_hatch_box (cr, &box, &style->no_data_line, style->scale);

  pivot_lettering_measure (self->letters, &look, _("no data"), &width, &height);
  cairo_rectangle (cr, box.x + GAP, box.y + (box.height - height) / 2 - 1, width + 2 * GAP, height + 2);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_fill (cr);
  pivot_lettering_draw (self->letters, cr, &look, _("no data"), box.x + 2 * GAP, box.y + (box.height - height) / 2,
                        &style->foreground, NULL);
}

static void
draw_cell (PivotStatementPlot   *self,
           cairo_t              *cr,
           const PivotStyle     *style,
           const PivotStatementItem *statement,
           const Cell           *cell)
{
  PivotTextLook label = look_of_label (style, cell->box.width, 1);
  PivotTextLook note = look_of_label (style, cell->box.width, PIVOT_TEXT_SMALL);
  double y = cell->box.y;

  if (statement->number != NULL)
    {
      PivotTextLook number = look_of_number (self, style, statement->number, cell->box.width);

      pivot_lettering_draw (self->letters, cr, &number, statement->number, cell->box.x, y, &style->foreground, NULL);
    }
  else
    draw_missing (self, cr, style, cell);

  y += cell->number_height + GAP * 0.5 * style->scale;
  pivot_lettering_draw (self->letters, cr, &label, statement->label, cell->box.x, y, &style->foreground, NULL);
  if (statement->note != NULL)
    pivot_lettering_draw (self->letters, cr, &note, statement->note, cell->box.x,
                          y + cell->label_height + GAP * 0.5 * style->scale, &style->dim, NULL);
}

static void
pivot_statement_plot_draw (PivotPlot        *plot,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = get_cells (self, style, width, height);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  for (guint i = 0; i < self->n; i++)
    draw_cell (self, cr, style, &self->statements[i], &cells[i]);
  cairo_restore (cr);
}

static int
find_index (PivotStatementPlot *self,
            int                 id)
{
  for (guint i = 0; id >= 0 && i < self->n; i++)
    if (self->statements[i].id == (guint) id)
      return (int) i;

  return -1;
}

static void
outline (PivotStatementPlot *self,
         cairo_t            *cr,
         const PivotStyle   *style,
         const Cell         *cell,
         const GdkRGBA      *color)
{
  double off = 5 * style->scale;

  cairo_rectangle (cr, cell->box.x - off, cell->box.y - off, cell->box.width + 2 * off, cell->box.height + 2 * off);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5 * style->scale);
  cairo_stroke (cr);
}

static void
pivot_statement_plot_draw_selection (PivotPlot        *plot,
                                     cairo_t          *cr,
                                     const PivotStyle *style,
                                     double            width,
                                     double            height)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = get_cells (self, style, width, height);

  for (guint i = 0; i < self->n; i++)
    if (pivot_plot_is_selected (plot, self->statements[i].id))
      outline (self, cr, style, &cells[i], &style->selection);
}

static void
pivot_statement_plot_draw_hover (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  int index = find_index (self, pivot_plot_get_hovered (plot));
  g_autofree Cell *cells = index >= 0 ? get_cells (self, style, width, height) : NULL;

  if (cells != NULL)
    outline (self, cr, style, &cells[index], &style->hover);
}

static gboolean
pivot_statement_plot_hover_extents (PivotPlot         *plot,
                                    const PivotStyle  *style,
                                    double             width,
                                    double             height,
                                    cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return find_index (PIVOT_STATEMENT_PLOT (plot), pivot_plot_get_hovered (plot)) >= 0;
}

static int
pivot_statement_plot_find (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           double            x,
                           double            y,
                           double            max_distance)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = get_cells (self, style, width, height);

  for (guint i = 0; i < self->n; i++)
    if (x >= cells[i].box.x && x <= cells[i].box.x + cells[i].box.width &&
        y >= cells[i].box.y && y <= cells[i].box.y + cells[i].box.height)
      return (int) self->statements[i].id;

  return -1;
}

static guint *
pivot_statement_plot_query (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width,
                            double            height,
                            double            x0,
                            double            y0,
                            double            x1,
                            double            y1,
                            guint            *n)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = get_cells (self, style, width, height);
  guint *ids = g_new (guint, MAX (1, self->n));

  *n = 0;
  for (guint i = 0; i < self->n; i++)
    {
      double x = cells[i].box.x + cells[i].box.width / 2, y = cells[i].box.y + cells[i].box.height / 2;

      if (x >= x0 && x <= x1 && y >= y0 && y <= y1)
        ids[(*n)++] = self->statements[i].id;
    }

  return ids;
}

static gboolean
pivot_statement_plot_locate (PivotPlot        *plot,
                             const PivotStyle *style,
                             double            width,
                             double            height,
                             guint             id,
                             double           *x,
                             double           *y)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = get_cells (self, style, width, height);
  int index = find_index (self, (int) id);

  if (index < 0)
    return FALSE;

  *x = cells[index].box.x + cells[index].box.width / 2;
  *y = cells[index].box.y + cells[index].box.height / 2;

  return TRUE;
}

static int
pivot_statement_plot_step (PivotPlot *plot,
                           int        id,
                           int        dx,
                           int        dy)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  gboolean forward = dx > 0 || dy > 0;
  int index = find_index (self, id);

  if (self->n == 0)
    return -1;
  if (index < 0)
    return (int) self->statements[forward ? 0 : self->n - 1].id;

  return (int) self->statements[CLAMP (index + (forward ? 1 : -1), 0, (int) self->n - 1)].id;
}

static char *
pivot_statement_plot_describe_mark (PivotPlot *plot,
                                    guint      id)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  int index = find_index (self, (int) id);
  const PivotStatementItem *statement;

  if (index < 0)
    return NULL;

  statement = &self->statements[index];
  if (statement->text != NULL)
    return g_strdup (statement->text);

  /* Translators: a number made large: what it says, the number. */
  return g_strdup_printf (C_("statement", "%1$s: %2$s"), statement->label,
                          statement->number != NULL ? statement->number : _("no data"));
}

static char *
pivot_statement_plot_describe (PivotPlot *plot)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  GString *string;

  if (self->description != NULL)
    return g_strdup (self->description);

  string = g_string_new (NULL);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *text = pivot_statement_plot_describe_mark (plot, self->statements[i].id);

      g_string_append_printf (string, "%s%s.", i > 0 ? " " : "", text);
    }

  return g_string_free (string, FALSE);
}

static double
pivot_statement_plot_measure (PivotPlot        *plot,
                              const PivotStyle *style,
                              double            width)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  g_autofree Cell *cells = g_new0 (Cell, MAX (1, self->n));

  return lay_out (self, style, width, cells);
}

static void
pivot_statement_plot_finalize (GObject *object)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (object);

  g_free (self->statements);
  g_string_chunk_free (self->strings);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_statement_plot_parent_class)->finalize (object);
}

static void
pivot_statement_plot_class_init (PivotStatementPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_statement_plot_finalize;

  plot_class->draw = pivot_statement_plot_draw;
  plot_class->draw_selection = pivot_statement_plot_draw_selection;
  plot_class->draw_hover = pivot_statement_plot_draw_hover;
  plot_class->hover_extents = pivot_statement_plot_hover_extents;
  plot_class->find = pivot_statement_plot_find;
  plot_class->query = pivot_statement_plot_query;
  plot_class->locate = pivot_statement_plot_locate;
  plot_class->step = pivot_statement_plot_step;
  plot_class->measure = pivot_statement_plot_measure;
  plot_class->describe = pivot_statement_plot_describe;
  plot_class->describe_mark = pivot_statement_plot_describe_mark;
}

static void
pivot_statement_plot_init (PivotStatementPlot *self)
{
  self->strings = g_string_chunk_new (256);
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_statement_plot_new:
 *
 * Creates a plot without statements.
 *
 * Returns: (transfer full): a new plot
 */
PivotStatementPlot *
pivot_statement_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_STATEMENT_PLOT, NULL);
}

static const char *
keep (PivotStatementPlot *self,
      const char         *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * pivot_statement_plot_set_statements:
 * @self: a statement plot
 * @statements: (array length=n): the numbers; all is copied
 * @n: how many
 *
 * Sets what is drawn.
 */
void
pivot_statement_plot_set_statements (PivotStatementPlot   *self,
                                     const PivotStatementItem *statements,
                                     guint                 n)
{
  g_return_if_fail (PIVOT_IS_STATEMENT_PLOT (self));
  g_return_if_fail (statements != NULL || n == 0);

  g_free (self->statements);
  g_string_chunk_clear (self->strings);
  self->statements = g_new (PivotStatementItem, MAX (1, n));
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->statements[i] = (PivotStatementItem) {
      .id = statements[i].id,
      .number = keep (self, statements[i].number),
      .label = keep (self, statements[i].label != NULL ? statements[i].label : ""),
      .note = keep (self, statements[i].note),
      .text = keep (self, statements[i].text),
    };
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_statement_plot_set_description:
 * @self: a statement plot
 * @text: (nullable): sentences; %NULL for the statements themselves
 *
 * Sets what pivot_plot_describe() says.
 */
void
pivot_statement_plot_set_description (PivotStatementPlot *self,
                                      const char         *text)
{
  g_return_if_fail (PIVOT_IS_STATEMENT_PLOT (self));

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  PivotMarkPlot       parent_instance;

  PivotStatementItem *statements;
  Cell               *cells;      /* one for each, as laid out last */
  guint               n;
  PivotLettering     *letters;    /* the parent's */
};

G_DEFINE_FINAL_TYPE (PivotStatementPlot, pivot_statement_plot, PIVOT_TYPE_MARK_PLOT)

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
lay_out_rows (PivotStatementPlot *self,
              const PivotStyle   *style,
              double              width)
{
  Cell *cells = self->cells;
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

static void
pivot_statement_plot_lay_out (PivotMarkPlot    *plot,
                              const PivotStyle *style,
                              double            width,
                              double            height)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  double shift = MAX (0, (height - lay_out_rows (self, style, width)) / 2);

  for (guint i = 0; i < self->n; i++)
    self->cells[i].box.y += shift;
}

static cairo_rectangle_t
pivot_statement_plot_get_box (PivotMarkPlot *plot,
                              guint          index)
{
  return PIVOT_STATEMENT_PLOT (plot)->cells[index].box;
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

  pivot_statement_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  for (guint i = 0; i < self->n; i++)
    draw_cell (self, cr, style, &self->statements[i], &self->cells[i]);
  cairo_restore (cr);
}

static void
pivot_statement_plot_outline (PivotMarkPlot    *plot,
                              cairo_t          *cr,
                              const PivotStyle *style,
                              guint             index,
                              const GdkRGBA    *color)
{
  cairo_rectangle_t box = pivot_statement_plot_get_box (plot, index);
  double off = 5 * style->scale;

  cairo_rectangle (cr, box.x - off, box.y - off, box.width + 2 * off, box.height + 2 * off);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5 * style->scale);
  cairo_stroke (cr);
}

static char *
pivot_statement_plot_sum_up (PivotMarkPlot *plot)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (plot);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    g_string_append_printf (string, "%s%s.", i > 0 ? " " : "", self->statements[i].text);

  return g_string_free (string, FALSE);
}

static double
pivot_statement_plot_measure (PivotPlot        *plot,
                              const PivotStyle *style,
                              double            width)
{
  return lay_out_rows (PIVOT_STATEMENT_PLOT (plot), style, width);
}

static void
pivot_statement_plot_finalize (GObject *object)
{
  PivotStatementPlot *self = PIVOT_STATEMENT_PLOT (object);

  g_free (self->statements);
  g_free (self->cells);

  G_OBJECT_CLASS (pivot_statement_plot_parent_class)->finalize (object);
}

static void
pivot_statement_plot_class_init (PivotStatementPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_statement_plot_finalize;

  plot_class->draw = pivot_statement_plot_draw;
  plot_class->measure = pivot_statement_plot_measure;

  mark_class->lay_out = pivot_statement_plot_lay_out;
  mark_class->get_box = pivot_statement_plot_get_box;
  mark_class->outline = pivot_statement_plot_outline;
  mark_class->sum_up = pivot_statement_plot_sum_up;
}

static void
pivot_statement_plot_init (PivotStatementPlot *self)
{
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
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

/* What it says of itself, unless it was told. */
static char *
get_text (const PivotStatementItem *statement)
{
  if (statement->text != NULL)
    return g_strdup (statement->text);

  /* Translators: a number made large: what it says, the number. */
  return g_strdup_printf (C_("statement", "%1$s: %2$s"), statement->label,
                          statement->number != NULL ? statement->number : _("no data"));
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
  PivotMarkPlot *plot = PIVOT_MARK_PLOT (self);

  g_return_if_fail (PIVOT_IS_STATEMENT_PLOT (self));
  g_return_if_fail (statements != NULL || n == 0);

  g_free (self->statements);
  g_free (self->cells);
  pivot_mark_plot_clear_marks (plot);
  self->statements = g_new (PivotStatementItem, MAX (1, n));
  self->cells = g_new0 (Cell, MAX (1, n));
  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      PivotStatementItem *statement = &self->statements[i];
      g_autofree char *text = NULL;

      *statement = statements[i];
      statement->number = pivot_mark_plot_keep (plot, statement->number);
      statement->label = pivot_mark_plot_keep (plot, statement->label != NULL ? statement->label : "");
      statement->note = pivot_mark_plot_keep (plot, statement->note);
      text = get_text (statement);
      statement->text = pivot_mark_plot_add_mark (plot, statement->id, text);
    }
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

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}

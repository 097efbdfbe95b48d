/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include "pivot-dot-grid-private.h"

G_DEFINE_FINAL_TYPE (PivotDotGridPlot, pivot_dot_grid_plot, PIVOT_TYPE_PLOT)

static void
change (PivotDotGridPlot *self)
{
  self->layout.valid = FALSE;
  pivot_plot_changed (PIVOT_PLOT (self));
}

static gboolean
pivot_dot_grid_plot_hover_extents (PivotPlot         *plot,
                                   const PivotStyle  *style,
                                   double             width,
                                   double             height,
                                   cairo_rectangle_t *box)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);
  int hovered = pivot_plot_get_hovered (plot);

  if (hovered < 0 || (guint) hovered >= self->n_rows * self->n_years)
    return FALSE;

  *box = _pivot_dot_grid_get_cell (layout, (guint) hovered / self->n_years, (guint) hovered % self->n_years);
  box->x -= 2 * style->scale;
  box->y -= 2 * style->scale;
  box->width += 6 * style->scale;
  box->height += 4 * style->scale;

  return TRUE;
}

static int
pivot_dot_grid_plot_find (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          double            x,
                          double            y,
                          double            max_distance)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);
  int year = (int) floor ((x - layout->area.x) / layout->column);
  int row = (int) floor ((y - layout->area.y) / layout->row);

  if (year < 0 || year >= (int) self->n_years || row < 0 || row >= (int) self->n_rows ||
      _pivot_dot_grid_get_count (self, (guint) row, (guint) year) == 0)
    return -1;

  return row * (int) self->n_years + year;
}

/* Years are brushed, in whatever rows. */
static guint *
pivot_dot_grid_plot_query (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           double            x0,
                           double            y0,
                           double            x1,
                           double            y1,
                           guint            *n)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);
  int first = (int) floor ((MIN (x0, x1) - layout->area.x) / layout->column);
  int last = (int) floor ((MAX (x0, x1) - layout->area.x) / layout->column);
  guint *ids;

  *n = 0;
  first = MAX (first, 0);
  last = MIN (last, (int) self->n_years - 1);
  if (last < first)
    return NULL;

  ids = g_new (guint, last - first + 1);
  for (int year = first; year <= last; year++)
    ids[(*n)++] = (guint) year;

  return ids;
}

static gboolean
pivot_dot_grid_plot_locate (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width,
                            double            height,
                            guint             id,
                            double           *x,
                            double           *y)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);
  cairo_rectangle_t cell;

  if (id >= self->n_rows * self->n_years)
    return FALSE;

  cell = _pivot_dot_grid_get_cell (layout, id / self->n_years, id % self->n_years);
  *x = cell.x + cell.width / 2;
  *y = cell.y + cell.height / 2;

  return TRUE;
}

/* To the next cell in that direction that holds something. */
static int
pivot_dot_grid_plot_step (PivotPlot *plot,
                          int        id,
                          int        dx,
                          int        dy)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  int n = (int) (self->n_rows * self->n_years);
  int by = dy != 0 ? dy * (int) self->n_years : dx;
  int last = (int) self->n_years - 1;

  if (id < 0 || id >= n)
    {
      for (int i = 0; i < n; i++)
        if (self->counts[by >= 0 ? i : n - 1 - i] > 0)
          return by >= 0 ? i : n - 1 - i;
      return -1;
    }

  for (int at = id + by; at >= 0 && at < n; at += by)
    {
      if (dy == 0 && at / (last + 1) != id / (last + 1))
        break;
      if (self->counts[at] > 0)
        return at;
    }

  return id;
}

static char *
pivot_dot_grid_plot_describe (PivotPlot *plot)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);

  return g_strdup (self->n_years > 0 && self->description != NULL ? self->description : self->empty != NULL ? self->empty : "");
}

static char *
pivot_dot_grid_plot_describe_mark (PivotPlot *plot,
                                   guint      id)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);

  if (id >= self->n_rows * self->n_years)
    return NULL;

  /* Translators: a cell of a grid: year, kind of events, how many: "2021 · Listing: 9 events" */
  return g_strdup_printf (ngettext ("%1$d · %2$s: %3$u event", "%1$d · %2$s: %3$u events", self->counts[id]),
                          self->first_year + (int) (id % self->n_years), self->rows[id / self->n_years].label,
                          self->counts[id]);
}

static void
clear_rows (PivotDotGridPlot *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_free ((char *) self->rows[i].label);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->counts, g_free);
  self->n_rows = 0;
  self->n_years = 0;
}

static void
pivot_dot_grid_plot_finalize (GObject *object)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (object);

  clear_rows (self);
  g_clear_pointer (&self->letters, pivot_lettering_free);
  g_clear_pointer (&self->empty, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (pivot_dot_grid_plot_parent_class)->finalize (object);
}

static void
pivot_dot_grid_plot_class_init (PivotDotGridPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_dot_grid_plot_finalize;

  plot_class->draw = _pivot_dot_grid_plot_draw;
  plot_class->draw_selection = _pivot_dot_grid_plot_draw_selection;
  plot_class->draw_hover = _pivot_dot_grid_plot_draw_hover;
  plot_class->hover_extents = pivot_dot_grid_plot_hover_extents;
  plot_class->find = pivot_dot_grid_plot_find;
  plot_class->query = pivot_dot_grid_plot_query;
  plot_class->locate = pivot_dot_grid_plot_locate;
  plot_class->step = pivot_dot_grid_plot_step;
  plot_class->describe = pivot_dot_grid_plot_describe;
  plot_class->describe_mark = pivot_dot_grid_plot_describe_mark;
}

static void
pivot_dot_grid_plot_init (PivotDotGridPlot *self)
{
  self->letters = pivot_lettering_new ();
  self->chosen_last = -1;
}

/**
 * pivot_dot_grid_plot_new:
 *
 * Creates a grid without rows.
 *
 * Returns: (transfer full): a new plot
 */
PivotDotGridPlot *
pivot_dot_grid_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_DOT_GRID_PLOT, NULL);
}

/**
 * pivot_dot_grid_plot_set_data: (skip)
 * @self: a grid
 * @rows: (array length=n_rows): the rows; copied
 * @n_rows: how many
 * @first_year: the year of the first column
 * @n_years: how many columns
 * @counts: how many events, row by row; copied
 *
 * Sets what is shown.
 */
void
pivot_dot_grid_plot_set_data (PivotDotGridPlot      *self,
                              const PivotDotGridRow *rows,
                              guint                  n_rows,
                              int                    first_year,
                              guint                  n_years,
                              const guint           *counts)
{
  g_return_if_fail (PIVOT_IS_DOT_GRID_PLOT (self));
  g_return_if_fail (rows != NULL || n_rows == 0);

  clear_rows (self);
  self->rows = g_new (PivotDotGridRow, MAX (1, n_rows));
  for (guint i = 0; i < n_rows; i++)
    {
      self->rows[i] = rows[i];
      self->rows[i].label = g_strdup (rows[i].label);
    }
  self->n_rows = n_rows;
  self->n_years = n_years;
  self->first_year = first_year;
  self->counts = g_memdup2 (counts, (gsize) n_rows * n_years * sizeof *counts);
  change (self);
}

/**
 * pivot_dot_grid_plot_set_chosen:
 * @self: a grid
 * @first: the first year
 * @last: the last; before the first for none
 *
 * Sets what years are chosen.
 */
void
pivot_dot_grid_plot_set_chosen (PivotDotGridPlot *self,
                                int               first,
                                int               last)
{
  g_return_if_fail (PIVOT_IS_DOT_GRID_PLOT (self));

  if (self->chosen_first == first && self->chosen_last == last)
    return;

  self->chosen_first = first;
  self->chosen_last = last;
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_dot_grid_plot_set_texts:
 * @self: a grid
 * @empty: (nullable): why there is nothing, if there is not
 * @description: (nullable): the sentence for speech and alt text
 *
 * Sets the texts around the dots.
 */
void
pivot_dot_grid_plot_set_texts (PivotDotGridPlot *self,
                               const char       *empty,
                               const char       *description)
{
  g_return_if_fail (PIVOT_IS_DOT_GRID_PLOT (self));

  g_free (self->empty);
  g_free (self->description);
  self->empty = g_strdup (empty);
  self->description = g_strdup (description);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_dot_grid_plot_get_year:
 * @self: a grid
 * @id: a mark, or a year as a brush gives it
 *
 * Gets the year of a mark.
 *
 * Returns: the year
 */
int
pivot_dot_grid_plot_get_year (PivotDotGridPlot *self,
                              guint             id)
{
  g_return_val_if_fail (PIVOT_IS_DOT_GRID_PLOT (self), 0);

  return self->first_year + (int) (self->n_years > 0 ? id % self->n_years : 0);
}

/**
 * pivot_dot_grid_plot_get_unit:
 * @self: a grid
 * @style: how it looks
 * @width: its width
 * @height: its height
 *
 * Gets how many events a dot stands for, at most.
 *
 * Returns: the number, 1 if each event has a dot of its own
 */
guint
pivot_dot_grid_plot_get_unit (PivotDotGridPlot *self,
                              const PivotStyle *style,
                              double            width,
                              double            height)
{
  g_return_val_if_fail (PIVOT_IS_DOT_GRID_PLOT (self), 1);

  return self->n_years > 0 ? _pivot_dot_grid_plot_lay_out (self, style, width, height)->unit : 1;
}

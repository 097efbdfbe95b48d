/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-scatter-private.h"

G_DEFINE_FINAL_TYPE (PivotScatterPlot, pivot_scatter_plot, PIVOT_TYPE_PLOT)

/* Drops what was found for the old data, and says so. */
static void
change (PivotScatterPlot *self)
{
  _pivot_scatter_plot_drop_layout (self);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/* TRUE if the text was another. */
static gboolean
set_text (char       **where,
          const char  *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;

  g_free (*where);
  *where = g_strdup (text);

  return TRUE;
}

PivotFrameTexts
_pivot_scatter_plot_get_texts (PivotScatterPlot *self)
{
  return (PivotFrameTexts) {
    .x_title = self->x_title != NULL ? self->x_title : "",
    .y_title = self->y_title != NULL ? self->y_title : "",
    .caption = self->caption != NULL ? self->caption : "",
  };
}

/* −1 if there is no such point. */
int
_pivot_scatter_plot_find_index (PivotScatterPlot *self,
                                guint             id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index_of, GUINT_TO_POINTER (id))) - 1;
}

static int
pivot_scatter_plot_find (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         double            x,
                         double            y,
                         double            max_distance)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  int index = pivot_point_grid_nearest (layout->grid, x, y, max_distance);

  return index >= 0 ? (int) self->points[index].id : -1;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static guint *
pivot_scatter_plot_query (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          double            x0,
                          double            y0,
                          double            x1,
                          double            y1,
                          guint            *n)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

  pivot_point_grid_query (layout->grid, x0, y0, x1, y1, ids);
  for (guint i = 0; i < ids->len; i++)
    g_array_index (ids, guint, i) = self->points[g_array_index (ids, guint, i)].id;
  g_array_sort (ids, compare_ids);

  *n = ids->len;
  if (ids->len > 0)
    return (guint *) (gpointer) g_array_free (ids, FALSE);

  g_array_unref (ids);
  return NULL;
}

static gboolean
pivot_scatter_plot_locate (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           guint             id,
                           double           *x,
                           double           *y)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  int index = _pivot_scatter_plot_find_index (self, id);

  if (index < 0)
    return FALSE;

  *x = layout->spots[index].x;
  *y = layout->spots[index].y;

  return TRUE;
}

static int
pivot_scatter_plot_step (PivotPlot *plot,
                         int        id,
                         int        dx,
                         int        dy)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const guint *order = dy != 0 ? self->by_y : self->by_x;
  gboolean forward = dy != 0 ? dy < 0 : dx >= 0;
  int index = id >= 0 ? _pivot_scatter_plot_find_index (self, id) : -1;
  int last = (int) self->n_points - 1;
  int at;

  if (self->n_points == 0)
    return -1;

  if (index < 0)
    return (int) self->points[order[forward ? 0 : last]].id;

  for (at = 0; (int) order[at] != index; at++)
    ;
  at = CLAMP (at + (forward ? 1 : -1), 0, last);

  return (int) self->points[order[at]].id;
}

static char *
pivot_scatter_plot_describe (PivotPlot *plot)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  PivotFrameTexts texts = _pivot_scatter_plot_get_texts (self);

  if (self->description != NULL)
    return g_strdup (self->description);

  if (self->n_points == 0)
    return g_strdup (self->empty != NULL ? self->empty : "");

  /* Translators: what a scatter plot shows; the first text is the title of the vertical axis */
  return g_strdup_printf (ngettext ("Scatter plot of “%s” against “%s” with %u point.",
                                    "Scatter plot of “%s” against “%s” with %u points.", self->n_points),
                          texts.y_title, texts.x_title, self->n_points);
}

static char *
pivot_scatter_plot_describe_mark (PivotPlot *plot,
                                  guint      id)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  int index = _pivot_scatter_plot_find_index (self, id);

  if (index < 0)
    return NULL;

  return g_strdup (self->points[index].text != NULL ? self->points[index].text : self->points[index].label);
}

static void
clear_points (PivotScatterPlot *self)
{
  g_hash_table_remove_all (self->index_of);
  g_string_chunk_clear (self->strings);
  g_clear_pointer (&self->points, g_free);
  g_clear_pointer (&self->by_x, g_free);
  g_clear_pointer (&self->by_y, g_free);
  self->n_points = 0;
}

static void
pivot_scatter_plot_finalize (GObject *object)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (object);

  _pivot_scatter_plot_drop_layout (self);
  clear_points (self);
  g_clear_pointer (&self->index_of, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);
  g_clear_pointer (&self->x_title, g_free);
  g_clear_pointer (&self->y_title, g_free);
  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->empty, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->parity_label, g_free);

  G_OBJECT_CLASS (pivot_scatter_plot_parent_class)->finalize (object);
}

static void
pivot_scatter_plot_class_init (PivotScatterPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_scatter_plot_finalize;

  plot_class->draw = _pivot_scatter_plot_draw;
  plot_class->draw_selection = _pivot_scatter_plot_draw_selection;
  plot_class->draw_hover = _pivot_scatter_plot_draw_hover;
  plot_class->hover_extents = _pivot_scatter_plot_hover_extents;
  plot_class->find = pivot_scatter_plot_find;
  plot_class->query = pivot_scatter_plot_query;
  plot_class->locate = pivot_scatter_plot_locate;
  plot_class->step = pivot_scatter_plot_step;
  plot_class->describe = pivot_scatter_plot_describe;
  plot_class->describe_mark = pivot_scatter_plot_describe_mark;
}

static void
pivot_scatter_plot_init (PivotScatterPlot *self)
{
  self->index_of = g_hash_table_new (NULL, NULL);
  self->strings = g_string_chunk_new (1024);
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_scatter_plot_new:
 *
 * Creates a scatter plot without points.
 *
 * Returns: (transfer full): a new plot
 */
PivotScatterPlot *
pivot_scatter_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_SCATTER_PLOT, NULL);
}

static int
compare_by_x (gconstpointer a,
              gconstpointer b,
              gpointer      points)
{
  const PivotScatterPoint *first = (const PivotScatterPoint *) points + *(const guint *) a;
  const PivotScatterPoint *second = (const PivotScatterPoint *) points + *(const guint *) b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;

  return (first > second) - (first < second);
}

static int
compare_by_y (gconstpointer a,
              gconstpointer b,
              gpointer      points)
{
  const PivotScatterPoint *first = (const PivotScatterPoint *) points + *(const guint *) a;
  const PivotScatterPoint *second = (const PivotScatterPoint *) points + *(const guint *) b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;

  return (first > second) - (first < second);
}

static guint *
sort_points (PivotScatterPlot *self,
             GCompareDataFunc  compare)
{
  guint *order = g_new (guint, MAX (1, self->n_points));

  for (guint i = 0; i < self->n_points; i++)
    order[i] = i;
  g_qsort_with_data (order, self->n_points, sizeof *order, compare, self->points);

  return order;
}

/**
 * pivot_scatter_plot_set_points:
 * @self: a scatter plot
 * @points: (array length=n) (nullable): the points; copied, texts too
 * @n: how many
 *
 * Sets the points. Those without two finite numbers are left out: they have no place.
 */
void
pivot_scatter_plot_set_points (PivotScatterPlot        *self,
                               const PivotScatterPoint *points,
                               guint                    n)
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));
  g_return_if_fail (points != NULL || n == 0);

  clear_points (self);
  self->points = g_new (PivotScatterPoint, MAX (1, n));

  for (guint i = 0; i < n; i++)
    {
      PivotScatterPoint *point = &self->points[self->n_points];

      if (!isfinite (points[i].x) || !isfinite (points[i].y))
        continue;

      *point = points[i];
      point->label = points[i].label != NULL ? g_string_chunk_insert_const (self->strings, points[i].label) : NULL;
      point->text = points[i].text != NULL ? g_string_chunk_insert (self->strings, points[i].text) : NULL;
      g_hash_table_insert (self->index_of, GUINT_TO_POINTER (point->id), GUINT_TO_POINTER (++self->n_points));
    }

  self->by_x = sort_points (self, compare_by_x);
  self->by_y = sort_points (self, compare_by_y);
  change (self);
}

/**
 * pivot_scatter_plot_set_titles:
 * @self: a scatter plot
 * @x_title: (nullable): what the horizontal axis shows, with its unit
 * @y_title: (nullable): what the vertical axis shows, with its unit
 *
 * Sets the titles of the axes.
 */
void
pivot_scatter_plot_set_titles (PivotScatterPlot *self,
                               const char       *x_title,
                               const char       *y_title)
{
  gboolean changed;

  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  changed = set_text (&self->x_title, x_title);
  changed |= set_text (&self->y_title, y_title);
  if (changed)
    change (self);
}

/**
 * pivot_scatter_plot_set_parity:
 * @self: a scatter plot
 * @parity: whether to draw the line y = x
 * @label: (nullable): what stands along it
 *
 * Sets whether there is a parity line. It makes sense only where both axes have one unit.
 */
void
pivot_scatter_plot_set_parity (PivotScatterPlot *self,
                               gboolean          parity,
                               const char       *label)
{
  gboolean changed;

  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  changed = set_text (&self->parity_label, label);
  changed |= self->parity != !!parity;
  self->parity = !!parity;
  if (changed)
    change (self);
}

/**
 * pivot_scatter_plot_set_line:
 * @self: a scatter plot
 * @show: whether to draw a fitted line
 * @intercept: y at x = 0
 * @slope: change of y for a change of x by 1
 *
 * Sets the least-squares line. It is drawn dashed, from the least x of the points to the greatest.
 */
void
pivot_scatter_plot_set_line (PivotScatterPlot *self,
                             gboolean          show,
                             double            intercept,
                             double            slope)
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  show = show && isfinite (intercept) && isfinite (slope);
  if (self->line == show && (!show || (self->intercept == intercept && self->slope == slope)))
    return;

  self->line = show;
  self->intercept = intercept;
  self->slope = slope;
  change (self);
}

/**
 * pivot_scatter_plot_set_thirds:
 * @self: a scatter plot
 * @x: (array fixed-size=2) (nullable): where x is cut; %NULL for no cuts
 * @y: (array fixed-size=2) (nullable): where y is cut
 * @colors: (array fixed-size=9) (nullable): of the fields, 3 × row + column from the bottom left
 *
 * Sets the grid of the legend of two measures, over which the points then lie.
 */
void
pivot_scatter_plot_set_thirds (PivotScatterPlot *self,
                               const double      x[2],
                               const double      y[2],
                               const GdkRGBA     colors[9])
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));
  g_return_if_fail (x == NULL || (y != NULL && colors != NULL));

  if (x == NULL && !self->thirds)
    return;

  self->thirds = x != NULL;
  if (self->thirds)
    {
      memcpy (self->x_cuts, x, sizeof self->x_cuts);
      memcpy (self->y_cuts, y, sizeof self->y_cuts);
      memcpy (self->thirds_colors, colors, sizeof self->thirds_colors);
    }
  change (self);
}

/**
 * pivot_scatter_plot_set_caption:
 * @self: a scatter plot
 * @caption: (nullable): a short text, such as r and n
 *
 * Sets what stands below the plot.
 */
void
pivot_scatter_plot_set_caption (PivotScatterPlot *self,
                                const char       *caption)
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  if (set_text (&self->caption, caption))
    change (self);
}

/**
 * pivot_scatter_plot_set_empty:
 * @self: a scatter plot
 * @text: (nullable): why nothing is shown
 *
 * Sets the text that is shown when there is no point.
 */
void
pivot_scatter_plot_set_empty (PivotScatterPlot *self,
                              const char       *text)
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  if (set_text (&self->empty, text) && self->n_points == 0)
    change (self);
}

/**
 * pivot_scatter_plot_set_description:
 * @self: a scatter plot
 * @text: (nullable): a sentence; %NULL for one made from titles and number of points
 *
 * Sets what pivot_plot_describe() says.
 */
void
pivot_scatter_plot_set_description (PivotScatterPlot *self,
                                    const char       *text)
{
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (self));

  /* Nothing drawn depends on it, but whoever shows the plot passes it on. */
  if (set_text (&self->description, text))
    pivot_plot_changed (PIVOT_PLOT (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess-plot-private.h"

#include <math.h>

/* px at scale 1. */
#define RING 8.0
/* Of the range of x, left free at both ends. */
#define MARGIN 0.04

G_DEFINE_FINAL_TYPE (PivotGuessPlot, pivot_guess_plot, PIVOT_TYPE_PLOT)

/* Ticks of x are the points themselves: they are few, and each has a name. */
void
_pivot_guess_plot_lay_out (PivotGuessPlot   *self,
                           PivotFrame       *frame,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotFrameTexts texts = { "", self->y_title, "" };
  double first = self->points->len > 0 ? _pivot_guess_plot_get_point (self, 0)->x : 0;
  double last = self->points->len > 0 ? _pivot_guess_plot_get_point (self, self->points->len - 1)->x : 1;
  double margin = last > first ? (last - first) * MARGIN : 1;

  *frame = (PivotFrame) { 0 };
  frame->x.min = first - margin;
  frame->x.max = last + margin;
  frame->y.min = self->min;
  frame->y.max = self->max;
  pivot_lettering_set_font (self->letters, style);
  pivot_frame_layout (frame, self->letters, style, &texts, width, height);
  pivot_axis_clear (&frame->x);
}

/* Where the ring of a point is: at what was drawn last, at the truth, or in the middle while there is neither. */
static double
get_height (PivotGuessPlot *self,
            guint           i)
{
  for (guint l = 0; l < self->lines->len && i >= self->first_hidden; l++)
    if (!isnan (g_array_index (self->lines, PivotGuessLine, l).values[i]))
      return g_array_index (self->lines, PivotGuessLine, l).values[i];

  return isnan (_pivot_guess_plot_get_point (self, i)->y) ? (self->min + self->max) / 2 : _pivot_guess_plot_get_point (self, i)->y;
}

static gboolean
pivot_guess_plot_locate (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         guint             id,
                         double           *x,
                         double           *y)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);
  PivotFrame frame;

  if (id >= self->points->len)
    return FALSE;

  _pivot_guess_plot_lay_out (self, &frame, style, width, height);
  *x = pivot_frame_project_x (&frame, _pivot_guess_plot_get_point (self, id)->x);
  *y = pivot_frame_project_y (&frame, get_height (self, id));
  pivot_frame_clear (&frame);

  return TRUE;
}

static void
pivot_guess_plot_draw_hover (PivotPlot        *plot,
                             cairo_t          *cr,
                             const PivotStyle *style,
                             double            width,
                             double            height)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);
  int id = pivot_plot_get_hovered (plot);
  PivotFrame frame;
  double x, y;

  if (id < 0 || !pivot_guess_plot_locate (plot, style, width, height, (guint) id, &x, &y))
    return;

  _pivot_guess_plot_lay_out (self, &frame, style, width, height);
  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &style->hover);
  cairo_set_line_width (cr, MAX (1, style->scale));
  cairo_move_to (cr, floor (x) + 0.5, frame.area.y);
  cairo_line_to (cr, floor (x) + 0.5, frame.area.y + frame.area.height);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, RING * style->scale, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2 * style->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
  pivot_frame_clear (&frame);
}

static gboolean
pivot_guess_plot_hover_extents (PivotPlot         *plot,
                                const PivotStyle  *style,
                                double             width,
                                double             height,
                                cairo_rectangle_t *box)
{
  int id = pivot_plot_get_hovered (plot);
  double x, y, reach = (RING + 2) * style->scale;

  if (id < 0 || !pivot_guess_plot_locate (plot, style, width, height, (guint) id, &x, &y))
    return FALSE;

  *box = (cairo_rectangle_t) { floor (x - reach), 0, ceil (2 * reach) + 1, height };

  return TRUE;
}

static int
find_nearest (PivotGuessPlot   *self,
              const PivotFrame *frame,
              double            x,
              guint             first)
{
  int nearest = -1;

  for (guint i = first; i < self->points->len; i++)
    if (nearest < 0 || fabs (pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, i)->x) - x) <
                       fabs (pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, (guint) nearest)->x) - x))
      nearest = (int) i;

  return nearest;
}

static int
pivot_guess_plot_find (PivotPlot        *plot,
                       const PivotStyle *style,
                       double            width,
                       double            height,
                       double            x,
                       double            y,
                       double            max_distance)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);
  PivotFrame frame;
  int nearest;

  _pivot_guess_plot_lay_out (self, &frame, style, width, height);
  nearest = find_nearest (self, &frame, x, 0);
  if (nearest >= 0 && fabs (pivot_frame_project_x (&frame, _pivot_guess_plot_get_point (self, (guint) nearest)->x) - x) > max_distance)
    nearest = -1;
  pivot_frame_clear (&frame);

  return nearest;
}

/* The keys are for what is to be drawn; from elsewhere they come to its beginning or end. */
static int
pivot_guess_plot_step (PivotPlot *plot,
                       int        id,
                       int        dx,
                       int        dy)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);
  gboolean forward = dx != 0 ? dx > 0 : dy > 0;
  int first = (int) self->first_hidden, last = (int) self->points->len - 1;

  if (last < first)
    return -1;
  if (id < 0)
    return forward ? first : last;

  return CLAMP (id + (forward ? 1 : -1), first, last);
}

static char *
pivot_guess_plot_describe (PivotPlot *plot)
{
  return g_strdup (PIVOT_GUESS_PLOT (plot)->description);
}

static char *
pivot_guess_plot_describe_mark (PivotPlot *plot,
                                guint      id)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);

  return id < self->points->len ? g_strdup (_pivot_guess_plot_get_point (self, id)->text) : NULL;
}

static void
pivot_guess_plot_finalize (GObject *object)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (object);

  g_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->signs);
  g_free (self->y_title);
  g_free (self->truth);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_guess_plot_parent_class)->finalize (object);
}

static void
pivot_guess_plot_class_init (PivotGuessPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_guess_plot_finalize;

  plot_class->draw = _pivot_guess_plot_draw;
  plot_class->draw_hover = pivot_guess_plot_draw_hover;
  plot_class->hover_extents = pivot_guess_plot_hover_extents;
  plot_class->find = pivot_guess_plot_find;
  plot_class->locate = pivot_guess_plot_locate;
  plot_class->step = pivot_guess_plot_step;
  plot_class->describe = pivot_guess_plot_describe;
  plot_class->describe_mark = pivot_guess_plot_describe_mark;
}

static void
pivot_guess_plot_init (PivotGuessPlot *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (PivotGuessPoint));
  self->strings = g_string_chunk_new (512);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PivotGuessLine));
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->signs = g_ptr_array_new_with_free_func (g_free);
  self->max = 1;
  self->y_title = g_strdup ("");
  self->truth = g_strdup ("");
  self->description = g_strdup ("");
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_guess_plot_new:
 *
 * Creates a plot without points.
 *
 * Returns: (transfer full): a new plot
 */
PivotGuessPlot *
pivot_guess_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_GUESS_PLOT, NULL);
}

/**
 * pivot_guess_plot_set_points:
 * @self: a plot
 * @points: (array length=n): the points, from left to right; copied
 * @n: how many
 * @first_hidden: the first of those that people draw
 *
 * Sets the points. The lines go, since they were drawn along others.
 */
void
pivot_guess_plot_set_points (PivotGuessPlot        *self,
                             const PivotGuessPoint *points,
                             guint                  n,
                             guint                  first_hidden)
{
  g_return_if_fail (PIVOT_IS_GUESS_PLOT (self));

  g_array_set_size (self->points, 0);
  g_string_chunk_clear (self->strings);
  g_array_append_vals (self->points, points, n);
  for (guint i = 0; i < n; i++)
    {
      PivotGuessPoint *point = &g_array_index (self->points, PivotGuessPoint, i);

      point->label = g_string_chunk_insert (self->strings, point->label);
      point->text = g_string_chunk_insert (self->strings, point->text);
    }
  self->first_hidden = first_hidden;
  pivot_guess_plot_set_lines (self, NULL, 0);
}

/**
 * pivot_guess_plot_set_lines:
 * @self: a plot
 * @lines: (array length=n) (nullable): what was drawn; copied
 * @n: how many
 *
 * Sets what people have drawn. The first is what is being drawn.
 */
void
pivot_guess_plot_set_lines (PivotGuessPlot       *self,
                            const PivotGuessLine *lines,
                            guint                 n)
{
  g_return_if_fail (PIVOT_IS_GUESS_PLOT (self));

  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->numbers, 0);
  g_ptr_array_set_size (self->signs, 0);
  for (guint i = 0; i < n; i++)
    {
      PivotGuessLine line = lines[i];

      line.values = g_memdup2 (line.values, self->points->len * sizeof (double));
      line.sign = g_strdup (line.sign);
      g_ptr_array_add (self->numbers, (gpointer) line.values);
      g_ptr_array_add (self->signs, (gpointer) line.sign);
      g_array_append_val (self->lines, line);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_guess_plot_set_range:
 * @self: a plot
 * @min: least value of the axis
 * @max: greatest
 *
 * Sets the scale.
 */
void
pivot_guess_plot_set_range (PivotGuessPlot *self,
                            double          min,
                            double          max)
{
  g_return_if_fail (PIVOT_IS_GUESS_PLOT (self));
  g_return_if_fail (min < max);

  self->min = min;
  self->max = max;
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_guess_plot_set_texts:
 * @self: a plot
 * @y_title: title of the axis of values
 * @truth: what stands beside the end of the true line
 * @description: what is shown, in words
 *
 * Sets the words.
 */
void
pivot_guess_plot_set_texts (PivotGuessPlot *self,
                            const char     *y_title,
                            const char     *truth,
                            const char     *description)
{
  g_return_if_fail (PIVOT_IS_GUESS_PLOT (self));

  g_free (self->y_title);
  g_free (self->truth);
  g_free (self->description);
  self->y_title = g_strdup (y_title);
  self->truth = g_strdup (truth);
  self->description = g_strdup (description);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_guess_plot_set_revealed:
 * @self: a plot
 * @revealed: 0 to 1
 *
 * Sets how far the true line goes into what was hidden.
 */
void
pivot_guess_plot_set_revealed (PivotGuessPlot *self,
                               double          revealed)
{
  g_return_if_fail (PIVOT_IS_GUESS_PLOT (self));

  self->revealed = CLAMP (revealed, 0, 1);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_guess_plot_to_point:
 * @self: a plot
 * @style: how it is drawn
 * @width: how wide
 * @height: how high
 * @x: where the pointer is
 * @y: where the pointer is
 * @point: (out): the nearest point that is to be drawn
 * @value: (out): the value there, within the range
 *
 * Returns: %FALSE if there is nothing to draw, or the pointer is over what is shown
 */
gboolean
pivot_guess_plot_to_point (PivotGuessPlot   *self,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           double            x,
                           double            y,
                           guint            *point,
                           double           *value)
{
  PivotFrame frame;
  int nearest;

  g_return_val_if_fail (PIVOT_IS_GUESS_PLOT (self), FALSE);

  _pivot_guess_plot_lay_out (self, &frame, style, width, height);
  nearest = find_nearest (self, &frame, x, 0);
  *point = (guint) MAX (nearest, 0);
  *value = CLAMP (self->min + (frame.area.y + frame.area.height - y) / frame.area.height * (self->max - self->min), self->min, self->max);
  pivot_frame_clear (&frame);

  return nearest >= (int) self->first_hidden;
}

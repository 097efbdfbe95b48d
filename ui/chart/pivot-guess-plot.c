/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess-plot.h"

#include "pivot-frame.h"

#include <math.h>

/* px at scale 1. */
#define LINE 2.5
#define MARK 3.5
#define RING 8.0
#define LABEL_GAP 8.0
/* Of the range of x, left free at both ends. */
#define MARGIN 0.04
#define GROUND 0.035
#define GUIDE 0.4

struct _PivotGuessPlot
{
  PivotPlot       parent_instance;

  GArray         *points;        /* PivotGuessPoint; texts are in strings */
  GStringChunk   *strings;
  guint           first_hidden;
  GArray         *lines;         /* PivotGuessLine; values and signs are in numbers and signs */
  GPtrArray      *numbers;       /* of double[] */
  GPtrArray      *signs;
  double          min, max;
  double          revealed;
  char           *y_title, *truth, *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotGuessPlot, pivot_guess_plot, PIVOT_TYPE_PLOT)

static const PivotGuessPoint *
get_point (PivotGuessPlot *self,
           guint           i)
{
  return &g_array_index (self->points, PivotGuessPoint, i);
}

/* Ticks of x are the points themselves: they are few, and each has a name. */
static void
lay_out (PivotGuessPlot   *self,
         PivotFrame       *frame,
         const PivotStyle *style,
         double            width,
         double            height)
{
  PivotFrameTexts texts = { "", self->y_title, "" };
  double first = self->points->len > 0 ? get_point (self, 0)->x : 0;
  double last = self->points->len > 0 ? get_point (self, self->points->len - 1)->x : 1;
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

/* Where the truth is drawn to. */
static double
get_front (PivotGuessPlot *self)
{
  double from = get_point (self, MAX (self->first_hidden, 1) - 1)->x, to = get_point (self, self->points->len - 1)->x;

  return from + (to - from) * self->revealed;
}

static void
draw_ground (PivotGuessPlot   *self,
             const PivotFrame *frame,
             cairo_t          *cr,
             const PivotStyle *style)
{
  double from;
  GdkRGBA ground = style->foreground;

  if (self->first_hidden == 0 || self->first_hidden >= self->points->len)
    return;

  from = pivot_frame_project_x (frame, get_point (self, self->first_hidden - 1)->x);
  ground.alpha = (float) GROUND;
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_rectangle (cr, from, frame->area.y, frame->area.x + frame->area.width - from, frame->area.height);
  cairo_fill (cr);
}

/* From the last to the first: the end of the line is what it is about. */
static void
draw_x_ticks (PivotGuessPlot   *self,
              const PivotFrame *frame,
              cairo_t          *cr,
              const PivotStyle *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double gap = LABEL_GAP * style->scale, bottom = frame->area.y + frame->area.height, free_to = G_MAXDOUBLE;
  GdkRGBA guide = style->axis;

  guide.alpha *= (float) GUIDE;
  cairo_set_line_width (cr, MAX (1, style->scale));
  for (guint i = self->points->len; i-- > 0;)
    {
      double x = pivot_frame_project_x (frame, get_point (self, i)->x), text_width, left;

      gdk_cairo_set_source_rgba (cr, i < self->first_hidden ? &style->grid : &guide);
      cairo_move_to (cr, floor (x) + 0.5, frame->area.y);
      cairo_line_to (cr, floor (x) + 0.5, bottom + gap / 2);
      cairo_stroke (cr);
      pivot_lettering_measure (self->letters, &look, get_point (self, i)->label, &text_width, NULL);
      left = MIN (x - text_width / 2, frame->width - text_width - 2 * style->scale);
      if (left + text_width + gap > free_to)
        continue;
      pivot_lettering_draw (self->letters, cr, &look, get_point (self, i)->label, left, bottom + gap * 0.75, &style->dim, NULL);
      free_to = left;
    }
}

static void
draw_mark (const PivotFrame *frame,
           cairo_t          *cr,
           const PivotStyle *style,
           double            x,
           double            y)
{
  cairo_arc (cr, pivot_frame_project_x (frame, x), pivot_frame_project_y (frame, y), MARK * style->scale, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_fill (cr);
}

/* As far as it is known to those who look. Between two points it may end on the way. */
static void
draw_truth (PivotGuessPlot   *self,
            const PivotFrame *frame,
            cairo_t          *cr,
            const PivotStyle *style)
{
  double front = get_front (self);

  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_set_line_width (cr, LINE * style->scale);
  for (guint i = 0; i < self->points->len; i++)
    {
      const PivotGuessPoint *point = get_point (self, i);
      double part = 1;

      if (isnan (point->y))
        break;
      if (i > 0 && point->x > front)
        part = MAX (0, (front - get_point (self, i - 1)->x) / (point->x - get_point (self, i - 1)->x));
      if (i == 0)
        cairo_move_to (cr, pivot_frame_project_x (frame, point->x), pivot_frame_project_y (frame, point->y));
      else if (part > 0)
        cairo_line_to (cr, pivot_frame_project_x (frame, get_point (self, i - 1)->x + part * (point->x - get_point (self, i - 1)->x)),
                       pivot_frame_project_y (frame, get_point (self, i - 1)->y + part * (point->y - get_point (self, i - 1)->y)));
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->points->len && !isnan (get_point (self, i)->y) && get_point (self, i)->x <= front; i++)
    draw_mark (frame, cr, style, get_point (self, i)->x, get_point (self, i)->y);
}

/* Whether the guess that ends nearest to the data ends above them. */
static gboolean
is_guess_above (PivotGuessPlot *self)
{
  guint last = self->points->len - 1;
  double truth = get_point (self, last)->y, nearest = NAN;

  for (guint i = 0; i < self->lines->len; i++)
    {
      double value = g_array_index (self->lines, PivotGuessLine, i).values[last];

      if (!isnan (value) && (isnan (nearest) || fabs (value - truth) < fabs (nearest - truth)))
        nearest = value;
    }

  return nearest > truth;
}

static void
label_truth (PivotGuessPlot   *self,
             const PivotFrame *frame,
             cairo_t          *cr,
             const PivotStyle *style)
{
  const PivotGuessPoint *last = get_point (self, self->points->len - 1);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double width, height, x, y;

  if (self->revealed < 1 || isnan (last->y))
    return;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, self->truth, &width, &height);
  x = MIN (pivot_frame_project_x (frame, last->x) - width / 2, frame->width - width - 2 * style->scale);
  y = pivot_frame_project_y (frame, last->y);
  y = is_guess_above (self) ? y + (MARK + 2) * style->scale : y - height - (MARK + 3) * style->scale;
  pivot_lettering_draw (self->letters, cr, &look, self->truth, x, MAX (y, frame->area.y), &style->foreground, &style->paper);
}

/* A guess goes on from where the data end. */
static void
draw_line (PivotGuessPlot       *self,
           const PivotGuessLine *line,
           const PivotFrame     *frame,
           cairo_t              *cr,
           const PivotStyle     *style)
{
  PivotTextLook look = pivot_lettering_look (style, 1);
  double dashes[] = { 5 * style->scale, 3 * style->scale };
  const PivotGuessPoint *start = get_point (self, MAX (self->first_hidden, 1) - 1);
  double width, height;

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, LINE * 0.8 * style->scale);
  gdk_cairo_set_source_rgba (cr, &line->color);
  cairo_move_to (cr, pivot_frame_project_x (frame, start->x), pivot_frame_project_y (frame, start->y));
  for (guint i = self->first_hidden; i < self->points->len; i++)
    if (!isnan (line->values[i]))
      cairo_line_to (cr, pivot_frame_project_x (frame, get_point (self, i)->x), pivot_frame_project_y (frame, line->values[i]));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  pivot_lettering_measure (self->letters, &look, line->sign, &width, &height);
  for (guint i = self->first_hidden; i < self->points->len; i++)
    if (!isnan (line->values[i]))
      pivot_lettering_draw (self->letters, cr, &look, line->sign, pivot_frame_project_x (frame, get_point (self, i)->x) - width / 2,
                            pivot_frame_project_y (frame, line->values[i]) - height / 2, &line->color, &style->paper);
}

static void
pivot_guess_plot_draw (PivotPlot        *plot,
                       cairo_t          *cr,
                       const PivotStyle *style,
                       double            width,
                       double            height)
{
  PivotGuessPlot *self = PIVOT_GUESS_PLOT (plot);
  PivotFrameTexts texts = { "", self->y_title, "" };
  PivotFrame frame;

  if (self->points->len == 0)
    return;

  cairo_save (cr);
  lay_out (self, &frame, style, width, height);
  draw_ground (self, &frame, cr, style);
  draw_x_ticks (self, &frame, cr, style);
  pivot_frame_draw (&frame, self->letters, cr, style, &texts);
  cairo_rectangle (cr, 0, frame.area.y, width, frame.area.height + 1);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_truth (self, &frame, cr, style);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (self, &g_array_index (self->lines, PivotGuessLine, i), &frame, cr, style);
  label_truth (self, &frame, cr, style);
  pivot_frame_clear (&frame);
  cairo_restore (cr);
}

/* Where the ring of a point is: at what was drawn last, at the truth, or in the middle while there is neither. */
static double
get_height (PivotGuessPlot *self,
            guint           i)
{
  for (guint l = 0; l < self->lines->len && i >= self->first_hidden; l++)
    if (!isnan (g_array_index (self->lines, PivotGuessLine, l).values[i]))
      return g_array_index (self->lines, PivotGuessLine, l).values[i];

  return isnan (get_point (self, i)->y) ? (self->min + self->max) / 2 : get_point (self, i)->y;
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

  lay_out (self, &frame, style, width, height);
  *x = pivot_frame_project_x (&frame, get_point (self, id)->x);
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

  lay_out (self, &frame, style, width, height);
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
    if (nearest < 0 || fabs (pivot_frame_project_x (frame, get_point (self, i)->x) - x) <
                       fabs (pivot_frame_project_x (frame, get_point (self, (guint) nearest)->x) - x))
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

  lay_out (self, &frame, style, width, height);
  nearest = find_nearest (self, &frame, x, 0);
  if (nearest >= 0 && fabs (pivot_frame_project_x (&frame, get_point (self, (guint) nearest)->x) - x) > max_distance)
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

  return id < self->points->len ? g_strdup (get_point (self, id)->text) : NULL;
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

  plot_class->draw = pivot_guess_plot_draw;
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

  lay_out (self, &frame, style, width, height);
  nearest = find_nearest (self, &frame, x, 0);
  *point = (guint) MAX (nearest, 0);
  *value = CLAMP (self->min + (frame.area.y + frame.area.height - y) / frame.area.height * (self->max - self->min), self->min, self->max);
  pivot_frame_clear (&frame);

  return nearest >= (int) self->first_hidden;
}

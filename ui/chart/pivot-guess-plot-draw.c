/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess-plot-private.h"

#include <math.h>

/* px at scale 1. */
#define LINE 2.5
#define MARK 3.5
#define LABEL_GAP 8.0
#define GROUND 0.035
#define GUIDE 0.4

/* Where the truth is drawn to. */
static double
get_front (PivotGuessPlot *self)
{
  double from = _pivot_guess_plot_get_point (self, MAX (self->first_hidden, 1) - 1)->x, to = _pivot_guess_plot_get_point (self, self->points->len - 1)->x;

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

  from = pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, self->first_hidden - 1)->x);
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
      double x = pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, i)->x), text_width, left;

      gdk_cairo_set_source_rgba (cr, i < self->first_hidden ? &style->grid : &guide);
      cairo_move_to (cr, floor (x) + 0.5, frame->area.y);
      cairo_line_to (cr, floor (x) + 0.5, bottom + gap / 2);
      cairo_stroke (cr);
      pivot_lettering_measure (self->letters, &look, _pivot_guess_plot_get_point (self, i)->label, &text_width, NULL);
      left = MIN (x - text_width / 2, frame->width - text_width - 2 * style->scale);
      if (left + text_width + gap > free_to)
        continue;
      pivot_lettering_draw (self->letters, cr, &look, _pivot_guess_plot_get_point (self, i)->label, left, bottom + gap * 0.75, &style->dim, NULL);
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
      const PivotGuessPoint *point = _pivot_guess_plot_get_point (self, i);
      double part = 1;

      if (isnan (point->y))
        break;
      if (i > 0 && point->x > front)
        part = MAX (0, (front - _pivot_guess_plot_get_point (self, i - 1)->x) / (point->x - _pivot_guess_plot_get_point (self, i - 1)->x));
      if (i == 0)
        cairo_move_to (cr, pivot_frame_project_x (frame, point->x), pivot_frame_project_y (frame, point->y));
      else if (part > 0)
        cairo_line_to (cr, pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, i - 1)->x + part * (point->x - _pivot_guess_plot_get_point (self, i - 1)->x)),
                       pivot_frame_project_y (frame, _pivot_guess_plot_get_point (self, i - 1)->y + part * (point->y - _pivot_guess_plot_get_point (self, i - 1)->y)));
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->points->len && !isnan (_pivot_guess_plot_get_point (self, i)->y) && _pivot_guess_plot_get_point (self, i)->x <= front; i++)
    draw_mark (frame, cr, style, _pivot_guess_plot_get_point (self, i)->x, _pivot_guess_plot_get_point (self, i)->y);
}

/* Whether the guess that ends nearest to the data ends above them. */
static gboolean
is_guess_above (PivotGuessPlot *self)
{
  guint last = self->points->len - 1;
  double truth = _pivot_guess_plot_get_point (self, last)->y, nearest = NAN;

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
  const PivotGuessPoint *last = _pivot_guess_plot_get_point (self, self->points->len - 1);
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
  const PivotGuessPoint *start = _pivot_guess_plot_get_point (self, MAX (self->first_hidden, 1) - 1);
  double width, height;

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, LINE * 0.8 * style->scale);
  gdk_cairo_set_source_rgba (cr, &line->color);
  cairo_move_to (cr, pivot_frame_project_x (frame, start->x), pivot_frame_project_y (frame, start->y));
  for (guint i = self->first_hidden; i < self->points->len; i++)
    if (!isnan (line->values[i]))
      cairo_line_to (cr, pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, i)->x), pivot_frame_project_y (frame, line->values[i]));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  pivot_lettering_measure (self->letters, &look, line->sign, &width, &height);
  for (guint i = self->first_hidden; i < self->points->len; i++)
    if (!isnan (line->values[i]))
      pivot_lettering_draw (self->letters, cr, &look, line->sign, pivot_frame_project_x (frame, _pivot_guess_plot_get_point (self, i)->x) - width / 2,
                            pivot_frame_project_y (frame, line->values[i]) - height / 2, &line->color, &style->paper);
}

void
_pivot_guess_plot_draw (PivotPlot        *plot,
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
  _pivot_guess_plot_lay_out (self, &frame, style, width, height);
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

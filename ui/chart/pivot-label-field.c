/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-label-field.h"

#define STEPS_ALONG 12

/* A name along a line may cover one in so many points. */
#define COVERED_ALONG 100

typedef struct
{
  double x0, y0, x1, y1;
} Segment;

struct _PivotLabelField
{
  cairo_rectangle_t     bounds;
  const PivotPointGrid *points;   /* not owned */
  double                radius;
  GArray               *taken;    /* cairo_rectangle_t */
  GArray               *lines;    /* Segment */
};

/**
 * pivot_label_field_new: (skip)
 * @bounds: labels stay within
 * @points: the points to keep off, which outlive the field
 * @radius: how big they are
 *
 * Creates an empty field.
 *
 * Returns: (transfer full): a field
 */
PivotLabelField *
pivot_label_field_new (const cairo_rectangle_t *bounds,
                       const PivotPointGrid    *points,
                       double                   radius)
{
  PivotLabelField *self = g_new0 (PivotLabelField, 1);

  self->bounds = *bounds;
  self->points = points;
  self->radius = radius;
  self->taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Segment));

  return self;
}

void
pivot_label_field_free (PivotLabelField *self)
{
  g_array_unref (self->taken);
  g_array_unref (self->lines);
  g_free (self);
}

void
pivot_label_field_add_line (PivotLabelField *self,
                            double           x0,
                            double           y0,
                            double           x1,
                            double           y1)
{
  Segment line = { x0, y0, x1, y1 };

  g_array_append_val (self->lines, line);
}

void
pivot_label_field_take (PivotLabelField         *self,
                        const cairo_rectangle_t *box)
{
  g_array_append_val (self->taken, *box);
}

static gboolean
is_inside (const PivotLabelField   *self,
           const cairo_rectangle_t *box)
{
  return box->x >= self->bounds.x && box->y >= self->bounds.y &&
         box->x + box->width <= self->bounds.x + self->bounds.width &&
         box->y + box->height <= self->bounds.y + self->bounds.height;
}

static gboolean
is_taken (const PivotLabelField   *self,
          const cairo_rectangle_t *box)
{
  for (guint i = 0; i < self->taken->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (self->taken, cairo_rectangle_t, i);

      if (box->x < other->x + other->width && other->x < box->x + box->width &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return TRUE;
    }

  return FALSE;
}

static guint
count_points (const PivotLabelField   *self,
              const cairo_rectangle_t *box)
{
  return pivot_point_grid_count (self->points,
                                 box->x - self->radius, box->y - self->radius,
                                 box->x + box->width + self->radius, box->y + box->height + self->radius);
}

/* Clips the segment to the box side by side (Liang and Barsky 1984): it crosses if something is left. */
static gboolean
crosses (const Segment           *line,
         const cairo_rectangle_t *box)
{
  double dx = line->x1 - line->x0;
  double dy = line->y1 - line->y0;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { line->x0 - box->x, box->x + box->width - line->x0,
                       line->y0 - box->y, box->y + box->height - line->y0 };
  double enter = 0, leave = 1;

  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        enter = MAX (enter, q[i] / p[i]);
      if (p[i] > 0)
        leave = MIN (leave, q[i] / p[i]);
    }

  return enter <= leave;
}

static gboolean
crosses_line (const PivotLabelField   *self,
              const cairo_rectangle_t *box)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (crosses (&g_array_index (self->lines, Segment, i), box))
      return TRUE;

  return FALSE;
}

/**
 * pivot_label_field_place: (skip)
 * @self: a field
 * @x: a point
 * @y: a point
 * @box: (inout): width and height of the label; gets its place
 * @on_line: (out): whether a line had to be crossed
 *
 * Finds room for a label beside a point.
 *
 * Returns: %FALSE if there is none
 */
gboolean
pivot_label_field_place (PivotLabelField   *self,
                         double             x,
                         double             y,
                         cairo_rectangle_t *box,
                         gboolean          *on_line)
{
  const double off = self->radius + 3;
  const double slant = self->radius * 0.7 + 1;
  const PivotSpot places[] = {
    { x + off, y - box->height / 2 },
    { x - off - box->width, y - box->height / 2 },
    { x - box->width / 2, y - off - box->height + 1 },
    { x - box->width / 2, y + off - 1 },
    { x + slant, y - slant - box->height },
    { x + slant, y + slant },
    { x - slant - box->width, y - slant - box->height },
    { x - slant - box->width, y + slant },
  };

  /* Rather anywhere beside the lines than on one. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        box->x = places[i].x;
        box->y = places[i].y;

        if (is_inside (self, box) && !is_taken (self, box) && count_points (self, box) == 0 &&
            (pass > 0 || !crosses_line (self, box)))
          {
            pivot_label_field_take (self, box);
            *on_line = pass > 0;
            return TRUE;
          }
      }

  return FALSE;
}

/* A turned label as a row of boxes: box i of a label whose near lower corner is at (x, y). */
static cairo_rectangle_t
box_along (double x,
           double y,
           double cosine,
           double sine,
           double width,
           double height,
           guint  i,
           guint  n)
{
  double along = (i + 0.5) * width / n;
  double side = MAX (height, width / n * fabs (cosine));
  double middle_x = x + along * cosine + height / 2 * sine;
  double middle_y = y + along * sine - height / 2 * cosine;

  return (cairo_rectangle_t) { middle_x - side / 2, middle_y - side / 2, side, side };
}

/* How bad a place is: points under it; G_MAXUINT for outside or taken. */
static guint
rate_along (const PivotLabelField *self,
            double                 x,
            double                 y,
            double                 cosine,
            double                 sine,
            double                 width,
            double                 height)
{
  guint n = MAX (1, (guint) ceil (width / height));
  guint n_points = 0;

  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle_t box = box_along (x, y, cosine, sine, width, height, i, n);

      if (!is_inside (self, &box) || is_taken (self, &box))
        return G_MAXUINT;
      n_points += count_points (self, &box);
    }

  return n_points;
}

/**
 * pivot_label_field_place_along: (skip)
 * @self: a field
 * @x0: left end of the line
 * @y0: left end of the line
 * @x1: right end of the line
 * @y1: right end of the line
 * @width: width of the text
 * @height: height of the text
 * @left: (out): the text's top left corner, about which it is turned
 * @top: (out): the text's top left corner, about which it is turned
 *
 * Finds room for a label on a line: near its right end rather than its left, above it rather than below, and where it
 * covers the fewest points.
 *
 * Returns: %FALSE if there is none
 */
gboolean
pivot_label_field_place_along (PivotLabelField *self,
                               double           x0,
                               double           y0,
                               double           x1,
                               double           y1,
                               double           width,
                               double           height,
                               double          *left,
                               double          *top)
{
  double length = hypot (x1 - x0, y1 - y0);
  double cosine = (x1 - x0) / length;
  double sine = (y1 - y0) / length;
  double best_x = 0, best_y = 0;
  guint best = G_MAXUINT;
  guint n = MAX (1, (guint) ceil (width / height));

  if (!(length > width * 1.2))
    return FALSE;

  for (guint k = 0; k < 2 * STEPS_ALONG && best > 0; k++)
    {
      double along = (length - width) * (0.97 - 0.94 * (k % STEPS_ALONG) / (STEPS_ALONG - 1));
      double off = k < STEPS_ALONG ? 2 : -2 - height;
      double x = x0 + along * cosine + off * sine;
      double y = y0 + along * sine - off * cosine;
      guint rate = rate_along (self, x, y, cosine, sine, width, height);

      if (rate < best)
        {
          best = rate;
          best_x = x;
          best_y = y;
        }
    }

  if (best == G_MAXUINT || best > pivot_point_grid_get_n (self->points) / COVERED_ALONG)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle_t box = box_along (best_x, best_y, cosine, sine, width, height, i, n);

      pivot_label_field_take (self, &box);
    }

  *left = best_x + height * sine;
  *top = best_y - height * cosine;

  return TRUE;
}

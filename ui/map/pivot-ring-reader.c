/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ring-reader.h"

#include <math.h>

void
pivot_ring_reader_init (PivotRingReader      *self,
                        const cairo_matrix_t *to_px,
                        const PivotBox       *window,
                        double                tolerance)
{
  *self = (PivotRingReader) {
    .x0 = to_px->x0,
    .y0 = to_px->y0,
    .xx = to_px->xx,
    .yy = to_px->yy,
    .tolerance = tolerance,
    .window = *window,
    .points = g_array_sized_new (FALSE, FALSE, 2 * sizeof (double), 256),
    .spare = g_array_sized_new (FALSE, FALSE, 2 * sizeof (double), 256),
  };
}

void
pivot_ring_reader_clear (PivotRingReader *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->spare, g_array_unref);
}

PivotBox
pivot_ring_reader_map_box (const PivotRingReader *self,
                           const PivotBox        *box)
{
  return (PivotBox) {
    self->x0 + self->xx * box->x0, self->y0 + self->yy * box->y0,
    self->x0 + self->xx * box->x1, self->y0 + self->yy * box->y1,
  };
}

gboolean
pivot_ring_reader_sees (const PivotRingReader *self,
                        const PivotBox        *box)
{
  PivotBox px = pivot_ring_reader_map_box (self, box);

  return px.x0 <= self->window.x1 && px.x1 >= self->window.x0 &&
         px.y0 <= self->window.y1 && px.y1 >= self->window.y0 &&
         (px.x1 - px.x0 >= self->tolerance || px.y1 - px.y0 >= self->tolerance);
}

/* To pixels, without the vertices that are too near to the last one kept. Tells whether all of it lies inside. */
static gboolean
thin_out (PivotRingReader *self,
          const double    *ring,
          guint            n)
{
  double *out;
  double last_x = NAN, last_y = NAN;
  gboolean inside = TRUE;
  guint kept = 0;

  g_array_set_size (self->points, n);
  out = (double *) (gpointer) self->points->data;

  for (guint i = 0; i < n; i++)
    {
      double x = self->x0 + self->xx * ring[2 * i];
      double y = self->y0 + self->yy * ring[2 * i + 1];

      if (fabs (x - last_x) < self->tolerance && fabs (y - last_y) < self->tolerance)
        continue;

      inside = inside && x >= self->window.x0 && x <= self->window.x1 && y >= self->window.y0 && y <= self->window.y1;
      out[2 * kept] = last_x = x;
      out[2 * kept + 1] = last_y = y;
      kept++;
    }

  /* Rings come closed; the point that repeats the first is implied from here on. */
  if (kept > 1 && fabs (out[0] - last_x) < self->tolerance && fabs (out[1] - last_y) < self->tolerance)
    kept--;

  g_array_set_size (self->points, kept);

  return inside;
}

/* One step of Sutherland and Hodgman's clipping: keeps what is on the inner side of a line along one axis. */
static void
clip_side (GArray   *from,
           GArray   *to,
           int       axis,
           double    limit,
           gboolean  keep_below)
{
  const double *in = (const double *) (gpointer) from->data;

  g_array_set_size (to, 0);

  for (guint i = 0; i < from->len; i++)
    {
      const double *a = in + 2 * (i > 0 ? i - 1 : from->len - 1);
      const double *b = in + 2 * i;
      gboolean a_in = keep_below ? a[axis] <= limit : a[axis] >= limit;
      gboolean b_in = keep_below ? b[axis] <= limit : b[axis] >= limit;

      if (a_in != b_in)
        {
          double t = (limit - a[axis]) / (b[axis] - a[axis]);
          double crossing[2];

          crossing[axis] = limit;
          crossing[1 - axis] = a[1 - axis] + t * (b[1 - axis] - a[1 - axis]);
          g_array_append_vals (to, crossing, 1);
        }
      if (b_in)
        g_array_append_vals (to, b, 1);
    }
}

const double *
pivot_ring_reader_fill (PivotRingReader *self,
                        const double    *ring,
                        guint            n,
                        guint           *n_out)
{
  *n_out = 0;

  if (!thin_out (self, ring, n))
    {
      clip_side (self->points, self->spare, 0, self->window.x0, FALSE);
      clip_side (self->spare, self->points, 0, self->window.x1, TRUE);
      clip_side (self->points, self->spare, 1, self->window.y0, FALSE);
      clip_side (self->spare, self->points, 1, self->window.y1, TRUE);
    }

  if (self->points->len < 3)
    return NULL;

  *n_out = self->points->len;
  return (const double *) (gpointer) self->points->data;
}

static gboolean
passes_by (const PivotRingReader *self,
           const double          *a,
           const double          *b)
{
  return (a[0] < self->window.x0 && b[0] < self->window.x0) || (a[0] > self->window.x1 && b[0] > self->window.x1) ||
         (a[1] < self->window.y0 && b[1] < self->window.y0) || (a[1] > self->window.y1 && b[1] > self->window.y1);
}

/* Lines are not clipped as shapes are: the window's edge would be drawn. Edges that pass by are left out instead. */
static void
trace_inside (PivotRingReader *self,
              cairo_t         *cr)
{
  const double *points = (const double *) (gpointer) self->points->data;
  gboolean pen_down = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const double *a = points + 2 * i;
      const double *b = points + 2 * ((i + 1) % self->points->len);

      if (passes_by (self, a, b))
        {
          pen_down = FALSE;
          continue;
        }
      if (!pen_down)
        cairo_move_to (cr, a[0], a[1]);
      cairo_line_to (cr, b[0], b[1]);
      pen_down = TRUE;
    }
}

void
pivot_ring_reader_trace (PivotRingReader *self,
                         const double    *ring,
                         guint            n,
                         cairo_t         *cr)
{
  gboolean inside = thin_out (self, ring, n);
  const double *points = (const double *) (gpointer) self->points->data;

  if (self->points->len < 2)
    return;

  if (!inside)
    {
      trace_inside (self, cr);
      return;
    }

  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < self->points->len; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

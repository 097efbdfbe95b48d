/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-slabs-private.h"

#define EDGES_PER_SLAB 4
#define MAX_SLABS 8192
/* An edge stands in this many slabs in the mean, at most. */
#define MAX_SHARE 4

/* Monotonous in y, so that an edge that reaches a height is always in that height's slab. */
static inline guint
find_slab (const PivotSlabs *self,
           double            y)
{
  return (guint) CLAMP ((y - self->y0) * self->scale, 0, self->n_slabs - 1);
}

static guint
choose_n_slabs (const PivotShapes *shapes,
                guint              first,
                guint              end,
                double             height)
{
  guint n_edges = end - first;
  double climb = 0, n = MIN (n_edges / EDGES_PER_SLAB, MAX_SLABS);

  for (guint i = first; i + 1 < end; i++)
    climb += fabs (shapes->points[2 * (gsize) i + 3] - shapes->points[2 * (gsize) i + 1]);

  /* Edges as tall as the polygon would stand in every slab. */
  if (climb > 0)
    n = MIN (n, (MAX_SHARE - 1) * n_edges * height / climb);

  return MAX (n, 1);
}

/* First counts, then fills in; either way an edge is met once per slab. */
static void
distribute (PivotSlabs        *self,
            const PivotShapes *shapes,
            guint              polygon,
            guint             *next)
{
  for (guint ring = shapes->polygons[polygon]; ring < shapes->polygons[polygon + 1]; ring++)
    for (guint i = shapes->rings[ring]; i + 1 < shapes->rings[ring + 1]; i++)
      {
        guint a = find_slab (self, shapes->points[2 * (gsize) i + 1]);
        guint b = find_slab (self, shapes->points[2 * (gsize) i + 3]);

        for (guint slab = MIN (a, b); slab <= MAX (a, b); slab++)
          {
            if (self->edges != NULL)
              self->edges[next[slab]] = i;
            next[slab]++;
          }
      }
}

PivotSlabs *
_pivot_slabs_new (const PivotShapes *shapes,
                  guint              polygon)
{
  PivotSlabs *self = g_new0 (PivotSlabs, 1);
  const PivotBox *box = &shapes->boxes[polygon];
  double height = box->y1 - box->y0;
  g_autofree guint *next = NULL;

  self->points = shapes->points;
  self->y0 = box->y0;
  self->n_slabs = choose_n_slabs (shapes, shapes->rings[shapes->polygons[polygon]],
                                  shapes->rings[shapes->polygons[polygon + 1]], height);
  self->scale = height > 0 ? self->n_slabs / height : 0;

  self->start = g_new0 (guint, self->n_slabs + 1);
  distribute (self, shapes, polygon, self->start + 1);
  for (guint i = 0; i < self->n_slabs; i++)
    self->start[i + 1] += self->start[i];

  self->edges = g_new (guint, MAX (self->start[self->n_slabs], 1));
  next = g_memdup2 (self->start, self->n_slabs * sizeof (guint));
  distribute (self, shapes, polygon, next);

  return self;
}

void
_pivot_slabs_free (PivotSlabs *self)
{
  g_free (self->start);
  g_free (self->edges);
  g_free (self);
}

gboolean
_pivot_slabs_contain (const PivotSlabs *self,
                      double            x,
                      double            y)
{
  guint slab = find_slab (self, y);
  gboolean inside = FALSE;

  for (guint i = self->start[slab]; i < self->start[slab + 1]; i++)
    inside ^= pivot_edge_crosses_ray (self->points + 2 * (gsize) self->edges[i], x, y);

  return inside;
}

double
_pivot_slabs_distance2 (const PivotSlabs *self,
                        double            x,
                        double            y,
                        double            max2)
{
  double distance = sqrt (max2);
  guint first = find_slab (self, y - distance), last = find_slab (self, y + distance);

  for (guint i = self->start[first]; i < self->start[last + 1]; i++)
    max2 = MIN (max2, pivot_edge_distance2 (self->points + 2 * (gsize) self->edges[i], x, y));

  return max2;
}

static gboolean
edge_meets_box (const double   *e,
                const PivotBox *box)
{
  PivotBox around = PIVOT_BOX_EMPTY;
  double dx = e[2] - e[0], dy = e[3] - e[1];
  double a, b, c, d;

  pivot_box_add (&around, e[0], e[1]);
  pivot_box_add (&around, e[2], e[3]);
  if (!pivot_box_meets (&around, box))
    return FALSE;

  /* On which side of the edge the four corners are. */
  a = dx * (box->y0 - e[1]) - dy * (box->x0 - e[0]);
  b = dx * (box->y0 - e[1]) - dy * (box->x1 - e[0]);
  c = dx * (box->y1 - e[1]) - dy * (box->x0 - e[0]);
  d = dx * (box->y1 - e[1]) - dy * (box->x1 - e[0]);

  return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0));
}

gboolean
_pivot_slabs_cross_box (const PivotSlabs *self,
                        const PivotBox   *box)
{
  guint first = find_slab (self, box->y0), last = find_slab (self, box->y1);

  for (guint i = self->start[first]; i < self->start[last + 1]; i++)
    if (edge_meets_box (self->points + 2 * (gsize) self->edges[i], box))
      return TRUE;

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry.h"

#include <math.h>

G_BEGIN_DECLS

/* Small planar predicates that every part of the geometry must decide alike; hence inline and in one place. */

#define PIVOT_BOX_EMPTY ((PivotBox) { INFINITY, INFINITY, -INFINITY, -INFINITY })

static inline gboolean
pivot_box_has (const PivotBox *box,
               double          x,
               double          y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

static inline gboolean
pivot_box_meets (const PivotBox *a,
                 const PivotBox *b)
{
  return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

static inline void
pivot_box_add (PivotBox *box,
               double    x,
               double    y)
{
  box->x0 = MIN (box->x0, x);
  box->y0 = MIN (box->y0, y);
  box->x1 = MAX (box->x1, x);
  box->y1 = MAX (box->y1, y);
}

static inline void
pivot_box_join (PivotBox       *box,
                const PivotBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

/* Whether the ray from the point to the east crosses the edge e[0] e[1] → e[2] e[3]. The lower end belongs to the edge
 * and the upper does not, so that a ray through a corner counts once; and the sum is made in the same order whichever
 * way the edge runs, so that two regions along one border never both claim a point, nor both leave it. */
static inline gboolean
pivot_edge_crosses_ray (const double *e,
                        double        x,
                        double        y)
{
  const double *a = e, *b = e + 2;

  if ((a[1] > y) == (b[1] > y))
    return FALSE;

  if (a[1] > b[1])
    {
      a = e + 2;
      b = e;
    }

  return x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0];
}

/* Square of the distance from the point to the edge. */
static inline double
pivot_edge_distance2 (const double *e,
                      double        x,
                      double        y)
{
  double dx = e[2] - e[0], dy = e[3] - e[1];
  double px = x - e[0], py = y - e[1];
  double length2 = dx * dx + dy * dy;

  if (length2 > 0)
    {
      double t = CLAMP ((px * dx + py * dy) / length2, 0, 1);

      px -= t * dx;
      py -= t * dy;
    }

  return px * px + py * py;
}

G_END_DECLS

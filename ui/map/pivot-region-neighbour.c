/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-neighbour.h"

#include <math.h>

/* Cosine of 60°: what is further off the direction does not lie in it. */
#define MIN_COSINE 0.5

static gboolean
get_middle (const PivotGeometry *geometry,
            guint                region,
            double              *x,
            double              *y)
{
  PivotBox box = pivot_geometry_get_box (geometry, region);

  *x = (box.x0 + box.x1) / 2;
  *y = (box.y0 + box.y1) / 2;

  return box.x0 <= box.x1;
}

static int
find_across_border (const PivotGeometry *geometry,
                    guint                from,
                    double               dx,
                    double               dy)
{
  double from_x, from_y, unused, best = MIN_COSINE;
  int found = -1;
  guint n;
  const guint *neighbours = pivot_geometry_get_neighbours (geometry, from, &n);

  pivot_geometry_get_label (geometry, from, &from_x, &from_y, &unused);

  for (guint i = 0; i < n; i++)
    {
      double x, y, cosine;

      pivot_geometry_get_label (geometry, neighbours[i], &x, &y, &unused);
      cosine = ((x - from_x) * dx + (y - from_y) * dy) / (hypot (x - from_x, y - from_y) * hypot (dx, dy));
      if (cosine > best)
        {
          best = cosine;
          found = neighbours[i];
        }
    }

  return found;
}

/* Over water the middle of each region's box stands for it: label points of thousands would take long to find. */
static int
find_nearest (const PivotGeometry *geometry,
              guint                from,
              double               dx,
              double               dy)
{
  double from_x, from_y, best = INFINITY;
  int found = -1;

  if (!get_middle (geometry, from, &from_x, &from_y))
    return -1;

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      double x, y, distance, cosine;

      if (i == from || !get_middle (geometry, i, &x, &y))
        continue;

      distance = hypot (x - from_x, y - from_y);
      cosine = ((x - from_x) * dx + (y - from_y) * dy) / (distance * hypot (dx, dy));
      if (cosine > MIN_COSINE && distance / cosine < best)
        {
          best = distance / cosine;
          found = i;
        }
    }

  return found;
}

int
pivot_region_neighbour_find (const PivotGeometry *geometry,
                             guint                from,
                             double               dx,
                             double               dy)
{
  int found = find_across_border (geometry, from, dx, dy);

  return found >= 0 ? found : find_nearest (geometry, from, dx, dy);
}

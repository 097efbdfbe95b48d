/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-ring.h"

#include "pivot-planar.h"

typedef struct
{
  const double *points;   /* closed: the last is the first */
  guint         n;
  PivotBox      box;
} RingArea;

static gboolean
area_has (const RingArea *area,
          double          x,
          double          y)
{
  gboolean inside = FALSE;

  if (!pivot_box_has (&area->box, x, y))
    return FALSE;

  for (guint i = 0; i + 1 < area->n; i++)
    if (pivot_edge_crosses_ray (area->points + 2 * i, x, y))
      inside = !inside;

  return inside;
}

static double
get_side (const double *edge,
          const double *point)
{
  return (edge[2] - edge[0]) * (point[1] - edge[1]) - (edge[3] - edge[1]) * (point[0] - edge[0]);
}

static gboolean
edges_cross (const double *one,
             const double *other)
{
  return get_side (one, other) * get_side (one, other + 2) <= 0 && get_side (other, one) * get_side (other, one + 2) <= 0;
}

static gboolean
edge_crosses_area (const RingArea *area,
                   const double   *edge)
{
  PivotBox box = PIVOT_BOX_EMPTY;

  pivot_box_add (&box, edge[0], edge[1]);
  pivot_box_add (&box, edge[2], edge[3]);
  if (!pivot_box_meets (&box, &area->box))
    return FALSE;

  for (guint i = 0; i + 1 < area->n; i++)
    if (edges_cross (area->points + 2 * i, edge))
      return TRUE;

  return FALSE;
}

/* Corners first: most that are within are found by one of them. */
static gboolean
meets_ring (const RingArea *area,
            const double   *ring,
            guint           n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (area_has (area, ring[2 * i], ring[2 * i + 1]))
      return TRUE;

  for (guint i = 0; i + 1 < n; i++)
    if (edge_crosses_area (area, ring + 2 * i))
      return TRUE;

  return FALSE;
}

static gboolean
meets_region (const RingArea      *area,
              const PivotGeometry *geometry,
              guint                region)
{
  if (pivot_geometry_contains (geometry, region, area->points[0], area->points[1]))
    return TRUE;

  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    {
      PivotBox box = pivot_geometry_get_polygon_box (geometry, region, p);

      if (!pivot_box_meets (&box, &area->box))
        continue;

      for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
        {
          guint n;
          const double *ring = pivot_geometry_get_ring (geometry, region, p, r, &n);

          if (meets_ring (area, ring, n))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * pivot_geo_ring_query:
 * @index: index of @geometry
 * @geometry: regions
 * @points: (array): x and y of the ring's points, in the regions' plane
 * @n: how many points
 * @n_found: (out): how many regions
 *
 * Finds the regions that meet what a ring encloses, as a box finds those that meet it.
 *
 * Returns: (transfer full) (array length=n_found): their numbers, ascending
 */
guint *
pivot_geo_ring_query (const PivotGeoIndex *index,
                      const PivotGeometry *geometry,
                      const double        *points,
                      guint                n,
                      guint               *n_found)
{
  g_autofree double *closed = NULL;
  RingArea area = { NULL, n + 1, PIVOT_BOX_EMPTY };
  guint *found;
  guint n_met = 0;

  g_return_val_if_fail (index != NULL && geometry != NULL, NULL);
  g_return_val_if_fail (points != NULL && n > 0 && n_found != NULL, NULL);

  closed = g_new (double, 2 * (n + 1));
  for (guint i = 0; i <= n; i++)
    {
      closed[2 * i] = points[2 * (i % n)];
      closed[2 * i + 1] = points[2 * (i % n) + 1];
      pivot_box_add (&area.box, closed[2 * i], closed[2 * i + 1]);
    }
  area.points = closed;

  found = pivot_geo_index_query (index, &area.box, n_found);
  for (guint i = 0; i < *n_found; i++)
    if (meets_region (&area, geometry, found[i]))
      found[n_met++] = found[i];
  *n_found = n_met;

  return found;
}

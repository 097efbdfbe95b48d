/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-layout.h"

#include "pivot-geometry-private.h"

#include <math.h>

/* Corners of a ring on its way; a multiple of four, so that a square's corners are among them. */
#define MAX_CORNERS 96
#define MIN_CORNERS 12
#define ALL_CORNERS 12000
/* Islands are at most so many, and those at least this part of the largest polygon. */
#define MAX_ISLANDS 6
#define ISLAND_CORNERS 16
#define MIN_ISLAND 0.004

/* A ring that starts with some shape and ends with another, corner for corner. */
typedef struct
{
  guint   region;
  guint   n;
  gsize   first;      /* of its corners in from and to */
} Ring;

struct _PivotMorph
{
  guint   n_regions;
  GArray *rings;      /* of Ring, by region */
  GArray *from;       /* of double: x0 y0 … */
  GArray *to;
};

static double
get_signed_area (const double *points,
                 guint         n)
{
  double area = 0;

  for (guint i = 0; i + 1 < n; i++)
    area += points[2 * i] * points[2 * i + 3] - points[2 * i + 2] * points[2 * i + 1];

  return area / 2;
}

/* The corner that is farthest to the north-west: there the ways around two shapes begin. */
static guint
find_start (const double *points,
            guint         n)
{
  guint start = 0;

  for (guint i = 1; i + 1 < n; i++)
    if (points[2 * i] + points[2 * i + 1] < points[2 * start] + points[2 * start + 1])
      start = i;

  return start;
}

/* Adds n_corners points at equal distances along the ring, clockwise as seen on screen, from its start on. */
static void
append_resampled (GArray       *corners,
                  const double *points,
                  guint         n,
                  guint         n_corners)
{
  int direction = get_signed_area (points, n) >= 0 ? 1 : -1;
  guint n_edges = n - 1, at = find_start (points, n), next = (at + n_edges + direction) % n_edges;
  double length = 0, passed = 0, edge;

  for (guint i = 0; i < n_edges; i++)
    length += hypot (points[2 * i + 2] - points[2 * i], points[2 * i + 3] - points[2 * i + 1]);

  edge = hypot (points[2 * next] - points[2 * at], points[2 * next + 1] - points[2 * at + 1]);
  for (guint i = 0, n_steps = 0; i < n_corners; i++)
    {
      double wanted = length * i / n_corners, share;
      double point[2];

      while (passed + edge < wanted && n_steps < n_edges)
        {
          passed += edge;
          at = next;
          next = (at + n_edges + direction) % n_edges;
          edge = hypot (points[2 * next] - points[2 * at], points[2 * next + 1] - points[2 * at + 1]);
          n_steps++;
        }
      share = edge > 0 ? CLAMP ((wanted - passed) / edge, 0, 1) : 0;
      point[0] = points[2 * at] + share * (points[2 * next] - points[2 * at]);
      point[1] = points[2 * at + 1] + share * (points[2 * next + 1] - points[2 * at + 1]);
      g_array_append_vals (corners, point, 2);
    }
}

static void
append_point (GArray *corners,
              double  x,
              double  y,
              guint   n_corners)
{
  const double point[2] = { x, y };

  for (guint i = 0; i < n_corners; i++)
    g_array_append_vals (corners, point, 2);
}

typedef struct
{
  guint  polygon;
  double area;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *one = a, *other = b;

  if (one->area != other->area)
    return one->area > other->area ? -1 : 1;

  return one->polygon < other->polygon ? -1 : one->polygon > other->polygon;
}

/* The largest polygon first, then islands that would be missed. */
static GArray *
list_parts (PivotGeometry *geometry,
            guint          region)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    {
      guint n;
      const double *ring = pivot_geometry_get_ring (geometry, region, p, 0, &n);
      Part part = { p, fabs (get_signed_area (ring, n)) };

      if (n > 3)
        g_array_append_val (parts, part);
    }

  g_array_sort (parts, compare_parts);
  for (guint i = 1; i < parts->len; i++)
    if (i > MAX_ISLANDS || g_array_index (parts, Part, i).area < MIN_ISLAND * g_array_index (parts, Part, 0).area)
      {
        g_array_set_size (parts, i);
        break;
      }

  return parts;
}

static void
append_part (GArray        *corners,
             PivotGeometry *geometry,
             guint          region,
             const GArray  *parts,
             guint          part,
             guint          n_corners)
{
  guint n;
  const double *ring = pivot_geometry_get_ring (geometry, region, g_array_index (parts, Part, part).polygon, 0, &n);

  append_resampled (corners, ring, n, n_corners);
}

/* Islands shrink into the middle of what their region becomes, or grow out of it. */
static void
add_islands (PivotMorph    *self,
             GArray        *shaped,
             GArray        *pointed,
             PivotGeometry *geometry,
             guint          region,
             const GArray  *parts,
             const PivotBox *target)
{
  for (guint i = 1; i < parts->len; i++)
    {
      Ring ring = { region, ISLAND_CORNERS, shaped->len / 2 };

      append_part (shaped, geometry, region, parts, i, ISLAND_CORNERS);
      append_point (pointed, (target->x0 + target->x1) / 2, (target->y0 + target->y1) / 2, ISLAND_CORNERS);
      g_array_append_val (self->rings, ring);
    }
}

static void
add_region (PivotMorph    *self,
            PivotGeometry *from,
            PivotGeometry *to,
            guint          region,
            guint          n_corners)
{
  g_autoptr(GArray) before = list_parts (from, region);
  g_autoptr(GArray) after = list_parts (to, region);
  Ring ring = { region, n_corners, self->from->len / 2 };

  if (before->len == 0 || after->len == 0)
    return;

  append_part (self->from, from, region, before, 0, n_corners);
  append_part (self->to, to, region, after, 0, n_corners);
  g_array_append_val (self->rings, ring);
  add_islands (self, self->from, self->to, from, region, before, &to->regions[region].box);
  add_islands (self, self->to, self->from, to, region, after, &from->regions[region].box);
}

/**
 * pivot_morph_new:
 * @from: regions
 * @to: as many regions
 *
 * Prepares the way from one shape of each region to another. Rings are reduced to a few dozen corners each; holes are filled.
 *
 * Returns: (transfer full): the way
 */
PivotMorph *
pivot_morph_new (PivotGeometry *from,
                 PivotGeometry *to)
{
  PivotMorph *self;
  guint n_corners;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  g_return_val_if_fail (from->n_regions == to->n_regions, NULL);

  self = g_new0 (PivotMorph, 1);
  self->n_regions = from->n_regions;
  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  self->from = g_array_new (FALSE, FALSE, sizeof (double));
  self->to = g_array_new (FALSE, FALSE, sizeof (double));

  n_corners = CLAMP (ALL_CORNERS / MAX (self->n_regions, 1), MIN_CORNERS, MAX_CORNERS) / 4 * 4;
  for (guint i = 0; i < self->n_regions; i++)
    add_region (self, from, to, i, n_corners);

  return self;
}

/**
 * pivot_morph_free:
 * @self: (transfer full): a way
 *
 * Frees it.
 */
void
pivot_morph_free (PivotMorph *self)
{
  g_array_unref (self->rings);
  g_array_unref (self->from);
  g_array_unref (self->to);
  g_free (self);
}

static void
add_ring (const PivotMorph     *self,
          const Ring           *ring,
          double                progress,
          PivotGeometryBuilder *builder)
{
  const double *from = &g_array_index (self->from, double, 2 * ring->first);
  const double *to = &g_array_index (self->to, double, 2 * ring->first);

  _pivot_geometry_builder_begin_polygon (builder);
  _pivot_geometry_builder_begin_ring (builder);
  for (guint i = 0; i <= ring->n; i++)
    {
      guint k = 2 * (i % ring->n);

      _pivot_geometry_builder_add_point (builder, from[k] + progress * (to[k] - from[k]),
                                         from[k + 1] + progress * (to[k + 1] - from[k + 1]));
    }
}

/**
 * pivot_morph_get:
 * @self: a way
 * @progress: 0 at its beginning, 1 at its end
 *
 * Makes the shapes that regions have on the way.
 *
 * Returns: (transfer full): the regions
 */
PivotGeometry *
pivot_morph_get (PivotMorph *self,
                 double      progress)
{
  g_autoptr(PivotGeometryBuilder) builder = _pivot_geometry_builder_new ();
  guint next = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_regions; i++)
    {
      _pivot_geometry_builder_begin_region (builder);
      for (; next < self->rings->len && g_array_index (self->rings, Ring, next).region == i; next++)
        add_ring (self, &g_array_index (self->rings, Ring, next), progress, builder);
    }

  return _pivot_geometry_builder_finish (builder);
}

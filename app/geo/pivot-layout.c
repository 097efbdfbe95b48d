/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-layout.h"

#include "pivot-dorling.h"
#include "pivot-geometry-private.h"

#include <math.h>

/* Part of a cell that stays free around its square, on each side. */
#define TILE_GAP 0.03
/* Area of all circles together, as a part of that of the regions. */
#define COVER 0.6
/* Radius of a circle without a size, as a part of that of the mean one. */
#define SMALL_RADIUS 0.32
/* Corners of a circle, of few and of many. */
#define CORNERS 64
#define FEW_CORNERS 24
#define MANY_REGIONS 1000

static gboolean
is_empty (const PivotGeometry *geometry,
          guint                region)
{
  return geometry->regions[region].n_polygons == 0;
}

static double
get_ring_area (const double *points,
               guint         n)
{
  double area = 0;

  for (guint i = 0; i + 1 < n; i++)
    area += points[2 * i] * points[2 * i + 3] - points[2 * i + 2] * points[2 * i + 1];

  return fabs (area) / 2;
}

static double
get_total_area (PivotGeometry *geometry)
{
  double area = 0;

  for (guint i = 0; i < geometry->n_regions; i++)
    for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, i); p++)
      {
        guint n;
        const double *ring = pivot_geometry_get_ring (geometry, i, p, 0, &n);

        area += get_ring_area (ring, n);
      }

  return area;
}

/* Label points are right for shapes that are no discs, but take long to find for thousands. */
static void
get_middle (PivotGeometry *geometry,
            guint          region,
            double        *x,
            double        *y)
{
  PivotBox box = geometry->regions[region].box;

  if (geometry->n_regions <= MANY_REGIONS)
    pivot_geometry_get_label (geometry, region, x, y, NULL);
  else
    {
      *x = (box.x0 + box.x1) / 2;
      *y = (box.y0 + box.y1) / 2;
    }
}

/* Circles of these sizes where they are to be on the plane, none over another. */
static PivotCircle *
place_circles (PivotGeometry *geometry,
               const double  *sizes)
{
  g_autoptr(GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *start = g_new0 (guint, geometry->n_regions + 1);
  PivotCircle *circles = g_new0 (PivotCircle, MAX (geometry->n_regions, 1));
  PivotAdjacency adjacency = { start, NULL };
  double sum = 0, area = get_total_area (geometry) * COVER, small;
  guint n_sized = 0;

  for (guint i = 0; i < geometry->n_regions; i++)
    if (!is_empty (geometry, i))
      {
        double size = sizes != NULL ? sizes[i] : 1;

        get_middle (geometry, i, &circles[i].x, &circles[i].y);
        circles[i].radius = size > 0 ? size : 0;
        sum += circles[i].radius;
        n_sized += size > 0;
      }

  small = SMALL_RADIUS * sqrt (area / G_PI / MAX (n_sized, 1));
  for (guint i = 0; i < geometry->n_regions; i++)
    {
      guint n;
      const guint *found = pivot_geometry_get_neighbours (geometry, i, &n);

      if (!is_empty (geometry, i))
        circles[i].radius = circles[i].radius > 0 ? sqrt (area * circles[i].radius / sum / G_PI) : small;
      g_array_append_vals (neighbours, found, n);
      start[i + 1] = neighbours->len;
    }

  adjacency.regions = (const guint *) (gpointer) neighbours->data;
  pivot_dorling_place (circles, geometry->n_regions, &adjacency);

  return circles;
}

/* From a layout's own units into the middle of the box of what it is made from. */
static void
get_fit (const PivotBox *box,
         const PivotBox *into,
         double         *scale,
         double         *x0,
         double         *y0)
{
  *scale = MIN ((into->x1 - into->x0) / (box->x1 - box->x0), (into->y1 - into->y0) / (box->y1 - box->y0));
  *x0 = (into->x0 + into->x1) / 2 - *scale * (box->x0 + box->x1) / 2;
  *y0 = (into->y0 + into->y1) / 2 - *scale * (box->y0 + box->y1) / 2;
}

static void
begin_region (PivotGeometryBuilder *builder,
              const PivotGeometry  *geometry,
              guint                 region)
{
  _pivot_geometry_builder_begin_region (builder);
  _pivot_geometry_builder_set_id (builder, pivot_geometry_get_id (geometry, region));
  _pivot_geometry_builder_set_name (builder, pivot_geometry_get_name (geometry, region));
}

/**
 * pivot_layout_make_tiles:
 * @geometry: regions
 *
 * Finds a cell for each region. Circles of the same size, one a region, first make room for each other as in a cartogram; where these
 * have come to is near to a lattice already, however crowded one corner of the map is.
 *
 * Returns: (transfer full) (array): a cell for each region
 */
PivotTile *
pivot_layout_make_tiles (PivotGeometry *geometry)
{
  g_autofree PivotCircle *circles = NULL;
  g_autofree PivotTile *found = NULL;
  g_autofree double *points = NULL;
  PivotTile *tiles;
  double step = 0;
  guint n = 0;

  g_return_val_if_fail (geometry != NULL, NULL);

  circles = place_circles (geometry, NULL);
  points = g_new (double, 2 * MAX (geometry->n_regions, 1));
  for (guint i = 0; i < geometry->n_regions; i++)
    if (!is_empty (geometry, i))
      {
        points[2 * n] = circles[i].x;
        points[2 * n++ + 1] = circles[i].y;
        step = 2 * circles[i].radius;
      }

  found = pivot_tile_grid_assign (points, n, step);
  tiles = g_new0 (PivotTile, MAX (geometry->n_regions, 1));
  n = 0;
  for (guint i = 0; i < geometry->n_regions; i++)
    if (!is_empty (geometry, i))
      tiles[i] = found[n++];

  return tiles;
}

static void
add_square (PivotGeometryBuilder *builder,
            double                x0,
            double                y0,
            double                x1,
            double                y1)
{
  _pivot_geometry_builder_begin_polygon (builder);
  _pivot_geometry_builder_begin_ring (builder);
  _pivot_geometry_builder_add_point (builder, x0, y0);
  _pivot_geometry_builder_add_point (builder, x1, y0);
  _pivot_geometry_builder_add_point (builder, x1, y1);
  _pivot_geometry_builder_add_point (builder, x0, y1);
  _pivot_geometry_builder_add_point (builder, x0, y0);
}

/**
 * pivot_layout_new_grid:
 * @geometry: regions
 * @tiles: (array): a cell for each of them
 *
 * Makes the tile grid: squares of one size within the regions' box.
 *
 * Returns: (transfer full): as many regions, in the same order and with the same ids
 */
PivotGeometry *
pivot_layout_new_grid (PivotGeometry   *geometry,
                       const PivotTile *tiles)
{
  g_autoptr(PivotGeometryBuilder) builder = _pivot_geometry_builder_new ();
  PivotBox box = PIVOT_BOX_EMPTY;
  double scale, x0, y0;

  g_return_val_if_fail (geometry != NULL && tiles != NULL, NULL);

  for (guint i = 0; i < geometry->n_regions; i++)
    if (!is_empty (geometry, i))
      {
        pivot_box_add (&box, tiles[i].column, tiles[i].row);
        pivot_box_add (&box, tiles[i].column + 1, tiles[i].row + 1);
      }
  get_fit (&box, &geometry->extent, &scale, &x0, &y0);

  for (guint i = 0; i < geometry->n_regions; i++)
    {
      begin_region (builder, geometry, i);
      if (!is_empty (geometry, i))
        add_square (builder, x0 + scale * (tiles[i].column + TILE_GAP), y0 + scale * (tiles[i].row + TILE_GAP),
                    x0 + scale * (tiles[i].column + 1 - TILE_GAP), y0 + scale * (tiles[i].row + 1 - TILE_GAP));
    }
  _pivot_geometry_builder_set_attribution (builder, geometry->attribution);

  return _pivot_geometry_builder_finish (builder);
}

static void
add_circle (PivotGeometryBuilder *builder,
            const PivotCircle    *circle,
            guint                 corners)
{
  _pivot_geometry_builder_begin_polygon (builder);
  _pivot_geometry_builder_begin_ring (builder);
  for (guint i = 0; i <= corners; i++)
    _pivot_geometry_builder_add_point (builder, circle->x + circle->radius * cos (2 * G_PI * (i % corners) / corners),
                                       circle->y + circle->radius * sin (2 * G_PI * (i % corners) / corners));
}

/**
 * pivot_layout_new_circles:
 * @geometry: regions
 * @sizes: (nullable) (array): a size for each of them, or %NULL for equal circles
 *
 * Makes the circle cartogram: a circle for each region whose area is in proportion to its size.
 *
 * A region whose size is missing, 0 or below has a small circle, which says nothing about a size.
 *
 * Returns: (transfer full): as many regions, in the same order and with the same ids
 */
PivotGeometry *
pivot_layout_new_circles (PivotGeometry *geometry,
                          const double  *sizes)
{
  g_autoptr(PivotGeometryBuilder) builder = _pivot_geometry_builder_new ();
  g_autofree PivotCircle *circles = NULL;
  PivotBox box = PIVOT_BOX_EMPTY;
  double scale, x0, y0;

  g_return_val_if_fail (geometry != NULL, NULL);

  circles = place_circles (geometry, sizes);
  for (guint i = 0; i < geometry->n_regions; i++)
    if (!is_empty (geometry, i))
      {
        pivot_box_add (&box, circles[i].x - circles[i].radius, circles[i].y - circles[i].radius);
        pivot_box_add (&box, circles[i].x + circles[i].radius, circles[i].y + circles[i].radius);
      }
  get_fit (&box, &geometry->extent, &scale, &x0, &y0);

  for (guint i = 0; i < geometry->n_regions; i++)
    {
      PivotCircle circle = { x0 + scale * circles[i].x, y0 + scale * circles[i].y, scale * circles[i].radius };

      begin_region (builder, geometry, i);
      if (is_empty (geometry, i))
        continue;
      add_circle (builder, &circle, geometry->n_regions > MANY_REGIONS ? FEW_CORNERS : CORNERS);
      _pivot_geometry_builder_set_label (builder, circle.x, circle.y);
    }
  _pivot_geometry_builder_set_attribution (builder, geometry->attribution);

  return _pivot_geometry_builder_finish (builder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geometry-private.h"

G_DEFINE_BOXED_TYPE (PivotGeometry, pivot_geometry, pivot_geometry_ref, pivot_geometry_unref)

static void
clear_shapes (gpointer data)
{
  PivotShapes *self = data;

  g_free (self->polygons);
  g_free (self->rings);
  g_free (self->points);
  g_free (self->boxes);
}

PivotShapes *
_pivot_shapes_new (void)
{
  return g_atomic_rc_box_new0 (PivotShapes);
}

void
_pivot_shapes_measure (PivotShapes *self)
{
  self->boxes = g_new (PivotBox, MAX (self->n_polygons, 1));

  for (guint i = 0; i < self->n_polygons; i++)
    {
      PivotBox box = PIVOT_BOX_EMPTY;
      guint end = self->rings[self->polygons[i + 1]];

      for (guint j = self->rings[self->polygons[i]]; j < end; j++)
        pivot_box_add (&box, self->points[2 * (gsize) j], self->points[2 * (gsize) j + 1]);
      self->boxes[i] = box;
    }
}

gboolean
_pivot_shapes_contain (const PivotShapes *self,
                       guint              polygon,
                       double             x,
                       double             y)
{
  gboolean inside = FALSE;

  if (!pivot_box_has (&self->boxes[polygon], x, y))
    return FALSE;

  for (guint ring = self->polygons[polygon]; ring < self->polygons[polygon + 1]; ring++)
    for (guint i = self->rings[ring]; i + 1 < self->rings[ring + 1]; i++)
      inside ^= pivot_edge_crosses_ray (self->points + 2 * (gsize) i, x, y);

  return inside;
}

PivotGeometry *
_pivot_geometry_new (PivotShapes *shapes,
                     guint        n_regions)
{
  PivotGeometry *self = g_new0 (PivotGeometry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->shapes = shapes;
  self->n_regions = n_regions;
  self->regions = g_new0 (PivotRegion, MAX (n_regions, 1));
  self->labels = g_new0 (PivotLabel, MAX (n_regions, 1));

  return self;
}

static void
measure_region (PivotGeometry *self,
                PivotRegion   *region)
{
  const PivotShapes *shapes = self->shapes;

  region->box = PIVOT_BOX_EMPTY;
  for (guint i = region->polygon; i < region->polygon + region->n_polygons; i++)
    pivot_box_join (&region->box, &shapes->boxes[i]);

  if (region->n_polygons > 0)
    self->n_points += shapes->rings[shapes->polygons[region->polygon + region->n_polygons]]
                      - shapes->rings[shapes->polygons[region->polygon]];
}

void
_pivot_geometry_complete (PivotGeometry *self)
{
  self->extent = PIVOT_BOX_EMPTY;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_regions; i++)
    {
      PivotRegion *region = &self->regions[i];

      measure_region (self, region);
      pivot_box_join (&self->extent, &region->box);

      if (region->id != NULL && !g_hash_table_contains (self->by_id, region->id))
        g_hash_table_insert (self->by_id, region->id, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * pivot_geometry_ref:
 * @self: a geometry
 *
 * Takes a reference. Any thread.
 *
 * Returns: (transfer full): @self
 */
PivotGeometry *
pivot_geometry_ref (PivotGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * pivot_geometry_unref:
 * @self: (transfer full): a geometry
 *
 * Drops a reference, and frees the geometry with the last one. Any thread.
 */
void
pivot_geometry_unref (PivotGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_id);
  for (guint i = 0; i < self->n_regions; i++)
    {
      g_clear_pointer (&self->regions[i].id, g_ref_string_release);
      g_clear_pointer (&self->regions[i].name, g_ref_string_release);
    }
  g_free (self->regions);
  g_free (self->labels);
  g_clear_pointer (&self->neighbours, _pivot_neighbours_free);
  g_atomic_rc_box_release_full (self->shapes, clear_shapes);
  g_clear_pointer (&self->origin, pivot_geometry_unref);
  g_free (self->attribution);
  g_free (self);
}

/**
 * pivot_geometry_get_n_regions:
 * @self: a geometry
 *
 * Returns: the number of regions, empty ones included
 */
guint
pivot_geometry_get_n_regions (const PivotGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_regions;
}

/**
 * pivot_geometry_get_n_points:
 * @self: a geometry
 *
 * Returns: the number of points of all rings, as in the file: the closing point of each ring counts, too
 */
guint
pivot_geometry_get_n_points (const PivotGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_points;
}

/**
 * pivot_geometry_get_id:
 * @self: a geometry
 * @region: index of a region
 *
 * Returns: (transfer none): the feature's id, a number as text; "" if it has none
 */
const char *
pivot_geometry_get_id (const PivotGeometry *self,
                       guint                region)
{
  g_return_val_if_fail (self != NULL && region < self->n_regions, "");

  return self->regions[region].id != NULL ? self->regions[region].id : "";
}

/**
 * pivot_geometry_get_name:
 * @self: a geometry
 * @region: index of a region
 *
 * Returns: (transfer none): the feature's property `name`, else `name_en`, else ""
 */
const char *
pivot_geometry_get_name (const PivotGeometry *self,
                         guint                region)
{
  g_return_val_if_fail (self != NULL && region < self->n_regions, "");

  return self->regions[region].name != NULL ? self->regions[region].name : "";
}

/**
 * pivot_geometry_get_attribution:
 * @self: a geometry
 *
 * Returns: (transfer none) (nullable): the `attribution` of the file it was read from
 */
const char *
pivot_geometry_get_attribution (const PivotGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attribution;
}

/**
 * pivot_geometry_find:
 * @self: a geometry
 * @id: an id
 *
 * Returns: the index of the region with that id, −1 if there is none
 */
int
pivot_geometry_find (const PivotGeometry *self,
                     const char          *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/**
 * pivot_geometry_get_box:
 * @self: a geometry
 * @region: index of a region
 *
 * Returns: the smallest box around the region, in the units of the plane; x0 > x1 if the region is empty
 */
PivotBox
pivot_geometry_get_box (const PivotGeometry *self,
                        guint                region)
{
  g_return_val_if_fail (self != NULL && region < self->n_regions, PIVOT_BOX_EMPTY);

  return self->regions[region].box;
}

/**
 * pivot_geometry_get_extent:
 * @self: a geometry
 *
 * Returns: the smallest box around all regions; x0 > x1 if all are empty
 */
PivotBox
pivot_geometry_get_extent (const PivotGeometry *self)
{
  g_return_val_if_fail (self != NULL, PIVOT_BOX_EMPTY);

  return self->extent;
}

/**
 * pivot_geometry_get_n_polygons:
 * @self: a geometry
 * @region: index of a region
 *
 * Returns: the number of its parts, 0 if it is empty
 */
guint
pivot_geometry_get_n_polygons (const PivotGeometry *self,
                               guint                region)
{
  g_return_val_if_fail (self != NULL && region < self->n_regions, 0);

  return self->regions[region].n_polygons;
}

/**
 * pivot_geometry_get_n_rings:
 * @self: a geometry
 * @region: index of a region
 * @polygon: index of one of its parts
 *
 * Returns: the number of rings: the outside and the holes
 */
guint
pivot_geometry_get_n_rings (const PivotGeometry *self,
                            guint                region,
                            guint                polygon)
{
  const guint *first;

  g_return_val_if_fail (self != NULL && region < self->n_regions, 0);
  g_return_val_if_fail (polygon < self->regions[region].n_polygons, 0);

  first = self->shapes->polygons + self->regions[region].polygon + polygon;
  return first[1] - first[0];
}

/**
 * pivot_geometry_get_ring:
 * @self: a geometry
 * @region: index of a region
 * @polygon: index of one of its parts
 * @ring: 0 for the outside, from 1 on for the holes
 * @n: (out): number of points
 *
 * Returns: (transfer none) (array): x0 y0 x1 y1 … of @n points, of which the last equals the first; valid as long as
 *   @self
 */
const double *
pivot_geometry_get_ring (const PivotGeometry *self,
                         guint                region,
                         guint                polygon,
                         guint                ring,
                         guint               *n)
{
  const guint *start;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);
  g_return_val_if_fail (ring < pivot_geometry_get_n_rings (self, region, polygon), NULL);

  start = self->shapes->rings + self->shapes->polygons[self->regions[region].polygon + polygon] + ring;
  *n = start[1] - start[0];
  return self->shapes->points + 2 * (gsize) start[0];
}

/**
 * pivot_geometry_get_polygon_box:
 * @self: a geometry
 * @region: index of a region
 * @polygon: index of one of its parts
 *
 * Returns: the smallest box around the part, in the units of the plane
 */
PivotBox
pivot_geometry_get_polygon_box (const PivotGeometry *self,
                                guint                region,
                                guint                polygon)
{
  g_return_val_if_fail (self != NULL && region < self->n_regions, PIVOT_BOX_EMPTY);
  g_return_val_if_fail (polygon < self->regions[region].n_polygons, PIVOT_BOX_EMPTY);

  return self->shapes->boxes[self->regions[region].polygon + polygon];
}

/**
 * pivot_geometry_get_label:
 * @self: a geometry
 * @region: index of a region
 * @x: (out) (optional): in the units of the plane
 * @y: (out) (optional): in the units of the plane
 * @radius: (out) (optional): of the circle that fits there, in the units of the plane
 *
 * Gets a point well inside the region, for its label: the one the file gives, if it is inside, else the pole of
 * inaccessibility of the largest part. Found when first asked for. An empty region gives 0, 0 and a radius of 0.
 */
void
pivot_geometry_get_label (const PivotGeometry *self,
                          guint                region,
                          double              *x,
                          double              *y,
                          double              *radius)
{
  PivotLabel *label;

  g_return_if_fail (self != NULL && region < self->n_regions);

  /* A cache: whoever comes first fills it in, everybody else sees the same. */
  label = self->labels + region;
  if (g_once_init_enter (&label->ready))
    {
      _pivot_geometry_find_label (self, region, label);
      g_once_init_leave (&label->ready, 1);
    }

  if (x != NULL)
    *x = label->x;
  if (y != NULL)
    *y = label->y;
  if (radius != NULL)
    *radius = label->radius;
}

/**
 * pivot_geometry_contains:
 * @self: a geometry
 * @region: index of a region
 * @x: in the units of the plane
 * @y: in the units of the plane
 *
 * Tells whether one of the region's parts contains the point, by the even-odd rule. On a border shared by two regions
 * exactly one of them contains it.
 *
 * Returns: whether the point is inside
 */
gboolean
pivot_geometry_contains (const PivotGeometry *self,
                         guint                region,
                         double               x,
                         double               y)
{
  const PivotRegion *r;

  g_return_val_if_fail (self != NULL && region < self->n_regions, FALSE);

  r = &self->regions[region];
  if (!pivot_box_has (&r->box, x, y))
    return FALSE;

  for (guint i = r->polygon; i < r->polygon + r->n_polygons; i++)
    if (_pivot_shapes_contain (self->shapes, i, x, y))
      return TRUE;

  return FALSE;
}

static PivotShapes *
project_shapes (const PivotShapes     *shapes,
                const PivotProjection *projection)
{
  PivotShapes *self = _pivot_shapes_new ();

  *self = *shapes;
  self->polygons = g_memdup2 (shapes->polygons, (shapes->n_polygons + 1) * sizeof (guint));
  self->rings = g_memdup2 (shapes->rings, (shapes->n_rings + 1) * sizeof (guint));
  self->points = g_new (double, MAX (2 * (gsize) shapes->n_points, 1));

  for (gsize i = 0; i < shapes->n_points; i++)
    pivot_projection_forward (projection, shapes->points[2 * i], shapes->points[2 * i + 1],
                              &self->points[2 * i], &self->points[2 * i + 1]);
  _pivot_shapes_measure (self);

  return self;
}

static void
copy_region (PivotRegion       *to,
             const PivotRegion *from)
{
  *to = *from;
  to->id = from->id != NULL ? g_ref_string_acquire (from->id) : NULL;
  to->name = from->name != NULL ? g_ref_string_acquire (from->name) : NULL;
}

/**
 * pivot_geometry_project:
 * @self: a geometry in degrees
 * @projection: where to
 *
 * Brings the regions into a plane. The result keeps @self alive: labels and neighbours come from there.
 *
 * Returns: (transfer full): the same regions in the units of the projection
 */
PivotGeometry *
pivot_geometry_project (const PivotGeometry   *self,
                        const PivotProjection *projection)
{
  PivotGeometry *result;

  g_return_val_if_fail (self != NULL && projection != NULL, NULL);
  g_return_val_if_fail (self->origin == NULL, NULL);

  result = _pivot_geometry_new (project_shapes (self->shapes, projection), self->n_regions);
  for (guint i = 0; i < self->n_regions; i++)
    copy_region (&result->regions[i], &self->regions[i]);
  result->attribution = g_strdup (self->attribution);
  result->origin = pivot_geometry_ref ((PivotGeometry *) self);
  result->projection = *projection;
  _pivot_geometry_complete (result);

  return result;
}

/**
 * pivot_geometry_arrange:
 * @self: a geometry
 * @ids: (array zero-terminated=1): ids of regions
 *
 * Picks regions. The points are shared, not copied.
 *
 * Returns: (transfer full): regions in the order of @ids; an id that @self does not have becomes an empty region
 */
PivotGeometry *
pivot_geometry_arrange (const PivotGeometry *self,
                        const char * const  *ids)
{
  PivotGeometry *result;
  guint n;

  g_return_val_if_fail (self != NULL && ids != NULL, NULL);

  n = g_strv_length ((char **) ids);
  result = _pivot_geometry_new (g_atomic_rc_box_acquire (self->shapes), n);
  for (guint i = 0; i < n; i++)
    {
      int index = pivot_geometry_find (self, ids[i]);

      if (index >= 0)
        copy_region (&result->regions[i], &self->regions[index]);
      else
        result->regions[i] = (PivotRegion) { .id = g_ref_string_new (ids[i]), .label_x = NAN, .label_y = NAN };
    }

  result->attribution = g_strdup (self->attribution);
  result->projection = self->projection;
  if (self->origin != NULL)
    result->origin = pivot_geometry_arrange (self->origin, ids);
  _pivot_geometry_complete (result);

  return result;
}

/**
 * pivot_geometry_get_neighbours:
 * @self: a geometry
 * @region: index of a region
 * @n: (out): number of neighbours
 *
 * Gets the regions that share at least one edge with @region: two corners in a row with exactly the same coordinates.
 * A common corner is not enough. Worked out for all regions when first asked for.
 *
 * Returns: (transfer none) (array length=n): indices, ascending
 */
const guint *
pivot_geometry_get_neighbours (const PivotGeometry *self,
                               guint                region,
                               guint               *n)
{
  gsize *cache;
  const PivotNeighbours *neighbours;

  g_return_val_if_fail (self != NULL && region < self->n_regions && n != NULL, NULL);

  /* A projection may bring different corners together, at the cut of Mercator. */
  if (self->origin != NULL)
    return pivot_geometry_get_neighbours (self->origin, region, n);

  cache = (gsize *) &self->neighbours;
  if (g_once_init_enter (cache))
    g_once_init_leave (cache, (gsize) _pivot_neighbours_new (self));

  neighbours = self->neighbours;
  *n = neighbours->start[region + 1] - neighbours->start[region];
  return neighbours->regions + neighbours->start[region];
}

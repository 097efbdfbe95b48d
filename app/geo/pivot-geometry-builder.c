/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geometry-private.h"

struct _PivotGeometryBuilder
{
  double *points;
  gsize   n_points;
  gsize   n_allocated;
  GArray *rings;        /* of guint: the first point */
  GArray *polygons;     /* of guint: the first ring */
  GArray *regions;      /* of PivotRegion */
  char   *attribution;
};

PivotGeometryBuilder *
_pivot_geometry_builder_new (void)
{
  PivotGeometryBuilder *self = g_new0 (PivotGeometryBuilder, 1);

  self->rings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->polygons = g_array_new (FALSE, FALSE, sizeof (guint));
  self->regions = g_array_new (FALSE, FALSE, sizeof (PivotRegion));

  return self;
}

void
_pivot_geometry_builder_free (PivotGeometryBuilder *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      PivotRegion *region = &g_array_index (self->regions, PivotRegion, i);

      g_clear_pointer (&region->id, g_ref_string_release);
      g_clear_pointer (&region->name, g_ref_string_release);
    }

  g_free (self->points);
  g_array_unref (self->rings);
  g_array_unref (self->polygons);
  g_array_unref (self->regions);
  g_free (self->attribution);
  g_free (self);
}

static PivotRegion *
get_last (PivotGeometryBuilder *self)
{
  g_assert (self->regions->len > 0);
  return &g_array_index (self->regions, PivotRegion, self->regions->len - 1);
}

guint
_pivot_geometry_builder_begin_region (PivotGeometryBuilder *self)
{
  PivotRegion region = {
    .polygon = self->polygons->len,
    .label_x = NAN,
    .label_y = NAN,
    .box = PIVOT_BOX_EMPTY,
  };

  g_array_append_val (self->regions, region);
  return self->regions->len - 1;
}

void
_pivot_geometry_builder_begin_polygon (PivotGeometryBuilder *self)
{
  g_array_append_val (self->polygons, self->rings->len);
  get_last (self)->n_polygons++;
}

void
_pivot_geometry_builder_begin_ring (PivotGeometryBuilder *self)
{
  guint first = self->n_points;

  g_array_append_val (self->rings, first);
}

void
_pivot_geometry_builder_add_point (PivotGeometryBuilder *self,
                                   double                x,
                                   double                y)
{
  if (G_UNLIKELY (self->n_points == self->n_allocated))
    {
      self->n_allocated = MAX (self->n_allocated * 2, 1024);
      self->points = g_renew (double, self->points, 2 * self->n_allocated);
    }

  /* Adding 0 turns −0 into 0: equal corners then have equal bytes. */
  self->points[2 * self->n_points] = x + 0.;
  self->points[2 * self->n_points + 1] = y + 0.;
  self->n_points++;
}

const double *
_pivot_geometry_builder_get_ring (PivotGeometryBuilder *self,
                                  guint                *n)
{
  guint first = g_array_index (self->rings, guint, self->rings->len - 1);

  *n = self->n_points - first;
  return self->points + 2 * (gsize) first;
}

void
_pivot_geometry_builder_set_id (PivotGeometryBuilder *self,
                                const char           *id)
{
  PivotRegion *region = get_last (self);

  g_clear_pointer (&region->id, g_ref_string_release);
  region->id = g_ref_string_new (id);
}

void
_pivot_geometry_builder_set_name (PivotGeometryBuilder *self,
                                  const char           *name)
{
  PivotRegion *region = get_last (self);

  g_clear_pointer (&region->name, g_ref_string_release);
  region->name = g_ref_string_new (name);
}

void
_pivot_geometry_builder_set_label (PivotGeometryBuilder *self,
                                   double                lon,
                                   double                lat)
{
  get_last (self)->label_x = lon;
  get_last (self)->label_y = lat;
}

void
_pivot_geometry_builder_set_attribution (PivotGeometryBuilder *self,
                                         const char           *attribution)
{
  g_free (self->attribution);
  self->attribution = g_strdup (attribution);
}

PivotGeometry *
_pivot_geometry_builder_finish (PivotGeometryBuilder *self)
{
  PivotShapes *shapes = _pivot_shapes_new ();
  PivotGeometry *geometry;
  guint end_ring = self->rings->len, end_point = self->n_points;

  shapes->n_polygons = self->polygons->len;
  shapes->n_rings = self->rings->len;
  shapes->n_points = self->n_points;

  g_array_append_val (self->polygons, end_ring);
  g_array_append_val (self->rings, end_point);
  shapes->polygons = g_array_steal (self->polygons, NULL);
  shapes->rings = g_array_steal (self->rings, NULL);
  shapes->points = g_renew (double, g_steal_pointer (&self->points), MAX (2 * self->n_points, 1));
  self->n_points = self->n_allocated = 0;
  _pivot_shapes_measure (shapes);

  geometry = _pivot_geometry_new (shapes, self->regions->len);
  if (self->regions->len > 0)
    memcpy (geometry->regions, self->regions->data, self->regions->len * sizeof (PivotRegion));
  g_array_set_size (self->regions, 0);
  geometry->attribution = g_steal_pointer (&self->attribution);
  _pivot_geometry_complete (geometry);

  return geometry;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-projection.h"

G_BEGIN_DECLS

typedef struct { double x0, y0, x1, y1; } PivotBox;   /* empty if x0 > x1 */

/* A set of regions, each a MultiPolygon with holes, in one coordinate system (degrees, or a projection's plane).
 * Flat arrays: region → polygons → rings → points. Refcounted, immutable once handed out, readable from any thread. */
typedef struct _PivotGeometry PivotGeometry;

#define PIVOT_TYPE_GEOMETRY (pivot_geometry_get_type ())
GType          pivot_geometry_get_type      (void);
PivotGeometry *pivot_geometry_ref           (PivotGeometry *self);
void           pivot_geometry_unref         (PivotGeometry *self);

guint          pivot_geometry_get_n_regions (const PivotGeometry *self);
guint          pivot_geometry_get_n_points  (const PivotGeometry *self);
const char    *pivot_geometry_get_id        (const PivotGeometry *self, guint region);   /* "" if the file gives none */
const char    *pivot_geometry_get_name      (const PivotGeometry *self, guint region);   /* its "name" property, or "" */
const char    *pivot_geometry_get_attribution (const PivotGeometry *self);               /* of the file, or NULL */
int            pivot_geometry_find          (const PivotGeometry *self, const char *id); /* −1 if none */
PivotBox       pivot_geometry_get_box       (const PivotGeometry *self, guint region);
PivotBox       pivot_geometry_get_extent    (const PivotGeometry *self);
/* Rings of a region: the first ring of each polygon is its outside, the others are holes. */
guint          pivot_geometry_get_n_polygons(const PivotGeometry *self, guint region);
guint          pivot_geometry_get_n_rings   (const PivotGeometry *self, guint region, guint polygon);
/* x0 y0 x1 y1 … of n points; the last equals the first. */
const double  *pivot_geometry_get_ring      (const PivotGeometry *self, guint region, guint polygon, guint ring, guint *n);
PivotBox       pivot_geometry_get_polygon_box (const PivotGeometry *self, guint region, guint polygon);
/* A point inside the largest part, from the file's "label" or found (pole of inaccessibility), and the radius of the
 * circle that fits there, in the units of the plane. */
void           pivot_geometry_get_label     (const PivotGeometry *self, guint region, double *x, double *y, double *radius);
gboolean       pivot_geometry_contains      (const PivotGeometry *self, guint region, double x, double y); /* even-odd */
/* The same regions in a plane. Latitudes past ±85.0511° are cut there for Mercator. */
PivotGeometry *pivot_geometry_project       (const PivotGeometry *self, const PivotProjection *projection) G_GNUC_WARN_UNUSED_RESULT;
/* Regions in the order of ids; an id without a region becomes an empty one. */
PivotGeometry *pivot_geometry_arrange       (const PivotGeometry *self, const char * const *ids) G_GNUC_WARN_UNUSED_RESULT;
/* Regions that share at least one edge (two points) with region, ascending. */
const guint   *pivot_geometry_get_neighbours(const PivotGeometry *self, guint region, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotGeometry, pivot_geometry_unref)

/* Spatial index over a geometry (same plane). Built once, immutable. */
typedef struct _PivotGeoIndex PivotGeoIndex;

PivotGeoIndex *pivot_geo_index_new     (PivotGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_geo_index_free    (PivotGeoIndex *self);
int            pivot_geo_index_find    (const PivotGeoIndex *self, double x, double y);          /* region that contains it, or −1 */
/* Region that contains the point, else the one whose nearest border or label point lies within max_distance; −1 if none. */
int            pivot_geo_index_nearest (const PivotGeoIndex *self, double x, double y, double max_distance);
/* Regions whose shape meets the box, ascending (transfer full). */
guint         *pivot_geo_index_query   (const PivotGeoIndex *self, const PivotBox *box, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotGeoIndex, pivot_geo_index_free)

G_END_DECLS

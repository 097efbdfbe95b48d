/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-planar.h"

G_BEGIN_DECLS

/* Polygons, rings and points, flat. Shared by all geometries that only order regions differently; immutable. */
typedef struct
{
  guint     n_polygons;
  guint     n_rings;
  guint     n_points;
  guint    *polygons;    /* n_polygons + 1: the first ring of each */
  guint    *rings;       /* n_rings + 1: the first point of each */
  double   *points;      /* x0 y0 x1 y1 … */
  PivotBox *boxes;       /* of each polygon */
} PivotShapes;

typedef struct
{
  guint       polygon;      /* the first */
  guint       n_polygons;
  GRefString *id;           /* or NULL */
  GRefString *name;         /* or NULL */
  double      label_x;      /* from the file, in degrees; NaN if it gives none */
  double      label_y;
  PivotBox    box;
} PivotRegion;

/* Found when first asked for. */
typedef struct
{
  gsize  ready;
  double x, y, radius;
} PivotLabel;

typedef struct
{
  guint *start;             /* n_regions + 1 */
  guint *regions;
} PivotNeighbours;

struct _PivotGeometry
{
  gatomicrefcount  ref_count;

  PivotShapes     *shapes;
  guint            n_regions;
  PivotRegion     *regions;
  guint            n_points;
  PivotBox         extent;
  GHashTable      *by_id;       /* id → index + 1; ids belong to the regions, here or in origin */
  char            *attribution;

  /* The same regions in degrees, if these are projected. Labels and neighbours are taken from there. */
  PivotGeometry   *origin;
  PivotProjection  projection;

  PivotLabel      *labels;      /* n_regions */
  PivotNeighbours *neighbours;  /* set once */
};

/* Collects regions in the order of the file. One owner, one thread. */
typedef struct _PivotGeometryBuilder PivotGeometryBuilder;

PivotGeometryBuilder *_pivot_geometry_builder_new           (void);
void                  _pivot_geometry_builder_free          (PivotGeometryBuilder *self);
guint                 _pivot_geometry_builder_begin_region  (PivotGeometryBuilder *self);
void                  _pivot_geometry_builder_begin_polygon (PivotGeometryBuilder *self);
void                  _pivot_geometry_builder_begin_ring    (PivotGeometryBuilder *self);
void                  _pivot_geometry_builder_add_point     (PivotGeometryBuilder *self,
                                                             double                x,
                                                             double                y);
/* The points of the ring begun last. */
const double         *_pivot_geometry_builder_get_ring      (PivotGeometryBuilder *self,
                                                             guint                *n);
void                  _pivot_geometry_builder_set_id        (PivotGeometryBuilder *self,
                                                             const char           *id);
void                  _pivot_geometry_builder_set_name      (PivotGeometryBuilder *self,
                                                             const char           *name);
void                  _pivot_geometry_builder_set_label     (PivotGeometryBuilder *self,
                                                             double                lon,
                                                             double                lat);
void                  _pivot_geometry_builder_set_attribution (PivotGeometryBuilder *self,
                                                               const char           *attribution);
/* Leaves the builder empty. */
PivotGeometry        *_pivot_geometry_builder_finish        (PivotGeometryBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

PivotShapes          *_pivot_shapes_new                     (void) G_GNUC_WARN_UNUSED_RESULT;
/* Works out the boxes of the polygons. */
void                  _pivot_shapes_measure                 (PivotShapes          *self);
gboolean              _pivot_shapes_contain                 (const PivotShapes    *self,
                                                             guint                 polygon,
                                                             double                x,
                                                             double                y);
/* Takes shapes. The regions are still to be filled in, and then completed by boxes and the table of ids. */
PivotGeometry        *_pivot_geometry_new                   (PivotShapes          *shapes,
                                                             guint                 n_regions) G_GNUC_WARN_UNUSED_RESULT;
void                  _pivot_geometry_complete              (PivotGeometry        *self);
void                  _pivot_geometry_find_label            (const PivotGeometry  *self,
                                                             guint                 region,
                                                             PivotLabel           *label);
PivotNeighbours      *_pivot_neighbours_new                 (const PivotGeometry  *geometry) G_GNUC_WARN_UNUSED_RESULT;
void                  _pivot_neighbours_free                (PivotNeighbours      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotGeometryBuilder, _pivot_geometry_builder_free)

G_END_DECLS

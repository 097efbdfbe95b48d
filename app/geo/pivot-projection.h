/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PIVOT_PROJECTION_MERCATOR, /* Web Mercator, unit square: x 0…1 east, y 0…1 south */
  PIVOT_PROJECTION_ALBERS,   /* equal area on the sphere of 6371.0088 km: x km east, y km *south* of the centre, as on screen */
} PivotProjectionKind;

typedef struct
{
  PivotProjectionKind kind;
  double parallel1, parallel2, longitude, latitude; /* Albers only, degrees */
  double n, c, rho0;                                /* private: what the constructor works out */
} PivotProjection;

void     pivot_projection_init_mercator (PivotProjection *self);
void     pivot_projection_init_albers   (PivotProjection *self, double parallel1, double parallel2,
                                         double longitude, double latitude);
void     pivot_projection_forward       (const PivotProjection *self, double lon, double lat, double *x, double *y);
gboolean pivot_projection_inverse       (const PivotProjection *self, double x, double y, double *lon, double *lat);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-projection.h"

#include <math.h>

#define RADIUS 6371.0088               /* km: mean radius of the Earth, IUGG */
#define MAX_LATITUDE 85.0511287798066  /* Where Web Mercator's square ends. */
#define DEGREE (G_PI / 180)

/**
 * pivot_projection_init_mercator:
 * @self: the projection to set up
 *
 * Sets up Web Mercator on the unit square: x grows from 0 at 180° W to 1 at 180° E, y from 0 at 85.0511° N to 1 at
 * 85.0511° S. Latitudes past these are cut there.
 */
void
pivot_projection_init_mercator (PivotProjection *self)
{
  g_return_if_fail (self != NULL);

  *self = (PivotProjection) { .kind = PIVOT_PROJECTION_MERCATOR };
}

/**
 * pivot_projection_init_albers:
 * @self: the projection to set up
 * @parallel1: the one standard parallel, in degrees
 * @parallel2: the other one, in degrees; not the opposite of @parallel1
 * @longitude: of the centre, in degrees
 * @latitude: of the centre, in degrees
 *
 * Sets up Albers' equal-area conic projection on a sphere of 6371.0088 km, in kilometres east and *south* of the
 * centre. Formulas: Snyder, Map Projections: A Working Manual (1987), 14-1 to 14-11.
 */
void
pivot_projection_init_albers (PivotProjection *self,
                              double           parallel1,
                              double           parallel2,
                              double           longitude,
                              double           latitude)
{
  double s1, s2;

  g_return_if_fail (self != NULL);
  g_return_if_fail (fabs (parallel1) <= 90 && fabs (parallel2) <= 90 && fabs (latitude) <= 90);
  /* Parallels on both sides of the equator at the same distance would make the cone a cylinder. */
  g_return_if_fail (fabs (parallel1 + parallel2) > 1e-6);

  s1 = sin (parallel1 * DEGREE);
  s2 = sin (parallel2 * DEGREE);

  *self = (PivotProjection) {
    .kind = PIVOT_PROJECTION_ALBERS,
    .parallel1 = parallel1,
    .parallel2 = parallel2,
    .longitude = longitude,
    .latitude = latitude,
    .n = (s1 + s2) / 2,
    .c = 1 + s1 * s2, /* cos² φ1 + 2 n sin φ1, simplified */
  };
  self->rho0 = RADIUS * sqrt (MAX (self->c - 2 * self->n * sin (latitude * DEGREE), 0)) / self->n;
}

static void
forward_mercator (double  lon,
                  double  lat,
                  double *x,
                  double *y)
{
  *x = lon / 360 + .5;

  if (lat >= MAX_LATITUDE)
    *y = 0;
  else if (lat <= -MAX_LATITUDE)
    *y = 1;
  else
    *y = .5 - asinh (tan (lat * DEGREE)) / (2 * G_PI);
}

/**
 * pivot_projection_forward:
 * @self: a projection
 * @lon: longitude in degrees; Albers takes any, and puts the seam opposite to its centre
 * @lat: latitude in degrees, −90…90
 * @x: (out): grows to the east
 * @y: (out): grows to the south
 *
 * Brings a place on the globe into the plane: the unit square for Mercator, kilometres for Albers.
 */
void
pivot_projection_forward (const PivotProjection *self,
                          double                 lon,
                          double                 lat,
                          double                *x,
                          double                *y)
{
  double rho, theta;

  if (self->kind == PIVOT_PROJECTION_MERCATOR)
    {
      forward_mercator (lon, lat, x, y);
      return;
    }

  rho = RADIUS * sqrt (MAX (self->c - 2 * self->n * sin (lat * DEGREE), 0)) / self->n;
  theta = self->n * remainder (lon - self->longitude, 360) * DEGREE;
  *x = rho * sin (theta);
  *y = rho * cos (theta) - self->rho0;
}

static gboolean
inverse_mercator (double  x,
                  double  y,
                  double *lon,
                  double *lat)
{
  *lon = (x - .5) * 360;
  *lat = atan (sinh (G_PI * (1 - 2 * y))) / DEGREE;

  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

/**
 * pivot_projection_inverse:
 * @self: a projection
 * @x: as from [func@projection_forward]
 * @y: as from [func@projection_forward]
 * @lon: (out): longitude in degrees, −180…180
 * @lat: (out): latitude in degrees
 *
 * Brings a point of the plane back to the globe.
 *
 * Returns: %FALSE if the point lies outside the projected globe; then @lon and @lat are not to be used
 */
gboolean
pivot_projection_inverse (const PivotProjection *self,
                          double                 x,
                          double                 y,
                          double                *lon,
                          double                *lat)
{
  double sign, rho, theta, s;

  if (self->kind == PIVOT_PROJECTION_MERCATOR)
    return inverse_mercator (x, y, lon, lat);

  /* South of the equator the cone's apex is below, and rho and n are negative. */
  sign = self->n < 0 ? -1 : 1;
  rho = hypot (x, self->rho0 + y) / RADIUS;
  theta = atan2 (sign * x, sign * (self->rho0 + y));
  s = (self->c - rho * rho * self->n * self->n) / (2 * self->n);

  /* A hair past the pole is rounding, not another place. */
  if (!(fabs (s) <= 1 + 1e-12) || !(fabs (theta) <= fabs (self->n) * G_PI + 1e-12))
    return FALSE;

  *lon = remainder (self->longitude + theta / self->n / DEGREE, 360);
  *lat = asin (CLAMP (s, -1, 1)) / DEGREE;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-camera.h"

#include <math.h>

/* As far as the view may go past the extent, in views. */
#define OVERRUN 0.35
/* The smallest the whole may become, against fitting the view. */
#define MIN_OF_FIT 0.7
/* Zoom level 9 shows a city of 30 km; smaller maps may still be enlarged sixteen times. */
#define MAX_SIZE (256.0 * (1 << 9))
#define MAX_OF_FIT 16.0
#define MAX_ZOOM_LEVEL 18.0
/* What has no extent of its own is shown with this much around it: about 40 km at the equator. */
#define MIN_SPAN 0.001

static double
get_size_at (ShumateMapSource *source,
             double            zoom_level)
{
  return shumate_map_source_get_tile_size_at_zoom (source, zoom_level) *
         shumate_map_source_get_column_count (source, zoom_level);
}

/* libshumate goes from one whole level to the next in its own way; by bisection no version's formula need be known. */
static double
get_level_of (ShumateMapSource *source,
              double            size)
{
  double low = 0, high = MAX_ZOOM_LEVEL;

  for (int i = 0; i < 52; i++)
    {
      double middle = (low + high) / 2;

      if (get_size_at (source, middle) < size)
        low = middle;
      else
        high = middle;
    }

  return high;
}

void
pivot_camera_read (PivotCamera     *self,
                   ShumateViewport *viewport)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  PivotProjection mercator;

  pivot_projection_init_mercator (&mercator);
  pivot_projection_forward (&mercator, shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                            shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), &self->u, &self->v);
  self->size = get_size_at (source, shumate_viewport_get_zoom_level (viewport));
}

void
pivot_camera_write (const PivotCamera *self,
                    ShumateViewport   *viewport)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  PivotProjection mercator;
  double longitude, latitude;

  pivot_projection_init_mercator (&mercator);
  if (!pivot_projection_inverse (&mercator, self->u, self->v, &longitude, &latitude))
    return;

  g_object_freeze_notify (G_OBJECT (viewport));
  shumate_viewport_set_zoom_level (viewport, get_level_of (source, self->size));
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
  g_object_thaw_notify (G_OBJECT (viewport));
}

/* Whether no pixel would differ. */
gboolean
pivot_camera_equal (const PivotCamera *one,
                    const PivotCamera *other)
{
  return fabs (one->size - other->size) <= 1e-6 * one->size &&
         fabs (one->u - other->u) * one->size < 0.01 && fabs (one->v - other->v) * one->size < 0.01;
}

PivotCamera
pivot_camera_fit (const PivotBox *box,
                  double          width,
                  double          height,
                  double          padding)
{
  double room_x = MAX (width - 2 * padding, width / 2);
  double room_y = MAX (height - 2 * padding, height / 2);

  return (PivotCamera) {
    .u = (box->x0 + box->x1) / 2,
    .v = (box->y0 + box->y1) / 2,
    .size = MIN (room_x / MAX (box->x1 - box->x0, MIN_SPAN), room_y / MAX (box->y1 - box->y0, MIN_SPAN)),
  };
}

void
pivot_camera_get_limits (PivotCameraLimits *limits,
                         const PivotBox    *extent,
                         double             width,
                         double             height,
                         double             padding)
{
  double fit = pivot_camera_fit (extent, width, height, padding).size;

  limits->extent = *extent;
  limits->min_size = MIN_OF_FIT * fit;
  limits->max_size = MIN (MAX (MAX_SIZE, MAX_OF_FIT * fit), 256 * exp2 (MAX_ZOOM_LEVEL));
}

static double
limit_axis (double middle,
            double low,
            double high,
            double view)
{
  double first = low - OVERRUN * view + view / 2;
  double last = high + OVERRUN * view - view / 2;

  return CLAMP (middle, MIN (first, last), MAX (first, last));
}

void
pivot_camera_limit (PivotCamera             *self,
                    const PivotCameraLimits *limits,
                    double                   width,
                    double                   height)
{
  if (limits->extent.x0 > limits->extent.x1)
    return;

  self->size = CLAMP (self->size, limits->min_size, limits->max_size);
  self->u = limit_axis (self->u, limits->extent.x0, limits->extent.x1, width / self->size);
  self->v = limit_axis (self->v, limits->extent.y0, limits->extent.y1, height / self->size);
}

/* Nearer by factor, with the place under x, y staying there. */
PivotCamera
pivot_camera_zoom (const PivotCamera *self,
                   double             factor,
                   double             width,
                   double             height,
                   double             x,
                   double             y)
{
  double shift = 1 / self->size - 1 / (self->size * factor);

  return (PivotCamera) {
    .u = self->u + (x - width / 2) * shift,
    .v = self->v + (y - height / 2) * shift,
    .size = self->size * factor,
  };
}

/* Between two cameras, zooming evenly to the eye. The middle goes along so that one point of the picture stands still: the one
 * under the pointer, for a zoom about the pointer. */
PivotCamera
pivot_camera_mix (const PivotCamera *from,
                  const PivotCamera *to,
                  double             progress)
{
  double size = from->size * pow (to->size / from->size, progress);
  double part = progress;

  if (fabs (to->size / from->size - 1) > 1e-4)
    part = (1 / size - 1 / from->size) / (1 / to->size - 1 / from->size);

  return (PivotCamera) {
    .u = from->u + part * (to->u - from->u),
    .v = from->v + part * (to->v - from->v),
    .size = size,
  };
}

void
pivot_camera_get_matrix (const PivotCamera *self,
                         double             width,
                         double             height,
                         int                scale_factor,
                         cairo_matrix_t    *matrix)
{
  double x0 = round ((width / 2 - self->u * self->size) * scale_factor) / scale_factor;
  double y0 = round ((height / 2 - self->v * self->size) * scale_factor) / scale_factor;

  cairo_matrix_init (matrix, self->size, 0, 0, self->size, x0, y0);
}

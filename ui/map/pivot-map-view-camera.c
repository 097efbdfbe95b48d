/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-map-view-private.h"
#include "pivot-offline-source.h"

/* px left free around what is made to fit. */
#define FLIGHT_TIME (220 * G_TIME_SPAN_MILLISECOND)
/* Of quiet after which the camera has arrived. */
#define SETTLE_TIME_MS 45
/* A step of the buttons and keys. */
#define STEP_FACTOR 1.6
/* Of one flight, nobody needs to see a region larger than this. */
#define MAX_FIT_SIZE (256.0 * (1 << 8))

PivotCamera
_pivot_map_view_read_camera (PivotMapView *self)
{
  PivotCamera camera;

  pivot_camera_read (&camera, self->viewport);

  return camera;
}

void
_pivot_map_view_get_matrix (PivotMapView   *self,
                            cairo_matrix_t *matrix)
{
  PivotCamera camera = _pivot_map_view_read_camera (self);

  pivot_camera_get_matrix (&camera, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                           gtk_widget_get_scale_factor (GTK_WIDGET (self)), matrix);
}

static gboolean
get_limits (PivotMapView      *self,
            PivotCameraLimits *limits)
{
  PivotGeometry *geometry = _pivot_map_view_get_geometry (self);
  PivotBox extent;

  if (geometry == NULL || !_pivot_map_view_is_ready (self))
    return FALSE;

  extent = pivot_geometry_get_extent (geometry);
  if (extent.x0 > extent.x1)
    return FALSE;

  pivot_camera_get_limits (limits, &extent, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), self->padding);

  return TRUE;
}

static void
limit (PivotMapView *self,
       PivotCamera  *camera)
{
  PivotCameraLimits limits;

  if (get_limits (self, &limits))
    pivot_camera_limit (camera, &limits, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
write_camera (PivotMapView      *self,
              const PivotCamera *camera)
{
  self->writing++;
  pivot_camera_write (camera, self->viewport);
  self->writing--;
  self->last_size = camera->size;
}

void
_pivot_map_view_update_actions (PivotMapView *self)
{
  PivotCamera camera = _pivot_map_view_read_camera (self);
  PivotCameraLimits limits;
  gboolean limited = get_limits (self, &limits);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "map.zoom-in", !limited || camera.size < limits.max_size * 0.999);
  gtk_widget_action_set_enabled (widget, "map.zoom-out", !limited || camera.size > limits.min_size * 1.001);
  gtk_widget_action_set_enabled (widget, "map.fit-selection", self->selected->len > 0);
}

static gboolean
settled_cb (gpointer data)
{
  PivotMapView *self = data;

  /* Frames may come slowly. */
  if (self->flight_id != 0)
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  pivot_region_layer_set_zooming (self->region_layer, FALSE);
  pivot_overlay_layer_set_zooming (self->overlay_layer, FALSE);
  _pivot_map_view_update_actions (self);
  _pivot_map_view_hover_again (self);
  _pivot_map_view_emit_camera_changed (self);

  return G_SOURCE_REMOVE;
}

/* The camera moved on the person's behalf, and may move on. */
static void
moved (PivotMapView *self)
{
  double size = _pivot_map_view_read_camera (self).size;

  if (fabs (size - self->last_size) > 1e-9 * size)
    {
      pivot_region_layer_set_zooming (self->region_layer, TRUE);
      pivot_overlay_layer_set_zooming (self->overlay_layer, TRUE);
    }
  self->last_size = size;
  _pivot_map_view_place_tooltip (self);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_TIME_MS, settled_cb, self);
  _pivot_map_view_emit_camera_moved (self);
}

static void
stop_flight (PivotMapView *self)
{
  if (self->flight_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->flight_id);
  self->flight_id = 0;
}

static gboolean
flight_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  PivotMapView *self = PIVOT_MAP_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double last_size = self->last_size;
  double progress, rest;
  PivotCamera camera;

  if (self->flight_start == 0)
    self->flight_start = now;

  progress = CLAMP ((now - self->flight_start) / (double) self->flight_time, 0, 1);
  rest = 1 - progress;
  camera = progress < 1 ? pivot_camera_mix (&self->from, &self->to, 1 - rest * rest * rest) : self->to;

  write_camera (self, &camera);
  self->last_size = last_size;
  moved (self);

  if (progress < 1)
    return G_SOURCE_CONTINUE;

  self->flight_id = 0;
  return G_SOURCE_REMOVE;
}

gboolean
_pivot_map_view_wants_animation (PivotMapView *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);

  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
go_to (PivotMapView *self,
       PivotCamera   to,
       gboolean      animate)
{
  PivotCamera now = _pivot_map_view_read_camera (self);
  double last_size = self->last_size;

  limit (self, &to);
  stop_flight (self);

  if (pivot_camera_equal (&now, &to))
    return;

  if (animate && _pivot_map_view_wants_animation (self))
    {
      self->from = now;
      self->to = to;
      self->flight_start = 0;
      self->flight_time = FLIGHT_TIME;
      self->flight_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), flight_cb, NULL, NULL);
      return;
    }

  write_camera (self, &to);
  self->last_size = last_size;
  moved (self);
}

/* libshumate's gestures move the viewport without asking: what is out of bounds is put back before a frame is drawn. */
static void
viewport_changed_cb (PivotMapView *self)
{
  PivotCamera camera, limited;

  if (self->writing > 0 || !_pivot_map_view_is_ready (self))
    return;

  stop_flight (self);
  self->fits = FALSE;
  limited = camera = _pivot_map_view_read_camera (self);
  limit (self, &limited);

  if (!pivot_camera_equal (&camera, &limited))
    {
      double last_size = self->last_size;

      write_camera (self, &limited);
      self->last_size = last_size;
    }
  moved (self);
}

/* Zooming further while still on the way adds to where the way leads. */
void
_pivot_map_view_zoom_at (PivotMapView *self,
                         double        factor,
                         double        x,
                         double        y,
                         gboolean      animate)
{
  PivotCamera start = self->flight_id != 0 ? self->to : _pivot_map_view_read_camera (self);
  PivotCameraLimits limits;

  if (!get_limits (self, &limits))
    return;

  factor = CLAMP (start.size * factor, limits.min_size, limits.max_size) / start.size;
  self->fits = FALSE;
  go_to (self, pivot_camera_zoom (&start, factor, gtk_widget_get_width (GTK_WIDGET (self)),
                                  gtk_widget_get_height (GTK_WIDGET (self)), x, y), animate);
}

void
_pivot_map_view_zoom_by_step (PivotMapView *self,
                              int           step)
{
  _pivot_map_view_zoom_at (self, pow (STEP_FACTOR, step), gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, TRUE);
}

static PivotCamera
get_fit (PivotMapView *self)
{
  PivotBox extent = pivot_geometry_get_extent (_pivot_map_view_get_geometry (self));

  return pivot_camera_fit (&extent, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), self->padding);
}

void
_pivot_map_view_fit_box (PivotMapView   *self,
                         const PivotBox *box)
{
  PivotCamera camera;

  if (!_pivot_map_view_is_ready (self) || box->x0 > box->x1)
    return;

  camera = pivot_camera_fit (box, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                             2 * self->padding);
  camera.size = MIN (camera.size, MAX (MAX_FIT_SIZE, get_fit (self).size * 4));
  self->fits = FALSE;
  go_to (self, camera, TRUE);
}

/* Brings a region that the keyboard has come to into sight. */
void
_pivot_map_view_reveal (PivotMapView *self,
                        guint         region)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double margin = MIN (width, height) * 0.12;
  PivotCamera camera = self->flight_id != 0 ? self->to : _pivot_map_view_read_camera (self);
  cairo_matrix_t matrix;
  double x, y, radius;

  pivot_geometry_get_label (_pivot_map_view_get_geometry (self), region, &x, &y, &radius);
  pivot_camera_get_matrix (&camera, width, height, 1, &matrix);
  cairo_matrix_transform_point (&matrix, &x, &y);

  if (x >= margin && y >= margin && x <= width - margin && y <= height - margin)
    return;

  camera.u += (x - CLAMP (x, 2 * margin, width - 2 * margin)) / camera.size;
  camera.v += (y - CLAMP (y, 2 * margin, height - 2 * margin)) / camera.size;
  self->fits = FALSE;
  go_to (self, camera, TRUE);
}

/* After another size or other regions: what fitted fits again, else the middle stays. */
void
_pivot_map_view_resize_camera (PivotMapView *self)
{
  PivotGeometry *geometry = _pivot_map_view_get_geometry (self);
  PivotCamera camera;

  if (!_pivot_map_view_is_ready (self) || geometry == NULL || pivot_geometry_get_n_points (geometry) == 0)
    return;

  stop_flight (self);
  camera = self->fits ? get_fit (self) : _pivot_map_view_read_camera (self);
  limit (self, &camera);
  write_camera (self, &camera);
  _pivot_map_view_update_actions (self);
  _pivot_map_view_place_tooltip (self);
}

/* From where it was over other shapes to where it shows all of these, if that is what it does. */
void
_pivot_map_view_fit_from (PivotMapView      *self,
                          const PivotCamera *camera)
{
  if (!self->fits || !_pivot_map_view_is_ready (self))
    return;

  write_camera (self, camera);
  pivot_map_view_fit (self);
}

void
_pivot_map_view_init_camera (PivotMapView *self)
{
  g_autoptr(ShumateMapSource) source = pivot_offline_source_new ();

  /* First of all: without it coordinates mean nothing, and it sets the zoom limits. */
  self->viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (self->viewport, source);
  shumate_map_set_animate_zoom (self->map, FALSE);
  self->fits = TRUE;

  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
}

void
_pivot_map_view_dispose_camera (PivotMapView *self)
{
  stop_flight (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

/**
 * pivot_map_view_get_camera:
 * @self: a map view
 * @longitude: (out): of the middle, degrees
 * @latitude: (out): of the middle, degrees
 * @zoom: (out): libshumate's zoom level: 0 shows the world in 256 px, and each level doubles that
 *
 * Tells where the map looks.
 *
 * Returns: whether somebody has moved it there; %FALSE while the map fits everything of its own accord
 */
gboolean
pivot_map_view_get_camera (PivotMapView *self,
                           double       *longitude,
                           double       *latitude,
                           double       *zoom)
{
  g_return_val_if_fail (PIVOT_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (longitude != NULL && latitude != NULL && zoom != NULL, FALSE);

  *longitude = shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport));
  *latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  *zoom = shumate_viewport_get_zoom_level (self->viewport);

  return !self->fits;
}

/**
 * pivot_map_view_set_camera:
 * @self: a map view
 * @longitude: of the middle, degrees
 * @latitude: of the middle, degrees
 * @zoom: libshumate's zoom level
 *
 * Looks there at once, as far as the limits let it. Emits nothing.
 */
void
pivot_map_view_set_camera (PivotMapView *self,
                           double        longitude,
                           double        latitude,
                           double        zoom)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));
  g_return_if_fail (isfinite (longitude) && isfinite (latitude) && isfinite (zoom));

  self->fits = FALSE;
  stop_flight (self);
  self->writing++;
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), latitude, longitude);
  self->writing--;
  self->last_size = _pivot_map_view_read_camera (self).size;

  _pivot_map_view_resize_camera (self);
}

/**
 * pivot_map_view_fit:
 * @self: a map view
 *
 * Shows all regions, and goes on doing so when the view is resized, until somebody moves it.
 */
void
pivot_map_view_fit (PivotMapView *self)
{
  g_return_if_fail (PIVOT_IS_MAP_VIEW (self));

  self->fits = TRUE;
  if (_pivot_map_view_is_ready (self) && _pivot_map_view_get_geometry (self) != NULL &&
      pivot_geometry_get_n_points (_pivot_map_view_get_geometry (self)) > 0)
    go_to (self, get_fit (self), TRUE);
}

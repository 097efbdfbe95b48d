/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-view-private.h"

#include <math.h>

#include "pivot-geo-ring.h"

/* px. A drag that stays within this is a click; corners of a lasso are this far apart. */
#define CLICK_REACH 5.0
#define LASSO_STEP 3.0
/* Of a lasso that goes on longer only every second corner is kept. */
#define MAX_CORNERS 400
#define CIRCLE_CORNERS 64

/* With a tool Ctrl adds and with Shift, as well as Alt, takes away. Without one, Shift is what begins the box. */
static PivotMapBoxMode
get_mode (PivotMapView    *self,
          GdkModifierType  state)
{
  if ((state & GDK_ALT_MASK) != 0 ||
      (self->tool != PIVOT_MAP_TOOL_PAN && (state & GDK_CONTROL_MASK) != 0 && (state & GDK_SHIFT_MASK) != 0))
    return PIVOT_MAP_BOX_REMOVE;

  return (state & GDK_CONTROL_MASK) != 0 ? PIVOT_MAP_BOX_ADD : PIVOT_MAP_BOX_REPLACE;
}

static PivotMapTool
get_tool (PivotMapView *self)
{
  return self->tool != PIVOT_MAP_TOOL_PAN ? self->tool : PIVOT_MAP_TOOL_BOX;
}

static void
append_corner (PivotMapView *self,
               double        x,
               double        y)
{
  const double corner[2] = { x, y };

  g_array_append_vals (self->band, corner, 2);
}

static void
thin_out (GArray *corners)
{
  double *points = (double *) (gpointer) corners->data;
  guint n = corners->len / 4;

  for (guint i = 0; i < n; i++)
    {
      points[2 * i] = points[4 * i];
      points[2 * i + 1] = points[4 * i + 1];
    }
  g_array_set_size (corners, 2 * n);
}

static void
extend_lasso (PivotMapView *self,
              double        x,
              double        y)
{
  const double *last = &g_array_index (self->band, double, self->band->len - 2);

  if (hypot (x - last[0], y - last[1]) < LASSO_STEP)
    return;

  if (self->band->len >= 2 * MAX_CORNERS)
    thin_out (self->band);
  append_corner (self, x, y);
}

/* The outline, in px of the widget: around the start for a circle, from corner to corner for a box. */
static void
shape_band (PivotMapView *self,
            double        x,
            double        y,
            double        dx,
            double        dy)
{
  double radius = hypot (dx, dy);

  if (get_tool (self) == PIVOT_MAP_TOOL_LASSO)
    {
      extend_lasso (self, x + dx, y + dy);
      return;
    }

  g_array_set_size (self->band, 0);
  if (get_tool (self) == PIVOT_MAP_TOOL_CIRCLE)
    {
      for (guint i = 0; i < CIRCLE_CORNERS; i++)
        append_corner (self, x + radius * cos (2 * G_PI * i / CIRCLE_CORNERS), y + radius * sin (2 * G_PI * i / CIRCLE_CORNERS));
      return;
    }

  append_corner (self, x, y);
  append_corner (self, x + dx, y);
  append_corner (self, x + dx, y + dy);
  append_corner (self, x, y + dy);
}

static void
show_band (PivotMapView *self)
{
  pivot_overlay_layer_set_band (self->overlay_layer, (const double *) (gpointer) self->band->data, self->band->len / 2);
}

static void
end_band (PivotMapView *self)
{
  g_array_set_size (self->band, 0);
  show_band (self);
  self->pressed = FALSE;
}

static void
select_within (PivotMapView    *self,
               PivotMapBoxMode  mode)
{
  g_autofree double *points = NULL;
  g_autofree guint *regions = NULL;
  cairo_matrix_t matrix;
  guint n = 0, n_points = self->band->len / 2;

  if (self->index == NULL || n_points == 0)
    return;

  _pivot_map_view_get_matrix (self, &matrix);
  points = g_new (double, 2 * n_points);
  for (guint i = 0; i < n_points; i++)
    {
      points[2 * i] = (g_array_index (self->band, double, 2 * i) - matrix.x0) / matrix.xx;
      points[2 * i + 1] = (g_array_index (self->band, double, 2 * i + 1) - matrix.y0) / matrix.yy;
    }

  regions = pivot_geo_ring_query (self->index, _pivot_map_view_get_geometry (self), points, n_points, &n);
  _pivot_map_view_emit_boxed (self, regions, n, mode);
}

static void
band_begin_cb (PivotMapView *self,
               double        x,
               double        y,
               GtkGesture   *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->tool == PIVOT_MAP_TOOL_PAN && (state & GDK_SHIFT_MASK) == 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _pivot_map_view_hover (self, -1);
  self->pressed = TRUE;
  g_array_set_size (self->band, 0);
  append_corner (self, x, y);
}

static void
band_update_cb (PivotMapView   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double x, y;

  if (self->band->len == 0 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  shape_band (self, x, y, dx, dy);
  show_band (self);
}

static void
band_end_cb (PivotMapView   *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  /* Escape has let go of it. */
  if (self->band->len == 0 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  /* An outline of no size is a click, which the other gesture was not given. */
  if (hypot (dx, dy) > CLICK_REACH || self->band->len > 16)
    {
      shape_band (self, x, y, dx, dy);
      select_within (self, get_mode (self, state));
    }
  else
    _pivot_map_view_activate (self, _pivot_map_view_find (self, x, y),
                              (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
  end_band (self);
}

gboolean
_pivot_map_view_cancel_band (PivotMapView *self)
{
  if (self->band->len == 0)
    return FALSE;

  end_band (self);

  return TRUE;
}

void
_pivot_map_view_set_tool (PivotMapView *self,
                          PivotMapTool  tool)
{
  self->tool = tool;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), tool != PIVOT_MAP_TOOL_PAN ? "crosshair" : "grab");
}

void
_pivot_map_view_init_band (PivotMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->band = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (band_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (band_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (band_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (end_band), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drag));
}

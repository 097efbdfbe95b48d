/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-layer.h"

/* Fractions of the page's height. */
#define PEN_WIDTH 0.0065
#define ERASER_RADIUS 0.02
#define POINTER_SIZE 0.07
#define DARKNESS 0.72

struct _PivotStageLayer
{
  GtkWidget          parent_instance;

  PivotPresentation *presentation;
  PivotStyle         style;
};

G_DEFINE_FINAL_TYPE (PivotStageLayer, pivot_stage_layer, GTK_TYPE_WIDGET)

/* Red on a casing, which stands out from every palette; no ramp of the map is this red. */
static const GdkRGBA ink = { 0.88f, 0.11f, 0.14f, 1 };

static void
trace_stroke (cairo_t      *cr,
              PivotStrokes *strokes,
              guint         stroke,
              double        width,
              double        height)
{
  guint n;
  const double *points = pivot_strokes_get_points (strokes, stroke, &n);

  cairo_move_to (cr, points[0] * width, points[1] * height);
  /* A stroke of a single point is a dot. */
  cairo_line_to (cr, points[0] * width + 0.01, points[1] * height);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, points[2 * i] * width, points[2 * i + 1] * height);
}

static void
draw_strokes (PivotStageLayer *self,
              cairo_t         *cr,
              double           width,
              double           height)
{
  PivotStrokes *strokes = pivot_presentation_get_strokes (self->presentation);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < pivot_strokes_get_n (strokes); i++)
    {
      trace_stroke (cr, strokes, i, width, height);
      cairo_set_line_width (cr, height * PEN_WIDTH * 1.8);
      gdk_cairo_set_source_rgba (cr, &self->style.casing);
      cairo_stroke_preserve (cr);
      cairo_set_line_width (cr, height * PEN_WIDTH);
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_stroke (cr);
    }
}

static void
draw_spotlight (cairo_t *cr,
                double   x,
                double   y,
                double   radius,
                double   width,
                double   height)
{
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, DARKNESS);
  cairo_fill (cr);
}

/* An arrow whose tip is where the pointer is. */
static void
draw_pointer (PivotStageLayer *self,
              cairo_t         *cr,
              double           x,
              double           y,
              double           size)
{
  static const double outline[][2] = {
    { 0, 0 }, { 0, 0.86 }, { 0.2, 0.68 }, { 0.34, 1 }, { 0.49, 0.93 }, { 0.35, 0.62 }, { 0.62, 0.62 },
  };

  cairo_move_to (cr, x, y);
  for (guint i = 1; i < G_N_ELEMENTS (outline); i++)
    cairo_line_to (cr, x + outline[i][0] * size, y + outline[i][1] * size);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_fill_preserve (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, size * 0.06);
  gdk_cairo_set_source_rgba (cr, &self->style.casing);
  cairo_stroke (cr);
}

static gboolean
follows_pointer (PivotStageLayer *self)
{
  return pivot_presentation_get_spotlight (self->presentation, NULL) ||
         pivot_presentation_get_big_pointer (self->presentation);
}

static void
pointer_moved_cb (PivotStageLayer *self)
{
  if (follows_pointer (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pivot_stage_layer_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PivotStageLayer *self = PIVOT_STAGE_LAYER (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double x, y, radius;
  gboolean spotlight = pivot_presentation_get_spotlight (self->presentation, &radius);
  gboolean pointing;
  cairo_t *cr;

  /* A node of the size of a screen costs something, even if it is empty. */
  if (!follows_pointer (self) && pivot_strokes_get_n (pivot_presentation_get_strokes (self->presentation)) == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  pivot_presentation_get_pointer (self->presentation, &x, &y);
  pointing = x >= 0 && x <= 1 && y >= 0 && y <= 1;
  draw_strokes (self, cr, width, height);
  if (spotlight && pointing)
    draw_spotlight (cr, x * width, y * height, radius * height, width, height);
  if (pivot_presentation_get_big_pointer (self->presentation) && pointing)
    draw_pointer (self, cr, x * width, y * height, height * POINTER_SIZE);
  cairo_destroy (cr);
}

/* Pen and eraser */

static void
use_tool (PivotStageLayer *self,
          double           x,
          double           y,
          gboolean         begins)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  PivotStrokes *strokes = pivot_presentation_get_strokes (self->presentation);

  if (pivot_presentation_get_tool (self->presentation) == PIVOT_TOOL_ERASER)
    pivot_strokes_erase (strokes, x / width, y / height, ERASER_RADIUS, width / height);
  else if (begins || pivot_strokes_get_n (strokes) == 0)
    pivot_strokes_begin (strokes, x / width, y / height);
  else
    pivot_strokes_extend (strokes, x / width, y / height);
  pivot_presentation_strokes_drawn (self->presentation, FALSE);
}

static void
drag_begin_cb (PivotStageLayer *self,
               double           x,
               double           y)
{
  use_tool (self, x, y, TRUE);
}

static void
drag_update_cb (PivotStageLayer *self,
                double           dx,
                double           dy,
                GtkGestureDrag  *gesture)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    use_tool (self, x + dx, y + dy, FALSE);
}

static void
drag_end_cb (PivotStageLayer *self)
{
  pivot_presentation_strokes_drawn (self->presentation, TRUE);
}

static void
changed_cb (PivotStageLayer *self)
{
  PivotTool tool = pivot_presentation_get_tool (self->presentation);

  gtk_widget_set_can_target (GTK_WIDGET (self), tool != PIVOT_TOOL_POINT);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), tool == PIVOT_TOOL_PEN ? "crosshair" : "cell");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pivot_stage_layer_dispose (GObject *object)
{
  PivotStageLayer *self = PIVOT_STAGE_LAYER (object);

  if (self->presentation != NULL)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (pivot_stage_layer_parent_class)->dispose (object);
}

static void
pivot_stage_layer_class_init (PivotStageLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = pivot_stage_layer_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_stage_layer_init (PivotStageLayer *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  pivot_style_init_light (&self->style);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * pivot_stage_layer_new:
 * @presentation: what is shown
 *
 * Makes a layer.
 *
 * Returns: (transfer floating): a layer
 */
GtkWidget *
pivot_stage_layer_new (PivotPresentation *presentation)
{
  PivotStageLayer *self;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_LAYER, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (presentation, "strokes-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (presentation, "pointer-moved", G_CALLBACK (pointer_moved_cb), self);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_stage_layer_set_style:
 * @self: a layer
 * @style: colours; copied
 *
 * Draws in another style.
 */
void
pivot_stage_layer_set_style (PivotStageLayer  *self,
                             const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_STAGE_LAYER (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

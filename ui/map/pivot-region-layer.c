/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-region-layer.h"

#include "pivot-map-frame.h"
#include "pivot-region-painter-private.h"
#include "pivot-thread.h"

/* The picture's margin on each side: a part of the view, and at most so many px. */
#define MARGIN_PART 0.25
#define MARGIN_LIMIT 256
/* A picture that takes longer than this is not drawn again within a zoom, even if it leaves the view uncovered. */
#define QUICK_RENDER (40 * G_TIME_SPAN_MILLISECOND)

/* Everything on the map that does not follow the pointer. The picture is thrown away when regions, backdrop, style or device scale
 * change, or the zoom has settled at another level; it is added to when panning or a larger window leaves its margin; and else only
 * moved. */
struct _PivotRegionLayer
{
  ShumateLayer     parent_instance;

  PivotRegions    *regions;
  PivotGeometry   *backdrop;
  PivotStyle       style;
  PivotLabelCache *labels;

  PivotMapFrame       frame;       /* of the picture */
  cairo_surface_t *surface;     /* NULL: nothing drawn yet, or out of date */
  GskRenderNode   *node;        /* shows surface as it is */
  GskRenderNode   *smooth_node; /* shows it scaled; only made when needed */
  gint64           render_time; /* µs the last picture took */
  guint            margin_id;   /* for drawing what a first picture leaves out */
  gboolean         zooming;
  guint            n_renders;
  GCancellable    *labels_wanted; /* of the worker that finds them, or NULL */
};

G_DEFINE_FINAL_TYPE (PivotRegionLayer, pivot_region_layer, SHUMATE_TYPE_LAYER)

static void
clear_picture (PivotRegionLayer *self)
{
  g_clear_handle_id (&self->margin_id, g_source_remove);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->smooth_node, gsk_render_node_unref);
}

static void
invalidate (PivotRegionLayer *self)
{
  clear_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_labels (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  PivotGeometry *geometry = task_data;
  guint n = pivot_geometry_get_n_regions (geometry);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    pivot_geometry_get_label (geometry, i, NULL, NULL, NULL);
}

static void
forget_labels (PivotRegionLayer *self)
{
  if (self->labels_wanted != NULL)
    g_cancellable_cancel (self->labels_wanted);
  g_clear_object (&self->labels_wanted);
}

/* Where labels have room is found when first asked for. Of thousands of regions that takes a second, which a frame that zooms in
 * on them does not have, so a worker asks before. */
static void
prepare_labels (PivotRegionLayer *self,
                PivotGeometry    *geometry)
{
  g_autoptr(GTask) task = NULL;

  forget_labels (self);
  self->labels_wanted = g_cancellable_new ();
  task = g_task_new (NULL, self->labels_wanted, NULL, NULL);
  g_task_set_source_tag (task, prepare_labels);
  g_task_set_task_data (task, pivot_geometry_ref (geometry), (GDestroyNotify) pivot_geometry_unref);
  pivot_run_in_thread (task, find_labels);
}

/* Draws one rectangle of a frame, in device px from the frame's corner. */
static void
paint_part (PivotRegionLayer            *self,
            const PivotMapFrame            *frame,
            cairo_surface_t             *surface,
            const cairo_rectangle_int_t *part)
{
  double scale = frame->scale;
  double x = part->x / scale, y = part->y / scale, width = part->width / scale, height = part->height / scale;
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t whole, matrix;

  pivot_map_frame_get_matrix (frame, &whole);
  matrix = whole;
  matrix.x0 -= x;
  matrix.y0 -= y;

  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &self->style.background);
  cairo_paint (cr);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (self->backdrop != NULL)
    pivot_region_painter_draw_backdrop (self->backdrop, cr, &self->style, &matrix, width, height);
  if (self->regions != NULL)
    pivot_region_painter_draw (self->regions, cr, &self->style, &matrix, width, height);
  cairo_restore (cr);

  /* Which labels have room is decided for the whole frame, so that none is cut where two parts meet. */
  if (self->regions != NULL)
    _pivot_region_painter_draw_labels_cached (self->regions, self->labels, cr, &self->style, &whole, frame->width / scale,
                                              frame->height / scale);
  cairo_destroy (cr);
}

/* Copies from the old picture what the new frame shares with it. Returns what is left to draw. */
static cairo_region_t *
copy_shared (PivotRegionLayer *self,
             const PivotMapFrame *frame,
             cairo_surface_t  *surface)
{
  cairo_rectangle_int_t all = { 0, 0, frame->width, frame->height };
  cairo_rectangle_int_t old;
  cairo_region_t *missing = cairo_region_create_rectangle (&all);
  cairo_t *cr;

  if (self->surface == NULL || !pivot_map_frame_same_scale (&self->frame, frame) ||
      ABS (self->frame.left - frame->left) >= frame->width || ABS (self->frame.top - frame->top) >= frame->height)
    return missing;

  old = (cairo_rectangle_int_t) { self->frame.left - frame->left, self->frame.top - frame->top, self->frame.width,
                                  self->frame.height };
  cr = cairo_create (surface);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, old.x / (double) frame->scale, old.y / (double) frame->scale, old.width / (double) frame->scale,
                   old.height / (double) frame->scale);
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->surface, old.x / (double) frame->scale, old.y / (double) frame->scale);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_region_subtract_rectangle (missing, &old);

  return missing;
}

/* Makes the picture larger, or another one; what the two share is copied. */
static void
draw_picture (PivotRegionLayer    *self,
              const PivotMapFrame *frame)
{
  cairo_surface_t *surface = pivot_map_frame_make_surface (frame, TRUE, GTK_WIDGET (self));
  cairo_region_t *missing = copy_shared (self, frame, surface);

  for (int i = 0; i < cairo_region_num_rectangles (missing); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (missing, i, &part);
      paint_part (self, frame, surface, &part);
    }
  cairo_region_destroy (missing);

  clear_picture (self);
  self->surface = surface;
  self->frame = *frame;
  self->node = pivot_map_frame_make_node (frame, surface, FALSE, GTK_WIDGET (self));
}

static gboolean
draw_margin_cb (gpointer user_data)
{
  PivotRegionLayer *self = PIVOT_REGION_LAYER (user_data);
  PivotMapFrame frame = self->frame;

  self->margin_id = 0;
  pivot_map_frame_grow (&frame, MARGIN_PART, MARGIN_LIMIT);
  draw_picture (self, &frame);

  return G_SOURCE_REMOVE;
}

/* Of a picture that starts anew only what is seen is drawn at once, and its margin when there is time. */
static void
render (PivotRegionLayer    *self,
        const PivotMapFrame *view)
{
  gint64 start = g_get_monotonic_time ();
  PivotMapFrame frame = *view;
  gboolean anew = self->surface == NULL || !pivot_map_frame_same_scale (&self->frame, view);

  if (!anew)
    pivot_map_frame_grow (&frame, MARGIN_PART, MARGIN_LIMIT);
  draw_picture (self, &frame);
  if (anew)
    self->margin_id = g_idle_add_full (G_PRIORITY_LOW, draw_margin_cb, self, NULL);

  self->render_time = g_get_monotonic_time () - start;
  self->n_renders++;
}

static gboolean
needs_render (PivotRegionLayer *self,
              const PivotMapFrame *view)
{
  if (self->surface == NULL || self->frame.scale != view->scale)
    return TRUE;
  if (pivot_map_frame_same_scale (&self->frame, view))
    return !pivot_map_frame_covers (&self->frame, view);

  return !self->zooming || (!pivot_map_frame_covers (&self->frame, view) && self->render_time < QUICK_RENDER);
}

static GskRenderNode *
get_node (PivotRegionLayer *self,
          const PivotMapFrame *view)
{
  /* A texture serves for both. */
  if (pivot_map_frame_same_scale (&self->frame, view) || gsk_render_node_get_node_type (self->node) == GSK_TEXTURE_NODE)
    return self->node;

  if (self->smooth_node == NULL)
    self->smooth_node = pivot_map_frame_make_node (&self->frame, self->surface, TRUE, GTK_WIDGET (self));

  return self->smooth_node;
}

static void
pivot_region_layer_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PivotRegionLayer *self = PIVOT_REGION_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PivotCamera camera;
  PivotMapFrame view;

  if (width <= 0 || height <= 0)
    return;

  pivot_camera_read (&camera, shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  pivot_map_frame_init_view (&view, &camera, width, height, gtk_widget_get_scale_factor (widget));

  if (needs_render (self, &view))
    render (self, &view);

  if (!pivot_map_frame_covers (&self->frame, &view))
    gtk_snapshot_append_color (snapshot, &self->style.background, &GRAPHENE_RECT_INIT (0, 0, width, height));

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_save (snapshot);
  pivot_map_frame_transform (&self->frame, &view, snapshot);
  gtk_snapshot_append_node (snapshot, get_node (self, &view));
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
pivot_region_layer_unrealize (GtkWidget *widget)
{
  /* Another renderer may want another kind of node. */
  invalidate (PIVOT_REGION_LAYER (widget));

  GTK_WIDGET_CLASS (pivot_region_layer_parent_class)->unrealize (widget);
}

static void
pivot_region_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (pivot_region_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
pivot_region_layer_finalize (GObject *object)
{
  PivotRegionLayer *self = PIVOT_REGION_LAYER (object);

  clear_picture (self);
  forget_labels (self);
  g_clear_pointer (&self->regions, pivot_regions_unref);
  g_clear_pointer (&self->backdrop, pivot_geometry_unref);
  g_clear_pointer (&self->labels, _pivot_label_cache_free);

  G_OBJECT_CLASS (pivot_region_layer_parent_class)->finalize (object);
}

static void
pivot_region_layer_class_init (PivotRegionLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pivot_region_layer_constructed;
  object_class->finalize = pivot_region_layer_finalize;
  widget_class->snapshot = pivot_region_layer_snapshot;
  widget_class->unrealize = pivot_region_layer_unrealize;
}

static void
pivot_region_layer_init (PivotRegionLayer *self)
{
  pivot_style_init_light (&self->style);
  self->labels = _pivot_label_cache_new ();
}

/**
 * pivot_region_layer_new:
 * @viewport: the map's viewport, which has a reference map source
 *
 * Creates a layer that shows regions.
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
pivot_region_layer_new (ShumateViewport *viewport)
{
  return g_object_new (PIVOT_TYPE_REGION_LAYER, "viewport", viewport, NULL);
}

/**
 * pivot_region_layer_set_regions:
 * @self: a region layer
 * @regions: (nullable): regions in the Mercator unit square
 *
 * Shows other regions, or the same in other colours.
 */
void
pivot_region_layer_set_regions (PivotRegionLayer *self,
                                PivotRegions     *regions)
{
  g_return_if_fail (PIVOT_IS_REGION_LAYER (self));

  if (self->regions == regions)
    return;

  if (regions != NULL &&
      (self->regions == NULL || pivot_regions_get_geometry (self->regions) != pivot_regions_get_geometry (regions)))
    prepare_labels (self, pivot_regions_get_geometry (regions));
  if (regions != NULL)
    pivot_regions_ref (regions);
  g_clear_pointer (&self->regions, pivot_regions_unref);
  self->regions = regions;
  invalidate (self);
}

/**
 * pivot_region_layer_set_backdrop:
 * @self: a region layer
 * @geometry: (nullable): land around the regions, in the Mercator unit square
 *
 * Shows another backdrop.
 */
void
pivot_region_layer_set_backdrop (PivotRegionLayer *self,
                                 PivotGeometry    *geometry)
{
  g_return_if_fail (PIVOT_IS_REGION_LAYER (self));

  if (self->backdrop == geometry)
    return;

  if (geometry != NULL)
    pivot_geometry_ref (geometry);
  g_clear_pointer (&self->backdrop, pivot_geometry_unref);
  self->backdrop = geometry;
  invalidate (self);
}

/**
 * pivot_region_layer_set_style:
 * @self: a region layer
 * @style: colours, font and scale (copied)
 *
 * Draws in another style.
 */
void
pivot_region_layer_set_style (PivotRegionLayer *self,
                              const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_REGION_LAYER (self));
  g_return_if_fail (style != NULL);

  if (pivot_style_equal (&self->style, style))
    return;

  self->style = *style;
  invalidate (self);
}

/**
 * pivot_region_layer_set_zooming:
 * @self: a region layer
 * @zooming: whether the zoom level is on its way
 *
 * Tells whether the zoom level is about to change again, so that the picture at hand is scaled and not drawn anew.
 */
void
pivot_region_layer_set_zooming (PivotRegionLayer *self,
                                gboolean          zooming)
{
  g_return_if_fail (PIVOT_IS_REGION_LAYER (self));

  if (self->zooming == zooming)
    return;

  self->zooming = zooming;
  if (!zooming)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pivot_region_layer_get_n_renders:
 * @self: a region layer
 *
 * Counts the pictures drawn so far, wholly or in part.
 *
 * Returns: the number
 */
guint
pivot_region_layer_get_n_renders (PivotRegionLayer *self)
{
  g_return_val_if_fail (PIVOT_IS_REGION_LAYER (self), 0);

  return self->n_renders;
}

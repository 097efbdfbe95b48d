/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-overlay-layer.h"

#include <math.h>

#include "pivot-map-frame.h"
#include "pivot-region-painter.h"

/* px at scale 1. */
#define HOVER_WIDTH 2.0
#define SELECTION_WIDTH 2.2
#define FOCUS_WIDTH 2.0
/* More than any outline reaches beyond its region: half its width and casing, or the ring around a small one. */
#define REACH 12.0
#define MARGIN_PART 0.25
#define MARGIN_LIMIT 256
/* Outlines of more points than this are kept as pixels: drawing them again at each frame would cost more. */
#define MAX_LIVE_POINTS 3000

/* Outlines of some regions, drawn for a piece of the map and moved with it. */
typedef struct
{
  GArray        *regions;   /* guint */
  PivotMapFrame     frame;
  GskRenderNode *node;      /* may be NULL while valid: nothing in sight */
  gboolean       valid;
} Outlines;

/* Outlines depend on the regions' shapes, style, scale and which they are; not on the regions' colours. */
struct _PivotOverlayLayer
{
  ShumateLayer     parent_instance;

  PivotRegions    *regions;
  PivotStyle       style;
  Outlines         selected;
  Outlines         lit;
  Outlines         hovered;
  GArray          *band;        /* of double: corners, px */
  gboolean         focused;
  gboolean         zooming;
};

G_DEFINE_FINAL_TYPE (PivotOverlayLayer, pivot_overlay_layer, SHUMATE_TYPE_LAYER)

static void
invalidate_outlines (PivotOverlayLayer *self,
                     Outlines          *outlines)
{
  g_clear_pointer (&outlines->node, gsk_render_node_unref);
  outlines->valid = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
invalidate (PivotOverlayLayer *self)
{
  invalidate_outlines (self, &self->selected);
  invalidate_outlines (self, &self->lit);
  invalidate_outlines (self, &self->hovered);
}

/* The outlines' box in logical px of the frame, on whole px; empty if none is in sight. */
static PivotBox
get_bounds (PivotOverlayLayer *self,
            const GArray      *regions,
            const PivotMapFrame  *frame)
{
  double reach = REACH * self->style.scale;
  PivotBox bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  cairo_matrix_t matrix;

  pivot_map_frame_get_matrix (frame, &matrix);

  for (guint i = 0; i < regions->len; i++)
    {
      PivotBox box = pivot_geometry_get_box (pivot_regions_get_geometry (self->regions), g_array_index (regions, guint, i));

      if (box.x0 > box.x1)
        continue;
      bounds.x0 = MIN (bounds.x0, matrix.x0 + matrix.xx * box.x0 - reach);
      bounds.y0 = MIN (bounds.y0, matrix.y0 + matrix.yy * box.y0 - reach);
      bounds.x1 = MAX (bounds.x1, matrix.x0 + matrix.xx * box.x1 + reach);
      bounds.y1 = MAX (bounds.y1, matrix.y0 + matrix.yy * box.y1 + reach);
    }

  bounds.x0 = floor (MAX (bounds.x0, 0));
  bounds.y0 = floor (MAX (bounds.y0, 0));
  bounds.x1 = ceil (MIN (bounds.x1, frame->width / (double) frame->scale));
  bounds.y1 = ceil (MIN (bounds.y1, frame->height / (double) frame->scale));

  return bounds;
}

static guint
count_points (const PivotGeometry *geometry,
              const GArray        *regions)
{
  guint total = 0;

  for (guint i = 0; i < regions->len && total <= MAX_LIVE_POINTS; i++)
    {
      guint region = g_array_index (regions, guint, i);

      for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
        for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
          {
            guint n;

            pivot_geometry_get_ring (geometry, region, p, r, &n);
            total += n;
          }
    }

  return total;
}

static void
draw_outlines (PivotOverlayLayer *self,
               const Outlines    *outlines,
               const PivotMapFrame  *frame,
               cairo_t           *cr)
{
  gboolean hover = outlines != &self->selected;
  cairo_matrix_t matrix;

  pivot_map_frame_get_matrix (frame, &matrix);

  for (guint i = 0; i < outlines->regions->len; i++)
    pivot_region_painter_draw_outline (self->regions, g_array_index (outlines->regions, guint, i), cr, &self->style, &matrix,
                                       frame->width / (double) frame->scale, frame->height / (double) frame->scale,
                                       hover ? &self->style.hover : &self->style.selection,
                                       (hover ? HOVER_WIDTH : SELECTION_WIDTH) * self->style.scale);
}

static GskRenderNode *
make_live_node (PivotOverlayLayer *self,
                const Outlines    *outlines,
                const PivotBox    *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (bounds->x0, bounds->y0, bounds->x1 - bounds->x0,
                                                                 bounds->y1 - bounds->y0));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  draw_outlines (self, outlines, &outlines->frame, cr);
  cairo_destroy (cr);

  return node;
}

static GskRenderNode *
make_image_node (PivotOverlayLayer *self,
                 const Outlines    *outlines,
                 const PivotBox    *bounds)
{
  PivotMapFrame part = outlines->frame;
  g_autoptr(GskRenderNode) image = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  part.left += bounds->x0 * part.scale;
  part.top += bounds->y0 * part.scale;
  part.width = (bounds->x1 - bounds->x0) * part.scale;
  part.height = (bounds->y1 - bounds->y0) * part.scale;

  surface = pivot_map_frame_make_surface (&part, FALSE, GTK_WIDGET (self));
  cr = cairo_create (surface);
  draw_outlines (self, outlines, &part, cr);
  cairo_destroy (cr);
  image = pivot_map_frame_make_node (&part, surface, FALSE, GTK_WIDGET (self));
  cairo_surface_destroy (surface);

  if (bounds->x0 == 0 && bounds->y0 == 0)
    return g_steal_pointer (&image);
  else
    {
      GskTransform *shift = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (bounds->x0, bounds->y0));
      GskRenderNode *node = gsk_transform_node_new (image, shift);

      gsk_transform_unref (shift);
      return node;
    }
}

static void
render (PivotOverlayLayer *self,
        Outlines          *outlines,
        const PivotMapFrame  *view)
{
  PivotBox bounds;

  g_clear_pointer (&outlines->node, gsk_render_node_unref);
  outlines->frame = *view;
  outlines->valid = TRUE;

  if (self->regions == NULL || outlines->regions->len == 0)
    return;

  pivot_map_frame_grow (&outlines->frame, MARGIN_PART, MARGIN_LIMIT);
  bounds = get_bounds (self, outlines->regions, &outlines->frame);
  if (bounds.x0 >= bounds.x1 || bounds.y0 >= bounds.y1)
    return;

  if (count_points (pivot_regions_get_geometry (self->regions), outlines->regions) <= MAX_LIVE_POINTS)
    outlines->node = make_live_node (self, outlines, &bounds);
  else
    outlines->node = make_image_node (self, outlines, &bounds);
}

static void
snapshot_outlines (PivotOverlayLayer *self,
                   Outlines          *outlines,
                   const PivotMapFrame  *view,
                   GtkSnapshot       *snapshot)
{
  if (outlines->regions->len == 0)
    return;

  if (!outlines->valid || outlines->frame.scale != view->scale ||
      (!self->zooming && (!pivot_map_frame_same_scale (&outlines->frame, view) || !pivot_map_frame_covers (&outlines->frame, view))))
    render (self, outlines, view);

  if (outlines->node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  pivot_map_frame_transform (&outlines->frame, view, snapshot);
  gtk_snapshot_append_node (snapshot, outlines->node);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_frame (GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                float                  width,
                const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
snapshot_band (PivotOverlayLayer *self,
               GtkSnapshot       *snapshot,
               int                width,
               int                height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA fill = self->style.accent;

  for (guint i = 0; i < self->band->len; i += 2)
    cairo_line_to (cr, g_array_index (self->band, double, i), g_array_index (self->band, double, i + 1));
  cairo_close_path (cr);
  fill.alpha = 0.15;
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
pivot_overlay_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PivotOverlayLayer *self = PIVOT_OVERLAY_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PivotCamera camera;
  PivotMapFrame view;

  if (width <= 0 || height <= 0)
    return;

  pivot_camera_read (&camera, shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  pivot_map_frame_init_view (&view, &camera, width, height, gtk_widget_get_scale_factor (widget));

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  snapshot_outlines (self, &self->selected, &view, snapshot);
  snapshot_outlines (self, &self->lit, &view, snapshot);
  snapshot_outlines (self, &self->hovered, &view, snapshot);

  if (self->band->len > 0)
    snapshot_band (self, snapshot, width, height);
  if (self->focused)
    snapshot_frame (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height), FOCUS_WIDTH * self->style.scale, &self->style.accent);
  gtk_snapshot_pop (snapshot);
}

static void
pivot_overlay_layer_unrealize (GtkWidget *widget)
{
  invalidate (PIVOT_OVERLAY_LAYER (widget));

  GTK_WIDGET_CLASS (pivot_overlay_layer_parent_class)->unrealize (widget);
}

static void
viewport_changed_cb (PivotOverlayLayer *self)
{
  /* The band is tied to the window and focus as well: without outlines nothing moves. */
  if (self->selected.regions->len > 0 || self->lit.regions->len > 0 || self->hovered.regions->len > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pivot_overlay_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (pivot_overlay_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (viewport_changed_cb), object, G_CONNECT_SWAPPED);
}

static void
pivot_overlay_layer_finalize (GObject *object)
{
  PivotOverlayLayer *self = PIVOT_OVERLAY_LAYER (object);

  g_clear_pointer (&self->selected.node, gsk_render_node_unref);
  g_clear_pointer (&self->lit.node, gsk_render_node_unref);
  g_clear_pointer (&self->hovered.node, gsk_render_node_unref);
  g_array_unref (self->band);
  g_array_unref (self->selected.regions);
  g_array_unref (self->lit.regions);
  g_array_unref (self->hovered.regions);
  g_clear_pointer (&self->regions, pivot_regions_unref);

  G_OBJECT_CLASS (pivot_overlay_layer_parent_class)->finalize (object);
}

static void
pivot_overlay_layer_class_init (PivotOverlayLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pivot_overlay_layer_constructed;
  object_class->finalize = pivot_overlay_layer_finalize;
  widget_class->snapshot = pivot_overlay_layer_snapshot;
  widget_class->unrealize = pivot_overlay_layer_unrealize;
}

static void
pivot_overlay_layer_init (PivotOverlayLayer *self)
{
  pivot_style_init_light (&self->style);
  self->band = g_array_new (FALSE, FALSE, sizeof (double));
  self->selected.regions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit.regions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hovered.regions = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * pivot_overlay_layer_new:
 * @viewport: the map's viewport, which has a reference map source
 *
 * Creates a layer for outlines and the rubber band.
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
pivot_overlay_layer_new (ShumateViewport *viewport)
{
  return g_object_new (PIVOT_TYPE_OVERLAY_LAYER, "viewport", viewport, NULL);
}

static void
set_outlined (PivotOverlayLayer *self,
              Outlines          *outlines,
              const guint       *regions,
              guint              n)
{
  if (outlines->regions->len == n && (n == 0 || memcmp (outlines->regions->data, regions, n * sizeof (guint)) == 0))
    return;

  g_array_set_size (outlines->regions, 0);
  g_array_append_vals (outlines->regions, regions, n);
  invalidate_outlines (self, outlines);
}

/**
 * pivot_overlay_layer_set_regions:
 * @self: an overlay layer
 * @regions: (nullable): regions in the Mercator unit square
 *
 * Sets what the numbers of regions refer to. Another geometry clears hover and selection.
 */
void
pivot_overlay_layer_set_regions (PivotOverlayLayer *self,
                                 PivotRegions      *regions)
{
  gboolean same_shapes;

  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));

  if (self->regions == regions)
    return;

  same_shapes = self->regions != NULL && regions != NULL &&
                pivot_regions_get_geometry (self->regions) == pivot_regions_get_geometry (regions);

  if (regions != NULL)
    pivot_regions_ref (regions);
  g_clear_pointer (&self->regions, pivot_regions_unref);
  self->regions = regions;

  if (!same_shapes)
    {
      set_outlined (self, &self->selected, NULL, 0);
      set_outlined (self, &self->lit, NULL, 0);
      set_outlined (self, &self->hovered, NULL, 0);
    }
}

/**
 * pivot_overlay_layer_set_style:
 * @self: an overlay layer
 * @style: colours and scale (copied)
 *
 * Draws in another style.
 */
void
pivot_overlay_layer_set_style (PivotOverlayLayer *self,
                               const PivotStyle  *style)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  invalidate (self);
}

/**
 * pivot_overlay_layer_set_zooming:
 * @self: an overlay layer
 * @zooming: whether the zoom level is on its way
 *
 * Tells whether outlines are to be scaled for now and drawn anew afterwards.
 */
void
pivot_overlay_layer_set_zooming (PivotOverlayLayer *self,
                                 gboolean           zooming)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));

  if (self->zooming == zooming)
    return;

  self->zooming = zooming;
  if (!zooming)
    viewport_changed_cb (self);
}

/**
 * pivot_overlay_layer_set_lit:
 * @self: an overlay layer
 * @regions: (array length=n): numbers of regions (copied)
 * @n: how many
 *
 * Outlines regions that are pointed at together, as the class under the pointer.
 */
void
pivot_overlay_layer_set_lit (PivotOverlayLayer *self,
                             const guint       *regions,
                             guint              n)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));
  g_return_if_fail (regions != NULL || n == 0);

  set_outlined (self, &self->lit, regions, n);
}

/**
 * pivot_overlay_layer_set_hovered:
 * @self: an overlay layer
 * @region: number of a region, or −1
 *
 * Outlines the region under the pointer.
 */
void
pivot_overlay_layer_set_hovered (PivotOverlayLayer *self,
                                 int                region)
{
  guint number = region;

  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));

  set_outlined (self, &self->hovered, &number, region >= 0 ? 1 : 0);
}

/**
 * pivot_overlay_layer_set_selected:
 * @self: an overlay layer
 * @regions: (array length=n): numbers of regions (copied)
 * @n: how many
 *
 * Outlines what is selected.
 */
void
pivot_overlay_layer_set_selected (PivotOverlayLayer *self,
                                  const guint       *regions,
                                  guint              n)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));
  g_return_if_fail (regions != NULL || n == 0);

  set_outlined (self, &self->selected, regions, n);
}

/**
 * pivot_overlay_layer_set_band:
 * @self: an overlay layer
 * @corners: (nullable): x and y of each corner, in the layer's px
 * @n: how many; 0 for none
 *
 * Shows the outline that is being drawn.
 */
void
pivot_overlay_layer_set_band (PivotOverlayLayer *self,
                              const double      *corners,
                              guint              n)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));
  g_return_if_fail (corners != NULL || n == 0);

  g_array_set_size (self->band, 0);
  g_array_append_vals (self->band, corners, 2 * n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pivot_overlay_layer_set_focused:
 * @self: an overlay layer
 * @focused: whether to show that the map has the keyboard
 *
 * Shows the keyboard's focus around the map.
 */
void
pivot_overlay_layer_set_focused (PivotOverlayLayer *self,
                                 gboolean           focused)
{
  g_return_if_fail (PIVOT_IS_OVERLAY_LAYER (self));

  if (self->focused == focused)
    return;

  self->focused = focused;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

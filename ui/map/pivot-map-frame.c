/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-frame.h"

#include <math.h>

/* Device px. */
#define TILE_WIDTH 512
#define TILE_HEIGHT 64

void
pivot_map_frame_init_view (PivotMapFrame        *self,
                       const PivotCamera *camera,
                       int                width,
                       int                height,
                       int                scale)
{
  cairo_matrix_t matrix;

  pivot_camera_get_matrix (camera, width, height, scale, &matrix);
  *self = (PivotMapFrame) {
    .size = camera->size,
    .left = llround (-matrix.x0 * scale),
    .top = llround (-matrix.y0 * scale),
    .width = width * scale,
    .height = height * scale,
    .scale = scale,
  };
}

/* Adds a margin on each side: a part of the frame, at most limit logical px. */
void
pivot_map_frame_grow (PivotMapFrame *self,
                  double      part,
                  int         limit)
{
  int margin_x = MIN (self->width * part, limit * self->scale);
  int margin_y = MIN (self->height * part, limit * self->scale);

  self->left -= margin_x;
  self->top -= margin_y;
  self->width += 2 * margin_x;
  self->height += 2 * margin_y;
}

gboolean
pivot_map_frame_same_scale (const PivotMapFrame *one,
                        const PivotMapFrame *other)
{
  return one->scale == other->scale && fabs (one->size - other->size) <= 1e-9 * one->size;
}

/* Whether all of view is on the picture, whatever its scale. */
gboolean
pivot_map_frame_covers (const PivotMapFrame *self,
                    const PivotMapFrame *view)
{
  double ratio = view->size / self->size * view->scale / self->scale;

  /* Half a pixel is let go, as it comes from rounding. */
  return self->left * ratio <= view->left + 0.5 && self->top * ratio <= view->top + 0.5 &&
         (self->left + self->width) * ratio >= view->left + view->width - 0.5 &&
         (self->top + self->height) * ratio >= view->top + view->height - 0.5;
}

void
pivot_map_frame_get_matrix (const PivotMapFrame *self,
                        cairo_matrix_t   *matrix)
{
  cairo_matrix_init (matrix, self->size, 0, 0, self->size, -(double) self->left / self->scale,
                     -(double) self->top / self->scale);
}

void
pivot_map_frame_transform (const PivotMapFrame *self,
                       const PivotMapFrame *view,
                       GtkSnapshot      *snapshot)
{
  double ratio = view->size / self->size;

  if (pivot_map_frame_same_scale (self, view))
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((self->left - view->left) / (double) view->scale,
                                                              (self->top - view->top) / (double) view->scale));
      return;
    }

  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (self->left * ratio / self->scale - view->left / (double) view->scale,
                                                self->top * ratio / self->scale - view->top / (double) view->scale));
  gtk_snapshot_scale (snapshot, ratio, ratio);
}

/* GTK's Cairo renderer copies a whole texture to memory at each draw; others upload a Cairo node again when it comes back. */
static gboolean
renders_with_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

cairo_surface_t *
pivot_map_frame_make_surface (const PivotMapFrame *self,
                          gboolean          opaque,
                          GtkWidget        *widget)
{
  cairo_format_t format = opaque && renders_with_cairo (widget) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  cairo_surface_t *surface = cairo_image_surface_create (format, self->width, self->height);

  cairo_surface_set_device_scale (surface, self->scale, self->scale);

  return surface;
}

static GskRenderNode *
make_texture_node (const PivotMapFrame      *self,
                   cairo_surface_t       *surface,
                   const graphene_rect_t *bounds)
{
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * self->height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, bounds);
}

static GskRenderNode *
make_cairo_node (cairo_surface_t       *surface,
                 gboolean               smooth,
                 const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  /* Even where it changes no pixel, any other filter takes Cairo 6 ms more for a picture of this size. */
  cairo_pattern_set_filter (cairo_get_source (cr), smooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/* Cairo paints what was recorded by way of an image of its own, as large as what is in sight. Tiles that fit
 * a processor's cache save a third of what a frame of panning costs. */
static GskRenderNode *
make_tiled_node (const PivotMapFrame *self,
                 cairo_surface_t  *surface)
{
  g_autoptr(GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  float scale = self->scale;

  for (int y = 0; y < self->height; y += TILE_HEIGHT)
    for (int x = 0; x < self->width; x += TILE_WIDTH)
      g_ptr_array_add (tiles, make_cairo_node (surface, FALSE,
                                               &GRAPHENE_RECT_INIT (x / scale, y / scale, MIN (TILE_WIDTH, self->width - x) / scale,
                                                                    MIN (TILE_HEIGHT, self->height - y) / scale)));

  return gsk_container_node_new ((GskRenderNode **) tiles->pdata, tiles->len);
}

GskRenderNode *
pivot_map_frame_make_node (const PivotMapFrame *self,
                       cairo_surface_t  *surface,
                       gboolean          smooth,
                       GtkWidget        *widget)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, self->width / (float) self->scale, self->height / (float) self->scale);

  cairo_surface_flush (surface);

  if (!renders_with_cairo (widget))
    return make_texture_node (self, surface, &bounds);

  /* Scaled, the tiles' edges would be seen. */
  return smooth ? make_cairo_node (surface, TRUE, &bounds) : make_tiled_node (self, surface);
}

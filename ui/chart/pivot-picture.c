/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-picture.h"

/**
 * pivot_picture_new: (skip)
 * @width: width in a widget's units
 * @height: height in a widget's units
 * @scale: the widget's scale factor
 *
 * Creates a picture to draw on in a widget's units.
 *
 * Returns: (transfer full): an image surface
 */
cairo_surface_t *
pivot_picture_new (int width,
                   int height,
                   int scale)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);

  cairo_surface_set_device_scale (picture, scale, scale);

  return picture;
}

/**
 * pivot_picture_copy: (skip)
 * @picture: a picture
 * @width: its width
 * @height: its height
 * @scale: its scale factor
 *
 * Copies a picture, to draw over the copy.
 *
 * Returns: (transfer full): an image surface
 */
cairo_surface_t *
pivot_picture_copy (cairo_surface_t *picture,
                    int              width,
                    int              height,
                    int              scale)
{
  cairo_surface_t *copy = pivot_picture_new (width, height, scale);
  cairo_t *cr = cairo_create (copy);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return copy;
}

static GskRenderNode *
to_cairo_node (cairo_surface_t *picture,
               int              width,
               int              height)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

static GskRenderNode *
to_texture_node (cairo_surface_t *picture,
                 int              width,
                 int              height)
{
  int stride = cairo_image_surface_get_stride (picture);
  int rows = cairo_image_surface_get_height (picture);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  cairo_surface_flush (picture);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (picture), (gsize) stride * rows,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (picture));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (picture), rows, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/**
 * pivot_picture_to_node: (skip)
 * @picture: a picture, which is not drawn on any more
 * @width: its width
 * @height: its height
 * @widget: the widget that shows it
 *
 * Makes what a widget can show.
 *
 * The Cairo renderer copies a texture whole at each frame, but only the damaged part of a Cairo node; the others keep a
 * texture on the graphics card, but draw a Cairo node anew.
 *
 * Returns: (transfer full): a node
 */
GskRenderNode *
pivot_picture_to_node (cairo_surface_t *picture,
                       int              width,
                       int              height,
                       GtkWidget       *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  if (renderer != NULL && !GSK_IS_CAIRO_RENDERER (renderer))
    return to_texture_node (picture, width, height);

  return to_cairo_node (picture, width, height);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drawing that is made seldom and shown often, as pixels at a widget's scale.
 *
 * Whatever clips is shown as such a picture and never recorded in a Cairo node: when GTK's Cairo renderer replays a clip that
 * misses every one of several damaged boxes, Cairo (1.18, _cairo_clip_intersect_boxes) writes into a constant and ends the
 * program. */
cairo_surface_t *pivot_picture_new     (int width, int height, int scale) G_GNUC_WARN_UNUSED_RESULT;
cairo_surface_t *pivot_picture_copy    (cairo_surface_t *picture, int width, int height, int scale) G_GNUC_WARN_UNUSED_RESULT;
GskRenderNode   *pivot_picture_to_node (cairo_surface_t *picture, int width, int height, GtkWidget *widget)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

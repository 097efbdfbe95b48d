/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drawing that is made seldom and shown often, as pixels at a widget's scale. */
cairo_surface_t *pivot_picture_new     (int width, int height, int scale) G_GNUC_WARN_UNUSED_RESULT;
cairo_surface_t *pivot_picture_copy    (cairo_surface_t *picture, int width, int height, int scale) G_GNUC_WARN_UNUSED_RESULT;
GskRenderNode   *pivot_picture_to_node (cairo_surface_t *picture, int width, int height, GtkWidget *widget)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

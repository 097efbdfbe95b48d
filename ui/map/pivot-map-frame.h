/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-camera.h"

G_BEGIN_DECLS

/* A piece of the map at one scale, in whole device pixels of the world: of what it is a picture, not what is on it.
 * left and top count from the unit square's corner. */
typedef struct
{
  double size;          /* logical px of the unit square */
  gint64 left, top;     /* device px */
  int    width, height; /* device px */
  int    scale;         /* device px per logical px */
} PivotMapFrame;

void     pivot_map_frame_init_view     (PivotMapFrame            *self,
                                    const PivotCamera     *camera,
                                    int                    width,
                                    int                    height,
                                    int                    scale);
void     pivot_map_frame_grow          (PivotMapFrame            *self,
                                    double                 part,
                                    int                    limit);
gboolean pivot_map_frame_same_scale    (const PivotMapFrame      *one,
                                    const PivotMapFrame      *other);
gboolean pivot_map_frame_covers        (const PivotMapFrame      *self,
                                    const PivotMapFrame      *view);
/* From the unit square to the frame's logical px. */
void     pivot_map_frame_get_matrix    (const PivotMapFrame      *self,
                                    cairo_matrix_t        *matrix);
/* Moves, and if need be scales, what follows from this frame's px to those of view. */
void     pivot_map_frame_transform     (const PivotMapFrame      *self,
                                    const PivotMapFrame      *view,
                                    GtkSnapshot           *snapshot);
/* The node that shows an image of a frame's size most cheaply with the renderer of this widget; smooth: it will be scaled. */
GskRenderNode *pivot_map_frame_make_node (const PivotMapFrame    *self,
                                      cairo_surface_t     *surface,
                                      gboolean             smooth,
                                      GtkWidget           *widget) G_GNUC_WARN_UNUSED_RESULT;
/* An image for that: without transparency if opaque. */
cairo_surface_t *pivot_map_frame_make_surface (const PivotMapFrame *self,
                                           gboolean          opaque,
                                           GtkWidget        *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "pivot-geometry.h"

G_BEGIN_DECLS

/* Where the map looks: plain numbers in the Mercator unit square, so that limits, fitting and flights are arithmetic that needs
 * no widget. Only read and write know libshumate. */
typedef struct
{
  double u, v;    /* the point in the middle of the view */
  double size;    /* px of the whole unit square */
} PivotCamera;

typedef struct
{
  PivotBox extent;              /* never left; empty: no limits */
  double   min_size, max_size;
} PivotCameraLimits;

void        pivot_camera_read      (PivotCamera             *self,
                                    ShumateViewport         *viewport);
void        pivot_camera_write     (const PivotCamera       *self,
                                    ShumateViewport         *viewport);
gboolean    pivot_camera_equal     (const PivotCamera       *one,
                                    const PivotCamera       *other);
PivotCamera pivot_camera_fit       (const PivotBox          *box,
                                    double                   width,
                                    double                   height,
                                    double                   padding);
void        pivot_camera_get_limits(PivotCameraLimits       *limits,
                                    const PivotBox          *extent,
                                    double                   width,
                                    double                   height,
                                    double                   padding);
void        pivot_camera_limit     (PivotCamera             *self,
                                    const PivotCameraLimits *limits,
                                    double                   width,
                                    double                   height);
PivotCamera pivot_camera_zoom      (const PivotCamera       *self,
                                    double                   factor,
                                    double                   width,
                                    double                   height,
                                    double                   x,
                                    double                   y);
PivotCamera pivot_camera_mix       (const PivotCamera       *from,
                                    const PivotCamera       *to,
                                    double                   progress);
/* From the unit square to the view's px, on whole device pixels so that a picture that is moved stays sharp. */
void        pivot_camera_get_matrix(const PivotCamera       *self,
                                    double                   width,
                                    double                   height,
                                    int                      scale_factor,
                                    cairo_matrix_t          *matrix);

G_END_DECLS

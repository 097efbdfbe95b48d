/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "pivot-style.h"

G_BEGIN_DECLS

/* A round distance on the ground, as long as it is in the middle of the view. Its size never changes, so that a pan or zoom does not
 * lay out the window again. */
#define PIVOT_TYPE_SCALE_BAR (pivot_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (PivotScaleBar, pivot_scale_bar, PIVOT, SCALE_BAR, GtkWidget)

GtkWidget *pivot_scale_bar_new       (ShumateViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_scale_bar_set_style (PivotScaleBar    *self,
                                      const PivotStyle *style);
/* The longest of 1, 2, 5, 10… m that is at most max_px long. Returns metres; px is how long that is. */
double     pivot_scale_bar_choose    (double            metres_per_px,
                                      double            max_px,
                                      double           *px);

G_END_DECLS

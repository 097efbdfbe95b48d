/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* How colours come out for eyes that have other cones, in a print without colour, or on the way to a class. */
typedef enum
{
  PIVOT_VISION_NORMAL,
  PIVOT_VISION_PROTAN,
  PIVOT_VISION_DEUTAN,
  PIVOT_VISION_TRITAN,
  PIVOT_VISION_GREY,
  PIVOT_VISION_PHOTOCOPY,
  PIVOT_VISION_PROJECTOR,  /* in a room with the lights on */
} PivotVision;

#define PIVOT_N_VISIONS 7

/* Under this CIEDE2000 difference two classes count as alike: an untrained eye tells colours side by side from about 2.3 on, and
 * regions of a map often lie apart. */
#define PIVOT_VISION_LEAST_DIFFERENCE 4.0

void   pivot_vision_apply          (PivotVision vision, GdkRGBA *colors, guint n);
void   pivot_vision_apply_to_style (PivotVision vision, PivotStyle *style);
/* CIEDE2000 between two opaque colours: 0 alike, 100 black and white. */
double pivot_vision_get_difference (const GdkRGBA *one, const GdkRGBA *other);

G_END_DECLS

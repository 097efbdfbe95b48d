/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

/* Lines over the colour of a class, as a second channel: px between them at scale 1, 0 for none. */
typedef struct
{
  double  rising;
  double  falling;
  GdkRGBA line;     /* transparent: what suits the colour under it */
} PivotHatching;

/* Parallel lines at 45° inside a shape, as lines and not as a picture, so that files hold outlines only and nothing is clipped.
 * The lines lie at multiples of the step from a fixed origin: neighbouring shapes, and pieces of one picture drawn one after
 * the other, have theirs in line. */
typedef struct
{
  double    step;       /* px between lines, across them */
  gboolean  rising;     /* from bottom left to top right, else falling */
  double    x0, y0;     /* a point that a line goes through */
  GArray   *crossings;
} PivotHatch;

void pivot_hatch_init     (PivotHatch   *self,
                           double        step,
                           gboolean      rising,
                           double        x0,
                           double        y0);
void pivot_hatch_clear    (PivotHatch   *self);
/* A closed ring in pixels; holes are rings too. */
void pivot_hatch_add_ring (PivotHatch   *self,
                           const double *points,
                           guint         n);
/* Adds the lines within the rings added since the last call to the path of cr (even-odd), and forgets the rings. */
void pivot_hatch_trace    (PivotHatch   *self,
                           cairo_t      *cr);

/* The lines over a rectangle of a colour, from which they stand out. */
void pivot_hatching_draw  (const PivotHatching     *hatching,
                           cairo_t                 *cr,
                           const GdkRGBA           *under,
                           double                   scale,
                           const cairo_rectangle_t *box);
void pivot_hatching_set_color (const PivotHatching *hatching,
                               cairo_t             *cr,
                               const GdkRGBA       *under);
/* What the lines look like over an opaque colour. */
void pivot_hatching_get_color (const GdkRGBA       *under,
                               GdkRGBA             *line);

/* Strokes the path of cr as the hatched edge of what is only assumed, and forgets it. */
void pivot_hatch_stroke_edge (cairo_t              *cr,
                              const PivotStyle     *style,
                              double                width);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotHatch, pivot_hatch_clear)

G_END_DECLS

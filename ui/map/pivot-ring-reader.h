/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "pivot-geometry.h"

G_BEGIN_DECLS

/* Brings rings from a plane to pixels: drops the vertices that cannot be seen and clips to a window, so that what follows never
 * works on more than the picture holds. Private to the library. One for a drawing; its buffers are used again for each ring. */
typedef struct
{
  double    x0, y0;       /* pixels of the plane's origin */
  double    xx, yy;       /* pixels per unit */
  double    tolerance;    /* px below which a vertex is left out */
  PivotBox  window;       /* px; shapes are clipped here */
  GArray   *points;       /* double pairs: the last ring read */
  GArray   *spare;
} PivotRingReader;

void          pivot_ring_reader_init    (PivotRingReader      *self,
                                         const cairo_matrix_t *to_px,
                                         const PivotBox       *window,
                                         double                tolerance);
void          pivot_ring_reader_clear   (PivotRingReader      *self);
PivotBox      pivot_ring_reader_map_box (const PivotRingReader *self,
                                         const PivotBox       *box);
/* Whether a box of the plane is within the window and wide enough to leave a trace. */
gboolean      pivot_ring_reader_sees    (const PivotRingReader *self,
                                         const PivotBox       *box);
/* The ring's visible shape, closed without repeating the first point; valid until the next call. NULL if nothing is left. */
const double *pivot_ring_reader_fill    (PivotRingReader      *self,
                                         const double         *ring,
                                         guint                 n,
                                         guint                *n_out);
/* Adds the ring's outline to the path of cr, without the parts that lie outside. */
void          pivot_ring_reader_trace   (PivotRingReader      *self,
                                         const double         *ring,
                                         guint                 n,
                                         cairo_t              *cr);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotRingReader, pivot_ring_reader_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-scatter-plot.h"

G_BEGIN_DECLS

/* A scatter plot of three points, and its picture. */

#define WIDTH 420
#define HEIGHT 300

#define N_THREE 3

/* Three points with strong colours that no other ink has. */
extern const PivotScatterPoint three[N_THREE];

typedef struct
{
  PivotPlot  *plot;
  PivotStyle  style;
} Fixture;

typedef struct
{
  const char *name;
  void      (*test) (Fixture *fixture, gconstpointer unused);
} Case;

/* Each of them light and dark. */
void             add_cases         (const Case *cases, guint n);

/* A little larger than the plot, to see whether it keeps inside. */
cairo_surface_t *draw              (Fixture *fixture, gboolean overlay) G_GNUC_WARN_UNUSED_RESULT;
void             locate            (Fixture *fixture, guint id, double *x, double *y);

guint32          pixel_at          (cairo_surface_t *surface, int x, int y);
guint32          to_pixel          (const GdkRGBA *color);
/* Whether a pixel at or next to a place has a colour, with some slack for smooth edges. */
gboolean         has_color         (cairo_surface_t *surface, double x, double y, const GdkRGBA *color);
/* Pixels in a rectangle that differ between two pictures. */
guint            count_differences (cairo_surface_t *one, cairo_surface_t *other, int x0, int y0, int x1, int y1);

G_END_DECLS

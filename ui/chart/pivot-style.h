/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* How drawings look, on the screen and in files alike: plain data, no widget. */
typedef struct
{
  gboolean    dark;
  GdkRGBA     background;     /* of the map: the sea */
  GdkRGBA     paper;          /* of charts; the casing of their marks and labels */
  GdkRGBA     land;           /* backdrop neighbours */
  GdkRGBA     land_line;
  GdkRGBA     foreground;     /* text */
  GdkRGBA     dim;            /* secondary text */
  GdkRGBA     grid;           /* grid lines */
  GdkRGBA     axis;           /* axis and zero lines */
  GdkRGBA     region_line;    /* borders between regions */
  GdkRGBA     no_data;        /* ground of the no-data hatching */
  GdkRGBA     no_data_line;   /* its lines */
  GdkRGBA     mark;           /* a mark that carries no class */
  GdkRGBA     reference;      /* parity line, least-squares line */
  GdkRGBA     selection;      /* outline of what is selected */
  GdkRGBA     hover;          /* outline of what is hovered */
  GdkRGBA     casing;         /* drawn wider and under those two, so that they stand out from any colour */
  GdkRGBA     accent;         /* rubber band and focus ring */
  char        font[64];       /* family for Pango, "Sans" unless told */
  double      font_size;      /* px of body text: 13 at scale 1 */
  double      scale;          /* strokes, markers and type together; 1 on a normal screen */
} PivotStyle;

void     pivot_style_init_light   (PivotStyle *style);
void     pivot_style_init_dark    (PivotStyle *style);
gboolean pivot_style_equal        (const PivotStyle *one, const PivotStyle *other);
/* Strokes the path of cr, over a casing. */
void     pivot_style_stroke_cased (const PivotStyle *style, cairo_t *cr, const GdkRGBA *color, double line_width);
void     pivot_color_mix          (const GdkRGBA *from, const GdkRGBA *to, double amount, GdkRGBA *mixed);
void     pivot_color_get_ink      (const GdkRGBA *ground, GdkRGBA *ink);

G_END_DECLS

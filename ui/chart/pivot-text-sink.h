/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "pivot-style.h"

G_BEGIN_DECLS

/* Takes the texts of a drawing instead of its surface. Cairo's SVG surface turns letters into outlines; a file that is to be
 * edited wants them as letters. A drawing asks whether its cairo_t has one, and gives it each text with where it stands. */
typedef struct _PivotTextSink PivotTextSink;

/* How a text looks, besides what its layout says. */
typedef struct
{
  const GdkRGBA *color;
  const GdkRGBA *halo;         /* or NULL */
  double         halo_width;
} PivotTextInk;

PivotTextSink *pivot_text_sink_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_text_sink_free   (PivotTextSink *self);
/* The sink has to live as long as cr draws; NULL takes it away. */
void           pivot_text_sink_attach (PivotTextSink *self, cairo_t *cr);
PivotTextSink *pivot_text_sink_find   (cairo_t *cr);
/* x, y: top left of the layout, in units of cr. */
void           pivot_text_sink_add    (PivotTextSink *self, cairo_t *cr, PangoLayout *layout, double x, double y,
                                       const PivotTextInk *ink);
guint          pivot_text_sink_get_n  (PivotTextSink *self);
/* One <text> for each line, in units of the surface. */
const char    *pivot_text_sink_get_svg(PivotTextSink *self);
/* Whether a surface keeps letters as letters: PDF and PostScript. */
gboolean       pivot_text_is_kept     (cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotTextSink, pivot_text_sink_free)

G_END_DECLS

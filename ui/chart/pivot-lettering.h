/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "pivot-style.h"

G_BEGIN_DECLS

/* Writes texts into drawings. Keeps what is dear to make, so that a frame makes nothing. Texts have the same size on
 * every surface, screen and file, so that positions found for one hold for all. */
typedef struct _PivotLettering PivotLettering;

typedef enum { PIVOT_FLUSH_CENTER, PIVOT_FLUSH_LEFT, PIVOT_FLUSH_RIGHT } PivotTextFlush;

/* How a text is set. All sizes are px of the drawing. */
typedef struct
{
  double   size;
  gboolean bold;
  double   max_width;   /* longer texts end in an ellipsis; 0: no limit */
  gboolean wrap;        /* or they go on in lines */
  guint    lines;       /* at most; 0: no limit */
  PivotTextFlush flush; /* how these lines stand: centred unless told */
} PivotTextLook;

/* Sizes relative to the style's body text. */
#define PIVOT_TEXT_TITLE 0.92
#define PIVOT_TEXT_SMALL 0.85

PivotLettering *pivot_lettering_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            pivot_lettering_free      (PivotLettering *self);
PivotTextLook   pivot_lettering_look      (const PivotStyle *style, double size);
void            pivot_lettering_set_font  (PivotLettering *self, const PivotStyle *style);
void            pivot_lettering_measure   (PivotLettering *self, const PivotTextLook *look, const char *text,
                                           double *width, double *height);
/* Bytes of the lines of a wrapped text that fit a height; 0 if not even the first does. */
gsize           pivot_lettering_fit       (PivotLettering *self, const PivotTextLook *look, const char *text, double height);
/* x, y: the top left corner of the text's box, as measured. halo: drawn under the text, or NULL. */
void            pivot_lettering_draw      (PivotLettering *self, cairo_t *cr, const PivotTextLook *look, const char *text,
                                           double x, double y, const GdkRGBA *color, const GdkRGBA *halo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLettering, pivot_lettering_free)

G_END_DECLS

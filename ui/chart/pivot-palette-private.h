/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-palette.h"

G_BEGIN_DECLS

#define PIVOT_PALETTE_MIN_TABLE 3
#define PIVOT_PALETTE_MAX_TABLE 9
#define PIVOT_PALETTE_N_CIVIDIS 16

struct _PivotPalette
{
  const char       *id;
  const char       *name;
  PivotPaletteKind  kind;
  guint32           colors[3 + 4 + 5 + 6 + 7 + 8 + 9]; /* 0xrrggbb; none for Cividis, which is a ramp */
};

extern const PivotPalette _pivot_palettes[];
extern const guint        _pivot_palettes_n;
extern const guint32      _pivot_palette_cividis[PIVOT_PALETTE_N_CIVIDIS]; /* light to dark */

/* CIE L*a*b* under D65, from sRGB. */
typedef struct
{
  double l, a, b;
} PivotLab;

PivotLab _pivot_lab_from_rgba (const GdkRGBA *color);
GdkRGBA  _pivot_lab_to_rgba   (PivotLab lab); /* less colourful where sRGB has no such colour; as light in any case */
double   _pivot_lab_get_difference (const PivotLab *p, const PivotLab *q); /* CIEDE2000 */

/* One channel of sRGB to linear light and back. */
double   _pivot_srgb_decode   (double channel);
double   _pivot_srgb_encode   (double linear);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum { PIVOT_PALETTE_SEQUENTIAL, PIVOT_PALETTE_DIVERGING } PivotPaletteKind;

/* A colour scheme of ColorBrewer, or Cividis, for 1…9 classes. Static data. */
typedef struct _PivotPalette PivotPalette;

guint               pivot_palette_get_n      (void);
const PivotPalette *pivot_palette_get        (guint i);
const PivotPalette *pivot_palette_find       (const char *id);                 /* "YlGnBu", "RdBu"; NULL if none */
const PivotPalette *pivot_palette_get_default(PivotPaletteKind kind);
const char         *pivot_palette_get_id     (const PivotPalette *self);
const char         *pivot_palette_get_name   (const PivotPalette *self);       /* translated */
PivotPaletteKind    pivot_palette_get_kind   (const PivotPalette *self);
/* n colours, low to high. n_below: for a diverging palette, how many classes lie below the midpoint (−1: half), so
 * that the two colours grow from the midpoint at the same pace. dark: on a dark ground, light ends do not glare and
 * dark ends stay visible. */
void                pivot_palette_get_colors (const PivotPalette *self, guint n, int n_below, gboolean reversed,
                                              gboolean dark, GdkRGBA *colors);
/* Colours without classes: a row of stops from least to most, and the colour at a position 0…1 of it. A diverging palette has its
 * neutral middle at 0.5. */
#define PIVOT_PALETTE_N_STOPS 9
void                pivot_palette_get_stops  (const PivotPalette *self, gboolean reversed, gboolean dark,
                                              GdkRGBA stops[PIVOT_PALETTE_N_STOPS]);
void                pivot_palette_mix_stops  (const GdkRGBA stops[PIVOT_PALETTE_N_STOPS], double position, GdkRGBA *color);

G_END_DECLS

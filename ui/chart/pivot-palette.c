/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-palette.h"

#include "pivot-palette-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* CIE lightness on a dark ground (#1e1e1e has 11): the least a region needs to stand out, and the most that
 * does not glare. */
#define DARK_LOW  30.0
#define DARK_HIGH 90.0
#define DARK_ARM  80.0

static GdkRGBA
unpack (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1 };
}

static const guint32 *
get_table (const PivotPalette *self,
           guint               n)
{
  return self->colors + n * (n - 1) / 2 - PIVOT_PALETTE_MIN_TABLE;
}

static GdkRGBA
mix (const GdkRGBA *from,
     const GdkRGBA *to,
     double         t)
{
  PivotLab a, b;

  if (t <= 0 || t >= 1)
    return t <= 0 ? *from : *to;

  a = _pivot_lab_from_rgba (from);
  b = _pivot_lab_from_rgba (to);
  return _pivot_lab_to_rgba ((PivotLab) { a.l + t * (b.l - a.l), a.a + t * (b.a - a.a), a.b + t * (b.b - a.b) });
}

/* The colour at a position of a row of colours, 0 being the first; between two it is mixed in L*a*b*. */
static GdkRGBA
sample (const guint32 *table,
        guint          n,
        double         position)
{
  guint i = MIN ((guint) position, n - 2);
  GdkRGBA from = unpack (table[i]);
  GdkRGBA to = unpack (table[i + 1]);

  return mix (&from, &to, position - i);
}

/* Light to dark. */
static void
get_sequential (const PivotPalette *self,
                guint               n,
                GdkRGBA            *colors)
{
  for (guint i = 0; i < n; i++)
    {
      /* A single class is the middle of three, two are the ends. */
      guint scheme = MAX (n, PIVOT_PALETTE_MIN_TABLE);
      guint place = n == 1 ? 1 : n == 2 ? i * 2 : i;

      if (self->colors[0] != 0)
        colors[i] = unpack (get_table (self, scheme)[place]);
      else
        colors[i] = sample (_pivot_palette_cividis, PIVOT_PALETTE_N_CIVIDIS,
                            place * (PIVOT_PALETTE_N_CIVIDIS - 1.0) / (scheme - 1));
    }
}

/* Class i of a scheme with as many classes on either side of the midpoint: 0 … 2 × arm − 1. */
static GdkRGBA
get_arm_color (const PivotPalette *self,
               guint               arm,
               guint               i)
{
  const guint32 *table = get_table (self, PIVOT_PALETTE_MAX_TABLE);
  int steps = (int) i - (int) arm;

  if (arm == 1)
    return unpack (get_table (self, PIVOT_PALETTE_MIN_TABLE)[i * 2]);

  if (arm * 2 <= PIVOT_PALETTE_MAX_TABLE)
    return unpack (get_table (self, arm * 2)[i]);

  /* More than were published: the arms of the nine-class scheme, cut finer. Its middle is not used. */
  steps += steps >= 0 ? 1 : 0;
  return sample (table, PIVOT_PALETTE_MAX_TABLE, 4 + steps * 4.0 / arm);
}

static void
get_diverging (const PivotPalette *self,
               guint               n,
               int                 n_below,
               GdkRGBA            *colors)
{
  guint below = MIN ((guint) MAX (n_below, 0), n);
  guint arm = MAX (below, n - below);

  if (n_below < 0)
    get_sequential (self, n, colors);
  else
    for (guint i = 0; i < n; i++)
      colors[i] = get_arm_color (self, arm, arm - below + i);
}

static void
get_lightness_range (const PivotPalette *self,
                     double             *low,
                     double             *high)
{
  GdkRGBA colors[PIVOT_PALETTE_MAX_TABLE];

  get_sequential (self, PIVOT_PALETTE_MAX_TABLE, colors);
  *low = 100;
  *high = 0;

  for (guint i = 0; i < PIVOT_PALETTE_MAX_TABLE; i++)
    {
      double lightness = _pivot_lab_from_rgba (&colors[i]).l;

      *low = fmin (*low, lightness);
      *high = fmax (*high, lightness);
    }
}

/* A sequential colour keeps its hue, and its lightness is drawn in from both ends. */
static GdkRGBA
darken_sequential (const GdkRGBA *color,
                   double         low,
                   double         high)
{
  PivotLab lab = _pivot_lab_from_rgba (color);

  lab.l = DARK_LOW + (DARK_HIGH - DARK_LOW) * (lab.l - low) / (high - low);
  return _pivot_lab_to_rgba (lab);
}

/* Light and dark change places: the middle is a dark grey, the ends shine. What tint the middle has is taken
 * out near it. */
static GdkRGBA
darken_diverging (const GdkRGBA  *color,
                  const PivotLab *middle,
                  double          low)
{
  PivotLab lab = _pivot_lab_from_rgba (color);
  double away = CLAMP ((middle->l - lab.l) / (middle->l - low), 0, 1);

  lab.l = DARK_LOW + (DARK_ARM - DARK_LOW) * away;
  lab.a -= (1 - away) * middle->a;
  lab.b -= (1 - away) * middle->b;
  return _pivot_lab_to_rgba (lab);
}

static void
darken (const PivotPalette *self,
        guint               n,
        GdkRGBA            *colors)
{
  double low;
  double high;

  get_lightness_range (self, &low, &high);

  for (guint i = 0; i < n; i++)
    {
      if (self->kind == PIVOT_PALETTE_DIVERGING)
        {
          GdkRGBA middle = unpack (get_table (self, PIVOT_PALETTE_MAX_TABLE)[PIVOT_PALETTE_MAX_TABLE / 2]);
          PivotLab lab = _pivot_lab_from_rgba (&middle);

          colors[i] = darken_diverging (&colors[i], &lab, low);
        }
      else
        {
          colors[i] = darken_sequential (&colors[i], low, high);
        }
    }
}

static void
reverse (GdkRGBA *colors,
         guint    n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      GdkRGBA swap = colors[i];

      colors[i] = colors[n - 1 - i];
      colors[n - 1 - i] = swap;
    }
}

/**
 * pivot_palette_get_n:
 *
 * Returns: how many palettes there are
 */
guint
pivot_palette_get_n (void)
{
  return _pivot_palettes_n;
}

/**
 * pivot_palette_get:
 * @i: which, from 0
 *
 * Returns: (transfer none) (nullable): a palette; %NULL past the last
 */
const PivotPalette *
pivot_palette_get (guint i)
{
  return i < _pivot_palettes_n ? &_pivot_palettes[i] : NULL;
}

/**
 * pivot_palette_find:
 * @id: (nullable): the name of a palette in files, as "YlGnBu"
 *
 * Returns: (transfer none) (nullable): the palette; %NULL if there is none
 */
const PivotPalette *
pivot_palette_find (const char *id)
{
  for (guint i = 0; i < _pivot_palettes_n; i++)
    if (g_strcmp0 (_pivot_palettes[i].id, id) == 0)
      return &_pivot_palettes[i];

  return NULL;
}

/**
 * pivot_palette_get_default:
 * @kind: a kind of palette
 *
 * Returns: (transfer none): the palette of that kind to use unless told otherwise
 */
const PivotPalette *
pivot_palette_get_default (PivotPaletteKind kind)
{
  return pivot_palette_find (kind == PIVOT_PALETTE_DIVERGING ? "RdBu" : "YlGnBu");
}

/**
 * pivot_palette_get_id:
 * @self: a palette
 *
 * Returns: its name in files
 */
const char *
pivot_palette_get_id (const PivotPalette *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * pivot_palette_get_name:
 * @self: a palette
 *
 * Returns: its name for people, translated
 */
const char *
pivot_palette_get_name (const PivotPalette *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->name);
}

/**
 * pivot_palette_get_kind:
 * @self: a palette
 *
 * Returns: whether it runs one way or out from a middle
 */
PivotPaletteKind
pivot_palette_get_kind (const PivotPalette *self)
{
  g_return_val_if_fail (self != NULL, PIVOT_PALETTE_SEQUENTIAL);

  return self->kind;
}

/**
 * pivot_palette_get_colors:
 * @self: a palette
 * @n: how many classes, 1…9
 * @n_below: for a diverging palette, how many of them lie below the midpoint, 0…@n; −1 for a symmetric
 *   scheme, of which an odd one has a neutral class in the middle
 * @reversed: whether to turn the palette about
 * @dark: whether the ground is dark
 * @colors: (out caller-allocates) (array length=n): the colours from the lowest class to the highest
 *
 * Gets the colours of classes.
 *
 * On a light ground these are the published ones: a sequential palette runs from light to dark. With
 * @n_below, a diverging one gives the nth class on either side of the midpoint the same distance from
 * neutral, and only one arm where all classes lie on one side. Beyond the longest published arm, of four
 * classes, colours are mixed in CIE L*a*b*.
 *
 * On a dark ground a sequential palette runs from dark to light instead, so that much stands out from the
 * ground in either case, with its lightness kept to L* 30…90; a diverging one runs from a dark grey in the
 * middle, L* 30, to light ends, L* 80.
 */
void
pivot_palette_get_colors (const PivotPalette *self,
                          guint               n,
                          int                 n_below,
                          gboolean            reversed,
                          gboolean            dark,
                          GdkRGBA            *colors)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (n <= PIVOT_PALETTE_MAX_TABLE);
  g_return_if_fail (colors != NULL || n == 0);

  if (self->kind == PIVOT_PALETTE_SEQUENTIAL)
    get_sequential (self, n, colors);
  else
    get_diverging (self, n, reversed && n_below >= 0 ? (int) n - n_below : n_below, colors);

  if (dark)
    darken (self, n, colors);

  /* A sequential palette on a dark ground is the other way round already. */
  if (!!reversed != (dark && self->kind == PIVOT_PALETTE_SEQUENTIAL))
    reverse (colors, n);
}

/**
 * pivot_palette_get_stops:
 * @self: a palette
 * @reversed: whether to turn the palette about
 * @dark: whether the ground is dark
 * @stops: (out caller-allocates): the colours that the others are mixed from
 *
 * Gets the colours of a scale without classes: those of nine classes.
 */
void
pivot_palette_get_stops (const PivotPalette *self,
                         gboolean            reversed,
                         gboolean            dark,
                         GdkRGBA             stops[PIVOT_PALETTE_N_STOPS])
{
  pivot_palette_get_colors (self, PIVOT_PALETTE_N_STOPS, -1, reversed, dark, stops);
}

/**
 * pivot_palette_mix_stops:
 * @stops: colours at equal distances
 * @position: 0 for the first of them, 1 for the last
 * @color: (out caller-allocates): the colour there
 *
 * Mixes the colour at a position, in CIE L*a*b* between the two stops beside it.
 */
void
pivot_palette_mix_stops (const GdkRGBA  stops[PIVOT_PALETTE_N_STOPS],
                         double         position,
                         GdkRGBA       *color)
{
  double at = CLAMP (position, 0, 1) * (PIVOT_PALETTE_N_STOPS - 1);
  guint i = MIN ((guint) at, PIVOT_PALETTE_N_STOPS - 2);

  g_return_if_fail (stops != NULL && color != NULL);

  *color = mix (&stops[i], &stops[i + 1], at - i);
}

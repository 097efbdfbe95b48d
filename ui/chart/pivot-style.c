/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-style.h"

#include <math.h>

/* The choices, and why:
 *
 * - Greys are neutral and near those of GTK's own theme, so that a drawing sits in the window and does not tint the
 *   data's colours. Text on paper, sea and land has a contrast of at least 7 : 1, secondary text of 4.5 : 1 (WCAG 2).
 * - Sea and backdrop are pale in the light style and dark in the dark one: the only saturated colours are data.
 * - What is selected has an outline of the far end of lightness over a casing of the opposite end. One of the two always
 *   contrasts with what is under it, whichever colour of whichever ColorBrewer ramp that is; no hue could do this.
 * - What is hovered is of the same family but a step nearer to the middle: less than selected, more than nothing.
 * - No data is a grey hatching. No class is hatched and no ramp but Greys is grey, so it cannot be read as a value.
 * - Lines of reference (parity, least squares) are a dark grey: visible, and never taken for a class either. */
typedef struct
{
  const char *background, *paper, *land, *land_line, *foreground, *dim, *grid, *axis, *region_line, *no_data,
             *no_data_line, *mark, *reference, *selection, *hover, *casing, *accent;
} Palette;

static const Palette light = {
  .background = "#e6eef3",
  .paper = "#ffffff",
  .land = "#f3f1ec",
  .land_line = "#d6d1c7",
  .foreground = "#222226",
  .dim = "#5e5c64",
  .grid = "#e9e8e6",
  .axis = "#a3a09c",
  .region_line = "#8b8a90",
  .no_data = "#f7f7f6",
  .no_data_line = "#bdbbb7",
  .mark = "#3584e4",
  .reference = "#6b6971",
  .selection = "#111114",
  .hover = "#3d3c44",
  .casing = "#ffffff",
  .accent = "#1c71d8",
};

static const Palette dark = {
  .background = "#1f252a",
  .paper = "#2a2a2c",
  .land = "#34363a",
  .land_line = "#484b50",
  .foreground = "#f4f4f5",
  .dim = "#b9b8be",
  .grid = "#3b3b3f",
  .axis = "#7d7b82",
  .region_line = "#16181b",
  .no_data = "#3a3b3f",
  .no_data_line = "#6a6b71",
  .mark = "#62a0ea",
  .reference = "#a5a3ab",
  .selection = "#ffffff",
  .hover = "#c6c5cc",
  .casing = "#0c0d0f",
  .accent = "#78aeed",
};

static GdkRGBA
parse (const char *color)
{
  GdkRGBA rgba;
  gboolean ok = gdk_rgba_parse (&rgba, color);

  g_assert (ok);

  return rgba;
}

static void
init (PivotStyle    *style,
      const Palette *palette,
      gboolean       is_dark)
{
  *style = (PivotStyle) {
    .dark = is_dark,
    .background = parse (palette->background),
    .paper = parse (palette->paper),
    .land = parse (palette->land),
    .land_line = parse (palette->land_line),
    .foreground = parse (palette->foreground),
    .dim = parse (palette->dim),
    .grid = parse (palette->grid),
    .axis = parse (palette->axis),
    .region_line = parse (palette->region_line),
    .no_data = parse (palette->no_data),
    .no_data_line = parse (palette->no_data_line),
    .mark = parse (palette->mark),
    .reference = parse (palette->reference),
    .selection = parse (palette->selection),
    .hover = parse (palette->hover),
    .casing = parse (palette->casing),
    .accent = parse (palette->accent),
    .font = "Sans",
    .font_size = 13,
    .scale = 1,
  };
}

/**
 * pivot_style_init_light:
 * @style: (out caller-allocates): a style
 *
 * Sets a style for a light ground.
 */
void
pivot_style_init_light (PivotStyle *style)
{
  g_return_if_fail (style != NULL);

  init (style, &light, FALSE);
}

/**
 * pivot_style_init_dark:
 * @style: (out caller-allocates): a style
 *
 * Sets a style for a dark ground.
 */
void
pivot_style_init_dark (PivotStyle *style)
{
  g_return_if_fail (style != NULL);

  init (style, &dark, TRUE);
}

/**
 * pivot_style_equal:
 * @one: a style
 * @other: a style
 *
 * Compares two styles.
 *
 * Returns: whether they draw alike
 */
gboolean
pivot_style_equal (const PivotStyle *one,
                   const PivotStyle *other)
{
  const gsize first = G_STRUCT_OFFSET (PivotStyle, background);
  const gsize last = G_STRUCT_OFFSET (PivotStyle, font);

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  /* Between those two are colours only, which have no padding. */
  return one->dark == other->dark &&
         one->font_size == other->font_size &&
         one->scale == other->scale &&
         strcmp (one->font, other->font) == 0 &&
         memcmp (&one->background, &other->background, last - first) == 0;
}

/**
 * pivot_style_stroke_cased:
 * @style: how it looks
 * @cr: where to draw; its path goes
 * @color: colour of the line
 * @line_width: width of the line
 *
 * Strokes the path over a casing that is seen on both sides of the line, so that it stands out from any colour.
 */
void
pivot_style_stroke_cased (const PivotStyle *style,
                          cairo_t          *cr,
                          const GdkRGBA    *color,
                          double            line_width)
{
  g_return_if_fail (style != NULL && cr != NULL && color != NULL);

  gdk_cairo_set_source_rgba (cr, &style->casing);
  cairo_set_line_width (cr, 2 * line_width);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

/**
 * pivot_color_mix:
 * @from: a colour
 * @to: another
 * @amount: 0 gives @from, 1 gives @to
 * @mixed: (out caller-allocates): what lies between; may be one of the two
 *
 * Mixes two colours, channel by channel.
 */
void
pivot_color_mix (const GdkRGBA *from,
                 const GdkRGBA *to,
                 double         amount,
                 GdkRGBA       *mixed)
{
  g_return_if_fail (from != NULL && to != NULL && mixed != NULL);

  mixed->red = from->red + (to->red - from->red) * amount;
  mixed->green = from->green + (to->green - from->green) * amount;
  mixed->blue = from->blue + (to->blue - from->blue) * amount;
  mixed->alpha = from->alpha + (to->alpha - from->alpha) * amount;
}

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) + 0.0722 * get_linear (color->blue);
}

/**
 * pivot_color_get_ink:
 * @ground: a colour that is written on
 * @ink: (out caller-allocates): the colour to write with
 *
 * Gets black or white, whichever stands out more from a ground: by at least 4.5 : 1 from any.
 */
void
pivot_color_get_ink (const GdkRGBA *ground,
                     GdkRGBA       *ink)
{
  double luminance, white;

  g_return_if_fail (ground != NULL && ink != NULL);

  /* WCAG 2 compares luminances that are lifted by 0.05. */
  luminance = get_luminance (ground) + 0.05;
  white = 1.05 / luminance > luminance / 0.05 ? 1 : 0;
  *ink = (GdkRGBA) { (float) white, (float) white, (float) white, 1 };
}

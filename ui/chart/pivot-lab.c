/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CIE 1976 L*a*b*: equal steps look about equal. Formulas: CIE 15:2004; sRGB: IEC 61966-2-1. */

#include "config.h"

#include "pivot-palette-private.h"

#include <math.h>

/* The white of sRGB, D65, as the rows of its matrix add up. */
#define WHITE_X 0.9504559
#define WHITE_Z 1.0890578

double
_pivot_srgb_decode (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
_pivot_srgb_encode (double linear)
{
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow (linear, 1 / 2.4) - 0.055;
}

static double
compress (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
expand (double f)
{
  return f * f * f > 216.0 / 24389 ? f * f * f : (116 * f - 16) * 27 / 24389;
}

PivotLab
_pivot_lab_from_rgba (const GdkRGBA *color)
{
  double r = _pivot_srgb_decode (color->red);
  double g = _pivot_srgb_decode (color->green);
  double b = _pivot_srgb_decode (color->blue);
  double x = compress ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
  double y = compress (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = compress ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);

  return (PivotLab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/* Channels outside 0…1 are colours that sRGB does not have. */
static void
convert (const PivotLab *lab,
         double          rgb[3])
{
  double f = (lab->l + 16) / 116;
  double x = WHITE_X * expand (f + lab->a / 500);
  double y = expand (f);
  double z = WHITE_Z * expand (f - lab->b / 200);

  rgb[0] = _pivot_srgb_encode (3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
  rgb[1] = _pivot_srgb_encode (-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
  rgb[2] = _pivot_srgb_encode (0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
}

static gboolean
is_inside (const double rgb[3])
{
  for (guint i = 0; i < 3; i++)
    if (rgb[i] < -1e-4 || rgb[i] > 1 + 1e-4)
      return FALSE;

  return TRUE;
}

GdkRGBA
_pivot_lab_to_rgba (PivotLab lab)
{
  double rgb[3];

  convert (&lab, rgb);
  for (guint i = 0; i < 100 && !is_inside (rgb); i++)
    {
      lab.a *= 0.97;
      lab.b *= 0.97;
      convert (&lab, rgb);
    }

  return (GdkRGBA) { CLAMP (rgb[0], 0, 1), CLAMP (rgb[1], 0, 1), CLAMP (rgb[2], 0, 1), 1 };
}

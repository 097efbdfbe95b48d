/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-vision.h"

#include "pivot-palette-private.h"

#include <math.h>

/* On linear sRGB, for a whole lack of one kind of cone (severity 1.0): Machado, Oliveira & Fernandes (2009), "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), table of
 * matrices at inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation. Grey keeps the luminance of sRGB (IEC 61966-2-1), and a photocopier
 * starts from it; a projector shows the colours it is given. */
static const double matrices[PIVOT_N_VISIONS][3][3] = {
  [PIVOT_VISION_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [PIVOT_VISION_PROTAN] = {
    { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 },
  },
  [PIVOT_VISION_DEUTAN] = {
    { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 },
  },
  [PIVOT_VISION_TRITAN] = {
    { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 },
  },
  [PIVOT_VISION_GREY] = {
    { 0.2126, 0.7152, 0.0722 },
    { 0.2126, 0.7152, 0.0722 },
    { 0.2126, 0.7152, 0.0722 },
  },
  [PIVOT_VISION_PHOTOCOPY] = {
    { 0.2126, 0.7152, 0.0722 },
    { 0.2126, 0.7152, 0.0722 },
    { 0.2126, 0.7152, 0.0722 },
  },
  [PIVOT_VISION_PROJECTOR] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
};

/* A photocopier in its usual setting cleans the paper's ground, so that what is paler than the one density comes out white, and lays
 * toner no denser than the other, so that all darker tones come out as one. What is between is stretched to fill the range. These
 * two are a plain office machine's, and no one model's. */
#define COPY_PALEST 0.10
#define COPY_DENSEST 1.30

/* Light of the room on the screen, as a part of the projector's white. 0.4 leaves a contrast of 3.5 : 1, half of the 7 : 1 that
 * ANSI/INFOCOMM 3M-2011 asks for where people only watch: lights on, blinds open. */
#define ROOM_LIGHT 0.4

/* What becomes of linear light on the way; the eye takes the lightest there is for white. */
static double
transmit (PivotVision vision,
          double      light)
{
  double density;

  switch (vision)
    {
    case PIVOT_VISION_PHOTOCOPY:
      density = (-log10 (fmax (light, 1e-6)) - COPY_PALEST) / (COPY_DENSEST - COPY_PALEST) * COPY_DENSEST;
      return pow (10, -CLAMP (density, 0, COPY_DENSEST));
    case PIVOT_VISION_PROJECTOR:
      return (light + ROOM_LIGHT) / (1 + ROOM_LIGHT);
    case PIVOT_VISION_NORMAL:
    case PIVOT_VISION_PROTAN:
    case PIVOT_VISION_DEUTAN:
    case PIVOT_VISION_TRITAN:
    case PIVOT_VISION_GREY:
    default:
      return light;
    }
}

/**
 * pivot_vision_apply:
 * @vision: a kind of colour vision
 * @colors: (inout) (array length=n): colours, which are changed
 * @n: how many
 *
 * Turns colours into what they look like to that kind of vision. What sRGB does not have is brought to its edge.
 */
void
pivot_vision_apply (PivotVision  vision,
                    GdkRGBA     *colors,
                    guint        n)
{
  g_return_if_fail (vision < PIVOT_N_VISIONS);
  g_return_if_fail (colors != NULL || n == 0);

  if (vision == PIVOT_VISION_NORMAL)
    return;

  for (guint i = 0; i < n; i++)
    {
      double r = _pivot_srgb_decode (colors[i].red);
      double g = _pivot_srgb_decode (colors[i].green);
      double b = _pivot_srgb_decode (colors[i].blue);
      double seen[3];

      for (guint k = 0; k < 3; k++)
        {
          const double *row = matrices[vision][k];

          seen[k] = _pivot_srgb_encode (transmit (vision, CLAMP (row[0] * r + row[1] * g + row[2] * b, 0, 1)));
        }
      colors[i] = (GdkRGBA) { seen[0], seen[1], seen[2], colors[i].alpha };
    }
}

/**
 * pivot_vision_apply_to_style:
 * @vision: a kind of colour vision
 * @style: (inout): a style, whose colours are changed
 *
 * Turns everything a drawing takes from its style into what it looks like to that kind of vision.
 */
void
pivot_vision_apply_to_style (PivotVision  vision,
                             PivotStyle  *style)
{
  const gsize first = G_STRUCT_OFFSET (PivotStyle, background);
  const gsize last = G_STRUCT_OFFSET (PivotStyle, font);

  g_return_if_fail (style != NULL);

  /* Between those two are colours only. */
  pivot_vision_apply (vision, &style->background, (last - first) / sizeof (GdkRGBA));
}

static double
get_hue (double a,
         double b)
{
  double hue = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

static double
cos_degrees (double degrees)
{
  return cos (degrees * G_PI / 180);
}

/* The mean of two hues, on the shorter way round. A colour without chroma has none and leaves the other's. */
static double
mix_hues (double   one,
          double   other,
          gboolean both)
{
  double sum = one + other;

  if (!both)
    return sum;
  if (fabs (one - other) <= 180)
    return sum / 2;

  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/**
 * _pivot_lab_get_difference: (skip)
 * @p: a colour
 * @q: another
 *
 * CIEDE2000 after Sharma, Wu & Dalal (2005), "The CIEDE2000 Color-Difference Formula: Implementation Notes".
 */
double
_pivot_lab_get_difference (const PivotLab *p,
                           const PivotLab *q)
{
  double mean = pow ((hypot (p->a, p->b) + hypot (q->a, q->b)) / 2, 7);
  double grow = 1.5 - 0.5 * sqrt (mean / (mean + pow (25, 7)));
  double c1 = hypot (grow * p->a, p->b);
  double c2 = hypot (grow * q->a, q->b);
  double h1 = get_hue (grow * p->a, p->b);
  double h2 = get_hue (grow * q->a, q->b);
  double h = mix_hues (h1, h2, c1 * c2 != 0);
  double l = pow ((p->l + q->l) / 2 - 50, 2);
  double c = (c1 + c2) / 2;
  double turn = c1 * c2 == 0 ? 0 : remainder (h2 - h1, 360);
  double t = 1 - 0.17 * cos_degrees (h - 30) + 0.24 * cos_degrees (2 * h) + 0.32 * cos_degrees (3 * h + 6) -
             0.20 * cos_degrees (4 * h - 63);
  double lightness = (q->l - p->l) / (1 + 0.015 * l / sqrt (20 + l));
  double chroma = (c2 - c1) / (1 + 0.045 * c);
  double hue = 2 * sqrt (c1 * c2) * sin (turn * G_PI / 360) / (1 + 0.015 * c * t);
  double rotation = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7))) *
                    sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);

  return sqrt (lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue);
}

/**
 * pivot_vision_get_difference:
 * @one: a colour
 * @other: another
 *
 * Measures how different two opaque colours look.
 *
 * Returns: their CIEDE2000 difference
 */
double
pivot_vision_get_difference (const GdkRGBA *one,
                             const GdkRGBA *other)
{
  PivotLab p, q;

  g_return_val_if_fail (one != NULL && other != NULL, 0);

  p = _pivot_lab_from_rgba (one);
  q = _pivot_lab_from_rgba (other);

  return _pivot_lab_get_difference (&p, &q);
}

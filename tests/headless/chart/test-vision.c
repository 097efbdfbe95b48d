/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-palette-private.h"
#include "pivot-vision.h"

#include <math.h>

static GdkRGBA
unpack (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1 };
}

static guint32
pack (const GdkRGBA *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8 |
         (guint32) lround (color->blue * 255);
}

/* Reckoned by a script of its own from the matrices of Machado, Oliveira & Fernandes (2009), severity 1.0, on linear light. */
static void
test_reference (void)
{
  static const struct { guint32 color, protan, deutan, tritan; } rows[] = {
    { 0xff0000, 0x6d5f00, 0xa39000, 0xff000f },
    { 0x00ff00, 0xffe500, 0xefd63a, 0x00f7d9 },
    { 0x0000ff, 0x0059ff, 0x003dfb, 0x006b96 },
    { 0xffff00, 0xfff400, 0xfffa31, 0xffeed9 },
    { 0x1f77b4, 0x5a79b7, 0x456cb3, 0x00868d },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GdkRGBA seen[3] = { unpack (rows[i].color), unpack (rows[i].color), unpack (rows[i].color) };

      for (guint k = 0; k < 3; k++)
        pivot_vision_apply (PIVOT_VISION_PROTAN + k, &seen[k], 1);
      g_assert_cmphex (pack (&seen[0]), ==, rows[i].protan);
      g_assert_cmphex (pack (&seen[1]), ==, rows[i].deutan);
      g_assert_cmphex (pack (&seen[2]), ==, rows[i].tritan);
    }
}

/* What has no colour looks the same to all eyes, and normal vision changes nothing at all. */
static void
test_greys (void)
{
  for (guint vision = 0; vision <= PIVOT_VISION_GREY; vision++)
    for (guint32 level = 0; level <= 0xff; level += 0x11)
      {
        guint32 grey = level << 16 | level << 8 | level;
        GdkRGBA color = unpack (grey);

        pivot_vision_apply (vision, &color, 1);
        g_assert_cmphex (pack (&color), ==, grey);
      }

  {
    GdkRGBA color = unpack (0x3584e4);

    pivot_vision_apply (PIVOT_VISION_NORMAL, &color, 1);
    g_assert_cmphex (pack (&color), ==, 0x3584e4);
    pivot_vision_apply (PIVOT_VISION_GREY, &color, 1);
    g_assert_cmpfloat (color.red, ==, color.green);
    g_assert_cmpfloat (color.red, ==, color.blue);
  }
}

static guint32
see (PivotVision vision,
     guint32     color)
{
  GdkRGBA seen = unpack (color);

  pivot_vision_apply (vision, &seen, 1);

  return pack (&seen);
}

static double
see_lightness (PivotVision vision,
               guint32     level)
{
  GdkRGBA seen = unpack (level << 16 | level << 8 | level);

  pivot_vision_apply (vision, &seen, 1);

  return _pivot_lab_from_rgba (&seen).l;
}

/* Reckoned by a script of its own: density is −log10 of luminance; under 0.10 there is no toner, from 1.30 on no more. */
static void
test_photocopy (void)
{
  static const struct { guint32 color, copy; } rows[] = {
    { 0xffffff, 0xffffff }, { 0xf0f0f0, 0xffffff }, { 0xe6e6e6, 0xffffff }, { 0xe4e4e4, 0xfcfcfc },
    { 0xcccccc, 0xe0e0e0 }, { 0x808080, 0x878787 }, { 0xff0000, 0x868686 }, { 0x00ff00, 0xf3f3f3 }, { 0x3584e4, 0x8b8b8b },
    { 0x404040, 0x404040 }, { 0x3e3e3e, 0x3f3f3f }, { 0x202020, 0x3f3f3f }, { 0x000000, 0x3f3f3f },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (see (PIVOT_VISION_PHOTOCOPY, rows[i].color), ==, rows[i].copy);
}

/* The light of the room is added to all of the picture: black is 0.4 of 1.4, and white stays white. */
static void
test_projector (void)
{
  static const struct { guint32 color, wall; } rows[] = {
    { 0x000000, 0x929292 }, { 0xffffff, 0xffffff }, { 0xcccccc, 0xdcdcdc }, { 0x808080, 0xb1b1b1 },
    { 0xff0000, 0xff9292 }, { 0x00ff00, 0x92ff92 }, { 0x3584e4, 0x97b3ec },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (see (PIVOT_VISION_PROJECTOR, rows[i].color), ==, rows[i].wall);
}

/* Neither turns dark and light around, and light on the wall only brings tones closer. */
static void
test_order (void)
{
  for (guint32 level = 1; level <= 0xff; level++)
    {
      double plain = see_lightness (PIVOT_VISION_NORMAL, level) - see_lightness (PIVOT_VISION_NORMAL, level - 1);
      double copied = see_lightness (PIVOT_VISION_PHOTOCOPY, level) - see_lightness (PIVOT_VISION_PHOTOCOPY, level - 1);
      double projected = see_lightness (PIVOT_VISION_PROJECTOR, level) - see_lightness (PIVOT_VISION_PROJECTOR, level - 1);

      g_assert_cmpfloat (copied, >=, 0);
      g_assert_cmpfloat (projected, >, 0);
      g_assert_cmpfloat (projected, <, plain);
    }
}

/* A place without data is told by its lines, whichever way the page is seen: else it would pass for the palest class. */
static void
test_no_data (void)
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint vision = 0; vision < PIVOT_N_VISIONS; vision++)
      {
        PivotStyle style;
        double difference;

        (dark ? pivot_style_init_dark : pivot_style_init_light) (&style);
        pivot_vision_apply_to_style (vision, &style);
        difference = pivot_vision_get_difference (&style.no_data, &style.no_data_line);
        g_test_message ("vision %u, dark %u: lines of no data differ by %.1f", vision, dark, difference);
        g_assert_cmpfloat (difference, >=, PIVOT_VISION_LEAST_DIFFERENCE);
      }
}

/* A style changes in all its colours and in nothing else. */
static void
test_style (void)
{
  PivotStyle style, before;

  pivot_style_init_light (&style);
  style.accent = style.background = unpack (0xff0000);
  style.accent.alpha = 0.5;
  before = style;
  pivot_vision_apply_to_style (PIVOT_VISION_GREY, &style);
  g_assert_cmpfloat (style.background.red, ==, style.background.blue);
  g_assert_cmpfloat (style.accent.red, ==, style.accent.blue);
  g_assert_cmpfloat (style.accent.alpha, ==, 0.5);
  g_assert_cmpstr (style.font, ==, before.font);
  g_assert_cmpfloat (style.scale, ==, before.scale);
  g_assert_cmpfloat (style.font_size, ==, before.font_size);
}

/* Sharma, Wu & Dalal (2005), table 1. */
static void
test_difference (void)
{
  static const struct { PivotLab p, q; double difference; } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0009 }, 7.1792 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0011 }, 7.2195 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };
  const GdkRGBA black = unpack (0x000000), white = unpack (0xffffff);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("pair %u", i);
      g_assert_cmpfloat_with_epsilon (_pivot_lab_get_difference (&pairs[i].p, &pairs[i].q), pairs[i].difference, 5e-5);
      g_assert_cmpfloat_with_epsilon (_pivot_lab_get_difference (&pairs[i].q, &pairs[i].p), pairs[i].difference, 5e-5);
    }

  g_assert_cmpfloat_with_epsilon (pivot_vision_get_difference (&black, &white), 100, 0.01);
  g_assert_cmpfloat (pivot_vision_get_difference (&white, &white), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vision/reference", test_reference);
  g_test_add_func ("/vision/greys", test_greys);
  g_test_add_func ("/vision/photocopy", test_photocopy);
  g_test_add_func ("/vision/projector", test_projector);
  g_test_add_func ("/vision/order", test_order);
  g_test_add_func ("/vision/no-data", test_no_data);
  g_test_add_func ("/vision/style", test_style);
  g_test_add_func ("/vision/difference", test_difference);

  return g_test_run ();
}

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

/* What has no colour looks the same to everybody, and normal vision changes nothing at all. */
static void
test_greys (void)
{
  for (guint vision = 0; vision < PIVOT_N_VISIONS; vision++)
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
  g_test_add_func ("/vision/style", test_style);
  g_test_add_func ("/vision/difference", test_difference);

  return g_test_run ();
}

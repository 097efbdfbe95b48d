/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-palette.h"
#include "pivot-style.h"

typedef void (*InitFunc) (PivotStyle *style);

static const InitFunc inits[] = { pivot_style_init_light, pivot_style_init_dark };

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Contrast ratio of WCAG 2.1, 1 to 21. */
static double
contrast (const GdkRGBA *one,
          const GdkRGBA *other)
{
  double a = 0.2126 * linear (one->red) + 0.7152 * linear (one->green) + 0.0722 * linear (one->blue) + 0.05;
  double b = 0.2126 * linear (other->red) + 0.7152 * linear (other->green) + 0.0722 * linear (other->blue) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inits); i++)
    {
      PivotStyle style;
      const GdkRGBA *grounds[] = { &style.paper, &style.background, &style.land };

      inits[i] (&style);
      g_assert_cmpint (style.dark, ==, i == 1);
      for (guint k = 0; k < G_N_ELEMENTS (grounds); k++)
        {
          g_assert_cmpfloat (contrast (&style.foreground, grounds[k]), >, 7);
          g_assert_cmpfloat (contrast (&style.dim, grounds[k]), >, 4.5);
        }

      /* Lines that carry meaning. */
      g_assert_cmpfloat (contrast (&style.reference, &style.paper), >, 3);
      g_assert_cmpfloat (contrast (&style.mark, &style.paper), >, 3);
      g_assert_cmpfloat (contrast (&style.accent, &style.paper), >, 3);
    }
}

/* Of an outline and its casing, one stands out from every class of every palette. */
static void
test_outlines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inits); i++)
    {
      PivotStyle style;

      inits[i] (&style);
      for (guint p = 0; p < pivot_palette_get_n (); p++)
        {
          GdkRGBA colors[9];

          pivot_palette_get_colors (pivot_palette_get (p), 9, -1, FALSE, style.dark, colors);
          for (guint k = 0; k < G_N_ELEMENTS (colors); k++)
            {
              g_assert_cmpfloat (MAX (contrast (&style.selection, &colors[k]), contrast (&style.casing, &colors[k])), >, 4);
              g_assert_cmpfloat (MAX (contrast (&style.hover, &colors[k]), contrast (&style.casing, &colors[k])), >, 3);
            }
        }
    }
}

static void
test_equal (void)
{
  PivotStyle one, other;

  pivot_style_init_light (&one);
  pivot_style_init_light (&other);
  g_assert_true (pivot_style_equal (&one, &other));

  other.accent.blue += 0.1;
  g_assert_false (pivot_style_equal (&one, &other));

  other = one;
  other.scale = 2;
  g_assert_false (pivot_style_equal (&one, &other));

  pivot_style_init_dark (&other);
  g_assert_false (pivot_style_equal (&one, &other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style/text", test_text);
  g_test_add_func ("/style/outlines", test_outlines);
  g_test_add_func ("/style/equal", test_equal);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-palette.h"
#include "pivot-style.h"

#include <math.h>

#define MAX_N 9

/* The least that two neighbouring classes differ by: 2 is what an untrained eye can see with the colours side
 * by side. */
#define MIN_DIFFERENCE 4.0

static double
decode (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG's relative luminance, 0…1. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * decode (color->red) + 0.7152 * decode (color->green) + 0.0722 * decode (color->blue);
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double x = get_luminance (a) + 0.05;
  double y = get_luminance (b) + 0.05;

  return fmax (x, y) / fmin (x, y);
}

/* Reckoned apart from the library's, with rounded constants. */
static void
to_lab (const GdkRGBA *color,
        double         lab[3])
{
  double r = decode (color->red);
  double g = decode (color->green);
  double b = decode (color->blue);
  double xyz[3] = {
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  };

  for (guint i = 0; i < 3; i++)
    xyz[i] = xyz[i] > 0.008856 ? cbrt (xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;

  lab[0] = 116 * xyz[1] - 16;
  lab[1] = 500 * (xyz[0] - xyz[1]);
  lab[2] = 200 * (xyz[1] - xyz[2]);
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

/* CIEDE2000 after Sharma, Wu & Dalal (2005), "The CIEDE2000 Color-Difference Formula". */
static double
get_difference_lab (const double p[3],
                    const double q[3])
{
  double mean_c = (hypot (p[1], p[2]) + hypot (q[1], q[2])) / 2;
  double g = 0.5 * (1 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25, 7))));
  double a1 = (1 + g) * p[1];
  double a2 = (1 + g) * q[1];
  double c1 = hypot (a1, p[2]);
  double c2 = hypot (a2, q[2]);
  double h1 = get_hue (a1, p[2]);
  double h2 = get_hue (a2, q[2]);
  double dh = h2 - h1;
  double h = h1 + h2;
  double l = (p[0] + q[0]) / 2;
  double c = (c1 + c2) / 2;
  double dhh, t, sl, sc, sh, rt, fl, fc, fh;

  if (c1 * c2 == 0)
    dh = 0;
  else if (dh > 180)
    dh -= 360;
  else if (dh < -180)
    dh += 360;

  if (c1 * c2 != 0)
    h = fabs (h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;

  dhh = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180);
  t = 1 - 0.17 * cos_degrees (h - 30) + 0.24 * cos_degrees (2 * h) + 0.32 * cos_degrees (3 * h + 6)
      - 0.20 * cos_degrees (4 * h - 63);
  sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  rt = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)))
       * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);
  fl = (q[0] - p[0]) / sl;
  fc = (c2 - c1) / sc;
  fh = dhh / sh;

  return sqrt (fl * fl + fc * fc + fh * fh + rt * fc * fh);
}

static double
get_difference (const GdkRGBA *a,
                const GdkRGBA *b)
{
  double p[3];
  double q[3];

  to_lab (a, p);
  to_lab (b, q);
  return get_difference_lab (p, q);
}

static char *
to_text (const GdkRGBA *colors,
         guint          n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, "%s%02x%02x%02x", i > 0 ? " " : "", (guint) lround (colors[i].red * 255),
                            (guint) lround (colors[i].green * 255), (guint) lround (colors[i].blue * 255));

  return g_string_free (string, FALSE);
}

/* From the same paper, table 1: pairs 1, 7, 10, 17 and 25. Without it the tests below would prove little. */
static void
test_ciede2000 (void)
{
  const struct { double p[3], q[3], difference; } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0010 }, 7.1792 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (get_difference_lab (pairs[i].p, pairs[i].q), pairs[i].difference, 5e-5);
}

typedef struct
{
  const char *id;
  guint       n;
  int         n_below;
  gboolean    reversed;
  const char *colors;
} Case;

/* As colorbrewer2.org gives them. */
static const Case cases[] = {
  { "YlGnBu", 1, -1, FALSE, "7fcdbb" },
  { "YlGnBu", 2, -1, FALSE, "edf8b1 2c7fb8" },
  { "YlGnBu", 5, -1, FALSE, "ffffcc a1dab4 41b6c4 2c7fb8 253494" },
  { "YlGnBu", 5, -1, TRUE, "253494 2c7fb8 41b6c4 a1dab4 ffffcc" },
  { "YlGnBu", 9, -1, FALSE, "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58" },
  { "Blues", 4, 2, FALSE, "eff3ff bdd7e7 6baed6 2171b5" },
  { "Greys", 7, -1, FALSE, "f7f7f7 d9d9d9 bdbdbd 969696 737373 525252 252525" },
  { "Cividis", 3, -1, FALSE, "ffea46 7d7b77 00204d" },
  { "RdBu", 3, -1, FALSE, "ef8a62 f7f7f7 67a9cf" },
  { "RdBu", 2, 1, FALSE, "ef8a62 67a9cf" },
  { "RdBu", 1, 0, FALSE, "67a9cf" },
  { "RdBu", 1, 1, FALSE, "ef8a62" },
  { "RdBu", 4, 2, FALSE, "ca0020 f4a582 92c5de 0571b0" },
  { "RdBu", 4, -1, FALSE, "ca0020 f4a582 92c5de 0571b0" },
  { "RdBu", 3, 1, FALSE, "f4a582 92c5de 0571b0" },
  { "RdBu", 3, 1, TRUE, "92c5de f4a582 ca0020" },
  { "RdBu", 3, 3, FALSE, "b2182b ef8a62 fddbc7" },
  { "RdBu", 4, 0, FALSE, "d1e5f0 92c5de 4393c3 2166ac" },
  { "RdBu", 4, 0, TRUE, "fddbc7 f4a582 d6604d b2182b" },
};

static void
test_published (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      GdkRGBA colors[MAX_N];
      g_autofree char *text = NULL;

      pivot_palette_get_colors (pivot_palette_find (c->id), c->n, c->n_below, c->reversed, FALSE, colors);
      text = to_text (colors, c->n);
      g_test_message ("%s, %u classes, %d below", c->id, c->n, c->n_below);
      g_assert_cmpstr (text, ==, c->colors);
    }
}

static void
test_list (void)
{
  guint n_kinds[2] = { 0 };

  for (guint i = 0; i < pivot_palette_get_n (); i++)
    {
      const PivotPalette *palette = pivot_palette_get (i);

      g_assert_true (pivot_palette_find (pivot_palette_get_id (palette)) == palette);
      g_assert_cmpstr (pivot_palette_get_name (palette), !=, "");
      n_kinds[pivot_palette_get_kind (palette)]++;
    }

  g_assert_cmpuint (n_kinds[PIVOT_PALETTE_SEQUENTIAL], >=, 12);
  g_assert_cmpuint (n_kinds[PIVOT_PALETTE_DIVERGING], >=, 6);
  g_assert_null (pivot_palette_get (pivot_palette_get_n ()));
  g_assert_null (pivot_palette_find ("Jet"));
  g_assert_null (pivot_palette_find (NULL));

  for (guint kind = 0; kind < 2; kind++)
    g_assert_cmpint (pivot_palette_get_kind (pivot_palette_get_default (kind)), ==, kind);
}

/* The more, the further from the ground: darker on light, lighter on dark. */
static void
test_luminance (void)
{
  for (guint i = 0; i < pivot_palette_get_n (); i++)
    for (guint n = 2; n <= MAX_N; n++)
      for (guint dark = 0; dark < 2; dark++)
        {
          const PivotPalette *palette = pivot_palette_get (i);
          GdkRGBA colors[MAX_N];

          if (pivot_palette_get_kind (palette) != PIVOT_PALETTE_SEQUENTIAL)
            continue;

          pivot_palette_get_colors (palette, n, -1, FALSE, dark, colors);
          for (guint k = 1; k < n; k++)
            {
              double change = get_luminance (&colors[k]) - get_luminance (&colors[k - 1]);

              g_assert_cmpfloat (dark ? change : -change, >, 0);
            }
        }
}

/* Out from the midpoint luminance falls on a light ground and rises on a dark one, on both arms. */
static void
test_arms (void)
{
  for (guint i = 0; i < pivot_palette_get_n (); i++)
    for (int n = 2; n <= MAX_N; n++)
      for (int below = 0; below <= n; below++)
        for (guint dark = 0; dark < 2; dark++)
          {
            const PivotPalette *palette = pivot_palette_get (i);
            GdkRGBA colors[MAX_N];

            if (pivot_palette_get_kind (palette) != PIVOT_PALETTE_DIVERGING)
              continue;

            pivot_palette_get_colors (palette, n, below, FALSE, dark, colors);
            for (int k = 1; k < n; k++)
              {
                double change = get_luminance (&colors[k]) - get_luminance (&colors[k - 1]);

                if (k != below)
                  g_assert_cmpfloat ((k < below) == !dark ? change : -change, >, 0);
              }
          }
}

/* The nth class below the midpoint has the same colour whether there are fewer above or as many. */
static void
test_pace (void)
{
  const PivotPalette *palette = pivot_palette_find ("PuOr");
  GdkRGBA even[MAX_N];
  GdkRGBA uneven[MAX_N];

  pivot_palette_get_colors (palette, 8, 4, FALSE, FALSE, even);

  for (int above = 0; above <= 4; above++)
    {
      pivot_palette_get_colors (palette, 4 + above, 4, FALSE, FALSE, uneven);
      for (int k = 0; k < 4 + above; k++)
        g_assert_true (gdk_rgba_equal (&even[k], &uneven[k]));
    }
}

static void
test_difference (void)
{
  double least = 100;

  for (guint i = 0; i < pivot_palette_get_n (); i++)
    for (int n = 2; n <= 7; n++)
      for (int below = -1; below <= n; below++)
        for (guint dark = 0; dark < 2; dark++)
          {
            const PivotPalette *palette = pivot_palette_get (i);
            GdkRGBA colors[MAX_N];

            pivot_palette_get_colors (palette, n, below, FALSE, dark, colors);
            for (int k = 1; k < n; k++)
              {
                double difference = get_difference (&colors[k], &colors[k - 1]);

                if (difference < MIN_DIFFERENCE)
                  g_test_message ("%s %d %d %u: classes %d and %d differ by %.2f", pivot_palette_get_id (palette), n, below,
                                  dark, k - 1, k, difference);
                least = fmin (least, difference);
              }
          }

  g_test_message ("least difference %.2f", least);
  g_assert_cmpfloat (least, >=, MIN_DIFFERENCE);
}

/* On a dark ground nothing sinks into it, and nothing glares. */
static void
test_dark (void)
{
  const GdkRGBA ground = { 0x1e / 255.0, 0x1e / 255.0, 0x1e / 255.0, 1 };

  for (guint i = 0; i < pivot_palette_get_n (); i++)
    for (int n = 2; n <= MAX_N; n++)
      for (int below = -1; below <= n; below++)
        {
          const PivotPalette *palette = pivot_palette_get (i);
          GdkRGBA colors[MAX_N];

          pivot_palette_get_colors (palette, n, below, FALSE, TRUE, colors);
          for (int k = 0; k < n; k++)
            {
              g_assert_cmpfloat (get_contrast (&colors[k], &ground), >=, 1.6);
              g_assert_cmpfloat (get_luminance (&colors[k]), <=, 0.80);
            }
        }
}

/* A region with no data is hatched: its ground or its lines differ from any class, whatever grey the class has. */
static void
assert_unlike (const PivotPalette *palette,
               guint               n,
               gboolean            dark,
               const PivotStyle   *style)
{
  GdkRGBA colors[MAX_N];

  pivot_palette_get_colors (palette, n, -1, FALSE, dark, colors);

  for (guint k = 0; k < n; k++)
    {
      double ground = get_difference (&colors[k], &style->no_data);
      double line = get_difference (&colors[k], &style->no_data_line);

      g_test_message ("%s, %u classes, %s: %u is %.1f and %.1f away", pivot_palette_get_id (palette), n,
                      dark ? "dark" : "light", k, ground, line);
      g_assert_cmpfloat (fmax (ground, line), >=, 7);
    }
}

static void
test_no_data (void)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      PivotStyle style;

      if (dark)
        pivot_style_init_dark (&style);
      else
        pivot_style_init_light (&style);

      for (guint i = 0; i < pivot_palette_get_n (); i++)
        for (guint n = 2; n <= MAX_N; n++)
          assert_unlike (pivot_palette_get (i), n, dark, &style);
    }
}

/* Turned about, the same colours come in the other order. */
static void
test_reversed (void)
{
  for (guint i = 0; i < pivot_palette_get_n (); i++)
    for (int n = 1; n <= MAX_N; n++)
      for (guint dark = 0; dark < 2; dark++)
        {
          GdkRGBA colors[MAX_N];
          GdkRGBA turned[MAX_N];

          pivot_palette_get_colors (pivot_palette_get (i), n, -1, FALSE, dark, colors);
          pivot_palette_get_colors (pivot_palette_get (i), n, -1, TRUE, dark, turned);
          for (int k = 0; k < n; k++)
            g_assert_true (gdk_rgba_equal (&colors[k], &turned[n - 1 - k]));
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/ciede2000", test_ciede2000);
  g_test_add_func ("/palette/published", test_published);
  g_test_add_func ("/palette/list", test_list);
  g_test_add_func ("/palette/luminance", test_luminance);
  g_test_add_func ("/palette/arms", test_arms);
  g_test_add_func ("/palette/pace", test_pace);
  g_test_add_func ("/palette/difference", test_difference);
  g_test_add_func ("/palette/dark", test_dark);
  g_test_add_func ("/palette/no-data", test_no_data);
  g_test_add_func ("/palette/reversed", test_reversed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ticks.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  double      min, max;
  guint       wanted;
  const char *labels; /* the ticks with their decimals */
} Case;

/* R 4.2.2, package labeling 0.4.2: extended (dmin, dmax, m), which is by the authors of the paper. */
static const Case cases[] = {
  { "unit", 0, 1, 5, "0.00 0.25 0.50 0.75 1.00" },
  { "percent", 0, 100, 5, "0 25 50 75 100" },
  { "paper", 8.1, 14.1, 4, "8 10 12 14" },
  { "nearly-hundred", 1.7, 97.3, 5, "0 25 50 75 100" },
  { "zero-inside", -3.2, 21.4, 5, "-5 0 5 10 15 20" },
  { "hundredths", 0.0123, 0.0987, 5, "0.000 0.025 0.050 0.075 0.100" },
  { "about-zero", -0.5, 0.5, 4, "-0.5 0.0 0.5" },
  { "thousands", 998, 1013, 6, "997.5 1000.0 1002.5 1005.0 1007.5 1010.0 1012.5" },
  { "years", 1949, 2026, 8, "1950 1960 1970 1980 1990 2000 2010 2020 2030" },
  { "provinces", 0, 31, 5, "0 10 20 30" },
  { "wide", 0.001, 123456, 5, "0 30000 60000 90000 120000" },
  { "negative", -120, -30, 5, "-125 -100 -75 -50 -25" },
  { "tenths", 2.4, 2.6, 3, "2.4 2.5 2.6" },
  { "share", 0, 9.87, 5, "0.0 2.5 5.0 7.5 10.0" },
  { "many", 37, 42, 10, "37.0 37.5 38.0 38.5 39.0 39.5 40.0 40.5 41.0 41.5 42.0" },
};

static char *
to_labels (const PivotTicks *ticks)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < ticks->n; i++)
    g_string_append_printf (string, "%s%.*f", i > 0 ? " " : "", (int) ticks->decimals, ticks->values[i]);

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *labels = NULL;
  PivotTicks ticks;

  pivot_ticks_init (&ticks, c->min, c->max, c->wanted);
  labels = to_labels (&ticks);
  g_assert_cmpstr (labels, ==, c->labels);
}

static void
assert_sound (const PivotTicks *ticks,
              double            min,
              double            max)
{
  double step = ticks->values[1] - ticks->values[0];

  g_test_message ("%g…%g: %u ticks %g…%g", min, max, ticks->n, ticks->values[0], ticks->values[ticks->n - 1]);
  g_assert_cmpuint (ticks->n, >=, 2);
  g_assert_cmpuint (ticks->n, <=, PIVOT_TICKS_MAX);

  for (guint i = 1; i < ticks->n; i++)
    {
      double tolerance = 1e-9 * step + 4e-16 * fmax (fabs (ticks->values[0]), fabs (ticks->values[ticks->n - 1]));
      g_autofree char *a = g_strdup_printf ("%.*f", (int) ticks->decimals, ticks->values[i - 1]);
      g_autofree char *b = g_strdup_printf ("%.*f", (int) ticks->decimals, ticks->values[i]);

      g_assert_cmpfloat (ticks->values[i], >, ticks->values[i - 1]);
      g_assert_cmpfloat (fabs (ticks->values[i] - ticks->values[i - 1] - step), <=, tolerance);
      g_assert_cmpstr (a, !=, b);
    }

  /* No end of the data is a whole step away from a tick. */
  g_assert_cmpfloat (ticks->values[0], <, min + step);
  g_assert_cmpfloat (ticks->values[ticks->n - 1], >, max - step);
}

static void
test_random (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-12, 12));
      double min = g_test_rand_double_range (-1, 1) * size;
      double max = min + size * pow (10, g_test_rand_double_range (-8, 2));
      PivotTicks ticks;

      pivot_ticks_init (&ticks, min, max, 5);
      assert_sound (&ticks, min, max);
      g_assert_cmpuint (ticks.n, >=, 3);
      g_assert_cmpuint (ticks.n, <=, 9);
    }
}

/* What is asked for has its effect. */
static void
test_wanted (void)
{
  for (guint wanted = 2; wanted <= 14; wanted++)
    for (guint i = 0; i < 200; i++)
      {
        double min = g_test_rand_double_range (-100, 100);
        double max = min + g_test_rand_double_range (1, 100);
        PivotTicks ticks;

        pivot_ticks_init (&ticks, min, max, wanted);
        assert_sound (&ticks, min, max);
        g_assert_cmpuint (ticks.n, <=, wanted * 2);
        g_assert_cmpuint (ticks.n * 2, >=, wanted);
      }
}

typedef struct
{
  const char *name;
  double      min, max;
} Odd;

static const Odd odd[] = {
  { "zero", 0, 0 },
  { "negative-zero", -0.0, 0 },
  { "one-value", 9.87, 9.87 },
  { "one-negative-value", -9.87, -9.87 },
  { "one-large-value", 1e20, 1e20 },
  { "next-door", 1, 1 + 2.220446049250313e-16 },
  { "huge", -1.7e308, 1.7e308 },
  { "huge-and-close", 1.6e308, 1.7e308 },
  { "tiny", 0, 5e-324 },
  { "small", 1e-200, 2e-200 },
  { "swapped", 10, 0 },
  { "nan", NAN, NAN },
  { "nan-below", NAN, 3 },
  { "nan-above", 3, NAN },
  { "infinite", -INFINITY, INFINITY },
  { "infinite-above", 1, INFINITY },
  { "negative", -0.003, -0.001 },
};

static void
test_odd (gconstpointer data)
{
  const Odd *c = data;

  for (guint wanted = 0; wanted <= 20; wanted++)
    {
      PivotTicks ticks;

      pivot_ticks_init (&ticks, c->min, c->max, wanted);
      g_assert_cmpuint (ticks.n, >=, 2);
      g_assert_cmpuint (ticks.n, <=, PIVOT_TICKS_MAX);

      for (guint i = 0; i < ticks.n; i++)
        {
          g_assert_true (isfinite (ticks.values[i]));
          if (i > 0)
            g_assert_cmpfloat (ticks.values[i], >, ticks.values[i - 1]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ticks/published/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strconcat ("/ticks/odd/", odd[i].name, NULL);

      g_test_add_data_func (path, &odd[i], test_odd);
    }
  g_test_add_func ("/ticks/random", test_random);
  g_test_add_func ("/ticks/wanted", test_wanted);

  return g_test_run ();
}

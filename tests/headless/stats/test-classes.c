/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-classes.h"

#include "reference-classes.h"

#include <string.h>

static const PivotMethod methods[] = {
  PIVOT_METHOD_QUANTILE, PIVOT_METHOD_EQUAL, PIVOT_METHOD_NATURAL,
  PIVOT_METHOD_STANDARD, PIVOT_METHOD_BOX, PIVOT_METHOD_PRETTY,
};

static const char *
get_nick (PivotMethod method)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (PIVOT_TYPE_METHOD);

  return g_enum_get_value (class, method)->value_nick;
}

static void
test_reference (gconstpointer data)
{
  const Reference *reference = data;
  const Set *set = &sets[reference->set];
  g_autoptr (PivotClasses) classes = pivot_classes_new (set->values, set->n, reference->method, reference->n_classes, NAN);

  g_assert_cmpuint (pivot_classes_get_n (classes), ==, reference->n);

  for (guint i = 0; i < reference->n; i++)
    {
      double lower = reference->breaks[i];
      double upper = reference->breaks[i + 1];

      if (isinf (lower) || isinf (pivot_classes_get_lower (classes, i)))
        g_assert_cmpfloat (pivot_classes_get_lower (classes, i), ==, lower);
      else
        g_assert_cmpfloat_with_epsilon (pivot_classes_get_lower (classes, i), lower, 1e-9 * fmax (1, fabs (lower)));

      if (isinf (upper) || isinf (pivot_classes_get_upper (classes, i)))
        g_assert_cmpfloat (pivot_classes_get_upper (classes, i), ==, upper);
      else
        g_assert_cmpfloat_with_epsilon (pivot_classes_get_upper (classes, i), upper, 1e-9 * fmax (1, fabs (upper)));

      g_assert_cmpuint (pivot_classes_get_count (classes, i), ==, reference->counts[i]);
    }
}

/* What holds for any classes whatever. */
static void
assert_sound (const PivotClasses *classes,
              const double       *values,
              guint               n_values,
              PivotMethod         method)
{
  guint n = pivot_classes_get_n (classes);
  guint counts[PIVOT_CLASSES_MAX] = { 0 };
  guint total = 0;

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, PIVOT_CLASSES_MAX);

  for (guint i = 0; i < n_values; i++)
    {
      int found = pivot_classes_find (classes, values[i]);

      if (isnan (values[i]))
        {
          g_assert_cmpint (found, ==, -1);
          continue;
        }

      g_assert_cmpint (found, >=, 0);
      g_assert_cmpfloat (values[i], >=, pivot_classes_get_lower (classes, found));
      if (found + 1 == (int) n)
        g_assert_cmpfloat (values[i], <=, pivot_classes_get_upper (classes, found));
      else
        g_assert_cmpfloat (values[i], <, pivot_classes_get_upper (classes, found));
      counts[found]++;
    }

  for (guint i = 0; i < n; i++)
    {
      double lower = pivot_classes_get_lower (classes, i);
      double upper = pivot_classes_get_upper (classes, i);

      g_assert_cmpuint (pivot_classes_get_count (classes, i), ==, counts[i]);
      total += counts[i];

      g_test_message ("%s: %.17g … %.17g", get_nick (method), lower, upper);
      /* A class has width, or is the last and a single value. */
      g_assert_true (lower < upper || (i + 1 == n && lower == upper && counts[i] > 0));
      if (i > 0)
        g_assert_cmpfloat (lower, ==, pivot_classes_get_upper (classes, i - 1));
      if (method == PIVOT_METHOD_NATURAL || method == PIVOT_METHOD_QUANTILE)
        g_assert_cmpuint (counts[i], >, 0);
    }

  g_assert_cmpuint (total + pivot_classes_get_missing (classes), ==, n_values);
}

/* Random values: spread, clumped, tied, skewed, some missing. */
static void
fill (double *values,
      guint   n,
      guint   kind)
{
  for (guint i = 0; i < n; i++)
    {
      double value = g_test_rand_double_range (-1, 1);

      switch (kind % 6)
        {
        case 0: values[i] = value; break;
        case 1: values[i] = floor (value * 4); break;
        case 2: values[i] = exp (8 * value); break;
        case 3: values[i] = 1e9 + value * 1e-3; break;
        case 4: values[i] = value < 0.9 ? 0 : value; break;
        default: values[i] = round (value * 1000) / 10; break;
        }
      if (g_test_rand_int_range (0, 10) == 0)
        values[i] = NAN;
    }
}

/* A midpoint inside the data is a break, to the last bit; so no class has values of both sides. */
static void
assert_parted (const PivotClasses *classes,
               const double       *values,
               guint               n_values,
               double              midpoint)
{
  int below = pivot_classes_get_middle (classes, midpoint);
  double low = INFINITY;
  double high = -INFINITY;

  for (guint i = 0; i < n_values; i++)
    {
      low = fmin (low, values[i]);
      high = fmax (high, values[i]);
    }

  if (midpoint > low && midpoint < high)
    {
      g_assert_cmpint (below, >, 0);
      g_assert_cmpfloat (pivot_classes_get_lower (classes, below), ==, midpoint);
    }
}

static void
test_properties (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      double values[60];
      guint n = g_test_rand_int_range (1, G_N_ELEMENTS (values) + 1);
      guint n_classes = g_test_rand_int_range (PIVOT_CLASSES_MIN, PIVOT_CLASSES_MAX + 1);
      double midpoint = round % 2 == 0 ? NAN : g_test_rand_double_range (-1, 1);

      fill (values, n, round);
      for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
        {
          g_autoptr (PivotClasses) classes = pivot_classes_new (values, n, methods[i], n_classes, midpoint);

          if (classes == NULL)
            continue;
          assert_sound (classes, values, n, methods[i]);
          if (methods[i] != PIVOT_METHOD_BOX && methods[i] != PIVOT_METHOD_PRETTY)
            g_assert_cmpuint (pivot_classes_get_n (classes), <=, n_classes);
          if (methods[i] != PIVOT_METHOD_BOX)
            assert_parted (classes, values, n, midpoint);
        }
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_scatter (const double *values,
             guint         begin,
             guint         end)
{
  double mean = 0;
  double scatter = 0;

  for (guint i = begin; i < end; i++)
    mean += values[i] / (end - begin);
  for (guint i = begin; i < end; i++)
    scatter += (values[i] - mean) * (values[i] - mean);

  return scatter;
}

/* The least scatter of k classes of what begins at a place, by trying each way to part it. */
static double
try_all (const double *sorted,
         guint         begin,
         guint         n,
         guint         k)
{
  double best = INFINITY;

  if (k == 1)
    return get_scatter (sorted, begin, n);

  for (guint end = begin + 1; end + k - 1 <= n; end++)
    best = fmin (best, get_scatter (sorted, begin, end) + try_all (sorted, end, n, k - 1));

  return best;
}

/* Fisher's classes are the best there are, not merely good. */
static void
test_natural_optimal (void)
{
  for (guint round = 0; round < 400; round++)
    {
      double values[12];
      guint n = g_test_rand_int_range (3, G_N_ELEMENTS (values) + 1);
      guint n_classes = g_test_rand_int_range (2, 6);
      g_autoptr (PivotClasses) classes = NULL;
      double scatter = 0;
      double best;

      for (guint i = 0; i < n; i++)
        values[i] = round % 2 ? g_test_rand_double_range (0, 100) : g_test_rand_int_range (0, 20);
      qsort (values, n, sizeof *values, compare_doubles);

      classes = pivot_classes_new (values, n, PIVOT_METHOD_NATURAL, n_classes, NAN);
      for (guint i = 0, begin = 0; i < pivot_classes_get_n (classes); i++)
        {
          scatter += get_scatter (values, begin, begin + pivot_classes_get_count (classes, i));
          begin += pivot_classes_get_count (classes, i);
        }

      best = try_all (values, 0, n, MIN (n_classes, n));
      g_assert_cmpfloat_with_epsilon (scatter, best, 1e-9 * (1 + best));
    }
}

/* 100,000 values far from zero: what is found is not worse than seven well-kept clumps, though they lie 1 in
 * 10⁹ apart. */
static void
test_natural_large (void)
{
  const guint n = 100000;
  g_autofree double *values = g_new (double, n);
  g_autoptr (PivotClasses) classes = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = 1e9 + i % 7 + g_test_rand_double_range (0, 0.4);

  classes = pivot_classes_new (values, n, PIVOT_METHOD_NATURAL, 7, NAN);
  g_assert_cmpuint (pivot_classes_get_n (classes), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (pivot_classes_get_count (classes, i), ==, (n - i + 6) / 7);
      g_assert_cmpfloat (floor (pivot_classes_get_lower (classes, i)), ==, 1e9 + i);
    }
}

typedef struct
{
  const char  *name;
  PivotMethod  method;
  guint        n_classes;
  double       midpoint;
  const char  *values;
  const char  *classes; /* breaks, and after the colon the counts */
} Case;

static const Case cases[] = {
  { "one-value", PIVOT_METHOD_QUANTILE, 5, NAN, "4", "4 4: 1" },
  { "one-value-natural", PIVOT_METHOD_NATURAL, 5, NAN, "4 4 4", "4 4: 3" },
  { "one-value-box", PIVOT_METHOD_BOX, 5, NAN, "4 4", "4 4: 2" },
  { "one-value-pretty", PIVOT_METHOD_PRETTY, 5, NAN, "4", "4 4: 1" },
  { "one-value-standard", PIVOT_METHOD_STANDARD, 5, NAN, "4 nan", "4 4: 1" },
  { "two-values", PIVOT_METHOD_NATURAL, 5, NAN, "1 2", "1 2 2: 1 1" },
  { "two-values-quantile", PIVOT_METHOD_QUANTILE, 2, NAN, "1 2", "1 1.5 2: 1 1" },
  { "ties-above", PIVOT_METHOD_QUANTILE, 4, NAN, "1 2 3 3 3 3", "1 3 3: 2 4" },
  { "ties-below", PIVOT_METHOD_QUANTILE, 4, NAN, "1 1 1 1 2 3", "1 1.75 3: 4 2" },
  { "ties-inside", PIVOT_METHOD_QUANTILE, 4, NAN, "1 5 5 5 5 5 5 9", "1 5 9: 1 7" },
  { "ties-natural", PIVOT_METHOD_NATURAL, 3, NAN, "1 1 1 5 5 9", "1 5 9 9: 3 2 1" },
  { "missing", PIVOT_METHOD_EQUAL, 2, NAN, "nan 0 nan 1 2 4 inf", "0 2 4: 2 2" },
  { "break-on-value", PIVOT_METHOD_EQUAL, 3, NAN, "0 1 2 3", "0 1 2 3: 1 1 2" },
  { "box-no-spread", PIVOT_METHOD_BOX, 6, NAN, "1 5 5 5 5 5 5 9", "1 5 5 9: 1 6 1" },
  { "box-on-fence", PIVOT_METHOD_BOX, 6, NAN, "0 4 4 5 6 8 8 14", "-inf -2 4 5.5 8 14 inf: 0 1 3 1 3 0" },
  { "pretty-tenths", PIVOT_METHOD_PRETTY, 5, NAN, "0 0.1 0.3 0.6 0.7 1", "0 0.2 0.4 0.6 0.8 1: 2 1 0 2 1" },
  { "equal-midpoint", PIVOT_METHOD_EQUAL, 4, 0, "-1 -0.5 0 2 3", "-1 0 1 2 3: 2 1 0 2" },
  { "equal-midpoint-low", PIVOT_METHOD_EQUAL, 3, 1, "0 10 4", "-3.5 1 5.5 10: 1 1 1" },
  { "equal-midpoint-outside", PIVOT_METHOD_EQUAL, 2, 20, "0 10 4", "0 5 10: 2 1" },
  { "equal-midpoint-end", PIVOT_METHOD_EQUAL, 2, 0, "0 10 4", "0 5 10: 2 1" },
  { "standard-midpoint", PIVOT_METHOD_STANDARD, 5, 0, "-2 -1 1 2 3 3", "-2 0 2.097617696 3: 2 2 2" },
  { "pretty-midpoint", PIVOT_METHOD_PRETTY, 4, 0.5, "0 1 2 3", "-0.5 0.5 1.5 2.5 3.5: 1 1 1 1" },
  { "quantile-midpoint", PIVOT_METHOD_QUANTILE, 4, 0, "-1 0 1 2 3 4 5 6", "-1 0 2 4 6: 1 2 2 3" },
  { "quantile-midpoint-one-side", PIVOT_METHOD_QUANTILE, 2, 3, "-1 0 1 2 4", "-1 3 4: 4 1" },
  { "natural-midpoint", PIVOT_METHOD_NATURAL, 4, 0, "-9 -8 -1 -1 2 3 10 11", "-9 -1 0 10 11: 2 2 2 2" },
  { "natural-midpoint-many", PIVOT_METHOD_NATURAL, 9, 0, "-2 -1 5 6", "-2 -1 0 6 6: 1 1 1 1" },
  { "box-midpoint", PIVOT_METHOD_BOX, 6, 3.3, "1 2 3 4 5", "-inf -1 2 3 4 7 inf: 0 1 1 1 2 0" },
  { "manual", PIVOT_METHOD_MANUAL, 2, NAN, "1 2 3 4", "1 2.5 4: 2 2" },
};

static guint
parse (const char *text,
       double     *numbers)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (; words[n] != NULL; n++)
    numbers[n] = g_ascii_strtod (words[n], NULL);

  return n;
}

static char *
to_text (const PivotClasses *classes)
{
  GString *string = g_string_new (NULL);
  guint n = pivot_classes_get_n (classes);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, "%.10g ", pivot_classes_get_lower (classes, i));
  g_string_append_printf (string, "%.10g:", pivot_classes_get_upper (classes, n - 1));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, " %u", pivot_classes_get_count (classes, i));

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  double values[32];
  guint n = parse (c->values, values);
  g_autoptr (PivotClasses) classes = pivot_classes_new (values, n, c->method, c->n_classes, c->midpoint);
  g_autofree char *text = to_text (classes);

  g_assert_cmpstr (text, ==, c->classes);
}

static void
test_manual (void)
{
  const struct { const char *values, *inner, *classes; } rows[] = {
    { "1 2 3 4", "3 2", "1 2 3 4: 1 1 2" },
    { "1 2 3 4", "2 2 nan inf -inf", "1 2 4: 1 3" },
    { "1 2 3 4", "0 1 5 4", "1 4 4: 3 1" },
    { "0 10", "1 2 3 4 5 6 7 8 9", "0 1 2 3 4 5 6 7 8 10: 1 0 0 0 0 0 0 0 1" },
    { "5 5", "5", "5 5: 2" },
  };
  g_autoptr (PivotClasses) whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double values[16];
      double inner[16];
      guint n = parse (rows[i].values, values);
      guint n_inner = parse (rows[i].inner, inner);
      g_autoptr (PivotClasses) classes = pivot_classes_new_manual (values, n, inner, n_inner);
      g_autofree char *text = to_text (classes);

      g_assert_cmpstr (text, ==, rows[i].classes);
    }

  whole = pivot_classes_new_manual (waiting, G_N_ELEMENTS (waiting), NULL, 0);
  g_assert_cmpuint (pivot_classes_get_n (whole), ==, 1);
}

static void
test_find (void)
{
  const double values[] = { 0, 10 };
  const double inner[] = { 2, 5 };
  g_autoptr (PivotClasses) classes = pivot_classes_new_manual (values, 2, inner, 2);
  const struct { double value; int found; } rows[] = {
    { -INFINITY, 0 }, { -1, 0 }, { 0, 0 }, { 1.999, 0 }, { 2, 1 }, { 4.999, 1 }, { 5, 2 }, { 10, 2 }, { 11, 2 },
    { INFINITY, 2 }, { NAN, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (pivot_classes_find (classes, rows[i].value), ==, rows[i].found);

  g_assert_cmpint (pivot_classes_get_middle (classes, -1), ==, 0);
  g_assert_cmpint (pivot_classes_get_middle (classes, 0), ==, 0);
  g_assert_cmpint (pivot_classes_get_middle (classes, 2), ==, 1);
  g_assert_cmpint (pivot_classes_get_middle (classes, 4), ==, 1);
  g_assert_cmpint (pivot_classes_get_middle (classes, 10), ==, 2);
  g_assert_cmpint (pivot_classes_get_middle (classes, 11), ==, 3);
}

static void
test_none (void)
{
  const double values[] = { NAN, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_assert_null (pivot_classes_new (values, G_N_ELEMENTS (values), methods[i], 5, NAN));
      g_assert_null (pivot_classes_new (NULL, 0, methods[i], 5, 0));
    }
  g_assert_null (pivot_classes_new_manual (values, G_N_ELEMENTS (values), values, 1));
}

/* Numbers at the limits of a double break nothing. */
static void
test_extreme (void)
{
  const double rows[][4] = {
    { -1.7e308, 1.7e308, 0, 1 }, { 0, 5e-324, 0, 0 }, { 1, 1 + 2.3e-16, 1, 1 }, { 1e-310, 2e-310, 3e-310, 4e-310 },
    { 1e300, 1e-300, -1e-300, 0 }, { 1e15, 1e15 + 1, 1e15 + 2, 1e15 + 3 }, { 1e20, 1e20, 1e20, 1e20 + 16384 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (methods); k++)
      for (guint n_classes = PIVOT_CLASSES_MIN; n_classes <= PIVOT_CLASSES_MAX; n_classes++)
        for (guint m = 0; m < 2; m++)
          {
            g_autoptr (PivotClasses) classes = pivot_classes_new (rows[i], 4, methods[k], n_classes, m == 0 ? NAN : 0.5);

            g_test_message ("row %u, %s, %u classes", i, get_nick (methods[k]), n_classes);
            assert_sound (classes, rows[i], 4, methods[k]);
          }
}

static void
test_boxed (void)
{
  PivotClasses *classes = pivot_classes_new (precip, G_N_ELEMENTS (precip), PIVOT_METHOD_EQUAL, 3, NAN);
  PivotClasses *copy = g_boxed_copy (PIVOT_TYPE_CLASSES, classes);

  g_assert_true (copy == classes);
  pivot_classes_unref (classes);
  g_assert_cmpuint (pivot_classes_get_n (copy), ==, 3);
  g_boxed_free (PIVOT_TYPE_CLASSES, copy);
  g_assert_cmpstr (get_nick (PIVOT_METHOD_NATURAL), ==, "natural");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const Reference *r = &references[i];
      g_autofree char *path = g_strdup_printf ("/classes/reference/%s/%s/%u", sets[r->set].name, get_nick (r->method),
                                               r->n_classes);

      g_test_add_data_func (path, r, test_reference);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/classes/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/classes/properties", test_properties);
  g_test_add_func ("/classes/natural/optimal", test_natural_optimal);
  g_test_add_func ("/classes/natural/large", test_natural_large);
  g_test_add_func ("/classes/manual", test_manual);
  g_test_add_func ("/classes/find", test_find);
  g_test_add_func ("/classes/none", test_none);
  g_test_add_func ("/classes/extreme", test_extreme);
  g_test_add_func ("/classes/boxed", test_boxed);

  return g_test_run ();
}

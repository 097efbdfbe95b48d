/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-dataset.h"

#include <math.h>
#include <string.h>

/* A derived value never looks more exact than what it comes from. */
typedef struct
{
  const char *name;
  const char *op;
  const char *a, *b;   /* values of XX-A */
  double      number;  /* NaN: missing */
  PivotBound  bound;
} Derivation;

#define BOUND(number, word) "{\"value\": " number ", \"bound\": \"" word "\"}"

static const Derivation derivations[] = {
  { "difference/exact", "difference", "5", "2", 3, PIVOT_BOUND_NONE },
  { "difference/above", "difference", BOUND ("5", "above"), "2", 3, PIVOT_BOUND_ABOVE },
  { "difference/less-above", "difference", "5", BOUND ("2", "above"), 3, PIVOT_BOUND_BELOW },
  { "difference/less-below", "difference", "5", BOUND ("2", "below"), 3, PIVOT_BOUND_ABOVE },
  { "difference/same-way", "difference", BOUND ("5", "above"), BOUND ("2", "below"), 3, PIVOT_BOUND_ABOVE },
  { "difference/open", "difference", BOUND ("5", "above"), BOUND ("2", "above"), NAN, PIVOT_BOUND_NONE },
  { "difference/about", "difference", BOUND ("5", "about"), "2", 3, PIVOT_BOUND_ABOUT },
  { "difference/both-about", "difference", BOUND ("5", "about"), BOUND ("2", "about"), 3, PIVOT_BOUND_ABOUT },
  { "difference/about-above", "difference", BOUND ("5", "about"), BOUND ("2", "above"), NAN, PIVOT_BOUND_NONE },
  { "ratio/exact", "ratio", "6", "2", 3, PIVOT_BOUND_NONE },
  { "ratio/above", "ratio", BOUND ("6", "above"), "2", 3, PIVOT_BOUND_ABOVE },
  { "ratio/above-negative", "ratio", BOUND ("6", "above"), "-2", -3, PIVOT_BOUND_BELOW },
  { "ratio/divisor-above", "ratio", "6", BOUND ("2", "above"), 3, PIVOT_BOUND_BELOW },
  { "ratio/negative-divisor-above", "ratio", "-6", BOUND ("2", "above"), -3, PIVOT_BOUND_ABOVE },
  { "ratio/divisor-below", "ratio", "6", BOUND ("2", "below"), NAN, PIVOT_BOUND_NONE },
  { "ratio/divisor-about", "ratio", "6", BOUND ("2", "about"), 3, PIVOT_BOUND_ABOUT },
  { "ratio/zero", "ratio", "6", "0", NAN, PIVOT_BOUND_NONE },
  { "ratio/zero-by-zero", "ratio", "0", "0", NAN, PIVOT_BOUND_NONE },
  { "ratio/nothing", "ratio", "0", BOUND ("2", "above"), NAN, PIVOT_BOUND_NONE },
  { "ratio/huge", "ratio", "1e300", "1e-300", NAN, PIVOT_BOUND_NONE },
  { "per/exact", "per", "6", "2", 3000, PIVOT_BOUND_NONE },
  { "per/above", "per", BOUND ("6", "above"), "2", 3000, PIVOT_BOUND_ABOVE },
  { "share/exact", "share", "5", "0", 25, PIVOT_BOUND_NONE },
  { "share/above", "share", BOUND ("5", "above"), "0", 25, PIVOT_BOUND_ABOVE },
  { "share/about", "share", BOUND ("5", "about"), "0", 25, PIVOT_BOUND_ABOUT },
};

/* XX-B has 15 and 1, so that the sum of "a" is 20 where XX-A has 5. */
static void
test_derivation (SmallDataset  *small,
                 gconstpointer  data)
{
  const Derivation *row = data;
  g_autoptr(PivotDataset) dataset = NULL;
  const PivotValue *value, *other;
  g_autofree char *measures = g_strdup_printf (
    "[{\"id\": \"a\", \"label\": \"A\", \"short\": \"A\", \"unit\": \"n\", \"decimals\": 1, \"period\": null, "
    "\"description\": \"A\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"sourced\", "
    "\"values\": {\"XX-A\": %s, \"XX-B\": 15}},"
    "{\"id\": \"b\", \"label\": \"B\", \"short\": \"B\", \"unit\": \"n\", \"decimals\": 1, \"period\": null, "
    "\"description\": \"B\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"sourced\", "
    "\"values\": {\"XX-A\": %s, \"XX-B\": 1}},"
    "{\"id\": \"gap\", \"label\": \"G\", \"short\": \"G\", \"unit\": \"n\", \"decimals\": 1, \"period\": null, "
    "\"description\": \"G\", \"scale\": \"sequential\", \"total\": null, \"source\": \"computed\", "
    "\"status\": \"computed\", \"derive\": {\"op\": \"%s\", \"of\": [\"a\"%s]%s}}]",
    row->a, row->b, row->op, strcmp (row->op, "share") == 0 ? "" : ", \"b\"",
    strcmp (row->op, "per") == 0 ? ", \"factor\": 1000" : "");

  small_dataset_write (small, "measures.json", measures, -1);
  small_dataset_write (small, "checks.json", "[]", -1);
  dataset = small_dataset_load_good (small);
  value = pivot_dataset_find_value (dataset, "gap/XX-A");
  g_assert_nonnull (value);
  g_assert_null (pivot_dataset_find_value (dataset, "gap/XX-C"));

  if (isnan (row->number))
    {
      g_assert_true (pivot_value_is_missing (value));
      g_assert_cmpint (value->status, ==, PIVOT_STATUS_MISSING);
      g_assert_nonnull (value->note);
      return;
    }

  g_assert_cmpint (value->status, ==, PIVOT_STATUS_COMPUTED);
  g_assert_cmpfloat_with_epsilon (value->number, row->number, 1e-12);
  g_assert_cmpint (value->bound, ==, row->bound);

  /* The share of the other place moves the other way. */
  other = pivot_dataset_find_value (dataset, "gap/XX-B");
  if (strcmp (row->op, "share") == 0)
    g_assert_cmpint (other->bound, ==, row->bound == PIVOT_BOUND_ABOVE ? PIVOT_BOUND_BELOW : row->bound);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (derivations); i++)
    {
      g_autofree char *path = g_strconcat ("/loader/derive/", derivations[i].name, NULL);

      g_test_add (path, SmallDataset, &derivations[i], small_dataset_set_up, test_derivation, small_dataset_tear_down);
    }

  return g_test_run ();
}

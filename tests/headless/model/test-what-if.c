/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-history.h"
#include "pivot-parity.h"
#include "pivot-session-options.h"
#include "pivot-session.h"

#include "small-dataset.h"
#include "tiny-dataset.h"

#include <math.h>

static PivotDataset *bundled;

static double
get (PivotDataset *dataset,
     const char   *path)
{
  const PivotValue *value = pivot_dataset_find_value (dataset, path);

  return value != NULL ? value->number : NAN;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* The arithmetic by itself */

static void
test_solve (void)
{
  static const struct { double have, total, percent; guint decimals; double units; } cases[] = {
    { 10, 100, 10, 0, 0 },           /* there already */
    { 0, 100, 50, 0, 100 },          /* not 50: the whole grows with the part */
    { 10, 100, 20, 0, 13 },          /* 12.5 */
    { 20, 100, 10, 0, -12 },         /* −11.1: away from zero, or there would be too many */
    { 20, 100, 0, 0, -20 },
    { 0, 100, 0, 0, 0 },
    { 1, 100, 100, 0, INFINITY },    /* all of it, while others have some */
    { 100, 100, 100, 0, 0 },
    { 10, 100, 20, 1, 12.5 },        /* a unit that has tenths */
    { 0.3, 3, 40, 0, 2 },            /* (1.2 − 0.3) ÷ 0.6 = 1.5 */
    { 0.1 + 0.2, 1.5, 50, 2, 0.9 },  /* the dust of floating point is no hundredth */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double units = pivot_parity_solve (cases[i].have, cases[i].total, cases[i].percent, cases[i].decimals);

      if (isinf (cases[i].units))
        g_assert_true (isinf (units));
      else
        assert_near (units, cases[i].units);
    }

  /* Rounded up means: with one less it would not be enough. */
  for (double have = 0; have <= 40; have++)
    for (double percent = 0; percent < 100; percent += 2.5)
      {
        double k = pivot_parity_solve (have, 40, percent, 0);

        if (k > 0)
          {
            g_assert_cmpfloat ((have + k) / (40 + k) * 100, >=, percent - 1e-9);
            g_assert_cmpfloat ((have + k - 1) / (40 + k - 1) * 100, <, percent);
          }
        else if (k < 0)
          {
            g_assert_cmpfloat (have + k, >=, 0);
            if (40 + k > 0)
              g_assert_cmpfloat ((have + k) / (40 + k) * 100, <=, percent + 1e-9);
          }
      }
}

/* Parity in the bundled dataset */

static PivotParity
find (const char *share,
      const char *other,
      const char *place)
{
  PivotParity parity;

  g_assert_true (pivot_parity_find (bundled, pivot_dataset_find_measure (bundled, share), pivot_dataset_find_measure (bundled, other),
                                    (guint) pivot_dataset_get_place_index (bundled, place), &parity));
  return parity;
}

static void
test_given (void)
{
  PivotParity parity = find ("lg-share", "pg-share", "CN-BJ");

  assert_near (parity.number, 5.4);
  assert_near (parity.other_number, 13.85);
  assert_near (parity.ratio, 5.4 / 13.85);
  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_UNITS_KNOWN);
  g_assert_cmpstr (pivot_measure_get_id (parity.count), ==, "lg-count-2021");
  assert_near (parity.total, 4762);
  assert_near (parity.have, 257);
  /* (0.1385 × 4762 − 257) ÷ 0.8615 = 467.25… */
  assert_near (parity.change, 468);
  assert_near (parity.part, 100 * (13.85 - 5.4) / (100 - 13.85));
  g_assert_true (parity.input == parity.share);
  assert_near (pivot_parity_units_of (&parity, 13.85), 468);
  assert_near (pivot_parity_units_of (&parity, 5.4), 0);
  g_assert_true (isnan (pivot_parity_units_of (&parity, 100)));
}

static void
test_derived (void)
{
  PivotParity parity = find ("lg-share-batch12", "degree-share", "CN-BJ");
  double total = parity.total, k = parity.change;

  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_UNITS_KNOWN);
  g_assert_cmpstr (pivot_measure_get_id (parity.count), ==, "lg-count-batch12");
  g_assert_true (parity.input == parity.count);
  assert_near (total, 1832);
  assert_near (parity.have, 90);
  g_assert_cmpfloat (k, >, 0);
  g_assert_cmpfloat ((90 + k) / (total + k) * 100, >=, parity.other_number);
  g_assert_cmpfloat ((90 + k - 1) / (total + k - 1) * 100, <, parity.other_number);
}

/* Nobody says how many postgraduates there are, so nobody is told how many are lacking; only how many in proportion. */
static void
test_no_total (void)
{
  PivotParity parity = find ("pg-share", "lg-share", "CN-ZJ");

  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_NO_TOTAL);
  g_assert_null (parity.count);
  g_assert_true (isnan (parity.change));
  g_assert_false (isnan (parity.part));
  g_assert_true (isnan (pivot_parity_units_of (&parity, 7)));
}

static void
test_missing (void)
{
  PivotParity parity;

  g_assert_false (pivot_parity_find (bundled, pivot_dataset_find_measure (bundled, "lg-share"),
                                     pivot_dataset_find_measure (bundled, "pg-share"),
                                     (guint) pivot_dataset_get_place_index (bundled, "CN-HK"), &parity));
}

static void
test_choose (void)
{
  static const struct { const char *measure, *against, *share, *other; } cases[] = {
    { "lg-share", "pg-share", "lg-share", "pg-share" },
    { "pg-share", "lg-share", "pg-share", "lg-share" },
    { "talent-gap", "subsidy-score", "pg-share", "lg-share" },
    { "subsidy-score", "degree-gap", "degree-share", "lg-share-batch12" },
    { "lg-share", "lg-share", NULL, NULL },
    { "lg-share", "subsidy-score", NULL, NULL },
    { "lg-per-million", "population-2020", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PivotMeasure *share = NULL, *other = NULL;
      gboolean found = pivot_parity_choose (bundled, pivot_dataset_find_measure (bundled, cases[i].measure),
                                            pivot_dataset_find_measure (bundled, cases[i].against), &share, &other);

      g_assert_cmpint (found, ==, cases[i].share != NULL);
      if (!found)
        continue;
      g_assert_cmpstr (pivot_measure_get_id (share), ==, cases[i].share);
      g_assert_cmpstr (pivot_measure_get_id (other), ==, cases[i].other);
    }
}

/* A dataset that knows less: B is no share of a whole, Alpha's B a limit, Gamma has nothing. */
static void
test_small (SmallDataset  *small,
            gconstpointer  unused)
{
  g_autoptr(PivotDataset) dataset = NULL;
  PivotMeasure *a, *b;
  PivotParity parity;

  small_dataset_patch (small, "measures.json", "\"XX-B\": 20}", "\"XX-B\": 0}");
  small_dataset_patch (small, "measures.json", "{\"value\": 21, \"status\": \"computed\", \"formula\": \"round ( a/XX-B + 1.2 )\"}",
                       "100");
  small_dataset_patch (small, "checks.json", "[4, \"a/XX-B\"]", "[4, 20]");
  dataset = small_dataset_load_good (small);
  a = pivot_dataset_find_measure (dataset, "a");
  b = pivot_dataset_find_measure (dataset, "b");

  g_assert_true (pivot_parity_find (dataset, a, b, 0, &parity));
  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_LIMITS);
  g_assert_true (isnan (parity.change));

  g_assert_false (pivot_parity_find (dataset, a, b, 2, &parity));

  /* Nothing can be divided by zero, and nothing reaches a share that is everything. */
  g_assert_true (pivot_parity_find (dataset, b, a, 1, &parity));
  g_assert_true (isnan (parity.ratio));
  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_NO_WHOLE);
  g_assert_true (pivot_parity_find (dataset, a, b, 1, &parity));
  assert_near (parity.ratio, 0);
  g_assert_cmpint (parity.units, ==, PIVOT_PARITY_BEYOND);
}

/* What is supposed */

static void
test_text (void)
{
  static const struct { const char *text; gboolean fits; } cases[] = {
    { "lg-share/CN-BJ=13.85", TRUE },
    { "lg-share/CN-BJ=0", TRUE },
    { "lg-share/CN-BJ=100", TRUE },
    { "lg-share/CN-BJ=100.1", FALSE },
    { "lg-share/CN-BJ=-1", FALSE },
    { "talent-gap-printed/CN-BJ=-1", TRUE },
    { "subsidy-score/CN-BJ=999", FALSE },      /* past its range */
    { "lg-share/CN-HK=1", FALSE },            /* missing is missing */
    { "lg-share-batch12/CN-BJ=7", FALSE },    /* follows from its counts */
    { "lg-count-batch12/CN-BJ=1000", TRUE },
    { "nothing/CN-BJ=1", FALSE },
    { "lg-share/XX=1", FALSE },
    { "lg-share/CN-BJ=", FALSE },
    { "lg-share/CN-BJ=1x", FALSE },
    { "lg-share/CN-BJ=nan", FALSE },
    { "lg-share/CN-BJ=inf", FALSE },
    { "lg-share/CN-BJ", FALSE },
    { "lg-share=1", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PivotWhatIf what_if;
      gboolean fits = pivot_what_if_parse (bundled, cases[i].text, &what_if);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (fits, ==, cases[i].fits);
      if (fits)
        {
          g_autofree char *text = pivot_what_if_write (bundled, &what_if);

          g_assert_cmpstr (text, ==, cases[i].text);
        }
    }
}

static PivotDataset *
suppose (const char *text)
{
  PivotWhatIf what_if;

  g_assert_true (pivot_what_if_parse (bundled, text, &what_if));

  return pivot_what_if_apply (bundled, &what_if);
}

static void
test_apply_given (void)
{
  g_autoptr(PivotDataset) dataset = suppose ("lg-share/CN-BJ=14.86");
  const PivotValue *value = pivot_dataset_find_value (dataset, "lg-share/CN-BJ");
  double sum = 0, sum_before = 0;
  guint n;
  const double *numbers, *before;

  assert_near (value->number, 14.86);
  g_assert_cmpint (value->status, ==, PIVOT_STATUS_ASSUMED);
  g_assert_nonnull (strstr (pivot_text_get (value->note), "5.40"));

  /* The other parts share what is left, in the proportions they had; what is missing stays so. */
  numbers = pivot_measure_get_numbers (pivot_dataset_find_measure (dataset, "lg-share"), &n);
  before = pivot_measure_get_numbers (pivot_dataset_find_measure (bundled, "lg-share"), NULL);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (isnan (numbers[i]), ==, isnan (before[i]));
      if (isnan (numbers[i]) || numbers[i] == 14.86)
        continue;
      assert_near (numbers[i] / before[i], (100 - 14.86) / (100 - 5.4));
      sum += numbers[i];
      sum_before += before[i];
    }
  assert_near (sum / sum_before, 0.9);
  value = pivot_dataset_find_value (dataset, "lg-share/CN-JS");
  g_assert_cmpint (value->status, ==, PIVOT_STATUS_COMPUTED);
  g_assert_nonnull (value->formula);

  /* What is derived follows; what is printed does not, and other shares neither. */
  assert_near (get (dataset, "talent-gap/CN-BJ"), 13.85 - 14.86);
  g_assert_nonnull (strstr (pivot_text_get (pivot_dataset_find_value (dataset, "talent-gap/CN-BJ")->note), "8.45"));
  assert_near (get (dataset, "talent-gap-printed/CN-BJ"), 8.45);
  g_assert_true (pivot_dataset_find_measure (dataset, "pg-share") == pivot_dataset_find_measure (bundled, "pg-share"));

  /* The dataset is as it was. */
  assert_near (get (bundled, "lg-share/CN-BJ"), 5.4);
  assert_near (get (bundled, "talent-gap/CN-BJ"), 8.45);
  g_assert_true (pivot_dataset_get_place (dataset, 0) == pivot_dataset_get_place (bundled, 0));
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_measures (dataset)), ==,
                    g_list_model_get_n_items (pivot_dataset_get_measures (bundled)));
}

static void
test_apply_count (void)
{
  g_autoptr(PivotDataset) dataset = suppose ("lg-count-batch12/CN-BJ=258");

  /* 1832 − 90 + 258 = 2000 in all: a chain of derived measures follows. */
  assert_near (get (dataset, "lg-share-batch12/CN-BJ"), 12.9);
  assert_near (get (dataset, "lg-share-batch12/CN-TJ"), 2.05);
  assert_near (get (dataset, "degree-gap/CN-TJ"), get (bundled, "degree-share/CN-TJ") - 2.05);
  assert_near (get (dataset, "lg-per-million/CN-BJ"), 258 / 21.893095);
  assert_near (get (dataset, "lg-per-million/CN-TJ"), get (bundled, "lg-per-million/CN-TJ"));
  assert_near (get (dataset, "lg-count-batch12/CN-TJ"), 41);
}

static void
test_apply_same (void)
{
  g_autoptr(PivotDataset) dataset = suppose ("lg-share/CN-BJ=5.4");

  assert_near (get (dataset, "lg-share/CN-BJ"), 5.4);
  assert_near (get (dataset, "lg-share/CN-JS"), get (bundled, "lg-share/CN-JS"));
  g_assert_cmpint (pivot_dataset_find_value (dataset, "lg-share/CN-JS")->status, ==, PIVOT_STATUS_PUBLISHED);
}

/* A session holds it as it holds all of a view. */
static void
test_session (void)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotSession) other = pivot_session_new ();
  g_autoptr(PivotHistory) history = NULL;
  g_autofree char *json = NULL;
  guint beijing = (guint) pivot_dataset_get_place_index (bundled, "CN-BJ");
  guint jiangsu = (guint) pivot_dataset_get_place_index (bundled, "CN-JS");
  PivotClasses *classes;
  g_autoptr(GError) error = NULL;

  pivot_session_set_dataset (session, bundled);
  pivot_session_set_measure (session, "talent-gap");
  history = pivot_history_new (session);
  g_assert_true (pivot_session_get_scenario (session) == bundled);
  g_assert_false (pivot_session_is_supposed (session, beijing));
  classes = pivot_session_get_measure_classes (session);
  g_assert_cmpint (pivot_classes_find (classes, 8.45), ==, (int) pivot_classes_get_n (classes) - 1);

  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, "lg-share/CN-BJ=30");
  g_assert_true (pivot_session_get_scenario (session) != bundled);
  g_assert_true (pivot_session_get_dataset (session) == bundled);
  assert_near (pivot_measure_get_numbers (pivot_session_get_measure (session), NULL)[beijing], 13.85 - 30);
  g_assert_cmpfloat (pivot_classes_get_lower (pivot_session_get_measure_classes (session), 0), ==, 13.85 - 30);
  g_assert_true (pivot_session_is_supposed (session, beijing));
  g_assert_false (pivot_session_is_supposed (session, jiangsu));

  json = pivot_session_to_json (session);
  g_assert_nonnull (strstr (json, "\"what-if\":\"lg-share/CN-BJ=30\""));
  pivot_session_set_dataset (other, bundled);
  g_assert_true (pivot_session_apply_json (other, json, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pivot_session_get_word (other, PIVOT_OPTION_WHAT_IF), ==, "lg-share/CN-BJ=30");

  /* Measures that have nothing to do with it are not marked. */
  pivot_session_set_measure (session, "population-2020");
  pivot_session_set_against (session, "pg-share");
  g_assert_false (pivot_session_is_supposed (session, beijing));

  pivot_session_set_measure (session, "talent-gap");
  pivot_history_flush (history);
  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, "");
  pivot_history_flush (history);
  pivot_history_back (history);
  g_assert_cmpstr (pivot_session_get_word (session, PIVOT_OPTION_WHAT_IF), ==, "lg-share/CN-BJ=30");
  g_assert_true (pivot_session_is_supposed (session, beijing));
  pivot_history_forward (history);
  g_assert_true (pivot_session_get_scenario (session) == bundled);

  /* What does not fit is not supposed. */
  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, "lg-share/CN-HK=30");
  g_assert_cmpstr (pivot_session_get_word (session, PIVOT_OPTION_WHAT_IF), ==, "");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  g_test_add_func ("/parity/solve", test_solve);
  g_test_add_func ("/parity/given", test_given);
  g_test_add_func ("/parity/derived", test_derived);
  g_test_add_func ("/parity/no-total", test_no_total);
  g_test_add_func ("/parity/missing", test_missing);
  g_test_add_func ("/parity/choose", test_choose);
  g_test_add ("/parity/small", SmallDataset, NULL, small_dataset_set_up, test_small, small_dataset_tear_down);
  g_test_add_func ("/what-if/text", test_text);
  g_test_add_func ("/what-if/given", test_apply_given);
  g_test_add_func ("/what-if/count", test_apply_count);
  g_test_add_func ("/what-if/same", test_apply_same);
  g_test_add_func ("/what-if/session", test_session);

  status = g_test_run ();
  g_clear_object (&bundled);

  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit.h"
#include "pivot-problem.h"

#include "tiny-dataset.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"

/* Loaded and audited once; nothing changes them. */
static PivotDataset *bundled;
static GListModel *bundled_findings;

static PivotFinding *
find (GListModel *findings,
      const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (pivot_finding_get_path (finding), path))
        return finding; /* the list holds it */
    }

  return NULL;
}

static void
assert_finding (GListModel   *findings,
                const char   *path,
                PivotVerdict  verdict,
                double        printed,
                double        recomputed,
                const char   *arithmetic,
                const char   *paths)
{
  PivotFinding *finding = find (findings, path);
  g_autofree char *joined = NULL;

  g_assert_nonnull (finding);
  joined = g_strjoinv (" ", (char **) pivot_finding_get_paths (finding));

  g_assert_cmpint (pivot_finding_get_verdict (finding), ==, verdict);
  g_assert_cmpfloat_with_epsilon (pivot_finding_get_printed (finding), printed, 1e-12);
  g_assert_cmpfloat_with_epsilon (pivot_finding_get_recomputed (finding), recomputed, 1e-9);
  g_assert_cmpstr (pivot_finding_get_arithmetic (finding), ==, arithmetic);
  if (paths != NULL)
    g_assert_cmpstr (joined, ==, paths);
}

/* The same figures as the dataset's own validator prints. */
static void
test_bundled (void)
{
  GListModel *findings = bundled_findings;
  guint checks[3] = { 0 }, formulas[3] = { 0 }, derived[3] = { 0 };
  PivotVerdict last = PIVOT_FINDING_FAILS;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (findings, i);
      PivotVerdict verdict = pivot_finding_get_verdict (finding);

      if (pivot_finding_get_check (finding) != NULL)
        checks[verdict]++;
      else if (strchr (pivot_finding_get_path (finding), '/') != NULL)
        formulas[verdict]++;
      else
        derived[verdict]++;

      /* Fails, conflicts, holds. */
      g_assert_true (verdict == last || (last == PIVOT_FINDING_FAILS && verdict == PIVOT_FINDING_CONFLICT) ||
                     (last == PIVOT_FINDING_CONFLICT && verdict == PIVOT_FINDING_HOLDS));
      last = verdict;
    }

  g_assert_cmpuint (checks[PIVOT_FINDING_HOLDS], ==, 41);
  g_assert_cmpuint (checks[PIVOT_FINDING_FAILS], ==, 3);
  g_assert_cmpuint (checks[PIVOT_FINDING_CONFLICT], ==, 4);
  g_assert_cmpuint (formulas[PIVOT_FINDING_HOLDS], ==, 80);
  g_assert_cmpuint (formulas[PIVOT_FINDING_FAILS], ==, 0);
  g_assert_cmpuint (derived[PIVOT_FINDING_HOLDS], ==, 5);
  g_assert_cmpuint (derived[PIVOT_FINDING_FAILS], ==, 0);
}

static void
test_bundled_failing (void)
{
  GListModel *findings = bundled_findings;

  assert_finding (findings, "gap-shaanxi", PIVOT_FINDING_FAILS, 1.16, 1.17,
                  "3.52 " MINUS " 2.35 = 1.17, printed 1.16",
                  "pg-share/CN-SN lg-share/CN-SN talent-gap-printed/CN-SN");
  assert_finding (findings, "mean-undersupply-pg-share", PIVOT_FINDING_FAILS, 3.1, 3.094,
                  "(5.05 + 2.53 + 3.18 + 2.06 + 2.65) ÷ 5 = 3.094, printed 3.10",
                  "pg-share/CN-ZJ pg-share/CN-HN pg-share/CN-AH pg-share/CN-FJ pg-share/CN-HE "
                  "4-2/average-pg-share/undersupply-top5");
  assert_finding (findings, "share-jiangsu-4762", PIVOT_FINDING_FAILS, 5.99, 285 / 4762.0 * 100,
                  "285 ÷ 4,762 × 100 ≈ 5.9849, printed 5.99",
                  "lg-count-2021/CN-JS 1-4/programme/approved lg-share/CN-JS");
}

static void
test_bundled_holding (void)
{
  GListModel *findings = bundled_findings;

  assert_finding (findings, "gap-zhejiang", PIVOT_FINDING_HOLDS, -4.82, -4.82,
                  "5.05 " MINUS " 9.87 = " MINUS "4.82", NULL);
  g_assert_true (g_str_has_prefix (pivot_finding_get_arithmetic (find (findings, "doctorates-hired")), "349 ÷ "));
  g_assert_true (g_str_has_suffix (pivot_finding_get_arithmetic (find (findings, "doctorates-hired")), ", printed: below 1"));
  assert_finding (findings, "lg-count-2021/CN-ZJ", PIVOT_FINDING_HOLDS, 470, 470,
                  "round (9.87 × 4,761 ÷ 100) = 470", "lg-share/CN-ZJ lg-count-2021/CN-ZJ");
}

static void
test_evaluate (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  static const struct
  {
    const char *formula;
    double      result;
  } rows[] = {
    { "7", 7 },
    { "7.25", 7.25 },
    { "alpha/CN-ZJ", 9.87 },
    { "gap/CN-ZJ", -4.82 },
    { "1 + 2 × 3", 7 },
    { "( 1 + 2 ) × 3", 9 },
    { "10 − 4 − 3", 3 },
    { "8 ÷ 4 ÷ 2", 1 },
    { "round ( 2.5 )", 3 },
    { "round ( 0 − 2.5 )", -2 },
    { "round round ( 1.4 )", 1 },
    { "round 1.6 + 1", 3 },
    { "round ( alpha/CN-ZJ × 4761 ÷ 100 )", 470 },
    { "( ( ( 1 ) ) )", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      double result = NAN;

      g_assert_true (pivot_audit_evaluate (dataset, rows[i].formula, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (result, rows[i].result, 1e-12);
    }
}

static void
test_evaluate_faults (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  static const struct
  {
    const char     *formula;
    PivotDataError  code;
  } rows[] = {
    { "", PIVOT_DATA_ERROR_SYNTAX },
    { "1 +", PIVOT_DATA_ERROR_SYNTAX },
    { "1 2", PIVOT_DATA_ERROR_SYNTAX },
    { "1  + 2", PIVOT_DATA_ERROR_SYNTAX },
    { "( 1", PIVOT_DATA_ERROR_SYNTAX },
    { "1 )", PIVOT_DATA_ERROR_SYNTAX },
    { "-1", PIVOT_DATA_ERROR_SYNTAX },
    { "1e3", PIVOT_DATA_ERROR_SYNTAX },
    { ".5", PIVOT_DATA_ERROR_SYNTAX },
    { "5.", PIVOT_DATA_ERROR_SYNTAX },
    { "1 * 2", PIVOT_DATA_ERROR_SYNTAX },
    { "round", PIVOT_DATA_ERROR_SYNTAX },
    { "alpha/XX-Q", PIVOT_DATA_ERROR_REFERENCE },
    { "beta/XX-B", PIVOT_DATA_ERROR_REFERENCE },
    { "1 ÷ 0", PIVOT_DATA_ERROR_RANGE },
    { "1 ÷ ( 2 − 2 )", PIVOT_DATA_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      double result = 42;

      g_assert_false (pivot_audit_evaluate (dataset, rows[i].formula, &result, &error));
      g_assert_error (error, PIVOT_DATA_ERROR, (int) rows[i].code);
      g_assert_cmpfloat (result, ==, 42);
    }
}

/* Brackets must not become stack. */
static void
test_evaluate_depth (void)
{
  g_autoptr(PivotDataset) dataset = load_tiny (NULL, NULL);
  g_autoptr(GString) formula = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  double result;

  for (guint i = 0; i < 100000; i++)
    g_string_append (formula, "( ");
  g_string_append (formula, "1");

  g_assert_false (pivot_audit_evaluate (dataset, formula->str, &result, &error));
  g_assert_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT);
}

#define CHECK(id, kind, rest) \
  "{\"id\": \"" id "\", \"title\": \"t\", \"kind\": \"" kind "\", \"source\": \"book\", " rest "}"

static void
test_checks (void)
{
  g_autoptr(PivotDataset) dataset =
    load_tiny (NULL,
               "[" CHECK ("sum-all", "sum", "\"of\": [\"alpha/*\"], \"printed\": 17.37, \"decimals\": 2") ", "
               CHECK ("sum-derived", "sum", "\"of\": [\"gap/*\"], \"printed\": -5.82, \"decimals\": 2") ", "
               CHECK ("half", "rounding", "\"of\": [2.5], \"printed\": 3, \"decimals\": 0") ", "
               CHECK ("over-half", "rounding", "\"of\": [2.5001], \"printed\": 2, \"decimals\": 0") ", "
               CHECK ("factor", "sum", "\"of\": [1, 2], \"factor\": 10, \"printed\": 30, \"decimals\": 0") ", "
               CHECK ("above", "ratio", "\"of\": [3, 2], \"bound\": \"above\", \"printed\": 1.5, \"decimals\": 1") ", "
               CHECK ("below", "ratio", "\"of\": [3, 2], \"bound\": \"below\", \"printed\": 1.6, \"decimals\": 1") ", "
               CHECK ("negative", "difference", "\"of\": [\"gap/CN-ZJ\", \"gap/XX-A\"], \"printed\": -3.82, \"decimals\": 2") ", "
               "{\"id\": \"quarrel\", \"title\": \"t\", \"kind\": \"conflict\", \"assessment\": \"a\", \"values\": "
               "[{\"value\": 4762, \"source\": \"book\", \"where\": \"w\"}, {\"value\": \"fewer\", \"source\": \"book\", \"where\": \"w\"}]}]");
  g_autoptr(GListModel) findings = pivot_audit_run (dataset);
  PivotFinding *conflict = find (findings, "quarrel");

  assert_finding (findings, "sum-all", PIVOT_FINDING_HOLDS, 17.37, 17.37, "5.00 + 2.50 + 9.87 = 17.37",
                  "alpha/XX-A alpha/XX-B alpha/CN-ZJ");
  assert_finding (findings, "sum-derived", PIVOT_FINDING_HOLDS, -5.82, -5.82,
                  "(" MINUS "1.00) + (" MINUS "4.82) = " MINUS "5.82", "gap/XX-A gap/CN-ZJ");
  assert_finding (findings, "half", PIVOT_FINDING_HOLDS, 3, 2.5, "2.5, printed 3", "");
  assert_finding (findings, "over-half", PIVOT_FINDING_FAILS, 2, 2.5001, "2.5001, printed 2", "");
  assert_finding (findings, "factor", PIVOT_FINDING_HOLDS, 30, 30, "(1 + 2) × 10 = 30", "");
  assert_finding (findings, "above", PIVOT_FINDING_FAILS, 1.5, 1.5, "3 ÷ 2 = 1.5, printed: above 1.5", "");
  assert_finding (findings, "below", PIVOT_FINDING_HOLDS, 1.6, 1.5, "3 ÷ 2 = 1.5, printed: below 1.6", "");
  assert_finding (findings, "negative", PIVOT_FINDING_HOLDS, -3.82, -3.82,
                  "(" MINUS "4.82) " MINUS " (" MINUS "1.00) = " MINUS "3.82", "gap/CN-ZJ gap/XX-A");

  g_assert_cmpint (pivot_finding_get_verdict (conflict), ==, PIVOT_FINDING_CONFLICT);
  g_assert_cmpstr (pivot_finding_get_arithmetic (conflict), ==, "4,762 ≠ fewer");
  g_assert_true (isnan (pivot_finding_get_printed (conflict)));
  g_assert_true (isnan (pivot_finding_get_recomputed (conflict)));
}

#define MEASURE(id, number) \
  "{\"id\": \"" id "\", \"label\": \"L\", \"short\": \"S\", \"unit\": \"u\", \"decimals\": 0, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {\"XX-A\": " number "}}"

/* Where the printed number stands is only said if there is no doubt about it. */
static void
test_printed_path (void)
{
  g_autoptr(PivotDataset) one =
    load_tiny ("[" MEASURE ("alpha", "5") ", " MEASURE ("beta", "12") "]",
               "[" CHECK ("plus", "sum", "\"of\": [\"alpha/XX-A\", 7], \"printed\": 12, \"decimals\": 0") "]");
  g_autoptr(PivotDataset) two =
    load_tiny ("[" MEASURE ("alpha", "5") ", " MEASURE ("beta", "12") ", " MEASURE ("gamma", "12") "]",
               "[" CHECK ("plus", "sum", "\"of\": [\"alpha/XX-A\", 7], \"printed\": 12, \"decimals\": 0") "]");
  g_autoptr(GListModel) certain = pivot_audit_run (one);
  g_autoptr(GListModel) doubtful = pivot_audit_run (two);

  assert_finding (certain, "plus", PIVOT_FINDING_HOLDS, 12, 12, "5 + 7 = 12", "alpha/XX-A beta/XX-A");
  assert_finding (doubtful, "plus", PIVOT_FINDING_HOLDS, 12, 12, "5 + 7 = 12", "alpha/XX-A");
}

/* The value says 48, its formula 47. */
static void
test_formula_fails (void)
{
  g_autoptr(PivotDataset) dataset =
    load_tiny ("[{\"id\": \"count\", \"label\": \"C\", \"short\": \"C\", \"unit\": \"firms\", \"decimals\": 0, \"period\": null, "
               "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", "
               "\"values\": {\"XX-A\": 20, \"XX-B\": {\"value\": 48, \"status\": \"computed\", \"source\": \"sums\", "
               "\"formula\": \"count/XX-A × 2 + 7\"}}}, "
               "{\"id\": \"beta\", \"label\": \"B\", \"short\": \"B\", \"unit\": \"%\", \"decimals\": 2, \"period\": null, "
               "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"sums\", \"status\": \"computed\", "
               "\"derive\": {\"op\": \"share\", \"of\": [\"count\"]}}, "
               "{\"id\": \"alpha\", \"label\": \"A\", \"short\": \"A\", \"unit\": \"x\", \"decimals\": 2, \"period\": null, "
               "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"sums\", \"status\": \"computed\", "
               "\"derive\": {\"op\": \"per\", \"of\": [\"count\", \"beta\"], \"factor\": 1000}}]", NULL);
  g_autoptr(GListModel) findings = pivot_audit_run (dataset);

  assert_finding (findings, "count/XX-B", PIVOT_FINDING_FAILS, 48, 47, "20 × 2 + 7 = 47, printed 48", "count/XX-A count/XX-B");
  g_assert_null (pivot_finding_get_check (find (findings, "count/XX-B")));

  /* Derived from derived: the audit comes to the same by a way of its own. */
  g_assert_cmpint (pivot_finding_get_verdict (find (findings, "beta")), ==, PIVOT_FINDING_HOLDS);
  g_assert_cmpfloat_with_epsilon (pivot_finding_get_recomputed (find (findings, "beta")), 20 / 68.0 * 100, 1e-9);
  g_assert_cmpint (pivot_finding_get_verdict (find (findings, "alpha")), ==, PIVOT_FINDING_HOLDS);
  g_assert_cmpfloat_with_epsilon (pivot_finding_get_recomputed (find (findings, "alpha")), 680, 1e-9);
}

static void
test_properties (void)
{
  GListModel *findings = bundled_findings;
  g_autofree char *title = NULL;
  g_autofree char *arithmetic = NULL;
  PivotVerdict verdict;

  g_object_get (find (findings, "gap-shaanxi"), "title", &title, "arithmetic", &arithmetic, "verdict", &verdict, NULL);
  g_assert_cmpstr (title, ==, "Gap of Shaanxi: share of postgraduates minus share of firms");
  g_assert_cmpstr (arithmetic, ==, "3.52 " MINUS " 2.35 = 1.17, printed 1.16");
  g_assert_cmpint (verdict, ==, PIVOT_FINDING_FAILS);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();
  bundled_findings = pivot_audit_run (bundled);

  g_test_add_func ("/audit/bundled", test_bundled);
  g_test_add_func ("/audit/bundled/failing", test_bundled_failing);
  g_test_add_func ("/audit/bundled/holding", test_bundled_holding);
  g_test_add_func ("/audit/evaluate", test_evaluate);
  g_test_add_func ("/audit/evaluate/faults", test_evaluate_faults);
  g_test_add_func ("/audit/evaluate/depth", test_evaluate_depth);
  g_test_add_func ("/audit/checks", test_checks);
  g_test_add_func ("/audit/printed-path", test_printed_path);
  g_test_add_func ("/audit/formula-fails", test_formula_fails);
  g_test_add_func ("/audit/properties", test_properties);

  result = g_test_run ();

  g_assert_finalize_object (bundled_findings);
  g_assert_finalize_object (bundled);

  return result;
}

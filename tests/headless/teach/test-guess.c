/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-guess.h"
#include "pivot-prediction.h"

#include <math.h>

static GPtrArray *
read_good (const char *json)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *guesses = pivot_guesses_read (json, &error);

  g_assert_no_error (error);

  return guesses;
}

static void
test_round_trip (void)
{
  const char *json =
    "[{\"team\":\"Red\",\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{\"CN-ZJ\":2,\"XX-A\":1}},"
    "{\"kind\":\"classes\",\"about\":\"alpha\",\"breaks\":[3.5,6.0],\"values\":{\"XX-A\":2,\"not-here\":0}},"
    "{\"team\":\"蓝\",\"kind\":\"line\",\"about\":\"1-1a/internet-users\",\"values\":{\"2019\":8.5,\"2020\":-9.0}}]";
  g_autoptr(GPtrArray) guesses = read_good (json), again = NULL, none = read_good ("");
  g_autofree char *text = pivot_guesses_write (guesses), *second = NULL;
  PivotGuess *guess = g_ptr_array_index (guesses, 1);
  double value;

  again = read_good (text);
  second = pivot_guesses_write (again);
  g_assert_cmpstr (text, ==, json);
  g_assert_cmpstr (second, ==, text);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_true (pivot_guess_is_about (guess, PIVOT_GUESS_CLASSES, "alpha"));
  g_assert_false (pivot_guess_is_about (guess, PIVOT_GUESS_RANK, "alpha"));
  g_assert_true (pivot_guess_get (guess, "XX-A", &value));
  g_assert_cmpfloat (value, ==, 2);
  pivot_guess_set (guess, "XX-A", 1);
  pivot_guess_set (guess, "XX-B", 2);
  pivot_guess_unset (guess, "not-here");
  g_assert_cmpuint (guess->keys->len, ==, 2);
  g_assert_false (pivot_guess_get (guess, "not-here", &value));
  g_assert_true (pivot_guess_get (guess, "XX-B", &value));
  g_assert_cmpfloat (value, ==, 2);
}

#define GUESS(rest) "[{\"team\":\"Red\"," rest "}]"

static void
test_faults (void)
{
  static const struct { const char *json; const char *where; } cases[] = {
    { "[", "line 1" },
    { "{}", "$" },
    { "[1]", "$[0]" },
    { GUESS ("\"about\":\"alpha\",\"values\":{}"), "$[0]: expected the key “kind”" },
    { GUESS ("\"kind\":\"colour\",\"about\":\"alpha\",\"values\":{}"), "$[0].kind" },
    { GUESS ("\"kind\":\"rank\",\"values\":{}"), "$[0]: expected the key “about”" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\""), "$[0]: expected the key “values”" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\",\"values\":[]"), "$[0].values" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{\"XX-A\":\"1\"}"), "$[0].values[\"XX-A\"]" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{\"XX-A\":0}"), "$[0].values[\"XX-A\"]" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{\"XX-A\":1.5}"), "$[0].values[\"XX-A\"]" },
    { GUESS ("\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{\"XX-A\":1,\"XX-B\":1}"), "$[0].values[\"XX-B\"]" },
    { GUESS ("\"kind\":\"classes\",\"about\":\"alpha\",\"values\":{}"), "$[0]: expected the key “breaks”" },
    { GUESS ("\"kind\":\"classes\",\"about\":\"alpha\",\"breaks\":[2,1],\"values\":{}"), "$[0].breaks[1]" },
    { GUESS ("\"kind\":\"classes\",\"about\":\"alpha\",\"breaks\":[2],\"values\":{\"XX-A\":2}"), "$[0].values[\"XX-A\"]" },
    { GUESS ("\"kind\":\"line\",\"about\":\"f/s\",\"values\":{\"2019\":1e999}"), "line 1" },
    { "[{\"team\":7,\"kind\":\"rank\",\"about\":\"alpha\",\"values\":{}}]", "$[0].team" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].json);
      g_assert_null (pivot_guesses_read (cases[i].json, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == PIVOT_DATA_ERROR);
      g_assert_nonnull (strstr (error->message, cases[i].where));
    }
}

/* Places: XX-A, XX-B, CN-ZJ. What is expected was worked out by hand. */
static void
test_scores (void)
{
#define MEASURE(values) \
  "[{\"id\": \"alpha\", \"label\": \"Alpha\", \"short\": \"A\", \"unit\": \"%%\", \"decimals\": 2, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {" values "}}, " \
  "{\"id\": \"beta\", \"label\": \"Beta\", \"short\": \"B\", \"unit\": \"firms\", \"decimals\": 0, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {\"XX-A\": 1}}]"
#define LIMIT(number, bound) "{\"value\": " number ", \"status\": \"published\", \"source\": \"book\", \"bound\": \"" bound "\"}"
#define RANK "\"kind\":\"rank\",\"about\":\"alpha\",\"values\":"
#define CLASSES "\"kind\":\"classes\",\"about\":\"alpha\",\"breaks\":[3,6],\"values\":"
  static const struct
  {
    const char *values, *guess;
    guint       n, n_right;
    double      score, differences[3];
  } cases[] = {
    { "\"XX-A\": 5, \"XX-B\": 2.5, \"CN-ZJ\": 9.87", GUESS (RANK "{\"CN-ZJ\":1,\"XX-A\":2,\"XX-B\":3}"), 3, 3, 1, { 0, 0, 0 } },
    { "\"XX-A\": 5, \"XX-B\": 2.5, \"CN-ZJ\": 9.87", GUESS (RANK "{\"CN-ZJ\":3,\"XX-A\":2,\"XX-B\":1}"), 3, 1, -1, { 0, -2, 2 } },
    { "\"XX-A\": 5, \"XX-B\": 2.5, \"CN-ZJ\": 9.87", GUESS (RANK "{\"CN-ZJ\":2,\"XX-A\":1,\"XX-B\":3}"), 3, 1, 0.5, { -1, 0, 1 } },
    /* Two that are equal: either may come first. */
    { "\"XX-A\": 5, \"XX-B\": 5, \"CN-ZJ\": 1", GUESS (RANK "{\"XX-B\":1,\"XX-A\":2,\"CN-ZJ\":3}"), 3, 3, 0.8660254, { 0, 0, 0 } },
    { "\"XX-A\": 5, \"XX-B\": 5, \"CN-ZJ\": 1", GUESS (RANK "{\"CN-ZJ\":1,\"XX-A\":2,\"XX-B\":3}"), 3, 1, -0.8660254, { 0, 1, -2 } },
    /* A value that is missing, and a place that is not there. */
    { "\"XX-A\": 5, \"CN-ZJ\": 1", GUESS (RANK "{\"XX-B\":1,\"nowhere\":2,\"XX-A\":3,\"CN-ZJ\":4}"), 2, 2, 1, { 0, NAN, 0 } },
    /* A limit that says where its place stands, and one that does not. */
    { "\"XX-A\": " LIMIT ("5", "above") ", \"XX-B\": 5, \"CN-ZJ\": 1", GUESS (RANK "{\"XX-A\":1,\"XX-B\":2,\"CN-ZJ\":3}"),
      3, 3, 1, { 0, 0, 0 } },
    { "\"XX-A\": " LIMIT ("5", "above") ", \"XX-B\": 6, \"CN-ZJ\": 1", GUESS (RANK "{\"XX-A\":1,\"XX-B\":2,\"CN-ZJ\":3}"),
      1, 1, NAN, { NAN, NAN, 0 } },
    { "\"XX-A\": 5, \"XX-B\": 2.5, \"CN-ZJ\": 9.87", GUESS (CLASSES "{\"XX-A\":1,\"XX-B\":0,\"CN-ZJ\":2}"), 3, 3, 1, { 0, 0, 0 } },
    { "\"XX-A\": 5, \"XX-B\": 2.5, \"CN-ZJ\": 9.87", GUESS (CLASSES "{\"XX-A\":2,\"CN-ZJ\":0}"), 2, 0, -1, { 1, NAN, -2 } },
    { "\"XX-A\": " LIMIT ("5", "about") ", \"XX-B\": 2.5, \"CN-ZJ\": " LIMIT ("7", "above"),
      GUESS (CLASSES "{\"XX-A\":1,\"XX-B\":1,\"CN-ZJ\":2}"), 2, 1, 1, { NAN, 1, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *measures = g_strdup_printf (MEASURE ("%s"), cases[i].values);
      g_autoptr(PivotDataset) dataset = load_tiny (measures, NULL);
      g_autoptr(GPtrArray) guesses = read_good (cases[i].guess);
      PivotPredictionScore score;
      g_autofree double *differences = pivot_prediction_compare (dataset, g_ptr_array_index (guesses, 0), &score);

      g_test_message ("case %u: n %u, right %u, score %g", i, score.n, score.n_right, score.score);
      g_assert_cmpuint (score.n, ==, cases[i].n);
      g_assert_cmpuint (score.n_right, ==, cases[i].n_right);
      if (isnan (cases[i].score))
        g_assert_true (isnan (score.score));
      else
        g_assert_cmpfloat_with_epsilon (score.score, cases[i].score, 1e-6);
      for (guint j = 0; j < 3; j++)
        {
          g_test_message ("place %u: %g", j, differences[j]);
          if (isnan (cases[i].differences[j]))
            g_assert_true (isnan (differences[j]));
          else
            g_assert_cmpfloat (differences[j], ==, cases[i].differences[j]);
        }
    }
}

/* Ten provinces without ties, in an order of no meaning, by the formula for ranks that differ. */
static void
test_reference (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, "lg-share");
  g_autoptr(PivotGuess) guess = pivot_guess_new (PIVOT_GUESS_RANK, "", "lg-share");
  const double *values = pivot_measure_get_numbers (measure, NULL);
  guint n;
  g_autofree guint *places = pivot_prediction_get_places (measure, PIVOT_GUESS_RANK, NULL, NULL, 0, &n);
  g_autofree double *differences = NULL;
  PivotPredictionScore score;
  double squares = 0;

  g_assert_cmpuint (n, ==, 10);
  for (guint i = 0; i < n; i++)
    {
      guint position = (i * 7 + 3) % n + 1, rank = 1;

      pivot_guess_set (guess, pivot_place_get_id (pivot_dataset_get_place (dataset, places[i])), position);
      for (guint j = 0; j < n; j++)
        rank += values[places[j]] > values[places[i]];
      squares += pow ((double) position - rank, 2);
    }
  differences = pivot_prediction_compare (dataset, guess, &score);
  g_assert_cmpuint (score.n, ==, 10);
  g_assert_cmpfloat_with_epsilon (score.score, 1 - 6 * squares / (n * (n * n - 1.0)), 1e-9);
}

static void
test_line (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  PivotFigure *figure = pivot_dataset_find_figure (dataset, "1-1a");
  PivotSeries *series = pivot_figure_find_series (figure, "online-retail-growth");
  g_autoptr(PivotGuess) guess = pivot_guess_new (PIVOT_GUESS_LINE, "", "1-1a/online-retail-growth");
  PivotPredictionScore score, none = { .score = NAN }, worse;
  const double errors[] = { 2, -4, 0 };
  guint n = 0;

  for (guint i = 0; i < pivot_series_get_n_points (series) && n < G_N_ELEMENTS (errors); i++)
    {
      const PivotPoint *point = pivot_series_get_point (series, i);

      if (!pivot_value_is_missing (point->value) && point->value->bound == PIVOT_BOUND_NONE)
        pivot_guess_set (guess, point->x, point->value->number + errors[n++]);
    }
  pivot_guess_set (guess, "no-such-point", 5);
  pivot_prediction_score_line (dataset, guess, &score);
  g_assert_cmpuint (score.n, ==, 3);
  g_assert_cmpfloat_with_epsilon (score.score, 2, 1e-9);

  worse = score;
  worse.score = 3;
  g_assert_cmpint (pivot_prediction_order (PIVOT_GUESS_LINE, &score, &worse), ==, -1);
  g_assert_cmpint (pivot_prediction_order (PIVOT_GUESS_RANK, &score, &worse), ==, 1);
  g_assert_cmpint (pivot_prediction_order (PIVOT_GUESS_RANK, &none, &worse), ==, 1);
  g_assert_cmpint (pivot_prediction_order (PIVOT_GUESS_RANK, &score, &score), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teach/guess/round-trip", test_round_trip);
  g_test_add_func ("/teach/guess/faults", test_faults);
  g_test_add_func ("/teach/guess/scores", test_scores);
  g_test_add_func ("/teach/guess/reference", test_reference);
  g_test_add_func ("/teach/guess/line", test_line);

  return g_test_run ();
}

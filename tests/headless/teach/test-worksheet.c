/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-session-options.h"
#include "pivot-units.h"
#include "pivot-worksheet.h"
#include "../finalize.h"

#include <math.h>

#define N_SEEDS 10

/* Every answer is found once more here, from the values of the dataset alone. */
typedef struct
{
  PivotDataset  *dataset;
  PivotQuestion *question;
  PivotMeasure  *measure;
  PivotMeasure  *against;
  const guint   *places;
  const guint   *accepted;
  guint          n_places;
  guint          n_accepted;
} Marking;

/* As a person reads it from a table; NaN if it is not there or only a limit. */
static double
read_value (PivotMeasure *measure,
            guint         place)
{
  const PivotValue *value = pivot_measure_get_value (measure, place);
  g_autofree char *text = NULL;

  if (value == NULL || isnan (value->number) || value->bound != PIVOT_BOUND_NONE)
    return NAN;

  text = g_strdup_printf ("%.*f", (int) pivot_measure_get_decimals (measure), value->number);

  return g_ascii_strtod (text, NULL);
}

static gboolean
has_limits (Marking      *self,
            PivotMeasure *measure)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);

      if (value != NULL && !isnan (value->number) && value->bound != PIVOT_BOUND_NONE)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_accepted (Marking *self,
             guint    place)
{
  for (guint i = 0; i < self->n_accepted; i++)
    if (self->accepted[i] == place)
      return TRUE;

  return FALSE;
}

static void
assert_near (double number,
             double expected,
             guint  decimals)
{
  g_assert_cmpfloat (fabs (number - expected), <=, 0.51 * pow (10, -(double) decimals));
}

static void
assert_says (Marking    *self,
             const char *text)
{
  if (strstr (pivot_question_get_answer (self->question), text) == NULL)
    g_error ("“%s” does not say “%s”", pivot_question_get_answer (self->question), text);
}

static void
assert_says_number (Marking *self,
                    double   number,
                    guint    decimals)
{
  g_autofree char *text = pivot_units_format_number (number, decimals);

  assert_says (self, text);
}

/* The accepted ones are exactly those that are best among some. */
static void
mark_extreme (Marking     *self,
              const guint *among,
              guint        n,
              gboolean     highest)
{
  double best = NAN;

  for (guint i = 0; i < n; i++)
    {
      double number = read_value (self->measure, among != NULL ? among[i] : i);

      if (!isnan (number) && (isnan (best) || (highest ? number > best : number < best)))
        best = number;
    }
  g_assert_false (isnan (best));
  for (guint i = 0; i < n; i++)
    {
      guint place = among != NULL ? among[i] : i;

      g_assert_cmpint (is_accepted (self, place), ==, read_value (self->measure, place) == best);
    }
}

static void
mark_all_extreme (Marking *self)
{
  g_assert_false (has_limits (self, self->measure));
  mark_extreme (self, NULL, pivot_dataset_get_n_places (self->dataset), g_str_equal (pivot_question_get_kind (self->question), "highest"));
}

static void
mark_among (Marking *self)
{
  g_assert_cmpuint (self->n_places, >=, 2);
  g_assert_cmpuint (g_strv_length ((char **) pivot_question_get_choices (self->question)), ==, self->n_places);
  g_assert_true (pivot_question_get_is_choice (self->question));
  mark_extreme (self, self->places, self->n_places, TRUE);
}

static void
mark_neighbours (Marking *self)
{
  PivotGeometry *boundaries = pivot_dataset_get_boundaries (self->dataset);
  int place = pivot_dataset_get_place_index (self->dataset, pivot_question_get_subject (self->question));
  guint n, n_known = 0;
  const guint *neighbours = pivot_geometry_get_neighbours (boundaries, (guint) place, &n);

  for (guint i = 0; i < n; i++)
    n_known += !isnan (read_value (self->measure, neighbours[i]));
  g_assert_cmpuint (n_known, ==, self->n_places);
  mark_among (self);
}

static void
mark_group (Marking *self)
{
  const char *group = pivot_question_get_subject (self->question);

  for (guint i = 0; i < self->n_places; i++)
    g_assert_true (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (self->dataset, self->places[i])), group));
  mark_among (self);
}

static void
mark_value (Marking *self)
{
  g_assert_cmpuint (self->n_places, ==, 1);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, read_value (self->measure, self->places[0]));
  assert_says_number (self, read_value (self->measure, self->places[0]), pivot_measure_get_decimals (self->measure));
}

static void
mark_place (Marking *self)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    g_assert_cmpint (is_accepted (self, i), ==, read_value (self->measure, i) == pivot_question_get_limit (self->question));
}

/* The class is told by what is printed: the value lies on no limit that it shares with another class. */
static void
mark_class (Marking *self)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  const char * const *choices = pivot_question_get_choices (self->question);
  PivotClasses *classes;
  int index = (int) pivot_question_get_number (self->question);

  pivot_session_set_dataset (session, self->dataset);
  pivot_session_set_measure (session, pivot_measure_get_id (self->measure));
  classes = pivot_session_get_measure_classes (session);
  g_assert_cmpint (index, ==, pivot_classes_find (classes, pivot_measure_get_value (self->measure, self->places[0])->number));
  g_assert_cmpstr (pivot_question_get_answer (self->question), ==, choices[index]);
  for (guint i = 1; i < pivot_classes_get_n (classes); i++)
    {
      guint decimals = pivot_units_count_class_decimals (classes, self->measure);
      double limit = pivot_units_round (pivot_classes_get_lower (classes, i), decimals);

      g_assert_cmpfloat (read_value (self->measure, self->places[0]), !=, limit);
    }
}

static void
mark_difference (Marking *self)
{
  double one = read_value (self->measure, self->places[0]), other = read_value (self->measure, self->places[1]);
  guint decimals = pivot_measure_get_decimals (self->measure);

  g_assert_cmpfloat (one, >, other);
  assert_near (pivot_question_get_number (self->question), one - other, decimals);
  assert_says_number (self, pivot_question_get_number (self->question), decimals);
}

static void
mark_ratio (Marking *self)
{
  double one = read_value (self->measure, self->places[0]), other = read_value (self->measure, self->places[1]);

  g_assert_cmpint (pivot_measure_get_scale (self->measure), ==, PIVOT_SCALE_SEQUENTIAL);
  g_assert_cmpfloat (other, >, 0);
  assert_near (pivot_question_get_number (self->question), one / other, 2);
}

static void
mark_rank (Marking *self)
{
  double number = read_value (self->measure, self->places[0]);
  guint rank = 1, equal = 0;

  g_assert_false (has_limits (self, self->measure));
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      rank += read_value (self->measure, i) > number;
      equal += read_value (self->measure, i) == number;
    }
  g_assert_cmpuint (equal, ==, 1);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, rank);
}

static void
mark_order (Marking *self)
{
  g_assert_cmpuint (self->n_accepted, ==, self->n_places);
  for (guint i = 0; i < self->n_places; i++)
    g_assert_true (is_accepted (self, self->places[i]));
  for (guint i = 1; i < self->n_accepted; i++)
    g_assert_cmpfloat (read_value (self->measure, self->accepted[i - 1]), >, read_value (self->measure, self->accepted[i]));
}

static void
mark_count (Marking *self)
{
  guint n = 0;

  g_assert_false (has_limits (self, self->measure));
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      double number = read_value (self->measure, i);

      g_assert_cmpfloat (number, !=, pivot_question_get_limit (self->question));
      g_assert_cmpint (is_accepted (self, i), ==, number > pivot_question_get_limit (self->question));
      n += number > pivot_question_get_limit (self->question);
    }
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, n);
}

static void
mark_median (Marking *self)
{
  double median = pivot_question_get_number (self->question);
  guint above = 0, below = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      above += read_value (self->measure, self->places[i]) > median;
      below += read_value (self->measure, self->places[i]) < median;
    }
  g_assert_cmpuint (above, ==, self->n_places / 2);
  g_assert_cmpuint (below, ==, self->n_places / 2);
  g_assert_cmpfloat (read_value (self->measure, self->accepted[0]), ==, median);
}

static void
mark_parity (Marking *self)
{
  double gap = read_value (self->measure, self->places[0]) - read_value (self->against, self->places[0]);

  g_assert_true (pivot_measure_is_share (self->measure) && pivot_measure_is_share (self->against));
  g_assert_cmpfloat (gap, !=, 0);
  assert_near (pivot_question_get_number (self->question), gap, 2);
  g_assert_cmpint (g_str_has_prefix (pivot_question_get_answer (self->question), "Above"), ==, gap > 0);
}

static void
mark_years (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  int years = atoi (pivot_firm_get_listed (firm)) - atoi (pivot_firm_get_founded (firm));

  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, years);
  assert_says_number (self, years, 0);
}

static void
mark_first_event (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  g_autoptr(PivotEvent) first = g_list_model_get_item (pivot_firm_get_events (firm), 0);
  g_autoptr(PivotEvent) second = g_list_model_get_item (pivot_firm_get_events (firm), 1);

  g_assert_cmpint (strncmp (pivot_event_get_date (first), pivot_event_get_date (second), 4), <=, 0);
  g_assert_cmpstr (pivot_event_get_date (first), !=, pivot_event_get_date (second));
  assert_says (self, pivot_text_get (pivot_event_get_title (first)));
}

/* Explaining */

static double
find_mean (Marking      *self,
           PivotMeasure *measure)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    if (!isnan (read_value (self->measure, i)) && !isnan (read_value (self->against, i)))
      {
        sum += read_value (measure, i);
        n++;
      }

  return sum / n;
}

static void
mark_mean (Marking *self)
{
  double first = find_mean (self, self->measure), second = find_mean (self, self->against);

  assert_near (pivot_question_get_limit (self->question), first, pivot_measure_get_decimals (self->measure) + 1);
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    g_assert_cmpint (is_accepted (self, i), ==, read_value (self->measure, i) > first && read_value (self->against, i) < second);
}

static void
mark_rule (Marking *self)
{
  guint n = pivot_dataset_get_n_places (self->dataset), counts[2] = { 0 };
  gboolean rising = g_str_equal (pivot_question_get_subject (self->question), "rising");
  double x, y;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        x = read_value (self->measure, i) - read_value (self->measure, j);
        y = read_value (self->against, i) - read_value (self->against, j);
        if (x * y != 0 && !isnan (x * y))
          counts[x * y > 0]++;
      }
  g_assert_cmpint (rising, ==, counts[1] >= counts[0]);
  g_assert_cmpfloat (pivot_question_get_number (self->question), ==, MIN (counts[0], counts[1]));
  x = read_value (self->measure, self->accepted[0]) - read_value (self->measure, self->accepted[1]);
  y = read_value (self->against, self->accepted[0]) - read_value (self->against, self->accepted[1]);
  g_assert_true (rising ? x * y < 0 : x * y > 0);
}

static void
mark_ranks (Marking *self)
{
  PivotMeasure *measures[] = { self->measure, self->against };
  double found[] = { pivot_question_get_number (self->question), pivot_question_get_limit (self->question) };

  for (guint k = 0; k < 2; k++)
    {
      guint rank = 1;

      for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
        rank += !isnan (read_value (measures[1 - k], i)) &&
                read_value (measures[k], i) > read_value (measures[k], self->places[0]);
      g_assert_cmpfloat (found[k], ==, rank);
    }
}

static void
mark_extremes (Marking *self)
{
  guint lowest = self->accepted[1];

  g_assert_cmpuint (self->n_accepted, ==, 2);
  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    {
      g_assert_false (read_value (self->measure, i) > read_value (self->measure, self->accepted[0]));
      g_assert_false (read_value (self->measure, i) < read_value (self->measure, lowest));
    }
}

static void
mark_cuts (Marking *self)
{
  double near = read_value (self->measure, self->places[0]) - read_value (self->measure, self->places[1]);
  double far = read_value (self->measure, self->places[2]) - read_value (self->measure, self->places[3]);

  g_assert_cmpfloat (far, >, near);
  g_assert_cmpfloat (near, >, 0);
  assert_near (pivot_question_get_number (self->question), near, pivot_measure_get_decimals (self->measure));
}

/* By the kind of arithmetic, and by a sum of one's own. */
static void
mark_check (Marking *self)
{
  GListModel *checks = pivot_dataset_get_checks (self->dataset);
  double sum = 0, first = NAN, last = 0, result, tolerance;

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr(PivotCheck) check = g_list_model_get_item (checks, i);
      const char * const *of = pivot_check_get_of (check);
      guint n = 0;

      if (!g_str_equal (pivot_check_get_id (check), pivot_question_get_subject (self->question)))
        continue;

      for (; of[n] != NULL; n++)
        {
          const PivotValue *value = pivot_dataset_find_value (self->dataset, of[n]);

          last = value != NULL ? value->number : g_ascii_strtod (of[n], NULL);
          first = n == 0 ? last : first;
          sum += last;
        }
      switch (pivot_check_get_kind (check))
        {
        case PIVOT_CHECK_DIFFERENCE:
          result = first - last;
          break;
        case PIVOT_CHECK_MEAN:
          result = sum / n;
          break;
        case PIVOT_CHECK_RATIO:
          result = first / last * pivot_check_get_factor (check);
          break;
        case PIVOT_CHECK_SUM:
          result = sum;
          break;
        case PIVOT_CHECK_ROUNDING:
        case PIVOT_CHECK_CONFLICT:
        default:
          g_assert_not_reached ();
        }
      g_assert_cmpfloat (fabs (result - pivot_question_get_number (self->question)), <, 1e-9);
      tolerance = 0.5 * pow (10, -(double) pivot_check_get_decimals (check)) + 1e-9;
      g_assert_cmpint (g_str_has_prefix (pivot_question_get_answer (self->question), "Yes"), ==,
                       fabs (result - pivot_question_get_limit (self->question)) <= tolerance);
      return;
    }
  g_assert_not_reached ();
}

static void
mark_conflict (Marking *self)
{
  const char *receipt = pivot_question_get_receipts (self->question)[0];

  g_assert_true (g_str_has_prefix (receipt, "check:"));
  g_assert_cmpstr (receipt + strlen ("check:"), ==, pivot_question_get_subject (self->question));
  g_assert_nonnull (pivot_question_get_choices (self->question)[1]);
}

/* No earlier customer of either kind than those that the answer names. */
static void
mark_customers (Marking *self)
{
  PivotFirm *firm = pivot_dataset_find_firm (self->dataset, pivot_question_get_subject (self->question));
  GListModel *events = pivot_firm_get_events (firm);
  guint first = (guint) pivot_question_get_number (self->question);

  for (guint i = 0; i <= first; i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      gboolean customer = pivot_event_get_kind (event) == PIVOT_EVENT_CUSTOMER &&
                          (pivot_event_get_party (event) == PIVOT_PARTY_STATE || pivot_event_get_party (event) == PIVOT_PARTY_PRIVATE);

      g_assert_cmpint (customer, ==, i == first);
      if (customer)
        assert_says (self, pivot_text_get (pivot_event_get_title (event)));
    }
}

static const struct
{
  const char *kind;
  PivotLevel  level;
  void      (*mark) (Marking *self);
} markers[] = {
  { "value", PIVOT_LEVEL_FIND, mark_value },
  { "place", PIVOT_LEVEL_FIND, mark_place },
  { "highest", PIVOT_LEVEL_FIND, mark_all_extreme },
  { "lowest", PIVOT_LEVEL_FIND, mark_all_extreme },
  { "class", PIVOT_LEVEL_FIND, mark_class },
  { "first-event", PIVOT_LEVEL_FIND, mark_first_event },
  { "higher", PIVOT_LEVEL_COMPARE, mark_among },
  { "difference", PIVOT_LEVEL_COMPARE, mark_difference },
  { "ratio", PIVOT_LEVEL_COMPARE, mark_ratio },
  { "rank", PIVOT_LEVEL_COMPARE, mark_rank },
  { "order", PIVOT_LEVEL_COMPARE, mark_order },
  { "count", PIVOT_LEVEL_COMPARE, mark_count },
  { "neighbours", PIVOT_LEVEL_COMPARE, mark_neighbours },
  { "group", PIVOT_LEVEL_COMPARE, mark_group },
  { "median", PIVOT_LEVEL_COMPARE, mark_median },
  { "parity", PIVOT_LEVEL_COMPARE, mark_parity },
  { "years", PIVOT_LEVEL_COMPARE, mark_years },
  { "mean", PIVOT_LEVEL_EXPLAIN, mark_mean },
  { "check", PIVOT_LEVEL_EXPLAIN, mark_check },
  { "ranks", PIVOT_LEVEL_EXPLAIN, mark_ranks },
  { "cuts", PIVOT_LEVEL_EXPLAIN, mark_cuts },
  { "rule", PIVOT_LEVEL_EXPLAIN, mark_rule },
  { "extremes", PIVOT_LEVEL_EXPLAIN, mark_extremes },
  { "conflict", PIVOT_LEVEL_EXPLAIN, mark_conflict },
  { "customers", PIVOT_LEVEL_EXPLAIN, mark_customers },
};

/* What is missing, or only a limit, is nowhere in it. */
static void
assert_exact (Marking *self)
{
  const char * const *receipts = pivot_question_get_receipts (self->question);

  g_assert_nonnull (receipts[0]);
  for (guint i = 0; receipts[i] != NULL; i++)
    if (g_str_has_prefix (receipts[i], "value:"))
      {
        const PivotValue *value = pivot_dataset_find_value (self->dataset, receipts[i] + strlen ("value:"));

        g_assert_false (pivot_value_is_missing (value));
        g_assert_cmpint (value->bound, ==, PIVOT_BOUND_NONE);
      }
  for (guint i = 0; i < self->n_places; i++)
    g_assert_false (isnan (read_value (self->measure, self->places[i])));
  for (guint i = 0; i < self->n_accepted; i++)
    {
      g_assert_false (isnan (read_value (self->measure, self->accepted[i])));
      /* In a class, an order or a count, the names do not stand in the answer, or stand there all. */
      if (!g_str_equal (pivot_question_get_kind (self->question), "count"))
        assert_says (self, pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (self->dataset, self->accepted[i]))));
    }
}

static guint
mark (PivotDataset  *dataset,
      PivotQuestion *question)
{
  Marking self = { dataset, question };

  self.measure = pivot_dataset_find_measure (dataset, pivot_question_get_measure (question));
  self.against = pivot_dataset_find_measure (dataset, pivot_question_get_against (question));
  self.places = pivot_question_get_places (question, &self.n_places);
  self.accepted = pivot_question_get_accepted (question, &self.n_accepted);
  assert_exact (&self);
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    if (g_str_equal (markers[i].kind, pivot_question_get_kind (question)))
      {
        g_assert_cmpint (markers[i].level, ==, pivot_question_get_level (question));
        markers[i].mark (&self);
        return i;
      }
  g_assert_not_reached ();
}

/* All of what a view gives, over many seeds and levels. seen: by marker; counts questions. */
static void
mark_many (PivotDataset *dataset,
           const char   *measure,
           const char   *against,
           guint        *seen)
{
  g_autoptr(PivotSession) session = pivot_session_new ();

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, measure);
  pivot_session_set_against (session, against);
  for (guint seed = 0; seed < N_SEEDS; seed++)
    for (int level = -1; level < PIVOT_N_LEVELS; level++)
      {
        PivotWorksheetOptions options = { seed, PIVOT_WORKSHEET_MAX_QUESTIONS, level };
        g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);

        for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
          {
            PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);

            if (level >= 0)
              g_assert_cmpint (pivot_question_get_level (question), ==, level);
            seen[mark (dataset, question)]++;
          }
      }
}

static void
test_answers (void)
{
  static const char * const views[][2] = {
    { "talent-gap", "subsidy-score" }, { "lg-share", "pg-share" }, { "lg-per-million", "degree-share" },
    { "lg-count-2021", "population-2020" }, { "subsidy-score", "talent-gap-printed" },
  };
  PivotDataset *dataset = load_bundled ();
  guint seen[G_N_ELEMENTS (markers)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    mark_many (dataset, views[i][0], views[i][1], seen);
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_test_message ("%s: %u", markers[i].kind, seen[i]);
      g_assert_cmpuint (seen[i], >, 0);
    }

  assert_finalize_soon (dataset);
}

/* The bundled dataset with other values, as text is replaced by text. */
static PivotDataset *
load_bent (const char * const *pairs)
{
  const char *bundled = g_getenv ("PIVOT_TEST_DATASET");
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("pivot-bent-XXXXXX", &error);
  g_autoptr(GDir) dir = g_dir_open (bundled, 0, &error);
  PivotDataset *dataset;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (bundled, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) string = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      string = g_string_new (text);
      for (guint i = 0; g_str_equal (name, "measures.json") && pairs[i] != NULL; i += 2)
        g_assert_cmpuint (g_string_replace (string, pairs[i], pairs[i + 1], 1), ==, 1);
      write_file (folder, name, string->str);
    }
  dataset = load_folder (folder);
  remove_folder (folder);

  return dataset;
}

/* A limit is in no question, and where there is one there is no highest and no rank; tied places are all right. */
static void
test_limits_and_ties (void)
{
  static const char * const pairs[] = {
    "\"CN-ZJ\": 9.87",
    "\"CN-ZJ\": {\"value\": 9.87, \"bound\": \"above\", \"status\": \"published\", \"source\": \"cortese-2022-4\"}",
    "\"CN-HN\": 16", "\"CN-HN\": 15",
    NULL
  };
  PivotDataset *dataset = load_bent (pairs);
  guint seen[G_N_ELEMENTS (markers)] = { 0 }, tied = 0;
  PivotWorksheetOptions options = { 1, 12, PIVOT_LEVEL_FIND };
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotWorksheet) worksheet = NULL;

  mark_many (dataset, "lg-share", "pg-share", seen);
  mark_many (dataset, "subsidy-score", "lg-share", seen);

  pivot_session_set_dataset (session, dataset);
  pivot_session_set_measure (session, "subsidy-score");
  pivot_session_set_against (session, "lg-share");
  worksheet = pivot_worksheet_new (session, &options);
  for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);
      guint n;

      if (!g_str_equal (pivot_question_get_kind (question), "highest"))
        continue;
      g_assert_cmpstr (pivot_question_get_measure (question), ==, "subsidy-score");
      pivot_question_get_accepted (question, &n);
      g_assert_cmpuint (n, ==, 2);
      tied++;
    }
  g_assert_cmpuint (tied, ==, 1);

  g_clear_object (&worksheet);
  g_clear_object (&session);
  assert_finalize_soon (dataset);
}

static char *
print_keys (PivotSession *session,
            guint         seed)
{
  PivotWorksheetOptions options = { seed, 12, -1 };
  g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);
  GString *string = g_string_new (NULL);

  g_assert_cmpuint (pivot_worksheet_get_n (worksheet), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (worksheet)), ==, 12);
      g_string_append_printf (string, "%d %s\n", (int) pivot_question_get_level (question), pivot_question_get_key (question));
    }

  return g_string_free (string, FALSE);
}

/* The same seed gives the same, another another; no question comes twice, and the levels follow one another. */
static void
test_seeds (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  g_autofree char *first = NULL;

  pivot_session_set_dataset (session, dataset);
  first = g_strchomp (print_keys (session, 7));
  for (guint seed = 1; seed < 30; seed++)
    {
      g_autofree char *keys = g_strchomp (print_keys (session, seed));
      g_auto(GStrv) lines = g_strsplit (keys, "\n", -1);
      g_autofree char *again = g_strchomp (print_keys (session, seed));

      g_assert_cmpstr (again, ==, keys);
      g_assert_cmpint (g_str_equal (keys, first), ==, seed == 7);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_false (g_strv_contains ((const char * const *) lines + i + 1, lines[i]));
          g_assert_true (i == 0 || lines[i][0] >= lines[i - 1][0]);
        }
      g_assert_true (g_str_has_prefix (lines[0], "0") && g_str_has_prefix (lines[6], "1") && g_str_has_prefix (lines[11], "2"));
    }

  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* What is asked does not hang on the language in which it is asked. */
static void
test_languages (void)
{
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 5, 12, PIVOT_LEVEL_FIND };

  pivot_session_set_dataset (session, dataset);
  for (guint seed = 1; seed < 12; seed++)
    {
      g_autofree char *english = print_keys (session, seed);
      g_autofree char *chinese = NULL;

      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      chinese = print_keys (session, seed);
      if (seed == 5)
        {
          g_autoptr(PivotWorksheet) worksheet = pivot_worksheet_new (session, &options);

          g_assert_cmpint (g_utf8_strlen (pivot_question_get_text (pivot_worksheet_get_question (worksheet, 0)), -1), <,
                           (glong) strlen (pivot_question_get_text (pivot_worksheet_get_question (worksheet, 0))) - 6);
        }
      g_unsetenv ("LANGUAGE");
      g_assert_cmpstr (chinese, ==, english);
    }

  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* Places are drawn from those that are selected. */
static void
test_selection (void)
{
  static const char * const ids[] = { "CN-BJ", "CN-SH", "CN-JS", "CN-ZJ", "CN-TJ" };
  PivotDataset *dataset = load_bundled ();
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 3, 30, PIVOT_LEVEL_COMPARE };
  PivotWorksheet *worksheet;
  guint n_named = 0;

  pivot_session_set_dataset (session, dataset);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    pivot_session_select_one (session, (guint) pivot_dataset_get_place_index (dataset, ids[i]), PIVOT_SELECT_ADD);
  worksheet = pivot_worksheet_new (session, &options);
  for (guint i = 0; i < pivot_worksheet_get_n (worksheet); i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (worksheet, i);
      const char *kind = pivot_question_get_kind (question);
      guint n;
      const guint *places = pivot_question_get_places (question, &n);

      if (g_str_equal (kind, "group") || g_str_equal (kind, "neighbours"))
        continue;
      for (guint k = 0; k < n; k++, n_named++)
        g_assert_true (pivot_session_is_selected (session, places[k]));
    }
  g_assert_cmpuint (n_named, >, 8);

  g_object_unref (worksheet);
  g_object_unref (session);
  assert_finalize_soon (dataset);
}

/* A dataset that gives little gives few questions, and none without one. */
static void
test_little (void)
{
  PivotDataset *dataset = load_tiny (NULL, NULL);
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options = { 1, 40, -1 };
  PivotWorksheet *none = pivot_worksheet_new (session, &options);
  PivotWorksheet *few;

  g_assert_cmpuint (pivot_worksheet_get_n (none), ==, 0);
  g_assert_null (pivot_worksheet_get_question (none, 0));
  pivot_session_set_dataset (session, dataset);
  few = pivot_worksheet_new (session, &options);
  g_assert_cmpuint (pivot_worksheet_get_n (few), >, 0);
  g_assert_cmpuint (pivot_worksheet_get_n (few), <, 40);
  for (guint i = 0; i < pivot_worksheet_get_n (few); i++)
    mark (dataset, pivot_worksheet_get_question (few, i));

  g_object_unref (none);
  g_object_unref (few);
  g_object_unref (session);
  assert_finalize_soon (dataset);
}

static void
test_options (void)
{
  PivotSession *session = pivot_session_new ();
  PivotWorksheetOptions options;

  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 1 && options.n_questions == 10 && options.level == -1);
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_SEED, "42");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, "3");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_LEVEL, "explain");
  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 42 && options.n_questions == 3 && options.level == PIVOT_LEVEL_EXPLAIN);
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_SEED, "-1");
  pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, "many");
  pivot_worksheet_options_read (&options, session);
  g_assert_true (options.seed == 1 && options.n_questions == 10);

  assert_finalize_soon (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worksheet/answers", test_answers);
  g_test_add_func ("/worksheet/limits-and-ties", test_limits_and_ties);
  g_test_add_func ("/worksheet/seeds", test_seeds);
  g_test_add_func ("/worksheet/languages", test_languages);
  g_test_add_func ("/worksheet/selection", test_selection);
  g_test_add_func ("/worksheet/little", test_little);
  g_test_add_func ("/worksheet/options", test_options);

  return g_test_run ();
}

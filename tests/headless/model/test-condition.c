/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-condition.h"

#include "tiny-dataset.h"

#include <math.h>
#include <string.h>

static PivotDataset *bundled;

static double
number_of (const char *measure,
           guint       place)
{
  guint n;
  const double *numbers = pivot_measure_get_numbers (pivot_dataset_find_measure (bundled, measure), &n);

  g_assert_cmpuint (place, <, n);
  return numbers[place];
}

static gboolean
is_member (const char *group,
           guint       place)
{
  return g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (bundled, place)), group);
}

/* ---- What conditions mean ---- */

typedef struct
{
  const char *text;
  const char *places;   /* ids without "CN-", or "#" and how many */
  guint       n_unknown;
} Case;

static const Case cases[] = {
  { "lg-share > 9", "ZJ", 24 },
  { "pg-share < lg-share", "#5", 24 },
  { "lg-share > pg-share", "#5", 24 },
  { "lg-share - pg-share > 0", "#5", 24 },
  { "lg-share − pg-share > 0", "#5", 24 },
  { "talent-gap < 0", "#5", 24 },
  { "-talent-gap > 0", "#5", 24 },
  { "not (pg-share >= lg-share)", "#5", 24 },
  { "not pg-share >= lg-share", "#5", 24 },
  { "NOT pg-share ≥ lg-share", "#5", 24 },
  { "has(lg-share)", "#10", 0 },
  { "not has (lg-share)", "#24", 0 },
  { "group(cluster-jjj)", "BJ TJ HE", 0 },
  { "group (\"Jing-Jin-Ji\")", "BJ TJ HE", 0 },
  { "group(京津冀) and not group(oversupply-top5)", "TJ HE", 0 },
  { "\"Talent gap\" < 0", "#5", 24 },
  { "人才缺口 < 0", "#5", 24 },
  { "\"talent-gap\" < 0", "#5", 24 },
  { "population-2020 >= 1e8", "SD GD", 3 },
  { "population >= 1e8", "SD GD", 3 },
  { "population-2020 / 1000000 > 100", "SD GD", 3 },
  { "population-2020 ÷ 1000 ÷ 1000 > 25 * 4", "SD GD", 3 },
  { "population-2020 > 10 + 9 * 10000000 and population-2020 < (1 + 1) × 50000000", "HA", 3 },
  { "1 < 2", "#34", 0 },
  { "2 < 1", "", 0 },
  { "0.1 + 0.2 = 0.3", "#34", 0 },
  { "0.1 + 0.2 > 0.3 or 0.1 + 0.2 < 0.3 or 0.1 + 0.2 != 0.3 or 0.1 + 0.2 <> 0.3 or 0.1 + 0.2 ≠ 0.3", "", 0 },
  { "0.1 + 0.2 >= 0.3 and 0.3 <= 0.1 + 0.2 and 0.3 == 0.1 + 0.2", "#34", 0 },
  { "8 - 4 - 2 = 2 and 8 / 4 / 2 = 1 and 2 + 3 * 4 = 14 and -2 * 3 = -6 and 2 - -3 = 5", "#34", 0 },
  { "1-2 = 0-1", "#34", 0 },
  { "1 > 2 and 1 > 2 or 1 < 2", "#34", 0 },
  { "1 < 2 or 1 > 2 and 1 > 2", "#34", 0 },
  { "not 1 > 2 and not not 1 < 2", "#34", 0 },
  { "1 / 0 > 1", "", 34 },
  { "0 / 0 = 0 / 0", "", 34 },
  /* What is unknown stays so, unless the rest decides. */
  { "lg-share > 0", "#10", 24 },
  { "not lg-share > 0", "", 24 },
  { "lg-share > 0 or 1 < 2", "#34", 0 },
  { "lg-share > 0 and 1 > 2", "", 0 },
  { "lg-share > 0 and 1 < 2", "#10", 24 },
  { "lg-share > 0 or not has(lg-share)", "#34", 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr(GError) error = NULL;
  guint column = 77, n_unknown = 77;
  g_autoptr(PivotCondition) condition = pivot_condition_new (bundled, item->text, &column, &error);
  g_autoptr(GArray) places = NULL;
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_nonnull (condition);
  g_assert_cmpuint (column, ==, 0);
  g_assert_cmpstr (pivot_condition_get_text (condition), ==, item->text);

  places = pivot_condition_evaluate (condition, &n_unknown);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            pivot_place_get_id (pivot_dataset_get_place (bundled, g_array_index (places, guint, i))) + 3);

  g_test_message ("%s: %s; %u unknown", item->text, ids->str, n_unknown);
  if (item->places[0] == '#')
    g_assert_cmpuint (places->len, ==, g_ascii_strtoull (item->places + 1, NULL, 10));
  else
    g_assert_cmpstr (ids->str, ==, item->places);
  g_assert_cmpuint (n_unknown, ==, item->n_unknown);
}

/* A condition keeps what it needs: the dataset of another window may be closed. */
static void
test_lifetime (void)
{
  PivotDataset *dataset = load_bundled ();
  g_autoptr(PivotCondition) condition = pivot_condition_new (dataset, "group(cluster-jjj) and population-2020 > 2e7", NULL, NULL);
  g_autoptr(PivotCondition) again = pivot_condition_ref (condition);
  g_autoptr(GArray) places = NULL;

  g_object_unref (dataset);
  places = pivot_condition_evaluate (again, NULL);
  g_assert_cmpuint (places->len, ==, 2);
}

/* ---- What is wrong with them ---- */

typedef struct
{
  const char          *text;
  PivotConditionError  code;
  guint                column;
  const char          *message;
} Fault;

static const Fault faults[] = {
  { "", PIVOT_CONDITION_ERROR_SYNTAX, 1, "Column 1: expected a measure, a number, “not” or “(”, found the end" },
  { "   ", PIVOT_CONDITION_ERROR_SYNTAX, 4, "Column 4: expected a measure, a number, “not” or “(”, found the end" },
  { "lg-share >", PIVOT_CONDITION_ERROR_SYNTAX, 11, "Column 11: expected a measure, a number, “not” or “(”, found the end" },
  { "lg-share > 5 and", PIVOT_CONDITION_ERROR_SYNTAX, 17, "found the end" },
  { "> 5", PIVOT_CONDITION_ERROR_SYNTAX, 1, "found “>”" },
  { "lg-share > > 5", PIVOT_CONDITION_ERROR_SYNTAX, 12, "found “>”" },
  { "lg-share 5", PIVOT_CONDITION_ERROR_SYNTAX, 10, "expected an operator, “and” or “or”, found “5”" },
  { "lg-share not 5", PIVOT_CONDITION_ERROR_SYNTAX, 10, "expected an operator, “and” or “or”, found “not”" },
  { "lg-share pg-share", PIVOT_CONDITION_ERROR_SYNTAX, 10, "found “pg-share”" },
  { "1 < lg-share < 5", PIVOT_CONDITION_ERROR_SYNTAX, 14, "expected “and” or “or” after a comparison, found “<”" },
  { "(lg-share > 5", PIVOT_CONDITION_ERROR_SYNTAX, 1, "there is no “)” for this “(”" },
  { "lg-share > 5)", PIVOT_CONDITION_ERROR_SYNTAX, 13, "there is no “(” for this “)”" },
  { "()", PIVOT_CONDITION_ERROR_SYNTAX, 2, "found “)”" },
  { "lg-share > 5 & 1 < 2", PIVOT_CONDITION_ERROR_SYNTAX, 14, "found “&”" },
  { "lg-share > 5 %", PIVOT_CONDITION_ERROR_SYNTAX, 14, "found “%”" },
  { "lg-share > 1,5", PIVOT_CONDITION_ERROR_SYNTAX, 12, "expected a number like 1234.5" },
  { "lg-share > 1.", PIVOT_CONDITION_ERROR_SYNTAX, 12, "expected a number like 1234.5" },
  { "lg-share > .5", PIVOT_CONDITION_ERROR_SYNTAX, 12, "found “.”" },
  { "lg-share > 5k", PIVOT_CONDITION_ERROR_SYNTAX, 12, "expected an operator after the number, found “5k”" },
  { "lg-share > 1e999", PIVOT_CONDITION_ERROR_SYNTAX, 12, "expected a smaller number" },
  { "\"Talent gap < 0", PIVOT_CONDITION_ERROR_SYNTAX, 1, "expected a closing quotation mark" },
  { "\"\" < 0", PIVOT_CONDITION_ERROR_SYNTAX, 1, "expected a name between the quotation marks" },
  { "has(5)", PIVOT_CONDITION_ERROR_SYNTAX, 5, "expected a measure, found “5”" },
  { "has()", PIVOT_CONDITION_ERROR_SYNTAX, 5, "expected a measure, found “)”" },
  { "has(lg-share", PIVOT_CONDITION_ERROR_SYNTAX, 13, "expected a closing “)”, found the end" },
  { "has(lg-share + 1)", PIVOT_CONDITION_ERROR_SYNTAX, 14, "expected a closing “)”, found “+”" },
  { "group(", PIVOT_CONDITION_ERROR_SYNTAX, 7, "expected a group, found the end" },
  { "group(and)", PIVOT_CONDITION_ERROR_SYNTAX, 7, "expected a group, found “and”" },
  { "lg-shar > 5", PIVOT_CONDITION_ERROR_NAME, 1, "there is no measure “lg-shar”; is “lg-share” meant?" },
  { "1 < 2 and lg_share > 5", PIVOT_CONDITION_ERROR_NAME, 11, "is “lg-share” meant?" },
  { "LG-Share > 5", PIVOT_CONDITION_ERROR_NAME, 1, "is “lg-share” meant?" },
  { "lg-sahre > 5", PIVOT_CONDITION_ERROR_NAME, 1, "is “lg-share” meant?" },
  { "gl-sahre > 5", PIVOT_CONDITION_ERROR_NAME, 1, "is “lg-share” meant?" },
  { "popula > 5", PIVOT_CONDITION_ERROR_NAME, 1, "is “population-2020” meant?" },
  { "人才 > 5", PIVOT_CONDITION_ERROR_NAME, 1, "there is no measure “人才”" },
  { "人才缺口 > xyzzy", PIVOT_CONDITION_ERROR_NAME, 8, "Column 8: there is no measure “xyzzy”" },
  { "has(lg-shre)", PIVOT_CONDITION_ERROR_NAME, 5, "is “lg-share” meant?" },
  { "group(miit-est)", PIVOT_CONDITION_ERROR_NAME, 7, "there is no group “miit-est”; is “miit-east” meant?" },
  { "group(lg-share)", PIVOT_CONDITION_ERROR_NAME, 7, "there is no group “lg-share”" },
  { "group > 5", PIVOT_CONDITION_ERROR_NAME, 1, "there is no measure “group”" },
  { "lg-share", PIVOT_CONDITION_ERROR_TYPE, 1, "expected a condition like “lg-share > 5”, found a number" },
  { "5", PIVOT_CONDITION_ERROR_TYPE, 1, "expected a condition" },
  { "lg-share > 5 and pg-share", PIVOT_CONDITION_ERROR_TYPE, 18, "expected a condition" },
  { "not lg-share", PIVOT_CONDITION_ERROR_TYPE, 5, "expected a condition" },
  { "lg-share > (pg-share > 5)", PIVOT_CONDITION_ERROR_TYPE, 13, "expected a number, found a condition" },
  { "has(lg-share) + 1 > 2", PIVOT_CONDITION_ERROR_TYPE, 1, "expected a number, found a condition" },
  { "1 < not 2 < 3", PIVOT_CONDITION_ERROR_TYPE, 5, "expected a number, found a condition" },
  { "-has(lg-share)", PIVOT_CONDITION_ERROR_TYPE, 2, "expected a number, found a condition" },
  { "1 < 2 \xff", PIVOT_CONDITION_ERROR_LIMIT, 1, "too long, or no text" },
};

static void
assert_fault (const char          *text,
              PivotConditionError  code,
              guint                column,
              const char          *message)
{
  g_autoptr(GError) error = NULL;
  guint at = 0;

  g_assert_null (pivot_condition_new (bundled, text, &at, &error));
  g_assert_error (error, PIVOT_CONDITION_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpuint (at, ==, column);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;

  assert_fault (fault->text, fault->code, fault->column, fault->message);
}

static char *
repeat (const char *piece,
        guint       n,
        const char *end)
{
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, piece);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

/* Depth costs nothing but an error; what is long but flat is fine. */
static void
test_limits (void)
{
  static const struct { const char *piece; guint n; const char *end; guint column; } deep[] = {
    { "(", 65, "1 < 2", 65 },
    { "not ", 65, "1 < 2", 257 },
    { "-", 65, "1 < 2", 65 },
    { "1 < 2 or (", 65, "1 < 2", 327 },
  };
  g_autofree char *flat = repeat ("1 < 2 and ", 400, "2 < 3");
  g_autofree char *nested = repeat ("(", 60, "1 < 2");
  g_autofree char *closed = repeat (")", 60, "");
  g_autofree char *whole = g_strconcat (nested, closed, NULL);
  g_autofree char *long_text = repeat (" ", PIVOT_CONDITION_MAX_LENGTH, "1 < 2");
  g_autoptr(PivotCondition) condition = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deep); i++)
    {
      g_autofree char *text = repeat (deep[i].piece, deep[i].n, deep[i].end);
      g_autoptr(GError) limit = NULL;

      g_assert_null (pivot_condition_new (bundled, text, NULL, &limit));
      g_assert_error (limit, PIVOT_CONDITION_ERROR, PIVOT_CONDITION_ERROR_LIMIT);
    }
  g_assert_null (pivot_condition_new (bundled, long_text, NULL, &error));
  g_assert_error (error, PIVOT_CONDITION_ERROR, PIVOT_CONDITION_ERROR_LIMIT);

  condition = pivot_condition_new (bundled, flat, NULL, NULL);
  g_assert_nonnull (condition);
  g_clear_pointer (&condition, pivot_condition_unref);
  condition = pivot_condition_new (bundled, whole, NULL, NULL);
  g_assert_nonnull (condition);
}

/* ---- The compiled form against the meaning, worked out along the tree ---- */

static const char *const names[] = { "lg-share", "pg-share", "talent-gap", "lg-count-batch12", "population-2020" };
static const char *const groups[] = { "cluster-jjj", "miit-east", "oversupply-top5" };

/* Writes a random number into text, and gives its value for each place. */
static void make_number (GString *text, guint depth, double *values);

static void
make_operation (GString *text,
                guint    depth,
                double  *values)
{
  static const char *const operators[] = { " + ", " - ", "−", " * ", " × ", "/", " ÷ " };
  double left[64], right[64];
  int operator = g_test_rand_int_range (0, G_N_ELEMENTS (operators));

  g_string_append_c (text, '(');
  make_number (text, depth - 1, left);
  g_string_append (text, operators[operator]);
  make_number (text, depth - 1, right);
  g_string_append_c (text, ')');

  for (guint i = 0; i < pivot_dataset_get_n_places (bundled); i++)
    values[i] = operator == 0 ? left[i] + right[i]
                : operator <= 2 ? left[i] - right[i]
                : operator <= 4 ? left[i] * right[i]
                : left[i] / right[i];
}

static void
make_number (GString *text,
             guint    depth,
             double  *values)
{
  guint n = pivot_dataset_get_n_places (bundled);
  int kind = g_test_rand_int_range (0, depth > 0 ? 4 : 2);

  if (kind == 0)
    {
      const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];

      g_string_append (text, name);
      for (guint i = 0; i < n; i++)
        values[i] = number_of (name, i);
    }
  else if (kind == 1)
    {
      int constant = g_test_rand_int_range (0, 12);

      g_string_append_printf (text, "%d", constant);
      for (guint i = 0; i < n; i++)
        values[i] = constant;
    }
  else if (kind == 2)
    {
      g_string_append (text, "−(");
      make_number (text, depth - 1, values);
      g_string_append_c (text, ')');
      for (guint i = 0; i < n; i++)
        values[i] = -values[i];
    }
  else
    {
      make_operation (text, depth, values);
    }
}

/* True, false or unknown: 1, 0, −1. */
static void
make_comparison (GString *text,
                 guint    depth,
                 int     *truths)
{
  static const char *const operators[] = { " < ", "<=", " = ", " != ", " >= ", ">" };
  double left[64], right[64];
  int operator = g_test_rand_int_range (0, G_N_ELEMENTS (operators));

  make_number (text, depth, left);
  g_string_append (text, operators[operator]);
  make_number (text, depth, right);

  for (guint i = 0; i < pivot_dataset_get_n_places (bundled); i++)
    {
      double a = left[i], b = right[i];
      int order = fabs (a - b) <= 1e-9 * MAX (fabs (a), fabs (b)) ? 0 : a < b ? -1 : 1;
      const int truth[] = { order < 0, order <= 0, order == 0, order != 0, order >= 0, order > 0 };

      truths[i] = isfinite (a) && isfinite (b) ? truth[operator] : -1;
    }
}

static void
make_condition (GString *text,
                guint    depth,
                int     *truths)
{
  guint n = pivot_dataset_get_n_places (bundled);
  int kind = g_test_rand_int_range (0, depth > 0 ? 6 : 3);
  int left[64], right[64];

  switch (kind)
    {
    case 0:
      make_comparison (text, depth, truths);
      break;

    case 1:
      {
        const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];

        g_string_append_printf (text, "has(%s)", name);
        for (guint i = 0; i < n; i++)
          truths[i] = !isnan (number_of (name, i));
      }
      break;

    case 2:
      {
        const char *group = groups[g_test_rand_int_range (0, G_N_ELEMENTS (groups))];

        g_string_append_printf (text, "group( %s )", group);
        for (guint i = 0; i < n; i++)
          truths[i] = is_member (group, i);
      }
      break;

    case 3:
      g_string_append (text, "not (");
      make_condition (text, depth - 1, truths);
      g_string_append_c (text, ')');
      for (guint i = 0; i < n; i++)
        truths[i] = truths[i] < 0 ? -1 : !truths[i];
      break;

    default:
      g_string_append_c (text, '(');
      make_condition (text, depth - 1, left);
      g_string_append (text, kind == 4 ? ") and (" : ") or (");
      make_condition (text, depth - 1, right);
      g_string_append_c (text, ')');
      for (guint i = 0; i < n; i++)
        {
          int decisive = kind == 4 ? 0 : 1;

          truths[i] = left[i] == decisive || right[i] == decisive ? decisive
                      : left[i] < 0 || right[i] < 0 ? -1 : !decisive;
        }
      break;
    }
}

static void
test_random (void)
{
  g_assert_cmpuint (pivot_dataset_get_n_places (bundled), <=, 64);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(PivotCondition) condition = NULL;
      g_autoptr(GArray) places = NULL;
      g_autoptr(GError) error = NULL;
      int truths[64];
      guint n_unknown, expected_unknown = 0, next = 0;

      make_condition (text, round % 5, truths);
      if (text->len > PIVOT_CONDITION_MAX_LENGTH)
        continue;

      condition = pivot_condition_new (bundled, text->str, NULL, &error);
      g_assert_no_error (error);
      places = pivot_condition_evaluate (condition, &n_unknown);

      for (guint i = 0; i < pivot_dataset_get_n_places (bundled); i++)
        {
          gboolean found = next < places->len && g_array_index (places, guint, next) == i;

          if (found != (truths[i] == 1))
            g_test_message ("place %u: %s", i, text->str);
          g_assert_cmpint (found, ==, truths[i] == 1);
          next += found;
          expected_unknown += truths[i] < 0;
        }
      g_assert_cmpuint (next, ==, places->len);
      g_assert_cmpuint (n_unknown, ==, expected_unknown);
    }
}

/* Nothing that can be typed does harm, and each fault has a column in the text. */
static void
test_garbage (void)
{
  static const char *const pieces[] = {
    "lg-share", "pg", "and", "or", "not", "(", ")", "<", "<=", "=", "!", "≥", "-", "−", "+", "*", "÷", "1", ".5", "1e9", "e", ",",
    "\"", "has(", "group(", "miit-east", " ", "人", "\t", "\xc3\xa9", "é",
  };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(PivotCondition) condition = NULL;
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) words = NULL;
      guint column;
      gsize start;

      for (int k = g_test_rand_int_range (0, 9); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      condition = pivot_condition_new (bundled, text->str, &column, &error);
      g_assert_true ((condition == NULL) == (error != NULL));
      g_assert_true ((column == 0) == (condition != NULL));
      g_assert_cmpuint (column, <=, g_utf8_strlen (text->str, -1) + 1);

      words = pivot_condition_complete (bundled, text->str, text->len, &start);
      g_assert_nonnull (words);
      g_assert_cmpuint (start, <=, text->len);
    }
}

/* ---- Completion ---- */

typedef struct
{
  const char *text;     /* "|" is the cursor */
  gsize       start;
  const char *words;    /* with what the list begins; "" for none */
} Completion;

static const Completion completions[] = {
  { "|", 0, "lg-share pg-share talent-gap" },
  { "l|", 0, "lg-share lg-count-2021 lg-count-batch12 lg-share-batch12 lg-per-million" },
  { "lg-s|", 0, "lg-share lg-share-batch12" },
  { "lg-s| > 5", 0, "lg-share lg-share-batch12" },
  { "share|", 0, "lg-share pg-share lg-share-batch12 degree-share" },
  { "人才|", 0, "talent-gap talent-gap-printed subsidy-score" },
  { "gap in|", 4, "" },
  { "lg-share |", 9, "< <= = != >= > and or" },
  { "lg-share > |", 11, "lg-share pg-share" },
  { "lg-share > 5 |", 13, "< <= = != >= > and or" },
  { "lg-share > 5 a|", 13, "and" },
  { "lg-share > 5 and |", 17, "lg-share" },
  { "lg-share > 5 and n|", 17, "not talent-gap" },
  { "lg-share > 5 and no|", 17, "not" },
  { "ha|", 0, "has( lg-share" },
  { "has(|", 4, "lg-share pg-share talent-gap" },
  { "has(tal|", 4, "talent-gap talent-gap-printed" },
  { "group(|", 6, "inside-clusters cluster-jjj" },
  { "group(miit|", 6, "miit-east miit-central miit-west" },
  { "group(京津|", 6, "cluster-jjj" },
  { "group(miit-east) |", 17, "<" },
  { "(|", 1, "lg-share" },
  { "lg-share & |", 11, "" },
  { "\"Talent |", 8, "" },
};

static void
test_completion (gconstpointer data)
{
  const Completion *item = data;
  const char *cursor = strchr (item->text, '|');
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (cursor - item->text), item->text, cursor + 1);
  g_auto(GStrv) words = NULL;
  g_autofree char *list = NULL;
  gsize start = 999;

  words = pivot_condition_complete (bundled, text, cursor - item->text, &start);
  list = g_strjoinv (" ", words);
  g_test_message ("%s %u: %s", item->text, (guint) start, list);
  g_assert_cmpuint (start, ==, item->start);
  if (item->words[0] == '\0')
    g_assert_cmpstr (list, ==, "");
  else
    g_assert_true (g_str_has_prefix (list, item->words));
}

#define ADD(table, test) \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/condition/" #table "/%02u", i); \
      g_test_add_data_func (path, &table[i], test); \
    }

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  ADD (cases, test_case)
  ADD (faults, test_fault)
  ADD (completions, test_completion)
  g_test_add_func ("/condition/lifetime", test_lifetime);
  g_test_add_func ("/condition/limits", test_limits);
  g_test_add_func ("/condition/random", test_random);
  g_test_add_func ("/condition/garbage", test_garbage);

  status = g_test_run ();
  g_assert_finalize_object (bundled);

  return status;
}

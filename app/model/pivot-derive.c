/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* Derived measures, worked out place by place.
 *
 * A derived number never looks more exact than what it comes from. If an input is a bound, the result is the bound that
 * follows from it, or it is missing where nothing follows:
 *
 *   a − b     above if a is above or b is below; below the other way round; about if either is about; nothing follows
 *             from bounds that pull in opposite ways, or from "about" and a limit at once
 *   a ÷ b     the same, with the signs of a and b; nothing follows from a divisor that may lie nearer to zero
 *   share     a ÷ the sum, where the sum of the others is above, below or about as they are; amounts of 0 or more only
 */

typedef struct
{
  double     number;
  PivotBound bound;
} Amount;

typedef enum
{
  RESULT_NUMBER,
  RESULT_ZERO,   /* division by zero */
  RESULT_OPEN,   /* nothing follows from the bounds */
  RESULT_HUGE,   /* past what a double holds */
} Result;

static PivotBound
flip (PivotBound bound)
{
  if (bound == PIVOT_BOUND_ABOVE)
    return PIVOT_BOUND_BELOW;
  if (bound == PIVOT_BOUND_BELOW)
    return PIVOT_BOUND_ABOVE;

  return bound;
}

/* Two things that move a result: each up, down, somewhat or not at all. */
static gboolean
combine (PivotBound  a,
         PivotBound  b,
         PivotBound *result)
{
  if (a != PIVOT_BOUND_NONE && b != PIVOT_BOUND_NONE && a != b)
    return FALSE;

  *result = a != PIVOT_BOUND_NONE ? a : b;

  return TRUE;
}

static Result
subtract (Amount  a,
          Amount  b,
          Amount *result)
{
  result->number = a.number - b.number;

  return combine (a.bound, flip (b.bound), &result->bound) ? RESULT_NUMBER : RESULT_OPEN;
}

static Result
divide (Amount  a,
        Amount  b,
        Amount *result)
{
  PivotBound from_a, from_b;

  if (b.number == 0)
    return RESULT_ZERO;

  result->number = a.number / b.number;

  if (b.bound == (b.number > 0 ? PIVOT_BOUND_BELOW : PIVOT_BOUND_ABOVE))
    return RESULT_OPEN;
  if (b.bound != PIVOT_BOUND_NONE && a.number == 0)
    return RESULT_OPEN;

  from_a = b.number > 0 ? a.bound : flip (a.bound);
  from_b = a.number > 0 ? flip (b.bound) : b.bound;

  return combine (from_a, from_b, &result->bound) ? RESULT_NUMBER : RESULT_OPEN;
}

static Result
multiply (Amount *amount,
          double  factor)
{
  if (factor == 0 && amount->bound != PIVOT_BOUND_NONE)
    return RESULT_OPEN;

  amount->number *= factor;
  if (factor < 0)
    amount->bound = flip (amount->bound);

  return RESULT_NUMBER;
}

/* What a measure adds up to. */
typedef struct
{
  double   sum;
  gboolean negative;                   /* some value is */
  guint    n_bounds[PIVOT_BOUND_ABOUT + 1];
} Sum;

static Sum
add_up (PivotMeasure *measure)
{
  Sum sum = { 0 };
  guint n_places;

  pivot_measure_get_numbers (measure, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);

      if (pivot_value_is_missing (value))
        continue;

      sum.sum += value->number;
      sum.negative |= value->number < 0;
      sum.n_bounds[value->bound]++;
    }

  return sum;
}

static Result
divide_by_sum (Amount     a,
               const Sum *sum,
               Amount    *result)
{
  PivotBound others = PIVOT_BOUND_NONE;
  gboolean bounded = a.bound != PIVOT_BOUND_NONE;

  if (sum->sum == 0)
    return RESULT_ZERO;

  result->number = a.number / sum->sum * 100;

  for (PivotBound bound = PIVOT_BOUND_ABOVE; bound <= PIVOT_BOUND_ABOUT; bound++)
    {
      guint n = sum->n_bounds[bound] - (a.bound == bound);

      bounded |= n > 0;
      if (n > 0 && !combine (others, bound, &others))
        return RESULT_OPEN;
    }

  /* A share of nothing, or of oneself alone, does not move with a bound. */
  if (bounded && (sum->negative || a.number == 0 || sum->sum == a.number))
    return RESULT_OPEN;

  return combine (a.bound, flip (others), &result->bound) ? RESULT_NUMBER : RESULT_OPEN;
}

/* The formula in the words of the format, which has no negative numbers. */
static char *
number_operand (double number)
{
  g_autofree char *text = pivot_json_number_to_text (fabs (number));

  return number < 0 ? g_strdup_printf ("( 0 − %s )", text) : g_steal_pointer (&text);
}

static char *
write_formula (PivotMeasure *measure,
               const char   *place,
               const Sum    *sum)
{
  const char * const *of = pivot_measure_get_of (measure);
  g_autofree char *number = NULL;

  switch (pivot_measure_get_derive (measure))
    {
    case PIVOT_DERIVE_DIFFERENCE:
      return g_strdup_printf ("%s/%s − %s/%s", of[0], place, of[1], place);
    case PIVOT_DERIVE_RATIO:
      return g_strdup_printf ("%s/%s ÷ %s/%s", of[0], place, of[1], place);
    case PIVOT_DERIVE_PER:
      number = number_operand (pivot_measure_get_factor (measure));
      return g_strdup_printf ("%s/%s ÷ %s/%s × %s", of[0], place, of[1], place, number);
    case PIVOT_DERIVE_SHARE:
    case PIVOT_DERIVE_NONE:
    default:
      number = number_operand (sum->sum);
      return g_strdup_printf ("%s/%s ÷ %s × 100", of[0], place, number);
    }
}

static Result
compute (PivotMeasure *measure,
         Amount        a,
         Amount        b,
         const Sum    *sum,
         Amount       *amount)
{
  Result result;

  switch (pivot_measure_get_derive (measure))
    {
    case PIVOT_DERIVE_DIFFERENCE:
      result = subtract (a, b, amount);
      break;
    case PIVOT_DERIVE_RATIO:
      result = divide (a, b, amount);
      break;
    case PIVOT_DERIVE_PER:
      result = divide (a, b, amount);
      if (result == RESULT_NUMBER)
        result = multiply (amount, pivot_measure_get_factor (measure));
      break;
    case PIVOT_DERIVE_SHARE:
    case PIVOT_DERIVE_NONE:
    default:
      result = divide_by_sum (a, sum, amount);
    }

  return result == RESULT_NUMBER && !isfinite (amount->number) ? RESULT_HUGE : result;
}

static PivotValue *
make_value (PivotMeasure *measure,
            const char   *place,
            const Sum    *sum,
            Result        result,
            Amount        amount)
{
  g_autofree char *formula = write_formula (measure, place, sum);
  g_autoptr(PivotText) note = NULL;

  switch (result)
    {
    case RESULT_NUMBER:
      return pivot_value_new (amount.number, PIVOT_STATUS_COMPUTED, amount.bound, pivot_measure_get_source (measure),
                              NULL, formula);
    case RESULT_ZERO:
      note = pivot_text_new (_("Nothing can be divided by zero."));
      break;
    case RESULT_HUGE:
      note = pivot_text_new (_("The result is too large to be worked out."));
      break;
    case RESULT_OPEN:
    default:
      note = pivot_text_new (_("The figures it would come from are limits, from which no limit of the result follows."));
    }

  return pivot_value_new (NAN, PIVOT_STATUS_MISSING, PIVOT_BOUND_NONE, pivot_measure_get_source (measure), note,
                          formula);
}

/* first and second hold their values; second is NULL for a share. */
void
_pivot_measure_derive (PivotMeasure *measure,
                       PivotDataset *self,
                       PivotMeasure *first,
                       PivotMeasure *second)
{
  Sum sum = add_up (first);

  for (guint i = 0; i < pivot_dataset_get_n_places (self); i++)
    {
      const PivotValue *a = pivot_measure_get_value (first, i);
      const PivotValue *b = second != NULL ? pivot_measure_get_value (second, i) : NULL;
      const char *place = pivot_place_get_id (pivot_dataset_get_place (self, i));
      Amount amount = { 0 };
      Result result;

      if (pivot_value_is_missing (a) || (second != NULL && pivot_value_is_missing (b)))
        continue;

      result = compute (measure, (Amount) { a->number, a->bound },
                        b != NULL ? (Amount) { b->number, b->bound } : (Amount) { 0 }, &sum, &amount);
      _pivot_measure_take_value (measure, i, make_value (measure, place, &sum, result, amount));
    }
}

typedef struct
{
  PivotMeasure *measure;
  guint         inputs[2];
  guint         n_inputs;   /* 0: given, or not fit to be derived */
  guint         n_waiting;  /* inputs that are not done */
  GArray       *dependents; /* indices; NULL: none */
  gboolean      broken;     /* some input has problems of its own */
} Node;

typedef struct
{
  PivotDataset  *dataset;
  PivotLoad     *load;
  const char    *file;
  Node          *nodes;
  guint          n;
} Graph;

static void
add_problem (Graph          *self,
             guint           i,
             PivotDataError  code,
             const char     *expected,
             const char     *found)
{
  const char *id = pivot_measure_get_id (self->nodes[i].measure);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->load->ids[PIVOT_KIND_MEASURE], id));
  g_autofree char *path = NULL;

  /* A measure whose id is no id has its problem already. */
  if (position == 0)
    return;

  path = g_strdup_printf ("$[%u].derive", position - 1);
  pivot_problems_add (self->load->problems, code, self->file, path, expected, found);
}

static gboolean
find_inputs (Graph      *self,
             guint       i,
             GHashTable *indices)
{
  Node *node = &self->nodes[i];
  const char * const *of = pivot_measure_get_of (node->measure);
  guint n_needed = pivot_measure_get_derive (node->measure) == PIVOT_DERIVE_SHARE ? 1 : 2;

  if (g_strv_length ((char **) of) != n_needed)
    return FALSE;

  for (guint j = 0; j < n_needed; j++)
    {
      guint input = GPOINTER_TO_UINT (g_hash_table_lookup (indices, of[j]));

      if (input == 0)
        return FALSE;
      node->inputs[j] = input - 1;
    }

  node->n_inputs = node->n_waiting = n_needed;
  for (guint j = 0; j < n_needed; j++)
    {
      Node *input = &self->nodes[node->inputs[j]];

      if (input->dependents == NULL)
        input->dependents = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (input->dependents, i);
    }

  return TRUE;
}

static void
link_nodes (Graph *self)
{
  g_autoptr(GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n; i++)
    {
      const char *id = pivot_measure_get_id (self->nodes[i].measure);

      if (id != NULL)
        g_hash_table_insert (indices, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < self->n; i++)
    if (pivot_measure_get_derive (self->nodes[i].measure) != PIVOT_DERIVE_NONE)
      self->nodes[i].broken = !find_inputs (self, i, indices);
}

static void
finish_node (Graph *self,
             guint  i)
{
  Node *node = &self->nodes[i];
  Node *first, *second;

  if (node->n_inputs == 0)
    return;

  first = &self->nodes[node->inputs[0]];
  second = node->n_inputs == 2 ? &self->nodes[node->inputs[1]] : NULL;
  node->broken = first->broken || (second != NULL && second->broken);
  if (node->broken || pivot_measure_get_id (node->measure) == NULL)
    return;

  _pivot_measure_derive (node->measure, self->dataset, first->measure, second != NULL ? second->measure : NULL);
  if (pivot_measure_get_n_values (node->measure) == 0)
    {
      node->broken = TRUE;
      add_problem (self, i, PIVOT_DATA_ERROR_RANGE, _("a value for at least one place"), NULL);
    }
}

/* Each measure once its inputs are there, without recursion: a chain may be as long as the file. */
static void
finish_all (Graph *self)
{
  g_autoptr(GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    if (self->nodes[i].n_waiting == 0)
      g_array_append_val (ready, i);

  for (guint i = 0; i < ready->len; i++)
    {
      guint current = g_array_index (ready, guint, i);
      GArray *dependents = self->nodes[current].dependents;

      finish_node (self, current);
      for (guint j = 0; dependents != NULL && j < dependents->len; j++)
        {
          guint dependent = g_array_index (dependents, guint, j);

          if (--self->nodes[dependent].n_waiting == 0)
            g_array_append_val (ready, dependent);
        }
    }
}

/* An input of i that waits, too. */
static guint
next_waiting (Graph *self,
              guint  i)
{
  Node *node = &self->nodes[i];

  return self->nodes[node->inputs[0]].n_waiting > 0 ? node->inputs[0] : node->inputs[1];
}

/* Whoever still waits stands in a circle, or behind one. Following one waiting input each leads into it. */
static void
report_circles (Graph *self)
{
  g_autofree guint *walk = g_new0 (guint, MAX (self->n, 1));

  for (guint i = 0; i < self->n; i++)
    {
      guint current = i;
      g_autoptr(GString) chain = NULL;

      if (self->nodes[i].n_waiting == 0 || walk[i] != 0)
        continue;

      for (; walk[current] == 0; current = next_waiting (self, current))
        walk[current] = i + 1;
      if (walk[current] != i + 1)
        continue;

      chain = g_string_new (pivot_measure_get_id (self->nodes[current].measure));
      for (guint j = next_waiting (self, current), n = 0;; j = next_waiting (self, j), n++)
        {
          if (n == 8)
            {
              g_string_append (chain, " → …");
              break;
            }
          g_string_append_printf (chain, " → %s", pivot_measure_get_id (self->nodes[j].measure));
          if (j == current)
            break;
        }
      add_problem (self, current, PIVOT_DATA_ERROR_REFERENCE, _("measures that are not derived in a circle"),
                   chain->str);
    }
}

void
_pivot_dataset_derive (PivotDataset *self,
                       const char   *file,
                       PivotLoad    *load)
{
  GListModel *measures = pivot_dataset_get_measures (self);
  Graph graph = { .dataset = self, .load = load, .file = file };

  graph.n = g_list_model_get_n_items (measures);
  graph.nodes = g_new0 (Node, MAX (graph.n, 1));
  for (guint i = 0; i < graph.n; i++)
    {
      /* The list keeps it alive. */
      graph.nodes[i].measure = g_list_model_get_item (measures, i);
      g_object_unref (graph.nodes[i].measure);
    }

  link_nodes (&graph);
  finish_all (&graph);
  report_circles (&graph);

  for (guint i = 0; i < graph.n; i++)
    g_clear_pointer (&graph.nodes[i].dependents, g_array_unref);
  g_free (graph.nodes);
}

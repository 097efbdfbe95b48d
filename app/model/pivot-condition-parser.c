/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-condition-private.h"

#include <glib/gi18n-lib.h>

/* From words to a program. */

typedef enum
{
  TYPE_NUMBER,
  TYPE_CONDITION,
} Type;

typedef struct
{
  Type  type;
  gsize start;
} Operand;

/* Operators wait on a stack of their own until one comes that binds less (Dijkstra's shunting yard): no recursion. */
typedef struct
{
  PivotCondition *condition;
  const char     *text;
  Operand         operands[PIVOT_CONDITION_MAX_DEPTH];
  guint           n_operands;
  PivotWord       operators[PIVOT_CONDITION_MAX_DEPTH];  /* or OPEN */
  guint           n_operators;
  gsize           fault;                 /* where */
  GError        **error;
} Parser;

static guint
get_column (const char *text,
            gsize       offset)
{
  return (guint) g_utf8_pointer_to_offset (text, text + offset) + 1;
}

static gboolean
fail (Parser              *parser,
      PivotConditionError  code,
      gsize                offset,
      const char          *message)
{
  parser->fault = offset;
  /* Translators: where in a typed condition something is wrong, and what */
  g_set_error (parser->error, PIVOT_CONDITION_ERROR, code, _("Column %u: %s"), get_column (parser->text, offset), message);

  return FALSE;
}

static gboolean
fail_expected (Parser          *parser,
               const PivotWord *word,
               const char      *expected)
{
  g_autofree char *found = g_strndup (parser->text + word->start, word->end - word->start);
  g_autofree char *message = NULL;

  if (word->expected != NULL)
    expected = _(word->expected);

  if (word->kind == PIVOT_WORD_END)
    message = g_strdup_printf (_("expected %s, found the end"), expected);
  else
    message = g_strdup_printf (_("expected %s, found “%s”"), expected, found);

  return fail (parser, PIVOT_CONDITION_ERROR_SYNTAX, word->start, message);
}

static gboolean
fail_name (Parser          *parser,
           const PivotWord *word,
           gboolean         group)
{
  PivotDataset *dataset = parser->condition->dataset;
  g_autofree char *name = _pivot_condition_get_name (parser->text, word);
  const char *suggestion = _pivot_condition_suggest (group ? pivot_dataset_get_groups (dataset)
                                                           : pivot_dataset_get_measures (dataset), name);
  g_autofree char *message = NULL;

  if (suggestion != NULL)
    message = g_strdup_printf (group ? _("there is no group “%s”; is “%s” meant?")
                                     : _("there is no measure “%s”; is “%s” meant?"), name, suggestion);
  else
    message = g_strdup_printf (group ? _("there is no group “%s”") : _("there is no measure “%s”"), name);

  return fail (parser, PIVOT_CONDITION_ERROR_NAME, word->start, message);
}

/* Higher binds more. */
static guint
get_rank (PivotWordKind kind)
{
  switch (kind)
    {
    case PIVOT_WORD_OR:
      return 1;
    case PIVOT_WORD_AND:
      return 2;
    case PIVOT_WORD_NOT:
      return 3;
    case PIVOT_WORD_PLUS:
    case PIVOT_WORD_MINUS:
      return 5;
    case PIVOT_WORD_TIMES:
    case PIVOT_WORD_DIVIDE:
      return 6;
    case PIVOT_WORD_NEGATE:
      return 7;
    default:
      return kind >= PIVOT_WORD_LESS && kind <= PIVOT_WORD_GREATER ? 4 : 0;
    }
}

static gboolean
push_operand (Parser *parser,
              Type    type,
              gsize   start)
{
  if (parser->n_operands == PIVOT_CONDITION_MAX_DEPTH)
    return fail (parser, PIVOT_CONDITION_ERROR_LIMIT, start, _("less nesting is expected"));

  parser->operands[parser->n_operands++] = (Operand) { type, start };

  return TRUE;
}

static gboolean
push_operator (Parser          *parser,
               const PivotWord *word,
               PivotWordKind    kind)
{
  if (parser->n_operators == PIVOT_CONDITION_MAX_DEPTH)
    return fail (parser, PIVOT_CONDITION_ERROR_LIMIT, word->start, _("less nesting is expected"));

  parser->operators[parser->n_operators] = *word;
  parser->operators[parser->n_operators++].kind = kind;

  return TRUE;
}

static gboolean
check_type (Parser        *parser,
            const Operand *operand,
            Type           type)
{
  if (operand->type == type)
    return TRUE;

  return fail (parser, PIVOT_CONDITION_ERROR_TYPE, operand->start,
               type == TYPE_NUMBER ? _("expected a number, found a condition")
                                   : _("expected a condition like “lg-share > 5”, found a number"));
}

/* Carries out the operator on top: its operands are replaced by what it makes of them. */
static gboolean
reduce (Parser *parser)
{
  const PivotWord *word = &parser->operators[--parser->n_operators];
  PivotConditionStep step = { .kind = word->kind };
  guint rank = get_rank (word->kind);
  guint n = word->kind == PIVOT_WORD_NOT || word->kind == PIVOT_WORD_NEGATE ? 1 : 2;
  const Operand *first = &parser->operands[parser->n_operands - n];
  gsize start = n == 1 ? word->start : first->start;

  for (guint i = 0; i < n; i++)
    if (!check_type (parser, first + i, rank <= 3 ? TYPE_CONDITION : TYPE_NUMBER))
      return FALSE;

  g_array_append_val (parser->condition->steps, step);
  parser->n_operands -= n;

  return push_operand (parser, rank <= 4 ? TYPE_CONDITION : TYPE_NUMBER, start);
}

/* Carries out what binds as much or more; stops at a parenthesis. */
static gboolean
reduce_down_to (Parser *parser,
                guint   rank)
{
  while (parser->n_operators > 0 && get_rank (parser->operators[parser->n_operators - 1].kind) >= rank)
    if (!reduce (parser))
      return FALSE;

  return TRUE;
}

static gboolean
add_measure (Parser          *parser,
             const PivotWord *word,
             PivotWordKind    kind,
             gsize            start)
{
  g_autofree char *name = _pivot_condition_get_name (parser->text, word);
  PivotMeasure *measure = _pivot_condition_find_measure (parser->condition->dataset, name);
  PivotConditionStep step = { .kind = kind };
  guint n;

  if (measure == NULL)
    return fail_name (parser, word, FALSE);

  step.numbers = pivot_measure_get_numbers (measure, &n);
  g_array_append_val (parser->condition->steps, step);

  return push_operand (parser, kind == PIVOT_WORD_HAS ? TYPE_CONDITION : TYPE_NUMBER, start);
}

static gboolean
add_group (Parser          *parser,
           const PivotWord *word,
           gsize            start)
{
  PivotDataset *dataset = parser->condition->dataset;
  g_autofree char *name = _pivot_condition_get_name (parser->text, word);
  PivotGroup *group = _pivot_condition_find_group (dataset, name);
  guint n = pivot_dataset_get_n_places (dataset);
  PivotConditionStep step = { .kind = PIVOT_WORD_GROUP };

  if (group == NULL)
    return fail_name (parser, word, TRUE);

  step.members = g_new0 (guint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    step.members[i] = g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (dataset, i)),
                                       pivot_group_get_id (group));
  g_array_append_val (parser->condition->steps, step);

  return push_operand (parser, TYPE_CONDITION, start);
}

/* "has" or "group", already read, with its parentheses and name. */
static gboolean
read_function (Parser    *parser,
               PivotWord *word)
{
  PivotDataset *dataset = parser->condition->dataset;
  PivotWordKind kind = word->kind;
  gsize start = word->start;
  PivotWord name;

  _pivot_condition_read (parser->text, word->end, dataset, word);
  _pivot_condition_read (parser->text, word->end, dataset, &name);
  if (name.kind != PIVOT_WORD_NAME)
    return fail_expected (parser, &name, kind == PIVOT_WORD_HAS ? _("a measure") : _("a group"));

  if (!(kind == PIVOT_WORD_HAS ? add_measure (parser, &name, kind, start) : add_group (parser, &name, start)))
    return FALSE;

  _pivot_condition_read (parser->text, name.end, dataset, word);

  return word->kind == PIVOT_WORD_CLOSE || fail_expected (parser, word, _("a closing “)”"));
}

/* Where an operand may begin. ready: it is one. */
static gboolean
read_operand (Parser    *parser,
              PivotWord *word,
              gboolean  *ready)
{
  PivotConditionStep step = { .kind = PIVOT_WORD_NUMBER, .number = word->number };

  *ready = TRUE;
  switch (word->kind)
    {
    case PIVOT_WORD_NUMBER:
      g_array_append_val (parser->condition->steps, step);
      return push_operand (parser, TYPE_NUMBER, word->start);

    case PIVOT_WORD_NAME:
      return add_measure (parser, word, PIVOT_WORD_NAME, word->start);

    case PIVOT_WORD_HAS:
    case PIVOT_WORD_GROUP:
      return read_function (parser, word);

    case PIVOT_WORD_OPEN:
    case PIVOT_WORD_NOT:
      *ready = FALSE;
      return push_operator (parser, word, word->kind);

    case PIVOT_WORD_MINUS:
      *ready = FALSE;
      return push_operator (parser, word, PIVOT_WORD_NEGATE);

    default:
      return fail_expected (parser, word, _("a measure, a number, “not” or “(”"));
    }
}

static gboolean
close_parenthesis (Parser          *parser,
                   const PivotWord *word)
{
  if (!reduce_down_to (parser, 1))
    return FALSE;
  if (parser->n_operators == 0)
    return fail (parser, PIVOT_CONDITION_ERROR_SYNTAX, word->start, _("there is no “(” for this “)”"));

  parser->n_operators--;

  return TRUE;
}

/* Where an operator must come. ready: the operand goes on. */
static gboolean
read_operator (Parser          *parser,
               const PivotWord *word,
               gboolean        *ready)
{
  guint rank = get_rank (word->kind);

  if (word->kind == PIVOT_WORD_CLOSE)
    return close_parenthesis (parser, word);
  if (rank == 0 || word->kind == PIVOT_WORD_NOT)
    return fail_expected (parser, word, _("an operator, “and” or “or”"));
  if (!reduce_down_to (parser, rank))
    return FALSE;
  if (rank == 4 && parser->operands[parser->n_operands - 1].type == TYPE_CONDITION)
    return fail_expected (parser, word, _("“and” or “or” after a comparison"));

  *ready = FALSE;

  return push_operator (parser, word, word->kind);
}

static gboolean
finish (Parser *parser)
{
  if (!reduce_down_to (parser, 1))
    return FALSE;
  if (parser->n_operators > 0)
    return fail (parser, PIVOT_CONDITION_ERROR_SYNTAX, parser->operators[parser->n_operators - 1].start,
                 _("there is no “)” for this “(”"));

  return check_type (parser, &parser->operands[0], TYPE_CONDITION);
}

/**
 * _pivot_condition_parse: (skip)
 * @self: a condition with dataset and text, and no steps yet
 * @fault: (out): where the fault is, in bytes
 * @error: return location for a %PIVOT_CONDITION_ERROR
 *
 * Compiles the text.
 *
 * Returns: %FALSE on error
 */
gboolean
_pivot_condition_parse (PivotCondition  *self,
                        gsize           *fault,
                        GError         **error)
{
  Parser parser = { .condition = self, .text = self->text, .error = error };
  gboolean ready = FALSE, good = TRUE;
  PivotWord word = { 0 };

  for (;;)
    {
      _pivot_condition_read (parser.text, word.end, self->dataset, &word);
      if (word.kind == PIVOT_WORD_END && ready)
        break;
      if (!(good = ready ? read_operator (&parser, &word, &ready) : read_operand (&parser, &word, &ready)))
        break;
    }

  good = good && finish (&parser);
  *fault = parser.fault;

  return good;
}

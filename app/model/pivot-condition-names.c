/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-condition-private.h"

#include <string.h>

/* What the names in a condition mean, and what they might have meant. */

#define MAX_COMPLETIONS 20
#define MAX_NAME 64           /* bytes of a name that is compared with others letter by letter */

static const char *
get_id (gpointer object)
{
  return PIVOT_IS_MEASURE (object) ? pivot_measure_get_id (object) : pivot_group_get_id (object);
}

typedef gboolean (*CompareFunc) (const char *wording,
                                 const char *name);

static gboolean
any_wording (const PivotText *text,
             CompareFunc      compare,
             const char      *name)
{
  g_autoptr(GPtrArray) all = pivot_text_get_all (text);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (all->pdata[i], -1);

      if (compare (folded, name))
        return TRUE;
    }

  return FALSE;
}

/* name: folded. */
static gboolean
has_label (gpointer     object,
           CompareFunc  compare,
           const char  *name)
{
  if (PIVOT_IS_GROUP (object))
    return any_wording (pivot_group_get_label (object), compare, name);

  return any_wording (pivot_measure_get_label (object), compare, name)
         || any_wording (pivot_measure_get_short (object), compare, name);
}

/* By a label in any language, if it is the label of one thing only. */
static gpointer
find_labelled (GListModel *list,
               const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (list, i);

      if (!has_label (object, (CompareFunc) g_str_equal, folded))
        continue;
      if (found != NULL)
        return NULL;
      found = object;
    }

  return found;
}

/**
 * _pivot_condition_find_measure: (skip)
 * @dataset: a dataset
 * @name: an id, or a label or short label in any language
 *
 * Returns: (transfer none) (nullable): the measure
 */
PivotMeasure *
_pivot_condition_find_measure (PivotDataset *dataset,
                               const char   *name)
{
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, name);

  return measure != NULL ? measure : find_labelled (pivot_dataset_get_measures (dataset), name);
}

/**
 * _pivot_condition_find_group: (skip)
 * @dataset: a dataset
 * @name: an id, or a label in any language
 *
 * Returns: (transfer none) (nullable): the group
 */
PivotGroup *
_pivot_condition_find_group (PivotDataset *dataset,
                             const char   *name)
{
  PivotGroup *group = pivot_dataset_find_group (dataset, name);

  return group != NULL ? group : find_labelled (pivot_dataset_get_groups (dataset), name);
}

/* How many letters must be put in, taken out, changed or swapped with the next to get from one to the other (optimal
 * string alignment; Damerau 1964). Of long names the beginning. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  guint rows[3][MAX_NAME + 1];
  guint n_a = MIN (strlen (a), MAX_NAME), n_b = MIN (strlen (b), MAX_NAME);

  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;

  for (guint i = 1; i <= n_a; i++)
    {
      const guint *above = rows[(i - 1) % 3];
      guint *row = rows[i % 3];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
}

/**
 * _pivot_condition_suggest: (skip)
 * @list: measures or groups
 * @name: what was written
 *
 * Returns: (transfer none) (nullable): the id that was probably meant: one that begins so, or one that is a few letters
 *   away, a third of them at most
 */
const char *
_pivot_condition_suggest (GListModel *list,
                          const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  guint nearest = strlen (name) / 3 + 2;
  const char *best = NULL;

  g_strdelimit (lower, " _", '-');
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) object = g_list_model_get_item (list, i);
      guint distance = measure_distance (lower, get_id (object));

      if (strlen (lower) >= 3 && g_str_has_prefix (get_id (object), lower))
        distance = MIN (distance, 1);
      if (distance < nearest)
        {
          nearest = distance;
          best = get_id (object);
        }
    }

  return best;
}

static gboolean
contains (const char *wording,
          const char *name)
{
  return strstr (wording, name) != NULL;
}

static void
add_word (GPtrArray  *words,
          const char *word)
{
  if (words->len < MAX_COMPLETIONS && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

/* Ids that begin with the prefix, then those that have it somewhere, then those whose label has it. */
static void
add_ids (GPtrArray  *words,
         GListModel *list,
         const char *prefix)
{
  g_autofree char *folded = g_utf8_casefold (prefix, -1);

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (list); i++)
      {
        g_autoptr(GObject) object = g_list_model_get_item (list, i);
        const char *id = get_id (object);

        if (pass == 0 ? g_str_has_prefix (id, folded)
                      : pass == 1 ? contains (id, folded) : has_label (object, contains, folded))
          add_word (words, id);
      }
}

static void
add_keywords (GPtrArray          *words,
              const char * const *keywords,
              const char         *prefix)
{
  g_autofree char *lower = g_ascii_strdown (prefix, -1);

  for (guint i = 0; keywords[i] != NULL; i++)
    if (g_str_has_prefix (keywords[i], lower) && strcmp (keywords[i], lower) != 0)
      add_word (words, keywords[i]);
}

/* What the words up to a place in the text leave open. */
typedef struct
{
  gboolean operand;        /* an operand must come */
  PivotWordKind inside;    /* HAS or GROUP right after its "(": a name must come; else END */
  gsize    start;          /* of the word that is being typed */
} State;

static gboolean
find_state (PivotDataset *dataset,
            const char   *text,
            gsize         cursor,
            State        *state)
{
  PivotWord word, before = { .kind = PIVOT_WORD_END };

  *state = (State) { .operand = TRUE, .inside = PIVOT_WORD_END, .start = cursor };

  for (gsize offset = 0;; offset = word.end)
    {
      _pivot_condition_read (text, offset, dataset, &word);
      if (word.kind == PIVOT_WORD_END)
        return TRUE;
      if (word.end == cursor && text[word.start] != '"' && word.end > word.start &&
          (g_ascii_isalpha (text[word.start]) || (guint8) text[word.start] >= 0x80) && word.kind < PIVOT_WORD_LESS)
        {
          state->start = word.start;
          return TRUE;
        }
      if (word.kind == PIVOT_WORD_FAULT)
        return FALSE;

      state->inside = word.kind == PIVOT_WORD_OPEN && (before.kind == PIVOT_WORD_HAS || before.kind == PIVOT_WORD_GROUP)
                      ? before.kind
                      : PIVOT_WORD_END;
      state->operand = word.kind != PIVOT_WORD_NUMBER && word.kind != PIVOT_WORD_NAME && word.kind != PIVOT_WORD_CLOSE;
      before = word;
    }
}

/**
 * pivot_condition_complete:
 * @dataset: a dataset
 * @text: a condition, finished or not
 * @cursor: where somebody is typing, in bytes
 * @start: (out): where the word begins that is being typed, in bytes; @cursor if none is
 *
 * Lists what may come next.
 *
 * Where a number or a condition must come, these are ids of measures, and `not`, `has(` and `group(`; inside
 * `has( )` ids of measures only, inside `group( )` those of groups; after an operand, operators. Ids are listed that begin
 * with what was typed, that contain it, and whose label does in any language.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words, the best first; none if there is a fault before
 */
char **
pivot_condition_complete (PivotDataset *dataset,
                          const char   *text,
                          gsize         cursor,
                          gsize        *start)
{
  static const char *const operators[] = { "<", "<=", "=", "!=", ">=", ">", "and", "or", "+", "−", "×", "÷", NULL };
  static const char *const prefixes[] = { "not", "has(", "group(", NULL };
  GPtrArray *words = g_ptr_array_new ();
  g_autofree char *before = NULL;
  const char *typed;
  State state;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (text != NULL && cursor <= strlen (text), NULL);
  g_return_val_if_fail (start != NULL, NULL);

  *start = cursor;
  before = g_strndup (text, cursor);
  if (g_utf8_validate (before, -1, NULL) && cursor <= PIVOT_CONDITION_MAX_LENGTH &&
      find_state (dataset, before, cursor, &state))
    {
      *start = state.start;
      typed = before + state.start;
      if (state.operand && state.inside == PIVOT_WORD_END && typed[0] != '\0')
        add_keywords (words, prefixes, typed);
      if (state.inside == PIVOT_WORD_GROUP)
        add_ids (words, pivot_dataset_get_groups (dataset), typed);
      else if (state.operand)
        add_ids (words, pivot_dataset_get_measures (dataset), typed);
      else
        add_keywords (words, operators, typed);
      if (state.operand && state.inside == PIVOT_WORD_END)
        add_keywords (words, prefixes, typed);
    }

  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

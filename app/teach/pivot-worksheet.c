/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-worksheet.h"

#include "pivot-asker-private.h"
#include "pivot-session-options.h"

#include <string.h>

/* Rounds through all kinds without a new question, after which there is none. */
#define MAX_IDLE 12

struct _PivotWorksheet
{
  GObject    parent_instance;

  GPtrArray *questions;
};

static GType
pivot_worksheet_get_item_type (GListModel *model)
{
  return PIVOT_TYPE_QUESTION;
}

static guint
pivot_worksheet_get_n_items (GListModel *model)
{
  return PIVOT_WORKSHEET (model)->questions->len;
}

static gpointer
pivot_worksheet_get_item (GListModel *model,
                          guint       position)
{
  PivotWorksheet *self = PIVOT_WORKSHEET (model);

  return position < self->questions->len ? g_object_ref (self->questions->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pivot_worksheet_get_item_type;
  iface->get_n_items = pivot_worksheet_get_n_items;
  iface->get_item = pivot_worksheet_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotWorksheet, pivot_worksheet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const PivotAskKind * const levels[PIVOT_N_LEVELS] = { _pivot_ask_find, _pivot_ask_compare, _pivot_ask_explain };

/* What a question gives away: itself, and the number of a place that is asked for in words or by its number. */
static GPtrArray *
list_secrets (PivotQuestion *question)
{
  GPtrArray *secrets = g_ptr_array_new_with_free_func (g_free);
  const char *kind = pivot_question_get_kind (question);
  const char * const *receipts = pivot_question_get_receipts (question);

  g_ptr_array_add (secrets, g_strdup (pivot_question_get_key (question)));
  if (g_str_equal (kind, "value") || g_str_equal (kind, "place"))
    for (guint i = 0; receipts[i] != NULL; i++)
      g_ptr_array_add (secrets, g_strdup (receipts[i]));

  return secrets;
}

static gboolean
add (PivotWorksheet *self,
     PivotQuestion  *question,
     GHashTable     *known)
{
  g_autoptr(PivotQuestion) owned = question;
  g_autoptr(GPtrArray) secrets = question != NULL ? list_secrets (question) : NULL;

  if (question == NULL)
    return FALSE;

  for (guint i = 0; i < secrets->len; i++)
    if (g_hash_table_contains (known, secrets->pdata[i]))
      return FALSE;

  for (guint i = 0; i < secrets->len; i++)
    g_hash_table_add (known, g_strdup (secrets->pdata[i]));
  g_ptr_array_add (self->questions, g_steal_pointer (&owned));

  return TRUE;
}

/* Each kind in its turn, so that no two are alike as long as it can be; gives how many there are. */
static guint
fill (PivotWorksheet *self,
      PivotAsker     *asker,
      PivotLevel      level,
      guint           n,
      GHashTable     *known)
{
  const PivotAskKind *kinds = levels[level];
  guint n_kinds = 0, n_added = 0, n_idle = 0;
  g_autofree guint *order = NULL;

  while (kinds[n_kinds].kind != NULL)
    n_kinds++;
  order = g_new (guint, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    order[i] = i;
  pivot_random_shuffle (&asker->random, order, n_kinds);

  while (n_added < n && n_idle < MAX_IDLE)
    {
      guint before = n_added;

      for (guint i = 0; i < n_kinds && n_added < n; i++)
        n_added += add (self, kinds[order[i]].ask (asker, kinds[order[i]].kind), known);
      n_idle = n_added > before ? 0 : n_idle + 1;
    }

  return n_added;
}

static int
compare_levels (gconstpointer one,
                gconstpointer other)
{
  PivotLevel a = pivot_question_get_level (*(PivotQuestion * const *) one);
  PivotLevel b = pivot_question_get_level (*(PivotQuestion * const *) other);

  return (a > b) - (a < b);
}

/* Two fifths to find, as many or fewer to compare, and at least one to explain; where a level has not enough, the others have more. */
static void
fill_all (PivotWorksheet *self,
          PivotAsker     *asker,
          guint           n,
          GHashTable     *known)
{
  guint wanted[PIVOT_N_LEVELS] = { (n * 2 + 4) / 5, 0, n / 4 > 0 ? n / 4 : n >= 3 };

  wanted[PIVOT_LEVEL_COMPARE] = n - wanted[PIVOT_LEVEL_FIND] - wanted[PIVOT_LEVEL_EXPLAIN];
  for (guint level = 0; level < PIVOT_N_LEVELS; level++)
    fill (self, asker, (PivotLevel) level, wanted[level], known);
  for (guint level = 0; level < PIVOT_N_LEVELS && self->questions->len < n; level++)
    fill (self, asker, (PivotLevel) level, n - self->questions->len, known);
  /* Stable: the order within a level stays. */
  g_ptr_array_sort (self->questions, compare_levels);
}

static void
pivot_worksheet_finalize (GObject *object)
{
  PivotWorksheet *self = PIVOT_WORKSHEET (object);

  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (pivot_worksheet_parent_class)->finalize (object);
}

static void
pivot_worksheet_class_init (PivotWorksheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_worksheet_finalize;
}

static void
pivot_worksheet_init (PivotWorksheet *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
read_number (PivotSession *session,
             PivotOption   option,
             guint         least,
             guint         most,
             guint         otherwise)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (pivot_session_get_word (session, option), 10, least, most, &number, NULL))
    return otherwise;

  return (guint) number;
}

/**
 * pivot_worksheet_options_read: (skip)
 * @options: (out caller-allocates): options
 * @session: a session
 *
 * Reads what a session asks for.
 */
void
pivot_worksheet_options_read (PivotWorksheetOptions *options,
                              PivotSession          *session)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_WORKSHEET_LEVEL);
  const char *word;
  int level = 0;

  g_return_if_fail (options != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));

  /* The first word is all of them, then the levels follow in their order. */
  word = pivot_session_get_word (session, PIVOT_OPTION_WORKSHEET_LEVEL);
  while (!g_str_equal (words[level], word))
    level++;

  *options = (PivotWorksheetOptions) {
    .seed = read_number (session, PIVOT_OPTION_WORKSHEET_SEED, 0, PIVOT_WORKSHEET_MAX_SEED, PIVOT_WORKSHEET_DEFAULT_SEED),
    .n_questions = read_number (session, PIVOT_OPTION_WORKSHEET_QUESTIONS, 1, PIVOT_WORKSHEET_MAX_QUESTIONS,
                                PIVOT_WORKSHEET_DEFAULT_QUESTIONS),
    .level = level - 1,
  };
}

/**
 * pivot_worksheet_new: (skip)
 * @session: a session
 * @options: how many questions, which, and by which seed
 *
 * Draws questions from what a session shows. They stay as they are when the session changes.
 *
 * Returns: (transfer full): the questions; none without a dataset
 */
PivotWorksheet *
pivot_worksheet_new (PivotSession                *session,
                     const PivotWorksheetOptions *options)
{
  g_autoptr(GHashTable) known = NULL;
  PivotWorksheet *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL && options->level < PIVOT_N_LEVELS, NULL);

  self = g_object_new (PIVOT_TYPE_WORKSHEET, NULL);
  if (pivot_session_get_dataset (session) != NULL)
    {
      g_auto(PivotAsker) asker = { NULL };
      guint n = MIN (options->n_questions, PIVOT_WORKSHEET_MAX_QUESTIONS);

      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      _pivot_asker_init (&asker, session, options->seed);
      if (options->level >= 0)
        fill (self, &asker, (PivotLevel) options->level, n, known);
      else
        fill_all (self, &asker, n, known);
    }

  return self;
}

/**
 * pivot_worksheet_get_n:
 * @self: a worksheet
 *
 * Gets how many questions there are.
 *
 * Returns: the number
 */
guint
pivot_worksheet_get_n (PivotWorksheet *self)
{
  g_return_val_if_fail (PIVOT_IS_WORKSHEET (self), 0);

  return self->questions->len;
}

/**
 * pivot_worksheet_get_question:
 * @self: a worksheet
 * @position: a position, from 0
 *
 * Gets a question.
 *
 * Returns: (transfer none) (nullable): the question; `NULL` past the end
 */
PivotQuestion *
pivot_worksheet_get_question (PivotWorksheet *self,
                              guint           position)
{
  g_return_val_if_fail (PIVOT_IS_WORKSHEET (self), NULL);

  return position < self->questions->len ? self->questions->pdata[position] : NULL;
}

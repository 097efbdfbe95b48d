/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-round.h"

#include "pivot-session-options.h"

#include <string.h>

#define NO_PLACE "-"

/* Words of PIVOT_OPTION_QUIZ_KINDS, by PivotQuizKind. */
static const char * const kind_words[PIVOT_N_QUIZ_KINDS] = { "find", "name", "higher", "neighbour" };

struct _PivotQuizRound
{
  GObject        parent_instance;

  PivotSession  *session;
  PivotQuiz     *quiz;     /* of the plan below, or NULL */
  PivotDataset  *dataset;  /* that it was drawn from */
  char          *plan;     /* in words */
  guint64        seed;
  char         **answers;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotQuizRound, pivot_quiz_round, G_TYPE_OBJECT)

/* The text is "seed/measure". */
static gboolean
parse (PivotQuizRound  *self,
       guint64         *seed,
       PivotMeasure   **measure)
{
  const char *text = pivot_session_get_word (self->session, PIVOT_OPTION_QUIZ);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  char *end = NULL;

  if (!g_ascii_isdigit (*text) || dataset == NULL)
    return FALSE;

  *seed = g_ascii_strtoull (text, &end, 10);
  *measure = *end == '/' ? pivot_dataset_find_measure (dataset, end + 1) : NULL;

  return TRUE;
}

/* Draws the questions again if what they are drawn from is another. */
static void
update_quiz (PivotQuizRound *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autofree char *plan = NULL;
  PivotQuizPlan wanted = { 0 };

  if (!parse (self, &wanted.seed, &wanted.measure))
    {
      g_clear_object (&self->quiz);
      g_clear_pointer (&self->plan, g_free);
      return;
    }

  wanted.length = pivot_quiz_round_get_length (self);
  wanted.kinds = pivot_quiz_round_get_kinds (self);
  plan = g_strdup_printf ("%s %u %u", pivot_session_get_word (self->session, PIVOT_OPTION_QUIZ), wanted.length, wanted.kinds);
  if (self->quiz != NULL && self->dataset == dataset && g_strcmp0 (self->plan, plan) == 0)
    return;

  g_clear_object (&self->quiz);
  self->quiz = pivot_quiz_new (dataset, &wanted);
  self->seed = wanted.seed;
  g_set_object (&self->dataset, dataset);
  g_free (self->plan);
  self->plan = g_steal_pointer (&plan);
}

static void
update (PivotQuizRound *self)
{
  update_quiz (self);
  g_strfreev (self->answers);
  self->answers = pivot_session_get_list (self->session, PIVOT_OPTION_QUIZ_ANSWERS);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_position (PivotQuizRound *self,
              guint           position)
{
  g_autofree char *text = g_strdup_printf ("%u", position + 1);

  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ_AT, text);
}

static void
pivot_quiz_round_dispose (GObject *object)
{
  PivotQuizRound *self = PIVOT_QUIZ_ROUND (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->quiz);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->answers, g_strfreev);

  G_OBJECT_CLASS (pivot_quiz_round_parent_class)->dispose (object);
}

static void
pivot_quiz_round_class_init (PivotQuizRoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_quiz_round_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIVOT_TYPE_QUIZ_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_quiz_round_init (PivotQuizRound *self)
{
}

/**
 * pivot_quiz_round_new:
 * @session: holds what was asked and answered
 *
 * Makes a round that is where the session says.
 *
 * Returns: (transfer full): a round
 */
PivotQuizRound *
pivot_quiz_round_new (PivotSession *session)
{
  PivotQuizRound *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_ROUND, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  update (self);

  return self;
}

/**
 * pivot_quiz_round_get_session:
 * @self: a round
 *
 * Returns: (transfer none): the session that it stands in
 */
PivotSession *
pivot_quiz_round_get_session (PivotQuizRound *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), NULL);

  return self->session;
}

/**
 * pivot_quiz_round_get_quiz:
 * @self: a round
 *
 * Returns: (transfer none) (nullable): the questions; %NULL: no quiz has begun
 */
PivotQuiz *
pivot_quiz_round_get_quiz (PivotQuizRound *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), NULL);

  return self->quiz;
}

/**
 * pivot_quiz_round_get_seed:
 * @self: a round
 *
 * Returns: what its questions were drawn by; of the last quiz if none goes on; 0 if there was none
 */
guint64
pivot_quiz_round_get_seed (PivotQuizRound *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  return self->seed;
}

/**
 * pivot_quiz_round_get_length:
 * @self: a round
 *
 * Returns: how many questions are wished for, from 1 to %PIVOT_QUIZ_MAX_QUESTIONS
 */
guint
pivot_quiz_round_get_length (PivotQuizRound *self)
{
  guint64 length;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  if (!g_ascii_string_to_unsigned (pivot_session_get_word (self->session, PIVOT_OPTION_QUIZ_LENGTH), 10, 1,
                                   PIVOT_QUIZ_MAX_QUESTIONS, &length, NULL))
    return PIVOT_QUIZ_DEFAULT_LENGTH;

  return (guint) length;
}

/**
 * pivot_quiz_round_set_length:
 * @self: a round
 * @length: how many questions, from 1 to %PIVOT_QUIZ_MAX_QUESTIONS
 *
 * Wishes for so many questions.
 */
void
pivot_quiz_round_set_length (PivotQuizRound *self,
                             guint           length)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));
  g_return_if_fail (length >= 1 && length <= PIVOT_QUIZ_MAX_QUESTIONS);

  if (length != PIVOT_QUIZ_DEFAULT_LENGTH)
    text = g_strdup_printf ("%u", length);
  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ_LENGTH, text != NULL ? text : "");
}

/**
 * pivot_quiz_round_get_kinds:
 * @self: a round
 *
 * Returns: what is asked, as bits 1 << #PivotQuizKind
 */
guint
pivot_quiz_round_get_kinds (PivotQuizRound *self)
{
  g_auto(GStrv) words = NULL;
  guint kinds = 0;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  words = pivot_session_get_list (self->session, PIVOT_OPTION_QUIZ_KINDS);
  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    if (g_strv_contains ((const char * const *) words, kind_words[i]))
      kinds |= 1u << i;

  return kinds != 0 ? kinds : PIVOT_QUIZ_ALL_KINDS;
}

/**
 * pivot_quiz_round_set_kinds:
 * @self: a round
 * @kinds: what to ask, as bits 1 << #PivotQuizKind; none is the same as all
 *
 * Wishes for such questions.
 */
void
pivot_quiz_round_set_kinds (PivotQuizRound *self,
                            guint           kinds)
{
  const char *words[PIVOT_N_QUIZ_KINDS + 1] = { NULL };
  guint n = 0;

  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));

  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS && (kinds & PIVOT_QUIZ_ALL_KINDS) != PIVOT_QUIZ_ALL_KINDS; i++)
    if (kinds & (1u << i))
      words[n++] = kind_words[i];
  pivot_session_set_list (self->session, PIVOT_OPTION_QUIZ_KINDS, words);
}

/**
 * pivot_quiz_round_get_names:
 * @self: a round
 *
 * Returns: in which language places are named
 */
PivotQuizNames
pivot_quiz_round_get_names (PivotQuizRound *self)
{
  const char *word;
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_QUIZ_NAMES);
  guint i = 0;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), PIVOT_QUIZ_NAMES_OWN);

  word = pivot_session_get_word (self->session, PIVOT_OPTION_QUIZ_NAMES);
  while (strcmp (words[i], word) != 0)
    i++;

  return i;
}

/**
 * pivot_quiz_round_set_names:
 * @self: a round
 * @names: a language
 *
 * Names places in another language.
 */
void
pivot_quiz_round_set_names (PivotQuizRound *self,
                            PivotQuizNames  names)
{
  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));
  g_return_if_fail (names <= PIVOT_QUIZ_NAMES_BOTH);

  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ_NAMES, pivot_option_get_words (PIVOT_OPTION_QUIZ_NAMES)[names]);
}

/**
 * pivot_quiz_round_begin:
 * @self: a round
 * @seed: to draw questions by
 *
 * Begins a quiz. The same seed asks the same questions again, as long as dataset, measure and wishes are the same.
 *
 * Returns: whether there is anything to ask; if not, nothing has changed
 */
gboolean
pivot_quiz_round_begin (PivotQuizRound *self,
                        guint64         seed)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  PivotQuizPlan plan = { .seed = seed };
  g_autoptr(PivotQuiz) quiz = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), FALSE);

  dataset = pivot_session_get_dataset (self->session);
  if (dataset == NULL)
    return FALSE;

  measure = plan.measure = pivot_session_get_measure (self->session);
  plan.length = pivot_quiz_round_get_length (self);
  plan.kinds = pivot_quiz_round_get_kinds (self);
  quiz = pivot_quiz_new (dataset, &plan);
  if (pivot_quiz_get_n_questions (quiz) == 0)
    return FALSE;

  text = g_strdup_printf ("%" G_GUINT64_FORMAT "/%s", seed, measure != NULL ? pivot_measure_get_id (measure) : "");
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ, text);
  pivot_session_set_list (self->session, PIVOT_OPTION_QUIZ_ANSWERS, (const char *[]) { NULL });
  set_position (self, 0);
  g_object_thaw_notify (G_OBJECT (self->session));

  return TRUE;
}

/**
 * pivot_quiz_round_leave:
 * @self: a round
 *
 * Puts the quiz aside, with its answers.
 */
void
pivot_quiz_round_leave (PivotQuizRound *self)
{
  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ, "");
  pivot_session_set_word (self->session, PIVOT_OPTION_QUIZ_AT, "");
  pivot_session_set_list (self->session, PIVOT_OPTION_QUIZ_ANSWERS, (const char *[]) { NULL });
  g_object_thaw_notify (G_OBJECT (self->session));
}

/**
 * pivot_quiz_round_get_position:
 * @self: a round
 *
 * No question can be shown before the one before it is answered.
 *
 * Returns: the position of the question that is shown, from 0; past the last, the result is shown
 */
guint
pivot_quiz_round_get_position (PivotQuizRound *self)
{
  guint64 number;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  if (self->quiz == NULL || !g_ascii_string_to_unsigned (pivot_session_get_word (self->session, PIVOT_OPTION_QUIZ_AT), 10, 1,
                                                         PIVOT_QUIZ_MAX_QUESTIONS + 1, &number, NULL))
    return 0;

  return MIN ((guint) number - 1, MIN (g_strv_length (self->answers), pivot_quiz_get_n_questions (self->quiz)));
}

/**
 * pivot_quiz_round_get_question:
 * @self: a round
 *
 * Returns: (transfer none) (nullable): the question that is shown; %NULL if none is
 */
PivotQuizQuestion *
pivot_quiz_round_get_question (PivotQuizRound *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), NULL);

  return self->quiz != NULL ? pivot_quiz_get_question (self->quiz, pivot_quiz_round_get_position (self)) : NULL;
}

/**
 * pivot_quiz_round_answer:
 * @self: a round
 * @place: a place; −1: the question is passed over
 *
 * Answers the question that is shown. One that is answered stays answered.
 */
void
pivot_quiz_round_answer (PivotQuizRound *self,
                         int             place)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();
  PivotDataset *dataset;

  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));

  dataset = pivot_session_get_dataset (self->session);
  if (pivot_quiz_round_get_question (self) == NULL || g_strv_length (self->answers) != pivot_quiz_round_get_position (self))
    return;

  for (guint i = 0; self->answers[i] != NULL; i++)
    g_ptr_array_add (answers, self->answers[i]);
  g_ptr_array_add (answers, place >= 0 ? (char *) pivot_place_get_id (pivot_dataset_get_place (dataset, (guint) place))
                                       : (char *) NO_PLACE);
  g_ptr_array_add (answers, NULL);
  pivot_session_set_list (self->session, PIVOT_OPTION_QUIZ_ANSWERS, (const char * const *) answers->pdata);
}

/**
 * pivot_quiz_round_get_answer:
 * @self: a round
 * @position: of a question, from 0
 * @place: (out): the place that was answered; −1: it was passed over
 *
 * Returns: whether the question is answered
 */
gboolean
pivot_quiz_round_get_answer (PivotQuizRound *self,
                             guint           position,
                             int            *place)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  *place = -1;
  if (self->quiz == NULL || position >= g_strv_length (self->answers))
    return FALSE;

  *place = pivot_dataset_get_place_index (self->dataset, self->answers[position]);

  return TRUE;
}

/**
 * pivot_quiz_round_next:
 * @self: a round
 *
 * Shows the next question, or the result. Nothing happens before the question is answered.
 */
void
pivot_quiz_round_next (PivotQuizRound *self)
{
  guint position;
  int place;

  g_return_if_fail (PIVOT_IS_QUIZ_ROUND (self));

  position = pivot_quiz_round_get_position (self);
  if (pivot_quiz_round_get_answer (self, position, &place))
    set_position (self, position + 1);
}

/**
 * pivot_quiz_round_count_asked:
 * @self: a round
 * @kind: a kind of question; %PIVOT_N_QUIZ_KINDS: any
 *
 * Returns: how many questions were answered or passed over
 */
guint
pivot_quiz_round_count_asked (PivotQuizRound *self,
                              PivotQuizKind   kind)
{
  guint n = 0;
  int place;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  for (guint i = 0; self->quiz != NULL && i < pivot_quiz_get_n_questions (self->quiz); i++)
    if (pivot_quiz_round_get_answer (self, i, &place) &&
        (kind == PIVOT_N_QUIZ_KINDS || pivot_quiz_question_get_kind (pivot_quiz_get_question (self->quiz, i)) == kind))
      n++;

  return n;
}

/**
 * pivot_quiz_round_count_right:
 * @self: a round
 * @kind: a kind of question; %PIVOT_N_QUIZ_KINDS: any
 *
 * Returns: how many questions were answered rightly
 */
guint
pivot_quiz_round_count_right (PivotQuizRound *self,
                              PivotQuizKind   kind)
{
  guint n = 0;
  int place;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (self), 0);

  for (guint i = 0; self->quiz != NULL && i < pivot_quiz_get_n_questions (self->quiz); i++)
    {
      PivotQuizQuestion *question = pivot_quiz_get_question (self->quiz, i);

      if (pivot_quiz_round_get_answer (self, i, &place) && pivot_quiz_question_accepts (question, place) &&
          (kind == PIVOT_N_QUIZ_KINDS || pivot_quiz_question_get_kind (question) == kind))
        n++;
    }

  return n;
}

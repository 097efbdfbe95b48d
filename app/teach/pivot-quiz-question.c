/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-question.h"

struct _PivotQuizQuestion
{
  GObject        parent_instance;

  PivotQuizKind  kind;
  int            place;
  PivotMeasure  *measure;
  GArray        *choices;  /* of guint */
  GArray        *right;    /* of guint */
};

G_DEFINE_FINAL_TYPE (PivotQuizQuestion, pivot_quiz_question, G_TYPE_OBJECT)

static void
pivot_quiz_question_finalize (GObject *object)
{
  PivotQuizQuestion *self = PIVOT_QUIZ_QUESTION (object);

  g_clear_object (&self->measure);
  g_array_unref (self->choices);
  g_array_unref (self->right);

  G_OBJECT_CLASS (pivot_quiz_question_parent_class)->finalize (object);
}

static void
pivot_quiz_question_class_init (PivotQuizQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_quiz_question_finalize;
}

static void
pivot_quiz_question_init (PivotQuizQuestion *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->right = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * pivot_quiz_question_new:
 * @kind: what is asked
 * @place: the place that the question is about; −1: none
 * @measure: (nullable): what is compared
 * @choices: (array length=n_choices) (nullable): places to choose from
 * @n_choices: how many; 0 if any place of the map may be chosen
 * @right: (array length=n_right): places that answer the question
 * @n_right: how many, at least one
 *
 * Makes a question.
 *
 * Returns: (transfer full): a question
 */
PivotQuizQuestion *
pivot_quiz_question_new (PivotQuizKind  kind,
                         int            place,
                         PivotMeasure  *measure,
                         const guint   *choices,
                         guint          n_choices,
                         const guint   *right,
                         guint          n_right)
{
  PivotQuizQuestion *self;

  g_return_val_if_fail (kind < PIVOT_N_QUIZ_KINDS, NULL);
  g_return_val_if_fail (n_right > 0, NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_QUESTION, NULL);
  self->kind = kind;
  self->place = place;
  g_set_object (&self->measure, measure);
  if (n_choices > 0)
    g_array_append_vals (self->choices, choices, n_choices);
  g_array_append_vals (self->right, right, n_right);

  return self;
}

/**
 * pivot_quiz_question_get_kind:
 * @self: a question
 *
 * Returns: what is asked
 */
PivotQuizKind
pivot_quiz_question_get_kind (PivotQuizQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), PIVOT_QUIZ_FIND);

  return self->kind;
}

/**
 * pivot_quiz_question_get_place:
 * @self: a question
 *
 * Returns: the place that it is about, or −1
 */
int
pivot_quiz_question_get_place (PivotQuizQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), -1);

  return self->place;
}

/**
 * pivot_quiz_question_get_measure:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): whose values are compared
 */
PivotMeasure *
pivot_quiz_question_get_measure (PivotQuizQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), NULL);

  return self->measure;
}

/**
 * pivot_quiz_question_get_choices:
 * @self: a question
 * @n: (out): how many; 0 if any place of the map may be chosen
 *
 * Returns: (array length=n) (transfer none): places to choose from, in the order they are offered in
 */
const guint *
pivot_quiz_question_get_choices (PivotQuizQuestion *self,
                                 guint             *n)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->choices->len;

  return (const guint *) (gpointer) self->choices->data;
}

/**
 * pivot_quiz_question_get_right:
 * @self: a question
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): places that answer it
 */
const guint *
pivot_quiz_question_get_right (PivotQuizQuestion *self,
                               guint             *n)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->right->len;

  return (const guint *) (gpointer) self->right->data;
}

/**
 * pivot_quiz_question_accepts:
 * @self: a question
 * @place: a place; −1: no answer
 *
 * Returns: whether the place answers the question
 */
gboolean
pivot_quiz_question_accepts (PivotQuizQuestion *self,
                             int                place)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ_QUESTION (self), FALSE);

  for (guint i = 0; i < self->right->len && place >= 0; i++)
    if (g_array_index (self->right, guint, i) == (guint) place)
      return TRUE;

  return FALSE;
}

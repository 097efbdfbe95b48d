/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz.h"

#include "pivot-random.h"

#include <math.h>
#include <string.h>

#define STREAM 0x7175697a /* of the random generator, so that no other use of a seed draws the same */
#define N_NAMES 4
#define N_PAIRS 64        /* tries for a pair of values that has a higher one and was not asked before */

struct _PivotQuiz
{
  GObject    parent_instance;

  GPtrArray *questions;
};

/* While questions are drawn. */
typedef struct
{
  PivotDataset  *dataset;
  PivotMeasure  *measure;
  PivotRandom    random;
  GArray        *decks[PIVOT_N_QUIZ_KINDS]; /* of guint: places to ask about, the next one last */
  GHashTable    *pairs;                     /* that were compared */
} Drawing;

static GType
pivot_quiz_get_item_type (GListModel *model)
{
  return PIVOT_TYPE_QUIZ_QUESTION;
}

static guint
pivot_quiz_get_n_items (GListModel *model)
{
  return PIVOT_QUIZ (model)->questions->len;
}

static gpointer
pivot_quiz_get_item (GListModel *model,
                     guint       position)
{
  PivotQuiz *self = PIVOT_QUIZ (model);

  return position < self->questions->len ? g_object_ref (g_ptr_array_index (self->questions, position)) : NULL;
}

static void
pivot_quiz_list_init (GListModelInterface *iface)
{
  iface->get_item_type = pivot_quiz_get_item_type;
  iface->get_n_items = pivot_quiz_get_n_items;
  iface->get_item = pivot_quiz_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotQuiz, pivot_quiz, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_quiz_list_init))

/* Values */

/* The value as it is printed: a difference that nobody sees is none. */
static double
print (PivotMeasure *measure,
       double        number)
{
  double unit = pow (10, pivot_measure_get_decimals (measure));

  return round (number * unit) / unit;
}

/* FALSE where there is no value, or one that may lie on either side of what is printed. */
static gboolean
get_limits (PivotMeasure *measure,
            guint         place,
            double       *lowest,
            double       *highest)
{
  const PivotValue *value = pivot_measure_get_value (measure, place);

  if (pivot_value_is_missing (value) || value->bound == PIVOT_BOUND_ABOUT)
    return FALSE;

  *lowest = *highest = print (measure, value->number);
  if (value->bound == PIVOT_BOUND_ABOVE)
    *highest = INFINITY;
  else if (value->bound == PIVOT_BOUND_BELOW)
    *lowest = -INFINITY;

  return TRUE;
}

/**
 * pivot_quiz_is_higher:
 * @measure: a measure
 * @place: a place
 * @other: another one
 *
 * A value that is missing or given as “about” is neither higher nor lower than another. One that is above a limit is higher than
 * what is not above that limit.
 *
 * Returns: whether the value of @place is surely the higher one
 */
gboolean
pivot_quiz_is_higher (PivotMeasure *measure,
                      guint         place,
                      guint         other)
{
  double lowest, highest, other_lowest, other_highest;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), FALSE);

  if (!get_limits (measure, place, &lowest, &highest) || !get_limits (measure, other, &other_lowest, &other_highest))
    return FALSE;
  if (highest != lowest || other_highest != other_lowest)
    return lowest >= other_highest;

  return lowest > other_lowest;
}

/* Places to ask about */

static gboolean
has_shape (Drawing *self,
           guint    place)
{
  return pivot_geometry_get_n_polygons (pivot_dataset_get_boundaries (self->dataset), place) > 0;
}

static gboolean
can_ask (Drawing       *self,
         PivotQuizKind  kind,
         guint          place)
{
  double lowest, highest;
  guint n;

  switch (kind)
    {
    case PIVOT_QUIZ_HIGHER:
      return self->measure != NULL && get_limits (self->measure, place, &lowest, &highest);
    case PIVOT_QUIZ_NEIGHBOUR:
      pivot_geometry_get_neighbours (pivot_dataset_get_boundaries (self->dataset), place, &n);
      return n > 0;
    case PIVOT_QUIZ_FIND:
    case PIVOT_QUIZ_NAME:
    default:
      return has_shape (self, place);
    }
}

static void
shuffle (Drawing *self,
         GArray  *numbers)
{
  pivot_random_shuffle (&self->random, (guint *) (gpointer) numbers->data, numbers->len);
}

static GArray *
new_deck (Drawing       *self,
          PivotQuizKind  kind)
{
  GArray *deck = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    if (can_ask (self, kind, i))
      g_array_append_val (deck, i);
  shuffle (self, deck);

  return deck;
}

/* The next place of a deck; FALSE once all have been asked about. */
static gboolean
draw (Drawing       *self,
      PivotQuizKind  kind,
      guint         *place)
{
  GArray *deck = self->decks[kind];

  if (deck->len == 0)
    return FALSE;

  *place = g_array_index (deck, guint, deck->len - 1);
  g_array_set_size (deck, deck->len - 1);

  return TRUE;
}

/* Questions */

static PivotQuizQuestion *
ask_find (Drawing *self)
{
  guint place;

  if (!draw (self, PIVOT_QUIZ_FIND, &place))
    return NULL;

  return pivot_quiz_question_new (PIVOT_QUIZ_FIND, (int) place, NULL, NULL, 0, &place, 1);
}

static PivotQuizQuestion *
ask_neighbour (Drawing *self)
{
  const guint *neighbours;
  guint place, n;

  if (!draw (self, PIVOT_QUIZ_NEIGHBOUR, &place))
    return NULL;

  neighbours = pivot_geometry_get_neighbours (pivot_dataset_get_boundaries (self->dataset), place, &n);

  return pivot_quiz_question_new (PIVOT_QUIZ_NEIGHBOUR, (int) place, NULL, NULL, 0, neighbours, n);
}

static gboolean
has_name (Drawing      *self,
          const GArray *places,
          guint         place)
{
  const char *name = pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (self->dataset, place)));

  for (guint i = 0; i < places->len; i++)
    {
      PivotPlace *other = pivot_dataset_get_place (self->dataset, g_array_index (places, guint, i));

      if (g_strcmp0 (pivot_text_get (pivot_place_get_name (other)), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static PivotQuizQuestion *
ask_name (Drawing *self)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) others = new_deck (self, PIVOT_QUIZ_NAME);
  guint place;

  if (!draw (self, PIVOT_QUIZ_NAME, &place))
    return NULL;

  g_array_append_val (choices, place);
  for (guint i = 0; i < others->len && choices->len < N_NAMES; i++)
    {
      guint other = g_array_index (others, guint, i);

      if (!has_name (self, choices, other))
        g_array_append_val (choices, other);
    }
  if (choices->len < 2)
    return NULL;

  shuffle (self, choices);

  return pivot_quiz_question_new (PIVOT_QUIZ_NAME, (int) place, NULL, (const guint *) (gpointer) choices->data, choices->len,
                                  &place, 1);
}

/* Any two values may be compared, so that this deck is not used up: it is drawn from as often as pairs are left. */
static PivotQuizQuestion *
ask_higher (Drawing *self)
{
  GArray *deck = self->decks[PIVOT_QUIZ_HIGHER];

  for (guint i = 0; i < N_PAIRS && deck->len >= 2; i++)
    {
      guint choices[2], right;

      shuffle (self, deck);
      choices[0] = g_array_index (deck, guint, 0);
      choices[1] = g_array_index (deck, guint, 1);
      if (pivot_quiz_is_higher (self->measure, choices[0], choices[1]))
        right = choices[0];
      else if (pivot_quiz_is_higher (self->measure, choices[1], choices[0]))
        right = choices[1];
      else
        continue;
      if (g_hash_table_add (self->pairs, GUINT_TO_POINTER (MIN (choices[0], choices[1]) << 16 | MAX (choices[0], choices[1]))))
        return pivot_quiz_question_new (PIVOT_QUIZ_HIGHER, -1, self->measure, choices, 2, &right, 1);
    }

  return NULL;
}

static PivotQuizQuestion *
ask (Drawing       *self,
     PivotQuizKind  kind)
{
  switch (kind)
    {
    case PIVOT_QUIZ_NAME:
      return ask_name (self);
    case PIVOT_QUIZ_HIGHER:
      return ask_higher (self);
    case PIVOT_QUIZ_NEIGHBOUR:
      return ask_neighbour (self);
    case PIVOT_QUIZ_FIND:
    default:
      return ask_find (self);
    }
}

/* Each kind in turn; one that has no more to ask leaves the round. */
static void
draw_questions (Drawing   *self,
                guint      length,
                guint      kinds,
                GPtrArray *questions)
{
  while (questions->len < length && kinds != 0)
    for (PivotQuizKind kind = 0; kind < PIVOT_N_QUIZ_KINDS && questions->len < length; kind++)
      {
        PivotQuizQuestion *question = kinds & (1u << kind) ? ask (self, kind) : NULL;

        if (question != NULL)
          g_ptr_array_add (questions, question);
        else
          kinds &= ~(1u << kind);
      }
}

static void
mix (Drawing   *self,
     GPtrArray *questions)
{
  for (guint i = questions->len; i > 1; i--)
    {
      guint other = pivot_random_below (&self->random, i);
      gpointer last = questions->pdata[i - 1];

      questions->pdata[i - 1] = questions->pdata[other];
      questions->pdata[other] = last;
    }
}

static void
pivot_quiz_finalize (GObject *object)
{
  g_ptr_array_unref (PIVOT_QUIZ (object)->questions);

  G_OBJECT_CLASS (pivot_quiz_parent_class)->finalize (object);
}

static void
pivot_quiz_class_init (PivotQuizClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_quiz_finalize;
}

static void
pivot_quiz_init (PivotQuiz *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pivot_quiz_new:
 * @dataset: what the questions are about
 * @plan: how many and which
 *
 * Draws questions. The same plan over the same dataset draws the same ones.
 *
 * Returns: (transfer full): a quiz
 */
PivotQuiz *
pivot_quiz_new (PivotDataset        *dataset,
                const PivotQuizPlan *plan)
{
  Drawing drawing = { .dataset = dataset };
  PivotQuiz *self;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ, NULL);
  drawing.measure = plan->measure;
  drawing.pairs = g_hash_table_new (g_direct_hash, g_direct_equal);
  pivot_random_init (&drawing.random, plan->seed, STREAM);
  for (PivotQuizKind kind = 0; kind < PIVOT_N_QUIZ_KINDS; kind++)
    drawing.decks[kind] = new_deck (&drawing, kind);

  draw_questions (&drawing, MIN (plan->length, PIVOT_QUIZ_MAX_QUESTIONS), plan->kinds, self->questions);
  mix (&drawing, self->questions);

  for (PivotQuizKind kind = 0; kind < PIVOT_N_QUIZ_KINDS; kind++)
    g_array_unref (drawing.decks[kind]);
  g_hash_table_unref (drawing.pairs);

  return self;
}

/**
 * pivot_quiz_get_n_questions:
 * @self: a quiz
 *
 * Returns: how many questions there are
 */
guint
pivot_quiz_get_n_questions (PivotQuiz *self)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ (self), 0);

  return self->questions->len;
}

/**
 * pivot_quiz_get_question:
 * @self: a quiz
 * @position: of a question, from 0
 *
 * Returns: (transfer none) (nullable): the question; %NULL past the end
 */
PivotQuizQuestion *
pivot_quiz_get_question (PivotQuiz *self,
                         guint      position)
{
  g_return_val_if_fail (PIVOT_IS_QUIZ (self), NULL);

  return position < self->questions->len ? g_ptr_array_index (self->questions, position) : NULL;
}

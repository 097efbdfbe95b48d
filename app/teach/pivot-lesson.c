/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson.h"

/* A lesson: a title, and steps in their order. */
struct _PivotLesson
{
  GObject    parent_instance;

  char      *title;
  char      *dataset;
  GPtrArray *steps;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DATASET,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static GType
pivot_lesson_get_item_type (GListModel *model)
{
  return PIVOT_TYPE_LESSON_STEP;
}

static guint
pivot_lesson_get_n_items (GListModel *model)
{
  return PIVOT_LESSON (model)->steps->len;
}

static gpointer
pivot_lesson_get_item (GListModel *model,
                       guint       position)
{
  PivotLesson *self = PIVOT_LESSON (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
pivot_lesson_list_init (GListModelInterface *iface)
{
  iface->get_item_type = pivot_lesson_get_item_type;
  iface->get_n_items = pivot_lesson_get_n_items;
  iface->get_item = pivot_lesson_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotLesson, pivot_lesson, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_lesson_list_init))

static void
step_changed_cb (PivotLesson *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
items_changed (PivotLesson *self,
               guint        position,
               guint        removed,
               guint        added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pivot_lesson_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PivotLesson *self = PIVOT_LESSON (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DATASET:
      g_value_set_string (value, self->dataset);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_lesson_set_property (GObject      *object,
                           guint         property,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PivotLesson *self = PIVOT_LESSON (object);

  switch (property)
    {
    case PROP_TITLE:
      pivot_lesson_set_title (self, g_value_get_string (value));
      break;
    case PROP_DATASET:
      pivot_lesson_set_dataset (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_lesson_finalize (GObject *object)
{
  PivotLesson *self = PIVOT_LESSON (object);

  for (guint i = 0; i < self->steps->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->steps, i), self);
  g_ptr_array_unref (self->steps);
  g_free (self->title);
  g_free (self->dataset);

  G_OBJECT_CLASS (pivot_lesson_parent_class)->finalize (object);
}

static void
pivot_lesson_class_init (PivotLessonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_lesson_get_property;
  object_class->set_property = pivot_lesson_set_property;
  object_class->finalize = pivot_lesson_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DATASET] = g_param_spec_string ("dataset", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", PIVOT_TYPE_LESSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_lesson_init (PivotLesson *self)
{
  self->title = g_strdup ("");
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pivot_lesson_new:
 * @title: (nullable): what it is called
 *
 * Makes a lesson without steps.
 *
 * Returns: (transfer full): a lesson
 */
PivotLesson *
pivot_lesson_new (const char *title)
{
  PivotLesson *self = g_object_new (PIVOT_TYPE_LESSON, NULL);

  pivot_lesson_set_title (self, title);

  return self;
}

/* The questions of a part, one to a line. */
static char *
join_questions (PivotStory *story)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < pivot_story_get_n_questions (story); i++)
    {
      if (i > 0)
        g_string_append_c (string, '\n');
      g_string_append (string, pivot_text_get (pivot_story_get_question (story, i)));
    }

  return g_string_free (string, FALSE);
}

/**
 * pivot_lesson_new_from_story:
 * @dataset: what the story is about
 * @story: a part of its story
 *
 * Makes a lesson of a part of the story, in the language of this process: a step of it for each of the part's steps. What the
 * part is about stands in the notes of the first, its questions in the last.
 *
 * Returns: (transfer full): a lesson
 */
PivotLesson *
pivot_lesson_new_from_story (PivotDataset *dataset,
                             PivotStory   *story)
{
  PivotLesson *self;
  GListModel *steps;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_STORY (story), NULL);

  self = pivot_lesson_new (pivot_text_get (pivot_story_get_title (story)));
  pivot_lesson_set_dataset (self, pivot_dataset_get_id (dataset));
  steps = pivot_story_get_steps (story);
  n = g_list_model_get_n_items (steps);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStep) from = g_list_model_get_item (steps, i);
      g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (pivot_step_get_view (from));

      pivot_lesson_step_set_title (step, pivot_text_get (pivot_step_get_title (from)));
      pivot_lesson_step_set_text (step, pivot_text_get (pivot_step_get_text (from)));
      if (i == 0)
        pivot_lesson_step_set_notes (step, pivot_text_get (pivot_story_get_summary (story)));
      if (i == n - 1)
        {
          g_autofree char *questions = join_questions (story);

          pivot_lesson_step_set_question (step, questions);
        }
      pivot_lesson_insert (self, G_MAXUINT, step);
    }

  return self;
}

/**
 * pivot_lesson_get_title:
 * @self: a lesson
 *
 * Returns: (transfer none): what it is called
 */
const char *
pivot_lesson_get_title (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->title;
}

/**
 * pivot_lesson_set_title:
 * @self: a lesson
 * @title: (nullable): what it is called
 *
 * Gives it another title.
 */
void
pivot_lesson_set_title (PivotLesson *self,
                        const char  *title)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));

  if (g_strcmp0 (self->title, title != NULL ? title : "") == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * pivot_lesson_get_dataset:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): the id of the dataset it was made with
 */
const char *
pivot_lesson_get_dataset (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->dataset;
}

/**
 * pivot_lesson_set_dataset:
 * @self: a lesson
 * @id: (nullable): the id of a dataset
 *
 * Says with which dataset it is made.
 */
void
pivot_lesson_set_dataset (PivotLesson *self,
                          const char  *id)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));

  if (g_strcmp0 (self->dataset, id) == 0)
    return;

  g_free (self->dataset);
  self->dataset = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * pivot_lesson_get_n_steps:
 * @self: a lesson
 *
 * Returns: how many steps it has
 */
guint
pivot_lesson_get_n_steps (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), 0);

  return self->steps->len;
}

/**
 * pivot_lesson_get_step:
 * @self: a lesson
 * @position: of the step, from 0
 *
 * Returns: (transfer none) (nullable): the step; %NULL past the end
 */
PivotLessonStep *
pivot_lesson_get_step (PivotLesson *self,
                       guint        position)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return position < self->steps->len ? g_ptr_array_index (self->steps, position) : NULL;
}

/**
 * pivot_lesson_insert:
 * @self: a lesson
 * @position: where the step will be, from 0; past the end appends it
 * @step: a step that is in no lesson
 *
 * Adds a step.
 */
void
pivot_lesson_insert (PivotLesson     *self,
                     guint            position,
                     PivotLessonStep *step)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (PIVOT_IS_LESSON_STEP (step));

  position = MIN (position, self->steps->len);
  g_ptr_array_insert (self->steps, (int) position, g_object_ref (step));
  g_signal_connect_swapped (step, "notify", G_CALLBACK (step_changed_cb), self);
  items_changed (self, position, 0, 1);
}

/**
 * pivot_lesson_remove:
 * @self: a lesson
 * @position: of the step, from 0
 *
 * Takes a step out.
 */
void
pivot_lesson_remove (PivotLesson *self,
                     guint        position)
{
  g_autoptr(PivotLessonStep) step = NULL;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (position < self->steps->len);

  step = g_ptr_array_steal_index (self->steps, position);
  g_signal_handlers_disconnect_by_data (step, self);
  items_changed (self, position, 1, 0);
}

/**
 * pivot_lesson_move:
 * @self: a lesson
 * @from: position of a step, from 0
 * @to: its position afterwards
 *
 * Moves a step.
 */
void
pivot_lesson_move (PivotLesson *self,
                   guint        from,
                   guint        to)
{
  guint first = MIN (from, to), n = MAX (from, to) - first + 1;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (from < self->steps->len && to < self->steps->len);

  if (from == to)
    return;

  g_ptr_array_insert (self->steps, (int) to, g_ptr_array_steal_index (self->steps, from));
  items_changed (self, first, n, n);
}

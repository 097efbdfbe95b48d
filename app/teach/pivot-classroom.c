/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-classroom.h"

struct _PivotClassroom
{
  GObject       parent_instance;

  PivotSession *session;
  GListStore   *lessons;     /* of PivotLesson */
  guint         n_supplied;  /* of them come with the dataset; they are the first */
  PivotLesson  *lesson;      /* at hand: one of them, or NULL */
  guint         position;    /* of its step at hand */
};

enum
{
  PROP_0,
  PROP_LESSONS,
  PROP_LESSON,
  PROP_POSITION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PivotClassroom, pivot_classroom, G_TYPE_OBJECT)

static void
set_position (PivotClassroom *self,
              guint           position)
{
  guint n = self->lesson != NULL ? pivot_lesson_get_n_steps (self->lesson) : 0;

  position = n > 0 ? MIN (position, n - 1) : 0;
  if (position == self->position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/* Steps came or went: the one at hand stays within them. */
static void
steps_cb (PivotClassroom *self)
{
  set_position (self, self->position);
}

static void
set_lesson (PivotClassroom *self,
            PivotLesson    *lesson)
{
  if (lesson == self->lesson)
    return;

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_func (self->lesson, steps_cb, self);
  g_set_object (&self->lesson, lesson);
  if (lesson != NULL)
    g_signal_connect_swapped (lesson, "items-changed", G_CALLBACK (steps_cb), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LESSON]);
}

static GPtrArray *
new_supplied (PivotClassroom *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  GListModel *stories = dataset != NULL ? pivot_dataset_get_stories (dataset) : NULL;
  guint n = stories != NULL ? g_list_model_get_n_items (stories) : 0;
  GPtrArray *lessons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);

      g_ptr_array_add (lessons, pivot_lesson_new_from_story (dataset, story));
    }

  return lessons;
}

static void
dataset_cb (PivotClassroom *self)
{
  g_autoptr(GPtrArray) supplied = new_supplied (self);
  guint index, n_before = self->n_supplied;

  /* What is at hand must be one of the list. */
  if (self->lesson != NULL && g_list_store_find (self->lessons, self->lesson, &index) && index < n_before)
    pivot_classroom_take (self, NULL, 0);
  self->n_supplied = supplied->len;
  g_list_store_splice (self->lessons, 0, n_before, supplied->pdata, supplied->len);
}

static void
pivot_classroom_get_property (GObject    *object,
                              guint       property,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PivotClassroom *self = PIVOT_CLASSROOM (object);

  switch (property)
    {
    case PROP_LESSONS:
      g_value_set_object (value, self->lessons);
      break;
    case PROP_LESSON:
      g_value_set_object (value, self->lesson);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_classroom_dispose (GObject *object)
{
  PivotClassroom *self = PIVOT_CLASSROOM (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_clear_object (&self->lesson);
  g_clear_object (&self->lessons);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_classroom_parent_class)->dispose (object);
}

static void
pivot_classroom_class_init (PivotClassroomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_classroom_get_property;
  object_class->dispose = pivot_classroom_dispose;

  properties[PROP_LESSONS] = g_param_spec_object ("lessons", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_LESSON] = g_param_spec_object ("lesson", NULL, NULL, PIVOT_TYPE_LESSON, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pivot_classroom_init (PivotClassroom *self)
{
  self->lessons = g_list_store_new (PIVOT_TYPE_LESSON);
}

/**
 * pivot_classroom_new:
 * @session: whose dataset the lessons come with
 *
 * Makes a classroom with the lessons of the dataset, and none at hand.
 *
 * Returns: (transfer full): a classroom
 */
PivotClassroom *
pivot_classroom_new (PivotSession *session)
{
  PivotClassroom *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_CLASSROOM, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  dataset_cb (self);

  return self;
}

/**
 * pivot_classroom_get_session:
 * @self: a classroom
 *
 * Returns: (transfer none): the session it belongs to
 */
PivotSession *
pivot_classroom_get_session (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), NULL);

  return self->session;
}

/**
 * pivot_classroom_get_lessons:
 * @self: a classroom
 *
 * Returns: (transfer none): a list of #PivotLesson, those of the dataset first
 */
GListModel *
pivot_classroom_get_lessons (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), NULL);

  return G_LIST_MODEL (self->lessons);
}

/**
 * pivot_classroom_get_n_supplied:
 * @self: a classroom
 *
 * Returns: how many of the lessons, from the first, come with the dataset
 */
guint
pivot_classroom_get_n_supplied (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), 0);

  return self->n_supplied;
}

/**
 * pivot_classroom_add:
 * @self: a classroom
 * @lesson: a lesson that is not in the list
 *
 * Puts a lesson last.
 */
void
pivot_classroom_add (PivotClassroom *self,
                     PivotLesson    *lesson)
{
  g_return_if_fail (PIVOT_IS_CLASSROOM (self));
  g_return_if_fail (PIVOT_IS_LESSON (lesson));

  g_list_store_append (self->lessons, lesson);
}

/**
 * pivot_classroom_remove:
 * @self: a classroom
 * @lesson: a lesson that did not come with the dataset
 *
 * Takes a lesson out of the list. If it is the one at hand, none is afterwards.
 */
void
pivot_classroom_remove (PivotClassroom *self,
                        PivotLesson    *lesson)
{
  guint index;

  g_return_if_fail (PIVOT_IS_CLASSROOM (self));
  g_return_if_fail (PIVOT_IS_LESSON (lesson));

  if (!g_list_store_find (self->lessons, lesson, &index))
    return;

  g_return_if_fail (index >= self->n_supplied);

  if (lesson == self->lesson)
    pivot_classroom_take (self, NULL, 0);
  g_list_store_remove (self->lessons, index);
}

/**
 * pivot_classroom_get_lesson:
 * @self: a classroom
 *
 * Returns: (transfer none) (nullable): the lesson at hand
 */
PivotLesson *
pivot_classroom_get_lesson (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), NULL);

  return self->lesson;
}

/**
 * pivot_classroom_get_position:
 * @self: a classroom
 *
 * Returns: the position of the step at hand, from 0; 0 if there is none
 */
guint
pivot_classroom_get_position (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), 0);

  return self->position;
}

/**
 * pivot_classroom_get_step:
 * @self: a classroom
 *
 * Returns: (transfer none) (nullable): the step at hand
 */
PivotLessonStep *
pivot_classroom_get_step (PivotClassroom *self)
{
  g_return_val_if_fail (PIVOT_IS_CLASSROOM (self), NULL);

  return self->lesson != NULL ? pivot_lesson_get_step (self->lesson, self->position) : NULL;
}

/**
 * pivot_classroom_take:
 * @self: a classroom
 * @lesson: (nullable): a lesson of the list
 * @position: of a step, from 0; past the end, the last
 *
 * Takes a step of a lesson in hand. What is on screen stays as it is.
 */
void
pivot_classroom_take (PivotClassroom *self,
                      PivotLesson    *lesson,
                      guint           position)
{
  g_return_if_fail (PIVOT_IS_CLASSROOM (self));
  g_return_if_fail (lesson == NULL || g_list_store_find (self->lessons, lesson, NULL));

  g_object_freeze_notify (G_OBJECT (self));
  set_lesson (self, lesson);
  set_position (self, position);
  g_object_thaw_notify (G_OBJECT (self));
}

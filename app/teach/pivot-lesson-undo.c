/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-undo.h"

#define MAX_STATES 100

/* The steps of a lesson at some time, and their views. Steps are the objects themselves: what is typed into one stays. */
typedef struct
{
  GPtrArray *steps;   /* of PivotLessonStep */
  GPtrArray *views;   /* of char* */
} State;

struct _PivotLessonUndo
{
  GObject      parent_instance;

  PivotLesson *lesson;   /* not held: it may hold this */
  GPtrArray   *past;     /* of State; the last was the latest */
  GPtrArray   *future;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PivotLessonUndo, pivot_lesson_undo, G_TYPE_OBJECT)

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->steps);
  g_ptr_array_unref (state->views);
  g_free (state);
}

static State *
take_state (PivotLesson *lesson)
{
  State *state = g_new0 (State, 1);

  state->steps = g_ptr_array_new_with_free_func (g_object_unref);
  state->views = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < pivot_lesson_get_n_steps (lesson); i++)
    {
      PivotLessonStep *step = pivot_lesson_get_step (lesson, i);

      g_ptr_array_add (state->steps, g_object_ref (step));
      g_ptr_array_add (state->views, g_strdup (pivot_lesson_step_get_view (step)));
    }

  return state;
}

static void
notify (PivotLessonUndo *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
walk (PivotLessonUndo *self,
      GPtrArray       *from,
      GPtrArray       *to)
{
  State *state;

  if (from->len == 0)
    return;

  g_ptr_array_add (to, take_state (self->lesson));
  state = g_ptr_array_steal_index (from, from->len - 1);
  for (guint i = 0; i < state->steps->len; i++)
    pivot_lesson_step_set_view (g_ptr_array_index (state->steps, i), g_ptr_array_index (state->views, i));
  pivot_lesson_set_steps (self->lesson, state->steps);
  state_free (state);
  notify (self);
}

static void
pivot_lesson_undo_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PivotLessonUndo *self = PIVOT_LESSON_UNDO (object);

  switch (property)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->past->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->future->len > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_lesson_undo_finalize (GObject *object)
{
  PivotLessonUndo *self = PIVOT_LESSON_UNDO (object);

  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);

  G_OBJECT_CLASS (pivot_lesson_undo_parent_class)->finalize (object);
}

static void
pivot_lesson_undo_class_init (PivotLessonUndoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_lesson_undo_get_property;
  object_class->finalize = pivot_lesson_undo_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pivot_lesson_undo_init (PivotLessonUndo *self)
{
  self->past = g_ptr_array_new_with_free_func (state_free);
  self->future = g_ptr_array_new_with_free_func (state_free);
}

/**
 * pivot_lesson_undo_get:
 * @lesson: a lesson
 *
 * Returns: (transfer none): the memory that belongs to the lesson
 */
PivotLessonUndo *
pivot_lesson_undo_get (PivotLesson *lesson)
{
  PivotLessonUndo *self;

  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  self = g_object_get_data (G_OBJECT (lesson), "pivot-lesson-undo");
  if (self == NULL)
    {
      self = pivot_lesson_undo_new (lesson);
      g_object_set_data_full (G_OBJECT (lesson), "pivot-lesson-undo", self, g_object_unref);
    }

  return self;
}

/**
 * pivot_lesson_undo_new:
 * @lesson: a lesson, which outlives it
 *
 * Makes a memory of what is done to a lesson.
 *
 * Returns: (transfer full): a memory with nothing in it
 */
PivotLessonUndo *
pivot_lesson_undo_new (PivotLesson *lesson)
{
  PivotLessonUndo *self;

  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_UNDO, NULL);
  self->lesson = lesson;

  return self;
}

/**
 * pivot_lesson_undo_note:
 * @self: a memory
 *
 * Keeps the lesson as it is, before it is changed.
 */
void
pivot_lesson_undo_note (PivotLessonUndo *self)
{
  g_return_if_fail (PIVOT_IS_LESSON_UNDO (self));

  g_ptr_array_set_size (self->future, 0);
  g_ptr_array_add (self->past, take_state (self->lesson));
  if (self->past->len > MAX_STATES)
    g_ptr_array_remove_index (self->past, 0);
  notify (self);
}

/**
 * pivot_lesson_undo_undo:
 * @self: a memory
 *
 * Takes the last change back, if there is one.
 */
void
pivot_lesson_undo_undo (PivotLessonUndo *self)
{
  g_return_if_fail (PIVOT_IS_LESSON_UNDO (self));

  walk (self, self->past, self->future);
}

/**
 * pivot_lesson_undo_redo:
 * @self: a memory
 *
 * Does again what was taken back last, if anything was.
 */
void
pivot_lesson_undo_redo (PivotLessonUndo *self)
{
  g_return_if_fail (PIVOT_IS_LESSON_UNDO (self));

  walk (self, self->future, self->past);
}

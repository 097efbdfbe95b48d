/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-step.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_TEXT,
  PROP_NOTES,
  PROP_QUESTION,
  PROP_VIEW,
  PROP_STROKES,
  PROP_GUESSES,
  N_PROPERTIES
};

/* What a step holds are texts; which, is told by their property. */
struct _PivotLessonStep
{
  GObject  parent_instance;

  char    *texts[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (PivotLessonStep, pivot_lesson_step, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

static void
set_text (PivotLessonStep *self,
          guint            property,
          const char      *text)
{
  const char *empty = g_value_get_string (g_param_spec_get_default_value (properties[property]));

  if (text == NULL)
    text = empty;
  if (g_strcmp0 (self->texts[property], text) == 0)
    return;

  g_free (self->texts[property]);
  self->texts[property] = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
pivot_lesson_step_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property > PROP_0 && property < N_PROPERTIES)
    g_value_set_string (value, PIVOT_LESSON_STEP (object)->texts[property]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pivot_lesson_step_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (property > PROP_0 && property < N_PROPERTIES)
    set_text (PIVOT_LESSON_STEP (object), property, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pivot_lesson_step_finalize (GObject *object)
{
  PivotLessonStep *self = PIVOT_LESSON_STEP (object);

  for (guint i = 0; i < N_PROPERTIES; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (pivot_lesson_step_parent_class)->finalize (object);
}

static void
pivot_lesson_step_class_init (PivotLessonStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_lesson_step_get_property;
  object_class->set_property = pivot_lesson_step_set_property;
  object_class->finalize = pivot_lesson_step_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, "", flags);
  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, "", flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "{}", flags);
  properties[PROP_STROKES] = g_param_spec_string ("strokes", NULL, NULL, "[]", flags);
  properties[PROP_GUESSES] = g_param_spec_string ("guesses", NULL, NULL, "[]", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pivot_lesson_step_init (PivotLessonStep *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPERTIES; i++)
    self->texts[i] = g_value_dup_string (g_param_spec_get_default_value (properties[i]));
}

/**
 * pivot_lesson_step_new:
 * @view: (nullable): view JSON; %NULL is the view of a new session
 *
 * Makes a step without words.
 *
 * Returns: (transfer full): a step
 */
PivotLessonStep *
pivot_lesson_step_new (const char *view)
{
  return g_object_new (PIVOT_TYPE_LESSON_STEP, "view", view != NULL ? view : "{}", NULL);
}

/**
 * pivot_lesson_step_copy:
 * @self: a step
 *
 * Makes another step that says the same.
 *
 * Returns: (transfer full): a step
 */
PivotLessonStep *
pivot_lesson_step_copy (PivotLessonStep *self)
{
  PivotLessonStep *copy;

  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  copy = pivot_lesson_step_new (NULL);
  for (guint i = PROP_0 + 1; i < N_PROPERTIES; i++)
    set_text (copy, i, self->texts[i]);

  return copy;
}

/**
 * pivot_lesson_step_get_title:
 * @self: a step
 *
 * Returns: (transfer none): what it is called
 */
const char *
pivot_lesson_step_get_title (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_TITLE];
}

/**
 * pivot_lesson_step_set_title:
 * @self: a step
 * @title: (nullable): what it is called
 *
 * Says something else.
 */
void
pivot_lesson_step_set_title (PivotLessonStep *self,
                             const char      *title)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_TITLE, title);
}

/**
 * pivot_lesson_step_get_text:
 * @self: a step
 *
 * Returns: (transfer none): what the class reads
 */
const char *
pivot_lesson_step_get_text (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_TEXT];
}

/**
 * pivot_lesson_step_set_text:
 * @self: a step
 * @text: (nullable): what the class reads
 *
 * Says something else.
 */
void
pivot_lesson_step_set_text (PivotLessonStep *self,
                            const char      *text)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_TEXT, text);
}

/**
 * pivot_lesson_step_get_notes:
 * @self: a step
 *
 * Returns: (transfer none): what only the teacher reads
 */
const char *
pivot_lesson_step_get_notes (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_NOTES];
}

/**
 * pivot_lesson_step_set_notes:
 * @self: a step
 * @notes: (nullable): what only the teacher reads
 *
 * Says something else.
 */
void
pivot_lesson_step_set_notes (PivotLessonStep *self,
                             const char      *notes)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_NOTES, notes);
}

/**
 * pivot_lesson_step_get_question:
 * @self: a step
 *
 * Returns: (transfer none): what the class is asked
 */
const char *
pivot_lesson_step_get_question (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_QUESTION];
}

/**
 * pivot_lesson_step_set_question:
 * @self: a step
 * @question: (nullable): what the class is asked
 *
 * Says something else.
 */
void
pivot_lesson_step_set_question (PivotLessonStep *self,
                                const char      *question)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_QUESTION, question);
}

/**
 * pivot_lesson_step_get_view:
 * @self: a step
 *
 * Returns: (transfer none): the view JSON
 */
const char *
pivot_lesson_step_get_view (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_VIEW];
}

/**
 * pivot_lesson_step_set_view:
 * @self: a step
 * @view: (nullable): the view JSON
 *
 * Says something else.
 */
void
pivot_lesson_step_set_view (PivotLessonStep *self,
                            const char      *view)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_VIEW, view);
}

/**
 * pivot_lesson_step_get_strokes:
 * @self: a step
 *
 * Returns: (transfer none): what was drawn over the page, as a JSON array
 */
const char *
pivot_lesson_step_get_strokes (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_STROKES];
}

/**
 * pivot_lesson_step_set_strokes:
 * @self: a step
 * @strokes: (nullable): what was drawn over the page, as a JSON array
 *
 * Says something else.
 */
void
pivot_lesson_step_set_strokes (PivotLessonStep *self,
                               const char      *strokes)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_STROKES, strokes);
}

/**
 * pivot_lesson_step_get_guesses:
 * @self: a step
 *
 * Returns: (transfer none): what was guessed, as a JSON array
 */
const char *
pivot_lesson_step_get_guesses (PivotLessonStep *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (self), NULL);

  return self->texts[PROP_GUESSES];
}

/**
 * pivot_lesson_step_set_guesses:
 * @self: a step
 * @guesses: (nullable): what was guessed, as a JSON array
 *
 * Says something else.
 */
void
pivot_lesson_step_set_guesses (PivotLessonStep *self,
                               const char      *guesses)
{
  g_return_if_fail (PIVOT_IS_LESSON_STEP (self));

  set_text (self, PROP_GUESSES, guesses);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presentation-private.h"

#include <glib/gi18n-lib.h>

/* What is drawn over the steps, and what becomes of it. */

/* A step as it was before somebody drew on it. */
typedef struct
{
  PivotLessonStep *step;
  char            *strokes;
} Before;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_object_unref (before->step);
  g_free (before->strokes);
  g_free (before);
}

void
_pivot_presentation_init_strokes (PivotPresentation *self)
{
  self->keeps_strokes = TRUE;
  self->drawn_on = g_ptr_array_new_with_free_func (before_free);
}

void
_pivot_presentation_take_strokes (PivotPresentation *self,
                                  PivotLessonStep   *step)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->strokes);
  if (step != NULL)
    self->strokes = pivot_strokes_new_from_json (pivot_lesson_step_get_strokes (step), &error);
  if (error != NULL && self->problem == NULL)
    /* Translators: what is wrong with the drawing that belongs to a step of a lesson. */
    self->problem = g_strdup_printf (_("The drawing of this step cannot be read: %s"), error->message);
  if (self->strokes == NULL)
    self->strokes = pivot_strokes_new ();
}

gboolean
pivot_presentation_get_keeps_strokes (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  return self->keeps_strokes;
}

/**
 * pivot_presentation_set_keeps_strokes:
 * @self: a presentation
 * @keep: whether what is drawn stays with its steps afterwards
 *
 * Decides what becomes of the drawings when the presentation ends.
 */
void
pivot_presentation_set_keeps_strokes (PivotPresentation *self,
                                      gboolean           keep)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->keeps_strokes == keep)
    return;

  self->keeps_strokes = keep;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

/**
 * pivot_presentation_get_strokes:
 * @self: a presentation
 *
 * Returns: (transfer none): what is drawn over the step
 */
PivotStrokes *
pivot_presentation_get_strokes (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->strokes;
}

/* Only once for a step: what it had when the presentation began. */
static void
remember (PivotPresentation *self,
          PivotLessonStep   *step)
{
  Before *before;

  for (guint i = 0; i < self->drawn_on->len; i++)
    if (((Before *) g_ptr_array_index (self->drawn_on, i))->step == step)
      return;

  before = g_new (Before, 1);
  before->step = g_object_ref (step);
  before->strokes = g_strdup (pivot_lesson_step_get_strokes (step));
  g_ptr_array_add (self->drawn_on, before);
}

/**
 * pivot_presentation_strokes_drawn:
 * @self: a presentation
 * @finished: whether the hand has come to rest, so that the step gets them
 *
 * Says that the strokes are others.
 */
void
pivot_presentation_strokes_drawn (PivotPresentation *self,
                                  gboolean           finished)
{
  PivotLessonStep *step;

  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  step = pivot_presentation_get_step (self);
  if (finished && step != NULL)
    {
      g_autofree char *json = pivot_strokes_to_json (self->strokes);

      remember (self, step);
      pivot_lesson_step_set_strokes (step, json);
    }
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_STROKES_CHANGED);
}

/**
 * pivot_presentation_clear_strokes:
 * @self: a presentation
 *
 * Takes away what is drawn over the step.
 */
void
pivot_presentation_clear_strokes (PivotPresentation *self)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (pivot_strokes_get_n (self->strokes) == 0)
    return;

  g_clear_object (&self->strokes);
  self->strokes = pivot_strokes_new ();
  pivot_presentation_strokes_drawn (self, TRUE);
}

/**
 * pivot_presentation_end:
 * @self: a presentation
 *
 * Ends it. Unless drawings are kept, each step has those again that it had before.
 */
void
pivot_presentation_end (PivotPresentation *self)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  for (guint i = 0; i < self->drawn_on->len && !self->keeps_strokes; i++)
    {
      Before *before = g_ptr_array_index (self->drawn_on, i);

      pivot_lesson_step_set_strokes (before->step, before->strokes);
    }
  g_ptr_array_set_size (self->drawn_on, 0);
}

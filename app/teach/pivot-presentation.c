/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presentation-private.h"

#include <glib/gi18n-lib.h>

#define FIRST_RADIUS 0.16

static guint signals[PIVOT_PRESENTATION_N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotPresentation, pivot_presentation, G_TYPE_OBJECT)

void
_pivot_presentation_emit (PivotPresentation       *self,
                          PivotPresentationSignal  signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/* A view that does not fit leaves what was shown, and only the presenter is told. */
static void
show_step (PivotPresentation *self)
{
  PivotLessonStep *step = pivot_presentation_get_step (self);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->problem, g_free);
  if (step != NULL && !pivot_session_apply_json (self->session, pivot_lesson_step_get_view (step), FALSE, &error))
    /* Translators: what is wrong with the view that belongs to a step of a lesson. */
    self->problem = g_strdup_printf (_("The view of this step cannot be shown: %s"), error->message);
  _pivot_presentation_take_strokes (self, step);
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_STEP_CHANGED);
}

static void
pivot_presentation_dispose (GObject *object)
{
  PivotPresentation *self = PIVOT_PRESENTATION (object);

  g_clear_object (&self->strokes);
  g_clear_object (&self->lesson);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_presentation_parent_class)->dispose (object);
}

static void
pivot_presentation_finalize (GObject *object)
{
  PivotPresentation *self = PIVOT_PRESENTATION (object);

  g_free (self->problem);
  g_string_free (self->typed, TRUE);
  g_ptr_array_unref (self->drawn_on);

  G_OBJECT_CLASS (pivot_presentation_parent_class)->finalize (object);
}

static void
pivot_presentation_class_init (PivotPresentationClass *klass)
{
  static const char * const names[PIVOT_PRESENTATION_N_SIGNALS] = {
    [PIVOT_PRESENTATION_STEP_CHANGED] = "step-changed",
    [PIVOT_PRESENTATION_STROKES_CHANGED] = "strokes-changed",
    [PIVOT_PRESENTATION_POINTER_MOVED] = "pointer-moved",
    [PIVOT_PRESENTATION_CHANGED] = "changed",
  };

  G_OBJECT_CLASS (klass)->dispose = pivot_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_presentation_finalize;

  for (guint i = 0; i < PIVOT_PRESENTATION_N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_presentation_init (PivotPresentation *self)
{
  self->radius = FIRST_RADIUS;
  self->pointer_x = self->pointer_y = -1;
  self->typed = g_string_new (NULL);
  _pivot_presentation_init_strokes (self);
}

/**
 * pivot_presentation_new:
 * @dataset: what the lesson is about
 * @lesson: what is presented
 * @position: of the step to begin with, from 0
 *
 * Begins to present a lesson.
 *
 * Returns: (transfer full): a presentation
 */
PivotPresentation *
pivot_presentation_new (PivotDataset *dataset,
                        PivotLesson  *lesson,
                        guint         position)
{
  PivotPresentation *self;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  self = g_object_new (PIVOT_TYPE_PRESENTATION, NULL);
  self->session = pivot_session_new ();
  pivot_session_set_dataset (self->session, dataset);
  self->lesson = g_object_ref (lesson);
  self->position = MIN (position, MAX (pivot_lesson_get_n_steps (lesson), 1) - 1);
  show_step (self);

  return self;
}

/**
 * pivot_presentation_get_session:
 * @self: a presentation
 *
 * Returns: (transfer none): the view that is shown
 */
PivotSession *
pivot_presentation_get_session (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->session;
}

/**
 * pivot_presentation_get_lesson:
 * @self: a presentation
 *
 * Returns: (transfer none): what is presented
 */
PivotLesson *
pivot_presentation_get_lesson (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->lesson;
}

/**
 * pivot_presentation_get_step:
 * @self: a presentation
 *
 * Returns: (transfer none) (nullable): the step that is shown
 */
PivotLessonStep *
pivot_presentation_get_step (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return pivot_lesson_get_step (self->lesson, self->position);
}

/**
 * pivot_presentation_get_position:
 * @self: a presentation
 *
 * Returns: the position of the step, from 0
 */
guint
pivot_presentation_get_position (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), 0);

  return self->position;
}

/**
 * pivot_presentation_go:
 * @self: a presentation
 * @position: of a step, from 0; past the end, the last
 *
 * Shows a step. A curtain opens, and digits that were typed are forgotten.
 */
void
pivot_presentation_go (PivotPresentation *self,
                       guint              position)
{
  guint n;

  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  n = pivot_lesson_get_n_steps (self->lesson);
  position = n > 0 ? MIN (position, n - 1) : 0;
  pivot_presentation_forget_typed (self);
  pivot_presentation_set_curtain (self, PIVOT_CURTAIN_NONE);
  if (position == self->position)
    return;

  self->position = position;
  show_step (self);
}

/**
 * pivot_presentation_move:
 * @self: a presentation
 * @by: steps, back if negative
 *
 * Goes on or back.
 *
 * Returns: %FALSE where there is no such step, and the same one stays
 */
gboolean
pivot_presentation_move (PivotPresentation *self,
                         int                by)
{
  gint64 to;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  to = (gint64) self->position + by;
  if (to < 0 || to >= pivot_lesson_get_n_steps (self->lesson))
    {
      pivot_presentation_go (self, self->position);
      return FALSE;
    }
  pivot_presentation_go (self, (guint) to);

  return TRUE;
}

/**
 * pivot_presentation_get_problem:
 * @self: a presentation
 *
 * Returns: (transfer none) (nullable): what is wrong with the step, for the presenter
 */
const char *
pivot_presentation_get_problem (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->problem;
}

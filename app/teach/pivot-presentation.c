/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presentation.h"

#include <glib/gi18n-lib.h>

#define MIN_RADIUS 0.04
#define MAX_RADIUS 0.6
#define FIRST_RADIUS 0.16
#define MAX_DIGITS 4

struct _PivotPresentation
{
  GObject       parent_instance;

  PivotSession *session;
  PivotLesson  *lesson;
  guint         position;
  char         *problem;        /* or NULL */
  GString      *typed;

  PivotCurtain  curtain;
  PivotTool     tool;
  PivotProof    proof;
  gboolean      spotlight;
  double        radius;
  gboolean      big_pointer;
  double        pointer_x, pointer_y;
  gboolean      frozen;
  gboolean      keeps_strokes;
  PivotStrokes *strokes;        /* of the step */
  GPtrArray    *drawn_on;       /* steps that strokes were added to, with what they had before */
};

/* A step as it was before somebody drew on it. */
typedef struct
{
  PivotLessonStep *step;
  char            *strokes;
} Before;

enum { STEP_CHANGED, STROKES_CHANGED, POINTER_MOVED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotPresentation, pivot_presentation, G_TYPE_OBJECT)

static void
before_free (gpointer data)
{
  Before *before = data;

  g_object_unref (before->step);
  g_free (before->strokes);
  g_free (before);
}

static void
emit_changed (PivotPresentation *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_strokes (PivotPresentation *self,
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
  take_strokes (self, step);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
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
  static const char * const names[N_SIGNALS] = { "step-changed", "strokes-changed", "pointer-moved", "changed" };

  G_OBJECT_CLASS (klass)->dispose = pivot_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_presentation_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_presentation_init (PivotPresentation *self)
{
  self->radius = FIRST_RADIUS;
  self->pointer_x = self->pointer_y = -1;
  self->keeps_strokes = TRUE;
  self->typed = g_string_new (NULL);
  self->drawn_on = g_ptr_array_new_with_free_func (before_free);
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

/**
 * pivot_presentation_type_digit:
 * @self: a presentation
 * @digit: 0 to 9
 *
 * Adds to the number of the step that is jumped to.
 */
void
pivot_presentation_type_digit (PivotPresentation *self,
                               guint              digit)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));
  g_return_if_fail (digit <= 9);

  if (self->typed->len >= MAX_DIGITS)
    g_string_truncate (self->typed, 0);
  g_string_append_c (self->typed, (char) ('0' + digit));
  emit_changed (self);
}

/**
 * pivot_presentation_get_typed:
 * @self: a presentation
 *
 * Returns: (transfer none): the digits that wait for Enter
 */
const char *
pivot_presentation_get_typed (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), NULL);

  return self->typed->str;
}

/**
 * pivot_presentation_forget_typed:
 * @self: a presentation
 *
 * Forgets the digits.
 */
void
pivot_presentation_forget_typed (PivotPresentation *self)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->typed->len == 0)
    return;

  g_string_truncate (self->typed, 0);
  emit_changed (self);
}

/**
 * pivot_presentation_jump:
 * @self: a presentation
 *
 * Goes to the step whose number was typed.
 *
 * Returns: %FALSE if there is no such step; the digits are forgotten in any case
 */
gboolean
pivot_presentation_jump (PivotPresentation *self)
{
  guint position;
  gboolean found;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  found = pivot_presentation_parse_jump (self->typed->str, pivot_lesson_get_n_steps (self->lesson), &position);
  pivot_presentation_forget_typed (self);
  if (found)
    pivot_presentation_go (self, position);

  return found;
}

/**
 * pivot_presentation_parse_jump:
 * @text: digits
 * @n_steps: how many steps there are
 * @position: (out): position of the step, from 0
 *
 * Reads the number of a step, as people count.
 *
 * Returns: whether there is such a step
 */
gboolean
pivot_presentation_parse_jump (const char *text,
                               guint       n_steps,
                               guint      *position)
{
  guint64 number;

  g_return_val_if_fail (text != NULL && position != NULL, FALSE);

  if (n_steps == 0 || !g_ascii_string_to_unsigned (text, 10, 1, n_steps, &number, NULL))
    return FALSE;

  *position = (guint) number - 1;

  return TRUE;
}

PivotCurtain
pivot_presentation_get_curtain (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_CURTAIN_NONE);

  return self->curtain;
}

/**
 * pivot_presentation_set_curtain:
 * @self: a presentation
 * @curtain: what covers the page
 *
 * Covers the page, or opens it.
 */
void
pivot_presentation_set_curtain (PivotPresentation *self,
                                PivotCurtain       curtain)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->curtain == curtain)
    return;

  self->curtain = curtain;
  emit_changed (self);
}

PivotTool
pivot_presentation_get_tool (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_TOOL_POINT);

  return self->tool;
}

/**
 * pivot_presentation_set_tool:
 * @self: a presentation
 * @tool: what the pointer does
 *
 * Takes pen or eraser, or lays both down.
 */
void
pivot_presentation_set_tool (PivotPresentation *self,
                             PivotTool          tool)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->tool == tool)
    return;

  self->tool = tool;
  emit_changed (self);
}

PivotProof
pivot_presentation_get_proof (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_PROOF_NONE);

  return self->proof;
}

/**
 * pivot_presentation_set_proof:
 * @self: a presentation
 * @proof: how to look at the page
 *
 * Shows the page as it comes out on worse equipment.
 */
void
pivot_presentation_set_proof (PivotPresentation *self,
                              PivotProof         proof)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->proof == proof)
    return;

  self->proof = proof;
  emit_changed (self);
}

/**
 * pivot_presentation_get_spotlight:
 * @self: a presentation
 * @radius: (out) (optional): of its circle, as a fraction of the page's height
 *
 * Returns: whether there is a spotlight
 */
gboolean
pivot_presentation_get_spotlight (PivotPresentation *self,
                                  double            *radius)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  if (radius != NULL)
    *radius = self->radius;

  return self->spotlight;
}

/**
 * pivot_presentation_set_spotlight:
 * @self: a presentation
 * @on: whether there is one
 * @radius: as a fraction of the page's height; brought within limits
 *
 * Lights a circle around the pointer, and darkens the rest.
 */
void
pivot_presentation_set_spotlight (PivotPresentation *self,
                                  gboolean           on,
                                  double             radius)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  self->spotlight = on;
  self->radius = CLAMP (radius, MIN_RADIUS, MAX_RADIUS);
  emit_changed (self);
}

gboolean
pivot_presentation_get_big_pointer (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  return self->big_pointer;
}

/**
 * pivot_presentation_set_big_pointer:
 * @self: a presentation
 * @big: whether the pointer is enlarged
 *
 * Lets the last row see where the pointer is.
 */
void
pivot_presentation_set_big_pointer (PivotPresentation *self,
                                    gboolean           big)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->big_pointer == big)
    return;

  self->big_pointer = big;
  emit_changed (self);
}

/**
 * pivot_presentation_get_pointer:
 * @self: a presentation
 * @x: (out): fraction of the page's width
 * @y: (out): fraction of its height
 *
 * Says where the pointer is: outside of 0 to 1, nowhere.
 */
void
pivot_presentation_get_pointer (PivotPresentation *self,
                                double            *x,
                                double            *y)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));
  g_return_if_fail (x != NULL && y != NULL);

  *x = self->pointer_x;
  *y = self->pointer_y;
}

/**
 * pivot_presentation_set_pointer:
 * @self: a presentation
 * @x: fraction of the page's width
 * @y: fraction of its height
 *
 * Moves what follows the pointer, on all screens.
 */
void
pivot_presentation_set_pointer (PivotPresentation *self,
                                double             x,
                                double             y)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  self->pointer_x = x;
  self->pointer_y = y;
  g_signal_emit (self, signals[POINTER_MOVED], 0);
}

gboolean
pivot_presentation_get_frozen (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  return self->frozen;
}

/**
 * pivot_presentation_set_frozen:
 * @self: a presentation
 * @frozen: whether the projector goes on showing what it shows now
 *
 * Lets the presenter prepare what comes next.
 */
void
pivot_presentation_set_frozen (PivotPresentation *self,
                               gboolean           frozen)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->frozen == frozen)
    return;

  self->frozen = frozen;
  emit_changed (self);
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
  emit_changed (self);
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
  g_signal_emit (self, signals[STROKES_CHANGED], 0);
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

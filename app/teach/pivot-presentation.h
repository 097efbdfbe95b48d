/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-session.h"
#include "pivot-strokes.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_CURTAIN_NONE,
  PIVOT_CURTAIN_BLACK,
  PIVOT_CURTAIN_WHITE,
} PivotCurtain;

typedef enum
{
  PIVOT_TOOL_POINT,
  PIVOT_TOOL_PEN,
  PIVOT_TOOL_ERASER,
} PivotTool;

/* How the page is looked at to see whether it survives. */
typedef enum
{
  PIVOT_PROOF_NONE,
  PIVOT_PROOF_PHOTOCOPY,
  PIVOT_PROOF_PROJECTOR,   /* one that is washed out by the light of the room */
} PivotProof;

/* A lesson in front of a class: which step is shown, and what is laid over it. It has a session of its own over the same dataset, so
 * that the view of the window it was started from stays as it is. The stage and the presenter's window both show this object.
 *
 * Signals: step-changed, after another step came up · strokes-changed · pointer-moved · changed, after anything else that is shown. */
#define PIVOT_TYPE_PRESENTATION (pivot_presentation_get_type ())
G_DECLARE_FINAL_TYPE (PivotPresentation, pivot_presentation, PIVOT, PRESENTATION, GObject)

PivotPresentation *pivot_presentation_new           (PivotDataset *dataset, PivotLesson *lesson,
                                                     guint position) G_GNUC_WARN_UNUSED_RESULT;
PivotSession      *pivot_presentation_get_session   (PivotPresentation *self); /* (transfer none) */
PivotLesson       *pivot_presentation_get_lesson    (PivotPresentation *self); /* (transfer none) */
PivotLessonStep   *pivot_presentation_get_step      (PivotPresentation *self); /* (transfer none); NULL: there is none */
guint              pivot_presentation_get_position  (PivotPresentation *self);
void               pivot_presentation_go            (PivotPresentation *self, guint position); /* past the end: the last */
gboolean           pivot_presentation_move          (PivotPresentation *self, int by); /* FALSE at the ends */
/* What is wrong, for the presenter's eyes only; NULL: nothing. */
const char        *pivot_presentation_get_problem   (PivotPresentation *self);

/* Digits of a step that is jumped to. */
void               pivot_presentation_type_digit    (PivotPresentation *self, guint digit);
const char        *pivot_presentation_get_typed     (PivotPresentation *self); /* "" if none are waiting */
gboolean           pivot_presentation_jump          (PivotPresentation *self); /* FALSE: no digits, or no such step */
void               pivot_presentation_forget_typed  (PivotPresentation *self);
/* "12" is position 11 of at least 12; FALSE: there is no such step. */
gboolean           pivot_presentation_parse_jump    (const char *text, guint n_steps, guint *position);

PivotCurtain       pivot_presentation_get_curtain   (PivotPresentation *self);
void               pivot_presentation_set_curtain   (PivotPresentation *self, PivotCurtain curtain);
PivotTool          pivot_presentation_get_tool      (PivotPresentation *self);
void               pivot_presentation_set_tool      (PivotPresentation *self, PivotTool tool);
PivotProof         pivot_presentation_get_proof     (PivotPresentation *self);
void               pivot_presentation_set_proof     (PivotPresentation *self, PivotProof proof);
gboolean           pivot_presentation_get_spotlight (PivotPresentation *self, double *radius); /* fraction of the height */
void               pivot_presentation_set_spotlight (PivotPresentation *self, gboolean on, double radius);
gboolean           pivot_presentation_get_big_pointer (PivotPresentation *self);
void               pivot_presentation_set_big_pointer (PivotPresentation *self, gboolean big);
/* Where the pointer is, as fractions of the page; outside of 0 to 1: nowhere. */
void               pivot_presentation_get_pointer   (PivotPresentation *self, double *x, double *y);
void               pivot_presentation_set_pointer   (PivotPresentation *self, double x, double y);
gboolean           pivot_presentation_get_frozen    (PivotPresentation *self);
void               pivot_presentation_set_frozen    (PivotPresentation *self, gboolean frozen);
gboolean           pivot_presentation_get_keeps_strokes (PivotPresentation *self);
void               pivot_presentation_set_keeps_strokes (PivotPresentation *self, gboolean keep);

/* What is drawn over the step. Whoever changes it says so, and it is the step's. */
PivotStrokes      *pivot_presentation_get_strokes   (PivotPresentation *self); /* (transfer none) */
void               pivot_presentation_strokes_drawn (PivotPresentation *self, gboolean finished);
void               pivot_presentation_clear_strokes (PivotPresentation *self);
/* Ends it: what is not kept is gone. */
void               pivot_presentation_end           (PivotPresentation *self);

G_END_DECLS

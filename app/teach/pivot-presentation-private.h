/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-presentation.h"

G_BEGIN_DECLS

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

typedef enum
{
  PIVOT_PRESENTATION_STEP_CHANGED,
  PIVOT_PRESENTATION_STROKES_CHANGED,
  PIVOT_PRESENTATION_POINTER_MOVED,
  PIVOT_PRESENTATION_CHANGED,
  PIVOT_PRESENTATION_N_SIGNALS
} PivotPresentationSignal;

void _pivot_presentation_emit         (PivotPresentation *self, PivotPresentationSignal signal);

/* No strokes yet, and those that come are kept. */
void _pivot_presentation_init_strokes (PivotPresentation *self);
/* Those of a step, or none; what cannot be read is a problem, unless there is one already. */
void _pivot_presentation_take_strokes (PivotPresentation *self, PivotLessonStep *step);

G_END_DECLS

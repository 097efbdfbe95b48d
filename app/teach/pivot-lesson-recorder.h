/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* Writes down what is done: each turn of the main loop that left another view is a step of a lesson, and moves of the map that
 * follow each other within a second are one. The desk where lessons lie is not part of a lesson.
 *
 * Properties (explicit notify, read only): lesson (the one that grows, NULL while nothing is recorded). */
#define PIVOT_TYPE_LESSON_RECORDER (pivot_lesson_recorder_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonRecorder, pivot_lesson_recorder, PIVOT, LESSON_RECORDER, GObject)

PivotLessonRecorder *pivot_lesson_recorder_new        (PivotSession        *session) G_GNUC_WARN_UNUSED_RESULT;
PivotLesson         *pivot_lesson_recorder_get_lesson (PivotLessonRecorder *self); /* (transfer none); NULL: not recording */
/* A new lesson, whose first step is the view as it is. A recording that is under way goes on. */
void                 pivot_lesson_recorder_start      (PivotLessonRecorder *self);
/* What was recorded (transfer full); NULL if nothing was being recorded. */
PivotLesson         *pivot_lesson_recorder_stop       (PivotLessonRecorder *self) G_GNUC_WARN_UNUSED_RESULT;
void                 pivot_lesson_recorder_flush      (PivotLessonRecorder *self); /* writes down now what would be soon */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-lesson-step.h"
#include "pivot-session.h"
#include "pivot-thumbnails.h"

G_BEGIN_DECLS

/* A step in the list of a lesson: a small picture of its view, its number and title, what it shows, and a mark if something of it
 * does not fit. */
#define PIVOT_TYPE_STEP_ROW (pivot_step_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotStepRow, pivot_step_row, PIVOT, STEP_ROW, GtkListBoxRow)

GtkWidget       *pivot_step_row_new        (PivotLessonStep *step, PivotSession *session,
                                            PivotThumbnails *thumbnails) G_GNUC_WARN_UNUSED_RESULT;
PivotLessonStep *pivot_step_row_get_step   (PivotStepRow *self); /* (transfer none) */
void             pivot_step_row_set_number (PivotStepRow *self, guint number, guint n);
void             pivot_step_row_update     (PivotStepRow *self); /* another dataset, another theme */

G_END_DECLS

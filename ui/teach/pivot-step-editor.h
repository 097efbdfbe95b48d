/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-lesson-step.h"

G_BEGIN_DECLS

/* The texts of a step: title, what the class reads, a question for it, and notes for who teaches. What is typed is in the step at
 * once. */
#define PIVOT_TYPE_STEP_EDITOR (pivot_step_editor_get_type ())
G_DECLARE_FINAL_TYPE (PivotStepEditor, pivot_step_editor, PIVOT, STEP_EDITOR, GtkWidget)

GtkWidget *pivot_step_editor_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* step: or NULL. editable: or only read. */
void       pivot_step_editor_set_step (PivotStepEditor *self, PivotLessonStep *step, gboolean editable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-recorder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* There while something is recorded: a red dot, and how many steps there are by now. It stops the recording. */
#define PIVOT_TYPE_RECORD_BUTTON (pivot_record_button_get_type ())
G_DECLARE_FINAL_TYPE (PivotRecordButton, pivot_record_button, PIVOT, RECORD_BUTTON, GtkWidget)

GtkWidget *pivot_record_button_new (PivotLessonRecorder *recorder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

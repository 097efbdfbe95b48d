/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The desk: the lessons there are, those of the dataset and one's own, and the one at hand. */
#define PIVOT_TYPE_LESSONS_VIEW (pivot_lessons_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotLessonsView, pivot_lessons_view, PIVOT, LESSONS_VIEW, GtkWidget)

GtkWidget *pivot_lessons_view_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

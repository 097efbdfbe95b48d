/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* How lessons meet a dataset that they were not made with: what a view names and the dataset has not is left out, and said. */

/* The view without what does not fit; the same bytes if all does (transfer full). said: of char*, gets a sentence for each thing that
 * is left out, or NULL. */
char    *pivot_lesson_fit_view         (PivotDataset *dataset, const char *view, GPtrArray *said) G_GNUC_WARN_UNUSED_RESULT;
/* What of a step's view does not fit, as sentences (transfer full; empty: all fits). */
char   **pivot_lesson_fit_check_step   (PivotDataset *dataset, PivotLessonStep *step) G_GNUC_WARN_UNUSED_RESULT;
/* What of a lesson does not fit as a whole, in a sentence or more (transfer full); NULL if it does. */
char    *pivot_lesson_fit_check_lesson (PivotDataset *dataset, PivotLesson *lesson) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what fits of a step's view, as one change of the session. */
void     pivot_lesson_fit_show         (PivotSession *session, PivotLessonStep *step);

G_END_DECLS

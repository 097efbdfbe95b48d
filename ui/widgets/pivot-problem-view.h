/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says why a dataset or a lesson could not be opened: a title, a sentence, every problem found, and what can be done.
 * Actions it uses: win.open, win.open-bundled, win.open-lesson. */
#define PIVOT_TYPE_PROBLEM_VIEW (pivot_problem_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotProblemView, pivot_problem_view, PIVOT, PROBLEM_VIEW, GtkWidget)

GtkWidget *pivot_problem_view_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_problem_view_set        (PivotProblemView *self,
                                          GFile            *folder,
                                          GListModel       *problems,
                                          const GError     *error);
void       pivot_problem_view_set_lesson (PivotProblemView *self,
                                          GFile            *file,
                                          GListModel       *problems,
                                          const GError     *error);

G_END_DECLS

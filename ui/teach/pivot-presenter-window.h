/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-stage-page.h"
#include "pivot-stopwatch.h"

G_BEGIN_DECLS

/* What the presenter sees: the page, which can be worked with, the next one, notes, question, clock, and what is wrong. Its buttons are
 * the actions of the group "stage". */
#define PIVOT_TYPE_PRESENTER_WINDOW (pivot_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (PivotPresenterWindow, pivot_presenter_window, PIVOT, PRESENTER_WINDOW, GtkWindow)

/* watch: outlives the window. */
GtkWidget *pivot_presenter_window_new  (PivotPresentation *presentation, PivotTheme *theme,
                                        PivotStopwatch *watch) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_presenter_window_tick (PivotPresenterWindow *self); /* the watch was started, stopped or reset */

G_END_DECLS

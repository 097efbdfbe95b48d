/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-stage-page.h"

G_BEGIN_DECLS

/* What the class sees: a page on the whole screen, or a curtain, or the still picture of a page while the presenter prepares the next. */
#define PIVOT_TYPE_STAGE_WINDOW (pivot_stage_window_get_type ())
G_DECLARE_FINAL_TYPE (PivotStageWindow, pivot_stage_window, PIVOT, STAGE_WINDOW, GtkWindow)

GtkWidget *pivot_stage_window_new (PivotPresentation *presentation, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_stage_window_show (PivotStageWindow *self, GdkMonitor *monitor);

G_END_DECLS

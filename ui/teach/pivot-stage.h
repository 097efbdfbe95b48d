/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-presentation.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* A presentation on the screen: the stage, the presenter's window, and the keys and actions of both. With two screens the class gets
 * the one that the program is not on, and the presenter's window comes by itself.
 *
 * Signal: ended, when the person leaves it; the windows are gone by then. While it lasts, the application has an action "presented",
 * whose state says what is shown. */
#define PIVOT_TYPE_STAGE (pivot_stage_get_type ())
G_DECLARE_FINAL_TYPE (PivotStage, pivot_stage, PIVOT, STAGE, GObject)

PivotStage *pivot_stage_new (GtkWindow *from, PivotPresentation *presentation, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
void        pivot_stage_end (PivotStage *self);

G_END_DECLS

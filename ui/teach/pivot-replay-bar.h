/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-desk.h"

G_BEGIN_DECLS

/* Lies over any page while a lesson is replayed: which step it is, and on, back, and out of it. Escape is out of it from everywhere;
 * arrows and the page keys go on and back while the bar has the keyboard. */
#define PIVOT_TYPE_REPLAY_BAR (pivot_replay_bar_get_type ())
G_DECLARE_FINAL_TYPE (PivotReplayBar, pivot_replay_bar, PIVOT, REPLAY_BAR, GtkWidget)

GtkWidget *pivot_replay_bar_new (PivotLessonDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

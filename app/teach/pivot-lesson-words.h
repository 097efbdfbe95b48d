/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* Views in a few words, for lists of steps. */

/* What a view shows: "Map: R&D intensity · 2 places" (transfer full). */
char *pivot_lesson_words_for_view   (PivotDataset *dataset, const char *view) G_GNUC_WARN_UNUSED_RESULT;
/* What was done between two views: "Measure: R&D intensity" (transfer full). before: NULL for none. */
char *pivot_lesson_words_for_change (PivotDataset *dataset, const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

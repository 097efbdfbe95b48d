/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts time while it runs. Times are µs of a clock that never goes back; all zeros is one that stands at nothing. */
typedef struct
{
  gint64   counted;   /* until it was last stopped */
  gint64   since;     /* when it was last started */
  gboolean running;
} PivotStopwatch;

void   pivot_stopwatch_toggle (PivotStopwatch *self, gint64 now);
void   pivot_stopwatch_reset  (PivotStopwatch *self, gint64 now); /* to nothing; it goes on running if it did */
gint64 pivot_stopwatch_get    (const PivotStopwatch *self, gint64 now);
char  *pivot_stopwatch_format (gint64 time) G_GNUC_WARN_UNUSED_RESULT; /* "4:05", "1:04:05" */

G_END_DECLS

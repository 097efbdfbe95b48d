/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stopwatch.h"

/**
 * pivot_stopwatch_toggle:
 * @self: a stopwatch
 * @now: what time it is
 *
 * Starts it, or stops it.
 */
void
pivot_stopwatch_toggle (PivotStopwatch *self,
                        gint64          now)
{
  g_return_if_fail (self != NULL);

  if (self->running)
    self->counted += now - self->since;
  self->since = now;
  self->running = !self->running;
}

/**
 * pivot_stopwatch_reset:
 * @self: a stopwatch
 * @now: what time it is
 *
 * Begins again from nothing.
 */
void
pivot_stopwatch_reset (PivotStopwatch *self,
                       gint64          now)
{
  g_return_if_fail (self != NULL);

  self->counted = 0;
  self->since = now;
}

/**
 * pivot_stopwatch_get:
 * @self: a stopwatch
 * @now: what time it is
 *
 * Returns: how long it ran
 */
gint64
pivot_stopwatch_get (const PivotStopwatch *self,
                     gint64                now)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counted + (self->running ? now - self->since : 0);
}

/**
 * pivot_stopwatch_format:
 * @time: µs
 *
 * Writes a length of time as a clock does.
 *
 * Returns: (transfer full): minutes and seconds, with hours if there are any
 */
char *
pivot_stopwatch_format (gint64 time)
{
  gint64 seconds = MAX (time, 0) / G_USEC_PER_SEC;
  guint hours = (guint) (seconds / 3600), minutes = (guint) (seconds / 60 % 60), rest = (guint) (seconds % 60);

  return hours > 0 ? g_strdup_printf ("%u:%02u:%02u", hours, minutes, rest) : g_strdup_printf ("%u:%02u", minutes, rest);
}

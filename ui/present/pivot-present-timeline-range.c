/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-timeline.h"

#include "pivot-date.h"

#include <math.h>
#include <string.h>

/* An end of the range: a day, or years with a fraction. */
static char *
end_to_text (PivotTimeKind kind,
             double        time)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (kind == PIVOT_TIME_DATE)
    return pivot_date_to_iso (time);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", time));
}

static double
end_from_text (PivotTimeKind  kind,
               const char    *text)
{
  PivotDateSpan span;
  char *end;
  double number;

  if (kind == PIVOT_TIME_DATE)
    return pivot_date_parse (text, &span) && span.precision == PIVOT_PRECISION_DAY ? span.start : NAN;

  number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' ? number : NAN;
}

/**
 * pivot_present_timeline_read_range:
 * @session: a session
 * @plot: a timeline that pivot_present_timeline() filled
 *
 * Shows the part of the time that the session says; all of it, if that was said of another firm or of another kind of axis.
 */
void
pivot_present_timeline_read_range (PivotSession      *session,
                                   PivotTimelinePlot *plot)
{
  PivotTimeKind kind;
  g_auto(GStrv) words = NULL;
  g_auto(GStrv) ends = NULL;
  double from = NAN, to = NAN;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (plot));

  kind = pivot_timeline_plot_get_kind (plot);
  words = g_strsplit (pivot_session_get_word (session, PIVOT_OPTION_TIMELINE_RANGE), " ", 2);
  if (g_strv_length (words) == 2 && g_strcmp0 (words[0], pivot_session_get_firm (session)) == 0)
    {
      ends = g_strsplit (words[1], "/", 2);
      if (g_strv_length (ends) == 2)
        {
          from = end_from_text (kind, ends[0]);
          to = end_from_text (kind, ends[1]);
        }
    }

  pivot_timeline_plot_set_range (plot, from, to);
}

/**
 * pivot_present_timeline_keep_range:
 * @session: a session
 * @plot: a timeline
 *
 * Puts what part of the time the timeline shows into the session.
 */
void
pivot_present_timeline_keep_range (PivotSession      *session,
                                   PivotTimelinePlot *plot)
{
  PivotTimeKind kind;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;
  double from, to;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (plot));

  if (pivot_session_get_firm (session) == NULL || !pivot_timeline_plot_get_range (plot, &from, &to))
    {
      pivot_session_set_word (session, PIVOT_OPTION_TIMELINE_RANGE, "");
      return;
    }

  kind = pivot_timeline_plot_get_kind (plot);
  first = end_to_text (kind, from);
  last = end_to_text (kind, to);
  text = g_strdup_printf ("%s %s/%s", pivot_session_get_firm (session), first, last);
  pivot_session_set_word (session, PIVOT_OPTION_TIMELINE_RANGE, text);
}

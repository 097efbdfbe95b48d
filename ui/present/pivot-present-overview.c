/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-overview.h"

#include "pivot-present-private.h"
#include "pivot-present-timeline.h"
#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

static char *
get_sentence (const PivotEventCounts *counts)
{
  GString *string = g_string_new (NULL);
  int first = pivot_event_counts_get_first_year (counts);
  int last = first + (int) pivot_event_counts_get_n_years (counts) - 1;

  /* Translators: what a chart shows; the numbers are years */
  _pivot_present_append_sentence (string, g_strdup_printf (_("Events of all firms by kind and year, from %1$d to %2$d."),
                                                           first, last));
  for (guint kind = 0; kind < PIVOT_N_EVENT_KINDS; kind++)
    {
      guint n = 0;

      for (int year = first; year <= last; year++)
        n += pivot_event_counts_get (counts, kind, year);
      if (n > 0)
        /* Translators: a kind of events and how many there are: "Listing: 14." */
        _pivot_present_append_sentence (string, g_strdup_printf (C_("overview", "%1$s: %2$u."),
                                                                 pivot_present_event_kind_label (kind), n));
    }

  return g_string_free (string, FALSE);
}

/**
 * pivot_present_overview: (skip)
 * @session: a session
 * @style: how it is drawn
 * @counts: (nullable): the counts of its dataset
 * @plot: what to fill
 *
 * Shows how many events of each kind there are in each year, and what years are chosen.
 */
void
pivot_present_overview (PivotSession           *session,
                        const PivotStyle       *style,
                        const PivotEventCounts *counts,
                        PivotDotGridPlot       *plot)
{
  PivotDotGridRow rows[PIVOT_N_EVENT_KINDS];
  guint n_years = counts != NULL ? pivot_event_counts_get_n_years (counts) : 0;
  g_autofree guint *cells = g_new0 (guint, MAX (1, PIVOT_N_EVENT_KINDS * n_years));
  g_autofree char *sentence = NULL;
  int first = 0, last = -1;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_DOT_GRID_PLOT (plot));

  for (guint kind = 0; kind < PIVOT_N_EVENT_KINDS; kind++)
    {
      rows[kind].label = pivot_present_event_kind_label (kind);
      pivot_present_event_sign (style, kind, PIVOT_PARTY_NONE, &rows[kind].sign);
      for (guint i = 0; i < n_years; i++)
        cells[kind * n_years + i] = pivot_event_counts_get (counts, kind,
                                                            pivot_event_counts_get_first_year (counts) + (int) i);
    }

  pivot_dot_grid_plot_set_data (plot, rows, n_years > 0 ? PIVOT_N_EVENT_KINDS : 0,
                                counts != NULL ? pivot_event_counts_get_first_year (counts) : 0, n_years, cells);
  sentence = n_years > 0 ? get_sentence (counts) : NULL;
  pivot_dot_grid_plot_set_texts (plot, counts != NULL ? _("No event is known.") : NULL, sentence);
  if (!pivot_present_get_years (session, &first, &last))
    last = first - 1;
  pivot_dot_grid_plot_set_chosen (plot, first, last);
}

/**
 * pivot_present_overview_line:
 * @session: a session
 * @counts: (nullable): the counts of its dataset
 * @unit: how many events a dot stands for, at most
 *
 * Writes what stands below the dots: how many events there are, and what a dot stands for.
 *
 * Returns: (transfer full): the line
 */
char *
pivot_present_overview_line (PivotSession           *session,
                             const PivotEventCounts *counts,
                             guint                   unit)
{
  g_autofree char *events = NULL;
  g_autofree char *firms = NULL;
  g_autofree char *line = NULL;
  guint n_events, n_firms;

  if (counts == NULL)
    return g_strdup (_("Counting the events…"));

  n_events = pivot_event_counts_get_n_events (counts);
  n_firms = pivot_event_counts_get_n_firms (counts);
  events = pivot_units_format_number (n_events, 0);
  firms = pivot_units_format_number (n_firms, 0);
  /* Translators: how many events there are, and in how many firms */
  line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s event, firms with events: %2$s",
                                       "%1$s events, firms with events: %2$s", n_events), events, firms);
  if (unit <= 1)
    return g_steal_pointer (&line);

  /* Translators: after how many events there are: what a dot of the chart stands for */
  return g_strdup_printf (_("%1$s · a dot stands for up to %2$u events"), line, unit);
}

/**
 * pivot_present_get_years:
 * @session: a session
 * @first: (out): the first year
 * @last: (out): the last
 *
 * Gets the years that the list of firms is narrowed to.
 *
 * Returns: `FALSE` if it is not narrowed to any
 */
gboolean
pivot_present_get_years (PivotSession *session,
                         int          *first,
                         int          *last)
{
  g_auto(GStrv) facets = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  facets = pivot_session_get_list (session, PIVOT_OPTION_FIRM_FACETS);
  for (guint i = 0; facets[i] != NULL; i++)
    if (pivot_years_parse (facets[i], first, last))
      return TRUE;

  return FALSE;
}

/**
 * pivot_present_set_years:
 * @session: a session
 * @first: the first year
 * @last: the last; before the first for all years
 *
 * Narrows the list of firms to those to which something happened in these years.
 */
void
pivot_present_set_years (PivotSession *session,
                         int           first,
                         int           last)
{
  g_auto(GStrv) facets = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *facet = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (session));

  facets = pivot_session_get_list (session, PIVOT_OPTION_FIRM_FACETS);
  for (guint i = 0; facets[i] != NULL; i++)
    {
      int from, to;

      if (!pivot_years_parse (facets[i], &from, &to))
        g_ptr_array_add (kept, facets[i]);
    }

  if (last >= first)
    {
      facet = pivot_years_to_facet (first, last);
      g_ptr_array_add (kept, facet);
    }
  g_ptr_array_add (kept, NULL);
  pivot_session_set_list (session, PIVOT_OPTION_FIRM_FACETS, (const char * const *) kept->pdata);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-timeline.h"

#include "pivot-date.h"
#include "pivot-present-private.h"
#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

static void
append (GString    *string,
        const char *part)
{
  g_string_append (string, C_("list separator", ", "));
  g_string_append (string, part);
}

/**
 * pivot_present_timeline_line:
 * @session: a session
 * @id: a mark
 *
 * Says in one line what a mark stands for: date, title, kind, party, and how it is known.
 *
 * Returns: (transfer full) (nullable): the line
 */
char *
pivot_present_timeline_line (PivotSession *session,
                             guint         id)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  PivotFirm *firm;
  g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, id, &firm);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autofree char *date = NULL;
  GString *string;

  if (event == NULL)
    return NULL;

  string = g_string_new (NULL);
  date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));
  if (pivot_present_timeline_firms (session, firms) > 1)
    g_string_append_printf (string, "%s · ", pivot_text_get (pivot_firm_get_name (firm)));
  /* Translators: an event: when, and what; "2013: First customer: China Unicom" */
  g_string_append_printf (string, C_("event", "%1$s: %2$s"), date, pivot_text_get (pivot_event_get_title (event)));

  g_string_append (string, " (");
  g_string_append (string, pivot_present_event_kind_label (pivot_event_get_kind (event)));
  if (pivot_event_get_party (event) != PIVOT_PARTY_NONE)
    append (string, pivot_present_party_label (pivot_event_get_party (event)));
  append (string, pivot_units_status_label (pivot_event_get_status (event)));
  conflicts = pivot_present_event_conflicts (pivot_session_get_dataset (session), firm, event);
  if (conflicts != NULL)
    append (string, _("sources disagree"));
  g_string_append_c (string, ')');

  return g_string_free (string, FALSE);
}

/**
 * pivot_present_timeline_text:
 * @session: a session
 *
 * Writes the timeline as text: what is shown, and then an event a line, in order of time.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_present_timeline_text (PivotSession *session)
{
  GString *string;
  g_autofree guint *ids = NULL;
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  string = g_string_new (NULL);
  _pivot_present_append_sentence (string, pivot_present_timeline_sentence (session));
  g_string_append_c (string, '\n');
  ids = pivot_present_timeline_ids (session, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = pivot_present_timeline_line (session, ids[i]);

      g_string_append_printf (string, "%s\n", line);
    }

  return g_string_free (string, FALSE);
}

/* A cell of a table: what would end it becomes a space. */
static void
append_cell (GString    *string,
             const char *text,
             gboolean    last)
{
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_c (string, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
  g_string_append_c (string, last ? '\n' : '\t');
}

static void
append_row (GString      *string,
            PivotSession *session,
            guint         id)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotFirm *firm;
  g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, id, &firm);
  PivotSource *source = pivot_dataset_find_source (dataset, pivot_event_get_source (event));

  append_cell (string, pivot_text_get (pivot_firm_get_name (firm)), FALSE);
  append_cell (string, pivot_event_get_date (event), FALSE);
  append_cell (string, pivot_event_get_end (event), FALSE);
  append_cell (string, pivot_present_event_kind_label (pivot_event_get_kind (event)), FALSE);
  append_cell (string, pivot_present_party_label (pivot_event_get_party (event)), FALSE);
  append_cell (string, pivot_text_get (pivot_event_get_title (event)), FALSE);
  append_cell (string, pivot_units_status_label (pivot_event_get_status (event)), FALSE);
  append_cell (string, source != NULL ? pivot_text_get (pivot_source_get_title (source)) : NULL, FALSE);
  append_cell (string, source != NULL ? pivot_source_get_url (source) : NULL, FALSE);
  append_cell (string, pivot_text_get (pivot_event_get_note (event)), TRUE);
}

/**
 * pivot_present_timeline_table:
 * @session: a session
 *
 * Writes the timeline as a table for a spreadsheet: columns with tabs between them, an event a line, dates by ISO 8601.
 *
 * Returns: (transfer full): the table
 */
char *
pivot_present_timeline_table (PivotSession *session)
{
  const char *heads[] = {
    C_("table head", "Firm"), C_("table head", "Date"), C_("table head", "End"), C_("table head", "Kind"),
    C_("table head", "Party"), C_("table head", "Event"), C_("table head", "Status"), C_("table head", "Source"),
    C_("table head", "Address"), C_("table head", "Note"),
  };
  GString *string;
  g_autofree guint *ids = NULL;
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  string = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    append_cell (string, heads[i], i + 1 == G_N_ELEMENTS (heads));

  ids = pivot_present_timeline_ids (session, &n);
  for (guint i = 0; i < n; i++)
    append_row (string, session, ids[i]);

  return g_string_free (string, FALSE);
}

static char *
names_to_text (PivotFirm * const *firms,
               guint              n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (string, C_("list separator", ", "));
      g_string_append (string, pivot_text_get (pivot_firm_get_name (firms[i])));
    }

  return g_string_free (string, FALSE);
}

/**
 * pivot_present_timeline_sentence:
 * @session: a session
 *
 * Says what the timeline shows: whose events, how many, from when to when, and how many of them the series itself does not have.
 *
 * Returns: (transfer full): the sentences; "" if there is no firm
 */
char *
pivot_present_timeline_sentence (PivotSession *session)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint n_firms, n = 0, n_added = 0;
  g_autofree guint *ids = NULL;
  g_autofree char *names = NULL;
  GString *string;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  n_firms = pivot_present_timeline_firms (session, firms);
  if (n_firms == 0)
    return g_strdup ("");

  names = names_to_text (firms, n_firms);
  ids = pivot_present_timeline_ids (session, &n);
  string = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, ids[i], NULL);

      n_added += pivot_event_get_status (event) != PIVOT_STATUS_PUBLISHED;
    }

  /* Translators: what a timeline shows: names of firms, and how many events */
  _pivot_present_append_sentence (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Timeline of %1$s with %2$u event.",
                                                                        "Timeline of %1$s with %2$u events.", n), names, n));
  if (n > 0)
    {
      g_autoptr(PivotEvent) first = pivot_present_timeline_event (session, ids[0], NULL);
      g_autoptr(PivotEvent) last = pivot_present_timeline_event (session, ids[n - 1], NULL);
      g_autofree char *from = pivot_units_format_date (pivot_event_get_date (first));
      g_autofree char *to = pivot_units_format_date (pivot_event_get_date (last));

      /* Translators: the dates of the first and the last event */
      _pivot_present_append_sentence (string, g_strdup_printf (_("From %1$s to %2$s."), from, to));
    }
  if (n_added > 0)
    _pivot_present_append_sentence (string,
                                    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event is added from other sources.",
                                                                  "%u events are added from other sources.", n_added),
                                                     n_added));

  return g_string_free (string, FALSE);
}

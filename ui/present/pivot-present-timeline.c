/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-timeline.h"

#include "pivot-date.h"
#include "pivot-present-words.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An id is the lane and the number of the event in its firm. */
#define LANE_SHIFT 26
#define EVENT_MASK ((1u << LANE_SHIFT) - 1)

static gboolean
is_age (PivotSession *session)
{
  return strcmp (pivot_session_get_word (session, PIVOT_OPTION_ALIGN), "age") == 0;
}

/**
 * pivot_present_timeline_firms:
 * @session: a session
 * @firms: (out caller-allocates): the firms, in the order of their lanes
 *
 * Gets whose events are shown: the firm of the page, and those it is compared with.
 *
 * Returns: how many
 */
guint
pivot_present_timeline_firms (PivotSession *session,
                              PivotFirm    *firms[PIVOT_TIMELINE_MAX_FIRMS])
{
  PivotDataset *dataset;
  g_auto(GStrv) compared = NULL;
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), 0);

  dataset = pivot_session_get_dataset (session);
  firms[0] = dataset != NULL ? pivot_dataset_find_firm (dataset, pivot_session_get_firm (session)) : NULL;
  if (firms[0] == NULL)
    return 0;

  n = 1;
  compared = pivot_session_get_list (session, PIVOT_OPTION_COMPARED_FIRMS);
  for (guint i = 0; compared[i] != NULL && n < PIVOT_TIMELINE_MAX_FIRMS; i++)
    {
      firms[n] = pivot_dataset_find_firm (dataset, compared[i]);
      if (firms[n] != NULL && firms[n] != firms[0] && (n < 2 || firms[n] != firms[1]))
        n++;
    }

  return n;
}

/**
 * pivot_present_events_are_hidden:
 * @session: a session
 * @word: a kind, a party, or a status of events
 *
 * Gets whether such events are left out.
 *
 * Returns: `TRUE` if they are
 */
gboolean
pivot_present_events_are_hidden (PivotSession *session,
                                 const char   *word)
{
  g_auto(GStrv) hidden = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  hidden = pivot_session_get_list (session, PIVOT_OPTION_HIDDEN_EVENTS);

  return g_strv_contains ((const char * const *) hidden, word);
}

/**
 * pivot_present_hide_events:
 * @session: a session
 * @word: a kind, a party, or a status of events
 * @hide: whether to leave them out
 *
 * Leaves such events out, or shows them again.
 */
void
pivot_present_hide_events (PivotSession *session,
                           const char   *word,
                           gboolean      hide)
{
  g_auto(GStrv) hidden = NULL;
  g_autoptr(GPtrArray) next = g_ptr_array_new ();

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (word != NULL);

  hidden = pivot_session_get_list (session, PIVOT_OPTION_HIDDEN_EVENTS);
  for (guint i = 0; hidden[i] != NULL; i++)
    if (strcmp (hidden[i], word) != 0)
      g_ptr_array_add (next, hidden[i]);
  if (hide)
    g_ptr_array_add (next, (gpointer) word);
  g_ptr_array_add (next, NULL);

  pivot_session_set_list (session, PIVOT_OPTION_HIDDEN_EVENTS, (const char * const *) next->pdata);
}

static gboolean
is_hidden (char       **hidden,
           PivotEvent  *event)
{
  const char * const *words = (const char * const *) hidden;

  return *words != NULL &&
         (g_strv_contains (words, pivot_enum_to_nick (PIVOT_TYPE_EVENT_KIND, (int) pivot_event_get_kind (event))) ||
          g_strv_contains (words, pivot_enum_to_nick (PIVOT_TYPE_PARTY, (int) pivot_event_get_party (event))) ||
          g_strv_contains (words, pivot_enum_to_nick (PIVOT_TYPE_STATUS, (int) pivot_event_get_status (event))));
}

static void
parse (GdkRGBA    *color,
       const char *text)
{
  gboolean ok = gdk_rgba_parse (color, text);

  g_assert (ok);
}

/**
 * pivot_present_event_sign: (skip)
 * @style: how it is drawn
 * @kind: what happened
 * @party: who the other party is
 * @sign: (out caller-allocates): the sign
 *
 * Chooses the sign of an event. Red and blue are told apart with any colour vision, and by their fills without colour.
 */
void
pivot_present_event_sign (const PivotStyle *style,
                          PivotEventKind    kind,
                          PivotParty        party,
                          PivotSign        *sign)
{
  static const PivotSignShape shapes[] = {
    [PIVOT_EVENT_FOUNDING] = PIVOT_SIGN_HOUSE, [PIVOT_EVENT_CUSTOMER] = PIVOT_SIGN_CIRCLE,
    [PIVOT_EVENT_LISTING] = PIVOT_SIGN_TRIANGLE, [PIVOT_EVENT_FINANCE] = PIVOT_SIGN_SQUARE,
    [PIVOT_EVENT_PRODUCT] = PIVOT_SIGN_HEXAGON, [PIVOT_EVENT_MILESTONE] = PIVOT_SIGN_DIAMOND,
  };
  static const PivotSignFill fills[] = {
    [PIVOT_PARTY_STATE] = PIVOT_SIGN_SOLID, [PIVOT_PARTY_PRIVATE] = PIVOT_SIGN_STRIPED,
    [PIVOT_PARTY_MIXED] = PIVOT_SIGN_HALVED, [PIVOT_PARTY_NONE] = PIVOT_SIGN_PLAIN,
  };
  const char *state = style->dark ? "#f0625d" : "#c01c28";
  const char *private = style->dark ? "#78aeed" : "#1a5fb4";
  const char *none = style->dark ? "#9a9996" : "#77767b";

  g_return_if_fail (style != NULL && sign != NULL);

  *sign = (PivotSign) { .shape = shapes[kind], .fill = fills[party] };
  parse (&sign->color, party == PIVOT_PARTY_PRIVATE ? private : party == PIVOT_PARTY_NONE ? none : state);
  parse (&sign->second, private);
}

/* From the beginning of the founding, in years: the year of founding counts as 0, whenever in it that was. */
static gboolean
get_founding (PivotFirm *firm,
              double    *years)
{
  PivotDateSpan span;
  GListModel *events = pivot_firm_get_events (firm);

  if (pivot_date_parse (pivot_firm_get_founded (firm), &span))
    {
      *years = pivot_date_to_years (span.start);
      return TRUE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) == PIVOT_EVENT_FOUNDING && pivot_date_parse (pivot_event_get_date (event), &span))
        {
          *years = pivot_date_to_years (span.start);
          return TRUE;
        }
    }

  return FALSE;
}

static guint
get_weight (PivotEvent *event,
            gboolean    disputed)
{
  guint weight = pivot_event_get_status (event) == PIVOT_STATUS_PUBLISHED ? 4 : 0;

  switch (pivot_event_get_kind (event))
    {
    case PIVOT_EVENT_FOUNDING:
    case PIVOT_EVENT_CUSTOMER:
    case PIVOT_EVENT_LISTING:
      weight += 2;
      break;
    default:
      break;
    }

  return weight + disputed;
}

static void
add_marks (PivotSession     *session,
           const PivotStyle *style,
           PivotFirm        *firm,
           guint             lane,
           char            **hidden,
           GArray           *marks,
           GStringChunk     *strings)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  GListModel *events = pivot_firm_get_events (firm);
  guint n = g_list_model_get_n_items (events);
  gboolean age = is_age (session);
  double founding = 0;

  if (age && !get_founding (firm, &founding))
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      g_autoptr(GPtrArray) conflicts = NULL;
      g_autofree char *line = NULL;
      PivotTimelineMark mark = { .id = lane << LANE_SHIFT | i, .lane = lane };
      PivotDateSpan span;

      if (is_hidden (hidden, event) ||
          !pivot_date_parse_range (pivot_event_get_date (event), pivot_event_get_end (event), &span))
        continue;

      conflicts = pivot_present_event_conflicts (dataset, firm, event);
      line = pivot_present_timeline_line (session, mark.id);
      mark.start = age ? pivot_date_to_years (span.start) - founding : span.start;
      mark.end = age ? pivot_date_to_years (span.end) - founding : span.end;
      mark.lasting = pivot_event_get_end (event) != NULL;
      pivot_present_event_sign (style, pivot_event_get_kind (event), pivot_event_get_party (event), &mark.sign);
      mark.sign.added = pivot_event_get_status (event) != PIVOT_STATUS_PUBLISHED;
      mark.sign.disputed = conflicts != NULL;
      mark.weight = get_weight (event, conflicts != NULL);
      mark.label = pivot_text_get (pivot_event_get_title (event));
      mark.text = g_string_chunk_insert (strings, line);
      g_array_append_val (marks, mark);
    }
}

static char *
get_title (PivotSession *session,
           PivotFirm    *firm)
{
  const char *name = pivot_text_get (pivot_firm_get_name (firm));
  double founding;

  if (!is_age (session))
    return g_strdup (name);

  if (!get_founding (firm, &founding))
    /* Translators: title of a firm's lane on an axis of years since founding */
    return g_strdup_printf (_("%s: when it was founded is not known"), name);

  /* Translators: title of a firm's lane on an axis of years since founding: name and year */
  return g_strdup_printf (_("%1$s, founded %2$d"), name, (int) floor (founding));
}

/**
 * pivot_present_timeline:
 * @session: a session
 * @style: how it is drawn
 * @plot: what to fill
 *
 * Shows the events of the session's firms on one time axis, by date or by years since founding.
 */
void
pivot_present_timeline (PivotSession      *session,
                        const PivotStyle  *style,
                        PivotTimelinePlot *plot)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (PivotTimelineMark));
  GStringChunk *strings;
  g_auto(GStrv) hidden = NULL;
  g_auto(GStrv) titles = NULL;
  g_autofree char *sentence = NULL;
  gboolean age;
  guint n;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (plot));

  n = pivot_present_timeline_firms (session, firms);
  age = is_age (session);
  hidden = pivot_session_get_list (session, PIVOT_OPTION_HIDDEN_EVENTS);
  titles = g_new0 (char *, PIVOT_TIMELINE_MAX_FIRMS + 1);
  strings = g_string_chunk_new (1024);
  for (guint lane = 0; lane < n; lane++)
    {
      add_marks (session, style, firms[lane], lane, hidden, marks, strings);
      /* The page of one firm says whose it is. */
      if (n > 1 || age)
        titles[lane] = get_title (session, firms[lane]);
    }

  sentence = pivot_present_timeline_sentence (session);
  pivot_timeline_plot_set_today (plot, age ? NAN : pivot_time_today ());
  pivot_timeline_plot_set_data (plot, age ? PIVOT_TIME_AGE : PIVOT_TIME_DATE, (const char * const *) titles, n,
                                (const PivotTimelineMark *) (gpointer) marks->data, marks->len);
  pivot_timeline_plot_set_texts (plot, age ? _("Years since founding; the year of founding is 0") : NULL,
                                 n == 0 ? _("No firm is chosen.")
                                 : *hidden != NULL ? _("All events are hidden.") : _("No event is known."),
                                 sentence);
  g_string_chunk_free (strings);
}

/**
 * pivot_present_timeline_event:
 * @session: a session
 * @id: a mark of the plot that pivot_present_timeline() filled
 * @firm: (out) (optional) (transfer none): whose it is
 *
 * Finds what a mark stands for.
 *
 * Returns: (transfer full) (nullable): the event
 */
PivotEvent *
pivot_present_timeline_event (PivotSession  *session,
                              guint          id,
                              PivotFirm    **firm)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint lane = id >> LANE_SHIFT;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  if (lane >= pivot_present_timeline_firms (session, firms))
    return NULL;

  if (firm != NULL)
    *firm = firms[lane];

  return g_list_model_get_item (pivot_firm_get_events (firms[lane]), id & EVENT_MASK);
}

/**
 * pivot_present_timeline_receipt:
 * @session: a session
 * @id: a mark of the plot
 *
 * Puts what a mark stands for into words.
 *
 * Returns: (transfer full) (nullable): the receipt; %NULL if there is no such mark
 */
PivotReceipt *
pivot_present_timeline_receipt (PivotSession *session,
                                guint         id)
{
  PivotFirm *firm;
  g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, id, &firm);

  if (event == NULL)
    return NULL;

  return pivot_receipt_new_for_event (pivot_session_get_dataset (session), firm, event);
}

typedef struct
{
  guint  id;
  double start;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

/**
 * pivot_present_timeline_ids:
 * @session: a session
 * @n: (out): how many
 *
 * Lists the marks of the events that are shown, in order of time.
 *
 * Returns: (transfer full) (array length=n): the ids
 */
guint *
pivot_present_timeline_ids (PivotSession *session,
                            guint        *n)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  g_auto(GStrv) hidden = NULL;
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_firms;
  guint *ids;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  n_firms = pivot_present_timeline_firms (session, firms);
  hidden = pivot_session_get_list (session, PIVOT_OPTION_HIDDEN_EVENTS);
  for (guint lane = 0; lane < n_firms; lane++)
    {
      GListModel *events = pivot_firm_get_events (firms[lane]);

      for (guint i = 0; i < g_list_model_get_n_items (events); i++)
        {
          g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
          Entry entry = { .id = lane << LANE_SHIFT | i };
          PivotDateSpan span;

          if (is_hidden (hidden, event) || !pivot_date_parse (pivot_event_get_date (event), &span))
            continue;

          entry.start = span.start;
          g_array_append_val (entries, entry);
        }
    }

  g_array_sort (entries, compare_entries);
  ids = g_new (guint, MAX (1, entries->len));
  for (guint i = 0; i < entries->len; i++)
    ids[i] = g_array_index (entries, Entry, i).id;
  *n = entries->len;

  return ids;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-asker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-date.h"
#include "pivot-units.h"

/* Questions about what the dataset's sources state: sums that do not add up, statements that disagree, what happened to firms. */

#define N_LINES 3
#define MAX_OPERANDS 6

/* "Share of all postgraduates, Shaanxi: 3.52"; NULL if it is no exact number. */
static char *
describe_value (PivotAsker *self,
                const char *path)
{
  const PivotValue *value = pivot_dataset_find_value (self->dataset, path);
  g_auto(GStrv) parts = g_strsplit (path, "/", 3);
  PivotMeasure *measure = pivot_dataset_find_measure (self->dataset, parts[0]);
  PivotFigure *figure = pivot_dataset_find_figure (self->dataset, parts[0]);
  g_autofree char *number = NULL;

  if (pivot_value_is_missing (value) || value->bound != PIVOT_BOUND_NONE)
    return NULL;

  number = pivot_units_format_number (value->number, MIN (pivot_units_count_decimals (value->number), 4u));
  if (measure != NULL)
    /* Translators: a number to compute with: what it is, of what, the number. */
    return g_strdup_printf (C_("value", "%1$s, %2$s: %3$s"), pivot_text_get (pivot_measure_get_label (measure)),
                            _pivot_asker_name (self, (guint) pivot_dataset_get_place_index (self->dataset, parts[1])), number);
  if (figure != NULL && parts[1] != NULL && parts[2] != NULL)
    {
      PivotSeries *series = pivot_figure_find_series (figure, parts[1]);
      const PivotPoint *point = series != NULL ? pivot_series_find_point (series, parts[2]) : NULL;

      if (point != NULL)
        return g_strdup_printf (C_("value", "%1$s, %2$s: %3$s"), pivot_text_get (pivot_series_get_label (series)),
                                point->label != NULL ? pivot_text_get (point->label) : point->x, number);
    }

  return NULL;
}

/* Whether a check is of a number that somebody else has printed, and computed. */
static gboolean
is_printed (PivotAsker *self,
            PivotCheck *check)
{
  PivotSource *source = check != NULL ? pivot_dataset_find_source (self->dataset, pivot_check_get_source (check)) : NULL;

  return source != NULL && pivot_source_get_kind (source) != PIVOT_SOURCE_COMPUTED &&
         pivot_check_get_kind (check) != PIVOT_CHECK_ROUNDING && pivot_check_get_bound (check) == PIVOT_BOUND_NONE;
}

/* Whether it can be done again on paper: few numbers, each of them there and exact. */
static gboolean
can_be_recomputed (PivotAsker *self,
                   PivotCheck *check)
{
  const char * const *of = check != NULL ? pivot_check_get_of (check) : NULL;
  guint n_paths = 0;

  if (!is_printed (self, check) || g_strv_length ((char **) of) > MAX_OPERANDS)
    return FALSE;

  for (guint i = 0; of[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (strchr (of[i], '/') == NULL)
        continue;
      text = describe_value (self, of[i]);
      if (text == NULL)
        return FALSE;
      n_paths++;
    }

  return n_paths > 0;
}

/* Whether a finding is about a measure that is shown, so that it comes before the others. */
static gboolean
is_near (PivotAsker   *self,
         PivotFinding *finding)
{
  const char * const *paths = pivot_finding_get_paths (finding);
  PivotMeasure *measures[] = { self->first.measure, self->second.measure };

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (measures); k++)
      {
        const char *id = measures[k] != NULL ? pivot_measure_get_id (measures[k]) : NULL;

        if (id != NULL && g_str_has_prefix (paths[i], id) && paths[i][strlen (id)] == '/')
          return TRUE;
      }

  return FALSE;
}

/* verdict: of a finding that is to be recomputed; a conflict has none. */
static PivotFinding *
draw_finding (PivotAsker   *self,
              PivotVerdict  verdict)
{
  g_autoptr(GPtrArray) near = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *from;

  for (guint i = 0; i < g_list_model_get_n_items (self->findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (self->findings, i);

      if (pivot_finding_get_verdict (finding) != verdict ||
          (verdict != PIVOT_FINDING_CONFLICT && !can_be_recomputed (self, pivot_finding_get_check (finding))))
        continue;
      g_ptr_array_add (is_near (self, finding) ? near : others, g_object_ref (finding));
    }

  from = near->len > 0 && (others->len == 0 || _pivot_asker_below (self, 2) == 0) ? near : others;

  return from->len > 0 ? g_object_ref (from->pdata[_pivot_asker_below (self, from->len)]) : NULL;
}

PivotQuestion *
_pivot_ask_check (PivotAsker *self,
                  const char *kind)
{
  gboolean fails = _pivot_asker_below (self, 4) > 0;
  g_autoptr(PivotFinding) finding = draw_finding (self, fails ? PIVOT_FINDING_FAILS : PIVOT_FINDING_HOLDS);
  g_autofree char *printed = NULL;
  const char * const *of;
  PivotQuestion *question;
  PivotCheck *check;

  if (finding == NULL)
    return NULL;

  check = pivot_finding_get_check (finding);
  of = pivot_check_get_of (check);
  question = _pivot_question_new (kind, PIVOT_LEVEL_EXPLAIN);
  question->subject = g_strdup (pivot_check_get_id (check));
  question->lines = N_LINES;
  question->limit = pivot_finding_get_printed (finding);
  question->number = pivot_finding_get_recomputed (finding);
  _pivot_question_add_receipt (question, g_strconcat ("check:", pivot_check_get_id (check), NULL));
  for (guint i = 0; of[i] != NULL; i++)
    if (strchr (of[i], '/') != NULL)
      {
        _pivot_question_add_choice (question, describe_value (self, of[i]));
        _pivot_question_add_receipt (question, g_strconcat ("value:", of[i], NULL));
      }
  printed = pivot_units_format_number (pivot_finding_get_printed (finding), pivot_check_get_decimals (check));
  /* Translators: a question: what is computed, "Gap of Zhejiang: share of postgraduates minus share of firms"; the number that is printed. Below
   * stand the numbers to compute with. */
  question->text = g_strdup_printf (_("“%1$s”: a source prints %2$s. Compute it again. Does it add up? If not, what may be the "
                                      "reason?"), pivot_text_get (pivot_check_get_title (check)), printed);
  /* Translators: an answer: the arithmetic, "3.52 − 2.35 = 1.17, printed 1.16". */
  question->answer = g_strdup_printf (pivot_finding_get_verdict (finding) == PIVOT_FINDING_FAILS ? _("No: %s.") : _("Yes: %s."),
                                      pivot_finding_get_arithmetic (finding));

  return _pivot_asker_end (self, question);
}

PivotQuestion *
_pivot_ask_conflict (PivotAsker *self,
                     const char *kind)
{
  g_autoptr(PivotFinding) finding = draw_finding (self, PIVOT_FINDING_CONFLICT);
  PivotCheck *check = finding != NULL ? pivot_finding_get_check (finding) : NULL;
  const char *assessment;
  PivotQuestion *question;

  if (check == NULL || pivot_check_get_n_statements (check) == 0)
    return NULL;

  question = _pivot_question_new (kind, PIVOT_LEVEL_EXPLAIN);
  question->subject = g_strdup (pivot_check_get_id (check));
  question->lines = N_LINES;
  _pivot_question_add_receipt (question, g_strconcat ("check:", pivot_check_get_id (check), NULL));
  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      const PivotStatement *statement = pivot_check_get_statement (check, i);
      g_autofree char *number = pivot_units_format_number (statement->number, pivot_units_count_decimals (statement->number));

      /* Translators: one of several statements that disagree: the number or text, where it stands. */
      _pivot_question_add_choice (question, g_strdup_printf (C_("statement", "%1$s: %2$s"),
                                                             statement->text != NULL ? pivot_text_get (statement->text) : number,
                                                             pivot_text_get (statement->where)));
    }
  /* Translators: a question: on what sources disagree. Below stands what they say. */
  question->text = g_strdup_printf (_("Sources disagree: “%s” Which of these would you trust, and how would you find out?"),
                                    pivot_text_get (pivot_check_get_title (check)));
  assessment = pivot_text_get (pivot_check_get_assessment (check));
  question->answer = assessment != NULL ? g_strdup_printf (_("In one's own words. What the dataset says of it: %s"), assessment)
                                        : g_strdup (_("In one's own words; the statements are below."));

  return _pivot_asker_end (self, question);
}

/* The first customers of a firm, of the state and private; −1: none. */
typedef struct
{
  PivotFirm *firm;
  int        first[2];
} Customers;

static gboolean
find_customers (PivotFirm *firm,
                Customers *customers)
{
  GListModel *events = pivot_firm_get_events (firm);
  PivotDateSpan spans[2];

  *customers = (Customers) { firm, { -1, -1 } };
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      guint party = pivot_event_get_party (event) == PIVOT_PARTY_PRIVATE;

      if (pivot_event_get_kind (event) != PIVOT_EVENT_CUSTOMER || customers->first[party] >= 0 ||
          (pivot_event_get_party (event) != PIVOT_PARTY_STATE && !party) ||
          !pivot_date_parse (pivot_event_get_date (event), &spans[party]))
        continue;
      customers->first[party] = (int) i;
    }

  return customers->first[0] >= 0 && customers->first[1] >= 0 &&
         (spans[0].end <= spans[1].start || spans[1].end <= spans[0].start);
}

static char *
describe_event (Customers *customers,
                guint      party)
{
  g_autoptr(PivotEvent) event = g_list_model_get_item (pivot_firm_get_events (customers->firm), (guint) customers->first[party]);
  g_autofree char *date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));

  /* Translators: in a sentence: what happened, and when. */
  return g_strdup_printf (C_("event", "%1$s (%2$s)"), pivot_text_get (pivot_event_get_title (event)), date);
}

PivotQuestion *
_pivot_ask_customers (PivotAsker *self,
                      const char *kind)
{
  GListModel *firms = pivot_dataset_get_firms (self->dataset);
  guint n = g_list_model_get_n_items (firms), first = n > 0 ? _pivot_asker_below (self, n) : 0;
  g_autofree char *state = NULL, *private = NULL;
  g_autoptr(PivotFirm) firm = NULL;
  Customers customers = { NULL };
  PivotQuestion *question;
  gboolean state_first;

  for (guint i = 0; i < n; i++)
    {
      g_clear_object (&firm);
      firm = g_list_model_get_item (firms, (first + i) % n);
      if (find_customers (firm, &customers))
        break;
      customers.firm = NULL;
    }
  if (customers.firm == NULL)
    return NULL;

  state_first = customers.first[0] < customers.first[1];
  question = _pivot_question_new (kind, PIVOT_LEVEL_EXPLAIN);
  question->subject = g_strdup (pivot_firm_get_id (firm));
  question->lines = N_LINES;
  question->number = customers.first[!state_first];
  for (guint i = 0; i < 2; i++)
    _pivot_question_add_receipt (question, g_strdup_printf ("event:%s/%d", pivot_firm_get_id (firm), customers.first[i]));
  state = describe_event (&customers, 0);
  private = describe_event (&customers, 1);
  /* Translators: a question: name of a firm. */
  question->text = g_strdup_printf (_("Which did %s have first, a customer of the state or a private one? Why may that matter to a "
                                      "young firm?"), pivot_text_get (pivot_firm_get_name (firm)));
  /* Translators: an answer: what happened first, then what happened later. */
  question->answer = g_strdup_printf (state_first ? _("One of the state: %1$s. The first private one: %2$s. The reason in one's own words.")
                                                  : _("A private one: %2$s. The first of the state: %1$s. The reason in one's own words."),
                                      state, private);

  return _pivot_asker_end (self, question);
}

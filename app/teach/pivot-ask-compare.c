/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-asker-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-units.h"

/* Questions that are answered by comparing, ordering and computing. */

#define N_ORDERED 4
#define N_MEDIAN 5
#define LEAST_RANKED 6
#define MAX_RANK 12
#define MAX_COUNTED 64
#define MAX_NEIGHBOURS 6
#define MAX_MEMBERS 12
#define MAX_TIED 3
/* A ratio that is printed with this many decimals, and no nearer to 1 than that shows. */
#define RATIO_DECIMALS 2
#define LEAST_RATIO 1.05

static PivotQuestion *
ask_higher (PivotAsker *self,
            const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, 2, FALSE);
  PivotQuestion *question;
  guint places[2], higher;

  if (column == NULL || !_pivot_asker_draw_places (self, column, G_N_ELEMENTS (places), places))
    return NULL;

  higher = column->printed[places[0]] > column->printed[places[1]] ? places[0] : places[1];
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, G_N_ELEMENTS (places));
  _pivot_asker_accept (self, question, column, &higher, 1);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    _pivot_question_add_choice (question, g_strdup (_pivot_asker_name (self, places[i])));
  question->is_choice = TRUE;
  question->lines = 0;
  /* Translators: a question: name of a measure; below stand two places. */
  question->text = g_strdup_printf (_("Which of the two has the higher value of “%s”?"), column->label);
  question->answer = _pivot_asker_join_values (self, column, &higher, 1);

  return _pivot_asker_end (self, question);
}

/* The place with the higher number first. */
static gboolean
draw_pair (PivotAsker        *self,
           const PivotColumn *column,
           guint              places[2])
{
  if (column == NULL || !_pivot_asker_draw_places (self, column, 2, places))
    return FALSE;

  _pivot_column_sort (column, places, 2);

  return TRUE;
}

/* "13.85 − 5.40 = 8.45", a minus in brackets. */
static char *
write_operand (const PivotColumn *column,
               double             number)
{
  g_autofree char *text = pivot_units_format_number (number, column->decimals);

  return number < 0 ? g_strdup_printf ("(%s)", text) : g_steal_pointer (&text);
}

static PivotQuestion *
ask_difference (PivotAsker *self,
                const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, 2, FALSE);
  g_autofree char *one = NULL, *other = NULL, *result = NULL;
  PivotQuestion *question;
  guint places[2];

  if (!draw_pair (self, column, places))
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, G_N_ELEMENTS (places));
  question->number = pivot_units_round (column->printed[places[0]] - column->printed[places[1]], column->decimals);
  one = pivot_units_format_number (column->printed[places[0]], column->decimals);
  other = write_operand (column, column->printed[places[1]]);
  result = pivot_units_format_number (question->number, column->decimals);
  /* Translators: a question: name of a measure, the place with the higher value, the one with the lower. */
  question->text = g_strdup_printf (_("“%1$s”: by how much is the value of %2$s higher than that of %3$s?"), column->label,
                                    _pivot_asker_name (self, places[0]), _pivot_asker_name (self, places[1]));
  question->answer = g_strdup_printf ("%s − %s = %s", one, other, result);

  return _pivot_asker_end (self, question);
}

/* A ratio says something only of amounts: of what has a true zero, and no sign. */
static PivotQuestion *
ask_ratio (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, 2, FALSE);
  g_autofree char *one = NULL, *other = NULL, *result = NULL;
  PivotQuestion *question;
  guint places[2];
  double ratio;

  if (column == NULL || pivot_measure_get_scale (column->measure) != PIVOT_SCALE_SEQUENTIAL || !draw_pair (self, column, places) ||
      !(column->printed[places[1]] > 0))
    return NULL;

  ratio = column->printed[places[0]] / column->printed[places[1]];
  if (ratio < LEAST_RATIO)
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, G_N_ELEMENTS (places));
  question->number = pivot_units_round (ratio, RATIO_DECIMALS);
  one = pivot_units_format_number (column->printed[places[0]], column->decimals);
  other = pivot_units_format_number (column->printed[places[1]], column->decimals);
  result = pivot_units_format_number (question->number, RATIO_DECIMALS);
  /* Translators: a question: name of a measure, the place with the higher value, the one with the lower. */
  question->text = g_strdup_printf (_("“%1$s”: how many times the value of %3$s is that of %2$s? Give two decimals."), column->label,
                                    _pivot_asker_name (self, places[0]), _pivot_asker_name (self, places[1]));
  question->answer = g_strdup_printf ("%s ÷ %s = %s", one, other, result);

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_rank (PivotAsker *self,
          const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_RANKED, TRUE);
  g_autoptr(GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  PivotQuestion *question;
  guint place, equal = 0;

  if (column == NULL || !_pivot_asker_draw_places (self, column, 1, &place))
    return NULL;

  for (guint i = 0; i < column->n_places; i++)
    {
      equal += column->printed[column->places[i]] == column->printed[place];
      if (column->printed[column->places[i]] > column->printed[place])
        g_array_append_val (above, column->places[i]);
    }
  if (equal > 1 || above->len >= MAX_RANK)
    return NULL;

  _pivot_column_sort (column, (guint *) (gpointer) above->data, above->len);
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, &place, 1);
  for (guint i = 0; i < above->len; i++)
    _pivot_question_add_value (question, self->dataset, column->measure, g_array_index (above, guint, i));
  question->number = above->len + 1;
  /* Translators: a question: name of a measure, name of a place. */
  question->text = g_strdup_printf (_("“%1$s”: which rank has %2$s, counted from the highest value?"), column->label,
                                    _pivot_asker_name (self, place));
  /* Translators: an answer: a rank, and of how many. */
  question->answer = g_strdup_printf (_("%1$u of %2$u"), above->len + 1, column->n_places);

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_order (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, N_ORDERED, FALSE);
  guint places[N_ORDERED], ordered[N_ORDERED];
  g_autofree char *names = NULL;
  PivotQuestion *question;

  if (column == NULL || !_pivot_asker_draw_places (self, column, N_ORDERED, places))
    return NULL;

  memcpy (ordered, places, sizeof places);
  _pivot_column_sort (column, ordered, N_ORDERED);
  names = _pivot_asker_join (self, places, N_ORDERED);
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, N_ORDERED);
  _pivot_asker_accept (self, question, column, ordered, N_ORDERED);
  /* Translators: a question: name of a measure, names of places. */
  question->text = g_strdup_printf (_("Put these places in order by “%1$s”, the highest value first: %2$s."), column->label, names);
  question->answer = _pivot_asker_join_values (self, column, ordered, N_ORDERED);

  return _pivot_asker_end (self, question);
}

/* A number between two that is as round as it can be; FALSE if none is rounder than what is printed. */
static gboolean
find_between (double  lower,
              double  upper,
              guint   decimals,
              double *between)
{
  double step = 1;

  for (guint i = 0; i < 12 && step < upper - lower; i++)
    step *= 10;
  for (guint i = 0; i < 24; i++, step /= 10)
    {
      double number = pivot_units_round (round ((lower + upper) / 2 / step) * step, decimals);

      if (number > lower && number < upper)
        {
          *between = number;
          return TRUE;
        }
    }

  return FALSE;
}

static PivotQuestion *
ask_count (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_RANKED, TRUE);
  g_autofree guint *order = NULL;
  g_autofree char *limit = NULL;
  PivotQuestion *question;
  double between;
  guint n;

  if (column == NULL || column->n_places > MAX_COUNTED)
    return NULL;

  /* From a quarter of them to three quarters. */
  n = column->n_places / 4 + _pivot_asker_below (self, column->n_places / 2 + 1);
  n = CLAMP (n, 1, column->n_places - 1);
  order = g_memdup2 (column->places, column->n_places * sizeof (guint));
  _pivot_column_sort (column, order, column->n_places);
  if (!find_between (column->printed[order[n]], column->printed[order[n - 1]], column->decimals, &between))
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, NULL, 0);
  _pivot_asker_accept (self, question, column, order, n);
  question->number = n;
  question->limit = between;
  limit = _pivot_column_format (column, between, pivot_units_count_decimals (between));
  /* Translators: a question: name of a measure, a number with its unit. */
  question->text = g_strdup_printf (_("“%1$s”: how many places have more than %2$s?"), column->label, limit);
  question->answer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n), n);

  return _pivot_asker_end (self, question);
}

/* Some of these that have an exact value, with as many at most; a limit among them would leave the answer open. */
static GArray *
pick_exact (const PivotColumn *column,
            const guint       *places,
            guint              n,
            guint              max)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      if (!isnan (column->printed[places[i]]))
        g_array_append_val (found, places[i]);
      else if (!pivot_value_is_missing (pivot_measure_get_value (column->measure, places[i])))
        return NULL;
    }

  return found->len <= max ? g_steal_pointer (&found) : NULL;
}

/* Which of some places is the highest, the places being there to choose from. */
static PivotQuestion *
ask_among (PivotAsker        *self,
           const char        *kind,
           const PivotColumn *column,
           GArray            *among)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *places = (const guint *) (gpointer) among->data;
  PivotQuestion *question;

  _pivot_column_find_extreme (column, places, among->len, TRUE, found);
  if (found->len > MAX_TIED || found->len == among->len)
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, among->len);
  _pivot_asker_accept (self, question, column, (const guint *) (gpointer) found->data, found->len);
  for (guint i = 0; i < among->len; i++)
    _pivot_question_add_choice (question, g_strdup (_pivot_asker_name (self, places[i])));
  question->is_choice = TRUE;
  question->lines = 0;
  question->answer = _pivot_asker_join_values (self, column, (const guint *) (gpointer) found->data, found->len);

  return question;
}

static PivotQuestion *
ask_neighbours (PivotAsker *self,
                const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, 3, FALSE);
  PivotGeometry *boundaries = pivot_dataset_get_boundaries (self->dataset);
  guint place, n;
  const guint *neighbours;
  g_autoptr(GArray) among = NULL;
  PivotQuestion *question;

  if (column == NULL || !_pivot_asker_draw_places (self, column, 1, &place))
    return NULL;

  neighbours = pivot_geometry_get_neighbours (boundaries, place, &n);
  among = pick_exact (column, neighbours, n, MAX_NEIGHBOURS);
  question = among != NULL && among->len >= 2 ? ask_among (self, kind, column, among) : NULL;
  if (question == NULL)
    return NULL;

  question->subject = g_strdup (pivot_place_get_id (pivot_dataset_get_place (self->dataset, place)));
  /* Translators: a question: name of a place, name of a measure; below stand the neighbours. */
  question->text = g_strdup_printf (_("Which of these neighbours of %1$s has the highest value of “%2$s”?"),
                                    _pivot_asker_name (self, place), column->label);

  return _pivot_asker_end (self, question);
}

static GArray *
list_members (PivotAsker *self,
              const char *group)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = pivot_dataset_get_n_places (self->dataset);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (self->dataset, i)), group))
      g_array_append_val (members, i);

  return members;
}

static PivotQuestion *
ask_group (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, 3, FALSE);
  GListModel *groups = pivot_dataset_get_groups (self->dataset);
  guint n = g_list_model_get_n_items (groups);
  g_autoptr(PivotGroup) group = n > 0 ? g_list_model_get_item (groups, _pivot_asker_below (self, n)) : NULL;
  g_autoptr(GArray) members = NULL, among = NULL;
  PivotQuestion *question;

  if (column == NULL || group == NULL)
    return NULL;

  members = list_members (self, pivot_group_get_id (group));
  among = pick_exact (column, (const guint *) (gpointer) members->data, members->len, MAX_MEMBERS);
  question = among != NULL && among->len >= 3 ? ask_among (self, kind, column, among) : NULL;
  if (question == NULL)
    return NULL;

  question->subject = g_strdup (pivot_group_get_id (group));
  /* Translators: a question: name of a group of places, name of a measure; below stand the places. */
  question->text = g_strdup_printf (_("Which of these places of the group “%1$s” has the highest value of “%2$s”?"),
                                    pivot_text_get (pivot_group_get_label (group)), column->label);

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_median (PivotAsker *self,
            const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, N_MEDIAN, FALSE);
  guint places[N_MEDIAN], ordered[N_MEDIAN];
  g_autofree char *names = NULL;
  PivotQuestion *question;

  if (column == NULL || !_pivot_asker_draw_places (self, column, N_MEDIAN, places))
    return NULL;

  memcpy (ordered, places, sizeof places);
  _pivot_column_sort (column, ordered, N_MEDIAN);
  names = _pivot_asker_join (self, places, N_MEDIAN);
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, column, places, N_MEDIAN);
  _pivot_asker_accept (self, question, column, &ordered[N_MEDIAN / 2], 1);
  question->number = column->printed[ordered[N_MEDIAN / 2]];
  /* Translators: a question: names of places, name of a measure. */
  question->text = g_strdup_printf (_("What is the median of “%2$s” for these places, and which place has it: %1$s?"), names,
                                    column->label);
  question->answer = _pivot_asker_join_values (self, column, &ordered[N_MEDIAN / 2], 1);

  return _pivot_asker_end (self, question);
}

/* Parity: a share of one thing that is as large as the share of the other. */
static PivotQuestion *
ask_parity (PivotAsker *self,
            const char *kind)
{
  PivotMeasure *measures[2];
  g_auto(PivotColumn) first = { NULL }, second = { NULL };
  g_autofree char *one = NULL, *other = NULL, *result = NULL;
  PivotQuestion *question;
  gboolean above;
  guint place, decimals;

  if (!_pivot_asker_find_shares (self, &measures[0], &measures[1]))
    return NULL;

  _pivot_column_init (&first, measures[0], self->session);
  _pivot_column_init (&second, measures[1], self->session);
  if (first.n_places < 3 || !_pivot_asker_draw_places (self, &first, 1, &place) || isnan (second.printed[place]) ||
      first.printed[place] == second.printed[place])
    return NULL;

  decimals = MAX (first.decimals, second.decimals);
  above = first.printed[place] > second.printed[place];
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_COMPARE, &first, &place, 1);
  _pivot_question_add_value (question, self->dataset, second.measure, place);
  question->against = g_strdup (pivot_measure_get_id (second.measure));
  question->number = pivot_units_round (first.printed[place] - second.printed[place], decimals);
  one = pivot_units_format_number (first.printed[place], first.decimals);
  other = pivot_units_format_number (second.printed[place], second.decimals);
  result = pivot_units_format_number (question->number, decimals);
  /* Translators: a question: name of a place, then of two measures that are shares of a whole. Parity: both shares are the same. */
  question->text = g_strdup_printf (_("Parity is where both shares are the same. Is %1$s above or below parity with its “%2$s” "
                                      "against its “%3$s”, and by how many percentage points?"),
                                    _pivot_asker_name (self, place), first.label, second.label);
  /* Translators: an answer: a subtraction. */
  question->answer = g_strdup_printf (above ? _("Above: %1$s − %2$s = %3$s") : _("Below: %1$s − %2$s = %3$s"), one, other, result);

  return _pivot_asker_end (self, question);
}

static gboolean
read_years (PivotFirm *firm,
            int       *years)
{
  const char *founded = pivot_firm_get_founded (firm), *listed = pivot_firm_get_listed (firm);

  if (founded == NULL || listed == NULL)
    return FALSE;

  *years = (int) (g_ascii_strtoll (listed, NULL, 10) - g_ascii_strtoll (founded, NULL, 10));

  return *years >= 0;
}

static PivotFirm *
draw_listed (PivotAsker *self)
{
  GListModel *firms = pivot_dataset_get_firms (self->dataset);
  PivotFirm *shown = pivot_dataset_find_firm (self->dataset, self->firm);
  guint n = g_list_model_get_n_items (firms), first = n > 0 ? _pivot_asker_below (self, n) : 0;
  int years;

  if (shown != NULL && read_years (shown, &years))
    return g_object_ref (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, (first + i) % n);

      if (read_years (firm, &years))
        return g_steal_pointer (&firm);
    }

  return NULL;
}

/* What is said of the founding elsewhere belongs to the receipt too. */
static void
add_founding (PivotQuestion *question,
              PivotFirm     *firm)
{
  GListModel *events = pivot_firm_get_events (firm);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) == PIVOT_EVENT_FOUNDING &&
          strncmp (pivot_event_get_date (event), pivot_firm_get_founded (firm), 4) == 0)
        _pivot_question_add_receipt (question, g_strdup_printf ("event:%s/%u", pivot_firm_get_id (firm), i));
    }
}

static PivotQuestion *
ask_years (PivotAsker *self,
           const char *kind)
{
  g_autoptr(PivotFirm) firm = draw_listed (self);
  g_autofree char *listed = NULL, *founded = NULL;
  PivotQuestion *question;
  int years;

  if (firm == NULL || !read_years (firm, &years))
    return NULL;

  question = _pivot_question_new (kind, PIVOT_LEVEL_COMPARE);
  question->subject = g_strdup (pivot_firm_get_id (firm));
  question->number = years;
  _pivot_question_add_receipt (question, g_strdup_printf ("fact:%s/founded", pivot_firm_get_id (firm)));
  _pivot_question_add_receipt (question, g_strdup_printf ("fact:%s/listed", pivot_firm_get_id (firm)));
  add_founding (question, firm);
  founded = g_strndup (pivot_firm_get_founded (firm), 4);
  listed = g_strndup (pivot_firm_get_listed (firm), 4);
  /* Translators: a question: name of a firm. */
  question->text = g_strdup_printf (_("How many years passed from the founding of %s to its listing? Subtract the years."),
                                    pivot_text_get (pivot_firm_get_name (firm)));
  question->answer = g_strdup_printf ("%s − %s = %d", listed, founded, years);

  return _pivot_asker_end (self, question);
}

const PivotAskKind _pivot_ask_compare[] = {
  { "higher", ask_higher },
  { "difference", ask_difference },
  { "ratio", ask_ratio },
  { "rank", ask_rank },
  { "order", ask_order },
  { "count", ask_count },
  { "neighbours", ask_neighbours },
  { "group", ask_group },
  { "median", ask_median },
  { "parity", ask_parity },
  { "years", ask_years },
  { NULL, NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-asker-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-date.h"
#include "pivot-units.h"

/* Questions that are answered by finding and reading. */

#define LEAST_PLACES 3
#define MAX_TIED 5

static PivotQuestion *
ask_value (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_PLACES, FALSE);
  PivotQuestion *question;
  guint place;

  if (column == NULL || !_pivot_asker_draw_places (self, column, 1, &place))
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_FIND, column, &place, 1);
  question->number = column->printed[place];
  /* Translators: a question: name of a measure, name of a place. */
  question->text = g_strdup_printf (_("What is the value of “%1$s” for %2$s?"), column->label, _pivot_asker_name (self, place));
  question->answer = _pivot_column_format_place (column, place);

  return _pivot_asker_end (self, question);
}

/* The same asked from the other end. */
static PivotQuestion *
ask_place (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_PLACES, FALSE);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *number = NULL;
  PivotQuestion *question;
  guint place;

  if (column == NULL || !_pivot_asker_draw_places (self, column, 1, &place))
    return NULL;

  for (guint i = 0; i < column->n_places; i++)
    if (column->printed[column->places[i]] == column->printed[place])
      g_array_append_val (found, column->places[i]);
  if (found->len > MAX_TIED)
    return NULL;

  number = _pivot_column_format_place (column, place);
  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_FIND, column, NULL, 0);
  question->limit = column->printed[place];
  _pivot_asker_accept (self, question, column, (const guint *) (gpointer) found->data, found->len);
  /* Translators: a question: name of a measure, a number with its unit. */
  question->text = g_strdup_printf (_("“%1$s”: which place has the value %2$s?"), column->label, number);
  question->answer = _pivot_asker_join (self, (const guint *) (gpointer) found->data, found->len);

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_extreme (PivotAsker *self,
             const char *kind,
             gboolean    highest)
{
  const PivotColumn *column = _pivot_asker_draw_column (self, LEAST_PLACES, TRUE);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  PivotQuestion *question;

  if (column == NULL)
    return NULL;

  _pivot_column_find_extreme (column, column->places, column->n_places, highest, found);
  if (found->len > MAX_TIED)
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_FIND, column, NULL, 0);
  _pivot_asker_accept (self, question, column, (const guint *) (gpointer) found->data, found->len);
  /* Translators: a question: name of a measure. */
  question->text = g_strdup_printf (highest ? _("Which place has the highest value of “%s”?")
                                            : _("Which place has the lowest value of “%s”?"), column->label);
  question->answer = _pivot_asker_join_values (self, column, (const guint *) (gpointer) found->data, found->len);
  question->number = column->printed[g_array_index (found, guint, 0)];

  return _pivot_asker_end (self, question);
}

static PivotQuestion *
ask_highest (PivotAsker *self,
             const char *kind)
{
  return ask_extreme (self, kind, TRUE);
}

static PivotQuestion *
ask_lowest (PivotAsker *self,
            const char *kind)
{
  return ask_extreme (self, kind, FALSE);
}

/* Between the limits of its class as they are printed: on one of them, the legend does not tell which side is meant. */
static gboolean
is_inside (const PivotClasses *classes,
           guint               index,
           guint               decimals,
           double              number)
{
  double lower = pivot_units_round (pivot_classes_get_lower (classes, index), decimals);
  double upper = pivot_units_round (pivot_classes_get_upper (classes, index), decimals);

  return (number > lower || (index == 0 && number == lower)) &&
         (number < upper || (index + 1 == pivot_classes_get_n (classes) && number == upper));
}

static PivotQuestion *
ask_class (PivotAsker *self,
           const char *kind)
{
  const PivotColumn *column = &self->first;
  PivotQuestion *question;
  guint place, decimals;
  int index;

  if (self->classes == NULL || column->n_places < LEAST_PLACES || pivot_classes_get_n (self->classes) < 2 ||
      !_pivot_asker_draw_places (self, column, 1, &place))
    return NULL;

  decimals = pivot_units_count_class_decimals (self->classes, column->measure);
  index = pivot_classes_find (self->classes, pivot_measure_get_value (column->measure, place)->number);
  if (index < 0 || !is_inside (self->classes, (guint) index, decimals, column->printed[place]))
    return NULL;

  question = _pivot_asker_begin (self, kind, PIVOT_LEVEL_FIND, column, &place, 1);
  for (guint i = 0; i < pivot_classes_get_n (self->classes); i++)
    _pivot_question_add_choice (question, pivot_units_format_range (pivot_classes_get_lower (self->classes, i),
                                                                    pivot_classes_get_upper (self->classes, i), decimals));
  question->is_choice = TRUE;
  question->lines = 0;
  question->number = index;
  /* Translators: a question: name of a place, name of a measure. */
  question->text = g_strdup_printf (_("In which class of the legend is %1$s, by “%2$s”?"), _pivot_asker_name (self, place),
                                    column->label);
  question->answer = g_strdup (pivot_question_get_choices (question)[index]);

  return _pivot_asker_end (self, question);
}

/* Whether the first event is certainly before the second, as coarse as the dates are. */
static gboolean
has_first (GListModel *events)
{
  g_autoptr(PivotEvent) one = g_list_model_get_item (events, 0);
  g_autoptr(PivotEvent) other = g_list_model_get_item (events, 1);
  PivotDateSpan first, second;

  return one != NULL && other != NULL && pivot_date_parse (pivot_event_get_date (one), &first) &&
         pivot_date_parse (pivot_event_get_date (other), &second) && first.end <= second.start;
}

static PivotFirm *
draw_firm (PivotAsker *self)
{
  GListModel *firms = pivot_dataset_get_firms (self->dataset);
  PivotFirm *shown = pivot_dataset_find_firm (self->dataset, self->firm);
  guint n = g_list_model_get_n_items (firms), first = n > 0 ? _pivot_asker_below (self, n) : 0;

  if (shown != NULL && has_first (pivot_firm_get_events (shown)))
    return g_object_ref (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, (first + i) % n);

      if (has_first (pivot_firm_get_events (firm)))
        return g_steal_pointer (&firm);
    }

  return NULL;
}

static PivotQuestion *
ask_first_event (PivotAsker *self,
                 const char *kind)
{
  g_autoptr(PivotFirm) firm = draw_firm (self);
  g_autoptr(PivotEvent) event = NULL;
  g_autofree char *date = NULL;
  PivotQuestion *question;

  if (firm == NULL)
    return NULL;

  event = g_list_model_get_item (pivot_firm_get_events (firm), 0);
  date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));
  question = _pivot_question_new (kind, PIVOT_LEVEL_FIND);
  question->subject = g_strdup (pivot_firm_get_id (firm));
  _pivot_question_add_receipt (question, g_strdup_printf ("event:%s/0", pivot_firm_get_id (firm)));
  /* Translators: a question: name of a firm. */
  question->text = g_strdup_printf (_("What is the first event that is known of %s, and when was it?"),
                                    pivot_text_get (pivot_firm_get_name (firm)));
  /* Translators: an answer: when, and what happened: "2012: Founded". */
  question->answer = g_strdup_printf (C_("answer", "%1$s: %2$s"), date, pivot_text_get (pivot_event_get_title (event)));

  return _pivot_asker_end (self, question);
}

const PivotAskKind _pivot_ask_find[] = {
  { "value", ask_value },
  { "highest", ask_highest },
  { "lowest", ask_lowest },
  { "class", ask_class },
  { "place", ask_place },
  { "first-event", ask_first_event },
  { NULL, NULL },
};

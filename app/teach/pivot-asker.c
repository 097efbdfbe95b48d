/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-asker-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-units.h"

/* With fewer selected places than these, all are asked about. */
#define LEAST_SELECTED 4

void
_pivot_column_init (PivotColumn  *self,
                    PivotMeasure *measure,
                    PivotSession *session)
{
  guint n;
  const double *numbers = pivot_measure_get_numbers (measure, &n);

  *self = (PivotColumn) {
    .measure = measure,
    .label = pivot_text_get (pivot_measure_get_label (measure)),
    .decimals = pivot_measure_get_decimals (measure),
    .printed = g_new (double, MAX (n, 1)),
    .places = g_new (guint, MAX (n, 1)),
    .pool = g_new (guint, MAX (n, 1)),
    .is_whole = TRUE,
  };

  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);
      gboolean missing = pivot_value_is_missing (value) || !isfinite (numbers[i]);
      gboolean exact = !missing && value->bound == PIVOT_BOUND_NONE;

      self->printed[i] = exact ? pivot_units_round (numbers[i], self->decimals) : NAN;
      self->is_whole = self->is_whole && (missing || exact);
      if (!exact)
        continue;
      self->places[self->n_places++] = i;
      if (pivot_session_is_selected (session, i))
        self->pool[self->n_pool++] = i;
    }

  if (self->n_pool < LEAST_SELECTED)
    {
      memcpy (self->pool, self->places, self->n_places * sizeof (guint));
      self->n_pool = self->n_places;
    }
}

void
_pivot_column_clear (PivotColumn *self)
{
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->pool, g_free);
  self->measure = NULL;
}

void
_pivot_asker_init (PivotAsker   *self,
                   PivotSession *session,
                   guint64       seed)
{
  PivotMeasure *measure = pivot_session_get_measure (session), *against = pivot_session_get_against (session);

  *self = (PivotAsker) {
    .session = session,
    .dataset = pivot_session_get_dataset (session),
    .classes = pivot_session_get_measure_classes (session),
    .findings = pivot_audit_run (pivot_session_get_dataset (session)),
    .firm = pivot_session_get_firm (session),
  };
  pivot_random_init (&self->random, seed, 1);
  if (self->classes != NULL)
    pivot_classes_ref (self->classes);
  if (measure != NULL)
    _pivot_column_init (&self->first, measure, session);
  if (measure != NULL && against != NULL && against != measure)
    _pivot_column_init (&self->second, against, session);
}

void
_pivot_asker_clear (PivotAsker *self)
{
  g_clear_pointer (&self->classes, pivot_classes_unref);
  g_clear_object (&self->findings);
  _pivot_column_clear (&self->first);
  _pivot_column_clear (&self->second);
}

guint
_pivot_asker_below (PivotAsker *self,
                    guint       n)
{
  return pivot_random_below (&self->random, n);
}

const PivotColumn *
_pivot_asker_draw_column (PivotAsker *self,
                          guint       least,
                          gboolean    whole)
{
  /* Drawn in any case, so that what follows does not hang on whether there is a second one. */
  gboolean second = _pivot_asker_below (self, 3) == 0;
  const PivotColumn *column = second && self->second.measure != NULL ? &self->second : &self->first;

  return column->measure != NULL && column->n_places >= least && (column->is_whole || !whole) ? column : NULL;
}

gboolean
_pivot_asker_draw_places (PivotAsker        *self,
                          const PivotColumn *column,
                          guint              n,
                          guint             *places)
{
  g_autofree guint *order = g_memdup2 (column->pool, column->n_pool * sizeof (guint));
  guint found = 0;

  pivot_random_shuffle (&self->random, order, column->n_pool);
  for (guint i = 0; i < column->n_pool && found < n; i++)
    {
      guint same = 0;

      while (same < found && column->printed[places[same]] != column->printed[order[i]])
        same++;
      if (same == found)
        places[found++] = order[i];
    }

  return found == n;
}

void
_pivot_column_find_extreme (const PivotColumn *self,
                            const guint       *places,
                            guint              n,
                            gboolean           highest,
                            GArray            *found)
{
  for (guint i = 0; i < n; i++)
    {
      double number = self->printed[places[i]];
      double best = found->len > 0 ? self->printed[g_array_index (found, guint, 0)] : number;

      if (highest ? number > best : number < best)
        g_array_set_size (found, 0);
      if (found->len == 0 || number == best)
        g_array_append_val (found, places[i]);
    }
}

static int
compare_numbers (gconstpointer one,
                 gconstpointer other,
                 gpointer      user_data)
{
  const double *printed = user_data;
  guint a = *(const guint *) one, b = *(const guint *) other;

  if (printed[a] != printed[b])
    return printed[a] < printed[b] ? 1 : -1;

  return (a > b) - (a < b);
}

void
_pivot_column_sort (const PivotColumn *self,
                    guint             *places,
                    guint              n)
{
  g_qsort_with_data (places, (int) n, sizeof (guint), compare_numbers, self->printed);
}

const char *
_pivot_asker_name (PivotAsker *self,
                   guint       place)
{
  return pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (self->dataset, place)));
}

static void
append_item (GString    *string,
             const char *text)
{
  if (string->len > 0)
    /* Translators: between the items of a list within a sentence: "Hebei, Hunan". */
    g_string_append (string, C_("list", ", "));
  g_string_append (string, text);
}

char *
_pivot_asker_join (PivotAsker  *self,
                   const guint *places,
                   guint        n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_item (string, _pivot_asker_name (self, places[i]));

  return g_string_free (string, FALSE);
}

static char *
name_value (PivotAsker        *self,
            const PivotColumn *column,
            guint              place)
{
  g_autofree char *number = pivot_units_format_number (column->printed[place], column->decimals);

  /* Translators: in a sentence: a place and its number: "Hebei (−1.59)". */
  return g_strdup_printf (C_("place", "%1$s (%2$s)"), _pivot_asker_name (self, place), number);
}

char *
_pivot_asker_join_two (PivotAsker        *self,
                       const PivotColumn *column,
                       const guint        places[2])
{
  g_autofree char *one = name_value (self, column, places[0]);
  g_autofree char *other = name_value (self, column, places[1]);

  /* Translators: two places with their numbers: "Hebei (−1.59) and Hunan (−2.34)". */
  return g_strdup_printf (C_("place", "%1$s and %2$s"), one, other);
}

char *
_pivot_asker_join_values (PivotAsker        *self,
                          const PivotColumn *column,
                          const guint       *places,
                          guint              n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = name_value (self, column, places[i]);

      append_item (string, text);
    }

  return g_string_free (string, FALSE);
}

char *
_pivot_column_format (const PivotColumn *self,
                      double             number,
                      guint              decimals)
{
  PivotValue value = { .number = number };

  return pivot_units_format_value (&value, decimals, pivot_text_get (pivot_measure_get_unit (self->measure)));
}

char *
_pivot_column_format_place (const PivotColumn *self,
                            guint              place)
{
  return _pivot_column_format (self, self->printed[place], self->decimals);
}

PivotQuestion *
_pivot_asker_begin (PivotAsker        *self,
                    const char        *kind,
                    PivotLevel         level,
                    const PivotColumn *column,
                    const guint       *places,
                    guint              n)
{
  PivotQuestion *question = _pivot_question_new (kind, level);

  question->measure = g_strdup (pivot_measure_get_id (column->measure));
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (question->places, places[i]);
      _pivot_question_add_value (question, self->dataset, column->measure, places[i]);
    }

  return question;
}

void
_pivot_asker_accept (PivotAsker        *self,
                     PivotQuestion     *question,
                     const PivotColumn *column,
                     const guint       *places,
                     guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (question->accepted, places[i]);
      _pivot_question_add_value (question, self->dataset, column->measure, places[i]);
    }
}

PivotQuestion *
_pivot_asker_end (PivotAsker    *self,
                  PivotQuestion *question)
{
  _pivot_question_close (question, self->dataset);

  return question;
}

static gboolean
take_difference (PivotAsker    *self,
                 PivotMeasure  *measure,
                 PivotMeasure **one,
                 PivotMeasure **other)
{
  const char * const *of = pivot_measure_get_of (measure);

  if (pivot_measure_get_derive (measure) != PIVOT_DERIVE_DIFFERENCE)
    return FALSE;

  *one = pivot_dataset_find_measure (self->dataset, of[0]);
  *other = pivot_dataset_find_measure (self->dataset, of[1]);

  return *one != NULL && *other != NULL && pivot_measure_is_share (*one) && pivot_measure_is_share (*other);
}

gboolean
_pivot_asker_find_shares (PivotAsker    *self,
                          PivotMeasure **one,
                          PivotMeasure **other)
{
  PivotMeasure *first = self->first.measure, *second = self->second.measure;

  if (first == NULL)
    return FALSE;

  if (second != NULL && pivot_measure_is_share (first) && pivot_measure_is_share (second))
    {
      *one = first;
      *other = second;
      return TRUE;
    }

  return take_difference (self, first, one, other) || (second != NULL && take_difference (self, second, one, other));
}

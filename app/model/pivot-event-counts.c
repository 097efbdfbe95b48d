/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-event-counts.h"

#include "pivot-thread.h"

#include <stdlib.h>
#include <string.h>

#define MOST_YEARS 10000
#define FACET "years:"

/* How many firms are read between two looks at whether it was cancelled. */
#define FIRMS_A_LOOK 1024

struct _PivotEventCounts
{
  int    first_year;
  guint  n_years;
  guint *counts;      /* by year and kind */
  guint  n_events;
  guint  n_firms;
};

G_DEFINE_BOXED_TYPE (PivotEventCounts, pivot_event_counts, pivot_event_counts_ref, pivot_event_counts_unref)

/* The loader has seen to it that a date begins with four digits. */
static int
get_year (PivotEvent *event)
{
  return atoi (pivot_event_get_date (event));
}

static void
count_firm (PivotFirm *firm,
            guint      (*all)[PIVOT_N_EVENT_KINDS],
            guint     *n_events)
{
  GListModel *events = pivot_firm_get_events (firm);
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      PivotEvent *event = g_list_model_get_item (events, i);

      all[CLAMP (get_year (event), 0, MOST_YEARS - 1)][pivot_event_get_kind (event)]++;
      g_object_unref (event);
    }
  *n_events += n;
}

static gboolean
is_empty (const guint *kinds)
{
  for (guint i = 0; i < PIVOT_N_EVENT_KINDS; i++)
    if (kinds[i] > 0)
      return FALSE;

  return TRUE;
}

/**
 * pivot_event_counts_new: (skip)
 * @dataset: a dataset
 * @cancellable: (nullable): to stop it
 *
 * Counts the events of all firms, by kind and by the year in which they began.
 *
 * Returns: (transfer full) (nullable): the counts; %NULL if it was cancelled
 */
PivotEventCounts *
pivot_event_counts_new (PivotDataset *dataset,
                        GCancellable *cancellable)
{
  g_autofree guint (*all)[PIVOT_N_EVENT_KINDS] = NULL;
  PivotEventCounts *self;
  GListModel *firms;
  guint n_firms = 0, n_events = 0, first = 0, last = MOST_YEARS;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);

  all = g_malloc0_n (MOST_YEARS, sizeof *all);
  firms = pivot_dataset_get_firms (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (firms); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);
      guint before = n_events;

      if (i % FIRMS_A_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;

      count_firm (firm, all, &n_events);
      n_firms += n_events > before;
    }

  self = g_atomic_rc_box_new0 (PivotEventCounts);
  self->n_events = n_events;
  self->n_firms = n_firms;
  if (n_events == 0)
    return self;

  while (is_empty (all[first]))
    first++;
  while (is_empty (all[last - 1]))
    last--;
  self->first_year = (int) first;
  self->n_years = last - first;
  self->counts = g_memdup2 (all[first], self->n_years * sizeof *all);

  return self;
}

static void
new_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  PivotEventCounts *self = pivot_event_counts_new (PIVOT_DATASET (data), cancellable);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) pivot_event_counts_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

void
pivot_event_counts_new_async (PivotDataset        *dataset,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (PIVOT_IS_DATASET (dataset));

  g_task_set_source_tag (task, pivot_event_counts_new_async);
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  pivot_run_in_thread (task, new_in_thread);
}

PivotEventCounts *
pivot_event_counts_new_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

PivotEventCounts *
pivot_event_counts_ref (PivotEventCounts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((PivotEventCounts *) data)->counts);
}

void
pivot_event_counts_unref (PivotEventCounts *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

int
pivot_event_counts_get_first_year (const PivotEventCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_year;
}

guint
pivot_event_counts_get_n_years (const PivotEventCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_years;
}

/**
 * pivot_event_counts_get: (skip)
 * @self: counts
 * @kind: a kind of events
 * @year: a year
 *
 * Gets how many events of a kind began in a year.
 *
 * Returns: the count, 0 for years before the first and after the last
 */
guint
pivot_event_counts_get (const PivotEventCounts *self,
                        PivotEventKind          kind,
                        int                     year)
{
  g_return_val_if_fail (self != NULL, 0);

  if (year < self->first_year || year - self->first_year >= (int) self->n_years)
    return 0;

  return self->counts[(guint) (year - self->first_year) * PIVOT_N_EVENT_KINDS + kind];
}

guint
pivot_event_counts_get_n_events (const PivotEventCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

guint
pivot_event_counts_get_n_firms (const PivotEventCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_firms;
}

/**
 * pivot_years_parse:
 * @facet: what a list of firms is narrowed by
 * @first: (out): the first year
 * @last: (out): the last, not before the first
 *
 * Reads `years:2015-2018`.
 *
 * Returns: `FALSE` if it is something else
 */
gboolean
pivot_years_parse (const char *facet,
                   int        *first,
                   int        *last)
{
  g_auto(GStrv) years = NULL;
  guint64 from, to;

  g_return_val_if_fail (facet != NULL && first != NULL && last != NULL, FALSE);

  if (!g_str_has_prefix (facet, FACET))
    return FALSE;

  years = g_strsplit (facet + strlen (FACET), "-", 2);
  if (g_strv_length (years) != 2 ||
      !g_ascii_string_to_unsigned (years[0], 10, 0, MOST_YEARS - 1, &from, NULL) ||
      !g_ascii_string_to_unsigned (years[1], 10, from, MOST_YEARS - 1, &to, NULL))
    return FALSE;

  *first = (int) from;
  *last = (int) to;

  return TRUE;
}

char *
pivot_years_to_facet (int first,
                      int last)
{
  return g_strdup_printf (FACET "%d-%d", first, last);
}

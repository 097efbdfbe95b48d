/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-coloring.h"
#include "pivot-present-private.h"
#include "pivot-stats.h"
#include "pivot-units.h"

#include <math.h>

/* The track that all bars share. */
typedef struct
{
  double lower, upper;  /* values at its two ends */
  double base;          /* value where bars start */
} Track;

/* Bars start at zero, at the midpoint of a diverging measure, or at the least score; the track holds that and every value. */
static void
track_init (Track        *self,
            PivotMeasure *measure)
{
  guint n;
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  double midpoint = pivot_measure_get_midpoint (measure);
  double least, most;

  self->base = midpoint == midpoint ? midpoint : 0;
  self->lower = self->upper = self->base;
  if (pivot_measure_get_range (measure, &least, &most))
    {
      self->base = self->lower = least;
      self->upper = most;
    }

  for (guint i = 0; i < n; i++)
    if (numbers[i] == numbers[i])
      {
        self->lower = MIN (self->lower, numbers[i]);
        self->upper = MAX (self->upper, numbers[i]);
      }
}

static double
track_place (const Track *self,
             double       number)
{
  /* Halved, so that two numbers near the ends of double do not overflow. */
  double span = self->upper / 2 - self->lower / 2;

  return span > 0 ? CLAMP ((number / 2 - self->lower / 2) / span, 0, 1) : 0;
}

static void
bar_init (PivotBar         *bar,
          const Track      *track,
          const PivotValue *value,
          const GdkRGBA    *color)
{
  double at = track_place (track, value->number);
  double zero = track_place (track, track->base);

  bar->from = MIN (at, zero);
  bar->to = MAX (at, zero);
  bar->zero = zero > 0 ? zero : -1;
  bar->bound = value->bound != PIVOT_BOUND_NONE;
  bar->color = *color;
}

static PivotRankRow *
make_row (PivotDataset     *dataset,
          PivotMeasure     *measure,
          const PivotValue *value,
          guint             place,
          guint             rank,
          const PivotBar   *bar)
{
  const char *name = _pivot_present_short_name (dataset, place);
  g_autofree char *text = pivot_units_format_value (value, pivot_measure_get_decimals (measure), NULL);

  return pivot_rank_row_new (place, value != NULL ? rank : 0, name, text, bar);
}

typedef struct
{
  guint place;
  guint rank;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* Places in the order of the list: ranked ones first, the others in the dataset's order. */
static Ranked *
sort_places (PivotMeasure *measure,
             guint         n_places)
{
  guint n_numbers;
  const double *numbers = pivot_measure_get_numbers (measure, &n_numbers);
  g_autofree guint *ranks = g_new0 (guint, n_places);
  Ranked *order = g_new (Ranked, n_places);

  pivot_stats_rank (numbers, MIN (n_numbers, n_places), TRUE, ranks);
  for (guint i = 0; i < n_places; i++)
    {
      order[i].place = i;
      order[i].rank = ranks[i] > 0 ? ranks[i] : G_MAXUINT;
    }
  qsort (order, n_places, sizeof *order, compare_ranked);

  return order;
}

/**
 * pivot_present_ranking:
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Ranks the places by the measure.
 *
 * Places with a value come first, from the highest to the lowest; equal ones share a rank and keep the dataset's order. Places
 * without one follow, with rank 0 and a bar that is marked as missing.
 *
 * Returns: (transfer full): list of `PivotRankRow`, empty without a dataset
 */
GListModel *
pivot_present_ranking (PivotSession     *session,
                       const PivotStyle *style)
{
  GListStore *store;
  PivotDataset *dataset;
  PivotMeasure *measure, *truth;
  g_auto(PivotColoring) coloring = { 0 };
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree Ranked *order = NULL;
  Track track;
  guint n_places;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  store = g_list_store_new (PIVOT_TYPE_RANK_ROW);
  dataset = pivot_session_get_dataset (session);
  measure = dataset != NULL ? pivot_session_get_measure (session) : NULL;
  if (measure == NULL)
    return G_LIST_MODEL (store);

  n_places = pivot_dataset_get_n_places (dataset);
  if (n_places == 0)
    return G_LIST_MODEL (store);

  pivot_coloring_init (&coloring, session, style);
  order = sort_places (measure, n_places);
  rows = g_ptr_array_new_full (n_places, g_object_unref);
  track_init (&track, measure);
  truth = pivot_dataset_find_measure (dataset, pivot_measure_get_id (measure));

  for (guint i = 0; i < n_places; i++)
    {
      const PivotValue *value = _pivot_present_value (measure, order[i].place);
      PivotBar bar = { .zero = -1, .missing = value == NULL };
      gboolean supposed = pivot_session_is_supposed (session, order[i].place);
      GdkRGBA color;

      if (value != NULL)
        {
          /* With two measures a place may have this value and yet no colour on the map. */
          if (pivot_coloring_get (&coloring, order[i].place, &color) == PIVOT_REGION_NO_DATA)
            color = style->no_data_line;
          bar_init (&bar, &track, value, &color);
          bar.supposed = supposed && _pivot_present_value (truth, order[i].place)->number != value->number;
        }
      g_ptr_array_add (rows, make_row (dataset, measure, value, order[i].place, order[i].rank, &bar));
    }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

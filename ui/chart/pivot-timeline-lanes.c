/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-timeline-private.h"

#define MOST_PITCH 60.0

/* So many marks in a lane are laid out with names; more are counted only, by columns. */
#define MOST_NAMED 160

/* How long labels may be, in px: the first length with which all marks have room is taken. */
static const double lengths[] = { 1200, 420, 300, 210, 150 };

void
_pivot_timeline_count_marks (PivotTimelinePlot *self)
{
  PivotTimelineLayout *layout = &self->layout;

  for (guint i = 0; i < self->n_marks; i++)
    {
      PivotTimelineLane *box = &layout->lanes[self->marks[i].lane];

      if (self->marks[i].end <= layout->from)
        box->n_before++;
      else if (self->marks[i].start >= layout->to)
        box->n_after++;
      else
        box->n_within++;
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PivotTimelineItem *first = a, *second = b;

  if (first->x != second->x)
    return first->x > second->x ? -1 : 1;

  return (first->mark < second->mark) - (first->mark > second->mark);
}

/* The marks of a lane that lie in the range, from the last to the first; none if they are too many to be named. */
static void
collect (PivotTimelinePlot *self,
         guint              lane,
         GArray            *items)
{
  const PivotTimelineLayout *layout = &self->layout;

  g_array_set_size (items, 0);
  if (layout->lanes[lane].n_within > MOST_NAMED)
    return;

  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].lane == lane && self->marks[i].end > layout->from && self->marks[i].start < layout->to)
      {
        PivotTimelineItem item;

        _pivot_timeline_init_item (self, &item, i);
        g_array_append_val (items, item);
      }
  g_array_sort (items, compare_items);
}

static double
get_lane_height (const PivotTimelineLane *lane,
                 const PivotStyle        *style,
                 guint                    n_levels)
{
  return lane->title_height + lane->foot + MAX (n_levels, 1) * PIVOT_TIMELINE_LEAST_PITCH * style->scale;
}

/* How much each lane needs with the longest labels with which all have room, or with the shortest. */
static void
find_needed (PivotTimelinePlot  *self,
             const PivotStyle   *style,
             GArray            **items,
             double              height,
             guint              *needed)
{
  for (guint length = 0; length < G_N_ELEMENTS (lengths); length++)
    {
      double sum = (self->n_lanes - 1) * PIVOT_TIMELINE_LANE_GAP * style->scale;

      for (guint lane = 0; lane < self->n_lanes; lane++)
        {
          guint levels = _pivot_timeline_try_length (self, style, items[lane], lengths[length], 0);

          needed[lane] = MAX (1, levels);
          sum += get_lane_height (&self->layout.lanes[lane], style, needed[lane]);
        }
      if (sum <= height)
        return;
    }
}

/* Who needs little gets all of it, and the others share what is left. */
static void
share_levels (const guint *needed,
              guint        n,
              double       total,
              double      *given)
{
  guint n_left = n;

  for (guint i = 0; i < n; i++)
    given[i] = -1;

  while (n_left > 0)
    {
      guint least = n;

      for (guint i = 0; i < n; i++)
        if (given[i] < 0 && (least == n || needed[i] < needed[least]))
          least = i;

      given[least] = MIN (MAX (needed[least], 1), total / n_left);
      total -= given[least];
      n_left--;
    }

  /* What nobody needs makes room between the levels. */
  for (guint i = 0; i < n; i++)
    given[i] += total / n;
}

static void
place_lanes (PivotTimelinePlot *self,
             const PivotStyle  *style,
             const guint       *needed)
{
  PivotTimelineLayout *layout = &self->layout;
  g_autofree double *given = g_new (double, self->n_lanes);
  double pitch = PIVOT_TIMELINE_LEAST_PITCH * style->scale;
  double fixed = (self->n_lanes - 1) * PIVOT_TIMELINE_LANE_GAP * style->scale;
  double y = layout->area.y;

  for (guint lane = 0; lane < self->n_lanes; lane++)
    fixed += layout->lanes[lane].title_height + layout->lanes[lane].foot;
  share_levels (needed, self->n_lanes, MAX (layout->area.height - fixed, 0) / pitch, given);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      PivotTimelineLane *box = &layout->lanes[lane];
      double room = given[lane] * pitch;

      box->top = y;
      box->n_levels = (guint) floor (given[lane] + 1e-6);
      box->base = y + box->title_height + box->foot + room;
      box->pitch = pitch;
      y = box->base + PIVOT_TIMELINE_LANE_GAP * style->scale;
    }
}

/* What has no room goes, and what stays may say more for it. */
static void
fold_lane (PivotTimelinePlot *self,
           const PivotStyle  *style,
           guint              lane,
           GArray            *items)
{
  PivotTimelineLane *box = &self->layout.lanes[lane];
  guint n_levels = MAX (box->n_levels, 1);

  _pivot_timeline_thin_out (self, (PivotTimelineItem *) (gpointer) items->data, items->len, n_levels);
  for (guint length = 0; length < G_N_ELEMENTS (lengths); length++)
    if (_pivot_timeline_try_length (self, style, items, lengths[length], 1) <= n_levels)
      break;

  box->pitch = PIVOT_TIMELINE_LEAST_PITCH * style->scale;
  _pivot_timeline_add_folds (self, lane, (const PivotTimelineItem *) (gpointer) items->data, items->len);
}

/* Where one lane is short of room, another need not be brief. */
static void
name_lane (PivotTimelinePlot *self,
           const PivotStyle  *style,
           GArray            *items,
           PivotTimelineLane *box)
{
  double room = box->base - box->top - box->title_height - box->foot;
  guint used = box->n_levels;

  for (guint length = 0; length < G_N_ELEMENTS (lengths); length++)
    {
      used = _pivot_timeline_try_length (self, style, items, lengths[length], 0);
      if (used <= box->n_levels)
        break;
    }

  box->pitch = CLAMP (room / MAX (used, 1), PIVOT_TIMELINE_LEAST_PITCH * style->scale, MOST_PITCH * style->scale);
}

static void
finish_lane (PivotTimelinePlot *self,
             const PivotStyle  *style,
             guint              lane,
             GArray            *items,
             guint              needed)
{
  PivotTimelineLayout *layout = &self->layout;
  PivotTimelineLane *box = &layout->lanes[lane];
  PivotTimelineItem *first = (PivotTimelineItem *) (gpointer) items->data;

  if (box->n_within > MOST_NAMED)
    _pivot_timeline_fold_all (self, lane);
  else if (needed > box->n_levels)
    fold_lane (self, style, lane, items);
  else
    name_lane (self, style, items, box);
  _pivot_timeline_lengthen (self, style, items);

  for (guint i = 0; i < items->len; i++)
    if (!first[i].folded)
      g_array_append_val (layout->items, first[i]);
}

void
_pivot_timeline_fill_lanes (PivotTimelinePlot *self,
                            const PivotStyle  *style)
{
  PivotTimelineLayout *layout = &self->layout;
  g_autofree GArray **items = g_new0 (GArray *, self->n_lanes);
  g_autofree guint *needed = g_new0 (guint, self->n_lanes);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      items[lane] = g_array_new (FALSE, FALSE, sizeof (PivotTimelineItem));
      collect (self, lane, items[lane]);
    }

  find_needed (self, style, items, layout->area.height, needed);
  place_lanes (self, style, needed);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      finish_lane (self, style, lane, items[lane], needed[lane]);
      g_array_unref (items[lane]);
    }
}

double
_pivot_timeline_measure_lane (PivotTimelinePlot *self,
                              const PivotStyle  *style,
                              guint              lane)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (PivotTimelineItem));

  collect (self, lane, items);

  return get_lane_height (&self->layout.lanes[lane], style, _pivot_timeline_try_length (self, style, items, lengths[2], 0));
}

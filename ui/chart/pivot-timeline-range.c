/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-timeline-private.h"

/* Space beside the first and the last mark when all are shown, of the whole. */
#define PADDING 0.03

/* Today is shown as well if it is not farther than this, of the whole. */
#define NEAR_TODAY 0.12

/* The least and the greatest range: two weeks and four times all there is. */
#define LEAST_DAYS 14.0
#define LEAST_YEARS 0.5
#define MOST_TIMES 4.0

static double
get_unit (PivotTimelinePlot *self)
{
  return self->kind == PIVOT_TIME_DATE ? LEAST_DAYS : LEAST_YEARS;
}

/* All marks, with some space, and today if that is near. */
static void
get_whole (PivotTimelinePlot *self,
           double            *from,
           double            *to)
{
  double length = MAX (self->most - self->least, get_unit (self));

  *from = self->least - PADDING * length;
  *to = self->most + PADDING * length;
  if (isfinite (self->today) && self->today > *to && self->today < self->most + NEAR_TODAY * length)
    *to = self->today + PADDING * length;
}

void
_pivot_timeline_plot_get_shown (PivotTimelinePlot *self,
                                double            *from,
                                double            *to)
{
  if (isfinite (self->from) && isfinite (self->to))
    {
      *from = self->from;
      *to = self->to;
    }
  else
    get_whole (self, from, to);
}

/**
 * pivot_timeline_plot_set_range:
 * @self: a timeline
 * @from: where it begins; NaN for all
 * @to: where it ends
 *
 * Sets what part of the time is shown: never much more than there is, and always some of it.
 */
void
pivot_timeline_plot_set_range (PivotTimelinePlot *self,
                               double             from,
                               double             to)
{
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));

  if (!isfinite (from) || !isfinite (to) || from >= to)
    from = to = NAN;
  else if (self->n_marks > 0)
    {
      double whole_from, whole_to, length, centre = (from + to) / 2;

      get_whole (self, &whole_from, &whole_to);
      length = CLAMP (to - from, get_unit (self), MOST_TIMES * (whole_to - whole_from));
      centre = CLAMP (centre, whole_from, whole_to);
      from = centre - length / 2;
      to = centre + length / 2;
    }

  if ((self->from == from && self->to == to) || (isnan (from) && isnan (self->from)))
    return;

  self->from = from;
  self->to = to;
  _pivot_timeline_plot_change (self);
}

/**
 * pivot_timeline_plot_get_range:
 * @self: a timeline
 * @from: (out): where it begins
 * @to: (out): where it ends
 *
 * Gets what part of the time is shown.
 *
 * Returns: `FALSE` if it is all
 */
gboolean
pivot_timeline_plot_get_range (PivotTimelinePlot *self,
                               double            *from,
                               double            *to)
{
  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  _pivot_timeline_plot_get_shown (self, from, to);

  return isfinite (self->from);
}

/**
 * pivot_timeline_plot_zoom:
 * @self: a timeline
 * @factor: how much longer the range becomes
 * @around: the time that stays where it is
 *
 * Shows more of the time, or less.
 */
void
pivot_timeline_plot_zoom (PivotTimelinePlot *self,
                          double             factor,
                          double             around)
{
  double from, to, length;

  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));
  g_return_if_fail (factor > 0);

  if (self->n_marks == 0)
    return;

  _pivot_timeline_plot_get_shown (self, &from, &to);
  length = (to - from) * factor;

  /* At the end of what it can do it stands still, rather than wander. */
  if (factor < 1 && length < get_unit (self))
    factor = get_unit (self) / (to - from);
  if (factor != 1)
    pivot_timeline_plot_set_range (self, around + (from - around) * factor, around + (to - around) * factor);
}

/**
 * pivot_timeline_plot_pan:
 * @self: a timeline
 * @by: how far, in the units of its time
 *
 * Shows an earlier or a later part of the time.
 */
void
pivot_timeline_plot_pan (PivotTimelinePlot *self,
                         double             by)
{
  double from, to;

  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));

  if (self->n_marks == 0)
    return;

  _pivot_timeline_plot_get_shown (self, &from, &to);
  pivot_timeline_plot_set_range (self, from + by, to + by);
}

/**
 * pivot_timeline_plot_reveal:
 * @self: a timeline
 * @id: a mark
 *
 * Moves the range so that the mark is in it. If it is, nothing happens.
 */
void
pivot_timeline_plot_reveal (PivotTimelinePlot *self,
                            guint              id)
{
  double from, to, middle;
  int index;

  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));

  index = _pivot_timeline_plot_find_index (self, id);
  if (index < 0)
    return;

  _pivot_timeline_plot_get_shown (self, &from, &to);
  if (self->marks[index].end > from && self->marks[index].start < to)
    return;

  middle = (self->marks[index].start + self->marks[index].end) / 2;
  pivot_timeline_plot_set_range (self, middle - (to - from) / 2, middle + (to - from) / 2);
}

/**
 * pivot_timeline_plot_to_time:
 * @self: a timeline
 * @style: how it looks
 * @width: its width
 * @x: a place in it
 *
 * Gets the time at a place.
 *
 * Returns: the time
 */
double
pivot_timeline_plot_to_time (PivotTimelinePlot *self,
                             const PivotStyle  *style,
                             double             width,
                             double             x)
{
  const PivotTimelineLayout *layout;

  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), NAN);
  g_return_val_if_fail (style != NULL, NAN);

  layout = _pivot_timeline_plot_lay_out (self, style, width, self->layout.valid ? self->layout.height : width);

  return layout->from + (x - layout->area.x) / layout->area.width * (layout->to - layout->from);
}

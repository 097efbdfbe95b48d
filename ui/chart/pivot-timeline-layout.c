/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "pivot-timeline-private.h"

#define TOP 8.0
#define RADIUS 7.0
#define FOOT 8.0              /* between the lowest level and the axis, if nothing stands there */

double
_pivot_timeline_layout_project (const PivotTimelineLayout *self,
                                double                     time)
{
  return self->area.x + (time - self->from) / (self->to - self->from) * self->area.width;
}

double
_pivot_timeline_layout_get_y (const PivotTimelineLayout *self,
                              guint                      lane,
                              guint                      level)
{
  const PivotTimelineLane *box = &self->lanes[lane];

  return box->base - box->foot - (level + 0.5) * box->pitch;
}

/* What an item takes of the plot. */
cairo_rectangle_t
_pivot_timeline_layout_get_box (const PivotTimelineLayout *self,
                                const PivotTimelineItem   *item)
{
  double height = PIVOT_TIMELINE_LEAST_PITCH * self->scale;

  return (cairo_rectangle_t) { item->left, _pivot_timeline_layout_get_y (self, item->lane, item->level) - height / 2,
                               item->right - item->left, height };
}

cairo_rectangle_t
_pivot_timeline_layout_get_fold_box (const PivotTimelineLayout *self,
                                     const PivotTimelineFold   *fold)
{
  double height = (PIVOT_TIMELINE_LEAST_PITCH - 3) * self->scale;

  return (cairo_rectangle_t) { fold->left, _pivot_timeline_layout_get_y (self, fold->lane, 0) - height / 2,
                               fold->right - fold->left, height };
}

const PivotTimelineItem *
_pivot_timeline_layout_find_item (const PivotTimelineLayout *self,
                                  guint                      mark)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PivotTimelineItem *item = &g_array_index (self->items, PivotTimelineItem, i);

      if (item->mark == mark)
        return item;
    }

  return NULL;
}

const PivotTimelineFold *
_pivot_timeline_layout_find_fold (const PivotTimelineLayout *self,
                                  guint                      mark)
{
  for (guint i = 0; i < self->folds->len; i++)
    {
      const PivotTimelineFold *fold = &g_array_index (self->folds, PivotTimelineFold, i);

      for (guint k = 0; k < fold->n; k++)
        if (g_array_index (self->folded, guint, fold->first + k) == mark)
          return fold;
    }

  return NULL;
}

static void
prepare (PivotTimelinePlot *self,
         const PivotStyle  *style,
         double             width,
         double             height)
{
  PivotTimelineLayout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  PivotTextLook title = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double below, title_height;

  pivot_lettering_set_font (self->letters, style);
  layout->scale = style->scale;
  layout->radius = RADIUS * style->scale;
  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout->tick_height);
  title.bold = TRUE;
  pivot_lettering_measure (self->letters, &title, "0", NULL, &title_height);
  _pivot_timeline_plot_get_shown (self, &layout->from, &layout->to);

  /* Ticks stand on one line; what they lie in, or the title, on the next. */
  below = 2 * layout->tick_height + 10 * style->scale;
  layout->area = (cairo_rectangle_t) { PIVOT_TIMELINE_SIDE * style->scale, TOP * style->scale,
                                       MAX (1, width - 2 * PIVOT_TIMELINE_SIDE * style->scale),
                                       MAX (1, height - below - TOP * style->scale) };
  pivot_time_ticks_init (&layout->ticks, self->kind, layout->from, layout->to,
                         (guint) (layout->area.width / (52 * style->scale)));

  layout->lanes = g_new0 (PivotTimelineLane, MAX (1, self->n_lanes));
  _pivot_timeline_count_marks (self);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      PivotTimelineLane *box = &layout->lanes[lane];

      box->title_height = self->titles[lane] != NULL ? title_height + 4 * style->scale : 0;
      /* What is out of sight is told there. */
      box->foot = box->n_before + box->n_after > 0 ? layout->tick_height + 3 * style->scale : FOOT * style->scale;
    }
  _pivot_timeline_measure_fold (self, style);
}

static gboolean
is_current (const PivotTimelineLayout *layout,
            const PivotStyle          *style,
            double                     width,
            double                     height)
{
  return layout->valid && layout->width == width && layout->height == height &&
         layout->font_size == style->font_size && layout->scale == style->scale && strcmp (layout->font, style->font) == 0;
}

const PivotTimelineLayout *
_pivot_timeline_plot_lay_out (PivotTimelinePlot *self,
                              const PivotStyle  *style,
                              double             width,
                              double             height)
{
  PivotTimelineLayout *layout = &self->layout;

  if (is_current (layout, style, width, height))
    return layout;

  _pivot_timeline_plot_drop_layout (self);
  layout->items = g_array_new (FALSE, FALSE, sizeof (PivotTimelineItem));
  layout->folds = g_array_new (FALSE, FALSE, sizeof (PivotTimelineFold));
  layout->folded = g_array_new (FALSE, FALSE, sizeof (guint));
  prepare (self, style, width, height);
  if (self->n_lanes > 0)
    _pivot_timeline_fill_lanes (self, style);

  layout->width = width;
  layout->height = height;
  layout->font_size = style->font_size;
  g_strlcpy (layout->font, style->font, sizeof layout->font);
  layout->valid = TRUE;

  return layout;
}

void
_pivot_timeline_plot_drop_layout (PivotTimelinePlot *self)
{
  PivotTimelineLayout *layout = &self->layout;

  layout->valid = FALSE;
  g_clear_pointer (&layout->lanes, g_free);
  g_clear_pointer (&layout->items, g_array_unref);
  g_clear_pointer (&layout->folds, g_array_unref);
  g_clear_pointer (&layout->folded, g_array_unref);
}

/**
 * pivot_timeline_plot_measure_height: (skip)
 * @self: a timeline
 * @style: how it looks
 * @width: its width
 *
 * Finds the height with which each mark has its name, if not all of it.
 *
 * Returns: the height
 */
double
pivot_timeline_plot_measure_height (PivotTimelinePlot *self,
                                    const PivotStyle  *style,
                                    double             width)
{
  PivotTimelineLayout *layout = &self->layout;
  double height;

  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  _pivot_timeline_plot_drop_layout (self);
  prepare (self, style, width, 0);
  height = 2 * layout->tick_height + (10 + TOP) * style->scale +
           (MAX (self->n_lanes, 1) - 1) * PIVOT_TIMELINE_LANE_GAP * style->scale;
  for (guint lane = 0; lane < self->n_lanes; lane++)
    height += _pivot_timeline_measure_lane (self, style, lane);
  _pivot_timeline_plot_drop_layout (self);

  return ceil (height);
}

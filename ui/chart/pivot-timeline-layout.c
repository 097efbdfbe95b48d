/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "pivot-timeline-private.h"

#define SIDE 14.0
#define TOP 8.0
#define RADIUS 7.0
#define LABEL_GAP 5.0
#define ITEM_GAP 8.0
#define LEAST_PITCH 19.0
#define MOST_PITCH 60.0
#define LANE_GAP 10.0
#define FOOT 8.0              /* between the lowest level and the axis, if nothing stands there */

/* A label that finds less than this part of its width on the right goes to the left. */
#define LEAST_PART 0.75

/* So many marks in a lane are laid out with names; more are counted only, by columns. */
#define MOST_NAMED 160

/* How long labels may be, in px: the first length with which all marks have room is taken. */
static const double lengths[] = { 1200, 420, 300, 210, 150 };

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
  double height = LEAST_PITCH * self->scale;

  return (cairo_rectangle_t) { item->left, _pivot_timeline_layout_get_y (self, item->lane, item->level) - height / 2,
                               item->right - item->left, height };
}

cairo_rectangle_t
_pivot_timeline_layout_get_fold_box (const PivotTimelineLayout *self,
                                     const PivotTimelineFold   *fold)
{
  double height = (LEAST_PITCH - 3) * self->scale;

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

/* Measured once for a type size. */
static double
get_label_width (PivotTimelinePlot *self,
                 const PivotStyle  *style,
                 guint              mark)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);

  if (self->width_size != look.size)
    {
      for (guint i = 0; i < self->n_marks; i++)
        self->widths[i] = -1;
      self->width_size = look.size;
    }
  if (self->widths[mark] < 0)
    pivot_lettering_measure (self->letters, &look, self->marks[mark].label, &self->widths[mark], NULL);

  return self->widths[mark];
}

/* Beside the sign if the bar has room, else behind the bar or before it, whole if it can be. */
static void
place_label (const PivotTimelineLayout *layout,
             PivotTimelineItem         *item,
             double                     width,
             double                     most)
{
  double gap = LABEL_GAP * layout->scale;
  double end = layout->area.x + layout->area.width;
  double behind = MAX (item->x1, item->x + layout->radius) + gap;
  double before = MIN (item->x0, item->x - layout->radius) - gap;
  double wanted = MIN (width, most);

  item->label_x = item->x + layout->radius + gap;
  item->label_width = wanted;
  if (item->label_x + wanted <= MIN (item->x1 - gap, end))
    return;

  if (behind + wanted <= end || (before - layout->area.x < wanted && end - behind >= LEAST_PART * wanted))
    {
      item->label_x = behind;
      item->label_width = MIN (wanted, end - behind);
    }
  else if (before - layout->area.x >= LEAST_PART * wanted)
    {
      item->label_width = MIN (wanted, before - layout->area.x);
      item->label_x = before - item->label_width;
    }
  else
    /* The bar goes on over both ends, or nearly. */
    item->label_width = MAX (0, MIN (wanted, end - item->label_x));
}

static void
init_item (PivotTimelinePlot   *self,
           PivotTimelineItem   *item,
           guint                mark)
{
  const PivotTimelineLayout *layout = &self->layout;
  const PivotTimelineMark *from = &self->marks[mark];
  double left = layout->area.x, right = layout->area.x + layout->area.width;

  *item = (PivotTimelineItem) { .mark = mark, .lane = from->lane };
  item->x0 = CLAMP (_pivot_timeline_layout_project (layout, from->start), left - SIDE * layout->scale, right);
  item->x1 = CLAMP (_pivot_timeline_layout_project (layout, from->end), left, right + SIDE * layout->scale);
  item->x = CLAMP ((MAX (item->x0, left) + MIN (item->x1, right)) / 2, left, right);
}

static void
set_extent (const PivotTimelineLayout *layout,
            PivotTimelineItem         *item)
{
  double half = ITEM_GAP / 2 * layout->scale;

  item->left = MIN (item->x0, item->x - layout->radius);
  item->right = MAX (item->x1, item->x + layout->radius);
  if (item->label_width > 0)
    {
      item->left = MIN (item->left, item->label_x);
      item->right = MAX (item->right, item->label_x + item->label_width);
    }
  item->left -= half;
  item->right += half;
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

/* How many marks each lane has in the range, before it and after it. */
static void
count_marks (PivotTimelinePlot *self)
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

        init_item (self, &item, i);
        g_array_append_val (items, item);
      }
  g_array_sort (items, compare_items);
}

/* The levels that a lane needs if labels have this length at most, and its lowest levels are taken. */
static guint
try_length (PivotTimelinePlot *self,
            const PivotStyle  *style,
            GArray            *items,
            double             most,
            guint              first_level)
{
  most = MIN (most * style->scale, self->layout.area.width * 0.6);
  for (guint i = 0; i < items->len; i++)
    {
      PivotTimelineItem *item = &g_array_index (items, PivotTimelineItem, i);

      place_label (&self->layout, item, get_label_width (self, style, item->mark), most);
      set_extent (&self->layout, item);
    }

  return _pivot_timeline_stack ((PivotTimelineItem *) (gpointer) items->data, items->len, first_level);
}

static double
get_lane_height (const PivotTimelineLane *lane,
                 const PivotStyle        *style,
                 guint                    n_levels)
{
  return lane->title_height + lane->foot + MAX (n_levels, 1) * LEAST_PITCH * style->scale;
}

/* How much each lane needs; returns the index of the longest labels with which all have room, or of the shortest. */
static guint
choose_length (PivotTimelinePlot *self,
               const PivotStyle  *style,
               GArray           **items,
               double             height,
               guint             *needed)
{
  guint length;

  for (length = 0; length < G_N_ELEMENTS (lengths); length++)
    {
      double sum = (self->n_lanes - 1) * LANE_GAP * style->scale;

      for (guint lane = 0; lane < self->n_lanes; lane++)
        {
          needed[lane] = MAX (1, try_length (self, style, items[lane], lengths[length], 0));
          sum += get_lane_height (&self->layout.lanes[lane], style, needed[lane]);
        }
      if (sum <= height)
        break;
    }

  return MIN (length, G_N_ELEMENTS (lengths) - 1);
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
  double pitch = LEAST_PITCH * style->scale;
  double fixed = (self->n_lanes - 1) * LANE_GAP * style->scale;
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
      y = box->base + LANE_GAP * style->scale;
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
    if (try_length (self, style, items, lengths[length], 1) <= n_levels)
      break;

  box->pitch = LEAST_PITCH * style->scale;
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
      used = try_length (self, style, items, lengths[length], 0);
      if (used <= box->n_levels)
        break;
    }

  box->pitch = CLAMP (room / MAX (used, 1), LEAST_PITCH * style->scale, MOST_PITCH * style->scale);
}

/* How far an item may reach in its level: to the next ones, or to the ends of the plot. */
static void
get_reach (const PivotTimelineLayout *layout,
           GArray                    *items,
           const PivotTimelineItem   *item,
           double                    *left,
           double                    *right)
{
  double half = ITEM_GAP / 2 * layout->scale;

  *left = layout->area.x;
  *right = layout->area.x + layout->area.width;
  for (guint i = 0; i < items->len; i++)
    {
      const PivotTimelineItem *other = &g_array_index (items, PivotTimelineItem, i);

      if (other == item || other->folded || other->level != item->level)
        continue;
      if (other->left >= item->right - 0.01)
        *right = MIN (*right, other->left - half);
      else
        *left = MAX (*left, other->right + half);
    }
}

/* Labels that were cut to fit beside others take what those have left, once each has its level. */
static void
lengthen (PivotTimelinePlot *self,
          const PivotStyle  *style,
          GArray            *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      PivotTimelineItem *item = &g_array_index (items, PivotTimelineItem, i);
      double wanted = get_label_width (self, style, item->mark), left, right;

      if (item->folded || !(item->label_width > 0) || item->label_width >= wanted)
        continue;

      get_reach (&self->layout, items, item, &left, &right);
      if (item->label_x >= item->x)
        item->label_width = MAX (item->label_width, MIN (wanted, right - item->label_x));
      else
        {
          double end = item->label_x + item->label_width;

          item->label_width = MAX (item->label_width, MIN (wanted, end - left));
          item->label_x = end - item->label_width;
        }
      set_extent (&self->layout, item);
    }
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
  lengthen (self, style, items);

  for (guint i = 0; i < items->len; i++)
    if (!first[i].folded)
      g_array_append_val (layout->items, first[i]);
}

static void
fill_lanes (PivotTimelinePlot *self,
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

  choose_length (self, style, items, layout->area.height, needed);
  place_lanes (self, style, needed);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      finish_lane (self, style, lane, items[lane], needed[lane]);
      g_array_unref (items[lane]);
    }
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
  layout->area = (cairo_rectangle_t) { SIDE * style->scale, TOP * style->scale,
                                       MAX (1, width - 2 * SIDE * style->scale),
                                       MAX (1, height - below - TOP * style->scale) };
  pivot_time_ticks_init (&layout->ticks, self->kind, layout->from, layout->to,
                         (guint) (layout->area.width / (52 * style->scale)));

  layout->lanes = g_new0 (PivotTimelineLane, MAX (1, self->n_lanes));
  count_marks (self);
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
    fill_lanes (self, style);

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
  g_autoptr(GArray) items = NULL;
  double height;

  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  _pivot_timeline_plot_drop_layout (self);
  items = g_array_new (FALSE, FALSE, sizeof (PivotTimelineItem));
  prepare (self, style, width, 0);
  height = 2 * layout->tick_height + (10 + TOP) * style->scale + (MAX (self->n_lanes, 1) - 1) * LANE_GAP * style->scale;
  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      collect (self, lane, items);
      height += get_lane_height (&layout->lanes[lane], style,
                                 try_length (self, style, items, lengths[2], 0));
    }
  _pivot_timeline_plot_drop_layout (self);

  return ceil (height);
}

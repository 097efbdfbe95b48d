/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-private.h"

#define LABEL_GAP 5.0
#define ITEM_GAP 8.0

/* A label that finds less than this part of its width on the right goes to the left. */
#define LEAST_PART 0.75

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

void
_pivot_timeline_init_item (PivotTimelinePlot *self,
                           PivotTimelineItem *item,
                           guint              mark)
{
  const PivotTimelineLayout *layout = &self->layout;
  const PivotTimelineMark *from = &self->marks[mark];
  double left = layout->area.x, right = layout->area.x + layout->area.width;

  *item = (PivotTimelineItem) { .mark = mark, .lane = from->lane };
  item->x0 = CLAMP (_pivot_timeline_layout_project (layout, from->start), left - PIVOT_TIMELINE_SIDE * layout->scale, right);
  item->x1 = CLAMP (_pivot_timeline_layout_project (layout, from->end), left, right + PIVOT_TIMELINE_SIDE * layout->scale);
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

guint
_pivot_timeline_try_length (PivotTimelinePlot *self,
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

void
_pivot_timeline_lengthen (PivotTimelinePlot *self,
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

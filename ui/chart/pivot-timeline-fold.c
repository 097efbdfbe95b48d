/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-timeline-private.h"

/* Space around the text of a fold. */
#define FOLD_PADDING 6.0
#define FOLD_GAP 4.0

/* Each item stands above all that it would touch and that come after it. So no line from a sign down to the axis crosses
 * the label of another: those below begin at or behind it. */
guint
_pivot_timeline_stack (PivotTimelineItem *items,
                       guint              n,
                       guint              first_level)
{
  guint n_levels = first_level;

  for (guint i = 0; i < n; i++)
    {
      guint level = first_level;

      if (items[i].folded)
        continue;

      for (guint j = 0; j < i; j++)
        if (!items[j].folded && items[j].left < items[i].right && items[i].left < items[j].right)
          level = MAX (level, items[j].level + 1);
      items[i].level = level;
      n_levels = MAX (n_levels, level + 1);
    }

  return n_levels;
}

/* Of what is too high and of what it stands on, the least important. */
static guint
choose_victim (PivotTimelinePlot       *self,
               const PivotTimelineItem *items,
               guint                    n,
               guint                    n_levels)
{
  guint high = 0;
  guint victim;

  while (items[high].folded || items[high].level < n_levels)
    high++;

  victim = high;
  for (guint i = 0; i < n; i++)
    if (!items[i].folded && items[i].left < items[high].right && items[high].left < items[i].right &&
        self->marks[items[i].mark].weight < self->marks[items[victim].mark].weight)
      victim = i;

  return victim;
}

void
_pivot_timeline_thin_out (PivotTimelinePlot *self,
                          PivotTimelineItem *items,
                          guint              n,
                          guint              n_levels)
{
  guint used = _pivot_timeline_stack (items, n, 1);

  while (used > n_levels)
    {
      items[choose_victim (self, items, n, n_levels)].folded = TRUE;
      used = _pivot_timeline_stack (items, n, 1);
    }
}

char *
_pivot_timeline_fold_label (guint n)
{
  /* Translators: so many more events than there is room for. */
  return g_strdup_printf (C_("timeline", "+%u"), n);
}

/* The widest digit for all, so that no text need be measured for each fold. */
void
_pivot_timeline_measure_fold (PivotTimelinePlot *self,
                              const PivotStyle  *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  g_autofree char *label = _pivot_timeline_fold_label (8);
  double both;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, "8", &self->layout.fold_digit, NULL);
  pivot_lettering_measure (self->letters, &look, label, &both, NULL);
  self->layout.fold_sign = both - self->layout.fold_digit;
}

static double
get_fold_width (const PivotTimelineLayout *layout,
                guint                      n)
{
  double width = layout->fold_sign + 2 * FOLD_PADDING * layout->scale;

  for (; n > 0; n /= 10)
    width += layout->fold_digit;

  return width;
}

/* Around x, but within the plot. */
static void
set_fold_box (const PivotTimelineLayout *layout,
              PivotTimelineFold         *fold)
{
  const cairo_rectangle_t *area = &layout->area;
  double width = get_fold_width (layout, fold->n);

  fold->left = CLAMP (fold->x - width / 2, area->x, MAX (area->x, area->x + area->width - width));
  fold->right = fold->left + width;
}

/* The last fold takes in the one before it for as long as they touch. */
static void
merge_last (const PivotTimelineLayout *layout,
            guint                      first)
{
  GArray *folds = layout->folds;
  double gap = FOLD_GAP * layout->scale;

  while (folds->len > first + 1)
    {
      PivotTimelineFold *last = &g_array_index (folds, PivotTimelineFold, folds->len - 1);
      PivotTimelineFold *before = last - 1;

      if (before->left - gap >= last->right || last->left >= before->right + gap)
        return;

      before->x = (before->x * before->n + last->x * last->n) / (before->n + last->n);
      before->n += last->n;
      g_array_set_size (folds, folds->len - 1);
      set_fold_box (layout, before);
    }
}

/* The items come from the last to the first, so their folds do too. */
void
_pivot_timeline_add_folds (PivotTimelinePlot       *self,
                           guint                    lane,
                           const PivotTimelineItem *items,
                           guint                    n)
{
  PivotTimelineLayout *layout = &self->layout;
  guint first = layout->folds->len;

  for (guint i = 0; i < n; i++)
    {
      PivotTimelineFold fold = { .lane = lane, .x = items[i].x, .first = layout->folded->len, .n = 1 };

      if (!items[i].folded)
        continue;

      g_array_append_val (layout->folded, items[i].mark);
      set_fold_box (layout, &fold);
      g_array_append_val (layout->folds, fold);
      merge_last (layout, first);
    }
}

void
_pivot_timeline_fold_all (PivotTimelinePlot *self,
                          guint              lane)
{
  PivotTimelineLayout *layout = &self->layout;
  guint first = layout->folds->len;
  double width = get_fold_width (layout, self->n_marks) + FOLD_GAP * layout->scale;
  int last_column = -1;

  for (guint i = self->n_marks; i-- > 0;)
    {
      const PivotTimelineMark *mark = &self->marks[i];
      double x = MAX (_pivot_timeline_layout_project (layout, mark->start), layout->area.x) - layout->area.x;
      int column = (int) floor (x / width);

      if (mark->lane != lane || mark->end <= layout->from || mark->start >= layout->to)
        continue;

      if (column != last_column)
        {
          PivotTimelineFold fold = { .lane = lane, .x = layout->area.x + (column + 0.5) * width,
                                     .first = layout->folded->len };

          g_array_append_val (layout->folds, fold);
          last_column = column;
        }
      g_array_append_val (layout->folded, i);
      g_array_index (layout->folds, PivotTimelineFold, layout->folds->len - 1).n++;
    }

  for (guint i = first; i < layout->folds->len; i++)
    set_fold_box (layout, &g_array_index (layout->folds, PivotTimelineFold, i));
}

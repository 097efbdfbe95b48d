/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-timeline-private.h"

/* So many names of a fold are told; it may hold very many. */
#define MOST_TOLD 8

G_DEFINE_FINAL_TYPE (PivotTimelinePlot, pivot_timeline_plot, PIVOT_TYPE_PLOT)

void
_pivot_timeline_plot_change (PivotTimelinePlot *self)
{
  _pivot_timeline_plot_drop_layout (self);
  pivot_plot_changed (PIVOT_PLOT (self));
}

static gboolean
set_text (char       **where,
          const char  *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;

  g_free (*where);
  *where = g_strdup (text);

  return TRUE;
}

/* −1 if there is no such mark. */
int
_pivot_timeline_plot_find_index (PivotTimelinePlot *self,
                                 guint              id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index_of, GUINT_TO_POINTER (id))) - 1;
}

static double
get_distance (const cairo_rectangle_t *box,
              double                   x,
              double                   y)
{
  double dx = MAX (MAX (box->x - x, x - box->x - box->width), 0);
  double dy = MAX (MAX (box->y - y, y - box->y - box->height), 0);

  return hypot (dx, dy);
}

static int
pivot_timeline_plot_find (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          double            x,
                          double            y,
                          double            max_distance)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  /* Rows lie close together: the one under the pointer is meant, and not one near it. */
  double least = MIN (max_distance, 6 * style->scale);
  int found = -1;

  for (guint i = 0; i < layout->items->len; i++)
    {
      const PivotTimelineItem *item = &g_array_index (layout->items, PivotTimelineItem, i);
      cairo_rectangle_t box = _pivot_timeline_layout_get_box (layout, item);
      double distance = get_distance (&box, x, y);

      if (distance < least)
        {
          least = distance;
          found = (int) self->marks[item->mark].id;
        }
    }

  for (guint i = 0; i < layout->folds->len; i++)
    {
      cairo_rectangle_t box = _pivot_timeline_layout_get_fold_box (layout, &g_array_index (layout->folds, PivotTimelineFold, i));
      double distance = get_distance (&box, x, y);

      if (distance < least)
        {
          least = distance;
          found = PIVOT_TIMELINE_FOLD + (int) i;
        }
    }

  return found;
}

static guint *
pivot_timeline_plot_query (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           double            x0,
                           double            y0,
                           double            x1,
                           double            y1,
                           guint            *n)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  guint *ids = g_new (guint, MAX (1, layout->items->len));

  *n = 0;
  for (guint i = 0; i < layout->items->len; i++)
    {
      const PivotTimelineItem *item = &g_array_index (layout->items, PivotTimelineItem, i);
      double y = _pivot_timeline_layout_get_y (layout, item->lane, item->level);

      if (item->x >= MIN (x0, x1) && item->x <= MAX (x0, x1) && y >= MIN (y0, y1) && y <= MAX (y0, y1))
        ids[(*n)++] = self->marks[item->mark].id;
    }

  return ids;
}

static gboolean
pivot_timeline_plot_locate (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width,
                            double            height,
                            guint             id,
                            double           *x,
                            double           *y)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  const PivotTimelineItem *item = NULL;
  const PivotTimelineFold *fold = NULL;
  int index;

  if (id >= PIVOT_TIMELINE_FOLD)
    {
      if (id - PIVOT_TIMELINE_FOLD < layout->folds->len)
        fold = &g_array_index (layout->folds, PivotTimelineFold, id - PIVOT_TIMELINE_FOLD);
    }
  else if ((index = _pivot_timeline_plot_find_index (self, id)) >= 0)
    {
      item = _pivot_timeline_layout_find_item (layout, (guint) index);
      fold = item == NULL ? _pivot_timeline_layout_find_fold (layout, (guint) index) : NULL;
    }

  if (item == NULL && fold == NULL)
    return FALSE;

  *x = item != NULL ? item->x : (fold->left + fold->right) / 2;
  *y = _pivot_timeline_layout_get_y (layout, item != NULL ? item->lane : fold->lane, item != NULL ? item->level : 0);

  return TRUE;
}

/* The mark of another lane that is nearest in time; −1 if there is none. */
static int
find_in_lane (PivotTimelinePlot *self,
              guint              lane,
              double             time)
{
  double least = INFINITY;
  int found = -1;

  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].lane == lane && fabs (self->marks[i].start - time) < least)
      {
        least = fabs (self->marks[i].start - time);
        found = (int) i;
      }

  return found;
}

/* The first mark of a fold; −1 if there is no such fold. */
static int
find_in_fold (PivotTimelinePlot *self,
              guint              fold)
{
  const PivotTimelineLayout *layout = &self->layout;
  const PivotTimelineFold *found;

  if (!layout->valid || fold >= layout->folds->len)
    return -1;

  found = &g_array_index (layout->folds, PivotTimelineFold, fold);

  return (int) g_array_index (layout->folded, guint, found->first + found->n - 1);
}

/* To the side goes through time, in all lanes; up and down too if there is one lane alone, where the earlier stands higher. */
static int
pivot_timeline_plot_step (PivotPlot *plot,
                          int        id,
                          int        dx,
                          int        dy)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  int last = (int) self->n_marks - 1;
  int by = dx != 0 ? dx : dy;
  int index;

  if (self->n_marks == 0)
    return -1;

  /* From a fold the walk goes into it. */
  if (id >= PIVOT_TIMELINE_FOLD)
    index = find_in_fold (self, (guint) id - PIVOT_TIMELINE_FOLD);
  else
    index = id >= 0 ? _pivot_timeline_plot_find_index (self, (guint) id) : -1;
  if (index < 0)
    return (int) self->marks[by >= 0 ? 0 : last].id;

  if (dy != 0 && self->n_lanes > 1)
    {
      int lane = (int) self->marks[index].lane + dy;
      int other = lane >= 0 && lane < (int) self->n_lanes ? find_in_lane (self, (guint) lane, self->marks[index].start) : -1;

      return other >= 0 ? (int) self->marks[other].id : id;
    }

  return (int) self->marks[CLAMP (index + by, 0, last)].id;
}

static char *
pivot_timeline_plot_describe (PivotPlot *plot)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);

  if (self->n_marks == 0 || self->description == NULL)
    return g_strdup (self->empty != NULL ? self->empty : "");

  return g_strdup (self->description);
}

static char *
describe_fold (PivotTimelinePlot *self,
               guint              fold)
{
  const PivotTimelineLayout *layout = &self->layout;
  const PivotTimelineFold *found;
  GString *string;

  if (!layout->valid || fold >= layout->folds->len)
    return NULL;

  found = &g_array_index (layout->folds, PivotTimelineFold, fold);
  string = g_string_new (NULL);
  /* Translators: events that share a sign, as there is no room for all; a list follows */
  g_string_append_printf (string, ngettext ("%u more event:", "%u more events:", found->n), found->n);
  for (guint i = 0; i < MIN (found->n, MOST_TOLD); i++)
    g_string_append_printf (string, "\n• %s",
                            self->marks[g_array_index (layout->folded, guint, found->first + found->n - 1 - i)].label);
  if (found->n > MOST_TOLD)
    g_string_append (string, "\n…");

  return g_string_free (string, FALSE);
}

static char *
pivot_timeline_plot_describe_mark (PivotPlot *plot,
                                   guint      id)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  int index;

  if (id >= PIVOT_TIMELINE_FOLD)
    return describe_fold (self, id - PIVOT_TIMELINE_FOLD);

  index = _pivot_timeline_plot_find_index (self, id);

  return index >= 0 ? g_strdup (self->marks[index].text) : NULL;
}

static void
clear_data (PivotTimelinePlot *self)
{
  g_hash_table_remove_all (self->index_of);
  g_string_chunk_clear (self->strings);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->widths, g_free);
  g_clear_pointer (&self->titles, g_strfreev);
  self->n_marks = 0;
  self->n_lanes = 0;
}

static void
pivot_timeline_plot_finalize (GObject *object)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (object);

  _pivot_timeline_plot_drop_layout (self);
  clear_data (self);
  g_clear_pointer (&self->index_of, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);
  g_clear_pointer (&self->axis_title, g_free);
  g_clear_pointer (&self->empty, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (pivot_timeline_plot_parent_class)->finalize (object);
}

static double
pivot_timeline_plot_measure (PivotPlot        *plot,
                             const PivotStyle *style,
                             double            width)
{
  return pivot_timeline_plot_measure_height (PIVOT_TIMELINE_PLOT (plot), style, width);
}

static void
pivot_timeline_plot_class_init (PivotTimelinePlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_timeline_plot_finalize;

  plot_class->draw = _pivot_timeline_plot_draw;
  plot_class->draw_selection = _pivot_timeline_plot_draw_selection;
  plot_class->draw_hover = _pivot_timeline_plot_draw_hover;
  plot_class->hover_extents = _pivot_timeline_plot_hover_extents;
  plot_class->find = pivot_timeline_plot_find;
  plot_class->query = pivot_timeline_plot_query;
  plot_class->locate = pivot_timeline_plot_locate;
  plot_class->step = pivot_timeline_plot_step;
  plot_class->measure = pivot_timeline_plot_measure;
  plot_class->describe = pivot_timeline_plot_describe;
  plot_class->describe_mark = pivot_timeline_plot_describe_mark;
}

static void
pivot_timeline_plot_init (PivotTimelinePlot *self)
{
  self->index_of = g_hash_table_new (NULL, NULL);
  self->strings = g_string_chunk_new (1024);
  self->letters = pivot_lettering_new ();
  self->from = self->to = self->today = NAN;
}

/**
 * pivot_timeline_plot_new:
 *
 * Creates a timeline without marks.
 *
 * Returns: (transfer full): a new plot
 */
PivotTimelinePlot *
pivot_timeline_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_TIMELINE_PLOT, NULL);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const PivotTimelineMark *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static void
take_marks (PivotTimelinePlot       *self,
            const PivotTimelineMark *marks,
            guint                    n)
{
  self->marks = g_new (PivotTimelineMark, MAX (1, n));
  self->widths = g_new (double, MAX (1, n));
  self->width_size = 0;
  self->least = INFINITY;
  self->most = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      PivotTimelineMark *mark = &self->marks[self->n_marks];

      if (!isfinite (marks[i].start) || !isfinite (marks[i].end) || marks[i].lane >= self->n_lanes)
        continue;

      *mark = marks[i];
      mark->end = MAX (mark->start, mark->end);
      mark->label = g_string_chunk_insert (self->strings, marks[i].label != NULL ? marks[i].label : "");
      mark->text = g_string_chunk_insert (self->strings, marks[i].text != NULL ? marks[i].text : mark->label);
      self->least = MIN (self->least, mark->start);
      self->most = MAX (self->most, mark->end);
      self->n_marks++;
    }

  g_qsort_with_data (self->marks, (gint) self->n_marks, sizeof *self->marks, compare_marks, NULL);
  for (guint i = 0; i < self->n_marks; i++)
    g_hash_table_insert (self->index_of, GUINT_TO_POINTER (self->marks[i].id), GUINT_TO_POINTER (i + 1));
}

/**
 * pivot_timeline_plot_set_data: (skip)
 * @self: a timeline
 * @kind: what the numbers of time are
 * @titles: (array length=n_lanes) (nullable): a title for each lane; %NULL for none
 * @n_lanes: how many lanes
 * @marks: (array length=n_marks) (nullable): the marks; copied, texts too
 * @n_marks: how many
 *
 * Sets what is shown. With another kind of time, all of it is shown.
 */
void
pivot_timeline_plot_set_data (PivotTimelinePlot       *self,
                              PivotTimeKind            kind,
                              const char * const      *titles,
                              guint                    n_lanes,
                              const PivotTimelineMark *marks,
                              guint                    n_marks)
{
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));
  g_return_if_fail (marks != NULL || n_marks == 0);

  clear_data (self);
  if (self->kind != kind)
    self->from = self->to = NAN;
  self->kind = kind;
  self->n_lanes = n_lanes;
  self->titles = g_new0 (char *, n_lanes + 1);
  for (guint i = 0; titles != NULL && i < n_lanes; i++)
    self->titles[i] = g_strdup (titles[i]);

  take_marks (self, marks, n_marks);
  _pivot_timeline_plot_change (self);
}

/**
 * pivot_timeline_plot_set_today:
 * @self: a timeline
 * @today: a time; NaN for none
 *
 * Sets where the line of today stands.
 */
void
pivot_timeline_plot_set_today (PivotTimelinePlot *self,
                               double             today)
{
  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));

  if (self->today == today || (isnan (self->today) && isnan (today)))
    return;

  self->today = today;
  _pivot_timeline_plot_change (self);
}

/**
 * pivot_timeline_plot_set_texts:
 * @self: a timeline
 * @axis_title: (nullable): what the axis shows, if that is not plain
 * @empty: (nullable): why there is no mark, if there is none
 * @description: (nullable): the sentence for speech and alt text
 *
 * Sets the texts around the marks.
 */
void
pivot_timeline_plot_set_texts (PivotTimelinePlot *self,
                               const char        *axis_title,
                               const char        *empty,
                               const char        *description)
{
  gboolean changed;

  g_return_if_fail (PIVOT_IS_TIMELINE_PLOT (self));

  changed = set_text (&self->axis_title, axis_title);
  changed |= set_text (&self->empty, empty);
  changed |= set_text (&self->description, description);
  if (changed)
    _pivot_timeline_plot_change (self);
}

/**
 * pivot_timeline_plot_get_kind:
 * @self: a timeline
 *
 * Gets what the numbers of time are.
 *
 * Returns: the kind
 */
PivotTimeKind
pivot_timeline_plot_get_kind (PivotTimelinePlot *self)
{
  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), PIVOT_TIME_DATE);

  return self->kind;
}

/**
 * pivot_timeline_plot_get_n_marks:
 * @self: a timeline
 *
 * Gets how many marks there are, in sight or not.
 *
 * Returns: the number
 */
guint
pivot_timeline_plot_get_n_marks (PivotTimelinePlot *self)
{
  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), 0);

  return self->n_marks;
}

/**
 * pivot_timeline_plot_get_folded:
 * @self: a timeline
 * @style: how it looks
 * @width: its width
 * @height: its height
 * @fold: an id from %PIVOT_TIMELINE_FOLD on
 * @n: (out): how many
 *
 * Gets the marks that a fold stands for, in order of time.
 *
 * Returns: (transfer full) (array length=n) (nullable): their ids
 */
guint *
pivot_timeline_plot_get_folded (PivotTimelinePlot *self,
                                const PivotStyle  *style,
                                double             width,
                                double             height,
                                guint              fold,
                                guint             *n)
{
  const PivotTimelineLayout *layout;
  const PivotTimelineFold *found;
  guint *ids;

  g_return_val_if_fail (PIVOT_IS_TIMELINE_PLOT (self), NULL);
  g_return_val_if_fail (style != NULL && n != NULL, NULL);

  *n = 0;
  layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  if (fold < PIVOT_TIMELINE_FOLD || fold - PIVOT_TIMELINE_FOLD >= layout->folds->len)
    return NULL;

  found = &g_array_index (layout->folds, PivotTimelineFold, fold - PIVOT_TIMELINE_FOLD);
  ids = g_new (guint, found->n);
  for (guint i = 0; i < found->n; i++)
    ids[i] = self->marks[g_array_index (layout->folded, guint, found->first + found->n - 1 - i)].id;
  *n = found->n;

  return ids;
}

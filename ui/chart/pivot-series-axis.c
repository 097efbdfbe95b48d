/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-series-private.h"

#define GAP 6.0
#define SHORT_SPAN 1.6    /* years: below it the axis has months */
#define LEADER 14.0       /* from the area to the names at its right */
#define NAMES_SHARE 0.34  /* of the width, at most, for these */
#define MOST_NAMES 12
#define X_SPACING 64.0

static double
measure (PivotSeriesPlot  *self,
         const PivotStyle *style,
         const char       *text)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double width;

  pivot_lettering_measure (self->letters, &look, text, &width, NULL);

  return width;
}

/* What x is called at a mark, for which nothing is found if the points do not say. */
const char *
_pivot_series_get_x_label (PivotSeriesPlot  *self,
                           PivotSeriesRef    ref,
                           char            **owned)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];

  if (point->x_label != NULL)
    return point->x_label;
  if (self->along == PIVOT_ALONG_CATEGORY && point->x >= 0 && point->x < self->n_categories)
    return self->categories[(guint) point->x];

  *owned = g_strdup_printf ("%.6g", point->x);

  return *owned;
}

static void
add_tick (PivotSeriesLayout *layout,
          double             at,
          double             label_at,
          double             label_width,
          gboolean           line,
          char              *label)
{
  PivotAlongTick tick = { at, label_at, label_width, line, label };

  g_array_append_val (layout->ticks, tick);
}

static void
lay_categories (PivotSeriesPlot   *self,
                PivotSeriesLayout *layout)
{
  double band = (layout->flat ? layout->area.height : layout->area.width) / MAX (1, self->n_categories);
  /* Thousands of names in a row cannot be read: then as many as there is room for. */
  guint every = MAX (1, (guint) ceil (layout->line_height * 1.1 / band));

  for (guint i = 0; i < self->n_categories; i += layout->flat ? every : 1)
    {
      double at = _pivot_series_project_along (layout, i);

      add_tick (layout, at, at, layout->flat ? layout->label_room : band - GAP * 0.5 * layout->scale, FALSE,
                g_strdup (self->categories[i]));
    }
}

static void
lay_numbers (PivotSeriesPlot   *self,
             PivotSeriesLayout *layout,
             const PivotStyle  *style)
{
  PivotAxis axis = { .min = layout->along_min, .max = layout->along_max };
  guint wanted = CLAMP (lround (layout->area.width / (X_SPACING * style->scale)), 2, 10);

  pivot_axis_set_ticks (&axis, wanted);
  for (guint i = 0; i < axis.ticks.n; i++)
    {
      double at = _pivot_series_project_along (layout, axis.ticks.values[i]);

      add_tick (layout, at, at, 0, TRUE, g_steal_pointer (&axis.labels[i]));
    }
  pivot_axis_clear (&axis);
}

/* The name of a column is that of its first point; "" if there is none. */
static char *
name_column (PivotSeriesPlot *self,
             guint            column)
{
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      if (self->rows[r].points[i].x == self->columns[column])
        {
          g_autofree char *owned = NULL;

          return g_strdup (_pivot_series_get_x_label (self, (PivotSeriesRef) { r, i }, &owned));
        }

  return g_strdup ("");
}

/* Columns of a time axis bear their own names, at their true places; where these have no room, only some do. */
static void
lay_columns (PivotSeriesPlot   *self,
             PivotSeriesLayout *layout,
             const PivotStyle  *style)
{
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double at = _pivot_series_project_along (layout, self->columns[i]);
      g_autofree char *name = name_column (self, i);
      double width = measure (self, style, name);

      if (at - width / 2 < end)
        continue;
      end = at + width / 2 + GAP * style->scale;
      add_tick (layout, at, at, 0, FALSE, g_steal_pointer (&name));
    }
}

static char *
name_year (int year)
{
  return g_strdup_printf ("%d", year);
}

static void
lay_years (PivotSeriesPlot   *self,
           PivotSeriesLayout *layout,
           const PivotStyle  *style)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  double px = layout->area.width / (layout->along_max - layout->along_min);
  double room = measure (self, style, "0000") + GAP * 1.5 * style->scale;
  int first = (int) floor (layout->along_min), last = (int) ceil (layout->along_max);
  guint s = 0;

  while (s + 1 < G_N_ELEMENTS (steps) && steps[s] * px < room)
    s++;

  for (int year = first - 1; year <= last; year++)
    {
      /* 2021 ends where 2022 begins. */
      double at = self->year_ends ? year + 1 : year;
      double label_at = !self->year_ends && steps[s] == 1 ? at + 0.5 : at;
      gboolean named = year % steps[s] == 0 && label_at >= layout->along_min && label_at <= layout->along_max;
      gboolean line = at >= layout->along_min && at <= layout->along_max && year % steps[s] == 0;

      if (named || line)
        add_tick (layout, _pivot_series_project_along (layout, at), _pivot_series_project_along (layout, label_at), 0,
                  line, named ? name_year (year) : NULL);
    }
}

static void
lay_months (PivotSeriesPlot   *self,
            PivotSeriesLayout *layout,
            const PivotStyle  *style)
{
  static const int steps[] = { 1, 2, 3, 6, 12 };
  double px = layout->area.width / (layout->along_max - layout->along_min) / 12;
  double room = measure (self, style, "Mmm 0000") + GAP * style->scale;
  int first = (int) floor (layout->along_min * 12), last = (int) ceil (layout->along_max * 12);
  guint s = 0;

  while (s + 1 < G_N_ELEMENTS (steps) && steps[s] * px < room)
    s++;

  for (int month = first; month <= last; month++)
    {
      double at = month / 12.0;
      g_autoptr(GDateTime) date = NULL;

      if (month % steps[s] != 0 || at < layout->along_min || at > layout->along_max)
        continue;

      date = g_date_time_new_utc (month / 12, month % 12 + 1, 1, 0, 0, 0);
      at = _pivot_series_project_along (layout, at);
      /* Translators: month and year at an axis, short, for g_date_time_format (). */
      add_tick (layout, at, at, 0, TRUE, date != NULL ? g_date_time_format (date, C_("axis date", "%b %Y")) : NULL);
    }
}

void
_pivot_series_lay_along (PivotSeriesPlot   *self,
                         PivotSeriesLayout *layout,
                         const PivotStyle  *style)
{
  switch (self->along)
    {
    case PIVOT_ALONG_CATEGORY:
      lay_categories (self, layout);
      break;
    case PIVOT_ALONG_NUMBER:
      lay_numbers (self, layout, style);
      break;
    case PIVOT_ALONG_TIME:
    default:
      if (_pivot_series_plot_is_bars (self))
        lay_columns (self, layout, style);
      else if (layout->along_max - layout->along_min < SHORT_SPAN && !self->year_ends)
        lay_months (self, layout, style);
      else
        lay_years (self, layout, style);
      break;
    }
}

/* The last number of a row; FALSE if it has none. */
static gboolean
find_last (const PivotSeriesRow *row,
           guint                *last)
{
  for (guint i = row->n; i-- > 0;)
    if (!isnan (row->points[i].y))
      {
        *last = i;
        return TRUE;
      }

  return FALSE;
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const PivotEndLabel *one = a, *other = b;

  return one->from_y < other->from_y ? -1 : one->from_y > other->from_y;
}

/* Moves names apart until none covers another, each as little as it can be: blocks of names that touch are shifted as one. */
static void
spread (GArray *labels,
        double  height,
        double  top,
        double  bottom)
{
  PivotEndLabel *label = &g_array_index (labels, PivotEndLabel, 0);
  g_autofree double *sums = g_new (double, labels->len);
  g_autofree guint *sizes = g_new (guint, labels->len);
  guint n_blocks = 0, at = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      /* The middle that the first of the block would have if this name were where it wants to be. */
      sums[n_blocks] = label[i].from_y;
      sizes[n_blocks++] = 1;
      while (n_blocks > 1 &&
             sums[n_blocks - 2] / sizes[n_blocks - 2] + height * sizes[n_blocks - 2] > sums[n_blocks - 1] / sizes[n_blocks - 1])
        {
          sums[n_blocks - 2] += sums[n_blocks - 1] - (double) sizes[n_blocks - 1] * sizes[n_blocks - 2] * height;
          sizes[n_blocks - 2] += sizes[n_blocks - 1];
          n_blocks--;
        }
    }

  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < sizes[b]; i++, at++)
      label[at].y = sums[b] / sizes[b] + i * height;

  /* Those below the bottom push the others up, and those above the top down. */
  for (guint i = labels->len, room = 0; i-- > 0; room++)
    label[i].y = MIN (label[i].y, bottom - room * height);
  for (guint i = 0; i < labels->len; i++)
    label[i].y = MAX (label[i].y, top + i * height);
}

void
_pivot_series_lay_ends (PivotSeriesPlot   *self,
                        PivotSeriesLayout *layout,
                        const PivotStyle  *style)
{
  double height = layout->line_height * 1.05;
  double widest = 0, room;

  if (self->kind != PIVOT_SERIES_LINE || self->n_rows < 2 || self->n_rows > MOST_NAMES ||
      self->n_rows * height > layout->area.height + layout->line_height)
    return;

  for (guint r = 0; r < self->n_rows; r++)
    {
      guint last;

      if (!find_last (&self->rows[r], &last))
        return;
      widest = MAX (widest, measure (self, style, self->rows[r].label));
    }

  room = widest + (LEADER + GAP) * style->scale;
  if (widest > layout->width * NAMES_SHARE)
    return;

  layout->area.width = MAX (1, floor (layout->width - MAX (room, self->margin_right)) - layout->area.x);
  for (guint r = 0; r < self->n_rows; r++)
    {
      PivotEndLabel label = { .row = r, .x = layout->area.x + layout->area.width + LEADER * style->scale };
      PivotSpot spot;
      guint last = 0;

      find_last (&self->rows[r], &last);
      spot = _pivot_series_get_spot (self, layout, (PivotSeriesRef) { r, last });
      label.from_x = spot.x;
      label.from_y = spot.y;
      g_array_append_val (layout->end_labels, label);
    }

  g_array_sort (layout->end_labels, compare_ends);
  spread (layout->end_labels, height, layout->area.y, layout->area.y + layout->area.height);
}

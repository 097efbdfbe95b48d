/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-series-private.h"

#define LINE_REACH 2.0     /* px beside the pointer in which the nearest of very many points is looked for */

G_DEFINE_FINAL_TYPE (PivotSeriesPlot, pivot_series_plot, PIVOT_TYPE_PLOT)

static void
change (PivotSeriesPlot *self)
{
  _pivot_series_plot_drop_layout (self);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/* Ids that follow each other are found by counting, others by looking at all. */
gboolean
_pivot_series_plot_find_ref (PivotSeriesPlot *self,
                             int              id,
                             PivotSeriesRef  *ref)
{
  for (guint r = 0; id >= 0 && r < self->n_rows; r++)
    {
      const PivotSeriesRow *row = &self->rows[r];
      guint offset = row->n > 0 ? (guint) id - row->points[0].id : 0;

      ref->row = r;
      ref->point = offset;
      if (offset < row->n && row->points[offset].id == (guint) id)
        return TRUE;

      for (ref->point = 0; !row->dense && ref->point < row->n; ref->point++)
        if (row->points[ref->point].id == (guint) id)
          return TRUE;
    }

  return FALSE;
}

static guint
find_first (const PivotSeriesRow *row,
            double                x)
{
  guint low = 0, high = row->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (row->points[middle].x < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
find_bar (PivotSeriesPlot         *self,
          const PivotSeriesLayout *layout,
          double                   x,
          double                   y,
          double                   max_distance)
{
  double best = max_distance;
  int id = -1;

  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      {
        cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, (PivotSeriesRef) { r, i });
        double dx = MAX (MAX (bar.x - x, x - bar.x - bar.width), 0);
        double dy = MAX (MAX (bar.y - y, y - bar.y - bar.height), 0);

        if (hypot (dx, dy) <= best)
          {
            best = hypot (dx, dy);
            id = (int) self->rows[r].points[i].id;
          }
      }

  return id;
}

/* Only the points near the pointer are looked at, however many there are. */
static int
find_point (PivotSeriesPlot         *self,
            const PivotSeriesLayout *layout,
            double                   x,
            double                   y,
            double                   max_distance)
{
  double px = (layout->along_max - layout->along_min) / layout->area.width;
  double best = max_distance;
  int id = -1;

  for (guint r = 0; r < self->n_rows; r++)
    {
      const PivotSeriesRow *row = &self->rows[r];
      double reach = row->n > layout->area.width * 4 ? LINE_REACH : max_distance;
      double middle = layout->along_min + (x - layout->area.x) * px;

      for (guint i = find_first (row, middle - reach * px); i < row->n && row->points[i].x <= middle + reach * px; i++)
        {
          PivotSpot spot = _pivot_series_get_spot (self, layout, (PivotSeriesRef) { r, i });
          double distance = hypot (spot.x - x, spot.y - y);

          if (distance <= best)
            {
              best = distance;
              id = (int) row->points[i].id;
            }
        }
    }

  return id;
}

static int
pivot_series_plot_find (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        double            x,
                        double            y,
                        double            max_distance)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);

  if (_pivot_series_plot_is_bars (self))
    return find_bar (self, layout, x, y, max_distance);

  return find_point (self, layout, x, y, max_distance);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

static guint *
pivot_series_plot_query (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         double            x0,
                         double            y0,
                         double            x1,
                         double            y1,
                         guint            *n)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      {
        PivotSpot spot = _pivot_series_get_spot (self, layout, (PivotSeriesRef) { r, i });

        if (spot.x >= x0 && spot.x <= x1 && spot.y >= y0 && spot.y <= y1)
          g_array_append_val (ids, self->rows[r].points[i].id);
      }

  g_array_sort (ids, compare_ids);
  *n = ids->len;

  return (guint *) (gpointer) g_array_free (ids, ids->len == 0);
}

static gboolean
pivot_series_plot_locate (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          guint             id,
                          double           *x,
                          double           *y)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (self, style, width, height);
  PivotSeriesRef ref;
  PivotSpot spot;

  if (!_pivot_series_plot_find_ref (self, (int) id, &ref))
    return FALSE;

  spot = _pivot_series_get_spot (self, layout, ref);
  *x = spot.x;
  *y = spot.y;

  return TRUE;
}

/* The next row with points, and there the point nearest in x. */
static int
step_row (PivotSeriesPlot *self,
          PivotSeriesRef   from,
          int              direction)
{
  double x = self->rows[from.row].points[from.point].x;

  for (int r = (int) from.row + direction; r >= 0 && r < (int) self->n_rows; r += direction)
    {
      const PivotSeriesRow *row = &self->rows[r];
      guint at;

      if (row->n == 0)
        continue;
      at = MIN (find_first (row, x), row->n - 1);
      if (at > 0 && x - row->points[at - 1].x < row->points[at].x - x)
        at--;
      return (int) row->points[at].id;
    }

  return (int) self->rows[from.row].points[from.point].id;
}

static int
step_point (PivotSeriesPlot *self,
            PivotSeriesRef   from,
            int              direction)
{
  const PivotSeriesRow *row = &self->rows[from.row];
  gint64 at = (gint64) from.point + direction;

  if (at >= 0 && at < row->n)
    return (int) row->points[at].id;

  /* The end of one series leads to the beginning of the next, so that every mark is reached by one key. */
  for (int r = (int) from.row + direction; r >= 0 && r < (int) self->n_rows; r += direction)
    if (self->rows[r].n > 0)
      return (int) self->rows[r].points[direction > 0 ? 0 : self->rows[r].n - 1].id;

  return (int) row->points[from.point].id;
}

static int
pivot_series_plot_step (PivotPlot *plot,
                        int        id,
                        int        dx,
                        int        dy)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  gboolean flat = self->layout.valid && self->layout.flat;
  gboolean forward = dx > 0 || dy > 0;
  PivotSeriesRef ref;

  if (!_pivot_series_plot_find_ref (self, id, &ref))
    {
      for (guint i = 0; i < self->n_rows; i++)
        {
          const PivotSeriesRow *row = &self->rows[forward ? i : self->n_rows - 1 - i];

          if (row->n > 0)
            return (int) row->points[forward ? 0 : row->n - 1].id;
        }
      return -1;
    }

  if (flat ? dy != 0 : dx != 0)
    return step_point (self, ref, forward ? 1 : -1);

  return step_row (self, ref, forward ? 1 : -1);
}

static char *
pivot_series_plot_describe (PivotPlot *plot)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  guint n = 0;

  if (self->description != NULL)
    return g_strdup (self->description);

  for (guint r = 0; r < self->n_rows; r++)
    n += self->rows[r].n;

  /* Translators: of a chart: title of its axis, number of points */
  return g_strdup_printf (ngettext ("Chart of “%s” with %u point.", "Chart of “%s” with %u points.", n),
                          self->value_title != NULL ? self->value_title : "", n);
}

static char *
pivot_series_plot_describe_mark (PivotPlot *plot,
                                 guint      id)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (plot);
  const PivotSeriesPoint *point;
  g_autofree char *owned = NULL;
  PivotSeriesRef ref;

  if (!_pivot_series_plot_find_ref (self, (int) id, &ref))
    return NULL;

  point = &self->rows[ref.row].points[ref.point];
  if (point->text != NULL)
    return g_strdup (point->text);

  /* Translators: a point of a chart: series, where on the axis, its number. */
  return g_strdup_printf (_("%1$s, %2$s: %3$s"), self->rows[ref.row].label,
                          _pivot_series_get_x_label (self, ref, &owned),
                          isnan (point->y) ? _("no data") : point->label != NULL ? point->label : "");
}

static void
clear_rows (PivotSeriesPlot *self)
{
  _pivot_series_plot_drop_layout (self);
  for (guint r = 0; r < self->n_rows; r++)
    {
      g_free (self->rows[r].label);
      g_free (self->rows[r].points);
      g_free (self->rows[r].bases);
    }
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->columns, g_free);
  self->n_rows = self->n_columns = 0;
  g_string_chunk_clear (self->strings);
}

static void
pivot_series_plot_finalize (GObject *object)
{
  PivotSeriesPlot *self = PIVOT_SERIES_PLOT (object);

  clear_rows (self);
  g_strfreev (self->categories);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);
  g_free (self->along_title);
  g_free (self->value_title);
  g_free (self->empty);
  g_free (self->caption);
  g_free (self->description);

  G_OBJECT_CLASS (pivot_series_plot_parent_class)->finalize (object);
}

static void
pivot_series_plot_class_init (PivotSeriesPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_series_plot_finalize;

  plot_class->draw = _pivot_series_plot_draw;
  plot_class->draw_selection = _pivot_series_plot_draw_selection;
  plot_class->draw_hover = _pivot_series_plot_draw_hover;
  plot_class->hover_extents = _pivot_series_plot_hover_extents;
  plot_class->find = pivot_series_plot_find;
  plot_class->query = pivot_series_plot_query;
  plot_class->locate = pivot_series_plot_locate;
  plot_class->step = pivot_series_plot_step;
  plot_class->measure = _pivot_series_plot_measure;
  plot_class->describe = pivot_series_plot_describe;
  plot_class->describe_mark = pivot_series_plot_describe_mark;
}

static void
pivot_series_plot_init (PivotSeriesPlot *self)
{
  self->strings = g_string_chunk_new (1024);
  self->letters = pivot_lettering_new ();
  self->legend = TRUE;
  self->range_min = self->range_max = NAN;
}

/**
 * pivot_series_plot_new:
 * @kind: how numbers are drawn
 * @along: what the series run along
 *
 * Creates a plot without series.
 *
 * Returns: (transfer full): a new plot
 */
PivotSeriesPlot *
pivot_series_plot_new (PivotSeriesKind kind,
                       PivotAlong      along)
{
  PivotSeriesPlot *self = g_object_new (PIVOT_TYPE_SERIES_PLOT, NULL);

  self->kind = kind;
  self->along = along;

  return self;
}

static const char *
keep (PivotSeriesPlot *self,
      const char      *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

static void
take_row (PivotSeriesPlot       *self,
          PivotSeriesRow        *row,
          const PivotSeriesData *data)
{
  row->label = g_strdup (data->label != NULL ? data->label : "");
  row->slot = data->slot;
  row->n = data->n;
  row->dense = TRUE;
  row->complete = TRUE;
  row->points = g_new (PivotSeriesPoint, MAX (1, data->n));

  for (guint i = 0; i < data->n; i++)
    {
      PivotSeriesPoint *point = &row->points[i];

      *point = data->points[i];
      if (!isfinite (point->y))
        point->y = NAN;
      point->label = keep (self, point->label);
      point->x_label = keep (self, point->x_label);
      point->text = keep (self, point->text);
      row->complete &= !isnan (point->y);
      row->dense &= point->id == row->points[0].id + i;
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The places at which bars stand. */
static void
collect_columns (PivotSeriesPlot *self)
{
  guint n = 0;

  for (guint r = 0; r < self->n_rows; r++)
    n += self->rows[r].n;
  self->columns = g_new (double, MAX (1, n));
  n = 0;
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      self->columns[n++] = self->rows[r].points[i].x;
  qsort (self->columns, n, sizeof *self->columns, compare_numbers);

  for (guint i = 0; i < n; i++)
    if (self->n_columns == 0 || self->columns[i] != self->columns[self->n_columns - 1])
      self->columns[self->n_columns++] = self->columns[i];
}

/* Where each stacked bar begins: what is above zero goes up, what is below goes down. */
static void
stack (PivotSeriesPlot *self)
{
  g_autofree double *up = g_new0 (double, MAX (1, self->n_columns));
  g_autofree double *down = g_new0 (double, MAX (1, self->n_columns));

  for (guint r = 0; r < self->n_rows; r++)
    {
      PivotSeriesRow *row = &self->rows[r];

      g_clear_pointer (&row->bases, g_free);
      if (!self->stacked)
        continue;
      row->bases = g_new0 (double, MAX (1, row->n));
      for (guint i = 0; i < row->n; i++)
        {
          double *column = bsearch (&row->points[i].x, self->columns, self->n_columns, sizeof (double), compare_numbers);
          double *sum = (row->points[i].y < 0 ? down : up) + (column - self->columns);

          row->bases[i] = *sum;
          *sum += isnan (row->points[i].y) ? 0 : row->points[i].y;
        }
    }
}

/**
 * pivot_series_plot_set_series:
 * @self: a series plot
 * @series: (array length=n): the series; all is copied
 * @n: how many
 *
 * Sets what is drawn. Points ascend by x; missing ones have NaN for y.
 */
void
pivot_series_plot_set_series (PivotSeriesPlot       *self,
                              const PivotSeriesData *series,
                              guint                  n)
{
  g_return_if_fail (PIVOT_IS_SERIES_PLOT (self));
  g_return_if_fail (series != NULL || n == 0);

  clear_rows (self);
  self->rows = g_new0 (PivotSeriesRow, MAX (1, n));
  self->n_rows = n;
  for (guint r = 0; r < n; r++)
    take_row (self, &self->rows[r], &series[r]);
  if (_pivot_series_plot_is_bars (self))
    {
      collect_columns (self);
      stack (self);
    }
  change (self);
}

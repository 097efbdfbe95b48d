/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-private.h"

/* More points than these for each pixel are thinned out: no more could be seen. */
#define DENSITY 2.0
#define MARKER_SPACING 9.0
/* Vertices from which on a line is dense, and how many of them are stroked at once. */
#define DENSE 600
#define PIECE 24

/* The points of one line that fall into one column of pixels: nothing but these four can be seen. */
typedef struct
{
  gboolean used;
  int      column;
  guint    first, least, most, last;   /* numbers of points */
} Bucket;

static void
add_spot (PivotTrace             *trace,
          PivotSeriesLayout      *layout,
          const PivotSeriesPoint *point)
{
  trace->spots[trace->n].x = _pivot_series_project_along (layout, point->x);
  trace->spots[trace->n++].y = _pivot_series_project_value (layout, point->y);
}

static void
add_break (PivotTrace *trace)
{
  if (trace->n > 0 && !isnan (trace->spots[trace->n - 1].x))
    trace->spots[trace->n++] = (PivotSpot) { NAN, NAN };
}

static void
flush (PivotTrace             *trace,
       PivotSeriesLayout      *layout,
       const PivotSeriesPoint *points,
       Bucket                 *bucket)
{
  guint order[4] = { bucket->first, MIN (bucket->least, bucket->most), MAX (bucket->least, bucket->most), bucket->last };

  if (!bucket->used)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (i == 0 || order[i] != order[i - 1])
      add_spot (trace, layout, &points[order[i]]);
  bucket->used = FALSE;
}

static void
put (Bucket                 *bucket,
     const PivotSeriesPoint *points,
     guint                   i,
     int                     column)
{
  if (!bucket->used)
    {
      *bucket = (Bucket) { TRUE, column, i, i, i, i };
      return;
    }

  if (points[i].y < points[bucket->least].y)
    bucket->least = i;
  if (points[i].y > points[bucket->most].y)
    bucket->most = i;
  bucket->last = i;
}

/* First, least, greatest and last of each column of pixels: the line looks as if every point had been drawn. */
static void
thin_out (const PivotSeriesRow *row,
          PivotSeriesLayout    *layout,
          PivotTrace           *trace)
{
  double px = layout->area.width / (layout->along_max - layout->along_min);
  guint room = 4 * ((guint) ceil (layout->area.width) + 2);
  Bucket bucket = { 0 };

  trace->spots = g_new (PivotSpot, room);
  for (guint i = 0; i < row->n; i++)
    {
      const PivotSeriesPoint *point = &row->points[i];
      int column = (int) floor ((point->x - layout->along_min) * px);

      /* Gaps take room, too, and there can be as many as there are points. */
      if (trace->n + 6 > room)
        trace->spots = g_renew (PivotSpot, trace->spots, room *= 2);
      if (isnan (point->y) || point->gap || (bucket.used && column != bucket.column))
        flush (trace, layout, row->points, &bucket);
      if (isnan (point->y) || point->gap)
        add_break (trace);
      if (!isnan (point->y))
        put (&bucket, row->points, i, column);
    }
  flush (trace, layout, row->points, &bucket);
}

static void
take_all (const PivotSeriesRow *row,
          PivotSeriesLayout    *layout,
          PivotTrace           *trace)
{
  trace->spots = g_new (PivotSpot, 2 * MAX (1, row->n));
  for (guint i = 0; i < row->n; i++)
    {
      if (isnan (row->points[i].y) || row->points[i].gap)
        add_break (trace);
      if (!isnan (row->points[i].y))
        add_spot (trace, layout, &row->points[i]);
    }
}

/* Finds what is drawn of each line: once for a size, not for a frame. */
void
_pivot_series_lay_traces (PivotSeriesPlot   *self,
                          PivotSeriesLayout *layout)
{
  layout->traces = g_new0 (PivotTrace, MAX (1, self->n_rows));
  layout->markers = TRUE;

  for (guint r = 0; r < self->n_rows; r++)
    {
      const PivotSeriesRow *row = &self->rows[r];

      if (row->n * MARKER_SPACING * layout->scale > layout->area.width && self->kind == PIVOT_SERIES_LINE)
        layout->markers = FALSE;
      if (row->n > layout->area.width * DENSITY)
        thin_out (row, layout, &layout->traces[r]);
      else
        take_all (row, layout, &layout->traces[r]);
    }
}

gboolean
_pivot_series_is_dense (const PivotTrace *trace)
{
  return trace->n > DENSE;
}

/* Strokes a line with the source and width that are set. A dense one goes in pieces: Cairo's time for a stroke grows faster than
 * its length, and where vertices lie this close, nobody sees the joins. */
void
_pivot_series_stroke_line (const PivotTrace *trace,
                           cairo_t          *cr)
{
  gboolean begin = TRUE, dense = _pivot_series_is_dense (trace);

  for (guint i = 0; i < trace->n; i++)
    {
      const PivotSpot *spot = &trace->spots[i];

      if (isnan (spot->x))
        {
          begin = TRUE;
          continue;
        }
      if (begin)
        cairo_move_to (cr, spot->x, spot->y);
      else
        cairo_line_to (cr, spot->x, spot->y);
      begin = FALSE;
      if (dense && i % PIECE == PIECE - 1)
        {
          cairo_stroke (cr);
          cairo_move_to (cr, spot->x, spot->y);
        }
    }
  cairo_stroke (cr);
}

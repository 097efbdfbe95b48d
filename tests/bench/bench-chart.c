/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line of a million points costs: the first draw, the next (which comes with another size only: the picture is kept), and what
 * follows the pointer, against drawing every point. CPU time, medians. */

#include "config.h"

#include "pivot-series-plot.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_POINTS 1000000
#define N_RUNS 5
#define WIDTH 1000
#define HEIGHT 400
#define PIECE 20
#define TARGET_FIRST 0.3
#define TARGET_FRAME 0.016

typedef struct
{
  PivotSeriesPlot  *plot;
  PivotSeriesPoint *points;
  PivotStyle        style;
  cairo_t          *cr;
} Bench;

typedef void (*Work) (Bench *bench);

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
measure (Bench *bench,
         guint  n,
         Work   prepare,
         Work   work)
{
  double times[N_RUNS];

  for (guint i = 0; i < n; i++)
    {
      double begin;

      if (prepare != NULL)
        prepare (bench);
      begin = get_time ();
      work (bench);
      times[i] = get_time () - begin;
    }
  qsort (times, n, sizeof *times, compare);

  return times[n / 2];
}

static void
forget (Bench *bench)
{
  /* Another legend is another layout. */
  pivot_series_plot_set_legend (bench->plot, TRUE);
}

static void
draw (Bench *bench)
{
  pivot_plot_draw (PIVOT_PLOT (bench->plot), bench->cr, &bench->style, WIDTH, HEIGHT);
}

static void
draw_every_point (Bench *bench)
{
  cairo_set_source_rgb (bench->cr, 0.1, 0.3, 0.6);
  cairo_set_line_width (bench->cr, 1.5);
  for (guint i = 0; i < N_POINTS; i++)
    {
      double x = bench->points[i].x / N_POINTS * WIDTH, y = HEIGHT / 2 - bench->points[i].y * HEIGHT / 8;

      cairo_line_to (bench->cr, x, y);
      /* In pieces: one stroke of a million segments would take Cairo minutes. */
      if (i % PIECE == PIECE - 1)
        {
          cairo_stroke (bench->cr);
          cairo_move_to (bench->cr, x, y);
        }
    }
  cairo_stroke (bench->cr);
}

static void
hover (Bench *bench)
{
  int id = pivot_plot_find (PIVOT_PLOT (bench->plot), &bench->style, WIDTH, HEIGHT, WIDTH / 3, HEIGHT / 2, HEIGHT);

  pivot_plot_set_hovered (PIVOT_PLOT (bench->plot), id);
  pivot_plot_draw_hover (PIVOT_PLOT (bench->plot), bench->cr, &bench->style, WIDTH, HEIGHT);
}

int
main (void)
{
  Bench bench = { .plot = pivot_series_plot_new (PIVOT_SERIES_LINE, PIVOT_ALONG_NUMBER) };
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  double first, next, every, pointer;
  PivotSeriesData data;

  pivot_style_init_light (&bench.style);
  bench.cr = cairo_create (surface);
  bench.points = g_new0 (PivotSeriesPoint, N_POINTS);
  for (guint i = 0; i < N_POINTS; i++)
    bench.points[i] = (PivotSeriesPoint) {
      .id = i, .x = i, .y = sin (i / 50000.0) + g_rand_double_range (rand, -1, 1),
    };
  data = (PivotSeriesData) { "Noise", 0, bench.points, N_POINTS };
  pivot_series_plot_set_series (bench.plot, &data, 1);

  first = measure (&bench, N_RUNS, forget, draw);
  next = measure (&bench, N_RUNS, NULL, draw);
  pointer = measure (&bench, N_RUNS, NULL, hover);

  printf ("line of %d points, first draw   %8.1f ms\n", N_POINTS, first * 1000);
  printf ("line of %d points, next draw    %8.1f ms\n", N_POINTS, next * 1000);
  printf ("line of %d points, hover        %8.1f ms\n", N_POINTS, pointer * 1000);
  fflush (stdout);

  every = measure (&bench, 1, NULL, draw_every_point);
  printf ("every point                     %8.1f ms: %.0f times the first draw, %.0f times the next\n",
          every * 1000, every / first, every / next);

  cairo_destroy (bench.cr);
  cairo_surface_destroy (surface);
  g_object_unref (bench.plot);
  g_free (bench.points);

  return first <= TARGET_FIRST && pointer <= TARGET_FRAME ? EXIT_SUCCESS : EXIT_FAILURE;
}

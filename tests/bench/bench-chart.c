/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a line and a scatter of a million points cost: the first draw, the next (which comes with another size only: the picture is
 * kept), and what follows the pointer, against drawing every point. CPU time, medians. */

#include "config.h"

#include "pivot-scatter-plot.h"
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
  PivotPlot         *plot;
  PivotSeriesPoint  *points;
  PivotScatterPoint *marks;
  PivotStyle         style;
  cairo_t           *cr;
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
set_line (Bench *bench)
{
  PivotSeriesData data = { "Noise", 0, bench->points, N_POINTS };

  pivot_series_plot_set_series (PIVOT_SERIES_PLOT (bench->plot), &data, 1);
}

static void
set_scatter (Bench *bench)
{
  pivot_scatter_plot_set_points (PIVOT_SCATTER_PLOT (bench->plot), bench->marks, N_POINTS);
}

static void
draw (Bench *bench)
{
  pivot_plot_draw (bench->plot, bench->cr, &bench->style, WIDTH, HEIGHT);
}

static void
draw_every_segment (Bench *bench)
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
draw_every_mark (Bench *bench)
{
  cairo_set_source_rgb (bench->cr, 0.1, 0.3, 0.6);
  for (guint i = 0; i < N_POINTS; i++)
    {
      cairo_arc (bench->cr, bench->points[i].x / N_POINTS * WIDTH, HEIGHT / 2 - bench->points[i].y * HEIGHT / 8, 3, 0, 2 * G_PI);
      cairo_fill (bench->cr);
    }
}

static void
hover (Bench *bench)
{
  int id = pivot_plot_find (bench->plot, &bench->style, WIDTH, HEIGHT, WIDTH / 3, HEIGHT / 2, HEIGHT);

  pivot_plot_set_hovered (bench->plot, id);
  pivot_plot_draw_hover (bench->plot, bench->cr, &bench->style, WIDTH, HEIGHT);
}

/* Whether the targets are met. */
static gboolean
run (Bench      *bench,
     const char *name,
     Work        set,
     Work        draw_all)
{
  double first = measure (bench, N_RUNS, set, draw), next = measure (bench, N_RUNS, NULL, draw);
  double pointer = measure (bench, N_RUNS, NULL, hover), every;

  printf ("%s of %d points, first draw   %8.1f ms (target %.0f)\n", name, N_POINTS, first * 1000, TARGET_FIRST * 1000);
  printf ("%s of %d points, next draw    %8.1f ms\n", name, N_POINTS, next * 1000);
  printf ("%s of %d points, hover        %8.1f ms (target %.0f)\n", name, N_POINTS, pointer * 1000, TARGET_FRAME * 1000);
  fflush (stdout);

  every = measure (bench, 1, NULL, draw_all);
  printf ("every point                     %8.1f ms: %.0f times the first draw, %.0f times the next\n",
          every * 1000, every / first, every / next);
  g_clear_object (&bench->plot);

  return first <= TARGET_FIRST && pointer <= TARGET_FRAME;
}

int
main (void)
{
  Bench bench = { 0 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  gboolean met;

  pivot_style_init_light (&bench.style);
  bench.cr = cairo_create (surface);
  bench.points = g_new0 (PivotSeriesPoint, N_POINTS);
  bench.marks = g_new0 (PivotScatterPoint, N_POINTS);
  for (guint i = 0; i < N_POINTS; i++)
    {
      bench.points[i] = (PivotSeriesPoint) {
        .id = i, .x = i, .y = sin (i / 50000.0) + g_rand_double_range (rand, -1, 1),
      };
      bench.marks[i] = (PivotScatterPoint) {
        .id = i, .x = i, .y = bench.points[i].y, .color = { 0.2, 0.4, 0.8, 1 }, .label = "", .text = "",
      };
    }

  bench.plot = PIVOT_PLOT (pivot_series_plot_new (PIVOT_SERIES_LINE, PIVOT_ALONG_NUMBER));
  met = run (&bench, "line", set_line, draw_every_segment);
  bench.plot = PIVOT_PLOT (pivot_scatter_plot_new ());
  met = run (&bench, "scatter", set_scatter, draw_every_mark) && met;

  cairo_destroy (bench.cr);
  cairo_surface_destroy (surface);
  g_free (bench.points);
  g_free (bench.marks);

  return met ? EXIT_SUCCESS : EXIT_FAILURE;
}

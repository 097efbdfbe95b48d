/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What 4,600 regions of 1.3 million points cost, against json-glib parsing the same file, and a hit test among them
 * against asking region after region. CPU time, medians; each load in a process of its own, for its peak memory. */

#include "config.h"

#include "pivot-geo-reader.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SKIPPED 77
#define N_RUNS 3
#define N_POINTS 200000
#define N_LINEAR 2000
#define N_RINGS 50      /* points that are tested without any boxes, a very slow thing */

typedef struct
{
  double ms;
  double megabytes;
} Cost;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static GBytes *
load_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);

  return g_bytes_new_take (text, length);
}

static PivotGeometry *
read_geometry (const char *path)
{
  g_autoptr(GBytes) bytes = load_file (path);
  g_autoptr(PivotProblems) problems = pivot_problems_new (1);
  g_autoptr(GError) error = NULL;
  PivotGeometry *geometry = pivot_geo_reader_read (bytes, path, problems, NULL, NULL, NULL);

  if (pivot_problems_to_error (problems, &error))
    g_error ("%s", error->message);

  return geometry;
}

static void
load_json (const char *path)
{
  g_autoptr(GBytes) bytes = load_file (path);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s", error->message);
}

static void
load_only (const char *path)
{
  g_autoptr(PivotGeometry) geometry = read_geometry (path);
}

static void
load_ready (const char *path)
{
  g_autoptr(PivotGeometry) geometry = read_geometry (path);
  PivotProjection projection;
  g_autoptr(PivotGeometry) plane = NULL;

  pivot_projection_init_mercator (&projection);
  plane = pivot_geometry_project (geometry, &projection);
}

static Cost
run_child (void       (*load) (const char *path),
           const char  *path)
{
  Cost cost = { 0, 0 };
  struct rusage usage;
  int fds[2], status;
  pid_t pid;

  if (pipe (fds) != 0 || (pid = fork ()) < 0)
    g_error ("No child process");

  if (pid == 0)
    {
      double start = get_cpu_ms (), ms;

      load (path);
      ms = get_cpu_ms () - start;
      _exit (write (fds[1], &ms, sizeof ms) == sizeof ms ? 0 : 1);
    }

  close (fds[1]);
  if (read (fds[0], &cost.ms, sizeof cost.ms) != sizeof cost.ms || wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("The child process failed");
  close (fds[0]);
  cost.megabytes = usage.ru_maxrss / 1024.;

  return cost;
}

static int
compare_costs (const void *a,
               const void *b)
{
  const Cost *x = a, *y = b;

  return (x->ms > y->ms) - (x->ms < y->ms);
}

static Cost
measure (void       (*load) (const char *path),
         const char  *path)
{
  Cost costs[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    costs[i] = run_child (load, path);
  qsort (costs, N_RUNS, sizeof *costs, compare_costs);

  return costs[N_RUNS / 2];
}

static void
report (const char *name,
        const char *unit,
        double      value,
        double      baseline,
        double      target)
{
  printf ("%s: %.4g %s, baseline %.4g %s, ratio %.4f", name, value, unit, baseline, unit, value / baseline);
  if (target > 0)
    printf (" (target %g)%s", target, value / baseline <= target ? "" : " MISSED");
  printf ("\n");
}

static void
bench_load (const char *name,
            const char *path,
            double      target)
{
  Cost json = measure (load_json, path), only = measure (load_only, path), ready = measure (load_ready, path);
  g_autofree char *time_name = g_strdup_printf ("%s, load, ready to draw", name);
  g_autofree char *memory_name = g_strdup_printf ("%s, peak memory", name);
  g_autofree char *read_name = g_strdup_printf ("%s, read without projecting", name);

  report (time_name, "ms", ready.ms, json.ms, target);
  report (memory_name, "MB", ready.megabytes, json.megabytes, target);
  report (read_name, "ms", only.ms, json.ms, 0);
}

static int
find_by_box (const PivotGeometry *geometry,
             double               x,
             double               y)
{
  guint n = pivot_geometry_get_n_regions (geometry);

  for (guint i = 0; i < n; i++)
    if (pivot_geometry_contains (geometry, i, x, y))
      return (int) i;

  return -1;
}

static gboolean
is_in_rings (const PivotGeometry *geometry,
             guint                region,
             double               x,
             double               y)
{
  gboolean inside = FALSE;

  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
      {
        guint n;
        const double *e = pivot_geometry_get_ring (geometry, region, p, r, &n);

        for (guint i = 0; i + 1 < n; i++, e += 2)
          inside ^= (e[1] > y) != (e[3] > y) && x < (e[2] - e[0]) * (y - e[1]) / (e[3] - e[1]) + e[0];
      }

  return inside;
}

static int
find_by_rings (const PivotGeometry *geometry,
               double               x,
               double               y)
{
  guint n = pivot_geometry_get_n_regions (geometry);

  for (guint i = 0; i < n; i++)
    if (is_in_rings (geometry, i, x, y))
      return (int) i;

  return -1;
}

static double
time_linear (const PivotGeometry *geometry,
             int                (*find) (const PivotGeometry *geometry, double x, double y),
             const PivotGeoIndex *index,
             const double        *points,
             guint                n)
{
  g_autofree int *found = g_new (int, n);
  double start = get_cpu_ms (), ms;

  for (guint i = 0; i < n; i++)
    found[i] = find (geometry, points[2 * i], points[2 * i + 1]);
  ms = get_cpu_ms () - start;

  for (guint i = 0; i < n; i++)
    if (found[i] != pivot_geo_index_find (index, points[2 * i], points[2 * i + 1]))
      g_error ("The index finds another region than the linear scan");

  return ms * 1e6 / n;
}

static double
time_index (const PivotGeoIndex *index,
            const double        *points)
{
  double start = get_cpu_ms ();
  volatile int sum = 0;

  for (guint i = 0; i < N_POINTS; i++)
    sum += pivot_geo_index_find (index, points[2 * i], points[2 * i + 1]);

  return (get_cpu_ms () - start) * 1e6 / N_POINTS;
}

static void
bench_hits (const PivotGeometry *geometry,
            const char          *name,
            const double        *points,
            double               target)
{
  g_autoptr(PivotGeoIndex) index = pivot_geo_index_new ((PivotGeometry *) geometry);
  double cold = time_index (index, points), warm = time_index (index, points);
  double by_box = time_linear (geometry, find_by_box, index, points, N_LINEAR);
  double by_rings = time_linear (geometry, find_by_rings, index, points, N_RINGS);
  g_autofree char *box_name = g_strdup_printf ("hit test %s, each region's box and then its rings", name);
  g_autofree char *ring_name = g_strdup_printf ("hit test %s, all rings", name);
  g_autofree char *cold_name = g_strdup_printf ("hit test %s, with building the index, boxes and rings", name);

  report (box_name, "ns", warm, by_box, target);
  report (ring_name, "ns", warm, by_rings, target);
  report (cold_name, "ns", cold, by_box, 0);
}

/* Anywhere on the map, to which the target applies; and, for the worst, near labels: most regions are districts much
 * smaller than a cell of the index, and the scan comes to an end halfway. */
static void
bench_geometry (const PivotGeometry *plane)
{
  g_autofree double *anywhere = g_new (double, 2 * N_POINTS);
  g_autofree double *near_labels = g_new (double, 2 * N_POINTS);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  PivotBox extent = pivot_geometry_get_extent (plane);
  guint n = pivot_geometry_get_n_regions (plane);
  double start = get_cpu_ms ();

  for (guint i = 0; i < n; i++)
    pivot_geometry_get_label (plane, i, NULL, NULL, NULL);
  printf ("label points of all regions, found when asked for: %.4g ms\n", get_cpu_ms () - start);

  for (guint i = 0; i < N_POINTS; i++)
    {
      double x, y, radius;

      anywhere[2 * i] = g_rand_double_range (rand, extent.x0, extent.x1);
      anywhere[2 * i + 1] = g_rand_double_range (rand, extent.y0, extent.y1);
      pivot_geometry_get_label (plane, (guint) g_rand_int_range (rand, 0, (gint32) n), &x, &y, &radius);
      near_labels[2 * i] = x + 2 * radius * (g_rand_double (rand) - .5);
      near_labels[2 * i + 1] = y + 2 * radius * (g_rand_double (rand) - .5);
    }

  bench_hits (plane, "anywhere", anywhere, .02);
  bench_hits (plane, "near labels", near_labels, 0);
}

static double
time_projection (const PivotGeometry   *geometry,
                 const PivotProjection *projection)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_cpu_ms ();
      g_autoptr(PivotGeometry) plane = pivot_geometry_project (geometry, projection);

      best = MIN (best, get_cpu_ms () - start);
    }

  return best;
}

static void
bench_rest (const PivotGeometry *geometry)
{
  PivotProjection mercator, albers;
  double start = get_cpu_ms ();
  guint n;

  pivot_geometry_get_neighbours (geometry, 0, &n);
  printf ("neighbours of all regions, found when asked for: %.4g ms\n", get_cpu_ms () - start);

  pivot_projection_init_mercator (&mercator);
  pivot_projection_init_albers (&albers, 25, 47, 105, 35);
  printf ("projecting %u points: Mercator %.4g ms, Albers %.4g ms\n", pivot_geometry_get_n_points (geometry),
          time_projection (geometry, &mercator), time_projection (geometry, &albers));
}

static void
bench_world (const char *path)
{
  g_autoptr(PivotGeometry) geometry = NULL;
  g_autoptr(PivotGeometry) plane = NULL;
  PivotProjection projection;

  bench_load ("world", path, .4);

  geometry = read_geometry (path);
  pivot_projection_init_mercator (&projection);
  plane = pivot_geometry_project (geometry, &projection);
  printf ("world: %u regions, %u points\n",
          pivot_geometry_get_n_regions (geometry), pivot_geometry_get_n_points (geometry));
  bench_rest (geometry);
  bench_geometry (plane);
}

int
main (void)
{
  g_autofree char *cached = g_build_filename (g_get_user_cache_dir (), "pivot-explorer", "world-admin1.geojson", NULL);
  const char *world = g_getenv ("PIVOT_WORLD") != NULL ? g_getenv ("PIVOT_WORLD") : cached;
  const char *dataset = g_getenv ("PIVOT_TEST_DATASET");

  /* A child would print once more what is still in the buffer. */
  setvbuf (stdout, NULL, _IOLBF, 0);

  if (dataset != NULL)
    {
      g_autofree char *bundled = g_build_filename (dataset, "boundaries.geojson", NULL);

      bench_load ("bundled map", bundled, 0);
    }

  if (!g_file_test (world, G_FILE_TEST_IS_REGULAR))
    {
      printf ("Skipped: there is no %s. Make it with tests/bench/world-admin1.sh, or name another file in PIVOT_WORLD.\n",
              world);
      return SKIPPED;
    }
  bench_world (world);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What exporting costs: everything in one run, against one start of the program for each file; and a PNG of the map at four times
 * the pixels, against Cairo painting the same polygons once and writing that. CPU time; the program is argv[1]. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "../headless/present/fixture.h"
#include "pivot-export.h"
#include "pivot-present-albers.h"

#define SCALE 4
#define N_RUNS 5
#define TARGET_PNG 1.5

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of this process, or of those it has started and waited for. */
static double
get_time (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* The map */

static void
trace (cairo_t       *cr,
       PivotGeometry *geometry,
       guint          region)
{
  for (guint p = 0; p < pivot_geometry_get_n_polygons (geometry, region); p++)
    for (guint r = 0; r < pivot_geometry_get_n_rings (geometry, region, p); r++)
      {
        guint n;
        const double *points = pivot_geometry_get_ring (geometry, region, p, r, &n);

        cairo_new_sub_path (cr);
        for (guint i = 0; i < n; i++)
          cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
        cairo_close_path (cr);
      }
}

static void
paint (cairo_t       *cr,
       PivotGeometry *geometry,
       double         shade,
       double         line)
{
  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      trace (cr, geometry, i);
      cairo_set_source_rgb (cr, shade, shade, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
    }
}

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Each polygon once: no labels, no hatching, no words. */
static void
paint_png (Fixture                 *fixture,
           const PivotSheetOptions *options)
{
  g_autoptr(PivotRegions) drawn = pivot_present_albers_regions (fixture->session, &fixture->style);
  PivotGeometry *regions = pivot_regions_get_geometry (drawn);
  PivotGeometry *context = pivot_present_albers_context (fixture->dataset);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  PivotBox box = pivot_geometry_get_extent (regions);
  double width = SCALE * options->width, height = SCALE * options->height;
  double scale = MIN (width / (box.x1 - box.x0), height / (box.y1 - box.y0));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, (width - scale * (box.x0 + box.x1)) / 2, (height - scale * (box.y0 + box.y1)) / 2);
  cairo_scale (cr, scale, scale);
  if (context != NULL)
    paint (cr, context, 0.9, SCALE / scale);
  paint (cr, regions, 0.5, SCALE / scale);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
export_png (Fixture                  *fixture,
            const PivotExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = pivot_export_make (fixture->session, options, NULL, &error);

  g_assert_no_error (error);
}

static void
bench_png (Fixture *fixture)
{
  PivotExportOptions options;
  double ours[N_RUNS], cairo[N_RUNS];

  pivot_export_options_init (&options);
  options.scale = SCALE;
  export_png (fixture, &options);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double begin = get_time (RUSAGE_SELF);

      export_png (fixture, &options);
      ours[i] = get_time (RUSAGE_SELF) - begin;
      begin = get_time (RUSAGE_SELF);
      paint_png (fixture, &options.sheet);
      cairo[i] = get_time (RUSAGE_SELF) - begin;
    }
  qsort (ours, N_RUNS, sizeof *ours, compare);
  qsort (cairo, N_RUNS, sizeof *cairo, compare);
  g_print ("PNG of the map at %d x: %.0f ms; Cairo, the same polygons once: %.0f ms; ratio %.2f (at most %.1f)\n", SCALE,
           ours[N_RUNS / 2] * 1000, cairo[N_RUNS / 2] * 1000, ours[N_RUNS / 2] / cairo[N_RUNS / 2], TARGET_PNG);
}

/* The program */

static void
run (const char *program,
     const char *what,
     const char *option,
     const char *output)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *export = g_strconcat ("--export=", what, NULL);
  g_autofree char *to = g_strconcat ("--output=", output, NULL);
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, export, to, "--format=png",
                                                     option, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

/* "map-lg-share.png" → --export=map --measure=lg-share */
static void
run_again (const char *program,
           const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".png"));
  char *id = strchr (stem, '-');
  g_autofree char *what = NULL;
  g_autofree char *option = NULL;

  if (id != NULL)
    *id++ = '\0';
  if (g_str_equal (stem, "map"))
    option = g_strconcat ("--measure=", id, NULL);
  else if (g_str_equal (stem, "timeline"))
    option = g_strconcat ("--firm=", id, NULL);
  what = g_str_equal (stem, "figure") ? g_strconcat (stem, ":", id, NULL) : g_strdup (stem);
  run (program, what, option, path);
}

static void
bench_all (const char *program)
{
  g_autofree char *folder = g_dir_make_tmp ("pivot-bench-XXXXXX", NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = NULL;
  double begin = get_time (RUSAGE_CHILDREN);
  double once, each;
  const char *name;

  run (program, "all", NULL, folder);
  once = get_time (RUSAGE_CHILDREN) - begin;

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  begin = get_time (RUSAGE_CHILDREN);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], ".png"))
      run_again (program, folder, names->pdata[i]);
  each = get_time (RUSAGE_CHILDREN) - begin;

  g_print ("--export=all, %u files: %.1f s; one start each: %.1f s; ratio %.2f\n", names->len, once, each, once / each);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { 0 };

  g_assert_cmpint (argc, ==, 2);
  set_up (&fixture, NULL);
  bench_png (&fixture);
  tear_down (&fixture, NULL);
  bench_all (argv[1]);

  return 0;
}
